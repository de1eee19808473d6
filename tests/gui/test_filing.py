"""Files: opened, saved and left; whatever is wrong with one is told, and nothing is lost."""

import errno
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QPushButton, QWidget

from presskit.gui.startpage import RecentKit
from presskit.session import Session
from presskit.storage import files
from presskit.storage.codec import encode
from presskit.storage.container import pack
from presskit.storage.errors import Holder
from tests.gui.conftest import Hand
from tests.kits import full_kit
from tests.storage.zips import entries_of, zipped

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kit_file(tmp_path: Path) -> Path:
    """A kit on the disk."""
    path = tmp_path / "vote.presskit"
    files.write(path, full_kit())
    return path


@pytest.fixture
def opened(hand: Hand, kit_file: Path) -> Hand:
    """A window on that kit."""
    open_file(hand, kit_file)
    assert title(hand) == "vote — PressKit"
    return hand


def open_file(hand: Hand, path: Path) -> None:
    """Ctrl+O, and the path."""
    hand.choose_file(path)
    hand.ctrl(Qt.Key.Key_O)
    hand.breathe()


def title(hand: Hand) -> str:
    """What the window's frame says."""
    return hand.window.windowTitle()


def state(hand: Hand) -> str:
    """What the foot of the window says."""
    return str(hand.find("saved").text())


def write_headline(hand: Hand, words: str) -> None:
    """Types at the start of the headline."""
    place = hand.kinds.index("headline")
    hand.go(place)
    hand.key(Qt.Key.Key_Home)
    hand.write(words)


def headline(path: Path) -> str:
    """The headline of a kit on the disk."""
    return files.read(path).kit.releases[0].title()


