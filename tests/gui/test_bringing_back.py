"""Unsaved work brought back while its own kit is open, or several at once; what others saved, taken over."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from presskit.gui.dialogs.recovery import RecoveryDialog
from presskit.safekeeping import homes
from presskit.session import Session
from presskit.settings import SettingsFile
from presskit.storage import files
from presskit.storage.migrations import FORMAT_VERSION
from tests.gui.conftest import Hand
from tests.gui.test_recovery import at_headline, headline_of, leave_behind, offered, renamed
from tests.kits import full_kit
from tests.storage.zips import entries_of, zipped


@pytest.fixture
def kit_file(tmp_path: Path) -> Path:
    """A kit on the disk."""
    path = tmp_path / "vote.presskit"
    files.write(path, full_kit())
    return path


@pytest.fixture
def opened(hand: Hand, kit_file: Path) -> Hand:
    """A window on that kit."""
    hand.window.files.open_path(kit_file)
    return hand


@pytest.fixture
def home(store: SettingsFile) -> Path:
    """Where unsaved work is kept."""
    return homes(store.home)[0]


def test_it_comes_back_to_its_file_though_that_is_open_here(opened: Hand, home: Path, kit_file: Path) -> None:
    """As when the program is started anew with the kit that it failed on."""
    leave_behind(home, renamed(full_kit(), "Mine"), kit_file)
    offered(opened, lambda dialog: opened.click(dialog.bring))
    assert opened.window.session is not None
    assert opened.window.session.path == kit_file
    assert opened.release.title() == "Mine"
    opened.ctrl(Qt.Key.Key_S)
    assert headline_of(files.read(kit_file).kit) == "Mine"
    assert (kit_file.parent / ".~lock.vote.presskit#").exists()


def test_after_one_is_discarded_the_next_is_shown_and_can_be_brought_back(hand: Hand, home: Path) -> None:
    for words in ("First", "Second", "Third"):
        leave_behind(home, renamed(full_kit(), words))
    seen: list[tuple[str, str]] = []

    def act(dialog: RecoveryDialog) -> None:
        for _time in range(2):
            hand.answer("discard")
            hand.click(dialog.discard)
            item = dialog.list.currentItem()
            assert item is not None
            seen.append((item.text().split("\n")[0], dialog.differs.toPlainText()))
        hand.click(dialog.bring)

    offered(hand, act)
    assert len({name for name, _page in seen}) == 2
    assert all(name in page for name, page in seen)
    assert hand.release.title() == seen[-1][0]


def test_what_a_newer_version_saved_is_taken_over_to_read_only(opened: Hand, kit_file: Path) -> None:
    entries = entries_of(files.pack(renamed(full_kit(), "Theirs"), kit_file))
    record = {**msgspec.json.decode(entries["kit.json"]), "format": FORMAT_VERSION + 1, "future": "words"}
    theirs = zipped({**entries, "kit.json": msgspec.json.encode(record)})
    kit_file.write_bytes(theirs)
    heard: list[str] = []
    opened.answer("close", heard)
    opened.window.watching.take_theirs()
    assert "was saved by a newer version" in heard[0]
    assert opened.release.title() == "Theirs"
    at_headline(opened)
    opened.write("More ")
    asked: list[bool] = []
    opened.in_dialog(lambda dialog: (asked.append(True), dialog.reject()))
    opened.ctrl(Qt.Key.Key_S)  # asks for another name
    assert asked
    assert kit_file.read_bytes() == theirs


def test_leaving_asks_for_a_named_version_that_came_back(opened: Hand, home: Path, kit_file: Path) -> None:
    session = opened.window.session
    assert session is not None
    session.keep("Sent to Ana")
    leave_behind(home, session.kit, kit_file)
    opened.answer("drop")
    opened.ctrl(Qt.Key.Key_W)
    offered(opened, lambda dialog: opened.click(dialog.bring))
    assert opened.window.session is not None
    assert [each.name for each in opened.window.session.kit.kept] == ["Sent to Ana"]
    opened.answer("save")
    opened.ctrl(Qt.Key.Key_W)
    assert [each.name for each in files.read(kit_file).kit.kept][:1] == ["Sent to Ana"]


def test_a_named_version_is_still_to_be_saved_after_theirs_was_taken(opened: Hand, kit_file: Path) -> None:
    session = opened.window.session
    assert session is not None
    session.keep("Sent to Ana")
    files.write(kit_file, replace(full_kit(), notes="Theirs."))
    opened.window.watching.take_theirs()
    assert session.kit.notes == "Theirs."
    assert session.is_modified
    session.save()
    assert "Sent to Ana" in [each.name for each in files.read(kit_file).kit.kept]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_kit_whose_name_is_no_text_is_opened_kept_and_saved(tmp_path: Path) -> None:
    """The whole program, on a file as old disks have them."""
    path = tmp_path / os.fsdecode(b"caf\xe9.presskit")
    files.write(path, full_kit())
    script = """
import sys
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from presskit.gui import app
def act(window):
    window.session.edit_kit("Write", lambda kit: replace(kit, notes="Last words"))
    print(window.recovering.now(), window.files.save(), flush=True)
    window.close()
real = app.build_window
def build(store):
    window = real(store)
    QTimer.singleShot(500, lambda: act(window))
    return window
app.build_window = build
sys.exit(app.run(sys.argv[1:]))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    environment["PRESSKIT_HOME"] = str(tmp_path / "home")
    command = [sys.executable, "-c", script, path]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "None True\n", done.stderr
    assert done.returncode == 0
    assert files.read(path).kit.notes == "Last words"


def test_what_cannot_be_shown_is_offered_again(
    hand: Hand, home: Path, kit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_behind(home, renamed(full_kit(), "Mine"), kit_file)

    def fail(_path: Path) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Session, "open", fail)
        with pytest.raises(MemoryError):
            offered(hand, lambda dialog: hand.click(dialog.bring))
    offered(hand, lambda dialog: hand.click(dialog.bring))
    assert hand.release.title() == "Mine"


def test_a_kit_that_there_was_no_memory_for_is_opened_later(
    kit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(files, "read", fail)
        with pytest.raises(MemoryError):
            Session.open(kit_file)
    Session.open(kit_file).close()
