"""House-style profiles: how datelines, dates and the page's own words are written, as data."""

import datetime
import tomllib
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from presskit import assets

_HOME = frozenset(
    ["", "us", "usa", "united states", "united states of america", "estados unidos", "états-unis"]
)


class PageWords(Struct, frozen=True, kw_only=True):
    """The words that PressKit itself puts on a page, in the language of the release."""

    immediate: str
    embargo: str
    embargo_open: str
    hold: str
    more: str
    end: str
    page: str
    media_contact: str
    notes: str
    source: str
    paid_by: str
    after_hours: str
    said: str
    photo: str
    photo_credit: str
    logo: str


class Profile(Struct, frozen=True, kw_only=True):
    """A house style. standalone: a city that stands alone in a dateline, in lower case -> where it lies, with
    | between the names that may have. regions: a state -> its form in a dateline. words: by language.

    zones: the label of a time zone (IANA name) where the profile has one of its own.
    """

    id: str
    name: str
    year: int
    separator: str
    standalone: dict[str, str]
    regions: dict[str, str]
    postal: dict[str, str]
    months: tuple[str, ...]
    zones: dict[str, str]
    words: dict[str, PageWords]

    def page_words(self, language: str) -> PageWords:
        """The page's own words in a language, English ones where there are none."""
        for tag in (language, language.partition("-")[0], "en"):
            if tag in self.words:
                return self.words[tag]
        raise KeyError(f"profile {self.id!r} has no English words")

    def place(self, city: str, region: str, country: str) -> str:
        """A place as its dateline has it: CITY in capitals, the state abbreviated or left out
        where the city stands alone (AP Stylebook 2024, "datelines" and "state names")."""
        city, region, country = (" ".join(each.split()) for each in (city, region, country))
        if not city:
            return ""
        known = {name.lower(): name for name in (*self.regions, *self.postal.values())}
        state = self.postal.get(region.upper().replace(".", "")) or known.get(region.lower(), region)
        at_home = country.lower().replace(".", "") in _HOME
        where = {each.lower() for each in ("" if at_home else country, state) if each}
        if not where or where & set(self.standalone.get(city.lower(), "").lower().split("|")):
            alone = city.lower() in self.standalone
        else:
            alone = False
        shown = "" if alone else (self.regions.get(state, state) if at_home else country or state)
        return f"{city.upper()}, {shown}" if shown else city.upper()

    def date(self, day: datetime.date, language: str) -> str:
        """A date with its year: AP abbreviates the longer months ("Nov. 22, 2026"); other
        languages follow the Unicode CLDR's long form."""
        if language.partition("-")[0] == "en":
            return f"{self.months[day.month - 1]} {day.day}, {day.year}"
        from babel import Locale, UnknownLocaleError
        from babel.dates import format_date

        locale = Locale("en")
        for tag in (language, language.partition("-")[0]):
            try:
                locale = Locale.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
            break
        return format_date(day, "long", locale=locale)

    def embargo(self, when: datetime.datetime, zone: str, language: str) -> str:
        """The embargo line for a moment ("EMBARGOED UNTIL 12:01 a.m. ET, Nov. 22, 2026"), as the language
        orders time, zone and date."""
        if language.partition("-")[0] == "en":
            hour = when.hour % 12 or 12
            clock = f"{hour}:{when.minute:02}" if when.minute else f"{hour}"
            time = f"{clock} {'a.m.' if when.hour < 12 else 'p.m.'}"
            if (when.hour, when.minute) == (12, 0):
                time = "noon"
        else:
            time = f"{when.hour:02}:{when.minute:02}"
        label = self.zone_label(when, zone)
        pattern = self.page_words(language).embargo
        line = pattern.format(time=time, zone=label, date=self.date(when.date(), language))
        return line.replace(" ()", "").replace(" ,", ",")

    def zone_label(self, when: datetime.datetime, zone: str) -> str:
        """The short name of a time zone at a moment: the profile's own, else the zone's."""
        if zone in self.zones:
            return self.zones[zone]
        try:
            return when.replace(tzinfo=ZoneInfo(zone)).tzname() or zone
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return zone


@cache
def profile(name: str) -> Profile:
    """The profile of that name, or AP's where there is none of that name."""
    known = assets.names("profiles", ".toml")
    chosen = name if name in known else "ap"
    found: dict[str, Any] = tomllib.loads(assets.read(f"profiles/{chosen}.toml").decode())
    return msgspec.convert({"id": chosen, **found}, Profile)
