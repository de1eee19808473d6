"""The library's own window, where staff keep it current: lists at the left, the item at hand beside them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from presskit.gui import filing
from presskit.gui.kitfiles import KitFiles
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.library.importing import SUFFIXES
from presskit.gui.library.manager_banner import Banner
from presskit.gui.library.manager_bar import COMMANDS, ManagerBar
from presskit.gui.library.manager_finding import FindColumn, panel
from presskit.gui.library.manager_list import KindList
from presskit.gui.library.manager_pane import ItemPane
from presskit.gui.library.manager_work import Work
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.exchange import SUFFIX as PACKAGE
from presskit.library.items import Item
from presskit.library.problems import LibraryDamaged, LibraryProblem
from presskit.settings import Settings

_SIZE = (1180, 800)  # pixels


class Owner(Protocol):
    """What is needed of the window that opens this one."""

    settings: Settings
    theme: Theme
    lane: Lane
    files: KitFiles

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class LibraryWindow(QWidget):
    """One for each window of the program; it goes with it."""

    def __init__(self, window: QWidget, desk: Desk, theme: Theme) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._owner, self._desk, self.theme = cast("Owner", window), desk, theme
        self._window = window
        self.lane = self._owner.lane
        self.setObjectName("libraryWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Library — PressKit"))
        room = self.screen().availableGeometry()  # of which its own frame takes some
        self.resize(_SIZE[0], min(_SIZE[1], room.height() - 60))
        self.setAcceptDrops(True)
        if self._owner.settings.library_geometry:
            self.restoreGeometry(QByteArray.fromBase64(self._owner.settings.library_geometry.encode()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.work = Work(self, self, desk)
        self._furnish()
        desk.moved.connect(self._moved)
        desk.kept.connect(self._kept)
        desk.failed.connect(self._broke)
        window.installEventFilter(self)

    def _furnish(self) -> None:
        """Makes all parts and places them."""
        self.bar = ManagerBar(self, self.theme, self._handlers(), self.work.begin)
        self._column.addWidget(self.bar)
        self.banner = Banner()
        self.banner.again.clicked.connect(self._ask_all)
        self.banner.copies.clicked.connect(self.work.copies)
        self._column.addWidget(self.banner)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.kinds = KindList(self.theme)
        self.split.addWidget(panel(self.kinds))
        self.lists = FindColumn(self._desk, self.theme)
        self.kinds.turned.connect(self.lists.turn_to)
        self.lists.found.connect(self._found)
        self.lists.broke.connect(self._broke)
        self.items = self.lists.items
        self.items.chosen.connect(self.open)
        self.items.entered.connect(lambda: self.open(self.items.current, enter=True))
        self.split.addWidget(self.lists)
        self.pane = ItemPane(self._desk, self._owner.lane, self.theme)
        self.pane.changed.connect(self._follow)
        self.pane.chip.clicked.connect(self.work.versions)
        self.pane.kept.connect(self._item_kept)
        self.pane.opened.connect(self.items.mark_current)
        self.pane.wanted.connect(lambda item_id: self.open(item_id, enter=True))
        self.pane.added.connect(self.work.add_boilerplate)
        self.pane.withdrawing.connect(self.work.withdraw)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(2, 1)
        self.split.setSizes([self.kinds.minimumWidth() + 12, 300, 700])
        self._column.addWidget(self.split, 1)
        self.status = QLabel()
        self.status.setObjectName("libraryStatus")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self.status)
        self.pane.told.connect(self._tell)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does: the method of that name here, of the item's pane, or of the work."""
        return {command.id: partial(self._run, command.id) for command in COMMANDS}

    def _run(self, command: str) -> None:
        owner = next(each for each in (self, self.work, self.pane) if hasattr(each, command))
        getattr(owner, command)()

    # --- looking

    def show_item(self, item_id: str) -> None:
        """Goes to an item, or to the list where none is named."""
        self._ask_all()
        if item_id:
            self.open(item_id)
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.find_item()

    def open(self, item_id: str, *, enter: bool = False) -> None:
        """Shows an item."""
        if item_id:
            self.items.mark_current(item_id)
            self.pane.open(item_id, enter=enter)

    def _ask_all(self) -> None:
        self._desk.ask(lambda shelf: shelf.counts(), self.kinds.show_counts, self._broke)
        self.lists.again()

    def _found(self) -> None:
        self._show_banner("")
        if not self.status.text():
            self._tell("")
        self._follow()

    def _broke(self, problem: LibraryProblem) -> None:
        self._show_banner(problem.sentence, try_again=True, damaged=isinstance(problem, LibraryDamaged))

    def _show_banner(self, sentence: str, *, try_again: bool = False, damaged: bool = False) -> None:
        shelf = self._desk.shelf
        sentence = sentence or (shelf.read_only if shelf is not None else "")
        self.banner.tell(sentence, try_again=try_again, damaged=damaged)
        self.pane.read_only = shelf.read_only if shelf is not None else ""

    def _moved(self) -> None:
        if self._desk.shelf is None and self._desk.problem is None:  # another library is in use
            self.lists.forget()
            self.status.clear()
            self.pane.drafts.clear()
            self.pane.clear()
        self.pane.is_stale = True
        if self.isVisible() and self._desk.shelf is None and self._desk.problem is None:
            self._ask_all()
        elif self._desk.problem is not None:
            self._broke(self._desk.problem)

    def _kept(self) -> None:
        self.pane.is_stale = True
        if self.isVisible():
            self._ask_all()
            self.pane.refresh()

    # --- in step

    def recent(self) -> tuple[str, ...]:
        """The kits used of late."""
        return self._owner.settings.recent

    def open_kit(self, path: Path) -> None:
        """Opens a kit in the program's window."""
        self._window.activateWindow()
        self._owner.files.open_path(path)

    def remember_library(self, address: str) -> None:
        """Uses that library from now on, after the next start, too."""
        self._owner.keep(replace(self._owner.settings, library=address))

    def _item_kept(self, item: Item) -> None:
        self.items.mark_current(item.id)

    def _follow(self) -> None:
        """Enables what can be done now."""
        draft = self.pane.draft
        writes = not (self._desk.shelf is not None and self._desk.shelf.read_only)
        kept = draft is not None and draft.kept.version > 0
        self.bar.enable(
            {
                "item": draft is not None,
                "kept": kept and writes,
                "changed": draft is not None and draft.is_changed and writes,
                "undo": draft is not None and draft.can_undo,
                "redo": draft is not None and draft.can_redo,
                "write": writes,
            }
        )
        retired = draft is not None and draft.item.retired
        self.bar.commands["retire"].setText(_("Bring back") if retired else _("Retire"))
        unsaved = self.pane.unsaved()
        self.items.found.mark(unsaved)
        self.setWindowTitle(("• " if unsaved else "") + _("Library — PressKit"))

    def _tell(self, words: str) -> None:
        shelf = self._desk.shelf
        place = shelf.place if shelf is not None else ""
        if place == str(self._desk.own):
            place = _("My own library · {file}").format(file=place)
        self.status.setText(words or place)

    # --- the keys

    def new_item(self) -> None:
        """The menu of what can be added."""
        self.bar.open_new()

    def find_item(self) -> None:
        """To the search."""
        self.lists.go()

    def next_pane(self) -> None:
        """From the kinds to the search, to the list, to the form, and round."""
        if self.kinds.hasFocus():
            self.find_item()
        elif self.lists.search.hasFocus():
            self.lists.go_to_list()
        elif self.items.hasFocus() and self.pane.form is not None and (field := self.pane.form.first_field()):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.kinds.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the window."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.close()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file with people, or a library that was handed over, may be dropped anywhere."""
        if _tables(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Shows what it would bring."""
        if found := _tables(event.mimeData()):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.work.import_file(found[0]))

    # --- the end

    def may_leave(self) -> bool:
        """Asks what becomes of changes that are not kept; whether the window may close now. Where they are
        to be saved, it closes once they are."""
        unsaved = self.pane.unsaved()
        if not unsaved:
            return True
        if len(unsaved) == 1:
            name = self.pane.drafts[next(iter(unsaved))].item.name
            words = _("The changes to “{name}” are not saved in the library yet.").format(name=name)
        else:
            told = _("The changes to {count} items are not saved in the library yet.")
            words = told.format(count=len(unsaved))
        self.show()
        chosen = filing.ask(
            self,
            _("Save first?"),
            words,
            ("save", _("Save")),
            ("drop", _("Leave without saving")),
            ("cancel", _("Cancel")),
        )
        if chosen == "save":
            for item_id in sorted(unsaved):
                self.pane.keep(item_id, then=self._close_when_kept)
            return False
        if chosen == "drop":
            self.pane.drafts.clear()
            self.pane.clear()
        return chosen == "drop"

    def _close_when_kept(self) -> None:
        if not self.pane.unsaved():
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The program's window closes only once the changes here are kept, or given up."""
        if watched is self._window and event.type() == QEvent.Type.Close and not self.may_leave():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before changes are lost; remembers where the window was."""
        if not self.may_leave():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._owner.keep(replace(self._owner.settings, library_geometry=geometry))
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Takes over another theme once nothing here would be lost by it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._owner.theme is not self.theme:
            self.theme = self._owner.theme
            QTimer.singleShot(0, self, self._restyle)  # Qt is still telling what is in the window

    def _restyle(self) -> None:
        """Gives what has icons and type of the theme those of the new one; what is on its way finds all else
        as it was."""
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self._column.removeWidget(self.bar)
        self.bar.hide()
        self.bar.deleteLater()
        self.bar = ManagerBar(self, self.theme, self._handlers(), self.work.begin)
        self._column.insertWidget(0, self.bar)
        self.kinds.restyle(self.theme)
        self.items.restyle(self.theme)
        self.pane.restyle(self.theme)
        self._follow()


def _tables(mime: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (*SUFFIXES, PACKAGE)]


def open_manager(window: QWidget, desk: Desk, theme: Theme, item_id: str = "") -> QWidget:
    """The library's window that belongs to a window of the program, shown, on an item if one is named.

    window: has what `Owner` names.
    """
    found = window.findChild(LibraryWindow, "libraryWindow", Qt.FindChildOption.FindDirectChildrenOnly)
    manager = found if found is not None else LibraryWindow(window, desk, theme)
    manager.show()
    manager.raise_()
    manager.activateWindow()
    manager.show_item(item_id)
    return manager
