"""Handing items to another organisation in one file, and taking such a file in, after a look at it."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.library.desk import Desk
from presskit.i18n import N_, _, ngettext
from presskit.library.exchange import Arrival, Differing, Package, plan, read_package, take
from presskit.library.items import KINDS, Item
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.locale_words import number

_SIZE = (560, 460)  # pixels
_SHOWN = 500  # items that are listed
_WHAT = {"new": N_("new"), "same": N_("there already"), "differs": N_("says something else here")}


class HandOverDialog(QDialog):
    """Asks what goes into the file. item: the one that is shown in the window, if any."""

    def __init__(self, parent: QWidget, item: Item | None) -> None:
        super().__init__(parent)
        self._item = item
        self.setObjectName("handOver")
        self.setWindowTitle(_("Hand items over"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        told = QLabel(
            _(
                "Writes one file that another organization can take into its library. Owners and safety "
                "records never go along."
            )
        )
        told.setWordWrap(True)
        column.addWidget(told)
        self.one = QRadioButton(_("“{name}” alone").format(name=item.name) if item else _("The item shown"))
        self.one.setObjectName("handOverOne")
        self.one.setEnabled(item is not None)
        self.all = QRadioButton(_("All items on offer"))
        self.all.setObjectName("handOverAll")
        group = QButtonGroup(self)
        for button in (self.one, self.all):
            group.addButton(button)
            column.addWidget(button)
        (self.one if item else self.all).setChecked(True)
        self.private = QCheckBox(_("Private people, and those who limited or withdrew consent, too"))
        self.private.setObjectName("handOverPrivate")
        column.addWidget(self.private)
        buttons = QDialogButtonBox()
        write = buttons.addButton(_("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        write.setProperty("primary", True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def ids(self) -> tuple[str, ...]:
        """What goes into it; nothing for all."""
        return (self._item.id,) if self._item and self.one.isChecked() else ()


class _Look(NamedTuple):
    package: Package
    arrivals: list[Arrival]


class TakeInDialog(QDialog):
    """Shows what a file would bring; nothing is written before Take in. count: how many items are new or
    changed, once it was accepted."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self._look: _Look | None = None
        self._closed = False
        self.count = 0
        self.setObjectName("takeIn")
        self.setWindowTitle(_("Take in {file}").format(file=path.name))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.told = QLabel(_("Reading {file}…").format(file=path.name))
        self.told.setObjectName("takeInTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.told)
        self.list = QListWidget()
        self.list.setObjectName("takeInList")
        self.list.setAccessibleName(_("Items of the file"))
        column.addWidget(self.list, 1)
        words = QLabel(_("What says something else here:"))
        self.differing = QComboBox()
        self.differing.setObjectName("takeInDiffering")
        for value, label in (
            ("leave", _("leave mine as it is")),
            ("take", _("take theirs as its next version")),
            ("apart", _("keep both")),
        ):
            self.differing.addItem(label, value)
        self.differing.currentIndexChanged.connect(lambda _at: self._follow())
        words.setBuddy(self.differing)
        column.addWidget(words)
        column.addWidget(self.differing)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton(_("Take in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("primary", True)
        self.take.setObjectName("takeInNow")
        self.leave = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._follow()

        def work(shelf: Shelf) -> _Look:
            package = read_package(path)
            return _Look(package, plan(shelf, package.items))

        desk.ask(work, self._came, self._failed)

    def _came(self, look: _Look) -> None:
        if self._closed:
            return
        self._look = look
        for item, what, _there in look.arrivals[:_SHOWN]:
            self.list.addItem(f"{_(KINDS[item.kind][0])}: {item.name} — {_(_WHAT[what])}")
        told = ngettext("{count} item in this file.", "{count} items in this file.", len(look.arrivals))
        told = told.format(count=number(len(look.arrivals)))
        self.told.setText("\n".join((told, *look.package.problems[:4])))
        self._follow()

    def _wanted(self) -> int:
        if self._look is None:
            return 0
        chosen = {"new"} if self.differing.currentData() == "leave" else {"new", "differs"}
        return sum(each.what in chosen for each in self._look.arrivals)

    def _follow(self) -> None:
        self.take.setEnabled(self._wanted() > 0)
        self.differing.setEnabled(
            bool(self._look and any(each.what == "differs" for each in self._look.arrivals))
        )

    def _take(self) -> None:
        look, differing = self._look, self.differing.currentData()
        if look is None:
            return
        chosen: Differing = differing
        note = _("From {file}").format(file=self._path.name)
        self.take.setEnabled(False)
        self.leave.setEnabled(False)  # it is all or none, and under way
        self._desk.change(
            lambda shelf: take(shelf, look.arrivals, look.package, chosen, note), self._taken, self._failed
        )

    def _taken(self, kept: list[Item]) -> None:
        self.count = len(kept)
        self.leave.setEnabled(True)
        self.accept()

    def _failed(self, problem: LibraryProblem) -> None:
        if self._closed:
            return
        self.told.setText(problem.sentence)
        self.leave.setEnabled(True)

    def reject(self) -> None:
        """Not while they are written."""
        if self.leave.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """What still comes is nobody's affair."""
        self._closed = True
        super().done(result)
