"""How long it takes to recognise a release, and a megabyte of what nobody would write."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from presskit.intake.composing import compose
from presskit.intake.labels import labels
from presskit.intake.reading import read_text
from presskit.intake.recognise import recognise

_RELEASES = Path(__file__).resolve().parents[1] / "intake" / "releases"
_SEED = _RELEASES / "36-html-paste-chrome-heavy.txt"
_SIZE = 1_000_000
HOSTILE = {
    "quotations never closed": "“We said ",
    "lines that open one": "“We said so to them all that day\n\n",
    "bullets": "• a point of some words here\n",
    "one line": "word ",
    "half addresses": "a" * 50_000 + "@",
    "names": "Ada Poe\n555-555-0100\n",
    "capitals": "AAAA BBBB CCC\n",
    "digits": "0123456789-",
    "single marks": "'a ‘b ",
    "points in semicolons": "a point that is long enough to be joined here;\n",
    "columns": "a\tb\tc\n",
    "end marks": "#\n",
    "heads of mails": "From: a\nTo: b\n",
    "datelines": "May 5, 2026 — ",
    "sayings": "“No,” said Ada Poe. ",
    "stops": ".- ",
    "blanks": "a" + " " * 100_000 + "b\n",
    "an address": "http://" + "a." * 400_000,
}


def _all(words: str) -> None:
    draft = recognise(read_text(words))
    labels(draft)
    compose(draft)


def test_a_release_in_a_process_of_its_own(benchmark: Any) -> None:
    command = [sys.executable, "-m", "presskit", "parts", "--json", str(_SEED)]

    def run() -> bytes:
        return subprocess.run(command, capture_output=True, check=True).stdout

    told = benchmark.pedantic(run, rounds=7, warmup_rounds=2)
    assert b"Half-Price Tickets" in told
    assert benchmark.stats.stats.min < 0.3


@pytest.mark.parametrize("size", [_SIZE // 4, _SIZE])
def test_releases_end_to_end(benchmark: Any, size: int) -> None:
    one = _SEED.read_text("utf-8") + "\n\n"
    words = (one * (size // len(one) + 1))[:size]
    benchmark.pedantic(_all, args=(words,), rounds=3)
    assert benchmark.stats.stats.min < 5 * size / _SIZE


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_megabyte(benchmark: Any, kind: str) -> None:
    pattern = HOSTILE[kind]
    words = (pattern * (_SIZE // len(pattern) + 1))[:_SIZE]
    began = time.perf_counter()
    benchmark.pedantic(_all, args=(words,), rounds=1)
    assert time.perf_counter() - began < 5
