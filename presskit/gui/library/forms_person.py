"""The form of a person: who they are, how they are reached, and, set apart, what they agreed to."""

import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.gui.dialogs.small import FormDialog
from presskit.gui.editor.fields import LineField
from presskit.gui.library.formparts import LibraryForm, OrganisationField, Parts
from presskit.i18n import N_, _
from presskit.library.consent import hidden_names, refusal
from presskit.library.people import Consent, Person
from presskit.library.whereabouts import Use
from presskit.model.fields import Ask, Question
from presskit.model.locale_words import day

_KITS = 8  # that are named where somebody takes their consent back


def card_of(title: str, name: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading in small capitals, and the column within it."""
    card = QFrame()
    card.setObjectName(name)
    column = QVBoxLayout(card)
    column.setContentsMargins(15, 9, 15, 13)
    column.setSpacing(6)
    head = QLabel(title.upper())
    head.setObjectName("cardKind")
    head.setAccessibleName(title)
    column.addWidget(head)
    return card, column


class WithdrawDialog(FormDialog):
    """Asks why somebody took their consent back, and says what follows from it."""

    def __init__(self, parent: QWidget, name: str, told: str) -> None:
        super().__init__(parent, _("Withdraw consent"), _("Withdraw consent"))
        words = _(
            "{name} will not be offered for new quotes any more, and kits that name them will not be "
            "exported. Nothing that was published is taken back. The change is made when you save."
        )
        self._left = False
        about = QLabel(words.format(name=name or _("This person")))
        about.setWordWrap(True)
        self.form.addRow(about)
        self.reason = LineField()
        self.reason.setPlaceholderText(_("What they said"))
        self.row(_("Reason"), self.reason, "withdrawReason")
        self.kits = self.note()
        self.kits.setText(told)
        self.kits.setVisible(bool(told))
        self.finish()
        self.reason.setFocus()

    def show_kits(self, found: list[Use] | Exception) -> None:
        """Says which recent kits name them; what cannot be read is left out."""
        names = [each.name for each in found if not each.problem] if isinstance(found, list) else []
        if names and not self._left:
            told = _("These recent kits carry them: {names}.")
            more = _(" and {count} more").format(count=len(names) - _KITS) if len(names) > _KITS else ""
            self.kits.setText(told.format(names="; ".join(names[:_KITS]) + more))
            self.kits.show()

    def done(self, result: int) -> None:
        """What still comes is nobody's affair."""
        self._left = True
        super().done(result)


class ConsentForm(LibraryForm):
    """What someone agreed to. withdrawing: they want to take it back (asked by a button)."""

    withdrawing = Signal()

    def build(self) -> None:
        """How they are named, what they agreed to and when, the record, and the way out."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.banner = QLabel()
        self.banner.setObjectName("consentBanner")
        self.banner.setWordWrap(True)
        column.addWidget(self.banner)
        column.addWidget(self.field("private"))
        column.addLayout(self.grid(["shown_as", "pseudonym"]))
        column.addWidget(self.field("photo"))
        column.addLayout(self.grid(["given", "how"]))
        column.addWidget(self.label("record"))
        column.addWidget(self.field("record"))
        inside = QHBoxLayout()
        inside.addStretch(1)
        self.withdraw = QPushButton(_("Withdraw consent…"))
        self.withdraw.setObjectName("withdraw")
        self.withdraw.setToolTip(_("They took it back: they are not to be named or quoted any more"))
        self.withdraw.clicked.connect(self.withdrawing)
        self.again = QPushButton(_("They agreed again"))
        self.again.setObjectName("agreedAgain")
        self.again.setToolTip(_("Takes the withdrawal away, with today as the day on which they agreed"))
        self.again.clicked.connect(self._give_again)
        inside.addWidget(self.withdraw)
        inside.addWidget(self.again)
        column.addLayout(inside)

    def show_record(self, record: Consent) -> None:
        """Shows what was agreed."""
        super().show_record(record)
        self._follow()

    def take_back(self, day: datetime.date, reason: str) -> None:
        """Notes that they took their consent back on a day."""
        self._set(replace(self.record, withdrawn=day, reason=reason.strip()))
        self.again.setFocus()

    def _give_again(self) -> None:
        self._set(replace(self.record, withdrawn=None, reason="", given=datetime.date.today()))
        self.withdraw.setFocus()

    def _set(self, record: Consent) -> None:
        self.show_record(record)
        self.edited.emit("withdrawn")

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._follow()

    def _follow(self) -> None:
        consent: Consent = self.record
        self.fields["pseudonym"].setEnabled(consent.shown_as == "pseudonym" or bool(consent.pseudonym))
        gone = consent.withdrawn is not None
        self.banner.setVisible(gone)
        if consent.withdrawn is not None:
            when = day(consent.withdrawn)
            told = _("Consent withdrawn on {when}")
            if consent.reason:
                told = _("Consent withdrawn on {when}: {reason}")
            self.banner.setText(told.format(when=when, reason=consent.reason))
        (self.again if gone else self.withdraw).show()
        (self.withdraw if gone else self.again).hide()


class ConsentField(QWidget):
    """The consent of a person as one answer."""

    edited = Signal()
    focused = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.form = ConsentForm(Consent, parts)
        self.form.edited.connect(lambda _path: self.edited.emit())
        self.form.focused.connect(lambda _path: self.focused.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def answer(self) -> Consent:
        """What was agreed."""
        found: Consent = self.form.record
        return found

    def show_answer(self, value: Consent) -> None:
        """Shows what was agreed."""
        self.form.show_record(value)


class PersonForm(LibraryForm):
    """Cards: the person, titles, biography and portrait, and what they agreed to."""

    parts: Parts

    def build(self) -> None:
        """Four cards."""
        self.asked["organisation"] = Question("organisation", Ask(N_("Organization"), "choice"))
        self.asked["consent"] = Question("consent", Ask(N_("Consent and safety"), "rows"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        card, inside = card_of(_("Person"))
        own = self.adopt("organisation", OrganisationField(self.parts))
        inside.addLayout(self.grid(["name", "later"]))
        place = self.grid([])
        place.pair(self.label("organisation"), own)
        inside.addLayout(place)
        inside.addLayout(self.grid(["email", "phone", "after_hours", "languages"]))
        column.addWidget(card)
        card, inside = card_of(_("Titles"))
        inside.addWidget(self.field("titles"))
        column.addWidget(card)
        card, inside = card_of(_("Biography and portrait"))
        inside.addWidget(self.field("biography"))
        inside.addWidget(self.field("portrait"))
        column.addWidget(card)
        card, inside = card_of(_("Consent and safety"), "consentCard")
        self.told = QLabel()
        self.told.setObjectName("fieldLabel")
        self.told.setWordWrap(True)
        inside.addWidget(self.told)
        self.consent = ConsentField(self.parts)
        inside.addWidget(self.adopt("consent", self.consent))
        column.addWidget(card)

    def show_record(self, record: Person) -> None:
        """Shows a person."""
        super().show_record(record)
        self._tell()

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._tell()

    def _tell(self) -> None:
        """How they will be printed: what they agreed to is only of use when it is seen."""
        person: Person = self.record
        hidden = hidden_names(person)
        if person.consent.withdrawn is not None:
            told = ""  # the banner says it
        elif reason := refusal(person):
            told = reason
        elif hidden:
            told = _("In print: {name}. Not to be printed: {hidden}.").format(
                name=person.printed_name(), hidden=", ".join(hidden)
            )
        else:
            told = _("In print: {name}.").format(name=person.printed_name() or "…")
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.told.setTextFormat(Qt.TextFormat.PlainText)
