"""What was not saved when the program ended: which kits, since when, and what differs from their files."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from presskit.gui import filing
from presskit.gui.differences import Differences
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.locale_words import moment
from presskit.safekeeping import Left, saved_kit
from presskit.session import SUFFIX, FileProblem

_SIZE = (860, 540)
_LIST = 290  # pixels


class RecoveryDialog(QDialog):
    """The kits with unsaved work, the latest first. What is discarded here is gone; the rest stays for
    whoever opened the dialog to bring back or let go."""

    def __init__(self, parent: QWidget, theme: Theme, found: tuple[Left, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self.setWindowTitle(_("Unsaved work"))
        self.resize(*_SIZE)
        self._found = list(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        told = QLabel(
            _(
                "PressKit ended before this work was saved. It was kept: bring it back to go on with it, "
                "and save it then. Nothing in your files was changed."
            )
        )
        told.setWordWrap(True)
        column.addWidget(told)
        row = QHBoxLayout()
        row.setSpacing(12)
        column.addLayout(row, 1)
        self.list = QListWidget()
        self.list.setObjectName("recoveryList")
        self.list.setAccessibleName(_("Kits with unsaved work"))
        self.list.setMinimumWidth(_LIST)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self.list, 2)
        self.differs = Differences(theme)
        row.addWidget(self.differs, 3)
        for each in self._found:
            item = QListWidgetItem(_told(each))
            item.setToolTip(each.head.path or _("In no file yet"))
            self.list.addItem(item)
        buttons = QDialogButtonBox()
        self.bring = QPushButton(_("Bring back"))
        self.bring.setObjectName("bringBack")
        self.bring.setProperty("primary", True)
        self.discard = QPushButton(_("Discard…"))
        self.discard.setObjectName("discardWork")
        self.discard.setToolTip(_("Forget this work for good"))
        self.later = QPushButton(_("Decide later"))
        self.later.setObjectName("decideLater")
        self.later.setToolTip(_("It is offered again at the next start, and under File"))
        buttons.addButton(self.bring, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.later, QDialogButtonBox.ButtonRole.RejectRole)
        self.bring.setDefault(True)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.discard.clicked.connect(self._discard)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def chosen(self) -> Left | None:
        """The one that is chosen."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self, _row: int) -> None:
        one = self.chosen()
        self.bring.setEnabled(one is not None)
        self.discard.setEnabled(one is not None)
        if one is not None:
            self._show_what(one)

    def _show_what(self, one: Left) -> None:
        """What it differs in from its file."""
        try:
            kit, saved = one.kit(), saved_kit(one)
        except FileProblem as problem:
            self.differs.tell(problem.sentence)
            self.bring.setEnabled(False)
            return
        number = min(one.head.number, len(kit.releases) - 1)
        if saved is None or number >= len(saved.releases):
            self.differs.show_release(kit.releases[number])
        else:
            self.differs.show_releases(saved.releases[number], kit.releases[number])

    def _discard(self) -> None:
        one = self.chosen()
        if one is None:
            return
        answer = filing.ask(
            self,
            _("Discard unsaved work"),
            _("Forget what was not saved of {name} for good? The file itself stays as it is.").format(
                name=name_of(one)
            ),
            ("keep", _("Keep it")),
            ("discard", _("Discard")),
            ("cancel", _("Cancel")),
        )
        if answer != "discard":
            return
        row = self.list.currentRow()
        self._found.pop(row).discard()
        with QSignalBlocker(self.list):  # it tells of the row that is current before this one is gone
            self.list.takeItem(row)
        if not self._found:
            self.reject()
        self._show(self.list.currentRow())


def name_of(one: Left) -> str:
    """What a kit is called: its file, or its headline."""
    if one.head.path:
        return Path(one.head.path).name.removesuffix(SUFFIX)
    return one.head.title or _("a new kit")


def _told(one: Left) -> str:
    lines = [name_of(one)]
    if one.head.path and one.head.title:
        lines.append(one.head.title)
    if one.head.when is not None:
        lines.append(_("Last kept {moment}").format(moment=moment(one.head.when)))
    lines.append(str(Path(one.head.path).parent) if one.head.path else _("In no file yet"))
    return "\n".join(lines)
