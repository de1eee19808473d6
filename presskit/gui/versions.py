"""Which of a kit's languages the window shows."""

from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from presskit.gui.editor.writing import Caret
from presskit.gui.workspace import Workspace
from presskit.model.kit import Kit
from presskit.session import Changed, Session


class Owner(Protocol):
    """What is needed of the window."""

    workspace: Workspace | None

    def show_session(self, session: Session) -> None:
        """Shows a kit, in the language that its session is about."""


class Versions:
    """Turns to another language of the kit: on demand, and where undo changed one that is not shown."""

    def __init__(self, window: QObject, owner: Owner) -> None:
        self._window, self._owner = window, owner
        self._kit = Kit()

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._kit = workspace.session.kit
        workspace.changed.connect(self._changed)

    def next_language(self) -> None:
        """Shows the kit's release in the next language."""
        if self._owner.workspace:
            session = self._owner.workspace.session
            self.show((session.number + 1) % len(session.kit.releases))

    def show(self, number: int, caret: Any = None) -> None:
        """Shows the kit's release of a number, with the caret at a place in it."""
        workspace = self._owner.workspace
        if workspace is None or workspace.session.number == number:
            return
        if number >= len(workspace.session.kit.releases):  # gone again since it was asked for
            return
        workspace.session.number = number
        self._owner.show_session(workspace.session)
        shown = self._owner.workspace
        if isinstance(caret, Caret) and shown is not None:
            shown.editor.go(caret)

    def _changed(self, told: Changed) -> None:
        if self._owner.workspace is None:
            return
        before, self._kit = self._kit, self._owner.workspace.session.kit
        if told.cause not in {"undo", "redo"} or told.before is not told.after:
            return
        pairs = enumerate(zip(before.releases, self._kit.releases, strict=False))
        number = next((at for at, (old, new) in pairs if old is not new), None)
        if number is not None:  # once all have heard of the change
            session = self._owner.workspace.session
            QTimer.singleShot(0, self._window, lambda: self._follow(session, number, told.caret))

    def _follow(self, session: Session, number: int, caret: Any) -> None:
        workspace = self._owner.workspace
        if workspace is not None and workspace.session is session:
            self.show(number, caret)
