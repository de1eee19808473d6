"""Names an organisation whose word is wanted before the release goes out."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _


class PartnerDialog(FormDialog):
    """The name, of those that the release has or written in, and the address."""

    def __init__(self, parent: QWidget, offered: list[str]) -> None:
        super().__init__(parent, _("Add a partner"), _("Add"))
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(offered)
        line = self.name.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("As it is written in the release"))
        self.email = QLineEdit()
        self.email.setPlaceholderText(_("name@example.org"))
        self.row(_("Organization"), self.name, "partnerName")
        self.row(_("E-mail"), self.email, "partnerEmail")
        self.note().setText(
            _("It clears every passage that names it; a change of one asks for its word again.")
        )
        self.finish()
        self.name.editTextChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.accept_button.setEnabled(bool(self.name.currentText().strip()))
