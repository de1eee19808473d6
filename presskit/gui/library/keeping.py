"""Saving from the release to the library: the command, its form, and what the block is told afterwards."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QMainWindow, QMenu

from presskit.gui.editor.writing import Caret
from presskit.gui.library.desk import Desk
from presskit.gui.library.doors import ask_merge
from presskit.gui.library.keepdialog import ORGANISATION, KeepDialog, Wanted
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.keeping import Offers, as_boilerplate, offers, pictures_of, told
from presskit.library.problems import Conflict, LibraryProblem
from presskit.library.using import keepable
from presskit.model import edits
from presskit.model.block import new_id
from presskit.model.release import Release

_SAID_FOR = 8_000  # milliseconds that the status line says that it was saved


class Keeping:
    """The command that saves the current block to the library."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        workspace.parted.connect(self._leave)
        workspace.editor.block_menu.connect(self._fill)

    def save_to_library(self) -> None:
        """Asks how the current block is to be kept, and keeps it."""
        workspace = self._workspace
        block = workspace.session.release.find(workspace.editor.current) if workspace else None
        if workspace is None or block is None:
            return
        language = workspace.session.release.language
        if not keepable(block, language):
            self._tell(_("There is nothing in this block to save yet, or the library has all of it."))
            return
        self._desk.ask(
            lambda shelf: offers(block, language, shelf),
            lambda found: self._ask(workspace, found),
            lambda problem: self._tell(problem.sentence),
        )

    def _fill(self, menu: QMenu, block_id: str) -> None:
        """Puts the command into a block's menu."""
        if self._workspace is None:
            return
        release = self._workspace.session.release
        block = release.find(block_id)
        action = self._window.actions_.commands["save_to_library"]  # type: ignore[attr-defined]
        renews = block is not None and bool(block.reference)
        action.setText(_("Save as new version…") if renews else _("Save to library…"))
        action.setEnabled(block is not None and bool(keepable(block, release.language)))
        menu.addSeparator()
        menu.addAction(action)

    def _leave(self) -> None:
        self._workspace = None

    def _ask(self, workspace: Workspace, found: Offers) -> None:
        if workspace is not self._workspace or not found.found:
            return
        if self._desk.shelf is not None and (why := self._desk.shelf.read_only):
            self._tell(_("This was not kept. {reason}").format(reason=why))
            return
        theme: Theme = self._window.theme  # type: ignore[attr-defined]
        dialog = KeepDialog(self._window, theme, found)
        if dialog.exec():
            self._keep(workspace, found, dialog.wanted(), dialog.changed(), dialog.as_boilerplate)
        dialog.deleteLater()

    def _keep(
        self, workspace: Workspace, found: Offers, wanted: Sequence[Wanted], why: str, as_words: bool
    ) -> None:
        """Keeps what is wanted, all or none; where somebody else changed it meanwhile, both are looked at."""
        fresh = [each for each in wanted if not each.is_there]
        there = [(each.part, each.item) for each in wanted if each.is_there]
        pictures = pictures_of((each.item for each in fresh), workspace.session.kit)

        def done(kept: list[Item]) -> None:
            made = zip((each.part for each in fresh), kept, strict=True)
            self._mark(workspace, found, [*made, *there], as_words)

        def failed(problem: LibraryProblem) -> None:
            if not isinstance(problem, Conflict):
                self._tell(problem.sentence)
                return
            merged = ask_merge(self._window, problem)
            if merged is not None:
                again = [each._replace(item=merged) if each.item.id == merged.id else each for each in wanted]
                self._keep(workspace, found, again, why, as_words)

        if fresh:
            self._desk.change(
                lambda shelf: shelf.add_all([(each.item, why) for each in fresh], pictures), done, failed
            )
        else:
            done([])

    def _mark(
        self, workspace: Workspace, found: Offers, kept: list[tuple[str, Item]], as_words: bool
    ) -> None:
        """Tells the block where it is kept now, as one step."""
        if workspace is not self._workspace:
            return
        editor, block_id = workspace.editor, found.block.id
        caret = editor.caret()
        after = Caret(new_id(), "text.0") if as_words else caret

        def change(release: Release) -> Release:
            block = release.find(block_id)
            if block is None:  # taken out meanwhile
                return release
            if as_words and after:  # a card of another kind
                return edits.swap(
                    release, block_id, (replace(told(as_boilerplate(block), kept), id=after.block),)
                )
            return edits.change(release, told(block, kept))

        workspace.session.edit(_("Save to library"), change, before=caret, after=after)
        if as_words and after:
            editor.go_to_block(after.block)
        names = ", ".join(item.name for part, item in kept if part != ORGANISATION)
        self._say(_("Saved in the library: {names}").format(names=names))

    def _say(self, sentence: str) -> None:
        self._window.statusBar().showMessage(sentence, _SAID_FOR)

    def _tell(self, sentence: str) -> None:
        """Says why nothing was kept, where the library is shown, and at the foot of the window."""
        if self._workspace is not None:
            self._workspace.side.library.tell(sentence)
        self._say(sentence)
