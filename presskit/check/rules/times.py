"""Times of day (check 10)."""

import datetime
import re
from collections.abc import Iterator

from presskit.check.lexicon import one_of
from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.check.rules.dates import date_of, patterns, years_of
from presskit.i18n import N_

_TIME = re.compile(
    r"(?<![\d:.$€£,])(?P<hour>1[0-2]|0?[1-9])(?P<minute>[:.][0-5]\d)?(?P<gap>[\s\u00a0\u202f]*(?:o[’']clock\s+)?)(?P<half>[ap]\.?[\s]?m\b\.?|[AP]\.?[\s]?M\b\.?)",
)
_CLOCK = re.compile(
    r"(?<![\d:.,$€£])(?:(?P<hour>1[3-9]|2[0-3])|(?<=\bat\s)(?P<other>0?\d|1[0-2])):(?P<minute>[0-5]\d)(?![\d:]|\s*[ap]\.?\s?m)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"(?<![\d:])(?P<time>(?:1[0-2]|[1-9])(?::[0-5]\d)?\s[ap]\.m\.)\s"
    r"(?:in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|tonight)\b"
)
_RANGE = re.compile(
    r"(?<![\d:.,])(?P<hour>1[0-2]|[1-9]):00(?=\s*(?:to|and|until|[-–—])\s*\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m)",
    re.IGNORECASE,
)
_NOON = re.compile(r"(?<!\w)12(?::00)?\s*(?:(?P<noon>noon|midday)|(?P<midnight>midnight))(?!\w)", re.I)
_ZONE = re.compile(
    r"^[\s,]*\(?(?P<zone>E[SD]T|C[SD]T|M[SD]T|P[SD]T|ET|CT|MT|PT|AK[SD]?T|HST"
    r"|GMT|UTC|BST|CES?T|[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|local time)\b"
)
_NAMED = {"E": "ET", "C": "CT", "M": "MT", "P": "PT"}


