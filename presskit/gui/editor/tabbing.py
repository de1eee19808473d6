"""Tab goes down the page, from card to card."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.editor.card import Card
from presskit.session import Session


class Page(Protocol):
    """What is needed of the editor."""

    neighbours: tuple[QWidget, ...]

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made where it was not."""

    def block_of(self, widget: QWidget | None) -> str:
        """The id of the block in whose card a widget is; "" where it is in none."""


class Tabbing:
    """The order of Tab: the neighbour above the cards, what is in each card, the neighbour below.

    Qt's own order is that in which widgets were made.
    """

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page

    def go(self, *, forward: bool) -> bool:
        """Moves the focus on, or back; False where it is neither in a card nor comes from a neighbour."""
        here = QApplication.focusWidget()
        keys = [block.id for block in self._session.release.blocks]
        ends = self._page.neighbours
        step = 1 if forward else -1
        held = self._page.block_of(here)
        if held in keys:  # not in the card of a block that is gone: Qt asks while it is taken away
            place, stops = keys.index(held), self._stops(held)
        elif ends and here is ends[0 if forward else -1]:
            place, stops = -1 if forward else len(keys), []
        else:
            return False
        at = next((number for number, stop in enumerate(stops) if _holds(stop, here)), 0) + step
        while not 0 <= at < len(stops):
            place += step
            if not 0 <= place < len(keys):
                stops, at = list(ends[-1:] if forward else ends[:1]), 0
                break
            stops = self._stops(keys[place])
            at = 0 if forward else len(stops) - 1
        if not stops:
            return False
        stops[at].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def _stops(self, block_id: str) -> list[QWidget]:
        card = self._page.card(block_id)
        return [stop for stop in card.tab_stops() if stop.isVisible()] if card else []


def _holds(stop: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (stop is widget or stop.isAncestorOf(widget))
