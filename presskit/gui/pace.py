"""Keeps the window from being held up by what Python does in other threads and by its clearing up."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_SHARE = 0.0005  # seconds after which a thread at work lets the window have its turn; Python's own is 0.005
_REST = 4000  # milliseconds without work after which there is time to clear up
_SELDOM = 1000  # how many middle collections go by before Python clears up all by itself; its own is 10


class Pace(QObject):
    """Clears up objects that hold one another while nobody writes.

    In a kit of 20,000 words a full collection takes 40 ms, and Python's own habit is one in eight letters.
    It still comes by itself, far more seldom, where there is never a rest.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SHARE)
        young, middle, _old = gc.get_threshold()
        gc.set_threshold(young, middle, _SELDOM)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(gc.collect)

    def work(self) -> None:
        """There is work: the rest begins anew."""
        self._rest.start()
