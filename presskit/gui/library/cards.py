"""Paints a row of the side pane's list as a small card: its name, a chip, and a line or two about it."""

from bisect import bisect_right

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from presskit.gui.library.rows import Row
from presskit.gui.theme import Theme
from presskit.text.folding import fold

ROW = int(Qt.ItemDataRole.UserRole)
_PAD = 12  # pixels within a card
_REMEMBERED = 2_000  # texts whose lines are remembered
_TONES = {
    "plain": ("accent_soft", "accent_soft_text"),
    "good": ("good_soft", "good_text"),
    "warn": ("warn_soft", "warn_text"),
    "bad": ("bad_soft", "bad_text"),
}


class RowCard(QStyledItemDelegate):
    """terms: what is looked for, whose letters are marked."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.terms: tuple[str, ...] = ()
        self._small = QFont(view.font())
        self._small.setPixelSize(theme.size["small"])
        self._metrics = QFontMetrics(self._small)
        self._wrapped: dict[tuple[str, int], str] = {}  # words about an item as they stand in a width

    def _about(self, row: Row, width: int) -> str:
        """The words about a row on at most two lines; measuring them takes longer than painting them."""
        key = (row.about, width)
        if key not in self._wrapped:
            if len(self._wrapped) > _REMEMBERED:
                self._wrapped.clear()
            self._wrapped[key] = _elided(self._metrics, row.about, width)
        return self._wrapped[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A head is a line; a card is as high as its words need."""
        row: Row = index.data(ROW)
        height = option.fontMetrics.height()
        if not row.key:
            return QSize(10, height + 14)
        if not row.about:
            return QSize(10, height + 20)
        lines = self._about(row, self._view.viewport().width() - 2 * _PAD).count("\n") + 1
        return QSize(10, height + self._metrics.lineSpacing() * lines + 22)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A head in small capitals, or a card."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row.key:
            self._paint_card(painter, option, row)
        else:
            self._paint_head(painter, option, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = QFont(option.font)
        font.setPixelSize(self._theme.size["tiny"])
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour["muted"]))
        painter.drawText(option.rect.adjusted(6, 8, -6, 0), Qt.AlignmentFlag.AlignLeading, row.name.upper())

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colour, rect = self._theme.colour, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect.adjusted(2, 3, -3, -3)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colour["focus"] if chosen else colour["card_border"]))
        painter.setBrush(QColor(colour["hover"] if over and not chosen else colour["card"]))
        painter.drawRoundedRect(box, 7, 7)
        inside = rect.adjusted(_PAD, 9, -_PAD, -6)
        chip = self._paint_chip(painter, row, inside) if row.chip else 0
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._paint_name(painter, font, row.name, inside.adjusted(0, 0, -chip, 0))
        if row.about:
            top = inside.top() + QFontMetrics(font).height() + 3
            painter.setFont(self._small)
            painter.setPen(QColor(colour["muted"]))
            lines = QRect(inside.left(), top, inside.width(), inside.bottom() - top + 4)
            painter.drawText(lines, Qt.AlignmentFlag.AlignLeading, self._about(row, inside.width()))

    def _paint_chip(self, painter: QPainter, row: Row, inside: QRect) -> int:
        """Paints the chip at the end of the first line; how wide it is, with the gap before it."""
        ground, ink = _TONES[row.tone]
        font = QFont(self._small)
        font.setPixelSize(self._theme.size["tiny"])
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(row.chip, Qt.TextElideMode.ElideRight, inside.width() // 2)
        width = metrics.horizontalAdvance(words) + 16
        place = QRect(inside.right() - width + 1, inside.top() - 2, width, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour[ground]))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour[ink]))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return width + 6

    def _paint_name(self, painter: QPainter, font: QFont, name: str, place: QRect) -> None:
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        mark = QTextCharFormat()
        mark.setForeground(QColor(self._theme.colour["accent"]))
        mark.setFontUnderline(True)
        layout.setFormats([_range(start, length, mark) for start, length in marked(shown, self.terms)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        painter.setPen(QColor(self._theme.colour["text"]))
        layout.draw(painter, QPointF(place.left(), place.top()))


def marked(text: str, terms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where words of a text begin with what is looked for: the first character and how many."""
    found: list[tuple[int, int]] = []
    at = 0
    for word in text.split(" "):
        bare = word.lstrip("“”\"'(¿¡«")
        start = at + len(word) - len(bare)
        for term in terms:
            if bare and fold(bare).replace("'", "").startswith(term):
                found.append((start, min(len(term), len(bare))))
                break
        at += len(word) + 1
    return found


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The words on two lines at most."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    breaks = [at for at, letter in enumerate(text) if letter == " "]
    first = bisect_right(breaks, width, key=lambda at: metrics.horizontalAdvance(text[:at]))
    if not first:  # a word longer than the line
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    rest = metrics.elidedText(text[breaks[first - 1] :].strip(), Qt.TextElideMode.ElideRight, width)
    return f"{text[: breaks[first - 1]]}\n{rest}"
