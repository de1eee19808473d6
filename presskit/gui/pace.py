"""Keeps the window from being held up by what Python does in other threads and by its clearing up."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

_SHARE = 0.0005  # seconds after which a thread at work lets the window have its turn; Python's own is 0.005
_REST = 4000  # milliseconds without work after which there is time to clear up
_YOUNG = 250  # milliseconds between collections of what is new, so that each is short


class Pace(QObject):
    """Clears up objects that hold one another while nobody writes.

    In a kit of 20,000 words a full collection takes 40 ms, and Python's own habit is one in eight letters.
    Python would also clear up in whichever thread is at work: one that draws pages must not take widgets
    apart, for Qt crashes then. So it is done here alone, until the window is gone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SHARE)
        gc.disable()
        parent.destroyed.connect(_enable_later)
        self._young = QTimer(self)
        self._young.setInterval(_YOUNG)
        self._young.timeout.connect(lambda: gc.collect(1))
        self._young.start()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(gc.collect)

    def work(self) -> None:
        """There is work: the rest begins anew."""
        self._rest.start()


def _enable_later(_gone: QObject | None = None) -> None:
    """Leaves Python to its habit once all that is just taken apart is gone: clearing up in midst of that may
    wait for ever for a lock of Qt's, which the widget at hand has."""
    if QApplication.instance() is not None:
        QTimer.singleShot(0, _enable)


def _enable() -> None:
    if not any(window.findChild(Pace) for window in QApplication.topLevelWidgets()):
        gc.enable()
