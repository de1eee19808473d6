"""Unsaved work that is offered again, what others save meanwhile, and faults that are told."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from presskit.gui.crashing import Crashing
from presskit.gui.dialogs.recovery import RecoveryDialog
from presskit.gui.dialogs.theirs import TheirsDialog
from presskit.gui.notices import Notice
from presskit.model.kit import Kit
from presskit.safekeeping import homes, leftovers
from presskit.settings import SettingsFile
from presskit.storage import files
from presskit.storage.recovery import Head, Trail
from presskit.text.runs import rich
from tests.gui.conftest import Hand
from tests.kits import full_kit
from tests.storage.test_recovery import crashed

ROOT = Path(__file__).parents[2]


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


def headline_of(kit: Kit) -> str:
    return kit.releases[0].title()


def renamed(kit: Kit, words: str) -> Kit:
    """The kit with a headline of these words."""
    blocks = tuple(
        type(block)(id=block.id, text=rich(words)) if block.kind == "headline" else block  # type: ignore[call-arg]
        for block in kit.releases[0].blocks
    )
    return kit.with_release(0, kit.releases[0].with_blocks(blocks))


def at_headline(hand: Hand) -> None:
    """The caret at the beginning of the headline."""
    hand.go(hand.kinds.index("headline"))


def leave_behind(home: Path, kit: Kit, path: Path | None = None) -> None:
    """Makes it look as if the program had ended while this was not saved."""
    head = Head(title=headline_of(kit))
    if path is not None:
        stamp = files.read(path).stamp
        head = replace(head, path=str(path), size=stamp.size, digest=stamp.digest)
    trail = Trail((home,))
    trail.keep(kit, head)
    crashed(home)


def offered(hand: Hand, act: Callable[[RecoveryDialog], None]) -> None:
    """What the window offers, as at its start."""
    done: list[bool] = []

    def decide(dialog: RecoveryDialog) -> None:
        done.append(True)
        act(dialog)

    hand.in_dialog(decide)
    hand.window.recovering.offer()
    assert done, "nothing was offered"


def notice(hand: Hand, name: str) -> Notice:
    """The notice of a name, once it is there."""

    def find() -> list[Notice]:
        return [
            each
            for each in hand.window.findChildren(Notice)
            if each.property("notice") == name and each.isVisible()
        ]

    hand.until(lambda: bool(find()))
    return find()[0]


# What was not saved


def test_what_is_typed_is_kept_within_seconds_and_forgotten_once_saved(opened: Hand, home: Path) -> None:
    at_headline(opened)
    opened.write("Unsaved ")
    opened.until(lambda: bool(list(home.glob("*/snapshot"))))
    opened.ctrl(Qt.Key.Key_S)
    opened.until(lambda: not list(home.glob("*/snapshot")))


def test_undone_changes_need_no_keeping(opened: Hand, home: Path) -> None:
    at_headline(opened)
    opened.write("Unsaved ")
    opened.until(lambda: bool(list(home.glob("*/snapshot"))))
    opened.ctrl(Qt.Key.Key_Z)
    opened.until(lambda: not list(home.glob("*/snapshot")))


def test_leaving_without_saving_forgets_it(opened: Hand, home: Path) -> None:
    at_headline(opened)
    opened.write("Unsaved ")
    opened.until(lambda: bool(list(home.glob("*/snapshot"))))
    opened.answer("drop")
    opened.ctrl(Qt.Key.Key_W)
    assert list(home.iterdir()) == []


def test_it_is_offered_with_what_differs_and_brought_back(hand: Hand, home: Path, kit_file: Path) -> None:
    kit = renamed(full_kit(), "Council votes tonight")
    leave_behind(home, kit, kit_file)
    seen: list[str] = []

    def act(dialog: RecoveryDialog) -> None:
        seen.append(dialog.list.item(0).text())
        seen.append(dialog.differs.toPlainText())
        hand.click(dialog.bring)

    offered(hand, act)
    assert "vote" in seen[0]
    assert "Council votes tonight" in seen[0]
    assert "Headline · Changed" in seen[1]
    assert "Council votes tonight" in seen[1]
    session = hand.window.session
    assert session is not None
    assert session.path == kit_file
    assert session.is_modified
    assert hand.release.title() == "Council votes tonight"
    hand.ctrl(Qt.Key.Key_Z)  # back to what the file has
    assert hand.release.title() == full_kit().releases[0].title()
    hand.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    hand.ctrl(Qt.Key.Key_S)
    assert headline_of(files.read(kit_file).kit) == "Council votes tonight"
    hand.until(lambda: not list(home.glob("*/snapshot")))
    assert leftovers((home,)) == ()


def test_a_kit_in_no_file_is_brought_back_too(hand: Hand, home: Path) -> None:
    leave_behind(home, renamed(full_kit(), "Never saved"))
    offered(hand, lambda dialog: hand.key(Qt.Key.Key_Return))  # the first one, by the keys
    assert hand.release.title() == "Never saved"
    assert hand.window.session is not None
    assert hand.window.session.path is None
    assert hand.window.session.is_modified


def test_when_the_file_was_changed_since_nothing_is_written_over(
    hand: Hand, home: Path, kit_file: Path
) -> None:
    leave_behind(home, renamed(full_kit(), "Mine"), kit_file)
    files.write(kit_file, renamed(full_kit(), "Theirs"))
    offered(hand, lambda dialog: hand.click(dialog.bring))
    assert hand.window.session is not None
    assert hand.window.session.path is None
    assert hand.release.title() == "Mine"
    assert "was changed after PressKit ended" in notice(hand, "brought").accessibleName()
    assert headline_of(files.read(kit_file).kit) == "Theirs"


def test_later_leaves_it_and_it_is_offered_again(hand: Hand, home: Path) -> None:
    leave_behind(home, renamed(full_kit(), "Later"))
    offered(hand, lambda dialog: hand.key(Qt.Key.Key_Escape))
    assert hand.window.session is None
    found = leftovers((home,))
    assert [each.head.title for each in found] == ["Later"]
    found[0].let_go()


@pytest.mark.parametrize("answer", ["discard", "keep"])
def test_discarding_asks_first(hand: Hand, home: Path, answer: str) -> None:
    leave_behind(home, renamed(full_kit(), "Unwanted"))

    def act(dialog: RecoveryDialog) -> None:
        hand.answer(answer)
        hand.click(dialog.discard)
        if dialog.isVisible():
            dialog.reject()

    offered(hand, act)
    found = leftovers((home,))
    assert len(found) == (answer == "keep")
    for each in found:
        each.let_go()


def test_one_that_cannot_be_read_is_told_and_stays(hand: Hand, home: Path) -> None:
    leave_behind(home, full_kit())
    path = next(home.glob("*/snapshot"))
    path.write_bytes(path.read_bytes()[:-60])
    seen: list[str] = []

    def act(dialog: RecoveryDialog) -> None:
        seen.append(dialog.differs.toPlainText())
        assert not dialog.bring.isEnabled()
        dialog.reject()

    offered(hand, act)
    assert "damaged" in seen[0]
    assert path.exists()


def test_what_the_file_holds_by_now_is_not_offered(hand: Hand, home: Path, kit_file: Path) -> None:
    leave_behind(home, full_kit(), kit_file)
    assert leftovers((home,)) == ()
    heard: list[str] = []
    hand.answer("close", heard)
    hand.window.recovering.unsaved_work()
    assert "no unsaved work" in heard[0]


def test_a_disk_that_takes_nothing_is_told_and_then_no_more(opened: Hand, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    if home.exists():
        for each in home.iterdir():
            each.unlink() if each.is_file() else each.rmdir()
        home.rmdir()
    home.write_bytes(b"in the way")
    at_headline(opened)
    opened.write("Unsaved ")
    said = notice(opened, "unkept").accessibleName()
    assert "is not being kept" in said
    home.unlink()
    opened.until(lambda: bool(list(home.glob("*/snapshot"))))
    opened.until(
        lambda: not any(each.property("notice") == "unkept" for each in opened.window.findChildren(Notice))
    )


# What others save


def test_what_somebody_else_saves_is_told_shown_and_taken(opened: Hand, kit_file: Path) -> None:
    files.write(kit_file, renamed(full_kit(), "Theirs"))
    shown = notice(opened, "theirs")
    assert "“vote.presskit” was changed by someone else" in shown.accessibleName()
    seen: list[str] = []

    def act(dialog: TheirsDialog) -> None:
        seen.append(dialog.differs.toPlainText())
        opened.click(dialog.findChild(QPushButton, "takeTheirs"))

    opened.in_dialog(act)
    opened.click(shown.findChild(QPushButton, "theirs-see"))
    assert "Theirs" in seen[0]
    assert opened.release.title() == "Theirs"
    assert opened.window.session is not None
    assert not opened.window.session.is_modified
    opened.ctrl(Qt.Key.Key_Z)
    assert opened.release.title() == full_kit().releases[0].title()
    opened.ctrl(Qt.Key.Key_S)  # knows of theirs by now
    assert headline_of(files.read(kit_file).kit) == full_kit().releases[0].title()


def test_one_s_own_saving_is_no_news(opened: Hand, kit_file: Path) -> None:
    at_headline(opened)
    opened.write("Mine ")
    opened.ctrl(Qt.Key.Key_S)
    end = time.monotonic() + 1.2
    opened.until(lambda: time.monotonic() > end)
    assert not opened.window.findChildren(Notice)


# Faults of the program itself


@pytest.fixture
def crashing(opened: Hand, tmp_path: Path) -> Iterator[Crashing]:
    """A window that hears of its own faults."""
    found = Crashing(opened.window, opened.window.recovering, tmp_path / "faults")
    before = sys.excepthook
    sys.excepthook = lambda *_told: None  # what the tests have there would fail them
    threads, threading.excepthook = threading.excepthook, lambda _told: None
    found.install()
    yield found
    found.uninstall()
    sys.excepthook, threading.excepthook = before, threads


def fail() -> None:
    raise RuntimeError("a fault")


@pytest.mark.parametrize("where", ["here", "thread"])
def test_a_fault_keeps_the_kit_and_is_told_once(
    opened: Hand, crashing: Crashing, home: Path, tmp_path: Path, where: str
) -> None:
    at_headline(opened)
    opened.write("Precious ")
    heard: list[str] = []
    opened.answer("go", heard)

    def strike() -> None:
        if where == "thread":
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
            return
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    strike()
    assert list(home.glob("*/snapshot")), "it is kept at once"
    opened.until(lambda: bool(heard))
    assert "Your work is kept as it is now" in heard[0]
    reports = list((tmp_path / "faults").glob("fault-*.txt"))
    assert len(reports) == 1
    assert "a fault" in reports[0].read_text()
    assert "Precious" not in reports[0].read_text()
    strike()  # the same again: no second dialog
    opened.breathe()
    assert len(heard) == 1
    opened.write("and on ")
    assert "and on" in opened.release.title()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_system_that_ends_the_program_loses_nothing(tmp_path: Path, name: str) -> None:
    """The whole program, ended as at the end of a session of the desktop, just after a key."""
    script = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from presskit.gui import app, filing
def begin(window):
    window.show_session(filing.fresh_session("blank"))
    QTest.keyClicks(window.focusWidget(), "Last words")
    print("ready", flush=True)
real = app.build_window
def build(store):
    window = real(store)
    QTimer.singleShot(200, lambda: begin(window))
    return window
app.build_window = build
sys.exit(app.run([]))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment["PRESSKIT_HOME"] = str(tmp_path / "home")
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(getattr(signal, name))
        assert program.wait(20) == 128 + getattr(signal, name)
    found = leftovers((tmp_path / "home" / "recovery",))
    assert [each.head.title for each in found] == ["Last words"]
    found[0].let_go()
