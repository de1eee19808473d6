"""Trails of unsaved work: whole or not there, offered once their process is gone, believed of nobody."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from presskit.blocks.photo import Photo
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.session import Session
from presskit.storage import lock, recovery
from presskit.storage.errors import Damaged, FileProblem, NewerFormat, NotKept
from presskit.storage.lock import lock_of
from presskit.storage.migrations import FORMAT_VERSION
from presskit.storage.recovery import Head, Left, Trail, left
from tests.kits import full_kit, png
from tests.storage.disk import NEW, OLD, Faulty, posix
from tests.storage.zips import entries_of, zipped
from tests.zones import in_zone

GONE = b'{"user":"ada","host":"%s","pid":999999999,"token":"x"}'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def crashed(home: Path) -> None:
    """Makes every lock look like one of a process that ended."""
    for each in home.glob(".~lock.*#"):
        each.write_bytes(GONE % os.uname().nodename.encode())


def only(homes: Iterator[Path] | tuple[Path, ...]) -> Left:
    found = left(tuple(homes))
    assert len(found) == 1
    return found[0]


def test_what_was_kept_comes_back_once_its_process_is_gone(home: Path) -> None:
    picture = Asset.of(png(3))
    kit = Kit(notes="unsaved", pictures=(picture,))
    trail = Trail((home,))
    trail.keep(kit, Head(path="/here/vote.presskit", digest="d", size=4, title="Vote", number=1))
    assert left((home,)) == ()  # it still runs
    crashed(home)
    found = only((home,))
    assert (found.head.path, found.head.title, found.head.number) == ("/here/vote.presskit", "Vote", 1)
    assert found.head.base is not None
    assert found.head.when is not None
    assert found.kit().notes == "unsaved"
    assert found.kit().pictures == (picture,)  # no block shows it, and undo may bring one back
    assert left((home,)) == ()  # whoever has it holds it
    found.let_go()
    only((home,)).discard()
    assert list(home.iterdir()) == []


def test_pictures_are_written_once_and_come_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    kit = full_kit()
    written: list[str] = []
    real = recovery.files.write_whole

    def noted(path: Path, data: bytes) -> None:
        written.append(path.name)
        real(path, data)

    monkeypatch.setattr(recovery.files, "write_whole", noted)
    trail = Trail((home,))
    for _time in range(3):
        trail.keep(kit, Head())
    assert sorted(written) == sorted(["snapshot"] * 3 + [each.name for each in kit.pictures])
    crashed(home)
    found = only((home,))
    assert found.kit() == kit
    found.discard()


@posix
def test_others_may_not_look_into_it(home: Path) -> None:
    home.mkdir(mode=0o755)
    Trail((home,)).keep(OLD, Head())
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o700 for each in (home, *home.glob("[0-9a-f]*")))
    elsewhere = home.parent / "elsewhere"
    elsewhere.mkdir()
    link = home.parent / "link"
    link.symlink_to(elsewhere)
    with pytest.raises(NotKept, match="is not being kept"):
        Trail((link,)).keep(OLD, Head())
    assert list(elsewhere.iterdir()) == []


def test_where_the_first_folder_takes_no_more_the_second_does(home: Path) -> None:
    spare = home.parent / "spare"
    trail = Trail((home, spare))
    trail.keep(OLD, Head())
    assert list(home.glob("*/snapshot"))
    home.joinpath(next(home.glob("[0-9a-f]*")).name, "snapshot").unlink()
    folder = next(home.glob("[0-9a-f]*"))
    folder.rmdir()
    folder.write_bytes(b"in the way")
    trail.keep(NEW, Head())
    assert list(spare.glob("*/snapshot"))
    crashed(spare)
    assert only((home, spare)).kit() == NEW


def test_saved_or_unwanted_work_is_forgotten(home: Path) -> None:
    trail = Trail((home,))
    trail.keep(OLD, Head())
    trail.clear()
    assert not list(home.glob("*/snapshot"))
    trail.keep(NEW, Head())
    trail.end()
    assert list(home.iterdir()) == []


# Faults: each call of the system that a snapshot makes, failing in turn


@pytest.mark.parametrize("on", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
def test_whatever_call_fails_nothing_kept_is_lost(home: Path, error: int, on: bool) -> None:
    """Every write, fsync and rename in turn: what was kept before is there, or what is new, whole."""
    for at in range(1, 40):
        place = home / str(at)
        place.parent.mkdir(exist_ok=True)
        trail = Trail((place,))
        trail.keep(OLD, Head(title="old"))
        told: FileProblem | None = None
        with pytest.MonkeyPatch.context() as patch:
            disk = Faulty(patch, error, at, on=on)
            try:
                trail.keep(NEW, Head(title="new"))
            except FileProblem as problem:
                told = problem
        crashed(place)
        found = only((place,))
        if told is None:
            assert found.kit() == NEW
        else:
            assert isinstance(told, NotKept)
            assert found.kit() in (OLD, NEW)
        found.discard()
        if disk.count < at:
            assert at > 3, "no call of the system was made to fail"
            return
    pytest.fail("a snapshot makes no end of calls")


def test_a_trail_cannot_begin_on_a_disk_that_fails_and_says_so(home: Path) -> None:
    trail = Trail((home,))
    with pytest.MonkeyPatch.context() as patch:
        Faulty(patch, errno.ENOSPC, 1, on=True)
        with pytest.raises(NotKept, match="the disk is full: save the kit, on another disk if need be"):
            trail.keep(OLD, Head())
    trail.keep(OLD, Head())
    crashed(home)
    assert only((home,)).kit() == OLD


def full(_place: Path, _content: bytes) -> None:
    """There is no room for a lock."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_trail_that_could_not_be_locked_at_first_is_locked_once_there_is_room(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trail = Trail((home,))
    with monkeypatch.context() as patch:
        patch.setattr(lock, "_create", full)
        trail.keep(OLD, Head())
    trail.keep(NEW, Head())
    assert left((home,)) == ()  # or another window would offer it, and clear it away


