"""The dated copies of the library: made, looked at, and brought back when the file is damaged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.lane import Lane
from presskit.i18n import _, ngettext
from presskit.library.backup import Copy, back_up, check, copies, restore
from presskit.library.problems import LibraryProblem
from presskit.model.locale_words import day, number, size

_COPY = Qt.ItemDataRole.UserRole
_SIZE = (600, 460)  # pixels
_MEGA = 1024**2


class RestoreDialog(QDialog):
    """letting_go: the library is to be closed, for its file is about to be replaced. restored: a copy was put
    in its place (where the file went that was there)."""

    letting_go = Signal()
    restored = Signal(object)

    def __init__(self, parent: QWidget, lane: Lane, path: Path, problem: str = "") -> None:
        """path: the library's file. problem: what is wrong with it, as a sentence, if that is known."""
        super().__init__(parent)
        self._lane, self._path, self._closed, self._busy = lane, path, False, False
        self.setObjectName("restoring")
        self.setWindowTitle(_("Copies of the library"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.told = QLabel(problem or _("A copy is made each day on which the library is used."))
        self.told.setObjectName("restoreTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.told)
        self.list = QListWidget()
        self.list.setObjectName("copies")
        self.list.setAccessibleName(_("Dated copies, the latest first"))
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        column.addWidget(self.list, 1)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Work goes on"))
        column.addWidget(self.progress)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.bring = buttons.addButton(_("Bring this copy back"), role.AcceptRole)
        self.bring.setObjectName("bringCopyBack")
        self.bring.setProperty("primary", True)
        self.bring.setToolTip(_("The library as it was on that day; the file of now stays beside it"))
        self.make = buttons.addButton(_("Back up now"), role.ActionRole)
        self.make.setObjectName("backUpNow")
        self.look = buttons.addButton(_("Check now"), role.ActionRole)
        self.look.setObjectName("checkNow")
        close = buttons.addButton(_("Close"), role.RejectRole)
        for button in (self.make, self.look, close):
            button.setAutoDefault(False)
        buttons.accepted.connect(self._bring)
        buttons.rejected.connect(self.reject)
        self.make.clicked.connect(self._make)
        self.look.clicked.connect(self._check)
        column.addWidget(buttons)
        self._list()

    # --- off the window's thread

    def _list(self) -> None:
        self._work(lambda: copies(self._path), self._listed)

    def _make(self) -> None:
        def done(made: Path) -> None:
            self._list()
            self._tell(_("The library was copied to {file}.").format(file=made))

        self._work(lambda: back_up(self._path), done)

    def _check(self) -> None:
        def done(wrong: list[str]) -> None:
            self._tell("\n".join(wrong) or _("The library is sound."), bad=bool(wrong))

        self._work(lambda: check(self._path), done)

    def _bring(self) -> None:
        if self.list.currentRow() < 0:
            return
        copy: Copy = self.list.currentItem().data(_COPY)

        def done(aside: Path) -> None:
            self.restored.emit(aside)
            self.accept()

        self.letting_go.emit()
        self._work(lambda: restore(self._path, copy.path), done)

    def _work(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def come(result: object) -> None:
            self._busy = False
            if self._closed:
                return
            self._follow()
            if isinstance(result, LibraryProblem):
                self._tell(result.sentence, bad=True)
            elif isinstance(result, Exception):
                raise result
            else:
                then(result)

        self._busy = True
        self._follow()
        self._lane.queue(job, come)

    # --- in the window

    def _listed(self, found: list[Copy]) -> None:
        self.list.clear()
        for copy in found:
            if copy.items is None:
                told = _("{day} · cannot be read").format(day=day(copy.day))
            else:
                words = ngettext(
                    "{day} · {count} item · {size}", "{day} · {count} items · {size}", copy.items
                )
                told = words.format(day=day(copy.day), count=number(copy.items), size=size(copy.size))
            row = QListWidgetItem(told)
            row.setData(_COPY, copy)
            if copy.items is None:
                row.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(row)
        if not found:
            row = QListWidgetItem(_("There is no copy yet."))
            row.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(row)
        first = next((at for at, copy in enumerate(found) if copy.items is not None), -1)
        self.list.setCurrentRow(first)
        self.list.setFocus()
        self._follow()

    def _follow(self) -> None:
        chosen = self.list.currentRow() >= 0 and bool(self.list.currentItem().flags())
        self.bring.setEnabled(not self._busy and chosen)
        self.make.setEnabled(not self._busy)
        self.look.setEnabled(not self._busy)
        self.progress.setVisible(self._busy)

    def _tell(self, words: str, *, bad: bool = False) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", "bad" if bad else "")
        self.told.style().polish(self.told)

    def done(self, result: int) -> None:
        """What still comes is nobody's affair."""
        self._closed = True
        super().done(result)
