"""The lists of words that are right, the user's and the kit's: what puts words on them and takes them off."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from presskit.gui import filing
from presskit.gui.dialogs.words import WordsDialog
from presskit.i18n import _
from presskit.reasons import why
from presskit.session import Session
from presskit.spelling.check import listed
from presskit.spelling.wordlist import WordList


class WordLists:
    """Changes the lists; changed: called after each change."""

    def __init__(self, window: QWidget, mine: WordList, changed: Callable[[], None]) -> None:
        self._window, self._mine, self._changed = window, mine, changed

    def mine(self) -> frozenset[str]:
        """The user's words."""
        return self._mine.words()

    def add_to_mine(self, word: str) -> None:
        """Puts a word on the user's list, and says so when that cannot be saved."""
        told = _("“{word}” could not be added to your words, and counts until PressKit is closed. {reason}")
        self._keep(lambda: self._mine.add(listed(word)), told.replace("{word}", word))
        self._changed()

    def add_to_kit(self, word: str, session: Session) -> None:
        """Puts a word on the kit's list, as a step of its history."""
        session.edit_kit(_("Add to this kit’s words"), lambda kit: kit.with_word(listed(word)))
        self._changed()

    def look_over(self, session: Session) -> None:
        """Shows both lists, and takes off them what the user takes away."""
        mine = self.mine()
        dialog = WordsDialog(self._window, mine, session.kit.words)
        if dialog.exec():
            if gone := mine - dialog.mine:
                self._keep(lambda: self._mine.remove(gone), _("The list could not be saved. {reason}"))
            left = dialog.kits
            if left != set(session.kit.words):
                session.edit_kit(_("Remove from this kit’s words"), lambda kit: kit.with_words(left))
            self._changed()
        dialog.deleteLater()

    def _keep(self, keep: Callable[[], None], told: str) -> None:
        try:
            keep()
        except OSError as problem:
            sentence = told.replace("{reason}", why(problem))
            filing.tell(self._window, _("Your words were not saved"), sentence)
