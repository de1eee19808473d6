"""Everything can be reached by keyboard, in the order of the page, and has a name to be read out."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from presskit.gui.commands import OFFERED
from tests.gui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def full(hand: Hand) -> Hand:
    """A kit with a card of every kind, everything unfolded."""
    hand.click(hand.find("new-blank"))
    for number, kind in enumerate(OFFERED):
        hand.go(0)
        if number < 9:
            hand.ctrl(Qt.Key(Qt.Key.Key_1 + number), ALT)
        else:
            hand.in_menu(lambda: hand.find("moreKinds"), kind.label)
    assert {type(block) for block in hand.release.blocks} == set(OFFERED)
    for fold in hand.window.findChildren(QAbstractButton):
        if fold.isCheckable() and fold.isVisible() and not fold.isChecked() and fold.inherits("QPushButton"):
            hand.editor.ensureWidgetVisible(fold)
            hand.click(fold)
    placement = next(each for each in hand.editor.findChildren(QComboBox, "placement"))
    placement.setFocus()
    hand.key(Qt.Key.Key_Up)
    return hand


def spoken(widget: QWidget, window: QWidget) -> str:
    """What a screen reader would call a widget."""
    text: Any = getattr(widget, "text", None)
    buddies = [label for label in window.findChildren(QLabel) if label.buddy() is widget]
    said = text() if isinstance(widget, QAbstractButton) and callable(text) else ""
    return widget.accessibleName() or said or (buddies[0].text() if buddies else "")


def test_whatever_takes_the_keys_has_a_name(full: Hand) -> None:
    silent = []
    for widget in full.window.findChildren(QWidget):
        if widget.objectName().startswith("qt_") or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if not widget.isVisible() or spoken(widget, full.window):
            continue
        parent = widget.parentWidget()
        silent.append(
            f"{type(widget).__name__} {widget.objectName()!r} in {parent and parent.objectName()!r}"
        )
    assert silent == []


def test_the_buttons_of_cards_say_of_what_they_are(full: Hand) -> None:
    names = [button.accessibleName() for button in full.editor.findChildren(QWidget, "blockMenu")]
    assert all(name.startswith("Block menu") for name in names)
    assert len(set(names)) > 8


def path_down(hand: Hand, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[tuple[int, QWidget]]:
    """The widgets of cards that a key visits, each with the place of its block, until it leaves the cards."""
    visited = []
    for _stop in range(200):
        here = hand.focus
        block = next((k for k, card in hand.editor.cards.items() if card.isAncestorOf(here)), "")
        if not block:
            return visited
        if (hand.release.index(block), here) not in visited[-1:]:  # a date has three stops of its own
            visited.append((hand.release.index(block), here))
        hand.key(key, modifier)
    raise AssertionError(f"Tab goes round in the cards, at last in {hand.focus.objectName()}")


def test_tab_goes_down_the_page_and_back_up_after_moves_and_new_rows(full: Hand) -> None:
    full.go(3)
    full.key(Qt.Key.Key_Up, ALT, times=3)
    full.go(6)
    full.key(Qt.Key.Key_Down, ALT, times=2)
    full.editor.ensureWidgetVisible(full.find("addRow"))
    full.click(full.find("addRow"))
    full.find("status").setFocus()
    full.key(Qt.Key.Key_Tab)
    down = path_down(full, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is full.find("previewTabs")
    assert {place for place, _widget in down} == set(range(len(full.release.blocks)))
    assert [place for place, _widget in down] == sorted(place for place, _widget in down)
    full.key(Qt.Key.Key_Backtab, SHIFT)
    up = path_down(full, Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is full.find("status")
    assert up == list(reversed(down))


def test_the_next_and_previous_block_by_keys(full: Hand) -> None:
    full.go(0)
    places = []
    for _block in full.release.blocks:
        places.append(full.place)
        full.ctrl(Qt.Key.Key_Down)
    assert places == list(range(len(full.release.blocks)))
    for place in reversed(places):
        assert full.place == place
        full.ctrl(Qt.Key.Key_Up)


@pytest.mark.parametrize("size", [(1280, 720), (1000, 720)])
def test_the_top_bar_fits(full: Hand, size: tuple[int, int]) -> None:
    full.window.resize(*size)
    full.breathe()
    assert (full.window.width(), full.window.height()) == size
    assert full.window.bar is not None
    right = 0
    for button in full.window.bar.findChildren(QAbstractButton):
        if button.isVisible():
            place = button.geometry()
            assert place.left() >= 0
            assert place.right() <= full.window.width()
            assert button.width() >= button.minimumSizeHint().width() - 1
            right = max(right, place.right())
    assert right > 0
    for name in ("releaseLine", "status", "previewTabs", "sideTabs", "zoom"):
        widget = full.find(name)
        at = widget.mapTo(full.window, widget.rect().topRight())
        assert 0 < at.x() <= full.window.width()


def test_an_embargo_fits_the_bar_of_a_narrow_window(full: Hand) -> None:
    full.window.resize(1000, 720)
    full.find("releaseLine").setFocus()
    full.key(Qt.Key.Key_Down)
    full.breathe()
    assert full.window.width() == 1000
    fields = [
        QRect(widget.mapTo(full.window, QPoint()), widget.size())
        for name in ("releaseLine", "embargoUntil", "embargoZone", "releaseDate", "language", "status")
        if (widget := full.find(name))
    ]
    for number, one in enumerate(fields):
        assert not any(one.intersects(other) for other in fields[number + 1 :])
    middle = full.find("middle")
    assert max(field.right() for field in fields) <= middle.mapTo(full.window, middle.rect().topRight()).x()
    full.window.resize(1600, 900)
    full.breathe()
    line, status = (full.find(name) for name in ("releaseLine", "status"))
    assert abs(line.mapTo(full.window, QPoint()).y() - status.mapTo(full.window, QPoint()).y()) <= 1
