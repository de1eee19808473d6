"""The side pane: the library, the outline of the release, and who is to clear it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from presskit.gui.approvals.pane import ApprovalsPane
from presskit.gui.library.desk import Desk
from presskit.gui.library.shelfpane import ShelfPane
from presskit.gui.outline import Outline
from presskit.gui.theme import Theme
from presskit.i18n import _, ngettext
from presskit.session import Changed, Session

APPROVALS = 2  # the place of that tab


class SidePane(QWidget):
    """Library, outline and approvals."""

    go = Signal(str)
    moved = Signal(str, int)

    def __init__(self, session: Session, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setObjectName("sideTabs")
        self.tabs.setAccessibleName(_("Side pane"))
        self.tabs.addTab(_("Library"))
        self.tabs.addTab(_("Outline"))
        self.tabs.addTab(_("Sign-off"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.library = ShelfPane(session, theme, desk)
        self.outline = Outline(theme)
        self.approvals = ApprovalsPane(session)
        self.approvals.go.connect(self.go)
        self.approvals.counted.connect(self._count)
        stack = QStackedWidget()
        stack.addWidget(self.library)
        stack.addWidget(self.outline)
        stack.addWidget(self.approvals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 1, 0)
        column.setSpacing(2)
        column.addWidget(self.tabs)
        column.addWidget(stack, 1)
        self.tabs.currentChanged.connect(stack.setCurrentIndex)
        self.outline.chosen.connect(self.go)
        self.outline.moved.connect(self.moved)
        self.approvals.look()
        self.outline.show_blocks(session.release.blocks)

    def show_approvals(self) -> None:
        """Shows who is still to clear the release."""
        self.tabs.setCurrentIndex(APPROVALS)
        self.approvals.list.setFocus()

    def _count(self, still_open: int) -> None:
        """Tells on the tab how many are open."""
        told = ngettext("{count} has still to approve", "{count} have still to approve", still_open)
        self.tabs.setTabToolTip(
            APPROVALS, told.format(count=still_open) if still_open else _("All have approved")
        )

    def changed(self, told: Changed) -> None:
        """Takes over a change of the release."""
        self.approvals.look()
        blocks = told.before is None or told.before.blocks is not told.after.blocks
        if blocks or told.before is None or told.before.language != told.after.language:
            self.library.look()
            self.outline.show_blocks(self._session.release.blocks)
