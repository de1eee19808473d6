"""Keeps the window from being held up by what Python does in other threads and by its clearing up."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

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
        # Told when all that the window holds is gone: clearing up in midst of that may wait for a lock of
        # Qt's for ever, which the widget that is just taken apart has.
        parent.destroyed.connect(lambda: gc.enable())  # noqa: PLW0108 - it takes nothing, and Qt gives what is gone
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
