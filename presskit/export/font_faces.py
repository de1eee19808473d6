"""One typeface: its measures, and words set in it by HarfBuzz."""

import re
import struct
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

import uharfbuzz as harfbuzz

from presskit import assets
from presskit.export.errors import ExportProblem
from presskit.export.font_sources import Source, source
from presskit.i18n import _

_SOFT_HYPHEN = "\xad"
_JOINERS = re.compile("[\u200c\u200d]")  # seen in what they do to their neighbours, and worth copying
_HIDDEN = re.compile("[\xad\u034f\u200c\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FEATURES = {"liga": False, "clig": False, "dlig": False}  # when copied, ligatures are a risk


class Glyphs(NamedTuple):
    """A word set in one typeface.

    parts: (rise, operand of TJ) in thousandths of the size, from left to right on paper. width:
    likewise. means: the glyphs and the text that each stands for. exact: whether reading them one by
    one, from the right for what is set leftward, gives the word back. slanted: whether they are to be
    drawn slanted, as the text is italic and the face has no italic.
    """

    parts: tuple[tuple[int, str], ...]
    width: float
    means: frozenset[tuple[int, str]]
    exact: bool
    slanted: bool = False


class Typeface:
    """One font file, or one weight of it. Distances are in thousandths of the size of the type."""

    def __init__(self, made: Source) -> None:
        """Raises FileNotFoundError where there is none of that name, OSError where it cannot be read."""
        self.name = made.name
        self.bold = made.bold
        self.weight = made.weight
        if made.path is None:
            blob: Any = harfbuzz.Blob(assets.read(f"fonts/{made.name}.ttf"))
        else:
            blob = harfbuzz.Blob.from_file_path(str(made.path))  # mapped, not read: it is large
        self.face: Any = harfbuzz.Face(blob, made.number)
        if not self.face.glyph_count:
            raise OSError(f"{made.name} is no font")
        self._font: Any = harfbuzz.Font(self.face)
        if made.weight:
            self._font.set_variations({"wght": made.weight})
        self._scale = 1000 / self.face.upem
        self._advances: dict[int, float] = {}
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
    def cubic(self) -> bool:
        """Whether its outlines are those of PostScript (OpenType "CFF ")."""
        return "CFF " in self.face.table_tags

    @property
    def postscript_name(self) -> str:
        """The name that the file gives itself, in characters that a PDF name allows as they are; ours
        for one weight of several, as the file names but one."""
        own = self.face.get_name(harfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME)
        return re.sub(r"[^A-Za-z0-9_-]", "", self.name if self.weight or not own else own)

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

    def outline(self, glyph: int) -> list[tuple[str, tuple[float, ...]]]:
        """The outline of a glyph as operators of PDF with their operands (ISO 32000-1, 8.5.2)."""
        drawn: list[tuple[str, tuple[float, ...]]] = []
        scale = self._scale

        def put(operator: str, *operands: float) -> None:
            drawn.append((operator, tuple(each * scale for each in operands)))

        here = (0.0, 0.0)

        def move(x: float, y: float, _data: object) -> None:
            nonlocal here
            here = (x, y)
            put("m", x, y)

        def line(x: float, y: float, _data: object) -> None:
            nonlocal here
            here = (x, y)
            put("l", x, y)

        def conic(x1: float, y1: float, x: float, y: float, _data: object) -> None:
            nonlocal here
            cubic = [here[0] + (x1 - here[0]) * 2 / 3, here[1] + (y1 - here[1]) * 2 / 3]
            cubic += [x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3]
            here = (x, y)
            put("c", *cubic, x, y)

        def cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, _data: object) -> None:
            nonlocal here
            here = (x, y)
            put("c", x1, y1, x2, y2, x, y)

        functions = harfbuzz.DrawFuncs()
        functions.set_move_to_func(move)
        functions.set_line_to_func(line)
        functions.set_quadratic_to_func(conic)
        functions.set_cubic_to_func(cubic)
        functions.set_close_path_func(lambda _data: put("h"))
        self._font.draw_glyph(glyph, functions, None)
        return drawn

    def set(
        self,
        word: str,
        *,
        script: str = "",
        language: str = "",
        leftward: bool = False,
        slanted: bool = False,
    ) -> Glyphs:
        """The word with kerning, marks and joined letters in place, by the rules of a script (ISO 15924)
        and a language (BCP 47); a character that the face lacks becomes glyph 0. leftward: from right to
        left, with brackets mirrored."""
        buffer = harfbuzz.Buffer()
        buffer.add_str(word)
        buffer.direction = "rtl" if leftward else "ltr"
        if script:
            buffer.script = script
        buffer.language = language or "und"  # else HarfBuzz asks the machine, and bytes would differ
        # A soft hyphen is asked for alone at a line's end, where it shows.
        alone = word == _SOFT_HYPHEN
        flags = harfbuzz.BufferFlags
        buffer.flags = flags.DO_NOT_INSERT_DOTTED_CIRCLE | (
            flags.PRESERVE_DEFAULT_IGNORABLES if alone else flags.REMOVE_DEFAULT_IGNORABLES
        )
        buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        harfbuzz.shape(self._font, buffer, _FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(pairwise([*starts, len(word)]))
        exact = len(starts) == len(infos) and not _JOINERS.search(word)
        shares = Counter(info.cluster for info in infos)
        means: list[tuple[int, str]] = []
        parts: list[tuple[int, str]] = []
        shown, rise, origin, pen = "", 0, 0.0, 0.0
        for info, position in zip(infos, positions, strict=True):
            glyph = info.codepoint
            stood_for = word[info.cluster : ends[info.cluster]]
            seen = stood_for if alone else _HIDDEN.sub("", stood_for) or stood_for
            if shares[info.cluster] > 1:
                seen = self._plain(glyph, seen)
            means.append((glyph, normalize("NFC", seen)))
            lifted = round(position.y_offset * self._scale)
            if lifted != rise and shown:
                parts.append((rise, shown))
                shown = ""
            rise = lifted
            back = round(pen - origin - position.x_offset * self._scale)
            shown += _moved(back) + f"<{glyph:04x}>"
            pen += round(self.advance(glyph)) - back
            origin += position.x_advance * self._scale
        shown += _moved(round(pen - origin))
        parts.append((rise, shown))
        tight = tuple((lift, each.replace("><", "")) for lift, each in parts)
        return Glyphs(tight, origin, frozenset(means), exact, slanted)

    def _plain(self, glyph: int, text: str) -> str:
        """What one of several glyphs for these letters stands for: the letter that it is the plain form
        of, so that it means the same in other words; else all of them."""
        return next((letter for letter in text if self.glyph(letter) == glyph), text)


def _moved(back: int) -> str:
    """A move of the pen within TJ; positive numbers go back."""
    return str(back) if back else ""


@cache
def typeface(name: str) -> Typeface:
    """The typeface of that name, loaded once a process. Raises ExportProblem where its file is gone or
    broken: this is then no whole installation."""
    try:
        return Typeface(source(name))
    except (OSError, harfbuzz.HarfBuzzError) as problem:
        told = _("PressKit’s typeface {name} cannot be read. Install PressKit again, and try again.")
        raise ExportProblem(told.format(name=name)) from problem
