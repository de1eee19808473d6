"""How the preview is looked at: the commands that zoom it, lead to it, and give it a window of its own."""

from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from presskit.gui.actions import Actions
from presskit.gui.pagesview import FIT_PAGE, FIT_WIDTH
from presskit.gui.preview import PreviewPane
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.settings import Settings

_SIZE = (680, 900)  # pixels


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    actions_: Actions

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class PreviewWindow(QWidget):
    """A window that holds nothing but the preview. left: the user closed it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("previewWindow")
        self.setWindowTitle(_("Preview — PressKit"))
        self.resize(*_SIZE)
        self._pane: PreviewPane | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take(self, pane: PreviewPane) -> None:
        """Shows a preview, alone."""
        self._pane = pane
        self._column.addWidget(pane)
        pane.show()

    def give(self) -> PreviewPane | None:
        """Lets go of the preview."""
        pane, self._pane = self._pane, None
        if pane is not None:
            self._column.removeWidget(pane)
            pane.hide()
        return pane

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the preview is to go back."""
        self.left.emit()
        super().closeEvent(event)


class Viewing:
    """The commands about the preview of the workspace that is shown."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        self._window, self._owner = window, owner
        self._workspace: Workspace | None = None
        self._apart: PreviewWindow | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on the commands are about this workspace."""
        self._workspace = workspace
        workspace.preview.set_zoom(self._owner.settings.zoom)
        self._show_state()
        if self._owner.settings.preview_apart:
            self._part()

    def leave(self) -> None:
        """The workspace goes. A window of the preview's own stays away until there is another."""
        if self._workspace is not None:
            zoom = self._workspace.preview.view.zoom
            self._owner.settings = replace(self._owner.settings, zoom=zoom)
        self._workspace = None
        if self._apart is not None:
            self._remember()
            if pane := self._apart.give():
                pane.deleteLater()
            self._apart.hide()

    def close(self) -> None:
        """The program ends."""
        if self._apart is not None:
            self._apart.left.disconnect(self._put_back)
            self._apart.close()
            self._apart.deleteLater()
            self._apart = None

    # --- commands

    def zoom_in(self) -> None:
        """A step nearer."""
        if self._workspace:
            self._workspace.preview.view.step_zoom(1)

    def zoom_out(self) -> None:
        """A step farther."""
        if self._workspace:
            self._workspace.preview.view.step_zoom(-1)

    def fit_width(self) -> None:
        """The page as wide as its pane."""
        if self._workspace:
            self._workspace.preview.set_zoom(FIT_WIDTH)

    def fit_page(self) -> None:
        """The whole page."""
        if self._workspace:
            self._workspace.preview.set_zoom(FIT_PAGE)

    def show_in_preview(self) -> None:
        """Brings the block at hand into view in the preview."""
        if self._workspace:
            self._workspace.preview.view.seek()

    def part_shown(self) -> None:
        """Puts the caret into the block that the preview shows."""
        if self._workspace and (block := self._workspace.preview.view.block_in_view()):
            self._window.activateWindow()
            self._workspace.editor.go_to_block(block)

    def preview_apart(self) -> None:
        """Gives the preview a window of its own, or puts it back."""
        if self._workspace is None:
            return
        if self._owner.settings.preview_apart:
            self._put_back()
        else:
            self._owner.keep(replace(self._owner.settings, preview_apart=True))
            self._part()
        self._show_state()

    # --- a window of its own

    def _part(self) -> None:
        assert self._workspace is not None
        fresh = self._apart is None
        if self._apart is None:
            self._apart = PreviewWindow()
            self._apart.left.connect(self._put_back)
        self._apart.addActions(list(self._owner.actions_.commands.values()))  # its keys work here, too
        self._apart.take(self._workspace.let_preview_go())
        if fresh:
            self._place(self._apart)
        self._apart.show()

    def _place(self, apart: PreviewWindow) -> None:
        """Where it was last; else on another screen, if there is one."""
        if self._owner.settings.preview_geometry:
            apart.restoreGeometry(QByteArray.fromBase64(self._owner.settings.preview_geometry.encode()))
            return
        here = self._window.screen()
        other = next((each for each in QGuiApplication.screens() if each is not here), None)
        if other is not None:
            room = other.availableGeometry()
            width, height = min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - 40)
            apart.setGeometry(room.center().x() - width // 2, room.top() + 40, width, height)

    def _put_back(self) -> None:
        if self._apart is None:
            return
        self._remember()
        pane = self._apart.give()
        if pane is not None and self._workspace is not None:
            self._workspace.take_preview_back()
        self._apart.hide()
        self._owner.keep(replace(self._owner.settings, preview_apart=False))
        self._show_state()

    def _remember(self) -> None:
        assert self._apart is not None
        geometry = bytes(self._apart.saveGeometry().toBase64().data()).decode()
        self._owner.settings = replace(self._owner.settings, preview_geometry=geometry)

    def _show_state(self) -> None:
        action = self._owner.actions_.commands["preview_apart"]
        action.setCheckable(True)
        action.setChecked(self._owner.settings.preview_apart)
        if self._workspace is not None:
            self._workspace.preview.apart.setDefaultAction(action)
            self._workspace.preview.apart.setAccessibleName(action.text())
