"""A look at what was recognised in a text, before it becomes the release: change a kind, then bring it in."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from presskit.bringing import Composed, Draft, Kind, changed, compose
from presskit.gui.intake.blocksview import BlocksView
from presskit.gui.intake.kinds import CALLED, UNSURE
from presskit.gui.intake.partsview import PartsView
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.theme import Theme
from presskit.i18n import _, ngettext
from presskit.library.matching import Match, linked, matches
from presskit.library.problems import LibraryProblem

NEW, REPLACE, ADD = "new", "replace", "add"
_SIZE = (1180, 760)
_AT_ONCE = 400  # parts that are composed while one waits; more are, off the window's thread
_SHOWN_KEYS: tuple[Kind, ...] = (
    "headline",
    "subhead",
    "body",
    "item",
    "boilerplate",
    "contact",
    "note",
    "aside",
)


class ReviewDialog(QDialog):
    """made: the release as the user left it, once accepted. where: "new", "replace" or "add"."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        lane: Lane,
        desk: Desk,
        draft: Draft,
        *,
        empty: bool,
        open_kit: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intakeReview")
        self.setWindowTitle(_("Bring in a release"))
        room = self.screen().availableGeometry()  # of which its own frame takes some
        self.resize(_SIZE[0], min(_SIZE[1], room.height() - 60))
        self._lane, self._desk = lane, desk
        self._left = False
        self._known: list[Match] = []  # what of it the library has
        self._drafts = [draft]  # each as it was before a change, and the last
        self._later: list[Draft] = []  # those that undo took back
        self.made: Composed = compose(draft)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        self.told = QLabel()
        self.told.setObjectName("intakeTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.told)
        self.parts, self.blocks = PartsView(theme), BlocksView(theme)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(_side(_("AS IT CAME"), self.parts))
        split.addWidget(_side(_("AS IT WILL BE"), self.blocks))
        split.setSizes([_SIZE[0] // 2, _SIZE[0] // 2])
        column.addWidget(split, 1)
        keys = " · ".join(f"{CALLED[kind].key} {_(CALLED[kind].label)}" for kind in _SHOWN_KEYS)
        hint = QLabel(
            _("Choose parts at the left and press a key: {keys}; Enter shows all.").format(keys=keys)
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addLayout(self._foot(empty=empty, open_kit=open_kit))
        self.parts.kind_wanted.connect(self._change)
        self.parts.selectionModel().currentChanged.connect(lambda now, _was: self._follow_part(now.row()))
        self.blocks.selectionModel().currentChanged.connect(lambda now, _was: self._follow_block(now.row()))
        self._following = False
        self._show()
        self._match()
        self.parts.setFocus()
        self.parts.go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo of kinds; Ctrl+Enter brings in, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.take.isEnabled():
                self.accept()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever is still being asked is not waited for."""
        self._left = True
        super().done(result)

    @property
    def draft(self) -> Draft:
        """The parts as they are now."""
        return self._drafts[-1]

    @property
    def where(self) -> str:
        """Where the release goes."""
        return str(self.place.currentData())

    def _foot(self, *, empty: bool, open_kit: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self.place = QComboBox()
        self.place.setObjectName("intakePlace")
        self.place.setAccessibleName(_("Where the release goes"))
        if open_kit:
            words = _("Into this kit") if empty else _("In place of this release")
            self.place.addItem(words, REPLACE)
            if not empty:
                self.place.addItem(_("After the current block"), ADD)
        self.place.addItem(_("As a new kit"), NEW)
        if open_kit and not empty:
            self.place.setCurrentIndex(self.place.count() - 1)
        self.place.setVisible(open_kit)
        row.addWidget(self.place)
        self.link = QCheckBox()
        self.link.setObjectName("intakeLink")
        self.link.setChecked(True)
        self.link.hide()
        row.addWidget(self.link)
        row.addStretch(1)
        self.take = QPushButton(_("Bring in"))
        self.take.setObjectName("intakeTake")
        self.take.setProperty("primary", True)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.accept)
        leave = QPushButton(_("Cancel"))
        leave.setObjectName("intakeLeave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.take.setToolTip(_("Makes it the release, as one step that undo takes back (Ctrl+Enter)"))
        row.addWidget(self.take)
        row.addWidget(leave)
        return row

    # --- changes

    def _change(self, kind: Kind) -> None:
        chosen = self.parts.chosen()
        after = changed(self.draft, chosen, kind)
        if after == self.draft:
            return
        self._drafts.append(after)
        self._later.clear()
        self._compose()
        if len(chosen) == 1 and chosen[0] + 1 < len(after.parts):
            self._go_part(chosen[0] + 1)

    def undo(self) -> None:
        """Takes the last change of a kind back."""
        if len(self._drafts) > 1:
            self._later.append(self._drafts.pop())
            self._compose()

    def redo(self) -> None:
        """Brings it back."""
        if self._later:
            self._drafts.append(self._later.pop())
            self._compose()

    def _compose(self) -> None:
        draft = self.draft
        if len(draft.parts) <= _AT_ONCE:
            self._composed(draft, compose(draft))
            return
        self.take.setEnabled(False)
        self._lane.queue(lambda: compose(draft), lambda made: self._composed(draft, made))

    def _composed(self, draft: Draft, made: Composed) -> None:
        if draft is self.draft and not self._left:
            self.made = made
            self.take.setEnabled(True)
            self._show()
            self._match()

    # --- what the library has

    def _match(self) -> None:
        made = self.made
        release = made.kit.releases[0]
        self._desk.ask_latest(
            lambda shelf: matches(release, shelf), lambda found: self._matched(made, found), self._unmatched
        )

    def _unmatched(self, _problem: LibraryProblem) -> None:
        """Without the library nothing is linked; the side pane of the window says that it is away."""
        if not self._left:
            self.link.hide()

    def _matched(self, made: Composed, found: list[Match]) -> None:
        if made is not self.made or self._left:
            return
        self._known = found
        usable = [each.item.name for each in found if not each.refused]
        names = list(dict.fromkeys(usable))
        self.link.setVisible(bool(names))
        shown = ", ".join(names[:2]) + (" …" if len(names) > 2 else "")
        self.link.setText(_("Link with the library: {names}").format(names=shown))
        self.link.setToolTip("\n".join(names))
        self.blocks.show_composed(made, {each.block: each.item for each in found})
        if refused := list(dict.fromkeys(each.refused for each in found if each.refused)):
            self.told.setText("\n".join([self.told.text(), *refused]))

    def result_made(self) -> Composed:
        """What is brought in: linked with the library, where that is wished."""
        if not self.link.isChecked():
            return self.made
        kit = self.made.kit
        return replace(self.made, kit=kit.with_release(0, linked(kit.releases[0], self._known)))

    def _show(self) -> None:
        draft, made = self.draft, self.made
        self.parts.show_draft(draft, made)
        self.blocks.show_composed(made)
        doubts = sum(part.sure < UNSURE for part in draft.parts)
        told = ngettext("{count} part was recognized", "{count} parts were recognized", len(draft.parts))
        words = [told.format(count=len(draft.parts))]
        if doubts:
            look = ngettext(
                "{count} is marked “?”: please look at it",
                "{count} are marked “?”: please look at them",
                doubts,
            )
            words.append(look.format(count=doubts))
        if aside := len(made.aside):
            kept = ngettext(
                "{count} line is set aside, and kept in the inside notes",
                "{count} lines are set aside, and kept in the inside notes",
                aside,
            )
            words.append(kept.format(count=aside))
        self.told.setText("\n".join(["; ".join(words) + ".", *draft.intake.left_out]))

    # --- one side follows the other

    def _follow_part(self, part: int) -> None:
        if self._following or not 0 <= part < len(self.made.places):
            return
        place = self.made.places[part]
        if place < 0:
            wanted = self.draft.printed(self.draft.parts[part])
            first = len(self.made.kit.releases[0].blocks)
            place = next((first + at for at, each in enumerate(self.made.aside) if each.text == wanted), -1)
        self._go(lambda: self.blocks.go(place))

    def _follow_block(self, place: int) -> None:
        if self._following:
            return
        blocks = len(self.made.kit.releases[0].blocks)
        if place >= blocks:
            aside = self.made.aside[place - blocks].text
            parts = [at for at, part in enumerate(self.draft.parts) if self.draft.printed(part) == aside]
        else:
            parts = [at for at, there in enumerate(self.made.places) if there == place]
        if parts:
            self._go(lambda: self._go_part(parts[0]))

    def _go_part(self, part: int) -> None:
        self.parts.selectionModel().setCurrentIndex(
            self.parts.lines.index(part), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.parts.scrollTo(self.parts.lines.index(part))

    def _go(self, move: Callable[[], None]) -> None:
        self._following = True
        move()
        self._following = False


def _side(title: str, view: QWidget) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    head = QLabel(title)
    head.setObjectName("cardKind")
    column.addWidget(head)
    column.addWidget(view, 1)
    return side
