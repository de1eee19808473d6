"""Rich text -> runs and hyperlinks of a Word paragraph."""

import re
from itertools import groupby
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

from presskit.export.docx_styles import language_attributes
from presskit.text.runs import RichText, Run, strip
from presskit.text.typography import is_right_to_left

Element = _Element
"""An element of a Word file's XML."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What XML 1.0 cannot hold ("Char", production 2), and the C1 controls, which Word cannot show.
_UNHEARD_OF = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\n\t])")
# Words in Latin letters, with what joins them: left to right within a line from right to left.
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][\w.,'’@:/&+%#?=-]*"
_LATIN = re.compile(rf"({_LATIN_WORD}(?:[ \u00a0]{_LATIN_WORD})*)")
_SCHEMES = frozenset({"http", "https", "mailto"})
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"  # RFC 3986: reserved and unreserved, and what is escaped already


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """A new last child, such as "w:r", with attributes of the same name space."""
    child = SubElement(parent, qn(tag))
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    return child


def add_letters(run: Element, letters: str, tag: str = "w:t") -> None:
    """The letters as they are, blanks at either end included."""
    child = add(run, tag)
    child.text = letters
    if letters[:1].isspace() or letters[-1:].isspace():
        child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def writable(text: str) -> str:
    """The text without characters that a Word file cannot hold; every kind of line end made "\\n"."""
    if text.isprintable():
        return text
    return _UNHEARD_OF.sub("", _LINE_ENDS.sub("\n", text))


def address(link: str) -> str:
    """The link as the address of a web page or of mail, or nothing when it is neither."""
    link = writable(link).strip()
    try:
        parts = urlsplit(link)
        if parts.scheme.lower() not in _SCHEMES:
            return ""
        if parts.scheme.lower() == "mailto":
            return quote(link, _KEPT) if "@" in parts.path else ""
        if not parts.hostname:
            return ""
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
        return quote(parts._replace(netloc=host).geturl(), _KEPT)
    except ValueError:  # UnicodeError is one
        return ""


def is_leftward(words: str, language: str) -> bool:
    """Whether the words run from right to left: the language does, and no word is in Latin letters."""
    return is_right_to_left(language) and not _LATIN.search(words)


class Hand:
    """Writes text into one part of a Word file: the part holds the addresses that links point to."""

    def __init__(self, part: Part, language: str) -> None:
        self.part = part
        self.language = language

    def write(self, paragraph: Element, text: RichText) -> None:
        """The text at the end of a paragraph."""
        for link, runs in groupby(strip(text), key=lambda run: address(run.link) if run.link else ""):
            parent = paragraph
            if link:
                parent = add(paragraph, "w:hyperlink", history="1")
                number = self.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                parent.set(qn("r:id"), number)
            for run in runs:
                self._add_run(parent, run, linked=bool(link))

    def _add_run(self, parent: Element, run: Run, *, linked: bool) -> None:
        letters = writable(run.text)
        if not letters:
            return
        if not is_right_to_left(run.language or self.language):
            self._add_piece(parent, letters, run, linked=linked, leftward=False)
            return
        for number, piece in enumerate(_LATIN.split(letters)):
            if piece:
                self._add_piece(parent, piece, run, linked=linked, leftward=number % 2 == 0)

    def _add_piece(self, parent: Element, letters: str, run: Run, *, linked: bool, leftward: bool) -> None:
        element = add(parent, "w:r")
        if linked or run.bold or run.italic or leftward or run.language:
            look = add(element, "w:rPr")
            if linked:
                add(look, "w:rStyle", val="Hyperlink")
            if run.bold:
                add(look, "w:b")
                add(look, "w:bCs")
            if run.italic:
                add(look, "w:i")
                add(look, "w:iCs")
            if leftward:
                add(look, "w:rtl")
            if run.language and (tongue := language_attributes(run.language)):
                add(look, "w:lang", **tongue)
        for part in _BREAKS.split(letters):
            if part == "\n":
                add(element, "w:br")
            elif part == "\t":
                add(element, "w:tab")
            elif part:
                add_letters(element, part)
