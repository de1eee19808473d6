"""What a version is to be called."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from presskit.gui import filing
from presskit.gui.dialogs.small import FormDialog
from presskit.i18n import _
from presskit.model.kept import LONGEST_NAME
from presskit.session import FileProblem, Session
from presskit.snapshots import Kept, named_as, with_name


class NameDialog(FormDialog):
    """Asks for the name of a version. told: what the name is for."""

    def __init__(self, parent: QWidget, title: str, accept: str, told: str, name: str = "") -> None:
        super().__init__(parent, title, accept)
        self.setObjectName("nameVersion")
        words = QLabel(told)
        words.setWordWrap(True)
        self.form.addRow(words)
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(_("As sent to the partners"))
        self.name.textChanged.connect(self._changed)
        self.row(_("Name"), self.name, "versionName")
        self.finish()
        self._changed(name)
        self.name.selectAll()
        self.name.setFocus()

    def words(self) -> str:
        """The name."""
        return " ".join(self.name.text().split())

    def _changed(self, name: str) -> None:
        self.accept_button.setEnabled(bool(name.strip()))


def ask_and_keep(parent: QWidget, session: Session) -> str:
    """Keeps the kit as it is now under a name that is asked for; returns it, or nothing if it did not."""
    told = _(
        "The release as it is now, in all its languages, stays in the kit’s file under this name: to compare "
        "with later, and to bring back. Reporters never see it."
    )
    if already := named_as(session.kit):
        told = _("It is kept already as it is now, as “{name}”. You can keep it under another name, too.")
        told = told.format(name=already)
    name = _asked(NameDialog(parent, _("Keep this version"), _("Keep"), told))
    return name if name and _done(parent, lambda: session.keep(name)) else ""


def ask_and_rename(parent: QWidget, session: Session, version: Kept) -> bool:
    """Gives a version a name that is asked for; whether it did."""
    told = _(
        "A version with a name stays for good. Of those that PressKit keeps by itself, fewer stay with time."
    )
    name = _asked(NameDialog(parent, _("Name of the version"), _("Rename"), told, version.name))
    if not name or name == version.name:
        return False
    return _done(parent, lambda: session.change_versions(lambda kit: with_name(kit, version, name)))


def _asked(dialog: NameDialog) -> str:
    """What is answered; nothing where it is not."""
    done = dialog.exec()
    name = dialog.words()
    dialog.deleteLater()
    return name if done else ""


def _done(parent: QWidget, act: Callable[[], None]) -> bool:
    try:
        act()
    except FileProblem as problem:
        filing.tell(parent, _("No more room"), problem.sentence)
        return False
    return True
