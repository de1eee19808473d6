"""The outline of the release, in which blocks are found and moved."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from presskit.gui.icons import icon
from presskit.gui.perblock import PerBlock
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.block import Block

_ITEM = Qt.ItemDataRole.UserRole


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
