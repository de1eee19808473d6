"""The settings, and what follows at once when one is changed."""

import os
from collections.abc import Callable
from typing import Any, Protocol

from msgspec.structs import replace
from PySide6.QtWidgets import QMainWindow

from presskit.gui.actions import Actions
from presskit.gui.dialogs.settings import SettingsDialog
from presskit.gui.recovering import Recovering
from presskit.gui.tongue import speak_qt
from presskit.gui.workspace import Workspace
from presskit.i18n import speak, spoken, wanted
from presskit.settings import Settings
from presskit.settings.asked import ASKED


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    actions_: Actions
    recovering: Recovering
    workspace: Workspace | None

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""

    def refurnish(self) -> None:
        """Makes the window anew, in the theme, the language and with the keys that the settings name."""


class Preferences:
    """The commands that change how the window is."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        self._window, self._owner = window, owner

    def attend(self, _workspace: Workspace) -> None:
        """It is about no kit."""

    def all_settings(self) -> None:
        """All settings."""
        self._show("")

    def shortcuts(self) -> None:
        """The keys, to read and to change."""
        self._show("keys")

    def theme_light(self) -> None:
        """Light, whatever the desktop has."""
        self.change("theme", "light")

    def theme_dark(self) -> None:
        """Dark, whatever the desktop has."""
        self.change("theme", "dark")

    def theme_system(self) -> None:
        """As the desktop has it."""
        self.change("theme", "system")

    def change(self, name: str, value: Any) -> None:
        """Gives a setting a value, with all that follows from it."""
        if getattr(self._owner.settings, name) == value:
            return
        asked = next((each for each in ASKED if each.name == name), None)
        if asked is not None and asked.command and self._owner.workspace is not None:
            self._owner.actions_.commands[asked.command].trigger()
            return
        self._owner.keep(replace(self._owner.settings, **{name: value}))
        if (follow := self._following.get(name)) is not None:
            follow()

    @property
    def _following(self) -> dict[str, Callable[[], None]]:
        return {
            "theme": self._owner.refurnish,
            "keys": self._owner.refurnish,
            "screen_language": self._speak,
            "recovery_seconds": self._owner.recovering.keep_pace,
            "system_fonts": self._let_fonts,
        }

    def _speak(self) -> None:
        language = self._owner.settings.screen_language or wanted(os.environ)
        if language != spoken():
            speak(language)
            speak_qt()
            self._owner.refurnish()

    def _let_fonts(self) -> None:
        if self._owner.workspace is not None:
            self._owner.workspace.preview.allow(self._owner.settings.system_fonts)

    def _show(self, page: str) -> None:
        dialog = SettingsDialog(self._window, self._owner.settings, page)
        dialog.changed.connect(self.change)
        while dialog.exec() == SettingsDialog.AGAIN:  # in another language, or with other colours
            shown = dialog.shown()
            dialog.deleteLater()
            dialog = SettingsDialog(self._window, self._owner.settings, shown)
            dialog.changed.connect(self.change)
        dialog.deleteLater()
