"""What a brand chooses reaches the look, and so both writers."""

from presskit.flow import Role
from presskit.model.brand import PAGE_SIZES, Brand, families, look


def test_every_role_has_a_style() -> None:
    classic = look(Brand())
    assert set(classic.styles) == set(Role.__args__)  # type: ignore[attr-defined]


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
