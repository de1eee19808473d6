"""Sentences, curly marks, runs of text, and counting."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.counting import reading_seconds, words
from presskit.text.runs import Run, change_letters, cut, join, plain, plain_paragraphs, rich, strip, tidy
from presskit.text.sentences import sentences
from presskit.text.typography import curl, is_right_to_left, marks
from tests.kits import rich_texts, texts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One.", ["One."]),
        ("", []),
        ("  ", []),
        ("no stop", ["no stop"]),
        ("Dr. Ada Poe of St. Paul spoke. She left.", ["Dr. Ada Poe of St. Paul spoke.", "She left."]),
        ("Martin M. Looney won. Good.", ["Martin M. Looney won.", "Good."]),
        ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("Who? Me! Yes.", ["Who?", "Me!", "Yes."]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("They said no. We asked No. 10.", ["They said no.", "We asked No. 10."]),
        ("It rose 3.5 percent. Then fell.", ["It rose 3.5 percent.", "Then fell."]),
        ("Wait … and see. Now.", ["Wait … and see.", "Now."]),
        ("¿Quién? ¡Yo! Sí.", ["¿Quién?", "¡Yo!", "Sí."]),
        ("我们赢了。真的吗？是。", ["我们赢了。", "真的吗？", "是。"]),
        ("هل فزنا؟ نعم.", ["هل فزنا؟", "نعم."]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == wanted


@given(texts)
def test_sentences_hold_all_letters_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ('"Yes," she said.', "en", "“Yes,” she said."),
        ("It's ours.", "en", "It’s ours."),
        ("the '90s", "en", "the ’90s"),
        ("rock 'n' roll", "en", "rock ’n’ roll"),
        ("the workers' union", "en", "the workers’ union"),
        ('("so")', "en", "(“so”)"),
        ("“Yes”", "en", "“Yes”"),
        ('"oui"', "fr", "«oui»"),
        ('"はい"', "ja", "「はい」"),
        ("none", "en", "none"),
    ],
)
def test_straight_marks_become_curly(text: str, language: str, wanted: str) -> None:
    assert curl(text, language) == wanted


@given(texts, st.sampled_from(["en", "fr", "ar", "zh", ""]))
def test_curling_keeps_the_length_and_is_done_once(text: str, language: str) -> None:
    done = curl(text, language)
    assert len(done) == len(text)
    assert '"' not in done
    assert "'" not in done
    assert curl(done, language) == done


def test_marks_fall_back_to_english() -> None:
    assert marks("xx-YY") == marks("en-GB")
    assert is_right_to_left("ar-MA")
    assert not is_right_to_left("en")


# Runs

B = Run("bold", bold=True)


def test_tidy_joins_equal_neighbours_and_drops_empty_runs() -> None:
    assert tidy([Run("a"), Run(""), Run("b"), B, Run("", italic=True), B]) == (
        Run("ab"),
        Run("boldbold", bold=True),
    )


def test_cut_and_join_undo_each_other() -> None:
    text = (Run("one "), B, Run(" two", link="https://e.org"))
    for at in range(len(plain(text)) + 1):
        assert join(cut(text, 0, at), cut(text, at)) == text


@given(rich_texts, st.integers(0, 20), st.integers(0, 20))
def test_cut_cuts_what_a_string_would(text: tuple[Run, ...], start: int, end: int) -> None:
    assert plain(cut(text, start, end)) == plain(text)[start:end]


@given(rich_texts)
def test_strip_strips_what_a_string_would(text: tuple[Run, ...]) -> None:
    assert plain(strip(text)) == plain(text).strip()


def test_letters_change_across_the_borders_of_runs() -> None:
    assert change_letters((Run("ab"), B), str.upper) == (Run("AB"), Run("BOLD", bold=True))
    same = (Run("AB"),)
    assert change_letters(same, str.upper) is same
    with pytest.raises(ValueError, match="number of characters"):
        change_letters(rich("ß"), str.upper)


def test_plain_and_rich() -> None:
    assert rich("") == ()
    assert plain_paragraphs((rich("a"), (), rich("b"))) == "a\n\nb"


# Counting


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One two three.", 3),
        ("It’s the workers’ well-known plan", 5),
        ("44% of 2,004 adults paid $3.50", 6),
        ("— … !", 0),
        ("press@example.org", 1),
        ("我们赢了", 4),
        ("القدس مدينة", 2),
    ],
)
def test_words_are_counted_as_editors_count_them(text: str, count: int) -> None:
    assert words(text) == count


def test_reading_takes_a_second_for_four_words() -> None:
    assert [reading_seconds(count) for count in (0, 1, 238, 2380)] == [0, 1, 60, 600]
