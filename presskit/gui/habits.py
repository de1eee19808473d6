"""How the window helps while one types, as the user wants it."""

from typing import Protocol

from msgspec.structs import replace

from presskit.gui.actions import Actions
from presskit.gui.workspace import Workspace
from presskit.settings import Settings


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    actions_: Actions

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class Habits:
    """The commands about typing."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        self._show()

    def smart_marks(self) -> None:
        """Lets typed marks and dashes become the language's own, or stay as they are typed."""
        self._owner.keep(replace(self._owner.settings, smart_marks=not self._owner.settings.smart_marks))
        self._show()

    def _show(self) -> None:
        on, action = self._owner.settings.smart_marks, self._owner.actions_.commands["smart_marks"]
        action.setCheckable(True)
        action.setChecked(on)
        if self._workspace is not None:
            self._workspace.editor.smart_marks = on
