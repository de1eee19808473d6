"""The box that says how large the pages are shown, and takes another size, chosen or typed."""

import re

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from presskit.gui.editor.textfield import lets_history_undo
from presskit.gui.pagesview import FIT_PAGE, FIT_WIDTH, STEPS
from presskit.i18n import _
from presskit.model.locale_words import percent

_MARGINS = 5  # pixels
_PERCENT = re.compile(r"\s*(\d{1,4})(?:[.,]\d*)?\s*%?\s*")


class _Line(QLineEdit):
    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)


class ZoomBox(QComboBox):
    """chosen: a zoom, 1 for 100%, or FIT_WIDTH or FIT_PAGE."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("zoom")
        self.setAccessibleName(_("Zoom"))
        self.setToolTip(_("Choose how large the pages are, or type it: 135%"))
        self._shown = FIT_WIDTH
        for value, name in ((FIT_WIDTH, _("Fit width")), (FIT_PAGE, _("Fit page"))):
            self.addItem(name, value)
        for value in STEPS:
            self.addItem(percent(value), value)
        self.setEditable(True)
        line = _Line()
        line.setAccessibleName(_("Zoom"))
        line.setStyleSheet("border: none; padding: 0; min-height: 0; background: transparent")
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.setCompleter(None)  # type: ignore[arg-type] # "13" is no beginning of a choice
        line.editingFinished.connect(self._typed)
        self.activated.connect(lambda at: self.chosen.emit(float(self.itemData(at))))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """As wide as its longest choice, which the line at its left has margins around."""
        return super().sizeHint() + QSize(_MARGINS, 0)

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return super().minimumSizeHint() + QSize(_MARGINS, 0)

    def show_zoom(self, zoom: float) -> None:
        """Says how large the pages are."""
        self._shown = zoom
        at = self.findData(zoom)
        if at >= 0:
            self.setCurrentIndex(at)
        self.setEditText(self.itemText(at) if at >= 0 else percent(zoom))

    def _typed(self) -> None:
        """Takes a number as percent; anything else gives way to what is shown."""
        text = self.currentText()
        at, number = self.findText(text.strip()), _PERCENT.fullmatch(text)
        if at >= 0:
            zoom = float(self.itemData(at))
        elif number and int(number.group(1)):
            zoom = int(number.group(1)) / 100
        else:
            zoom = self._shown
        if zoom != self._shown and percent(self._shown) != text.strip():
            self.chosen.emit(zoom)
        self.show_zoom(self._shown)
