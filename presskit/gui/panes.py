"""F6 goes from pane to pane: a long release would take a hundred Tabs to leave."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.actions import TopBar
from presskit.gui.editor.writing import Caret
from presskit.gui.workspace import Workspace


class Owner(Protocol):
    """What is needed of the window."""

    bar: TopBar | None
    workspace: Workspace | None


class Panes:
    """The commands that go to another part of the window. The cards get the caret back where it was."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._caret: Caret | None = None

    def attend(self, _workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._caret = None

    def next_pane(self) -> None:
        """The keys to the next part of the window."""
        self._go(1)

    def previous_pane(self) -> None:
        """The keys to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        workspace, bar = self._owner.workspace, self._owner.bar
        if workspace is None or bar is None:
            return
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (bar, lambda: _give(bar.menu_button)),
            (workspace.side, lambda: _give(workspace.side.tabs)),
            (workspace.bar, lambda: _give(workspace.bar.line)),
            (workspace.editor, lambda: self._back_to_cards(workspace)),
            (workspace.checks, lambda: _give(workspace.checks.list)),
            (workspace.preview, lambda: _give(workspace.preview.tabs)),
        ]
        here = QApplication.focusWidget()
        at = next((number for number, (pane, _go_there) in enumerate(panes) if _holds(pane, here)), 3)
        if panes[at][0] is workspace.editor:
            self._caret = workspace.editor.caret()
        panes[(at + step) % len(panes)][1]()

    def _back_to_cards(self, workspace: Workspace) -> None:
        editor = workspace.editor
        blocks = workspace.session.release.blocks
        if self._caret is not None and workspace.session.release.find(self._caret.block):
            editor.go(self._caret)
        elif blocks:
            editor.go_to_block(editor.current or blocks[0].id)


def _give(widget: QWidget) -> None:
    widget.window().activateWindow()  # the preview may have a window of its own
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
