"""Asks why a finding is passed over, and for how much."""

from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from presskit.checking import BY_ID, Finding
from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _
from presskit.model.passed import How


class IgnoreDialog(FormDialog):
    """A note, and whether this finding alone or the whole rule is passed over in this kit."""

    def __init__(self, parent: QWidget, finding: Finding) -> None:
        super().__init__(parent, _("Ignore the finding"), _("Ignore"))
        told = QLabel(finding.words)
        told.setWordWrap(True)
        self.form.addRow(told)
        name = _(BY_ID[finding.rule].name)
        self.once = QRadioButton(_("This one, until its words change"))
        self.always = QRadioButton(_("“{name}” everywhere in this kit").format(name=name).replace("&", "&&"))
        self.once.setObjectName("ignoreOnce")
        self.always.setObjectName("ignoreAlways")
        self.once.setChecked(True)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.once)
        column.addWidget(self.always)
        self.row(_("Ignore"), both, "ignoreWhat")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why it is all right (for colleagues)"))
        self.reason.setMaxLength(400)
        self.row(_("Note"), self.reason, "ignoreNote")
        self.finish()
        self.reason.setFocus()

    def how(self) -> How:
        """What is passed over."""
        return "always" if self.always.isChecked() else "once"
