"""A library in a file of its own: SQLite with FTS5, and a log of writes that survives a killed process."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.dialects.sqlite import insert

from presskit.library.indexed import Candidate, Entry, Terms
from presskit.library.spelling import learning

BUSY = 20_000  # milliseconds that a writer waits for others
_LEARN = f"INSERT OR IGNORE INTO spelled {learning('SELECT value FROM json_each(:said)')}"  # noqa: S608 - ours
_PRAGMAS = (
    f"busy_timeout = {BUSY}",
    "journal_mode = WAL",
    "synchronous = FULL",  # what is acknowledged survives a power cut, too (sqlite.org/pragma.html)
    "trusted_schema = OFF",  # the file may come from anywhere
    "cell_size_check = ON",
    "cache_size = -16000",  # 16 MB
)


class SqliteIndex:
    """A file; `read_only` looks at it alone."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path, self._read_only = path, read_only

    def open(self) -> Engine:
        """Connects; the folder is there."""
        mode = "?mode=ro&uri=true" if self._read_only else "?mode=rwc&uri=true"
        engine = create_engine(
            f"sqlite:///file:{_quoted(self._path)}{mode}", connect_args={"timeout": BUSY / 1000}
        )
        event.listen(engine, "connect", self._connected)
        event.listen(engine, "begin", _begin)
        return engine

    def _connected(self, connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so
        for pragma in _PRAGMAS if not self._read_only else _PRAGMAS[:1]:
            connection.execute(f"PRAGMA {pragma}")

    def begin_schema(self, connection: Connection) -> None:
        """A writer holds the whole file."""

    def enter(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Takes items into the search."""
        old = [{"seq": each.before} for each in entries if each.before]
        if old:
            connection.execute(text("DELETE FROM found WHERE rowid = :seq"), old)
        new = [
            {
                "seq": each.seq,
                "names": " ".join(each.names),
                "said": " ".join(each.said),
                "kind": each.kind,
            }
            for each in entries
            if not each.retired
        ]
        if new:
            told = "INSERT INTO found (rowid, names, said, kind) VALUES (:seq, :names, :said, :kind)"
            connection.execute(text(told), new)

    def find(
        self, connection: Connection, terms: Terms, kinds: Collection[str], *, names: bool, limit: int
    ) -> list[Candidate]:
        """The latest that have all terms; FTS5 goes through rows from the last, and stops at the limit."""
        column = "names" if names else "{names said}"
        parts = [f"({column} : ({' OR '.join(_prefix(each) for each in group)}))" for group in terms]
        if kinds:
            parts.append(f"(kind : ({' OR '.join(map(_exact, kinds))}))")
        told = (
            "SELECT i.id, i.folded, i.kind, i.language, i.seq FROM found f JOIN items i ON i.seq = f.rowid "
            "WHERE found MATCH :wanted ORDER BY f.rowid DESC LIMIT :limit"
        )
        rows = connection.execute(text(told), {"wanted": " AND ".join(parts), "limit": limit})
        return [Candidate(*row) for row in rows]

    def learn(self, connection: Connection, said: Sequence[str]) -> None:
        """Takes words into the table `spelled`."""
        if said:
            connection.execute(text(_LEARN), {"said": json.dumps(said)})

    def put_once(self, connection: Connection, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts those rows that are not there yet."""
        if rows:
            connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def _begin(connection: Connection) -> None:
    """A writer takes the file at once: one that began by reading could not wait (SQLITE_BUSY_SNAPSHOT)."""
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _quoted(path: Path) -> str:
    """A path within a URI (RFC 3986, section 2.1; sqlite.org/uri.html)."""
    from urllib.parse import quote

    return quote(path.absolute().as_posix(), safe="/:")


def _exact(word: str) -> str:
    return f'"{word}"'


def _prefix(word: str) -> str:
    return f'"{word}" *'
