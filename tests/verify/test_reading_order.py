"""A screen reader says what the plain text says: through the structure of the PDF, in every language."""

from itertools import islice
from pathlib import Path

import pytest

from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.model.kit import Kit
from presskit.storage.files import read
from presskit.verify.pdf import reading_order
from tests import generated
from tests.assembled import assemble, long_kit
from tests.export.reading import plain_text
from tests.parts import releases, take_apart

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").rglob("*.presskit"))
MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\xad"))  # of no form, or of one at a line's end alone
KITS, BATCH = 104, 13


def said(kit: Kit, number: int) -> list[str]:
    """The paragraphs of the PDF as its structure has them."""
    kind = format_named("pdf")
    assert kind
    return paragraphs(reading_order(export_bytes(kit, number, kind)))


def written(kit: Kit, number: int) -> list[str]:
    """The paragraphs of the plain text."""
    return paragraphs(plain_text(kit, number))


def paragraphs(text: str) -> list[str]:
    """Lines and paragraphs; how many blanks are between words is the page's affair."""
    lines = (line.translate(MARKS).split() for block in text.split("\n\n") for line in block.split("\n"))
    return [" ".join(line) for line in lines if line]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples(path: Path) -> None:
    kit = read(path).kit
    for number in range(len(kit.releases)):
        assert said(kit, number) == written(kit, number)


@pytest.mark.parametrize("source", releases(), ids=lambda path: path.stem)
def test_releases(source: Path) -> None:
    kit = assemble(take_apart(source))
    assert said(kit, 0) == written(kit, 0)


@pytest.mark.parametrize("start", range(0, KITS, BATCH))
def test_any_kit(start: int) -> None:
    for kit in islice(generated.kits(KITS), start, start + BATCH):
        for number in range(len(kit.releases)):
            assert said(kit, number) == written(kit, number)


def test_a_long_kit() -> None:
    kit = long_kit(20_000)
    assert said(kit, 0) == written(kit, 0)
