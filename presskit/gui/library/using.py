"""Using the library in a release: what is chosen or dropped becomes blocks, a speaker or a contact."""

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, cast

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.gui.editor.writing import Caret
from presskit.gui.kitfiles import KitFiles
from presskit.gui.library.desk import Desk
from presskit.gui.library.doors import open_manager
from presskit.gui.library.rows import Row
from presskit.gui.library.whereabouts import WhereaboutsDialog
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.library.consent import refusal
from presskit.library.items import Item, Organisation, Piece
from presskit.library.people import Person
from presskit.library.problems import LibraryProblem, Refused
from presskit.library.shelf import Shelf
from presskit.library.using import (
    block_for,
    boilerplate_of,
    contact_for,
    contacts_for,
    portrait_for,
    speaker_for,
)
from presskit.model import edits
from presskit.model.block import Block, fresh_copy
from presskit.model.kit import Asset
from presskit.model.release import Release
from presskit.settings import Settings

Make = Callable[[Item, str, datetime.date], Block]


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    theme: Theme
    files: KitFiles


class Way(NamedTuple):
    """A way to use an item: what the menu calls it, and the block that it makes."""

    label: str
    make: Make


class Using:
    """What the side pane's rows do in the release that is shown."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._owner = cast("Owner", window)
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        shelf = workspace.side.library
        shelf.chosen.connect(self.use)
        shelf.menu_wanted.connect(self._open_menu)
        workspace.editor.dropped_item.connect(self._drop)
        workspace.parted.connect(self._leave)

    def _leave(self) -> None:
        self._workspace = None

    def use(self, row: Row) -> None:
        """Inserts what a row holds below the current block, or where it completes that."""
        if self._workspace is None:
            return
        if row.piece is not None:
            self._workspace.editor.insert(fresh_copy(row.piece.block))
        elif row.item is not None and not self._completes(row.item, self._workspace.editor.current):
            self.insert(row.item)

    def _drop(self, key: str, place: int, on: str) -> None:
        """on: the block in whose middle it was dropped; a person dropped between two is inserted there."""
        row = self._workspace.side.library.row(key) if self._workspace else None
        if row is None or self._workspace is None:
            return
        if row.piece is not None:
            self._workspace.editor.insert(fresh_copy(row.piece.block), place)
        elif row.item is not None and not (on and self._completes(row.item, on)):
            self.insert(row.item, place=place)

    # --- into the release

    def insert(self, item: Item, make: Make = block_for, place: int | None = None) -> None:
        """Inserts the block that an item makes, with its pictures; an organisation stands for its boilerplate
        in the release's language. What may not be used is told with the reason."""
        if self._workspace is None:
            return
        if isinstance(item.content, Organisation):
            workspace, language = self._workspace, self._workspace.session.release.language

            def come(found: Item | None) -> None:
                if workspace is self._workspace:  # else it would come into another kit
                    self._insert(found or item, make, place)

            self._desk.ask(
                lambda shelf: boilerplate_of(shelf.search(item.id, ["boilerplate"]), item.id, language),
                come,
                self._tell,
            )
        else:
            self._insert(item, make, place)

    def _insert(self, item: Item, make: Make, place: int | None) -> None:
        if self._workspace is None:
            return
        try:
            block = make(item, *self._where())
        except Refused as why:
            self._tell(why)
            return
        session = self._workspace.session
        names = [name for name in block.pictures() if session.kit.picture(name) is None]
        if not names:
            self._put(block, (), place)
            return
        workspace = self._workspace

        def put(pictures: Sequence[Asset]) -> None:
            if workspace is self._workspace:
                self._put(block, pictures, place)

        self._desk.ask(lambda shelf: _pictures(shelf, names), put, self._tell)

    def _put(self, block: Block, pictures: Sequence[Asset], place: int | None) -> None:
        assert self._workspace is not None
        session, editor = self._workspace.session, self._workspace.editor
        if place is None:
            here = session.release.find(editor.current)
            place = session.release.index(here.id) + 1 if here else len(session.release.blocks)
        at = place
        session.paste(
            _("Insert {kind}").format(kind=_(block.label)),
            pictures,
            lambda release: edits.insert(release, at, block),
            before=editor.caret(),
            after=Caret(block.id, "", 0, 0),
        )
        editor.go_to_block(block.id)

    def _completes(self, item: Item, block_id: str) -> bool:
        """Makes a person the speaker of a quote that has none, or one of the contacts; whether the block was
        such a one."""
        assert self._workspace is not None
        here = self._workspace.session.release.find(block_id)
        if not isinstance(item.content, Person):
            return False
        language, day = self._where()
        try:
            if isinstance(here, Quote) and not here.speaker.name.strip():
                changed: Block = replace(here, speaker=speaker_for(item, language, day))
                caret = Caret(here.id, "words", 0, 0)
            elif isinstance(here, Contacts):
                people = tuple(each for each in here.people if each.name.strip() or each.organisation.strip())
                changed = replace(here, people=(*people, contact_for(item, language, day)))
                caret = Caret(here.id, f"people.{len(people)}.name", 0, 0)
            else:
                return False
        except Refused as why:
            self._tell(why)
            return True
        self.change(changed, _("Insert {name}").format(name=item.name), caret)
        return True

    def change(self, block: Block, label: str, caret: Caret | None = None) -> None:
        """Puts a block in the place of the one of its id, as one step."""
        if self._workspace is None:
            return
        editor = self._workspace.editor

        def swap(release: Release) -> Release:
            return edits.change(release, block) if release.find(block.id) else release

        self._workspace.session.edit(label, swap, before=editor.caret(), after=caret or editor.caret())
        if caret:
            editor.go(caret)

    def _where(self) -> tuple[str, datetime.date]:
        """The language of the release, and the day as of which people are named."""
        assert self._workspace is not None
        release = self._workspace.session.release
        return release.language, release.dateline.date or datetime.date.today()

    def _tell(self, problem: LibraryProblem) -> None:
        if self._workspace is not None:
            self._workspace.side.library.tell(problem.sentence)

    def library_window(self) -> None:
        """Opens the library's own window."""
        self._open("")

    def _open(self, item_id: str) -> None:
        open_manager(self._window, self._desk, self._owner.theme, item_id)

    def _find_kits(self, item: Item) -> None:
        """Lists the recent kits that carry an item, and opens the one that is chosen."""
        dialog = WhereaboutsDialog(self._window, item, self._owner.settings.recent)
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            self._owner.files.open_path(dialog.chosen)

    # --- the menu of a row

    def _open_menu(self, row: Row, at: QPoint) -> None:
        menu = QMenu(self._window)
        self.fill_menu(menu, row)
        menu.exec(at)
        menu.deleteLater()

    def fill_menu(self, menu: QMenu, row: Row) -> None:
        """What can be done with a row."""
        menu.addAction(_("Insert")).triggered.connect(lambda: self.use(row))
        if row.item is None:
            return
        item = row.item
        if isinstance(item.content, Person) and (why := refusal(item.content)):
            menu.addAction(why).setEnabled(False)  # those below tell it, too, when they are chosen
        for way in ways(item):
            menu.addAction(way.label).triggered.connect(
                lambda _on=False, make=way.make: self.insert(item, make)
            )
        menu.addSeparator()
        menu.addAction(_("Open in the library…")).triggered.connect(lambda: self._open(item.id))
        menu.addAction(_("Which kits carry it…")).triggered.connect(lambda: self._find_kits(item))
        copy = menu.addAction(_("Copy the words"))
        copy.triggered.connect(lambda: QApplication.clipboard().setText(words_of(item)))


