"""Items of one library taken over into another, as into a team's."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from presskit.i18n import _
from presskit.library.shelf import Shelf

_AT_ONCE = 100  # items of a step


def taken_over(source: Shelf, target: Shelf) -> Iterator[int]:
    """Copies what is on offer in one library into another, some at a time; yields how many were copied in
    each step. What the other has already stays as it is there. The source is not changed. Whoever stops
    asking has all of the steps that were yielded, and none in part. Raises LibraryProblem."""
    note = _("Taken over from {place}").format(place=source.place)
    left = source.everything()
    while found := list(islice(left, _AT_ONCE)):
        there = target.states(item.id for item in found)
        fresh = [item for item in found if item.id not in there]
        names = dict.fromkeys(name for item in fresh for name in item.pictures())
        assets = [asset for name in names if (asset := source.picture(name)) is not None]
        target.add_all([(replace(item, version=0), note) for item in fresh], assets)
        yield len(fresh)
