"""Hands on the library's own window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.library.desk import Desk
from presskit.gui.library.manager import LibraryWindow, open_manager
from presskit.library.opening import open_library
from presskit.library.shelf import Shelf
from tests.gui.conftest import Hand


class Clerk:
    """Hands on the library's window, and a second way into the same library."""

    def __init__(self, hand: Hand, desk: Desk, shelf: Shelf) -> None:
        self.hand, self.desk, self.shelf = hand, desk, shelf
        self.window: LibraryWindow

    def begin(self, item_id: str = "") -> LibraryWindow:
        """Opens the window."""
        window = open_manager(self.hand.window, self.desk, self.hand.window.theme, item_id)
        assert isinstance(window, LibraryWindow)
        self.window = window
        self.hand.bot.waitExposed(window, timeout=30_000)
        return window

    def open(self, item_id: str = "") -> LibraryWindow:
        """Opens the window, and waits until it shows what is there."""
        window = self.begin(item_id)
        self.hand.until(lambda: bool(window.items.found.items) or window.lists.none.isVisible())
        if item_id:
            self.hand.until(lambda: window.pane.current == item_id)
        return window

    def find(self, name: str) -> Any:
        """A widget of the window that can be seen."""
        found = [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]
        assert found, f"no {name} to be seen"
        return found[0]

    def go(self, widget: QWidget) -> None:
        """Clicks into a field."""
        self.window.activateWindow()
        self.window.pane.page.ensureWidgetVisible(widget)
        QApplication.processEvents()
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def click(self, widget: QWidget) -> None:
        """Clicks what stands still."""
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        QApplication.processEvents()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        if QApplication.activeWindow() is not self.window:  # no window manager gives it back after a dialog
            self.window.activateWindow()
            QApplication.processEvents()
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, key, held)
        QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Types where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QApplication.processEvents()

    def later(self, pause: int, act: Callable[[], None]) -> None:
        """Does something after so many milliseconds, also while a dialog is open."""
        QTimer.singleShot(pause, act)

    def until_saved(self) -> None:
        """Waits until nothing is left to keep."""
        self.hand.until(lambda: not self.window.pane.unsaved())

    def names(self) -> list[str]:
        """What the list shows."""
        return [each.name for each in self.window.items.found.items]


@pytest.fixture
def clerk(hand: Hand, tmp_path: Path) -> Iterator[Clerk]:
    """A library with nothing in it, and a hand on its window."""
    path = str(tmp_path / "shelf" / "library.db")
    shelf = open_library(path, who="Ada")
    desk = Desk(hand.window, path)
    found = Clerk(hand, desk, shelf)
    yield found
    if hasattr(found, "window"):
        found.window.pane.drafts.clear()
        found.window.close()
        found.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.close()
    shelf.close()
