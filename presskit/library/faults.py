"""What a database says is wrong, as a sentence of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import exc

from presskit.i18n import _
from presskit.library.problems import (
    LibraryAway,
    LibraryBusy,
    LibraryDamaged,
    LibraryProblem,
    LibraryReadOnly,
)

# What SQLite says (sqlite.org/rescode.html); its Python module gives the words, and codes from 3.11 on.
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_FULL = ("SQLITE_FULL",)
_NO_WRITING = ("SQLITE_READONLY",)
# SQLSTATE (PostgreSQL 15, appendix A): what another transaction was in the way of, and what may not be done.
_BUSY_STATES = ("40001", "40P01", "55P03", "57014")
_FORBIDDEN_STATES = ("42501", "25006")
_FULL_STATES = ("53100",)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns what the database raises into LibraryProblem."""
    try:
        yield
    except exc.DBAPIError as problem:
        raise _problem(place, problem) from problem
    except exc.SQLAlchemyError as problem:
        raise LibraryAway(place, _("the connection failed")) from problem


def _problem(place: str, problem: exc.DBAPIError) -> LibraryProblem:
    cause = problem.orig
    code = str(getattr(cause, "sqlite_errorname", "") or "")
    state = str(getattr(cause, "sqlstate", "") or "")
    if code.startswith(_DAMAGED):
        return LibraryDamaged(Path(place), str(cause))
    if code.startswith(_BUSY) or state in _BUSY_STATES:
        return LibraryBusy(place)
    if code.startswith(_FULL) or state in _FULL_STATES:
        return LibraryReadOnly(_("There is no room left on the disk: make some, then try again."))
    if code.startswith(_NO_WRITING) or state in _FORBIDDEN_STATES:
        return LibraryReadOnly(_("You may read this library, and not change it: ask who keeps it."))
    return LibraryAway(place, _reason(str(cause)))


def _reason(words: str) -> str:
    """The first line of what was said, without what may hold an address or a password."""
    first = next(iter(words.strip().splitlines()), "")
    return first.rpartition(":")[2].strip()[:200] or _("it did not say why")
