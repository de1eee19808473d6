"""Right-to-left order: what stands where on a line, against the library that worked it out."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from presskit.export.pdf_order import order

_LETTERS = "aBz אבת ابت ١٢ 123 .,:/+-% ()[]«»“”!?–—_&#@$\u200e\u200f\u0301\u05b8"
texts = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=24)


def shown(text: str, *, leftward: bool) -> str:
    """The text as it stands on paper, by our order; no bracket mirrored yet."""
    found = order(text, leftward=leftward)
    if found is None:
        return text
    return "".join(text[at] for at in sorted(range(len(text)), key=found.place.__getitem__))


@given(texts, st.booleans())
def test_the_order_is_that_of_the_library(text: str, leftward: bool) -> None:
    found = order(text, leftward=leftward)
    base = found.base[0] if found else False
    marks = dict.fromkeys(map(ord, "\u200e\u200f"))  # of no width, so nobody sees where they stand
    expected = str(get_display(text.rstrip(), base_dir="R" if base else "L")).translate(marks)
    assert shown(text.rstrip(), leftward=leftward).translate(marks) == expected


@pytest.mark.parametrize(
    ("text", "leftward", "expected"),
    [
        ("The vote is today.", False, "The vote is today."),
        ("אבג", True, "גבא"),
        # Numbers run from the left within what runs from the right; so does an acronym with its brackets.
        ("אבג 1,234 דהו", True, "והד 1,234 גבא"),
        ("אבג CT (ACLU) דהו", True, "והד CT (ACLU) גבא"),
        ("אבג (ACLU) דהו", True, "והד )ACLU( גבא"),
        # A full stop ends its paragraph at the left, or at the right in one without such letters.
        ("אבג.", True, ".גבא"),
        ("press@example.org.", True, "press@example.org."),
        ("said אבג today", False, "said גבא today"),
        # A telephone number is dialled from the left, wherever it stands.
        ("أحمد +962 6 555 0134", True, "+962 6 555 0134 دمحأ"),
        ("هاتف (203) 555-0100.", True, ".(203) 555-0100 فتاه"),
        # 2024 to 2026 in Arabic: the later year stands at the left.
        ("من 2024 إلى 2026", True, "2026 ىلإ 2024 نم"),
    ],
)
def test_known_lines(text: str, leftward: bool, expected: str) -> None:
    assert shown(text, leftward=leftward) == expected


def test_brackets_are_mirrored_where_they_run_leftward() -> None:
    found = order("אבג (דהו) CT (ACLU)", leftward=True)
    assert found
    assert [found.leftward[at] for at in (4, 8, 13, 18)] == [True, True, False, False]


@given(texts, texts)
def test_each_line_is_a_paragraph_of_its_own(first: str, second: str) -> None:
    both, one, two = (order(each, leftward=True) for each in (f"{first}\n{second}", first, second))
    assert both
    assert one
    assert two
    there = len(first) + 1
    assert both.leftward[: len(first)] == one.leftward[:-1]
    assert both.leftward[there:-1] == two.leftward[:-1]
    assert [place - there for place in both.place[there:-1]] == list(two.place[:-1])


@given(texts, st.integers(0, 23), st.integers(0, 23))
def test_a_part_of_a_paragraph_keeps_the_order_of_its_characters(text: str, one: int, two: int) -> None:
    """What a line holds stands in the order of the whole, whichever the line (UAX 9, rule L2)."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    found = order(text, leftward=True)
    assert found
    line = sorted(range(start, end), key=found.place.__getitem__)
    assert sorted(line) == list(range(start, end))
    assert [found.place[at] for at in line] == sorted(found.place[start:end])
