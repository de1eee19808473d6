"""Reads a PDF as someone does who copies its text: the paragraphs of its column, page after page."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class ReadLine(NamedTuple):
    """A line as it stands on its page: `y` of its base line, `left` of its first letter and `right`
    of its last, in points."""

    text: str
    page: int
    y: float
    left: float
    right: float
    size: float


def lines(data: bytes, *, top: float = 72, bottom: float = 72) -> list[ReadLine]:
    """The lines between the head and the foot of each page, `top` and `bottom` points high."""
    found: list[ReadLine] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            height = page.get_height()
            found += [line for line in _page(text, number) if bottom < line.y < height - top]
            text.close()
            page.close()
    finally:
        document.close()
    return found


def _page(text: pypdfium2.PdfTextPage, number: int) -> Iterator[ReadLine]:
    """Characters that pdfium made up (spaces, line ends) are left out: the file has its own."""
    letters: list[str] = []
    here, left, right, size = 0.0, 0.0, 0.0, 0.0
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text.raw, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        if letters and abs(y.value - here) > 2:
            yield ReadLine("".join(letters), number, here, left, right, size)
            letters = []
        if not letters:
            left = x.value
        code = raw.FPDFText_GetUnicode(text.raw, at)
        letters.append("-" if code == 2 else chr(code))
        here, right, size = y.value, x.value, raw.FPDFText_GetFontSize(text.raw, at)
    if letters:
        yield ReadLine("".join(letters), number, here, left, right, size)


def paragraphs(data: bytes, *, top: float = 72, bottom: float = 72, column: float = 540) -> list[str]:
    """The paragraphs of the column; `column` is the x of its right edge in points.

    A line that ends in a space goes on in the next; so does one that is cut in the midst of a word.
    """
    result: list[str] = []
    before: ReadLine | None = None
    for line in lines(data, top=top, bottom=bottom):
        if before is not None and (before.text.endswith(" ") or _cut(before, line, column)):
            result[-1] += line.text
        else:
            result.append(line.text)
        before = line
    return [text.strip() for text in result]


def _cut(before: ReadLine, line: ReadLine, column: float) -> bool:
    """Whether a line fills the column, or ends within an address, and the next is too near for a
    paragraph of its own."""
    near = before.page == line.page and before.y - line.y < before.size * 1.6
    full = before.right > column - 14
    in_address = "://" in before.text.rsplit(" ", 1)[-1] and before.right > column / 2
    return near and before.size == line.size and (full or in_address)
