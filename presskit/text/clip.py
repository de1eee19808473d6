"""Rich text from Word, web pages and mail as our runs, and ours as HTML. Nothing that HTML refers to is
fetched; of what it says only bold, italic, links, paragraphs, lists and headings are taken."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Literal, NamedTuple

from msgspec.structs import replace

from presskit.text.runs import Paragraphs, RichText, Run, join, plain, strip, tidy

Kind = Literal["paragraph", "heading", "bullets", "numbers"]

MOST = 4_000_000  # characters of HTML or text that are looked at
_DEEPEST = 200  # elements within one another
_SPACE = re.compile(r"[ \t\n\r\f]+")
# What stands for an object, begins or ends a frame (Qt), or ends a string is no letter of a release;
# ends of lines and paragraphs that are Unicode's own are spaces in HTML.
_NO_LETTERS = str.maketrans({0: None, 0xFFFC: None, 0xFDD0: None, 0xFDD1: None})
_OTHER_SPACE = str.maketrans("\x0b\x1c\x1d\x1e\x85\u2028\u2029", " " * 7)
_SKIPPED = frozenset(
    ["script", "style", "head", "title", "meta", "template", "svg", "math", "object", "iframe", "select",
     "textarea", "button", "noscript", "audio", "video"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main",
     "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"]
)  # fmt: skip
_HEADING = re.compile(r"h[1-6]$")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)")
_NOT_ITALIC = re.compile(r"font-style\s*:\s*normal")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
_LINKS = ("http://", "https://", "mailto:")


class Piece(NamedTuple):
    """A paragraph, a heading, or the points of a list."""

    kind: Kind
    texts: Paragraphs


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    link: str = ""
    kind: Kind = "paragraph"
    heading: bool = False


class _Reader:
    """Gathers pieces while it walks down a document."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._runs: list[Run] = []
        self._kind: Kind = "paragraph"

    def walk(self, node: object, look: _Look, depth: int = 0) -> None:
        """Takes an element and what is in it, but not what follows it."""
        tag = getattr(node, "tag", None)
        if not isinstance(tag, str):
            return  # a comment
        attributes = node.attrib  # type: ignore[attr-defined]
        style = (attributes.get("style") or "").lower()
        listed = re.search(r"mso-list\s*:\s*(\S+)", style)
        if tag in _SKIPPED or _HIDDEN.search(style) or depth > _DEEPEST:
            return
        if listed and listed[1].startswith("ignore"):  # the bullet or number that Word sets as text
            marker = "".join(node.itertext()).strip()  # type: ignore[attr-defined]
            self._kind = "numbers" if re.match(r"\(?(\d|[a-zA-Z][.)])", marker) else "bullets"
            return
        if tag == "br":
            self._runs.append(Run("\n"))
            return
        starts = tag in _BLOCKS or bool(_HEADING.match(tag))
        look = _looking(tag, style, attributes.get("href") or "", look)
        if starts:
            self.end()
            self._kind = "bullets" if listed else look.kind
        elif tag in {"td", "th"} and self._runs:
            self._runs.append(Run(" "))
        self._say(node.text, look)  # type: ignore[attr-defined]
        for child in node:  # type: ignore[attr-defined]
            self.walk(child, look, depth + 1)
            if starts and not self._runs and not listed:
                self._kind = look.kind
            self._say(child.tail, look)
        if starts:
            self.end()

    def _say(self, text: str | None, look: _Look) -> None:
        if text:
            words = _SPACE.sub(" ", text.translate(_NO_LETTERS).translate(_OTHER_SPACE))
            self._runs.append(Run(words, look.bold and not look.heading, look.italic, look.link))

    def end(self) -> None:
        """What was gathered is a paragraph or a point; a line that a page breaks twice is none more."""
        text = _close_up(self._runs)
        kind, self._runs, self._kind = self._kind, [], "paragraph"
        if not plain(text).strip():
            return
        if kind in {"bullets", "numbers"} and self.pieces and self.pieces[-1].kind == kind:
            self.pieces[-1] = Piece(kind, (*self.pieces[-1].texts, text))
        else:
            self.pieces.append(Piece(kind, (text,)))


