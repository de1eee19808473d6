"""What is different between two texts."""

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


def test_long_texts_are_compared_by_lines() -> None:
    before = "word " * 5_000 + "\nlast line\n"
    after = "word " * 5_000 + "\nanother line\n"
    found = differences(before, after)
    assert [(each.mark, each.text) for each in found[1:]] == [
        ("gone", "last line\n"),
        ("new", "another line\n"),
    ]


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
