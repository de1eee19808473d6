"""The clipboard commands where nothing can be done with them, and for what is chosen across cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hand

RIGHT, SHIFT = Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and two paragraphs."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for words in ("one two", "three four"):
        hand.key(Qt.Key.Key_Return)
        hand.write(words)
    return hand


def command(hand: Hand, name: str) -> None:
    """Chooses a command as its menu does."""
    hand.window.actions_.commands[name].trigger()
    hand.breathe()


def test_a_text_to_be_read_only_ends_what_it_does_not_want(page: Hand) -> None:
    tabs = page.find("previewTabs")
    page.click(tabs, tabs.tabRect(1).center())
    page.click(page.find("plainText").viewport())
    for name in ("cut_words", "paste_words", "paste_plain", "select_all", "copy_words"):
        command(page, name)
    page.ctrl(Qt.Key.Key_X)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[1:] == ["one two", "three four"]


def test_on_what_is_chosen_across_cards(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(RIGHT, times=4)
    page.key(RIGHT, SHIFT, times=9)
    command(page, "copy_words")
    assert QApplication.clipboard().text() == "two\n\nthree"
    command(page, "cut_words")
    assert page.release.blocks[1].letters()[0] == "one  four"


def test_select_all_twice_chooses_all_blocks(page: Hand) -> None:
    page.go(2)
    command(page, "select_all")
    assert not page.editor.picking.is_on
    command(page, "select_all")
    assert [block.summary() for block in page.editor.picking.blocks()] == page.words
    page.key(Qt.Key.Key_Escape)
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_A)
    assert page.editor.picking.is_on


def test_nothing_on_the_clipboard_is_nothing_to_paste(page: Hand) -> None:
    QApplication.clipboard().clear()
    before = page.release
    page.go(1)
    page.ctrl(Qt.Key.Key_V)
    page.key(Qt.Key.Key_Escape)
    page.ctrl(Qt.Key.Key_V)
    assert page.release == before
    page.go(2)
    page.click(page.bar("Statistics"))
    place = page.kinds.index("statistics")
    page.go(place, "items/0/figure")
    page.ctrl(Qt.Key.Key_V)
    assert page.release.blocks[place].items[0].figure == ""  # type: ignore[attr-defined]
