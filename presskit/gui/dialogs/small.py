"""Small dialogs: link, dateline, approval. Values in, values out."""

import datetime

from PySide6.QtCore import QDateTime, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from presskit.gui.tongue import speak_dates
from presskit.i18n import N_, _
from presskit.model import locale_words
from presskit.model.approval import Approval, Channel
from presskit.model.profile import profile
from presskit.model.release import Dateline

CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("email", N_("By e-mail")),
    ("phone", N_("By phone")),
    ("in person", N_("In person")),
)
_SCHEMES = ("http://", "https://", "mailto:")


class FormDialog(QDialog):
    """A title, labelled fields, and two buttons that name what they do."""

    def __init__(self, parent: QWidget, title: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(18, 16, 18, 14)
        self.form.setVerticalSpacing(9)
        self.form.setHorizontalSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.accept_button.setObjectName("accept")
        self.leave_button = self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def row(self, label: str, field: QWidget, name: str) -> None:
        """Adds a field with its label."""
        field.setObjectName(name)
        field.setAccessibleName(label)
        self.form.addRow(label, field)

    def note(self) -> QLabel:
        """Adds a quiet line below."""
        label = QLabel()
        label.setObjectName("fieldLabel")
        label.setWordWrap(True)
        self.form.addRow(label)
        return label

    def finish(self) -> None:
        """Puts the buttons below what was added."""
        self.form.addRow(self.buttons)

    def sizeHint(self) -> QSize:
        """As wide as a sentence."""
        return super().sizeHint().expandedTo(QSize(460, 0))

    def showEvent(self, event: QShowEvent) -> None:
        """Opens no narrower than what is in it; a width set by hand would let Qt cut off long words."""
        self.setMinimumWidth(max(self.minimumWidth(), self.form.totalMinimumSize().width()))
        super().showEvent(event)


class LinkDialog(FormDialog):
    """The words and the address of a link."""

    def __init__(self, parent: QWidget, words: str, address: str) -> None:
        super().__init__(parent, _("Link"), _("Set link"))
        self.words, self.address = QLineEdit(words), QLineEdit(address)
        self.address.setPlaceholderText("https://")
        self.row(_("Words"), self.words, "linkWords")
        self.row(_("Address"), self.address, "linkAddress")
        self._note = self.note()
        self.finish()
        if address:
            remove = self.buttons.addButton(_("Remove link"), QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._remove)
        (self.address if words else self.words).setFocus()
        self.address.textChanged.connect(self._check)
        self._check()

    def link(self) -> tuple[str, str]:
        """Words and address; a bare address gets its https:// or mailto:."""
        return self.words.text(), completed_link(self.address.text())

    def _remove(self) -> None:
        self.address.clear()
        self.accept()

    def _check(self) -> None:
        good = bool(completed_link(self.address.text()))
        self.accept_button.setEnabled(good)
        wrong = self.address.text().strip() and not good
        self._note.setText(_("Links go to web pages (https://) or e-mail addresses.") if wrong else "")


def completed_link(address: str) -> str:
    """A web or mail address with its scheme; nothing when it is neither."""
    address = address.strip()
    if not address or any(letter.isspace() for letter in address):
        return ""
    if address.lower().startswith(_SCHEMES):
        return address if len(address.partition(":")[2].strip("/")) else ""
    if "@" in address and ":" not in address and "/" not in address:
        return "mailto:" + address
    if ":" in address.partition("/")[0] or "." not in address:
        return ""
    return "https://" + address


class DatelineDialog(FormDialog):
    """Where the release is issued, shown as it will stand."""

    def __init__(self, parent: QWidget, dateline: Dateline, profile_name: str, language: str) -> None:
        super().__init__(parent, _("Dateline"), _("Set dateline"))
        self._was, self._profile, self._language = dateline, profile(profile_name), language
        self.city, self.region = QLineEdit(dateline.city), QLineEdit(dateline.region)
        self.country = QLineEdit(dateline.country)
        self.country.setPlaceholderText(_("United States"))
        self.row(_("City"), self.city, "city")
        self.row(_("State or region"), self.region, "region")
        self.row(_("Country"), self.country, "country")
        self._shown = self.note()
        self.finish()
        for field in (self.city, self.region, self.country):
            field.textChanged.connect(self._show)
        self._show()

    def dateline(self) -> Dateline:
        """The place, with the date that was there."""
        return Dateline(
            city=self.city.text().strip(),
            region=self.region.text().strip(),
            country=self.country.text().strip(),
            date=self._was.date,
        )

    def _show(self) -> None:
        place = self._profile.place(self.city.text(), self.region.text(), self.country.text(), self._language)
        stands = self._profile.dateline(place, self._was.date, self._language)
        shown = _("In the release: {dateline}").format(dateline="".join(stands) + "…")
        self._shown.setText(shown if place else _("Without a city there is no dateline."))


class ApprovalDialog(FormDialog):
    """Who approved a quote, when and how."""

    def __init__(self, parent: QWidget, speaker: str, words: str, approval: Approval | None) -> None:
        super().__init__(parent, _("Approval"), _("Record approval"))
        quoted = QLabel(locale_words.quoted(words))
        quoted.setWordWrap(True)
        quoted.setMaximumHeight(160)
        self.form.addRow(quoted)
        self.who = QLineEdit(approval.who if approval else speaker)
        self.when = QDateTimeEdit(QDateTime.currentDateTime())
        speak_dates(self.when, with_time=True)
        self.when.setCalendarPopup(True)
        self.how = QComboBox()
        for value, label in CHANNELS:
            self.how.addItem(_(label), value)
        self.row(_("Approved by"), self.who, "who")
        self.row(_("When"), self.when, "when")
        self.row(_("How"), self.how, "how")
        self.note().setText(
            _("The approval covers exactly these words and this attribution. When one changes, ask again.")
        )
        self.finish()
        self.withdrawn = False
        if approval:
            button = self.buttons.addButton(
                _("Withdraw approval"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            button.clicked.connect(self._withdraw)
        self.who.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.accept_button.setEnabled(bool(self.who.text().strip()))

    def approval(self) -> tuple[str, datetime.datetime, Channel]:
        """Who, when (local time) and how."""
        day, time = self.when.date(), self.when.time()
        when = datetime.datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
        return self.who.text().strip(), when, self.how.currentData()

    def _withdraw(self) -> None:
        self.withdrawn = True
        self.accept()