def dropped(path: Path) -> QMimeData:
    """A file out of a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


# --- saving


def test_the_mark_of_unsaved_work_comes_and_goes(opened: Hand, kit_file: Path) -> None:
    assert state(opened) == "All changes saved"
    write_headline(opened, "New ")
    assert title(opened) == "• vote — PressKit"
    assert state(opened) == "Not saved"
    opened.ctrl(Qt.Key.Key_Z)
    assert title(opened) == "vote — PressKit"
    opened.ctrl(Qt.Key.Key_Z, SHIFT)
    opened.ctrl(Qt.Key.Key_S)
    assert title(opened) == "vote — PressKit"
    assert headline(kit_file).startswith("New ")
    opened.ctrl(Qt.Key.Key_Z)
    assert title(opened).startswith("•")


def test_save_as_makes_a_second_file(opened: Hand, kit_file: Path, tmp_path: Path) -> None:
    before = kit_file.read_bytes()
    write_headline(opened, "New ")
    opened.choose_file(tmp_path / "other")  # the ending is added
    opened.ctrl(Qt.Key.Key_S, SHIFT)
    opened.until((tmp_path / "other.presskit").exists)
    assert title(opened) == "other — PressKit"
    assert kit_file.read_bytes() == before
    assert not (tmp_path / ".~lock.vote.presskit#").exists()


def test_a_file_is_not_replaced_unasked(opened: Hand, tmp_path: Path) -> None:
    files.write(tmp_path / "other.presskit", full_kit())
    before = (tmp_path / "other.presskit").read_bytes()
    write_headline(opened, "New ")
    asked: list[str] = []

    def refuse(box: Any) -> None:
        asked.append(box.text())
        box.reject()

    def choose(dialog: Any) -> None:
        opened.in_dialog(refuse)
        line = dialog.findChild(QWidget, "fileNameEdit")
        line.setCompleter(None)
        line.setText(str(tmp_path / "other"))
        dialog.accept()
        dialog.reject()

    opened.in_dialog(choose)
    opened.ctrl(Qt.Key.Key_S, SHIFT)
    assert asked
    assert "other.presskit" in asked[0]
    assert (tmp_path / "other.presskit").read_bytes() == before
    assert title(opened) == "• vote — PressKit"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_file_whose_ending_the_dialog_does_not_add_is_not_replaced_unasked(
    opened: Hand, tmp_path: Path, answer: str
) -> None:
    path = tmp_path / "Release 2.0.presskit"  # it takes ".0" for the ending
    files.write(path, full_kit())
    before = path.read_bytes()
    write_headline(opened, "New ")
    heard: list[str] = []

    def choose(dialog: Any) -> None:
        opened.answer(answer, heard)
        line = dialog.findChild(QWidget, "fileNameEdit")
        line.setCompleter(None)
        line.setText(str(tmp_path / "Release 2.0"))
        dialog.accept()

    opened.in_dialog(choose)
    opened.ctrl(Qt.Key.Key_S, SHIFT)
    assert "“Release 2.0.presskit” is there already" in heard[0]
    assert (path.read_bytes() == before) == (answer == "no")
    assert title(opened) == ("• vote — PressKit" if answer == "no" else "Release 2.0 — PressKit")


def test_a_full_disk_keeps_file_and_work(
    opened: Hand, kit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kit_file.read_bytes()
    write_headline(opened, "New ")
    with monkeypatch.context() as full:

        def fail(_handle: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        full.setattr(files.os, "fsync", fail)
        heard: list[str] = []
        opened.answer("close", heard)
        opened.ctrl(Qt.Key.Key_S)
    assert "the disk is full" in heard[0]
    assert kit_file.read_bytes() == before
    assert title(opened) == "• vote — PressKit"
    assert opened.release.title().startswith("New ")
    assert sorted(each.name for each in kit_file.parent.iterdir() if "tmp" in each.name) == []
    opened.ctrl(Qt.Key.Key_S)
    assert headline(kit_file).startswith("New ")


@pytest.mark.parametrize("answer", ["copy", "over", "cancel"])
def test_a_file_changed_meanwhile(opened: Hand, kit_file: Path, tmp_path: Path, answer: str) -> None:
    write_headline(opened, "Mine ")
    other = files.read(kit_file).kit
    files.write(kit_file, msgspec.structs.replace(other, notes="theirs"))
    if answer == "copy":

        def copy(box: Any) -> None:
            opened.choose_file(tmp_path / "copy.presskit")
            button = box.findChild(QPushButton, "answer-copy")
            button.click()

        opened.in_dialog(copy)
    else:
        opened.answer(answer)
    opened.ctrl(Qt.Key.Key_S)
    theirs = files.read(kit_file).kit.notes == "theirs"
    assert theirs == (answer != "over")
    assert title(opened).startswith("•") == (answer == "cancel")
    if answer == "copy":
        assert headline(tmp_path / "copy.presskit").startswith("Mine ")


def test_a_lock_that_another_computer_left_behind(hand: Hand, kit_file: Path) -> None:
    lock = kit_file.parent / ".~lock.vote.presskit#"
    lock.write_bytes(msgspec.json.encode(Holder(user="ada", host="desk-7.example.org", pid=7, token="x")))
    heard: list[str] = []
    hand.answer("take", heard)
    hand.window.files.open_path(kit_file)
    assert "ada" in heard[0]
    assert "desk-7.example.org" in heard[0]
    assert hand.window.session is not None
    assert not hand.window.session.read_only
    assert b"desk-7" not in lock.read_bytes()


# --- leaving


@pytest.mark.parametrize("answer", ["save", "drop", "cancel"])
def test_closing_asks_first(opened: Hand, kit_file: Path, answer: str) -> None:
    write_headline(opened, "New ")
    heard: list[str] = []
    opened.answer(answer, heard)
    opened.ctrl(Qt.Key.Key_Q)
    assert "vote.presskit" in heard[0]
    assert opened.window.isVisible() == (answer == "cancel")
    assert headline(kit_file).startswith("New ") == (answer == "save")
    if answer != "cancel":
        assert not (kit_file.parent / ".~lock.vote.presskit#").exists()


def test_escape_is_cancel(opened: Hand) -> None:
    write_headline(opened, "New ")
    opened.in_dialog(lambda box: box.reject())
    opened.ctrl(Qt.Key.Key_W)
    assert title(opened) == "• vote — PressKit"


# --- opening


def test_recent_files_are_offered(opened: Hand, kit_file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.presskit"
    files.write(gone, full_kit())
    open_file(opened, gone)
    gone.unlink()
    opened.ctrl(Qt.Key.Key_W)
    page = opened.find("startPage")
    kits = {button.accessibleName(): button for button in page.findChildren(RecentKit)}
    assert kits["Open: gone"].accessibleDescription() == "It is not there any more"
    opened.click(kits["Open: vote"])
    assert title(opened) == "vote — PressKit"


def test_a_file_dropped_on_the_window(hand: Hand, kit_file: Path) -> None:
    assert hand.drop(hand.window, dropped(kit_file), QPoint(300, 300))
    hand.until(lambda: title(hand) == "vote — PressKit")
    assert not hand.drop(hand.window, dropped(kit_file.with_suffix(".zip")), QPoint(300, 300))


def test_a_file_dropped_on_the_cards_opens(opened: Hand, kit_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.presskit"
    files.write(other, full_kit())
    kit_file.unlink()  # the one that is open may be gone by then
    assert opened.drop(opened.editor.viewport(), dropped(other), QPoint(100, 100))
    opened.until(lambda: title(opened) == "other — PressKit")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no file"),
        (b"garbage" * 100, "is not a press kit"),
        (b"", "“bad.presskit”"),
        (b"PK\x03\x04broken", "damaged"),
    ],
)
def test_a_bad_file_is_told_and_nothing_is_lost(
    opened: Hand, tmp_path: Path, content: bytes | None, told: str
) -> None:
    bad = tmp_path / "bad.presskit"
    if content is not None:
        bad.write_bytes(content)
    heard: list[str] = []
    opened.answer("close", heard)
    opened.drop(opened.window, dropped(bad), QPoint(300, 20))
    opened.until(lambda: bool(heard))
    assert told in heard[0] or "bad.presskit" in heard[0]
    assert heard[0].endswith(".")
    assert title(opened) == "vote — PressKit"
    assert sorted(each.name for each in tmp_path.iterdir() if "lock.bad" in each.name) == []
    if content is not None:
        assert bad.read_bytes() == content


def test_a_newer_format_is_shown_to_read_only(hand: Hand, tmp_path: Path) -> None:
    raw = msgspec.json.decode(encode(full_kit())) | {"format": 99, "made_by": "PressKit 9.1"}
    path = tmp_path / "newer.presskit"
    path.write_bytes(zipped(entries_of(pack(full_kit(), path)) | {"kit.json": msgspec.json.encode(raw)}))
    before = path.read_bytes()
    heard: list[str] = []
    hand.answer("close", heard)
    hand.drop(hand.window, dropped(path), QPoint(300, 300))
    hand.until(lambda: title(hand) == "newer — PressKit")
    assert "PressKit 9.1" in heard[0]
    assert hand.find("banner").isVisible()
    assert state(hand) == "Read only"
    write_headline(hand, "New ")
    hand.choose_file(tmp_path / "mine.presskit")
    hand.ctrl(Qt.Key.Key_S)
    hand.until((tmp_path / "mine.presskit").exists)
    assert title(hand) == "mine — PressKit"
    assert state(hand) == "All changes saved"
    assert not any(each.isVisible() for each in hand.window.findChildren(QWidget, "banner"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("answer", ["read", "cancel"])
def test_a_file_in_use_can_be_read(hand: Hand, kit_file: Path, answer: str) -> None:
    other = Session.open(kit_file)
    try:
        heard: list[str] = []
        hand.answer(answer, heard)
        hand.drop(hand.window, dropped(kit_file), QPoint(300, 300))
        hand.until(lambda: bool(heard))
        hand.breathe()
        assert "is open in another window" in heard[0]
        assert (title(hand) == "vote — PressKit") == (answer == "read")
        if answer == "read":
            assert hand.find("banner").isVisible()
            write_headline(hand, "New ")
            hand.in_dialog(lambda dialog: dialog.reject())
            hand.ctrl(Qt.Key.Key_S)
            assert title(hand) == "• vote — PressKit"
        assert not headline(kit_file).startswith("New")
    finally:
        other.close()
