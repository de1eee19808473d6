"""The copy of a team's library: like the server, read while that is away, and left when it is back."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.library import mirror
from presskit.library.mirror import copied_at, copy_path, copy_team, open_team
from presskit.library.opening import open_library
from presskit.library.passwords import apart
from presskit.library.problems import LibraryAway, LibraryReadOnly
from presskit.library.store import open_file
from tests.library.parts import analyst, river_alliance
from tests.library.server import Server, missing, running


@pytest.fixture
def alone() -> Iterator[Server]:
    """A server that this test may stop."""
    if why := missing():
        pytest.skip(why)
    with (
        tempfile.TemporaryDirectory(prefix="presskit-pg-", ignore_cleanup_errors=True) as folder,
        running(Path(folder)) as found,
    ):
        found.run("CREATE DATABASE team")
        yield found


def test_a_copy_has_items_with_versions_and_retired_ones(database: str, tmp_path: Path) -> None:
    """And only what is new comes the next time; a damaged copy is made anew."""
    url, password = apart(database)
    path = copy_path(url, tmp_path)
    shelf = open_library(database)
    person = shelf.add(analyst())
    assert copy_team(url, password, path, lambda: True) == 0
    assert copied_at(path) is None
    assert copy_team(url, password, path) == 1
    person = shelf.save(replace(person, owner="Ada"))
    gone = shelf.add(river_alliance())
    gone = shelf.save(replace(gone, retired=True))
    assert copy_team(url, password, path) == 2
    assert copy_team(url, password, path) == 0
    for _time in range(2):
        copy = open_file(path, read_only="A copy.")
        assert copy.get(person.id) == person
        assert copy.versions(person.id) == shelf.versions(person.id)
        assert copy.search("nadia") == shelf.search("nadia") == [person]
        assert list(copy.everything(retired=True)) == [gone]
        copy.close()
        path.write_bytes(b"no database at all" * 300)
        copy_team(url, password, path)
    shelf.close()


def test_the_copy_is_read_while_the_server_is_away(
    alone: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of work, at opening, and until the server is back; the password is in no word of it."""
    monkeypatch.setattr(mirror, "AGAIN", 0.0)
    url, password = apart(alone.url("team"))
    shelf = open_team(url, password, folder=tmp_path)
    person = shelf.add(analyst())
    copy_team(url, password, copy_path(url, tmp_path))
    assert shelf.read_only == ""
    alone.stop()
    assert shelf.get(person.id) == person
    assert "copy of " in shelf.read_only
    with pytest.raises(LibraryReadOnly, match="server of this library is away"):
        shelf.add(river_alliance())
    shelf.close()
    shelf = open_library(alone.url("team"), copies=tmp_path)
    assert [each.id for each in shelf.search("nadia")] == [person.id]
    assert shelf.read_only
    assert "team" in shelf.place
    alone.start()
    until = time.monotonic() + 10
    while shelf.read_only and time.monotonic() < until:
        shelf.counts()
    shelf.add(river_alliance())
    assert sum(shelf.counts().values()) == 2
    shelf.close()
    with pytest.raises(LibraryAway) as raised:
        open_team(url, "not this one", folder=tmp_path)
    assert "not this one" not in str(raised.value)
