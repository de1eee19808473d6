"""Unsaved work, kept by a thread of its own: always the latest state, whoever asks and whatever fails."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.photo import Photo
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.safekeeping import Safekeeping, Work, bring_back, leftovers
from presskit.storage import files
from presskit.storage.errors import FileProblem
from presskit.storage.recovery import Head, Trail, left
from tests.kits import full_kit, png
from tests.storage.test_recovery import crashed


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def work(notes: str) -> Work:
    """A kit with these notes that is not saved."""
    return Work(replace(full_kit(), notes=notes), Head())


def kept(home: Path) -> list[str]:
    """The notes of the kits that a start after a crash would find."""
    crashed(home)
    found = left((home,))
    notes = [each.kit().notes for each in found]
    for each in found:
        each.let_go()
    return notes


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 8
    while not done():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)


class Held:
    """A lock that stops a thread just before it takes it."""

    def __init__(self, real: threading.Lock, name: str) -> None:
        self._real, self._name = real, name
        self.waits, self.go = threading.Event(), threading.Event()

    def __enter__(self) -> None:
        if threading.current_thread().name == self._name:
            self.waits.set()
            self.go.wait(8)
        self._real.acquire()

    def __exit__(self, *_found: object) -> None:
        self._real.release()


def test_what_is_older_is_never_kept_over_what_is_newer(home: Path) -> None:
    safe = Safekeeping((home,), lambda _problem: None, 0.1)
    held = safe._writing = Held(safe._writing, "presskit-safe")  # type: ignore[assignment]
    safe.note(work("older"))
    assert held.waits.wait(8)  # the thread is about to write
    safe.note(work("newer"))
    assert safe.now() is None
    held.go.set()
    until(lambda: not safe._writing._real.locked())  # type: ignore[attr-defined]
    safe.end(keep=True)
    assert kept(home) == ["newer"]


def test_what_is_kept_is_not_written_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that comes with each drawing of the window asks for it each time."""
    written: list[Path] = []
    real = files.write_whole

    def write(path: Path, data: bytes) -> None:
        written.append(path)
        real(path, data)

    monkeypatch.setattr(files, "write_whole", write)
    safe = Safekeeping((home,), lambda _problem: None, 60)
    safe.note(work("first"))
    for _time in range(20):
        assert safe.now() is None
    assert len([path for path in written if path.name == "snapshot"]) == 1
    safe.note(work("second"))
    assert safe.now() is None
    safe.end(keep=True)
    assert kept(home) == ["second"]


def test_nothing_is_kept_any_more_of_a_kit_that_was_left(home: Path) -> None:
    safe = Safekeeping((home,), lambda _problem: None, 0.1)
    safe.note(work("unwanted"))
    safe.end()
    assert safe.now() is None  # as a fault in another thread asks for it
    assert kept(home) == []


def test_a_fault_is_told_and_the_next_state_is_kept_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = Trail.keep
    faults = [MemoryError(), UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates not allowed")]
    told: list[FileProblem | None] = []

    def failing(trail: Trail, kit: Kit, head: Head) -> None:
        if faults:
            raise faults.pop()
        keep(trail, kit, head)

    monkeypatch.setattr(Trail, "keep", failing)
    safe = Safekeeping((home,), told.append, 0.1)
    safe.note(work("first"))
    until(lambda: None in told)
    assert [isinstance(each, FileProblem) for each in told] == [True, True, False]
    assert "surrogates not allowed" in str(told[0])
    safe.note(work("second"))
    assert safe.now() is None
    safe.end(keep=True)
    assert kept(home) == ["second"]


def test_what_was_saved_just_before_the_end_is_not_offered_whatever_pictures_it_has(
    home: Path, tmp_path: Path
) -> None:
    """Those of undone steps are in no file, and a trail has them all in another order."""
    pictures = sorted((Asset.of(png(number)) for number in range(1, 5)), key=lambda each: each.name)
    blocks = tuple(Photo(id=f"p{at}", name=each.name) for at, each in enumerate(pictures[2:0:-1]))
    kit = Kit(releases=(Release(blocks=blocks),), pictures=tuple(reversed(pictures)))
    path = tmp_path / "vote.presskit"
    stamp = files.write(path, Kit())
    Trail((home,)).keep(kit, Head(path=str(path), size=stamp.size, digest=stamp.digest))
    crashed(home)
    (found,) = leftovers((home,))  # not saved yet
    found.let_go()
    files.write(path, kit)
    assert leftovers((home,)) == ()
    assert list(home.iterdir()) == []


def test_a_kit_whose_file_lost_a_picture_is_offered(home: Path, tmp_path: Path) -> None:
    picture = Asset.of(png(1))
    kit = Kit(releases=(Release(blocks=(Photo(id="p", name=picture.name),)),), pictures=(picture,))
    path = tmp_path / "vote.presskit"
    stamp = files.write(path, replace(kit, pictures=()))
    Trail((home,)).keep(kit, Head(path=str(path), size=stamp.size, digest=stamp.digest))
    crashed(home)
    (found,) = leftovers((home,))
    found.let_go()


def test_what_was_in_no_file_is_unsaved_whatever_is_undone(home: Path, tmp_path: Path) -> None:
    Trail((home,)).keep(full_kit(), Head())
    crashed(home)
    (one,) = leftovers((home,))
    session, problem = bring_back(one)
    assert problem is None
    session.undo()
    assert session.kit.releases == full_kit().releases
    assert session.is_modified
    session.save(tmp_path / "kit.presskit")
    assert not session.is_modified
    session.close()
