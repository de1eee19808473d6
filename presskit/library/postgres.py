"""A team's library on a PostgreSQL server, 13 or later."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.dialects.postgresql import insert

from presskit.library.indexed import Candidate, Entry, Terms
from presskit.library.spelling import learning

PATIENCE = 5  # seconds that a connection may take
_LEARN = (
    f"INSERT INTO spelled (key, word) {learning('SELECT unnest(CAST(:said AS text[]))')} "
    "ON CONFLICT DO NOTHING"
)
_SCHEMA = 5_064_221  # a number for our own advisory lock


class PostgresIndex:
    """A database on a server. The URL has its password, which appears nowhere else."""

    def __init__(self, url: URL) -> None:
        self._url = url

    def open(self) -> Engine:
        """Prepares; the first use connects."""
        return create_engine(
            self._url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,  # a server that was started anew is no reason for a failure
            pool_size=2,
            hide_parameters=True,  # what people write belongs in no log
            connect_args={
                "connect_timeout": PATIENCE,
                "application_name": "presskit",
                "options": "-c lock_timeout=20000 -c statement_timeout=60000 -c timezone=UTC",
            },
        )

    def begin_schema(self, connection: Connection) -> None:
        """One at a time takes the steps of the tables."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA})

    def enter(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Takes items into the search. The words come folded and split, the server only keeps them."""
        told = (
            "UPDATE items SET names = array_to_tsvector(:names), said = array_to_tsvector(:said) "
            "WHERE id = :id"
        )
        rows = [
            {
                "id": each.id,
                "names": None if each.retired else sorted({*each.names, _of_kind(each.kind)}),
                "said": None if each.retired else sorted({*each.names, *each.said, _of_kind(each.kind)}),
            }
            for each in entries
        ]
        if rows:
            connection.execute(text(told), rows)

    def find(
        self, connection: Connection, terms: Terms, kinds: Collection[str], *, names: bool, limit: int
    ) -> list[Candidate]:
        """The latest that have all terms."""
        groups = [[f"{_quoted(each)}:*" for each in group] for group in terms]
        if kinds:
            groups.append([_quoted(_of_kind(each)) for each in kinds])
        wanted = " & ".join(f"({' | '.join(group)})" for group in groups)
        told = (
            "SELECT id, folded, kind, language, seq FROM items "  # noqa: S608 - one of two words
            f"WHERE {'names' if names else 'said'} @@ CAST(:wanted AS tsquery) ORDER BY seq DESC LIMIT :limit"
        )
        rows = connection.execute(text(told), {"wanted": wanted, "limit": limit})
        return [Candidate(*row) for row in rows]

    def learn(self, connection: Connection, said: Sequence[str]) -> None:
        """Takes words into the table `spelled`."""
        if said:
            connection.execute(text(_LEARN), {"said": list(said)})

    def put_once(self, connection: Connection, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts those rows that are not there yet."""
        if rows:
            connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def _of_kind(kind: str) -> str:
    """The word by which items of a kind are found; no word of a text has that sign."""
    return f"={kind}"


def _quoted(word: str) -> str:
    """A word as a tsquery has it (PostgreSQL 15, section 8.11.2)."""
    return "'" + word.replace("'", "''").replace("\\", "\\\\") + "'"
