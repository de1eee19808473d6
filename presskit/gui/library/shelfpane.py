"""The side pane's library: a search, what it finds, and what the kit itself holds."""

import datetime

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from presskit.gui.library.desk import Desk
from presskit.gui.library.rows import Row, pieces_with, rows
from presskit.gui.library.shelflist import ShelfList
from presskit.gui.perblock import PerBlock
from presskit.gui.pieces import gather, pieces_of
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.problems import LibraryProblem
from presskit.session import Session
from presskit.text.folding import sought

_OPENED_AFTER = 250  # milliseconds from the first showing: the window is painted before its library loads
_AROUND_HINT = 20  # pixels of the search's frame
_SLOW = 120  # milliseconds without an answer after which the kit's own pieces are shown alone
_TOLD_FOR = 12_000  # milliseconds that a sentence stands


class SearchField(QLineEdit):
    """Down goes on to what was found; Enter takes the first. hints: what it asks for while it is empty, of
    which the longest that fits is shown."""

    down = Signal()
    hints: tuple[str, ...] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the arrow."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says as much as there is room for."""
        super().resizeEvent(event)
        room, metrics = self.width() - _AROUND_HINT, self.fontMetrics()
        fitting = (hint for hint in self.hints if metrics.horizontalAdvance(hint) <= room)
        if self.hints:
            self.setPlaceholderText(next(fitting, self.hints[-1]))


class ShelfPane(QWidget):
    """Asks the library while one types. chosen: a row to insert. menu_wanted: a row, and where. answered:
    what was found for these letters is shown."""

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    answered = Signal(str)

    def __init__(self, session: Session, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._pieces_of = PerBlock(pieces_of)
        self._kept: list[Item] = []
        self._asked_for: tuple[str, str] | None = None
        self._is_open = self._parted = False
        self.search = SearchField()
        self.search.setObjectName("search")
        self.search.hints = (_("Search library  Ctrl+L"), _("Search library"), _("Search"))
        self.search.setPlaceholderText(self.search.hints[0])
        self.search.setAccessibleName(_("Search the library and the pieces of this kit"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.list = ShelfList(theme)
        self._empty = _hint("libraryEmpty")
        self._empty.setText(
            _(
                "Your library is empty. Save boilerplate, people or figures to it from the menu of a card "
                "(Ctrl+.), and use them in every kit."
            )
        )
        self._state, self._told = _hint("libraryState"), _hint("libraryTold")
        self._foot = _hint("paneHint")
        self._foot.setText(_("Drag onto the release, or press Enter to insert"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 4)
        column.setSpacing(4)
        for widget in (self.search, self._state, self._told, self._empty, self.list, self._foot):
            column.addWidget(widget, 1 if widget is self.list else 0)
        for label in (self._state, self._told):
            label.hide()
        self._empty.setVisible(desk.is_new)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(self._show)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._told.hide)
        self.search.textChanged.connect(lambda _text: self.look())
        self.search.down.connect(self.list.go_first)
        self.search.returnPressed.connect(self._take_first)
        self.list.chosen.connect(self.chosen)
        self.list.menu_wanted.connect(self.menu_wanted)
        desk.moved.connect(self._moved)
        desk.kept.connect(self._look_anew)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, the library is opened soon after; one that nobody has made yet, once it is
        needed."""
        super().showEvent(event)
        if not self._is_open:
            self._is_open = True
            if not self._desk.is_new:
                QTimer.singleShot(_OPENED_AFTER, self, self._look_anew)

    def part(self) -> None:
        """What the library still answers comes too late from here on."""
        self._parted = True
        self._desk.moved.disconnect(self._moved)
        self._desk.kept.disconnect(self._look_anew)

    def look(self) -> None:
        """Shows what fits the letters typed: once, when the library answers, or what the kit has where that
        takes a while."""
        wanted, language = self.search.text().strip(), self._session.release.language
        if not self._is_open or self._asked_for == (wanted, language):
            self._show()
            return
        self._asked_for = (wanted, language)
        self._slow.start()
        self._desk.ask_latest(
            lambda shelf: shelf.search(wanted, language=language),
            lambda found: self._found(found, (wanted, language)),
            self._failed,
        )

    def tell(self, sentence: str) -> None:
        """Says something above the list for a while; with nothing, it is quiet again."""
        if self._parted:
            return
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._silence.start(_TOLD_FOR)

    def _look_anew(self) -> None:
        self._asked_for = None
        self.look()

    def _found(self, kept: list[Item], asked_for: tuple[str, str]) -> None:
        if self._parted or asked_for != self._asked_for:
            return  # a later question is on its way
        self._kept = kept
        self._empty.setVisible(not kept and not asked_for[0])
        self._show()
        self.answered.emit(asked_for[0])

    def _failed(self, problem: LibraryProblem) -> None:
        if self._parted:
            return
        self._state.setText(problem.sentence)
        self._state.show()
        self._show()

    def _moved(self) -> None:
        """The library was opened, lost or found again."""
        shelf, problem = self._desk.shelf, self._desk.problem
        words = problem.sentence if problem else shelf.read_only if shelf else ""
        self._state.setText(words)
        self._state.setVisible(bool(words))
        if shelf is None:
            self._kept = []
            if problem is None:
                self._look_anew()

    def _show(self) -> None:
        self._slow.stop()
        wanted, release = self.search.text().strip(), self._session.release
        own = pieces_with(gather(self._pieces_of(release.blocks)), wanted)
        known = {item.name.casefold() for item in self._kept}
        own = [each for each in own if each.name.casefold() not in known]
        found = rows(self._kept, own, release.language, datetime.date.today())
        self.list.show_rows(found, sought(wanted))

    def _take_first(self) -> None:
        row = next((row for row in self.list.rows if row.key), None)
        if row is not None and self.search.text().strip():
            self.chosen.emit(row)

    def row(self, key: str) -> Row | None:
        """The row that a drag carries."""
        return self.list.row(key)


def _hint(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
