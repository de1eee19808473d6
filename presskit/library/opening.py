"""Which library is in use, and how it is opened. What a database needs is loaded only then."""

import importlib
import os
from pathlib import Path
from typing import Protocol, cast

from presskit.i18n import _
from presskit.library import passwords
from presskit.library.shelf import Shelf
from presskit.settings import data_folder

_DOOR = "presskit.library.store"
_TEAM_DOOR = "presskit.library.mirror"


class _Door(Protocol):
    """What the module behind the door has for us."""

    def open_file(self, path: Path, *, read_only: str, who: str) -> Shelf: ...

    def open_server(self, url: str, password: str | None, *, who: str) -> Shelf: ...


class _TeamDoor(Protocol):
    def open_team(self, url: str, password: str | None, *, who: str, folder: Path | None) -> Shelf: ...


def default_path() -> Path:
    """The file of the user's own library, in their data folder (see `presskit.settings.data_folder`)."""
    return data_folder() / "library" / "library.db"


def is_server(address: str) -> bool:
    """Whether an address is of a server, not a file."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def open_library(
    address: str = "",
    *,
    password: str | None = None,
    read_only: str = "",
    who: str = "",
    copies: Path | None = None,
) -> Shelf:
    """The library at an address: a file, the URL of a PostgreSQL server, or, with none, the user's own.
    A file that is not there is made. password: of the server; unless given, the one in the address or else
    the keyring's. read_only: why it is not to be changed, as a sentence. copies: the folder for a copy of a
    server's library, which is read while the server is away; without it there is no copy.

    Raises LibraryProblem when it cannot be opened.
    """
    door = cast("_Door", importlib.import_module(_DOOR))
    if is_server(address):
        url, typed = passwords.apart(address)
        given = password if password is not None else typed
        given = passwords.recall(url) if given is None else given
        if copies is None:
            return door.open_server(url, given, who=who)
        team = cast("_TeamDoor", importlib.import_module(_TEAM_DOOR))
        return team.open_team(url, given, who=who, folder=copies)
    return door.open_file(Path(address) if address else default_path(), read_only=read_only, who=who)


def in_use(chosen: str, own: Path) -> str:
    """The address of the library that is in use: the one that PRESSKIT_LIBRARY names, the one that was
    chosen, or the user's own."""
    return os.environ.get("PRESSKIT_LIBRARY", "") or chosen or str(own)


def called(address: str) -> str:
    """What to call a library on screen."""
    return address or _("My library")
