"""A program that is killed in the midst of writing loses the last few seconds at most, whatever the disk
does.

PRESSKIT_KILLS=200 kills it as often."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from presskit.model.kit import Kit
from presskit.safekeeping import bring_back, homes, leftovers
from presskit.storage.files import read, write
from presskit.templates import new_kit
from tests.gui.author import BEGIN, END

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("PRESSKIT_KILLS", "3"))
LOST = 5.0  # seconds of work that may be lost
CASES = [(trouble, named) for trouble in ("none", "full", "readonly") for named in (True, False)]


def typed(kit: Kit) -> int:
    """The number of the last word that a kit holds."""
    letters = " ".join(" ".join(block.letters()) for block in kit.releases[0].blocks)
    return max((int(each) for each in re.findall(r"w(\d{5}) ?", letters)), default=0)


def killed(
    home: Path, name: str, seed: int, trouble: str
) -> tuple[list[tuple[int, float]], str, float, float]:
    """Lets an author write, and kills them: the words typed and when, all that they said, when they began and
    when they were killed."""
    command = [sys.executable, "-m", "tests.gui.author", str(home), name, str(seed), trouble]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as author:
        assert author.stdout is not None
        begun = float(author.stdout.readline().split()[1])
        longest = END + LOST if trouble != "none" else LOST
        time.sleep(random.Random(seed).uniform(0.2, longest + 2))
        author.send_signal(signal.SIGKILL)
        at = time.monotonic()
        said = author.stdout.read()
    words = [(int(n), float(when)) for n, when in re.findall(r"^typed (\d+) ([\d.]+)$", said, re.MULTILINE)]
    return words, said, begun, at


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a signal of POSIX")
@pytest.mark.parametrize("number", range(KILLS))
def test_kill_9_loses_the_last_seconds_at_most(tmp_path: Path, number: int) -> None:
    trouble, named = CASES[number % len(CASES)]
    path = tmp_path / "vote.presskit"
    write(path, new_kit("blank", "US"))
    home = tmp_path / "home"
    words, said, begun, at = killed(home, str(path) if named else "-", number, trouble)
    # While the disk takes nothing, nothing new can be kept: what was typed until then may be all there is.
    upset = trouble != "none" and begun + BEGIN < at < begun + END + LOST
    until = min(at, begun + BEGIN) - LOST if upset else at - LOST
    needed = max((count for count, when in words if when < until), default=0)
    saved = max((int(each) for each in re.findall(r"^saved (\d+)$", said, re.MULTILINE)), default=0)
    if trouble != "none" and at > begun + BEGIN + 3:
        assert re.search(r"^told .*(the disk is full|read-only)", said, re.MULTILINE), said
    base = typed(read(path).kit)  # never unreadable
    assert base >= saved
    found = leftovers(homes(home))
    assert len(found) <= 1
    if found:
        session, problem = bring_back(found[0])
        assert problem is None
        assert session.path == (path if named else None)
        assert session.is_modified
        kept = typed(session.kit)
        assert kept >= base
        session.close()
        found[0].let_go()
    else:
        kept = base
        assert base >= needed, "there is unsaved work, and none is offered"
    assert kept >= max(needed, saved), f"{words[-1]}: killed {at}, kept {kept}"
