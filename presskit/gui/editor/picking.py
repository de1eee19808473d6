"""Whole blocks chosen across cards, and what keys do with them."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from presskit.gui.editor.card import Card
from presskit.gui.editor.clipping import block_of, blocks_in, mime_of, pieces_in
from presskit.gui.editor.writing import Caret
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.release import Release
from presskit.session import Session

_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}


class Page(Protocol):
    """What is needed of the editor."""

    cards: dict[str, Card]

    @property
    def picked(self) -> SignalInstance:
        """Tells the blocks that are chosen now."""

    def setFocus(self, reason: Qt.FocusReason) -> None:
        """Takes the keys from the field that had them."""

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""

    def mark(self, block_id: str) -> None:
        """Makes a block the current one."""

    def show_card(self, block_id: str) -> None:
        """Scrolls a card into view."""


class Picking:
    """The blocks from one to another, both included; `anchor` stays, the other end moves."""

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page
        self._anchor = self._end = ""
        self._shown: set[str] = set()

    @property
    def is_on(self) -> bool:
        """Whether blocks are chosen."""
        return bool(self._anchor)

    def has(self, block_id: str) -> bool:
        """Whether a block is chosen."""
        return block_id in self._shown

    def blocks(self) -> tuple[Block, ...]:
        """The blocks chosen, in order."""
        release = self._session.release
        if release.find(self._anchor) is None or release.find(self._end) is None:
            return ()
        first, last = sorted((release.index(self._anchor), release.index(self._end)))
        return release.blocks[first : last + 1]

    def pick(self, anchor: str, end: str) -> None:
        """Chooses the blocks from one to another."""
        self._anchor, self._end = anchor, end
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.mark(end)
        self._page.show_card(end)
        self.refresh()

    def drop(self) -> None:
        """Chooses nothing any more."""
        self._anchor = self._end = ""
        self.refresh()

    def refresh(self) -> None:
        """Shows which blocks are chosen."""
        wanted = {block.id for block in self.blocks()}
        for block_id in wanted ^ self._shown:
            if card := self._page.cards.get(block_id):
                card.set_picked(block_id in wanted)
        changed, self._shown = wanted != self._shown, wanted
        if not wanted:
            self._anchor = self._end = ""
        if changed:
            self._page.picked.emit(self.blocks())

    def key(self, event: QKeyEvent) -> bool:
        """What a key does with the blocks chosen; False where it is none of theirs."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        key, matches = event.key(), event.matches
        if matches(QKeySequence.StandardKey.Copy) or matches(QKeySequence.StandardKey.Cut):
            QApplication.clipboard().setMimeData(mime_of(self.blocks(), self._session.release))
            if matches(QKeySequence.StandardKey.Cut):
                self._remove(_("Cut"))
        elif matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._remove(_("Remove blocks"))
        elif shift and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._stretch(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            here = self._end
            self.drop()
            self._page.go_to_block(here, end=key in {Qt.Key.Key_Down, Qt.Key.Key_Right})
        else:
            return key in _MODIFIERS
        return True

    def _stretch(self, step: int) -> None:
        blocks = self._session.release.blocks
        at = self._session.release.index(self._end) + step
        if 0 <= at < len(blocks):
            self.pick(self._anchor, blocks[at].id)

    def _without(self, new: tuple[Block, ...]) -> tuple[Release, str]:
        """The release with other blocks in the place of those chosen, and the id of the block then there."""
        release, gone = self._session.release, self.blocks()
        first = release.index(gone[0].id)
        left = (*release.blocks[:first], *new, *release.blocks[first + len(gone) :])
        there = new[-1].id if new else left[min(first, len(left) - 1)].id if left else ""
        return release.with_blocks(left), there

    def _remove(self, label: str) -> None:
        self._change(label, ())

    def _paste(self) -> None:
        mime = QApplication.clipboard().mimeData()
        kept = [block for block in self._session.release.blocks if block not in self.blocks()]
        new = tuple(
            each
            for each in blocks_in(mime) or map(block_of, pieces_in(mime))
            if not (each.once and any(type(block) is type(each) for block in kept))
        )
        if new:
            self._change(_("Paste"), new)

    def _change(self, label: str, new: tuple[Block, ...]) -> None:
        if not self.blocks():
            return
        release, there = self._without(new)
        before = Caret(self._end, "")
        self.drop()
        self._session.edit(label, lambda _old: release, before=before, after=Caret(there, ""))
        if there:
            self._page.go_to_block(there, end=bool(new))
