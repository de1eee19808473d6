"""A finding in the panel: how grave it is, what it says, and the one thing to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from presskit.checking import BY_ID, Act, Finding, Severity
from presskit.gui.elided import ElidedLabel
from presskit.i18n import N_, _

WORDS: dict[Severity, str] = {"stops": N_("Fix"), "warns": N_("Advice"), "informs": N_("Note")}
"""What a severity is called on screen."""

TONES: dict[Severity, str] = {"stops": "warn", "warns": "info", "informs": "quiet"}
"""The tone of its chip."""

_ACTS: dict[Act, str] = {
    "": N_("Show"),
    "dateline": N_("Dateline…"),
    "line": N_("Release line"),
    "contacts": N_("Contacts"),
    "boilerplate": N_("Boilerplate"),
    "approval": N_("Approval…"),
    "partner": N_("Approvals"),
    "correction": N_("Correction…"),
}


def act_label(finding: Finding) -> str:
    """What the button beside a finding says."""
    return _("Fix it") if finding.fix else _(_ACTS[finding.act])


def why(finding: Finding) -> str:
    """Why a rule is one, with its example and source, for a tooltip."""
    rule = BY_ID[finding.rule]
    told = _("{why}\nNot: {wrong}\nBut: {right}\n{source}, {year}")
    return told.format(
        why=_(rule.why), wrong=rule.wrong, right=rule.right, source=rule.source, year=rule.year
    )


class FindingRow(QWidget):
    """A line of the panel. acted: its button was pressed. more: its menu is asked for. chosen: it was
    clicked; gone_to: twice."""

    acted = Signal()
    more = Signal(object)
    chosen = Signal()
    gone_to = Signal()

    def __init__(self, finding: Finding, reason: str = "") -> None:
        super().__init__()
        self.finding = finding
        self.chip = QLabel(_(WORDS[finding.severity]))
        self.chip.setObjectName("severity")
        self.chip.setProperty("tone", "good" if reason else TONES[finding.severity])
        self.chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chip.ensurePolished()  # it has the letters of its style from here on
        widest = max(self.chip.fontMetrics().horizontalAdvance(_(each)) for each in WORDS.values())
        self.chip.setFixedSize(max(58, widest + 12), 20)
        words = _("{words} (goes out all the same: {reason})").format(words=finding.words, reason=reason)
        self.words = ElidedLabel(words if reason else finding.words)
        self.words.setObjectName("findingWords")
        self.words.setToolTip(f"{finding.words}\n\n{why(finding)}")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(act_label(finding))
        self.button.setProperty("chip", True)
        self.button.setObjectName("findingAct")
        self.button.setAccessibleName(f"{act_label(finding)}: {finding.words}")
        self.button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the list has the keys: Enter, F8 and the menu key
        self.button.clicked.connect(self.acted)
        if finding.fix:
            self.button.setToolTip(
                _("“{old}” becomes “{new}”").format(old=finding.found, new=finding.fix[0].text)
            )
        self.menu_button = QToolButton()
        self.menu_button.setText("⋯")
        self.menu_button.setObjectName("findingMore")
        self.menu_button.setAccessibleName(_("What else can be done: {words}").format(words=finding.words))
        self.menu_button.setToolTip(_("Ignore it, fix all like it …"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu_button.clicked.connect(lambda: self.more.emit(self.menu_button))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.menu_button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the line chooses it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Letting go on the line goes to the place."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.gone_to.emit()
        super().mouseReleaseEvent(event)
