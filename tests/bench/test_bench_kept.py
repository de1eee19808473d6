"""A kit of 20,000 words with 100 versions that each change some of it: opened, saved, and compared."""

import datetime
import random
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.blocks.paragraph import Paragraph
from presskit.gui.kept.dialog import VersionsDialog
from presskit.gui.mainwindow import MainWindow
from presskit.model.comparing import compare
from presskit.model.kept import size, thinned
from presskit.model.kit import Kit
from presskit.session import Session
from presskit.snapshots import at_saving, kept_now, restored, thawed
from presskit.storage.files import read, write
from presskit.storage.kept import MOST_BYTES, entry_of, frozen, shared
from presskit.text.runs import rich
from tests.assembled import mixed_kit
from tests.bench.conftest import LongestGap

START = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
COUNT = 100
CHANGED = 8  # blocks that a version changes


@pytest.fixture(scope="module")
def bare() -> Kit:
    """The kit without versions."""
    return mixed_kit(20_000, 400)


@pytest.fixture(scope="module")
def kit(bare: Kit) -> Kit:
    """It, with versions."""
    chance = random.Random(8)
    release = bare.releases[0]
    kept = ()
    for number in range(COUNT):
        blocks = list(release.blocks)
        for place in chance.sample(range(len(blocks)), CHANGED):
            blocks[place] = Paragraph(id=blocks[place].id, text=rich(f"Draft {number} of it says more. " * 8))
        release = release.with_blocks(blocks)
        when = START + number * datetime.timedelta(seconds=30)
        kept = (*kept, shared(frozen((release,), when), kept[-1:]))
    return replace(bare, kept=kept)


@pytest.mark.parametrize("versions", [0, COUNT])
def test_opening(benchmark: Any, bare: Kit, kit: Kit, tmp_path: Path, versions: int) -> None:
    path = tmp_path / "long.presskit"
    write(path, kit if versions else bare)
    benchmark.extra_info["kB"] = path.stat().st_size // 1000
    opened = benchmark(read, path)
    assert len(opened.kit.kept) == versions


@pytest.mark.parametrize("versions", [0, COUNT])
def test_saving(benchmark: Any, bare: Kit, kit: Kit, tmp_path: Path, versions: int) -> None:
    benchmark(write, tmp_path / "long.presskit", kit if versions else bare)


def test_the_entry_alone(benchmark: Any, kit: Kit) -> None:
    assert len(benchmark(entry_of, kit.kept)) < MOST_BYTES


def test_what_a_save_keeps(benchmark: Any, kit: Kit) -> None:
    changed = kit.with_release(0, kit.releases[0].with_blocks(kit.releases[0].blocks[1:]))
    now = START + datetime.timedelta(hours=2)
    assert benchmark(at_saving, changed, changed, now, now) != kit.kept


def test_keeping(benchmark: Any, kit: Kit) -> None:
    benchmark(kept_now, kit, START + datetime.timedelta(hours=1), "Sent")


def test_thinning(benchmark: Any, kit: Kit) -> None:
    assert size(kit.kept) < MOST_BYTES
    benchmark(thinned, kit.kept, START + datetime.timedelta(days=40), MOST_BYTES)


def test_bringing_back(benchmark: Any, kit: Kit) -> None:
    back = benchmark(lambda: restored(kit, thawed(kit.kept[0])))
    assert back.releases == thawed(kit.kept[0])


def test_comparing(benchmark: Any, kit: Kit) -> None:
    was = thawed(kit.kept[0])[0]
    assert len(benchmark(compare, was, kit.releases[0])) >= 400


def test_the_window_while_versions_are_compared(
    benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit, bare: Kit
) -> None:
    """From a key in the list to the page with what differs; and how long the event loop is held."""
    session = Session(replace(kit, releases=bare.releases))  # not shown: its checks would count, too
    dialog = VersionsDialog(window, session, window.theme, window.lane, str)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: dialog._shown is not None, timeout=20_000)
    gap = LongestGap()
    held: list[float] = []

    def turn() -> None:
        gap.start()
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: dialog._shown is not None, timeout=20_000)
        held.append(gap.longest)

    benchmark.pedantic(turn, rounds=20)
    benchmark.extra_info["held_ms"] = round(1000 * max(held), 1)
    dialog.reject()
    dialog.deleteLater()
