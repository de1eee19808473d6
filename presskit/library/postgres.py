"""A team's library on a PostgreSQL server, 13 or later."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import URL, Connection, Engine, TextClause, create_engine, text
from sqlalchemy.dialects.postgresql import insert

from presskit.library.indexed import Candidate, Entry, Terms
from presskit.library.spelling import learning

PATIENCE = 5  # seconds that a connection may take
_LEARN = (
    f"INSERT INTO spelled (key, word) {learning('SELECT unnest(CAST(:said AS text[]))')} "
    "ON CONFLICT DO NOTHING"
)
# A server takes reading all rows for the cheaper way where few fit, which it is not with the long lists of
# words in them; and compiling a statement takes longer than any of ours.
_OPTIONS = "-c lock_timeout=20000 -c statement_timeout=60000 -c timezone=UTC -c enable_seqscan=off -c jit=off"
_ROOM = 1_000_000  # bytes of an item's words
_SCHEMA = 5_064_221  # a number for our own advisory lock


_SHORT = 3  # letters of a word that many items say
_MANY = {True: 1_500, False: 300}  # the latest items whose names, or all of whose words, are looked at first
# By seq + 0, so that the server goes by the words and not by all rows from the last: it takes each word for
# as likely beside the others as alone.
_ANYWHERE = {
    names: text(
        "SELECT id, folded, kind, language, seq FROM items "  # noqa: S608 - one of two words
        f"WHERE {column} @@ CAST(:wanted AS tsquery) ORDER BY seq + 0 DESC LIMIT :limit"
    )
    for names, column in ((True, "names"), (False, "said"))
}


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
                "options": _OPTIONS,
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
                "names": None if each.retired else _bounded(each.names, each.kind),
                "said": None if each.retired else _bounded((*each.names, *each.said), each.kind),
            }
            for each in entries
        ]
        if rows:
            connection.execute(text(told), rows)

    def find(
        self, connection: Connection, terms: Terms, kinds: Collection[str], *, names: bool, limit: int
    ) -> list[Candidate]:
        """The latest that have all terms."""
        if names or all(len(each) <= _SHORT for group in terms for each in group):
            asked = {"wanted": _query(terms, ()), "kinds": list(kinds), "limit": limit}
            rows = connection.execute(_among_latest(names, len(kinds)), asked).all()
            if len(rows) == limit:
                return [Candidate(*row) for row in rows]
        found = connection.execute(_ANYWHERE[names], {"wanted": _query(terms, kinds), "limit": limit})
        return [Candidate(*row) for row in found]

    def learn(self, connection: Connection, said: Sequence[str]) -> None:
        """Takes words into the table `spelled`."""
        if said:
            connection.execute(text(_LEARN), {"said": list(said)})

    def put_once(self, connection: Connection, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts those rows that are not there yet."""
        if rows:
            connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def _bounded(words: Iterable[str], kind: str) -> list[str]:
    """The words with that of their kind, as many as a tsvector takes: 1 MB (PostgreSQL 15, section 12.11)."""
    found, size = {_of_kind(kind)}, 0
    for word in words:
        size += len(word.encode())
        if size > _ROOM:
            break
        found.add(word)
    return sorted(found)


@cache
def _among_latest(names: bool, kinds: int) -> TextClause:
    """Looks at the latest items alone, of each kind: what many items say is found there at once."""
    column, most = "names" if names else "said", _MANY[names]
    latest = f"SELECT * FROM items WHERE NOT retired ORDER BY seq DESC LIMIT {most}"  # noqa: S608 - a number
    if kinds:
        latest = (
            "SELECT one.* FROM unnest(CAST(:kinds AS text[])) AS wanted, LATERAL (SELECT * FROM items WHERE "  # noqa: S608
            f"NOT retired AND kind = wanted ORDER BY seq DESC LIMIT {most // kinds}) AS one"
        )
    return text(
        f"SELECT id, folded, kind, language, seq FROM ({latest}) AS latest "  # noqa: S608 - one of two words
        f"WHERE {column} @@ CAST(:wanted AS tsquery) ORDER BY seq DESC LIMIT :limit"
    )


def _query(terms: Terms, kinds: Collection[str]) -> str:
    """What is looked for, as a tsquery has it."""
    groups = [[f"{_quoted(each)}:*" for each in group] for group in terms]
    if kinds:
        groups.append([_quoted(_of_kind(each)) for each in kinds])
    return " & ".join(f"({' | '.join(group)})" for group in groups)


def _of_kind(kind: str) -> str:
    """The word by which items of a kind are found; no word of a text has that sign."""
    return f"={kind}"


def _quoted(word: str) -> str:
    """A word as a tsquery has it (PostgreSQL 15, section 8.11.2)."""
    return "'" + word.replace("'", "''").replace("\\", "\\\\") + "'"
