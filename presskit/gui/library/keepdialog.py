"""Asks how something of a release is to be saved in the library; Enter saves it as proposed."""

import datetime
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.paragraph import Paragraph
from presskit.gui.dialogs.small import FormDialog
from presskit.gui.library.formparts import DayChoice
from presskit.gui.theme import Theme
from presskit.i18n import N_, _
from presskit.library.details import Details, details_of, with_details
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.keeping import Offer, Offers, as_boilerplate, organisation_called
from presskit.library.using import WHOLE

_LENGTHS = (("standard", N_("Standard")), ("short", N_("Short")), ("long", N_("Long")))
ORGANISATION = "organisation"
"""In the place of a part: an organisation that is kept beside the block that names it."""
_STANDING, _BOILERPLATE = "standing", "boilerplate"


class Wanted(NamedTuple):
    """What to do with a part of the block: keep an item, or use one that is there as it is."""

    part: str
    item: Item
    is_there: bool = False


class _Part:
    """A part of the block: whether it is wanted, and as whom a person is known already."""

    def __init__(self, offer: Offer, name: str) -> None:
        self.offer = offer
        self.box = QCheckBox(name)
        self.box.setChecked(True)
        self.known = QComboBox()
        self.known.setAccessibleName(_("Who {name} is in the library").format(name=offer.item.name))
        for each in offer.namesakes:
            about = f" — {each.about}" if each.about else ""
            self.known.addItem(_("Is already there: {name}").format(name=each.name + about), each)
        self.known.addItem(_("Somebody else: a new person"), None)
        self.known.setVisible(False)
        self.box.toggled.connect(self.known.setEnabled)

    def wanted(self) -> Wanted | None:
        """What is to be done with it."""
        if not self.box.isChecked():
            return None
        there = self.known.currentData()
        return Wanted(self.offer.part, there or self.offer.item, there is not None)


