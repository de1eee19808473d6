"""The Help menu: what this is."""

from PySide6.QtWidgets import QMainWindow

from presskit import __version__
from presskit.gui import filing
from presskit.gui.workspace import Workspace
from presskit.i18n import _


class Helping:
    """The commands that tell of the program."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window

    def attend(self, _workspace: Workspace) -> None:
        """It is about no kit."""

    def about(self) -> None:
        """What this is."""
        words = _("PressKit {version}\nPress releases, assembled and exported.").format(version=__version__)
        filing.tell(self._window, _("About PressKit"), words)
