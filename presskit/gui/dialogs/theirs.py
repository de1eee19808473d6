"""What somebody else saved in the open kit's file, beside what is in the window."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.gui.differences import Differences
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.session import Session

_SIZE = (720, 540)


class TheirsDialog(QDialog):
    """Both, word by word. Accepted: theirs is to be taken over."""

    def __init__(self, parent: QWidget, theme: Theme, mine: Session, theirs: Session) -> None:
        super().__init__(parent)
        self.setObjectName("theirsDialog")
        self.setWindowTitle(_("Changed by someone else"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        told = QLabel(
            _(
                "Struck through is what only your window has, underlined what only the file has. If you take "
                "theirs, yours is one step of undo away. If you keep yours, PressKit asks before it saves."
            )
        )
        told.setWordWrap(True)
        column.addWidget(told)
        self.differs = Differences(theme)
        number = min(mine.number, len(theirs.kit.releases) - 1)
        self.differs.show_releases(mine.release, theirs.kit.releases[number])
        column.addWidget(self.differs, 1)
        buttons = QDialogButtonBox()
        take, keep = QPushButton(_("Take theirs")), QPushButton(_("Keep mine"))
        take.setObjectName("takeTheirs")
        keep.setObjectName("keepMine")
        buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
