"""What differs from one database to another: opening it, and its full-text search."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Engine

Terms = Sequence[Sequence[str]]
"""What is looked for: all of the groups, and of each any of its beginnings of words (folded)."""


class Candidate(NamedTuple):
    """An item that a search may show."""

    id: str
    folded: str
    kind: str
    language: str
    seq: int


class Entry(NamedTuple):
    """What the full-text search is told of an item: the words of its names, and all others that it says.
    before: its seq until now, or 0. retired items are in no search."""

    id: str
    seq: int
    before: int
    kind: str
    names: Sequence[str]
    said: Sequence[str]
    retired: bool


class Index(Protocol):
    """The full-text search of a database."""

    def open(self) -> Engine:
        """Connects."""
        ...

    def begin_schema(self, connection: Connection) -> None:
        """Makes sure that nobody else changes the tables' form meanwhile."""
        ...

    def enter(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Takes items into the search, in the place of what it had of them."""
        ...

    def find(
        self, connection: Connection, terms: Terms, kinds: Collection[str], *, names: bool, limit: int
    ) -> list[Candidate]:
        """The latest of the items that have all terms, in their names or anywhere."""
        ...

    def learn(self, connection: Connection, said: Sequence[str]) -> None:
        """Takes words into the table `spelled`."""
        ...

    def put_once(self, connection: Connection, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts those rows that are not there yet."""
        ...
