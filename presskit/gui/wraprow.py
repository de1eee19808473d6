"""A row of widgets that goes on in a second line where one is too short, so that nothing is cut off."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

_BETWEEN = 10  # pixels between a label and its field, and between columns


@dataclass(frozen=True)
class _Place:
    """A widget in the row: its part of what space is left, and the least width it must have, in pixels."""

    item: QLayoutItem
    stretch: int
    least: int

    def width(self) -> int:
        hint = self.item.minimumSize() if self.stretch else self.item.sizeHint()
        return max(hint.width(), self.least)


class WrapRow(QLayout):
    """Lays widgets side by side at their full width; what does not fit begins the next line."""

    def __init__(self, spacing: int = 6) -> None:
        super().__init__()
        self._places: list[_Place] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def put(self, widget: QWidget, stretch: int = 0, least: int = 0) -> None:
        """Adds a widget, `least` pixels wide or more, that takes `stretch` parts of what a line has left."""
        self.addChildWidget(widget)
        self._places.append(_Place(QWidgetItem(widget), stretch, least))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Adds an item of Qt's own making."""
        self._places.append(_Place(item, 0, 0))

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes an item out."""
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more than its widgets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width in pixels."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Places the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [place for place in self._places if not place.item.isEmpty()]
        width = sum(place.width() for place in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((place.item.sizeHint().height() for place in shown), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        shown = [place for place in self._places if not place.item.isEmpty()]
        return QSize(
            max((place.width() for place in shown), default=0),
            max((place.item.sizeHint().height() for place in shown), default=0),
        )

    def _lines(self, width: int) -> list[list[_Place]]:
        lines: list[list[_Place]] = []
        used = 0
        for place in self._places:
            if place.item.isEmpty():
                continue
            more = place.width() + self.spacing()
            if not lines or used + place.width() > width:
                lines.append([])
                used = 0
            lines[-1].append(place)
            used += more
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        lines = self._lines(rect.width())
        for line in lines:
            height = max(place.item.sizeHint().height() for place in line)
            left = rect.width() - sum(place.width() for place in line) - self.spacing() * (len(line) - 1)
            parts = sum(place.stretch for place in line)
            x = rect.x()
            for place in line:
                more = max(left, 0) * place.stretch // parts if parts else 0
                wide = min(place.width() + more, rect.width())
                if move:
                    tall = min(place.item.sizeHint().height(), height)
                    at = QRect(x, y + (height - tall) // 2, wide, tall)
                    place.item.setGeometry(_mirrored(at, rect, self.parentWidget()))
                x += wide + self.spacing()
            y += height + self.spacing()
        return y - rect.y() - (self.spacing() if lines else 0)


class PairGrid(WrapRow):
    """Labels with their fields, in columns that line up; one column where more would be too narrow, and
    labels above their fields where that is too narrow still."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__(4)
        self._columns = columns
        self._pairs: list[tuple[_Place | None, _Place]] = []

    def pair(self, label: QWidget | None, field: QWidget, least: int = 0) -> None:
        """Adds a field, `least` pixels wide or more, with its label if it has one."""
        if label is not None:
            self.put(label)
        before = self._places[-1] if label is not None else None
        self.put(field, 1, least)
        self._pairs.append((before, self._places[-1]))

    def sizeHint(self) -> QSize:
        """As wide as all columns."""
        width = _whole(self._widths(self._columns))
        return QSize(width, self._arrange(QRect(0, 0, width, 0), move=False))

    def _widths(self, columns: int) -> list[tuple[int, int]]:
        """What labels and fields of each of so many columns need, in pixels."""
        found = []
        for number in range(columns):
            pairs = self._pairs[number::columns]
            labels = max((label.width() + _BETWEEN for label, _field in pairs if label), default=0)
            fields = max((field.width() - (0 if label else labels) for label, field in pairs), default=0)
            found.append((labels, fields))
        return found

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        columns = self._columns
        while columns and _whole(self._widths(columns)) > rect.width():
            columns -= 1
        if not columns:
            return self._stack(rect, move=move)
        widths = self._widths(columns)
        more = (rect.width() - _whole(widths)) // columns
        y = rect.y()
        for start in range(0, len(self._pairs), columns):
            row = self._pairs[start : start + columns]
            height = max(field.item.sizeHint().height() for _label, field in row)
            x = rect.x()
            for (label, field), (labels, fields) in zip(row, widths, strict=False):
                inset = labels if label else 0
                if move and label:
                    at = QRect(x, y, labels - _BETWEEN, height)
                    label.item.setGeometry(_mirrored(at, rect, self.parentWidget()))
                if move:
                    at = QRect(x + inset, y, labels + fields + more - inset, height)
                    field.item.setGeometry(_mirrored(at, rect, self.parentWidget()))
                x += labels + fields + more + _BETWEEN
            y += height + self.spacing()
        return y - rect.y() - (self.spacing() if self._pairs else 0)

    def _stack(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for place in (each for pair in self._pairs for each in pair if each):
            height = place.item.sizeHint().height()
            if move:
                place.item.setGeometry(QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return y - rect.y() - (self.spacing() if self._pairs else 0)


def _whole(widths: list[tuple[int, int]]) -> int:
    """What columns need together."""
    return sum(labels + fields for labels, fields in widths) + _BETWEEN * (len(widths) - 1)


def _mirrored(at: QRect, inside: QRect, widget: QWidget | None) -> QRect:
    """The place seen from the right where the screen is read from there."""
    if widget is None or widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return at
    return QRect(inside.left() + inside.right() - at.right(), at.y(), at.width(), at.height())
