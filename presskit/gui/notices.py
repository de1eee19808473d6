"""Notices above the cards: what has happened meanwhile, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.gui.wraprow import WrapRow
from presskit.i18n import _

Answers = tuple[tuple[str, str, Callable[[], None]], ...]
"""What can be done: a name for it, the words on its button, and what that does."""


class Notice(QFrame):
    """A sentence and buttons. It goes when one of them is pressed."""

    def __init__(self, name: str, sentence: str, answers: Answers) -> None:
        super().__init__()
        self.setObjectName("issuedBanner")
        self.setAccessibleName(sentence)
        self.setProperty("notice", name)
        row = WrapRow(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 7)
        column.addLayout(row)
        self.words = QLabel(sentence)
        self.words.setObjectName("issuedWords")
        self.words.setWordWrap(True)
        row.put(self.words, stretch=1, least=220)
        for each, label, act in (*answers, ("close", _("Close"), lambda: None)):
            button = QPushButton(label)
            button.setObjectName(f"{name}-{each}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, act=act: self._do(act))
            row.put(button)

    def _do(self, act: Callable[[], None]) -> None:
        self.hide()
        # Once its button is done with the click: a dialog would go on with events.
        QTimer.singleShot(0, self.window(), act)
        self.deleteLater()


class Notices(QWidget):
    """One notice of a name at a time, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_notice(self, name: str, sentence: str, answers: Answers = ()) -> None:
        """Shows a notice in the place of the one of that name; one that says the same stays as it is."""
        shown = self._found(name)
        if shown is not None and shown.accessibleName() == sentence:
            return
        self.drop(name)
        notice = Notice(name, sentence, answers)
        notice.destroyed.connect(self._fit)
        self._column.addWidget(notice)
        self.show()

    def drop(self, name: str) -> None:
        """Takes a notice away: it is no longer so."""
        if (notice := self._found(name)) is not None:
            notice.hide()
            notice.setProperty("notice", "")
            notice.deleteLater()

    def words(self, name: str) -> str:
        """What the notice of a name says; nothing where there is none."""
        notice = self._found(name)
        return notice.accessibleName() if notice is not None else ""

    def _found(self, name: str) -> Notice | None:
        return next((each for each in self.findChildren(Notice) if each.property("notice") == name), None)

    def _fit(self) -> None:
        self.setVisible(self._column.count() > 0)
