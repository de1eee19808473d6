"""The kit's inside notes, read and changed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.gui.insidenotes import NotesDialog
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_notes_are_kept_as_a_step_that_undo_takes_back(page: Hand) -> None:
    seen: list[str] = []

    def act(dialog: NotesDialog) -> None:
        seen.append(dialog.text.toPlainText())
        QTest.keyClicks(dialog.text, "Ask Nadia for the figures.")
        QTest.keyClick(dialog.text, Qt.Key.Key_Tab)
        dialog.accept()

    page.in_dialog(act)
    page.ctrl(Qt.Key.Key_N, SHIFT)
    page.until(lambda: bool(seen))
    session = page.window.session
    assert session is not None
    page.until(lambda: session.kit.notes == "Ask Nadia for the figures.")
    page.ctrl(Qt.Key.Key_Z)
    assert session.kit.notes == ""


def test_cancel_leaves_them(page: Hand) -> None:
    seen: list[bool] = []

    def act(dialog: NotesDialog) -> None:
        QTest.keyClicks(dialog.text, "Never mind.")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(True)

    page.in_dialog(act)
    page.ctrl(Qt.Key.Key_N, SHIFT)
    page.until(lambda: bool(seen))
    page.breathe()
    assert page.window.session is not None
    assert page.window.session.kit.notes == ""
