"""What a brand can choose, as fields: theme, page, type, colours, letterhead."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.brand.colourrow import ColourRow
from presskit.gui.brand.themes import ThemePicker
from presskit.gui.editor.picture import PictureField
from presskit.gui.theme import load_fonts
from presskit.i18n import N_, _
from presskit.model.brand import Brand, families, family, look
from presskit.model.brandwords import HEADLINES, LINES, LOGO_SIDES, LOGOS, PAGES, SIDES
from presskit.model.fields import Ask

_LOGO = Ask(N_("Logo"), "picture", N_("Click to choose a logo; drop or paste one"))
_LOGO_TALL = 110  # pixels of the screen
_LONGEST = 200  # letters of the address: a line or two


class Choices(QWidget):
    """The fields. changed: another choice was made. find: the bytes of a picture by its name.

    The logo is a name; whoever shows the fields takes pictures in, as `logo` asks for them.
    """

    changed = Signal()

    def __init__(self, brand: Brand, find: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self._brand = brand
        self.theme = ThemePicker(brand)
        self._described = _quiet()
        self.page, self.sides, self.lines = _box(PAGES), _box(SIDES), _box(LINES)
        self.text_face, self.heading_face = _faces(), _faces()
        self.headline = _box(HEADLINES)
        self.accent = ColourRow(_("Accent color"), "accent")
        self.heading_colour = ColourRow(_("Color of headings"), "heading")
        self.logo = PictureField(_LOGO, find, self._logo_room, _LOGO_TALL)
        self.logo.setObjectName("logoField")
        self.logo_choose, self.logo_clear = QPushButton(_("Choose…")), QPushButton(_("No logo"))
        self.logo_size, self.logo_side = _box(LOGOS), _box(LOGO_SIDES)
        self.issuers = QPlainTextEdit("\n".join(brand.issuers))
        self.address = QLineEdit(brand.address)
        self._boxes = {
            "page": self.page,
            "sides": self.sides,
            "lines": self.lines,
            "text_face": self.text_face,
            "heading_face": self.heading_face,
            "headline": self.headline,
            "logo_size": self.logo_size,
            "logo_side": self.logo_side,
        }
        self._lay_out()
        self.show_brand(brand)
        self.theme.currentRowChanged.connect(self._tell)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self._tell)
        for row in (self.accent, self.heading_colour):
            row.changed.connect(self._tell)
        self.issuers.textChanged.connect(self._tell)
        self.address.textChanged.connect(self._tell)
        self.logo_clear.clicked.connect(lambda: self.take_logo(""))

    def brand(self) -> Brand:
        """The brand as chosen."""
        lines = self.issuers.toPlainText().splitlines()
        return replace(
            self._brand,
            theme=self.theme.theme(),
            accent=self.accent.colour(),
            heading_colour=self.heading_colour.colour(),
            issuers=tuple(named for line in lines if (named := " ".join(line.split()))),
            address=" ".join(self.address.text().split()),
            **{name: box.currentData() for name, box in self._boxes.items()},
        )

    def show_brand(self, brand: Brand) -> None:
        """Fills the fields from a brand; tells of nothing."""
        blockers = [QSignalBlocker(each) for each in (*self._boxes.values(), self.theme)]
        blockers += [QSignalBlocker(each) for each in (self.issuers, self.address)]
        self._brand = brand
        self.theme.choose(brand.theme)
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(getattr(brand, name)), 0))
        self.issuers.setPlainText("\n".join(brand.issuers))
        self.address.setText(brand.address)
        self.accent.show_colour(brand.accent, brand.accent)
        self.heading_colour.show_colour(brand.heading_colour, brand.heading_colour)
        for blocker in blockers:
            blocker.unblock()
        self._show()

    def take_logo(self, name: str) -> None:
        """The picture of that name is the logo; none without a name."""
        self._brand = replace(self._brand, logo=name)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Shows what follows from the choices."""
        brand = self.brand()
        shown = look(brand)
        self._described.setText(self.theme.description())
        self.theme.show_brand(brand)
        self.accent.show_colour(brand.accent, shown.colours["accent"])
        self.heading_colour.show_colour(brand.heading_colour, shown.style("headline").colour)
        self.logo.show_answer(brand.logo)
        self.logo_clear.setEnabled(bool(brand.logo))
        for box in (self.text_face, self.heading_face):
            font = box.itemData(box.currentIndex(), Qt.ItemDataRole.FontRole)
            box.setFont(font if isinstance(font, QFont) else QFont())
        for box in (self.logo_size, self.logo_side):
            box.setEnabled(bool(brand.logo))

    def _logo_room(self) -> tuple[float, float]:
        shown = look(self.brand())
        return shown.size[0] - shown.margins[1] - shown.margins[3], shown.logo_height

    # --- where they stand

    def _lay_out(self) -> None:
        self.issuers.setTabChangesFocus(True)
        self.issuers.setPlaceholderText(_("One a line, in the order of the letterhead"))
        self.issuers.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 18)
        self.address.setMaxLength(_LONGEST)
        self.address.setPlaceholderText(_("Street and town, telephone, web site"))
        self.address.setToolTip(_("A quiet line below the names of those who issue the release"))
        self.logo_choose.clicked.connect(self.logo.choose)
        for each, name in ((self.logo_choose, "logoChoose"), (self.logo_clear, "logoClear")):
            each.setObjectName(name)
            each.setAccessibleName(_("Logo: {button}").format(button=each.text()))
            each.setAutoDefault(False)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.logo_choose)
        column.addWidget(self.logo_clear)
        column.addStretch(1)
        logo = QWidget()
        row = QHBoxLayout(logo)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.logo, 1)
        row.addWidget(beside)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 12, 8)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        self._heading(_("Theme"))
        self._wide("", self.theme, "theme", _("Theme"))
        self._wide("", self._described, "fieldLabel")
        self._heading(_("Letterhead"))
        self._wide(_("Logo"), logo, "logoRow")
        self.logo.setAccessibleName(_("Logo"))
        self._pair(
            (_("Size of the logo"), self.logo_size, "logoSize"),
            (_("Side of the logo"), self.logo_side, "logoSide"),
        )
        self._wide(_("Issued by"), self.issuers, "issuers")
        self._wide(_("Address line"), self.address, "address")
        self._heading(_("Page"))
        self._pair((_("Paper"), self.page, "page"), (_("Margins"), self.sides, "sides"))
        self._pair((_("Line spacing"), self.lines, "lines"))
        self._heading(_("Type"))
        self._pair(
            (_("Text"), self.text_face, "textFace"), (_("Headlines"), self.heading_face, "headingFace")
        )
        self._pair((_("Size of the headline"), self.headline, "headlineSize"))
        self._heading(_("Colors"))
        self._wide(_("Accent color"), self.accent, "accent")
        self._wide(_("Color of headings"), self.heading_colour, "heading")
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _heading(self, words: str) -> None:
        label = QLabel(words)
        label.setObjectName("brandHeading")
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _wide(self, label: str, field: QWidget, name: str, heard: str = "") -> None:
        """A field across both columns, below its label."""
        if label:
            self._grid.addWidget(_quiet(label), self._grid.rowCount(), 0, 1, 2)
        field.setObjectName(name)
        field.setAccessibleName(heard or label)
        self._grid.addWidget(field, self._grid.rowCount(), 0, 1, 2)

    def _pair(self, *fields: tuple[str, QWidget, str]) -> None:
        """One or two fields beside each other, each below its label."""
        row = self._grid.rowCount()
        for column, (label, field, name) in enumerate(fields):
            field.setObjectName(name)
            field.setAccessibleName(label)
            self._grid.addWidget(_quiet(label), row, column)
            self._grid.addWidget(field, row + 1, column)


def _quiet(words: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName("fieldLabel")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignBottom)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def _box(choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for value, label in choices:
        box.addItem(_(label), value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _faces() -> QComboBox:
    """The families to choose from, each in its own face."""
    box = _box((("", N_("As the theme has it")),))
    for name in families():
        face = family(name)
        load_fonts(face.regular)
        box.addItem(name, name)
        font = QFont(face.name)
        font.setPixelSize(box.fontInfo().pixelSize() + 1)
        box.setItemData(box.count() - 1, font, Qt.ItemDataRole.FontRole)
    return box
