"""House-style profiles: how datelines, dates and the page's own words are written, as data."""

import datetime
import re
import tomllib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from presskit import assets
from presskit.model import ownstyles
from presskit.text.languages import fallbacks, primary

if TYPE_CHECKING:
    from babel import Locale

_EMPTY_ZONE = re.compile(r" ?[(（][)）]| (?=,)")


class PageWords(Struct, frozen=True, kw_only=True):
    """The words that PressKit itself puts on a page, in the language of the release.

    draft, draft_note: what a text for colleagues is and is not. correction: what a version that corrects one
    before says it corrects. comma, semicolon: between two things on a line. place, dateline: patterns of a
    place that lies somewhere and of what the first paragraph begins with, where the house's do not serve.
    date: a pattern of the Unicode CLDR, and months: their names, where the CLDR's own are not what is
    written; first_day: how the first of a month is written. zones: what a time zone (IANA name) is called;
    named_zones: call others by the name that the CLDR has.
    """

    immediate: str
    embargo: str
    embargo_open: str
    hold: str
    draft: str
    draft_note: str
    correction: str
    more: str
    end: str
    page: str
    media_contact: str
    media_contacts: str
    notes: str
    source: str
    paid_by: str
    after_hours: str
    said: str
    photo: str
    photo_credit: str
    logo: str
    logo_of: str
    comma: str = ", "
    semicolon: str = "; "
    place: str = "{city}, {where}"
    dateline: str = ""
    date: str = ""
    months: tuple[str, ...] = ()
    first_day: str = ""
    zones: dict[str, str] = {}
    named_zones: bool = False


class Limit(Struct, frozen=True, kw_only=True):
    """How long a text may be, in characters. cut: after how many some see no more of it; 0 for none."""

    most: Annotated[int, Meta(ge=1)]
    cut: int = 0


class Checks(Struct, frozen=True, kw_only=True):
    """What a house style asks of a release. Lengths are in words.

    fewest, most: of a release. lede: of its first paragraph. quotation: of what somebody says at once.
    boilerplate: fewest and most. headline_case: "sentence" or "title". acronyms_in_brackets: whether an
    acronym may follow the name in brackets. courtesy_titles: whether people are Mr. and Ms.
    party_in_brackets: a legislator is (D-Bridgeport), not ,
    D-Bridgeport,. percent: how per cent is written. clear_partners:
    whether organisations that a release names are to clear it. aged: after how many months a figure is to be
    looked up again. severity: of a rule by its id, where it is another than usual; "off" for none. known:
    acronyms that readers know. loaded: words that want an attribution, beyond those of the language; plain:
    those of them that need none here.
    """

    fewest: Annotated[int, Meta(ge=0)] = 0
    most: Annotated[int, Meta(ge=1)] = 1_000_000
    lede: Annotated[int, Meta(ge=1)] = 50
    quotation: Annotated[int, Meta(ge=1)] = 60
    boilerplate: tuple[int, int] = (40, 120)
    headline_case: Literal["", "sentence", "title"] = ""
    acronyms_in_brackets: bool = False
    courtesy_titles: bool = False
    party_in_brackets: bool = False
    percent: Literal["%", "percent"] = "%"
    clear_partners: bool = False
    aged: Annotated[int, Meta(ge=1)] = 24
    severity: dict[str, Literal["stops", "warns", "informs", "off"]] = {}
    known: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()


