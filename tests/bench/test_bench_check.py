"""How long the checks take: a release, a book of 20,000 words, and a key in each."""

from typing import Any

import pytest
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.check.judge import Judge
from presskit.model import edits
from presskit.model.block import fresh_copy
from presskit.model.kit import Kit
from presskit.storage.files import read
from presskit.text.runs import rich
from tests.check.labelling import SAMPLES

WORDS = 20_000


@pytest.fixture(scope="module")
def sample() -> Kit:
    return read(SAMPLES / "open-doors.presskit").kit


@pytest.fixture(scope="module")
def book(sample: Kit) -> Kit:
    release = sample.releases[0]
    times = WORDS // release.word_count() + 1
    blocks = [fresh_copy(block) for _time in range(times) for block in release.blocks]
    return sample.with_release(0, release.with_blocks(blocks))


def judge(kit: Kit) -> None:
    Judge().judge(kit)


@pytest.mark.parametrize("size", ["sample", "book"])
def test_whole(benchmark: Any, request: pytest.FixtureRequest, size: str) -> None:
    kit = request.getfixturevalue(size)
    judge(kit)
    benchmark(judge, kit)


@pytest.mark.parametrize("size", ["sample", "book"])
def test_a_key(benchmark: Any, request: pytest.FixtureRequest, size: str) -> None:
    kit: Kit = request.getfixturevalue(size)
    release, one = kit.releases[0], Judge()
    one.judge(kit)
    block = next(each for each in release.blocks[len(release.blocks) // 2 :] if isinstance(each, Paragraph))
    count = iter(range(10**9))

    def next_state() -> tuple[tuple[Kit], dict[str, object]]:
        text = rich(f"Ada Poe of River Watch spoke for {next(count)} minutes.")
        return (kit.with_release(0, edits.change(release, replace(block, text=text))),), {}

    benchmark.pedantic(one.judge, setup=next_state, rounds=30)
