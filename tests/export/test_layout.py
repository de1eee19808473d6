"""What the layout itself decides: what runs in, what heads the page, what is cut and made fit for print."""

import datetime

import pytest

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.export.layout import lay_out
from presskit.flow import Lines, Para, Picture, Sheet
from presskit.model.block import Block
from presskit.model.brand import Brand
from presskit.model.kit import Asset, Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import Run, plain, rich
from presskit.text.setting import typeset
from tests.kits import png

LOGO = Asset.of(png(5, side=8))


def laid(
    *blocks: Block, language: str = "en-US", brand: Brand | None = None, dateline: Dateline | None = None
) -> Sheet:
    """The sheet of a release of these blocks."""
    release = Release(
        language=language, brand=brand or Brand(), dateline=dateline or Dateline(), blocks=blocks
    )
    return lay_out(Kit(releases=(release,), pictures=(LOGO,)))


def words(sheet: Sheet, role: str) -> list[str]:
    """The paragraphs of a role."""
    return [plain(shape.text) for shape in sheet.shapes if isinstance(shape, Para) and shape.role == role]


@pytest.mark.parametrize(
    ("language", "city", "lede", "wanted"),
    [
        ("en", "Ashgrove", "It rains.", "ASHGROVE — It rains."),
        ("zh-Hans", "北京", "今天下雨。", "【北京2026年11月22日讯】今天下雨。"),
        ("ja", "東京", "雨が降った。", "【東京】雨が降った。"),
        ("ko", "서울", "비가 왔다.", "(서울) 비가 왔다."),
        ("ar", "القاهرة", "هطل المطر.", "القاهرة — هطل المطر."),
    ],
)
def test_the_dateline_runs_in_as_the_language_has_it(
    language: str, city: str, lede: str, wanted: str
) -> None:
    dateline = Dateline(city=city, date=datetime.date(2026, 11, 22))
    sheet = laid(Headline(text=rich("A")), Paragraph(text=rich(lede)), language=language, dateline=dateline)
    assert words(sheet, "body") == [wanted]
    (body,) = (shape for shape in sheet.shapes if isinstance(shape, Para) and shape.role == "body")
    assert body.text[0].bold
    assert not body.text[-1].bold


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Short", "Short"),
        ("word " * 11 + "word", "word " * 11 + "word"),
        ("word " * 20, "word " * 11 + "word …"),
        ("Neighbours, all of us; " * 4, "Neighbours, all of us; Neighbours, all of us; Neighbours …"),
        ("河" * 30, "河" * 30),
        ("河" * 40, "河" * 30 + "…"),
        ("河" * 28 + "，，" + "河" * 9, "河" * 28 + "…"),
        ("No" + "o" * 80, "No" + "o" * 58 + "…"),
    ],
)  # fmt: skip
def test_the_running_title_is_cut_at_a_word_or_an_ideograph(title: str, wanted: str) -> None:
    assert laid(Headline(text=rich(title))).short_title == wanted


def test_organisations_stand_below_the_logo_and_are_its_words() -> None:
    brand = Brand(logo=LOGO.name, issuers=(" River  Union ", "", "Bridge Street League"))
    sheet = laid(Headline(text=rich("A")), brand=brand)
    assert [shape.role for shape in sheet.shapes[:3]] == ["logo", "issuer", "release_line"]
    assert words(sheet, "issuer") == ["River Union · Bridge Street League"]
    assert sheet.issuer == "River Union, Bridge Street League"
    (logo,) = (shape for shape in sheet.shapes if isinstance(shape, Picture))
    assert logo.alt == "Logo: River Union, Bridge Street League"


def test_organisations_that_one_line_does_not_hold_have_a_line_each() -> None:
    names = ("River Union", "Bridge Street League", "Nurses for Clean Water in Our Time")
    sheet = laid(Headline(text=rich("A")), brand=Brand(issuers=names))
    (issuers,) = (shape for shape in sheet.shapes if shape.role == "issuer")
    assert isinstance(issuers, Lines)
    assert tuple(map(plain, issuers.lines)) == names


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ["N", "a@e.org · +1\u00a0203\u00a0555 · 7 (after hours)"]),
        ("ar", ["N", "a@e.org", "+1\u00a0203\u00a0555 · 7 (خارج أوقات الدوام)"]),
    ],
)
def test_numbers_keep_their_order_where_one_reads_from_right_to_left(
    language: str, wanted: list[str]
) -> None:
    person = Contact(name="N", email="a@e.org", phone="+1 203 555", after_hours="7")
    (lines,) = (
        shape
        for shape in laid(Contacts(people=(person,)), language=language).shapes
        if isinstance(shape, Lines)
    )
    assert list(map(plain, lines.lines[1:])) == wanted


