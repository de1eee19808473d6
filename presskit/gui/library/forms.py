"""The form of an item: what it says, by kind, and what staff note of it."""

import datetime
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.gui.editor.fields import ChoiceField
from presskit.gui.editor.figures import StatisticsForm
from presskit.gui.editor.form import RecordForm
from presskit.gui.editor.releasebar import LANGUAGES
from presskit.gui.library.formparts import LibraryForm, OrganisationField, Parts, wire
from presskit.gui.library.forms_person import PersonForm, card_of
from presskit.i18n import N_, _
from presskit.library.details import Details, details_of, with_details
from presskit.library.items import Content, Item, Organisation, Piece
from presskit.library.people import Person
from presskit.model.block import Block
from presskit.model.fields import Ask, Question
from presskit.model.release import Release

_YEAR = datetime.timedelta(days=365)
_ID = Qt.ItemDataRole.UserRole
_ROWS = 6  # boilerplates that are seen at once


class DetailsForm(LibraryForm):
    """Tags, language, owner, and the day up to which it is good."""

    def build(self) -> None:
        """Two columns."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.grid(list(self.asked)))

    def field(self, name: str) -> QWidget:
        """The language is chosen."""
        if name == "language":
            return self.adopt(name, ChoiceField((("", N_("Any language")), *LANGUAGES)))
        return super().field(name)

    def usual_day(self, name: str) -> Callable[[], datetime.date]:
        """A year from now: what is looked at once a year stays right."""
        return lambda: datetime.date.today() + _YEAR


class OrganisationForm(LibraryForm):
    """Names, website and logo; its boilerplates, each an item of its own.

    opened: one of them was chosen (its id). added: a new one is wanted.
    """

    opened = Signal(str)
    added = Signal()

    def build(self) -> None:
        """Two cards."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        card, inside = card_of(_("Organization"))
        inside.addLayout(self.grid(["name", "short", "website"]))
        inside.addWidget(self.label("logo"))
        inside.addWidget(self.field("logo"))
        column.addWidget(card)
        card, inside = card_of(_("Its boilerplates"))
        self.none = QLabel()
        self.none.setObjectName("fieldLabel")
        self.none.setWordWrap(True)
        inside.addWidget(self.none)
        self.boilerplates = QListWidget()
        self.boilerplates.setObjectName("boilerplates")
        self.boilerplates.setAccessibleName(_("Boilerplates of this organization"))
        self.boilerplates.itemActivated.connect(
            lambda row: self.opened.emit(row.data(Qt.ItemDataRole.UserRole))
        )
        inside.addWidget(self.boilerplates)
        self.add = QPushButton("+ " + _("New boilerplate"))
        self.add.setProperty("flat", True)
        self.add.setObjectName("newBoilerplate")
        self.add.clicked.connect(self.added)
        inside.addWidget(self.add)
        column.addWidget(card)
        self.show_boilerplates([])

    def show_boilerplates(self, found: list[Item]) -> None:
        """Lists the boilerplates, the standard ones first."""
        order = {"standard": 0, "short": 1, "long": 2}
        names = {"standard": _("Standard"), "short": _("Short"), "long": _("Long")}
        self.boilerplates.clear()
        pieces = [(each, each.content) for each in found if isinstance(each.content, Piece)]
        for item, piece in sorted(pieces, key=lambda pair: (order[pair[1].length], pair[0].language)):
            spoken = dict(LANGUAGES).get(item.language, item.language)
            parts = (names[piece.length], _(spoken) if spoken else "", item.name)
            told = " · ".join(part for part in parts if part)
            row = QListWidgetItem(told)
            row.setData(_ID, item.id)
            row.setToolTip(_("Press Enter to open it"))
            self.boilerplates.addItem(row)
        self.boilerplates.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.setText(
            _("None yet. Once there is one, inserting the organization into a release inserts it.")
        )
        line = self.boilerplates.sizeHintForRow(0) + 4 if found else 0
        self.boilerplates.setFixedHeight(line * min(len(found), _ROWS) + 8)

    def show_kept(self, kept: bool) -> None:
        """A boilerplate can name an organisation only once that is in the library."""
        self.add.setEnabled(kept)
        self.add.setToolTip("" if kept else _("Save the organization first"))


