"""Files: reading says what is wrong; saving keeps what was there and how it was."""

import errno
import os
import stat
from pathlib import Path

import pytest

from presskit.model.kit import Kit
from presskit.storage.container import MAX_FILE
from presskit.storage.errors import (
    CannotRead,
    ChangedOnDisk,
    Damaged,
    Missing,
    NotAKit,
    TooLarge,
)
from presskit.storage.files import Stamp, backup_of, has_changed, read, write, write_whole
from tests.kits import full_kit
from tests.storage.disk import NEW, OLD, failing, names, posix, problem

# Reading


def test_a_kit_comes_back_with_the_stamp_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "Łódź القدس.presskit"
    stamp = write(path, full_kit())
    opened = read(path)
    assert opened.kit == full_kit()
    assert opened.stamp == stamp
    assert (opened.problem, opened.read_only) == (None, False)
    assert names(tmp_path) == {path.name}


@pytest.mark.parametrize(
    "name", ["none.presskit", "none/none.presskit", "file/none.presskit", "nul\0.presskit"]
)
def test_a_file_that_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert "There is no file “" in problem(Missing, tmp_path / name)


def test_what_cannot_be_printed_of_a_name_is_not(tmp_path: Path) -> None:
    sentence = problem(Missing, tmp_path / "a\n\x1b[31m\udce9.presskit")
    assert sentence.isprintable()
    sentence.encode()


def test_an_empty_file_a_folder_and_another_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "vote.presskit"
    assert "but a folder" in problem(NotAKit, tmp_path)
    path.touch()
    assert "it is empty" in problem(Damaged, path)
    path.write_bytes(b"Dear editor")
    assert "a file of another kind" in problem(NotAKit, path)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a device or pipe" in problem(NotAKit, tmp_path / "pipe")
    assert "a device or pipe" in problem(NotAKit, Path("/dev/zero"))


@posix
def test_a_file_that_may_not_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path.parent / "round").symlink_to(path.parent / "round")
    assert "a link that leads back to itself" in problem(CannotRead, path.parent / "round")

    def refuse(*args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "you have no permission" in problem(CannotRead, path)


def test_a_file_above_the_limit_is_not_even_read(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.truncate(MAX_FILE + 1)
    assert "more than 512 MB" in problem(TooLarge, path)


# Saving


def test_the_version_before_is_kept_and_can_be_opened(path: Path) -> None:
    write(path, NEW)
    assert (read(path).kit, read(backup_of(path)).kit) == (NEW, OLD)
    write(path, NEW)
    assert read(backup_of(path)).kit == OLD
    write(path, full_kit())
    assert (read(path).kit, read(backup_of(path)).kit) == (full_kit(), NEW)
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}


def test_the_version_before_is_kept_where_there_are_no_hard_links(path: Path) -> None:
    with failing("link", errno.EPERM):
        write(path, NEW)
    assert (read(path).kit, read(backup_of(path)).kit) == (NEW, OLD)


def test_a_backup_that_cannot_be_made_does_not_keep_from_saving(path: Path) -> None:
    (backup_of(path) / "in the way").mkdir(parents=True)
    write(path, NEW)
    assert read(path).kit == NEW
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}


@posix
def test_a_backup_that_is_the_file_itself_leaves_nothing_behind(path: Path) -> None:
    os.link(path, backup_of(path))
    write(path, NEW)
    assert (read(path).kit, read(backup_of(path)).kit) == (NEW, OLD)
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}


def test_a_file_that_somebody_else_saved_is_left_to_them(path: Path) -> None:
    stamp = read(path).stamp
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    write(path, Kit(notes="odd"))
    theirs = path.read_bytes()
    assert len(theirs) == stamp.size
    os.utime(path, ns=times)
    with pytest.raises(ChangedOnDisk, match="left as they saved it"):
        write(path, NEW, stamp)
    assert path.read_bytes() == theirs
    assert names(path.parent) == {"vote.presskit", "vote.presskit.bak"}
    write(path, NEW)
    assert read(path).kit == NEW


def test_a_file_that_was_only_touched_is_saved(path: Path) -> None:
    stamp = read(path).stamp
    os.utime(path, (1, 1))
    assert not has_changed(path, stamp)
    stamp = write(path, NEW, stamp)
    stamp = write(path, full_kit(), stamp)
    assert read(path).stamp == stamp


def test_a_file_that_was_removed_meanwhile_is_saved(path: Path) -> None:
    stamp = read(path).stamp
    path.unlink()
    write(path, NEW, stamp)
    assert read(path).kit == NEW


def test_has_changed_tells_contents_apart(path: Path) -> None:
    data = path.read_bytes()
    stamp = read(path).stamp
    assert has_changed(path, Stamp(stamp.size, "0" * 64))
    path.write_bytes(data + b"\0")
    assert has_changed(path, stamp)
    path.unlink()
    assert not has_changed(path, stamp)


@posix
def test_permissions_stay_and_new_files_follow_the_umask(path: Path) -> None:
    path.chmod(0o640)
    write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        write(path.with_name("other.presskit"), NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.with_name("other.presskit").stat().st_mode) == 0o640


@posix
def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.presskit"
    link.parent.mkdir()
    link.symlink_to(path)
    write(link, NEW)
    assert link.is_symlink()
    assert read(path).kit == NEW
    assert names(link.parent) == {"link.presskit"}
    path.unlink()
    write(link, OLD)
    assert read(path).kit == OLD


def test_an_export_is_written_whole_and_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "vote.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == {"vote.pdf"}


def test_a_file_of_a_very_long_name_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("v" * 246 + ".presskit")
    write(path, OLD)
    write(path, NEW)
    assert read(path).kit == NEW
    assert names(tmp_path) == {path.name}
