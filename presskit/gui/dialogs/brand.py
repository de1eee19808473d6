"""Page and brand: paper, type, colour and logo."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import N_, _
from presskit.model.brand import Brand, Page, families, look

PAGES: tuple[tuple[Page, str], ...] = (
    ("letter", N_("Letter (8.5 × 11 in)")),
    ("a4", N_("A4 (210 × 297 mm)")),
)


class BrandDialog(FormDialog):
    """What the organisation's releases look like. `logo` is a file newly chosen, if any."""

    def __init__(self, parent: QWidget, brand: Brand) -> None:
        super().__init__(parent, _("Page and brand"), _("Use"))
        self._brand = brand
        self.logo: Path | None = None
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
        self._colour = brand.accent
        self.colour = QPushButton()
        self.colour.clicked.connect(self._choose_colour)
        self.row(_("Paper"), self.page, "page")
        self.row(_("Text"), self.text_face, "textFace")
        self.row(_("Headlines"), self.heading_face, "headingFace")
        self.row(_("Accent colour"), self.colour, "accent")
        logo = QWidget()
        row = QHBoxLayout(logo)
        row.setContentsMargins(0, 0, 0, 0)
        self.logo_button = QPushButton(_("Choose…"))
        self.logo_button.clicked.connect(self._choose_logo)
        self.clear_button = QPushButton(_("No logo"))
        self.clear_button.clicked.connect(self._clear_logo)
        row.addWidget(self.logo_button)
        row.addWidget(self.clear_button)
        self.row(_("Logo"), logo, "logo")
        self._note = self.note()
        self.finish()
        self._show()

    def brand(self) -> Brand:
        """The brand as chosen; a new logo is in `logo`."""
        return replace(
            self._brand,
            page=self.page.currentData(),
            text_face=self.text_face.currentData(),
            heading_face=self.heading_face.currentData(),
            accent=self._colour,
        )

    def _show(self) -> None:
        shown = self._colour or look(self._brand).colours["accent"]
        self.colour.setText(shown)
        ink = "#ffffff" if QColor(shown).lightnessF() < 0.6 else "#000000"
        self.colour.setStyleSheet(f"background: {shown}; color: {ink};")
        has = bool(self._brand.logo or self.logo)
        self.clear_button.setEnabled(has)
        self._note.setText(self.logo.name if self.logo else _("The kit has a logo.") if has else "")

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._colour or "#1f5fbf"), self, _("Accent colour"))
        if colour.isValid():
            self._colour = colour.name()
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
