"""What becomes of items that come in from elsewhere: each is new, there already, or like somebody there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from presskit.library.items import Item, Kind
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from presskit.model.kit import Asset
from presskit.text.folding import fold, sought

What = Literal["new", "same", "like", "twice"]
"""same: the library has all of it. like: somebody of that name or address is there. twice: it comes in more
than once, and this is not the first."""

Liking = Literal["complete", "leave", "add"]
"""What to do with who is like somebody there: fill in what that one lacks, leave them out, or add them."""

_PEOPLE: tuple[Kind, ...] = ("person",)


class Planned(NamedTuple):
    """An item that comes in, what happens with it, and who is there already."""

    item: Item
    what: What
    there: Item | None = None


def plan(shelf: Shelf, items: Iterable[Item]) -> list[Planned]:
    """What happens with people that come in, in their order. The library is read once. Raises
    LibraryProblem."""
    by_name: dict[str, Item] = {}
    by_address: dict[str, Item] = {}
    for item in shelf.everything(_PEOPLE):
        if isinstance(item.content, Person):
            _enter(item, item.content, by_name, by_address)
    found: list[Planned] = []
    came: dict[str, Item] = {}
    for item in items:
        if not isinstance(item.content, Person):
            continue
        person = item.content
        there = by_address.get(_address(person)) or by_name.get(_name(person))
        first = came.setdefault(f"{_name(person)}\n{_address(person)}", item)
        if there is None and first is item:
            found.append(Planned(item, "new"))
            continue
        known = there or first
        if completed(known, item) != known:
            found.append(Planned(item, "like", known))
        else:
            found.append(Planned(item, "same" if there else "twice", known))
    return found


def take(
    shelf: Shelf, planned: Sequence[Planned], liking: Liking, note: str, pictures: Mapping[str, Asset]
) -> list[Item]:
    """Keeps what was planned, all or none; returns what is new or changed.
    pictures: those that came with them, by name. Raises LibraryProblem."""
    wanted: dict[str, Item] = {}
    for each in planned:
        if each.what == "new" or (each.what == "like" and liking == "add"):
            wanted[each.item.id] = each.item
        elif each.what == "like" and liking == "complete" and each.there is not None:
            there = wanted.get(each.there.id, each.there)
            wanted[there.id] = completed(there, each.item)
    names = {name for item in wanted.values() for name in item.pictures()}
    needed = [asset for name, asset in pictures.items() if name in names]
    return shelf.add_all([(item, note) for item in wanted.values()], needed)


def completed(there: Item, item: Item) -> Item:
    """Somebody who is there, with what they lacked: nothing that is said of them is replaced."""
    if not isinstance(there.content, Person) or not isinstance(item.content, Person):
        return there
    mine, more = there.content, item.content
    lacking = ("phone", "after_hours", "email", "languages", "biography", "later", "portrait")
    answers: Mapping[str, object] = {
        name: getattr(more, name) for name in lacking if getattr(more, name) and not getattr(mine, name)
    }
    said = {(fold(each.role), fold(each.organisation)) for each in mine.titles}
    titles = [each for each in more.titles if (fold(each.role), fold(each.organisation)) not in said]
    known = {fold(tag) for tag in there.tags}
    tags = tuple(tag for tag in item.tags if fold(tag) not in known)
    content = replace(mine, titles=(*mine.titles, *titles), **answers)
    return replace(there, content=content, tags=(*there.tags, *tags))


def _enter(item: Item, person: Person, by_name: dict[str, Item], by_address: dict[str, Item]) -> None:
    if name := _name(person):
        by_name.setdefault(name, item)
    if address := _address(person):
        by_address.setdefault(address, item)


def _name(person: Person) -> str:
    return " ".join(sorted(sought(person.name)))


def _address(person: Person) -> str:
    return person.email.strip().casefold()
