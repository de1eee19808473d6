"""Days and times (checks 9 to 11)."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from presskit.check.lexicon import lexicon, one_of
from presskit.check.passages import PROSE, TEXT, Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_, _
from presskit.text.languages import primary

_ABBREVIATED = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
_SHORT_DAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}


class _Forms(NamedTuple):
    """The patterns of dates in a language: a weekday with its date, a month with its day, a month alone."""

    weekday: re.Pattern[str]
    day: re.Pattern[str]
    month_of: dict[str, int]
    day_of: dict[str, int]


@cache
def _forms(tag: str) -> _Forms | None:
    words = lexicon(tag)
    if not words.months:
        return None
    month_of = {each.lower(): number for number, each in enumerate(words.months, 1)}
    month_of |= {each.lower(): number for number, each in enumerate(words.short_months, 1) if each}
    if tag == "en":
        month_of["sept"] = 9
    day_of = {each.lower(): number for number, each in enumerate(words.days)}
    day_of |= {each.replace("-feira", ""): number for each, number in list(day_of.items())}
    day_of |= _SHORT_DAYS if tag == "en" else {}
    months = "|".join(sorted(month_of, key=len, reverse=True))
    days = "|".join(sorted(map(re.escape, day_of), key=len, reverse=True))
    if tag == "en":
        date = rf"(?:(?P<month>{months})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        date += rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s+(?P<month2>{months})\.?)"
        year = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
    else:
        date = rf"(?P<day2>\d{{1,2}})(?:er|\.|º|°)?\s+(?:de\s+)?(?P<month2>{months})(?P<month>)(?P<day>)"
        year = r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d))?"
    weekday = re.compile(
        rf"(?<!\w)(?P<weekday>{days})\.?,?\s+(?:(?:the|le|el|den|der|día)\s+)?{date}{year}(?![\w/-])", re.I
    )
    day = re.compile(rf"(?<!\w){date}{year}(?![\w/-])", re.I)
    return _Forms(weekday, day, month_of, day_of)


def _date_of(found: re.Match[str], forms: _Forms, year: int) -> datetime.date | None:
    month = forms.month_of[(found["month"] or found["month2"]).lower()]
    try:
        return datetime.date(year, month, int(found["day"] or found["day2"]))
    except ValueError:
        return None


def _years(found: re.Match[str], dated: datetime.date | None, forms: _Forms) -> list[int]:
    """The year that a date without one may mean: that of the release, or the next or last when nearer."""
    if found["year"]:
        return [int(found["year"])]
    if dated is None:
        return []
    near = [year for year in (dated.year - 1, dated.year, dated.year + 1)
            if (day := _date_of(found, forms, year)) and abs((day - dated).days) <= 200]  # fmt: skip
    return near or [dated.year]


def _weekday(passage: Passage, ground: Ground) -> Iterator[Hit]:
    forms = _forms(primary(ground.language))
    if forms is None:
        return
    for found in forms.weekday.finditer(passage.text):
        told = forms.day_of[found["weekday"].lower()]
        years = _years(found, ground.dated, forms)
        days = [_date_of(found, forms, year) for year in years]
        if not years:
            continue
        if any(day is not None and day.weekday() == told for day in days):
            continue
        right = next((day for day in days if day is not None), None)
        if right is None:
            yield Hit(passage, *found.span(), {"right": _("no such day")})
            continue
        name = ground.words.days[right.weekday()]
        start, _end = found.span("weekday")
        fix = name if found["weekday"][0].isupper() else name.lower()
        yield Hit(passage, start, found.end(), {"right": f"{fix} ({right.year})"}, fix=None)


_WRONG_DAY = re.compile(r"(?:st|nd|rd|th)$")


def _impossible(passage: Passage, ground: Ground) -> Iterator[Hit]:
    forms = _forms(primary(ground.language))
    for found in forms.day.finditer(passage.text) if forms else ():
        day = int(found["day"] or found["day2"])
        if day > 31 or (day and _date_of(found, forms, int(found["year"] or 2024)) is None):  # type: ignore[arg-type]
            yield Hit(passage, *found.span())


_ORDINAL = re.compile(r"(?P<day>\d{1,2})(?P<end>st|nd|rd|th)\b")
_NUMERIC = re.compile(
    r"(?<![\d/$€£.-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/(?P<year>(?:19|20)?\d\d)(?![\d/])"
)


@cache
def _en_dates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("en")
    names = [*words.months, *(each for each in words.short_months if each), "Sept"]
    months = "|".join(sorted(names, key=len, reverse=True))
    with_day = re.compile(
        rf"(?<!\w)(?P<month>{months})(?P<stop>\.?)\s+(?P<day>\d{{1,2}})(?P<end>st|nd|rd|th)?(?!\d|\.\d|,\d{{3}})(?!\w)"
    )
    reverse = re.compile(
        rf"(?<!\w)(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?P<month>{months})(?!\w)"
    )
    return with_day, reverse


def _number(month: str) -> int:
    return next(number for number, name in enumerate(lexicon("en").months, 1) if name[:3] == month[:3])


def written(month: int, day: int | str) -> str:
    """A month and its day as AP has them (AP Stylebook 2024, "months"): "Sept. 4", "March 4"."""
    return f"{_ABBREVIATED.get(month, lexicon('en').months[month - 1])} {day}"


def _form(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    with_day, reverse = _en_dates()
    for found in with_day.finditer(passage.text):
        if not 1 <= int(found["day"]) <= 31:
            continue
        right = written(_number(found["month"]), found["day"])
        start, end = found.span()
        if " ".join(found[0].split()) != right and not passage.is_said(start, end):
            yield Hit(passage, start, end, {"right": right}, right)
    for found in reverse.finditer(passage.text):
        if not passage.is_said(*found.span()) and 1 <= int(found["day"]) <= 31:
            right = written(_number(found["month"]), found["day"])
            yield Hit(passage, *found.span(), {"right": right}, right)
    for found in _NUMERIC.finditer(passage.text):
        year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
        right = f"{written(int(found['month']), int(found['day']))}, {year}"
        yield Hit(passage, *found.span(), {"right": right}, right if int(found["day"]) > 12 else None)


_MONTH_YEAR = re.compile(
    r"(?<!\w)(?P<month>Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\w)"
)


def _month_alone(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _MONTH_YEAR.finditer(passage.text):
        right = f"{lexicon('en').months[_number(found['month']) - 1]} {found['year']}"
        yield Hit(passage, *found.span(), {"right": right}, right)


def _days_told(passage: Passage, ground: Ground) -> list[tuple[int, int]]:
    words = one_of((*ground.words.relative, *map(re.escape, ground.words.days)))
    forms = _forms(primary(ground.language))
    dated = [found.span() for found in forms.weekday.finditer(passage.text)] if forms else []
    return [
        found.span()
        for found in words.finditer(passage.text)
        if not passage.is_said(*found.span())
        and not any(start <= found.start() < end for start, end in dated)
        and not _is_habit(passage.text, found)
    ]


def _relative(case: Case) -> Iterator[Hit]:
    if case.release.dateline.date is None:
        for passage in case.of("headline", "subhead", "lede", "body", "bullet", "notes", "attribution"):
            for start, end in passage.once(_days_told, case.ground):
                yield Hit(passage, start, end)


def _is_habit(text: str, found: re.Match[str]) -> bool:
    """“Every Friday”, “on Fridays”, “today’s youth”: no day of the calendar."""
    before, after = (
        text[max(found.start() - 12, 0) : found.start()].lower(),
        text[found.end() : found.end() + 3],
    )
    return before.endswith(("every ", "each ", "los ", "todos los ", "chaque ", "tous les ")) or after[
        :2
    ] in {"’s", "'s"}


_TIME = re.compile(
    r"(?<![\d:.$€£,])(?P<hour>1[0-2]|0?[1-9])(?P<minute>:[0-5]\d)?(?P<gap>[\s\u00a0\u202f]*)(?P<half>[ap]\.?[\s]?m\b\.?|[AP]\.?[\s]?M\b\.?)",
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
    for found in _TIME.finditer(passage.text):
        half = found["half"].lower()[0]
        minute = found["minute"] or ""
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


def _zone_season(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """Zones of one season, with whether the date nearest in the sentence, or the release's, is in another."""
    forms = _forms("en")
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
            years = _years(date, ground.dated, forms)  # type: ignore[arg-type]
            day = (_date_of(date, forms, years[-1]) if years else None) or day  # type: ignore[arg-type]
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


