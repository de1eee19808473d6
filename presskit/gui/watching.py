"""The open kit's file, watched: what somebody else saves in it is told before one saves over it."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from presskit.gui import filing
from presskit.gui.dialogs.theirs import TheirsDialog
from presskit.gui.kitfiles import KitFiles
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.session import Changed, FileProblem, Session

_NOTICE = "theirs"
_PAUSE = 400  # milliseconds, for whoever writes to be done


class Owner(Protocol):
    """What is needed of the window."""

    files: KitFiles
    lane: Lane
    theme: Theme
    workspace: Workspace | None


class Watching(QObject):
    """Watches a file and its folder: programs save by putting a new file in the place of the old one."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        super().__init__(window)
        self._window, self._owner = window, owner
        self._watcher = QFileSystemWatcher(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._later.start)
        self._watcher.directoryChanged.connect(self._later.start)
        self._session: Session | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this kit."""
        if workspace.session is not self._session:
            self._session = workspace.session
            self._session.listen(self._changed)
        self._watch()

    def leave(self) -> None:
        """The kit is closed."""
        self._session = None
        self._later.stop()
        self._watch()

    def see_theirs(self) -> None:
        """Shows what the file holds now, beside what is in the window."""
        session = self._session
        if session is None or session.path is None:
            return
        try:
            theirs = Session.look_at(session.path)
        except FileProblem as problem:
            filing.tell(self._window, _("The file cannot be read"), problem.sentence)
            return
        dialog = TheirsDialog(self._window, self._owner.theme, session, theirs)
        chosen = dialog.exec()
        dialog.deleteLater()
        if chosen:
            self.take_theirs()

    def take_theirs(self) -> None:
        """The kit as it is in the file now, as a step that can be undone."""
        session = self._session
        if session is None:
            return
        try:
            session.take_theirs()
        except FileProblem as problem:
            filing.tell(self._window, _("The file cannot be read"), problem.sentence)
            return
        if session.problem is not None:
            filing.tell(self._window, _("Please note"), session.problem.sentence)

    def _watch(self) -> None:
        path = self._session.path if self._session is not None else None
        wanted = {str(path), str(path.parent)} if path is not None else set()
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if missing := [name for name in wanted - watched if filing.is_there(Path(name))]:
            self._watcher.addPaths(missing)

    def _changed(self, told: Changed) -> None:
        if told.cause == "saved":
            self._watch()
            self._drop()

    def _look(self) -> None:
        session = self._session
        if session is not None and session.path is not None:
            self._watch()  # a file put in the place of the old one is another
            self._owner.lane.queue(session.is_changed_on_disk, lambda found: self._seen(session, found))

    def _seen(self, session: Session, found: object) -> None:
        workspace = self._owner.workspace
        if workspace is None or session is not self._session or session.path is None:
            return
        if found is not True:
            self._drop()
            return
        words = _("“{file}” was changed by someone else since you opened it.").format(file=session.path.name)
        answers = (
            ("see", _("See what differs…"), self.see_theirs),
            ("take", _("Take theirs"), self.take_theirs),
        )
        workspace.notices.show_notice(_NOTICE, words, answers)

    def _drop(self) -> None:
        if self._owner.workspace is not None:
            self._owner.workspace.notices.drop(_NOTICE)
