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
        ((2027, 1, 1), "fr", "1er janvier 2027"),
        ((2027, 1, 11), "fr", "11 janvier 2027"),
        ((2026, 11, 22), "pt-BR", "22 de novembro de 2026"),
        ((2027, 1, 1), "pt", "1º de janeiro de 2027"),
        ((2026, 11, 22), "ht", "22 novanm 2026"),
        ((2027, 1, 1), "ht-HT", "1ye janvye 2027"),
        ((2026, 11, 22), "vi", "ngày 22 tháng 11 năm 2026"),
        ((2026, 11, 22), "ar", "22 نوفمبر 2026"),
        ((2026, 11, 22), "ar-LB", "22 تشرين الثاني 2026"),
        ((2026, 11, 22), "he", "22 בנובמבר 2026"),
        ((2026, 11, 22), "ru", "22 ноября 2026\u202fг."),
        ((2026, 11, 22), "zh-TW", "2026年11月22日"),
        ((2026, 11, 22), "ja", "2026年11月22日"),
        ((2026, 11, 22), "ko", "2026년 11월 22일"),
        ((2026, 11, 22), "hi", "22 नवंबर 2026"),
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
    ("language", "zone", "wanted"),
    [
        ("es", "America/New_York", "EMBARGADO HASTA LAS 06:00 (ET) DEL 3 de mayo de 2026"),
        ("fr", "America/New_York", "SOUS EMBARGO JUSQU’AU 3 mai 2026 À 06:00 (ET)"),
        ("fr", "Europe/Paris", "SOUS EMBARGO JUSQU’AU 3 mai 2026 À 06:00 (heure de Paris)"),
        ("pt", "America/Sao_Paulo", "EMBARGADO ATÉ 3 de maio de 2026, 06:00 (horário de Brasília)"),
        ("ht", "America/Port-au-Prince", "PA PIBLIYE ANVAN 3 me 2026, 06:00 (lè Ayiti)"),
        ("vi", "Asia/Ho_Chi_Minh", "KHÔNG CÔNG BỐ TRƯỚC 06:00 (giờ Việt Nam), ngày 3 tháng 5 năm 2026"),
        ("vi", "", "KHÔNG CÔNG BỐ TRƯỚC 06:00, ngày 3 tháng 5 năm 2026"),
        ("ar", "", "محظور النشر حتى الساعة 06:00 من يوم 3 مايو 2026"),
        ("he", "Asia/Jerusalem", "באמברגו עד 3 במאי 2026 בשעה 06:00 (שעון ישראל)"),
        ("ru", "Europe/Moscow", "ЭМБАРГО ДО 06:00 (МСК) 3 мая 2026\u202fг."),
        ("zh", "Asia/Shanghai", "2026年5月3日06:00（北京时间）前请勿发布"),
        ("zh-CN", "", "2026年5月3日06:00前请勿发布"),
        ("zh-TW", "Asia/Taipei", "2026年5月3日06:00（台北時間）前請勿發布"),
        ("zh-HK", "Asia/Hong_Kong", "2026年5月3日06:00（香港時間）前請勿發布"),
        ("ja", "Asia/Tokyo", "解禁日時：2026年5月3日 06:00（日本時間）"),
        ("ko", "Asia/Seoul", "2026년 5월 3일 06:00 (한국시간) 이후 보도 가능"),
        ("hi", "Asia/Kolkata", "3 मई 2026, 06:00 (भारतीय समय) से पहले प्रकाशित न करें"),
    ],
)
def test_embargoes_in_other_languages(language: str, zone: str, wanted: str) -> None:
    assert AP.embargo(datetime.datetime(2026, 5, 3, 6, 0), zone, language) == wanted


def test_a_zone_that_the_page_has_no_name_for_has_the_name_that_the_language_gives_it() -> None:
    when = datetime.datetime(2026, 5, 3, 6, 0)
    assert AP.zone_label(when, "America/New_York", "en") == "ET"
    assert AP.zone_label(when, "America/New_York", "es") == "ET"
    assert AP.zone_label(when, "America/New_York", "ja") == "アメリカ東部夏時間"
    assert AP.zone_label(when, "Nowhere/None", "ja") == "Nowhere/None"


LANGUAGES = ["en", "es", "fr", "pt", "ht", "vi", "ar", "he", "ru", "zh", "zh-hant", "ja", "ko", "hi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_words_of_its_own(language: str) -> None:
    words = AP.words[language]
    assert set(AP.words) == set(LANGUAGES)
    for name in words.__struct_fields__:
        if isinstance(getattr(words, name), str):
            assert name in {"dateline", "date", "first_day"} or getattr(words, name), name
    assert "{page}" in words.page
    assert "{pages}" in words.page
    assert all(part in words.embargo for part in ("{time}", "{zone}", "{date}"))
    assert all("{name}" in pattern for pattern in (words.paid_by, words.photo_credit, words.logo_of))
    assert "{phone}" in words.after_hours
    assert words.source.endswith((" ", "："))
    if language != "en":
        assert words.immediate != AP.words["en"].immediate


@pytest.mark.parametrize(
    ("language", "city", "country", "wanted"),
    [
        ("en", "Lyon", "France", ("LYON, France", " — ")),
        ("fr", "Lyon", "", ("LYON", " — ")),
        ("vi", "Huế", "Việt Nam", ("HUẾ, Việt Nam", " — ")),
        ("zh-Hans", "北京", "", ("【北京2026年11月22日讯】", "")),
        ("zh-CN", "悉尼", "澳大利亚", ("【澳大利亚悉尼2026年11月22日讯】", "")),
        ("zh-TW", "台北", "", ("【台北2026年11月22日訊】", "")),
        ("ja", "東京", "", ("【東京】", "")),
        ("ja", "シドニー", "オーストラリア", ("【オーストラリア・シドニー】", "")),
        ("ko", "서울", "", ("(서울)", " ")),
        ("zh", "", "", ("", "")),
    ],
)
def test_datelines_of_other_languages(
    language: str, city: str, country: str, wanted: tuple[str, str]
) -> None:
    place = AP.place(city, "", country, language)
    assert AP.dateline(place, datetime.date(2026, 11, 22), language) == wanted


def test_a_chinese_dateline_without_a_date() -> None:
    assert AP.dateline("北京", None, "zh") == ("【北京讯】", "")


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
    assert AP.page_words("zh-TW").immediate == AP.page_words("zh-Hant-HK").immediate == "即時發布"
    assert AP.page_words("zh-SG").immediate == AP.page_words("zh").immediate == "即时发布"
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
