"""Days, times, numbers and sizes in the languages of the screen."""

import datetime
import subprocess
import sys
from collections.abc import Iterator

import pytest

from presskit import i18n
from presskit.model import locale_words
from tests.zones import in_zone

NOW = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.UTC)


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The screen in one language after the other."""
    before = i18n.spoken()
    i18n.speak(request.param)
    yield request.param
    i18n.speak(before)


def test_numbers_have_the_marks_of_the_language(language: str) -> None:
    assert [locale_words.number(each) for each in (0, 7, 999, 2004, 1234567)] == [
        "0",
        "7",
        "999",
        "2,004",
        "1,234,567",
    ]
    assert locale_words.number(12.345, 1) == "12.3"
    assert locale_words.number(0.5, 1) == "0.5"
    assert locale_words.percent(0.85) == "85%"


def test_numbers_of_spain_are_spain_s() -> None:
    i18n.speak("es-ES")
    try:
        assert locale_words.number(1234567.5, 1) == "1.234.567,5"
    finally:
        i18n.speak("en")


def test_a_moment_has_day_and_time(language: str) -> None:
    told = {"en": "Nov. 23, 2026, 2:05 p.m.", "es": "23 de noviembre de 2026, 14:05"}
    assert locale_words.moment(NOW.replace(tzinfo=None)) == told[language]
    assert locale_words.moment(NOW.astimezone()) == locale_words.moment(NOW)


@pytest.mark.parametrize(
    ("passed", "english", "spanish"),
    [
        (datetime.timedelta(seconds=-5), "just now", "hace un momento"),
        (datetime.timedelta(seconds=59), "just now", "hace un momento"),
        (datetime.timedelta(minutes=1), "1 minute ago", "hace 1 minuto"),
        (datetime.timedelta(minutes=59), "59 minutes ago", "hace 59 minutos"),
        (datetime.timedelta(hours=1), "1 hour ago", "hace 1 hora"),
        (datetime.timedelta(hours=14), "14 hours ago", "hace 14 horas"),
        (datetime.timedelta(hours=15), "yesterday", "ayer"),
        (datetime.timedelta(days=1, hours=14), "yesterday", "ayer"),
        (datetime.timedelta(days=2), "2 days ago", "hace 2 días"),
        (datetime.timedelta(days=6), "6 days ago", "hace 6 días"),
        (datetime.timedelta(days=7), "Nov. 16, 2026", "16 de noviembre de 2026"),
    ],
)
def test_how_long_ago(language: str, passed: datetime.timedelta, english: str, spanish: str) -> None:
    assert locale_words.ago(NOW - passed, NOW) == {"en": english, "es": spanish}[language]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (1_440_000, "1.4 MB"),
    ],
)
def test_sizes(language: str, count: int, told: str) -> None:
    assert locale_words.size(count) == told


def test_lists_are_in_the_order_of_the_alphabet(language: str) -> None:
    names = ["Zuleta", "Ñandú", "ñame", "Nube", "Ónice", "Acción", "acá"]
    english = ["acá", "Acción", "ñame", "Ñandú", "Nube", "Ónice", "Zuleta"]
    spanish = ["acá", "Acción", "Nube", "ñame", "Ñandú", "Ónice", "Zuleta"]
    assert sorted(names, key=locale_words.alphabetical) == {"en": english, "es": spanish}[language]


def test_small_numbers_and_english_days_load_no_babel() -> None:
    told = (
        "import datetime, sys; from presskit.model import locale_words as w;"
        "w.number(999); w.percent(0.5); w.size(500_000); w.moment(datetime.datetime(2026, 11, 23));"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Port-au-Prince"])
@pytest.mark.parametrize("when", [datetime.datetime(1, 1, 1), datetime.datetime(9999, 12, 31, 23, 59)])
def test_moments_at_the_ends_of_the_calendar_are_told(
    when: datetime.datetime, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may name them, and there is no such moment in every zone."""
    with in_zone(monkeypatch, zone):
        assert locale_words.here(when).tzinfo is not None
        assert locale_words.moment(when.replace(tzinfo=datetime.UTC))
