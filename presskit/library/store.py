"""A library in a database: items with all their versions, found by their words."""

import datetime
import getpass
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from sqlalchemy import (
    Connection,
    Engine,
    bindparam,
    false,
    func,
    insert,
    make_url,
    select,
    true,
    update,
)  # fmt: skip
from sqlalchemy.exc import ArgumentError

from presskit.i18n import _
from presskit.library import records
from presskit.library.faults import told
from presskit.library.indexed import Candidate, Entry, Index, Terms
from presskit.library.items import KINDS, Item, Kind
from presskit.library.postgres import PostgresIndex
from presskit.library.problems import (
    Conflict,
    ItemMissing,
    LibraryAway,
    LibraryForeign,
    LibraryNewer,
    LibraryOlder,
    LibraryReadOnly,
)
from presskit.library.ranking import ranked
from presskit.library.rows import apart, item_of_row, row_of, state_of, storable, utc, version_row
from presskit.library.schema import HEAD, KNOWN, Newer, is_foreign, step_of, upgrade
from presskit.library.shelf import SHOWN, Edition, State
from presskit.library.spelling import SHORTEST, keys, learnt, meant
from presskit.library.sqlite import SqliteIndex
from presskit.library.tables import counter, items, pictures, spelled, versions
from presskit.model.kit import Asset
from presskit.reasons import why
from presskit.text.folding import distinct, sought

_LOOKED_AT = 200  # candidates of each way of looking that are ranked
_ENOUGH = 8  # found, and nobody was misspelled
_AT_ONCE = 500  # rows that one statement takes or gives
_OF_EACH = 20  # items of a kind that are shown while nothing is looked for


