"""The lists of the library's window: the kinds with how many there are, and the items that were found."""

import datetime
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from presskit.gui.icons import icon
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.consent import refusal
from presskit.library.items import KINDS, Item, Kind
from presskit.library.people import Person
from presskit.model.locale_words import number

ALL, RETIRED = "all", "retired"
"""What the list of kinds has besides them."""

ICONS: dict[str, str] = {
    "boilerplate": "boilerplate", "person": "person", "organisation": "contacts", "statistics": "statistics",
    "quote": "quote", "photo": "photo", "standing": "paragraph", ALL: "library", RETIRED: "trash",
}  # fmt: skip

_ITEM = Qt.ItemDataRole.UserRole
_ABOUT, _CHIP, _TONE = _ITEM + 1, _ITEM + 2, _ITEM + 3
_PAD = 10  # pixels at the sides of a row

_Index = QModelIndex | QPersistentModelIndex


def chip_of(item: Item, today: datetime.date) -> tuple[str, str]:
    """The word beside an item, and its tone ("", "warn" or "bad")."""
    if isinstance(item.content, Person) and refusal(item.content):
        return (_("withdrawn") if item.content.consent.withdrawn else _("no name yet")), "bad"
    if item.retired:
        return _("retired"), "warn"
    if item.is_past(today):
        return _("past its date"), "warn"
    return (_("v{number}").format(number=item.version) if item.version else _("new")), ""


class KindList(QListWidget):
    """All, each kind with how many there are, and what is retired. turned: another was chosen."""

    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("kinds")
        self.setAccessibleName(_("Kinds of item"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(16, 16))
        names: dict[str, str] = {ALL: _("Everything")}
        names.update({kind: _(many) for kind, (_one, many) in KINDS.items()})
        names[RETIRED] = _("Retired")
        self._names = names
        for kind, name in names.items():
            row = QListWidgetItem(name)
            row.setData(_ITEM, kind)
            self.addItem(row)
        self.restyle(theme)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _row: self.turned.emit(self.kind))
        widest = max(self.fontMetrics().horizontalAdvance(f"{name}  88,888") for name in names.values())
        self.setMinimumWidth(min(widest + 60, 240))

    @property
    def kind(self) -> str:
        """The kind that is chosen, ALL or RETIRED."""
        return str(self.item(max(self.currentRow(), 0)).data(_ITEM))

    def restyle(self, theme: Theme) -> None:
        """Icons in the colours of a theme."""
        for row in range(self.count()):
            name = ICONS[self.item(row).data(_ITEM)]
            self.item(row).setIcon(icon(name, theme.colour["muted"], theme.colour["disabled_text"]))

    def choose(self, kind: str) -> None:
        """Turns to a kind."""
        for row in range(self.count()):
            if self.item(row).data(_ITEM) == kind:
                self.setCurrentRow(row)

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Shows how many items of each kind there are."""
        for row in range(self.count()):
            item = self.item(row)
            kind = item.data(_ITEM)
            name = self._names[kind]
            count = sum(counts.values()) if kind == ALL else counts.get(kind, 0)
            item.setText(name if kind == RETIRED or not count else f"{name}  {number(count)}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                name if kind == RETIRED else _("{kind}: {count}").format(kind=name, count=number(count)),
            )


class ItemModel(QAbstractListModel):
    """Items that were found, and which of them have changes that are not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self._changed: set[str] = set()

    def show_items(self, items: list[Item]) -> None:
        """Shows items in this order; what is there already stays chosen where it can."""
        if [each.id for each in items] == [each.id for each in self.items]:
            self.items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def mark(self, changed: set[str]) -> None:
        """Marks those that have changes which are not kept (ids)."""
        differing = changed ^ self._changed
        self._changed = set(changed)
        for row, item in enumerate(self.items):
            if item.id in differing:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, item_id: str) -> int:
        """Where an item stands; -1 when it does not."""
        return next((row for row, item in enumerate(self.items) if item.id == item_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows and says."""
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return ("• " if item.id in self._changed else "") + item.name
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (item.name, item.about) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                chip = chip_of(item, datetime.date.today())[0]
                unsaved = _("not saved") if item.id in self._changed else ""
                kind = _(KINDS[item.kind][0])
                return ", ".join(part for part in (item.name, kind, item.about, chip, unsaved) if part)
            case _ if role == _ABOUT:
                return item.about
            case _ if role == _CHIP:
                return chip_of(item, datetime.date.today())
            case _ if role == _ITEM:
                return item.kind
        return None


class ItemRow(QStyledItemDelegate):
    """Paints an item: its name with a chip at the right, and a line about it."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPixelSize(self._theme.size["small"])
        return small

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines."""
        return QSize(120, option.fontMetrics.height() + QFontMetrics(self._small(option.font)).height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A row, marked by a frame and a ground where it is chosen."""
        colour, rect = self._theme.colour, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect.adjusted(2, 2, -3, -2)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colour["focus"] if chosen else colour["card_border"]))
        painter.setBrush(QColor(colour["hover"] if over and not chosen else colour["card"]))
        painter.drawRoundedRect(box, 7, 7)
        inside = rect.adjusted(_PAD + 2, 8, -_PAD - 2, -6)
        right = self._chip(painter, option, index, inside)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        above = QRect(inside.left(), inside.top(), right - inside.left(), 20)
        self._line(painter, bold, colour["text"], above, str(index.data()))
        top = inside.top() + QFontMetrics(bold).height() + 3
        below = QRect(inside.left(), top, inside.width(), inside.bottom() - top + 4)
        self._line(painter, self._small(option.font), colour["muted"], below, index.data(_ABOUT) or "")
        painter.restore()

    def _line(self, painter: QPainter, font: QFont, ink: str, where: QRect, words: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, inside: QRect) -> int:
        """Paints the chip; returns where what stands left of it must end."""
        words, tone = index.data(_CHIP)
        colour = self._theme.colour
        ground, ink = {
            "": ("accent_soft", "accent_soft_text"),
            "warn": ("warn_soft", "warn_text"),
            "bad": ("bad_soft", "bad_text"),
        }[tone]
        font = self._small(option.font)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(words) + 16
        at = QRect(inside.right() - wide, inside.top() - 1, wide, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour[ground]))
        painter.drawRoundedRect(at, at.height() / 2, at.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(colour[ink]))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, words)
        return at.left() - 6


class ItemList(QListView):
    """The items that were found. chosen: one is to be shown (its id); entered: and worked on."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("libraryItems")
        self.setAccessibleName(_("Items of the library"))
        self.found = ItemModel()
        self.setModel(self.found)
        self.restyle(theme)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._shown = ""
        self.selectionModel().currentChanged.connect(self._turned)

    def restyle(self, theme: Theme) -> None:
        """Rows in the colours of a theme."""
        if (old := self.itemDelegate()) is not None:
            old.deleteLater()
        self.setItemDelegate(ItemRow(theme, self))

    @property
    def current(self) -> str:
        """The id of the item that is chosen, or nothing."""
        row = self.currentIndex().row()
        return self.found.items[row].id if 0 <= row < len(self.found.items) else ""

    def show_items(self, items: list[Item]) -> None:
        """Shows items; the one that was chosen stays so where it is among them."""
        held = self._shown
        self.found.show_items(items)
        self.mark_current(held)

    def mark_current(self, item_id: str) -> None:
        """Marks the item that is shown, without asking for it."""
        self._shown = item_id
        row = self.found.row_of(item_id)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.found.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self.selectionModel().clearSelection()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _turned(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._shown = self.found.items[now.row()].id
            self.chosen.emit(self._shown)
