"""One worker thread beside the window: previews (the latest request wins) and exports (each counts)."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from presskit.gui.pace import Pace

Job = Callable[[], Any]
Then = Callable[[Any], None]


class Lane(QObject):
    """Runs pure functions off the window's thread and hands their results back on it.

    Drawing and export share the one lane: the font registry behind them is the process's own. A
    job that raises hands back the exception as its result.
    """

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready = threading.Condition()
        self._jobs: deque[tuple[Job, Then]] = deque()
        self._latest: tuple[Job, Then] | None = None
        self._ended = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._deliver)
        shared: Pace | None = parent.findChild(Pace) if parent else None  # one for all lanes of a window
        self._pace = shared or Pace(parent or self)

    def latest(self, job: Job, then: Then) -> None:
        """Runs `job` when the lane is free, in the place of a waiting one."""
        with self._ready:
            self._latest = (job, then)
            self._wake()
        self._pace.work()

    def queue(self, job: Job, then: Then) -> None:
        """Runs `job` after those queued before it, ahead of any `latest`."""
        with self._ready:
            self._jobs.append((job, then))
            self._wake()
        self._pace.work()

    def put_off(self, _what: object = None) -> None:
        """Somebody is busy in the window, with what makes no work here: clearing up can wait."""
        self._pace.work()

    def close(self) -> None:
        """Drops what waits, lets what runs end, and stops the thread."""
        with self._ready:
            self._ended = True
            self._jobs.clear()
            self._latest = None
            self._ready.notify()
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None and not self._ended:
            self._thread = threading.Thread(target=self._work, name="presskit-lane", daemon=True)
            self._thread.start()
        self._ready.notify()

    def _work(self) -> None:
        while True:
            with self._ready:
                while not (self._ended or self._jobs or self._latest):
                    self._ready.wait()
                if self._ended:
                    return
                if self._jobs:
                    job, then = self._jobs.popleft()
                elif self._latest:
                    (job, then), self._latest = self._latest, None
            try:
                result = job()
            except Exception as problem:  # noqa: BLE001 - handed to whoever asked, not swallowed
                result = problem
            if not self._ended:
                self._done.emit(then, result)

    @Slot(object, object)
    def _deliver(self, then: Then, result: Any) -> None:
        if not self._ended:
            then(result)
