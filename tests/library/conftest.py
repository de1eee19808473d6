"""Libraries for tests: each test that asks for `shelf` runs on SQLite and on a real PostgreSQL server."""

import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from presskit.library.opening import open_library
from presskit.library.shelf import Shelf
from tests.library.server import Server, missing, running

Open = Callable[[], Shelf]
"""Opens the same library once more, as another person would."""

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; the test is skipped, with the reason, where there can be none."""
    if why := missing():
        pytest.skip(why)
    # Not below pytest's own folder, which is closed to the account that the server has.
    with (
        tempfile.TemporaryDirectory(prefix="presskit-pg-", ignore_cleanup_errors=True) as folder,
        running(Path(folder)) as found,
    ):
        yield found


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """The address of an empty database, with its password."""
    name = f"library_{next(_numbers)}"
    server.run(f"CREATE DATABASE {name}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty library can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def open_again(address: str) -> Iterator[Open]:
    """Opens the library of the test, as often as one likes; all are closed at the end."""
    opened: list[Shelf] = []

    def open_one() -> Shelf:
        opened.append(open_library(address))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def shelf(open_again: Open) -> Shelf:
    """An empty library."""
    return open_again()
