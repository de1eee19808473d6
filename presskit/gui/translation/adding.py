"""Which language to add to a kit, and what its release begins with."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from presskit.gui.dialogs.small import FormDialog
from presskit.gui.slips import meant
from presskit.gui.translation.names import named, offered
from presskit.i18n import _
from presskit.text.folding import fold
from presskit.text.tags import canonical

_TAG = Qt.ItemDataRole.UserRole
_REGISTERED = 5  # letters of a language that BCP 47 (RFC 5646, 2.2.1) keeps for later, and nobody has yet
_GUESSES = 5


class _Search(QLineEdit):
    """A search field whose arrows move in the list below."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__()
        self._rows = rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self._rows.count():
            at = self._rows.currentRow() + step
            self._rows.setCurrentRow(min(max(at, 0), self._rows.count() - 1))


class AddLanguageDialog(FormDialog):
    """Asks for a language that the kit does not have yet, by its name or its tag."""

    def __init__(self, parent: QWidget, there: Iterable[str]) -> None:
        super().__init__(parent, _("Add a release in another language"), _("Add the language"))
        self._there = {tag.casefold() for tag in there}
        self._languages = {tag.partition("-")[0] for tag in self._there}
        self.rows = QListWidget()
        self.rows.setMinimumHeight(190)
        self.search = _Search(self.rows)
        self.search.setPlaceholderText(_("Name, or a tag such as es-MX"))
        self.search.setClearButtonEnabled(True)
        self.row(_("Language"), self.search, "languageSearch")
        self.row(_("Languages"), self.rows, "languages")
        self.words = QRadioButton(_("The original’s words, to be written over"))
        self.words.setObjectName("beginWithWords")
        self.words.setChecked(True)
        self.empty = QRadioButton(_("The same parts, without words"))
        self.empty.setObjectName("beginEmpty")
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.empty)
        self.row(_("Begins with"), choices, "beginsWith")
        self._note = self.note()
        self._note.setText(
            _(
                "Dateline, embargo, names, figures, photos, brand and house style come over. Approvals do "
                "not: whoever is quoted clears the words of each language."
            )
        )
        self.finish()
        self.search.textChanged.connect(self._fill)
        self.rows.currentRowChanged.connect(self._check)
        self.rows.itemDoubleClicked.connect(lambda _item: self.accept())
        self._fill()
        self.search.setFocus()

    def language(self) -> str:
        """The tag of the language that is chosen; nothing while none is."""
        chosen = self.rows.currentRow()
        return str(self.rows.item(chosen).data(_TAG)) if chosen >= 0 else ""

    def with_words(self) -> bool:
        """Whether it begins with the original's words."""
        return self.words.isChecked()

    def _fill(self) -> None:
        typed = self.search.text().strip()
        wanted, tag = fold(typed), canonical(typed)
        found = [
            (each, name)
            for each, name in offered()
            if wanted in fold(name) or each.casefold().startswith(typed.casefold())
        ]
        exact = [each for each in found if each[0] == tag]
        known = len(tag.partition("-")[0]) < _REGISTERED
        if tag and known and not exact and (not found or "-" in typed or "_" in typed):
            exact = [(tag, named(tag))]
        if not found and not exact:
            every = offered()
            found = [
                every[at] for at in meant(wanted, [fold(name) for _tag, name in every], _GUESSES, whole=True)
            ]
        if not typed:  # a translation is of another language, seldom of another country
            found.sort(key=lambda each: each[0].partition("-")[0] in self._languages)
        found = [*exact, *(each for each in found if each not in exact)]
        self.rows.clear()
        for each, name in found:
            if each.casefold() not in self._there:
                item = QListWidgetItem(_("{language} · {tag}").format(language=name, tag=each))
                item.setData(_TAG, each)
                self.rows.addItem(item)
        if self.rows.count():
            self.rows.setCurrentRow(0)
        self._check()

    def _check(self, _row: int = -1) -> None:
        self.accept_button.setEnabled(bool(self.language()))
