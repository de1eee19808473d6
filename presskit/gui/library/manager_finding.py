"""The column in which items are looked for: a search, and what it found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.gui.library.desk import Desk
from presskit.gui.library.manager_list import RETIRED, ItemList
from presskit.gui.library.manager_search import AT_ONCE, Finder, Wanted
from presskit.gui.library.shelfpane import SearchField
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.problems import LibraryProblem


class FindColumn(QWidget):
    """found: the list shows what was found. broke: the library could not be asked (a LibraryProblem)."""

    found = Signal()
    broke = Signal(object)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._finder = Finder(desk, self._found, self._broke)
        self._kind = Wanted().kind
        self.search = SearchField()
        self.search.setObjectName("librarySearch")
        self.search.setPlaceholderText(_("Search the library"))
        self.search.setAccessibleName(_("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.down.connect(self.go_to_list)
        self.items = ItemList(theme)
        self.none = QLabel()
        self.none.setObjectName("paneHint")
        self.none.setWordWrap(True)
        self.none.hide()
        self.more = QPushButton(_("Show more"))
        self.more.setProperty("flat", True)
        self.more.setObjectName("showMore")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel(self.search, self.none, self.items, self.more))

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self._finder.wanted

    def turn_to(self, kind: str) -> None:
        """Looks among the items of a kind."""
        self._kind = kind
        self._look()

    def again(self) -> None:
        """Looks once more."""
        self._finder.again()

    def forget(self) -> None:
        """Another library is in use: what is on its way will not come."""
        self._finder.forget()

    def go(self) -> None:
        """The keys to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def go_to_list(self) -> None:
        """The keys to what was found."""
        self.items.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.items.currentIndex().isValid() and self.items.found.items:
            self.items.setCurrentIndex(self.items.found.index(0))

    def _look(self) -> None:
        self._finder.look(Wanted(self.search.text(), self._kind))

    def _show_more(self) -> None:
        self._finder.look(self.wanted._replace(most=self.wanted.most + 5 * AT_ONCE))

    def _broke(self, problem: LibraryProblem) -> None:
        self.broke.emit(problem)

    def _found(self, items: list[Item], more: bool) -> None:
        self.items.show_items(items)
        self.more.setVisible(more)
        self.none.setVisible(not items)
        if self.wanted.words.strip():
            self.none.setText(_("Nothing fits. Try fewer letters, or another kind."))
        elif self._kind == RETIRED:
            self.none.setText(_("Nothing is retired."))
        else:
            self.none.setText(
                _("Nothing here yet. Add something with New…, or keep a block of a release in the library.")
            )
        self.found.emit()


def panel(*widgets: QWidget) -> QWidget:
    """Widgets one below the other on the ground of a side pane."""
    panel = QWidget()
    panel.setObjectName("sidePane")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(panel)
    column.setContentsMargins(6, 8, 6, 6)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    return panel
