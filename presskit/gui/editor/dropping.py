"""What may be dropped on the page: blocks, pieces of the side pane and pictures."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from presskit.gui.editor.card import BLOCK_MIME
from presskit.gui.editor.column import Column
from presskit.gui.editor.picture import has_pictures, pictures_in
from presskit.model.block import Block

_EDGE = 5  # the part of a card's height, at its top and at its foot, that means beside it


class DropPage(QScrollArea):
    """A page of cards that shows where a drop would go.

    dropped: pictures dropped, and the place among the blocks. dropped_item: the key of
    a piece, the place, and the id of the block in whose middle it was dropped, or "".
    """

    dropped = Signal(object, int)
    dropped_item = Signal(str, int, str)

    column: Column

    def furnish_drops(self, page: QWidget) -> None:
        """Makes the line that shows where a drop would go."""
        self._line = QFrame(page)
        self._line.setObjectName("dropLine")
        self._line.hide()

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the release, in order."""
        raise NotImplementedError

    def move_block(self, block_id: str, place: int) -> None:
        """Moves a block to a place, counted without it."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Blocks, library items and pictures may be dropped."""
        mime = event.mimeData()
        if mime.hasFormat(BLOCK_MIME) or mime.hasFormat("application/x-presskit-item") or has_pictures(mime):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where the drop would go."""
        place = self._place_at(event.position().toPoint().y())
        self._show_line(place)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Takes the mark away."""
        self._line.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Moves the block, inserts the item, or adds the pictures."""
        self._line.hide()
        mime = event.mimeData()
        place = self._place_at(event.position().toPoint().y())
        if mime.hasFormat(BLOCK_MIME):
            block_id = bytes(mime.data(BLOCK_MIME).data()).decode()
            keys = [block.id for block in self.blocks()]
            if block_id in keys:
                here = keys.index(block_id)
                self.move_block(block_id, place - 1 if here < place else place)
        elif mime.hasFormat("application/x-presskit-item"):
            key = bytes(mime.data("application/x-presskit-item").data()).decode()
            self.dropped_item.emit(key, place, self._block_at(event.position().toPoint().y()))
        else:
            self.dropped.emit(pictures_in(mime), place)
        event.acceptProposedAction()

    def _place_at(self, y: int) -> int:
        return self.column.place_at(y + self.verticalScrollBar().value())

    def _block_at(self, y: int) -> str:
        """The block whose card has a height well within it; "" near the edges and between the cards."""
        blocks, at = self.blocks(), y + self.verticalScrollBar().value()
        if not blocks:
            return ""
        place = self.column.nearest(at)
        rect = self.column.rect_of(place)
        edge = rect.height() // _EDGE
        return blocks[place].id if rect.top() + edge < at < rect.bottom() - edge else ""

    def _show_line(self, place: int) -> None:
        rect = self.column.rect_of(place)
        self._line.setGeometry(rect.left(), rect.top() - 5, rect.width(), 3)
        self._line.show()
        self._line.raise_()
