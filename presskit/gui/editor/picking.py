"""What is chosen across cards, whole blocks or from a place in a text to a place in another, and what keys do
with it."""

from typing import Literal, Protocol

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication

from presskit.gui.editor.card import Card
from presskit.gui.editor.clipping import block_of, blocks_in, clipboard, mime_of, mime_of_part, pieces_in
from presskit.gui.editor.keys import FORWARD, MODIFIERS, WHOLE_PAGE, WITHIN_LINE, span_move
from presskit.gui.editor.richdoc import letters, units
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.kit import Asset
from presskit.model.span import End, emphasised, in_order, is_one_text, taken, text_of, without
from presskit.session import Session
from presskit.text.runs import plain

_Part = (
    tuple[int, int] | None
)  # places in a text as Qt counts them, the one that stays first; None: all of it


class Page(Protocol):
    """What is needed of the editor."""

    cards: dict[str, Card]

    @property
    def picked(self) -> SignalInstance:
        """Tells the blocks that are chosen now, texts at the ends cut to what is chosen of them."""

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made where it was not."""

    def setFocus(self, reason: Qt.FocusReason) -> None:
        """Takes the keys from the field that had them."""

    def go(self, caret: Caret) -> None:
        """Puts the caret somewhere."""

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""

    def mark(self, block_id: str) -> None:
        """Makes a block the current one."""

    def show_place(self, block_id: str, place: int | None) -> None:
        """Scrolls a place of a block's text into view, or the block."""


