"""Tells on the cards what the library has that is newer, and lets it be looked at and taken."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from presskit.gui.editor.card import Card
from presskit.gui.library.desk import Desk
from presskit.gui.library.newsdialog import NewsDialog
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _, ngettext
from presskit.library.news import News, by_block, news, taken, without
from presskit.library.problems import LibraryProblem
from presskit.library.using import Carried, carried, marked
from presskit.model import edits
from presskit.model.kit import Asset
from presskit.model.release import Release
from presskit.session import Changed

_PAUSE = 400  # milliseconds after a change before the library is asked
_SAID_FOR = 8_000  # milliseconds
_OFTEN = 60_000  # milliseconds


class Renewing(QObject):
    """Asks after a kit is opened, after something was kept, when the window is come back to, and once a
    minute. While the library is away nothing is told."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._workspace: Workspace | None = None
        self._found: list[News] = []
        self._here: dict[str, list[News]] = {}
        self._asked_for: tuple[Carried, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._ask)
        self._often = QTimer(self)  # colleagues change a team's library while one writes
        self._often.setInterval(_OFTEN)
        self._often.timeout.connect(self._look_again)
        self._often.start()
        desk.kept.connect(self._later.start)
        desk.moved.connect(self._later.start)
        QGuiApplication.instance().applicationStateChanged.connect(self._came_back)  # type: ignore[union-attr]

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        self._found, self._here, self._asked_for = [], {}, ()
        workspace.editor.card_made.connect(self._dress)
        workspace.editor.news_asked.connect(self._open)
        workspace.changed.connect(self._changed)
        workspace.parted.connect(self._leave)
        self._later.start()

    def _leave(self) -> None:
        self._workspace = None
        self._found, self._here, self._asked_for = [], {}, ()
        self._later.stop()

    def library_news(self) -> None:
        """Asks the library anew, and shows what it has to say of this release, from the current block on."""
        workspace = self._workspace
        if workspace is None:
            return
        kit = workspace.session.kit

        def answered(found: list[News]) -> None:
            self._answered(workspace, found)
            if workspace is self._workspace:
                QTimer.singleShot(0, self, lambda: self._open(workspace.editor.current))

        self._desk.ask(lambda shelf: news(kit, shelf), answered, lambda problem: self._say(problem.sentence))

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._later.start()

    def _look_again(self) -> None:
        if self._window.isActiveWindow() and self._asked_for:
            self._later.start()

    def _changed(self, told: Changed) -> None:
        if self._workspace is None:
            return
        if told.before is None or told.before.blocks is not told.after.blocks:
            if tuple(carried(self._workspace.session.kit)) != self._asked_for:
                self._later.start()
            self._show()

    # --- asking

    def _ask(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        kit = workspace.session.kit
        self._asked_for = tuple(carried(kit))
        if not self._asked_for:
            self._answered(workspace, [])
            return
        self._desk.ask(
            lambda shelf: news(kit, shelf), lambda found: self._answered(workspace, found), self._failed
        )

    def _failed(self, _problem: LibraryProblem) -> None:
        """The side pane says that the library is away; what was told of the cards may not hold any more."""
        if self._workspace is not None:
            self._answered(self._workspace, [])

    def _answered(self, workspace: Workspace, found: list[News]) -> None:
        if workspace is self._workspace:
            self._found = found
            self._show()

    def _show(self) -> None:
        """Brings the chips of all cards up to date with what is known."""
        if self._workspace is None:
            return
        session = self._workspace.session
        there = {(each.block, each.part, each.reference, each.version) for each in carried(session.kit)}
        self._found = [
            each
            for each in self._found
            if (each.carried.block, each.carried.part, each.carried.reference, each.carried.version) in there
        ]
        before, self._here = self._here, dict(by_block(self._found, session.number))
        for block_id in {*before, *self._here}:
            card = self._workspace.editor.cards.get(block_id)
            if card is not None:
                self._dress(card)

    def _dress(self, card: Card) -> None:
        found = self._here.get(card.block.id, [])
        if not found:
            card.show_news("", "", "")
            return
        newer = [each for each in found if each.item is not None]
        first = found[0]
        words = first.chip
        if first.item is not None and len(newer) > 1:
            words = ngettext("{count} newer", "{count} newer", len(newer)).format(count=len(newer))
        elif first.carried.part:
            words = f"{first.carried.name}: {words}"
        card.show_news(words, first.tone, "\n".join(each.told for each in found))

    # --- taking

    def _open(self, block_id: str) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        found = [each for each in self._found if each.carried.number == workspace.session.number]
        if not found:
            self._say(_("All that this release has from the library is as the library has it."))
            return
        theme: Theme = self._window.theme  # type: ignore[attr-defined]
        dialog = NewsDialog(self._window, theme, found, lambda: workspace.session.release, block_id)
        dialog.take.connect(lambda one: self._take([one]))
        dialog.take_all.connect(self._take)
        dialog.keep_mine.connect(self._keep)
        dialog.take_out.connect(self._take_out)
        dialog.exec()
        dialog.deleteLater()

    def _take(self, found: list[News]) -> None:
        """Takes newer versions as one step, with the pictures that they need."""
        workspace = self._workspace
        if workspace is None:
            return
        session = workspace.session

        def change(release: Release) -> Release:
            for one in found:
                block = release.find(one.carried.block)
                fresh = taken(block, one, release) if block is not None else None
                if fresh is not None:
                    release = edits.change(release, fresh)
            return release

        blocks = [session.release.find(each.carried.block) for each in found]
        fresh = [
            made
            for block, each in zip(blocks, found, strict=True)
            if block is not None and (made := taken(block, each, session.release)) is not None
        ]
        names = {name for block in fresh for name in block.pictures() if session.kit.picture(name) is None}
        label = _("Take from the library")
        caret = workspace.editor.caret()
        if not names:
            session.paste(label, (), change, before=caret, after=caret)
            return

        def put(pictures: list[Asset | None]) -> None:
            if workspace is self._workspace:
                there = [each for each in pictures if each is not None]
                session.paste(label, there, change, before=caret, after=caret)

        self._desk.ask(
            lambda shelf: [shelf.picture(name) for name in names],
            put,
            lambda problem: self._say(problem.sentence),
        )

    def _keep(self, one: News) -> None:
        """Leaves the words as they are, and remembers that this version was seen."""
        self._edit(_("Keep mine"), lambda release: _kept(release, one))

    def _take_out(self, one: News) -> None:
        self._edit(_("Take out of the release"), lambda release: without(release, one.carried))

    def _edit(self, label: str, change: Callable[[Release], Release]) -> None:
        if self._workspace is not None:
            editor = self._workspace.editor
            self._workspace.session.edit(label, change, before=editor.caret(), after=editor.caret())

    def _say(self, sentence: str) -> None:
        self._window.statusBar().showMessage(sentence, _SAID_FOR)


def _kept(release: Release, one: News) -> Release:
    block = release.find(one.carried.block)
    if block is None or one.item is None:
        return release
    return edits.change(release, marked(block, one.carried.part, one.item))
