"""The approval of quotes: sent, approved, taken back, by the chip, the block's menu or keys."""

import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from presskit.blocks.quote import Quote
from presskit.gui.dialogs.small import ApprovalDialog
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model import edits
from presskit.text.runs import plain_paragraphs


class Approvals:
    """Commands on the approval of the current quote."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._workspace: Workspace | None = None

    def _quote(self) -> Quote | None:
        if self._workspace is None:
            return None
        block = self._workspace.session.release.find(self._workspace.editor.current)
        return block if isinstance(block, Quote) else None

    def _keep(self, label: str, quote: Quote) -> None:
        if self._workspace is not None:
            self._workspace.session.edit(label, lambda release: edits.change(release, quote))

    def approval(self) -> None:
        """Records that the speaker cleared the words of the current quote."""
        quote = self._quote()
        if quote is None:
            return
        words = plain_paragraphs(quote.words)
        dialog = ApprovalDialog(self._window, quote.speaker.name, words, quote.approval)
        if dialog.exec():
            withdrawn = replace(quote, approval=None, asked=None)
            self._keep(_("Approval"), withdrawn if dialog.withdrawn else quote.approved(*dialog.approval()))
        dialog.deleteLater()

    def sent_for_approval(self) -> None:
        """Records that the words of the current quote went to their speaker today."""
        quote = self._quote()
        if quote is not None and not quote.is_empty() and quote.standing() not in {"sent", "approved"}:
            now = datetime.datetime.now().astimezone().replace(second=0, microsecond=0, tzinfo=None)
            self._keep(_("Sent for approval"), quote.sent(now))

    def back_to_draft(self) -> None:
        """Takes back what is on record of the current quote's approval."""
        quote = self._quote()
        if quote is not None:
            self._keep(_("Back to draft"), replace(quote, approval=None, asked=None))

    def approval_entries(self, quote: Quote) -> list[str]:
        """The commands that make sense for a quote as it stands."""
        standing = quote.standing()
        found = [] if standing in {"sent", "approved"} else ["sent_for_approval"]
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