class Store:
    """See `presskit.library.shelf.Shelf`."""

    def __init__(self, index: Index, place: str, *, read_only: str = "", who: str = "") -> None:
        """Opens it, and brings its tables to the form of this version. Raises LibraryProblem.

        who: whom changes are noted for; the account's name unless given.
        """
        self.place, self.read_only = place, read_only
        self._index, self._who = index, storable(who or _account())
        with told(place):
            self._engine: Engine = index.open()
            try:
                self._prepare()
            except BaseException:
                self._engine.dispose()
                raise

    def _prepare(self) -> None:
        with self._engine.begin() as connection:
            step = step_of(connection)
            foreign = is_foreign(connection) if step != HEAD else False
        if step == HEAD:
            return
        if foreign:
            raise LibraryForeign(self.place)
        if step and step not in KNOWN:
            raise LibraryNewer(self.place)
        if self.read_only:
            raise LibraryOlder(self.place)
        with self._writing() as connection:
            self._index.begin_schema(connection)
            try:
                upgrade(connection)
            except Newer as problem:
                raise LibraryNewer(self.place) from problem

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise LibraryReadOnly(self.read_only)
        with told(self.place), self._engine.connect() as connection:
            connection = connection.execution_options(writing=True)  # noqa: PLW2901 - the same connection
            with connection.begin():
                yield connection

    # --- looking

    def search(
        self, wanted: str, kinds: Collection[Kind] = (), *, language: str = "", limit: int = SHOWN
    ) -> list[Item]:
        """The items that fit best first."""
        terms = sought(wanted)
        with self._reading() as connection:
            if not terms:
                return [] if wanted.strip() else self._latest(connection, kinds or tuple(KINDS), limit)
            found, doubts = self._candidates(connection, terms, kinds)
            best = ranked(found, terms, language, doubts)[:limit]
            return self._bodies(connection, [each.id for each in best])

    def _candidates(
        self, connection: Connection, terms: Sequence[str], kinds: Collection[Kind]
    ) -> tuple[list[Candidate], Terms]:
        """Items that fit, and what else may have been meant, if that was asked."""
        exact = [(term,) for term in terms]
        found = self._named(connection, " ".join(terms), kinds)
        found += self._index.find(connection, exact, kinds, names=True, limit=_LOOKED_AT)
        if len(found) < _LOOKED_AT:
            found += self._index.find(connection, exact, kinds, names=False, limit=_LOOKED_AT)
        if len(found) >= _ENOUGH:
            return found, ()
        doubts = [(term, *self._meant(connection, term)) for term in terms]
        if any(len(group) > 1 for group in doubts):
            found += self._index.find(connection, doubts, kinds, names=True, limit=_LOOKED_AT)
            if len(found) < _ENOUGH:
                found += self._index.find(connection, doubts, kinds, names=False, limit=_LOOKED_AT)
        return found, doubts

    def _named(self, connection: Connection, start: str, kinds: Collection[Kind]) -> list[Candidate]:
        """Those whose name begins as it was typed, however long ago they were changed."""
        column = items.c.folded
        asked = select(items.c.id, column, items.c.kind, items.c.language, items.c.seq)
        asked = asked.where(column >= start, column < start + "\U0010ffff", items.c.retired == false())
        if kinds:
            asked = asked.where(items.c.kind.in_(kinds))
        rows = connection.execute(asked.order_by(column).limit(SHOWN))
        return [Candidate(*row) for row in rows]

    def _meant(self, connection: Connection, term: str) -> Sequence[str]:
        if len(term) < SHORTEST:
            return []
        near = select(spelled.c.word).distinct().where(spelled.c.key.in_(keys(term)))
        return meant(term, connection.scalars(near.where(func.length(spelled.c.word) >= len(term) - 1)))

    def _latest(self, connection: Connection, kinds: Collection[Kind], limit: int) -> list[Item]:
        found: list[str] = []
        most = limit if len(kinds) == 1 else _OF_EACH
        for kind in kinds:
            asked = select(items.c.id).where(items.c.retired == false(), items.c.kind == kind)
            found += connection.scalars(asked.order_by(items.c.seq.desc()).limit(most))
        return self._bodies(connection, found)

    def _bodies(self, connection: Connection, wanted: Sequence[str]) -> list[Item]:
        """The items of these ids, in their order."""
        asked = select(items.c.id, items.c.body, items.c.version, items.c.changed, items.c.changed_by).where(
            items.c.id.in_(bindparam("ids", expanding=True))
        )
        found = {row.id: item_of_row(row) for row in connection.execute(asked, {"ids": list(wanted)})}
        return [found[each] for each in wanted if each in found]

    def get(self, item_id: str) -> Item:
        """The item as it is now."""
        with self._reading() as connection:
            found = self._bodies(connection, [item_id])
        if not found:
            raise ItemMissing(item_id)
        return found[0]

    def version(self, item_id: str, number: int) -> Item:
        """The item as it was in a version."""
        with self._reading() as connection:
            found = self._version(connection, item_id, number)
        if found is None:
            raise ItemMissing(item_id)
        return found

    def _version(self, connection: Connection, item_id: str, number: int) -> Item | None:
        asked = select(
            versions.c.item_id.label("id"), versions.c.body, versions.c.version, versions.c.changed,
            versions.c.changed_by,
        ).where(versions.c.item_id == item_id, versions.c.version == number)  # fmt: skip
        row = connection.execute(asked).first()
        return None if row is None else item_of_row(row)

    def versions(self, item_id: str) -> list[Edition]:
        """All versions of an item, latest first."""
        asked = select(versions.c.version, versions.c.changed, versions.c.changed_by, versions.c.note)
        with self._reading() as connection:
            rows = connection.execute(
                asked.where(versions.c.item_id == item_id).order_by(versions.c.version.desc())
            )
            found = [Edition(row.version, utc(row.changed), row.changed_by, row.note) for row in rows]
        if not found:
            raise ItemMissing(item_id)
        return found

    def states(self, item_ids: Iterable[str]) -> Mapping[str, State]:
        """How items stand."""
        wanted = list(dict.fromkeys(item_ids))
        found: dict[str, State] = {}
        with self._reading() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                for item in self._bodies(connection, wanted[start : start + _AT_ONCE]):
                    found[item.id] = state_of(item)
        return found

    def guarded(self) -> list[State]:
        """The people whose consent is withdrawn or limited."""
        asked = select(items.c.id).where(items.c.guarded == true()).order_by(items.c.seq)
        with self._reading() as connection:
            return [state_of(each) for each in self._bodies(connection, list(connection.scalars(asked)))]

    def picture(self, name: str) -> Asset | None:
        """The picture of that name."""
        with self._reading() as connection:
            data = connection.scalar(select(pictures.c.data).where(pictures.c.name == name))
        return None if data is None else Asset.of(bytes(data))

    def everything(self, kinds: Collection[Kind] = (), *, retired: bool = False) -> Iterator[Item]:
        """All items that are on offer, or all that are retired, in the order in which they were changed."""
        last = 0
        while True:
            asked = select(items).where(
                items.c.seq > last, items.c.retired == (true() if retired else false())
            )
            if kinds:
                asked = asked.where(items.c.kind.in_(kinds))
            with self._reading() as connection:
                rows = connection.execute(asked.order_by(items.c.seq).limit(_AT_ONCE)).all()
            yield from map(item_of_row, rows)
            if len(rows) < _AT_ONCE:
                return
            last = rows[-1].seq

    def counts(self) -> Mapping[Kind, int]:
        """How many items of each kind are on offer."""
        asked = select(items.c.kind, func.count()).where(items.c.retired == false()).group_by(items.c.kind)
        with self._reading() as connection:
            return {row[0]: row[1] for row in connection.execute(asked)}

    # --- changing

    def add(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a new item."""
        return self.add_all([(replace(item, version=0), note)], pictures)[0]

    def save(self, item: Item, pictures: Iterable[Asset] = (), note: str = "") -> Item:
        """Keeps a changed item as its next version."""
        if item.version < 1:
            raise ItemMissing(item.id)
        return self.add_all([(item, note)], pictures)[0]

    def add_all(self, items: Iterable[tuple[Item, str]], pictures: Iterable[Asset] = ()) -> list[Item]:
        """Keeps several, all or none."""
        wanted = list(items)
        kept: list[Item] = []
        with self._writing() as connection:
            self._keep_pictures(connection, pictures)
            for start in range(0, len(wanted), _AT_ONCE):
                kept += self._keep(connection, wanted[start : start + _AT_ONCE])
        return kept

    def _keep_pictures(self, connection: Connection, found: Iterable[Asset]) -> None:
        for picture in found:
            self._index.put_once(connection, pictures, [{"name": picture.name, "data": picture.data}])

    def _keep(self, connection: Connection, wanted: Sequence[tuple[Item, str]]) -> list[Item]:
        """Writes items. The counter's row is ours from here to the end: what is read now stays so."""
        last = connection.scalar(
            update(counter).values(value=counter.c.value + len(wanted)).returning(counter.c.value)
        )
        seq = int(last or 0) - len(wanted)
        now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
        before = self._before(connection, [item.id for item, _note in wanted])
        kept: list[Item] = []
        new: list[dict[str, Any]] = []
        changed: list[dict[str, Any]] = []
        noted: list[dict[str, Any]] = []
        entries: list[Entry] = []
        for item, note in wanted:
            seq += 1
            was = before.get(item.id)
            body = records.written(item)
            if was is not None and (was.version != item.version or was.body == body):
                theirs = item_of_row(was)
                if was.body != body:
                    raise Conflict(self._version(connection, item.id, item.version), item, theirs)
                kept.append(theirs)
                continue
            if was is None and item.version:
                raise ItemMissing(item.id)
            row = row_of(item, seq, body, now, self._who)
            names, said = (distinct(each) for each in item.found_by())
            entries.append(Entry(item.id, seq, was.seq if was else 0, item.kind, names, said, item.retired))
            (new if was is None else changed).append(row)
            noted.append(version_row(row, note))
            kept.append(records.read(item.id, body, **apart(row)))
        if new:
            connection.execute(insert(items), new)
        for row in changed:
            connection.execute(update(items).where(items.c.id == row["id"]).values(**row))
        if noted:
            connection.execute(insert(versions), noted)
        self._index.enter(connection, entries)
        known = {word for entry in entries for word in learnt((*entry.names, *entry.said))}
        self._index.learn(connection, sorted(known))
        return kept

    def _before(self, connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
        asked = select(items).where(items.c.id.in_(bindparam("ids", expanding=True)))
        return {row.id: row for row in connection.execute(asked, {"ids": list(ids)})}

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()


def open_file(path: Path, *, read_only: str = "", who: str = "") -> Store:
    """The library in a file, made where there is none; raises LibraryProblem."""
    if not read_only:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise LibraryAway(str(path), why(problem)) from problem
    return Store(SqliteIndex(path, read_only=bool(read_only)), str(path), read_only=read_only, who=who)


def open_server(url: str, password: str | None = None, *, who: str = "") -> Store:
    """The library on a server; raises LibraryProblem. Without a password, the server is asked without one."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as problem:
        raise LibraryAway(_("a server"), _("its address is no URL")) from problem
    if password is not None:
        address = address.set(password=password)
    place = f"{address.database or ''} ({address.host or ''})"
    return Store(PostgresIndex(address), place, who=who or (address.username or ""))


def _account() -> str:
    """The name of the account; the machine may have none for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
