"""Whole blocks chosen across cards: copied, cut, pasted and removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and three paragraphs: first, second, third."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for word in ("first", "second", "third"):
        hand.key(Qt.Key.Key_Return)
        hand.write(word)
    return hand


def picked(hand: Hand) -> list[str]:
    """What shows as chosen."""
    cards = [hand.card_of(block.id) for block in hand.release.blocks]
    return [card.block.summary() for card in cards if card.property("picked")]


def shift_click(hand: Hand, place: int) -> None:
    """Clicks into the text of a block with Shift held."""
    field = hand.card(place).form.field_at("text")
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, SHIFT)  # type: ignore[union-attr]
    hand.breathe()


def test_escape_chooses_the_block_shift_and_arrows_more_and_escape_ends_it(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Escape)
    assert picked(page) == ["first"]
    page.key(DOWN, SHIFT)
    assert picked(page) == ["first", "second"]
    page.key(UP, SHIFT, times=2)
    assert picked(page) == ["Title", "first"]
    page.key(Qt.Key.Key_Escape)
    assert picked(page) == []
    page.write("!")
    assert page.words[0] == "!Title"


def test_shift_and_a_click_choose_more_blocks(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Escape)
    shift_click(page, 3)
    assert picked(page) == ["first", "second", "third"]
    shift_click(page, 2)
    assert picked(page) == ["first", "second"]
    page.go(2)
    assert picked(page) == []


def test_cut_and_paste_several_blocks(page: Hand) -> None:
    before = page.release.blocks
    page.go(1)
    page.key(Qt.Key.Key_Escape)
    page.key(DOWN, SHIFT)
    page.ctrl(Qt.Key.Key_X)
    assert page.words[:2] == ["Title", "third"]
    assert QApplication.clipboard().text() == "first\n\nsecond"
    page.ctrl(Qt.Key.Key_End)
    page.go(1)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[:4] == ["Title", "third", "first", "second"]
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks == before


def test_paste_over_chosen_blocks(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Escape)
    page.ctrl(Qt.Key.Key_C)
    page.key(DOWN, SHIFT)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[:3] == ["Title", "first", "third"]


def test_delete_removes_chosen_blocks_in_one_step(page: Hand) -> None:
    page.go(2)
    page.key(Qt.Key.Key_Escape)
    page.key(UP, SHIFT)
    page.key(Qt.Key.Key_Delete)
    assert page.words[:2] == ["Title", "third"]
    page.write("!")
    assert page.words[1] == "!third"
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "first", "second", "third"]


def test_all_blocks_may_go(page: Hand) -> None:
    page.go(0)
    page.key(Qt.Key.Key_Escape)
    page.ctrl(Qt.Key.Key_A)
    page.key(Qt.Key.Key_Delete)
    assert page.release.blocks == ()
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:2] == ["Title", "first"]
