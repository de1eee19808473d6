"""Versions of a kit that are kept with it, and which of them are let go as they age."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

MOST_NAMED = 200
MOST_AUTOMATIC = 100
LONGEST_NAME = 120  # characters

_HOUR = datetime.timedelta(hours=1)
_DAY = datetime.timedelta(days=1)
_MONTH = datetime.timedelta(days=30)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Kept(Struct, frozen=True, kw_only=True):
    """What the releases of a kit were at a moment.

    when: in UTC, whole seconds. name: the user's own; none where PressKit kept it by itself. format: the
    version of the file format that `releases` are in. releases: each as JSON, as the file format has it: what
    is around its blocks, then each block. Those bytes are the same objects in versions that have them in
    common, and are read only when somebody wants to see them.
    """

    when: datetime.datetime
    name: str = ""
    format: int
    releases: tuple[tuple[bytes, ...], ...]


def is_same(one: Kept, other: Kept) -> bool:
    """Whether two versions say the same."""
    return one.format == other.format and one.releases == other.releases


def size(kept: Iterable[Kept]) -> int:
    """Bytes that versions take together: what they have in common counts once, and where it stands 8 each."""
    releases = [release for each in kept for release in each.releases]
    return sum(map(len, {part for release in releases for part in release})) + 8 * sum(map(len, releases))


def in_order(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """Versions in order of time; of one moment, as they were."""
    return tuple(sorted(kept, key=lambda each: each.when))


def thinned(kept: Sequence[Kept], now: datetime.datetime, most_bytes: int) -> tuple[Kept, ...]:
    """The versions without those automatic ones that have aged out, in order of time.

    Named ones stay. Automatic ones stay for an hour; then the last of each hour for a day, the last of each
    day for a month (30 days), and the last of each week. Where more than MOST_AUTOMATIC are left, or all
    together take more than `most_bytes`, those go first that another one follows the soonest.
    """
    ordered = in_order(kept)
    last: dict[tuple[int, int], int] = {}
    for number, each in enumerate(ordered):
        if not each.name:
            last[_drawer(each.when, now, number)] = number
    stay = set(last.values())
    found = [each for number, each in enumerate(ordered) if each.name or number in stay]
    _let_go(found, lambda: sum(not each.name for each in found) > MOST_AUTOMATIC)
    _let_go(found, lambda: size(found) > most_bytes)
    return tuple(found)


def _drawer(when: datetime.datetime, now: datetime.datetime, number: int) -> tuple[int, int]:
    """Of all versions in one drawer the last one stays. Each drawer of a day is within one of a week, so that
    what was the last of its day can still be the last of its week."""
    age = now - when
    if age <= _HOUR:
        return 0, number
    width = next((width for width, limit in ((_HOUR, _DAY), (_DAY, _MONTH)) if age <= limit), 7 * _DAY)
    return int(width.total_seconds()), (when - _EPOCH) // width


def _let_go(found: list[Kept], too_many: Callable[[], bool]) -> None:
    """Takes out automatic versions while there are too many: the one that another follows the soonest, the
    eldest of such."""
    while too_many():
        gaps = [(after.when - each.when, place) for place, (each, after) in enumerate(pairwise(found))]
        free = [(gap, place) for gap, place in gaps if not found[place].name]
        if not free:
            return
        del found[min(free)[1]]
