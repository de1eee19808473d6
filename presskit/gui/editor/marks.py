"""Marks on words in the cards: what a search found. Drawn over the text, never part of it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor

from presskit.gui.editor.fields import LineField
from presskit.gui.editor.richdoc import letters, units
from presskit.gui.editor.textfield import MARK, RichField
from presskit.gui.theme import Theme
from presskit.text.runs import Paragraphs, plain


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
    spans = list(spans)
    if isinstance(field, LineField):
        _highlight_line(field, [(*span, looks.now if span == now else looks.found) for span in spans])
        return
    field.show_marks([span for span in spans if span != now], looks.found)
    field.show_marks([now] if now else [], looks.now)


def _highlight_line(field: LineField, styled: list[tuple[int, int, QTextCharFormat]]) -> None:
    """A line edit has no marks of its own; it takes those of an input method that composes nothing."""
    at = field.cursorPosition()
    kind = QInputMethodEvent.AttributeType.TextFormat
    marks = [QInputMethodEvent.Attribute(kind, start - at, end - start, look) for start, end, look in styled]
    QCoreApplication.sendEvent(field, QInputMethodEvent("", marks))


def places(field: RichField | LineField, paragraph: int, start: int, end: int) -> tuple[int, int]:
    """Where letters of a paragraph of a field stand, as Qt counts places."""
    paragraphs = _paragraphs(field)
    before = sum(units(text) + 1 for text in paragraphs[:paragraph])
    text = paragraphs[paragraph] if paragraph < len(paragraphs) else ""
    return before + units(text[:start]), before + units(text[:end])


def spot(field: RichField | LineField, place: int) -> tuple[int, int]:
    """The paragraph and the letter in it at a place of a field."""
    for number, text in enumerate(_paragraphs(field)):
        if place <= units(text):
            return number, letters(text, place)
        place -= units(text) + 1
    return 0, 0


def rect_of(field: RichField | LineField, place: int) -> QRect:
    """Where a place of a field is drawn, in the field's coordinates."""
    if isinstance(field, LineField):
        return field.rect()
    cursor = QTextCursor(field.document())
    cursor.setPosition(min(place, field.document().characterCount() - 1))
    return field.cursorRect(cursor).translated(field.viewport().mapTo(field, QPoint()))


def _paragraphs(field: RichField | LineField) -> list[str]:
    if isinstance(field, LineField):
        return [field.text()]
    answer = field.answer()
    if answer and isinstance(answer[0], tuple):
        paragraphs: Paragraphs = answer
        return [plain(paragraph) for paragraph in paragraphs]
    return [plain(answer)]  # type: ignore[arg-type]
