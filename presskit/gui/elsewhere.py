"""The row of the find bar that tells what was found outside the release that is shown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from presskit.gui.wraprow import WrapRow
from presskit.i18n import _


class Elsewhere(QWidget):
    """visit: a place was asked for, by the key that `show_counts` was given for it."""

    visit = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findElsewhere")
        self._row = WrapRow()
        self.setLayout(self._row)
        self._buttons: dict[int, QPushButton] = {}
        self.hide()

    def show_counts(self, counts: Mapping[int, int], names: Mapping[int, str]) -> None:
        """Tells how many matches there are in each place that has any; names: what places are called."""
        for where, count in counts.items():
            if where not in self._buttons:
                self._buttons[where] = self._make(where)
            text = _("{count} more in {place}: show").format(count=count, place=names[where])
            self._buttons[where].setText(text)
            self._buttons[where].setAccessibleName(text)
            self._buttons[where].setToolTip(text)
        for where, button in self._buttons.items():
            button.setVisible(where in counts)
        self.setVisible(bool(counts))

    def _make(self, where: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"elsewhere-{where}")
        button.setProperty("flat", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: self.visit.emit(where))
        self._row.put(button)
        return button
