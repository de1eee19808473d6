"""A slash in an empty paragraph opens the menu of kinds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from presskit.text.runs import plain
from tests.gui.conftest import Hand


@pytest.fixture
def empty(hand: Hand) -> Hand:
    """The caret in an empty paragraph below a headline."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)
    return hand


def offered(hand: Hand) -> list[str]:
    """What the menu shows."""
    found = hand.find("slashKinds")
    assert isinstance(found, QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def test_typing_filters_and_enter_puts_the_block_in_place_as_one_step(empty: Hand) -> None:
    count = len(empty.release.blocks)
    empty.write("/")
    assert offered(empty)[:3] == ["Subhead", "Paragraph", "Quote"]
    empty.write("quo")
    assert offered(empty) == ["Quote"]
    empty.key(Qt.Key.Key_Return)
    assert empty.kinds[1] == "quote"
    assert len(empty.release.blocks) == count
    empty.write("Ours")
    assert plain(empty.release.blocks[1].words[0]) == "Ours"  # type: ignore[attr-defined]
    empty.ctrl(Qt.Key.Key_Z)
    empty.ctrl(Qt.Key.Key_Z)
    assert empty.kinds[1] == "paragraph"
    assert empty.place == 1
    empty.write("go on")
    assert empty.words[1] == "go on"


def test_arrows_choose(empty: Hand) -> None:
    empty.write("/")
    empty.key(Qt.Key.Key_Up)
    empty.key(Qt.Key.Key_Down, times=3)
    empty.key(Qt.Key.Key_Return)
    assert empty.kinds[1] == "quote"


def test_escape_gives_the_slash_back(empty: Hand) -> None:
    empty.write("/x")
    assert offered(empty) == ["No kind of block is called so"]
    empty.key(Qt.Key.Key_Return)
    empty.key(Qt.Key.Key_Escape)
    empty.write("y")
    assert empty.words[1] == "/xy"


def test_backspace_over_the_slash_closes_the_menu(empty: Hand) -> None:
    empty.write("/")
    empty.key(Qt.Key.Key_Backspace)
    empty.write("words")
    assert empty.words[1] == "words"


def test_a_click_elsewhere_keeps_what_was_typed(empty: Hand) -> None:
    empty.write("/and")
    empty.go(0)
    assert empty.words[:2] == ["Title", "/and"]
    assert empty.place == 0


def test_a_slash_after_words_or_in_a_heading_is_a_slash(empty: Hand) -> None:
    empty.write("and/or")
    assert empty.words[1] == "and/or"
    empty.key(Qt.Key.Key_Return)
    empty.write("/cross")
    empty.key(Qt.Key.Key_Return)
    empty.write("/a")
    assert (empty.kinds[2], empty.words[2]) == ("crosshead", "/a")