class BlockField(QWidget):
    """A block with its own form, as one answer."""

    edited = Signal()
    focused = Signal()

    def __init__(self, kind: type[Block], parts: Parts) -> None:
        super().__init__()
        self.form = parts.form_for(kind)(kind, parts)
        self.form.edited.connect(lambda _path: self.edited.emit())
        self.form.focused.connect(lambda _path: self.focused.emit())
        for name, field in self.form.fields.items():
            if self.form.asked[name].ask.form in {"rich", "paragraphs"}:
                field.setProperty("boxed", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def answer(self) -> Block:
        """The block."""
        found: Block = self.form.record
        return found

    def show_answer(self, value: Block) -> None:
        """Shows the block."""
        self.form.show_record(value)


class PieceForm(LibraryForm):
    """A block with its own fields, and how it is found."""

    parts: Parts

    def __init__(self, kind: type[Block], parts: Parts) -> None:
        self.kind = kind
        super().__init__(Piece, parts)

    def build(self) -> None:
        """One card."""
        self.asked["organisation"] = Question("organisation", Ask(N_("Organization"), "choice"))
        self.asked["block"] = Question("block", Ask(self.kind.label, "rows"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        card, inside = card_of(_(self.kind.label))
        self.approval = QLabel()
        self.approval.setObjectName("fieldLabel")
        self.approval.setWordWrap(True)
        inside.addWidget(self.approval)
        self.block = BlockField(self.kind, self.parts)
        inside.addWidget(self.adopt("block", self.block))
        column.addWidget(card)
        card, inside = card_of(_("How it is found"))
        named = self.grid(["title", "length"] if self.kind is Boilerplate else ["title"])
        own = self.adopt("organisation", OrganisationField(self.parts))
        named.pair(self.label("organisation"), own)
        inside.addLayout(named)
        column.addWidget(card)
        if isinstance(self.block.form, StatisticsForm):
            self.block.form.toggle_sources()  # a figure is worth what its source is

    def show_record(self, record: Piece) -> None:
        """Shows a piece."""
        super().show_record(record)
        self._tell()

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._tell()

    def _tell(self) -> None:
        block = self.record.block
        told = " ".join(block.remarks()) if isinstance(block, Quote) else ""
        self.approval.setText(told)
        self.approval.setVisible(bool(told))

    def take_words(self, caption: Any, credit: str, alt: str) -> None:
        """Words that a photo's file brought, where it has none yet."""
        block = self.record.block
        if isinstance(block, Photo):
            words = {"caption": caption, "credit": credit, "alt": alt}
            fresh = {name: value for name, value in words.items() if value and not getattr(block, name)}
            if fresh:
                self.block.form.show_record(replace(block, **fresh))
                self.block.edited.emit()


class ItemForm(QWidget):
    """Shows an item and tells when it changed.

    edited: the item changed under the user's hands. opened: another item is wanted (its id). added: a new
    boilerplate of this organisation is wanted. withdrawing: this person takes their consent back.
    """

    edited = Signal()
    opened = Signal(str)
    added = Signal()
    withdrawing = Signal()

    def __init__(self, parts: Parts, item: Item) -> None:
        super().__init__()
        self._parts, self.item = parts, item
        self._wired: set[int] = set()
        parts.release = _around(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2, 14, 16)
        column.setSpacing(10)
        self.content: RecordForm = _content_form(item.content, parts)
        self.details = DetailsForm(Details, parts)
        card, inside = card_of(_("In the library"))
        inside.addWidget(self.details)
        column.addWidget(self.content)
        column.addWidget(card)
        column.addStretch(1)
        if isinstance(self.content, OrganisationForm):
            self.content.opened.connect(self.opened)
            self.content.added.connect(self.added)
        elif isinstance(self.content, PersonForm):
            self.content.consent.form.withdrawing.connect(self.withdrawing)
        self.content.edited.connect(self._changed)
        self.details.edited.connect(self._changed)
        self.show_item(item)

    def shows(self, content: Content) -> bool:
        """Whether it has the fields of such a content."""
        mine = self.item.content
        if isinstance(mine, Piece) and isinstance(content, Piece):
            return type(mine.block) is type(content.block)
        return type(mine) is type(content)

    def show_item(self, item: Item) -> None:
        """Shows an item of the same kind; only fields that differ change."""
        self.item = item
        self._parts.release = _around(item)
        self.content.show_record(item.content)
        self.details.show_record(details_of(item))
        setting = _around(item)
        if isinstance(self.content, PieceForm):
            self.content.block.form.show_setting(setting)
        elif isinstance(self.content, OrganisationForm):
            self.content.show_kept(item.version > 0)
        self._wire()

    def first_field(self) -> QWidget | None:
        """Where writing begins."""
        form = self.content.block.form if isinstance(self.content, PieceForm) else self.content
        fields = form.text_fields()
        return fields[0][1] if fields else None

    def _changed(self, _path: str) -> None:
        self.item = with_details(replace(self.item, content=self.content.record), self.details.record)
        self._parts.release = _around(self.item)
        self._wire()
        self.edited.emit()

    def _wire(self) -> None:
        forms = [self.content, self.details]
        if isinstance(self.content, PieceForm):
            forms.append(self.content.block.form)
        if isinstance(self.content, PersonForm):
            forms.append(self.content.consent.form)
        for form in forms:
            wire(form, self._wired, lambda: self.item.language or "en-US")


def _content_form(content: Content, parts: Parts) -> RecordForm:
    match content:
        case Person():
            return PersonForm(Person, parts)
        case Organisation():
            return OrganisationForm(Organisation, parts)
        case Piece(block=block):
            return PieceForm(type(block), parts)


def _around(item: Item) -> Release:
    blocks = (item.content.block,) if isinstance(item.content, Piece) else ()
    return Release(language=item.language or "en-US", blocks=blocks)
