"""Nothing is cut off: on small screens, and with words as long as those of other languages."""

import gettext
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from presskit import i18n
from presskit.gui.elided import ElidedButton, ElidedLabel
from tests.gui.conftest import Hand
from tests.gui.test_access import DIALOGS, everything
from tests.gui.tongues import longer

SIZES = [(1480, 930), (1280, 720), (1000, 700)]


class Longer(gettext.NullTranslations):
    """The words of the screen as long as Spanish ones."""

    def gettext(self, message: str) -> str:
        """A longer text."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A longer text of the right number."""
        return longer(msgid1 if n == 1 else msgid2)


@pytest.fixture(params=["en", "es", "longer"])
def wordy(request: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The screen in English, in Spanish, and in words 40% longer than the English ones."""
    if request.param == "longer":
        monkeypatch.setattr(i18n, "_catalogue", lambda _language: Longer())
    else:
        i18n.speak(request.param)
    yield request.param
    i18n.speak("en")


def missing(widget: QWidget) -> int:
    """How many pixels of width a widget lacks to show its own words; 0 or less where none."""
    metrics = widget.fontMetrics()
    match widget:
        case ElidedButton() | ElidedLabel():
            return 0  # shortens what users wrote, and tells it in its tooltip
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height() if widget.text() else 0
        case QLabel():
            return 0 if not widget.text() else widget.sizeHint().width() - widget.width()
        case QPushButton() | QToolButton() | QCheckBox():
            return widget.sizeHint().width() - widget.width()
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            room = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                option,
                QStyle.SubControl.SC_ComboBoxEditField,
                widget,
            )
            margins = 6 if widget.isEditable() else 0  # of the line within
            return metrics.horizontalAdvance(widget.currentText()) - (room.width() - margins)
        case QLineEdit() if not widget.text():
            return metrics.horizontalAdvance(widget.placeholderText()) - (widget.width() - 18)
        case QTabBar():
            return widget.sizeHint().width() - widget.width()
        case _:
            return 0


def cut(top: QWidget) -> list[str]:
    """The widgets within another that do not show all their words, or reach out of what they are in."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top) or widget.objectName().startswith("qt_"):
            continue
        said = getattr(widget, "text", None) or getattr(widget, "currentText", None)
        words = said() if callable(said) and isinstance(widget, QAbstractButton | QLabel | QComboBox) else ""
        name = f"{type(widget).__name__} {widget.objectName()!r} {words or widget.accessibleName()!r}"
        if (lacks := missing(widget)) > 1:
            found.append(f"{name} lacks {lacks} px")
        if (
            isinstance(widget, QListWidget)
            and not widget.isWrapping()
            and widget.flow() == widget.Flow.TopToBottom
        ):
            right = max(
                (widget.visualItemRect(widget.item(row)).right() for row in range(widget.count())), default=0
            )
            if (over := right - widget.viewport().width()) > 0:
                found.append(f"{name}: lines reach out by {over} px")
        parent = widget.parentWidget()
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox) and parent and parent.layout():
            over = widget.mapTo(parent, QPoint(widget.width(), 0)).x() - parent.width()
            if over > 0:
                found.append(f"{name} reaches out by {over} px")
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_window_shows_all_its_words(wordy: str, hand: Hand, size: tuple[int, int]) -> None:
    hand.window.resize(*size)
    hand.breathe()
    assert cut(hand.window) == []
    everything(hand)
    hand.breathe()
    assert (hand.window.width(), hand.window.height()) == size
    assert cut(hand.window) == []
    page, view = hand.editor.widget(), hand.editor.viewport()
    assert page.width() <= view.width()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_shows_all_its_words(wordy: str, hand: Hand, name: str) -> None:
    dialog = DIALOGS[name](hand.window)
    dialog.show()
    for pause in (10, 50, 100, 200):  # what another thread is asked for comes a little later
        hand.breathe()
        QTest.qWait(pause)
        if not cut(dialog):
            break
    assert cut(dialog) == []
    assert dialog.width() <= 1000
    assert dialog.height() <= 700
    dialog.close()
