"""A kit of 20,000 words in 400 blocks of every kind: opened, written in and scrolled, with real events."""

import resource
import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.blocks.paragraph import Paragraph
from presskit.gui.mainwindow import MainWindow
from presskit.model.kit import Kit
from presskit.session import Session
from tests.assembled import mixed_kit
from tests.bench.conftest import LongestGap


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit, made once."""
    return mixed_kit(20_000, 400)


class FirstPaint(QObject):
    """Whether something was painted."""

    came = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Looks at what goes by."""
        self.came = self.came or event.type() == QEvent.Type.Paint
        return False


def part(times: list[float], share: float) -> float:
    """The time in milliseconds below which such a share of times lies."""
    return round(1000 * sorted(times)[int(share * (len(times) - 1))], 1)


def test_opening_to_the_first_paint(benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit) -> None:
    def show(session: Session) -> None:
        window.show_session(session)
        assert window.workspace is not None
        paint = FirstPaint()
        window.workspace.editor.viewport().installEventFilter(paint)
        qtbot.waitUntil(lambda: paint.came, timeout=20_000)

    benchmark.pedantic(show, setup=lambda: ((Session(kit),), {}), rounds=5, warmup_rounds=1)
    assert window.workspace is not None
    assert window.workspace.editor.cards


def test_a_key_in_the_middle(benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit) -> None:
    window.show_session(Session(kit))
    assert window.workspace is not None
    editor = window.workspace.editor
    middle = [block.id for block in kit.releases[0].blocks if isinstance(block, Paragraph)][150]
    editor.go_to_block(middle, end=True)
    qtbot.wait(1500)
    handled: list[float] = []
    held: list[float] = []
    gap = LongestGap()

    def press() -> None:
        field = QApplication.focusWidget()
        assert field is not None
        began = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Space if len(handled) % 6 == 5 else Qt.Key.Key_A)
        handled.append(time.perf_counter() - began)

    def pause() -> None:
        gap.start()
        qtbot.wait(100)
        held.append(gap.longest)

    benchmark.pedantic(press, setup=pause, rounds=150, warmup_rounds=5)
    benchmark.extra_info["handled, ms (p95)"] = part(handled, 0.95)
    benchmark.extra_info["event loop held between keys, ms (median)"] = part(held, 0.5)
    benchmark.extra_info["event loop held between keys, ms (p95)"] = part(held, 0.95)


def test_scrolling_from_end_to_end(benchmark: Any, qtbot: Any, window: MainWindow, kit: Kit) -> None:
    window.show_session(Session(kit))
    assert window.workspace is not None
    editor = window.workspace.editor
    view, bar = editor.viewport(), editor.verticalScrollBar()
    qtbot.wait(1500)
    gap, held = LongestGap(), []

    def turn() -> None:
        at = QPointF(view.width() / 2, view.height() / 2)
        nothing = QPoint(0, 0)
        held_buttons = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            at,
            view.mapToGlobal(at),
            nothing,
            QPoint(0, -240),
            *held_buttons,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        gap.start()
        qtbot.wait(16)
        held.append(gap.longest)

    benchmark.pedantic(turn, rounds=300)
    jumps = []
    for number in range(40):
        gap.start()
        bar.setValue(bar.maximum() * (number * 17 % 40) // 40)
        qtbot.wait(80)
        jumps.append(gap.longest)
    benchmark.extra_info["event loop held, ms (p95, longest)"] = (part(held, 0.95), part(held, 1))
    benchmark.extra_info["held by a jump, ms (p95, longest)"] = (part(jumps, 0.95), part(jumps, 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    benchmark.extra_info["memory of the whole process at its peak, MiB"] = peak
    assert bar.value() > 0