def _no_zone(case: Case) -> Iterator[Hit]:
    """One for a release: the first time of day, where no time has a zone."""
    places = case.of("headline", "subhead", "lede", "body", "bullet", "notes")
    found = [(passage, *each) for passage in places for each in passage.once(_times)]
    if found and not any(zone for _passage, _start, _end, zone in found):
        own = [each for each in found if not each[0].is_said(each[1], each[2])]
        if own:
            yield Hit(*own[0][:3])


_SCOPES = PROSE | {"headline", "subhead", "crosshead"}

RULES = (
    Rule(
        id="weekday", number=9, severity="stops", said=True, name=N_("Weekday and date agree"),
        says=N_("“{found}”: that day is {right}."),
        why=N_("A wrong weekday sends people on the wrong day; nothing is corrected more often."),
        wrong="Monday, November 2, 2021", right="Tuesday, Nov. 2",
        source="Business Wire, most common errors", year=2013, scopes=TEXT | {"quote", "contact"},
        texts=_weekday,
    ),
    Rule(
        id="no-such-day", number=9, severity="stops", said=True, name=N_("Days that exist"),
        says=N_("There is no “{found}”."),
        why=N_("A date that the calendar does not have."),
        wrong="June 31", right="July 1",
        source="Business Wire, most common errors", year=2013, scopes=TEXT | {"quote"}, texts=_impossible,
    ),
    Rule(
        id="time-form", number=10, severity="warns", name=N_("Times of day"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Figures, a.m. and p.m. with stops, no :00; noon and midnight in words."),
        wrong="9:00 AM, 12 p.m.", right="9 a.m., noon",
        source="AP Stylebook, “times”", year=2024, languages=("en",), scopes=_SCOPES, texts=_time_form,
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
    Rule(
        id="date-form", number=11, severity="warns", name=N_("Dates"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Long months are abbreviated with a day, and days have no st, nd, rd or th."),
        wrong="September 4th", right="Sept. 4",
        source="AP Stylebook, “months”, “dates”", year=2024, languages=("en",), scopes=_SCOPES, texts=_form,
    ),
    Rule(
        id="month-alone", number=11, severity="warns", name=N_("Months without a day"),
        says=N_("“{found}” is written “{right}”: without a day the month is spelled out."),
        why=N_("Months are abbreviated with a day alone."),
        wrong="Sept. 2013", right="September 2013",
        source="AP Stylebook, “months”", year=2024, languages=("en",), scopes=_SCOPES, texts=_month_alone,
    ),
    Rule(
        id="relative-day", number=11, severity="warns", act="dateline", name=N_("Days that need a date"),
        says=N_("“{found}” means nothing while the release has no date."),
        why=N_("Weekdays and “last week” are counted from the dateline."),
        wrong="on Friday (undated)", right="Friday, May 31",
        source="AP Stylebook, “dates”", year=2024, whole=_relative,
    ),
)  # fmt: skip
