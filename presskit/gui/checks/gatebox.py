"""What stops a release from going to reporters, and the reason why it goes all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from presskit.checking import Finding, told_once
from presskit.i18n import _, ngettext

_MOST = 6  # sentences


class GateBox(QFrame):
    """Lists what stops it, and takes a reason. changed: the reason was written on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateBox")
        self.findings: tuple[Finding, ...] = ()
        self.words = QLabel()
        self.words.setObjectName("gateWords")
        self.words.setWordWrap(True)
        self.words.setProperty("tone", "bad")
        self.reason = QLineEdit()
        self.reason.setObjectName("gateReason")
        self.reason.setMaxLength(400)
        self.reason.setAccessibleName(_("Why it goes out all the same"))
        self.reason.setPlaceholderText(_("Why it goes out all the same (kept in the kit)"))
        self.reason.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.reason)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Says what stops it; nothing hides the box."""
        self.findings = tuple(findings)
        count = len(findings)
        head = ngettext(
            "It is not for reporters yet:", "It is not for reporters yet ({count} reasons):", count
        )
        told = told_once((each.words for each in findings), _MOST)
        lines = [head.format(count=count), *(f"• {each}" for each in told)]
        self.words.setText("\n".join(lines))
        self.setVisible(bool(findings))
        self.words.setMinimumHeight(self.words.heightForWidth(max(self.width(), 480)) if findings else 0)

    def holds(self) -> bool:
        """Whether something stops it for which no reason is given yet."""
        return bool(self.findings) and not self.reason.text().strip()
