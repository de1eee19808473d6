"""Sheet -> Word. Reporters get a clean file, which holds what the page shows and nothing else; a sheet for
colleagues gets content controls and comments besides."""

import io
from itertools import zip_longest
from typing import Any, assert_never

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Pt

from presskit.export.balance import spare
from presskit.export.docx_fonts import Fonts, colour_attributes
from presskit.export.docx_page import mark_ends, page_count, write_foot, write_head
from presskit.export.docx_pictures import embedded
from presskit.export.docx_review import mark_up
from presskit.export.docx_script import language_tag, runs_leftward
from presskit.export.docx_styles import BULLETS, NUMBERED, NUMBERS, STYLES, column, twips
from presskit.export.docx_template import save, template
from presskit.export.docx_text import Element, Hand, add, writable
from presskit.export.docx_watermark import add_watermark
from presskit.export.picture_words import called, words_of
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, ReviewSheet, Role, Rule, Sheet
from presskit.model.brand import WATERMARK, Look
from presskit.pictures.pixels import box
from presskit.text.runs import RichText, plain
from presskit.text.typography import is_right_to_left

_LONGEST_PROPERTY = 255  # characters: [MS-OI29500] 2.1.33
# How Word aligns what runs against the release: it takes "left" for where a line begins, "right" for its end.
_TURNED = {"start": "right", "centre": "", "end": "left"}


def write(sheet: Sheet, look: Look) -> bytes:
    """The sheet as a Word file, marked up where it is a ReviewSheet; equal sheets and looks give equal bytes.

    Raises ExportProblem when a picture cannot be used.
    """
    empty = template(look, sheet.language, inside=_is_inside(sheet))
    document = docx.Document(io.BytesIO(empty))
    writer = _Writer(document, sheet, look)
    for shape, following in zip_longest(sheet.shapes, sheet.shapes[1:]):
        writer.draw(shape, following.role if following else None)
    writer.finish()
    if isinstance(sheet, ReviewSheet):
        mark_up(document, writer.drawn, sheet, writer.fonts)
    return save(document)


def _is_inside(sheet: Sheet) -> bool:
    """Whether it is for colleagues."""
    return bool(sheet.draft) or isinstance(sheet, ReviewSheet)


