"""What is felt of the recovery and of the command palette, in a kit of 20,000 words."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.gui.mainwindow import MainWindow
from presskit.gui.palette import PalettePopup
from presskit.gui.paletteentries import entries
from presskit.model.kit import Kit
from presskit.session import Session
from presskit.storage.recovery import Head, Trail
from tests.assembled import mixed_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit, made once."""
    return mixed_kit(20_000, 400)


def test_a_snapshot_of_unsaved_work(benchmark: Any, tmp_path: Path, kit: Kit) -> None:
    """All of it, down to the disk, on the thread that does nothing else."""
    trail = Trail((tmp_path,))
    benchmark(trail.keep, kit, Head(title="Long"))
    trail.end()


def test_a_letter_in_the_palette(benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit) -> None:
    """From a key to the rows that it finds, painted."""
    window.show_session(Session(kit))
    shown = PalettePopup(window, entries(window), (), lambda _entry: None)
    shown.open_over(window)
    qtbot.wait(6000)  # the pages of so long a kit are set by then
    letters = iter("export the pdf of this release to the desk " * 200)

    def type_one() -> None:
        letter = next(letters)
        if letter == " ":
            shown.field.clear()
        QTest.keyClicks(shown.field, letter)
        QApplication.processEvents()

    benchmark(type_one)
    shown.close()


def test_the_palette_opens(benchmark: Any, window: MainWindow, kit: Kit) -> None:
    """All that can be done, and every block's words."""
    window.show_session(Session(kit))
    found = benchmark(entries, window)
    assert len(found) > 400
