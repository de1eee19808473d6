"""Buttons and labels whose text may be long: they shorten it, and a tooltip tells the whole."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_LEAST = 96  # pixels: narrower, a shortened text says nothing


class ElidedButton(QPushButton):
    """Shortens its text where it does not fit. Its accessible name stays whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its text."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button as the style does, with what fits of the text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if not self.is_whole():  # else fractions of a pixel could cost the last letters
            fits = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room())
            option.text = fits
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        """The tooltip begins with the whole text where it is not all to be seen."""
        if event.type() != QEvent.Type.ToolTip or self.is_whole():
            return super().event(event)
        own = self.toolTip()
        self.setToolTip("\n".join(part for part in (self.text(), own) if part))
        try:
            return super().event(event)
        finally:
            self.setToolTip(own)

    def is_whole(self) -> bool:
        """Whether all of the text can be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self._room()

    def _room(self) -> int:
        frame = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return self.width() - max(frame, 0)


class ElidedLabel(QLabel):
    """Shortens its text where it does not fit. Its accessible name stays whole."""

    def minimumSizeHint(self) -> QSize:
        """Narrower than its text."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws what fits of the text."""
        painter = QStylePainter(self)
        fits = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawItemText(
            self.rect(), flags, self.palette(), self.isEnabled(), fits, self.foregroundRole()
        )
