"""How long things take. Run alone, with --benchmark-only, on a machine that does nothing else.

What issue 2 asks for: export of the seed release cold <= 0.35 s, --version <= 0.06 s, PDF warm <= 20 ms,
DOCX warm <= 8 ms, keystroke to updated preview <= 120 ms at the median, the event loop never held > 30 ms.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.model.kit import Kit
from presskit.session import Session
from presskit.storage.files import read, write
from tests.assembled import assemble, long_kit
from tests.parts import releases, take_apart

SOURCE = releases()[-1]  # the seed release, or our own where that is not at hand


@pytest.fixture
def kit() -> Kit:
    """The release, assembled."""
    return assemble(take_apart(SOURCE), region="CT")


@pytest.fixture
def saved(kit: Kit, tmp_path: Path) -> Path:
    """It, in a file."""
    path = tmp_path / "release.presskit"
    write(path, kit)
    return path


def run(*words: object) -> str:
    """A fresh Python."""
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "en_US.UTF-8"}
    done = subprocess.run(
        [sys.executable, *map(str, words)], env=known, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


# Exports


@pytest.mark.parametrize("name", ["docx", "pdf", "text"])
def test_export_warm(benchmark: Any, kit: Kit, name: str) -> None:
    kind = format_named(name)
    assert kind is not None
    export_bytes(kit, 0, kind)
    benchmark(export_bytes, kit, 0, kind)


def test_pdf_from_scratch(benchmark: Any) -> None:
    """As an export in a running program that has not drawn this release before: nothing remembered."""
    kind = format_named("pdf")
    assert kind is not None
    parts = take_apart(SOURCE)
    export_bytes(assemble(parts), 0, kind)
    from presskit.export import pdf_lines

    caches = [each for each in vars(pdf_lines).values() if hasattr(each, "cache_clear")]

    def fresh() -> tuple[tuple[Any, ...], dict[str, Any]]:
        for each in caches:
            each.cache_clear()
        return (assemble(parts), 0, kind), {}

    benchmark.pedantic(export_bytes, setup=fresh, rounds=20)


def test_command_line_export_cold(benchmark: Any, saved: Path) -> None:
    words = ("-m", "presskit", "export", saved, "--to", "docx,pdf", "--force")
    benchmark.pedantic(run, args=words, rounds=7, warmup_rounds=1)
    assert saved.with_suffix(".pdf").exists()
    assert saved.with_suffix(".docx").exists()


def test_version_cold(benchmark: Any) -> None:
    benchmark.pedantic(run, args=("-m", "presskit", "--version"), rounds=9, warmup_rounds=1)


# Files


def test_opening_twenty_thousand_words(benchmark: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.presskit"
    write(path, long_kit(20_000))
    benchmark(read, path)


def test_saving_the_release(benchmark: Any, saved: Path, kit: Kit) -> None:
    benchmark(write, saved, kit)


def test_undo_and_redo(benchmark: Any, kit: Kit) -> None:
    session = Session(kit)
    session.edit_kit("x", lambda old: Kit(releases=old.releases, notes="x"))

    def there_and_back() -> None:
        session.undo()
        session.redo()

    benchmark(there_and_back)


# The window

PAINTED = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
{build}
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            QTimer.singleShot(0, app.quit)
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
BARE = """
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window = QMainWindow()
"""
OURS = """
from presskit.gui.app import build_window
from presskit.settings import SettingsFile
app = QApplication([])
window = build_window(SettingsFile(Path(sys.argv[1]) / "settings.json"))
"""


# With six kits of late, as on any day but the first.
RECENT = """
import shutil
from presskit import assets
from presskit.settings import Settings
folder = Path(sys.argv[1])
names = [folder / f"{number}.presskit" for number in range(6)]
for name in names:
    shutil.copy(str(assets.resource("samples/river-pact.presskit")), name)
SettingsFile(folder / "settings.json").save(Settings(recent=tuple(map(str, names))))
"""


@pytest.mark.parametrize(
    "build", [BARE, OURS, OURS.replace("app =", f"{RECENT}app =")], ids=["bare", "presskit", "six-recent"]
)
def test_start_up_to_a_painted_window(benchmark: Any, tmp_path: Path, build: str) -> None:
    """The whole process, off screen; `bare` is an empty QMainWindow, the floor."""
    benchmark.pedantic(run, args=("-c", PAINTED.format(build=build), tmp_path), rounds=7, warmup_rounds=1)
