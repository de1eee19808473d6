"""Two processes write to one library and are killed again and again: what was acknowledged is there.

The full size, 5,000 changes each with 50 kills, is run with PRESSKIT_KILLS=50.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.library.items import Item
from presskit.library.opening import open_library
from tests.library.agreement import check, rows
from tests.library.server import Server, missing, running
from tests.library.writer import BATCH, SHARED, fingerprint, person

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("PRESSKIT_KILLS", "5"))
WRITES = 300 if KILLS <= 5 else 100 * KILLS  # changes of each writer
PATIENCE = 60 + WRITES / 10  # seconds in all


class Run:
    """Two writers at work on a library."""

    def __init__(self, address: str, folder: Path) -> None:
        self._address, self._folder = address, folder
        self.logs = [folder / f"{name}.log" for name in ("ada", "ben")]
        self._writers = [self._start(log) for log in self.logs]

    def _start(self, log: Path) -> subprocess.Popen[bytes]:
        words = [self._address, str(log), log.stem, str(WRITES)]
        with (self._folder / "said").open("ab") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.library.writer", *words], cwd=ROOT, stderr=said
            )

    def acknowledged(self) -> int:
        """How many changes both wrote down."""
        return sum(log.read_bytes().count(b"\n") for log in self.logs if log.exists())

    def wait_for(self, number: int) -> None:
        """Waits until so many changes are written down. A writer stops by itself only when it is done."""
        until = time.monotonic() + PATIENCE
        while self.acknowledged() < number:
            failed = [each.returncode for each in self._writers if each.poll()]
            assert not failed, (self._folder / "said").read_text()
            assert time.monotonic() < until, (self._folder / "said").read_text()[-2_000:]
            time.sleep(0.002)

    def kill_one(self, given: random.Random) -> bool:
        """Kills a writer within some milliseconds and starts it anew; False when all are done."""
        busy = [place for place, each in enumerate(self._writers) if each.poll() is None]
        if not busy:
            return False
        place = given.choice(busy)
        time.sleep(given.random() / 50)
        self._writers[place].kill()
        self._writers[place].wait()
        self._writers[place] = self._start(self.logs[place])
        return True

    def stop(self) -> None:
        """Ends what still runs."""
        for each in self._writers:
            each.kill()
            each.wait()


def written_under_fire(address: str, folder: Path, disturb: dict[int, Callable[[], None]]) -> None:
    """Lets two writers finish while one is killed after each so many changes. disturb: what happens besides
    at the kill of that number."""
    shelf = open_library(address)
    given = random.Random(20)
    shelf.add_all([(replace(person(given, 0), id=each), "") for each in SHARED])
    shelf.close()
    run = Run(address, folder)
    killed = 0
    try:
        for number in range(1, KILLS + 1):
            run.wait_for(number * 2 * WRITES // (KILLS + 1))
            killed += run.kill_one(given)
            disturb.get(number, lambda: None)()
        run.wait_for(2 * WRITES)
    finally:
        run.stop()
    assert killed == KILLS
    nothing_is_lost(address, run, killed + len(disturb))


def nothing_is_lost(address: str, run: Run, disturbed: int) -> None:
    """Every change that was acknowledged is there as it was written, and hardly any that was not."""
    items = check(address)
    kept = {
        (item_id, version): text
        for item_id, version, text in rows(address, "SELECT item_id, version, body FROM versions")
    }
    acknowledged = [json.loads(line) for log in run.logs for line in log.read_text().splitlines()]
    assert len(acknowledged) == 2 * WRITES
    changes = [tuple(each) for change in acknowledged for each in change]
    assert len({change[:2] for change in changes}) == len(changes)  # no version was promised to two
    shelf = open_library(address)
    lost = [change for change in changes if (change[0], change[1]) not in kept]
    assert lost == []
    assert [
        change for change in changes if fingerprint(shelf.version(change[0], change[1])) != change[2]
    ] == []
    shelf.close()
    # Between the library's word and ours, a writer may have been killed: at most one change each time.
    assert len(kept) - len(SHARED) - len(changes) <= BATCH * 2 * disturbed
    whole_batches(items)


def whole_batches(items: dict[str, Item]) -> None:
    """Items that were added at once are all there."""
    found = Counter(tag for each in items.values() for tag in each.tags if tag.startswith("batch-"))
    assert found
    assert set(found.values()) == {BATCH}


def test_killed_writers_lose_nothing_in_a_file(tmp_path: Path) -> None:
    written_under_fire(str(tmp_path / "library.db"), tmp_path, {})


def test_killed_writers_and_a_killed_server_lose_nothing(tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(why)
    with (
        tempfile.TemporaryDirectory(prefix="presskit-pg-", ignore_cleanup_errors=True) as folder,
        running(Path(folder), durable=True) as server,
    ):
        server.run("CREATE DATABASE library")
        disturb = {2: lambda: kill_a_worker(server), 4: lambda: cut_the_power(server)}
        written_under_fire(server.url("library"), tmp_path, disturb)


def kill_a_worker(server: Server) -> None:
    """Kills the server's process of a connection, after which the server recovers from its log."""
    until = time.monotonic() + PATIENCE
    while not (
        found := server.run("SELECT pid FROM pg_stat_activity WHERE application_name = 'presskit' LIMIT 1")
    ):
        assert time.monotonic() < until  # a writer that was just killed takes a moment to be back
        time.sleep(0.02)
    os.kill(int(str(found[0][0])), signal.SIGKILL)


def cut_the_power(server: Server) -> None:
    """Stops the server without a word, and starts it again."""
    server.stop(signal.SIGQUIT)
    server.start()
