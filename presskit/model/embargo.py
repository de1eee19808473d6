"""What an embargo means at a moment: for the names of files, and in a sentence for whoever exports."""

import datetime

from presskit.i18n import _, spoken
from presskit.model.moment import clock, embargo_label, is_embargoed, lifts
from presskit.model.profile import Profile, profile
from presskit.model.release import Release


def file_mark(release: Release, now: datetime.datetime) -> str:
    """What the names of a release's files have at their end while its embargo lasts, such as
    ".EMBARGOED-2026-11-30-0600ET"; ASCII, whatever the language. Nothing once it has ended."""
    line = release.line
    if not is_embargoed(line, now):
        return ""
    label = profile(release.profile).zone_label(line.until, line.zone) if line.until else ""
    return "." + embargo_label(line, label)


def data_mark(release: Release) -> str:
    """What a file says of its embargo in words that programs find: the moment as ISO 8601 has it."""
    if release.line.kind != "embargo":
        return ""
    lifted = lifts(release.line)
    return f"embargoed until {lifted.isoformat(timespec='minutes')}" if lifted else "embargoed"


def line_of(release: Release, house: Profile) -> str:
    """The release line of a release: "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL …" or "HOLD …"."""
    words = house.page_words(release.language)
    line = release.line
    if line.kind == "immediate":
        return words.immediate
    if line.kind == "hold":
        return words.hold
    if line.until is None:
        return words.embargo_open
    return house.embargo(line.until, line.zone, release.language)


def told(release: Release, now: datetime.datetime, here: datetime.tzinfo | None = None) -> str:
    """Until when a release is under embargo, as sentences, also in the time `here` (this computer's unless
    told) where that differs; nothing for other releases."""
    line = release.line
    if line.kind != "embargo":
        return ""
    lifted = lifts(line)
    if lifted is None or line.until is None:
        return _("Under embargo, but the release does not say until when.")
    house = profile(release.profile)
    label = house.zone_label(line.until, line.zone, spoken())
    time, date = house.time(line.until, spoken()), house.date(line.until.date(), spoken())
    said = _("Under embargo until {time} {zone}, {date}.")
    if now >= lifted:
        said = _("The embargo ended at {time} {zone}, {date}; the release still says that it lasts.")
    found = [said.format(time=time, zone=label, date=date)]
    try:
        there = lifted.astimezone(here)
    except OverflowError:  # at either end of what a calendar can say
        there = lifted
    if there.utcoffset() != lifted.utcoffset():
        day = house.date(there.date(), spoken())
        found.append(_("Here that is {time}, {date}.").format(time=house.time(there, spoken()), date=day))
    match clock(line):
        case "never":
            found.append(_("Clocks go forward that night, so there is no such time: choose another one."))
        case "twice":
            found.append(_("Clocks go back that night, so that time comes twice: the second one counts."))
        case "once":
            pass
    return " ".join(found)
