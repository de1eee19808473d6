"""Finding in whole releases: our own text, and real ones in several languages where they are at hand."""

import re
from pathlib import Path

import pytest

from presskit.model.patterns import Sought
from presskit.model.search import Search
from presskit.text.runs import plain
from tests.assembled import as_paragraphs
from tests.parts import OWN, SEED

DEV = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
TEXTS = [path for path in (OWN, SEED, *sorted(DEV.glob("*.txt"))) if path.exists()]
WORD = re.compile(r"[^\W\d_]{4,}")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_in_quotes_and_what_is_not_make_up_all(path: Path) -> None:
    release = as_paragraphs(path, "en").releases[0]
    letters = "\n".join(each for block in release.blocks for each in block.letters())
    words = sorted(set(WORD.findall(letters)), key=lambda word: (-letters.count(word), word))[:25]
    quoted = 0
    for word in words:
        counts = [
            len(Search(Sought(word, case=True), scope).matches(release))
            for scope in ("all", "quotes", "others")
        ]
        assert counts[0] == counts[1] + counts[2], word
        assert counts[0] == letters.count(word), word
        quoted += counts[1]
    if len(re.findall("[“«「]", letters)) > 3:
        assert quoted


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_replacing_there_and_back_changes_nothing(path: Path) -> None:
    release = as_paragraphs(path, "en").releases[0]
    letters = "".join(each for block in release.blocks for each in block.letters())
    word = max(sorted(set(WORD.findall(letters))), key=letters.count)
    there = Search(Sought(word, case=True))
    changed = there.replaced(release, "\U0001f9fa", there.matches(release))
    assert word not in "".join(plain(block.text) for block in changed.blocks)  # type: ignore[attr-defined]
    back = Search(Sought("\U0001f9fa"))
    assert back.replaced(changed, word, back.matches(changed)) == release