class _Writer:
    """Draws shapes at the end of a document's body. drawn: its paragraphs, each with the id of its block."""

    def __init__(self, document: Document, sheet: Sheet, look: Look) -> None:
        self.document = document
        self.sheet = sheet
        self.look = look
        self.body: Element = document.element.body
        self.section = self.body[-1]
        self.fonts = Fonts.of(look, sheet.language)
        self.mirrored = is_right_to_left(sheet.language)
        self.hand = Hand(document.part, self.fonts, sheet.language)
        self.drawn: list[tuple[str, Element]] = []
        self.block = self.zone = ""
        self.apart: float | None = (
            None  # points above the next paragraph, where that differs from its style's
        )
        self.shown = 0
        self.pictures: dict[bytes, str] = {}

    def draw(self, shape: AnyShape, following: Role | None) -> None:
        """One shape; `following` is the role of the next one."""
        if (self.zone, shape.zone) == ("top", "body") and shape.role != "headline":
            self.apart = self.look.style("headline").before  # even where the headline is still to come
        self.zone = shape.zone
        keep = following == "end_mark"  # which never stands alone at the head of a page
        self.block = shape.block
        match shape:
            case Heading(role=role, text=text, level=level):
                alone = role == "headline" and following not in {None, "subhead"}
                below = max(self.look.style(role).after, self.look.style("subhead").after) if alone else None
                self._text(role, text, keep=keep, level=level, below=below, balanced=True)
            case Para(role=role, text=text, keep_next=keep_next):
                self._text(role, text, keep=keep or keep_next, balanced=role == "subhead")
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

    def _paragraph(
        self,
        style: str,
        *,
        keep: bool = False,
        number: int = 0,
        above: float | None = None,
        below: float | None = None,
        aside: tuple[float, float] = (0.0, 0.0),
        turned: Role | None = None,
        level: int = 0,
    ) -> Element:
        """A new paragraph before the section's properties. number: of the list that it is in. above, below:
        points that differ from its style's. aside: points that its column is
        narrower where lines begin and where they end. turned: its role where it runs against the release's
        direction; it is aligned as if it did not. level: in the outline."""
        paragraph = add(self.body, "w:p")
        self.section.addprevious(paragraph)
        self.drawn.append((self.block, paragraph))
        look = add(paragraph, "w:pPr")
        add(look, "w:pStyle", val=style)
        if keep:
            add(look, "w:keepNext")
        if number:
            listed = add(look, "w:numPr")
            add(listed, "w:ilvl", val="0")
            add(listed, "w:numId", val=str(number))
        if turned:
            add(look, "w:bidi", val=str(int(not self.mirrored)))
        above, self.apart = above if self.apart is None else self.apart, None
        spacing = {
            name: str(twips(far)) for name, far in (("before", above), ("after", below)) if far is not None
        }
        if spacing:
            add(look, "w:spacing", **spacing)
        if indents := {
            side: str(twips(far)) for side, far in zip(("left", "right"), aside, strict=True) if far
        }:
            add(look, "w:ind", **indents)
        if turned and (side := _TURNED[self.look.style(turned).align]):
            add(look, "w:jc", val=side)
        if level:
            add(look, "w:outlineLvl", val=str(min(level, 9) - 1))
        return paragraph

    def _written(self, text: RichText, role: Role, paragraph: dict[str, Any]) -> None:
        """A paragraph of its style with text in it."""
        leftward = runs_leftward(plain(text), self.sheet.language)
        turned = role if leftward != self.mirrored else None
        element = self._paragraph(STYLES[role].id, **paragraph, turned=turned)
        self.hand.write(element, text, role, leftward=leftward)

    def _text(
        self,
        role: Role,
        text: RichText,
        *,
        keep: bool,
        level: int = 0,
        below: float | None = None,
        balanced: bool = False,
    ) -> None:
        if not plain(text).strip():
            return
        named = STYLES[role]
        kept = keep and not self.look.style(role).keep_next
        level = level if level != named.level else 0
        aside = self._balanced(text, role) if balanced else (0.0, 0.0)
        self._written(text, role, {"keep": kept, "level": level, "below": below, "aside": aside})

    def _balanced(self, text: RichText, role: Role) -> tuple[float, float]:
        """The indents with which the lines of a headline come out about equally long."""
        style = self.look.style(role)
        free = spare(text, role, self.look, self.sheet.language, column(self.look) - style.indent)
        if style.align == "centre":
            return style.indent + free / 2 if free else 0.0, free / 2
        return (0.0, free) if style.align == "start" else (style.indent + free if free else 0.0, 0.0)

    def _lines(self, role: Role, lines: tuple[RichText, ...], *, keep: bool) -> None:
        if not any(plain(line).strip() for line in lines):
            return
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            above, below = None if number == 1 else 0.0, None if last else 0.0
            self._written(line, role, {"keep": keep or not last, "above": above, "below": below})

    def _list(self, shape: Bullets, *, keep: bool, gap: bool) -> None:
        """A list; with `gap`, as much room below it as below a paragraph. Its points hang on the
        release's own side, whichever way their words run."""
        own = shape.role == "bullet"
        number = self._new_list() if shape.ordered else BULLETS
        style = NUMBERED if own and shape.ordered else STYLES[shape.role].id
        after = self.look.style("body").after
        wider = after if gap and after > self.look.style(shape.role).after else None
        for place, item in enumerate(shape.items, 1):
            last = place == len(shape.items)
            paragraph = self._paragraph(
                style,
                keep=keep and last,
                number=number if shape.ordered or not own else 0,
                below=wider if last else None,
            )
            self.hand.write(paragraph, item, shape.role, leftward=self.mirrored)

    def _new_list(self) -> int:
        """A list that begins at 1 again."""
        lists = self.document.part.numbering_part.element
        fresh = lists.add_num(NUMBERS - 1)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _picture(self, shape: Picture) -> None:
        data = self.sheet.pictures.get(shape.name, b"")
        between = self.look.size[1] - self.look.margins[0] - self.look.margins[2]
        share = box(self.look.size, self.look.margins)[1]
        tallest = self.look.logo_height if shape.role == "logo" else share
        room = (column(self.look), min(tallest, between))
        picture = embedded(data, called(shape), room, words_of(shape, self.sheet))
        part = self.document.part
        if picture.data not in self.pictures:
            name = PackURI(f"/word/media/image{len(self.pictures) + 1}.{picture.suffix}")
            image = ImagePart(name, picture.media_type, picture.data)
            self.pictures[picture.data] = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        self.shown += 1
        inline = CT_Inline.new_pic_inline(
            self.shown,
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
        shade = colour_attributes(self.look, "muted")["val"]
        add(sides, "w:bottom", val="single", sz="4", space="1", color=shade)
        add(paragraph[0], "w:spacing", line="120", lineRule="exact")

    def finish(self) -> None:
        """What stands on every page, and what the file says of itself."""
        self.block = ""
        if not self.drawn:
            self._paragraph(STYLES["body"].id)
        mark_ends(self.body, self.sheet.more)
        pages = page_count(self.sheet, self.look)
        section = self.document.sections[0]
        heads = [section.header, *([section.first_page_header] if _is_inside(self.sheet) else [])]
        for number, head in enumerate(heads, 1):
            hand = Hand(head.part, self.fonts, self.sheet.language)
            paragraph = write_head(head.part.element, hand, self.sheet, pages)
            add_watermark(paragraph, self.sheet.draft, number, self.fonts, WATERMARK)
        write_foot(section.footer.part.element, self.sheet, 2, pages)
        write_foot(section.first_page_footer.part.element, self.sheet, 1, pages)
        properties = self.document.core_properties
        for name, value in (
            ("title", self.sheet.title or self.sheet.running),
            ("author", self.sheet.issuer),
            ("subject", self.sheet.subject),
            ("keywords", self.sheet.keywords),
            ("language", language_tag(self.sheet.language)),
        ):
            if value := " ".join(writable(value).split()):
                setattr(properties, name, value[:_LONGEST_PROPERTY])
