"""The workspace of an open kit: side pane, editor, preview, kept in step with one session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout

from presskit.gui.checks.panel import ChecksPanel
from presskit.gui.editor.issuedbanner import IssuedBanner
from presskit.gui.editor.pane import EditorPane
from presskit.gui.editor.releasebar import ReleaseBar
from presskit.gui.findbar import FindBar
from presskit.gui.following import Caretplace, Following
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.notices import Notices
from presskit.gui.preview import PreviewPane
from presskit.gui.side import SidePane
from presskit.gui.theme import Theme
from presskit.gui.translation.bar import TranslationBar
from presskit.i18n import _
from presskit.session import Changed, Session

_PARTS = (0.17, 0.53, 0.30)


class Workspace(QSplitter):
    """Places the three panes and carries what one tells to the others. changed: after every change. parted:
    the kit, or this view of it, is left, and what is answered later has nothing to show it on."""

    changed = Signal(object)
    parted = Signal()

    def __init__(self, session: Session, theme: Theme, lane: Lane, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.session = session
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.side = SidePane(session, theme, desk)
        self.bar = ReleaseBar(session)
        self.editor = EditorPane(session, theme)
        self.preview = PreviewPane(session, theme, lane)
        middle = QFrame()
        middle.setObjectName("middle")
        middle.setMinimumWidth(430)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = QLabel(_("This kit is open to read only. Save it under another name to work on it."))
        self.banner.setObjectName("banner")
        self.banner.setWordWrap(True)
        self.banner.setVisible(session.read_only)
        column.addWidget(self.banner)
        self.notices = Notices()
        column.addWidget(self.notices)
        self.issued_banner = IssuedBanner(session)
        column.addWidget(self.issued_banner)
        self.languages = TranslationBar()
        column.addWidget(self.languages)
        column.addWidget(self.bar)
        self.bar.show_since(self.issued_banner.changed_since)
        self.find_bar = FindBar(theme)
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        self.checks = ChecksPanel()
        column.addWidget(self.checks)
        self._slot = QFrame()  # where the preview stands, unless it has a window of its own
        self._slot_row = QVBoxLayout(self._slot)
        self._slot_row.setContentsMargins(0, 0, 0, 0)
        self._slot_row.addWidget(self.preview)
        self._with_preview: list[int] = []
        for pane in (self.side, middle, self._slot):
            self.addWidget(pane)
        for number, stretch in enumerate((0, 3, 2)):
            self.setStretchFactor(number, stretch)
        self.editor.neighbours = (self.bar.status, self.preview.tabs)
        self.editor.went_to.connect(self._went_to)
        self.side.go.connect(self.editor.go_to_block)
        self.side.moved.connect(self.editor.move_block)
        self.following = Following(self.editor)
        self.following.moved.connect(self.preview.follow)
        self.preview.clicked_block.connect(self.editor.go_to_block)
        self.preview.clicked_words.connect(self.following.come_to)
        self.editor.verticalScrollBar().valueChanged.connect(lane.put_off)
        self._stop = session.listen(self._changed)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes down the page, as it is laid out now."""
        shown = self.editor.isVisible()  # Qt asks, too, while it hides what has the keys
        return (shown and self.editor.tab(forward)) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the find bar from the cards, too; else it goes from a text to its block."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.find_bar.isVisible():
            self.find_bar.closed.emit()
        elif not (escape and self.editor.pick_here()):
            super().keyPressEvent(event)

    def share(self, width: int) -> None:
        """Gives each pane its part of a width in pixels."""
        self.setSizes([int(width * part) for part in _PARTS])

    def shares(self) -> list[int]:
        """How wide each pane is, in pixels; the preview's as it was here last."""
        return self._with_preview if self._slot.isHidden() else self.sizes()

    def let_preview_go(self) -> PreviewPane:
        """Gives the preview away; the editor takes its room."""
        self._with_preview = self.sizes()
        self._slot_row.removeWidget(self.preview)
        self._slot.hide()
        self.editor.neighbours = (self.bar.status, self.side.tabs)
        return self.preview

    def take_preview_back(self) -> None:
        """Takes the preview back to its place."""
        self._slot_row.addWidget(self.preview)
        self.preview.show()
        self._slot.show()
        self.setSizes(self._with_preview)
        self.editor.neighbours = (self.bar.status, self.preview.tabs)

    def part(self) -> None:
        """Stops listening; the session goes on without this view of it."""
        self._stop()
        self.following.stop()
        self.side.library.part()
        self.preview.part()
        self.parted.emit()

    def _changed(self, told: Changed) -> None:
        self.editor.changed(told)
        self.bar.changed(told)
        self.issued_banner.show_state()
        self.bar.show_since(self.issued_banner.changed_since)
        self.side.changed(told)
        self.preview.changed(told)
        self.banner.setVisible(self.session.read_only)
        self.changed.emit(told)

    def _went_to(self, block: str) -> None:
        self.side.outline.show_current(block)
        self.preview.follow(Caretplace(block))
