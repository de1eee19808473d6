"""The list of recent kits that carry an item of the library, old versions first, to open one of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.lane import Lane
from presskit.i18n import _, ngettext
from presskit.library.items import Item
from presskit.library.whereabouts import Use, in_order, kits_around, use_in

_SIZE = QSize(560, 400)  # pixels
_ENTER = frozenset([Qt.Key.Key_Return, Qt.Key.Key_Enter])


class WhereaboutsDialog(QDialog):
    """Looks into one kit after the other beside the window's thread, and shows what it finds on the way.
    chosen: the kit to open, once the dialog was accepted."""

    def __init__(self, parent: QWidget, item: Item, recent: tuple[str, ...]) -> None:
        super().__init__(parent)
        self._item = item
        self._found: list[Use] = []
        self._shown: list[Use] = []  # row by row
        self._left = 0
        self._lane = Lane(self)
        self.chosen: Path | None = None
        self.setObjectName("whereabouts")
        self.setWindowTitle(_("Kits with “{name}”").format(name=item.name))
        self.resize(_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setObjectName("kitsWith")
        self.list.setAccessibleName(_("Kits that carry it, old versions first"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _row: self._open())
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.open_button = QPushButton(_("Open the kit"))
        self.open_button.setObjectName("openKit")
        self.open_button.setProperty("primary", True)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(self.open_button)
        row.addWidget(close)
        column.addLayout(row)
        self.finished.connect(lambda _result: self._lane.close())
        self._follow()
        self.told.setText(_("Looking into your recent kits …"))
        self._lane.queue(lambda: kits_around(recent), self._begin)

    def _begin(self, paths: list[Path]) -> None:
        self._left = len(paths)
        for path in paths:
            self._lane.queue(partial(use_in, path, self._item.id), self._looked)
        self._tell()

    def _looked(self, use: Use | Exception | None) -> None:
        if isinstance(use, Exception):
            raise use
        self._left -= 1
        if use is not None:
            self._found = in_order([*self._found, use])
            self._show()
        self._tell()

    def _show(self) -> None:
        at = self._shown[row].path if 0 <= (row := self.list.currentRow()) < len(self._shown) else None
        self._shown = self._found
        self.list.clear()
        for use in self._found:
            item = QListWidgetItem(f"{use.name}\n{self._about(use)}")
            item.setToolTip(str(use.path))
            self.list.addItem(item)
        paths = [use.path for use in self._found]
        self.list.setCurrentRow(paths.index(at) if at in paths else 0)

    def _about(self, use: Use) -> str:
        if use.problem:
            return use.problem
        if use.version >= self._item.version:
            return _("{file} · v{version}, the latest").format(file=use.path.name, version=use.version)
        told = _("{file} · still v{version}; the library has v{new}")
        return told.format(file=use.path.name, version=use.version, new=self._item.version)

    def _tell(self) -> None:
        if self._left:
            self.told.setText(_("Looking into your recent kits …"))
            return
        carrying = [use for use in self._found if not use.problem]
        old = sum(use.version < self._item.version for use in carrying)
        if not carrying:
            self.told.setText(_("None of your recent kits, nor those beside them, carries it."))
        elif old:
            told = ngettext("{old} kit has an older version.", "{old} kits have an older version.", old)
            self.told.setText(told.format(old=old))
        else:
            self.told.setText(_("All of them have the latest version."))

    def _current(self) -> Use | None:
        """The kit that is chosen, if it can be opened."""
        row = self.list.currentRow()
        use = self._shown[row] if 0 <= row < len(self._shown) else None
        return use if use is not None and not use.problem else None

    def _follow(self) -> None:
        self.open_button.setEnabled(self._current() is not None)

    def _open(self) -> None:
        use = self._current()
        if use is not None:
            self.chosen = use.path
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is chosen."""
        focus = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
