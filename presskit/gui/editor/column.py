"""Cards one below the other; each is made when its place comes near what is in view."""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget, QWidgetItem

from presskit.gui.enter import pressed_by_enter
from presskit.gui.theme import Theme

_GAP = 8  # pixels between two cards
_SIDES, _ABOVE, _BELOW = 26, 6, 40  # pixels around them
_AT_ONCE = 0.003  # seconds that cards may take before the window is asked what else there is to do
_FEW = 4  # cards that are hidden in one go
_ROUNDS = 4  # how often a change of heights may bring others into view before the next turn


class Column(QWidget):
    """Stands cards one below the other and scrolls so that what is in view stays where it is.

    make: the card of a key, called once a key. guess: the height in pixels of a card not made yet, for a key
    and a width in pixels.
    """

    def __init__(
        self,
        area: QScrollArea,
        theme: Theme,
        make: Callable[[str], QWidget],
        guess: Callable[[str, int], int],
    ) -> None:
        super().__init__()
        self._area, self._theme, self._make, self._guess = area, theme, make, guess
        self._keys: tuple[str, ...] = ()
        self._place: dict[str, int] = {}
        self._tops: list[int] = [_ABOVE]  # of each card and, last, of what would follow
        self._heights: dict[str, int] = {}
        self._made: dict[str, QWidget] = {}
        self._standing: set[str] = set()  # those that are shown, in their places
        self._stale: set[str] = set()  # those that may need another height
        self._busy = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._make_next)
        self.setObjectName("cards")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(self)
        area.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what stands here

    def set_keys(self, keys: Iterable[str], changed: Iterable[str] = ()) -> None:
        """Takes over which cards there are, in order; those of `changed` may have another height."""
        keys = tuple(keys)
        guessed = [key for key in changed if key not in self._made]
        if keys == self._keys and not guessed:
            return  # a card that needs another height says so
        anchor = self._anchor()
        self._keys = keys
        self._place = {key: number for number, key in enumerate(self._keys)}
        for gone in [key for key in self._made if key not in self._place]:
            if self._holds(
                gone, QApplication.focusWidget()
            ):  # else Qt looks for who gets the keys while hiding
                self._area.setFocus(Qt.FocusReason.OtherFocusReason)
            card = self._made.pop(gone)
            self._standing.discard(gone)
            card.hide()
            card.deleteLater()
        kept = self._place.keys() - set(guessed)
        self._heights = {key: height for key, height in self._heights.items() if key in kept}
        self._arrange(anchor)

    def reach(self, key: str) -> QWidget | None:
        """The card of a key, made and in its place; None where there is no such key."""
        if key not in self._place:
            return None
        if key not in self._standing:
            self._arrange(self._anchor(), wanted=key)
        return self._made[key]

    def rect_of(self, place: int) -> QRect:
        """Where the card at a place stands; for the place behind the last, an empty one below it."""
        top = self._tops[place]
        height = self._tops[place + 1] - top - _GAP if place < len(self._keys) else 0
        return QRect(_SIDES, top, self._inner(), height)

    def place_at(self, y: int) -> int:
        """Before which card something belongs that is dropped at a height: below the middle is behind."""
        place = min(max(bisect_right(self._tops, y) - 1, 0), len(self._keys))
        return place + 1 if place < len(self._keys) and y > self.rect_of(place).center().y() else place

    def nearest(self, y: int) -> int:
        """The place of the card at a height, or of the nearest one; there must be a card."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._keys) - 1)

    def widen(self) -> None:
        """Takes over the size of the view."""
        if self.width() != self._area.viewport().width():
            self._heights = {key: self._heights[key] for key in self._made}
        self._arrange(self._anchor())

    # --- placing

    def _inner(self) -> int:
        return max(self._area.viewport().width() - 2 * _SIDES, 1)

    def _view(self, screens: float = 0.0) -> tuple[int, int]:
        """Top and bottom of what is in view, with so many times its height around it."""
        tall = self._area.viewport().height()
        top = self._area.verticalScrollBar().value()
        return int(top - screens * tall), int(top + (1 + screens) * tall)

    def _within(self, view: tuple[int, int]) -> tuple[str, ...]:
        first = max(bisect_right(self._tops, view[0]) - 1, 0)
        return self._keys[first : bisect_right(self._tops, view[1])]

    def _anchor(self) -> tuple[str, int]:
        """What must not move on the screen: the card at hand if it is in view, else the first that is; and
        where it stands, in pixels from the top of the view."""
        top, bottom = self._view()
        seen = [key for key in self._within((top, bottom)) if self._tops[self._place[key] + 1] > top]
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held):
            seen = [key for key in seen if key in self._made and self._holds(key, held)] or seen
        key = seen[0] if seen else ""
        return key, self._tops[self._place[key]] - top if key else 0

    def _holds(self, key: str, widget: QWidget | None) -> bool:
        card = self._made[key]
        return widget is not None and (card is widget or card.isAncestorOf(widget))

    def _arrange(self, anchor: tuple[str, int], wanted: str = "") -> None:
        """Makes and places what is in view, and a card that is wanted wherever it is."""
        if self._busy:  # to stand a card in its place makes Qt ask for this again
            return
        self._busy = True
        until = time.perf_counter() + _AT_ONCE
        try:
            for _round in range(_ROUNDS):
                self._stack(anchor)
                if not self._settle(wanted, until):
                    break
            self._stack(anchor)
        finally:
            self._busy = False
        if self._next() is not None or self._far():
            self._rest.start()
        self.update()

    def _settle(self, wanted: str, until: float) -> bool:
        """Stands what is near in its place, making it where it is in view; whether a height changed."""
        seen = set(self._within(self._view())) if self.isVisible() else set()
        changed = False
        for key in dict.fromkeys((*((wanted,) if wanted else ()), *self._within(self._view(1)))):
            waits = key not in self._standing and key != wanted
            if waits and (key not in seen or time.perf_counter() > until):
                continue
            if key not in self._made:
                card = self._make(key)
                card.setParent(self)
                self._made[key] = card
            changed |= self._stand(key)
        return changed

    def _stand(self, key: str) -> bool:
        """Shows a card in its place at the height that it needs; whether that differs from before."""
        card, top = self._made[key], self._tops[self._place[key]]
        width, before = self._inner(), self._heights.get(key, 0)
        fresh = key not in self._standing or card.width() != width
        if fresh:
            card.setGeometry(_SIDES, top, width, max(before, 1))
            card.show()
            self._standing.add(key)
            if (layout := card.layout()) is not None:
                layout.invalidate()  # fields know their height only once they have their width
                layout.activate()
        height = before
        if fresh or key in self._stale:
            item = QWidgetItem(card)
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            self._stale.discard(key)
        if (card.y(), card.height()) != (top, height):
            card.setGeometry(_SIDES, top, width, height)
        self._heights[key] = height
        return fresh or height != before

    def _stack(self, anchor: tuple[str, int]) -> None:
        """Adds up the heights, and scrolls so that the anchor stands where it stood."""
        width = self._inner()
        for key in self._keys:
            if key not in self._heights:
                self._heights[key] = self._guess(key, width)
        self._tops = list(accumulate((self._heights[key] + _GAP for key in self._keys), initial=_ABOVE))
        size = (self._area.viewport().width(), max(self._tops[-1] + _BELOW, self._area.viewport().height()))
        if (self.width(), self.height()) != size:
            self.resize(*size)
        key, offset = anchor
        if key in self._place:
            self._area.verticalScrollBar().setValue(self._tops[self._place[key]] - offset)
        for key in self._standing:
            card = self._made[key]
            if card.y() != (top := self._tops[self._place[key]]):
                card.move(_SIDES, top)

    def _far(self) -> list[str]:
        """The cards that stand far from the view and have not got the keys."""
        keep, held = set(self._within(self._view(3))), QApplication.focusWidget()
        return [key for key in self._standing - keep if not self._holds(key, held)]

    def _leave_far(self) -> None:
        """Hides some of them, so that they need not be moved about with every letter."""
        for key in self._far()[:_FEW]:
            self._made[key].hide()
            self._standing.discard(key)
        if self._far():
            self._rest.start()

    # --- making the others

    def _next(self) -> str | None:
        """The next card to be made ahead: what is in view, then a screen around it."""
        for screens in (0, 1):
            for key in self._within(self._view(screens)):
                if key not in self._standing:
                    return key
        return None

    def _make_next(self) -> None:
        if not self.isVisible():
            return
        if (key := self._next()) is not None:
            self._arrange(self._anchor(), wanted=key)
        else:
            self._leave_far()

    # --- Qt

    def _scrolled(self) -> None:
        self._arrange(self._anchor())

    def event(self, event: QEvent) -> bool:
        """Cards say that they need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._stale = set(self._made)
            self._arrange(self._anchor())
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it worth while to make cards."""
        super().showEvent(event)
        self.widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button of a card."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the outlines of cards that are about to be made."""
        waiting = [key for key in self._within(self._view()) if key not in self._standing]
        if not waiting:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour["card_border"]))
        painter.setBrush(self._theme.colour["card"])
        for key in waiting:
            painter.drawRoundedRect(self.rect_of(self._place[key]), 8, 8)
        painter.end()
