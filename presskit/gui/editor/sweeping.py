"""The mouse chooses across cards: a click with Shift, and a drag that leaves its text."""

from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from presskit.gui.editor.card import Card
from presskit.gui.editor.column import Column
from presskit.gui.editor.picking import Picking
from presskit.gui.editor.richdoc import letters
from presskit.gui.editor.textfield import RichField
from presskit.model.span import End, is_one_text, text_of
from presskit.session import Session
from presskit.text.runs import plain

_TICK = 40  # milliseconds between two steps of scrolling while the mouse is beyond the edge
_EDGE = 24  # pixels from the edge of the view at which a drag scrolls


class Page(Protocol):
    """What is needed of the editor."""

    column: Column

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made where it was not."""

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""

    def viewport(self) -> QWidget:
        """What shows of the column."""

    def verticalScrollBar(self) -> QScrollBar:
        """What moves it."""


class Sweeping:
    """Knows where a choice with the mouse began."""

    def __init__(self, session: Session, page: Page, picking: Picking) -> None:
        self._session, self._page, self._picking = session, page, picking
        self._began: End | None = None
        self._left: End | None = None  # where a choice began that the click at hand has ended
        self._tick = QTimer(page.viewport())
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._scroll)
        self._at = QPoint()

    def click(self, point: QPoint, came_from: str) -> None:
        """A click with Shift at a point of the screen: chooses from where the caret was in a block."""
        end = self._end_at(point)
        begin = self._left or self._caret_of(came_from)
        if end is not None:
            self._picking.pick(*_matched(begin or end, end))

    def click_beside(self, point: QPoint) -> None:
        """A click beside the cards, or below them: the caret goes to the nearest place."""
        if (end := self._end_at(point)) is not None:
            self._go(end)

    def _go(self, end: End) -> None:
        if end.at is not None:
            self._picking.pick(end, end)
        else:
            self._picking.drop()
            self._page.go_to_block(end.block, end=True)

    def turn(self, point: QPoint, block_id: str, *, down: bool, choose: bool) -> None:
        """A screen on, or back: the cards move, the caret stays at its point; it goes to the end where they
        move no more. choose: everything up to there is chosen."""
        bar = self._page.verticalScrollBar()
        begin = self._picking.anchor or self._caret_of(block_id)
        before = bar.value()
        bar.setValue(before + (bar.pageStep() if down else -bar.pageStep()))
        blocks = self._session.release.blocks
        end = self._end_at(point)
        if bar.value() == before and blocks:
            block = blocks[-1 if down else 0]
            end = End(block.id, (len(plain(text_of(block))) if down else 0) if is_one_text(block) else None)
        if end is not None and choose and begin is not None:
            self._picking.pick(*_matched(begin, end))
        elif end is not None:
            self._go(end)

    def leave(self) -> None:
        """A click elsewhere ends what is chosen; if Shift is held it goes on from where it began."""
        self._left = self._picking.anchor
        QTimer.singleShot(0, self._page.viewport(), self._forget)
        self._picking.drop()

    def drag(self, card: Card, path: str, began: int, point: QPoint) -> None:
        """A drag that began at a place of a card's text is at a point of the screen; -1 when it ends."""
        if began < 0:
            self._tick.stop()
            return
        if path == "text" and is_one_text(card.block):
            self._began = End(card.block.id, letters(plain(text_of(card.block)), began))
        else:
            self._began = End(card.block.id)
        self._at = point
        self._tick.start()
        self._sweep()

    def _forget(self) -> None:
        self._left = None

    def _sweep(self) -> None:
        end = self._end_at(self._at)
        if end is not None and self._began is not None:
            self._picking.pick(*_matched(self._began, end))

    def _scroll(self) -> None:
        """Scrolls while the mouse is held beyond the edge of the view."""
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._tick.stop()
            return
        view = self._page.viewport()
        y = view.mapFromGlobal(self._at).y()
        step = min(y - _EDGE, 0) or max(y - view.height() + _EDGE, 0)
        if step:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._sweep()

    def _caret_of(self, block_id: str) -> End | None:
        block, card = self._session.release.find(block_id), self._page.card(block_id)
        if block is None or card is None:
            return None
        field = card.form.field_at("text")
        if isinstance(field, RichField) and is_one_text(block):
            return self._picking.end_in(field, block_id)
        return End(block_id)

    def _end_at(self, point: QPoint) -> End | None:
        """The place in the text nearest to a point of the screen, or the block."""
        column, blocks = self._page.column, self._session.release.blocks
        if not blocks:
            return None
        block = blocks[column.nearest(column.mapFromGlobal(point).y())]
        card = self._page.card(block.id)
        field = card.form.field_at("text") if card else None
        if not isinstance(field, RichField) or not is_one_text(block):
            return End(block.id)
        place = field.cursorForPosition(field.viewport().mapFromGlobal(point)).position()
        return End(block.id, letters(plain(text_of(block)), place))


def _matched(begin: End, end: End) -> tuple[End, End]:
    """Both ends; from a block that is taken whole to one that is taken whole."""
    return (begin, end) if begin.at is not None else (begin, End(end.block))
