"""How long ten thousand words take to check, a dictionary to read, and suggestions to find."""

from typing import Any

import pytest

from presskit.blocks.paragraph import Paragraph
from presskit.gui.mainwindow import MainWindow
from presskit.model.kit import Kit
from presskit.model.patterns import Sought
from presskit.model.release import Release
from presskit.model.search import Search
from presskit.session import Session
from presskit.spelling.check import check
from presskit.spelling.dictionary import Dictionary
from presskit.spelling.speller import Spellers
from presskit.text.runs import rich
from tests.assembled import mixed_kit
from tests.bench.conftest import LongestGap

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


@pytest.mark.parametrize("language", ["en-US", "es"])
def test_the_first_check_in_the_window(benchmark: Any, qtbot: Any, window: MainWindow, language: str) -> None:
    """Ten thousand words, from a dictionary that is not read yet to marks and suggestions."""
    text = tuple(blocks(SPANISH if language == "es" else ENGLISH))
    window.show_session(Session(Kit(releases=(Release(language=language, blocks=text),))))
    assert window.workspace is not None
    with qtbot.waitSignal(window.workspace.preview.drawn, timeout=20_000):
        pass
    speller, gap = window.speller, LongestGap()
    speller._wait.stop()
    qtbot.wait(300)

    def first() -> tuple[tuple[()], dict[str, Any]]:
        speller._forget()
        speller._aside.close()
        speller._aside._closed = False
        for known in speller._spellers._made.values():
            known._told.clear()
            known._suggested.clear()
        gap.start()
        return (), {}

    def check() -> None:
        speller._check()
        qtbot.waitUntil(lambda: len(speller._found) == len(text), timeout=20_000)

    benchmark.pedantic(check, setup=first, rounds=5)
    gap._timer.stop()
    benchmark.extra_info["event loop held, ms (longest)"] = round(1000 * gap.longest, 1)


@pytest.mark.parametrize("sought", ["t", "the", "zzz"])
def test_finding_in_twenty_thousand_words(benchmark: Any, sought: str) -> None:
    release = mixed_kit(20_000, 400).releases[0]
    found = benchmark(lambda: Search(Sought(sought)).matches(release))
    assert bool(found) is (sought != "zzz")
