"""Writing across cards: the caret crosses them, and their texts split and join, as on one page."""

import pytest
from PySide6.QtCore import Qt

from presskit.text.runs import plain
from tests.gui.conftest import Hand

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and three paragraphs: first, second, third."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for word in ("first", "second", "third"):
        hand.key(Qt.Key.Key_Return)
        hand.write(word)
    return hand


def at(hand: Hand) -> tuple[int, int]:
    """The place of the block with the caret, and where in it."""
    caret = hand.editor.caret()
    assert caret is not None
    return hand.release.index(caret.block), caret.position


def test_up_and_down_go_from_card_to_card(page: Hand) -> None:
    page.go(3)
    page.key(Qt.Key.Key_Home)
    page.key(UP)
    assert at(page) == (2, 0)
    page.key(UP, times=2)
    assert at(page) == (0, 0)
    page.key(UP)
    assert at(page) == (0, 0)
    page.key(DOWN, times=3)
    assert at(page) == (3, 0)


def test_the_column_is_kept_through_shorter_lines(page: Hand) -> None:
    page.go(2)
    page.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.write("a")
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(DOWN)
    assert at(page) == (2, 1)
    page.key(DOWN)
    assert at(page)[0] == 3
    assert at(page)[1] in {4, 5}


def test_left_and_right_go_on_at_the_ends(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(RIGHT)
    assert at(page) == (2, 0)
    page.key(LEFT)
    assert at(page) == (1, 5)
    page.key(LEFT)
    assert at(page) == (1, 4)


def test_ctrl_home_and_end_go_to_the_ends_of_the_release(page: Hand) -> None:
    page.go(2)
    page.ctrl(Qt.Key.Key_Home)
    assert at(page) == (0, 0)
    page.ctrl(Qt.Key.Key_End)
    assert page.place == len(page.release.blocks) - 1


def test_delete_at_the_end_joins_the_next_and_undo_brings_both_back(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Delete)
    assert page.words[:3] == ["Title", "firstsecond", "third"]
    assert at(page) == (1, 5)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "first", "second", "third"]
    assert at(page) == (1, 5)
    page.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert page.words[:3] == ["Title", "firstsecond", "third"]
    assert at(page) == (1, 5)


def test_delete_takes_an_empty_paragraph_away(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Return)
    page.key(UP)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Delete)
    assert page.words[:4] == ["Title", "first", "second", "third"]
    assert at(page) == (1, 5)


def test_backspace_joins_a_paragraph_to_the_headline(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Backspace)
    assert page.words[:2] == ["Titlefirst", "second"]
    assert page.kinds[0] == "headline"
    assert at(page) == (0, 5)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:2] == ["Title", "first"]
    assert at(page) == (1, 0)


def test_enter_within_a_heading_makes_the_rest_a_paragraph(page: Hand) -> None:
    page.go(0)
    page.key(Qt.Key.Key_Home)
    page.key(RIGHT, times=2)
    page.key(Qt.Key.Key_Return)
    assert page.words[:3] == ["Ti", "tle", "first"]
    assert page.kinds[:2] == ["headline", "paragraph"]
    assert plain(page.release.blocks[1].text) == "tle"  # type: ignore[attr-defined]
    assert at(page) == (1, 0)
