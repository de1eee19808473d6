"""Words of a PDF that can be copied and not be seen: off the page, under something, in the colour of what
they stand on, or too small.

Each page is drawn twice, with its words and without. Where that makes no difference, nobody can read them.
The library that draws is one for a single thread at a time.
"""

import ctypes
import time
from collections.abc import Iterator
from itertools import groupby
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextObj


_MOST_PAGES = 200
_MOST_SECONDS = 30
_MOST_WORDS = 5000  # stretches of text on a page
_MOST_DRAWN_ALONE = 50  # of a page: stretches that share their place with others
_MOST_PIXELS = 1_500_000
_FINEST = 1.5  # pixels a point
_SEEN = 12  # of 255: by how much a pixel has to change to be seen to
_HALF = 127
_TINY = 2.0  # points: letters that are smaller cannot be read
_SHARED = 0.3  # of a stretch's place
_DEEPEST = 15  # forms within forms
_INVISIBLE, _CLIPS = 3, 7  # text rendering modes (ISO 32000-1, table 106)

Why = Literal["outside", "covered", "faint-text"]
"""Kinds of finding."""


class Unseen(NamedTuple):
    """What nobody sees: why, and the words. whole: whether all pages were looked at."""

    found: list[tuple[Why, str]]
    whole: bool


class _Box(NamedTuple):
    """A part of a drawing, in pixels; empty where right is not beyond left."""

    left: int
    top: int
    right: int
    bottom: int

    def within(self, other: "_Box") -> "_Box":
        return _Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    @property
    def area(self) -> int:
        return max(self.right - self.left, 0) * max(self.bottom - self.top, 0)


class _Words(NamedTuple):
    """A stretch of text on a page. size: of its letters, in points. colour: where it is even."""

    of: "PdfTextObj"
    text: str
    box: _Box
    size: float
    colour: tuple[int, int, int] | None


def unseen(data: bytes) -> Unseen:
    """The words of a PDF that nobody sees, page by page. What is drawn in no way at all (rendering mode 3) is
    not among them. Of a file that cannot be drawn, nothing is known."""
    from pypdfium2 import PdfDocument, PdfiumError

    found: list[tuple[Why, str]] = []
    end = time.monotonic() + _MOST_SECONDS
    try:
        document = PdfDocument(data)
    except PdfiumError:
        return Unseen([], whole=False)
    try:
        whole = len(document) <= _MOST_PAGES
        for number in range(min(len(document), _MOST_PAGES)):
            if time.monotonic() > end:
                return Unseen(found, whole=False)
            try:
                page = document[number]
                judged = _Page(page).judged()
            except PdfiumError:
                whole = False
                continue
            found += _joined(judged)
            page.close()
    finally:
        document.close()
    return Unseen(found, whole=whole)


def _joined(judged: list[tuple[Why | None, str]]) -> Iterator[tuple[Why, str]]:
    """Neighbours with one fate as one. Where a picture covers all words, the page was scanned, and they
    are what a machine read in it: no more than faint."""
    scanned = all(why == "covered" for why, _text in judged)
    for why, each in groupby(judged, key=lambda pair: pair[0]):
        if why:
            yield "faint-text" if scanned else why, " ".join(text.strip() for _why, text in each)


class _Drawing(NamedTuple):
    """A page as pixels, three bytes each."""

    data: bytes
    stride: int

    def rows(self, box: _Box) -> Iterator[bytes]:
        """The pixels of each row in a box."""
        for row in range(box.top, box.bottom):
            at = row * self.stride
            yield self.data[at + 3 * box.left : at + 3 * box.right]

    def differs(self, other: "_Drawing", box: _Box) -> bool:
        """Whether anybody can see that it is another than `other` there."""
        return any(
            one != two and any(abs(a - b) >= _SEEN for a, b in zip(one, two, strict=True))
            for one, two in zip(self.rows(box), other.rows(box), strict=True)
        )

    def is_all(self, colour: tuple[int, int, int], box: _Box) -> bool:
        """Whether there is nothing there but that colour, as far as anybody can see."""
        for row in self.rows(box):
            for at, part in enumerate(reversed(colour)):  # blue comes first
                channel = row[at::3]
                if channel and (max(channel) - part >= _SEEN or part - min(channel) >= _SEEN):
                    return False
        return True


