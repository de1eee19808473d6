"""A copy of a team's library on this computer: kept up in the background, read while the server is away.

Items come by their seq, which grows with each change and is given in the order in which changes are kept:
what is above the last that was copied is what is new (see `presskit.library.tables`).
"""

import hashlib
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, make_url, select, update

from presskit.i18n import _
from presskit.library.faults import told
from presskit.library.indexed import Entry
from presskit.library.items import Item, Kind
from presskit.library.postgres import PostgresIndex
from presskit.library.problems import ItemUnreadable, LibraryAway, LibraryDamaged, LibraryProblem
from presskit.library.rows import item_of_row
from presskit.library.shelf import SHOWN, Edition, Shelf, State
from presskit.library.spelling import learnt
from presskit.library.sqlite import SqliteIndex
from presskit.library.store import open_file, open_server
from presskit.library.tables import counter, items, pictures, versions
from presskit.model.kit import Asset
from presskit.model.locale_words import moment
from presskit.reasons import why
from presskit.settings import data_folder
from presskit.text.folding import distinct

EVERY = 60.0  # seconds from one copying to the next
AGAIN = 15.0  # seconds from one attempt to reach the server to the next
_AT_ONCE = 200  # items of a step
_REFUSED = ("password authentication failed", "no password supplied")  # the server is there, and says no
_T = TypeVar("_T")


def copy_path(url: str, folder: Path | None = None) -> Path:
    """The file that has the copy of a server's library. url: without its password."""
    name = hashlib.sha256(url.encode()).hexdigest()[:20]
    return (folder or data_folder() / "library" / "teams") / f"{name}.db"


def copied_at(path: Path) -> datetime | None:
    """When a copy was last like the server, in local time; None when it never was."""
    try:
        return datetime.fromtimestamp(_stamp(path).stat().st_mtime).astimezone()
    except OSError:
        return None


def copy_team(url: str, password: str | None, path: Path, stopped: Callable[[], bool] = lambda: False) -> int:
    """Brings a copy up to date with its server; returns how many items came. When it is stopped, what came
    so far stays, and the next time goes on from there. Raises LibraryProblem, and OSError of the folder."""
    _prepare(path)
    address = make_url(url)
    place = f"{address.database or ''} ({address.host or ''})"
    source = PostgresIndex(address.set(password=password) if password is not None else address).open()
    index = SqliteIndex(path)
    target = index.open()
    try:
        with told(place), source.begin() as connection:
            now = connection.scalar(select(counter.c.value)) or 0
        with told(str(path)), target.begin() as connection:
            have = connection.scalar(select(counter.c.value)) or 0
        if have > now:  # the server went back to an older state: nothing here can be trusted
            target.dispose()
            _remove(path)
            return copy_team(url, password, path, stopped)
        came = 0
        if _complete(path) != now:
            came = _copy_items(source, target, index, place, have, stopped)
            _copy_pictures(source, target, index, place, stopped)
        if not stopped():
            _stamp(path).write_text(str(now))
        return came
    finally:
        source.dispose()
        target.dispose()


def _prepare(path: Path) -> None:
    try:
        open_file(path).close()
    except LibraryDamaged:  # it is only a copy: the server has it all
        _remove(path)
        open_file(path).close()


