"""What can be done with items in the library's window, besides writing in them."""

import datetime
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QWidget

from presskit.gui import filing
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.library.duplicates import DuplicatesDialog
from presskit.gui.library.exchanging import HandOverDialog, TakeInDialog
from presskit.gui.library.forms_person import PersonForm, WithdrawDialog
from presskit.gui.library.importing import SUFFIXES, ImportDialog
from presskit.gui.library.manager_list import ItemList
from presskit.gui.library.manager_new import fresh_content
from presskit.gui.library.manager_pane import ItemPane
from presskit.gui.library.restoring import RestoreDialog
from presskit.gui.library.team import Chosen, TeamDialog
from presskit.gui.library.versions import VersionsDialog
from presskit.gui.library.whereabouts import WhereaboutsDialog
from presskit.gui.theme import Theme
from presskit.i18n import _, ngettext
from presskit.library.exchange import SUFFIX as PACKAGE
from presskit.library.exchange import export_items
from presskit.library.items import Item, item_of, new_item_id
from presskit.library.opening import is_server
from presskit.library.whereabouts import kits_around, kits_with
from presskit.model.block import Block
from presskit.model.locale_words import number


class Owner(Protocol):
    """What is needed of the library's window."""

    pane: ItemPane
    items: ItemList
    theme: Theme
    lane: Lane

    def may_leave(self) -> bool:
        """Asks what becomes of changes that are not kept."""

    def recent(self) -> tuple[str, ...]:
        """The kits used of late."""

    def open_kit(self, path: Path) -> None:
        """Opens a kit in the program's window."""

    def remember_library(self, address: str) -> None:
        """Uses that library from now on, after the next start, too."""


