"""The list of the side pane: items of the library and pieces of the kit, to be dragged or chosen."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from presskit.gui.library.cards import ROW, RowCard
from presskit.gui.library.rows import Row, said
from presskit.gui.theme import Theme
from presskit.i18n import _

ITEM_MIME = "application/x-presskit-item"
_ENTER = frozenset([Qt.Key.Key_Return, Qt.Key.Key_Enter])
_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._groups: list[str] = []

    def show(self, found: list[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows, self._groups = found, []
        group = ""
        for row in found:
            group = group if row.key else row.name
            self._groups.append(group)
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many there are."""
        return len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the card paints, and what a screen reader says."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(row, self._groups[index.row()]) if row.key else row.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.name}\n{row.about}" if row.key and row.about else None
            case _:
                return row if role == ROW else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if not index.isValid() or not self.rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """What a drag carries: the key of the row."""
        mime = QMimeData()
        if indexes:
            mime.setData(ITEM_MIME, self.rows[indexes[0].row()].key.encode())
        return mime


class ShelfList(QListView):
    """chosen: a row, by Enter or a double click. menu_wanted: a row, and where on the screen."""

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = _Model()
        self._cards = RowCard(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._cards)
        self.setObjectName("pieces")
        self.setAccessibleName(_("Library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the pane shows through
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._choose)

    @property
    def rows(self) -> list[Row]:
        """What is shown, heads included."""
        return self._model.rows

    def row(self, key: str) -> Row | None:
        """The row of that key."""
        return next((row for row in self._model.rows if row.key and row.key == key), None)

    def show_rows(self, found: list[Row], terms: tuple[str, ...]) -> None:
        """Shows rows, and marks in their names what is looked for; the row that is chosen stays so."""
        same = found == self._model.rows
        if self._cards.terms != terms:
            self._cards.terms = terms
            self.viewport().update()
        if same:
            return
        at = self.current()
        top = self.verticalScrollBar().value()
        self._model.show(found)
        if at and (place := next((n for n, row in enumerate(found) if row.key == at.key), None)) is not None:
            self.setCurrentIndex(self._model.index(place))
            self.verticalScrollBar().setValue(top)

    def current(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def go_first(self) -> None:
        """The keys to the first row that can be chosen."""
        place = next((number for number, row in enumerate(self._model.rows) if row.key), None)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts; the menu key opens the menu of the row."""
        if event.key() in _ENTER and self.current() is not None:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the one that is chosen."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.key:
            place = event.globalPos()
            if not by_mouse:
                place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(row, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.key:
            self.chosen.emit(row)
