"""What the library is asked for before an item is shown; all of it runs off the window's thread."""

from typing import NamedTuple

from presskit.library.items import Item, Kind, Piece
from presskit.library.shelf import Shelf
from presskit.model.locale_words import alphabetical

_ORGANISATION: tuple[Kind, ...] = ("organisation",)
_BOILERPLATE: tuple[Kind, ...] = ("boilerplate",)
_ORGANISATIONS = 5_000  # that are offered for choice
_BOILERPLATES = 200  # of an organisation that are listed


class Opened(NamedTuple):
    """What is needed to show an item. organisations: None where those known are still right."""

    item: Item
    pictures: dict[str, bytes]
    organisations: list[tuple[str, str]] | None
    boilerplates: list[Item]


def read_item(shelf: Shelf, item_id: str, *, organisations_too: bool) -> Opened:
    """An item with all that its form shows; raises LibraryProblem."""
    item = shelf.get(item_id)
    offered = organisations(shelf) if organisations_too else None
    return Opened(item, _pictures_of(shelf, item), offered, _boilerplates(shelf, item))


def _pictures_of(shelf: Shelf, item: Item) -> dict[str, bytes]:
    found = ((name, shelf.picture(name)) for name in item.pictures())
    return {name: asset.data for name, asset in found if asset is not None}


def organisations(shelf: Shelf) -> list[tuple[str, str]]:
    """The organisations by name, as far as a list of choices goes."""
    items = shelf.search("", _ORGANISATION, limit=_ORGANISATIONS)
    return sorted(((each.id, each.name) for each in items), key=lambda pair: alphabetical(pair[1]))


def _boilerplates(shelf: Shelf, item: Item) -> list[Item]:
    """The boilerplates that name an organisation: its id is one of the words they are found by."""
    if item.kind != "organisation":
        return []
    found = shelf.search(item.id, _BOILERPLATE, limit=_BOILERPLATES)
    return [
        each for each in found if isinstance(each.content, Piece) and each.content.organisation == item.id
    ]
