"""Sheet -> Word: the clean file that reporters get. It holds what the page shows and nothing else."""

import io
from itertools import zip_longest
from typing import assert_never

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Pt

from presskit.export.docx_page import mark_ends, page_count, write_foot, write_head
from presskit.export.docx_pictures import embedded
from presskit.export.docx_styles import BULLETS, NUMBERED, NUMBERS, STYLES, column, language_tag, twips
from presskit.export.docx_template import save, template
from presskit.export.docx_text import Element, Hand, add, writable
from presskit.export.errors import ExportProblem
from presskit.export.picture_words import words_of
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Role, Rule, Sheet
from presskit.model.brand import Look
from presskit.text.runs import RichText, plain

_LONGEST_PROPERTY = 255  # characters: [MS-OI29500] 2.1.33
_PICTURE_SHARE = 0.45  # of the page's height


def write(sheet: Sheet, look: Look) -> bytes:
    """The sheet as a Word file; equal sheets and looks give equal bytes.

    Raises ExportProblem when a picture cannot be used.
    """
    document = docx.Document(io.BytesIO(template(look, sheet.language)))
    writer = _Writer(document, sheet, look)
    for shape, following in zip_longest(sheet.shapes, sheet.shapes[1:]):
        writer.draw(shape, following.role if following else None)
    writer.finish()
    return save(document)


class _Writer:
    """Draws shapes at the end of a document's body."""

    def __init__(self, document: Document, sheet: Sheet, look: Look) -> None:
        self.document = document
        self.sheet = sheet
        self.look = look
        self.body: Element = document.element.body
        self.section = self.body[-1]
        self.hand = Hand(document.part, sheet.language)
        self.pictures: dict[bytes, str] = {}

    def draw(self, shape: AnyShape, following: Role | None) -> None:
        """One shape; `following` is the role of the next one."""
        keep = following == "end_mark"  # which never stands alone at the head of a page
        match shape:
            case Heading(role=role, text=text, level=level):
                self._text(role, text, keep=keep, level=level)
            case Para(role=role, text=text, keep_next=keep_next):
                self._text(role, text, keep=keep or keep_next)
            case Lines(role=role, lines=lines):
                self._lines(role, lines, keep=keep)
            case Bullets():
                self._list(shape, keep=keep, gap=following != "source")
            case Picture():
                self._picture(shape)
            case Rule(role=role):
                self._rule(role)
            case _:
                assert_never(shape)

    def _paragraph(self, style: str, *, keep: bool = False) -> Element:
        """A new paragraph before the section's properties."""
        paragraph = add(self.body, "w:p")
        self.section.addprevious(paragraph)
        look = add(paragraph, "w:pPr")
        add(look, "w:pStyle", val=style)
        if keep:
            add(look, "w:keepNext")
        return paragraph

    def _text(self, role: Role, text: RichText, *, keep: bool, level: int = 0) -> None:
        if not plain(text).strip():
            return
        named = STYLES[role]
        paragraph = self._paragraph(named.id, keep=keep and not self.look.style(role).keep_next)
        if level and level != named.level:
            add(paragraph[0], "w:outlineLvl", val=str(min(level, 9) - 1))
        self.hand.write(paragraph, text)

    def _lines(self, role: Role, lines: tuple[RichText, ...], *, keep: bool) -> None:
        if not any(plain(line).strip() for line in lines):
            return
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            paragraph = self._paragraph(STYLES[role].id, keep=keep or not last)
            spacing = {"before": "0"} if number > 1 else {}
            if not last:
                spacing["after"] = "0"
            if spacing:
                add(paragraph[0], "w:spacing", **spacing)
            self.hand.write(paragraph, line)

    def _list(self, shape: Bullets, *, keep: bool, gap: bool) -> None:
        """A list; with `gap`, as much room below it as below a paragraph."""
        own = shape.role == "bullet"
        number = self._new_list() if shape.ordered else BULLETS
        style = NUMBERED if own and shape.ordered else STYLES[shape.role].id
        below = self.look.style("body").after
        for place, item in enumerate(shape.items, 1):
            last = place == len(shape.items)
            paragraph = self._paragraph(style, keep=keep and last)
            if shape.ordered or not own:
                listed = add(paragraph[0], "w:numPr")
                add(listed, "w:ilvl", val="0")
                add(listed, "w:numId", val=str(number))
            if gap and last and below > self.look.style(shape.role).after:
                add(paragraph[0], "w:spacing", after=str(twips(below)))
            self.hand.write(paragraph, item)

    def _new_list(self) -> int:
        """A list that begins at 1 again."""
        lists = self.document.part.numbering_part.element
        fresh = lists.add_num(NUMBERS - 1)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _picture(self, shape: Picture) -> None:
        called = shape.alt.strip() or shape.name
        data = self.sheet.pictures.get(shape.name)
        if data is None:
            raise ExportProblem(f"The picture “{called}” is missing. Choose it again, then export again.")
        between = self.look.size[1] - self.look.margins[0] - self.look.margins[2]
        tallest = self.look.logo_height if shape.role == "logo" else self.look.size[1] * _PICTURE_SHARE
        room = (column(self.look), min(tallest, between))
        picture = embedded(data, called, room, words_of(shape, self.sheet))
        part = self.document.part
        if picture.data not in self.pictures:
            name = PackURI(f"/word/media/image{len(self.pictures) + 1}.{picture.suffix}")
            image = ImagePart(name, picture.media_type, picture.data)
            self.pictures[picture.data] = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        number = sum(1 for _ in self.body.iter(qn("wp:docPr"))) + 1
        inline = CT_Inline.new_pic_inline(
            number,
            self.pictures[picture.data],
            f"image.{picture.suffix}",
            Pt(picture.width),
            Pt(picture.height),
        )
        for side in ("distT", "distB", "distL", "distR"):  # left out, LibreOffice takes them as 9 points
            inline.set(side, "0")
        inline.docPr.set("descr", writable(shape.alt).strip())
        paragraph = self._paragraph(STYLES[shape.role].id, keep=shape.keep_next)
        add(add(paragraph, "w:r"), "w:drawing").append(inline)

    def _rule(self, role: Role) -> None:
        paragraph = self._paragraph(STYLES[role].id)
        sides = add(paragraph[0], "w:pBdr")
        add(sides, "w:bottom", val="single", sz="4", space="1", color="auto")
        add(paragraph[0], "w:spacing", line="120", lineRule="exact")

    def finish(self) -> None:
        """What stands on every page, and what the file says of itself."""
        if not len(self.section.xpath("preceding-sibling::w:p")):
            self._paragraph(STYLES["body"].id)
        mark_ends(self.body, self.sheet.more)
        pages = page_count(self.sheet, self.look)
        section = self.document.sections[0]
        write_head(section.header.part.element, self.sheet, self.look, pages)
        write_foot(section.footer.part.element, self.sheet, 2, pages)
        write_foot(section.first_page_footer.part.element, self.sheet, 1, pages)
        properties = self.document.core_properties
        for name, value in (
            ("title", self.sheet.title),
            ("author", self.sheet.issuer),
            ("language", language_tag(self.sheet.language)),
        ):
            if value := " ".join(writable(value).split()):
                setattr(properties, name, value[:_LONGEST_PROPERTY])