def ways(item: Item) -> list[Way]:
    """Other ways to use an item than as it is: a person as a contact or by their portrait, single figures."""
    match item.content:
        case Person(portrait=portrait):
            found = [
                Way(_("Insert as the speaker of a new quote"), block_for),
                Way(_("Insert as a contact"), contacts_for),
            ]
            return [*found, Way(_("Insert the portrait"), portrait_for)] if portrait else found
        case Piece(block=Statistics() as block) if len(block.items) > 1:
            return [
                Way(_("Insert “{figure}” alone").format(figure=each.figure), _single(place))
                for place, each in enumerate(block.items)
                if each.figure.strip()
            ]
        case _:
            return []


def _single(place: int) -> Make:
    """Makes a block of one figure with its source. It is no copy of the whole item, so that a newer version
    of that is not offered for it."""

    def make(item: Item, language: str, day: datetime.date) -> Block:
        block = block_for(item, language, day)
        assert isinstance(block, Statistics)
        figure = block.items[place]
        return replace(block, items=(figure,), introduction=(), reference="", version=0)

    return make


def words_of(item: Item) -> str:
    """What an item says, as plain text."""
    match item.content:
        case Piece(block=block):
            return "\n".join(block.letters())
        case _:
            return ", ".join(each for each in (item.name, item.about) if each)


def _pictures(shelf: Shelf, names: Sequence[str]) -> list[Asset]:
    return [found for name in names if (found := shelf.picture(name))]
