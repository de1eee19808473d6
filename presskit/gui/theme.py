"""Colours, type and spacing of the window, from resources/themes; palette first, style sheet last."""

import tomllib
from functools import cache
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from presskit import assets

UI_FONT = "Inter"
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
        return _SHEET.format(**self.colour, **{f"px_{name}": value for name, value in self.size.items()})


def chosen_theme(wanted: str) -> Theme:
    """The theme a setting names; "system" follows the desktop."""
    if wanted == "system":
        hints = QGuiApplication.styleHints()
        wanted = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return Theme(wanted)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Gives the program the theme's look."""
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


_SHEET = """
QToolTip {{ background: {card}; color: {text}; border: 1px solid {card_border}; padding: 4px 6px; }}
QMainWindow, QDialog {{ background: {window}; }}
QMenu {{ background: {card}; border: 1px solid {card_border}; padding: 4px; }}
QMenu::item {{ padding: 5px 22px 5px 10px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {accent_soft_text}; }}
QMenu::item:disabled {{ color: {disabled_text}; }}
QMenu::separator {{ height: 1px; background: {separator}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}

#topBar {{ background: {panel}; border-bottom: 1px solid {separator}; }}
#sidePane, #previewHead {{ background: {panel}; }}
#sidePane {{ border-right: 1px solid {separator}; }}
#previewPane {{ border-left: 1px solid {separator}; background: {preview_backdrop}; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {separator}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; font-size: {px_small}px; padding: 0 10px 0 4px; }}

QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 6px 8px; background: transparent; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton:disabled {{ color: {disabled_text}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
#barLine {{ background: {separator}; max-width: 1px; min-width: 1px; margin: 8px 4px; }}

QPushButton {{ background: {card}; border: 1px solid {input_border}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border-color: {focus}; }}
QPushButton:disabled {{ color: {disabled_text}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {accent_text}; border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled {{ background: {pressed}; color: {disabled_text}; border-color: {pressed}; }}
QPushButton[chip="true"] {{ background: {accent_soft}; color: {accent_soft_text}; border: 1px solid transparent;
  border-radius: 9px; padding: 2px 10px; font-size: {px_small}px; }}
QPushButton[chip="true"]:hover, QPushButton[chip="true"]:focus {{ border-color: {focus}; }}
QPushButton[tone="good"] {{ background: {good_soft}; color: {good_text}; font-weight: 600; }}
QPushButton[tone="warn"] {{ background: {warn_soft}; color: {warn_text}; font-weight: 600; }}
QPushButton[flat="true"] {{ background: transparent; border: 1px solid transparent; color: {muted}; padding: 3px 6px;
  text-align: left; }}
QPushButton[flat="true"]:hover {{ color: {accent}; }}
QPushButton[flat="true"]:focus {{ border-color: {focus}; }}

QLineEdit, QComboBox, QDateEdit, QDateTimeEdit, QSpinBox {{ background: {input}; border: 1px solid {input_border};
  border-radius: 6px; padding: 5px 8px; min-height: 16px; selection-background-color: {selection};
  selection-color: {selection_text}; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QDateTimeEdit:focus, QSpinBox:focus {{ border-color: {focus}; }}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled {{ color: {disabled_text}; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{ border: none; width: 18px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {card_border};
  selection-background-color: {accent_soft}; selection-color: {accent_soft_text}; outline: none; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox:focus {{ color: {accent}; }}

QScrollArea, QScrollArea > QWidget > #cards {{ background: {window}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {card_border}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {separator}; }}

#card {{ background: {card}; border: 1px solid {card_border}; border-radius: {px_radius}px; }}
#card[current="true"] {{ border: 2px solid {focus}; }}
#cardKind {{ color: {muted}; font-size: {px_tiny}px; font-weight: 600; }}
#cardNote {{ color: {muted}; font-size: {px_tiny}px; }}
#fieldLabel {{ color: {muted}; font-size: {px_small}px; }}
#card QLineEdit[plain="true"], #card RichField {{ background: transparent; border: 1px solid transparent;
  border-radius: 4px; padding: 1px; }}
#card QLineEdit[plain="true"]:hover {{ border-color: {input_border}; }}
#card QLineEdit[plain="true"]:focus {{ border-color: {focus}; }}
#card RichField[boxed="true"] {{ border: 1px solid {input_border}; background: {input}; padding: 2px 4px; }}
#card RichField[boxed="true"]:focus {{ border-color: {focus}; }}
#figure {{ color: {accent}; }}
#dropLine {{ background: {focus}; border-radius: 1px; }}
#pictureBox {{ border: 1px dashed {input_border}; border-radius: 6px; color: {muted}; background: {window}; }}
#pictureBox:focus {{ border: 1px solid {focus}; }}

QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ color: {muted}; padding: 8px 13px 6px 13px; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QListWidget {{ background: transparent; border: none; outline: none; }}
QListWidget::item {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 6px; margin: 1px 4px; }}
QListWidget::item:hover {{ background: {hover}; }}
QListWidget::item:selected {{ background: {accent_soft}; color: {accent_soft_text}; }}
QListWidget::item:focus {{ border-color: {focus}; }}
#groupHead {{ color: {muted}; font-size: {px_tiny}px; font-weight: 600; padding: 8px 12px 2px 12px; }}
#paneHint {{ color: {muted}; font-size: {px_small}px; padding: 6px 10px; }}
#plainText {{ background: {card}; border: none; padding: 14px; }}
#startTitle {{ font-size: 26px; font-weight: 600; }}
#startText {{ color: {muted}; font-size: 14px; }}
#banner {{ background: {warn_soft}; color: {warn_text}; padding: 7px 14px; }}
QProgressBar {{ border: 1px solid {input_border}; border-radius: 5px; background: {input}; height: 10px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
"""