def _time_form(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _NOON.finditer(passage.text):
        right = "noon" if found["noon"] else "midnight"
        yield Hit(passage, *found.span(), {"right": right}, right)
    for found in _TWICE.finditer(passage.text):
        yield Hit(passage, *found.span(), {"right": found["time"]}, found["time"])
    for found in _RANGE.finditer(passage.text):
        yield Hit(passage, *found.span(), {"right": found["hour"]}, found["hour"])
    for found in _TIME.finditer(passage.text):
        half = found["half"].lower()[0]
        minute = (found["minute"] or "").replace(".", ":")
        hour = int(found["hour"])
        if hour == 12 and minute in {"", ":00"}:
            right = "noon" if half == "p" else "midnight"
            yield Hit(passage, *found.span(), {"right": right}, right)
            continue
        right = f"{hour}{'' if minute == ':00' else minute} {half}.m."
        end = found.end()
        letters = found[0]
        if letters.replace("\u00a0", " ").replace("\u202f", " ") != right:
            last = passage.text[end : end + 1]
            stops = not letters.endswith(".") and last == "."
            yield Hit(passage, found.start(), end + stops, {"right": right}, right)


def _day_of_24_hours(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _CLOCK.finditer(passage.text):
        if found["hour"] is None:
            yield Hit(passage, *found.span(), {"right": f"{int(found['other'])}:{found['minute']} a.m./p.m."})
            continue
        minute = "" if found["minute"] == "00" else f":{found['minute']}"
        right = f"{int(found['hour']) - 12}{minute} p.m."
        yield Hit(passage, *found.span(), {"right": right}, right)


def _zone_season(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """Zones of one season, with whether the date nearest in the sentence, or the release's, is in another."""
    forms = patterns("en")
    for found in _TIME.finditer(passage.text):
        after = _ZONE.match(passage.text[found.end() :])
        if (
            after is None
            or len(after["zone"]) != 3
            or after["zone"][0] not in _NAMED
            or after["zone"] in {"CET"}
        ):
            continue
        start = found.end() + after.start("zone")
        right = _NAMED[after["zone"][0]]
        sentence_start, sentence_end = next(
            (s for s in passage.sentences if s[0] <= start < s[1]), (0, len(passage.text))
        )
        day = ground.dated
        for date in forms.day.finditer(passage.text, sentence_start, sentence_end) if forms else ():
            years = years_of(date, ground.dated, forms)  # type: ignore[arg-type]
            day = (date_of(date, forms, years[-1]) if years else None) or day  # type: ignore[arg-type]
        wrong = day is not None and (after["zone"][1] == "S") == _is_summer(day)
        yield Hit(passage, start, start + 3, {"right": right, "wrong": wrong}, right)


def _is_summer(day: datetime.date) -> bool:
    """Whether daylight saving time holds on a day in the United States (15 U.S.C. 260a, since 2007)."""
    march = datetime.date(day.year, 3, 8)
    begins = march + datetime.timedelta(days=(6 - march.weekday()) % 7)
    november = datetime.date(day.year, 11, 1)
    ends = november + datetime.timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends


def _wrong_season(passage: Passage, ground: Ground) -> Iterator[Hit]:
    return (each for each in _zone_season(passage, ground) if each.what["wrong"])


def _fixed_zone(passage: Passage, ground: Ground) -> Iterator[Hit]:
    return (each for each in _zone_season(passage, ground) if not each.what["wrong"])


def _times(passage: Passage) -> list[tuple[int, int, bool]]:
    """The times of day, each with whether a zone follows."""
    return [
        (*found.span(), bool(_ZONE.match(passage.text[found.end() :])))
        for found in _TIME.finditer(passage.text)
    ]


def _is_remote(passage: Passage, ground: Ground) -> bool:
    return bool(one_of(tuple(ground.words.remote)).search(passage.text))


def _no_zone(case: Case) -> Iterator[Hit]:
    """One for a release that people elsewhere go by: the first time of day, where no time has a zone."""
    if case.release.line.kind != "embargo" and not any(
        each.once(_is_remote, case.ground) for each in case.passages
    ):
        return
    places = case.of("headline", "subhead", "lede", "body", "bullet", "notes")
    found = [(passage, *each) for passage in places for each in passage.once(_times)]
    if found and not any(zone for _passage, _start, _end, zone in found):
        own = [each for each in found if not each[0].is_said(each[1], each[2])]
        if own:
            yield Hit(*own[0][:3])


_SCOPES = PROSE | {"headline", "subhead", "crosshead"}

RULES = (
    Rule(
        id="time-form", number=10, severity="warns", name=N_("Times of day"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Figures, a.m. and p.m. with stops, no :00; noon and midnight in words."),
        wrong="9:00 AM, 12 p.m.", right="9 a.m., noon",
        source="AP Stylebook, “times”", year=2024, languages=("en",), scopes=_SCOPES, texts=_time_form,
    ),
    Rule(
        id="time-clock", number=10, severity="warns", name=N_("Times of 12 hours"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("American readers have a.m. and p.m."),
        wrong="16:30", right="4:30 p.m.",
        source="AP Stylebook, “times”", year=2024, languages=("en",), scopes=_SCOPES, texts=_day_of_24_hours,
    ),
    Rule(
        id="time-season", number=10, severity="warns", name=N_("Standard and daylight time"),
        says=N_("“{found}” does not hold on that day; “{right}” is right all year."),
        why=N_("Standard time in summer is an hour off, and wires ask which is meant."),
        wrong="9 a.m. EST (July)", right="9 a.m. ET",
        source="Business Wire, common mistakes", year=2015, languages=("en",), scopes=_SCOPES,
        texts=_wrong_season,
    ),
    Rule(
        id="time-zone-form", number=10, severity="informs", name=N_("Time zones all year"),
        says=N_("“{found}” is safer as “{right}”, which is right all year."),
        why=N_("Standard and daylight time are confused more often than told apart."),
        wrong="9 a.m. EDT", right="9 a.m. ET",
        source="Marketwire, editor’s desk", year=2010, languages=("en",), scopes=_SCOPES, texts=_fixed_zone,
    ),
    Rule(
        id="time-zone", number=10, severity="informs", name=N_("Times with their zone"),
        says=N_("“{found}” has no time zone, nor has any other time here."),
        why=N_("Reporters elsewhere read it as their own time."),
        wrong="9 a.m.", right="9 a.m. ET",
        source="Business Wire, most common errors", year=2013, languages=("en",), whole=_no_zone,
    ),
)  # fmt: skip
