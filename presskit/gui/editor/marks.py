"""Marks on words in the cards: what a search found. Drawn over the text, never part of it."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from presskit.gui.editor.fields import LineField
from presskit.gui.editor.textfield import MARK, RichField
from presskit.gui.theme import Theme


class Highlights:
    """How matches look: all of them, and the one at hand."""

    def __init__(self, theme: Theme) -> None:
        self.found, self.now = QTextCharFormat(), QTextCharFormat()
        self.found.setBackground(QColor(theme.colour["found"]))
        self.now.setBackground(QColor(theme.colour["found_now"]))
        self.now.setForeground(QColor(theme.colour["found_now_text"]))
        self.found.setProperty(MARK, "found")
        self.now.setProperty(MARK, "found now")


def highlight(
    field: RichField | LineField,
    spans: Iterable[tuple[int, int]],
    now: tuple[int, int] | None,
    looks: Highlights,
) -> None:
    """Marks spans (places as Qt counts them) in a field, in the place of what was marked before."""
    field.show_marks([span for span in spans if span != now], looks.found)
    field.show_marks([now] if now else [], looks.now)


def rect_of(field: RichField | LineField, place: int) -> QRect:
    """Where a place of a field is drawn, in the field's coordinates."""
    if isinstance(field, LineField):
        return field.rect()
    cursor = QTextCursor(field.document())
    cursor.setPosition(min(place, field.document().characterCount() - 1))
    return field.cursorRect(cursor).translated(field.viewport().mapTo(field, QPoint()))
