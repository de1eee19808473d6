"""The user's own brands: one to begin from, this one kept under a name, files to hand on."""

from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from presskit.gui import filing
from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _
from presskit.ourbrands import SUFFIX, BrandShelf, OurBrand, called, read, write
from presskit.session import FileProblem


class Given(Protocol):
    """The brand that is being chosen, under a name."""

    def __call__(self, name: str, *, for_new: bool) -> OurBrand:
        """The brand under that name."""


class OurBox(QWidget):
    """The list of the user's brands, and what can be done with them. chosen: one is to be filled in.
    save: the button that keeps the one being chosen; it stands elsewhere."""

    chosen = Signal(object)

    def __init__(self, shelf: BrandShelf, given: Given) -> None:
        super().__init__()
        self._shelf, self._given = shelf, given
        self._ours: tuple[OurBrand, ...] = ()
        self.box = QComboBox()
        self.box.setObjectName("ourBrands")
        self.box.setAccessibleName(_("Our brands"))
        self.box.activated.connect(self._choose)
        self.menu = QMenu(self)
        self.more = QToolButton()
        self.more.setObjectName("ourMore")
        self.more.setText(_("More"))
        self.more.setProperty("option", True)
        self.more.setToolTip(_("What can be done with our brands"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.save = QPushButton(_("Save as our brand…"))
        self.save.setObjectName("saveBrand")
        self.save.setAutoDefault(False)
        self.save.setToolTip(_("Keep these choices and the logo under a name, for other kits"))
        self.save.clicked.connect(self._save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("Our brands"))
        label.setObjectName("fieldLabel")
        row.addWidget(label)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        self._refresh("")

    def _refresh(self, name: str) -> None:
        """Lists the brands, that of a name chosen."""
        self._ours = self._shelf.all()
        self.box.clear()
        self.box.addItem(_("As this kit is") if self._ours else _("None kept yet"))
        for each in self._ours:
            shown = _("{name} (for new kits)").format(name=each.name) if each.for_new else each.name
            self.box.addItem(shown)
        names = [each.name for each in self._ours]
        self.box.setCurrentIndex(names.index(name) + 1 if name in names else 0)
        self.box.setEnabled(bool(self._ours))

    def _current(self) -> OurBrand | None:
        at = self.box.currentIndex() - 1
        return self._ours[at] if 0 <= at < len(self._ours) else None

    def _choose(self) -> None:
        if ours := self._current():
            self.chosen.emit(ours)

    def _fill_menu(self) -> None:
        self.menu.clear()
        ours = self._current()
        for_new = self.menu.addAction(_("Use for new kits"))
        for_new.setCheckable(True)
        for_new.setChecked(bool(ours and ours.for_new))
        for_new.triggered.connect(self._switch)
        out = self.menu.addAction(_("Save it to a file…"))
        out.triggered.connect(self._write)
        gone = self.menu.addAction(_("Forget it…"))
        gone.triggered.connect(self._forget)
        for each in (for_new, out, gone):
            each.setEnabled(ours is not None)
        self.menu.addSeparator()
        self.menu.addAction(_("Bring in a brand from a file…")).triggered.connect(self._bring)

    def _save(self) -> None:
        ours = self._current()
        dialog = _NameDialog(self.window(), ours.name if ours else "", for_new=bool(ours and ours.for_new))
        if dialog.exec():
            name = called(dialog.name.text())
            same = next((each for each in self._ours if each.name.casefold() == name.casefold()), None)
            if same is None or same == ours or self._may_replace(same):
                self._keep(self._given(name, for_new=dialog.for_new.isChecked()))
        dialog.deleteLater()

    def _may_replace(self, there: OurBrand) -> bool:
        told = _("There is a brand called “{name}”. Put this one in its place?").format(name=there.name)
        return self._agreed(told, _("Replace"))

    def _agreed(self, told: str, yes: str) -> bool:
        answers = (("yes", yes), ("no", _("Cancel")))
        return filing.ask(self.window(), _("Our brands"), told, *answers, escape="no") == "yes"

    def _keep(self, brand: OurBrand) -> None:
        try:
            self._shelf.keep(brand)
        except FileProblem as problem:
            filing.tell(self.window(), _("The brand was not kept"), problem.sentence)
            return
        self._refresh(brand.name)

    def _switch(self, on: bool) -> None:
        if ours := self._current():
            self._keep(replace(ours, for_new=on))

    def _forget(self) -> None:
        ours = self._current()
        if ours is None:
            return
        told = _("Forget the brand “{name}”? Kits that have it keep it.").format(name=ours.name)
        if self._agreed(told, _("Forget it")):
            try:
                self._shelf.remove(ours.name)
            except FileProblem as problem:
                filing.tell(self.window(), _("The brand is still there"), problem.sentence)
            self._refresh("")

    def _write(self) -> None:
        ours = self._current()
        if ours is None:
            return
        kinds = _("Brands (*{suffix})").format(suffix=SUFFIX)
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the brand"), f"{ours.name}{SUFFIX}", kinds)
        if name and (path := filing.ended(self.window(), _("Save the brand"), name, SUFFIX)):
            try:
                write(path, ours)
            except FileProblem as problem:
                filing.tell(self.window(), _("The brand was not saved"), problem.sentence)

    def _bring(self) -> None:
        kinds = _("Brands (*{suffix})").format(suffix=SUFFIX)
        name, _filter = QFileDialog.getOpenFileName(self, _("Bring in a brand"), "", kinds)
        if not name:
            return
        try:
            found = replace(read(Path(name)), for_new=False)
        except FileProblem as problem:
            filing.tell(self.window(), _("The brand cannot be brought in"), problem.sentence)
            return
        same = next((each for each in self._ours if each.name.casefold() == found.name.casefold()), None)
        if same is None or self._may_replace(same):
            self._keep(found)
            self._choose()


class _NameDialog(FormDialog):
    """Under which name a brand is kept."""

    def __init__(self, parent: QWidget, name: str, *, for_new: bool) -> None:
        super().__init__(parent, _("Save as our brand"), _("Save"))
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(_("Such as the name of the coalition"))
        self.row(_("Name"), self.name, "brandName")
        self.for_new = QCheckBox(_("Use for new kits"))
        self.for_new.setObjectName("brandForNew")
        self.for_new.setChecked(for_new)
        self.form.addRow("", self.for_new)
        self.finish()
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(called(self.name.text())))
