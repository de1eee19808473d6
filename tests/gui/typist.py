"""Somebody who has a keyboard and no mouse, and who looks where the keys go."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.gui.conftest import Hand

Key = Qt.Key
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
FAR = 30  # keys that the way to a field may take


class Typist:
    """Presses keys, and notes after which nothing had the focus, or something out of sight.

    keys: how many were pressed, letters of words not among them.
    """

    def __init__(self, hand: Hand) -> None:
        self.hand, self.keys = hand, 0
        self.lost: list[str] = []

    @property
    def focus(self) -> Any:
        """What gets the keys."""
        widget = QApplication.focusWidget()
        if widget is None and QApplication.activeWindow() is None:
            self.hand.window.activateWindow()  # off screen nobody hands the keys back after a dialog
            QApplication.processEvents()
            widget = QApplication.focusWidget()
        assert widget is not None, f"nothing has the focus; lost after {self.lost}"
        return widget

    @property
    def where(self) -> str:
        """The object name of what gets the keys."""
        return str(self.focus.objectName())

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Presses a key, and lets go of it where the focus is then."""
        for _time in range(times):
            before = self.where
            self.keys += 1
            QTest.keyPress(QApplication.activePopupWidget() or self.focus, key, held)
            after = QApplication.activePopupWidget() or QApplication.focusWidget()
            if after is not None and isValid(after):
                QTest.keyRelease(after, key, held)
            self.hand.breathe()
            self._look(f"{key.name} {held.name} in {before}")

    def write(self, words: str) -> None:
        """Types words, letter by letter."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))
        self.hand.breathe()
        self._look(f"{words[:20]!r}")

    def over(self, words: str) -> None:
        """Types words over all that a field holds."""
        self.press(Key.Key_A, CTRL)
        self.write(words)

    def tab_to(self, name: str, key: Qt.Key = Key.Key_Tab) -> None:
        """Tab until the field of a name has the focus."""
        passed = [self.where]
        for _time in range(FAR):
            self.press(key, SHIFT if key == Key.Key_Backtab else NONE)
            if self.where == name:
                return
            passed.append(self.where)
        raise AssertionError(f"no way to {name}, only to {passed}")

    def in_dialog(self, keys: Qt.Key, held: Qt.KeyboardModifier, act: Callable[[Any], None]) -> None:
        """Presses keys that open a dialog, and acts in it."""
        done: list[bool] = []

        def play(dialog: Any) -> None:
            act(dialog)
            done.append(True)

        self.hand.in_dialog(play)
        self.press(keys, held)
        self.hand.until(lambda: bool(done))
        self.hand.breathe()
        self._look(f"the dialog of {keys.name}")

    def _look(self, what: str) -> None:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return
        widget = QApplication.focusWidget()
        if widget is None:
            if QApplication.activeWindow() is not None:
                self.lost.append(f"{what}: nothing has the focus")
        elif not _in_sight(widget):
            self.lost.append(f"{what}: {widget.objectName()} has the focus, out of sight")


def _in_sight(widget: QWidget) -> bool:
    """Whether some of a widget can be seen."""
    rect, here = QRect(QPoint(), widget.size()), widget
    while (parent := here.parentWidget()) is not None and not here.isWindow():
        rect = QRect(here.mapToParent(rect.topLeft()), rect.size()).intersected(parent.rect())
        here = parent
    return widget.isVisible() and not rect.isEmpty()
