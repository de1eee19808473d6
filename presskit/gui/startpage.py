"""The start page: a new kit, one from a file, or one of the last."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.gui.elided import ElidedButton
from presskit.gui.enter import pressed_by_enter
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.templates import TEMPLATES

_SHOWN = 6


class StartPage(QWidget):
    """What one sees before a kit is open."""

    new = Signal(str)
    open = Signal()
    open_path = Signal(str)
    sample = Signal()
    bring = Signal()
    pasted = Signal()

    def __init__(self, recent: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        outer.addLayout(column, 2)
        outer.addStretch(1)
        column.addStretch(2)
        title = QLabel(_("What are you announcing?"))
        title.setObjectName("startTitle")
        column.addWidget(title)
        about = QLabel(
            _("Assemble headline, quotes, figures and boilerplate; send Word and PDF that always agree.")
        )
        about.setObjectName("startText")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addSpacing(14)
        row = WrapRow(8)
        for name, (label, _make) in reversed(TEMPLATES.items()):
            button = QPushButton(_("New: {name}").format(name=_(label)))
            button.setObjectName(f"new-{name}")
            button.setProperty("primary", name == "release")
            if name == "release":
                self.setFocusProxy(button)
            button.clicked.connect(lambda _on=False, name=name: self.new.emit(name))
            row.put(button)
        for name, label, signal in (
            ("openFile", _("Open…"), self.open),
            ("bringFile", _("Bring in a file…"), self.bring),
            ("bringPasted", _("Paste a release"), self.pasted),
            ("openSample", _("See a sample"), self.sample),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
            row.put(button)
        column.addLayout(row)
        column.addSpacing(18)
        if recent:
            head = QLabel(_("LAST OPENED"))
            head.setObjectName("cardKind")
            column.addWidget(head)
        for name in recent[:_SHOWN]:
            path = Path(name)
            button = ElidedButton(f"{path.stem}   —   {path.parent}")
            button.setProperty("flat", True)
            button.setToolTip(name)
            button.clicked.connect(lambda _on=False, name=name: self.open_path.emit(name))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)
