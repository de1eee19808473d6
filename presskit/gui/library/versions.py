"""The versions of an item: who made which when, how it differs from the item as it is now, and a way back."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.library.desk import Desk
from presskit.gui.library.versions_difference import as_page
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.details import changes
from presskit.library.items import Item
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Edition
from presskit.model.locale_words import moment

_NUMBER = Qt.ItemDataRole.UserRole
_SIZE = (820, 520)  # pixels


class VersionsDialog(QDialog):
    """Lists the versions, the latest first. back: the version that is to come back, once it was accepted."""

    def __init__(
        self, parent: QWidget, desk: Desk, theme: Theme, item: Item, organisations: Mapping[str, str]
    ) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._item = desk, theme, item
        self._organisations = organisations
        self._seen: dict[int, Item] = {item.version: item}
        self._asked = 0
        self._closed = False
        self.back: Item | None = None
        self.setObjectName("versions")
        self.setWindowTitle(_("Versions of “{name}”").format(name=item.name))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        both = QHBoxLayout()
        both.setSpacing(12)
        self.list = QListWidget()
        self.list.setObjectName("versionList")
        self.list.setAccessibleName(_("Versions, the latest first"))
        self.list.setFixedWidth(270)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._turned)
        both.addWidget(self.list)
        right = QVBoxLayout()
        self.head = QLabel()
        self.head.setObjectName("fieldLabel")
        self.head.setWordWrap(True)
        self.shown = QTextBrowser()
        self.shown.setObjectName("versionDifference")
        self.shown.setAccessibleName(_("What is different"))
        self.shown.setOpenLinks(False)
        right.addWidget(self.head)
        right.addWidget(self.shown, 1)
        both.addLayout(right, 1)
        column.addLayout(both, 1)
        buttons = QDialogButtonBox()
        self.bring = buttons.addButton(_("Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.bring.setObjectName("bringBack")
        self.bring.setProperty("primary", True)
        self.bring.setToolTip(_("Makes this version the newest; those between stay in the list"))
        self.bring.setAutoDefault(False)
        self.bring.setEnabled(False)
        self.bring.clicked.connect(self._bring)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        desk.ask(lambda shelf: shelf.versions(item.id), self._list, self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter brings the chosen version back only from its button."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.bring.hasFocus() and self.bring.isEnabled():
            self._bring()

    def _list(self, found: list[Edition]) -> None:
        if self._closed:
            return
        for each in found:
            told = _("Version {number} · {when}").format(number=each.version, when=moment(each.changed))
            lines = (told, each.changed_by, each.note)
            row = QListWidgetItem("\n".join(line for line in lines if line.strip()))
            row.setData(_NUMBER, each.version)
            self.list.addItem(row)
        self.list.setCurrentRow(min(1, self.list.count() - 1))
        self.list.setFocus()

    def _turned(self, row: int) -> None:
        number = self.list.item(row).data(_NUMBER) if row >= 0 else 0
        self._asked = number
        self.bring.setEnabled(False)
        if number in self._seen:
            self._show(self._seen[number])
        elif number:
            item_id = self._item.id
            self._desk.ask(lambda shelf: shelf.version(item_id, number), self._came, self._failed)

    def _came(self, item: Item) -> None:
        self._seen[item.version] = item
        if item.version == self._asked and not self._closed:
            self._show(item)

    def _show(self, item: Item) -> None:
        now = item.version == self._item.version
        if now:
            self.head.setText(_("This is the item as it is now."))
            self.shown.clear()
            return
        told = _("From version {number} to now: struck through was there then, underlined is new since.")
        self.head.setText(told.format(number=item.version))
        found = changes(item, self._item, self._organisations)
        none = _("They say the same; only a picture or an approval is different.")
        self.shown.setHtml(as_page(found, self._theme, none))
        self.bring.setEnabled(True)
        self.bring.setText(_("Bring back version {number}").format(number=item.version))

    def _bring(self) -> None:
        self.back = self._seen[self._asked]
        self.accept()

    def _failed(self, problem: LibraryProblem) -> None:
        if not self._closed:
            self.head.setText(problem.sentence)

    def done(self, result: int) -> None:
        """What still comes is nobody's affair."""
        self._closed = True
        super().done(result)
