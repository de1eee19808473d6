"""The kit's inside notes: for colleagues, in no export; also where words go that were set aside."""

from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMainWindow, QPlainTextEdit, QVBoxLayout

from presskit.gui.workspace import Workspace
from presskit.i18n import _

_SIZE = (620, 460)


class InsideNotes:
    """Shows the notes of the kit, and takes over what was changed as one step."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace

    def inside_notes(self) -> None:
        """Opens them."""
        if self._workspace is None:
            return
        session = self._workspace.session
        dialog = NotesDialog(self._window, session.kit.notes, read_only=session.read_only)
        if dialog.exec() and not session.read_only:
            words = dialog.text.toPlainText()
            session.edit_kit(_("Inside notes"), lambda kit: replace(kit, notes=words))
        dialog.deleteLater()


class NotesDialog(QDialog):
    """A field for the notes."""

    def __init__(self, parent: QMainWindow, words: str, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("insideNotes")
        self.setWindowTitle(_("Inside notes"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        told = QLabel(_("For you and your colleagues: they are in the kit, and in no file for reporters."))
        told.setWordWrap(True)
        column.addWidget(told)
        self.text = QPlainTextEdit(words)
        self.text.setObjectName("insideNotesText")
        self.text.setAccessibleName(_("Inside notes"))
        self.text.setTabChangesFocus(True)
        self.text.setReadOnly(read_only)
        column.addWidget(self.text, 1)
        role = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(role.Close if read_only else role.Ok | role.Cancel)
        if not read_only:
            buttons.button(role.Ok).setText(_("Keep"))
            buttons.button(role.Ok).setProperty("primary", True)
            buttons.button(role.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.text.setFocus()
