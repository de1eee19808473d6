"""Colours, type and spacing of the window, from resources/themes; palette first, style sheet last."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from presskit import assets

UI_FONT = "Inter"
THEMES = ("light", "dark")
TEXT_FONT = "Noto Serif"


class Theme:
    """A theme: `colour["accent"]` is "#rrggbb", `size["body"]` a number of pixels."""

    def __init__(self, name: str) -> None:
        self.name = name
        data: dict[str, Any] = tomllib.loads(assets.read(f"themes/{name}.toml").decode())
        self.colour: dict[str, str] = data["colors"]
        self.size: dict[str, int] = {**data["type"], **data["spacing"]}

    def palette(self) -> QPalette:
        """The theme as Qt's own widgets understand it."""
        c = {name: QColor(value) for name, value in self.colour.items()}
        palette = QPalette(c["accent"], c["window"])
        role = QPalette.ColorRole
        pairs = (
            (role.Window, "window"), (role.WindowText, "text"), (role.Base, "input"),
            (role.AlternateBase, "card"), (role.Text, "text"), (role.Button, "panel"),
            (role.ButtonText, "text"), (role.BrightText, "accent_text"), (role.ToolTipBase, "card"),
            (role.ToolTipText, "text"), (role.PlaceholderText, "faint"), (role.Highlight, "selection"),
            (role.HighlightedText, "selection_text"), (role.Link, "accent"), (role.Mid, "card_border"),
            (role.Accent, "accent"),
        )  # fmt: skip
        for which, name in pairs:
            palette.setColor(which, c[name])
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, c["disabled_text"])
        return palette

    def style_sheet(self) -> str:
        """What a palette cannot say."""
        files = {
            f"file_{name}": Path(str(assets.resource(f"themes/{self.name}-{name}.svg"))).as_posix()
            for name in ("down", "up", "check", "mark")
        }
        sizes = {f"px_{name}": value for name, value in self.size.items()}
        return assets.read("themes/window.qss").decode().format(**self.colour, **files, **sizes)


def chosen_theme(wanted: str) -> Theme:
    """The theme a setting names; "system" follows the desktop."""
    if wanted == "system":
        hints = QGuiApplication.styleHints()
        wanted = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return Theme(wanted if wanted in THEMES else "light")


def apply_theme(theme: Theme) -> None:
    """Gives the program the theme's look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
    font = QFont(UI_FONT)
    font.setPixelSize(theme.size["ui_size"])
    app.setStyle("Fusion")
    app.setFont(font)
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())


@cache
def _load_font(name: str) -> int:
    return QFontDatabase.addApplicationFontFromData(QByteArray(assets.read(f"fonts/{name}.ttf")))


def load_fonts(*names: str) -> None:
    """Makes fonts of resources/fonts known to Qt, once."""
    for name in names:
        _load_font(name)


def text_font(pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """The face in which the words of a release are edited."""
    load_fonts("NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic")
    font = QFont(TEXT_FONT)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setItalic(italic)
    return font
