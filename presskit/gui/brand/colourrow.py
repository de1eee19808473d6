"""A colour of a brand: chosen or typed, with how well it can be read on paper."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from presskit.i18n import _
from presskit.model.brand import contrast
from presskit.model.locale_words import number

_READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3
_HEX = re.compile("#?([0-9a-fA-F]{6})")


class ColourRow(QWidget):
    """A swatch that opens the colours, the colour's number to type, and the way back to the theme's.

    changed: another colour is chosen. The colour is "#rrggbb", or empty where the theme decides.
    """

    changed = Signal()

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._label, self._chosen, self._shown = label, "", "#000000"
        self.swatch = QPushButton()
        self.swatch.setObjectName(f"{name}Choose")
        self.swatch.setToolTip(_("Choose a color"))
        self.swatch.clicked.connect(self._choose)
        self.typed = QLineEdit()
        self.typed.setObjectName(f"{name}Typed")
        self.typed.setAccessibleName(_("{label}, as a number").format(label=label))
        self.typed.setToolTip(_("A color as web designers write it, such as #1f5fbf"))
        self.typed.setMaxLength(7)
        self.typed.textEdited.connect(self._type)
        self.back = QPushButton(_("As the theme has it"))
        self.back.setObjectName(f"{name}Clear")
        self.back.setAccessibleName(_("{label}: as the theme has it").format(label=label))
        self.back.clicked.connect(lambda: self._take(""))
        self.told = QLabel()
        self.told.setObjectName("fieldLabel")
        self.told.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.swatch)
        row.addWidget(self.typed, 1)
        row.addWidget(self.back)
        for each in (self.swatch, self.back):
            each.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.told)

    def colour(self) -> str:
        """What is chosen."""
        return self._chosen

    def show_colour(self, chosen: str, shown: str) -> None:
        """Shows what is chosen, and the colour that follows from it."""
        self._chosen, self._shown = chosen, QColor(shown).name() if QColor(shown).isValid() else "#000000"
        if not self.typed.hasFocus() or _named(self.typed.text()) != chosen:
            self.typed.setText(chosen)
        self.typed.setPlaceholderText(self._shown)
        self.swatch.setAccessibleName(
            _("{label}: choose; now {colour}").format(label=self._label, colour=self._shown)
        )
        self.swatch.setStyleSheet(f"background: {self._shown}; min-width: 34px;")
        self.back.setEnabled(bool(chosen))
        figure = contrast(self._shown)
        readable = figure >= _READABLE
        told = (
            _("Contrast with white paper {figure} to 1: easy to read.")
            if readable
            else _("Contrast with white paper {figure} to 1: hard to read. At least {least} is wanted.")
        )
        self.told.setText(told.format(figure=number(int(figure * 10) / 10, 1), least=number(_READABLE, 1)))
        self.told.setProperty("tone", "" if readable else "bad")
        self.told.style().polish(self.told)

    def _take(self, colour: str) -> None:
        self._chosen = colour
        self.typed.setText(colour)
        self.changed.emit()

    def _choose(self) -> None:
        colour = QColorDialog.getColor(QColor(self._shown), self, self._label)
        if colour.isValid():
            self._take(colour.name())

    def _type(self, words: str) -> None:
        if not words.strip() or _named(words):
            self._chosen = _named(words)
            self.changed.emit()


def _named(words: str) -> str:
    """A colour "#rrggbb" as it was typed, or nothing while it is none."""
    found = _HEX.fullmatch(words.strip())
    return f"#{found[1].lower()}" if found else ""
