"""Icons: one monochrome family, recoloured for the theme when first shown."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from presskit import assets


class _Recoloured(QIconEngine):
    """Draws an SVG of `currentColor` strokes in the colours of a theme, at any size."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def paint(self, painter: QPainter, rect, mode, state) -> None:  # type: ignore[no-untyped-def]  # Qt's signature
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        _renderer(self._name, colour).render(painter, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        if picture.isNull():  # Qt asks for no pixels at all before a menu is laid out
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Recoloured(self._name, self._colour, self._disabled)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = assets.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(svg))


@cache
def icon(name: str, colour: str, disabled: str) -> QIcon:
    """The icon resources/icons/NAME.svg in a colour ("#rrggbb"), and another one when disabled."""
    return QIcon(_Recoloured(name, colour, disabled))