class Profile(Struct, frozen=True, kw_only=True):
    """A house style. description: what it is for, in a sentence.

    standalone: a city that stands alone in a dateline, in lower case -> where it lies, with
    | between the names that may have. home: what the country at home is called, in lower case without
    stops. regions: a state -> its form in a dateline. zones: the label of a time zone (IANA name) where the
    profile has one of its own. limits: by kind of block. words: by language, in lower case.
    """

    id: str
    name: str
    year: int
    description: str = ""
    separator: str
    standalone: dict[str, str]
    home: frozenset[str]
    regions: dict[str, str]
    postal: dict[str, str]
    months: tuple[str, ...]
    zones: dict[str, str]
    words: dict[str, PageWords]
    limits: dict[str, Limit] = {}
    checks: Checks = Checks()

    def limit(self, kind: str) -> Limit | None:
        """How long the text of a kind of block may be; None where the house style has no limit for it."""
        return self.limits.get(kind)

    def page_words(self, language: str) -> PageWords:
        """The page's own words in a language, English ones where there are none."""
        for tag in (*fallbacks(language), "en"):
            if tag in self.words:
                return self.words[tag]
        raise KeyError(f"profile {self.id!r} has no English words")

    def place(self, city: str, region: str, country: str, language: str = "en") -> str:
        """A place as its dateline has it: CITY in capitals, the state abbreviated or left out
        where the city stands alone (AP Stylebook 2024, "datelines" and "state names")."""
        city, region, country = (" ".join(each.split()) for each in (city, region, country))
        if not city:
            return ""
        known = {name.lower(): name for name in (*self.regions, *self.postal.values())}
        state = self.postal.get(region.upper().replace(".", "")) or known.get(region.lower(), region)
        at_home = country.lower().replace(".", "") in self.home
        where = {each.lower() for each in ("" if at_home else country, state) if each}
        if not where or where & set(self.standalone.get(city.lower(), "").lower().split("|")):
            alone = city.lower() in self.standalone
        else:
            alone = False
        shown = "" if alone else (self.regions.get(state, state) if at_home else country or state)
        pattern = self.page_words(language).place
        return pattern.format(city=city.upper(), where=shown) if shown else city.upper()

    def dateline(self, place: str, day: datetime.date | None, language: str) -> tuple[str, str]:
        """What runs in at the first paragraph, in two parts: the place, which stands out, and what parts it
        from the text. Some languages have the place in brackets, with the date if there is one."""
        pattern = self.page_words(language).dateline
        if not pattern or not place:
            return place, self.separator if place else ""
        date = self.date(day, language) if day else ""
        shown = pattern.format(place=place, date=date)
        return shown.rstrip(), shown[len(shown.rstrip()) :]

    def date(self, day: datetime.date, language: str) -> str:
        """A date with its year: AP abbreviates the longer months ("Nov. 22, 2026"); other
        languages follow the Unicode CLDR's long form."""
        if primary(language) == "en":
            return f"{self.months[day.month - 1]} {day.day}, {day.year}"
        words = self.page_words(language)
        if words.months:
            date = f"{day.day} {words.months[day.month - 1]} {day.year}"
        else:
            from babel.dates import format_date

            date = format_date(day, words.date or "long", locale=_locale(language))
        return re.sub(r"^1\b", words.first_day, date) if words.first_day else date

    def time(self, when: datetime.datetime, language: str) -> str:
        """A time of day: "6 a.m.", "12:01 p.m." and "noon" in English (AP Stylebook 2024, "times"), elsewhere
        of 24 hours."""
        if primary(language) != "en":
            return f"{when.hour:02}:{when.minute:02}"
        if (when.hour, when.minute) == (12, 0):
            return "noon"
        hour = when.hour % 12 or 12
        clock = f"{hour}:{when.minute:02}" if when.minute else f"{hour}"
        return f"{clock} {'a.m.' if when.hour < 12 else 'p.m.'}"

    def embargo(self, when: datetime.datetime, zone: str, language: str) -> str:
        """The embargo line for a moment ("EMBARGOED UNTIL 12:01 a.m. ET, Nov. 22, 2026"), as the language
        orders time, zone and date."""
        words = self.page_words(language)
        label = self.zone_label(when, zone, language)
        line = words.embargo.format(
            time=self.time(when, language), zone=label, date=self.date(when.date(), language)
        )
        return _EMPTY_ZONE.sub("", line)

    def zone_label(self, when: datetime.datetime, zone: str, language: str = "en") -> str:
        """What a time zone is called at a moment: what the language calls it, the profile's short name,
        or the zone's own."""
        words = self.page_words(language)
        if zone in words.zones:
            return words.zones[zone]
        try:
            there = when.replace(tzinfo=ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return self.zones.get(zone, zone)
        if words.named_zones:
            from babel.dates import get_timezone_name

            return get_timezone_name(there, width="long", locale=_locale(language))
        return self.zones.get(zone) or there.tzname() or zone


def _locale(language: str) -> "Locale":
    """The locale nearest to a language; English where none is known."""
    from babel import Locale, UnknownLocaleError

    for tag in fallbacks(language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the profiles that PressKit has, the usual one first."""
    found = assets.names("profiles", ".toml")
    return ("ap", *sorted(each for each in found if each != "ap"))


@cache
def _ready(name: str) -> Profile:
    return msgspec.convert({"id": name, **_laid(name)}, Profile)


@lru_cache(maxsize=32)
def _own(name: str, _stamp: tuple[int, int]) -> Profile | None:
    """The user's own of that name, or None where its file cannot be used."""
    try:
        found = profile_over("ap", text := ownstyles.text(name), name)
        return found if "name" in tomllib.loads(text) else replace(found, name=name)
    except (OSError, ValueError, RecursionError):  # what TOML and msgspec raise is a ValueError
        return None


def profile(name: str) -> Profile:
    """The profile of that name: one that PressKit has, or the user's own; AP's where there is none of that
    name, or the user's own cannot be used."""
    if name in shipped_names():
        return _ready(name)
    stamp = ownstyles.stamp(name)
    return (_own(name, stamp) if stamp else None) or _ready("ap")


def is_there(name: str) -> bool:
    """Whether there is a profile of that name; no name at all is the usual one."""
    return not name or profile(name).id == name


def profile_names() -> list[str]:
    """The names of the profiles there are, the usual one first, the user's own last."""
    return [*shipped_names(), *(name for name in ownstyles.names() if name not in shipped_names())]


def profile_over(base: str, text: str, name: str) -> Profile:
    """A house's own profile: what a text in TOML says, over the profile called `base` or the one that it
    names itself. Raises ValueError, with the reason, when it does not fit."""
    raw = tomllib.loads(text)
    under = raw.pop("base", base)
    if under not in shipped_names():
        raise ValueError(f"base = {under!r}")
    return msgspec.convert({"id": name, **_over(_laid(under), raw)}, Profile)


def _laid(name: str) -> dict[str, Any]:
    """A profile as its file has it, over the one that it is based on."""
    raw: dict[str, Any] = tomllib.loads(assets.read(f"profiles/{name}.toml").decode())
    base = raw.pop("base", "")
    return _over(_laid(base), raw) if base else raw


def _over(under: dict[str, Any], raw: dict[str, Any]) -> dict[str, Any]:
    """Tables are laid over each other key by key; everything else is replaced."""
    both = {
        key: _over(under[key], value)
        if isinstance(value, dict) and isinstance(under.get(key), dict)
        else value
        for key, value in raw.items()
    }
    return {**under, **both}
