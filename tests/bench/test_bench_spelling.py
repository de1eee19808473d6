"""How long ten thousand words take to check, a dictionary to read, and suggestions to find."""

from typing import Any

import pytest

from presskit.blocks.paragraph import Paragraph
from presskit.spelling.check import check
from presskit.spelling.dictionary import Dictionary
from presskit.spelling.speller import Spellers
from presskit.text.runs import rich

ENGLISH = "Councils voted to restore the river’s well-known banks, and its membres don’t expect a delay. "
SPANISH = "La ciudad votó a favor de restaurar las orillas del río y sus vecinnos no esperan un retraso. "


def blocks(sentence: str, words: int = 10_000) -> list[Paragraph]:
    """A release of that many words, of which no two are alike but for the sentence's own."""
    count = words // len(sentence.split())
    return [
        Paragraph(id=f"{number}", text=rich(f"Part {_name(number)}: {sentence}")) for number in range(count)
    ]


def _name(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")


@pytest.mark.parametrize(("name", "sentence"), [("en_US", ENGLISH), ("es_ES", SPANISH)], ids=["en", "es"])
def test_ten_thousand_words(benchmark: Any, name: str, sentence: str) -> None:
    spellers, text = Spellers(), blocks(sentence)
    speller = spellers.get(name[:2])
    assert speller is not None

    def fresh() -> tuple[tuple[()], dict[str, Any]]:
        speller._told.clear()
        return (), {}

    found = benchmark.pedantic(
        lambda: check(text, name[:2], spellers, frozenset({"Ada"})), setup=fresh, rounds=10, warmup_rounds=1
    )
    assert sum(len(misses.get("text", ())) for misses in found.values()) > len(text) * 0.9


@pytest.mark.parametrize("name", ["en_US", "en_GB", "es_ES", "fr", "pt_PT"])
def test_reading_a_dictionary(benchmark: Any, name: str) -> None:
    assert benchmark.pedantic(Dictionary, args=(name,), rounds=3, warmup_rounds=1).has(["a"]) == [True]


def test_suggestions(benchmark: Any) -> None:
    assert benchmark.pedantic(Dictionary("en_US").suggest, args=("membres",), rounds=5)
