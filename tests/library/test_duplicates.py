"""Items that may be one: found for a reason, and made one without a loss."""

import random
import time

import pytest
from msgspec.structs import replace

from presskit.library.duplicates import Cancelled, find
from presskit.library.items import Item, Organisation, item_of
from presskit.library.merging import merge
from presskit.library.people import Person, Title
from presskit.library.shelf import Shelf
from tests.library.parts import analyst, river_alliance, river_words, study


def _somebody(name: str, **more: object) -> Item:
    return item_of(Person(name=name, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (_somebody("Ana Rivera"), _somebody("RIVERA, Ána"), "same name"),
        (_somebody("Ana Rivera", email="a@x.example"), _somebody("A. R.", email="A@X.example"), "e-mail"),
        (_somebody("Ana Rivera"), _somebody("A. Rivera"), "initial"),
        (_somebody("Catherine Rivera"), _somebody("Catharine Rivera"), "almost alike"),
        (
            _somebody("Ana Rivera", phone="+1 203-555-0100"),
            _somebody("Anna Riveras", after_hours="(203) 555 0100"),
            "same number",
        ),
        (item_of(Organisation(name="River Alliance")), item_of(Organisation(short="R.A.")), "short form"),
        (river_alliance(), item_of(Organisation(name="River Aliance")), "almost alike"),
        (river_words(text="We keep our rivers clean."), river_words(text="We keep our river clean."),
         "nearly the same"),
        (study(), study(), "same figure"),
    ],
)  # fmt: skip
def test_pairs_are_found_for_a_reason(one: Item, other: Item, why: str) -> None:
    """Among others who are like neither."""
    crowd = [_somebody(f"Person{number} Name{number}") for number in range(50)]
    (pair,) = find([one, *crowd, other])
    assert {pair.one.id, pair.other.id} == {one.id, other.id}
    assert why in pair.why


def test_what_is_different_is_no_pair() -> None:
    """Others of a family, the same words in another language, people of one office."""
    items = [
        _somebody("Ana Rivera", phone="203-555-0100"), _somebody("Bo Rivera", phone="203-555-0100"),
        river_words(), replace(river_words(), language="es"),
        river_alliance(), item_of(Organisation(name="Lake Alliance")),
    ]  # fmt: skip
    assert find(items) == []


def test_a_large_library_takes_seconds_and_can_be_stopped() -> None:
    """20,000 people; the pairs among them are found."""
    chance = random.Random(7)
    parts = [first + vowel for first in "bdfgklmnprstvwz" for vowel in "aeiou"]
    names = [" ".join("".join(chance.choices(parts, k=4)) for _word in range(2)) for _each in range(20_000)]
    items = [_somebody(name, email=f"p{number}@x.example") for number, name in enumerate(names)]
    given, family = names[77].split()
    items.append(_somebody(f"{family.upper()}, {given}"))
    began = time.monotonic()
    found = find(items)
    assert items[-1] in {found[0].one, found[0].other}
    assert len(found) < 20
    assert time.monotonic() - began < 20
    with pytest.raises(Cancelled):
        find(items, lambda: True)


def test_a_merge_loses_nothing(shelf: Shelf) -> None:
    """Titles and tags of both, what one lacked; the other is retired, with its versions."""
    keep = shelf.add(replace(analyst(), tags=("water",)))
    drop = shelf.add(
        replace(
            _somebody("N. Ferrer Otis", phone="1", email="x@y.example", titles=(Title(role="chair"),)),
            tags=("press",),
        )
    )
    made = merge(shelf, keep, drop, {"content.email": "theirs"})
    assert isinstance(made.content, Person)
    assert (made.id, made.version, made.content.name) == (keep.id, 2, "Nadia Ferrer Otis")
    assert (made.content.phone, made.content.email) == ("1", "x@y.example")
    assert {each.role for each in made.content.titles} == {"water analyst", "analista del agua", "chair"}
    assert set(made.tags) == {"water", "press"}
    gone = shelf.get(drop.id)
    assert (gone.retired, gone.merged_into, gone.version) == (True, keep.id, 2)
    assert shelf.version(drop.id, 1).content == drop.content
    assert [each.id for each in shelf.search("ferrer")] == [keep.id]


def test_items_name_the_organisation_that_is_left(shelf: Shelf) -> None:
    """Boilerplates and people of the one that was merged."""
    keep = shelf.add(river_alliance())
    drop = shelf.add(item_of(Organisation(name="River Alliance Inc.", short="RA")))
    words = river_words()
    mine = shelf.add(replace(words, content=replace(words.content, organisation=drop.id)))
    merge(shelf, keep, drop, {})
    assert shelf.get(mine.id).content.organisation == keep.id  # type: ignore[union-attr]
    assert shelf.states([drop.id])[drop.id].merged_into == keep.id
