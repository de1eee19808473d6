"""The dated copies: made and looked at in the window, and brought back when the library is damaged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from presskit.gui.library.dailycopy import DailyCopy
from presskit.gui.library.restoring import RestoreDialog
from presskit.library.backup import BackupProblem, back_up, copies
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst, river_alliance


def _in_copies(clerk: Clerk, begin: Callable[[], object], act: Callable[[RestoreDialog], None]) -> None:  # noqa: F811
    seen: list[str] = []

    def come(dialog: Any) -> None:
        assert isinstance(dialog, RestoreDialog)
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        act(dialog)
        seen.append("")

    clerk.hand.in_dialog(come)
    begin()
    clerk.hand.until(lambda: bool(seen))


def test_a_copy_is_made_and_the_library_looked_at(clerk: Clerk) -> None:  # noqa: F811
    """Back up now, check now."""
    clerk.shelf.add(analyst())
    window = clerk.open()
    path = Path(clerk.desk.address)
    told: list[str] = []

    def act(dialog: RestoreDialog) -> None:
        assert not dialog.bring.isEnabled()
        QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
        clerk.hand.until(dialog.bring.isEnabled)
        told.append(dialog.list.item(0).text())
        QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
        clerk.hand.until(lambda: "sound" in dialog.told.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    _in_copies(clerk, window.bar.commands["copies"].trigger, act)
    assert "1 item ·" in told[0]
    assert [each.items for each in copies(path)] == [1]


def test_a_damaged_library_is_brought_back(clerk: Clerk) -> None:  # noqa: F811
    """The banner offers it; the list shows what was there; the damaged file stays, and it is said where."""
    clerk.shelf.add(analyst())
    clerk.shelf.add(river_alliance())
    path = Path(clerk.desk.address)
    back_up(path)
    clerk.shelf.close()
    for each in path.parent.glob("library.db*"):
        each.unlink()
    path.write_bytes(b"no library at all" * 500)
    window = clerk.begin()
    clerk.hand.until(window.banner.copies.isVisible)
    said: list[str] = []

    def act(dialog: RestoreDialog) -> None:
        assert "damaged" in dialog.told.text()
        clerk.later(50, lambda: _answer(said))
        QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
        clerk.hand.until(lambda: not dialog.isVisible())

    _in_copies(clerk, lambda: QTest.mouseClick(window.banner.copies, Qt.MouseButton.LeftButton), act)
    clerk.hand.until(lambda: len(clerk.names()) == 2)
    clerk.hand.until(lambda: not window.banner.isVisible())
    assert "damaged" in said[0]
    assert [each.read_bytes()[:5] for each in path.parent.glob("library (damaged*.db")] == [b"no li"]


def test_a_copy_is_made_each_day(clerk: Clerk) -> None:  # noqa: F811
    """In a while after the library was opened; what cannot be copied is told."""
    clerk.shelf.add(analyst())
    path = Path(clerk.desk.address)
    daily = DailyCopy(clerk.desk)
    told: list[object] = []
    daily.failed.connect(told.append)
    daily.attend(path, 1)
    clerk.hand.until(lambda: [each.items for each in copies(path)] == [1])
    (path.parent / "backups").rename(path.parent / "away")
    (path.parent / "backups").write_bytes(b"in the way")
    daily.attend(path, 1)
    clerk.hand.until(lambda: bool(told))
    assert isinstance(told[0], BackupProblem)
    daily.close()


def _answer(said: list[str], tries: int = 200) -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        said.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Escape)
    elif tries:
        QTimer.singleShot(20, lambda: _answer(said, tries - 1))
