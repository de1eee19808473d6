"""The shipped typefaces: which one has a character, and words set in them by HarfBuzz."""

import re
import struct
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from unicodedata import normalize

import uharfbuzz as harfbuzz

from presskit import assets
from presskit.flow import Role, Sheet, shape_paragraphs
from presskit.model.brand import Face, Look
from presskit.text.runs import RichText, Run, plain

_MOST_WORDS = 20_000  # how many words a cache keeps before it starts anew

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# No form of their own: controls, direction and joining marks, variation selectors, half surrogates, tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)
_NO_GLYPH = frozenset("\t\n \xa0\xad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                      "\u200a\u200b\u202f\u205f\u3000")  # fmt: skip
_SOFT_HYPHEN = "\xad"
_SIGNS = {False: "Inter-Regular", True: "Inter-Bold"}
_FEATURES = {"liga": False, "clig": False, "dlig": False}  # when copied, ligatures are a risk


def printable(text: str) -> str:
    """The text without what has no form on paper; every kind of line end made "\\n"."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


class Glyphs(NamedTuple):
    """A word set in one typeface.

    parts: (rise, operand of TJ) in thousandths of the size. width: likewise. means: the glyphs and
    the text that each stands for. exact: whether reading them one by one gives the word back.
    """

    parts: tuple[tuple[int, str], ...]
    width: float
    means: frozenset[tuple[int, str]]
    exact: bool


class Typeface:
    """One TrueType file of ours. Distances are in thousandths of the size of the type."""

    def __init__(self, name: str) -> None:
        """`name` is that of a file in resources/fonts, without ".ttf"; raises FileNotFoundError."""
        self.name = name
        self.face: Any = harfbuzz.Face(harfbuzz.Blob(assets.read(f"fonts/{name}.ttf")))
        self._font: Any = harfbuzz.Font(self.face)
        self._scale = 1000 / self.face.upem
        self._advances: dict[int, float] = {}
        self._set: dict[str, Glyphs] = {}
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._scale
        self.descent: float = extents.descender * self._scale
        self.cap_height = self._metric(harfbuzz.OTMetricsTag.CAP_HEIGHT, 700)
        self.underline = self._metric(harfbuzz.OTMetricsTag.UNDERLINE_OFFSET, -100)
        self.stroke = self._metric(harfbuzz.OTMetricsTag.UNDERLINE_SIZE, 50)

    def _metric(self, tag: Any, otherwise: float) -> float:
        found = self._font.get_metric_position(tag)
        return otherwise if found is None else found * self._scale

    @property
    def postscript_name(self) -> str:
        """The name that the file gives itself, in characters that a PDF name allows as they are."""
        named = self.face.get_name(harfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or self.name
        return re.sub(r"[^A-Za-z0-9_-]", "", named)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The smallest box that holds every glyph (OpenType "head": xMin, yMin, xMax, yMax)."""
        left, bottom, right, top = struct.unpack(">4h", self.face.reference_table("head").data[36:44])
        scale = self._scale
        return left * scale, bottom * scale, right * scale, top * scale

    @property
    def slant(self) -> float:
        """The italic angle in degrees, negative to the right (OpenType "post")."""
        (fixed,) = struct.unpack(">i", self.face.reference_table("post").data[4:8])
        return float(fixed) / 65536

    def glyph(self, character: str) -> int:
        """The glyph of a character, 0 when there is none."""
        return int(self._font.get_nominal_glyph(ord(character)) or 0)

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen when nothing else is said."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = float(self._font.get_glyph_h_advance(glyph) * self._scale)
        return found

    def set(self, word: str) -> Glyphs:
        """The word with kerning and marks in place; a character that the face lacks becomes glyph 0."""
        found = self._set.get(word)
        if found is None:
            if len(self._set) >= _MOST_WORDS:
                self._set.clear()
            found = self._set[word] = self._shape(word)
        return found

    def _shape(self, word: str) -> Glyphs:
        buffer = harfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        if word == _SOFT_HYPHEN:  # asked for at a line's end, where it shows
            buffer.flags = harfbuzz.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
        buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        harfbuzz.shape(self._font, buffer, _FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        exact = len(starts) == len(infos)
        means: list[tuple[int, str]] = []
        parts: list[tuple[int, str]] = []
        shown, rise, width, debt = "", 0, 0.0, 0.0
        for info, position in zip(infos, positions, strict=True):
            glyph = info.codepoint
            means.append((glyph, normalize("NFC", word[info.cluster : ends[info.cluster]])))
            lifted = round(position.y_offset * self._scale)
            if lifted != rise and shown:
                parts.append((rise, shown))
                shown = ""
            rise = lifted
            aside = position.x_offset * self._scale
            shown += _moved(debt - aside) + f"<{glyph:04x}>"
            advance = position.x_advance * self._scale
            debt = self.advance(glyph) + aside - advance
            width += advance
        shown += _moved(debt)
        parts.append((rise, shown))
        tight = tuple((lift, each.replace("><", "")) for lift, each in parts)
        return Glyphs(tight, width, frozenset(means), exact)


def _moved(back: float) -> str:
    """A move of the pen within TJ; positive numbers go back."""
    return f"{back:.0f}" if abs(back) >= 0.5 else ""


class Word(NamedTuple):
    """A word set in as many typefaces as it takes. width: in thousandths of the size."""

    width: float
    pieces: tuple[tuple[Typeface, str, Glyphs], ...]


class Cut:
    """A cut of a family (bold, say), and the faces that stand in for what it lacks."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._known: dict[str, Typeface | None] = {}
        self._set: dict[str, Word] = {}

    @property
    def face(self) -> Typeface:
        """The face that is asked first."""
        return typeface(self._names[0])

    def having(self, character: str) -> Typeface | None:
        """The first face that has the character."""
        if character not in self._known:
            found = next((name for name in self._names if typeface(name).glyph(character)), "")
            self._known[character] = typeface(found) if found else None
        return self._known[character]

    def lacks(self, text: str) -> list[str]:
        """The characters of a printable text that no face has, in order, each once."""
        lacking = {letter for letter in set(text) if letter not in _NO_GLYPH and self.having(letter) is None}
        return sorted(lacking, key=text.index) if lacking else []

    def set(self, word: str) -> Word:
        """The word with U+FFFD in place of what no face has, and plain spaces for rare ones."""
        found = self._set.get(word)
        if found is None:
            if len(self._set) >= _MOST_WORDS:
                self._set.clear()
            pieces = tuple((face, piece, face.set(piece)) for face, piece in self._itemised(word))
            found = self._set[word] = Word(sum(glyphs.width for _, _, glyphs in pieces), pieces)
        return found

    def _itemised(self, word: str) -> Iterator[tuple[Typeface, str]]:
        """The word in stretches of one face; a face goes on for as long as it can."""
        first = self.face
        if not word:
            return
        if all(self.having(letter) is first for letter in word):
            yield first, word
            return
        face, piece = first, ""
        for letter in word:
            shown = letter
            if self.having(letter) is None:
                shown = (
                    "-"
                    if letter == _SOFT_HYPHEN
                    else " "
                    if letter in _NO_GLYPH
                    else "\ufffd"
                    if self.having("\ufffd")
                    else "?"
                )
            stays = piece and face is not first and face.glyph(shown)
            wanted = face if stays else self.having(shown) or first
            if wanted is not face and piece:
                yield face, piece
                piece = ""
            face = wanted
            piece += shown
        if piece:
            yield face, piece


@cache
def typeface(name: str) -> Typeface:
    """The typeface of that name, loaded once a process."""
    return Typeface(name)


@cache
def cut(families: tuple[Face, ...], family: str, *, bold: bool, italic: bool) -> Cut:
    """The cut of one of the families; the other families, their regular cuts and the typeface of
    the window, which has arrows, stars and signs, stand in."""
    ordered = sorted(families, key=lambda each: each.name != family)
    wanted = ("bold_italic" if italic else "bold") if bold else ("italic" if italic else "regular")
    names = [getattr(each, wanted) for each in ordered] + [each.regular for each in ordered]
    names.append(_SIGNS[bold])
    return Cut(tuple(dict.fromkeys(names)))


class Missing(NamedTuple):
    """A character that no shipped font has, and the text that it stands in."""

    character: str
    text: str


def missing(sheet: Sheet, look: Look) -> tuple[Missing, ...]:
    """The characters of a sheet that would come out as empty boxes; each once."""
    found: dict[str, str] = {}
    families = tuple(look.families.values())
    cuts: dict[tuple[Role, bool, bool], Cut] = {}
    for role, text in _texts(sheet):
        for run in text:
            key = (role, run.bold, run.italic)
            if key not in cuts:
                style = look.style(role)
                bold, italic = style.bold or run.bold, style.italic or run.italic
                cuts[key] = cut(families, style.face, bold=bold, italic=italic)
            for character in cuts[key].lacks(printable(run.text)):
                found.setdefault(character, plain(text))
    return tuple(Missing(character, text) for character, text in found.items())


def _texts(sheet: Sheet) -> Iterator[tuple[Role, RichText]]:
    for shape in sheet.shapes:
        for text in shape_paragraphs(shape):
            yield shape.role, text
    yield "running", (Run(sheet.running), Run(sheet.short_title), Run(sheet.page))
    yield "more", (Run(sheet.more),)
