"""A translation of 20,000 words in 400 blocks beside its original: keys, and turning from language to
language."""

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.blocks.paragraph import Paragraph
from presskit.gui.mainwindow import MainWindow
from presskit.model import edits
from presskit.model.kit import Kit
from presskit.model.translation import Watch, with_language
from presskit.session import Session
from presskit.text.runs import rich
from tests.assembled import mixed_kit
from tests.bench.conftest import LongestGap


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit in two languages, made once."""
    return with_language(mixed_kit(20_000, 400), "es", words=True)


def test_a_key_beside_the_original(benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit) -> None:
    session = Session(kit)
    session.number = 1
    window.show_session(session)
    assert window.workspace is not None
    window.actions_.commands["side_by_side"].trigger()
    editor = window.workspace.editor
    middle = [block.id for block in kit.releases[1].blocks if isinstance(block, Paragraph)][150]
    editor.go_to_block(middle, end=True)
    qtbot.wait(1500)
    card = editor.card(middle)
    assert card is not None
    assert card.beside is not None
    held: list[float] = []
    gap = LongestGap()

    def press() -> None:
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_A)

    def pause() -> None:
        gap.start()
        qtbot.wait(200)  # long enough for the states to be told
        held.append(gap.longest)

    benchmark.pedantic(press, setup=pause, rounds=80, warmup_rounds=5)
    benchmark.extra_info["window held, ms (worst)"] = round(1000 * max(held), 1)


def test_telling_how_far_it_has_come(benchmark: Any, kit: Kit) -> None:
    watch = Watch()
    began = time.perf_counter()
    watch.look(kit, 1)
    benchmark.extra_info["the first time, ms"] = round(1000 * (time.perf_counter() - began), 1)
    block = kit.releases[1].blocks[200]
    kits = [
        kit.with_release(1, edits.change(kit.releases[1], Paragraph(id=block.id, text=rich(f"{number}"))))
        for number in range(50)
    ]
    benchmark.pedantic(lambda: [watch.look(each, 1) for each in kits], rounds=5)
