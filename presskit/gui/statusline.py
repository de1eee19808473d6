"""The line at the foot of the window: words, pages, language, and whether all is saved."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from presskit.i18n import _, ngettext
from presskit.session import Session


class StatusLine(QStatusBar):
    """Says how the open kit stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._session: Session | None = None
        self._words, self._pages, self._language, self._state = QLabel(), QLabel(), QLabel(), QLabel()
        for label, name in ((self._words, "words"), (self._pages, "pages"), (self._language, "lang")):
            label.setObjectName(name)
            self.addWidget(label)
        self._state.setObjectName("saved")
        self.addPermanentWidget(self._state)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(250)
        self._later.timeout.connect(self._count)

    def show_session(self, session: Session | None, language: str) -> None:
        """How a kit stands; nothing where none is open."""
        for label in (self._words, self._pages, self._language):
            label.setVisible(session is not None)
        self._language.setText(language)
        if session is None:
            self._state.clear()
        elif session.read_only:
            self._state.setText(_("Read only"))
        elif session.is_modified:
            self._state.setText(_("Not saved"))
        else:
            self._state.setText(_("All changes saved") if session.path else "")
        if session is not self._session:
            self._session = session
            self._count()

    def count_later(self) -> None:
        """Counts the words once the writer pauses."""
        self._later.start()

    def show_pages(self, pages: int) -> None:
        """How many pages there are."""
        self._pages.setText(ngettext("{count} page", "{count} pages", pages).format(count=pages))

    def _count(self) -> None:
        if self._session:
            count = self._session.release.word_count()
            self._words.setText(ngettext("{count} word", "{count} words", count).format(count=count))
