"""The commands of the Edit menu that act on the words, or the blocks, that are chosen."""

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from presskit.gui.actions import Actions
from presskit.gui.editor.textfield import RichField
from presskit.gui.workspace import Workspace

_TEXTS = QLineEdit | QTextEdit | QPlainTextEdit
COMMANDS = ("cut_words", "copy_words", "paste_words", "paste_plain", "select_all")


class Owner(Protocol):
    """What is needed of the window."""

    actions_: Actions


class Clipboard:
    """Does what the keys do, in whatever has the keys: it knows best what is chosen there."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._workspace: Workspace | None = None
        self._presses = False

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace

    def show_state(self) -> None:
        """Enables what can act now; for a menu that is about to open. The keys need it not: a text takes
        them itself."""
        focus = QApplication.focusWidget()
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none: nothing was copied yet
        picked = bool(self._workspace and self._workspace.editor.picking.is_on)
        is_text = isinstance(focus, _TEXTS)
        writes = isinstance(focus, _TEXTS) and not focus.isReadOnly()
        some = picked or _has_selection()
        holds = {
            "cut_words": some and (picked or writes),
            "copy_words": some,
            "paste_words": mime is not None and bool(mime.formats()) and (picked or writes),
            "paste_plain": mime is not None and mime.hasText() and writes,
            "select_all": is_text or picked,
        }
        for name in COMMANDS:
            self._owner.actions_.commands[name].setEnabled(holds[name])

    def cut_words(self) -> None:
        """Takes what is chosen to the clipboard."""
        self._press(Qt.Key.Key_X)

    def copy_words(self) -> None:
        """Copies what is chosen."""
        self._press(Qt.Key.Key_C)

    def paste_words(self) -> None:
        """Puts in what is on the clipboard."""
        self._press(Qt.Key.Key_V)

    def paste_plain(self) -> None:
        """Puts in its words alone, without bold, italic or links."""
        focus = QApplication.focusWidget()
        if isinstance(focus, RichField):
            bare = QMimeData()
            bare.setText(QGuiApplication.clipboard().text())
            focus.insertFromMimeData(bare)
        else:
            self._press(Qt.Key.Key_V)

    def select_all(self) -> None:
        """Chooses all of a text."""
        self._press(Qt.Key.Key_A)

    def _press(self, key: Qt.Key) -> None:
        """Gives the key to whatever has the focus. A text that does not want it, such as one to be read only,
        hands it back as this very command: that ends here. What is no text would not get it by an event."""
        focus = QApplication.focusWidget()
        if self._presses or focus is None:
            return
        self._presses = True
        try:
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
            if isinstance(focus, _TEXTS):
                QApplication.sendEvent(focus, event)
            else:
                focus.keyPressEvent(event)
        finally:
            self._presses = False


def _has_selection() -> bool:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        return focus.hasSelectedText()
    return isinstance(focus, QTextEdit | QPlainTextEdit) and focus.textCursor().hasSelection()
