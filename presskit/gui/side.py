"""The side pane: what the kit holds for reuse, and the outline of the release."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from presskit.gui.icons import icon
from presskit.gui.perblock import PerBlock
from presskit.gui.pieces import Piece, gather, pieces_of
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.block import Block, fresh_copy
from presskit.session import Changed, Session

ITEM_MIME = "application/x-presskit-item"
_ITEM = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1
_PAD = 12  # pixels within a card
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PieceCard(QStyledItemDelegate):
    """Paints a piece as a small card: its name, and below it a line about it."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A head is a line; a card is as high as its words need."""
        small = QFont(option.font)
        small.setPixelSize(self._theme.size["small"])
        metrics = option.fontMetrics
        if index.data(_ITEM) is None:
            return QSize(10, metrics.height() + 14)
        width = self._view.viewport().width() - 2 * _PAD - 12
        about = QFontMetrics(small).boundingRect(QRect(0, 0, width, 400), _WRAP, index.data(_ABOUT) or "")
        return QSize(10, metrics.height() + (about.height() + 2 if index.data(_ABOUT) else 0) + 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A head in small capitals, or a card."""
        colour, rect = self._theme.colour, option.rect
        font = QFont(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_ITEM) is None:
            font.setPixelSize(self._theme.size["tiny"])
            font.setWeight(QFont.Weight.DemiBold)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
            painter.setFont(font)
            painter.setPen(QColor(colour["muted"]))
            painter.drawText(rect.adjusted(6, 8, 0, 0), Qt.AlignmentFlag.AlignLeft, str(index.data()))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect.adjusted(2, 3, -3, -3)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colour["focus"] if chosen else colour["card_border"]))
        painter.setBrush(QColor(colour["hover"] if over and not chosen else colour["card"]))
        painter.drawRoundedRect(box, 7, 7)
        inside = rect.adjusted(_PAD, 9, -_PAD, -6)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colour["text"]))
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, name)
        top = inside.top() + painter.fontMetrics().height() + 3
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(self._theme.size["small"])
        painter.setFont(font)
        painter.setPen(QColor(colour["muted"]))
        painter.drawText(
            QRect(inside.left(), top, inside.width(), inside.bottom() - top + 4),
            _WRAP,
            index.data(_ABOUT) or "",
        )
        painter.restore()


class PieceList(QListWidget):
    """The pieces, grouped; drag one onto the release or press Enter."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(PieceCard(theme, self))
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setObjectName("pieces")
        self.setAccessibleName(_("Pieces of this kit"))
        self.setDragEnabled(True)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._choose)
        self.found: list[Piece] = []

    def show_pieces(self, found: list[Piece], wanted: str) -> None:
        """Shows the pieces whose words contain `wanted`."""
        wanted = wanted.casefold()
        shown = [each for each in found if wanted in f"{each.name} {each.about}".casefold()]
        told = [(each.group, each.name, each.about) for each in shown]
        if told == [(each.group, each.name, each.about) for each in self.found] and self.count():
            self.found = shown
            return
        self.found = shown
        self.clear()
        group = ""
        for number, piece in enumerate(shown):
            if piece.group != group:
                group = piece.group
                head = QListWidgetItem(group.upper())
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(head)
            item = QListWidgetItem(piece.name)
            item.setData(_ABOUT, piece.about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group}: {piece.name}. {piece.about}")
            item.setData(_ITEM, number)
            item.setToolTip(_("Drag onto the release, or press Enter to insert"))
            self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def go_first(self) -> None:
        """The keys to the first piece."""
        if self.found:
            self.setCurrentRow(1)  # below the head of its group
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]
        """What a drag carries: the number of the piece."""
        mime = QMimeData()
        if items:
            mime.setData(ITEM_MIME, str(items[0].data(_ITEM)).encode())
        return mime

    def _choose(self, item: QListWidgetItem) -> None:
        number = item.data(_ITEM)
        if number is not None:
            self.chosen.emit(fresh_copy(self.found[number].block))


