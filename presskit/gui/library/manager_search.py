"""Looks for items while somebody types: one question at a time, then the latest that was meant."""

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from presskit.gui.library.desk import Desk
from presskit.gui.library.manager_list import ALL, RETIRED
from presskit.library.items import Item, Kind
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf

AT_ONCE = 200  # items that the list shows before more are asked for


class Wanted(NamedTuple):
    """What is looked for: words, a kind (or ALL or RETIRED), and how many at most."""

    words: str = ""
    kind: str = ALL
    most: int = AT_ONCE


class Finder:
    """found: gets the items and whether there may be more of them. failed: gets what went wrong."""

    def __init__(
        self,
        desk: Desk,
        found: Callable[[list[Item], bool], None],
        failed: Callable[[LibraryProblem], None],
    ) -> None:
        self._desk, self._found, self._failed = desk, found, failed
        self._asked: Wanted | None = None  # what is on its way
        self.wanted = Wanted()

    def look(self, wanted: Wanted) -> None:
        """Looks for something, unless it is on its way already."""
        self.wanted = wanted
        if self._asked is None:
            self._ask()

    def again(self) -> None:
        """Looks once more, as after a change."""
        self.look(self.wanted)

    def forget(self) -> None:
        """What is on its way will not come: another library is in use."""
        self._asked = None

    def _ask(self) -> None:
        asked = self._asked = self.wanted
        self._desk.ask(lambda shelf: found_by(shelf, asked), self._came, self._broke)

    def _came(self, items: list[Item]) -> None:
        asked, self._asked = self._asked, None
        if asked is not None and asked != self.wanted:
            self._ask()
        self._found(items, asked is not None and len(items) >= asked.most)

    def _broke(self, problem: LibraryProblem) -> None:
        self._asked = None
        self._failed(problem)


def found_by(shelf: Shelf, wanted: Wanted) -> list[Item]:
    """The items that are meant. Those that are retired are looked through one by one: they are few."""
    if wanted.kind == RETIRED:
        letters = wanted.words.casefold().split()
        hits = (
            item
            for item in shelf.everything(retired=True)
            if all(each in f"{item.name} {item.about}".casefold() for each in letters)
        )
        return list(islice(hits, wanted.most))
    kinds: tuple[Kind, ...] = () if wanted.kind == ALL else (wanted.kind,)  # type: ignore[assignment]
    return shelf.search(wanted.words, kinds, limit=wanted.most)
