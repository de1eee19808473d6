"""Enter presses the button that has the keys, as it does on the web; Qt leaves that to the space bar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton


def pressed_by_enter(event: QKeyEvent) -> bool:
    """Whether a key was Enter on a button, which it then pressed."""
    button = QApplication.focusWidget()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not plain or event.isAutoRepeat():
        return False
    if not isinstance(button, QAbstractButton) or not button.isEnabled():
        return False
    if isinstance(button, QToolButton) and button.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        button.showMenu()
    else:
        button.click()
    return True
