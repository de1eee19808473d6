"""Pictures as a Word file holds them: they say who and what they show, since reporters pull them out."""

from functools import lru_cache
from typing import NamedTuple

from presskit.export.errors import unusable
from presskit.pictures import notes, pixels
from presskit.pictures.notes import Notes
from presskit.pictures.parts import join, split

_SUFFIXES = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png")}


class Embedded(NamedTuple):
    """A picture as it goes into the file; its size on the page is in points."""

    data: bytes
    width: float
    height: float
    suffix: str
    media_type: str


@lru_cache(maxsize=8)
def embedded(data: bytes, called: str, room: tuple[float, float], about: Notes) -> Embedded:
    """The picture for a place of at most that width and height in points, with notes in it.

    Raises ExportProblem for what cannot be read.
    """
    try:
        width, height = pixels.fitted(pixels.size(data), *room)
        ready = pixels.for_page(data, pixels.finest(width, height))
    except pixels.Unreadable as problem:
        raise unusable(called, problem) from problem
    parts = ready.parts
    if parts is None:
        assert ready.image is not None
        parts = split(pixels.encoded(ready.image, ready.form))
    return Embedded(join(parts, notes.written(about, ready.form)), width, height, *_SUFFIXES[ready.form])
