"""Text chosen from the middle of a card to the middle of another, as on one page."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hand

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and three paragraphs."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for words in ("one two three", "four five six", "seven eight nine"):
        hand.key(Qt.Key.Key_Return)
        hand.write(words)
    return hand


def chosen(hand: Hand) -> list[str]:
    """The words that show as chosen, block by block; a block in brackets is chosen as a whole."""
    found = []
    for block in hand.release.blocks:
        card = hand.card_of(block.id)
        field: Any = card.form.field_at("text")
        if card.property("picked"):
            found.append(f"[{block.summary()}]")
        elif field is not None and (words := field.textCursor().selectedText()):
            found.append(words)
    return found


def put(hand: Hand, place: int, at: int) -> None:
    """Puts the caret into the text of a block with the keys."""
    hand.go(place)
    hand.key(Qt.Key.Key_Home)
    hand.key(RIGHT, times=at)


def test_shift_and_right_go_on_into_the_next_text_and_back(page: Hand) -> None:
    put(page, 1, 8)
    page.key(RIGHT, SHIFT, times=5)
    assert chosen(page) == ["three"]
    page.key(RIGHT, SHIFT)
    assert chosen(page) == ["three"]
    page.key(RIGHT, SHIFT, times=4)
    assert chosen(page) == ["three", "four"]
    page.key(LEFT, SHIFT, times=5)
    assert chosen(page) == ["three"]
    page.key(LEFT, SHIFT)
    assert chosen(page) == ["thre"]
    page.key(RIGHT)
    page.write("!")
    assert page.words[1] == "one two thre!e"


def test_shift_and_down_keep_the_column(page: Hand) -> None:
    put(page, 1, 4)
    page.key(DOWN, SHIFT, times=2)
    first, middle, last = chosen(page)
    assert (first, middle) == ("two three", "four five six")
    assert last in {"sev", "seve"}
    page.key(UP, SHIFT, times=4)
    assert chosen(page)[0] in {"itle", "tle", "le", "e"}
    assert chosen(page)[1] == "one "


def test_by_words_and_to_the_end_of_the_page(page: Hand) -> None:
    put(page, 2, 5)
    page.key(RIGHT, SHIFT | CTRL, times=4)
    assert chosen(page) == ["five six", "seven "]
    page.key(Qt.Key.Key_End, SHIFT | CTRL)
    assert chosen(page)[0] == "five six"
    assert chosen(page)[-1].startswith("[") or chosen(page)[-1] == page.words[-1]
    page.key(Qt.Key.Key_Home, SHIFT | CTRL)
    assert chosen(page) == ["Title", "one two three", "four "]


def test_delete_joins_what_is_left_as_one_step(page: Hand) -> None:
    before = page.release
    put(page, 1, 4)
    page.key(DOWN, SHIFT)
    page.key(DOWN, SHIFT)
    page.key(Qt.Key.Key_Delete)
    assert page.words[0] == "Title"
    assert page.words[1].startswith("one ")
    assert page.words[1].endswith(" eight nine")
    page.write("X")
    assert page.words[1].startswith("one X")
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before
    assert page.window.session is not None
    assert page.window.session.history.redo_label == "Delete"


def test_typing_takes_the_place_of_what_is_chosen(page: Hand) -> None:
    before = page.release
    put(page, 1, 4)
    page.key(RIGHT, SHIFT, times=10)
    assert chosen(page) == ["two three"]
    page.key(RIGHT, SHIFT, times=5)
    page.write("A")
    assert page.words[1] == "one Afive six"
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before


def test_enter_takes_its_place_too(page: Hand) -> None:
    before = page.release
    put(page, 1, 3)
    page.key(RIGHT, SHIFT, times=15)
    page.key(Qt.Key.Key_Return)
    assert [block.letters()[0] for block in page.release.blocks[1:3]] == ["one", " five six"]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before


def test_copy_and_paste_words_of_two_paragraphs(page: Hand) -> None:
    put(page, 1, 8)
    page.key(RIGHT, SHIFT, times=10)
    page.ctrl(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "three\n\nfour"
    put(page, 3, 6)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[3:5] == ["seven three", "foureight nine"]


def test_paste_over_what_is_chosen_is_one_step(page: Hand) -> None:
    before = page.release
    QApplication.clipboard().setText("new")
    put(page, 1, 4)
    page.key(RIGHT, SHIFT, times=15)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[1] == "one newfive six"
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before


def test_a_block_that_is_more_than_a_text_is_taken_whole(page: Hand) -> None:
    page.go(3)
    page.window.actions_.kinds["quote"].trigger()
    page.breathe()
    page.write("She said it")
    assert page.kinds[3:] == ["paragraph", "quote"]
    put(page, 3, 6)
    page.key(RIGHT, SHIFT, times=11)
    assert chosen(page) == ["eight nine", f"[{page.words[4]}]"]
    page.key(Qt.Key.Key_Backspace)
    assert page.kinds[3:] == ["paragraph"]
    assert page.release.blocks[3].letters()[0] == "seven "
    page.ctrl(Qt.Key.Key_Z)
    assert page.kinds[3:] == ["paragraph", "quote"]
    page.go(4)
    page.key(UP, SHIFT)  # a quote's words are one of its fields: the block is chosen
    assert chosen(page) == [f"[{page.words[4]}]"]
    page.key(UP, SHIFT)
    assert chosen(page) == [f"[{page.words[3]}]", f"[{page.words[4]}]"]


def mouse(field: Any, kind: QEvent.Type, at: QPoint) -> None:
    """An event of the mouse with its left button held, at a point of a text's viewport."""
    view = field.viewport()
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT_BUTTON
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT_BUTTON
    event = QMouseEvent(
        kind, QPointF(at), QPointF(view.mapToGlobal(at)), button, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)