class KeepDialog(FormDialog):
    """Proposes a name and what else is to be noted, for what a block holds."""

    def __init__(self, parent: QWidget, theme: Theme, found: Offers) -> None:
        whole = next((each for each in found.found if each.part == WHOLE), None)
        renews = whole is not None and whole.kept is not None
        title = _("Save as new version") if renews else _("Save to library")
        super().__init__(parent, title, _("Save"))
        self.setObjectName("keepDialog")
        self._found, self._whole = found, whole
        self._about: list[QWidget] = []  # asked of the block alone
        self._parts: list[_Part] = []
        self._made: Item | None = None
        self._is_made = False
        self._kind = QComboBox()
        if whole is not None and isinstance(found.block, Paragraph) and not renews:
            self._kind.addItem(_("Standing text"), _STANDING)
            self._kind.addItem(_("Boilerplate"), _BOILERPLATE)
            self.row(_("Keep as"), self._kind, "keepAs")
            self._kind.currentIndexChanged.connect(self._show)
        self._ask_parts()
        if whole is not None:
            self._ask_details(theme, whole)
        self.told = self.note()
        self.finish()
        self._is_made = True
        self._show()
        if whole is not None:
            self.name.setFocus()

    def _ask_parts(self) -> None:
        """What of the block is to be kept, where there is a choice."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for offer in self._found.found:
            name = _(self._found.block.label) if offer.part == WHOLE else offer.item.name
            part = _Part(offer, name)
            part.box.setObjectName(f"keep-{offer.part or 'whole'}")
            part.box.toggled.connect(self._show)
            part.known.currentIndexChanged.connect(self._show)
            self._parts.append(part)
            column.addWidget(part.box)
            column.addWidget(part.known)
            part.known.setVisible(bool(offer.namesakes))
        if len(self._parts) > 1 or self._whole is None:
            self.row(_("Save"), holder, "keepParts")
        else:
            holder.setParent(self)
            holder.hide()

    def _ask_details(self, theme: Theme, whole: Offer) -> None:
        content = whole.item.content
        assert isinstance(content, Piece)
        proposed = content.title.strip() or whole.item.name
        self._proposed = "" if content.title.strip() else proposed  # unchanged, it goes with the words
        self.name = QLineEdit(proposed)
        self.name.selectAll()
        self._row(_("Name in the library"), self.name, "keepName")
        self.organisation = QLineEdit(self._name_of(content.organisation))
        self.organisation.setPlaceholderText(_("Whose it is (optional)"))
        completer = QCompleter([each.name for each in self._found.organisations], self.organisation)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.organisation.setCompleter(completer)
        self.organisation.textChanged.connect(self._show)
        self._row(_("Organization"), self.organisation, "keepOrganisation")
        self.length = QComboBox()
        for value, label in _LENGTHS:
            self.length.addItem(_(label), value)
        self.length.setCurrentIndex(self.length.findData(content.length))
        self._row(_("Length"), self.length, "keepLength")
        details = details_of(whole.item)
        self.tags, self.language = QLineEdit(details.tags), QLineEdit(details.language)
        self.tags.setPlaceholderText(_("water, county council"))
        self.language.setPlaceholderText(_("es; empty for any"))
        self.owner = QLineEdit(details.owner)
        self.owner.setPlaceholderText(_("Who answers for it"))
        self.until = DayChoice(_("Good until"), theme, _in_a_year)
        self.until.set_button.setAutoDefault(False)  # Enter saves
        self.until.show_answer(details.good_until)
        self._row(_("Tags"), self.tags, "keepTags")
        self._row(_("Language"), self.language, "keepLanguage")
        self._row(_("Kept current by"), self.owner, "keepOwner")
        self._row(_("Good until"), self.until, "keepUntil")
        self.why = QLineEdit()
        self.why.setPlaceholderText(_("What is new, for your colleagues (optional)"))
        if whole.kept is not None:
            self._row(_("What changed"), self.why, "keepWhy")
        else:
            self.why.setParent(self)
            self.why.hide()

    def _row(self, label: str, field: QWidget, name: str) -> None:
        self.row(label, field, name)
        self._about.append(field)

    def _name_of(self, organisation: str) -> str:
        return next((each.name for each in self._found.organisations if each.id == organisation), "")

    @property
    def as_boilerplate(self) -> bool:
        """Whether a paragraph becomes boilerplate."""
        return bool(self._kind.currentData() == _BOILERPLATE)

    def wanted(self) -> list[Wanted]:
        """What is to be kept, an organisation that is new first."""
        found = [each for part in self._parts if (each := part.wanted())]
        new = self._new_organisation()
        made = [Wanted(ORGANISATION, new)] if new else []
        return made + [self._filled_in(each, new) if each.part == WHOLE else each for each in found]

    def changed(self) -> str:
        """What is new, in the words of whoever saves it."""
        return self.why.text().strip() if self._whole is not None else ""

    def _filled_in(self, wanted: Wanted, new: Item | None) -> Wanted:
        """The block with what was answered about it."""
        content = wanted.item.content
        assert isinstance(content, Piece)
        title = " ".join(self.name.text().split())
        named = self.organisation.text()
        kept_name = named.strip() == self._name_of(content.organisation)
        owner = organisation_called(named, self._found.organisations)
        block = as_boilerplate(content.block) if self.as_boilerplate else content.block
        content = replace(
            content,
            block=block,
            title="" if title == self._proposed else title,
            organisation=new.id if new else content.organisation if kept_name else owner,
            length=self.length.currentData() if isinstance(block, Boilerplate) else content.length,
        )
        details = Details(
            tags=self.tags.text(),
            language=self.language.text(),
            owner=self.owner.text(),
            good_until=self.until.answer(),
        )
        return wanted._replace(item=with_details(replace(wanted.item, content=content), details))

    def _new_organisation(self) -> Item | None:
        """The organisation that is named and not there yet; the same one each time it is asked for."""
        if self._whole is None or not self._wants_whole():
            return None
        name = " ".join(self.organisation.text().split())
        if not name or organisation_called(name, self._found.organisations):
            return None
        if self._made is None or self._made.name != name:
            self._made = item_of(Organisation(name=name))
        return self._made

    def _wants_whole(self) -> bool:
        return any(part.offer.part == WHOLE and part.box.isChecked() for part in self._parts)

    def _show(self) -> None:
        """Enables what is asked now, and tells what comes of it."""
        if not self._is_made:
            return
        whole = self._wants_whole()
        for field in self._about:
            field.setEnabled(whole)
        if self._whole is not None:
            boilerplate = self.as_boilerplate or isinstance(self._found.block, Boilerplate)
            self.form.setRowVisible(self.length, boilerplate)
        self.accept_button.setEnabled(any(part.box.isChecked() for part in self._parts))
        told = []
        if self._whole is not None and self._whole.kept is not None:
            version = _("It becomes version {number}; the earlier ones stay in the library.")
            told.append(version.format(number=self._whole.kept.version + 1))
        if self.as_boilerplate:
            told.append(_("The paragraph becomes boilerplate in this release, too."))
        if new := self._new_organisation():
            told.append(_("“{name}” is new, and saved as an organization as well.").format(name=new.name))
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))


def _in_a_year() -> datetime.date:
    """The day that a date begins with: in a year, when somebody should look at it again."""
    return datetime.date.today() + datetime.timedelta(days=365)
