"""Rows put on pages: where a page may end and where it does."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

_FUZZ = 0.001  # points

Part = TypeVar("Part")


class Row(NamedTuple, Generic[Part]):
    """A line of text, a picture or a rule; what no page's end can cut.

    before: the white space above it in points, left out at the head of a page. free: whether a
    page may end above it. part: what it is a row of, number: which row of that.
    """

    height: float
    before: float
    free: bool
    part: Part
    number: int = 0


class Placed(NamedTuple, Generic[Part]):
    """A row and how far below the head of the column its top is, in points."""

    row: Row[Part]
    top: float


def held(count: int, *, after_heading: bool = False, whole: bool = False) -> list[bool]:
    """Whether a page may end above each of so many lines of a paragraph.

    Two lines at least stay together at its head and at its foot, all of them if `whole`; none
    leaves the heading that comes before.
    """
    free = [not whole] * count
    if count:
        free[0] = not after_heading
    if count > 1:
        free[1] = free[-1] = False
    return free


def paginate(rows: Sequence[Row[Part]], height: float) -> list[list[Placed[Part]]]:
    """The rows on pages whose column is `height` points high; at least one page.

    A page ends at the last place above the overflow where it may, and only where there is no such
    place in the midst of what belongs together.
    """
    pages: list[list[Placed[Part]]] = []
    page: list[Placed[Part]] = []
    at, start, used, last_free = 0, 0, 0.0, 0
    while at < len(rows):
        row = rows[at]
        if at > start and row.free:
            last_free = at
        top = used + (row.before if at > start else 0)
        if at > start and top + row.height > height + _FUZZ:
            end = last_free if last_free > start else at
            pages.append(page[: end - start])
            page, at, start, used = [], end, end, 0.0
            continue
        page.append(Placed(row, top))
        used = top + row.height
        at += 1
    pages.append(page)
    return pages
