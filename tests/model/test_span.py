"""What lies between two places of a release, and the release without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.blocks.crosshead import Crosshead
from presskit.blocks.listing import Listing
from presskit.blocks.paragraph import Paragraph
from presskit.model.release import Release
from presskit.model.span import End, in_order, is_one_text, taken, text_of, without
from presskit.text.runs import Run, plain, rich

BOLD = (Run("one "), Run("two", bold=True), Run(" three"))
RELEASE = Release(
    blocks=(
        Crosshead(id="a", text=rich("Head")),
        Paragraph(id="b", text=BOLD),
        Listing(id="c", items=(rich("item"),)),
        Paragraph(id="d", text=rich("last words")),
    )
)


def words(release: Release) -> list[str]:
    """The text of each block."""
    return ["\n".join(block.letters()) for block in release.blocks]


def test_texts_at_the_ends_are_cut_and_emphasis_is_kept() -> None:
    found = taken(RELEASE, End("b", 5), End("d", 4))
    assert [block.id for block in found] == ["b", "c", "d"]
    assert text_of(found[0]) == (Run("wo", bold=True), Run(" three"))
    assert text_of(found[2]) == rich("last")
    assert [block.id for block in taken(RELEASE, End("b", 13), End("d", 0))] == ["c"]
    assert text_of(taken(RELEASE, End("b", 1), End("b", 5))[0]) == (Run("ne "), Run("t", bold=True))


def test_what_is_left_becomes_one_text() -> None:
    left, seam = without(RELEASE, End("b", 5), End("d", 4), rich("X"))
    assert words(left) == ["Head", "one tX words"]
    assert seam == End("b", 6)
    left, seam = without(RELEASE, End("a"), End("d", 4))
    assert words(left) == [" words"]
    assert seam == End("d", 0)
    left, seam = without(RELEASE, End("b", 3), End("c"))
    assert words(left) == ["Head", "one", "last words"]
    assert seam == End("b", 3)
    left, seam = without(RELEASE, End("b"), End("c"))
    assert words(left) == ["Head", "last words"]
    assert seam is None


def test_order_and_what_is_one_text() -> None:
    assert in_order(RELEASE, End("d", 1), End("b", 2)) == (End("b", 2), End("d", 1))
    assert in_order(RELEASE, End("b", 9), End("b", 2)) == (End("b", 2), End("b", 9))
    assert [is_one_text(block) for block in RELEASE.blocks] == [True, True, False, True]
    with pytest.raises(KeyError):
        in_order(RELEASE, End("gone"), End("a"))


@given(st.integers(0, 13), st.integers(0, 10), st.text(max_size=5))
def test_no_letter_is_lost_or_doubled(first: int, last: int, new: str) -> None:
    ends = End("b", first), End("d", last)
    left, seam = without(RELEASE, *ends, rich(new))
    whole = plain(BOLD) + "item" + "last words"
    out = "".join("".join(block.letters()) for block in taken(RELEASE, *ends))
    kept = plain(text_of(left.blocks[1]))
    assert seam is not None
    assert seam.at is not None
    head, tail = kept[: seam.at - len(new)], kept[seam.at :]
    assert kept == head + new + tail
    assert head + out + tail == whole
