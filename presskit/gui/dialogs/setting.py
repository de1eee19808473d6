"""One setting: what it is called, the control that answers it, what it does, and the way back to its
default."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from presskit.i18n import _
from presskit.model.profile import profile, profile_names
from presskit.settings.asked import Asked, default_of


class SettingRow(QWidget):
    """chosen: the name of the setting and its new value."""

    chosen = Signal(str, object)

    def __init__(self, asked: Asked, value: Any) -> None:
        super().__init__()
        self._asked, self._value = asked, value
        self.setObjectName(f"setting-{asked.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(10)
        column.addLayout(row)
        self.control = self._made()
        self.control.setAccessibleName(_(asked.label))
        self.control.setAccessibleDescription(_(asked.help))
        if asked.form != "switch":
            label = QLabel(_(asked.label))
            label.setBuddy(self.control)
            row.addWidget(label)
        row.addWidget(self.control)
        row.addStretch(1)
        self.back = QPushButton(_("Back to the default"))
        self.back.setProperty("flat", True)
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(_("Back to the default: {setting}").format(setting=_(asked.label)))
        self.back.clicked.connect(self.to_default)
        row.addWidget(self.back)
        told = QLabel(_(asked.help))
        told.setObjectName("fieldLabel")
        told.setWordWrap(True)
        column.addWidget(told)
        self._show()

    def to_default(self) -> None:
        """Gives it its default."""
        self._take(default_of(self._asked.name))

    def _made(self) -> QWidget:
        match self._asked.form:
            case "switch":
                box = QCheckBox(_(self._asked.label))
                box.toggled.connect(self._take)
                return box
            case "choice":
                choice = QComboBox()
                for value, words in choices(self._asked):
                    choice.addItem(words, value)
                choice.activated.connect(lambda _row: self._take(choice.currentData()))
                return choice
            case "number":
                number = QSpinBox()
                number.setRange(self._asked.least, self._asked.most)
                number.setSuffix(f" {_(self._asked.unit)}")
                number.valueChanged.connect(self._take)
                return number
            case "folder":
                button = QPushButton()
                button.setAutoDefault(False)
                button.clicked.connect(self._choose_folder)
                return button

    def _take(self, value: Any) -> None:
        if value == self._value:
            return
        self._value = value
        self._show()
        self.chosen.emit(self._asked.name, value)

    def _show(self) -> None:
        control = self.control
        with QSignalBlocker(control):
            if isinstance(control, QCheckBox):
                control.setChecked(bool(self._value))
            elif isinstance(control, QComboBox):
                control.setCurrentIndex(max(control.findData(self._value), 0))
            elif isinstance(control, QSpinBox):
                control.setValue(int(self._value))
            elif isinstance(control, QPushButton):
                folder = str(self._value)
                control.setText(Path(folder).name if folder else _("Choose…"))
                control.setToolTip(folder)
        default = default_of(self._asked.name)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.back.setVisible(self._value != default)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _(self._asked.label), str(self._value))
        if folder:
            self._take(folder)


def choices(asked: Asked) -> list[tuple[str, str]]:
    """What can be chosen, in words of the screen."""
    if asked.name == "new_profile":
        return [(name, _(profile(name).name)) for name in profile_names()]
    return [(value, _(words)) for value, words in asked.choices]
