"""All settings on a few pages, grown from what `settings/asked.py` declares. Each takes effect at once."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from presskit.gui import filing
from presskit.gui.dialogs.setting import SettingRow
from presskit.gui.dialogs.shortcuts import ShortcutsPane
from presskit.i18n import N_, _
from presskit.settings import Settings
from presskit.settings.asked import ASKED, PAGES
from presskit.text.folding import fold

KEYBOARD = N_("Keyboard")
_SIZE = (820, 580)
_LIST = 170  # pixels


class SettingsDialog(QDialog):
    """changed: the name of a setting and its new value. Ends with AGAIN when it has to be made anew."""

    changed = Signal(str, object)
    AGAIN = 7

    def __init__(self, parent: QWidget, settings: Settings, page: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(_("Settings"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        self.search = QLineEdit()
        self.search.setObjectName("settingsSearch")
        self.search.setPlaceholderText(_("Find a setting"))
        self.search.setAccessibleName(_("Find a setting"))
        self.search.setClearButtonEnabled(True)
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(14)
        column.addLayout(row, 1)
        self.pages = QListWidget()
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName(_("Pages of settings"))
        self.pages.setMinimumWidth(_LIST)
        self.pages.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row.addWidget(self.pages)
        self._stack = QStackedWidget()
        row.addWidget(self._stack, 1)
        self.rows: dict[str, SettingRow] = {}
        for name in PAGES:
            self.pages.addItem(_(name))
            self._stack.addWidget(self._page(name, settings))
        self.keys = ShortcutsPane(settings.keys)
        self.keys.changed.connect(lambda keys: self.changed.emit("keys", keys))
        self.pages.addItem(_(KEYBOARD))
        self._stack.addWidget(self.keys)
        self.pages.setFixedWidth(max(_LIST, self.pages.sizeHintForColumn(0) + 30))
        buttons = QDialogButtonBox()
        every = buttons.addButton(_("Back to all defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        every.setObjectName("allDefaults")
        every.setAutoDefault(False)
        every.clicked.connect(self._all_defaults)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.search.textChanged.connect(self._find)
        self.pages.setCurrentRow(len(PAGES) if page == "keys" else self._number(page))
        (self.keys.search if page == "keys" else self.search).setFocus()

    def shown(self) -> str:
        """The page that is shown."""
        row = self.pages.currentRow()
        return "keys" if row == len(PAGES) else PAGES[row]

    def _number(self, page: str) -> int:
        return PAGES.index(page) if page in PAGES else 0

    def _page(self, name: str, settings: Settings) -> QWidget:
        inside = QWidget()
        inside.setObjectName("settingsPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 12, 2)
        column.setSpacing(16)
        for asked in ASKED:
            if asked.page == name:
                row = SettingRow(asked, getattr(settings, asked.name))
                row.chosen.connect(self._chosen)
                self.rows[asked.name] = row
                column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_(name))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _chosen(self, name: str, value: Any) -> None:
        self.changed.emit(name, value)
        if name == "screen_language":
            self.done(self.AGAIN)

    def _all_defaults(self) -> None:
        told = _("All settings and keys become as they were at first, those that you changed among them.")
        answers = (("reset", _("Set back")), ("cancel", _("Cancel")))
        if filing.ask(self, _("Back to all defaults"), told, *answers) != "reset":
            return
        for row in self.rows.values():
            row.to_default()
        self.keys.to_defaults()

    def _find(self, words: str) -> None:
        """Leaves what has the words in it, and goes to the first page that has any."""
        wanted = fold(words).split()
        first = None
        for number, name in enumerate(PAGES):
            found = False
            for asked in ASKED:
                if asked.page == name:
                    said = fold(f"{_(asked.label)} {_(asked.help)}")
                    fits = all(word in said for word in wanted)
                    self.rows[asked.name].setVisible(fits)
                    found = found or fits
            flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            self.pages.item(number).setFlags(flag if found else Qt.ItemFlag.NoItemFlags)
            first = number if found and first is None else first
        self.keys.search.setText(words)
        if first is None and self.keys.has_rows():
            first = len(PAGES)
        if wanted and first is not None:
            self.pages.setCurrentRow(first)