def test_a_logo_without_organisations_has_words_in_the_release_s_language() -> None:
    (logo,) = (
        shape
        for shape in laid(language="pt", brand=Brand(logo=LOGO.name)).shapes
        if isinstance(shape, Picture)
    )
    assert logo.alt == "Logotipo"


@pytest.mark.parametrize(
    ("language", "count", "wanted"),
    [
        ("en", 1, "Media contact"),
        ("en", 2, "Media contacts"),
        ("fr", 2, "Contacts presse"),
        ("ja", 2, "報道関係のお問い合わせ先"),
    ],
)
def test_the_heading_of_the_contacts_counts_them(language: str, count: int, wanted: str) -> None:
    people = tuple(Contact(name=f"N{number}") for number in range(count))
    sheet = laid(Contacts(people=(*people, Contact())), language=language)
    heads = [plain(shape.lines[0]) for shape in sheet.shapes if isinstance(shape, Lines)]
    assert heads == [wanted, *(f"N{number}" for number in range(1, count))]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "Source: Poe, Rain, 2026; 40 samples; paid for by Us"),
        ("fr", "Source\u00a0: Poe, Rain, 2026; 40 samples; financé par Us"),
        ("zh", "来源：Poe，《Rain》，2026；40 samples；由Us资助"),
        ("ja", "出典：Poe、『Rain』、2026／40 samples／調査費用：Us"),
        ("ar", "المصدر: Poe، «Rain»، 2026؛ 40 samples؛ بتمويل من Us"),
    ],
)
def test_sources_are_set_as_the_language_has_them(language: str, wanted: str) -> None:
    source = Source(who="Poe", title="Rain", when="2026", sample="40 samples", sponsor="Us")
    block = Statistics(items=(Figure(figure="4"),), sources=(source,))
    assert words(laid(block, language=language), "source") == [wanted]


def test_a_title_is_slanted_where_the_script_has_italics_and_marked_once_elsewhere() -> None:
    for language, title, slanted in (("en", "Rain", True), ("zh", "《Rain》", False), ("he", "Rain", False)):
        sheet = laid(Statistics(sources=(Source(who="Poe", title=title),)), language=language)
        (source,) = (shape for shape in sheet.shapes if isinstance(shape, Para) and shape.role == "source")
        assert any(run.italic for run in source.text) == slanted
        assert plain(source.text).count("《") == title.count("《")


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("fr", 'Le "oui" : 10 % !', "Le «\u00a0oui\u00a0»\u00a0: 10\u00a0%\u00a0!"),
        ("fr", "« oui »", "«\u00a0oui\u00a0»"),
        ("fr", "à 10:30, https://e.org", "à 10:30, https://e.org"),
        ("ru", "Река — это мы", "Река\u00a0— это мы"),
        ("ru", '"Река"', "«Река»"),
        ("he", "צה\"ל וג'ורג'", "צה״ל וג׳ורג׳"),
        ("en", "5 % of 'em", "5\u00a0% of ’em"),
        ("zh-TW", '"河"', "「河」"),
    ],
)
def test_words_are_made_fit_for_print(language: str, typed: str, wanted: str) -> None:
    assert plain(typeset(rich(typed), language)) == wanted
    once = typeset(rich(typed), language)
    assert typeset(once, language) == once


def test_emphasis_stays_where_a_space_is_put_in() -> None:
    typed = (Run("Le "), Run('"oui"', bold=True), Run(" !"))
    assert typeset(typed, "fr") == (Run("Le "), Run("«", bold=True), Run("\u00a0"), Run("oui", bold=True),
                                    Run("\u00a0"), Run("»", bold=True), Run("\u00a0!"))  # fmt: skip
