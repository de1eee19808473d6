"""Whatever one does to the window, it goes on, and undo brings everything back.

PRESSKIT_MONKEY=20000 plays longer, PRESSKIT_MONKEY_SEED=7 otherwise. A failure tells its seed and the last
events; in a crash, a file named by PRESSKIT_MONKEY_DIARY has them all.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from presskit.gui.app import build_window
from presskit.gui.mainwindow import MainWindow
from presskit.settings import Settings, SettingsFile
from presskit.storage import files
from tests.assembled import mixed_kit
from tests.generated import kits
from tests.gui.guard import guard
from tests.gui.monkey import Monkey
from tests.kits import full_kit, png

EVENTS = int(os.environ.get("PRESSKIT_MONKEY", "1500"))
DIARY = os.environ.get("PRESSKIT_MONKEY_DIARY", "")  # a file that every event is written to, for a crash
SEED = int(os.environ.get("PRESSKIT_MONKEY_SEED", "20261122"))
_BESIDE = "occurs outside target window"  # what the test library says of a click beside a list that shrank


class Nowhere(QObject):
    """Opens what the program wants another to open: it does not."""

    @Slot(QUrl)
    def opens(self, _url: QUrl) -> None:
        """Does nothing."""


@pytest.fixture
def lab(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that nothing gets out of."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    nowhere = Nowhere()
    schemes = ("http", "https", "mailto", "file", "tel")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, nowhere, "opens")
    with guard.over(tmp_path, DIARY):
        yield tmp_path
    QApplication.clipboard().clear()  # off screen, Python's data there would outlive Python
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.qt_log_ignore(_BESIDE, extend=True)
def test_whatever_a_monkey_does(qtbot: Any, qtlog: Any, lab: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsFile(lab / "home" / "settings.json")
    store.save(Settings(theme="light", open_folder=str(lab), export_folder=str(lab)))
    one, two, three = lab / "one.presskit", lab / "photo.png", lab / "words.txt"
    files.write(one, full_kit())
    two.write_bytes(png(77, 40))
    three.write_text("no picture", encoding="utf-8")
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = build_window(store)
        windows.append(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window, timeout=30_000)
        window.activateWindow()
        QApplication.processEvents()
        return window

    def complaints() -> list[str]:
        grave = {"QtWarningMsg", "QtCriticalMsg", "QtFatalMsg"}
        return [each.message for each in qtlog.records if each.type_name in grave and not each.ignored]

    kinds = [mixed_kit(500, 40), full_kit(), *kits(6)]
    with Path(DIARY).open("w", buffering=1) if DIARY else nullcontext() as diary:
        monkey = Monkey(make, kinds, SEED, complaints, [one, two, three], diary)
        _play(monkey, windows, monkeypatch)


def _play(monkey: Monkey, windows: list[MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkey.play(EVENTS)
    finally:
        print(f"seed {SEED}, {monkey.done} events:", dict(monkey.seen), "not let out:", guard.refused)
        for window in filter(isValid, windows):
            monkeypatch.setattr(window.files, "may_leave", lambda: True)
            window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
