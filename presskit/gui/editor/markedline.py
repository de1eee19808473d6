"""A single line with marks below words, and a menu that others may add to."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from presskit.gui.editor.textfield import MARK

Span = tuple[int, int]


class MarkedLine(QLineEdit):
    """menu_opening: a menu, before it is shown, and the position that it is about.
    doing: the name of the step while something other than typing changes the text."""

    menu_opening = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doing = ""
        self._marks: dict[str, tuple[QTextCharFormat, list[Span]]] = {}
        self._letters = ""
        self._composing = False
        self.textChanged.connect(self._carry)

    def show_marks(self, spans: Iterable[Span], look: QTextCharFormat) -> None:
        """Shows places (from, to) with a look that is no part of the text, instead of those that had a look
        with the same MARK. A mark keeps to its words while others are written before it or after it."""
        name, spans = str(look.property(MARK)), list(spans)
        if spans or name in self._marks:
            self._marks[name] = (look, spans)
            self._draw()
            if not spans:
                del self._marks[name]

    def marks(self, name: str) -> list[Span]:
        """The places that have a look of that MARK."""
        return list(self._marks[name][1]) if name in self._marks else []

    def exchange(self, start: int, end: int, words: str, name: str) -> None:
        """Puts words in the place of others as a step `name`."""
        self.setSelection(start, end - start)
        self.doing = name
        try:
            self.insert(words)
        finally:
            self.doing = ""

    def open_menu(self, at: QPoint | None = None) -> None:
        """Opens the menu of the text at a point, or at the caret."""
        position = self.cursorPosition() if at is None else self.cursorPositionAt(at)
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():  # the window has one history
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        if menu.actions() and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        self.menu_opening.emit(menu, position)
        menu.popup(self.mapToGlobal(at or self.cursorRect().bottomLeft()))

    # --- Qt

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, about what the mouse is on or, by key, about the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.open_menu(None if by_key else event.pos())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that are still being composed, as in Chinese, are left alone."""
        super().inputMethodEvent(event)
        was, self._composing = self._composing, bool(event.preeditString())
        if was and not self._composing:
            self._draw()

    def _carry(self, text: str) -> None:
        """Moves the marks with their words."""
        before, self._letters = self._letters, text
        if any(spans for _look, spans in self._marks.values()):
            carried = carrier(before, text)
            self._marks = {
                name: (look, [moved for span in spans if (moved := carried(span))])
                for name, (look, spans) in self._marks.items()
            }
            self._draw()

    def _draw(self) -> None:
        """A line edit has no marks of its own; it takes those of an input method that composes nothing."""
        if self._composing:
            return
        at = self.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(kind, start - at, end - start, look)
            for look, spans in self._marks.values()
            for start, end in spans
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))


def carrier(before: str, after: str) -> Callable[[Span], Span | None]:
    """Where a span of a text is after a change; None where the change was in it. As Qt counts."""
    old, new = (text.encode("utf-16-le", "surrogatepass") for text in (before, after))
    old_units, new_units = memoryview(old).cast("H"), memoryview(new).cast("H")
    least = min(len(old_units), len(new_units))
    head = next((at for at in range(least) if old_units[at] != new_units[at]), least)
    tail = next((at for at in range(least - head) if old_units[-1 - at] != new_units[-1 - at]), least - head)
    shift = len(new_units) - len(old_units)

    def carried(span: Span) -> Span | None:
        start, end = span
        if end <= head:
            return span
        return (start + shift, end + shift) if start >= len(old_units) - tail else None

    return carried
