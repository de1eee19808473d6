"""Unsaved work is kept while one writes, and offered again when the program ended before it was saved."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from presskit.gui import filing
from presskit.gui.dialogs.recovery import RecoveryDialog
from presskit.gui.kitfiles import KitFiles
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.safekeeping import Left, Safekeeping, bring_back, leftovers, work_of
from presskit.session import Changed, FileProblem, Session
from presskit.settings import Settings

_NOTICE = "unkept"


class Owner(Protocol):
    """What is needed of the window."""

    files: KitFiles
    lane: Lane
    settings: Settings
    theme: Theme
    workspace: Workspace | None

    def show_session(self, session: Session) -> None:
        """Shows a kit in the place of the one before."""


class Recovering(QObject):
    """Keeps the open kit while it is not saved. places: the folders for that."""

    _told = Signal(object, object)

    def __init__(self, window: QMainWindow, owner: Owner, places: tuple[Path, ...]) -> None:
        super().__init__(window)
        self._window, self._owner, self._places = window, owner, places
        self._session: Session | None = None
        self._safe: Safekeeping | None = None
        self._told.connect(self._tell)

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this kit, too, until it is left."""
        session = workspace.session
        if session is self._session:
            return
        self.leave()
        self._session = session
        self._safe = safe = Safekeeping(
            self._places,
            lambda problem: self._told.emit(safe, problem),
            self._owner.settings.recovery_seconds,
        )
        session.listen(self._changed)
        safe.note(work_of(session))

    def leave(self) -> None:
        """The kit is closed: it was saved, or is not wanted. What was kept of it is forgotten."""
        if self._safe is not None:
            self._safe.end()
        self._session = self._safe = None

    def keep_pace(self) -> None:
        """Keeps it as often as the settings say."""
        if self._safe is not None:
            self._safe.seconds = self._owner.settings.recovery_seconds

    def now(self) -> FileProblem | None:
        """Keeps what is not saved at once; returns what keeps it from that, if anything does."""
        return self._safe.now() if self._safe is not None else None

    def offer(self) -> None:
        """Offers what was not saved when the program ended, if there is any."""
        found = leftovers(self._places)
        if found:
            self._ask(found)

    def unsaved_work(self) -> None:
        """Offers it again, when the user asks; says so when there is none."""
        found = leftovers(self._places)
        if found:
            self._ask(found)
        else:
            filing.tell(
                self._window,
                _("Unsaved work"),
                _("There is no unsaved work from before: all kits were saved or closed as you wished."),
            )

    def _ask(self, found: tuple[Left, ...]) -> None:
        dialog = RecoveryDialog(self._window, self._owner.theme, found)
        done = dialog.exec()
        chosen = dialog.chosen()
        dialog.deleteLater()
        try:
            if done and chosen is not None and self._owner.files.may_leave():
                self._bring_back(chosen)
        finally:  # what could not be brought back is offered again
            for each in found:
                each.let_go()

    def _bring_back(self, one: Left) -> None:
        workspace = self._owner.workspace
        try:
            session, problem = bring_back(one, workspace.session if workspace is not None else None)
        except FileProblem as fault:
            filing.tell(self._window, _("It cannot be brought back"), fault.sentence)
            return
        self._owner.show_session(session)
        if problem is not None and self._owner.workspace is not None:
            self._owner.workspace.notices.show_notice("brought", problem.sentence)
        if self.now() is None:  # kept anew: what was kept before is needed no longer
            one.discard()

    def _changed(self, told: Changed) -> None:
        if self._safe is not None and self._session is not None:
            self._safe.note(work_of(self._session))

    def _tell(self, safe: Safekeeping, problem: FileProblem | None) -> None:
        workspace = self._owner.workspace
        if workspace is None or safe is not self._safe:
            return
        if problem is None:
            workspace.notices.drop(_NOTICE)
            return
        answers = (("save", _("Save"), self._save),)
        workspace.notices.show_notice(_NOTICE, problem.sentence, answers)

    def _save(self) -> None:
        self._owner.files.save()
