"""What items are called in a list, and what is said of them there."""

import pytest

from presskit.blocks.boilerplate import Boilerplate
from presskit.library.items import Piece, item_of
from presskit.library.people import Person, Title
from presskit.text.runs import rich


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Hill House Tenants’ Union is a union of 4,000 families.", "The Hill House Tenants’ Union"),
        ("La Alianza de Vecinos del Río reúne a 42 grupos.", "La Alianza de Vecinos del Río"),
        ("Hill House is a union.", "Hill House"),
        ("A union.", "A union."),
        (
            "We are families who keep the nine landings of three rivers clean, and have done so for years.",
            "We are families who keep the nine landings of three rivers clean, and…",
        ),
    ],
)
def test_boilerplate_without_heading_is_called_by_whom_it_is_about(text: str, name: str) -> None:
    assert item_of(Piece(block=Boilerplate(text=(rich(text),)))).name == name


@pytest.mark.parametrize(
    ("title", "about"),
    [
        (Title(before="State Senator", printed="(D-Hill)"), "State Senator (D-Hill)"),
        (Title(before="Dr.", role="analyst", organisation="Hill House"), "analyst, Hill House"),
        (Title(before="Mayor"), "Mayor"),
        (Title(printed=", of Hill House"), "of Hill House"),
        (Title(), ""),
    ],
)
def test_people_are_told_by_their_office(title: Title, about: str) -> None:
    assert item_of(Person(name="Ada Poe", titles=(title,))).about == about
