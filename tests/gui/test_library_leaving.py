"""What the library answers after the kit that asked was left is nobody's affair, and breaks nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.library.items import Item
from presskit.library.shelf import Shelf
from tests.gui.conftest import Hand
from tests.gui.test_library_news import chip, placed, reworded, told

__all__ = ["placed"]


def leave(hand: Hand) -> None:
    """Back to the start page, with all that Qt puts off done."""
    hand.answer("drop")
    hand.ctrl(Qt.Key.Key_W)
    assert hand.window.workspace is None
    QTest.qWait(50)


def test_news_of_a_kit_that_was_left(library: Shelf, placed: Hand, kept: dict[str, Item]) -> None:
    library.save(reworded(kept["words"], "Something newer."))
    told(placed)
    chip(placed, 2, "v2 available")
    leave(placed)
    told(placed)
    QTest.qWait(1200)


def test_what_comes_when_another_kit_is_open_does_not_come_into_that(
    desk: Hand, kept: dict[str, Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Callable[[Item], None]] = []
    with monkeypatch.context() as slow:
        slow.setattr(desk.window.desk, "ask", lambda _job, then, _failed=None: answers.append(then))
        desk.window.using.insert(kept["organisation"])  # a server that takes its time
    leave(desk)
    desk.click(desk.find("new-blank"))
    before = desk.kinds
    for answer in answers:
        answer(kept["words"])
    assert answers
    assert desk.kinds == before
