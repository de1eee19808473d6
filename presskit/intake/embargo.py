"""The moment that an embargo line names."""

import datetime
import re

from presskit.intake.lexicon import Lexicon
from presskit.model.release import ReleaseLine

_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?P<half>a\.?m\.?|p\.?m\.?)?(?=\W|$)|(?P<noon>\bnoon\b)|(?P<night>\bmidnight\b)",
    re.I,
)
# What press offices write after a time, and where it is that time; without one, it is the reader's to say.
_ZONES = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "CT": "America/Chicago",
    "CST": "America/Chicago", "CDT": "America/Chicago", "MT": "America/Denver", "MST": "America/Denver",
    "MDT": "America/Denver", "PT": "America/Los_Angeles", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "GMT": "UTC", "UTC": "UTC", "BST": "Europe/London", "UK": "Europe/London",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "SAST": "Africa/Johannesburg",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "JST": "Asia/Tokyo", "KST": "Asia/Seoul",
}  # fmt: skip


def embargo_line(text: str, lexicon: Lexicon) -> ReleaseLine | None:
    """The release line of an embargo with its moment; None where the text names no day with its year."""
    day = lexicon.day(text)
    if day is None:
        return None
    rest = lexicon.date.sub(" ", text)
    hour, minute, zone = 0, 0, ""
    for found in _CLOCK.finditer(rest):
        if found["noon"]:
            hour = 12
        elif found["night"]:
            hour = 0
        elif found["half"] or found["minute"]:
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            half = (found["half"] or "").lower()[:1]
            if hour > 24 or minute > 59 or (half and hour > 12):
                continue
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour % 24
        else:
            continue
        after = re.match(r"\s*\(?([A-Z]{2,4})\b", rest[found.end() :])
        zone = _ZONES.get(after[1], "") if after else ""
        break
    return ReleaseLine(
        kind="embargo", until=datetime.datetime.combine(day, datetime.time(hour, minute)), zone=zone
    )
