"""What the window's library commands are made of, each about the kit that is shown."""

from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from presskit.gui.library.desk import Desk
from presskit.gui.library.keeping import Keeping
from presskit.gui.library.renewing import Renewing
from presskit.gui.library.using import Using
from presskit.gui.workspace import Workspace


class Helper(Protocol):
    """Something with commands of the window."""

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""


def library_helpers(window: QMainWindow, desk: Desk) -> tuple[Using, list[Helper]]:
    """The helper of a window that inserts, and all others."""
    return Using(window, desk), [Keeping(window, desk), Renewing(window, desk)]
