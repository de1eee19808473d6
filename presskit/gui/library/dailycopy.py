"""Copies the library once a day, beside the window and well after its start."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from presskit.gui.lane import Lane
from presskit.library.backup import BackupProblem, back_up_daily

AFTER = 20_000  # milliseconds after the library was opened


class DailyCopy(QObject):
    """failed: today's copy could not be made (a BackupProblem)."""

    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lane: Lane | None = None
        self._ended = False

    def attend(self, path: Path, after: int = AFTER) -> None:
        """A library's file was opened: it is copied in a while, unless it was today."""
        QTimer.singleShot(after, self, lambda: self._begin(path))

    def close(self) -> None:
        """Stops what runs: a copy that is not finished is none."""
        self._ended = True
        if self._lane is not None:
            self._lane.close()

    def _begin(self, path: Path) -> None:
        if self._ended:
            return
        if self._lane is None:
            self._lane = Lane(self.parent())
        self._lane.queue(lambda: back_up_daily(path, lambda: self._ended), self._done)

    def _done(self, result: Path | Exception | None) -> None:
        if isinstance(result, BackupProblem):
            self.failed.emit(result)
        elif isinstance(result, Exception):
            raise result
