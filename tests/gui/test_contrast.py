"""Words and controls can be seen: WCAG 2.2, success criteria 1.4.3 (text 4.5:1) and 1.4.11 (controls 3:1)."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPushButton, QVBoxLayout, QWidget

from presskit.gui.theme import THEMES, Theme, apply_theme

_GROUNDS = ("window", "panel", "card", "input", "preview_backdrop", "hover", "pressed")
_TEXT = [
    *((ink, ground) for ink in ("text", "muted", "faint", "accent") for ground in _GROUNDS),
    *(("disabled_text", ground) for ground in _GROUNDS[:4]),
    *((f"{tone}_text", ground) for tone in ("good", "warn", "bad") for ground in _GROUNDS[:3]),
    *((f"{tone}_text", f"{tone}_soft") for tone in ("good", "warn", "bad")),
    *(("accent_text", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("accent_soft_text", "accent_soft"),
    ("selection_text", "selection"),
    ("text", "found"),
    ("found_now_text", "found_now"),
]
_SHAPES = [
    *((edge, ground) for edge in ("input_border", "scrollbar", "focus", "faint") for ground in _GROUNDS[:5]),
    ("accent", "card"),
    ("accent", "panel"),
]


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2, 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2.2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(_TEXT, 4.5), (_SHAPES, 3.0)], ids=["text", "shapes"])
def test_the_colours_of_a_theme_stand_out(name: str, pairs: list[tuple[str, str]], least: float) -> None:
    colour = Theme(name).colour
    weak = {
        f"{ink} on {ground}": round(found, 2)
        for ink, ground in pairs
        if (found := ratio(QColor(colour[ink]), QColor(colour[ground]))) < least
    }
    assert weak == {}


def strongest(picture: QImage, ground: QColor) -> float:
    """The contrast of the most different point of a picture with a ground."""
    return max(
        ratio(picture.pixelColor(x, y), ground)
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.fixture(params=THEMES)
def panel(request: Any, qtbot: Any) -> Any:
    """A panel in each theme, with its theme."""
    theme = Theme(request.param)
    apply_theme(theme)
    widget = QWidget()
    widget.setLayout(QVBoxLayout())
    qtbot.addWidget(widget)
    return widget, theme


def placed(panel: QWidget, widget: QWidget, qtbot: Any) -> QImage:
    """How a widget looks on a panel that is shown."""
    layout = panel.layout()
    assert layout is not None
    layout.addWidget(widget)
    panel.show()
    qtbot.waitExposed(panel)
    panel.setFocus()
    return widget.grab().toImage()


@pytest.mark.parametrize("on", [False, True])
def test_a_check_box_is_seen(panel: Any, qtbot: Any, on: bool) -> None:
    widget, theme = panel
    box = QCheckBox()
    box.setChecked(on)
    assert strongest(placed(widget, box, qtbot), QColor(theme.colour["window"])) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateEdit, QPushButton])
def test_the_line_on_which_an_input_stands_is_seen(panel: Any, qtbot: Any, kind: type[QWidget]) -> None:
    """The lower edge, from end to end: the other three are softer, so that a form is not a grid of boxes."""
    widget, theme = panel
    picture = placed(widget, kind(), qtbot)
    for part in range(2, 9):
        edge = picture.copy(picture.width() * part // 10, picture.height() - 2, 1, 2)
        assert strongest(edge, QColor(theme.colour["window"])) >= 3
        assert strongest(edge, QColor(theme.colour["input"])) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateEdit, QPushButton, QCheckBox])
def test_the_focus_is_seen(panel: Any, qtbot: Any, kind: type[QWidget]) -> None:
    widget, _theme = panel
    control = kind()
    other = QPushButton("other")
    widget.layout().addWidget(other)
    placed(widget, control, qtbot)
    widget.activateWindow()
    other.setFocus()
    without = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    focused = control.grab().toImage()
    changed = [
        ratio(without.pixelColor(QPoint(x, y)), focused.pixelColor(QPoint(x, y)))
        for x in range(min(without.width(), focused.width()))
        for y in (0, without.height() - 1)
    ]
    assert max(changed) > 1.5


def test_a_placeholder_is_seen(panel: Any, qtbot: Any) -> None:
    widget, theme = panel
    colour = widget.palette().placeholderText().color()
    assert ratio(colour, QColor(theme.colour["input"])) >= 4.5
    line = QLineEdit()
    line.setPlaceholderText("MMMMMM")
    picture = placed(widget, line, qtbot)
    inside = picture.copy(6, 6, picture.width() - 12, picture.height() - 12)
    assert strongest(inside, QColor(theme.colour["input"])) >= 4
