"""What the preview shows: the pages that export would write, drawn; and the plain text."""

from collections.abc import Callable, Iterable
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from presskit.export import format_named
from presskit.export.layout import lay_out
from presskit.model.brand import look
from presskit.model.kit import Kit


class Page(Struct, frozen=True):
    """A page drawn: `pixels` are rows of blue, green, red and one unused byte; `stride` bytes a row."""

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
    """What the preview shows: the PDF itself, its page size in points, and those pages drawn. problem:
    why export would refuse it. offers: fonts of this computer that would help, if allowed."""

    data: bytes
    count: int
    size: tuple[float, float]
    places: tuple[Spot, ...]
    drawn: dict[int, Page]
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
    wanted: Callable[[int, tuple[float, float]], Iterable[int]],
    known: Pages | None,
    *,
    system_fonts: bool = False,
) -> Pages:
    """The pages of a release as export would write them, those `wanted` (of so many, of a size in
    points) drawn at `scale` pixels a point. `known`: pages of the same kit, not to be set again.
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
    from pypdfium2 import PdfDocument

    drawn = {}
    document = PdfDocument(known.data)
    try:
        for page in wanted(known.count, known.size):
            bitmap = document[page].render(scale=scale, prefer_bgrx=True)
            drawn[page] = Page(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            bitmap.close()
    finally:
        document.close()
    return Pages(known.data, known.count, known.size, known.places, drawn, known.problem, known.offers)
