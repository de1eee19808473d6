"""A page of a kit as export would write it, drawn beside the window's thread while one chooses."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.brand import look
from presskit.model.kit import Kit
from presskit.pages import Pages, Patch, page_pixels, preview_pages

_PAUSE = 20  # milliseconds: what changes in one go is drawn once
_EDGE = 14  # pixels around the page
_LEAST = QSize(330, 420)


class _Wish(NamedTuple):
    """What is to be seen: a release of a kit, a page of it, at a scale in device pixels a point."""

    kit: Kit
    number: int
    page: int
    scale: float


class LivePage(QWidget):
    """One page, with a way to the others. drawn: a page is shown (its number from 0, and how many)."""

    drawn = Signal(int, int)

    def __init__(self, theme: Theme, lane: Lane, *, system_fonts: bool = False) -> None:
        super().__init__()
        self._lane, self._fonts = lane, system_fonts
        self._kit: Kit | None = None
        self._number = self._page = 0
        self._shown: tuple[_Wish, Pages] | None = None
        self._asked: _Wish | None = None
        self._ended = False
        self.sheet = _Sheet(theme)
        self.sheet.resized.connect(self._ask)
        self.sheet.turned.connect(self.turn)
        self.before, self.after = QPushButton(_("Previous page")), QPushButton(_("Next page"))
        self.before.setObjectName("pageBefore")
        self.after.setObjectName("pageAfter")
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.at = QLabel()
        self.at.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.problem = QLabel()
        self.problem.setObjectName("fieldLabel")
        self.problem.setProperty("tone", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        row = QHBoxLayout()
        for each in (self.before, self.after):
            each.setEnabled(False)
            each.setAutoDefault(False)
        row.addWidget(self.before)
        row.addWidget(self.at, 1)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self.sheet, 1)
        column.addLayout(row)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._draw)

    def show_kit(self, kit: Kit, number: int) -> None:
        """Shows a release of a kit, at the page that was shown."""
        self._kit, self._number = kit, number
        self._ask()

    def turn(self, step: int) -> None:
        """Another page, so many on."""
        if self._shown is not None:
            self._page = min(max(self._page + step, 0), self._shown[1].count - 1)
            self._ask()

    @property
    def is_behind(self) -> bool:
        """Whether something else is chosen than is shown."""
        return self._wait.isActive() or self._shown is None or self._shown[0] is not self._asked

    def end(self) -> None:
        """What is being drawn comes too late from here on."""
        self._ended = True
        self._wait.stop()

    def _ask(self) -> None:
        if self._kit is not None and not self._ended:
            self._wait.start()

    def _draw(self) -> None:
        assert self._kit is not None
        kit, number, page, fonts = self._kit, self._number, self._page, self._fonts
        release = kit.releases[number]
        scale = self.sheet.scale(look(release.brand, release.language).size)
        wish = self._asked = _Wish(kit, number, page, scale)
        shown = self._shown
        known = shown[1] if shown and shown[0].kit is kit and shown[0].number == number else None

        def wanted(count: int, size: tuple[float, float]) -> list[Patch]:
            return [Patch(min(page, count - 1), 0, 0, *page_pixels(size, scale))]

        self._lane.latest(
            lambda: preview_pages(kit, number, scale, wanted, known, system_fonts=fonts),
            lambda result: self._drawn(wish, result),
        )

    def _drawn(self, wish: _Wish, result: Pages | Exception) -> None:
        if self._ended:
            return
        if isinstance(result, Exception):
            self._tell(_("The page cannot be shown: {why}").format(why=result))
            return
        self._tell(result.problem)
        ((patch, drawing),) = result.drawn.items()
        image = QImage(
            drawing.pixels, drawing.width, drawing.height, drawing.stride, QImage.Format.Format_RGB32
        )
        self.sheet.show_image(image.copy())
        self._shown, self._page = (wish, result), patch.page
        self.before.setEnabled(patch.page > 0)
        self.after.setEnabled(patch.page + 1 < result.count)
        said = _("Page {number} of {count}").format(number=patch.page + 1, count=result.count)
        self.at.setText(said)
        self.sheet.setAccessibleDescription(said)
        self.drawn.emit(patch.page, result.count)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


class _Sheet(QLabel):  # a label, since screen readers know what that is
    """The page, as large as there is room. turned: a key asks for another (-1 or 1)."""

    resized = Signal()
    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("livePage")
        self.setAccessibleName(_("Preview of the page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST)
        self._theme = theme
        self._image: QImage | None = None

    def scale(self, size: tuple[float, float]) -> float:
        """Device pixels a point for a page of a size in points."""
        wide, high = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        return max(min(wide / size[0], high / size[1]), 0.1) * self.devicePixelRatioF()

    def show_image(self, image: QImage) -> None:
        """Shows the page."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = image
        self.update()

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page in the middle, on the ground that previews have."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colour["preview_backdrop"]))
        if self._image is not None:
            size = self._image.deviceIndependentSize().toSize()
            box = QRect(
                (self.width() - size.width()) // 2,
                (self.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )
            painter.drawImage(box.topLeft(), self._image)
            painter.setPen(QColor(self._theme.colour["card_border"]))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colour["focus"]))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go from page to page."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.turned.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Another size wants another drawing."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange}:
            self.resized.emit()
        return done
