"""What is different between two texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.differing import differences


def test_whole_words_are_gone_and_new() -> None:
    found = differences("We seek to strengthen family unity.", "The alliance seeks to strengthen unity.")
    assert "".join(each.text for each in found if each.mark != "gone") == (
        "The alliance seeks to strengthen unity."
    )
    assert ("gone", "family ") in [(each.mark, each.text) for each in found] or (
        "gone", " family",
    ) in [(each.mark, each.text) for each in found]  # fmt: skip
    assert any(each.mark == "same" and "to strengthen" in each.text for each in found)


def test_equal_texts_differ_nowhere() -> None:
    assert [each.mark for each in differences("Stop. Go.", "Stop. Go.")] == ["same"]
    assert differences("", "") == []


def test_what_both_begin_and_end_with_is_not_searched() -> None:
    before = "word " * 5_000 + "\nlast line\n" + "word " * 5_000
    after = "word " * 5_000 + "\nanother line\n" + "word " * 5_000
    found = differences(before, after)
    assert [(each.mark, each.text) for each in found[1:3]] == [("gone", "last"), ("new", "another")]


def test_long_texts_are_compared_by_sentences_and_those_by_words() -> None:
    lines = [
        f"The {number} towns of the river sign, and the river is the better for it. " for number in range(900)
    ]
    changed = [
        line.replace("sign", "signed") if number % 90 == 5 else line for number, line in enumerate(lines)
    ]
    found = differences("".join(lines), "".join(changed))
    assert [each.text for each in found if each.mark == "gone"] == ["sign"] * 10
    assert [each.text for each in found if each.mark == "new"] == ["signed"] * 10


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the " * 3_000, "the a " * 1_500),
        ("the. " * 3_000, "the. a. " * 1_500),
        ("a" * 100_000, "b" * 100_000),
        ("." * 20_000, ",." * 10_000),
        (" " * 50_000 + "x", "\n" * 50_000 + "y"),
    ],
)
def test_texts_that_say_one_thing_without_end_are_compared_in_time(before: str, after: str) -> None:
    start = time.perf_counter()
    found = differences(before, after)
    assert time.perf_counter() - start < 4
    assert "".join(each.text for each in found if each.mark != "new") == before


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(each.text for each in found if each.mark != "new") == before
    assert "".join(each.text for each in found if each.mark != "gone") == after


def test_words_that_are_all_exchanged_are_one_stretch() -> None:
    assert differences("In Calder Falls today", "In Port Marlow today")[1:3] == [
        ("gone", "Calder Falls"),
        ("new", "Port Marlow"),
    ]
    assert [each.mark for each in differences("one two three four", "one three four")] == [
        "same",
        "gone",
        "same",
    ]


def test_words_that_were_replaced_are_told_as_a_phrase() -> None:
    found = differences("River trust wins vote today", "Council votes tonight today")
    assert [tuple(each) for each in found] == [
        ("gone", "River trust wins vote"),
        ("new", "Council votes tonight"),
        ("same", " today"),
    ]


def test_a_sentence_that_is_added_begins_where_it_begins() -> None:
    found = differences("It stops the spills. All sign.", "It stops all the spills. All sign. They cheer.")
    assert [each.text for each in found if each.mark == "new"] == ["all ", " They cheer."]
