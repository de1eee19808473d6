"""No word of what came in is lost: it is in a block, or told as set aside."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.bounded import Unreadable
from presskit.intake.composing import compose
from presskit.intake.reading import read, read_text
from presskit.intake.recognise import recognise
from tests.intake.whole import covered, lost

OWN = sorted((Path(__file__).parent / "releases").glob("*.txt"))
_SHARED = Path(__file__).resolve().parents[3] / "shared"
REAL = sorted(
    each
    for each in (_SHARED / "corpus" / "dev").glob("*.*")
    if each.suffix in (".txt", ".html", ".docx", ".md")
) + sorted((_SHARED / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    "path", [each for each in OWN + REAL if each.name != "README.md"], ids=lambda each: each.name
)
def test_nothing_of_a_release_is_lost(path: Path) -> None:
    draft = recognise(read(path.read_bytes(), path.name))
    covered(draft)
    assert lost(draft, compose(draft)) == []


_WORDS = st.sampled_from(
    ["The alliance", "said", "Ada Poe,", "chair of", "Hill House", "44%", "of respondents", "won.", "“We",
     "won,”", '"No', 'more"', "«Sí»", "Contact:", "555-555-0100", "ada@example.org", "About",
     "###", "ENDS", "•", "- ", "1.",
     "FOR IMMEDIATE RELEASE", "EMBARGOED", "May 5, 2026", "HARTFORD, Conn. —", "Notes to editors:",
     "Share this",     "他说", "「はい」", "بيان", "(D-Hill)", "‘quote’", "é", "\u00a0", "\t"]
)  # fmt: skip
_LINES = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)


@settings(max_examples=150)
@given(st.lists(_LINES | st.just(""), min_size=1, max_size=14).map("\n".join))
def test_nothing_of_any_text_is_lost(text: str) -> None:
    try:
        draft = recognise(read_text(text))
    except Unreadable:
        assert not text.strip()
        return
    covered(draft)
    assert lost(draft, compose(draft)) == []
