"""Long kits: cards are made where one looks, and nothing else tells that the others are not there yet."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.blocks.paragraph import Paragraph
from presskit.session import Session
from tests.assembled import mixed_kit
from tests.gui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def long(hand: Hand) -> Hand:
    """A kit of 120 blocks of every kind."""
    hand.window.show_session(Session(mixed_kit(4000, 120)))
    hand.breathe()
    return hand


def settled(hand: Hand) -> None:
    """Until the column has made what it wants to make."""
    hand.until(lambda: not hand.editor.column._rest.isActive())
    hand.breathe()


def in_view(hand: Hand) -> list[str]:
    """The cards that show, from the top, by what is on the screen."""
    viewport = hand.editor.viewport()
    found: list[str] = []
    for y in range(0, viewport.height(), 4):
        block = hand.editor.block_of(viewport.childAt(QPoint(viewport.width() // 2, y)))
        if block and block not in found:
            found.append(block)
    return found


def on_screen(hand: Hand, block_id: str) -> int:
    """How far below the top of the view a card stands."""
    return hand.card_of(block_id).mapTo(hand.editor.viewport(), QPoint(0, 0)).y()


def check_stack(hand: Hand) -> None:
    """Cards stand one below the other, in order, and those in view have the height that they need."""
    shown = [key for key in (each.id for each in hand.release.blocks) if key in hand.editor.cards]
    cards = [hand.editor.cards[key] for key in shown if hand.editor.cards[key].isVisible()]
    for above, below in pairwise(cards):
        assert below.y() >= above.y() + above.height() + 8
    for card in (hand.editor.cards[key] for key in in_view(hand)):
        layout = card.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(card.width()) if layout.hasHeightForWidth() else -1
        assert card.height() == (wanted if wanted > 0 else card.sizeHint().height()), card.block.id


def test_only_cards_near_the_view_are_made(long: Hand) -> None:
    settled(long)
    assert 5 < len(long.editor.cards) < 60
    assert in_view(long)[0] == "headline"
    check_stack(long)


def test_what_is_scrolled_to_is_there(long: Hand) -> None:
    settled(long)
    bar = long.editor.verticalScrollBar()
    for part in (0.5, 0.9, 0.2, 1.0, 0.0):
        bar.setValue(int(bar.maximum() * part))
        long.breathe()
        settled(long)
        seen = in_view(long)
        keys = [block.id for block in long.release.blocks]
        assert len(seen) >= 2
        assert seen == keys[keys.index(seen[0]) : keys.index(seen[0]) + len(seen)]
        check_stack(long)
    bar.setValue(bar.maximum())
    settled(long)
    assert in_view(long)[-1] == long.release.blocks[-1].id


def test_what_is_in_view_stays_while_others_are_made(long: Hand) -> None:
    settled(long)
    bar = long.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    long.breathe()
    first = in_view(long)[1]
    before = on_screen(long, first)
    settled(long)
    assert on_screen(long, first) == before
    for _step in range(30):  # up through cards whose height was only guessed
        first = in_view(long)[0]
        before = on_screen(long, first)
        bar.setValue(bar.value() - 40)
        long.breathe()
        settled(long)
        assert on_screen(long, first) == before + 40 or bar.value() == 0


def test_the_caret_goes_to_blocks_far_away_and_back(long: Hand) -> None:
    last = long.release.blocks[-1].id
    assert last not in long.editor.cards
    long.go(1)
    long.ctrl(Qt.Key.Key_End)
    settled(long)
    assert long.editor.current == last
    assert last in in_view(long)
    long.write("!")
    check_stack(long)
    long.ctrl(Qt.Key.Key_Home)
    assert long.editor.current == "headline"
    assert in_view(long)[0] == "headline"
    long.ctrl(Qt.Key.Key_Z)
    assert long.editor.current == last  # where the step was
    assert last in in_view(long)


def test_typing_far_down_stays_where_it_is_and_undo_brings_it_back(long: Hand) -> None:
    first = long.release
    place = next(at for at, block in enumerate(first.blocks) if at > 80 and isinstance(block, Paragraph))
    long.go(place)
    settled(long)
    here = on_screen(long, long.editor.current)
    long.key(Qt.Key.Key_End)
    long.write(" more words, so that this paragraph takes another line, and then one more, and another")
    settled(long)
    assert on_screen(long, first.blocks[place].id) == here
    long.key(Qt.Key.Key_Return)
    long.write("new")
    settled(long)
    check_stack(long)
    while long.release != first:
        long.ctrl(Qt.Key.Key_Z)
    assert long.editor.current == first.blocks[place].id


def test_tab_goes_through_all_cards_and_back(long: Hand) -> None:
    long.go(0)
    visited: list[str] = []
    for _step in range(1200):
        long.key(Qt.Key.Key_Tab)
        if not long.editor.isAncestorOf(long.focus):
            break
        if long.editor.current not in visited[-1:]:
            visited.append(long.editor.current)
    assert visited == [block.id for block in long.release.blocks][visited[0] != "headline" :]
    assert long.focus is long.editor.neighbours[1]
    QTest.keyClick(long.focus, Qt.Key.Key_Backtab)
    assert long.editor.current == long.release.blocks[-1].id


def test_moving_and_dragging_reach_places_never_seen(long: Hand) -> None:
    settled(long)
    long.go(2)
    moved = long.editor.current
    long.editor.move_block(moved, 100)
    long.breathe()
    settled(long)
    assert long.release.blocks[100].id == moved
    assert moved in in_view(long)
    long.key(Qt.Key.Key_Up, ALT)
    settled(long)
    assert long.release.blocks[99].id == moved
    assert moved in in_view(long)
    rect = long.editor.column.rect_of(40)
    assert long.editor.column.place_at(rect.center().y() - 2) == 40
    assert long.editor.column.place_at(rect.center().y() + 2) == 41
    assert long.editor.column.place_at(10**7) == 120
    assert long.editor.column.place_at(-5) == 0


def test_another_width_keeps_what_is_in_view(long: Hand) -> None:
    settled(long)
    long.go(60)
    settled(long)
    field = long.focus
    for width, height in ((1100, 700), (1480, 930), (1000, 700)):
        long.window.resize(width, height)
        long.breathe()
        settled(long)
        check_stack(long)
        top = field.mapTo(long.editor.viewport(), QPoint(0, 0)).y()
        assert 0 <= top < long.editor.viewport().height() - 20


def test_a_card_that_has_the_caret_stays_made_while_one_looks_elsewhere(long: Hand) -> None:
    field = long.go(1)
    bar = long.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    long.breathe()
    settled(long)
    assert QApplication.focusWidget() is field
    long.write("here ")
    assert "here " in long.release.blocks[1].letters()[0]


def test_page_down_and_up_turn_the_page_with_the_caret(long: Hand) -> None:
    long.go(1)
    settled(long)
    bar = long.editor.verticalScrollBar()
    here, at = bar.value(), long.focus.mapTo(long.editor.viewport(), QPoint(0, 0)).y()
    places = []
    for _page in range(4):
        long.key(Qt.Key.Key_PageDown)
        settled(long)
        places.append(long.place)
    assert places == sorted(set(places))
    assert places[0] > 3
    assert bar.value() > here + 3 * long.editor.viewport().height() // 2
    first = long.place
    long.key(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert long.editor.picking.is_on
    assert long.place < first
    long.key(Qt.Key.Key_PageUp, times=8)
    assert long.place <= 1
    long.key(Qt.Key.Key_PageDown, times=60)
    settled(long)
    assert long.editor.current == long.release.blocks[-1].id
    assert at < long.editor.viewport().height()


def test_another_kit_takes_the_place_of_a_long_one_without_making_its_cards(long: Hand) -> None:
    long.go(1)
    editor = long.editor
    made = len(editor.cards)
    long.window.show_session(Session(mixed_kit(50, 3)))
    long.breathe()
    assert len(editor.cards) <= made + 2
    assert long.editor is not editor
