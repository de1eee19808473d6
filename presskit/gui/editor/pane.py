"""The editor: keeps one card a block in step with the release."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from presskit.gui.editor.arranging import ArrangePage
from presskit.gui.editor.card import Card
from presskit.gui.editor.column import Column
from presskit.gui.editor.crossing import Crossing
from presskit.gui.editor.fields import LineField, Maker
from presskit.gui.editor.form import RecordForm
from presskit.gui.editor.guess import guess_height
from presskit.gui.editor.heads import Heads
from presskit.gui.editor.keys import picks, way_of
from presskit.gui.editor.picking import Picking
from presskit.gui.editor.picture import PictureField
from presskit.gui.editor.slash import Slashes
from presskit.gui.editor.smart import refine
from presskit.gui.editor.special import form_for
from presskit.gui.editor.sweeping import Sweeping
from presskit.gui.editor.tabbing import Tabbing
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret, Writing
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block
from presskit.model.brand import look
from presskit.model.fields import Ask
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.model.span import End
from presskit.pictures.pixels import box
from presskit.session import Changed, Session


class EditorPane(ArrangePage):
    """The cards, in a column that scrolls.

    went_to: the id of the block that the caret came to. asked: a chip was clicked (block id); news_asked:
    that of the library. card_made: the
    card of a block was made, when its place came near what is in view. picked: other blocks are chosen.
    """

    went_to = Signal(str)
    asked = Signal(str)
    news_asked = Signal(str)
    block_menu = Signal(object, str)
    text_menu = Signal(object, str, object, int)
    picture_wanted = Signal(str)
    picture_offered = Signal(str, object)
    card_made = Signal(object)
    picked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.maker = Maker(theme)
        self._writing = Writing(session, self)
        self._crossing = Crossing(session, self)
        self.picking = Picking(session, self)
        self._sweeping = Sweeping(session, self, self.picking)
        self._tabbing = Tabbing(session, self)
        self._came_from = ""
        self._blocks: dict[str, Block] = {}
        self._slashes = Slashes(session, self)
        self.cards: dict[str, Card] = {}  # those made; `card` makes one
        self._heads = Heads(self.cards)
        self.current = ""
        self.smart_marks = True
        self._typed: Caret | None = None  # where the last change of a text left the caret
        self.neighbours: tuple[QWidget, ...] = ()  # what Tab comes from above the cards, and goes to below
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.column = Column(self, theme, self._make, self._guess)
        self.furnish_drops(self.column)
        self._sync(session.release.blocks)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the release, in order."""
        return self._session.release.blocks

    # --- in step with the release

    def changed(self, told: Changed) -> None:
        """Takes over a change of the release; only cards whose block differs are touched."""
        here = self.current
        if told.before is None or told.before.blocks is not told.after.blocks:
            self._sync(told.after.blocks)
        elif told.before is not told.after:
            self._heads.refresh(told.after)
        if told.cause not in {"undo", "redo"}:
            return
        if isinstance(told.caret, Caret) and told.caret.block in self._blocks:
            self.go(told.caret)
        elif here not in self._blocks and told.before and told.before.find(here) and told.after.blocks:
            last = len(told.after.blocks) - 1
            self.go_to_block(told.after.blocks[min(told.before.index(here), last)].id)

    def _sync(self, blocks: tuple[Block, ...]) -> None:
        wanted = {block.id: block for block in blocks}
        for gone in [key for key in self.cards if key not in wanted]:
            del self.cards[gone]
        changed = [key for key, block in wanted.items() if self._blocks.get(key) is not block]
        self._blocks = wanted
        for key, card in tuple(self.cards.items()):  # a field that hides hands on the keys: that may make one
            if card.block is not wanted[key]:
                card.show_block(wanted[key])
        self.column.set_keys(wanted, changed)
        if self.current not in wanted:
            self.current = ""
        self.picking.refresh()
        self._heads.refresh(self._session.release)

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made and in its place; None where there is no such block."""
        self.column.reach(block_id)
        return self.cards.get(block_id)

    def _make(self, block_id: str) -> Card:
        card = self.cards[block_id] = Card(self._blocks[block_id], self)
        card.chip.clicked.connect(partial(self._asked, block_id))
        card.news.clicked.connect(lambda _on=False: self.news_asked.emit(block_id))
        card.set_current(block_id == self.current)
        self.picking.dress(card)
        self._heads.show(block_id, card, self._session.release)
        self.card_made.emit(card)
        return card

    def _guess(self, block_id: str, width: int) -> int:
        return guess_height(self._blocks[block_id], width)

    def tab(self, forward: bool) -> bool:
        """Makes Tab go down the page, between the neighbours; False where the focus is elsewhere."""
        return self._tabbing.go(forward=forward)

    def _asked(self, block_id: str, _on: bool = False) -> None:
        self.asked.emit(block_id)

    # --- what cards ask for (Desk)

    def form_for(self, record_type: type) -> type[RecordForm]:
        """The form for a type of record."""
        return form_for(record_type)

    def picture_field(self, ask: Ask) -> QWidget:
        """A field for a picture of the kit."""
        field = PictureField(ask, self._picture, self._room)
        field.choose.connect(lambda: self.picture_wanted.emit(self.block_of(field)))
        field.offered.connect(lambda files: self.picture_offered.emit(self.block_of(field), files))
        return field

    def around(self) -> tuple[Kit, Release]:
        """The kit, and the release of it that is shown."""
        return self._session.kit, self._session.release

    def _picture(self, name: str) -> bytes | None:
        return self._session.kit.picture(name)

    def _room(self) -> tuple[float, float]:
        page = look(self._session.release.brand)
        return box(page.size, page.margins)

    def block_of(self, widget: QWidget | None) -> str:
        """The id of the block in whose card a widget is; "" where it is in none."""
        while widget is not None and not isinstance(widget, Card):
            widget = widget.parentWidget()
        return widget.block.id if widget is not None and self.isAncestorOf(widget) else ""

    def card_edited(self, card: Card, path: str) -> None:
        """Takes what was written into the history; typing in one field is one step until a pause."""
        field = card.form.field_at(path)
        before = after = None
        merge: Any = None
        label = _("Change {kind}").format(kind=_(card.block.label))
        if isinstance(field, RichField | LineField) and field.doing:
            label = field.doing
        elif isinstance(field, RichField | LineField):
            label, merge = _("Typing"), (card.block.id, path)
        if isinstance(field, RichField | LineField):
            before = Caret(card.block.id, path, *field.caret_before())
            after = Caret(card.block.id, path, *field.caret())
        if before != self._typed:  # the caret went elsewhere since
            self._session.history.break_typing()
        self._typed = after
        block = card.block
        self._session.edit(
            label,
            lambda release: edits.change(release, block),
            merge=merge,
            before=before,
            after=after,
        )

    def card_focused(self, card: Card, path: str) -> None:
        """Marks the card that the caret is in."""
        self.mark(card.block.id)
        field = card.form.field_at(path)
        if field is not None:
            QTimer.singleShot(0, self, lambda: self._show_field(card.block.id, path))

    def card_enter(self, card: Card, path: str) -> None:
        """Enter in a single paragraph."""
        self._writing.enter(card, path)

    def card_back(self, card: Card, path: str) -> None:
        """Backspace at the very start of a field."""
        self._writing.back(card, path)

    def card_typed(self, field: RichField, letter: str) -> None:
        """Straight marks become the language's own."""
        if self.smart_marks:
            refine(field, letter, self._session.release.language)

    def card_pasted(self, card: Card, path: str, paragraphs: object) -> None:
        """Several paragraphs were pasted into a single one."""
        self._writing.pasted(card, path, paragraphs)

    def card_dragged(self, card: Card, path: str, began: int, point: QPoint) -> None:
        """A drag goes on beyond a text."""
        self._sweeping.drag(card, path, began, point)

    def card_menu(self, card: Card, path: str, menu: QMenu, position: int) -> None:
        """The menu of a text is about to open."""
        self.text_menu.emit(card, path, menu, position)

    def fill_menu(self, card: Card, menu: QMenu) -> None:
        """What can be done with a block; the window adds it, it knows the commands."""
        self.block_menu.emit(menu, card.block.id)

    # --- moving about

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead out of a field: the caret goes on in the next, and Delete draws that one near."""
        field = self.focused_field()
        backwards = isinstance(field, RichField) and field.is_right_to_left()
        way, caret = way_of(event, right_to_left=backwards), self.caret()
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and self.current:
            self._turn(event)
            return
        if self.picking.is_on and self.picking.key(event):
            return
        beyond = isinstance(field, RichField) and picks(event, field.textCursor(), right_to_left=backwards)
        if isinstance(field, RichField) and self.current and beyond:
            self.picking.begin(event, field, self.current)
        elif field is not None and way:
            self._crossing.cross(way)
        elif isinstance(field, RichField) and event.key() == Qt.Key.Key_Delete and caret:
            self._writing.forward(self.cards[caret.block], caret.field)
        elif isinstance(field, RichField) and event.text() == "/" and caret:
            self._slashes.typed(field, caret)
        else:
            super().keyPressEvent(event)

    def _turn(self, event: QKeyEvent) -> None:
        field = self.focused_field()
        at = field.mapToGlobal(field.cursorRect().center()) if field else self.mapToGlobal(QPoint(80, 80))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._sweeping.turn(at, self.current, down=event.key() == Qt.Key.Key_PageDown, choose=shift)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with Shift chooses what lies between the caret and the place clicked; one beside the cards
        brings the caret to the nearest."""
        point = event.globalPosition().toPoint()
        clicked = self.block_of(self.viewport().childAt(self.viewport().mapFromGlobal(point)))
        held = self._came_from if self.current == clicked else self.current
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._sweeping.click(point, held)
        elif not clicked:
            self._sweeping.click_beside(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards are as wide as there is room, and a text that was in view stays there."""
        super().resizeEvent(event)
        field = self.focused_field()
        top = field.mapTo(self.viewport(), QPoint(0, 0)).y() if field else -1
        self.column.widen()
        if field and 0 <= top < event.oldSize().height():
            self.ensureWidgetVisible(field, 0, 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is chosen stays so only while the page itself has the keys."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }:
            self._sweeping.leave()

    def pick_here(self) -> bool:
        """Chooses the block that the caret is in; False where it is in none."""
        if self.focused_field() is None or self.current not in self._blocks:
            return False
        self.picking.pick(End(self.current), End(self.current))
        return True

    def mark(self, block_id: str) -> None:
        """Makes a block the current one: what keys and menus act on."""
        if block_id == self.current:
            return
        for key in (self.current, block_id):
            if card := self.cards.get(key):
                card.set_current(key == block_id)
        self._came_from, self.current = self.current, block_id
        self._session.history.break_typing()
        self.went_to.emit(block_id)

    def come_to(self, block_id: str) -> None:
        """Puts the caret into a block unless the focus is in it already."""
        focus = QApplication.focusWidget()
        if focus is None or self.block_of(focus) != block_id:
            self.go_to_block(block_id)

    def mark_holder(self, widget: QWidget) -> None:
        """Marks the block in whose card a widget is, if it is in one."""
        if block_id := self.block_of(widget):
            self.mark(block_id)

    def go(self, caret: Caret) -> None:
        """Puts the caret somewhere and shows the place."""
        card = self.card(caret.block)
        field = card.form.field_at(caret.field) if card else None
        if card is None:
            return
        if field is None:
            self.go_to_block(caret.block)
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, RichField | LineField):
            field.put_caret(caret.anchor, caret.position)

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""
        card = self.card(block_id)
        if card is None:
            return
        path = card.first_field()
        if path:
            at = -1 if end else 0
            self.go(Caret(block_id, path, at, at))
        else:
            fields = list(card.form.fields.values())
            if fields:
                fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.card_focused(card, "")
            self.ensureWidgetVisible(card, 0, 40)

    def focused_field(self) -> RichField | LineField | None:
        """The text field with the caret, if one of ours has it."""
        widget = QApplication.focusWidget()
        if isinstance(widget, RichField | LineField) and self.isAncestorOf(widget):
            return widget
        return None

    def caret(self) -> Caret | None:
        """Where the caret is now."""
        card, field = self.cards.get(self.current), self.focused_field()
        if card is None:
            return None
        for path, each in card.form.text_fields():
            if each is field is not None:
                return Caret(self.current, path, *field.caret())
        return Caret(self.current, "")

    def has_text(self, widget: QWidget | None) -> bool:
        """Whether bold and italic have text to act on: that of a widget, or what is chosen across cards."""
        return isinstance(widget, RichField) or self.picking.is_on

    def show_card(self, block_id: str) -> None:
        """Scrolls a card into view."""
        if card := self.card(block_id):
            self.ensureWidgetVisible(card, 0, 20)

    def show_place(self, block_id: str, place: int | None) -> None:
        """Scrolls a place of a block's text into view, or the block."""
        card = self.card(block_id)
        field = card.form.field_at("text") if card else None
        if place is None or not isinstance(field, RichField):
            self.show_card(block_id)
            return
        cursor = field.textCursor()
        cursor.setPosition(min(place, field.document().characterCount() - 1))
        at = field.viewport().mapTo(self.column, field.cursorRect(cursor).center())
        self.ensureVisible(at.x(), at.y(), 0, 40)

    def _show_field(self, block_id: str, path: str) -> None:
        card = self.card(block_id)
        field = card.form.field_at(path) if card else None
        if field is None or card is None:
            return
        if field.height() < self.viewport().height() - 80:
            self.ensureWidgetVisible(field, 0, 60)
