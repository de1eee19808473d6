"""The commands that say what a kit looks like."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from presskit.gui.brand.editor import BrandEditor
from presskit.gui.brand.housestyle import HouseStyleDialog
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.profilewords import missed
from presskit.ourbrands import BrandShelf
from presskit.settings import Settings

_SAID_FOR = 12_000  # milliseconds


class Owner(Protocol):
    """What is needed of the window."""

    theme: Theme
    lane: Lane
    settings: Settings


class Branding:
    """Page and brand of the kit that is shown. folder: where the user's own brands are."""

    def __init__(self, window: QMainWindow, owner: Owner, folder: Path) -> None:
        self._window, self._owner = window, owner
        self._shelf = BrandShelf(folder)
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        if told := missed(workspace.session.release):
            self._window.statusBar().showMessage(told, _SAID_FOR)

    def house_style(self) -> None:
        """Which house style the kit is in, and what each means for it."""
        if self._workspace is None:
            return
        session = self._workspace.session
        dialog = HouseStyleDialog(self._window, session.kit, session.number)
        if dialog.exec() and dialog.chosen(session.kit) is not session.kit:
            session.edit_kit(_("House style"), dialog.chosen)
        dialog.deleteLater()

    def brand(self) -> None:
        """Theme, paper, type, colours and letterhead, seen on the kit's own pages."""
        if self._workspace is None:
            return
        session, preview = self._workspace.session, self._workspace.preview
        dialog = BrandEditor(
            self._window,
            session.kit,
            session.number,
            self._owner.theme,
            self._owner.lane,
            self._shelf,
            system_fonts=self._owner.settings.system_fonts,
        )
        if dialog.exec() and dialog.chosen(session.kit) is not session.kit:
            session.edit_kit(_("Page and brand"), dialog.chosen)
        dialog.deleteLater()
        preview.refresh()  # what it waited for may have made way for the page of the editor
