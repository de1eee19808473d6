"""The bar above the cards: release line, date, language and status."""

import datetime

from msgspec.structs import replace
from PySide6.QtCore import QDateTime, QEvent, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from presskit.gui.editor.fields import ChoiceField, DayField
from presskit.gui.editor.textfield import lets_history_undo
from presskit.gui.tongue import speak_dates
from presskit.gui.wraprow import WrapRow
from presskit.i18n import N_, _
from presskit.model.release import Release
from presskit.session import Changed, Session

LINES = (
    ("immediate", N_("For immediate release")),
    ("embargo", N_("Embargoed until …")),
    ("hold", N_("Hold for release")),
)
STATUSES = (
    ("drafting", N_("Drafting")),
    ("in review", N_("In review")),
    ("cleared", N_("Cleared")),
    ("issued", N_("Issued")),
)
LANGUAGES = (
    ("en-US", N_("English (US)")), ("en-GB", N_("English (UK)")), ("es", N_("Spanish")),
    ("fr", N_("French")), ("pt-BR", N_("Portuguese")), ("ht", N_("Haitian Creole")),
    ("vi", N_("Vietnamese")), ("ru", N_("Russian")), ("ar", N_("Arabic")), ("he", N_("Hebrew")),
    ("zh-Hans", N_("Chinese (simplified)")), ("zh-Hant", N_("Chinese (traditional)")),
    ("ja", N_("Japanese")), ("ko", N_("Korean")), ("hi", N_("Hindi")),
)  # fmt: skip
ZONES = {
    "America/New_York": N_("New York"), "America/Chicago": N_("Chicago"), "America/Denver": N_("Denver"),
    "America/Los_Angeles": N_("Los Angeles"), "America/Anchorage": N_("Anchorage"),
    "Pacific/Honolulu": N_("Honolulu"), "UTC": "UTC", "Europe/London": N_("London"),
    "Europe/Paris": N_("Paris"), "America/Mexico_City": N_("Mexico City"),
    "America/Sao_Paulo": N_("São Paulo"), "America/Port-au-Prince": N_("Port-au-Prince"),
    "Africa/Cairo": N_("Cairo"), "Asia/Jerusalem": N_("Jerusalem"), "Asia/Riyadh": N_("Riyadh"),
    "Europe/Moscow": N_("Moscow"), "Asia/Kolkata": N_("Kolkata"), "Asia/Ho_Chi_Minh": N_("Ho Chi Minh"),
    "Asia/Shanghai": N_("Shanghai"), "Asia/Hong_Kong": N_("Hong Kong"), "Asia/Taipei": N_("Taipei"),
    "Asia/Tokyo": N_("Tokyo"), "Asia/Seoul": N_("Seoul"),
}  # fmt: skip
"""The zones of embargoes, each by the city that people know it by."""


