"""The preview: the pages that export would write, drawn beside the window's thread."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
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
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.pages import Page, Pages, preview_pages, preview_text
from presskit.session import Changed, Session

PAUSE = 30  # milliseconds after a key before the pages are drawn
_GAP = 14  # pixels between pages
_EDGE = 12
ZOOMS = (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)  # 0 fits the width


class _Shown(NamedTuple):
    pages: Pages
    scale: float
    images: dict[int, QImage]


class PageView(QAbstractScrollArea):
    """Pages, one below the other.

    clicked_block: the id of the block that was clicked. needs: pages came into view that have no
    image yet, or the scale changed.
    """

    clicked_block = Signal(str)
    needs = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pageView")
        self.setAccessibleName(_("Preview of the pages"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._theme = theme
        self._shown: _Shown | None = None
        self._note = ""
        self._block = ""
        self.zoom = 0.0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what to draw

    def scale(self) -> float:
        """Device pixels a point, for the zoom and the width there is."""
        ratio = self.devicePixelRatioF()
        if self.zoom:
            return self.zoom * self.logicalDpiX() / 72 * ratio
        width = self._shown.pages.size[0] if self._shown else 612.0
        return max((self.viewport().width() - 2 * _EDGE) / width, 0.1) * ratio

    def in_view(self) -> Callable[[int, tuple[float, float]], tuple[int, ...]]:
        """Which pages (of so many, of a size in points) are in view now: a function of plain
        numbers, that another thread may call."""
        top, tall = self.verticalScrollBar().value(), self.viewport().height()
        unit = self.scale() / self.devicePixelRatioF()

        def pages(count: int, size: tuple[float, float]) -> tuple[int, ...]:
            height = size[1] * unit + _GAP
            first = int(max(top - _EDGE, 0) / height)
            return tuple(range(min(first, count - 1), min(int((top + tall) / height), count - 1) + 1))

        return pages

    def show_pages(self, pages: Pages, scale: float) -> None:
        """Shows pages, some drawn at a scale; the view stays where it is."""
        images = {number: _image(page) for number, page in pages.drawn.items()}
        if self._shown and self._shown.pages.data is pages.data and self._shown.scale == scale:
            images = {**self._shown.images, **images}
        self._shown, self._note = _Shown(pages, scale, images), ""
        self._measure()
        self.viewport().update()

    def show_note(self, note: str) -> None:
        """Says why there are no new pages; those shown stay."""
        self._note = note
        self.viewport().update()

    @property
    def pages(self) -> Pages | None:
        """The pages shown."""
        return self._shown.pages if self._shown else None

    def missing(self) -> tuple[int, ...]:
        """The pages in view that have no image at this scale."""
        if self._shown is None:
            return ()
        wanted = self.in_view()(self._shown.pages.count, self._shown.pages.size)
        have = self._shown.images if self._shown.scale == self.scale() else {}
        return tuple(number for number in wanted if number not in have)

    # --- blocks

    def follow(self, block: str) -> None:
        """Marks a block, and brings it into view where it is not."""
        self._block = block
        spot = self._spots(block)
        if spot:
            top, bottom = spot[0].top(), spot[-1].bottom()
            bar = self.verticalScrollBar()
            if top < bar.value() + 10 or bottom > bar.value() + self.viewport().height() - 10:
                bar.setValue(max(top - self.viewport().height() // 3, 0))
        self.viewport().update()

    def _spots(self, block: str) -> list[QRect]:
        if not self._shown or not block:
            return []
        pages = self._shown.pages
        unit = self.scale() / self.devicePixelRatioF()
        found = []
        for place in pages.places:
            if place.block == block:
                page = self._page_rect(place.page)
                top, bottom = int(place.top * unit), int(place.bottom * unit)
                found.append(QRect(page.left() + 4, page.top() + top, page.width() - 8, bottom - top))
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the block."""
        at = event.position().toPoint() + QPoint(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        if self._shown:
            for place in self._shown.pages.places:
                if place.block and any(spot.contains(at) for spot in self._spots(place.block)):
                    self.clicked_block.emit(place.block)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow and page keys scroll."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def step_zoom(self, step: int) -> None:
        """A step nearer or farther."""
        unit = 72 / self.logicalDpiX() / self.devicePixelRatioF()
        now = self.zoom or self.scale() * unit
        nearer = [each for each in ZOOMS if each > now + 0.01]
        farther = [each for each in ZOOMS if 0 < each < now - 0.01]
        self.set_zoom(nearer[0] if step > 0 and nearer else farther[-1] if step < 0 and farther else now)

    def set_zoom(self, zoom: float) -> None:
        """100% is 1; 0 fits the width."""
        self.zoom = zoom if zoom in ZOOMS else 0.0
        self._measure()
        self.needs.emit()
        self.viewport().update()

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit the width change their scale."""
        self._measure()
        self.needs.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what is in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colour["preview_backdrop"]))
        if self._shown:
            dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            painter.translate(-dx, -dy)
            for number in self.in_view()(self._shown.pages.count, self._shown.pages.size):
                rect = self._page_rect(number)
                painter.fillRect(rect, Qt.GlobalColor.white)
                image = self._shown.images.get(number)
                if image is None:
                    continue
                if self._shown.scale == self.scale():  # pixel for pixel: type stays sharp
                    image.setDevicePixelRatio(self.devicePixelRatioF())
                    painter.drawImage(rect.topLeft(), image)
                else:
                    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                    image.setDevicePixelRatio(1.0)
                    painter.drawImage(rect, image)
            accent = QColor(self._theme.colour["accent"])
            for spot in self._spots(self._block):
                painter.fillRect(QRect(spot.left() + 2, spot.top(), 3, spot.height()), accent)
            painter.resetTransform()
        if self._note:
            painter.setPen(
                QColor(self._theme.colour["muted"] if not self._shown else self._theme.colour["bad_text"])
            )
            box = self.viewport().rect().adjusted(24, 20, -24, -20)
            if self._shown:
                painter.fillRect(
                    QRect(0, 0, self.viewport().width(), 60), QColor(self._theme.colour["bad_soft"])
                )
                box = QRect(12, 6, self.viewport().width() - 24, 48)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, self._note)
        painter.end()

    def _page_rect(self, number: int) -> QRect:
        assert self._shown is not None
        unit = self.scale() / self.devicePixelRatioF()
        size = QSize(round(self._shown.pages.size[0] * unit), round(self._shown.pages.size[1] * unit))
        left = max((self.viewport().width() - size.width()) // 2, _EDGE)
        return QRect(QPoint(left, _EDGE + number * (size.height() + _GAP)), size)

    def _measure(self) -> None:
        if self._shown is None:
            return
        last = self._page_rect(self._shown.pages.count - 1)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(last.bottom() + _EDGE - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - 40, 10))
        bar.setSingleStep(24)
        self.horizontalScrollBar().setRange(0, max(last.width() + 2 * _EDGE - self.viewport().width(), 0))
        self.horizontalScrollBar().setPageStep(self.viewport().width())

    def _scrolled(self) -> None:
        self.viewport().update()
        if self.missing():
            self.needs.emit()


def _image(page: Page) -> QImage:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return image.copy()


class PreviewPane(QWidget):
    """Pages and plain text, kept up to date while one writes.

    drawn: new pages are shown (how many). clicked_block: the id of a block clicked in them.
    """

    drawn = Signal(int)
    clicked_block = Signal(str)

    def __init__(self, session: Session, theme: Theme, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._lane = session, lane
        self._asked: Kit | None = None
        self.system_fonts = False
        self._parted = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self.refresh)
        self.view = PageView(theme)
        self.view.clicked_block.connect(self.clicked_block)
        self.view.needs.connect(self._wait.start)
        self.text = QPlainTextEdit()
        self.text.setObjectName("plainText")
        self.text.setAccessibleName(_("Plain text of the release"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.tabs = QTabBar()
        self.tabs.setObjectName("previewTabs")
        self.tabs.setAccessibleName(_("Preview as"))
        self.tabs.addTab(_("PDF"))
        self.tabs.addTab(_("Plain text"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._tab)
        self.zoom = QComboBox()
        self.zoom.setObjectName("zoom")
        self.zoom.setAccessibleName(_("Zoom"))
        for value in ZOOMS:
            self.zoom.addItem(_("Fit width") if not value else f"{value:.0%}", value)
        self.zoom.activated.connect(lambda _at: self.view.set_zoom(float(self.zoom.currentData())))
        head = QWidget()
        head.setObjectName("previewHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(6, 4, 8, 4)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.zoom)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        self._wait.start()

    def changed(self, told: Changed) -> None:
        """Draws again soon; a key pressed meanwhile does not have to wait for it."""
        if told.before is not told.after and not self._wait.isActive():
            self._wait.start()

    def set_zoom(self, zoom: float) -> None:
        """Shows pages at a zoom, and says which in the box."""
        self.view.set_zoom(zoom)
        self.zoom.setCurrentIndex(max(self.zoom.findData(zoom), 0))

    def allow(self, system_fonts: bool) -> None:
        """Draws again with the fonts of this computer, or without them."""
        self.system_fonts, self._asked = system_fonts, None
        self._wait.start()

    def part(self) -> None:
        """What is being drawn comes too late from here on."""
        self._parted = True
        self._wait.stop()

    def refresh(self) -> None:
        """Asks for the pages as the release now is."""
        kit, number, fonts = self._session.kit, self._session.number, self.system_fonts
        if self.tabs.currentIndex() == 1:
            self._lane.latest(lambda: preview_text(kit, number), self._text_drawn)
            return
        scale = self.view.scale()
        shown = self.view.pages
        if shown is not None and self._asked is kit:
            missing = self.view.missing()
            if missing:
                self._lane.latest(
                    lambda: preview_pages(kit, number, scale, lambda _count, _size: missing, shown),
                    lambda result: self._pages_drawn(result, kit, scale),
                )
            return
        in_view = self.view.in_view()
        self._lane.latest(
            lambda: preview_pages(kit, number, scale, in_view, None, system_fonts=fonts),
            lambda result: self._pages_drawn(result, kit, scale),
        )

    def _pages_drawn(self, result: Pages | Exception, kit: Kit, scale: float) -> None:
        if self._parted:
            return
        self._asked = kit
        if isinstance(result, Exception):
            self.view.show_note(_("The pages cannot be shown: {why}").format(why=result))
            return
        self.view.show_pages(result, scale)
        if result.problem:
            self.view.show_note(result.problem)
        self.drawn.emit(result.count)
        if self.view.missing() or kit is not self._session.kit:
            self._wait.start()

    def _text_drawn(self, result: str | Exception) -> None:
        if self._parted:
            return
        if isinstance(result, Exception):
            self.text.setPlainText(_("The text cannot be shown: {why}").format(why=result))
        elif result != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            at = bar.value()
            self.text.setPlainText(result)
            bar.setValue(at)

    def _tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.zoom.setVisible(at == 0)
        self.refresh()
