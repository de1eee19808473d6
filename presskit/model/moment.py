"""When an embargo lifts, whatever a time zone does to its clocks that night."""

import datetime
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from presskit.model.release import ReleaseLine

Clock = Literal["once", "never", "twice"]
"""How often a local time comes: never where clocks skip it in spring, twice where they go back in autumn."""


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def lifts(line: ReleaseLine) -> datetime.datetime | None:
    """The moment from which a text may be used, with its offset; None where the line is no embargo, or does
    not say when in a zone that is known.

    Nobody may be early, so of a local time that comes twice it is the second; one that clocks skip is as
    much after the change as it says (PEP 495: 2:30 is then 3:30).
    """
    zone = zone_named(line.zone)
    if line.kind != "embargo" or line.until is None or zone is None:
        return None
    until = line.until.replace(tzinfo=zone)
    try:
        # Of two, fold=1 is the second; of a time that is skipped, fold=0 is the later one.
        late = max(until.replace(fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
        return late.astimezone(zone)
    except OverflowError:  # at either end of what a calendar can say
        return None


def clock(line: ReleaseLine) -> Clock:
    """How often the local time of an embargo comes in its zone; "once" where that is not known."""
    zone = zone_named(line.zone)
    if line.until is None or zone is None:
        return "once"
    try:
        first, second = (line.until.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        if first.utcoffset() == second.utcoffset():
            return "once"
        back = first.astimezone(datetime.UTC).astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        return "once"
    return "twice" if back == line.until else "never"


def is_embargoed(line: ReleaseLine, now: datetime.datetime) -> bool:
    """Whether an embargo lasts at a moment (with its offset); one that does not say until when lasts."""
    if line.kind != "embargo":
        return False
    lifted = lifts(line)
    return lifted is None or now < lifted


def embargo_label(line: ReleaseLine, label: str) -> str:
    """How names of files tell an embargo, in ASCII: "EMBARGOED-2026-11-30-0600ET". label: what the house
    calls the zone; where that is not plain letters, the offset stands instead."""
    lifted = lifts(line)
    if lifted is None or line.until is None:
        return "EMBARGOED"
    plain = label if label.isascii() and label.isalpha() else f"UTC{lifted:%z}"
    return f"EMBARGOED-{line.until:%Y-%m-%d-%H%M}{plain}"