class MomentField(QDateTimeEdit):
    """A day and a time."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        speak_dates(self, with_time=True)
        self.setKeyboardTracking(False)
        self.dateTimeChanged.connect(lambda _when: self.edited.emit())

    def answer(self) -> datetime.datetime:
        """The moment, without zone, to the minute."""
        day, time = self.date(), self.time()
        return datetime.datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())

    def show_answer(self, value: datetime.datetime | None) -> None:
        """Shows a moment; tomorrow morning where there is none."""
        if value is None:
            tomorrow = datetime.date.today() + datetime.timedelta(days=1)
            value = datetime.datetime.combine(tomorrow, datetime.time(6, 0))
        self.blockSignals(True)
        self.setDateTime(QDateTime(value.year, value.month, value.day, value.hour, value.minute, 0))
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)


class ReleaseBar(QWidget):
    """Release line, date, language and status of the release. issue_wanted: it is to be issued."""

    issue_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("releaseBar")
        self.line = ChoiceField(LINES)
        self.until = MomentField()
        self.zone = QComboBox()
        for name, city in ZONES.items():
            self.zone.addItem(_(city), name)
        self.date = DayField(_("Release date"))
        self.language = ChoiceField(LANGUAGES)
        self.status = ChoiceField(STATUSES)
        named = (
            (self.line, "releaseLine", _("When it may be used")),
            (self.date, "releaseDate", _("Release date")),
            (self.language, "language", _("Language of the release")),
            (self.status, "status", _("Status")),
            (self.until, "embargoUntil", _("Embargoed until")),
            (self.zone, "embargoZone", _("Time zone of the embargo")),
        )
        for widget, name, label in named:
            widget.setObjectName(name)
            widget.setAccessibleName(label)
            widget.setToolTip(label)
            if isinstance(widget, QComboBox):
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = WrapRow(5)
        for widget in (self.line, self.date, self.language):
            row.put(widget)
        status = QWidget()
        right = QHBoxLayout(status)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(5)
        right.addStretch(1)
        self.since = QLabel(_("Changed since issued"))
        self.since.setObjectName("changedSince")
        self.since.hide()
        right.addWidget(self.since)
        self._status_label = _label(_("Status"), self.status)
        right.addWidget(self._status_label)
        right.addWidget(self.status)
        row.put(status, stretch=1)
        self._embargo = QWidget()
        below = WrapRow(5)
        self._embargo.setLayout(below)
        below.put(_label(_("Embargoed until"), self.until))
        below.put(self.until)
        below.put(self.zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 12, 26, 4)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._embargo)
        self.line.edited.connect(self._line_changed)
        self.until.edited.connect(self._line_changed)
        self.zone.activated.connect(self._line_changed)
        self.date.edited.connect(self._date_changed)
        self.language.edited.connect(lambda: self._set(_("Language"), language=self.language.answer()))
        self.status.edited.connect(self._status_changed)
        self._show(session.release)

    def changed(self, told: Changed) -> None:
        """Takes over a change of the release."""
        if told.before is not told.after:
            self._show(told.after)
        else:
            self._withhold()

    def show_since(self, changed: bool) -> None:
        """Says that the release is no longer as it was issued."""
        self.since.setVisible(changed)
        self._status_label.setVisible(not changed)  # there is not room for both

    def _show(self, release: Release) -> None:
        self.line.show_answer(release.line.kind)
        embargo = release.line.kind == "embargo"
        self._embargo.setVisible(embargo)
        self.until.show_answer(release.line.until)
        at = self.zone.findData(release.line.zone or next(iter(ZONES)))
        if at < 0:
            self.zone.addItem(release.line.zone, release.line.zone)
            at = self.zone.count() - 1
        self.zone.setCurrentIndex(at)
        self.date.show_answer(release.dateline.date)
        self.language.show_answer(release.language)
        self._withhold()
        self.status.show_answer(release.status)

    def _withhold(self) -> None:
        """The languages of the kit's other releases: each has one release."""
        here = self._session.number
        others = (each.language for at, each in enumerate(self._session.kit.releases) if at != here)
        self.language.withhold({*others})

    def _line_changed(self) -> None:
        kind = self.line.answer()
        line = self._session.release.line
        if kind == "embargo":
            line = replace(line, kind=kind, until=self.until.answer(), zone=str(self.zone.currentData()))
        else:
            line = replace(line, kind=kind)
        # an editor that hides itself while it handles its own signal upsets Qt
        QTimer.singleShot(0, self, lambda: self._set(_("Release line"), line=line))

    def _date_changed(self) -> None:
        dateline = replace(self._session.release.dateline, date=self.date.answer())
        self._set(_("Release date"), dateline=dateline)

    def _status_changed(self) -> None:
        """A release is issued by its files, not by a word: for that, it is asked which files."""
        status, now = self.status.answer(), self._session.release.status
        if status == "issued" and now != status:
            self.status.show_answer(now)
            QTimer.singleShot(0, self, self.issue_wanted.emit)
        else:
            self._set(_("Status"), status=status)

    def _set(self, label: str, **fields: object) -> None:
        self._session.edit(label, lambda release: replace(release, **fields))


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setObjectName("fieldLabel")
    label.setBuddy(field)
    return label
