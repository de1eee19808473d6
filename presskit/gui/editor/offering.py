"""A line that offers what may be meant: people of the kit, the usual verbs."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from presskit.gui.editor.fields import LineField
from presskit.i18n import _

_HIDING = frozenset(
    [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab]
)
_MOST_SHOWN = 8  # lines of the list before it scrolls


class Offer(NamedTuple):
    """text: what may be typed. shown: how the list has it. value: what comes with it."""

    text: str
    shown: str
    value: Any = None


class OfferField(LineField):
    """A line with a list of what fits the letters typed; F4 shows all of it.

    chosen: an Offer was taken from the list.
    """

    chosen = Signal(object)

    def __init__(self, offers: Callable[[], list[Offer]]) -> None:
        super().__init__()
        self._find, self._offers = offers, list[Offer]()
        self._list = QCompleter(QStringListModel(self), self)
        self._list.setWidget(self)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setFilterMode(Qt.MatchFlag.MatchContains)
        self._list.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView()
        self._list.setPopup(self._popup)
        self._popup.setObjectName("offers")
        self._popup.setAccessibleName(_("Suggestions"))
        self._list.activated[QModelIndex].connect(self._taken)  # type: ignore[index]
        self.textEdited.connect(self._offer)

    def offer_all(self) -> None:
        """Opens the list with all that there is."""
        self._fill()
        self._show("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Looks anew what there is to offer."""
        super().focusInEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 opens the list; while it is open, it has the keys that choose and close."""
        if self._popup.isVisible() and event.key() in _HIDING:
            event.ignore()
        elif event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.offer_all()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self._offers = self._find()
        self._list.model().setStringList([each.shown for each in self._offers])  # type: ignore[attr-defined]

    def _offer(self, letters: str) -> None:
        if letters.strip() and any(each.text == letters for each in self._offers):
            self._popup.hide()
        elif letters.strip():
            self._show(letters)
        else:
            self._popup.hide()

    def _show(self, letters: str) -> None:
        self._list.setCompletionPrefix(letters)
        if not self._list.completionCount():
            self._popup.hide()
            return
        self._popup.setCurrentIndex(QModelIndex())
        place = self.rect()
        needed = self._popup.sizeHintForColumn(0) + self._popup.verticalScrollBar().sizeHint().width()
        place.setWidth(max(place.width(), needed))
        self._list.complete(place)

    def _taken(self, index: QModelIndex) -> None:
        shown = index.data()
        found = next((each for each in self._offers if each.shown == shown), None)
        if found is not None:
            self.chosen.emit(found)
