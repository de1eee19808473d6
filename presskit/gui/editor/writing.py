"""What Enter, Backspace and a paste of several paragraphs do to the blocks of a release."""

from typing import NamedTuple, Protocol

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.gui.editor.card import Card
from presskit.gui.editor.clipping import PastedTable, block_of
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.richdoc import units
from presskit.gui.editor.tabling import tell_left, with_table
from presskit.gui.editor.textfield import RichField
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block, new_id
from presskit.model.span import is_one_text
from presskit.session import Clip, Session
from presskit.text.clip import Piece, in_one
from presskit.text.runs import RichText, join, plain


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
        """Enter splits a paragraph, and a heading within; elsewhere it goes on to the next thing to write."""
        field = card.form.field_at(path)
        if isinstance(field, RichField) and is_one_text(card.block):
            first, second = field.halves()
            if isinstance(card.block, Paragraph) or (plain(first).strip() and plain(second).strip()):
                self._split(card, field, first, second)
                return
        paths = [each for each, _field in card.form.text_fields()]
        if path in paths and paths.index(path) + 1 < len(paths):
            self._editor.go(Caret(card.block.id, paths[paths.index(path) + 1], 0, -1))
            return
        self._below(card)

    def _split(self, card: Card, field: RichField, first: RichText, second: RichText) -> None:
        new = Paragraph(id=new_id(), text=second)
        kept = replace(card.block, text=first)
        self._session.edit(
            _("New paragraph"),
            lambda release: edits.swap(release, kept.id, (kept, new)),
            before=Caret(card.block.id, "text", *field.caret()),
            after=Caret(new.id, "text"),
        )
        self._editor.go(Caret(new.id, "text"))

    def _below(self, card: Card) -> None:
        blocks = self._session.release.blocks
        place = self._session.release.index(card.block.id) + 1
        if place < len(blocks) and blocks[place].is_empty():
            self._editor.go_to_block(blocks[place].id)
            return
        self._editor.insert(Paragraph.blank(), place)

    def back(self, card: Card, path: str) -> None:
        """Backspace at the start joins with the text above, and takes an empty block away."""
        place = self._session.release.index(card.block.id)
        if place == 0:
            return
        above = self._session.release.blocks[place - 1]
        if card.block.is_empty() and path == card.first_field():
            self._editor.remove_block(card.block.id)
            self._editor.go_to_block(above.id, end=True)
        elif isinstance(card.block, Paragraph) and is_one_text(above):
            self._join(above, card.block, Caret(card.block.id, path))

    def forward(self, card: Card, path: str) -> None:
        """Delete at the end joins with the paragraph below, and takes an empty block away."""
        blocks = self._session.release.blocks
        place = self._session.release.index(card.block.id)
        if place + 1 == len(blocks) or not is_one_text(card.block):
            return
        below, field = blocks[place + 1], card.form.field_at(path)
        at = Caret(card.block.id, path, *field.caret()) if isinstance(field, RichField) else None
        if below.is_empty():
            self._session.edit(
                _("Remove {kind}").format(kind=_(below.label)),
                lambda release: edits.remove(release, below.id),
                before=at,
                after=at,
            )
        elif card.block.is_empty():
            self._editor.remove_block(card.block.id)
        elif isinstance(below, Paragraph):
            self._join(card.block, below, at)

    def _join(self, above: Block, below: Paragraph, before: Caret | None) -> None:
        text: RichText = above.text  # type: ignore[attr-defined]
        seam = units(plain(text))
        joined = replace(above, text=join(text, below.text))
        at = Caret(above.id, "text", seam, seam)
        self._session.edit(
            _("Join paragraphs"),
            lambda release: edits.change(edits.remove(release, below.id), joined),
            before=before,
            after=at,
        )
        self._editor.go(at)

    def pasted(self, card: Card, path: str, found: object) -> None:
        """Puts what was pasted into the release: blocks below the caret, or pieces of text, of which the
        first goes on where the caret is."""
        field = card.form.field_at(path)
        if isinstance(found, PastedTable):
            if self._paste_table(card, path, found):
                return
            found = found.otherwise
            if isinstance(field, LineField):
                start, end = sorted(field.caret())
                field.exchange(start, end, " ".join(plain(in_one(found)).split()), _("Paste"))
        if not isinstance(field, RichField) or not isinstance(found, tuple) or not found:
            return
        at = Caret(card.block.id, path, *field.caret())
        if isinstance(found, Clip):
            self._paste(card.block, found, at)
        elif path != "text" or [each.kind for each in found] == ["paragraph"]:  # there is none to make
            field.insert((in_one(found),))
        else:
            self._paste_pieces(card.block, field, found, at)

    def _paste_table(self, card: Card, path: str, found: PastedTable) -> bool:
        """Whether a table had a place as figures, and has it now."""
        field = card.form.field_at(path)
        placed = with_table(card.block, path, found)
        if placed is None or not isinstance(field, RichField | LineField):
            return False
        block, there = placed
        self._session.edit(
            _("Paste table"),
            lambda release: edits.swap(release, card.block.id, (block,)),
            before=Caret(card.block.id, path, *field.caret()),
            after=Caret(block.id, there, -1, -1),
        )
        self._editor.go(Caret(block.id, there, -1, -1))
        tell_left(card.window(), found.left)
        return True

    def _paste(self, block: Block, clip: Clip, before: Caret | None) -> None:
        new = tuple(each for each in clip.blocks if not (each.once and self._has(type(each))))
        empty = isinstance(block, Paragraph) and block.is_empty()
        if not new:
            return
        self._session.paste(
            _("Paste"),
            clip.pictures,
            lambda release: edits.swap(release, block.id, new if empty else (block, *new)),
            before=before,
            after=Caret(new[-1].id, "", -1, -1),
        )
        self._editor.go_to_block(new[-1].id, end=True)

    def _has(self, kind: type[Block]) -> bool:
        return any(type(block) is kind for block in self._session.release.blocks)

    def _paste_pieces(self, block: Block, field: RichField, pieces: tuple[Piece, ...], before: Caret) -> None:
        first, rest = field.halves()
        new: list[Block] = []
        if pieces[0].kind == "paragraph":
            new.append(replace(block, text=join(first, pieces[0].texts[0])))
            pieces = pieces[1:]
        elif first or not isinstance(block, Paragraph):
            new.append(replace(block, text=first))
        new += map(block_of, pieces)
        last = new[-1]
        if isinstance(last, Paragraph):
            seam = units(plain(last.text))
            new[-1] = replace(last, text=join(last.text, rest))
            after = Caret(last.id, "text", seam, seam)
        else:
            if rest:
                new.append(Paragraph(id=new_id(), text=rest))
            after = Caret(new[-1].id, "text") if rest else Caret(last.id, last.questions()[0].name, -1, -1)
        self._session.edit(
            _("Paste"), lambda release: edits.swap(release, block.id, new), before=before, after=after
        )
        self._editor.go(after)
