"""A whole window to measure, and how long its event loop was held."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from presskit.gui.app import build_window
from presskit.gui.mainwindow import MainWindow
from presskit.library.opening import open_library
from presskit.settings import Settings, SettingsFile
from tests.bench import many

ROOT = Path(__file__).resolve().parents[2]


class LongestGap:
    """The longest time that the event loop was held, by a timer that wants to fire each millisecond."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """From here on."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with nothing open."""
    store = SettingsFile(tmp_path / "settings.json")
    store.save(Settings(theme="light"))
    made = build_window(store)
    made.resize(1480, 930)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.files.may_leave = lambda: True  # type: ignore[method-assign]
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def large_file(pytestconfig: pytest.Config) -> Path:
    """A library in a file, made anew whenever what makes it changes."""
    made_by = [Path(many.__file__), *(ROOT / "presskit" / "text").glob("*.py")]
    made_by += (ROOT / "presskit" / "library").rglob("*.py")
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(made_by))).hexdigest()[:12]
    assert pytestconfig.cache is not None
    folder = pytestconfig.cache.mkdir("library-of-100000")
    path = folder / f"{mark}.db"
    if not path.exists():
        for old in folder.iterdir():
            old.unlink()
        shelf = open_library(str(path.with_suffix(".part")))
        many.fill(shelf, many.many(range(many.COUNT)))
        shelf.close()
        path.with_suffix(".part").rename(path)
    return path
