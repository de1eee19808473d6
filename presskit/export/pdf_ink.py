"""How text looks on paper, and words measured in it."""

from typing import NamedTuple

from msgspec import Struct

from presskit.export import fonts
from presskit.export.address import address
from presskit.export.fonts import Cut, Word
from presskit.model.brand import Face, TextStyle
from presskit.text.runs import Run
from presskit.text.typography import is_right_to_left


class Ink(NamedTuple):
    """How a stretch of text looks: size in points, colour "#rrggbb", link an address or empty; language:
    a BCP 47 tag where it is not that of the document."""

    cut: Cut
    size: float
    colour: str
    link: str = ""
    language: str = ""


class Inks(Struct, frozen=True):
    """The inks of a role: its resolved style, the families at hand, the colour of links and the language
    of the document."""

    style: TextStyle
    families: tuple[Face, ...]
    link: str
    language: str

    def ink(self, run: Run) -> Ink:
        """How a run looks; only an address that a PDF may hold makes it a link."""
        style, link = self.style, address(run.link) if run.link else ""
        bold, italic = style.bold or run.bold, style.italic or run.italic
        language = "" if run.language == self.language else run.language
        cut = fonts.cut(
            self.families, style.face, bold=bold, italic=italic, language=language or self.language
        )
        return Ink(cut, style.size, self.link if link else style.colour, link, language)

    @property
    def leftward(self) -> bool:
        """Whether the document runs from right to left."""
        return is_right_to_left(self.language)


class Piece(NamedTuple):
    """A stretch of one ink and one direction. width: in points. at: where it begins in its paragraph."""

    ink: Ink
    text: str
    word: Word
    width: float
    at: int = 0
    leftward: bool = False


def piece(ink: Ink, text: str, at: int = 0, *, leftward: bool = False) -> Piece:
    """A stretch of text measured."""
    word = ink.cut.set(text, leftward=leftward)
    return Piece(ink, text, word, word.width * ink.size / 1000, at, leftward)
