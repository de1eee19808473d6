"""Days, times, numbers and sizes as the language of the screen writes them, and the order of its alphabet.

Dates and times are those of the house: "Nov. 22, 2026" and "6 p.m.", "22 de noviembre de 2026" and "18:00":
screen and page agree. Numbers follow the Unicode CLDR, for Spanish those of the Americas (2,004.5), as on
pages in Spanish. babel is loaded when first needed: small numbers do without.
"""

import datetime
import unicodedata
from functools import cache

from presskit.i18n import _, ngettext, spoken
from presskit.model.profile import profile
from presskit.text.folding import fold

_REGIONS = {"en": "en_US", "es": "es_US"}
_THOUSAND = 1000
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_ENYE = "n\uffff"  # a letter of its own, after every other n (Real Academia Española, Ortografía, 2010)


def number(value: float, digits: int = 0) -> str:
    """A number with the marks of the screen's language, rounded to so many places after its point."""
    if not digits and -_THOUSAND < value < _THOUSAND:
        return str(round(value))
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(round(value, digits), format=pattern, locale=_locale(spoken()))


def percent(share: float) -> str:
    """A share of one in whole percent: 0.85 is "85%"."""
    return _("{number}%").format(number=number(share * 100))


def quoted(words: str) -> str:
    """Words of a release or a file, between the marks that the screen's language quotes with."""
    return _("“{words}”").format(words=words)


def day(date: datetime.date) -> str:
    """A date with its year."""
    return profile("").date(date, spoken())


def clock(when: datetime.datetime) -> str:
    """The time of day of a moment, as it stands in it."""
    return profile("").time(when, spoken())


def here(when: datetime.datetime) -> datetime.datetime:
    """A moment in the time of this computer, with its offset; at the very ends of the calendar, which a file
    may name, as it is."""
    try:
        return when.astimezone()
    except (OverflowError, ValueError, OSError):
        return when if when.tzinfo else when.replace(tzinfo=datetime.UTC)


def moment(when: datetime.datetime) -> str:
    """Date and time of day; a moment with an offset is told in the time of this computer."""
    when = here(when) if when.tzinfo else when
    return _("{date}, {time}").format(date=day(when.date()), time=clock(when))


def ago(when: datetime.datetime, now: datetime.datetime | None = None) -> str:
    """How long ago a moment with an offset was, in words; from a week on its date."""
    now = now or datetime.datetime.now().astimezone()
    passed = (now - when).total_seconds()
    days = (now.date() - when.astimezone(now.tzinfo).date()).days
    if passed < _MINUTE:
        return _("just now")
    if passed < _HOUR:
        minutes = int(passed // _MINUTE)
        return ngettext("{count} minute ago", "{count} minutes ago", minutes).format(count=minutes)
    if passed < _DAY and (days == 0 or passed < 6 * _HOUR):
        hours = int(passed // _HOUR)
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    if days <= 1:
        return _("yesterday")
    if days < 7:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    return day(when.astimezone(now.tzinfo).date())


def size(count: int) -> str:
    """How large a file is, in the units of SI: bytes below a thousand, kB below a million, then MB."""
    if count < _THOUSAND:
        return ngettext("{count} byte", "{count} bytes", count).format(count=count)
    if count < _THOUSAND**2:
        return _("{count} kB").format(count=number(count / _THOUSAND))
    return _("{count} MB").format(count=number(count / _THOUSAND**2, 1))


def alphabetical(text: str) -> tuple[str, str]:
    """By what a text is sorted: without case and accents first; in Spanish ñ comes after n."""
    if spoken().partition("-")[0] == "es":
        parts = unicodedata.normalize("NFC", text.casefold()).split("ñ")
        return _ENYE.join(fold(part) for part in parts), text
    return fold(text), text


@cache
def _locale(language: str) -> str:
    """The CLDR's name of a language (BCP 47), of the region that PressKit takes where none is named."""
    from babel import negotiate_locale
    from babel.localedata import locale_identifiers

    plain = language.partition("-")[0]
    wanted = [_REGIONS.get(language, language), _REGIONS.get(plain, plain)]
    return negotiate_locale([each.replace("-", "_") for each in wanted], locale_identifiers()) or "en_US"