class _Page:
    """A page and the words on it."""

    def __init__(self, page: "PdfPage") -> None:
        width, height = page.get_size()
        self._page = page
        self._scale = min(_FINEST, sqrt(_MOST_PIXELS / max(width * height, 1)))
        self._across, self._down = ceil(width * self._scale), ceil(height * self._scale)
        self._whole = _Box(0, 0, self._across, self._down)
        self._words = list(self._found())

    def judged(self) -> list[tuple[Why | None, str]]:
        """All words of the page in the order of drawing, each with why it is not seen, if it is not."""
        if not self._words:
            return []
        shown = self._drawn()
        for words in self._words:
            self._show(words, on=False)
        bare = self._drawn()
        for words in self._words:
            self._show(words, on=True)
        self._alone = _MOST_DRAWN_ALONE
        fates = [self._fate(words, shown, bare) for words in self._words]
        lost = [words for words, fate in zip(self._words, fates, strict=True) if fate == "lost"]
        shining = self._in_other_colours(lost) if lost else shown
        return [
            (self._cause(words, shown, shining) if fate == "lost" else fate, words.text)
            for words, fate in zip(self._words, fates, strict=True)
        ]

    def _fate(
        self, words: _Words, shown: _Drawing, bare: _Drawing
    ) -> Literal["outside", "faint-text", "lost"] | None:
        """What becomes of words; None for what is seen, "lost" for what is not although it has its place."""
        box = words.box.within(self._whole)
        if not box.area:
            return "outside"
        if words.size < _TINY:
            return "faint-text"
        if not shown.differs(bare, box) or (words.colour and bare.is_all(words.colour, box)):
            return "lost"
        return "lost" if self._is_written_over(words, shown, box) else None

    def _cause(self, words: _Words, shown: _Drawing, shining: _Drawing) -> Why:
        """Why words are lost: what would be seen in another colour lies under nothing."""
        return "faint-text" if shining.differs(shown, words.box.within(self._whole)) else "covered"

    def _in_other_colours(self, lost: list[_Words]) -> _Drawing:
        """The page with these words as far from their colour as can be."""
        from pypdfium2 import raw

        for words in lost:
            other = (0 if each > _HALF else 255 for each in words.colour or (255, 255, 255))
            colour = (*other, 255)
            raw.FPDFPageObj_SetFillColor(words.of, *colour)
            raw.FPDFPageObj_SetStrokeColor(words.of, *colour)
        return self._drawn()

    def _is_written_over(self, words: _Words, shown: _Drawing, box: _Box) -> bool:
        """Whether what is seen there is other words alone, as after a correction on white paint."""
        if not self._alone or not any(
            other.text != words.text and other.box.within(box).area > _SHARED * box.area
            for other in self._words
            if other is not words
        ):
            return False
        self._alone -= 1
        self._show(words, on=False)
        without = self._drawn()
        self._show(words, on=True)
        return not shown.differs(without, box)

    def _drawn(self) -> _Drawing:
        bitmap = self._page.render(scale=self._scale, may_draw_forms=False, rev_byteorder=False)
        drawing = _Drawing(bytes(bitmap.buffer), bitmap.stride)
        bitmap.close()
        return drawing

    def _show(self, words: _Words, *, on: bool) -> None:
        from pypdfium2 import raw

        raw.FPDFPageObj_SetIsActive(words.of, on)

    def _found(self) -> Iterator[_Words]:
        from pypdfium2 import raw

        letters = self._page.get_textpage()
        objects = self._page.get_objects([raw.FPDF_PAGEOBJ_TEXT], _DEEPEST, textpage=letters)
        for number, each in enumerate(objects):
            if number >= _MOST_WORDS:
                return
            text = each.extract()
            mode = raw.FPDFTextObj_GetTextRenderMode(each)
            if text.strip() and mode not in {_INVISIBLE, _CLIPS}:
                yield self._taken(each, text, mode)

    def _taken(self, each: "PdfTextObj", text: str, mode: int) -> _Words:
        """A stretch of text, in its place on the page."""
        from pypdfium2 import raw

        corners = list(each.get_quad_points())
        matrix = each.get_matrix()
        area = abs(matrix.a * matrix.d - matrix.b * matrix.c)
        around = each.container
        while around is not None:  # a form has a place of its own (ISO 32000-1, 8.10)
            matrix = around.get_matrix()
            corners = [matrix.on_point(*corner) for corner in corners]
            area *= abs(matrix.a * matrix.d - matrix.b * matrix.c)
            around = around.container
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(each, size)
        parts = [ctypes.c_uint() for _part in range(4)]
        known = mode == 0 and raw.FPDFPageObj_GetFillColor(each, *parts)
        red, green, blue, opacity = (part.value for part in parts)
        return _Words(
            each, text, self._place(corners), abs(size.value) * sqrt(area),
            (red, green, blue) if known and opacity == 255 else None,
        )  # fmt: skip

    def _place(self, corners: list[tuple[float, float]]) -> _Box:
        """Where corners in points are among the pixels."""
        from pypdfium2 import raw

        across, down = [], []
        for corner in corners:
            x, y = ctypes.c_int(), ctypes.c_int()
            # A hundred times as large, since it tells whole pixels only.
            size = 100 * self._across, 100 * self._down
            raw.FPDF_PageToDevice(self._page, 0, 0, *size, 0, *corner, x, y)
            across.append(x.value / 100)
            down.append(y.value / 100)
        return _Box(floor(min(across)), floor(min(down)), ceil(max(across)), ceil(max(down)))
