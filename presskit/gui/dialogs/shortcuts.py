"""The keyboard shortcuts, read off the table of commands."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from presskit.gui.commands import COMMANDS, INSERT, OFFERED, kind_keys
from presskit.i18n import _


def shortcut_rows() -> list[tuple[str, str, str]]:
    """(menu, command, keys as this desktop writes them) of every command that has keys."""
    rows = [(_(each.menu), _(each.text), each.keys) for each in COMMANDS if each.keys]
    rows += [
        (_(INSERT), _(kind.label), kind_keys(number))
        for number, kind in enumerate(OFFERED)
        if kind_keys(number)
    ]
    native = QKeySequence.SequenceFormat.NativeText
    return [(menu, text.rstrip("…"), QKeySequence(keys).toString(native)) for menu, text, keys in rows]


class ShortcutsDialog(QDialog):
    """A list to read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(460, 560)
        rows = shortcut_rows()
        table = QTableWidget(len(rows), 3)
        table.setHorizontalHeaderLabels([_("Menu"), _("Command"), _("Keys")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setAccessibleName(_("Keyboard shortcuts"))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        table.horizontalHeader().setStretchLastSection(True)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        stack = QVBoxLayout(self)
        stack.addWidget(table)
        stack.addWidget(buttons)
