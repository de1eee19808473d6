"""A page whose blocks are added, taken out and moved, each as one step."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from presskit.gui.editor.dropping import DropPage
from presskit.gui.editor.writing import Caret
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block
from presskit.session import Session


class ArrangePage(DropPage):
    """Changes which blocks there are and their order."""

    current: str

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def caret(self) -> Caret | None:
        """Where the caret is now."""
        raise NotImplementedError

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""
        raise NotImplementedError

    def show_card(self, block_id: str) -> None:
        """Scrolls a card into view."""
        raise NotImplementedError

    def insert(self, block: Block, place: int | None = None) -> None:
        """Adds a block below the current one, or at a place, and goes to it."""
        release = self._session.release
        if place is None:
            place = release.index(self.current) + 1 if self.current else len(release.blocks)
        before = self.caret()
        self._session.edit(
            _("Add {kind}").format(kind=_(block.label)),
            lambda release: edits.insert(release, place, block),
            before=before,
            after=Caret(block.id, "", 0, 0),
        )
        self.go_to_block(block.id)

    def remove_block(self, block_id: str) -> None:
        """Takes a block out and goes to what stands in its place."""
        release = self._session.release
        place = release.index(block_id)
        label = release.blocks[place].label
        self._session.edit(
            _("Remove {kind}").format(kind=_(label)),
            lambda release: edits.remove(release, block_id),
            before=self.caret() or Caret(block_id, ""),
        )
        blocks = self._session.release.blocks
        if blocks:
            self.go_to_block(blocks[min(place, len(blocks) - 1)].id)

    def move_block(self, block_id: str, place: int) -> None:
        """Moves a block to a place, counted without it."""
        at = self.caret()
        block = self._session.release.find(block_id)
        self._session.edit(
            _("Move {kind}").format(kind=_(block.label) if block else ""),
            lambda release: edits.move(release, block_id, place),
            before=at,
            after=at,
        )
        QTimer.singleShot(0, self, lambda: self.show_card(block_id))
