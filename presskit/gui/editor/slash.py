"""The menu of kinds of block that a slash opens in an empty paragraph."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from presskit.blocks import ALL
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.unknown import Unknown
from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import Maker
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.fresh import fresh
from presskit.gui.icons import icon
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block
from presskit.model.release import Release
from presskit.session import Session

_WIDTH, _ROW, _MOST = 250, 30, 8  # pixels; rows that show at once


def fitting(typed: str, blocks: tuple[Block, ...]) -> list[type[Block]]:
    """The kinds whose name has what was typed, those that begin with it first; without those of which a
    release has one at most and has it."""
    there = {type(block) for block in blocks}
    wanted = typed.casefold().strip()
    found = [
        kind
        for kind in ALL
        if kind is not Unknown and not (kind.once and kind in there) and wanted in _(kind.label).casefold()
    ]
    return sorted(found, key=lambda kind: not _(kind.label).casefold().startswith(wanted))


class Page(Protocol):
    """What is needed of the editor."""

    maker: Maker

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made where it was not."""

    def go(self, caret: Caret) -> None:
        """Puts the caret somewhere."""

    def go_to_block(self, block_id: str, *, end: bool = False) -> None:
        """Puts the caret into a block's first field."""


class Slashes:
    """What a slash does in the editor."""

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page

    def typed(self, field: RichField, caret: Caret) -> None:
        """A slash was typed where there is no text yet: in a paragraph it opens the menu."""
        if not isinstance(self._session.release.find(caret.block), Paragraph):
            field.insertPlainText("/")
            return
        window = field.window()
        menu = SlashMenu(self._page.maker.theme, self._session.release.blocks, window)
        menu.chosen.connect(lambda kind: self._chosen(kind, caret))
        menu.left.connect(lambda text, back: self._left(text, caret, back=back))
        at = field.cursorRect()
        menu.open(field.viewport().mapTo(window, at.topLeft()), at.height() + 4)

    def _chosen(self, kind: type[Block], caret: Caret) -> None:
        """Puts a block of the kind in the paragraph's place, as one step."""
        if kind is Paragraph or self._session.release.find(caret.block) is None:
            self._page.go(caret)
            return
        new = fresh(kind, self._session.release)

        def put(release: Release) -> Release:
            if kind.once:
                return edits.insert(edits.remove(release, caret.block), 0, new)
            return edits.swap(release, caret.block, (new,))

        self._session.edit(
            _("Add {kind}").format(kind=_(kind.label)), put, before=caret, after=Caret(new.id, "")
        )
        self._page.go_to_block(new.id)

    def _left(self, text: str, caret: Caret, *, back: bool) -> None:
        """Gives the paragraph what was typed."""
        card = self._page.card(caret.block)
        field = card.form.field_at(caret.field) if card else None
        if isinstance(field, RichField):
            if back:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.insertPlainText(text)


class SlashMenu(QFrame):
    """Filters the kinds by what is typed. chosen: a kind. left: no kind was chosen; what stood in the line,
    the slash with it, and whether the caret goes back to the paragraph."""

    chosen = Signal(object)
    left = Signal(str, bool)

    def __init__(self, theme: Theme, blocks: tuple[Block, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._blocks, self._done = theme, blocks, False
        self.setObjectName("slashMenu")
        colour = theme.colour
        self.setStyleSheet(
            f"#slashMenu {{ background: {colour['card']}; border: 1px solid {colour['accent']};"
            " border-radius: 7px; }"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        self.line = _Line(self._key, self._lost)
        self.line.setText("/")
        self.line.setAccessibleName(_("Search kinds of block"))
        self.line.setObjectName("slashLine")
        self.line.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Kinds of block"))
        self.list.setObjectName("slashKinds")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(17, 17))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._filter("/")

    def open(self, at: QPoint, line_height: int) -> None:
        """Shows itself below a point of the parent, or above the line there where there is no room."""
        self._fit()
        parent = self.parentWidget()
        assert parent is not None
        below = at.y() + line_height
        fits = below + self.height() <= parent.height()
        left = max(min(at.x(), parent.width() - self.width() - 4), 0)
        self.move(left, below if fits else max(at.y() - self.height(), 0))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        rows = max(min(self.list.count(), _MOST), 1)
        self.list.setFixedHeight(rows * _ROW + 4)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()

    def _filter(self, text: str) -> None:
        if not text.startswith("/"):
            self._leave("", back=True)
            return
        self.list.clear()
        colour = self._theme.colour
        for kind in fitting(text[1:], self._blocks):
            name = str(kind.__struct_config__.tag)
            item = QListWidgetItem(icon(name, colour["text"], colour["disabled_text"]), _(kind.label))
            item.setData(Qt.ItemDataRole.UserRole, kind)
            item.setSizeHint(QSize(_WIDTH - 20, _ROW))
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(_("No kind of block is called so"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave(self.line.text(), back=True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                if (item := self.list.currentItem()) is not None:
                    self._take(item)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            case _:
                return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        kind = item.data(Qt.ItemDataRole.UserRole)
        if kind is not None and not self._done:
            self._close()
            self.chosen.emit(kind)

    def _lost(self) -> None:
        self._leave(self.line.text(), back=False)

    def _leave(self, text: str, *, back: bool) -> None:
        if not self._done:
            self._close()
            self.left.emit(text, back)

    def _close(self) -> None:
        self._done = True
        self.hide()
        self.deleteLater()


class _Line(QLineEdit):
    """The line in which kinds are looked for; some keys are the menu's."""

    def __init__(self, key: Callable[[QKeyEvent], bool], lost: Callable[[], None]) -> None:
        super().__init__()
        self._key, self._lost = key, lost

    def event(self, event: QEvent) -> bool:
        """Takes Tab and Escape before the window does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves the menu, unless to another window."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._lost()
