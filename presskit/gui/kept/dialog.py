"""The versions of a kit: listed, any two compared block by block, and brought back, all or one block."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
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
from presskit.gui.kept.comparing import Compared, Wanted, compared
from presskit.gui.kept.naming import ask_and_keep, ask_and_rename
from presskit.gui.kept.rows import Row, rows
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.model.release import Release
from presskit.session import FileProblem, Session
from presskit.snapshots import Kept, removed, restored, with_block_of, with_frame_of

_SIZE = (1000, 640)
_LIST = 280  # pixels


class VersionsDialog(QDialog):
    """The versions, the latest first. named: what a language is called on screen."""

    def __init__(
        self, parent: QWidget, session: Session, theme: Theme, lane: Lane, named: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._lane, self._named = session, theme, lane, named
        self._rows: tuple[Row, ...] = ()
        self._asked = 0
        self._shown: Compared | None = None
        self._closed = False
        self.setObjectName("keptVersions")
        self.setWindowTitle(_("Versions"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        both = QHBoxLayout()
        both.setSpacing(12)
        column.addLayout(both, 1)
        self.list = QListWidget()
        self.list.setObjectName("keptList")
        self.list.setAccessibleName(_("Versions, the latest first"))
        self.list.setMinimumWidth(_LIST)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both.addWidget(self.list, 2)
        both.addLayout(self._right(), 5)
        column.addLayout(self._buttons())
        self.list.currentRowChanged.connect(lambda _row: self._compare())
        self._fill()
        self.list.setFocus()

    def _right(self) -> QVBoxLayout:
        """What is compared with what, and what differs."""
        right = QVBoxLayout()
        right.setSpacing(8)
        row = WrapRow(8)
        right.addLayout(row)
        label = QLabel(_("Compared with"))
        row.put(label)
        self.against = QComboBox()
        self.against.setObjectName("keptAgainst")
        self.against.setAccessibleName(_("Compared with"))
        self.against.setToolTip(_("The version picked on the left is compared with this one"))
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.against.setMinimumContentsLength(24)
        label.setBuddy(self.against)
        self.against.currentIndexChanged.connect(lambda _index: self._compare())
        row.put(self.against, stretch=1, least=220)
        self.language = QComboBox()
        self.language.setObjectName("keptLanguage")
        self.language.setAccessibleName(_("Language"))
        self.language.currentIndexChanged.connect(lambda _index: self._compare())
        row.put(self.language)
        self.counts = QLabel()
        self.counts.setObjectName("keptCounts")
        self.counts.setWordWrap(True)
        right.addWidget(self.counts)
        self.differs = Differences(self._theme)
        self.differs.chosen.connect(self._bring_one)
        self.differs.more.connect(lambda: self._compare(stay=True, whole=True))
        right.addWidget(self.differs, 1)
        self.head = QLabel()
        self.head.setObjectName("fieldLabel")
        self.head.setWordWrap(True)
        right.addWidget(self.head)
        return right

    def _buttons(self) -> WrapRow:
        """What can be done with the version that is picked."""
        row = WrapRow(8)
        self.keep = self._button("keepVersion", _("Keep this version…"), self._keep)
        self.keep.setToolTip(_("Keep the release as it is now, under a name"))
        self.rename = self._button("renameVersion", _("Rename…"), self._rename)
        self.rename.setToolTip(_("A version with a name stays for good (F2)"))
        self.remove = self._button("removeVersion", _("Remove…"), self._remove)
        self.remove.setToolTip(_("Take this version out of the kit (Delete)"))
        for button in (self.keep, self.rename, self.remove):
            row.put(button)
        row.put(QWidget(), stretch=1)
        self.bring = self._button("bringBackAll", _("Bring back all of it"), self._bring_all)
        self.bring.setProperty("primary", True)
        self.bring.setToolTip(_("The release as this version has it; undo leads back to what is there now"))
        row.put(self.bring)
        row.put(self._button("closeVersions", _("Close"), self.reject))
        return row

    def _button(self, name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # --- what is shown

    def picked(self) -> Row | None:
        """The version that is picked."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _fill(self, place: int = 0) -> None:
        """Lists the versions anew, and picks the one at a place."""
        other = self.against.currentData()
        self._rows = rows(self._session.kit, self._named)
        with QSignalBlocker(self.list), QSignalBlocker(self.against):
            self.list.clear()
            self.against.clear()
            self.against.addItem(_("What the kit is now"), None)
            for row in self._rows:
                item = QListWidgetItem(row.words())
                font = item.font()
                font.setBold(not isinstance(row.version, Kept) or bool(row.version.name))
                item.setFont(font)
                item.setToolTip(row.line())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row.line())
                self.list.addItem(item)
                self.against.addItem(row.line(), row.version)
                self.against.setItemData(self.against.count() - 1, row.line(), Qt.ItemDataRole.ToolTipRole)
            at = next((at for at, row in enumerate(self._rows) if row.version == other), -1)
            self.against.setCurrentIndex(at + 1)
            self.list.setCurrentRow(min(place, len(self._rows) - 1))
        self._compare()

    def _compare(self, *, stay: bool = False, whole: bool = False) -> None:
        """Compares what is picked, beside the window's thread."""
        self._asked += 1
        asked, picked = self._asked, self.picked()
        own = picked is not None and isinstance(picked.version, Kept)
        self.rename.setEnabled(own)
        self.remove.setEnabled(own)
        self.bring.setEnabled(False)
        self._shown = None
        if picked is None:
            self.head.clear()
            self.counts.clear()
            self.language.hide()
            self.differs.tell(
                _(
                    "No version was kept yet. PressKit keeps one by itself when you save, and you can keep "
                    "one under a name at any time."
                )
            )
            return
        at = self.against.currentIndex() - 1
        other = self._rows[at] if at >= 0 else None
        language = self.language.currentData() or self._session.release.language
        offer = "" if self._session.read_only else _("Bring this back")
        wanted = Wanted(picked, other, self._session.kit, language, offer, whole)

        def job() -> Compared | None:
            return compared(wanted, self._theme) if asked == self._asked else None

        self._lane.queue(job, lambda found: self._came(asked, found, stay=stay))

    def _came(self, asked: int, found: Any, *, stay: bool) -> None:
        if self._closed or asked != self._asked:
            return
        if isinstance(found, FileProblem):
            self.head.clear()
            self.counts.clear()
            self.differs.tell(found.sentence)
            return
        if isinstance(found, BaseException):
            raise found
        self._shown = found
        with QSignalBlocker(self.language):
            self.language.clear()
            for each in found.languages:
                self.language.addItem(self._named(each), each)
            self.language.setCurrentIndex(found.languages.index(found.language))
        self.language.setVisible(len(found.languages) > 1)
        self.head.setText(found.head)
        self.counts.setText(found.counts)
        self.counts.setVisible(bool(found.counts))
        if (column := self.layout()) is not None:
            column.activate()  # or the words would be cut off until the next turn of the loop
        self.differs.show_page(found.page, found.spoken, stay=stay)
        self.bring.setEnabled(
            not self._session.read_only and restored(self._session.kit, found.picked) != self._session.kit
        )

    # --- what is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Delete in the list; Enter presses the button that has the keys, and no other."""
        key, focus = event.key(), self.focusWidget()
        if focus is self.list and key == Qt.Key.Key_F2 and self.rename.isEnabled():
            self._rename()
        elif focus is self.list and key == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._remove()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(focus, QPushButton):
                focus.click()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if ask_and_keep(self, self._session):
            self._fill()

    def _rename(self) -> None:
        row = self.picked()
        if row is not None and isinstance(row.version, Kept):
            if ask_and_rename(self, self._session, row.version):
                self._fill(self.list.currentRow())
            self.list.setFocus()

    def _remove(self) -> None:
        row = self.picked()
        if row is None or not isinstance(row.version, Kept):
            return
        version = row.version
        told = _("Remove “{name}” from the kit? The release stays as it is, but nothing leads back to this.")
        answers = (("remove", _("Remove")), ("cancel", _("Cancel")))
        if filing.ask(self, _("Remove a version"), told.format(name=row.line()), *answers) == "remove":
            self._session.change_versions(lambda kit: removed(kit, version))
            self._fill(self.list.currentRow())
        self.list.setFocus()

    def _bring_all(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self._session.keep()
        self._session.edit_kit(_("Bring back a version"), lambda kit: restored(kit, shown.picked))
        self.accept()

    def _bring_one(self, block_id: str) -> None:
        """Brings back a block, or what is around them."""
        shown = self._shown
        languages = [release.language for release in self._session.kit.releases]
        if shown is None or shown.language not in languages:
            return
        number, was = languages.index(shown.language), shown.was
        change = shown.change_of(block_id) if block_id else None
        if not block_id:
            label = _("Bring back what is around the text")
        elif change is not None:
            label = _("Bring back: {kind}").format(kind=_(change.block.label))
        else:
            return

        def back(release: Release) -> Release:
            if change is None or change.before is None:
                return with_frame_of(release, was)
            place = change.after.id if change.after is not None else ""
            return with_block_of(release, change.before, was, instead_of=place, moved=change.moved)

        self._session.edit_kit(label, lambda kit: kit.with_release(number, back(kit.releases[number])))
        self._compare(stay=True)

    def done(self, result: int) -> None:
        """What is still being compared is nobody's affair."""
        self._closed = True
        super().done(result)
