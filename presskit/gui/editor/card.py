"""A card: one block of the release, its form, and what can be done with it."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.editor.fields import LineField
from presskit.gui.editor.form import FormParts, RecordForm
from presskit.gui.editor.textfield import RichField
from presskit.gui.elided import ElidedButton
from presskit.gui.icons import icon
from presskit.i18n import _
from presskit.model.block import Block

BLOCK_MIME = "application/x-presskit-block"


class Desk(FormParts, Protocol):
    """What a card needs of the editor."""

    def card_edited(self, card: "Card", path: str) -> None:
        """The block's record changed at a path."""

    def card_focused(self, card: "Card", path: str) -> None:
        """The caret went to a field."""

    def card_enter(self, card: "Card", path: str) -> None:
        """Enter in a single paragraph."""

    def card_back(self, card: "Card", path: str) -> None:
        """Backspace at the very start of a field."""

    def card_typed(self, field: RichField, letter: str) -> None:
        """A letter was typed that may have to become another."""

    def card_pasted(self, card: "Card", path: str, paragraphs: object) -> None:
        """Several paragraphs were pasted into a single one."""

    def card_dragged(self, card: "Card", path: str, began: int, point: QPoint) -> None:
        """A drag with the mouse that began at a place of a text goes on beyond it; -1 when it ends."""

    def card_menu(self, card: "Card", path: str, menu: QMenu, position: int) -> None:
        """The menu of a text is about to open, for a position in it."""

    def fill_menu(self, card: "Card", menu: QMenu) -> None:
        """Puts what can be done with a block into a menu."""


class Grip(QToolButton):
    """The handle by which a card is dragged."""

    def __init__(self, card: "Card") -> None:
        super().__init__(card)
        self._card = card
        self._pressed_at: QPoint | None = None
        self.setObjectName("grip")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to move · Alt+Up and Alt+Down"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begins the drag once the mouse has gone far enough."""
        if self._pressed_at is None:
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if far < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self._card)
        mime = QMimeData()
        mime.setData(BLOCK_MIME, self._card.block.id.encode())
        drag.setMimeData(mime)
        picture: QPixmap = self._card.grab()
        drag.setPixmap(picture.scaledToWidth(min(picture.width(), 360)))
        drag.exec(Qt.DropAction.MoveAction)


