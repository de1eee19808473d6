"""The caret goes from card to card as if all fields were one page."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.keys import Way
from presskit.gui.editor.textfield import RichField
from presskit.model.block import Block
from presskit.session import Session

TextField = RichField | LineField


class Page(Protocol):
    """What is needed of the editor."""

    current: str

    def card(self, block_id: str) -> Card | None:
        """The card of a block, made where it was not."""


class Crossing:
    """Takes the caret out of a field into the one above or below."""

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page

    def cross(self, way: Way) -> bool:
        """Moves the caret on from the field that has it; False where the page ends or no text has it."""
        field = QApplication.focusWidget()
        card = self._page.card(self._page.current)
        if not isinstance(field, RichField | LineField) or card is None:
            return False
        blocks = self._session.release.blocks
        here = self._session.release.index(self._page.current)
        on = way in {"down", "on", "end"}
        if way in {"top", "end"}:
            found = self._first(iter(reversed(blocks)) if on else iter(blocks), last=on)
        else:
            fields = _fields(card)
            rest = fields[fields.index(field) + 1 :] if on else fields[: fields.index(field)][::-1]
            if way in {"up", "down"}:
                rest = [each for each in rest if _top(each) != _top(field)]
            beyond = blocks[here + 1 :] if on else reversed(blocks[:here])
            found = _nearest(rest, field) if rest else self._first(iter(beyond), last=not on)
        if found is None:
            return False
        x = _column(field)
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        if way in {"up", "down"}:
            _put_in_column(found, x, at_top=on)
        else:
            at = 0 if way in {"on", "top"} else -1
            found.put_caret(at, at)
        return True

    def _first(self, blocks: Iterator[Block], *, last: bool) -> TextField | None:
        """The first field (or the last) of the first card that has one."""
        for block in blocks:
            card = self._page.card(block.id)
            if card and (fields := _fields(card)):
                return fields[-1 if last else 0]
        return None


def _fields(card: Card) -> list[TextField]:
    return [
        field
        for _path, field in card.form.text_fields()
        if isinstance(field, RichField | LineField) and field.isVisible() and field.isEnabled()
    ]


def _top(field: QWidget) -> int:
    return field.mapToGlobal(QPoint(0, field.height() // 2)).y()


def _nearest(fields: list[TextField], field: TextField) -> TextField:
    """Of the fields on the next line of a form, the one nearest to the column of the caret."""
    line = [each for each in fields if abs(_top(each) - _top(fields[0])) < 4]
    return min(
        line, key=lambda each: abs(each.mapToGlobal(QPoint(0, 0)).x() - field.mapToGlobal(QPoint(0, 0)).x())
    )


def _column(field: TextField) -> int:
    """Where on the screen the caret stands, or stood before it went through shorter lines."""
    x = field.column() if isinstance(field, RichField) else field.cursorRect().center().x()
    return field.mapToGlobal(QPoint(x, 0)).x()


def _put_in_column(field: TextField, x: int, *, at_top: bool) -> None:
    inside = field.mapFromGlobal(QPoint(x, 0)).x()
    if isinstance(field, RichField):
        field.put_in_column(inside, at_top=at_top)
    else:
        at = field.cursorPositionAt(QPoint(inside, field.height() // 2))
        field.put_caret(at, at)
