"""One widget a form of question: each shows an answer, gives it back, and says when it was edited."""

import datetime
from collections.abc import Callable, Container
from typing import Any, Protocol

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QKeySequence, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QMenu, QSpinBox, QWidget

from presskit.gui.editor.clipping import clipboard, table_in
from presskit.gui.editor.markedline import MarkedLine
from presskit.gui.editor.textfield import RichField, lets_history_undo
from presskit.gui.theme import Theme, text_font
from presskit.gui.tongue import speak_dates
from presskit.i18n import _
from presskit.model.fields import Ask


class Field(Protocol):
    """What a form needs of the widget for an answer."""

    edited: Signal
    focused: Signal

    def answer(self) -> Any:
        """The answer as the record has it."""

    def show_answer(self, value: Any) -> None:
        """Shows an answer; nothing moves when it is shown already."""


class LineField(MarkedLine):
    """A single line without emphasis. pasted: a table of figures, which may be more than a line."""

    edited = Signal()
    focused = Signal()
    pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret_before = (0, 0)
        self._last = (0, 0)
        self.textEdited.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.selectionChanged.connect(self._moved)
        self.menu_opening.connect(self._take_over_paste)

    def answer(self) -> str:
        """The text."""
        return self.text()

    def show_answer(self, value: str) -> None:
        """Shows a text, the caret where it was."""
        if value != self.text():
            position = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(min(position, len(value)))

    def caret(self) -> tuple[int, int]:
        """Anchor and position of the selection."""
        position = self.cursorPosition()
        if not self.hasSelectedText():
            return position, position
        start, end = self.selectionStart(), self.selectionEnd()
        return (end, start) if position == start else (start, end)

    def caret_before(self) -> tuple[int, int]:
        """The caret as it stood before the last change."""
        return self._caret_before

    def put_caret(self, anchor: int, position: int) -> None:
        """Selects from `anchor` to `position`; -1 is the end."""
        last = len(self.text())
        anchor, position = (last if at < 0 else min(at, last) for at in (anchor, position))
        self.setSelection(anchor, position - anchor) if anchor != position else self.setCursorPosition(
            position
        )

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A paste may bring a table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the caret is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def _take_over_paste(self, menu: QMenu, _position: int) -> None:
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda _on=False: self._paste())

    def _paste(self) -> None:
        found = table_in(clipboard())
        if found:
            self.pasted.emit(found)
        else:
            self.paste()

    def _changed(self) -> None:
        self._caret_before = self._last
        if len(lines := self.text().splitlines()) > 1:  # pasted
            position = self.cursorPosition()
            self.setText(" ".join(lines))
            self.setCursorPosition(position)
        self._last = self.caret()
        self.edited.emit()

    def _moved(self) -> None:
        if not self.signalsBlocked():
            self._last = self.caret()


class ChoiceField(QComboBox):
    """One of a few."""

    edited = Signal()
    focused = Signal()

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel that passes over it
        for value, label in choices:
            self.addItem(_(label), value)
        self.activated.connect(lambda _index: self.edited.emit())

    def answer(self) -> str:
        """The value chosen."""
        return str(self.currentData())

    def show_answer(self, value: str) -> None:
        """Shows a value; one that is not offered is added as it is, so that it is not lost."""
        at = self.findData(value)
        if at < 0:
            self.addItem(value, value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def withhold(self, values: Container[str]) -> None:
        """Lets none of these be chosen."""
        items = self.model()
        assert isinstance(items, QStandardItemModel)
        for at in range(self.count()):
            items.item(at).setEnabled(self.itemData(at) not in values)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a choice does not change by passing over it."""
        event.ignore()


_INSET = 8  # pixels before a number


class NumberField(QSpinBox):
    """A whole number."""

    edited = Signal()
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel that passes over it
        self.setRange(1, 999)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)  # the style's padding does not reach it
        self.setKeyboardTracking(False)
        self.valueChanged.connect(lambda _value: self.edited.emit())

    def answer(self) -> int:
        """The number."""
        return self.value()

    def show_answer(self, value: int) -> None:
        """Shows a number."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()


class SwitchField(QCheckBox):
    """Yes or no."""

    edited = Signal()
    focused = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.clicked.connect(lambda _on: self.edited.emit())

    def answer(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def show_answer(self, value: bool) -> None:
        """Turns it on or off."""
        self.setChecked(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()


_NO_DAY = QDate(1752, 9, 14)  # Qt's earliest; shown as the hint


class DayField(QDateEdit):
    """A day of the calendar, or none."""

    edited = Signal()
    focused = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel that passes over it
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(hint or _("No date"))
        self.setCalendarPopup(True)
        speak_dates(self, with_time=False)
        self.setDate(_NO_DAY)
        self.dateChanged.connect(self._changed)
        self.setKeyboardTracking(False)

    def answer(self) -> datetime.date | None:
        """The day, if there is one."""
        day = self.date()
        return None if day == _NO_DAY else datetime.date(day.year(), day.month(), day.day())

    def show_answer(self, value: datetime.date | None) -> None:
        """Shows a day, or none."""
        self.blockSignals(True)
        self.setDate(QDate(value.year, value.month, value.day) if value else _NO_DAY)
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through day, month and year; where there is no date, Qt would never let it out."""
        if self.answer() is None:
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def _changed(self) -> None:
        self.edited.emit()


class Maker:
    """Makes the field for a question; `picture_field` and `rows_field` are the form's own business."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def rich(self, ask: Ask, *, many: bool) -> RichField:
        """A field for rich text in the type of the question's role."""
        field = RichField(self.font(ask.role), QColor(self.theme.colour["accent"]), many=many)
        field.setPlaceholderText(_(ask.hint))
        return field

    def line(self, ask: Ask) -> LineField:
        """A field for a line."""
        field = LineField()
        field.setPlaceholderText(_(ask.hint))
        return field

    def font(self, role: str) -> QFont:
        """The type in which the words of a role are edited."""
        size = self.theme.size
        match role:
            case "headline":
                return text_font(size["headline"], bold=True)
            case "subhead":
                return text_font(size["subhead"], italic=True)
            case "quote":
                return text_font(size["body"] + 1, italic=True)
            case "crosshead":
                return text_font(size["body"] + 2, bold=True)
            case "caption" | "boilerplate" | "notes" | "bullet":
                return text_font(size["body"] - 1)
            case _:
                return text_font(size["body"])


def make_field(maker: Maker, ask: Ask) -> QWidget:
    """The widget for a question that one widget can answer; raises KeyError for the others."""
    makers: dict[str, Callable[[], QWidget]] = {
        "line": lambda: maker.line(ask),
        "rich": lambda: maker.rich(ask, many=False),
        "paragraphs": lambda: maker.rich(ask, many=True),
        "choice": lambda: ChoiceField(ask.choices),
        "number": NumberField,
        "switch": lambda: SwitchField(_(ask.label)),
        "date": lambda: DayField(_(ask.hint)),
    }
    return makers[ask.form]()


def is_text_field(widget: QObject | None) -> bool:
    """Whether a widget has a caret."""
    return isinstance(widget, RichField | LineField)
