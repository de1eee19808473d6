"""The banner above the cards of a release that is no longer as it was issued."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.issuing import Since, latest
from presskit.session import Session


class IssuedBanner(QFrame):
    """Says that the release has changed since it went out, and what can be done. chosen: the command."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._since = session, Since()
        self.changed_since = False
        self.setObjectName("issuedBanner")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 7)
        row = WrapRow(8)
        column.addLayout(row)
        self.words = QLabel()
        self.words.setObjectName("issuedWords")
        self.words.setWordWrap(True)
        row.put(self.words, stretch=1, least=220)
        self.buttons: dict[str, QPushButton] = {}
        for command in ("make_correction", "issue", "back_to_issued"):
            button = self.buttons[command] = QPushButton()
            button.setObjectName(f"banner-{command}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, command=command: self.chosen.emit(command))
            row.put(button)
        self.buttons["back_to_issued"].setToolTip(_("Back to what was issued"))
        self.buttons["issue"].setText(_("Issue…"))
        self.show_state()

    def show_state(self) -> None:
        """Shows itself where it is needed."""
        session = self._session
        self.changed_since = self._since.changed(session.kit, session.number)
        issued = latest(session.kit, session.number)
        if self.changed_since and issued is not None:
            noted = session.release.correction.strip()
            fresh = bool(noted) and noted != issued.correction.strip()
            told = _("Changed since version {version} was issued.")
            if fresh:
                told = _("It corrects version {version}, and is not issued yet.")
            self.words.setText(told.format(version=issued.version))
            self.buttons["back_to_issued"].setText(
                _("Back to version {version}").format(version=issued.version)
            )
            correct = self.buttons["make_correction"]
            correct.setText(_("Change the correction…") if fresh else _("Make it a correction…"))
        self.setVisible(self.changed_since)
