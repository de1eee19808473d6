"""The commands that keep versions of the open kit, and list them."""

from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from presskit.gui.editor.releasebar import LANGUAGES
from presskit.gui.kept.dialog import VersionsDialog
from presskit.gui.kept.naming import ask_and_keep
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _

_SAID_FOR = 8000  # milliseconds


class Owner(Protocol):
    """What is needed of the window."""

    theme: Theme
    lane: Lane


class KeptVersions:
    """Versions of the kit that is shown."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        self._window, self._owner = window, owner
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace

    def keep_version(self) -> None:
        """Keeps the kit as it is now, under a name."""
        if self._workspace is not None and (name := ask_and_keep(self._window, self._workspace.session)):
            told = _("Kept as “{name}”. Save the kit to have it in the file.").format(name=name)
            self._window.statusBar().showMessage(told, _SAID_FOR)

    def kept_versions(self) -> None:
        """Lists the versions, to compare them and to bring one back."""
        if self._workspace is None:
            return
        names = {tag: _(name) for tag, name in LANGUAGES}
        dialog = VersionsDialog(
            self._window,
            self._workspace.session,
            self._owner.theme,
            self._owner.lane,
            lambda tag: names.get(tag, tag),
        )
        dialog.exec()
        dialog.deleteLater()
