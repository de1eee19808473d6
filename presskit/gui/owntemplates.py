"""The user's own templates: one is kept, begun from, or forgotten."""

from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from presskit.gui import filing
from presskit.gui.dialogs.small import FormDialog
from presskit.gui.kitfiles import KitFiles
from presskit.gui.startpage import StartPage
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.ourtemplates import TemplateShelf, called
from presskit.session import FileProblem, Session

_SAID_FOR = 8000  # milliseconds


class Owner(Protocol):
    """What is needed of the window."""

    files: KitFiles
    workspace: Workspace | None

    def show_start(self) -> None:
        """Shows the start page in the place of the kit."""


class OwnTemplates:
    """The window's dealings with templates of one's own."""

    def __init__(self, window: QMainWindow, owner: Owner, shelf: TemplateShelf) -> None:
        self._window, self._owner, self._shelf = window, owner, shelf

    def attend(self, workspace: Workspace) -> None:
        """A kit is shown: there is nothing to do."""

    def names(self) -> tuple[str, ...]:
        """What they are called."""
        return self._shelf.names()

    def furnish(self, page: StartPage) -> None:
        """Offers them on the start page."""
        page.offer_own(self.names())
        page.own.connect(self.begin)
        page.forgotten.connect(self.forget)

    def save_template(self) -> None:
        """Keeps the open kit as a template, under a name asked for."""
        workspace = self._owner.workspace
        if workspace is None:
            return
        dialog = _NameDialog(self._window, workspace.session.release.title())
        wanted = called(dialog.name.text()) if dialog.exec() else ""
        dialog.deleteLater()
        there = self._shelf.find(wanted)
        told = _("There is a template called “{name}”. Put this one in its place?").format(name=there)
        if wanted and (not there or self._agreed(told, _("Replace"))):
            self._keep(there or wanted, workspace.session)

    def _keep(self, name: str, session: Session) -> None:
        try:
            self._shelf.keep(name, session.kit)
        except FileProblem as problem:
            filing.tell(self._window, _("The template was not kept"), problem.sentence)
            return
        said = _("“{name}” is kept: the start page offers it.").format(name=name)
        self._window.statusBar().showMessage(said, _SAID_FOR)

    def begin(self, name: str) -> None:
        """A new kit that begins as a template does."""
        try:
            kit = self._shelf.kit(name)
        except FileProblem as problem:
            filing.tell(self._window, _("The template cannot be opened"), problem.sentence)
            return
        self._owner.files.show_new(Session(kit))

    def forget(self, name: str) -> None:
        """Takes a template away, once that was asked."""
        told = _("Forget the template “{name}”? Kits that were begun from it stay as they are.")
        if not self._agreed(told.format(name=name), _("Forget it")):
            return
        try:
            self._shelf.remove(name)
        except FileProblem as problem:
            filing.tell(self._window, _("The template is still there"), problem.sentence)
        self._owner.show_start()

    def _agreed(self, told: str, yes: str) -> bool:
        answers = (("yes", yes), ("no", _("Cancel")))
        return filing.ask(self._window, _("Templates"), told, *answers, escape="no") == "yes"


class _NameDialog(FormDialog):
    """Under which name a template is kept."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, _("Save as a template"), _("Save"))
        self.name = QLineEdit(called(title))
        self.name.setPlaceholderText(_("Such as “Monthly figures”"))
        self.name.selectAll()
        self.row(_("Name"), self.name, "templateName")
        note = self.note()
        note.setText(
            _("Texts, pictures, brand and languages are kept. Dates, approvals and what was issued are not.")
        )
        self.finish()
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(called(self.name.text())))
