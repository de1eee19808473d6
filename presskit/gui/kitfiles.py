"""Which kit is open, and in which file: new, open, save, close, and the start page."""

from functools import partial
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QMenu

from presskit.gui import filing
from presskit.gui.lane import Lane
from presskit.gui.startpage import StartPage
from presskit.gui.theme import Theme
from presskit.gui.thumbnails import Thumbnails
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.ourbrands import BrandShelf
from presskit.session import Session
from presskit.settings import Settings

SAMPLE = "river-pact"
_LATER = 150  # milliseconds, until the start page is on the screen


class Owner(Protocol):
    """What is needed of the window."""

    lane: Lane
    settings: Settings
    theme: Theme

    @property
    def session(self) -> Session | None:
        """The open kit."""

    def show_session(self, session: Session) -> None:
        """Shows a kit in the place of the one before."""

    def show_start(self) -> None:
        """Shows the start page in the place of the kit."""

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""

    def refresh(self) -> None:
        """Shows what the kit's file is called, and whether there is something to save."""


class KitFiles:
    """The window's dealings with files. A kit that was changed is left only as the user says."""

    def __init__(self, window: QMainWindow, owner: Owner, brands: BrandShelf, thumbnails: Path) -> None:
        self._window, self._owner, self._brands = window, owner, brands
        self._thumbnails = thumbnails

    def attend(self, workspace: Workspace) -> None:
        """A kit with a file is one of the last opened from here on."""
        if workspace.session.path is not None:
            self._remember(workspace.session.path)

    def new(self) -> None:
        """A new press release."""
        self.new_from("release")

    def new_from(self, template: str) -> None:
        """A new kit from a template."""
        self.show_new(filing.fresh_session(template, self._owner.settings, self._brands.for_new()))

    def show_new(self, session: Session) -> None:
        """A kit that is in no file yet, in the place of the one before, unless that is to stay."""
        if self.may_leave():
            self._owner.show_session(session)

    def open(self) -> None:
        """A kit from a file."""
        path = filing.ask_open(self._window, self._owner.settings.open_folder)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """The kit in a file."""
        session = self._owner.session
        if session and session.path and filing.is_same(path, session.path):
            return
        if self.may_leave() and (opened := filing.open_session(self._window, path)):
            self._owner.show_session(opened)

    def sample(self) -> None:
        """The sample kit."""
        if self.may_leave() and (session := filing.sample_session(self._window, SAMPLE)):
            self._owner.show_session(session)

    def save(self) -> bool:
        """Saves to the kit's file, or asks for one."""
        session = self._owner.session
        if session is None:
            return False
        if session.path is None or session.read_only:
            return self.save_as()
        return self._saved(filing.save_session(self._window, session, None))

    def save_as(self) -> bool:
        """Saves under a name asked for."""
        session = self._owner.session
        if session is None:
            return False
        path = filing.ask_path(self._window, self._owner.settings.open_folder, filing.file_stem(session))
        return path is not None and self._saved(filing.save_session(self._window, session, path))

    def close_kit(self) -> None:
        """Back to the start page."""
        if self.may_leave():
            self._owner.show_start()

    def start_page(self) -> StartPage:
        """The start page, with files and templates to begin from."""
        page = filing.start_page(self._owner.settings.recent, self._owner.theme)
        page.new.connect(self.new_from)
        page.open.connect(self.open)
        page.open_path.connect(lambda name: self.open_path(Path(name)))
        page.sample.connect(self.sample)
        page.removed.connect(self._forget)
        self._draw(page)
        return page

    def _draw(self, page: StartPage) -> None:
        """The first pages of the last kits, once the page itself is on the screen."""
        pictures = Thumbnails(self._owner.lane, self._thumbnails, page)
        page.destroyed.connect(pictures.stop)
        names = [name for name in page.recent if filing.is_there(Path(name))]
        for name in names:
            QTimer.singleShot(
                _LATER, pictures, lambda name=name: pictures.ask(Path(name), partial(page.show_picture, name))
            )

    def _forget(self, name: str) -> None:
        settings = self._owner.settings
        self._owner.keep(replace(settings, recent=tuple(each for each in settings.recent if each != name)))
        self._owner.show_start()

    def fill_recent(self, menu: QMenu) -> None:
        """Fills a menu with the files of late."""
        filing.fill_recent(menu, self._owner.settings.recent, self.open_path)

    def may_leave(self) -> bool:
        """Whether the open kit may go: it is saved, or the user says that it need not be."""
        session = self._owner.session
        if session is None or not session.is_modified:
            return True
        name = session.path.name if session.path else _("this new kit")
        chosen = filing.ask(
            self._window,
            _("Save first?"),
            _("Save the changes to {name}?").format(name=name),
            ("save", _("Save")),
            ("drop", _("Leave without saving")),
            ("cancel", _("Cancel")),
        )
        return self.save() if chosen == "save" else chosen == "drop"

    def _saved(self, done: bool) -> bool:
        session = self._owner.session
        if done and session and session.path:
            self._remember(session.path)
        self._owner.refresh()
        return done

    def _remember(self, path: Path) -> None:
        self._owner.keep(self._owner.settings.with_recent(path.absolute()))
