"""The window: places its parts, and runs the commands."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from presskit.gui.actions import Actions, TopBar
from presskit.gui.blockactions import BlockActions
from presskit.gui.brand.branding import Branding
from presskit.gui.checks.checking import Checking
from presskit.gui.clipboard import Clipboard
from presskit.gui.commands import COMMANDS, EDIT
from presskit.gui.editor.fields import is_text_field
from presskit.gui.finding import Finding
from presskit.gui.habits import Habits
from presskit.gui.helping import Helping
from presskit.gui.insidenotes import InsideNotes
from presskit.gui.intake.entering import Entering
from presskit.gui.kept.keeping import KeptVersions
from presskit.gui.kitfiles import KitFiles
from presskit.gui.lane import Lane
from presskit.gui.library.clearing import Clearing
from presskit.gui.library.desk import Desk
from presskit.gui.library.helpers import Helper, library_helpers
from presskit.gui.owntemplates import OwnTemplates
from presskit.gui.palette import Palette
from presskit.gui.panes import Panes
from presskit.gui.preferences import Preferences
from presskit.gui.printing import Printing
from presskit.gui.recovering import Recovering
from presskit.gui.sending import Sending
from presskit.gui.spelling import Spelling
from presskit.gui.statusline import StatusLine
from presskit.gui.theme import Theme, apply_theme, chosen_theme
from presskit.gui.translation.translating import Translating
from presskit.gui.versions import Versions
from presskit.gui.viewing import Viewing
from presskit.gui.watching import Watching
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.issuing import latest
from presskit.library.opening import in_use
from presskit.ourbrands import BrandShelf
from presskit.ourtemplates import TemplateShelf
from presskit.safekeeping import homes
from presskit.session import SUFFIX, Changed, Session
from presskit.settings import Settings, SettingsFile
from presskit.spelling.wordlist import WordList


class MainWindow(QMainWindow):
    """One window, one open kit."""

    def __init__(self, theme: Theme, store: SettingsFile) -> None:
        super().__init__()
        self.theme = theme
        self._store = store
        self.settings = store.load()
        self.workspace: Workspace | None = None
        self.bar: TopBar | None = None
        self.lane = Lane(self)
        self.files = KitFiles(self, self, BrandShelf(store.brands_path), store.thumbnails_path)
        self.blocks = BlockActions(self)
        self.versions = Versions(self, self)
        self.finding = Finding(self, self.versions)
        self.speller = Spelling(self, self, WordList(store.words_path))
        self.viewing, self.clipboard = Viewing(self, self), Clipboard(self)
        self.desk = Desk(self, in_use(self.settings.library, store.library_path), store.library_path)
        self.clearing = Clearing(self.desk)
        self.using, shelf = library_helpers(self, self.desk)
        self.printing = Printing(self, self, self.clearing)
        self.sending = Sending(self, self, self.clearing)
        self.entering = Entering(self, self.lane, self.desk)
        self.checker = Checking(self, self, self.desk)
        self.own_templates = OwnTemplates(self, self, TemplateShelf(store.templates_path))
        self.preferences = Preferences(self, self)
        self.recovering = Recovering(self, self, homes(store.home))
        self.watching = Watching(self, self)
        helpers = (
            self.files,
            self.recovering,
            self.watching,
            self.blocks,
            self.versions,
            self.finding,
            self.speller,
            self.viewing,
            self.clipboard,
        )
        more = (
            self.printing,
            self.sending,
            self.checker,
            Habits(self),
            Panes(self),
            self.using,
            self.entering,
            Helping(self),
            InsideNotes(self),
            self.preferences,
            self.own_templates,
            Palette(self, self),
            KeptVersions(self, self),
            Translating(self, self),
            Branding(self, self, store.brands_path),
        )
        self._helpers: tuple[Helper, ...] = (*helpers, *more, *shelf)
        self.setObjectName("presskit")
        self.setAcceptDrops(True)
        self.resize(1480, 930)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        self._stack = QStackedWidget()
        central = QWidget()
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self._furnish()
        self._status = StatusLine()
        self.setStatusBar(self._status)
        self.checker.graded.connect(self._status.show_grade)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.show_start()

    def _furnish(self) -> None:
        """Makes what has icons in the theme's colours."""
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.actions_ = Actions(
            self, self.theme, self._handlers(), self.blocks.add, self.settings.theme, self.settings.keys
        )
        bar = TopBar(self.actions_, self.theme, self.files.fill_recent)
        if self.bar is not None:
            self._column.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
        self._column.insertWidget(0, bar)
        bar.menus[EDIT].aboutToShow.connect(self.clipboard.show_state)
        self.bar = bar

    @property
    def session(self) -> Session | None:
        """The open kit."""
        return self.workspace.session if self.workspace else None

    # --- which kit

    def show_session(self, session: Session) -> None:
        """Shows a kit in the place of the one before."""
        self._drop_workspace(session)
        workspace = Workspace(session, self.theme, self.lane, self.desk)
        self.workspace = workspace
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        if len(self.settings.splitter) == workspace.count():
            workspace.setSizes(list(self.settings.splitter))
        else:
            workspace.share(self.width())
        workspace.side.tabs.setCurrentIndex(self.settings.side_tab)
        workspace.changed.connect(self._changed)
        workspace.preview.drawn.connect(self._status.show_pages)
        workspace.editor.picked.connect(self._status.show_picked)
        workspace.preview.system_fonts = self.settings.system_fonts
        for helper in self._helpers:
            helper.attend(workspace)
        self.refresh()
        if first := next((block for block in session.release.blocks if block.kind == "headline"), None):
            workspace.editor.go_to_block(first.id)

    def show_start(self) -> None:
        """Shows the start page in the place of the kit."""
        self._drop_workspace()
        page = self.files.start_page()
        self.own_templates.furnish(page)
        page.bring.connect(self.entering.bring_in)
        page.pasted.connect(self.entering.bring_pasted)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self.refresh()

    def _drop_workspace(self, keep: Session | None = None) -> None:
        if self.workspace is not None:
            self.settings = replace(
                self.settings,
                splitter=tuple(self.workspace.shares()),
                side_tab=self.workspace.side.tabs.currentIndex(),
            )
            if self.workspace.session is not keep:
                self.recovering.leave()
                self.watching.leave()
            self.speller.leave()
            self.checker.leave()
            self.viewing.leave()
            self.workspace.part()
            if self.workspace.session is not keep:
                self.workspace.session.close()
        self.workspace = None
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    # --- commands

    def _handlers(self) -> dict[str, Callable[[], None]]:
        found = {}
        for command in COMMANDS:
            owner = next(each for each in (self, *self._helpers) if hasattr(each, command.id))
            found[command.id] = getattr(owner, command.id)
        return found

    def quit(self) -> None:
        """Ends the program."""
        self.close()

    def undo(self) -> None:
        """Takes the last step back."""
        if self.session:
            self.session.undo()

    def redo(self) -> None:
        """Brings it back."""
        if self.session:
            self.session.redo()

    def refurnish(self) -> None:
        """Makes all anew, in the theme, the language and with the keys that the settings name."""
        self.theme = chosen_theme(self.settings.theme)
        apply_theme(self.theme)
        self._furnish()
        self._status.retold()
        if self.workspace is None:
            self.show_start()
            return
        caret = self.workspace.editor.caret()
        self.show_session(self.workspace.session)
        if caret:
            self.workspace.editor.go(caret)

    # --- in step

    def _changed(self, told: Changed) -> None:
        self.refresh()
        if told.before is not told.after:
            self._status.count_later()

    def refresh(self) -> None:
        """Shows what the file is called, what can be done with it, and whether there is something to save."""
        session = self.session
        history = session.history if session else None
        field = QApplication.focusWidget()
        self.actions_.enable(
            {
                "kit": session is not None,
                "text": bool(self.workspace and self.workspace.editor.has_text(field)),
                "block": bool(self.workspace and self.workspace.editor.current),
                "issued": bool(session and latest(session.kit, session.number)),
                "versions": bool(session and len(session.kit.releases) > 1),
                "translation": bool(session and session.number),
                "undo": bool(history and history.undo_label),
                "redo": bool(history and history.redo_label),
            }
        )
        self.speller.show_state(self.actions_.commands["spelling"])
        for name, label in (
            ("undo", history.undo_label if history else ""),
            ("redo", history.redo_label if history else ""),
        ):
            word = _("Undo") if name == "undo" else _("Redo")
            self.actions_.commands[name].setText(f"{word}: {label}" if label else word)
            self.actions_.commands[name].setIconText(word)
        self._status.show_session(
            session, self.workspace.bar.language.currentText() if self.workspace else ""
        )
        if session is None:
            self.setWindowTitle("PressKit")
            return
        name = session.path.name.removesuffix(SUFFIX) if session.path else _("Not saved yet")
        self.setWindowTitle(f"{'• ' if session.is_modified else ''}{name} — PressKit")

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self:
            return
        if self.workspace:
            self.workspace.editor.mark_holder(new)
        if is_text_field(new) or not new.inherits("QToolButton"):
            self.refresh()

    # --- settings, files dropped, the end

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""
        self.settings = settings
        self._store.save(settings)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A kit may be dropped anywhere, and a text that is to become one."""
        if self.entering.dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens it, or brings it in."""
        if act := self.entering.dropped(event.mimeData().urls()):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, act)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before changes are lost; remembers how the window was."""
        if not self.files.may_leave():
            event.ignore()
            return
        self._drop_workspace()
        self.lane.close()
        self.desk.close()
        self.speller.close()
        self.checker.close()
        self.viewing.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._store.save(replace(self.settings, geometry=geometry))
        QApplication.instance().focusChanged.disconnect(self._focus_moved)  # type: ignore[union-attr]
        super().closeEvent(event)
