"""What a brand chooses reaches the look, and so both writers."""

import pytest
from msgspec.structs import replace

from presskit.flow import Role
from presskit.model.brand import PAGE_SIZES, Brand, contrast, families, look, themes
from presskit.model.brandwords import told

each_theme = pytest.mark.parametrize("theme", [name for name, _look in themes()])


def test_the_themes_have_names_and_say_what_they_are() -> None:
    assert [shown.name for _name, shown in themes()] == ["Classic", "Letterhead", "Modern"]
    assert all(shown.description.endswith(".") for _name, shown in themes())


@each_theme
def test_every_role_has_a_style(theme: str) -> None:
    assert set(look(Brand(theme=theme)).styles) == set(Role.__args__)  # type: ignore[attr-defined]


@each_theme
def test_type_can_be_read(theme: str) -> None:
    """Large enough, with room between lines, dark enough on white, and no line of more than 100 letters."""
    shown = look(Brand(theme=theme))
    for role in shown.styles:
        style = shown.style(role)
        assert style.size >= 8, role
        assert 1.2 <= style.leading / style.size <= 1.6, role
        assert contrast(style.colour) >= 4.5, role
        assert contrast(style.mark_colour) >= 4.5, role
        assert style.rule_colour.startswith("#"), role
        assert style.face in shown.families, role
    for page in PAGE_SIZES:
        column = PAGE_SIZES[page][0] - shown.margins[1] - shown.margins[3]
        assert 40 <= column / (shown.style("body").size * 0.5) <= 100


@each_theme
def test_every_style_named_in_a_theme_is_one_that_there_is(theme: str) -> None:
    shown = look(Brand(theme=theme))
    for role, style in shown.styles.items():
        named = {style.colour, style.rule_colour, *([style.mark_colour] if style.mark_colour else [])}
        assert named <= set(shown.colours), role
        assert style.face in shown.faces, role


@each_theme
def test_an_accent_reaches_rules_and_bullets(theme: str) -> None:
    before, after = look(Brand(theme=theme)), look(Brand(theme=theme, accent="#aa3300"))
    for role, style in before.styles.items():
        assert (style.colour == "accent") <= (after.style(role).colour == "#aa3300"), role
        assert (style.rule_colour == "accent") == (after.style(role).rule_colour == "#aa3300"), role


def test_bullets_have_the_colour_of_their_text_unless_a_theme_says_otherwise() -> None:
    assert look(Brand()).style("bullet").mark_colour == look(Brand()).style("bullet").colour
    assert look(Brand(theme="modern", accent="#aa3300")).style("bullet").mark_colour == "#aa3300"


def test_contrast() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676")


def test_paper() -> None:
    assert look(Brand(page="a4")).size == PAGE_SIZES["a4"]
    assert look(Brand(page="letter")).size == PAGE_SIZES["letter"]


def test_an_accent_colours_links_and_headings_and_nothing_else() -> None:
    before, after = look(Brand()), look(Brand(accent="#aa3300"))
    assert after.colours["link"] == "#aa3300"
    changed = {role for role in before.styles if before.style(role) != after.style(role)}
    assert changed == set(after.accented)
    assert {after.style(role).colour for role in changed} == {"#aa3300"}


def test_faces() -> None:
    assert {look(Brand(text_face=name)).style("body").face for name in families()} == set(families())
    assert look(Brand(text_face="No Such Face")).style("body").face == look(Brand()).style("body").face


def test_an_unknown_theme_falls_back() -> None:
    assert look(Brand(theme="../../etc/passwd")) == look(Brand())


def test_a_script_without_italics_has_none() -> None:
    assert look(Brand(), "fr").style("subhead").italic
    for language in ("zh-TW", "ja", "ko", "ar", "fa", "he", "hi"):
        assert not any(style.italic for style in look(Brand(), language).styles.values())


CHOICES = [
    Brand(heading_colour="#27408b"),
    Brand(headline="small"),
    Brand(headline="large"),
    Brand(lines="narrow"),
    Brand(lines="wide"),
    Brand(sides="narrow"),
    Brand(sides="wide"),
    Brand(logo_size="small"),
    Brand(logo_size="large"),
    Brand(logo_side="end"),
]


@each_theme
@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_each_choice_shows_and_stays_readable(theme: str, chosen: Brand) -> None:
    """In sizes that Word can say: half points of type, twentieths of a point between lines."""
    shown, plain = look(replace(chosen, theme=theme)), look(Brand(theme=theme))
    assert shown != plain
    for role, style in shown.styles.items():
        assert style.size >= 8, role
        assert style.size * 2 == round(style.size * 2), role
        assert style.leading * 20 == pytest.approx(round(style.leading * 20)), role
        assert 1.2 <= style.leading / style.size <= 1.75, role
    for page in PAGE_SIZES:
        column = PAGE_SIZES[page][0] - shown.margins[1] - shown.margins[3]
        assert 40 <= column / (shown.style("body").size * 0.5) <= 106
    assert 20 <= shown.logo_height <= 90


def test_headings_take_their_own_colour_over_the_accent() -> None:
    shown = look(Brand(accent="#aa3300", heading_colour="#27408b"))
    headings = {role for role in shown.styles if shown.style(role).colour == "#27408b"}
    assert headings == {"headline", "crosshead", "boilerplate_heading", "notes_heading"}
    assert shown.style("release_line").colour == "#aa3300"


def test_an_address_stands_close_below_those_who_issue() -> None:
    assert look(Brand(address="12 Mill Lane")).style("issuer").after < look(Brand()).style("issuer").after


def test_what_a_brand_chooses_is_told_in_words() -> None:
    plain = dict(told(Brand()))
    assert plain["Theme"] == "Classic"
    assert {label for label, words in plain.items() if words} == {"Theme", "Paper"}
    words = dict(told(Brand(theme="none", headline="large", lines="wide", logo_side="end", sides="narrow")))
    assert words["Theme"] == "Classic"
    assert words["Size of the headline"] == "Larger"
    assert (words["Line spacing"], words["Margins"]) == ("Loose", "Narrow")
    assert words["Side of the logo"] == "Where lines end"
