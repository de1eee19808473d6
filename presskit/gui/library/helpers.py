"""What the window's library commands are made of, each about the kit that is shown."""

from PySide6.QtWidgets import QMainWindow

from presskit.gui.library.desk import Desk
from presskit.gui.library.keeping import Keeping
from presskit.gui.library.using import Using


def library_helpers(window: QMainWindow, desk: Desk) -> tuple[Using, Keeping]:
    """The helpers of a window, that for inserting first."""
    return Using(window, desk), Keeping(window, desk)
