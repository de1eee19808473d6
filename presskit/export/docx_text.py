"""Rich text -> runs and hyperlinks of a Word paragraph."""

import re
from itertools import groupby

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

from presskit.export.address import address
from presskit.export.docx_fonts import Fonts
from presskit.export.docx_script import (
    EASTERN,
    Piece,
    language_attributes,
    language_of,
    pieces,
    runs_leftward,
    script_of,
)
from presskit.flow import Role
from presskit.text.runs import RichText, Run, plain, strip

Element = _Element
"""An element of a Word file's XML."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What XML 1.0 cannot hold ("Char", production 2), and the C1 controls, which Word cannot show.
_UNHEARD_OF = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\n\t])")


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


class Hand:
    """Writes text into one part of a Word file: the part holds the addresses that links point to."""

    def __init__(self, part: Part, fonts: Fonts, language: str) -> None:
        self.part = part
        self.fonts = fonts
        self.language = language

    def write(self, paragraph: Element, text: RichText, role: Role, *, leftward: bool | None = None) -> None:
        """The text at the end of a paragraph. leftward: whether the paragraph runs from right to left;
        unless told, as its letters do."""
        text = strip(text)
        if leftward is None:
            leftward = runs_leftward(plain(text), self.language)
        for link, runs in groupby(text, key=lambda run: address(run.link) if run.link else ""):
            parent = paragraph
            if link:
                parent = add(paragraph, "w:hyperlink", history="1")
                number = self.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                parent.set(qn("r:id"), number)
            for run in runs:
                self._add_run(parent, run, role, linked=bool(link), leftward=leftward)

    def add_words(self, paragraph: Element, words: str, role: Role, *, leftward: bool) -> None:
        """Plain words with the blanks at their ends."""
        self._add_run(paragraph, Run(words), role, linked=False, leftward=leftward)

    def _add_run(self, parent: Element, run: Run, role: Role, *, linked: bool, leftward: bool) -> None:
        letters = writable(run.text)
        if not letters:
            return
        for piece in pieces(letters, run.language or self.language, leftward=leftward):
            self._add_piece(parent, piece, run, role, linked=linked)

    def _add_piece(self, parent: Element, piece: Piece, run: Run, role: Role, *, linked: bool) -> None:
        element = add(parent, "w:r")
        tongue = language_attributes(run.language) if run.language else {}
        own = script_of(run.language or self.language)
        if piece.script and piece.script not in {own, self.fonts.home}:
            tongue |= language_attributes(language_of(piece.script))
        fonts = self.fonts.run(piece.script, role) if piece.script else {}
        is_complex = bool(piece.script) and not piece.leftward and piece.script not in EASTERN
        if linked or run.bold or run.italic or piece.leftward or is_complex or fonts or tongue:
            look = add(element, "w:rPr")
            if linked:
                add(look, "w:rStyle", val="Hyperlink")
            if fonts:
                add(look, "w:rFonts", **fonts)
            if run.bold:
                add(look, "w:b")
                add(look, "w:bCs")
            if run.italic:
                add(look, "w:i")
                add(look, "w:iCs")
            if piece.leftward:
                add(look, "w:rtl")
            if is_complex:
                add(look, "w:cs")
            if tongue:
                add(look, "w:lang", **tongue)
        for part in _BREAKS.split(piece.letters):
            if part == "\n":
                add(element, "w:br")
            elif part == "\t":
                add(element, "w:tab")
            elif part:
                add_letters(element, part)
