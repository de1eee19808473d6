"""A form for one record, grown from the questions that its type asks."""

from typing import Any, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.editor.fields import LineField, Maker, make_field
from presskit.gui.editor.textfield import RichField
from presskit.gui.icons import icon
from presskit.gui.wraprow import PairGrid
from presskit.i18n import _
from presskit.model.fields import Ask, Question, questions
from presskit.model.kit import Kit
from presskit.model.release import Release

_SHORT_ROW = 3  # fields; rows of more stand farther apart
_FRAME = 24  # pixels that border and padding of a field take from its text


class FormParts(Protocol):
    """What a form is made with."""

    maker: Maker

    def picture_field(self, ask: Ask) -> QWidget:
        """The widget for a picture of the kit."""

    def form_for(self, record_type: type) -> type["RecordForm"]:
        """The form for a type of record."""

    def around(self) -> tuple[Kit, Release]:
        """The kit, and the release of it that is shown."""


def hint_width(field: QWidget) -> int:
    """The least width, in pixels, at which a line shows its hint whole; 0 for other fields."""
    if not isinstance(field, LineField):
        return 0
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) + _FRAME


class RecordForm(QWidget):
    """Shows a record and tells when an answer changed.

    edited: path of the field that changed ("text", "items/2/sentence").
    focused: path of the field that the caret went to.
    """

    edited = Signal(str)
    focused = Signal(str)

    def __init__(self, record_type: type, parts: FormParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.record: Any = None
        self.fields: dict[str, Any] = {}
        self.asked: dict[str, Question] = {each.name: each for each in questions(record_type)}
        self.build()

    def build(self) -> None:
        """Lays the fields out, one below the other; kinds that deserve better override it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        wide = {"rich", "paragraphs", "rows", "picture"}
        narrow = [each for each in self.asked.values() if each.ask.form not in wide]
        first = next(iter(self.asked.values()), None)
        only = len(self.asked) == 1
        if narrow and first is narrow[0]:
            column.addLayout(self.grid([each.name for each in narrow]))
            narrow = []
        for each in self.asked.values():
            if each.ask.form in wide:
                if not only and each.ask.form != "picture" and each is not first:
                    column.addWidget(self.label(each.name))
                column.addWidget(self.field(each.name))
        if narrow:
            column.addLayout(self.grid([each.name for each in narrow]))

    def label(self, name: str) -> QLabel:
        """The label of a field, its buddy."""
        label = QLabel(_(self.asked[name].ask.label))
        label.setObjectName("fieldLabel")
        if name in self.fields:
            label.setBuddy(self.fields[name])
        return label

    def grid(self, names: list[str], columns: int = 2) -> PairGrid:
        """Short fields side by side, each with its label, as many in a row as show their hints whole."""
        grid = PairGrid(columns)
        for name in names:
            field = self.field(name)
            label = None if self.asked[name].ask.form == "switch" else self.label(name)
            grid.pair(label, field, hint_width(field))
        return grid

    def field(self, name: str) -> QWidget:
        """The widget for a question, made and connected."""
        ask = self.asked[name].ask
        if ask.form == "rows":
            field: Any = RowsField(ask, self.parts)
            field.edited_path.connect(lambda path, name=name: self._answered(name, path))
            field.focused_path.connect(lambda path, name=name: self.focused.emit(f"{name}/{path}"))
        else:
            own = (
                self.parts.picture_field(ask) if ask.form == "picture" else make_field(self.parts.maker, ask)
            )
            return self.adopt(name, own)
        return self._named(name, field)

    def adopt(self, name: str, field: Any) -> QWidget:
        """Connects a widget of a form's own making that answers a question."""
        field.edited.connect(lambda: self._answered(name, ""))
        field.focused.connect(lambda: self.focused.emit(name))
        return self._named(name, field)

    def _named(self, name: str, field: Any) -> QWidget:
        field.setObjectName(name)
        field.setAccessibleName(_(self.asked[name].ask.label))
        if isinstance(field, LineField):
            field.setProperty("plain", False)
            field.setPlaceholderText(_(self.asked[name].ask.hint))
        self.fields[name] = field
        return field

    def show_record(self, record: Any) -> None:
        """Shows a record; only fields whose answer differs change."""
        if record is self.record:
            return
        self.record = record
        for name, field in self.fields.items():
            field.show_answer(getattr(record, name))

    def field_at(self, path: str) -> QWidget | None:
        """The field at a path."""
        name, _slash, rest = path.partition("/")
        field = self.fields.get(name)
        return field.field_at(rest) if rest and isinstance(field, RowsField) else field

    def show_setting(self, release: Release) -> None:
        """Takes over what a form shows of the release around its record."""

    def reveal(self, path: str) -> None:
        """Opens what hides the field at a path, where a form folds something away."""

    def text_fields(self) -> list[tuple[str, QWidget]]:
        """All fields with a caret, with their paths, in order."""
        found: list[tuple[str, QWidget]] = []
        for name, field in self.fields.items():
            if isinstance(field, RowsField):
                found += [(f"{name}/{path}", widget) for path, widget in field.text_fields()]
            elif isinstance(field, RichField | LineField):
                found.append((name, field))
        return found

    def _answered(self, name: str, path: str) -> None:
        self.record = replace(self.record, **{name: self.fields[name].answer()})
        self.edited.emit(f"{name}/{path}" if path else name)


class RowHandle(QToolButton):
    """The handle by which a row is dragged. dragged: to a height in pixels of the screen; dropped: let go."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rowHandle")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row follows the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The row stays where it is."""
        super().mouseReleaseEvent(event)
        self.dropped.emit()


class RowsField(QWidget):
    """Records of one type, each a small form, with ways to add, move and remove them."""

    edited_path = Signal(str)
    focused_path = Signal(str)

    def __init__(self, ask: Ask, parts: FormParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask, self._parts = ask, parts
        self.rows: list[RecordForm] = []
        self._dragged: tuple[int, tuple[Any, ...]] | None = None  # where the row is, and how all began
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        many = ask.row is not None and len(questions(ask.row)) > _SHORT_ROW
        self._column.setSpacing(14 if many else 6)
        self._add = QPushButton("+ " + _(ask.add_label))
        self._add.setProperty("flat", True)
        self._add.setObjectName("addRow")
        self._add.clicked.connect(self.add_row)
        self._column.addWidget(self._add)

    def answer(self) -> tuple[Any, ...]:
        """The records."""
        return tuple(row.record for row in self.rows)

    def show_answer(self, records: tuple[Any, ...]) -> None:
        """Shows records in the rows that are there, adding and removing what differs."""
        while len(self.rows) > len(records):
            self._drop(self.rows.pop())
        while len(self.rows) < len(records):
            self._make()
        for row, record in zip(self.rows, records, strict=True):
            row.show_record(record)
        self._show_ways()

    def field_at(self, path: str) -> QWidget | None:
        """The field at a path such as "2/sentence"."""
        number, _slash, rest = path.partition("/")
        if number.isdigit() and int(number) < len(self.rows):
            return self.rows[int(number)].field_at(rest)
        return None

    def text_fields(self) -> list[tuple[str, QWidget]]:
        """All fields with a caret, with their paths."""
        return [
            (f"{number}/{path}", widget)
            for number, row in enumerate(self.rows)
            for path, widget in row.text_fields()
        ]

    def add_row(self) -> None:
        """Adds an empty record and goes to it."""
        assert self._ask.row is not None
        row = self._make()
        row.show_record(self._ask.row())
        self._show_ways()
        number = len(self.rows) - 1
        self.edited_path.emit(str(number))
        fields = row.text_fields()
        if fields:
            fields[0][1].setFocus()

    def _make(self) -> RecordForm:
        assert self._ask.row is not None
        row = self._parts.form_for(self._ask.row)(self._ask.row, self._parts)
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        colour = self._parts.maker.theme.colour
        handle = RowHandle()
        handle.setIcon(icon("grip", colour["faint"], colour["disabled_text"]))
        handle.setToolTip(_("Drag to move · Alt+Shift+Up and Alt+Shift+Down"))
        handle.setAccessibleName(_("Move this row"))
        handle.dragged.connect(lambda y, row=row: self._drag(row, y))
        handle.dropped.connect(self._let_go)
        box.addWidget(handle)
        box.addWidget(row, 1)
        for name, tip, move in (
            ("up", _("Move up"), -1),
            ("down", _("Move down"), 1),
            ("close", _("Remove"), 0),
        ):
            button = QToolButton()
            button.setIcon(icon(name, colour["faint"], colour["disabled_text"]))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, row=row, move=move: self._shift(row, move))
            box.addWidget(button)
        row.edited.connect(lambda path, row=row: self.edited_path.emit(f"{self.rows.index(row)}/{path}"))
        row.focused.connect(lambda path, row=row: self.focused_path.emit(f"{self.rows.index(row)}/{path}"))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, line)
        return row

    def row_with(self, widget: QWidget | None) -> int:
        """The place of the row in which a widget is; -1 where it is in none."""
        return next((at for at, row in enumerate(self.rows) if widget and row.isAncestorOf(widget)), -1)

    def shift(self, at: int, move: int) -> int:
        """Moves a row by one up or down, or takes it out when `move` is 0; returns where it is then."""
        records = list(self.answer())
        record = records.pop(at)
        to = min(max(at + move, 0), len(records))
        if move:
            records.insert(to, record)
        if tuple(records) != self.answer():
            self.show_answer(tuple(records))
            self.edited_path.emit("")
        return to

    def _show_ways(self) -> None:
        """Shows the ways to move rows where there are several."""
        for row in self.rows:
            line = row.parentWidget()
            for tool in (
                line.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
                if line
                else ()
            ):
                tool.setVisible(len(self.rows) > 1 or tool.objectName() == "close")

    def _shift(self, row: RecordForm, move: int) -> None:
        self.shift(self.rows.index(row), move)

    def _drag(self, row: RecordForm, y: int) -> None:
        at, began = self._dragged or (self.rows.index(row), self.answer())
        tops = [each.mapToGlobal(QPoint(0, 0)).y() for each in self.rows]
        to = max((number for number, top in enumerate(tops) if y >= top), default=0)
        records = list(self.answer())
        records.insert(to, records.pop(at))
        self.show_answer(tuple(records))
        self._dragged = to, began

    def _let_go(self) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged and dragged[1] != self.answer():
            self.edited_path.emit("")

    def _drop(self, row: RecordForm) -> None:
        line = row.parentWidget()
        assert line is not None
        if line.isAncestorOf(QApplication.focusWidget() or self):  # else Qt looks for who gets the keys
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