class Outline(QListWidget):
    """The blocks in order; drag to move, click to go there."""

    moved = Signal(str, int)
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told: list[tuple[str, str, str]] = []
        self._tell = PerBlock(lambda block: (block.id, block.kind, block.summary()[:80] or _(block.label)))
        self._current = ""
        self.setObjectName("outline")
        self.setAccessibleName(_("Outline of the release"))
        self.setIconSize(QSize(16, 16))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_ITEM)))
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(_ITEM)))

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Shows the blocks; only rows that differ change."""
        told = self._tell(blocks)
        if told == self._told:
            return
        colour = self._theme.colour
        while self.count() > len(told):
            self.takeItem(self.count() - 1)
        for row, (key, kind, words) in enumerate(told):
            if row >= self.count():
                item = QListWidgetItem()
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)  # between two, never onto one
                self.addItem(item)
            elif row < len(self._told) and self._told[row] == told[row]:
                continue
            item = self.item(row)
            item.setText(words)
            item.setIcon(icon(kind, colour["muted"], colour["disabled_text"]))
            item.setData(_ITEM, key)
            item.setToolTip(_(blocks[row].label))
        self._told = told
        self.show_current(self._current)

    def show_current(self, block: str) -> None:
        """Marks the block that the caret is in."""
        self._current = block
        for row, (key, _kind, _words) in enumerate(self._told):
            if key == block:
                self.setCurrentRow(row)
                return

    def dropEvent(self, event: QDropEvent) -> None:
        """Moves the block in the release; the list follows from it."""
        row = self.currentRow()
        at = self.indexAt(event.position().toPoint())
        to = at.row() if at.isValid() else self.count()
        if at.isValid() and event.position().y() > self.visualRect(at).center().y():
            to += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if 0 <= row < len(self._told):
            self.moved.emit(self._told[row][0], to - 1 if row < to else to)


class SearchField(QLineEdit):
    """Down goes on to what was found."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the arrow."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class SidePane(QWidget):
    """Library and outline."""

    insert = Signal(object)
    go = Signal(str)
    moved = Signal(str, int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pieces_of = PerBlock(pieces_of)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setObjectName("sideTabs")
        self.tabs.setAccessibleName(_("Side pane"))
        self.tabs.addTab(_("Library"))
        self.tabs.addTab(_("Outline"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.search = SearchField()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(_("Search (Ctrl+L)"))
        self.search.setAccessibleName(_("Search the pieces of this kit"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.pieces = PieceList(theme)
        self.outline = Outline(theme)
        self._empty = QLabel(
            _("Boilerplate, speakers, figures and contacts of this kit gather here, to be used again.")
        )
        self._empty.setObjectName("paneHint")
        self._empty.setWordWrap(True)
        hint = QLabel(_("Drag onto the release, or press Enter to insert"))
        hint.setObjectName("paneHint")
        hint.setWordWrap(True)
        library = QWidget()
        inside = QVBoxLayout(library)
        inside.setContentsMargins(8, 8, 8, 4)
        inside.setSpacing(4)
        for widget in (self.search, self._empty, self.pieces, hint):
            inside.addWidget(widget, 1 if widget is self.pieces else 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(library)
        self._stack.addWidget(self.outline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 1, 0)
        column.setSpacing(2)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.down.connect(self.pieces.go_first)
        self.pieces.chosen.connect(self.insert)
        self.outline.chosen.connect(self.go)
        self.outline.moved.connect(self.moved)
        self._show()

    def changed(self, told: Changed) -> None:
        """Takes over a change of the release."""
        if told.before is None or told.before.blocks is not told.after.blocks:
            self._show()

    def piece(self, number: str) -> Block | None:
        """The block that a dragged piece makes."""
        found = self.pieces.found
        return fresh_copy(found[int(number)].block) if number.isdigit() and int(number) < len(found) else None

    def _show(self) -> None:
        release = self._session.release
        found = gather(self._pieces_of(release.blocks))
        self.pieces.show_pieces(found, self.search.text().strip())
        self._empty.setVisible(not found)
        self.outline.show_blocks(release.blocks)
