"""The user's own words, to be looked at and taken away."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from presskit.i18n import _
from presskit.model.locale_words import alphabetical


class _List(QListWidget):
    """A list whose Delete takes away what is chosen."""

    def __init__(self, remove: QPushButton) -> None:
        super().__init__()
        self._remove = remove

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, as on the button."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove.click()
        else:
            super().keyPressEvent(event)


class WordsDialog(QDialog):
    """Two lists in one: words that are right everywhere, and those that are right in the kit at hand.

    `mine` and `kits` are what is left of each when it was accepted.
    """

    def __init__(self, parent: QWidget, mine: Iterable[str], kits: Iterable[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Words that are right"))
        self.resize(420, 480)
        self._remove = QPushButton(_("Remove"))
        self._remove.setObjectName("removeWord")
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self._take)
        self._seek = QLineEdit()
        self._seek.setObjectName("seekWord")
        self._seek.setPlaceholderText(_("Look for a word"))
        self._seek.setAccessibleName(_("Look for a word"))
        self._seek.textChanged.connect(self._narrow)
        self._list = _List(self._remove)
        self._list.setObjectName("wordList")
        self._list.setAccessibleName(_("Words that are right"))
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        for words, where in ((mine, ""), (kits, _("{word} (in this kit)"))):
            for word in sorted(words, key=alphabetical):
                item = QListWidgetItem(where.format(word=word) if where else word)
                item.setData(Qt.ItemDataRole.UserRole, (bool(where), word))
                self._list.addItem(item)
        self._list.itemSelectionChanged.connect(self._able)
        self._none = QLabel(
            _("There are none yet. Add a word from its menu, where it is marked as misspelled.")
        )
        self._none.setObjectName("fieldLabel")
        self._none.setWordWrap(True)
        self._none.setVisible(self._list.count() == 0)
        buttons = QDialogButtonBox()
        buttons.addButton(self._remove, QDialogButtonBox.ButtonRole.ActionRole)
        done = buttons.addButton(_("Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        done.setProperty("primary", True)
        done.setObjectName("accept")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(9)
        for widget in (self._seek, self._none, self._list, buttons):
            column.addWidget(widget)
        self._able()

    @property
    def mine(self) -> set[str]:
        """The user's words that are left."""
        return self._left(of_kit=False)

    @property
    def kits(self) -> set[str]:
        """The kit's words that are left."""
        return self._left(of_kit=True)

    def _left(self, *, of_kit: bool) -> set[str]:
        kept = (self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count()))
        return {word for belongs, word in kept if belongs == of_kit}

    def _able(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _take(self) -> None:
        for item in self._list.selectedItems():
            self._list.takeItem(self._list.row(item))
        self._able()

    def _narrow(self, sought: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(sought.casefold() not in item.text().casefold())
            if item.isHidden():
                item.setSelected(False)
