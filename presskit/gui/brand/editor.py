"""The brand editor: choices at the left, the kit's own pages at the right as export would write them."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.brand.choices import Choices
from presskit.gui.brand.livepage import LivePage
from presskit.gui.brand.logo import logo_in
from presskit.gui.brand.ourbox import OurBox
from presskit.gui.editor.picture import Offered
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.kit import Asset, Kit
from presskit.ourbrands import BrandShelf, OurBrand
from presskit.pictures.incoming import SUFFIXES

_SIZE = (1000, 700)
_LEAST = (760, 560)
_CHOICES = 470  # pixels wide at least


class BrandEditor(QDialog):
    """What the organisation's releases look like. `chosen` is a kit with all that, once it is accepted."""

    def __init__(
        self,
        parent: QWidget,
        kit: Kit,
        number: int,
        theme: Theme,
        lane: Lane,
        shelf: BrandShelf,
        *,
        system_fonts: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("brandEditor")
        self.setWindowTitle(_("Page and brand"))
        self._number, self._lane, self._with_logo = number, lane, kit
        self._reading = 0
        self.ours = OurBox(shelf, self._given)
        self.ours.chosen.connect(self._take)
        self.choices = Choices(kit.releases[number].brand, self._picture)
        self.choices.changed.connect(self._show)
        self.choices.logo.choose.connect(self._choose_logo)
        self.choices.logo.offered.connect(self._offer_logo)
        self.refused = QLabel()
        self.refused.setObjectName("fieldLabel")
        self.refused.setProperty("tone", "bad")
        self.refused.setWordWrap(True)
        self.refused.hide()
        self.live = LivePage(theme, lane, system_fonts=system_fonts)
        self.everywhere = QCheckBox(_("In all languages of this kit"))
        self.everywhere.setObjectName("everywhere")
        self.everywhere.setVisible(len(kit.releases) > 1)
        self._lay_out()
        self.choices.theme.setFocus()
        self._show()

    def chosen(self, kit: Kit) -> Kit:
        """A kit with the brand as chosen; the very same one where it has that."""
        brand = self.choices.brand()
        numbers = range(len(kit.releases)) if self.everywhere.isChecked() else [self._number]
        if all(kit.releases[number].brand == brand for number in numbers):
            return kit
        if (logo := self._with_logo.picture(brand.logo)) is not None:
            kit = kit.with_picture(Asset(name=brand.logo, data=logo))
        for number in numbers:
            kit = kit.with_release(number, replace(kit.releases[number], brand=brand))
        return kit

    def done(self, result: int) -> None:
        """Lets go of what is being drawn."""
        self.live.end()
        super().done(result)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setObjectName("brandChoices")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.choices)
        self.area = area
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.ours)
        left.addWidget(self.refused)
        left.addWidget(area, 1)
        left.addWidget(self.everywhere)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setMinimumWidth(max(_CHOICES, self.choices.minimumSizeHint().width() + 18))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(holder, 4)
        both.addWidget(self.live, 5)
        self.buttons = QDialogButtonBox()
        self.accept_button = QPushButton(_("Use"))
        self.accept_button.setObjectName("accept")
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.leave_button = self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.ours.save)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addLayout(foot)
        self.setMinimumSize(*_LEAST)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    # --- the brand

    def _show(self) -> None:
        """Draws the kit as it would be."""
        brand = self.choices.brand()
        kit = self._with_logo
        self.live.show_kit(
            kit.with_release(self._number, replace(kit.releases[self._number], brand=brand)), self._number
        )

    def _picture(self, name: str) -> bytes | None:
        return self._with_logo.picture(name)

    def _take(self, ours: OurBrand) -> None:
        """Fills the choices from one of the user's own brands."""
        self._with_logo, brand = ours.dressed(self._with_logo)
        self.choices.show_brand(brand)
        self._show()

    def _given(self, name: str, *, for_new: bool) -> OurBrand:
        """The brand as chosen, under a name."""
        return OurBrand.of(name, self._with_logo, self.choices.brand(), for_new=for_new)

    # --- the logo

    def _choose_logo(self) -> None:
        wanted = _("Pictures ({kinds})").format(kinds=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", wanted)
        if name:
            self._offer_logo([Offered(Path(name).name, Path(name))])

    def _offer_logo(self, offered: list[Offered]) -> None:
        """Takes in a file or a picture; the window goes on meanwhile."""
        self._reading += 1
        self.accept_button.setEnabled(False)
        self._lane.queue(lambda: logo_in(offered), self._logo_read)

    def _logo_read(self, found: Asset | str | Exception) -> None:
        self._reading -= 1
        self.accept_button.setEnabled(not self._reading)
        said = "" if isinstance(found, Asset) else str(found)
        self.refused.setText(said)
        self.refused.setVisible(bool(said))
        if isinstance(found, Asset):
            self._with_logo = self._with_logo.with_picture(found)
            self.choices.take_logo(found.name)
