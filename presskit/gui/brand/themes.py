"""The themes to choose from, each with a small drawing of its page."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from presskit.flow import Role
from presskit.gui.theme import load_fonts
from presskit.i18n import _
from presskit.model.brand import PAGE_SIZES, Brand, Look, TextStyle, look, themes

_WIDTH, _HEIGHT = 116, 156  # of a drawing, in pixels
_WIDEST, _TALLEST = (max(each) for each in zip(*PAGE_SIZES.values(), strict=True))
_HEADLINE = 11  # pixels: the one line that can be read
# What stands on a drawn page: roles, and how much of the column each of their lines fills.
_DRAWN: tuple[tuple[Role, tuple[float, ...]], ...] = (
    ("logo", ()),
    ("issuer", (0.72,)),
    ("release_line", (0.38,)),
    ("contact", (0.3, 0.46)),
    ("headline", ()),
    ("subhead", (0.66,)),
    ("body", (1, 0.97, 0.8)),
    ("quote", (1, 0.6)),
    ("crosshead", (0.34,)),
    ("bullet", (0.8,)),
    ("bullet", (0.7,)),
    ("body", (1, 0.4)),
    ("boilerplate_heading", (0.36,)),
    ("boilerplate", (1, 0.9)),
)


class ThemePicker(QListWidget):
    """The themes side by side; the arrow keys go from one to the next."""

    def __init__(self, brand: Brand) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(_WIDTH, _HEIGHT))
        self.setGridSize(QSize(_WIDTH + 20, _HEIGHT + self.fontMetrics().height() + 20))
        for name, shown in themes():
            item = QListWidgetItem(_(shown.name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            described = f"{_(shown.name)}: {_(shown.description)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, described)
            item.setToolTip(_(shown.description))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.setFixedHeight(self.gridSize().height() + 6)
        self.setMinimumWidth(self.gridSize().width() * self.count() + 6)
        self.choose(brand.theme)
        self.show_brand(brand)

    def choose(self, theme: str) -> None:
        """Makes a theme the current one; Classic where there is none of that name."""
        self.setCurrentRow(max(self._row(theme), 0))

    def theme(self) -> str:
        """The theme that is chosen."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole))

    def description(self) -> str:
        """What the chosen theme is like, in the language of the screen."""
        return self.currentItem().toolTip()

    def show_brand(self, brand: Brand) -> None:
        """Draws every theme with what else a brand has chosen."""
        for row in range(self.count()):
            item = self.item(row)
            chosen = look(replace(brand, theme=item.data(Qt.ItemDataRole.UserRole)))
            item.setIcon(_still(drawn(chosen, self, issuers=len(brand.issuers))))

    def _row(self, theme: str) -> int:
        names = [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]
        return names.index(theme) if theme in names else -1


def _still(picture: QPixmap) -> QIcon:
    """An icon that selecting does not tint."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def drawn(look: Look, widget: QWidget, *, issuers: int = 0) -> QPixmap:
    """A page in a look as small as a stamp, for the screen that a widget is on: bars for lines of text."""
    ratio = widget.devicePixelRatioF()
    scale = min(_WIDTH / _WIDEST, _HEIGHT / _TALLEST)
    width, height = (each * scale for each in look.size)
    picture = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((_WIDTH - width) / 2, (_HEIGHT - height) / 2)
    painter.setPen(QColor(look.colours["muted"]))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    painter.setClipRect(QRectF(1, 1, width - 2, height - 4))
    _Pencil(painter, look, scale).page(issuers)
    painter.end()
    return picture


class _Pencil:
    """Draws down a page. Distances in points of the page, `scale` pixels each."""

    def __init__(self, painter: QPainter, look: Look, scale: float) -> None:
        self._painter, self._look, self._scale = painter, look, scale
        self._y, self._space = look.margins[0], 0.0
        self._left = look.margins[3]
        self._width = look.size[0] - look.margins[1] - look.margins[3]

    def page(self, issuers: int) -> None:
        """Everything, from logo to boilerplate."""
        for role, lines in _DRAWN:
            style = self._look.style(role)
            if (role == "logo" and not self._look.logo) or (role == "issuer" and not issuers):
                continue
            self._y += max(self._space, style.before)
            if style.rule == "above":
                self._rule(style)
                self._y += style.rule_gap
            if role == "logo":
                high = self._look.logo_height
                self._box(style, high * 2.2, high, self._look.colours["accent"], high)
            elif role == "headline":
                self._headline(style)
            else:
                self._lines(style, lines, bullet=role == "bullet")
            if style.rule == "below":
                self._y += style.rule_gap
                self._rule(style)
            self._space = style.after

    def _lines(self, style: TextStyle, lines: tuple[float, ...], *, bullet: bool) -> None:
        for part in lines:
            if bullet:
                dot = QRectF(self._left + 6, self._y + style.leading * 0.3, 5, 5)
                self._fill(dot, style.mark_colour)
            thick = style.size * (0.62 if style.bold else 0.42)
            self._box(style, (self._width - style.indent) * part, thick, style.colour, style.leading)

    def _box(self, style: TextStyle, width: float, thick: float, colour: str, leading: float) -> None:
        spare = self._width - style.indent - width
        x = self._left + style.indent + {"start": 0.0, "centre": spare / 2, "end": spare}[style.align]
        self._fill(QRectF(x, self._y + (leading - thick) / 2, width, thick), colour)
        self._y += leading

    def _rule(self, style: TextStyle) -> None:
        self._fill(QRectF(self._left, self._y, self._width, max(style.rule_weight, 2.5)), style.rule_colour)

    def _headline(self, style: TextStyle) -> None:
        """The one line of real letters: its face can be told."""
        face = self._look.families[style.face]
        load_fonts(face.bold if style.bold else face.regular)
        font = QFont(face.name)
        font.setPixelSize(max(round(style.size * 0.55), _HEADLINE))
        font.setBold(style.bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(style.colour))
        high = self._painter.fontMetrics().height()
        align = {"start": "AlignLeft", "centre": "AlignHCenter", "end": "AlignRight"}[style.align]
        box = QRectF(self._left * self._scale, self._y * self._scale, self._width * self._scale, high)
        self._painter.drawText(box, Qt.AlignmentFlag[align] | Qt.AlignmentFlag.AlignTop, _("Headline"))
        self._y += high / self._scale

    def _fill(self, box: QRectF, colour: str) -> None:
        scaled = QRectF(*(each * self._scale for each in (box.x(), box.y(), box.width(), box.height())))
        self._painter.fillRect(scaled, QColor(colour))
