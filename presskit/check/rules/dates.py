"""Days and dates (checks 9 and 11)."""

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


class Forms(NamedTuple):
    """The patterns of dates in a language: a weekday before its date, and in brackets after it, and a month
    with its day."""

    weekday: re.Pattern[str]
    after: re.Pattern[str]
    day: re.Pattern[str]
    month_of: dict[str, int]
    day_of: dict[str, int]


@cache
def patterns(tag: str) -> Forms | None:
    """How dates are written in a language, by its primary tag; None where its months are not known."""
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
    after = re.compile(rf"(?<!\w){date}{year}\s*[(（](?P<weekday>{days})\.?[)）]", re.IGNORECASE)
    return Forms(weekday, after, day, month_of, day_of)


def date_of(found: re.Match[str], forms: Forms, year: int) -> datetime.date | None:
    """The day that a match means in a year; None where there is none."""
    month = forms.month_of[(found["month"] or found["month2"]).lower()]
    try:
        return datetime.date(year, month, int(found["day"] or found["day2"]))
    except ValueError:
        return None


def years_of(found: re.Match[str], dated: datetime.date | None, forms: Forms) -> list[int]:
    """The year that a date without one may mean: that of the release, or the next or last when nearer."""
    if found["year"]:
        return [int(found["year"])]
    if dated is None:
        return []
    near = [year for year in (dated.year - 1, dated.year, dated.year + 1)
            if (day := date_of(found, forms, year)) and abs((day - dated).days) <= 200]  # fmt: skip
    return near or [dated.year]


def _weekday(passage: Passage, ground: Ground) -> Iterator[Hit]:
    forms = patterns(primary(ground.language))
    if forms is None:
        return
    for found in (*forms.weekday.finditer(passage.text), *forms.after.finditer(passage.text)):
        told = forms.day_of[found["weekday"].lower()]
        years = years_of(found, ground.dated, forms)
        days = [date_of(found, forms, year) for year in years]
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


# 2026-06-04 (Monday), 2026年6月4日（木）, 6月4日（星期四）
_NUMBERED = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d)[-年])?(?P<month>\d{1,2})[-月](?P<day>\d{1,2})日?\s*"
    r"[(（](?P<weekday>\w{1,12})\.?[)）]"
)
_SIGNS = {
    **{sign: at for at, sign in enumerate("月火水木金土日")},
    **{sign: at for at, sign in enumerate("一二三四五六日")},
}


def _numbered(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """Weekdays after dates in figures, as ISO 8601, Japanese and Chinese have them."""
    forms = patterns(primary(ground.language))
    for found in _NUMBERED.finditer(passage.text):
        name = re.sub(r"^(?:星期|周|週)|(?:曜日|曜)$", "", found["weekday"])
        told = forms.day_of.get(name.lower(), -1) if forms else -1
        told = _SIGNS.get(name, told) if name != "天" else 6
        year = int(found["year"]) if found["year"] else ground.dated.year if ground.dated else 0
        try:
            day = datetime.date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        if told >= 0 and day.weekday() != told:
            right = ground.words.days[day.weekday()] if ground.words.days else "月火水木金土日"[day.weekday()]
            yield Hit(passage, *found.span(), {"right": right})


def _impossible(passage: Passage, ground: Ground) -> Iterator[Hit]:
    forms = patterns(primary(ground.language))
    for found in forms.day.finditer(passage.text) if forms else ():
        day = int(found["day"] or found["day2"])
        if day > 31 or (day and date_of(found, forms, int(found["year"] or 2024)) is None):  # type: ignore[arg-type]
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


_DECADE = re.compile(r"(?<![\w])(?P<decade>(?:1[89]|20)\d0|[’']\d0)[’']s\b")
_SPAN = re.compile(r"\bfrom\s(?P<first>(?:1[89]|20)\d\d)\s?[-–—]\s?(?P<last>(?:1[89]|20)\d\d|\d\d)(?!\d)")
_PARTED = re.compile(
    r"(?<!\w)(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:,\s|\sof\s)(?P<year>(?:19|20)\d\d)(?!\w)"
)


def _years(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    """Decades, spans of years, and months with their year."""
    for found in _DECADE.finditer(passage.text):
        decade = found["decade"].replace("'", "’")
        yield Hit(passage, *found.span(), {"right": f"{decade}s"}, f"{decade}s")
    for found in _SPAN.finditer(passage.text):
        last = found["last"] if len(found["last"]) > 2 else found["first"][:2] + found["last"]
        right = f"from {found['first']} to {last}"
        yield Hit(passage, *found.span(), {"right": right}, right)
    for found in _PARTED.finditer(passage.text):
        right = f"{found['month']} {found['year']}"
        yield Hit(passage, *found.span(), {"right": right}, right)


_MONTH_YEAR = re.compile(
    r"(?<!\w)(?P<month>Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\w)"
)


def _month_alone(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _MONTH_YEAR.finditer(passage.text):
        right = f"{lexicon('en').months[_number(found['month']) - 1]} {found['year']}"
        yield Hit(passage, *found.span(), {"right": right}, right)


def _days_told(passage: Passage, ground: Ground) -> list[tuple[int, int]]:
    words = one_of((*ground.words.relative, *map(re.escape, ground.words.days)))
    forms = patterns(primary(ground.language))
    dated = [found.span() for found in forms.weekday.finditer(passage.text)] if forms else []
    return [
        found.span()
        for found in words.finditer(passage.text)
        if not passage.is_said(*found.span())
        and not any(start <= found.start() < end for start, end in dated)
        and not _is_habit(passage.text, found)
    ]


def _relative(case: Case) -> Iterator[Hit]:
    if case.release.dateline.date is None and not (case.brought and case.brought.dated):
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
        id="weekday-figures", number=9, severity="stops", said=True,
        name=N_("Weekday and date in figures agree"),
        says=N_("“{found}”: that day is {right}."),
        why=N_("A wrong weekday sends people on the wrong day; nothing is corrected more often."),
        wrong="2026-06-04 (Monday)", right="2026-06-04 (Thursday)",
        source="Business Wire, most common errors", year=2013, scopes=TEXT | {"quote", "contact"},
        texts=_numbered,
    ),
    Rule(
        id="no-such-day", number=9, severity="stops", said=True, name=N_("Days that exist"),
        says=N_("There is no “{found}”."),
        why=N_("A date that the calendar does not have."),
        wrong="June 31", right="July 1",
        source="Business Wire, most common errors", year=2013, scopes=TEXT | {"quote"}, texts=_impossible,
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
        id="year-form", number=11, severity="warns", name=N_("Years and decades"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Decades have no apostrophe, a month and its year no comma, and “from” goes with “to”."),
        wrong="1980’s, August, 2019, from 2001-2009", right="1980s, August 2019, from 2001 to 2009",
        source="AP Stylebook, “years”, “months”", year=2024, languages=("en",), scopes=_SCOPES, texts=_years,
    ),
    Rule(
        id="relative-day", number=11, severity="warns", act="dateline", name=N_("Days that need a date"),
        says=N_("“{found}” means nothing while the release has no date."),
        why=N_("Weekdays and “last week” are counted from the dateline."),
        wrong="on Friday (undated)", right="Friday, May 31",
        source="AP Stylebook, “dates”", year=2024, whole=_relative,
    ),
)  # fmt: skip
