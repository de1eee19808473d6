"""Tells where the caret of the editor is, for the preview; and brings it to words that were clicked there."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.editor.fields import LineField
from presskit.gui.editor.pane import EditorPane
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.text.place import letters_of, place_of

_REST = 40  # milliseconds: no key waits for it
_AROUND = 60  # letters on either side that tell one place from another


class Caretplace(NamedTuple):
    """Where the caret is: part (0 to 1) of the lines of a block is above it; before, after: the letters
    around it."""

    block: str
    part: float = 0.0
    before: str = ""
    after: str = ""


class Following(QObject):
    """moved: the caret went elsewhere (a Caretplace)."""

    moved = Signal(object)

    def __init__(self, editor: EditorPane) -> None:
        super().__init__(editor)
        self._editor = editor
        self._field: RichField | LineField | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._tell)
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]

    def stop(self) -> None:
        """Tells nothing from here on."""
        QApplication.instance().focusChanged.disconnect(self._watch)  # type: ignore[union-attr]
        self._soon.stop()
        self._let_go()

    def come_to(self, block: str, before: str, after: str) -> None:
        """Puts the caret between two texts, where a field of the block has them, unless the writer has gone
        on since the block was clicked."""
        card, now = self._editor.cards.get(block), self._editor.caret()
        if card is None or now is None or now.block != block or now.position != now.anchor:
            return
        if now.field != card.first_field() or now.position != 0:
            return
        for path, field in card.form.text_fields():
            words = field.toPlainText() if isinstance(field, RichField) else field.text()  # type: ignore[attr-defined]
            if (at := place_of(letters_of(words), before, after)) is not None:
                self._editor.go(Caret(block, path, at, at))
                return

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field:
            return
        self._let_go()
        if isinstance(new, RichField | LineField) and self._editor.isAncestorOf(new):
            self._field = new
            new.cursorPositionChanged.connect(self._later)
            new.destroyed.connect(self._forget)
            self._later()

    def _let_go(self) -> None:
        if self._field is not None:
            self._field.cursorPositionChanged.disconnect(self._later)
            self._field.destroyed.disconnect(self._forget)
            self._field = None

    def _forget(self) -> None:
        self._field = None

    def _later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        field = self._field
        card = self._editor.cards.get(self._editor.block_of(field))
        if field is None or card is None:
            return
        if isinstance(field, RichField):
            rect, cursor = field.cursorRect(), field.textCursor()
            words, at = _words(cursor)
            height = field.viewport().mapTo(field, rect.center()).y()
        else:
            words, at, height = field.text(), field.cursorPosition(), field.height() // 2
        if len(card.form.text_fields()) == 1:
            part = height / max(field.height(), 1)
        else:
            part = field.mapTo(card, QPoint(0, height)).y() / max(card.height(), 1)
        around = words[max(at - _AROUND, 0) : at], words[at : at + _AROUND]
        self.moved.emit(Caretplace(card.block.id, min(max(part, 0.0), 1.0), *around))


def _words(cursor: QTextCursor) -> tuple[str, int]:
    return cursor.block().text(), cursor.positionInBlock()
