"""Which keys lead out of a field of text."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

Way = Literal["", "up", "down", "back", "on", "top", "end"]

LEAVING = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,  # to the next match, or to the next misspelt word
}
"""Why a text loses the keys for good: its selection goes, too."""

_PLAIN: dict[int, Way] = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_AT_ONCE: dict[int, Way] = {Qt.Key.Key_Home: "top", Qt.Key.Key_End: "end"}
_Move = QTextCursor.MoveOperation
_BY_LETTERS: dict[int, QTextCursor.MoveOperation] = {
    Qt.Key.Key_Up: _Move.Up, Qt.Key.Key_Left: _Move.PreviousCharacter, Qt.Key.Key_Home: _Move.StartOfLine,
    Qt.Key.Key_Down: _Move.Down, Qt.Key.Key_Right: _Move.NextCharacter, Qt.Key.Key_End: _Move.EndOfLine,
}  # fmt: skip
_BY_WORDS: dict[int, QTextCursor.MoveOperation] = {
    Qt.Key.Key_Up: _Move.StartOfBlock, Qt.Key.Key_Down: _Move.EndOfBlock, Qt.Key.Key_Left: _Move.PreviousWord,
    Qt.Key.Key_Right: _Move.NextWord, Qt.Key.Key_Home: _Move.Start, Qt.Key.Key_End: _Move.End,
}  # fmt: skip
WITHIN_LINE = {_Move.StartOfLine, _Move.EndOfLine}
WHOLE_PAGE = {_Move.Start, _Move.End}
FORWARD = {_Move.Down, _Move.NextCharacter, _Move.NextWord, _Move.EndOfBlock, _Move.End}
MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
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


def span_move(event: QKeyEvent, *, right_to_left: bool = False) -> QTextCursor.MoveOperation | None:
    """How a key held with Shift moves the end of what is chosen; None where it does not."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    if held not in {shift, shift | Qt.KeyboardModifier.ControlModifier}:
        return None
    key = event.key()
    if right_to_left and key in _SIDEWAYS:
        key = Qt.Key.Key_Right if key == Qt.Key.Key_Left else Qt.Key.Key_Left
    return (_BY_LETTERS if held == shift else _BY_WORDS).get(key)


def picks(event: QKeyEvent, cursor: QTextCursor, *, right_to_left: bool = False) -> bool:
    """Whether a key chooses beyond the text that the cursor is in: Shift with Down in its last line, or Ctrl
    with A where all of it is selected."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return abs(cursor.position() - cursor.anchor()) == cursor.document().characterCount() - 1
    move = span_move(event, right_to_left=right_to_left)
    if move is None or move in WITHIN_LINE:
        return False
    single = cursor.document().blockCount() == 1
    return (move in WHOLE_PAGE and single) or not QTextCursor(cursor).movePosition(move)


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