class Work:
    """The commands of the library's window about the item that is shown, and about all of them."""

    def __init__(self, parent: QWidget, owner: Owner, desk: Desk) -> None:
        self._parent, self._window, self._desk = parent, owner, desk
        self._different: set[frozenset[str]] = set()  # pairs that were told apart, by their ids

    def begin(self, kind: str, block: type[Block] | None = None) -> None:
        """A new item of a kind."""
        language = "" if kind in {"person", "organisation"} else "en-US"
        self._begin(item_of(fresh_content(kind, block), language))

    def _begin(self, item: Item) -> None:
        self._window.items.mark_current("")
        self._window.pane.begin(item)

    def add_boilerplate(self, organisation: str) -> None:
        """A new boilerplate of an organisation (its id)."""
        self._begin(item_of(fresh_content("boilerplate", organisation=organisation), "en-US"))

    def duplicate(self) -> None:
        """A copy of the item that is shown, as a new one."""
        draft = self._window.pane.draft
        if draft is not None:
            item = replace(draft.item, id=new_item_id(), version=0, retired=False, merged_into="")
            self._begin(replace(item, changed=None, changed_by=""))

    def retire(self) -> None:
        """No longer offers the item that is shown, or offers it again; kept at once."""
        draft = self._window.pane.draft
        if draft is not None and draft.kept.version:
            retired = not draft.item.retired
            self._window.pane.change(replace(draft.item, retired=retired, merged_into=""))
            self._window.pane.keep(self._window.pane.current, _("Retired") if retired else _("Brought back"))

    def versions(self) -> None:
        """The versions of the item that is shown; one that is brought back is kept at once."""
        draft = self._window.pane.draft
        if draft is None or not draft.kept.version:
            return
        names = dict(self._window.pane.parts.organisations)
        dialog = VersionsDialog(self._parent, self._desk, self._window.theme, draft.kept, names)
        if dialog.exec() and dialog.back is not None:
            back = replace(dialog.back, version=draft.kept.version, retired=draft.kept.retired)
            self._window.pane.change(replace(back, merged_into=draft.kept.merged_into))
            note = _("Version {number} brought back").format(number=dialog.back.version)
            self._window.pane.keep(self._window.pane.current, note)
        dialog.deleteLater()

    def import_people(self) -> None:
        """Asks for a file with people or with items of another library, and shows what it would bring."""
        kinds = _("Tables, vCards and libraries ({kinds});;All files (*)").format(
            kinds=" ".join(f"*{each}" for each in (*SUFFIXES, PACKAGE))
        )
        name, _filter = QFileDialog.getOpenFileName(self._parent, _("Import"), "", kinds)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Shows what a file would bring, and takes it in if it is wanted."""
        is_package = path.name.lower().endswith(PACKAGE)
        dialog = (TakeInDialog if is_package else ImportDialog)(self._parent, self._desk, path)
        if dialog.exec():
            count = dialog.count
            people = ngettext(
                "{count} person came in from {file}.", "{count} people came in from {file}.", count
            )
            items = ngettext("{count} item came in from {file}.", "{count} items came in from {file}.", count)
            told = items if is_package else people
            self._window.pane.told.emit(told.format(count=number(count), file=path.name))
        dialog.deleteLater()

    def hand_over(self) -> None:
        """Asks what to hand to another organisation, and writes it to one file."""
        draft = self._window.pane.draft
        dialog = HandOverDialog(
            self._parent, draft.kept if draft is not None and draft.kept.version else None
        )
        agreed, ids, private = dialog.exec(), dialog.ids(), dialog.private.isChecked()
        dialog.deleteLater()
        if not agreed:
            return
        kinds = _("Libraries ({kinds})").format(kinds=f"*{PACKAGE}")
        name, _filter = QFileDialog.getSaveFileName(self._parent, _("Hand items over"), "", kinds)
        if name and (path := filing.ended(self._parent, _("Hand items over"), name, PACKAGE)):
            self._desk.ask(
                lambda shelf: export_items(shelf, path, ids, private=private),
                lambda done: self._handed_over(path, *done),
                lambda problem: filing.tell(self._parent, _("Hand items over"), problem.sentence),
            )

    def _handed_over(self, path: Path, kept: list[Item], left: list[str]) -> None:
        told = ngettext("{count} item is in {file}.", "{count} items are in {file}.", len(kept))
        told = told.format(count=number(len(kept)), file=path.name)
        if left:
            without = _("Left out, because they are private or consent is limited or withdrawn: {names}.")
            told = f"{told} {without.format(names=', '.join(left[:10]))}"
        self._window.pane.told.emit(told)

    def duplicates(self) -> None:
        """Looks for items that may be one; what is not saved is asked for first."""
        if self._window.may_leave():
            dialog = DuplicatesDialog(self._parent, self._desk, self._different)
            dialog.exec()
            dialog.deleteLater()

    def copies(self) -> None:
        """The dated copies of the library in use: made, looked at, brought back."""
        if is_server(self._desk.address):
            told = _("A library on a server is backed up by those who run the server.")
            filing.tell(self._parent, _("Copies of the library"), told)
            return
        if not self._window.may_leave():
            return
        problem = self._desk.problem.sentence if self._desk.problem is not None else ""
        path = Path(self._desk.address or self._desk.own)
        dialog = RestoreDialog(self._parent, self._window.lane, path, problem)
        dialog.letting_go.connect(self._desk.let_go)
        dialog.restored.connect(self._restored)
        dialog.exec()
        dialog.deleteLater()

    def _restored(self, aside: Path) -> None:
        self._desk.turn_to(self._desk.address)
        told = _("The copy is in use now. The file that was there is {file}.")
        filing.tell(self._parent, _("Copies of the library"), told.format(file=aside))

    def kits(self) -> None:
        """The recent kits that carry the item that is shown; one of them can be opened."""
        draft = self._window.pane.draft
        if draft is None:
            return
        dialog = WhereaboutsDialog(self._parent, draft.kept, self._window.recent())
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            self._window.open_kit(dialog.chosen)

    def which_library(self) -> None:
        """Asks which library is used, and turns to it. What is not saved in this one is asked for first."""
        if self._window.may_leave():
            dialog = TeamDialog(self._parent, self._desk.own, self._desk.address)
            dialog.used.connect(self._turn_to)
            dialog.exec()
            dialog.deleteLater()

    def _turn_to(self, chosen: Chosen) -> None:
        self._window.remember_library(chosen.address)
        self._desk.turn_to(chosen.address or str(self._desk.own), chosen.password)

    def withdraw(self) -> None:
        """Notes that the person who is shown took their consent back, once that and why is said."""
        form = self._window.pane.form
        if form is None or not isinstance(form.content, PersonForm):
            return
        dialog = WithdrawDialog(self._parent, form.content.record.name, "")
        recent, item_id = self._window.recent(), self._window.pane.current
        self._window.lane.queue(lambda: kits_with(kits_around(recent), item_id), dialog.show_kits)
        if dialog.exec():
            form.content.consent.form.take_back(datetime.date.today(), dialog.reason.text())
        dialog.deleteLater()
