"""The letter that asks for an approval, before it goes to the mail program."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from presskit.asking.clearances import Letter, mailto, write_letter
from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _
from presskit.session import FileProblem
from presskit.text.slug import slug

Way = Literal["", "mail", "file", "copied"]


class AskDialog(FormDialog):
    """Shows the letter to be put right, and hands it on: to the mail program, to a file, or to the clipboard.
    way: how it was handed on."""

    def __init__(self, parent: QWidget, letter: Letter, name: str, folder: str) -> None:
        super().__init__(parent, _("Ask for approval"), _("Open in the mail program"))
        self.way: Way = ""
        self._name, self._folder = name, folder
        self.setMinimumWidth(620)
        self.to, self.subject = QLineEdit(letter.to), QLineEdit(letter.subject)
        self.subject.setCursorPosition(0)
        self.to.setPlaceholderText(_("name@example.org"))
        self.body = QPlainTextEdit(letter.body)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(300)
        self.row(_("To"), self.to, "askTo")
        self.row(_("Subject"), self.subject, "askSubject")
        self.row(_("Letter"), self.body, "askBody")
        self.told = self.note()
        self.told.setText(
            _("It is kept that you asked, with these exact words. Record the answer when it comes.")
        )
        self.file_button, self.copy_button = QPushButton(_("Save as a file…")), QPushButton(_("Copy"))
        for button, name_, act in (
            (self.file_button, "askFile", self._to_file),
            (self.copy_button, "askCopy", self._copy),
        ):
            button.setObjectName(name_)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self._to_mail)
        self.finish()

    def letter(self) -> Letter:
        """The letter as it is written now."""
        return Letter(self.to.text().strip(), self.subject.text().strip(), self.body.toPlainText())

    def _to_mail(self) -> None:
        address = mailto(self.letter())
        if address and QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self.way = "mail"
            self.accept()
            return
        self.told.setProperty("tone", "bad")
        self.told.setText(
            _("The mail program cannot take it over. Save it as a file, or copy it, and send that.")
        )

    def _to_file(self) -> None:
        place = str(Path(self._folder) / f"{slug(self._name) or 'quote'}.eml")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save the letter"), place, _("Letters (*.eml)"))
        if not name:
            return
        try:
            write_letter(Path(name), self.letter())
        except FileProblem as problem:
            self.told.setProperty("tone", "bad")
            self.told.setText(problem.sentence)
            return
        self.way = "file"
        self.accept()

    def _copy(self) -> None:
        letter = self.letter()
        head = _("To: {to}\nSubject: {subject}").format(to=letter.to, subject=letter.subject)
        QApplication.clipboard().setText(f"{head}\n\n{letter.body}")
        self.way = "copied"
        self.accept()
