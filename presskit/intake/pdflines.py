"""The lines of a PDF's page as they are seen, each with its place and looks."""

import ctypes
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from presskit.text.runs import Run, plain, tidy

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST_LETTERS = 100_000  # of a page
_HEAVY = 600  # weight of letters from which they are bold (ISO 32000-1, table 122)
_SLANTED = 1 << 6  # flag of a typeface (the same, table 123)
_CUT = "\x02\ufffe"  # what PDFium puts for a hyphen that parts a word at a line's end


class Line(NamedTuple):
    """A line. left, right, y: in points from the page's lower left corner. size: of its first letter. cut:
    whether its last word goes on in the next line. backwards: whether it reads from the right."""

    runs: tuple[Run, ...]
    text: str
    page: int
    left: float
    right: float
    y: float
    size: float
    bold: bool
    centred: bool
    cut: bool
    backwards: bool


class _Letter(NamedTuple):
    text: str
    at: int


def lines(page: "PdfPage", number: int = 0) -> list[Line]:
    """The lines of a page, in the order in which PDFium reads them. number: of the page."""
    from pypdfium2 import raw

    words = page.get_textpage()
    found: list[Line] = []
    held: list[_Letter] = []
    count = min(words.count_chars(), _MOST_LETTERS)
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(words, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        if code in (0x0A, 0x0D):
            found += _line(words, held, number, page.get_width())
            held = []
        elif code and code <= 0x10FFFF:
            held.append(_Letter(chr(code), index))
    found += _line(words, held, number, page.get_width())
    words.close()
    return found


def _line(words: object, held: list[_Letter], number: int, width: float) -> list[Line]:
    from pypdfium2 import raw

    while held and not held[0].text.strip():
        del held[0]
    while held and not held[-1].text.strip():
        held.pop()
    cut = bool(held) and held[-1].text in _CUT
    held = [each for each in held if each.text not in _CUT and (each.text == "\t" or each.text >= " ")]
    if not held:
        return []
    left = bottom = right = 0.0
    for at, each in enumerate((held[0], held[-1])):
        edges = [ctypes.c_double() for _edge in range(4)]
        raw.FPDFText_GetCharBox(words, each.at, *edges)  # left, right, bottom, top
        low, high = edges[0].value, edges[1].value
        left, right = (low, high) if at == 0 else (min(left, low), max(right, high))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, held[0].at, x, y)
    bottom = y.value
    runs: list[Run] = []
    flags, face = ctypes.c_int(), ctypes.create_string_buffer(200)
    looks = False, False
    for each in held:
        if each.text.strip() and not raw.FPDFText_IsGenerated(words, each.at):
            raw.FPDFText_GetFontInfo(words, each.at, face, len(face), flags)
            heavy = raw.FPDFText_GetFontWeight(words, each.at) >= _HEAVY
            called = face.value.lower()  # what has no weight and no slope tells them by its name
            slanted = flags.value & _SLANTED or b"italic" in called or b"oblique" in called
            looks = heavy or b"bold" in called, bool(slanted)
        runs.append(Run(each.text, *looks))
    whole = tidy(runs)
    text = plain(whole)
    middle = abs((left + right) / 2 - width / 2)
    return [
        Line(
            whole, text, number, left, right, bottom,
            raw.FPDFText_GetFontSize(words, held[0].at) or 1.0,
            all(run.bold for run in whole), middle < 4 and left > width / 5, cut, _backwards(text),
        )
    ]  # fmt: skip


def _backwards(text: str) -> bool:
    """Whether the first letter that has a direction goes to the left (UAX 9, P2)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
