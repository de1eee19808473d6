"""What was issued: each version with its files, and whether a file at hand is one of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.lane import Lane
from presskit.i18n import _
from presskit.issuing import Found, found_in
from presskit.model.issued import Issued
from presskit.model.kit import Kit
from presskit.model.locale_words import moment, size

_SIZE = (760, 480)


def moment_of(issued: Issued) -> str:
    """When a version was issued, as it was there: "Nov. 23, 2026, 2:05 p.m."."""
    return moment(issued.when.replace(tzinfo=None))


class IssuedDialog(QDialog):
    """The versions that went out, the last one first. named: what a language is called on screen."""

    def __init__(self, parent: QWidget, kit: Kit, lane: Lane, named: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._kit, self._lane, self._named, self._closed = kit, lane, named, False
        self.setObjectName("issuedDialog")
        self.setWindowTitle(_("What was issued"))
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        told = QLabel(
            _(
                "Every file has a fingerprint (SHA-256) that changes with its smallest part. Drop a file "
                "here to learn whether it is one that was issued."
            )
        )
        told.setWordWrap(True)
        column.addWidget(told)
        self.list = QTreeWidget()
        self.list.setObjectName("issuedList")
        self.list.setAccessibleName(_("What was issued"))
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([_("Version and files"), _("Size"), _("Fingerprint (SHA-256)")])
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        column.addWidget(self.list, 1)
        self._heads = [self._head(issued) for issued in kit.issued]
        self.list.addTopLevelItems(self._heads[::-1])  # the last one first
        for head in self._heads:
            head.setExpanded(True)
            for row in (head, *_below(head)):
                row.setFirstColumnSpanned(not row.text(2))
        if self._heads:
            self.list.setCurrentItem(self._heads[-1])
        self.result_label = QLabel(
            "" if kit.issued else _("Nothing was issued yet. Issue… in the File menu does so.")
        )
        self.result_label.setObjectName("issuedResult")
        self.result_label.setWordWrap(True)
        column.addWidget(self.result_label)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.ask_button = QPushButton(_("Is a file one of them?…"))
        self.ask_button.setObjectName("askFile")
        self.ask_button.setAutoDefault(False)
        self.ask_button.setEnabled(bool(kit.issued))
        self.ask_button.clicked.connect(self._choose)
        buttons.addButton(self.ask_button, role.ActionRole)
        copy = QPushButton(_("Copy the list"))
        copy.setObjectName("copyList")
        copy.setAutoDefault(False)
        copy.setEnabled(bool(kit.issued))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, role.ActionRole)
        close = buttons.addButton(_("Close"), role.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _head(self, issued: Issued) -> QTreeWidgetItem:
        """The row of a version, with those of its files below it."""
        head = QTreeWidgetItem([self._name(issued)])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        if issued.correction:
            note = QTreeWidgetItem([_("Correction: {note}").format(note=" ".join(issued.correction.split()))])
            head.addChild(note)
            note.setToolTip(0, issued.correction)
        for file in issued.files:
            row = QTreeWidgetItem([file.name, size(file.size), file.sha256])
            row.setToolTip(2, file.sha256)
            head.addChild(row)
        return head

    def _name(self, issued: Issued) -> str:
        told = _("Version {version}, {language}, {when}")
        return told.format(
            version=issued.version, language=self._named(issued.language), when=moment_of(issued)
        )

    def _copy(self) -> None:
        """Puts all versions with their files on the clipboard, fingerprints in full."""
        lines = []
        for issued in reversed(self._kit.issued):
            lines.append(self._name(issued))
            lines += [f"{file.name}\t{file.size}\t{file.sha256}" for file in issued.files]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._say(_("The list was copied."))

    # --- is a file one of them

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Is it one that was issued?"))
        if name:
            self.ask(Path(name))

    def ask(self, path: Path) -> None:
        """Says whether a file is one that was issued; it is read off the window's thread."""
        self._say(_("Reading {file} …").format(file=path.name))
        kit = self._kit
        self._lane.queue(lambda: found_in(kit, path), lambda found: self._tell(path, found))

    def _tell(self, path: Path, found: list[Found] | Exception) -> None:
        if self._closed:
            return
        if isinstance(found, Exception):
            self._say(str(found), "bad")
        elif not found:
            told = _("{file} is none of them: it was changed, or made at another time.")
            self._say(told.format(file=path.name), "bad")
        else:
            each = found[-1]
            told = _("{file} is {name}, as it was issued. {version}.")
            self._say(
                told.format(file=path.name, name=each.file.name, version=self._name(each.issued)), "good"
            )
            self._go_to(each)

    def _go_to(self, found: Found) -> None:
        """Marks the row of a file."""
        head = self._heads[self._kit.issued.index(found.issued)]
        self.list.setCurrentItem(
            next((row for row in _below(head) if row.text(2) == found.file.sha256), head)
        )

    def _say(self, words: str, tone: str = "") -> None:
        self.result_label.setText(words)
        self.result_label.setProperty("tone", tone)
        self.result_label.style().polish(self.result_label)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if self._kit.issued and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks about it."""
        event.acceptProposedAction()
        self.ask(next(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))

    def done(self, result: int) -> None:
        """What is still being read tells nobody."""
        self._closed = True
        super().done(result)


def _below(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The rows below one."""
    rows = (head.child(number) for number in range(head.childCount()))
    return [row for row in rows if row is not None]
