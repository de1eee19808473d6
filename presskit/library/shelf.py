"""What every library can do, wherever it is kept: the one interface that the rest of the house knows."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from msgspec import Struct

from presskit.library.items import Item, Kind
from presskit.model.kit import Asset

SHOWN = 60  # items that a search shows unless told


class Edition(NamedTuple):
    """A version of an item: its number, when (UTC) and by whom it was made, and why if they said."""

    version: int
    changed: datetime.datetime
    changed_by: str
    note: str


class State(Struct, frozen=True):
    """How an item stands now, as far as kits that carry it need to know.

    reason: why it must not go out, as a sentence; empty if it may. hidden: names that must not be printed.
    photo: whether they may be shown.
    """

    id: str
    version: int
    kind: Kind
    name: str
    retired: bool = False
    merged_into: str = ""
    good_until: datetime.date | None = None
    reason: str = ""
    hidden: tuple[str, ...] = ()
    photo: bool = True


class Shelf(Protocol):
    """A library that is open. All of it may be called from any one thread at a time.

    place: what to call it on screen. read_only: why nothing can be changed now, as a sentence, or empty.
    Whatever asks the library raises LibraryProblem, and LibraryAway among them when it cannot be reached.
    """

    place: str
    read_only: str

    def search(
        self, wanted: str, kinds: Collection[Kind] = (), *, language: str = "", limit: int = SHOWN
    ) -> list[Item]:
        """The items that fit best first: all words, each the beginning of one of theirs, without case and
        accents; where there are few, those that are spelled almost so as well. With nothing wanted, the
        latest of each kind. Retired items are left out. language: BCP 47; its items come first
        among equals."""
        ...

    def get(self, item_id: str) -> Item:
        """The item as it is now; raises ItemMissing."""
        ...

    def version(self, item_id: str, number: int) -> Item:
        """The item as it was in a version; raises ItemMissing."""
        ...

    def versions(self, item_id: str) -> list[Edition]:
        """All versions of an item, latest first; raises ItemMissing."""
        ...

    def states(self, item_ids: Iterable[str]) -> Mapping[str, State]:
        """How items stand; those that it does not have are left out."""
        ...

    def guarded(self) -> list[State]:
        """The people whose consent is withdrawn or limited."""
        ...

    def add(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a new item as version 1, with the pictures that it needs; returns it as it is kept."""
        ...

    def add_all(self, items: Iterable[tuple[Item, str]], pictures: Iterable[Asset] = ()) -> list[Item]:
        """Keeps several, each with a note, new or changed as `save` does, all or none."""
        ...

    def save(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a changed item as its next version. item.version: the one that was changed.

        Returns it as it is kept; as it was, and no new version, when nothing is different. Raises Conflict
        when it is not the latest any more, ItemMissing when there is none.
        """
        ...

    def picture(self, name: str) -> Asset | None:
        """The picture of that name."""
        ...

    def everything(self, kinds: Collection[Kind] = (), *, retired: bool = False) -> Iterator[Item]:
        """All items that are on offer, or all that are retired, a few at a time."""
        ...

    def counts(self) -> Mapping[Kind, int]:
        """How many items of each kind are on offer."""
        ...

    def close(self) -> None:
        """Lets go of it."""
        ...
