"""What the preview shows: the pages that export would write, drawn; and the plain text."""

import math
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presskit.export import format_named
from presskit.export.layout import lay_out
from presskit.model.brand import look
from presskit.model.kit import Kit

_AROUND = 60  # letters on either side that tell one place from another


class Patch(NamedTuple):
    """A part of a page that is drawn at some scale: `page` from 0, the others in pixels of that scale from
    the page's upper left corner."""

    page: int
    left: int
    top: int
    width: int
    height: int


class Drawing(Struct, frozen=True):
    """A patch drawn: `pixels` are rows of blue, green, red and one unused byte; `stride` bytes a row."""

    pixels: bytes
    width: int
    height: int
    stride: int


class Spot(Struct, frozen=True):
    """Where a block stands: `page` from 0, `top` and `bottom` in points from the page's top."""

    block: str
    page: int
    top: float
    bottom: float


class Pages(Struct, frozen=True):
    """What the preview shows: the PDF itself, its page size in points, and those patches drawn. problem:
    why export would refuse it. offers: fonts of this computer that would help, if allowed."""

    data: bytes
    count: int
    size: tuple[float, float]
    places: tuple[Spot, ...]
    drawn: dict[Patch, Drawing]
    problem: str = ""
    offers: tuple[str, ...] = ()


def preview_text(kit: Kit, number: int) -> str:
    """A release as plain text."""
    kind = format_named("text")
    assert kind is not None
    return kind.write(
        lay_out(kit, number), look(kit.releases[number].brand, kit.releases[number].language)
    ).decode()


def preview_pages(
    kit: Kit,
    number: int,
    scale: float,
    wanted: Callable[[int, tuple[float, float]], Iterable[Patch]],
    known: Pages | None,
    *,
    system_fonts: bool = False,
) -> Pages:
    """The pages of a release as export would write them, the patches `wanted` (of so many pages, of a size
    in points) drawn at `scale` pixels a point. `known`: pages of the same kit, not to be set again.
    system_fonts: whether fonts of this computer may stand in."""
    if known is None:
        draw = import_module("presskit.export.to_pdf").draw
        chosen = replace(
            look(kit.releases[number].brand, kit.releases[number].language), system_fonts=system_fonts
        )
        done = draw(lay_out(kit, number), chosen, strict=False)
        places = tuple(Spot(each.block, each.page, each.top, each.bottom) for each in done.places)
        problem, offers = done.advice or ("", ())
        known = Pages(done.data, done.pages, chosen.size, places, {}, problem, offers)
    drawn = draw_patches(known.data, scale, wanted(known.count, known.size))
    return replace(known, drawn=drawn)


def page_pixels(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """How many pixels wide and tall a page of a size in points is at `scale` pixels a point."""
    return math.ceil(size[0] * scale), math.ceil(size[1] * scale)


def draw_patches(data: bytes, scale: float, wanted: Iterable[Patch]) -> dict[Patch, Drawing]:
    """Patches of the pages of a PDF, drawn at `scale` pixels a point. For one thread at a time."""
    from pypdfium2 import PdfDocument

    drawn = {}
    document = PdfDocument(data)
    try:
        for patch in wanted:
            page = document[patch.page]
            width, height = page_pixels(page.get_size(), scale)
            right, bottom = width - patch.left - patch.width, height - patch.top - patch.height
            # pypdfium2 rounds what is cut off up to whole pixels: a quarter less is the very number
            crop = tuple(max(cut - 0.25, 0) / scale for cut in (patch.left, bottom, right, patch.top))
            bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
            drawn[patch] = Drawing(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            bitmap.close()
    finally:
        document.close()
    return drawn


def words_at(data: bytes, page: int, x: float, y: float) -> tuple[str, str]:
    """The letters of a PDF just before a point, and those after it, as they stand in the file; two empty
    texts where there are none near. x, y: points from the page's upper left corner. For one thread at a
    time."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        sheet = document[page]
        text = sheet.get_textpage()
        at = text.get_index(x, sheet.get_height() - y, 6, 8)
        if at is None:
            return "", ""
        left, _low, right, _high = text.get_charbox(at)
        at += x > (left + right) / 2  # the nearer side of the letter
        start = max(at - _AROUND, 0)
        before = text.get_text_range(start, at - start) if at > start else ""
        after = (
            text.get_text_range(at, min(_AROUND, text.count_chars() - at)) if at < text.count_chars() else ""
        )
        return before, after
    finally:
        document.close()
