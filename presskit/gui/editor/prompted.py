"""A text field that says what is to be written in it, on as many lines as that takes: Qt shows one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit

_LAID_OUT = 100  # pixels: a field that is narrower has no place in the window yet
_TALLEST = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap


class PromptedEdit(QTextEdit):
    """Its placeholder is its own: Qt has none of it."""

    prompt = ""

    def placeholderText(self) -> str:
        """What is to be written here."""
        return self.prompt

    def setPlaceholderText(self, text: str) -> None:
        """Says what is to be written here, while it is empty."""
        if text != self.prompt:
            self.prompt = text
            self.setAccessibleDescription(text)
            self.viewport().update()

    def text_height(self) -> int:
        """The height of its text in pixels; while it has none, that of a placeholder that is taller."""
        height = int(self.document().size().height())
        room = self._room(_TALLEST)
        if not self.prompt or not self.document().isEmpty() or room.width() < _LAID_OUT:
            return height
        margin = round(self.document().documentMargin())
        return max(height, self.fontMetrics().boundingRect(room, _WRAPPED, self.prompt).height() + 2 * margin)

    def sizeHint(self) -> QSize:
        """Wide enough for a line."""
        return QSize(300, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or what is to be written."""
        super().paintEvent(event)
        composing = self.textCursor().block().layout().preeditAreaText()
        if self.prompt and self.document().isEmpty() and not composing:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.palette().ColorRole.PlaceholderText))
            painter.drawText(
                self._room(self.viewport().height()), _WRAPPED | Qt.AlignmentFlag.AlignTop, self.prompt
            )
            painter.end()

    def _room(self, height: int) -> QRect:
        margin = round(self.document().documentMargin())
        return QRect(margin, margin, self.viewport().width() - 2 * margin, height)
