"""The faces at hand for a family: which one has a character, and words set in as many as it takes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from presskit.export.font_faces import Glyphs, Typeface, typeface
from presskit.export.font_scripts import EASTERN, WESTERN, chinese, home_of, units
from presskit.export.font_sources import eastern, stand_ins
from presskit.flow import Role, Sheet, shape_paragraphs
from presskit.model.brand import Face, Look
from presskit.text.runs import RichText, Run, plain

__all__ = ["Cut", "Glyphs", "Missing", "Typeface", "Word", "cut", "missing", "printable", "typeface"]

_MOST_WORDS = 20_000  # how many words a cache keeps before it starts anew
_MOST_CUTS = 256

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# No form of their own and no say in that of their neighbours: controls, what is deprecated, half surrogates,
# tags. Joiners, marks of direction and the variation selectors of Chinese characters stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u2060-\u2065\u206a-\u206f\ufe03-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_GLYPH = re.compile(
    "[\t\n \xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000"
    "\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
_SOFT_HYPHEN = "\xad"
_SIGNS = {False: "Inter-Regular", True: "Inter-Bold"}


def printable(text: str) -> str:
    """The text without what has no form on paper; every kind of line end made "\\n".

    What says how its neighbours look or where they stand is kept: U+200C and U+200D, the variation
    selectors of Chinese characters, and the marks of direction (Unicode Standard Annex 9).
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


class Word(NamedTuple):
    """A word set in as many typefaces as it takes. width: in thousandths of the size.

    pieces: each with its text, in logical order from left to right; of a word set leftward, in
    visual order, that is from left to right on paper, each text still in logical order. Marks of
    direction are in no piece.
    """

    width: float
    pieces: tuple[tuple[Typeface, str, Glyphs], ...]


class Cut:
    """A cut of a family (bold, say) for text in a language, and the faces that stand in for what it lacks."""

    def __init__(
        self,
        names: tuple[str, ...],
        family: Face,
        others: tuple[Face, ...],
        *,
        bold: bool,
        italic: bool,
        language: str,
    ) -> None:
        self._names = names
        self._family = family
        self._others = others
        self._bold = bold
        self._italic = italic
        self._language = language
        self._orders: dict[str, tuple[str, ...]] = {}
        self._known: dict[tuple[str, str], Typeface | None] = {}
        self._set: dict[tuple[str, bool], Word] = {}

    @property
    def face(self) -> Typeface:
        """The face that is asked first."""
        return typeface(self._names[0])

    def _order(self, script: str) -> tuple[str, ...]:
        """The faces that are asked for letters of a script, in order."""
        found = self._orders.get(script)
        if found is None:
            own = stand_ins(script, self._family.generic, bold=self._bold)
            east = eastern(script, self._language, bold=self._bold)
            others = self._allowed("Zyyy" if script in WESTERN else script)
            if script in EASTERN:
                names = (*east, *others, *self._names)
            elif script in WESTERN:
                names = (*self._names, *east, *others)
            else:
                names = (*own, *others, *self._names)
            found = self._orders[script] = tuple(dict.fromkeys(names))
        return found

    def _allowed(self, script: str) -> Iterator[str]:
        """The fonts of this computer for a script, that of the language first."""
        fitting = (each for each in self._others if script in each.scripts)
        for each in sorted(fitting, key=lambda face: self._language not in face.languages):
            yield each.bold if self._bold else each.regular

    def _having(self, letters: str, home: str) -> Typeface | None:
        """The first face that has all of these letters, of those for a script."""
        key = (letters, home)
        if key not in self._known:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            # No font of ours is told what a letter for private use is to be (ISO 19005-2, 6.2.11.7.3).
            private = any(category(letter) == "Co" for letter in letters)
            names = () if private else self._order(home)
            seen = _NO_GLYPH.sub("", letters) or letters
            found = next((name for name in names if all(map(typeface(name).glyph, seen))), "")
            self._known[key] = typeface(found) if found else None
        return self._known[key]

    def having(self, character: str) -> Typeface | None:
        """The first face that has the character."""
        return self._having(character, home_of(character))

    def lacks(self, text: str) -> list[str]:
        """The characters of a printable text that no face has, in order, each once."""
        if text.isascii():
            return []
        seen = set(_NO_GLYPH.sub("", text))
        lacking = {letter for letter in seen if not letter.isascii() and self.having(letter) is None}
        return sorted(lacking, key=text.index) if lacking else []

    def set(self, word: str, *, leftward: bool = False) -> Word:
        """The word with U+FFFD in place of what no face has, and plain spaces for rare ones; leftward:
        from right to left, with brackets mirrored."""
        found = self._set.get((word, leftward))
        if found is None:
            if len(self._set) >= _MOST_WORDS:
                self._set.clear()
            pieces = []
            for face, script, piece in self._itemised(_DIRECTIONS.sub("", word)):
                slanted = self._italic and face.name not in self._names
                glyphs = face.set(
                    piece, script=script, language=self._language, leftward=leftward, slanted=slanted
                )
                pieces.append((face, piece, glyphs))
            if leftward:
                pieces.reverse()
            width = sum(glyphs.width for _, _, glyphs in pieces)
            found = self._set[word, leftward] = Word(width, tuple(pieces))
        return found

    def _itemised(self, word: str) -> Iterator[tuple[Typeface, str, str]]:
        """The word in stretches of one face and one script."""
        if word.isalpha() and word.isascii():
            yield self.face, "Latn", word
            return
        for (face, script), group in groupby(self._assigned(word), key=lambda each: each[:2]):
            yield face, script, "".join(text for _, _, text in group)

    def _assigned(self, word: str) -> Iterator[tuple[Typeface, str, str]]:
        """Each grapheme with its face and script."""
        for text, script, home in units(word, self._language):
            face = self._having(text, home)
            if face is not None:
                yield face, script, text
                continue
            for letter in text:  # no face has it whole
                face = self._having(letter, home) or self.having(letter)
                shown = letter if face else self._instead(letter)
                yield face or self.having(shown) or self.face, script, shown

    def _instead(self, letter: str) -> str:
        if letter == _SOFT_HYPHEN:
            return "-"
        if _NO_GLYPH.match(letter):
            return " "
        return "\ufffd" if self.having("\ufffd") else "?"


