"""Dated copies of a library's file, beside it; whether a file is sound; and the way back from a copy.

The copies are made by SQLite's own backup (sqlite.org/backup.html), while the library is in use.
"""

import datetime
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from presskit.i18n import _
from presskit.library.problems import LibraryProblem
from presskit.reasons import why

FOLDER = "backups"
DAYS, MONTHS = 7, 12  # of each day, and of each month, one copy is kept
_PAGES = 2_000  # that are copied before others may write
_ASIDE = ("-wal", "-shm")  # what SQLite keeps beside a file (sqlite.org/wal.html)


class Copy(NamedTuple):
    """A dated copy. size: in bytes. items: on offer in it; None when it cannot be read."""

    path: Path
    day: datetime.date
    size: int
    items: int | None


class BackupProblem(LibraryProblem):
    """A copy could not be made or brought back."""


class _Stopped(Exception):  # noqa: N818 - nothing went wrong
    pass


def copies(path: Path) -> list[Copy]:
    """The dated copies of a library's file, the latest first."""
    return [Copy(each, day, _size(each), _items(each)) for day, each in _dated(path)]


def back_up(path: Path, stopped: Callable[[], bool] = lambda: False) -> Path:
    """Copies a library's file as of now into the copy of today, and lets go of copies that are older than is
    kept. Raises BackupProblem; a copy that could not be finished leaves the one before."""
    today = datetime.date.today()
    target = path.parent / FOLDER / f"{path.stem}-{today.isoformat()}.db"
    fresh = target.with_suffix(".new")
    with _told(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        try:
            _copied(path, fresh, stopped)
            if wrong := check(fresh):
                raise BackupProblem(wrong[0])
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
        for old in _too_old(path, today):
            old.unlink(missing_ok=True)
    return target


def back_up_daily(path: Path, stopped: Callable[[], bool] = lambda: False) -> Path | None:
    """Copies a library's file unless it was today; None where there is nothing to do."""
    today = datetime.date.today()
    if not path.is_file() or any(day == today for day, _path in _dated(path)):
        return None
    try:
        return back_up(path, stopped)
    except _Stopped:
        return None


def check(path: Path) -> list[str]:
    """What is wrong with a library's file, as sentences; nothing when it is sound."""
    told = _("The library “{file}” is damaged ({detail}). Bring back one of its dated copies.")
    try:
        with closing(_opened(path)) as connection:
            rows = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
            connection.execute("SELECT count(*) FROM items").fetchone()
    except sqlite3.Error as problem:
        rows = [str(problem)]
    return [told.format(file=path, detail=row) for row in rows if row != "ok"]


def restore(path: Path, copy: Path) -> Path:
    """Puts a dated copy in the place of a library's file; returns where that went: it stays beside, under a
    dated name. Nobody may have the library open. Raises BackupProblem."""
    now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    aside = path.with_name(f"{path.stem} (damaged {now}){path.suffix}")
    fresh = path.with_name(f"{path.name}.new")
    if wrong := check(copy):
        raise BackupProblem(wrong[0])
    with _told(path):
        shutil.copyfile(copy, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        for end in ("", *_ASIDE):
            here = path.with_name(path.name + end)
            if here.exists():
                here.replace(aside.with_name(aside.name + end))
        fresh.replace(path)
    return aside


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as problem:
        reason = why(problem) if isinstance(problem, OSError) else str(problem)
        told = _("No copy was made or brought back beside “{file}”: {why}. Nothing was changed.")
        raise BackupProblem(told.format(file=path, why=reason)) from problem


def _opened(path: Path) -> sqlite3.Connection:
    """Opened to read only; a file that is not there is not made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)


def _copied(path: Path, fresh: Path, stopped: Callable[[], bool]) -> None:
    def go_on(_status: int, _left: int, _all: int) -> None:
        if stopped():
            raise _Stopped

    with closing(_opened(path)) as source, closing(sqlite3.connect(fresh)) as target:
        source.backup(target, pages=_PAGES, progress=go_on)
        target.execute("PRAGMA journal_mode=DELETE")


def _dated(path: Path) -> list[tuple[datetime.date, Path]]:
    named = re.compile(re.escape(path.stem) + r"-(\d{4}-\d{2}-\d{2})\.db")
    found = []
    for each in (path.parent / FOLDER).glob("*.db"):
        if match := named.fullmatch(each.name):
            try:
                found.append((datetime.date.fromisoformat(match[1]), each))
            except ValueError:
                continue  # no day of the calendar: not ours
    return sorted(found, reverse=True)


def _too_old(path: Path, today: datetime.date) -> list[Path]:
    found = _dated(path)
    kept = {each for _day, each in found[:DAYS]}
    months: dict[tuple[int, int], Path] = {}
    for day, each in found:
        months[day.year, day.month] = each  # the first of each month
    kept |= set(list(months.values())[:MONTHS])
    return [each for day, each in found if each not in kept and day < today]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _items(path: Path) -> int | None:
    try:
        with closing(_opened(path)) as connection:
            row = connection.execute("SELECT count(*) FROM items WHERE NOT retired").fetchone()
    except sqlite3.Error:
        return None
    return int(row[0])
