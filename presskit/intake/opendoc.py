"""OpenDocument texts (ODT): OASIS ODF 1.3 part 3. What was deleted with changes tracked is
left out, and told; nothing that the file refers to is fetched."""

import re
from typing import TYPE_CHECKING

from presskit.bounded import damaged, unzip, xml
from presskit.i18n import _
from presskit.intake.documents import left_out, row_of
from presskit.intake.openstyles import DRAW, OFFICE, STYLE, TABLE, TEXT, Style, kinds, styles
from presskit.intake.passages import Form, Intake, Passage, Region
from presskit.text.runs import Run, plain, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_HREF = "{http://www.w3.org/1999/xlink}href"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PARTS = frozenset(["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S{3,2000}$", re.I)
_BLANKS = re.compile(r"[ \t\r\n]+")  # part 3, 6.1.2: as many as there are, they are one
_HEADS = ("header", "header-left", "header-first"), ("footer", "footer-left", "footer-first")
_DEEPEST = 80  # lists, tables and frames within each other
_MOST_BLANKS = 200  # that one mark may stand for
_LONG_CELL = 200  # letters; a table with longer ones is there for its looks


def read(data: bytes, called: str) -> Intake:
    """The passages of a document, then its notes, heads and feet; raises Unreadable for a broken or locked
    file."""
    parts = unzip(data, called, lambda name: name in _PARTS)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise damaged(called, _("it is locked with a password"))
    if "content.xml" not in parts:
        raise damaged(called, _("it has no text part"))
    trees = {name: xml(part, called) for name, part in parts.items() if not name.startswith("META-INF")}
    roots = [trees[name] for name in ("styles.xml", "content.xml") if name in trees]
    reader = _Reader(roots)
    body = trees["content.xml"].find(f"{OFFICE}body/{OFFICE}text")
    if body is not None:
        reader.blocks(body, "")
    reader.kept_for_the_end()
    regions: tuple[Region, Region] = ("header", "footer")
    for region, names in zip(regions, _HEADS, strict=True):
        for page in trees["styles.xml"].iter(f"{STYLE}master-page") if "styles.xml" in trees else ():
            for each in page.iterchildren(*(f"{STYLE}{name}" for name in names)):
                reader.blocks(each, region)
    about = trees.get("meta.xml")
    told = (
        {}
        if about is None
        else {tag: about.findtext(f".//{_DC}{tag}") or "" for tag in ("title", "language")}
    )
    return Intake(
        tuple(reader.found), title=told.get("title", "").strip()[:500],
        language=told.get("language", "").strip()[:35], form="odt", left_out=tuple(reader.left_out()),
    )  # fmt: skip


class _Reader:
    def __init__(self, roots: "list[_Element]") -> None:
        self.found: list[Passage] = []
        self._styles = styles(roots)
        self._kinds = kinds(roots)
        self._counts: dict[tuple[str, int], int] = {}
        self._gap = self._deleted = self._pictures = 0
        self._too_deep = False
        self._boxes: list[_Element] = []
        self._later: list[tuple[_Element, Region]] = []

    # --- blocks

    def blocks(
        self, holder: "_Element", region: Region, depth: int = 0, listed: tuple[str, int] = ("", 0)
    ) -> None:
        """Paragraphs, lists and tables in order. listed: the list style and the depth in lists."""
        for element in holder.iterchildren(tag="*"):
            self._block(element, region, depth, listed)

    def _block(self, element: "_Element", region: Region, depth: int, listed: tuple[str, int]) -> None:
        if depth > _DEEPEST:
            self._too_deep = True
            return
        tag = str(element.tag)
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            self._paragraph(element, region)
        elif tag == f"{TEXT}list":
            name = element.get(f"{TEXT}style-name") or listed[0]
            if listed[1] == 0 and element.get(f"{TEXT}continue-numbering") != "true":
                self._counts.clear()
            self._list(element, region, depth, (name, listed[1] + 1))
        elif tag == f"{TABLE}table":
            self._table(element, region, depth)
        elif tag == f"{TEXT}tracked-changes":
            self._deleted += sum(1 for _each in element.iter(f"{TEXT}deletion"))
        elif tag in (f"{TEXT}table-of-content", f"{TEXT}alphabetical-index"):
            self.blocks(element, "nav", depth + 1)
        elif tag.startswith(DRAW) and tag != f"{DRAW}text-box":
            self._frame(element, region)
        elif tag.startswith((TEXT, DRAW)):  # sections, boxes, lists of one item and what else holds text
            hidden = element.get(f"{TEXT}display") == "none"
            self.blocks(element, "hidden" if hidden else region, depth + 1)
        self._taken_boxes(region, depth)

    def _taken_boxes(self, region: Region, depth: int) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, region, depth + 1)

    def kept_for_the_end(self) -> None:
        """Notes and comments, in the order of the text; there may be notes in notes."""
        while self._later:
            element, region = self._later.pop(0)
            self.blocks(element, region)
            self._taken_boxes(region, 0)

    def _list(self, element: "_Element", region: Region, depth: int, listed: tuple[str, int]) -> None:
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            marked = item.tag == f"{TEXT}list-header"
            for child in item.iterchildren(tag="*"):
                if child.tag in (f"{TEXT}p", f"{TEXT}h") and not marked:
                    marked = self._paragraph(child, region, listed)
                    self._taken_boxes(region, depth)
                else:
                    self._block(child, region, depth + 1, listed)

    def _paragraph(self, element: "_Element", region: Region, listed: tuple[str, int] = ("", 0)) -> bool:
        """A paragraph; says whether there was one."""
        style = self._styles.get(element.get(f"{TEXT}style-name") or "", Style())
        told = element.get(f"{TEXT}outline-level") or ""
        heading = style.heading
        if element.tag == f"{TEXT}h":
            heading = min(int(told), 9) if told.isdigit() and told.isascii() and len(told) < 3 else 1
        if heading:
            style = style._replace(bold=False, italic=False)
        pieces: list[list[Run]] = [[]]
        self._inline(element, pieces, style, "", 0)
        lines = [stripped for each in pieces if (stripped := _stripped(tidy(each)))]
        if not lines:
            self._gap = min(self._gap + 1, 9)
            return False
        form: Form = "item" if listed[1] else "heading" if heading else "plain"
        for number, runs in enumerate(lines):
            goes_on = number > 0 and form == "item"
            self._put(
                runs, "plain" if goes_on else form, region if not style.hidden else "hidden",
                level=0 if goes_on else listed[1] or heading, mark="" if goes_on else self._mark(listed),
                centred=style.centred, whole=len(lines) == 1,
            )  # fmt: skip
        self._gap = 1
        return True

    def _mark(self, listed: tuple[str, int]) -> str:
        if not listed[1]:
            return ""
        if self._kinds.get(listed) != "number":
            return "•"
        for deeper in [each for each in self._counts if each[1] > listed[1]]:
            del self._counts[deeper]
        self._counts[listed] = self._counts.get(listed, 0) + 1
        return f"{self._counts[listed]}."

    def _put(self, runs: tuple[Run, ...], form: Form, region: Region, *, level: int = 0, mark: str = "",
             centred: bool = False, whole: bool = True) -> None:  # fmt: skip
        self.found.append(
            Passage(runs, form, level, mark, self._gap, region, len(self.found) + 1, centred, whole)
        )
        self._gap = 0

    # --- within a paragraph

    def _inline(
        self, element: "_Element", pieces: list[list[Run]], style: Style, link: str, depth: int
    ) -> None:
        if depth > _DEEPEST:
            self._too_deep = True
            return
        self._letters(element.text, pieces, style, link)
        for child in element.iterchildren(tag="*"):
            self._child(child, pieces, style, link, depth)
            self._letters(child.tail, pieces, style, link)

    def _child(self, child: "_Element", pieces: list[list[Run]], style: Style, link: str, depth: int) -> None:
        match str(child.tag):
            case t if t == f"{TEXT}s":
                told = child.get(f"{TEXT}c") or "1"
                count = int(told) if told.isdigit() and told.isascii() and len(told) < 5 else 1
                pieces[-1].append(Run(" " * min(count, _MOST_BLANKS), style.bold, style.italic, link))
            case t if t == f"{TEXT}tab":
                pieces[-1].append(Run("\t", style.bold, style.italic, link))
            case t if t == f"{TEXT}line-break":
                pieces.append([])
            case t if t == f"{TEXT}note":
                self._later += [(each, "footnote") for each in child.iterchildren(f"{TEXT}note-body")]
            case t if t == f"{OFFICE}annotation":
                self._later.append((child, "comment"))
            case t if t.startswith(DRAW):
                self._frame(child, "")
            case t if t == f"{TEXT}a":
                address = (child.get(_HREF) or "").strip()
                inner = address if _ADDRESS.match(address) else ""
                self._inline(child, pieces, style, inner, depth + 1)
            case t if t == f"{TEXT}span":
                own = self._styles.get(child.get(f"{TEXT}style-name") or "", Style())
                self._inline(child, pieces, own.over(style), link, depth + 1)
            case t if t in (f"{TEXT}ruby-text", f"{OFFICE}annotation-end"):
                pass
            case t if t.startswith(TEXT):  # fields, marks of references: their words as they stand
                self._inline(child, pieces, style, link, depth + 1)

    def _letters(self, letters: str | None, pieces: list[list[Run]], style: Style, link: str) -> None:
        if not letters:
            return
        letters = _BLANKS.sub(" ", letters)
        before = pieces[-1]
        if letters[0] == " " and (not before or before[-1].text.endswith(" ")):
            letters = letters[1:]
        if letters:
            before.append(Run(letters, style.bold, style.italic, link))

    def _frame(self, element: "_Element", region: Region) -> None:
        """A box or shape with text is read after its paragraph; of a picture, the words that stand for it."""
        if next(element.iter(f"{TEXT}p", f"{TEXT}h"), None) is not None:
            self._boxes.append(element)
            return
        self._pictures += 1
        words = " ".join(
            f"{element.findtext(f'{_SVG}title') or ''} {element.findtext(f'{_SVG}desc') or ''}".split()
        )
        if words:
            self._put((Run(words[:1000]),), "plain", region or "picture")

    # --- tables

    def _table(self, element: "_Element", region: Region, depth: int) -> None:
        for row in element.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is not element:
                continue  # of a table within, which its cell reads
            cells: list[list[Passage]] = []
            for cell in row.iterchildren(f"{TABLE}table-cell"):
                around, self.found, self._gap = self.found, [], 0
                self.blocks(cell, region, depth + 1)
                if self.found:
                    cells.append(self.found)
                self.found = around
            self._gap = 0
            if runs := row_of(cells):
                self._put(runs, "row", region)
            else:
                self.found += [each for found in cells for each in found]
        self._gap = 1

    def left_out(self) -> list[str]:
        """What of the document was not read, in sentences."""
        return left_out(self._deleted, self._pictures, too_deep=bool(self._too_deep))


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without blanks at their ends; nothing where there are only blanks."""
    if not plain(runs).strip():
        return ()
    pieces = list(runs)
    while not pieces[0].text.strip(" \t"):
        del pieces[0]
    while not pieces[-1].text.strip(" \t"):
        del pieces[-1]
    first = pieces[0]
    pieces[0] = Run(first.text.lstrip(" \t"), first.bold, first.italic, first.link)
    last = pieces[-1]
    pieces[-1] = Run(last.text.rstrip(" \t"), last.bold, last.italic, last.link)
    return tidy(pieces)
