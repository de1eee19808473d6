"""What a Word file says (ECMA-376 part 1): to its readers, and behind the page."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from presskit.bounded import MEGABYTE, damaged, too_large, unzip, xml
from presskit.i18n import _, ngettext
from presskit.model.locale_words import quoted
from presskit.verify import pictures
from presskit.verify.findings import MOST_NAMED, Finding, Gathering, Report, moment
from presskit.verify.internal import Internal, Piece
from presskit.verify.word_looks import Looks, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_STORY = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_MARKUP = (".xml", ".rels")
_MAX_MARKUP = 16 * MEGABYTE  # of all parts together; a second's work each, and twenty times that in memory
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
            "tblPrExChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellDel",
            "cellMerge")  # fmt: skip
# What the strict kind of Word file calls what all others call otherwise (ECMA-376 part 4, annex A).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_WHO = {f"{W}{name}" for name in ("author", "initials", "userId")}
# Names in docProps/core.xml and app.xml (ECMA-376 part 2, 8.3; part 1, 22.2) that say who.
_PERSONS = {"creator", "lastModifiedBy", "Manager", "Company"}


def read(data: bytes, called: str, wanted: Internal) -> Report:
    """What is in a Word file; `called` is what a problem calls it. Raises Unreadable."""
    files = unzip(data, called)
    if sum(len(body) for name, body in files.items() if name.endswith(_MARKUP)) > _MAX_MARKUP:
        raise too_large(called)
    parts = {name: _markup(body, called) for name, body in files.items() if name.endswith(_MARKUP) and body}
    main = _main_part(parts)
    if main not in parts or parts[main].tag != f"{W}document":
        raise damaged(called, _("it is no Word document, although its name says so"))
    word = _Word(files, parts, main)
    word.look()
    found = [*word.findings, *wanted.search(word.pieces())]
    return Report("docx", word.facts, tuple(dict.fromkeys(found)))


class _Word(Gathering):
    """A Word file taken apart."""

    def __init__(self, files: dict[str, bytes], parts: dict[str, "_Element"], main: str) -> None:
        super().__init__()
        self.files = files
        self.parts = parts
        self.main = main
        self.body = parts[main]
        self._pictures: list[Piece] = []
        self.said = {
            **_properties(parts.get("docProps/app.xml")),
            **_properties(parts.get("docProps/core.xml")),
        }

    def look(self) -> None:
        """Gathers all there is to say."""
        self._document()
        self._access()
        self._behind()
        self._data()
        for name, body in self.files.items():
            if name.startswith("word/media/"):
                findings, pieces = pictures.look(body, name.rpartition("/")[2])
                self.findings += findings
                self._pictures += pieces

    def pieces(self) -> Iterator[Piece]:
        """All words of the file."""
        for name, root in self.parts.items():
            story = self._is_story(name)
            codes: list[str] = []
            for element in root.iter(f"{W}p") if story else ():
                yield Piece(_text(element, "t", "delText", "instrText"), "body")
            for element in root.iter():
                tag = str(element.tag).rpartition("}")[2]  # a comment has a function for a tag
                for key, value in element.attrib.items():
                    codes.append(str(value))
                    if key in _WHO:
                        yield Piece(str(value), "person")
                if not story and element.text and element.text.strip():
                    yield Piece(element.text, "person" if _is_personal(name, tag) else "data")
            yield Piece("\n".join(codes), "code")
        yield Piece("\n".join(self.files), "code")
        yield from self._pictures

    def _document(self) -> None:
        said = self.said
        paragraphs = [_text(each) for each in self.body.iter(f"{W}p")]
        paragraphs = [each for each in paragraphs if each.strip()]
        self.fact("title", said.get("title", ""))
        self.fact("author", said.get("creator", ""))
        self.about(said.get("subject", ""), said.get("keywords", ""))
        behind = (each.get("string") for name in self.parts for each in self.parts[name].iter(_TEXT_PATH))
        self.found("watermark", *(str(words) for words in behind if words))
        self.fact("language", *self._languages())
        self.fact("pages", said.get("Pages", ""))
        self.fact("paragraphs", len(paragraphs))
        self.fact("words", sum(len(each.split()) for each in paragraphs))
        self.fact("made-with", f"{said.get('Application', '')} {said.get('AppVersion', '')}".strip())
        if not said.get("title", "").strip():
            self.findings.append(Finding("untitled"))
        if "language" not in self.facts:
            self.findings.append(Finding("no-language"))

    def _languages(self) -> list[str]:
        """The language of the document, then those of its words."""
        found = [self.said.get("language", "")]
        for name in ("word/styles.xml", self.main):
            for element in self._all(name, "lang"):
                found += [_attribute(element, each) for each in ("val",)]
        return list(dict.fromkeys(each for each in found if each))[:MOST_NAMED]

    def _all(self, name: str, *tags: str) -> "list[_Element]":
        root = self.parts.get(name)
        return [] if root is None else list(root.iter(*(W + tag for tag in tags)))

    def _everywhere(self, *tags: str) -> "list[_Element]":
        return [each for name in self.parts if self._is_story(name) for each in self._all(name, *tags)]

    def _is_story(self, name: str) -> bool:
        """Whether a part has words for readers."""
        return name == self.main or _STORY.fullmatch(name) is not None

    def _access(self) -> None:
        levels, lists = _paragraph_kinds(self.body, self.parts.get("word/styles.xml"))
        self.fact("headings", *(f"{level}: {words[:80]}" for level, words in levels))
        if not levels:
            self.findings.append(Finding("no-headings"))
        before = 0
        for level, words in levels:
            if level > before + 1 and before:
                self.found("levels", f"{before} → {level}, {quoted(words[:60])}")
            before = level
        drawn = [each for name in self.parts if self._is_story(name) for each in _drawings(self.parts[name])]
        bare = [each for each in drawn if not (each.get("descr") or "").strip()]
        if drawn:
            told = ngettext("{count}, {bare} without a description", "{count}, {bare} without a description",
                            len(drawn))  # fmt: skip
            self.fact("pictures", told.format(count=len(drawn), bare=len(bare)))
        self.found("no-alt", *((each.get("name") or each.get("id") or "?") for each in bare))
        self.fact("lists", lists or "")
        self.fact("tables", len(self._all(self.main, "tbl")) or "")
        self.fact("links", len(self._everywhere("hyperlink")) or "")
        named = {
            _attribute(font, each)
            for name in ("word/styles.xml", self.main)
            for font in self._all(name, "rFonts")
            for each in ("ascii", "hAnsi", "eastAsia", "cs")
        } | {str(each.get("typeface")) for each in _latin(self.parts.get("word/theme/theme1.xml"))}
        embedded = sum(1 for name in self.files if name.startswith("word/fonts/"))
        self.fact(
            "fonts",
            *sorted(named - {""}),
            *([_("{count} embedded").format(count=embedded)] if embedded else []),
        )

    def _behind(self) -> None:
        """What people left in the text that no page shows."""
        authors = Counter(_attribute(each, "author") or "?" for each in self._everywhere("comment"))
        self.found("comments", *(f"{who} ({count})" for who, count in authors.items()))
        changes = Counter(_attribute(each, "author") or "?" for each in self._everywhere(*_TRACKED))
        self.found("tracked", *(f"{who} ({count})" for who, count in changes.items()))
        unseen: dict[str, list[str]] = {"hidden": [], "faint": []}
        page = self.body.find(f"{W}background")
        looks = Looks(self.parts.get("word/styles.xml"), "" if page is None else _attribute(page, "color"))
        for run in self._everywhere("r"):
            words = _text(run)
            if words.strip() and (why := looks.unseen(run)):
                unseen[why].append(quoted(words[:60]))
        self.found("hidden-text", *unseen["hidden"])
        self.found("faint-text", *unseen["faint"])
        controls = self._everywhere("sdt")
        if controls:
            self.found("controls", str(len(controls)))
        self.found("custom", *(_attribute(each, "xpath") for each in self._everywhere("dataBinding")))

    def _data(self) -> None:
        """What the file says of itself, and what else is in it."""
        said, files = self.said, self.files
        self.found("saved-by", said.get("lastModifiedBy", ""))
        self.found("company", said.get("Company", ""), said.get("Manager", ""))
        template = said.get("Template", "")
        self.found("template", template if template not in {"Normal.dotm", "Normal"} else "")
        self.found("times", *(moment(said.get(each, "")) for each in ("created", "modified", "lastPrinted")))
        worked = said.get("TotalTime", "").strip()
        if minutes := int(worked[:9]) if worked.isdecimal() else 0:
            told = ngettext("{minutes} minute of work", "{minutes} minutes of work", minutes)
            self.found("times", told.format(minutes=minutes))
        custom = self.parts.get("docProps/custom.xml")
        names = [str(each.get("name")) for each in custom] if custom is not None else []
        variables = [_attribute(each, "name") for each in self._all("word/settings.xml", "docVar")]
        items = [name for name in files if re.fullmatch(r"customXml/item\d+\.xml", name)]
        self.found("custom", *names, *variables, *items)
        edits = self._all("word/settings.xml", "rsid", "rsidRoot")
        if edits or any("rsid" in key for element in self.body.iter() for key in map(str, element.attrib)):
            count = max(len(edits), 1)
            told = ngettext("{count} editing session", "{count} editing sessions", count)
            self.found("history", told.format(count=count))
        self.found("script", *(name for name in files if "vbaProject" in name or name.endswith(".bin.rels")))
        inner = ("word/embeddings/", "word/activeX/", "word/afchunk")
        self.found("attached", *(name for name in files if name.startswith(inner)))
        for name, root in self.parts.items():
            if name.endswith(".rels"):
                self._relationships(root)

    def _relationships(self, root: "_Element") -> None:
        for each in root.iter(_RELATIONSHIP):
            kind, target = str(each.get("Type", "")).rpartition("/")[2], str(each.get("Target", ""))
            if each.get("TargetMode") != "External":
                continue
            if kind == "attachedTemplate":
                self.found("template", target)
            elif kind == "hyperlink":
                if not re.match(r"(?i)(https?|mailto|tel):|#", target):
                    self.found("linked-file", target)
            elif re.match(r"(?i)https?:", target):
                self.found("remote", target)
            else:
                self.found("linked-file", target)


def _markup(body: bytes, called: str) -> "_Element":
    for strict, usual in _STRICT:
        body = body.replace(strict, usual)
    return xml(body, called)


def _main_part(parts: dict[str, "_Element"]) -> str:
    """The name of the part that the text is in: what the file says (ECMA-376 part 2, 6.5), or else the
    usual."""
    root = parts.get("_rels/.rels")
    for each in root.iter(_RELATIONSHIP) if root is not None else ():
        if str(each.get("Type", "")).endswith("/officeDocument"):
            return str(each.get("Target", "")).lstrip("/")
    return _MAIN


def _is_personal(name: str, tag: str) -> bool:
    return (
        tag in _PERSONS or name in {"docProps/custom.xml", "word/people.xml"} or name.startswith("customXml/")
    )


def _properties(root: "_Element | None") -> dict[str, str]:
    if root is None:
        return {}
    return {str(each.tag).rpartition("}")[2]: each.text or "" for each in root}


def _attribute(element: "_Element", name: str) -> str:
    return str(element.get(W + name) or "")


def _drawings(root: "_Element") -> "Iterator[_Element]":
    """What names and describes each picture (ECMA-376 part 1, 20.4.2.5)."""
    return root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")


def _latin(theme: "_Element | None") -> "Iterator[_Element]":
    return (
        iter(())
        if theme is None
        else theme.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}latin")
    )


def _paragraph_kinds(body: "_Element", styles: "_Element | None") -> tuple[list[tuple[int, str]], int]:
    """The headings in order, each with its level from 1; and how many lists there are."""
    known: dict[str, tuple[int, str, str]] = {}
    for each in styles.iter(f"{W}style") if styles is not None else ():
        known[_attribute(each, "styleId")] = (*_own(each.find(f"{W}pPr")), _value(each, "basedOn"))
    headings: list[tuple[int, str]] = []
    lists: set[str] = set()
    for paragraph in body.iter(f"{W}p"):
        look = paragraph.find(f"{W}pPr")
        level, listed = _own(look)
        style = "" if look is None else _value(look, "pStyle")
        for _step in range(20):  # styles that are based on each other in a circle
            if style not in known:
                break
            inherited, in_list, style = known[style]
            level, listed = level or inherited, listed or in_list
        if listed not in {"", "0"}:
            lists.add(listed)
        words = " ".join(_text(paragraph).split())
        if 0 < level < 10 and words:
            headings.append((level, words))
    return headings, len(lists)


def _own(look: "_Element | None") -> tuple[int, str]:
    """The outline level from 1, 0 for none, and the number of the list, of paragraph properties."""
    if look is None:
        return 0, ""
    level = _value(look, "outlineLvl")
    numbered = look.find(f"{W}numPr")
    return int(level) + 1 if level.isdigit() else 0, "" if numbered is None else _value(numbered, "numId")


def _text(element: "_Element", *tags: str) -> str:
    return "".join(str(words) for words in element.itertext(*(W + tag for tag in tags or ("t",))))


def _value(element: "_Element", name: str) -> str:
    child = element.find(W + name)
    return "" if child is None else _attribute(child, "val")
