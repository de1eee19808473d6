"""A window to click and type in, with real events."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QWidget

from presskit.gui.app import build_window
from presskit.gui.mainwindow import MainWindow
from presskit.settings import Settings, SettingsFile


class Hand:
    """Hands on keyboard and mouse."""

    def __init__(self, qtbot: Any, window: MainWindow) -> None:
        self.bot, self.window = qtbot, window

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys."""
        if QApplication.focusWidget() is None:  # no window manager gives it back after a dialog
            self.window.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def write(self, text: str) -> None:
        """Types into whatever has the focus; letters that no key of QTest has come as key events of their own."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.focus, event)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Presses a key where the focus is."""
        for _time in range(times):
            QTest.keyClick(self.focus, key, modifier)
            self.breathe()

    def ctrl(self, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
        """Presses a key with Ctrl."""
        held = Qt.KeyboardModifier.ControlModifier
        for each in more:
            held |= each
        self.key(key, held)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Clicks a widget that can be seen."""
        assert widget.isVisible(), f"{widget.objectName() or widget} cannot be seen"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.breathe()

    def breathe(self) -> None:
        """Lets the window do what it put off, as it does between two keys of a person."""
        QApplication.processEvents()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """The visible widget of that object name."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"no {name} to be seen"
        return found[0]

    def bar(self, label: str) -> QWidget:
        """A button of the top bar, by its accessible name."""
        assert self.window.bar is not None
        return next(each for each in self.window.bar.findChildren(QWidget) if each.accessibleName() == label)

    def in_menu(self, button: Callable[[], QWidget], label: str) -> None:
        """Opens the menu of a button with the mouse and chooses an entry with the keys."""

        def choose() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            while menu.activeAction() is None or menu.activeAction().text() != label:
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(60, choose)
        self.click(button())

    def in_dialog(self, act: Callable[[Any], None]) -> None:
        """Acts in the dialog that the next step opens."""

        def wait(tries: int = 100) -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isVisible():
                QTimer.singleShot(150, lambda: do(dialog))  # a file dialog first looks at its folder
            elif tries:
                QTimer.singleShot(10, lambda: wait(tries - 1))

        def do(dialog: QDialog) -> None:
            try:
                act(dialog)
            except BaseException:
                dialog.reject()  # or the test would wait for ever
                raise

        QTimer.singleShot(10, wait)

    def choose_file(self, path: Path) -> None:
        """Types a path into the file dialog that the next step opens."""

        def act(dialog: QDialog) -> None:
            assert isinstance(dialog, QFileDialog)
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            line.setCompleter(None)  # its list would take the Return
            line.selectAll()
            QTest.keyClicks(line, str(path))
            QTest.keyClick(line, Qt.Key.Key_Return)

        self.in_dialog(act)

    def until(self, done: Callable[[], bool], patience: int = 8000) -> None:
        """Waits, at most so many milliseconds."""
        self.bot.waitUntil(done, timeout=patience)


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    """Settings of a user who has never been here."""
    kept = SettingsFile(tmp_path / "home" / "settings.json")
    kept.save(Settings(theme="light", open_folder=str(tmp_path)))
    return kept


@pytest.fixture
def hand(qtbot: Any, store: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """Hands on a window that was just opened. It must leave no window and no thread behind."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = build_window(store)
    window.resize(1480, 930)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Hand(qtbot, window)
    if window.isVisible():
        monkeypatch.setattr(window, "_may_leave", lambda: True)
        window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
