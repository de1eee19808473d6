"""Word documents (DOCX): ECMA-376 part 1. What was deleted with changes tracked is left out, and told;
nothing that the file refers to is fetched."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from presskit.bounded import damaged, unzip, xml
from presskit.i18n import _
from presskit.intake.documents import left_out, row_of
from presskit.intake.passages import Form, Intake, Passage, Region
from presskit.intake.wordstyles import Style, W, links, numbers, on, styles, sub, value
from presskit.text.runs import Run, plain, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CORE = "{http://purl.org/dc/elements/1.1/}title"
_PART = re.compile(
    r"word/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml"
    r"|word/_rels/document\.xml\.rels|docProps/core\.xml"
)
_SKIPPED = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr")
)
_THROUGH = frozenset(
    W + name
    for name in ("ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "bdo", "dir")
)
_DEEPEST = 60  # tables and boxes within each other


def read(data: bytes, called: str) -> Intake:
    """The passages of a document, then its notes, heads and feet; raises Unreadable for a broken file."""
    parts = unzip(data, called, lambda name: _PART.fullmatch(name) is not None)
    if "word/document.xml" not in parts:
        raise damaged(called, _("it has no text part"))
    trees = {name: xml(part, called) for name, part in parts.items()}
    reader = _Reader(trees)
    body = trees["word/document.xml"].find(f"{W}body")
    if body is not None:
        reader.blocks(body, "")
    for name in sorted(trees):
        if name.startswith("word/header"):
            reader.blocks(trees[name], "header")
        elif name.startswith("word/footer"):
            reader.blocks(trees[name], "footer")
    for kind in ("footnote", "endnote"):
        for note in _children(trees.get(f"word/{kind}s.xml"), kind):
            if note.get(f"{W}type") in (None, "normal"):
                reader.blocks(note, "footnote")
    for note in _children(trees.get("word/comments.xml"), "comment"):
        reader.blocks(note, "comment")
    core = trees.get("docProps/core.xml")
    title = core.findtext(_CORE) if core is not None else ""
    return Intake(
        tuple(reader.found), title=(title or "").strip()[:500], form="docx", left_out=tuple(reader.left_out())
    )


def _children(tree: "_Element | None", name: str) -> "Iterator[_Element]":
    return iter(()) if tree is None else tree.iterchildren(f"{W}{name}")


def _wrapped(holder: "_Element", name: str) -> "Iterator[_Element]":
    """Children of a name, those in content controls too (ECMA-376 part 1, 17.5.2)."""
    for child in holder.iterchildren():
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _THROUGH:
            yield from _wrapped(child, name)


class _Reader:
    def __init__(self, trees: "dict[str, _Element]") -> None:
        self.found: list[Passage] = []
        self._styles = styles(trees.get("word/styles.xml"))
        self._numbers = numbers(trees.get("word/numbering.xml"))
        self._links = links(trees.get("word/_rels/document.xml.rels"))
        self._counts: dict[tuple[str, int], int] = {}
        self._gap = 0
        self._deleted = self._pictures = 0
        self._too_deep = False
        self._boxes: list[_Element] = []

    def blocks(self, holder: "_Element", region: Region, depth: int = 0) -> None:
        """Paragraphs and tables in order, those in content controls too."""
        if depth > _DEEPEST:
            self._too_deep = True
            return
        for element in holder.iterchildren():
            if element.tag == f"{W}p":
                self._paragraph(element, region)
                for box in self._taken_boxes():
                    self.blocks(box, region, depth + 1)
            elif element.tag == f"{W}tbl":
                self._table(element, region, depth)
            elif element.tag in _THROUGH:
                self.blocks(element, region, depth + 1)
            elif element.tag == f"{W}del":
                self._deleted += 1

    def _taken_boxes(self) -> "list[_Element]":
        boxes, self._boxes = self._boxes, []
        return boxes

    # --- paragraphs

    def _paragraph(self, element: "_Element", region: Region) -> None:
        properties = element.find(f"{W}pPr")
        style = self._styles.get(value(sub(properties, "pStyle")), self._styles.get("", Style()))
        pieces: list[list[Run]] = [[]]
        self._runs(element, pieces, style, "")
        level, form, mark = 0, "plain", ""
        outline = value(sub(properties, "outlineLvl"))
        heading = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else style.heading
        numbering = sub(properties, "numPr")
        listed = value(sub(numbering, "numId")) or style.listed
        if heading:
            form, level = "heading", heading
        elif listed and listed != "0":
            form, level, mark = "item", 1, "•"
            depth = value(sub(numbering, "ilvl"))
            level = min(int(depth), 8) + 1 if depth.isdigit() else 1
            mark = self._mark(listed, level)
        centred = value(sub(properties, "jc")) == "center"
        lines = [tidy(each) for each in pieces]
        lines = [each for each in lines if plain(each).strip()]
        if not lines:
            self._gap = min(self._gap + 1, 9)
            return
        for number, runs in enumerate(lines):
            goes_on = number > 0 and form == "item"
            kind, own = ("plain", "") if goes_on else (form, mark)
            self._put(runs, kind, level, own, region, centred=centred, whole=len(lines) == 1)
        self._gap = 1

    def _put(self, runs: tuple[Run, ...], form: str, level: int, mark: str, region: Region, *,
             centred: bool = False, whole: bool = True) -> None:  # fmt: skip
        kind: Form = (
            "heading"
            if form == "heading"
            else "item"
            if form == "item"
            else "row"
            if form == "row"
            else "plain"
        )
        self.found.append(
            Passage(
                _stripped(runs),
                kind,
                level if kind != "plain" else 0,
                mark,
                self._gap,
                region,
                len(self.found) + 1,
                centred,
                whole,
            )
        )
        self._gap = 0

    def _mark(self, listed: str, level: int) -> str:
        if self._numbers.get((listed, level), "bullet") in ("bullet", "none", ""):
            return "•"
        at = self._counts[listed, level] = self._counts.get((listed, level), 0) + 1
        return f"{at}."

    def _runs(
        self, element: "_Element", pieces: list[list[Run]], style: Style, link: str, depth: int = 0
    ) -> None:
        if depth > _DEEPEST:
            return
        for child in element.iterchildren():
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, pieces, style, link)
            elif tag == f"{W}hyperlink":
                self._runs(child, pieces, style, self._links.get(child.get(f"{_R}id") or "", ""), depth + 1)
            elif tag in _THROUGH:
                self._runs(child, pieces, style, link, depth + 1)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self._deleted += tag.endswith("del")

    def _run(self, element: "_Element", pieces: list[list[Run]], style: Style, link: str) -> None:
        properties = element.find(f"{W}rPr")
        if on(sub(properties, "vanish")):
            self._deleted += 1
            return
        own = self._styles.get(value(sub(properties, "rStyle")), Style())
        bold, italic = sub(properties, "b"), sub(properties, "i")
        is_bold = on(bold) if bold is not None else (style.bold or own.bold) and not style.heading
        is_italic = on(italic) if italic is not None else (style.italic or own.italic) and not style.heading
        for child in element.iterchildren():
            letters = ""
            match str(child.tag).rpartition("}")[2]:
                case "t":
                    letters = child.text or ""
                case "tab" | "ptab":
                    letters = "\t"
                case "noBreakHyphen":
                    letters = "\u2011"
                case "br" | "cr":
                    if value(child, "type") in ("", "textWrapping"):
                        pieces.append([])
                case "ruby":  # 17.3.3.25: the words, without what is set over them
                    for base in child.iterchildren(f"{W}rubyBase"):
                        self._runs(base, pieces, style, link)
                case "softHyphen":
                    letters = "\u00ad"
                case "drawing" | "pict" | "object" | "AlternateContent":
                    self._drawing(child)
            if letters:
                pieces[-1].append(Run(letters, is_bold, is_italic, link))

    def _drawing(self, element: "_Element") -> None:
        """A picture is left out; a text box is read after its paragraph."""
        for fallback in element.iter(f"{_MC}Fallback"):
            fallback.clear()  # it says the same once more, for old programs
        boxes = list(element.iter(f"{W}txbxContent"))
        self._boxes += boxes
        self._pictures += not boxes

    # --- tables

    def _table(self, element: "_Element", region: Region, depth: int) -> None:
        for row in _wrapped(element, "tr"):
            cells = []
            for cell in _wrapped(row, "tc"):
                around, self.found, self._gap = self.found, [], 0
                self.blocks(cell, region, depth + 1)
                cells.append(self.found)
                self.found = around
            filled = [each for each in cells if each]
            if runs := row_of(filled):
                self._put(runs, "row", 0, "", region)
            else:
                self.found += [each for found in filled for each in found]
        self._gap = 1

    def left_out(self) -> list[str]:
        """What of the document was not read, in sentences."""
        return left_out(self._deleted, self._pictures, too_deep=self._too_deep)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    first = Run(runs[0].text.lstrip(" \t"), runs[0].bold, runs[0].italic, runs[0].link)
    runs = tidy((first, *runs[1:]))
    last = runs[-1]
    return tidy((*runs[:-1], Run(last.text.rstrip(" \t"), last.bold, last.italic, last.link)))
