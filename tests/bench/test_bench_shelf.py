"""The side pane beside a library of 100,000 items: from a letter typed to the rows that it finds, painted."""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.gui.filing import sample_session
from presskit.gui.library.shelfpane import ShelfPane
from presskit.gui.mainwindow import MainWindow
from tests.bench.test_bench_library import misspelled, names

WITHIN = 50  # milliseconds, 95 of 100 times
PATIENCE = 20  # seconds


def waited(done: Callable[[], bool]) -> None:
    """Lets the window go on until something is so, asleep where nothing happens, as it is by itself: a loop
    that looked all the time would keep the library's thread from its work."""
    end = time.perf_counter() + PATIENCE
    awake = QTimer()  # so that it never sleeps for good
    awake.start(100)
    while not done():
        assert time.perf_counter() < end
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def typed() -> list[str]:
    """What is looked for: names of people and groups, some spelled almost so, and words of texts."""
    people, groups = names("person", 8), names("organisation", 5)
    return [*people, *groups, *map(misspelled, people[:4]), *names("boilerplate", 4), "families vote water"]


def letters(pane: ShelfPane, queries: list[str]) -> list[float]:
    """Milliseconds from each letter to its rows on the screen."""
    shown: list[str] = []
    pane.answered.connect(shown.append)
    found = []
    for query in queries:
        if pane.search.text():
            pane.search.clear()
            waited(lambda: shown[-1] == "")
        for letter in query:
            wanted = (pane.search.text() + letter).strip()
            before = pane.search.text().strip()  # a blank or a mark asks for nothing new
            start = time.perf_counter()
            QTest.keyClicks(pane.search, letter) if letter.isascii() else pane.search.insert(letter)
            if wanted != before:
                waited(lambda wanted=wanted: bool(shown) and shown[-1] == wanted)
            QApplication.processEvents()  # paints
            found.append(1000 * (time.perf_counter() - start))
            QTest.qWait(15)  # as between two keys
    pane.answered.disconnect(shown.append)
    return found


def test_from_a_letter_to_the_rows(
    benchmark: Any, window: MainWindow, large_file: Path, tmp_path: Path
) -> None:
    shutil.copyfile(large_file, tmp_path / "library.db")
    session = sample_session(window, "river-pact")
    assert session is not None
    window.show_session(session)
    assert window.workspace is not None
    pane = window.workspace.side.library
    waited(lambda: any(row.item for row in pane.list.rows))
    waited(lambda: bool(window.workspace and window.workspace.preview.isVisible()))
    QTest.qWait(1_500)
    pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    queries = typed()
    random.Random(5).shuffle(queries)
    times = sorted(benchmark.pedantic(letters, (pane, queries), rounds=1))
    median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    benchmark.extra_info.update(letters=len(times), median=median, p95=late, longest=times[-1])
    print(f"{len(times)} letters: median {median:.1f} ms, p95 {late:.1f} ms, longest {times[-1]:.1f} ms")
    assert late <= WITHIN
