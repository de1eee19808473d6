"""Saving never loses what was there, whatever goes wrong and whenever."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from presskit.storage.errors import CannotWrite
from presskit.storage.files import backup_of, read, write, write_whole
from tests.storage.disk import NEW, OLD, Faulty, failing, names, posix, problem

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (errno.ENOSPC, "the disk is full, and nothing on the disk was changed: free some space"),
        (errno.EDQUOT, "your space on the disk is used up"),
        (
            errno.EROFS,
            "the disk is read-only, and nothing on the disk was changed: save it in another folder",
        ),
        (errno.EIO, "the disk reports a fault"),
        (errno.ENXIO, os.strerror(errno.ENXIO)),
    ],
)
@pytest.mark.parametrize("name", ["open", "fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    path: Path, name: str, error: int, says: str
) -> None:
    before = path.read_bytes()
    with failing(name, error):
        assert says in problem(CannotWrite, path, NEW)
        with pytest.raises(CannotWrite):
            write_whole(path.with_name("vote.pdf"), b"new")
    assert path.read_bytes() == before
    # The backup, which comes first, may already be there when the last step fails.
    assert names(path.parent) <= {"vote.presskit", "vote.presskit.bak"}


def test_a_program_that_is_stopped_while_saving_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write(path, NEW)
    assert read(path).kit == OLD
    assert names(path.parent) == {"vote.presskit"}


def test_a_place_that_takes_no_file_is_told(path: Path) -> None:
    assert "its folder is not there" in problem(CannotWrite, path.parent / "none" / "vote.presskit", NEW)
    assert "its folder is not there" in problem(CannotWrite, path / "vote.presskit", NEW)
    assert "its name is too long" in problem(CannotWrite, path.with_name("v" * 300), NEW)
    assert "does not take that name" in problem(CannotWrite, path.with_name("nul\0"), NEW)
    (path.parent / "folder.presskit").mkdir()
    sentence = problem(CannotWrite, path.parent / "folder.presskit", NEW)
    assert "a folder has that name" in sentence
    assert "save it under another name" in sentence
    assert names(path.parent) == {"vote.presskit", "folder.presskit"}


@posix
def test_a_device_is_not_replaced() -> None:
    assert "no permission" in problem(CannotWrite, Path("/dev/null"), NEW)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_a_folder_or_file_that_is_protected_is_left_alone(path: Path) -> None:
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("an administrator may write everywhere")
    assert "you have no permission" in problem(CannotWrite, path, NEW)
    path.chmod(0o644)
    path.parent.chmod(0o555)
    try:
        assert "you have no permission" in problem(CannotWrite, path, NEW)
    finally:
        path.parent.chmod(0o755)
    assert read(path).kit == OLD
    assert names(path.parent) == {"vote.presskit"}


def run(script: str, *words: str) -> subprocess.Popen[bytes]:
    """Another process at work in this checkout."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *words], cwd=ROOT, stdout=subprocess.PIPE
    )


@posix
def test_a_disk_that_really_takes_no_more_leaves_the_old_file(path: Path) -> None:
    """The system's own limit on the size of files makes write(2) stop half way."""
    script = """
        import resource, sys
        from pathlib import Path
        from presskit.storage.errors import CannotWrite
        from presskit.storage.files import write
        from tests.kits import full_kit
        resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))
        try:
            write(Path(sys.argv[1]), full_kit())
        except CannotWrite as problem:
            print(problem.sentence)
    """
    said = run(script, str(path)).communicate()[0].decode()
    assert "the disk takes no file of that size" in said
    assert read(path).kit == OLD
    assert names(path.parent) == {"vote.presskit"}


@posix
def test_a_process_killed_before_its_last_step_leaves_the_old_file(path: Path) -> None:
    script = """
        import os, signal, sys
        from pathlib import Path
        from presskit.storage import files
        from tests.kits import full_kit
        files._replace = lambda fresh, target: os.kill(os.getpid(), signal.SIGKILL)
        files.write(Path(sys.argv[1]), full_kit())
    """
    process = run(script, str(path))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert read(path).kit == OLD
    left = names(path.parent) - {"vote.presskit", "vote.presskit.bak"}
    assert len(left) == 1
    write(path, NEW)
    assert left < names(path.parent)
    os.utime(path.parent / left.pop(), (1, 1))
    write(path, NEW)
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}


@posix
def test_a_process_killed_at_any_moment_leaves_a_whole_file(path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from presskit.model.kit import Kit
        from presskit.storage.files import write
        print("ready", flush=True)
        number = 0
        while True:
            number += 1
            write(Path(sys.argv[1]), Kit(notes=f"{number} " * 20_000))
    """
    dice = random.Random(7)
    for _try in range(8):
        process = run(script, str(path))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.uniform(0.01, 0.08))
        process.kill()
        process.communicate()
        numbers = set(read(path).kit.notes.split())
        assert len(numbers) == 1
        assert len(set(read(backup_of(path)).kit.notes.split())) == 1


def test_two_that_save_at_once_leave_one_whole_file(path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from presskit.model.kit import Kit
        from presskit.storage.files import write
        for number in range(40):
            write(Path(sys.argv[1]), Kit(notes=f"{sys.argv[2]}{number} " * 5_000))
    """
    both = [run(script, str(path), name) for name in "ab"]
    for process in both:
        process.communicate()
        assert process.returncode == 0
    assert len(set(read(path).kit.notes.split())) == 1
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}


@pytest.mark.parametrize("on", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_whatever_call_fails_the_file_is_whole_and_it_is_told(path: Path, error: int, on: bool) -> None:
    """Every open, fsync, rename and change of mode in turn: the file holds the old kit or the new one."""
    for at in range(1, 40):
        write(path, OLD)
        told: CannotWrite | None = None
        with pytest.MonkeyPatch.context() as patch:
            disk = Faulty(patch, error, at, on=on)
            try:
                write(path, NEW)
            except CannotWrite as problem:
                told = problem
        assert read(path).kit == (NEW if told is None else OLD)
        if told is not None:
            assert "nothing on the disk was changed" in told.sentence
        if backup_of(path).exists():
            assert read(backup_of(path)).kit in (OLD, NEW)
        if disk.count < at:
            assert at > 3, "no call of the system was made to fail"
            return
    pytest.fail("saving makes no end of calls")
