"""The form of a headline or subhead: its text, and below it a bar of how long it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from presskit.gui.editor.form import RecordForm
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.profile import Limit, profile
from presskit.model.release import Release
from presskit.text.runs import plain

_THICK = 5  # pixels of the bar


def told(count: int, limit: Limit) -> tuple[str, bool]:
    """What is said of a text of so many characters, and whether it is a warning."""
    if count > limit.most:
        words = _("{count} of {limit} characters: too long by {over}, wires and inboxes cut it")
    elif limit.cut and count > limit.cut:
        words = _("{count} of {limit} characters; many inboxes show the first {cut}")
    else:
        words = _("{count} of {limit} characters")
    said = words.format(count=count, limit=limit.most, over=count - limit.most, cut=limit.cut)
    return said, count > limit.most


class Meter(QWidget):
    """A bar as long as a text is, with a notch where inboxes cut. Beyond the limit it is striped, so that
    colour is not the only sign."""

    def __init__(self, colour: dict[str, str]) -> None:
        super().__init__()
        self._colour = colour
        self._count, self._limit = 0, Limit(most=1)
        self.setObjectName("meter")
        self.setAccessibleName(_("Length"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_length(self, count: int, limit: Limit) -> None:
        """Shows that so many characters are used of those allowed."""
        self._count, self._limit = count, limit
        said, _warns = told(count, limit)
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Thin, and as wide as there is room."""
        return QSize(120, _THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, what is used, and the notch."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, tall = self.width(), self.height()
        painter.setBrush(QColor(self._colour["pressed"]))
        painter.drawRoundedRect(QRectF(0, 0, wide, tall), tall / 2, tall / 2)
        over = self._count > self._limit.most
        used = wide * min(self._count / self._limit.most, 1)
        painter.setBrush(QColor(self._colour["warn_text" if over else "accent"]))
        if used:
            painter.drawRoundedRect(QRectF(0, 0, max(used, tall), tall), tall / 2, tall / 2)
        if over:
            painter.setBrush(QColor(self._colour["warn_soft"]))
            for x in range(2 * tall, wide - tall, 2 * tall):
                painter.drawRect(QRectF(x, 0, tall / 2, tall))
        elif self._limit.cut:
            painter.setBrush(QColor(self._colour["card" if self._count > self._limit.cut else "muted"]))
            painter.drawRect(QRectF(wide * self._limit.cut / self._limit.most - 1, 0, 2, tall))


class MeteredForm(RecordForm):
    """A text with the meter of its length, where the house style has a limit for its kind."""

    def build(self) -> None:
        """The text, and the meter below it."""
        self._limit: Limit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field("text"))
        self.meter = Meter(self.parts.maker.theme.colour)
        self.meter.hide()
        column.addWidget(self.meter)

    def show_record(self, record: Block) -> None:
        """Shows the text and how long it is."""
        super().show_record(record)
        self._measure()

    def show_setting(self, release: Release) -> None:
        """The limit of the house style."""
        self._limit = profile(release.profile).limit(self.record.kind)
        self._measure()

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._measure()

    def _measure(self) -> None:
        self.meter.setVisible(self._limit is not None)
        if self._limit is not None:
            count = len(plain(self.record.text))
            self.meter.show_length(count, self._limit)
            self.fields["text"].setAccessibleDescription(told(count, self._limit)[0])
