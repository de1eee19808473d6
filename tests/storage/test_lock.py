"""Locks: two windows and two people are told of each other; the dead hold nothing."""

import contextlib
import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import msgspec
import pytest

from presskit.storage import lock
from presskit.storage.errors import Holder, InUse
from presskit.storage.lock import Lock, acquire, lock_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vote.presskit"


def left_by(path: Path, **changes: object) -> bytes:
    """Puts a lock beside `path` as another program would have left it."""
    content = msgspec.json.encode(
        {
            "user": "ann",
            "host": "ANNS-LAPTOP",
            "pid": 77,
            "since": "2026-11-22T14:05:00Z",
            "token": "t",
            **changes,
        }
    )
    lock_of(path).write_bytes(content)
    return content


def dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_second_window_is_told_and_the_first_lets_go(path: Path) -> None:
    first = acquire(path)
    assert first.is_held
    with pytest.raises(InUse) as caught:
        acquire(path)
    assert caught.value.here
    assert caught.value.holder.pid == os.getpid()
    assert "another window on this computer, since " in caught.value.sentence
    assert caught.value.sentence.endswith("open it here to read only.")
    first.release()
    first.release()
    assert list(path.parent.iterdir()) == []
    with acquire(path) as second:
        assert second.is_held
    assert not second.is_held


def test_links_to_one_file_share_its_lock(path: Path) -> None:
    path.touch()
    link = path.with_name("link.presskit")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links may not be made here")
    with acquire(link), pytest.raises(InUse):
        acquire(path)


def test_another_process_is_told_and_its_death_frees_the_file(path: Path) -> None:
    script = """
        import sys, time
        from pathlib import Path
        from presskit.storage.lock import acquire
        held = acquire(Path(sys.argv[1]))
        print("held", flush=True)
        time.sleep(60)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    with pytest.raises(InUse) as caught:
        acquire(path)
    assert caught.value.holder.pid == process.pid
    process.kill()
    process.communicate()
    with acquire(path) as mine:
        assert mine.is_held


def test_somebody_at_another_computer_is_named_and_can_be_taken_over_from(path: Path) -> None:
    left_by(path, pid=dead_pid())
    with pytest.raises(InUse) as caught:
        acquire(path)
    assert not caught.value.here
    assert "another computer, ANNS-LAPTOP, by ann, since Nov. 2" in caught.value.sentence
    mine = acquire(path, take_over=True)
    assert mine.is_held
    theirs = left_by(path)
    assert not mine.is_held
    mine.release()
    assert lock_of(path).read_bytes() == theirs


@pytest.mark.skipif(not lock._machine(), reason="the system does not tell one computer from another")
def test_a_computer_that_was_renamed_knows_its_own_locks(path: Path) -> None:
    left_by(path, pid=dead_pid(), machine=lock._machine())
    assert acquire(path).is_held
    left_by(path, pid=os.getppid(), machine=lock._machine())
    with pytest.raises(InUse) as caught:
        acquire(path)
    assert caught.value.here
    left_by(path, pid=dead_pid(), machine="0123456789abcdef")
    with pytest.raises(InUse):
        acquire(path)


def test_what_a_lock_says_cannot_spoil_the_sentence(path: Path) -> None:
    left_by(path, user="a\n\x1b[31m" * 100, host="")
    with pytest.raises(InUse) as caught:
        acquire(path)
    assert caught.value.sentence.isprintable()
    assert len(caught.value.sentence) < 800


@pytest.mark.parametrize("pid", [0, -1, 2**40, 10**30])
def test_no_process_of_this_computer_has_such_a_number(path: Path, pid: int) -> None:
    left_by(path, host=lock._host(), pid=pid)
    if pid == 10**30:  # not even a number that msgspec reads: half written, for all that is known
        os.utime(lock_of(path), (1, 1))
    assert acquire(path).is_held


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says when a process started")
def test_a_later_process_of_the_same_number_is_another_one(path: Path) -> None:
    left_by(path, host=lock._host(), pid=os.getppid(), started=lock._started(os.getppid()))
    with pytest.raises(InUse):
        acquire(path)
    left_by(path, host=lock._host(), pid=os.getppid(), started="1")
    assert acquire(path).is_held


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"user": "\xff"}', b"[" * 4000])
def test_a_lock_that_says_nothing_counts_while_it_is_fresh(
    path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_PAUSE", 0.001)
    lock_of(path).write_bytes(content)
    with pytest.raises(InUse, match="someone"):
        acquire(path)
    os.utime(lock_of(path), (1, 1))
    assert acquire(path).is_held


def test_where_no_lock_can_be_made_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (tmp_path / "none" / "vote.presskit", tmp_path / ("v" * 250), Path("nul\0")):
        held = acquire(place)
        assert not held.is_held
        held.release()

    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(lock, "_create", refuse)
    assert not acquire(tmp_path / "vote.presskit").is_held
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_read_only_gives_no_lock_and_no_failure(path: Path) -> None:
    left_by(path, host=lock._host(), pid=dead_pid())
    path.parent.chmod(0o555)
    if os.access(path.parent, os.W_OK):
        pytest.skip("an administrator, and everybody on Windows, may write there")
    try:
        assert not acquire(path).is_held
        assert not acquire(path.with_name("other.presskit")).is_held
    finally:
        path.parent.chmod(0o755)


def test_of_many_that_find_a_dead_lock_one_gets_it(path: Path) -> None:
    for _try in range(20):
        left_by(path, host=lock._host(), pid=dead_pid() if _try == 0 else 0)
        got: list[Lock] = []
        start = threading.Barrier(6)

        def compete(start: threading.Barrier = start, got: list[Lock] = got) -> None:
            start.wait()
            with contextlib.suppress(InUse):
                got.append(acquire(path))

        threads = [threading.Thread(target=compete) for _each in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [each.is_held for each in got].count(True) == 1
        for each in got:
            each.release()
        assert list(path.parent.iterdir()) == []


def test_a_live_lock_set_aside_by_mistake_is_put_back(path: Path) -> None:
    fresh = left_by(path)
    assert lock._set_aside(lock_of(path), b"the dead one that was seen before")
    assert lock_of(path).read_bytes() == fresh
    assert len(list(path.parent.iterdir())) == 1


def test_a_holder_that_is_unknown_is_someone() -> None:
    sentence = InUse(Path("vote.presskit"), Holder(), here=False).sentence
    assert "by someone: " in sentence
