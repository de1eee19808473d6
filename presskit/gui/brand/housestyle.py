"""The house style of a kit: which there are, what each means, and what it makes of this very release."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from presskit.gui import filing
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.model.profile import is_there, profile, profile_names
from presskit.model.profilewords import on, rules
from presskit.ourstyles import forget, is_own, take_in
from presskit.session import FileProblem
from presskit.text.typography import is_right_to_left

_SIZE = (900, 620)
_NAMES = 230  # pixels


class HouseStyleDialog(QDialog):
    """House styles at the left, the chosen one at the right. `chosen` is a kit in it."""

    def __init__(self, parent: QWidget, kit: Kit, number: int) -> None:
        super().__init__(parent)
        self.setObjectName("houseStyles")
        self.setWindowTitle(_("House style"))
        self._kit, self._number = kit, number
        self.names = QListWidget()
        self.names.setObjectName("houseNames")
        self.names.setAccessibleName(_("House styles"))
        self.names.setMinimumWidth(_NAMES)
        self.names.setWordWrap(True)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.missing = QLabel()
        self.missing.setObjectName("fieldLabel")
        self.missing.setProperty("tone", "bad")
        self.missing.setWordWrap(True)
        self._told = QScrollArea()
        self._told.setObjectName("houseTold")
        self._told.setAccessibleName(_("What the house style means"))
        self._told.setWidgetResizable(True)
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bring = QPushButton(_("Bring in your own…"))
        self.bring.setObjectName("bringStyle")
        self.bring.setToolTip(_("A house style of your own, from a .toml file"))
        self.bring.clicked.connect(self._bring)
        self.forget = QPushButton(_("Forget it…"))
        self.forget.setObjectName("forgetStyle")
        self.forget.setToolTip(_("Take this house style of your own off the list"))
        self.forget.clicked.connect(self._forget)
        self.everywhere = QCheckBox(_("In all languages of this kit"))
        self.everywhere.setObjectName("everywhere")
        self.everywhere.setChecked(len({each.profile for each in kit.releases}) == 1)
        self.everywhere.setVisible(len(kit.releases) > 1)
        self._lay_out()
        self.names.currentItemChanged.connect(self._show)
        self._list(profile(kit.releases[number].profile).id)
        self.names.setFocus()

    def chosen(self, kit: Kit) -> Kit:
        """A kit in the house style as chosen; the very same one where it is. One that names a house style
        that is not there keeps its name until another is chosen."""
        chosen = self._chosen()
        numbers = range(len(kit.releases)) if self.everywhere.isChecked() else [self._number]
        for number in numbers:
            release = kit.releases[number]
            if not is_there(release.profile) and chosen == "ap" and number == self._number:
                continue
            if profile(release.profile).id != chosen:
                kit = kit.with_release(number, replace(release, profile=chosen))
        return kit

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.names, 1)
        left.addWidget(self.bring)
        left.addWidget(self.forget)
        right = QVBoxLayout()
        right.addWidget(self.missing)
        right.addWidget(self._told, 1)
        right.addWidget(self.everywhere)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addLayout(right, 5)
        self.buttons = QDialogButtonBox()
        self.accept_button = QPushButton(_("Use"))
        self.accept_button.setObjectName("accept")
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for each in (self.bring, self.forget):
            each.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        self.resize(*_SIZE)

    def _chosen(self) -> str:
        item: QListWidgetItem | None = self.names.currentItem()
        return "ap" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _list(self, chosen: str) -> None:
        """Lists the house styles, one of them chosen."""
        self.names.clear()
        for name in profile_names():
            if profile(name).id != name:  # a file that cannot be used any more
                continue
            house = profile(name)
            item = QListWidgetItem(
                _("{name} (your own)").format(name=house.name) if is_own(name) else _(house.name)
            )
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(_(house.description) if house.description else "")
            self.names.addItem(item)
            if name == chosen:
                self.names.setCurrentItem(item)
        if self.names.currentItem() is None:
            self.names.setCurrentRow(0)
        named = self._kit.releases[self._number].profile
        told = _(
            "This kit names the house style “{name}”, which is not on this computer. It is shown in AP "
            "style, and keeps the name until you use another. Bring the style in to have it again."
        )
        self.missing.setText(told.format(name=named[:60]))
        self.missing.setVisible(not is_there(named))

    def _show(self) -> None:
        """What the chosen one means."""
        chosen, release = self._chosen(), self._kit.releases[self._number]
        self.forget.setEnabled(is_own(chosen))
        house, before = profile(chosen), profile(release.profile)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 0, 12, 0)
        column.setSpacing(6)
        column.addWidget(_label(_(house.name), "itemTitle"))
        if house.description:
            column.addWidget(_label(_(house.description)))
        column.addWidget(_label(_("On this release"), "brandHeading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        differs = chosen != before.id
        if differs:
            grid.addWidget(_label(_("Now"), "fieldLabel"), 0, 1)
            grid.addWidget(_label(_("With this style"), "fieldLabel"), 0, 2)
        leftward = is_right_to_left(release.language)
        for row, ((label, now), (_same, then)) in enumerate(
            zip(on(release, before), on(release, house), strict=True), 1
        ):
            grid.addWidget(_label(_(label), "fieldLabel"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_words(now, leftward=leftward), row, 1)
            if differs:
                grid.addWidget(_words(then, leftward=leftward, stands_out=then != now), row, 2)
        column.addLayout(grid)
        column.addWidget(_label(_("Its rules"), "brandHeading"))
        for each in rules(house):
            column.addWidget(_label(f"• {each}"))
        column.addStretch(1)
        self._told.setWidget(page)

    # --- the user's own

    def _bring(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Bring in a house style"), "", _("House styles (*.toml)")
        )
        if not name:
            return
        try:
            self._list(take_in(Path(name)))
        except FileProblem as problem:
            filing.tell(self, _("The house style was not brought in"), problem.sentence)

    def _forget(self) -> None:
        chosen = self._chosen()
        told = _("Forget the house style “{name}”? Kits that have it show AP style from then on.")
        answers = (("yes", _("Forget it")), ("no", _("Cancel")))
        said = told.format(name=profile(chosen).name)
        if filing.ask(self, _("House style"), said, *answers, escape="no") != "yes":
            return
        try:
            forget(chosen)
        except FileProblem as problem:
            filing.tell(self, _("The house style is still there"), problem.sentence)
        self._list(profile(self._kit.releases[self._number].profile).id)


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _words(words: str, *, leftward: bool, stands_out: bool = False) -> QLabel:
    """Words of the release, in the direction of its language."""
    label = _label(words)
    if leftward:
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    font = label.font()
    font.setBold(stands_out)
    label.setFont(font)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return label
