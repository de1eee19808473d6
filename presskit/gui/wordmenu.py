"""What the menu of a misspelt word offers: what may have been meant, and lists to put it on."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from presskit.i18n import _

Choice = tuple[str, Callable[[], None]]


class WordMenu:
    """Entries above the rest of a menu. Suggestions may come after it was opened."""

    def __init__(self, menu: QMenu, exchange: Callable[[str], None], lists: Sequence[Choice]) -> None:
        """exchange: puts a word in the place of the misspelt one. lists: what else can be done with it."""
        self._menu, self._exchange = menu, exchange
        rest = menu.actions()[0] if menu.actions() else None
        self._waiting = self._entry(_("Looking for suggestions…"))
        self._waiting.setEnabled(False)
        entries = [self._waiting, self._line()]
        for text, act in lists:
            entry = self._entry(text)
            entry.triggered.connect(lambda _on=False, act=act: act())
            entries.append(entry)
        entries.append(self._line())
        if rest is None:
            menu.addActions(entries)
        else:
            menu.insertActions(rest, entries)

    def show(self, suggestions: Sequence[str]) -> None:
        """Puts suggestions, or that there are none, where they are awaited; the menu may be closed by now."""
        if not isValid(self._menu):
            return
        if not suggestions:
            self._waiting.setText(_("No suggestions"))
            return
        for word in suggestions:
            entry = self._entry(word)
            font = entry.font()
            font.setBold(True)
            entry.setFont(font)
            entry.triggered.connect(lambda _on=False, word=word: self._exchange(word))
            self._menu.insertAction(self._waiting, entry)
        self._menu.removeAction(self._waiting)
        if self._menu.isVisible():  # it grew
            least = self._menu.screen().availableGeometry().bottom() - self._menu.height()
            self._menu.move(self._menu.x(), min(self._menu.y(), max(least, 0)))

    def _entry(self, text: str) -> QAction:
        return QAction(text.replace("&", "&&"), self._menu)

    def _line(self) -> QAction:
        line = QAction(self._menu)
        line.setSeparator(True)
        return line
