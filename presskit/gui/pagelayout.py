"""Where pages stand in a view, and which parts of them are to be drawn: plain numbers, for any thread."""

from collections.abc import Iterable
from typing import NamedTuple

from presskit.pages import Patch, page_pixels

GAP = 14  # pixels between pages
EDGE = 12
_TILE = 1024  # device pixels: a page that is drawn large is drawn in parts, as they come into view
_MARGIN = 160  # pixels beyond the view that are drawn, too


class Box(NamedTuple):
    """A rectangle in pixels of the view's own page."""

    left: int
    top: int
    width: int
    height: int


class Layout(NamedTuple):
    """Pages of a size in points, one below the other. room: the width of the view in pixels. unit: pixels a
    point. ratio: device pixels a pixel."""

    pages_there: int
    size: tuple[float, float]
    room: int
    unit: float
    ratio: float

    @property
    def scale(self) -> float:
        """Device pixels a point."""
        return self.unit * self.ratio

    def page(self, number: int) -> Box:
        """Where a page stands."""
        width, height = round(self.size[0] * self.unit), round(self.size[1] * self.unit)
        return Box(max((self.room - width) // 2, EDGE), EDGE + number * (height + GAP), width, height)

    def pages(self, top: int, tall: int) -> range:
        """The pages that are in a view from `top` on."""
        step = self.page(0).height + GAP
        first = int(max(top - EDGE, 0) / step)
        last = max(int((top + tall - EDGE) / step), 0)
        return range(min(first, self.pages_there - 1), min(last, self.pages_there - 1) + 1)

    def point(self, x: float, y: float) -> tuple[int, float, float]:
        """The page that is nearest to a place, and the place on it in points."""
        step = self.page(0).height + GAP
        number = min(max(int((y - EDGE) // step), 0), self.pages_there - 1)
        page = self.page(number)
        return number, (x - page.left) / self.unit, (y - page.top) / self.unit

    def place(self, number: int, x: float, y: float) -> tuple[float, float]:
        """Where a point of a page stands."""
        page = self.page(number)
        return page.left + x * self.unit, page.top + y * self.unit

    def patches(self, view: Box) -> Iterable[Patch]:
        """The parts of pages that a view shows, or is about to show."""
        width, height = page_pixels(self.size, self.scale)
        for number in self.pages(view.top - _MARGIN, view.height + 2 * _MARGIN):
            page = self.page(number)
            across = _tiles(view.left - page.left, view.width, self.ratio, width)
            for row in _tiles(view.top - page.top, view.height, self.ratio, height):
                for column in across:
                    left, top = column * _TILE, row * _TILE
                    size = (min(_TILE, width - left), min(_TILE, height - top))
                    yield Patch(number, left, top, *size)


def _tiles(start: int, length: int, ratio: float, whole: int) -> range:
    """The tiles, of a page that is `whole` device pixels long, that a stretch of it in pixels touches."""
    first = max(int((start - _MARGIN) * ratio) // _TILE, 0)
    last = min(int((start + length + _MARGIN) * ratio), whole - 1) // _TILE
    return range(first, last + 1)
