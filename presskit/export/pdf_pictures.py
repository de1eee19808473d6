"""Pictures as a PDF holds them."""

import zlib
from functools import lru_cache
from typing import NamedTuple

from presskit.pictures import pixels
from presskit.pictures.parts import join
from presskit.pictures.pixels import Unreadable

__all__ = ["Prepared", "Unreadable", "fitted", "prepared"]


class Prepared(NamedTuple):
    """A picture as it goes into the file: JPEG, or 8-bit samples compressed by zlib, in sRGB.

    colours: 1 (grey) or 3 (RGB). alpha: samples of transparency, compressed, or nothing.
    """

    width: int
    height: int
    colours: int
    is_jpeg: bool
    data: bytes
    alpha: bytes = b""


def fitted(data: bytes, width: float, height: float) -> tuple[float, float]:
    """The size in points at which the picture stands in a box of `width` x `height` points.

    Raises Unreadable.
    """
    return pixels.fitted(pixels.size(data), width, height)


@lru_cache(maxsize=8)
def prepared(data: bytes, width: float, height: float) -> Prepared:
    """The picture for a place of `width` x `height` points; raises Unreadable."""
    ready = pixels.for_page(data, pixels.finest(width, height))
    if ready.form == "JPEG" and ready.parts:
        file = join(ready.parts, profile=False)
        return Prepared(ready.width, ready.height, 1 if ready.grey else 3, is_jpeg=True, data=file)
    image = ready.image
    assert image is not None
    alpha = b""
    if image.mode == "RGBA":
        alpha = zlib.compress(image.getchannel("A").tobytes())
        image = image.convert("RGB")
    colours = 1 if image.mode == "L" else 3
    data = zlib.compress(image.tobytes())
    return Prepared(ready.width, ready.height, colours, is_jpeg=False, data=data, alpha=alpha)