def test_a_drag_with_the_mouse_goes_on_in_other_cards(page: Hand) -> None:
    field, below = page.go(1), page.card(3).form.field_at("text")
    cursor = field.textCursor()
    cursor.setPosition(4)
    start = field.cursorRect(cursor).center()
    cursor = below.textCursor()
    cursor.setPosition(5)
    end = field.viewport().mapFromGlobal(below.viewport().mapToGlobal(below.cursorRect(cursor).center()))
    mouse(field, QEvent.Type.MouseButtonPress, start)
    mouse(field, QEvent.Type.MouseMove, start + QPoint(30, 0))
    mouse(field, QEvent.Type.MouseMove, end)
    assert chosen(page) == ["two three", "four five six", "seven"]
    mouse(field, QEvent.Type.MouseMove, start + QPoint(40, 0))
    assert len(chosen(page)) == 1
    mouse(field, QEvent.Type.MouseMove, end)
    mouse(field, QEvent.Type.MouseButtonRelease, end)
    page.breathe()
    assert chosen(page) == ["two three", "four five six", "seven"]
    page.write("x")
    assert page.words[1] == "one x eight nine"


def test_a_click_with_shift_chooses_from_the_caret(page: Hand) -> None:
    put(page, 1, 8)
    below = page.card(2).form.field_at("text")
    cursor = below.textCursor()
    cursor.setPosition(4)
    at = below.cursorRect(cursor).center()
    QTest.mouseClick(below.viewport(), LEFT_BUTTON, SHIFT, at)
    page.breathe()
    assert chosen(page) == ["three", "four"]
    at.setX(at.x() + 400)
    QTest.mouseClick(below.viewport(), LEFT_BUTTON, SHIFT, at)
    page.breathe()
    assert chosen(page) == ["three", "four five six"]
    page.key(LEFT)
    page.write("!")
    assert page.words[1] == "one two !three"


def test_right_to_left_text_stretches_the_other_way(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.key(Qt.Key.Key_Return)
    hand.write("سلام")
    hand.key(Qt.Key.Key_Return)
    hand.write("عالم")
    hand.go(1)
    hand.key(Qt.Key.Key_End)
    hand.key(LEFT, SHIFT, times=3)
    assert chosen(hand) == ["عا"]
    hand.key(RIGHT, SHIFT, times=4)
    assert chosen(hand) == ["م"]


def test_bold_and_italic_for_words_of_several_cards(page: Hand) -> None:
    before = page.release
    put(page, 1, 8)
    page.key(RIGHT, SHIFT, times=10)
    page.ctrl(Qt.Key.Key_B)
    texts: list[Any] = [block.text for block in page.release.blocks[1:3]]  # type: ignore[attr-defined]
    assert [(run.text, run.bold) for text in texts for run in text] == [
        ("one two ", False),
        ("three", True),
        ("four", True),
        (" five six", False),
    ]
    assert chosen(page) == ["three", "four"]
    page.ctrl(Qt.Key.Key_I)
    page.ctrl(Qt.Key.Key_B)
    texts = [block.text for block in page.release.blocks[1:3]]  # type: ignore[attr-defined]
    assert [(run.text, run.bold, run.italic) for run in texts[0]] == [
        ("one two ", False, False),
        ("three", False, True),
    ]
    for _step in range(3):
        page.ctrl(Qt.Key.Key_Z)
    assert page.release == before


def test_a_click_beside_the_cards_brings_the_caret_to_the_nearest_place(page: Hand) -> None:
    page.go(0)
    card, view = page.card(2), page.editor.viewport()
    beside = card.mapTo(view, QPoint(0, 0)) + QPoint(-10, card.height() // 2)
    QTest.mouseClick(view, LEFT_BUTTON, pos=beside)
    page.breathe()
    page.write("<")
    assert page.words[2] == "<four five six"
    QTest.mouseClick(view, LEFT_BUTTON, pos=QPoint(view.width() // 2, view.height() - 3))
    page.breathe()
    page.write(">")
    assert page.editor.current == page.release.blocks[-1].id
    assert ">" in "".join(page.release.blocks[-1].letters())
