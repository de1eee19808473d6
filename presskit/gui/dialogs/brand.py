"""Page and brand: theme, paper, type, colour, logo, and the organisations that issue the release."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from presskit.gui.dialogs.small import FormDialog
from presskit.gui.dialogs.themes import ThemePicker
from presskit.i18n import N_, _
from presskit.model.brand import Brand, Page, contrast, families, look

PAGES: tuple[tuple[Page, str], ...] = (
    ("letter", N_("Letter (8.5 × 11 in)")),
    ("a4", N_("A4 (210 × 297 mm)")),
)
_READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3


class BrandDialog(FormDialog):
    """What the organisation's releases look like. `logo` is a file newly chosen, if any."""

    def __init__(self, parent: QWidget, brand: Brand) -> None:
        super().__init__(parent, _("Page and brand"), _("Use"))
        self.setMinimumWidth(580)
        self._brand = brand
        self.logo: Path | None = None
        self.theme = ThemePicker(brand)
        self.row(_("Theme"), self.theme, "theme")
        self._described = QLabel()
        self._described.setObjectName("fieldLabel")
        self._described.setWordWrap(True)
        self._described.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._described.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._described.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.form.addRow("", self._described)
        self.page = QComboBox()
        for value, label in PAGES:
            self.page.addItem(_(label), value)
        self.page.setCurrentIndex(self.page.findData(brand.page))
        self.text_face, self.heading_face = QComboBox(), QComboBox()
        for box, chosen in ((self.text_face, brand.text_face), (self.heading_face, brand.heading_face)):
            box.addItem(_("As the theme has it"), "")
            for name in families():
                box.addItem(name, name)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self.row(_("Paper"), self.page, "page")
        self.row(_("Text"), self.text_face, "textFace")
        self.row(_("Headlines"), self.heading_face, "headingFace")
        self._accent = brand.accent
        self.colour, self.own_colour = QPushButton(), QPushButton(_("As the theme has it"))
        self.colour.clicked.connect(self._choose_colour)
        self.own_colour.clicked.connect(self._clear_colour)
        self._pair(_("Accent colour"), "accent", self.colour, self.own_colour)
        self.logo_button, self.clear_button = QPushButton(_("Choose…")), QPushButton(_("No logo"))
        self.logo_button.clicked.connect(self._choose_logo)
        self.clear_button.clicked.connect(self._clear_logo)
        self._pair(_("Logo"), "logo", self.logo_button, self.clear_button)
        self.issuers = QPlainTextEdit("\n".join(brand.issuers))
        self.issuers.setTabChangesFocus(True)
        self.issuers.setPlaceholderText(_("One a line, in the order of the letterhead"))
        self.issuers.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 18)
        self.row(_("Issued by"), self.issuers, "issuers")
        self._note = self.note()
        self.finish()
        for each in (self.page, self.text_face, self.heading_face):
            each.currentIndexChanged.connect(self._show)
        self.theme.currentRowChanged.connect(self._show)
        self.issuers.textChanged.connect(self._show)
        self.theme.setFocus()
        self._show()

    def brand(self) -> Brand:
        """The brand as chosen; a new logo is in `logo`."""
        return replace(
            self._brand,
            theme=self.theme.theme(),
            page=self.page.currentData(),
            text_face=self.text_face.currentData(),
            heading_face=self.heading_face.currentData(),
            accent=self._accent,
            issuers=tuple(
                named for line in self.issuers.toPlainText().splitlines() if (named := " ".join(line.split()))
            ),
        )

    def _pair(self, label: str, name: str, button: QPushButton, other: QPushButton) -> None:
        """A row of two buttons that say together what they are for."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (button, other):
            row.addWidget(each)
        button.setObjectName(f"{name}Choose")
        other.setObjectName(f"{name}Clear")
        other.setAccessibleName(f"{label}: {other.text()}")
        self.row(label, both, name)

    def _show(self) -> None:
        brand = self.brand()
        shown = look(brand).colours["accent"]
        self._described.setText(self.theme.description())
        self.theme.show_brand(replace(brand, logo="new" if self.logo else brand.logo))
        self.colour.setText(shown)
        self.colour.setAccessibleName(f"{_('Accent colour')}: {shown}")
        ink = "#ffffff" if contrast(shown) >= _READABLE else "#000000"
        self.colour.setStyleSheet(f"background: {shown}; color: {ink};")
        self.own_colour.setEnabled(bool(self._accent))
        has = bool(self._brand.logo or self.logo)
        self.clear_button.setEnabled(has)
        self.logo_button.setAccessibleName(f"{_('Logo')}: {self.logo_button.text()}")
        notes = [self.logo.name if self.logo else _("The kit has a logo.")] if has else []
        if contrast(shown) < _READABLE:
            notes.append(_("Words in this colour are hard to read on white. Choose a darker one."))
        self._note.setText(" ".join(notes))

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self.colour.text()), self, _("Accent colour"))
        if colour.isValid():
            self._accent = colour.name()
            self._show()

    def _clear_colour(self) -> None:
        self._accent = ""
        self._show()

    def _choose_logo(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.logo = Path(name)
            self._show()

    def _clear_logo(self) -> None:
        self.logo = None
        self._brand = replace(self._brand, logo="")
        self._show()