class Card(QFrame):
    """A block in the editor."""

    def __init__(self, block: Block, desk: Desk) -> None:
        super().__init__()
        self.block = block
        self._desk = desk
        self._wired: set[int] = set()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 7, 13, 10)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(4)
        self._kind = QLabel()
        self._kind.setObjectName("cardKind")
        self._note = QLabel()
        self._note.setObjectName("cardNote")
        head.addWidget(self._kind)
        head.addWidget(self._note)
        head.addStretch(1)
        self.chip = ElidedButton()
        self.chip.setProperty("chip", True)
        self.chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.chip.setObjectName("chip")
        self.chip.hide()
        self.news = ElidedButton()
        self.news.setProperty("chip", True)
        self.news.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.news.setObjectName("newsChip")
        self.news.hide()
        head.addWidget(self.news)
        head.addWidget(self.chip)
        colour = desk.maker.theme.colour
        self._grip = grip = Grip(self)
        grip.setIcon(icon("grip", colour["faint"], colour["disabled_text"]))
        head.addWidget(grip)
        self._menu_button = QToolButton()
        self._menu_button.setIcon(icon("more", colour["faint"], colour["disabled_text"]))
        self._menu_button.setToolTip(_("What you can do with this block"))
        self._menu_button.setObjectName("blockMenu")
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._menu_button.clicked.connect(self.open_menu)
        head.addWidget(self._menu_button)
        column.addLayout(head)
        self.form: RecordForm = desk.form_for(type(block))(type(block), desk)
        self.form.edited.connect(self._edited)
        self.form.focused.connect(lambda path: desk.card_focused(self, path))
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.form, 3)
        column.addLayout(self._body)
        self.beside: QWidget | None = None
        self.setAccessibleName(_(block.label))
        self.show_kind(_(block.label))
        self.show_block(block)

    def show_block(self, block: Block) -> None:
        """Shows a newer state of the block."""
        self.block = block
        self.form.show_record(block)
        self._wire()

    def show_note(self, note: str, *, warns: bool = False) -> None:
        """A remark beside the kind, quiet or a warning."""
        self._note.setText(f"· {note}" if note else "")
        if bool(self._note.property("warns")) != warns:
            self._note.setProperty("warns", warns)
            self._note.style().polish(self._note)

    def show_kind(self, name: str) -> None:
        """What the block is called where it stands: the first paragraph is the lede."""
        self._kind.setText(name.upper())
        self._grip.setAccessibleName(_("Move: {kind}").format(kind=name))
        self._menu_button.setAccessibleName(_("Block menu: {kind}").format(kind=name))

    def show_chip(self, text: str, tone: str, tip: str) -> None:
        """The chip at the right, or none. tone: "", "good" or "warn"."""
        _fill_chip(self.chip, text, tone, tip)

    def show_news(self, text: str, tone: str, tip: str) -> None:
        """The chip that tells what the library has newer, or none. tone: "", "warn" or "bad"."""
        _fill_chip(self.news, text, tone, tip)

    def put_beside(self, widget: QWidget | None) -> None:
        """Shows something where lines begin, in the place of what was there; None for nothing."""
        if self.beside is not None:
            self._body.removeWidget(self.beside)
            self.beside.hide()
            self.beside.deleteLater()
        self.beside = widget
        top = Qt.AlignmentFlag.AlignTop  # so that both begin on one line where the other is longer
        self._body.setAlignment(self.form, top if widget is not None else Qt.AlignmentFlag(0))
        if widget is not None:
            self._body.insertWidget(0, widget, 2)
            widget.show()

    def set_current(self, current: bool) -> None:
        """Marks the card that the caret is in."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().polish(self)

    def set_picked(self, picked: bool) -> None:
        """Shows whether the block is one of several that are chosen."""
        self.setProperty("picked", picked)
        self.style().polish(self)

    def open_menu(self) -> None:
        """The block's menu, below its button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk.fill_menu(self, menu)
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def first_field(self) -> str:
        """The path of the field in which writing begins."""
        fields = self.form.text_fields()
        return fields[0][0] if fields else ""

    def tab_stops(self) -> list[QWidget]:
        """The widgets that Tab visits: what is written in, then the tools of rows. The head's chip and menu
        are left to the mouse and to commands of their own, so that nothing typed after Tab is lost."""
        inside = self.form.layout()
        found = list(_stops(inside)) if inside else []
        return sorted(found, key=lambda widget: isinstance(widget, QToolButton))

    def _edited(self, path: str) -> None:
        self.block = self.form.record
        self._wire()
        self._desk.card_edited(self, path)

    def _unwire(self, key: int, _gone: object = None) -> None:
        self._wired.discard(key)

    def _wire(self) -> None:
        """Connects fields that rows may just have made."""
        for path, field in self.form.text_fields():
            if isinstance(field, RichField | LineField) and id(field) not in self._wired:
                self._wired.add(id(field))
                field.destroyed.connect(partial(self._unwire, id(field)))
                field.menu_opening.connect(
                    lambda menu, at, path=path: self._desk.card_menu(self, path, menu, at)
                )
                field.pasted.connect(lambda found, path=path: self._desk.card_pasted(self, path, found))
                if isinstance(field, LineField):
                    continue
                field.dragged_out.connect(
                    lambda began, at, path=path: self._desk.card_dragged(self, path, began, at)
                )
                field.enter_pressed.connect(lambda path=path: self._desk.card_enter(self, path))
                field.back_pressed.connect(lambda path=path: self._desk.card_back(self, path))
                field.typed.connect(partial(self._desk.card_typed, field))


def _fill_chip(chip: ElidedButton, text: str, tone: str, tip: str) -> None:
    chip.setVisible(bool(text))
    chip.setText(text)
    chip.setToolTip(tip)
    if chip.property("tone") != tone:
        chip.setProperty("tone", tone)
        chip.style().polish(chip)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    """What takes the keys, in the order in which it is laid out."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item else None
        widget = item.widget() if item else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None and (below := widget.layout()):
            yield from _stops(below)
        elif inner is not None:
            yield from _stops(inner)
