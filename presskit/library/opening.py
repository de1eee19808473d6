"""Which library is in use, and how it is opened. What a database needs is loaded only then."""

import importlib
from pathlib import Path
from typing import Protocol, cast

from presskit.i18n import _
from presskit.library.shelf import Shelf
from presskit.settings import data_folder

_DOOR = "presskit.library.store"


class _Door(Protocol):
    """What the module behind the door has for us."""

    def open_file(self, path: Path, *, read_only: str, who: str) -> Shelf: ...

    def open_server(self, url: str, password: str | None, *, who: str) -> Shelf: ...


def default_path() -> Path:
    """The file of the user's own library, in their data folder (see `presskit.settings.data_folder`)."""
    return data_folder() / "library" / "library.db"


def is_server(address: str) -> bool:
    """Whether an address is of a server, not a file."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def open_library(
    address: str = "", *, password: str | None = None, read_only: str = "", who: str = ""
) -> Shelf:
    """The library at an address: a file, the URL of a PostgreSQL server, or, with none, the user's own.
    A file that is not there is made. read_only: why it is not to be changed, as a sentence.

    Raises LibraryProblem when it cannot be opened.
    """
    door = cast("_Door", importlib.import_module(_DOOR))
    if is_server(address):
        return door.open_server(address, password, who=who)
    return door.open_file(Path(address) if address else default_path(), read_only=read_only, who=who)


def called(address: str) -> str:
    """What to call a library on screen."""
    return address or _("My library")