class Picking:
    """From one end to another: `anchor` stays, the other end moves."""

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page
        self._anchor: End | None = None
        self._end: End | None = None
        self._shown: dict[str, _Part] = {}
        self._column = -1  # where on the screen Up and Down go, through shorter lines

    @property
    def is_on(self) -> bool:
        """Whether anything is chosen."""
        return self._anchor is not None

    @property
    def anchor(self) -> End | None:
        """Where what is chosen begins: the end that stays."""
        return self._anchor

    def blocks(self) -> tuple[Block, ...]:
        """What is chosen, in order; texts at the ends are cut to what is chosen of them."""
        ends = self._ends()
        return taken(self._session.release, *ends) if ends else ()

    def pick(self, anchor: End, end: End) -> None:
        """Chooses from an end to another; within one text that is left to its field."""
        if anchor.block == end.block and anchor.at is not None and end.at is not None:
            self.drop()
            self._page.go(self._caret(end, anchor))
            return
        self._anchor, self._end = anchor, end
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.mark(end.block)
        self._page.show_place(end.block, self._place(end))
        self.refresh()

    def pick_all(self) -> None:
        """Chooses all blocks."""
        if blocks := self._session.release.blocks:
            self.pick(End(blocks[0].id), End(blocks[-1].id))

    def drop(self) -> None:
        """Chooses nothing any more."""
        self._anchor = self._end = None
        self._column = -1
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen."""
        before, self._shown = self._shown, self._parts()
        if not self._shown:
            self._anchor = self._end = None
        for block_id in before.keys() | self._shown.keys():
            if card := self._page.cards.get(block_id):
                self.dress(card, before.get(block_id, (0, 0)))
        if self._shown != before:
            self._page.picked.emit(self.blocks())

    def dress(self, card: Card, before: _Part = (0, 0)) -> None:
        """Shows what of a card is chosen, where `before` was."""
        part = self._shown.get(card.block.id, (0, 0))
        if (part is None) != (before is None):
            card.set_picked(part is None)
        field = card.form.field_at("text")
        if isinstance(field, RichField) and part is not None and part != before:
            field.put_caret(*part)

    # --- ends and places

    def _ends(self) -> tuple[End, End] | None:
        release = self._session.release
        if self._anchor is None or self._end is None:
            return None
        if release.find(self._anchor.block) is None or release.find(self._end.block) is None:
            return None
        return in_order(release, self._anchor, self._end)

    def _parts(self) -> dict[str, _Part]:
        """Which part of each block is chosen."""
        ends = self._ends()
        if ends is None:
            return {}
        first, last = ends
        release, parts = self._session.release, {}
        by_text = first.at is not None or last.at is not None
        for block in release.blocks[release.index(first.block) : release.index(last.block) + 1]:
            whole = block.id in {end.block for end in ends if end.at is None}
            parts[block.id] = None if whole or not (by_text and is_one_text(block)) else (0, -1)
        for end, part in ((first, -1), (last, 0)):
            place = self._place(end)
            if place is not None:
                parts[end.block] = (place, part) if end is self._anchor else (part, place)
        return parts

    def _place(self, end: End) -> int | None:
        block = self._session.release.find(end.block)
        if end.at is None or block is None:
            return None
        return units(plain(text_of(block))[: end.at])

    def _caret(self, end: End, anchor: End | None = None) -> Caret:
        place, held = self._place(end), self._place(anchor or end)
        return Caret(end.block, "text" if place is not None else "", held or 0, place or 0)

    def end_in(self, field: RichField, block_id: str) -> End:
        """The end at the caret of a block's text."""
        return End(block_id, letters(plain(field.answer()), field.caret()[1]))  # type: ignore[arg-type]

    # --- keys

    def begin(self, event: QKeyEvent, field: RichField, block_id: str) -> None:
        """Chooses beyond the text of a field, in the way of a key; a block that is more is taken whole."""
        block = self._session.release.find(block_id)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.pick_all()
            return
        if block is None or not is_one_text(block):
            self.pick(End(block_id), End(block_id))
            return
        at = letters(plain(text_of(block)), field.caret()[0])
        self._anchor, self._end = End(block_id, at), self.end_in(field, block_id)
        self._stretch(event)

    def key(self, event: QKeyEvent) -> bool:
        """What a key does with what is chosen; False where it is none of its business."""
        key, matches = event.key(), event.matches
        ends = self._ends()
        if ends is None:
            return False
        if matches(QKeySequence.StandardKey.Copy) or matches(QKeySequence.StandardKey.Cut):
            self._copy(ends)
            if matches(QKeySequence.StandardKey.Cut):
                self._remove(_("Cut"))
        elif matches(QKeySequence.StandardKey.Paste):
            self._paste(ends)
        elif matches(QKeySequence.StandardKey.SelectAll):
            self.pick_all()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            by_text = ends[0].at is not None or ends[1].at is not None
            self._remove(_("Delete") if by_text else _("Remove blocks"))
        elif span_move(event) is not None:
            self._stretch(event)
        elif key == Qt.Key.Key_Escape:
            self._leave(self._end)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home}:
            self._leave(ends[0])
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End}:
            self._leave(ends[1], after=True)
        elif self._writes(event) and (ends[0].at is not None or ends[1].at is not None):
            self._write(event)
        else:
            return key in MODIFIERS
        return True

    def emphasise(self, name: Literal["bold", "italic"]) -> None:
        """Makes the texts that are chosen bold or italic, or takes that away."""
        ends = self._ends()
        if ends is not None:
            label = _("Bold") if name == "bold" else _("Italic")
            at = self._caret(ends[1])
            self._session.edit(label, lambda old: emphasised(old, *ends, name), before=at, after=at)
            shown, self._shown = self._shown, {}  # texts that are shown anew lose what showed as chosen
            for block_id in shown:
                if card := self._page.cards.get(block_id):
                    card.set_picked(False)
            self.refresh()

    def _writes(self, event: QKeyEvent) -> bool:
        text, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plainly = held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return plainly and (enter or (bool(text) and text.isprintable()))

    def _leave(self, end: End | None, *, after: bool = False) -> None:
        self.drop()
        if end is not None and end.at is not None:
            self._page.go(self._caret(end))
        elif end is not None:
            self._page.go_to_block(end.block, end=after)

    def _stretch(self, event: QKeyEvent) -> None:
        """Moves the end by a key; out of a text into the next block."""
        assert self._anchor is not None
        assert self._end is not None
        end, field = self._end, self._field(self._end)
        move = span_move(event, right_to_left=field is not None and field.is_right_to_left())
        upright = move in {QTextCursor.MoveOperation.Up, QTextCursor.MoveOperation.Down}
        if not upright:
            self._column = -1
        if move is None:
            return
        if field is not None and move not in WHOLE_PAGE and self._move_within(field, move, upright=upright):
            return
        blocks = self._session.release.blocks
        on = move in FORWARD
        at = self._session.release.index(end.block) + (1 if on else -1)
        if move in WHOLE_PAGE:
            self.pick(self._anchor, self._edge(blocks[-1 if on else 0], at_start=not on))
        elif move not in WITHIN_LINE and 0 <= at < len(blocks):
            there = self._edge(blocks[at], at_start=on)
            self.pick(self._anchor, self._in_column(there, at_top=on) if upright else there)

    def _move_within(self, field: RichField, move: QTextCursor.MoveOperation, *, upright: bool) -> bool:
        """Moves the end within its text; False where that ends."""
        assert self._anchor is not None
        assert self._end is not None
        cursor = QTextCursor(field.document())
        cursor.setPosition(self._place(self._end) or 0)
        if upright and self._column < 0:
            self._column = field.viewport().mapToGlobal(field.cursorRect(cursor).topLeft()).x()
        if not cursor.movePosition(move):
            return False
        if upright:
            x = field.viewport().mapFromGlobal(QPoint(self._column, 0)).x()
            cursor = field.cursorForPosition(QPoint(x, field.cursorRect(cursor).center().y()))
        words = plain(field.answer())  # type: ignore[arg-type]
        self.pick(self._anchor, End(self._end.block, letters(words, cursor.position())))
        return True

    def _edge(self, block: Block, *, at_start: bool) -> End:
        assert self._anchor is not None
        if self._anchor.at is None or not is_one_text(block):
            return End(block.id)
        return End(block.id, 0 if at_start else len(plain(text_of(block))))

    def _in_column(self, end: End, *, at_top: bool) -> End:
        field = self._field(end)
        if field is None or self._column < 0:
            return end
        x = field.viewport().mapFromGlobal(QPoint(self._column, 0)).x()
        words = plain(field.answer())  # type: ignore[arg-type]
        return End(end.block, letters(words, field.place_in_column(x, at_top=at_top)))

    def _field(self, end: End) -> RichField | None:
        card = self._page.card(end.block) if end.at is not None else None
        field = card.form.field_at("text") if card else None
        return field if isinstance(field, RichField) else None

    # --- what is done with it

    def _copy(self, ends: tuple[End, End]) -> None:
        by_text = any(end.at is not None for end in ends)
        mime = mime_of_part if by_text else mime_of
        kit, release = self._session.kit, self._session.release
        QApplication.clipboard().setMimeData(mime(self.blocks(), release, kit.pictures))

    def _remove(self, label: str) -> None:
        """Takes out what is chosen; the caret goes to where it was."""
        ends = self._ends()
        if ends is None:
            return
        release, seam = without(self._session.release, *ends)
        at = self._session.release.index(ends[0].block)
        if seam is None and release.blocks:
            seam = End(release.blocks[min(at, len(release.blocks) - 1)].id)
        self._change(label, release.blocks, seam)

    def _write(self, event: QKeyEvent) -> None:
        """A letter, or Enter, takes the place of what is chosen."""
        with self._session.history.as_one(_("Typing")):
            self._remove(_("Typing"))
            if (field := QApplication.focusWidget()) is not None:
                QApplication.sendEvent(field, QKeyEvent(event))

    def _paste(self, ends: tuple[End, End]) -> None:
        if any(end.at is not None for end in ends):
            with self._session.history.as_one(_("Paste")):
                self._remove(_("Paste"))
                field = QApplication.focusWidget()
                if isinstance(field, RichField):
                    field.insertFromMimeData(clipboard())
            return
        mime, release = clipboard(), self._session.release
        kept = [block for block in release.blocks if block not in self.blocks()]
        clip = blocks_in(mime)
        new = tuple(
            each
            for each in clip.blocks or map(block_of, pieces_in(mime))
            if not (each.once and any(type(block) is type(each) for block in kept))
        )
        if new:
            first, last = release.index(ends[0].block), release.index(ends[1].block)
            blocks = (*release.blocks[:first], *new, *release.blocks[last + 1 :])
            self._change(_("Paste"), blocks, End(new[-1].id), after=True, pictures=clip.pictures)

    def _change(
        self,
        label: str,
        blocks: tuple[Block, ...],
        there: End | None,
        *,
        after: bool = False,
        pictures: tuple[Asset, ...] = (),
    ) -> None:
        assert self._end is not None
        before = self._caret(self._end)
        self.drop()
        caret = Caret(there.block, "", 0, 0) if there else None
        self._session.paste(label, pictures, lambda old: old.with_blocks(blocks), before=before, after=caret)
        self._leave(there, after=after)