@pytest.mark.skipif(not lock._machine(), reason="the system does not tell one computer from another")
def test_it_comes_back_though_the_network_renamed_the_computer(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(lock, "_host", lambda: "dhcp-17")
        Trail((home,)).keep(OLD, Head())
    place = next(home.glob(".~lock.*#"))
    gone = {**msgspec.json.decode(place.read_bytes()), "pid": 999999999}
    place.write_bytes(msgspec.json.encode(gone))
    assert only((home,)).kit() == OLD


def test_while_another_window_looks_at_a_trail_the_next_place_is_used(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trail = Trail((home, tmp_path / "spare"))
    with monkeypatch.context() as patch:
        patch.setattr(lock, "_create", full)
        trail.keep(OLD, Head())
    only((home,))  # held from here on
    trail.keep(NEW, Head())
    crashed(tmp_path / "spare")
    assert only((tmp_path / "spare",)).kit() == NEW


def test_what_somebody_cleared_away_is_kept_anew(home: Path) -> None:
    session = Session(full_kit())
    session.keep("As sent")
    trail = Trail((home,))
    trail.keep(session.kit, Head())
    shutil.rmtree(next(home.glob("[0-9a-f]*")))
    trail.keep(replace(session.kit, notes="later"), Head())
    crashed(home)
    assert only((home,)).kit() == replace(session.kit, notes="later")


@posix
def test_names_that_are_no_text_are_kept_too(home: Path) -> None:
    path = os.fsdecode(b"/here/caf\xe9.presskit")
    Trail((home,)).keep(OLD, Head(path=path, title="Half a letter: \ud83d"))
    crashed(home)
    found = only((home,))
    assert found.head.path == path
    assert found.head.title == "Half a letter: ?"
    assert found.kit() == OLD


def test_the_pictures_that_are_shown_come_first_where_there_is_no_room_for_all(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = sorted((Asset.of(png(number)) for number in range(1, 4)), key=lambda each: each.name)
    for shown in pictures:
        release = Release(blocks=(Photo(id="p", name=shown.name),))
        Trail((home,)).keep(Kit(releases=(release,), pictures=tuple(pictures)), Head())
        crashed(home)
        found = only((home,))
        with monkeypatch.context() as patch:
            patch.setattr(recovery, "MAX_FILE", len(shown.data) + 20)
            assert shown in found.kit().pictures
        assert set(found.kit().pictures) == set(pictures)
        found.discard()


def test_of_many_trails_the_latest_are_offered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MOST", 3)
    for number in range(8):
        Trail((home,)).keep(OLD, Head(title=f"{number}"))
        fresh = max(home.glob("[0-9a-f]*"), key=lambda each: each.stat().st_mtime_ns)
        os.utime(fresh, (number + 1, number + 1))
    crashed(home)
    assert {each.head.title for each in left((home,))} == {"5", "6", "7"}


# Nobody is believed


def test_what_a_newer_version_kept_stays_for_it(home: Path) -> None:
    Trail((home,)).keep(OLD, Head())
    crashed(home)
    path = next(home.glob("*/snapshot"))
    head, _end, data = path.read_bytes().partition(b"\n")
    entries = entries_of(data)
    record = {**msgspec.json.decode(entries["kit.json"]), "format": FORMAT_VERSION + 1, "future": "words"}
    path.write_bytes(head + b"\n" + zipped({**entries, "kit.json": msgspec.json.encode(record)}))
    found = only((home,))
    with pytest.raises(NewerFormat, match="this one cannot read"):
        found.kit()
    found.let_go()
    assert path.exists()


@pytest.mark.parametrize(
    "line",
    [b'{"when":"0001-01-01T00:00:00"}', b'{"when":"9999-12-31T23:59:59"}', b'{"number":-9}', b'{"raw":"!"}'],
)
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Port-au-Prince"])
def test_a_head_that_makes_no_sense_keeps_nobody_from_the_kit(
    home: Path, line: bytes, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Trail((home,)).keep(OLD, Head())
    crashed(home)
    path = next(home.glob("*/snapshot"))
    path.write_bytes(line + b"\n" + path.read_bytes().partition(b"\n")[2])
    with in_zone(monkeypatch, zone):
        found = only((home,))
    assert found.kit() == OLD
    assert found.head.number == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}",
        b"{}\n",
        b"no head\nno zip",
        b'{"path":7}\nPK',
        b'{"when":"2026-02-30"}\n',
        b"{" * 100_000,
        b"\x00" * 200_000,
        msgspec.json.encode(Head(path="/x\0y")) + b"\n",
    ],
)
def test_a_broken_snapshot_is_told_and_stays(home: Path, data: bytes) -> None:
    Trail((home,)).keep(OLD, Head())
    crashed(home)
    path = next(home.glob("*/snapshot"))
    path.write_bytes(data)
    found = only((home,))
    with pytest.raises(FileProblem) as caught:
        found.kit()
    assert isinstance(caught.value, Damaged) or caught.value.sentence
    found.let_go()
    assert path.read_bytes() == data


@posix
def test_links_and_strangers_in_a_trail_are_not_followed(home: Path, tmp_path: Path) -> None:
    Trail((home,)).keep(OLD, Head())
    crashed(home)
    folder = next(home.glob("[0-9a-f]*"))
    secret = tmp_path / "secret.png"
    secret.write_bytes(png(9))
    (folder / Asset.of(png(9)).name).symlink_to(secret)
    (folder / f"{'0' * 64}.png").write_bytes(png(8))  # not what its name says
    (home / ("a" * 16)).symlink_to(tmp_path)
    (home / "something else").mkdir()
    found = only((home,))
    assert found.kit().pictures == ()
    found.discard()
    assert secret.exists()
    assert (home / "something else").exists()


def test_what_a_crash_left_half_begun_is_cleared_away(home: Path) -> None:
    Trail((home,)).keep(OLD, Head())
    crashed(home)
    folder = next(home.glob("[0-9a-f]*"))
    (folder / "snapshot").unlink()
    os.utime(folder, (1, 1))
    orphan = lock_of(home / ("b" * 16))
    orphan.write_bytes(GONE % os.uname().nodename.encode())
    assert left((home,)) == ()
    assert list(home.iterdir()) == []