def _remove(path: Path) -> None:
    for each in (_stamp(path), path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        each.unlink(missing_ok=True)


def _stamp(path: Path) -> Path:
    return path.with_suffix(".copied")


def _complete(path: Path) -> int:
    """The server's last seq when the copy was whole; -1 when it never was."""
    try:
        return int(_stamp(path).read_text())
    except (OSError, ValueError):
        return -1


def _copy_items(
    source: Engine, target: Engine, index: SqliteIndex, place: str, have: int, stopped: Callable[[], bool]
) -> int:
    came = 0
    while not stopped():
        with told(place), source.begin() as connection:
            asked = select(items).where(items.c.seq > have).order_by(items.c.seq).limit(_AT_ONCE)
            rows = connection.execute(asked).all()
            ids = [row.id for row in rows]
            old = connection.execute(select(versions).where(versions.c.item_id.in_(ids))).all()
        if not rows:
            break
        have = rows[-1].seq
        with told(place), target.connect() as plain:
            writer = plain.execution_options(writing=True)
            with writer.begin():
                seqs = select(items.c.id, items.c.seq).where(items.c.id.in_(ids))
                before: dict[str, int] = {row.id: row.seq for row in writer.execute(seqs)}
                writer.execute(delete(items).where(items.c.id.in_(ids)))
                writer.execute(items.insert(), [dict(row._mapping) for row in rows])  # noqa: SLF001 - its public name
                index.put_once(writer, versions, [dict(row._mapping) for row in old])  # noqa: SLF001
                _enter(writer, index, [_entry(row, before.get(row.id, 0)) for row in rows])
                writer.execute(update(counter).values(value=have))
        came += len(rows)
    return came


def _enter(connection: Connection, index: SqliteIndex, entries: list[Entry]) -> None:
    index.enter(connection, entries)
    index.learn(connection, sorted({word for each in entries for word in learnt((*each.names, *each.said))}))


def _entry(row: object, before: int) -> Entry:
    name, number = row.name, row.seq  # type: ignore[attr-defined]
    try:
        names, said = (distinct(each) for each in item_of_row(row).found_by())
    except ItemUnreadable:  # it is found by its name, and says then what is wrong with it
        names, said = distinct([name]), []
    return Entry(row.id, number, before, row.kind, names, said, row.retired)  # type: ignore[attr-defined]


def _copy_pictures(
    source: Engine, target: Engine, index: SqliteIndex, place: str, stopped: Callable[[], bool]
) -> None:
    with told(place), source.begin() as connection:
        wanted = set(connection.scalars(select(pictures.c.name)))
    with told(place), target.begin() as connection:
        wanted -= set(connection.scalars(select(pictures.c.name)))
    for name in sorted(wanted):
        if stopped():
            return
        with told(place), source.begin() as connection:
            data = connection.scalar(select(pictures.c.data).where(pictures.c.name == name))
        with told(place), target.connect() as plain:
            writer = plain.execution_options(writing=True)
            with writer.begin():
                index.put_once(writer, pictures, [{"name": name, "data": data}])


class Team:
    """A team's library: its server, or the copy of it while that is away. See `Shelf`.

    copying: why the last copying failed, as a sentence, or empty.
    """

    def __init__(self, url: str, password: str | None, path: Path, who: str) -> None:
        self._url, self._password, self._path, self._who = url, password, path, who
        self._ended = threading.Event()
        self._tried = time.monotonic()
        self.read_only = self.copying = ""
        self._shelf: Shelf
        try:
            self._shelf = open_server(url, password, who=who)
        except LibraryAway as problem:
            self._shelf = self._from_copy(problem)
        self.place = self._shelf.place if not self.read_only else _called(url)
        self._thread = threading.Thread(target=self._keep_copying, name="library copy", daemon=True)
        self._thread.start()

    def _from_copy(self, problem: LibraryAway) -> Shelf:
        """The copy; raises the problem again where there is none, or the server refused us."""
        when = copied_at(self._path)
        if when is None or any(words in problem.reason for words in _REFUSED):
            raise problem
        sentence = _(
            "The server of this library is away, so you see the copy of {when}, which can be read and used "
            "but not changed. PressKit goes back to the server as soon as it answers."
        ).format(when=moment(when))
        shelf = open_file(self._path, read_only=sentence)
        self.read_only = sentence
        return shelf

    def _now(self) -> Shelf:
        """The server, or the copy while it is away; asks now and then whether it is back."""
        if self.read_only and time.monotonic() - self._tried >= AGAIN:
            try:
                found = open_server(self._url, self._password, who=self._who)
            except LibraryAway:
                self._tried = time.monotonic()
            else:
                self._shelf.close()
                self._shelf, self.read_only = found, ""
        return self._shelf

    def _asked(self, job: Callable[[Shelf], _T]) -> _T:
        shelf = self._now()
        try:
            return job(shelf)
        except LibraryAway as problem:
            if self.read_only:
                raise
            self._turn_away(problem)
            return job(self._shelf)

    def _changed(self, job: Callable[[Shelf], _T]) -> _T:
        """A change that the server did not answer is told, and not tried elsewhere."""
        try:
            return job(self._now())
        except LibraryAway as problem:
            if not self.read_only:
                self._turn_away(problem)
            raise

    def _turn_away(self, problem: LibraryAway) -> None:
        found = self._from_copy(problem)
        self._shelf.close()
        self._shelf, self._tried = found, time.monotonic()

    def _keep_copying(self) -> None:
        while not self._ended.is_set():
            try:
                copy_team(self._url, self._password, self._path, self._ended.is_set)
                self.copying = ""
            except LibraryProblem as problem:
                self.copying = problem.sentence
            except OSError as problem:
                self.copying = _("No copy of the team's library was kept on this computer: {why}.").format(
                    why=why(problem)
                )
            self._ended.wait(EVERY)

    def search(
        self, wanted: str, kinds: Collection[Kind] = (), *, language: str = "", limit: int = SHOWN
    ) -> list[Item]:
        """The items that fit best first."""
        return self._asked(lambda shelf: shelf.search(wanted, kinds, language=language, limit=limit))

    def get(self, item_id: str) -> Item:
        """The item as it is now."""
        return self._asked(lambda shelf: shelf.get(item_id))

    def version(self, item_id: str, number: int) -> Item:
        """The item as it was in a version."""
        return self._asked(lambda shelf: shelf.version(item_id, number))

    def versions(self, item_id: str) -> list[Edition]:
        """All versions of an item, latest first."""
        return self._asked(lambda shelf: shelf.versions(item_id))

    def states(self, item_ids: Iterable[str]) -> Mapping[str, State]:
        """How items stand."""
        wanted = list(item_ids)
        return self._asked(lambda shelf: shelf.states(wanted))

    def guarded(self) -> list[State]:
        """The people whose consent is withdrawn or limited."""
        return self._asked(lambda shelf: shelf.guarded())

    def picture(self, name: str) -> Asset | None:
        """The picture of that name."""
        return self._asked(lambda shelf: shelf.picture(name))

    def everything(self, kinds: Collection[Kind] = (), *, retired: bool = False) -> Iterator[Item]:
        """All items, from the server or from the copy, never some of each."""
        yield from self._now().everything(kinds, retired=retired)

    def counts(self) -> Mapping[Kind, int]:
        """How many items of each kind are on offer."""
        return self._asked(lambda shelf: shelf.counts())

    def add(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a new item."""
        return self._changed(lambda shelf: shelf.add(item, pictures, note))

    def save(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a changed item as its next version."""
        return self._changed(lambda shelf: shelf.save(item, pictures, note))

    def add_all(self, items: Iterable[tuple[Item, str]], pictures: Iterable[Asset] = ()) -> list[Item]:
        """Keeps several, all or none."""
        return self._changed(lambda shelf: shelf.add_all(items, pictures))

    def close(self) -> None:
        """Ends the copying where it is, and lets go of both."""
        self._ended.set()
        self._thread.join(2.0)  # it may be waiting for a server that does not answer
        self._shelf.close()


def _called(url: str) -> str:
    address = make_url(url)
    return f"{address.database or ''} ({address.host or ''})"


def open_team(url: str, password: str | None, *, who: str = "", folder: Path | None = None) -> Team:
    """A team's library, with a copy of it in a folder (the user's own unless told). url: without password.
    Raises LibraryProblem when neither the server nor a copy can be had."""
    return Team(url, password, copy_path(url, folder), who)
