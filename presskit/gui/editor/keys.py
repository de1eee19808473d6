"""Which keys lead out of a field of text."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

Way = Literal["", "up", "down", "back", "on", "top", "end"]

_PLAIN: dict[int, Way] = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_AT_ONCE: dict[int, Way] = {Qt.Key.Key_Home: "top", Qt.Key.Key_End: "end"}
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


def way_of(event: QKeyEvent, *, right_to_left: bool = False) -> Way:
    """Where a key takes the caret on a page: a line up or down, a letter or word back or on, to the top or
    the end of the page; "" where it does not move the caret, or selects."""
    key = event.key()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    ctrl = held == Qt.KeyboardModifier.ControlModifier
    if held and not ctrl:
        return ""
    if key in _SIDEWAYS:
        return "on" if _SIDEWAYS[Qt.Key(key)] != right_to_left else "back"
    return (_AT_ONCE if ctrl else _PLAIN).get(key, "")


def picks(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Whether a key selects beyond the text: Shift with Up in its first line, with Down in its last."""
    way = _PLAIN.get(event.key(), "")
    return event.modifiers() == Qt.KeyboardModifier.ShiftModifier and bool(way) and leaves(cursor, way)


def leaves(cursor: QTextCursor, way: Way) -> bool:
    """Whether a text ends in the way that a key takes its caret."""
    probe = QTextCursor(cursor)
    match way:
        case "up":
            return not probe.movePosition(QTextCursor.MoveOperation.Up)
        case "down":
            return not probe.movePosition(QTextCursor.MoveOperation.Down)
        case "back":
            return not cursor.hasSelection() and cursor.atStart()
        case "on":
            return not cursor.hasSelection() and cursor.atEnd()
        case "top" | "end":
            return True
        case _:
            return False
