"""Clearing up is done on the window's thread alone: another must not take widgets apart."""

import gc
import threading

from presskit.gui.lane import Lane
from tests.gui.conftest import Hand


def test_no_thread_at_work_clears_up(hand: Hand) -> None:
    where: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        where.append(threading.current_thread().name)

    def work() -> int:
        return len([[number] for number in range(100_000)])  # Python would clear up many times by itself

    lane, done = Lane(), list[object]()
    gc.callbacks.append(note)
    try:
        lane.queue(work, done.append)
        hand.until(lambda: bool(done))
    finally:
        gc.callbacks.remove(note)
        lane.close()
    assert done == [100_000]
    assert set(where) <= {"MainThread"}
