"""The pages of the preview, one below the other: they scroll, zoom, mark a block and lead to one."""

from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QPointF, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from presskit.gui.motion import motion_allowed
from presskit.gui.pagelayout import EDGE, Box, Layout
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.pages import Drawing, Pages, Patch, Spot

FIT_WIDTH, FIT_PAGE = 0.0, -1.0
NEAREST, FARTHEST = 4.0, 0.5
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_WHEEL = 1.2  # how much nearer a notch of the wheel brings the pages
_KEPT = 12_000_000  # pixels (48 MB) that stay drawn beyond those in view
_GLIDE = 160  # milliseconds
_LINE = 14  # points above and below the caret that are to be seen
_TINT = 18  # of 255
_LETTER = (612.0, 792.0)  # until the first pages tell their size


class _Shown(NamedTuple):
    pages: Pages
    scale: float
    images: dict[Patch, QImage]


class PageView(QAbstractScrollArea):
    """Pages, one below the other.

    clicked: a block was clicked (its id, the page, points from the left and the top of that page). needs:
    something came into view that is not drawn yet, or the scale changed. zoomed: the zoom changed. at_page:
    another page came to the middle of the view (its number from 0, how many there are).
    """

    clicked = Signal(str, int, float, float)
    needs = Signal()
    zoomed = Signal()
    at_page = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pageView")
        self.setAccessibleName(_("Preview of the pages"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._shown: _Shown | None = None
        self._under: _Shown | None = None  # what is seen until all in view is drawn at a new scale
        self._block, self._part = "", 0.0
        self._by_hand = False  # the reader looks elsewhere
        self.zoom = FIT_WIDTH
        self._layout = self._laid_out()
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().actionTriggered.connect(self._taken)

    # --- what to draw

    def _laid_out(self) -> Layout:
        count, size = (self._shown.pages.count, self._shown.pages.size) if self._shown else (1, _LETTER)
        room, ratio = self.viewport().width(), self.devicePixelRatioF()
        unit = self.zoom * self.logicalDpiX() / 72
        if self.zoom <= 0:
            # with room for the scroll bar, there or not: else it comes and goes without end
            unit = (self.width() - self.verticalScrollBar().sizeHint().width() - 2 * EDGE) / size[0]
        if self.zoom == FIT_PAGE:
            unit = min(unit, (self.viewport().height() - 2 * EDGE) / size[1])
        return Layout(count, size, room, max(unit, 0.1), ratio)

    def scale(self) -> float:
        """Device pixels a point, for the zoom and the room there is."""
        return self._layout.scale

    def zoom_now(self) -> float:
        """The zoom as a number, 1 for 100%, also where pages fit the view."""
        return self._layout.unit * 72 / self.logicalDpiX()

    @property
    def layout_now(self) -> Layout:
        """Where the pages stand."""
        return self._layout

    def box(self) -> Box:
        """The part of the pages that is in view."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Box(across, down, self.viewport().width(), self.viewport().height())

    def show_pages(self, pages: Pages, scale: float) -> None:
        """Shows pages, some of their parts drawn at a scale. What is looked at stands still: the marked
        block, or else the first in view."""
        anchor = self._anchor()
        images = {patch: _image(drawing) for patch, drawing in pages.drawn.items()}
        shown = self._shown
        if shown and shown.pages.data is pages.data and shown.scale == scale:
            images = {**self._fewer(shown.images), **images}
        elif shown and shown.pages.data is pages.data:
            self._under = self._under or shown
        else:
            self._under = None
        self._shown = _Shown(pages, scale, images)
        self._lay_out()
        if anchor and (spots := self._spots(anchor[0])):
            self.verticalScrollBar().setValue(spots[min(anchor[1], len(spots) - 1)].top() - anchor[2])
        if not self._by_hand:
            self._seek()
        if not self.missing():
            self._under = None
        self._tell_page()
        self.viewport().update()

    def _fewer(self, images: dict[Patch, QImage]) -> dict[Patch, QImage]:
        """Lets go of what was drawn longest ago and is out of view."""
        room, needed = _KEPT, set(self._layout.patches(self.box()))
        kept = {}
        for patch, image in reversed(images.items()):
            room -= 0 if patch in needed else patch.width * patch.height
            if patch in needed or room > 0:
                kept[patch] = image
        return dict(reversed(kept.items()))

    @property
    def pages(self) -> Pages | None:
        """The pages shown."""
        return self._shown.pages if self._shown else None

    def missing(self) -> tuple[Patch, ...]:
        """The parts in view that are not drawn at this scale."""
        if self._shown is None:
            return ()
        have = self._shown.images if self._shown.scale == self.scale() else {}
        return tuple(patch for patch in self._layout.patches(self.box()) if patch not in have)

    # --- blocks

    def follow(self, block: str, part: float = 0.0) -> None:
        """Marks a block, and brings the place of the caret into view: `part` of the block (0 to 1) is above
        it. Where the reader has scrolled elsewhere, that holds until another block is at hand."""
        if block != self._block:
            self._by_hand = False
        self._block, self._part = block, part
        if not self._by_hand:
            self._seek()
        self.viewport().update()

    def seek(self) -> None:
        """Brings the block at hand into view, wherever the reader is."""
        self._by_hand = False
        self._seek()

    def block_in_view(self) -> str:
        """The id of the block nearest to the middle of the view; "" without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = self._shown.pages.places if self._shown else ()
        near = [
            (abs(self._spot(place).center().y() - middle), place.block) for place in places if place.block
        ]
        return min(near)[1] if near else ""

    def _spot(self, place: Spot) -> QRect:
        page, unit = self._layout.page(place.page), self._layout.unit
        top, bottom = int(place.top * unit), int(place.bottom * unit)
        return QRect(page.left + 4, page.top + top, page.width - 8, bottom - top)

    def _spots(self, block: str) -> list[QRect]:
        if not self._shown or not block:
            return []
        return [self._spot(place) for place in self._shown.pages.places if place.block == block]

    def _anchor(self) -> tuple[str, int, int] | None:
        """What stands still while pages change: a block, which of its parts, and how far down the view."""
        view = self.box()
        for number, spot in enumerate(self._spots(self._block)):
            if spot.bottom() > view.top and spot.top() < view.top + view.height:
                return self._block, number, spot.top() - view.top
        if self._shown and view.top > 0:
            for place in self._shown.pages.places:
                spot = self._spot(place)
                if place.block and spot.bottom() > view.top:
                    number = [each.top() for each in self._spots(place.block)].index(spot.top())
                    return place.block, number, spot.top() - view.top
        return None

    def _seek(self) -> None:
        """Scrolls to the block at hand where it is out of view; where it is taller, to its caret."""
        spots, tall = self._spots(self._block), self.viewport().height()
        if not spots:
            return
        top, bottom = spots[0].top(), spots[-1].bottom()
        if bottom - top > tall - 2 * EDGE:
            line = int(_LINE * self._layout.unit)
            top = self._caret_height(spots) - line
            bottom = top + 2 * line
        bar, now = self.verticalScrollBar(), self.verticalScrollBar().value()
        if self._glide.state() == QPropertyAnimation.State.Running:
            now = int(self._glide.endValue())
        if top >= now + EDGE - 2 and bottom <= now + tall - EDGE + 2:
            return
        there = min(max(top - tall // 3, bottom - tall + 2 * EDGE, 0), bar.maximum())
        self._glide.stop()
        if not motion_allowed() or not self.isVisible():
            bar.setValue(there)
        else:
            self._glide.setDuration(_GLIDE)
            self._glide.setStartValue(bar.value())
            self._glide.setEndValue(there)
            self._glide.start()

    def _caret_height(self, spots: list[QRect]) -> int:
        """How far down the caret is, by its part of all the lines of a block, on whichever page."""
        left = int(self._part * sum(spot.height() for spot in spots))
        for spot in spots:
            if left <= spot.height():
                return spot.top() + left
            left -= spot.height()
        return spots[-1].bottom()

    def _place_at(self, at: QPointF) -> tuple[str, int, float, float] | None:
        """The block, the page and the point on it at a place of the view."""
        if not self._shown:
            return None
        view = self.box()
        number, x, y = self._layout.point(at.x() + view.left, at.y() + view.top)
        if not 0 <= x <= self._shown.pages.size[0]:
            return None
        for place in self._shown.pages.places:
            if place.block and place.page == number and place.top <= y <= place.bottom:
                return place.block, number, x, y
        return None

    # --- keys and mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the block."""
        place = self._place_at(event.position())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what a click leads to."""
        leads = self._place_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow and page keys scroll."""
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        steps = {
            Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        sideways = {Qt.Key.Key_Left: -40, Qt.Key.Key_Right: 40}
        key = Qt.Key(event.key())
        if key in steps:
            self._taken()
            bar.setValue(bar.value() + steps[key])
        elif key in sideways:
            across.setValue(across.value() + sideways[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom about the mouse."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            nearer = _WHEEL ** (event.angleDelta().y() / 120)
            self.set_zoom(min(max(self.zoom_now() * nearer, FARTHEST), NEAREST), event.position())
        else:
            super().wheelEvent(event)

    def _taken(self, _action: int = 0) -> None:
        """The reader scrolls."""
        self._by_hand = True
        self._glide.stop()

    def step_zoom(self, step: int) -> None:
        """A step nearer or farther."""
        now = self.zoom_now()
        nearer = [each for each in STEPS if each > now + 0.01]
        farther = [each for each in STEPS if each < now - 0.01]
        if step > 0 and nearer:
            self.set_zoom(nearer[0])
        elif step < 0 and farther:
            self.set_zoom(farther[-1])

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """1 is 100%; FIT_WIDTH and FIT_PAGE fit what they say. `at` stays where it is in the view: else the
        block at hand if it is in view, else the middle."""
        self.zoom = min(max(zoom, FARTHEST), NEAREST) if zoom > 0 else zoom
        self._glide.stop()
        if at is None:
            at = QPointF(self.viewport().rect().center())
            anchor = self._anchor()
            if anchor and anchor[0] == self._block and anchor[2] >= 0:
                at.setY(anchor[2])
        self._lay_out(at)
        self.needs.emit()
        self.zoomed.emit()
        self.viewport().update()

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit change their scale; what is at the top of the view stays there."""
        self._lay_out(QPointF(0, 0))
        self.needs.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what is in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colour["preview_backdrop"]))
        if self._shown:
            view = self.box()
            painter.translate(-view.left, -view.top)
            for number in self._layout.pages(view.top, view.height):
                painter.fillRect(QRect(*self._layout.page(number)), Qt.GlobalColor.white)
            for shown in (self._under, self._shown):
                if shown is not None:
                    self._paint_patches(painter, shown)
            self._paint_mark(painter)
        painter.end()

    def _paint_patches(self, painter: QPainter, shown: _Shown) -> None:
        ratio, view = self._layout.ratio, QRectF(*self.box())
        sharp, part = shown.scale == self.scale(), self.scale() / shown.scale / ratio
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        for patch, image in shown.images.items():
            page = self._layout.page(patch.page)
            at = QPointF(page.left + patch.left * part, page.top + patch.top * part)
            there = QRectF(at.x(), at.y(), patch.width * part, patch.height * part)
            if not there.intersects(view):
                continue
            image.setDevicePixelRatio(ratio if sharp else 1.0)
            if sharp:  # pixel for pixel
                painter.drawImage(at, image)
            else:
                painter.drawImage(there, image)

    def _paint_mark(self, painter: QPainter) -> None:
        """A bar beside the block at hand, and a tint that leaves its words as they are."""
        accent = QColor(self._theme.colour["accent"])
        tint = QColor(accent)
        tint.setAlpha(_TINT)
        for spot in self._spots(self._block):
            painter.fillRect(spot.adjusted(2, -3, -2, 3), tint)
            painter.fillRect(QRect(spot.left() + 2, spot.top() - 3, 3, spot.height() + 6), accent)

    def _lay_out(self, at: QPointF | None = None) -> None:
        """Places the pages anew; the point of a page at `at` stays there."""
        before, view = self._layout, self.box()
        held = before.point(at.x() + view.left, at.y() + view.top) if at is not None else None
        self._layout = self._laid_out()
        last = self._layout.page(self._layout.pages_there - 1)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        _set_range(down, last.top + last.height + EDGE - view.height, view.height)
        _set_range(across, last.width + 2 * EDGE - view.width, view.width)
        if at is not None and held is not None:
            x, y = self._layout.place(*held)
            across.setValue(round(x - at.x()))
            down.setValue(round(y - at.y()) if view.top or at.y() else 0)

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()
        if self.missing():
            self.needs.emit()

    def _tell_page(self) -> None:
        if self._shown is not None:
            view = self.box()
            number, _x, _y = self._layout.point(0, view.top + view.height // 2)
            self.at_page.emit(number, self._layout.pages_there)


def _set_range(bar: QScrollBar, most: int, page: int) -> None:
    bar.setRange(0, max(most, 0))
    bar.setPageStep(max(page - 40, 10))
    bar.setSingleStep(24)


def _image(drawing: Drawing) -> QImage:
    form = QImage.Format.Format_RGB32
    return QImage(drawing.pixels, drawing.width, drawing.height, drawing.stride, form).copy()
