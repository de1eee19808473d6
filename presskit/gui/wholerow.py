"""Lists whose lines are widgets: each gets the whole of its line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget


class WholeRow(QStyledItemDelegate):
    """Else a widget would have the room of a text alone, and lose its edge."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Places a widget on all of its line."""
        editor.setGeometry(option.rect)
