"""Rows of text with a coloured edge and a word at the left, as both sides of the review have them."""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from presskit.gui.theme import Theme
from presskit.i18n import _

_ROW = int(Qt.ItemDataRole.UserRole)
_LABEL = 128  # pixels of the column with the kind
_PAD = 8
_MOST = 5  # lines of a row; more is in its tooltip
_LETTERS = 6_000  # that a tooltip has

_Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """label: what it is. text: its words. tone: the colour of its edge. doubt: it should be looked at. faint:
    it is no part of the release. more: below the label, as who speaks."""

    label: str
    text: str
    tone: str
    doubt: bool = False
    faint: bool = False
    more: str = ""


class Lines(QAbstractListModel):
    """The rows of one side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Has these rows; where their number stays, those that differ alone are painted anew."""
        old, new = self._lines, list(lines)
        if len(old) != len(new):
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        self._lines = new
        for number, (was, now) in enumerate(zip(old, new, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """How many there are."""
        return len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, or the whole row."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.ToolTipRole:
                return line.text[:_LETTERS]
            case Qt.ItemDataRole.AccessibleTextRole:
                doubt = _("please look") if line.doubt else ""
                return ", ".join(each for each in (line.label, line.more, doubt, line.text[:400]) if each)
            case _ if role == _ROW:
                return line
        return None


def _from_the_right(text: str) -> bool:
    """Whether the first letter that has a direction is Arabic, Hebrew or the like (Unicode 15, UAX 9, P2)."""
    for letter in text[:200]:
        match unicodedata.bidirectional(letter):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._small = QFont(view.font())
        self._small.setPixelSize(theme.size["small"])
        self._metrics = QFontMetrics(view.font())
        self._average = max(self._metrics.averageCharWidth(), 4)

    def _lines(self, text: str) -> int:
        """About how many lines a text needs; measuring each of thousands would take too long."""
        width = max(self._view.viewport().width() - _LABEL - 4 * _PAD, 60)
        return min(max(-(-len(text) * self._average // width), 1), _MOST)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words, up to some lines."""
        line: Line = index.data(_ROW)
        lines = max(self._lines(line.text), 2 if line.more else 1)
        return QSize(200, self._metrics.lineSpacing() * lines + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The edge, the kind, and the words."""
        line: Line = index.data(_ROW)
        colour = self._theme.colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, 2, -3, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(colour["focus"] if chosen else colour["card_border"]))
        painter.setBrush(
            QColor(colour["accent_soft"] if chosen else colour["panel" if line.faint else "card"])
        )
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour[line.tone]))
        painter.drawRoundedRect(QRect(box.left() + 3, box.top() + 5, 4, box.height() - 10), 2, 2)
        start = box.left() + 2 * _PAD
        self._label(painter, line, QRect(start, box.top() + _PAD, _LABEL - _PAD, box.height() - 2 * _PAD))
        painter.setFont(option.font)
        painter.setPen(QColor(colour["muted" if line.faint else "text"]))
        words = QRect(
            start + _LABEL, box.top() + _PAD, box.width() - _LABEL - 3 * _PAD, box.height() - 2 * _PAD + 4
        )
        painter.setClipRect(words)
        if _from_the_right(line.text):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), line.text[:2_000])
        painter.restore()

    def _label(self, painter: QPainter, line: Line, place: QRect) -> None:
        ink = "warn_text" if line.doubt else ("faint" if line.faint else "muted")
        self._word(painter, f"{line.label}  ?" if line.doubt else line.label, ink, place)
        if line.more:
            below = place.adjusted(0, QFontMetrics(self._small).lineSpacing() + 1, 0, 0)
            self._word(painter, line.more, "accent", below)

    def _word(self, painter: QPainter, words: str, ink: str, place: QRect) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.colour[ink]))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading), shown)


class RowsView(QListView):
    """A list of such rows."""

    def __init__(self, theme: Theme, name: str, called: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setUniformItemSizes(False)

    def go(self, row: int) -> None:
        """Makes a row the current one, and brings it into view."""
        if 0 <= row < self.lines.rowCount() and row != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))
