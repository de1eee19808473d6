"""The item that is worked on: its form with a head and a foot, its steps, and how it is kept."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from presskit.gui import filing
from presskit.gui.editor.picture import Offered, PictureField
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.library.draft import Draft
from presskit.gui.library.formparts import Parts
from presskit.gui.library.forms import ItemForm, OrganisationForm, PieceForm
from presskit.gui.library.manager_list import chip_of
from presskit.gui.library.manager_read import Opened, organisations, read_item
from presskit.gui.library.merge import ask_merge
from presskit.gui.library.portraits import take_in
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.problems import Conflict, LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.kit import Asset
from presskit.model.locale_words import day
from presskit.pictures.incoming import Incoming


class ItemPane(QWidget):
    """changed: there is more or less to keep than before. kept: an item was kept. opened: this one
    is shown (its id). wanted: another item is to
    be shown (its id). added: a new boilerplate of an organisation (its id) is wanted. withdrawing:
    the person shown takes their consent back. told: a line for the status bar."""

    changed = Signal()
    kept = Signal(object)
    opened = Signal(str)
    wanted = Signal(str)
    added = Signal(str)
    withdrawing = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, lane: Lane, theme: Theme) -> None:
        super().__init__()
        self._desk, self._lane = desk, lane
        self.drafts: dict[str, Draft] = {}
        self.current = ""
        self.read_only = ""
        self.is_stale = True  # the organisations on offer are to be asked for
        self._pictures: dict[str, bytes] = {}
        self._asked = ""  # the item that is on its way
        self.form: ItemForm | None = None
        self.parts = Parts(theme, self._picture, self._offered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self.empty = QLabel(_("Choose an item on the left, or add one with New…"))
        self.empty.setObjectName("paneHint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._make_page())
        column.addWidget(self._stack)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 8)
        self.title = QLabel()
        self.title.setObjectName("itemTitle")
        self.title.setMinimumWidth(80)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.title, 1)
        self.chip = QPushButton()
        self.chip.setProperty("chip", True)
        self.chip.setObjectName("versionChip")
        row.addWidget(self.chip)
        column.addWidget(head)
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.page, 1)
        foot = QFrame()
        foot.setObjectName("itemFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        self.note = QLineEdit()
        self.note.setObjectName("changeNote")
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(_("What changed, and why (optional)"))
        self.note.setAccessibleName(_("What changed, and why"))
        row.addWidget(self.note, 1)
        self.state = QLabel()
        self.state.setObjectName("fieldLabel")
        row.addWidget(self.state)
        self.revert_button = QPushButton(_("Revert"))
        self.revert_button.setObjectName("revertItem")
        self.revert_button.clicked.connect(self.revert)
        row.addWidget(self.revert_button)
        column.addWidget(foot)
        return page

    # --- which item

    @property
    def draft(self) -> Draft | None:
        """The item that is shown, with its steps."""
        return self.drafts.get(self.current)

    def unsaved(self) -> set[str]:
        """The ids of all that have changes which are not kept."""
        return {item_id for item_id, draft in self.drafts.items() if draft.is_changed}

    def open(self, item_id: str, *, enter: bool = False) -> None:
        """Shows an item; changes of it that are not kept are still there. enter: and goes into its form."""
        self._asked = item_id
        held = self.drafts.get(item_id)
        if held is not None and not held.kept.version:
            self._show(held, enter=enter)
            return
        stale, self.is_stale = self.is_stale, False

        self._desk.ask(
            lambda shelf: read_item(shelf, item_id, organisations_too=stale),
            lambda found: self._came(found, enter=enter),
            self._not_opened,
        )

    def refresh(self) -> None:
        """Shows the item as it is now, if somebody kept it meanwhile and nothing is changed here."""
        draft = self.draft
        if draft is not None and draft.kept.version and not draft.is_changed:
            self.open(self.current)

    def _not_opened(self, problem: LibraryProblem) -> None:
        self._asked = self.current
        self._failed(problem)
        self.opened.emit(self.current)

    def begin(self, item: Item) -> None:
        """Shows a new item, which is not in the library yet."""
        self._asked = item.id
        draft = Draft(item, fresh=True)
        self.drafts[item.id] = draft
        if self.is_stale:
            self.is_stale = False
            self._desk.ask(organisations, self._take_organisations)
        self._show(draft, enter=True)

    def restyle(self, theme: Theme) -> None:
        """The form in the colours and type of a theme."""
        known = self.parts.organisations
        self.parts = Parts(theme, self._picture, self._offered)
        self.parts.organisations = known
        self.form = None
        if self.draft is not None:
            self._show(self.draft, enter=False)

    def clear(self) -> None:
        """Shows nothing."""
        self._let_go()
        self.current = self._asked = ""
        self._stack.setCurrentIndex(0)
        self.changed.emit()

    def _let_go(self) -> None:
        """An item without changes need not be remembered."""
        draft = self.draft
        if draft is not None and not draft.is_changed:
            del self.drafts[self.current]

    def _take_organisations(self, found: list[tuple[str, str]]) -> None:
        self.parts.organisations = found
        if self.form is not None and self.draft is not None:
            record = self.form.content.record
            self.form.content.record = None
            self.form.content.show_record(record)

    def _came(self, found: Opened, *, enter: bool) -> None:
        item = found.item
        if found.organisations is not None:
            self.parts.organisations = found.organisations
        if item.id != self._asked:
            return
        self._pictures = found.pictures
        draft = self.drafts.get(item.id)
        if draft is None or (not draft.is_changed and draft.kept != item):
            draft = self.drafts[item.id] = Draft(item)
        self._show(draft, enter=enter)
        if self.form is not None and isinstance(self.form.content, OrganisationForm):
            self.form.content.show_boilerplates(found.boilerplates)

    def _show(self, draft: Draft, *, enter: bool) -> None:
        item = draft.item
        other = self.current != item.id
        if other:
            self._let_go()
        self.current = item.id
        if self.form is None or not self.form.shows(item.content):
            self.form = ItemForm(self.parts, item)
            self.form.edited.connect(self._edited)
            self.form.opened.connect(self.wanted)
            self.form.added.connect(lambda: self.added.emit(self.current))
            self.form.withdrawing.connect(self.withdrawing)
            if (old := self.page.takeWidget()) is not None:  # it may be what this answers to
                old.hide()
                old.deleteLater()
            self.page.setWidget(self.form)
        else:
            self.form.show_item(item)
        if other:
            self.note.clear()
            self.page.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)
        self._follow()
        self.changed.emit()
        if enter and (field := self.form.first_field()):
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picture(self, name: str) -> bytes | None:
        draft = self.draft or self.drafts.get(self._asked)
        if draft is not None and name in draft.pictures:
            return draft.pictures[name].data
        return self._pictures.get(name)

    # --- changes

    def _edited(self) -> None:
        draft, focus = self.draft, QApplication.focusWidget()
        if draft is None or self.form is None:
            return
        draft.commit(self.form.item, id(focus) if focus is not None else None)
        self._follow()
        self.changed.emit()

    def undo(self) -> None:
        """Takes the last step back."""
        if self.draft is not None:
            self._step(self.draft.undo())

    def redo(self) -> None:
        """Brings it back."""
        if self.draft is not None:
            self._step(self.draft.redo())

    def revert(self) -> None:
        """Takes back all that is not kept, as a step that undo brings back."""
        draft = self.draft
        if draft is None:
            return
        if not draft.kept.version:
            del self.drafts[self.current]
            self.clear()
            return
        draft.commit(draft.kept)
        self._step(draft.item)

    def change(self, item: Item) -> None:
        """Makes a change that is no typing."""
        if self.draft is not None:
            self.draft.commit(item)
            self._step(item)

    def _step(self, item: Item) -> None:
        if self.form is not None:
            self.form.show_item(item)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Shows name, version and state."""
        draft = self.draft
        if draft is None:
            return
        item = draft.item
        self.title.setText(self.title.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideRight, 520))
        self.title.setToolTip(item.name)
        words, tone = chip_of(item, datetime.date.today())
        self.chip.setText(words)
        self.chip.setAccessibleName(_("Versions: {words}").format(words=words))
        self.chip.setToolTip(_("Look at earlier versions") if draft.kept.version else "")
        self.chip.setEnabled(draft.kept.version > 0)
        if self.chip.property("tone") != tone:
            self.chip.setProperty("tone", tone)
            self.chip.style().polish(self.chip)
        self.revert_button.setEnabled(draft.is_changed)
        self.revert_button.setText(_("Revert") if draft.kept.version else _("Discard"))
        self.state.setText(_("Read only") if self.read_only else _state_of(draft))

    # --- pictures

    def _offered(self, field: PictureField, offered: list[Offered]) -> None:
        """Takes a picture in, off the window's thread."""
        item_id = self.current

        def done(result: Incoming | str) -> None:
            draft = self.drafts.get(item_id)
            if isinstance(result, str):
                filing.tell(self.window(), _("Picture"), result)
            elif draft is not None and self.current == item_id and self.form is not None:
                asset = Asset.of(result.data)
                draft.pictures[asset.name] = asset
                field.show_answer(asset.name)
                field.edited.emit()
                if isinstance(self.form.content, PieceForm):
                    notes = result.notes
                    self.form.content.take_words(notes.caption, notes.credit, notes.alt)

        self._lane.queue(lambda: take_in(offered), done)

    # --- keeping

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keeps the item that is shown; `then` follows once it is kept."""
        if self.draft is not None:
            self.keep(self.current, self.note.text().strip(), then)

    def keep(self, item_id: str, note: str = "", then: Callable[[], None] | None = None) -> None:
        """Keeps an item with the changes made here. Where somebody else changed it meanwhile, both are
        shown."""
        draft = self.drafts.get(item_id)
        if draft is None or not draft.is_changed:
            return
        item, pictures = draft.item, draft.needed()

        def work(shelf: Shelf) -> Item:
            return shelf.save(item, pictures, note) if item.version else shelf.add(item, pictures, note)

        def done(now: Item) -> None:
            self._kept(draft, now)
            if then is not None:
                then()

        def broke(problem: LibraryProblem) -> None:
            if not isinstance(problem, Conflict):
                self._failed(problem)
            elif (joined := ask_merge(self.window(), problem)) is not None:
                draft.kept = problem.theirs
                draft.commit(joined)
                if self.current == item_id:
                    self._step(joined)
                if draft.is_changed:
                    self.keep(item_id, note, then)
                else:
                    done(problem.theirs)

        self.told.emit(_("Saving…"))
        self._desk.change(work, done, broke)

    def _kept(self, draft: Draft, now: Item) -> None:
        """What was written meanwhile is a change of the version that is kept now."""
        self._pictures.update({name: asset.data for name, asset in draft.pictures.items()})
        draft.keep_as(now)
        if self.current == now.id and self.form is not None:
            self.note.clear()
            self._step(draft.item)
        elif not draft.is_changed:
            self.drafts.pop(now.id, None)  # whoever closed the window meanwhile has let go of it
        self.told.emit(_("“{name}” is saved as version {number}.").format(name=now.name, number=now.version))
        self.kept.emit(now)
        self.changed.emit()

    def _failed(self, problem: LibraryProblem) -> None:
        self.told.emit("")
        filing.tell(self.window(), _("Library"), problem.sentence)


def _state_of(draft: Draft) -> str:
    if draft.is_changed:
        return _("Not saved")
    item = draft.kept
    if item.changed is None:
        return ""
    when = day(item.changed.astimezone().date())
    told = _("Saved {when} by {who}") if item.changed_by else _("Saved {when}")
    return told.format(when=when, who=item.changed_by)
