"""The approval of quotes and partners: asked, recorded, taken back, by panel, chip, menu or keys."""

import datetime
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QWidget

from presskit.asking import clearances as asking
from presskit.asking.clearances import Clearance
from presskit.blocks.quote import Quote
from presskit.exporting import ExportProblem
from presskit.gui.approvals.askdialog import AskDialog
from presskit.gui.approvals.partnerdialog import PartnerDialog
from presskit.gui.dialogs.small import ApprovalDialog
from presskit.gui.filing import problem_folder
from presskit.gui.workspace import Workspace
from presskit.i18n import _, ngettext
from presskit.model import edits
from presskit.model.release import Release
from presskit.session import FileProblem, Session
from presskit.text.runs import plain_paragraphs
from presskit.text.slug import slug

_SAID = 6000  # milliseconds that the status line says what was done


class Approvals:
    """Commands on approvals: of the current quote, or of whom the panel has chosen."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        pane = workspace.side.approvals
        pane.wanted.connect(self._from_panel)
        pane.menu_asked.connect(self._open_menu)

    def _session(self) -> Session | None:
        return self._workspace.session if self._workspace else None

    def _quote(self) -> Quote | None:
        if self._workspace is None:
            return None
        block = self._workspace.session.release.find(self._workspace.editor.current)
        return block if isinstance(block, Quote) else None

    def _clearance(self) -> Clearance | None:
        """Whom the command is about: the quote with the caret, else whom the panel has chosen."""
        session = self._session()
        if session is None or self._workspace is None:
            return None
        pane, quote = self._workspace.side.approvals, self._quote()
        if quote is not None and not pane.list.hasFocus():
            of_quote = (each for each in asking.clearances(session.release) if each.block == quote.id)
            return next(of_quote, None)
        return pane.current()

    def _keep(self, label: str, change: Callable[[Release], Release]) -> None:
        if (session := self._session()) is not None:
            session.edit(label, change)

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, _SAID)

    # --- of one

    def approvals(self) -> None:
        """Shows the panel."""
        if self._workspace is not None:
            self._workspace.side.show_approvals()

    def approval(self) -> None:
        """Records that the speaker cleared the words of the current quote."""
        if (quote := self._quote()) is not None:
            self._record_quote(quote)

    def _record_quote(self, quote: Quote) -> None:
        words = plain_paragraphs(quote.words)
        dialog = ApprovalDialog(self._window, quote.speaker.name, words, quote.approval)
        if dialog.exec():
            withdrawn = replace(quote, approval=None, asked=None)
            made = withdrawn if dialog.withdrawn else quote.approved(*dialog.approval())
            self._keep(_("Approval"), lambda release: edits.change(release, made))
        dialog.deleteLater()

    def _record(self, of: Clearance) -> None:
        session = self._session()
        if session is None:
            return
        block = session.release.find(of.block) if of.block else None
        if isinstance(block, Quote):
            self._record_quote(block)
            return
        partner = asking.partner_of(session.release, of.name)
        if partner is None:
            return
        words = "\n".join(partner.mentions(session.release.blocks))
        dialog = ApprovalDialog(self._window, partner.name, words, partner.approval)
        if dialog.exec():
            if dialog.withdrawn:
                self._keep(_("Approval"), lambda release: asking.taken_back(release, of))
            else:
                given = dialog.approval()
                self._keep(_("Approval"), lambda release: asking.approved(release, of, *given))
        dialog.deleteLater()

    def sent_for_approval(self) -> None:
        """Records that the words of the current quote went to their speaker today."""
        quote = self._quote()
        if quote is not None and not quote.is_empty() and quote.standing() not in {"sent", "approved"}:
            self._keep(_("Sent for approval"), lambda release: edits.change(release, quote.sent(_now())))

    def back_to_draft(self) -> None:
        """Takes back what is on record of the current quote's approval."""
        quote = self._quote()
        if quote is not None:
            bare = replace(quote, approval=None, asked=None)
            self._keep(_("Back to draft"), lambda release: edits.change(release, bare))

    def ask_approval(self) -> None:
        """A letter to whoever is to clear the current quote, or whom the panel has chosen."""
        of = self._clearance()
        if of is None:
            self.approvals()
        else:
            self._ask(of)

    def _ask(self, of: Clearance) -> None:
        session = self._session()
        if session is None:
            return
        letter = asking.letter(session.kit, session.number, of)
        dialog = AskDialog(self._window, letter, of.name, str(problem_folder(session)))
        if dialog.exec() and dialog.way:
            self._keep(_("Asked for approval"), lambda release: asking.asked(release, of, _now()))
            self._say(_("It is on record that {name} was asked.").format(name=of.name))
        dialog.deleteLater()

    # --- of all

    def ask_all(self) -> None:
        """A letter for each who is open, as files in a folder."""
        session = self._session()
        if session is None:
            return
        still = [each for each in asking.clearances(session.release) if each.is_open]
        if not still:
            self._say(_("Nobody is left to be asked."))
            return
        folder = QFileDialog.getExistingDirectory(
            self._window, _("Where to write the letters"), str(problem_folder(session))
        )
        if not folder:
            return
        taken: set[str] = set()
        try:
            for each in still:
                name = _free(slug(each.name) or "quote", taken)
                letter = asking.letter(session.kit, session.number, each)
                asking.write_letter(Path(folder) / f"{name}.eml", letter)
        except FileProblem as problem:
            self._say(problem.sentence)
            return

        def all_asked(release: Release) -> Release:
            for each in still:
                release = asking.asked(release, each, _now())
            return release

        self._keep(_("Asked all for approval"), all_asked)
        told = ngettext("{count} letter is in {folder}.", "{count} letters are in {folder}.", len(still))
        self._say(told.format(count=len(still), folder=folder))

    def approval_sheet(self) -> None:
        """A page on which all can sign, as a PDF."""
        session = self._session()
        if session is None:
            return
        place = str(problem_folder(session) / f"{slug(session.release.title()) or 'release'}-approval.pdf")
        name, _kind = QFileDialog.getSaveFileName(self._window, _("Save the sheet"), place, _("PDF (*.pdf)"))
        if not name:
            return
        try:
            asking.write_sheet(Path(name), session.kit, session.number)
        except (FileProblem, ExportProblem) as problem:
            self._say(problem.sentence)
        else:
            self._say(_("The sheet is in {file}.").format(file=name))

    def add_partner(self) -> None:
        """Names an organisation whose word is wanted."""
        session = self._session()
        if session is None:
            return
        dialog = PartnerDialog(self._window, asking.candidates(session.release))
        if dialog.exec():
            name, email = dialog.name.currentText(), dialog.email.text()
            self._keep(_("Add a partner"), lambda release: asking.with_partner(release, name, email))
            self.approvals()
        dialog.deleteLater()

    # --- panel and menus

    def _from_panel(self, command: str) -> None:
        if self._workspace is None:
            return
        chosen = self._workspace.side.approvals.current()
        if command == "ask_approval" and chosen is not None:
            self._ask(chosen)
        elif command == "record_approval" and chosen is not None:
            self._record(chosen)
        elif command in {"ask_all", "approval_sheet", "add_partner"}:
            getattr(self, command)()

    def _open_menu(self, of: Clearance, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Ask…")).triggered.connect(lambda: self._ask(of))
        menu.addAction(_("Record…")).triggered.connect(lambda: self._record(of))
        if of.standing != "draft":
            menu.addAction(_("Take back what is on record")).triggered.connect(
                lambda: self._keep(_("Back to draft"), lambda release: asking.taken_back(release, of))
            )
        if not of.block:
            menu.addSeparator()
            menu.addAction(_("Take the partner off the list")).triggered.connect(
                lambda: self._keep(
                    _("Remove a partner"), lambda release: asking.without_partner(release, of.name)
                )
            )
        menu.popup(at)

    def approval_entries(self, quote: Quote) -> list[str]:
        """The commands that make sense for a quote as it stands."""
        standing = quote.standing()
        found = [] if standing == "approved" else ["ask_approval"]
        found += [] if standing in {"sent", "approved"} else ["sent_for_approval"]
        return [*found, "approval", *([] if standing == "draft" else ["back_to_draft"])]

    def open_approval_menu(self, quote: Quote, below: QWidget) -> None:
        """What can be done about a quote's approval, below the chip that tells it."""
        menu = QMenu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = self._window.actions_.commands  # type: ignore[attr-defined]
        for name in self.approval_entries(quote):
            actions[name].setEnabled(True)
            menu.addAction(actions[name])
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone().replace(second=0, microsecond=0, tzinfo=None)


def _free(stem: str, taken: set[str]) -> str:
    """A name that no other letter of the same batch has."""
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
