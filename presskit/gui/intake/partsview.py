"""The left side of the review: the text as it came, each paragraph with what it was taken for."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu

from presskit.blocks.quote import Quote
from presskit.bringing import Composed, Draft, Kind
from presskit.gui.intake.kinds import BY_KEY, CALLED, UNSURE
from presskit.gui.intake.rows import Line, RowsView
from presskit.gui.theme import Theme
from presskit.i18n import _

_FAINT = ("aside", "table", "end", "label", "issuer")


class PartsView(RowsView):
    """kind_wanted: the chosen parts are something else (a Kind)."""

    kind_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "intakeParts", _("The text as it came, and what each part of it is"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def show_draft(self, draft: Draft, made: Composed) -> None:
        """Shows the parts of a draft; those that became quotes say so, and who speaks."""
        blocks = made.kit.releases[0].blocks
        lines = []
        for number, part in enumerate(draft.parts):
            called = CALLED[part.kind]
            label, tone, more = _(called.label), called.tone, ""
            place = made.places[number] if number < len(made.places) else -1
            if part.kind == "body" and 0 <= place < len(blocks):
                block = blocks[place]
                if isinstance(block, Quote):
                    label, tone, more = _(Quote.label), "accent", block.speaker.name
                else:
                    label = _(block.label)
            faint = part.kind in _FAINT
            line = Line(label, draft.printed(part), tone, doubt=part.sure < UNSURE, faint=faint, more=more)
            lines.append(line)
        self.lines.show(lines)

    def chosen(self) -> list[int]:
        """The numbers of the chosen parts, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter says what the chosen parts are; Enter shows all kinds."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        kind = BY_KEY.get(event.text().upper()) if held == Qt.KeyboardModifier.NoModifier else None
        if kind is not None and self.chosen():
            self.kind_wanted.emit(kind)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.NoModifier:
            rect = self.visualRect(self.currentIndex())
            self._menu(self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(16, 0)))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All kinds, at the mouse or below the current part."""
        self._menu(event.globalPos())

    def _menu(self, at: QPoint) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setObjectName("intakeKinds")
        for kind, called in CALLED.items():
            action = menu.addAction(f"{_(called.label)}\t{called.key}")
            action.triggered.connect(lambda _on=False, kind=kind: self._want(kind))
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    def _want(self, kind: Kind) -> None:
        self.kind_wanted.emit(kind)
