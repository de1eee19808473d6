"""People who come in: new, there already, like somebody there, or twice."""

from msgspec.structs import replace

from presskit.library.incoming import plan, take
from presskit.library.items import Item, item_of
from presskit.library.people import Person, Title
from presskit.library.shelf import Shelf
from tests.library.parts import analyst


def _somebody(name: str, **more: object) -> Item:
    return item_of(Person(name=name, **more))  # type: ignore[arg-type]


def test_each_is_new_there_or_like_somebody(shelf: Shelf) -> None:
    """By name in any order, without accents, and by address."""
    there = shelf.add(analyst())
    came = [
        _somebody("Bo Li"),
        _somebody("NADIA FERRER OTIS"),
        _somebody("Ferrer Otis, Nádia", phone="203-555-0100"),
        _somebody("N. Ferrer", email="Nadia@River.example", titles=(Title(role="chair"),)),
        _somebody("Bo Li"),
    ]
    found = plan(shelf, came)
    assert [each.what for each in found] == ["new", "same", "like", "like", "twice"]
    assert [each.there.id for each in found[1:4] if each.there] == [there.id] * 3


def test_who_is_like_somebody_completes_them(shelf: Shelf) -> None:
    """Nothing that was said is replaced; a second time nothing is left to do."""
    there = shelf.add(replace(analyst(), tags=("water",)))
    came = [
        replace(_somebody("Nadia Ferrer Otis", phone="1", email="other@x.example"), tags=("Water", "press")),
        _somebody("Nadia Ferrer Otis", phone="2", titles=(Title(role="chair"),)),
        _somebody("Bo Li"),
    ]
    kept = take(shelf, plan(shelf, came), "complete", "from a table", {})
    assert len(kept) == 2
    now = shelf.get(there.id)
    assert isinstance(now.content, Person)
    assert (now.content.phone, now.content.email) == ("1", "nadia@river.example")
    assert [each.role for each in now.content.titles][-1] == "chair"
    assert now.tags == ("water", "press")
    assert shelf.versions(there.id)[0].note == "from a table"
    again = plan(shelf, came)
    assert [each.what for each in again] == ["same", "same", "same"]  # a second number is not taken
    assert take(shelf, again, "complete", "", {}) == []


def test_who_is_like_somebody_is_left_or_added(shelf: Shelf) -> None:
    """As was chosen."""
    shelf.add(analyst())
    came = [_somebody("Nadia Ferrer Otis", phone="1")]
    assert take(shelf, plan(shelf, came), "leave", "", {}) == []
    assert len(take(shelf, plan(shelf, came), "add", "", {})) == 1
    assert shelf.counts() == {"person": 2}