def _looking(tag: str, style: str, address: str, look: _Look) -> _Look:
    if tag in {"b", "strong", "th"} or _BOLD.search(style):
        look = look._replace(bold=True)
    if tag in {"i", "em", "cite", "dfn", "var"} or _ITALIC.search(style):
        look = look._replace(italic=True)
    if _NOT_BOLD.search(style):  # some mark all that is copied with <b style="font-weight: normal">
        look = look._replace(bold=False)
    if _NOT_ITALIC.search(style):
        look = look._replace(italic=False)
    if tag == "a" and address.strip().lower().startswith(_LINKS):
        look = look._replace(link=address.strip())
    if tag in {"ul", "dir"}:
        look = look._replace(kind="bullets")
    elif tag == "ol":
        look = look._replace(kind="numbers")
    elif _HEADING.match(tag):
        look = look._replace(kind="heading", heading=True)
    return look


def _close_up(runs: list[Run]) -> RichText:
    """The runs with one space where several meet, and none at either end or beside a line break."""
    found: list[Run] = []
    last = "\n"
    for run in runs:
        text = run.text
        if last in " \n" and text != "\n":
            text = text.lstrip(" ")
        if text == "\n" and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text:
            found.append(Run(text, run.bold, run.italic, run.link))
            last = text[-1]
    return strip(tidy(found))


def from_html(html: str) -> tuple[Piece, ...]:
    """What HTML says, as pieces. Never raises: what cannot be read is nothing."""
    from lxml import html as parser

    reader = _Reader()
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", html[:MOST]).replace("\x00", "")
    try:
        root = parser.document_fromstring(page, parser=parser.HTMLParser(no_network=True, huge_tree=False))
    except (ValueError, parser.etree.LxmlError):
        return ()
    reader.walk(root, _Look())
    reader.end()
    return tuple(reader.pieces)


def from_text(text: str) -> tuple[Piece, ...]:
    """The lines of plain text that say something, a paragraph each."""
    lines = [line.strip() for line in text[:MOST].translate(_NO_LETTERS).splitlines()]
    return tuple(Piece("paragraph", ((Run(line),),)) for line in lines if line)


def paragraphs(pieces: Iterable[Piece]) -> Paragraphs:
    """The pieces as plain paragraphs."""
    return tuple(text for piece in pieces for text in piece.texts)


def in_one(pieces: Iterable[Piece]) -> RichText:
    """The pieces as a single paragraph, a space between them."""
    texts = paragraphs(pieces)
    return join(*(part for text in texts[:-1] for part in (text, " ")), *texts[-1:])


def to_html(pieces: Iterable[Piece]) -> str:
    """Pieces as HTML for Word, mail and web pages. Equal pieces give equal HTML."""
    return "<html><body>\n" + "\n".join(_marked_up(pieces)) + "\n</body></html>"


def _marked_up(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        inside = [_inline(text) for text in piece.texts]
        match piece.kind:
            case "heading":
                yield from (f"<h2>{each}</h2>" for each in inside)
            case "paragraph":
                yield from (f"<p>{each}</p>" for each in inside)
            case "bullets" | "numbers":
                tag = "ul" if piece.kind == "bullets" else "ol"
                yield f"<{tag}>" + "".join(f"<li>{each}</li>" for each in inside) + f"</{tag}>"


def _inline(text: RichText) -> str:
    found = []
    for run in text:
        words = escape(run.text, quote=False).replace("\n", "<br>")
        for on, tag in ((run.italic, "i"), (run.bold, "b")):
            words = f"<{tag}>{words}</{tag}>" if on else words
        if run.link.lower().startswith(_LINKS):
            words = f'<a href="{escape(run.link)}">{words}</a>'
        found.append(words)
    return "".join(found)


def to_text(pieces: Iterable[Piece]) -> str:
    """Pieces as plain text, an empty line between them; points of a list follow one another."""
    return "\n\n".join("\n".join(map(plain, piece.texts)) for piece in pieces)
