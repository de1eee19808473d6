"""The line at the foot of the window: words, time to read, pages, language, and whether all is saved."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QStatusBar, QWidget

from presskit.gui.editor.fields import LineField
from presskit.gui.editor.textfield import RichField
from presskit.i18n import _, ngettext
from presskit.model.block import Block
from presskit.model.locale_words import number
from presskit.session import Session
from presskit.text.counting import reading_seconds, words


class StatusLine(QStatusBar):
    """Says how the open kit stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._session: Session | None = None
        self._words, self._pages, self._language, self._state = QLabel(), QLabel(), QLabel(), QLabel()
        self._grade = QLabel()
        labels = (
            (self._words, "words"),
            (self._pages, "pages"),
            (self._grade, "grade"),
            (self._language, "lang"),
        )
        for label, name in labels:
            label.setObjectName(name)
            self.addWidget(label)
        self._grade.hide()
        self._state.setObjectName("saved")
        self.addPermanentWidget(self._state)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(250)
        self._later.timeout.connect(self._count)
        self._field: RichField | LineField | None = None
        self._picked: tuple[Block, ...] = ()
        self.retold()
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]

    def show_session(self, session: Session | None, language: str) -> None:
        """How a kit stands; nothing where none is open."""
        for label in (self._words, self._pages, self._language):
            label.setVisible(session is not None)
        self._language.setText(language)
        if session is None:
            self._state.clear()
            self._grade.hide()
        elif session.read_only:
            self._state.setText(_("Read only"))
        elif session.is_modified:
            self._state.setText(_("Not saved"))
        else:
            self._state.setText(_("All changes saved") if session.path else "")
        if session is not self._session:
            self._session, self._picked = session, ()
            self._count()

    def retold(self) -> None:
        """Says all anew: the language of the screen may be another."""
        self._grade.setToolTip(_("The school grade that reads it with ease (Flesch-Kincaid)"))
        self._count()

    def count_later(self) -> None:
        """Counts the words once the writer pauses."""
        self._later.start()

    def show_pages(self, pages: int) -> None:
        """How many pages there are."""
        self._pages.setText(ngettext("{count} page", "{count} pages", pages).format(count=pages))

    def show_grade(self, grade: float | None) -> None:
        """How hard the text is to read; nothing where that is not known."""
        self._grade.setVisible(grade is not None)
        if grade is not None:
            self._grade.setText(_("Reading grade {grade}").format(grade=number(grade, 1)))

    def show_picked(self, blocks: tuple[Block, ...]) -> None:
        """Counts blocks that are chosen, once the user pauses."""
        self._picked = blocks
        self._later.start()

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Counts the selection of the text that the caret came to."""
        if new is None or new.window() is not self.window():  # a menu or a dialog: the selection stays
            return
        if self._field is not None:
            self._field.selectionChanged.disconnect(self._later.start)
            self._field.destroyed.disconnect(self._forget)
            self._field = None
        if isinstance(new, RichField | LineField):
            self._field = new
            new.selectionChanged.connect(self._later.start)
            new.destroyed.connect(self._forget)
        self._later.start()

    def _forget(self) -> None:
        self._field = None

    def _selected(self) -> int:
        """How many words are selected where the caret is, or in the blocks that are chosen."""
        if self._picked:
            return sum(words(letters) for block in self._picked for letters in block.letters())
        if isinstance(self._field, RichField):
            cursor = self._field.textCursor()
            return words(cursor.selectedText()) if cursor.hasSelection() else 0
        return words(self._field.selectedText()) if self._field else 0

    def _count(self) -> None:
        if self._session is None:
            return
        count = self._session.release.word_count()
        said = ngettext("{count} word", "{count} words", count).format(count=number(count))
        told = f"{said} · {reading_time(count)}"
        if picked := self._selected():
            chosen = ngettext("{count} word selected", "{count} words selected", picked).format(count=picked)
            told = f"{chosen} · {reading_time(picked)} ({told})"
        self._words.setText(told)
        self._words.setToolTip(_("At 238 words a minute, as people read to themselves"))


def reading_time(count: int) -> str:
    """How long so many words take to read, rounded up to five seconds, or to the minute from five minutes
    on: "25 s to read", "3 min 10 s to read"."""
    seconds = reading_seconds(count)
    if seconds >= 300:
        return _("{minutes} min to read").format(minutes=round(seconds / 60))
    minutes, seconds = divmod(5 * -(-seconds // 5), 60)
    if not minutes:
        return _("{seconds} s to read").format(seconds=seconds)
    if not seconds:
        return _("{minutes} min to read").format(minutes=minutes)
    return _("{minutes} min {seconds} s to read").format(minutes=minutes, seconds=seconds)
