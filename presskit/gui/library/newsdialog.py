"""What is new in the library for the release at hand: the difference word by word, to take or to leave."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.library.versions_difference import as_page
from presskit.gui.theme import Theme
from presskit.i18n import _, ngettext
from presskit.library.news import News, difference, ends_approval, taken
from presskit.model.release import Release

_SIZE = QSize(760, 480)  # pixels
_LIST = 230  # pixels wide
_ENTER = frozenset([Qt.Key.Key_Return, Qt.Key.Key_Enter])


class NewsDialog(QDialog):
    """take, keep_mine, take_out: what was decided of one (News). Those that are decided leave the list, and
    the last of them closes it."""

    take = Signal(object)
    take_all = Signal(object)
    keep_mine = Signal(object)
    take_out = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        found: list[News],
        release: Callable[[], Release],
        first: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme, self._found, self._release = theme, list(found), release
        self.setObjectName("libraryNews")
        self.setWindowTitle(_("New in the library"))
        self.resize(_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        both = QHBoxLayout()
        both.setSpacing(12)
        self.list = QListWidget()
        self.list.setObjectName("newsList")
        self.list.setAccessibleName(_("What the library has to say of this release"))
        self.list.setFixedWidth(_LIST)
        self.list.setWordWrap(True)
        both.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.told = QLabel()
        self.told.setObjectName("newsTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.page = QTextBrowser()
        self.page.setObjectName("newsDifference")
        self.page.setAccessibleName(_("What would change: gone is struck through, new is underlined"))
        self.page.setOpenLinks(False)
        self.warning = QLabel()
        self.warning.setObjectName("newsWarning")
        self.warning.setProperty("tone", "warn")
        self.warning.setWordWrap(True)
        right.addWidget(self.told)
        right.addWidget(self.page, 1)
        right.addWidget(self.warning)
        both.addLayout(right, 1)
        column.addLayout(both, 1)
        column.addLayout(self._buttons())
        for each in self._found:
            self._add(each)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setVisible(len(self._found) > 1)
        places = [place for place, each in enumerate(self._found) if each.carried.block == first]
        self.list.setCurrentRow(places[0] if places else 0)
        self._show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.all_button = self._button("newsAll", self._all)
        row.addWidget(self.all_button)
        row.addStretch(1)
        self.take_button = self._button("newsTake", lambda: self._decide(self.take), _("Take"))
        self.take_button.setProperty("primary", True)
        self.out_button = self._button("newsOut", lambda: self._decide(self.take_out), _("Take them out"))
        self.out_button.setProperty("primary", True)
        self.mine_button = self._button("newsMine", lambda: self._decide(self.keep_mine), _("Keep mine"))
        self.mine_button.setToolTip(_("Leaves the words as they are; this version is not offered again"))
        self.later_button = self._button("newsLater", self.reject, _("Later"))
        for button in (self.take_button, self.out_button, self.mine_button, self.later_button):
            row.addWidget(button)
        return row

    def _button(self, name: str, act: Callable[[], None], text: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _add(self, one: News) -> None:
        where = one.state.name
        row = QListWidgetItem(f"{where}\n{one.chip}")
        row.setToolTip(one.told)
        self.list.addItem(row)

    @property
    def current(self) -> News | None:
        """The one that is shown."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self) -> None:
        one, release = self.current, self._release()
        if one is None:
            return
        block = release.find(one.carried.block)
        fresh = taken(block, one, release) if block is not None else None
        self.told.setText(one.told)
        found = difference(block, one, release) if block is not None and fresh is not None else []
        self.page.setHtml(as_page(found, self._theme, _("The words stay as they are.")))
        self.page.setVisible(fresh is not None)
        ends = block is not None and fresh is not None and ends_approval(block, fresh)
        self.warning.setText(_("Taking it ends the approval of this quote: the speaker cleared other words."))
        self.warning.setVisible(ends)
        self.take_button.setVisible(fresh is not None)
        self.mine_button.setVisible(fresh is not None)
        self.out_button.setVisible(bool(one.state.reason) and block is not None)
        ready = self._takeable(release)
        words = ngettext("Take {count}", "Take all {count}", len(ready)).format(count=len(ready))
        self.all_button.setText(words)
        self.all_button.setToolTip(_("All newer versions that end no approval"))
        self.all_button.setVisible(len(ready) > 1)
        button = self.out_button if one.state.reason else self.take_button if fresh else self.later_button
        if not self.list.hasFocus():
            button.setFocus()

    def _takeable(self, release: Release) -> list[News]:
        """Those that can be taken without a further thought."""
        found = []
        for each in self._found:
            block = release.find(each.carried.block)
            fresh = taken(block, each, release) if block is not None else None
            if block is not None and fresh is not None and not ends_approval(block, fresh):
                found.append(each)
        return found

    def _decide(self, told: SignalInstance) -> None:
        one = self.current
        if one is not None:
            told.emit(one)
            self._drop([one])

    def _all(self) -> None:
        ready = self._takeable(self._release())
        self.take_all.emit(ready)
        self._drop(ready)

    def _drop(self, decided: list[News]) -> None:
        gone = [place for place, each in enumerate(self._found) if any(each is one for one in decided)]
        self.list.blockSignals(True)
        for place in reversed(gone):
            del self._found[place]
            self.list.takeItem(place)
        self.list.blockSignals(False)
        if not self._found:
            self.accept()
            return
        self.list.setCurrentRow(min(gone[0] if gone else 0, len(self._found) - 1))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what its button says, or takes the one that is chosen."""
        focus = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        elif self.take_button.isVisible():
            self.take_button.click()
