"""What a version corrects of the one that went out before."""

from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _
from presskit.model.profile import profile
from presskit.model.release import Release

_LONGEST = 400  # letters that the line on the page is shown with here


class CorrectionDialog(FormDialog):
    """The note of a correction, shown as it will stand below the release line."""

    def __init__(self, parent: QWidget, release: Release) -> None:
        super().__init__(parent, _("Correction"), _("Set correction"))
        self._pattern = profile(release.profile).page_words(release.language).correction
        self.note().setText(
            _("Say exactly what was wrong and what is right. It stands below the release line in every file.")
        )
        self.words = QPlainTextEdit(release.correction)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(84)
        self.words.setPlaceholderText(_("The second paragraph gave the share as 34%; it is 44%."))
        self.row(_("What was corrected"), self.words, "correctionWords")
        self._shown = self.note()
        self.finish()
        if release.correction.strip():
            role = QDialogButtonBox.ButtonRole.DestructiveRole
            self.buttons.addButton(_("Take it out"), role).clicked.connect(self._take_out)
        self.words.textChanged.connect(self._check)
        self.words.setFocus()
        self._check()

    def correction(self) -> str:
        """The note on one line; nothing where it was taken out."""
        return " ".join(self.words.toPlainText().split())

    def _take_out(self) -> None:
        self.words.clear()
        self.accept()

    def _check(self) -> None:
        words = self.correction()
        self.accept_button.setEnabled(bool(words))
        shown = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
        told = _("In the release: {line}").format(line=self._pattern.format(note=shown))
        self._shown.setText(told if words else "")
