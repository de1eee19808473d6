"""The AP profile (AP Stylebook 2024): datelines, dates, embargo moments; and the customary paper."""

import datetime

import pytest

from presskit.model.brand import Brand, look, page_for
from presskit.model.profile import profile
from presskit.settings import territory

AP = profile("ap")


@pytest.mark.parametrize(
    ("city", "region", "country", "wanted"),
    [
        ("Hartford", "CT", "", "HARTFORD, Conn."),
        ("Hartford", "Connecticut", "US", "HARTFORD, Conn."),
        ("Hartford", "ct", "United States", "HARTFORD, Conn."),
        ("Boston", "MA", "", "BOSTON"),
        ("New York", "NY", "", "NEW YORK"),
        ("Portland", "OR", "", "PORTLAND, Ore."),
        ("Portland", "ME", "", "PORTLAND, Maine"),
        ("Austin", "TX", "", "AUSTIN, Texas"),
        ("Toronto", "Ontario", "Canada", "TORONTO"),
        ("Oaxaca", "", "Mexico", "OAXACA, Mexico"),
        ("Oaxaca", "Oaxaca", "Mexico", "OAXACA, Mexico"),
        ("Washington", "DC", "", "WASHINGTON"),
        ("Ashgrove", "", "", "ASHGROVE"),
        ("", "CT", "", ""),
        ("  Hartford ", " CT ", " ", "HARTFORD, Conn."),
    ],
)
def test_datelines(city: str, region: str, country: str, wanted: str) -> None:
    assert AP.place(city, region, country) == wanted


@pytest.mark.parametrize(
    ("day", "language", "wanted"),
    [
        ((2026, 11, 22), "en-US", "Nov. 22, 2026"),
        ((2026, 3, 1), "en", "March 1, 2026"),
        ((2026, 9, 5), "en-US", "Sept. 5, 2026"),
        ((2026, 5, 31), "en-US", "May 31, 2026"),
        ((2026, 11, 22), "es", "22 de noviembre de 2026"),
        ((2026, 11, 22), "fr-CA", "22 novembre 2026"),
        ((2026, 11, 22), "zh-Hans", "2026年11月22日"),
    ],
)
def test_dates(day: tuple[int, int, int], language: str, wanted: str) -> None:
    assert AP.date(datetime.date(*day), language) == wanted


def test_a_language_that_nobody_knows_still_has_dates() -> None:
    assert "2026" in AP.date(datetime.date(2026, 11, 22), "xx-Nowhere")
    assert "2026" in AP.date(datetime.date(2026, 11, 22), "")


@pytest.mark.parametrize(
    ("hour", "minute", "zone", "wanted"),
    [
        (0, 1, "America/New_York", "12:01 a.m. ET, Nov. 22, 2026"),
        (9, 0, "America/Chicago", "9 a.m. CT, Nov. 22, 2026"),
        (12, 0, "UTC", "noon GMT, Nov. 22, 2026"),
        (0, 0, "America/Los_Angeles", "12 a.m. PT, Nov. 22, 2026"),
        (17, 30, "Europe/Paris", "5:30 p.m. CET, Nov. 22, 2026"),
        (17, 30, "", "5:30 p.m., Nov. 22, 2026"),
        (17, 30, "Nowhere/None", "5:30 p.m. Nowhere/None, Nov. 22, 2026"),
    ],
)
def test_embargo_moments(hour: int, minute: int, zone: str, wanted: str) -> None:
    line = AP.embargo(datetime.datetime(2026, 11, 22, hour, minute), zone, "en-US")
    assert line == f"EMBARGOED UNTIL {wanted}"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("es", "EMBARGADO HASTA LAS 06:00 (ET) DEL 3 de mayo de 2026"),
        ("fr", "SOUS EMBARGO JUSQU’AU 3 mai 2026 À 06:00 (ET)"),
    ],
)
def test_embargoes_in_other_languages(language: str, wanted: str) -> None:
    assert AP.embargo(datetime.datetime(2026, 5, 3, 6, 0), "America/New_York", language) == wanted


@pytest.mark.parametrize(
    ("city", "region", "country", "wanted"),
    [
        ("Paris", "TX", "", "PARIS, Texas"),
        ("Paris", "", "France", "PARIS"),
        ("Paris", "", "", "PARIS"),
        ("Las Vegas", "NM", "", "LAS VEGAS, N.M."),
        ("London", "Ontario", "Canada", "LONDON, Canada"),
        ("Hartford", "connecticut", "U.S.A.", "HARTFORD, Conn."),
        ("los  angeles", "CA", "", "LOS ANGELES"),
        ("San Juan", "PR", "", "SAN JUAN, Puerto Rico"),
    ],
)
def test_a_city_stands_alone_only_where_it_is_the_one(
    city: str, region: str, country: str, wanted: str
) -> None:
    assert AP.place(city, region, country) == wanted


def test_page_words_fall_back_to_english() -> None:
    assert AP.page_words("es-MX").said == "dijo"
    assert AP.page_words("xx").immediate == "FOR IMMEDIATE RELEASE"
    assert profile("none of that name").id == "ap"


@pytest.mark.parametrize(
    ("code", "page"),
    [("US", "letter"), ("us", "letter"), ("CA", "letter"), ("MX", "letter"), ("DE", "a4"), ("", "a4")],
)
def test_paper_follows_the_territory(code: str, page: str) -> None:
    assert page_for(code) == page


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"LANG": "en_US.UTF-8"}, "US"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_CA"}, "CA"),
        ({"LANG": "ca_ES@valencia"}, "ES"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "zh_Hans_CN.UTF-8"}, "CN"),
        ({"LANG": "eo"}, ""),
    ],
)
def test_the_territory_is_that_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], wanted: str
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert territory() == wanted


def test_a_brand_that_names_what_is_not_there_has_the_theme_s() -> None:
    assert look(Brand(theme="none", text_face="none")).faces == look(Brand()).faces
    assert look(Brand(accent="#123456")).colours["accent"] == "#123456"
    assert look(Brand(page="a4")).size != look(Brand()).size