@lru_cache(maxsize=_MOST_CUTS)
def cut(families: tuple[Face, ...], family: str, *, bold: bool, italic: bool, language: str = "") -> Cut:
    """The cut of one of the families for text in a language (BCP 47).

    What it lacks comes from the other families, their regular cuts and the typeface of the window,
    which has arrows, stars and signs; other scripts come from the faces that resources/fonts names for
    them, Chinese characters in the forms of the language. Families with `scripts` are fonts of this
    computer: they are asked last.
    """
    others = tuple(each for each in families if each.scripts)
    ordered = sorted((each for each in families if not each.scripts), key=lambda each: each.name != family)
    wanted = ("bold_italic" if italic else "bold") if bold else ("italic" if italic else "regular")
    names = [getattr(each, wanted) for each in ordered] + [each.regular for each in ordered]
    names.append(_SIGNS[bold])
    return Cut(
        tuple(dict.fromkeys(names)), ordered[0], others, bold=bold, italic=italic, language=chinese(language)
    )


class Missing(NamedTuple):
    """A character that no font at hand has, the text that it stands in, and that text's language."""

    character: str
    text: str
    language: str


def missing(sheet: Sheet, look: Look) -> tuple[Missing, ...]:
    """The characters of a sheet that would come out as empty boxes; each once."""
    found: dict[str, Missing] = {}
    families = tuple(look.families.values())
    cuts: dict[tuple[Role, bool, bool, str], Cut] = {}
    for role, text in _texts(sheet):
        for run in text:
            if run.text.isascii():
                continue
            language = run.language or sheet.language
            key = (role, run.bold, run.italic, language)
            if key not in cuts:
                style = look.style(role)
                bold, italic = style.bold or run.bold, style.italic or run.italic
                cuts[key] = cut(families, style.face, bold=bold, italic=italic, language=language)
            for character in cuts[key].lacks(printable(run.text)):
                found.setdefault(character, Missing(character, plain(text), language))
    return tuple(found.values())


def _texts(sheet: Sheet) -> Iterator[tuple[Role, RichText]]:
    for shape in sheet.shapes:
        for text in shape_paragraphs(shape):
            yield shape.role, text
    yield "running", (Run(sheet.running), Run(sheet.short_title), Run(sheet.page))
    yield "more", (Run(sheet.more),)
    yield "draft", (Run(sheet.draft),)
