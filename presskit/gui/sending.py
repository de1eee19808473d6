"""What leaves the house: files for reporters and colleagues, versions that are issued, and corrections."""

import datetime
from typing import Protocol, TypeVar

from msgspec.structs import replace
from PySide6.QtWidgets import QMainWindow

from presskit.gui import filing
from presskit.gui.dialogs.correction import CorrectionDialog
from presskit.gui.dialogs.export import ExportDialog
from presskit.gui.dialogs.issue import IssueDialog
from presskit.gui.dialogs.issued import IssuedDialog
from presskit.gui.editor.releasebar import LANGUAGES
from presskit.gui.kitfiles import KitFiles
from presskit.gui.lane import Lane
from presskit.gui.library.clearing import Clearing
from presskit.gui.versions import Versions
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.issuing import begun_anew, frozen, latest, next_version, taken_back, with_version
from presskit.model.issued import SentFile
from presskit.session import FileProblem, Session
from presskit.settings import Settings

Dialog = TypeVar("Dialog", bound=ExportDialog)


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    lane: Lane
    files: KitFiles
    versions: Versions

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class Sending:
    """The commands that export and issue the release that is shown."""

    def __init__(self, window: QMainWindow, owner: Owner, clearing: Clearing) -> None:
        self._window, self._owner, self._clearing = window, owner, clearing
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        workspace.bar.issue_wanted.connect(self.issue)
        workspace.issued_banner.chosen.connect(lambda command: getattr(self, command)())

    def export(self) -> None:
        """The dialog that writes files."""
        if self._workspace is not None:
            self._run(self._dialog(ExportDialog, ""))

    def issue(self) -> None:
        """The dialog that writes files for reporters and keeps what went out."""
        if self._workspace is None:
            return
        session = self._workspace.session
        version = next_version(session.kit, session.number)
        # A later version never lies over what was sent before.
        dialog = self._dialog(IssueDialog, f"-v{version}" if version > 1 else "")
        dialog.issued.connect(lambda files: self._issued(session, files))
        self._run(dialog)

    def _dialog(self, kind: type[Dialog], ending: str) -> Dialog:
        assert self._workspace is not None
        session, settings = self._workspace.session, self._owner.settings
        folder = settings.export_folder or str(filing.problem_folder(session))
        stem = filing.file_stem(session) + ending
        return kind(
            self._window, session, self._owner.lane, self._clearing, stem, folder, settings.export_formats
        )

    def _run(self, dialog: ExportDialog) -> None:
        dialog.allow(self._owner.settings.system_fonts)
        dialog.allowed.connect(self._allowed)
        dialog.written.connect(self._exported)
        dialog.wanted.connect(self._go_to)
        dialog.exec()
        dialog.deleteLater()

    def _go_to(self, number: int, block_id: str) -> None:
        self._owner.versions.show(number)
        if self._workspace:
            self._workspace.editor.go_to_block(block_id)

    def _exported(self, folder: str, formats: tuple[str, ...]) -> None:
        settings = self._owner.settings
        self._owner.keep(replace(settings, export_folder=folder, export_formats=tuple(formats)))

    def _allowed(self, system_fonts: bool) -> None:
        self._owner.keep(replace(self._owner.settings, system_fonts=system_fonts))
        if self._workspace:
            self._workspace.preview.allow(system_fonts)

    def _issued(self, session: Session, files: tuple[SentFile, ...]) -> None:
        now = datetime.datetime.now().astimezone().replace(microsecond=0)
        version = frozen(session.kit, session.number, files, now)
        session.amend(lambda kit: with_version(kit, version))
        session.edit(_("Issue"), lambda release: replace(release, status="issued"))

    def new_from_this(self) -> None:
        """A new kit that begins as this one is."""
        if self._workspace is not None:
            self._owner.files.show_new(Session(begun_anew(self._workspace.session.kit)))

    def issued_versions(self) -> None:
        """What went out."""
        if self._workspace is None:
            return
        names = {tag: _(name) for tag, name in LANGUAGES}
        dialog = IssuedDialog(
            self._window, self._workspace.session.kit, self._owner.lane, lambda tag: names.get(tag, tag)
        )
        dialog.exec()
        dialog.deleteLater()

    def make_correction(self) -> None:
        """Asks what the release corrects of what was issued."""
        if self._workspace is None:
            return
        session = self._workspace.session
        issued, release = latest(session.kit, session.number), session.release
        old = issued is not None and issued.correction == release.correction
        dialog = CorrectionDialog(self._window, replace(release, correction="") if old else release)
        if dialog.exec():
            words = dialog.correction()
            session.edit(_("Correction"), lambda release: replace(release, correction=words))
        dialog.deleteLater()

    def back_to_issued(self) -> None:
        """Makes the release what it was when it was issued last."""
        if self._workspace is None:
            return
        session = self._workspace.session
        try:
            session.keep()
            session.edit_kit(_("Back to what was issued"), lambda kit: taken_back(kit, session.number))
        except FileProblem as problem:
            told = _("What was issued cannot be brought back; nothing was changed. {why}")
            filing.tell(self._window, _("Back to what was issued"), told.format(why=problem.sentence))
