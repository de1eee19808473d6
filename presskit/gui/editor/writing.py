"""What Enter, Backspace and a paste of several paragraphs do to the blocks of a release."""

from typing import NamedTuple, Protocol

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.gui.editor.card import Card
from presskit.gui.editor.richdoc import units
from presskit.gui.editor.textfield import RichField
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block, new_id
from presskit.session import Session
from presskit.text.runs import Paragraphs, join, plain


class Caret(NamedTuple):
    """Where writing goes on: a block, the path of a field, anchor and position (-1 is the end)."""

    block: str
    field: str
    anchor: int = 0
    position: int = 0


class Place(Protocol):
    """What is needed of the editor."""

    def go(self, caret: Caret) -> None:
        """Puts the caret somewhere."""

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""

    def insert(self, block: Block, place: int | None = None) -> None:
        """Adds a block and goes to it."""

    def remove_block(self, block_id: str) -> None:
        """Takes a block out."""


class Writing:
    """The keys of a writer that reach beyond one field."""

    def __init__(self, session: Session, editor: Place) -> None:
        self._session, self._editor = session, editor

    def enter(self, card: Card, path: str) -> None:
        """Enter splits a paragraph, and elsewhere goes on to the next thing to write."""
        field = card.form.field_at(path)
        if isinstance(card.block, Paragraph) and isinstance(field, RichField):
            first, second = field.halves()
            new = Paragraph(id=new_id(), text=second)
            kept = replace(card.block, text=first)
            at = Caret(card.block.id, path, *field.caret())
            self._session.edit(
                _("New paragraph"),
                lambda release: edits.swap(release, kept.id, (kept, new)),
                before=at,
                after=Caret(new.id, "text"),
            )
            self._editor.go(Caret(new.id, "text"))
            return
        paths = [each for each, _field in card.form.text_fields()]
        if path in paths and paths.index(path) + 1 < len(paths):
            self._editor.go(Caret(card.block.id, paths[paths.index(path) + 1], 0, -1))
            return
        self._below(card)

    def _below(self, card: Card) -> None:
        blocks = self._session.release.blocks
        place = self._session.release.index(card.block.id) + 1
        if place < len(blocks) and blocks[place].is_empty():
            self._editor.go_to_block(blocks[place].id)
            return
        self._editor.insert(Paragraph.blank(), place)

    def back(self, card: Card, path: str) -> None:
        """Backspace at the start joins two paragraphs, and takes an empty block away."""
        place = self._session.release.index(card.block.id)
        if place == 0:
            return
        above = self._session.release.blocks[place - 1]
        if isinstance(card.block, Paragraph) and isinstance(above, Paragraph):
            seam = units(plain(above.text))
            joined = replace(above, text=join(above.text, card.block.text))
            gone = card.block.id
            at = Caret(above.id, "text", seam, seam)
            self._session.edit(
                _("Join paragraphs"),
                lambda release: edits.change(edits.remove(release, gone), joined),
                before=Caret(gone, path),
                after=at,
            )
            self._editor.go(at)
        elif card.block.is_empty() and path == card.first_field():
            self._editor.remove_block(card.block.id)
            self._editor.go_to_block(above.id, end=True)

    def pasted(self, card: Card, path: str, paragraphs: object) -> None:
        """Puts pasted paragraphs into the release: the first at the caret, the others below it."""
        field = card.form.field_at(path)
        if not isinstance(field, RichField) or not isinstance(paragraphs, tuple):
            return
        found: Paragraphs = paragraphs
        block = card.block
        if not (isinstance(block, Paragraph) or path == "text"):  # there is no second paragraph to make
            field.insert((join(*(join(each, " ") for each in found[:-1]), found[-1]),))
            return
        first, rest = field.halves()
        head = join(first, found[0])
        new = [Paragraph(id=new_id(), text=each) for each in found[1:]]
        seam = units(plain(new[-1].text))
        new[-1] = replace(new[-1], text=join(new[-1].text, rest))
        at = Caret(block.id, path, *field.caret())
        after = Caret(new[-1].id, "text", seam, seam)
        kept = replace(block, **{path: head})
        self._session.edit(
            _("Paste"),
            lambda release: edits.swap(release, block.id, (kept, *new)),
            before=at,
            after=after,
        )
        self._editor.go(after)
