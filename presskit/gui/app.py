"""Builds the window and hands its parts to one another, once."""

import gc
import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from presskit.gui.crashing import Crashing
from presskit.gui.mainwindow import MainWindow
from presskit.gui.theme import apply_theme, chosen_theme
from presskit.gui.tongue import speak_qt
from presskit.i18n import speak, wanted
from presskit.settings import SettingsFile, data_folder


def run(paths: list[str]) -> int:
    """Opens the window, on the kit in the first of `paths` if there is one; returns the exit code."""
    app = QApplication(["presskit"])  # Qt breaks down on a path that is no UTF-8
    app.setApplicationName("PressKit")
    app.setDesktopFileName("presskit")
    store = SettingsFile()
    speak(store.load().screen_language or wanted(os.environ))
    window = build_window(store)
    window.show()
    gc.freeze()  # what is loaded by now stays: to look through it for rubbish takes 30 ms, in midst of typing
    Crashing(window, window.recovering, (store.home or data_folder()) / "faults").install()
    QTimer.singleShot(0, window, window.recovering.offer)
    if paths:
        QTimer.singleShot(0, window, lambda: window.files.open_path(Path(paths[0])))
    return app.exec()


def build_window(store: SettingsFile) -> MainWindow:
    """The window in the theme that the settings name, and in the language that the screen speaks."""
    speak_qt()
    theme = chosen_theme(store.load().theme)
    apply_theme(theme)
    return MainWindow(theme, store)
