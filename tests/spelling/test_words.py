"""Which words of a text are judged, and where they begin and end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.spelling.words import is_acronym, judged
from presskit.text.runs import Run, rich


def words(text: str, language: str = "en-US") -> list[str]:
    return [word for _start, _end, word in judged(rich(text), language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I don’t, we don't", ["don’t", "we", "don't"]),
        ("O’Brien and O'Brien", ["O’Brien", "and", "O'Brien"]),
        ("jusqu’à l’eau", ["jusqu’à", "l’eau"]),
        ("a well-known, well‑known law", ["well-known", "well‑known", "law"]),
        ("‘quoted’ “words” (here)—there", ["quoted", "words", "here", "there"]),
        ("the workers’ union", ["the", "workers", "union"]),
        ("cafe\u0301 and sign\u00adal", ["cafe\u0301", "and", "sign\u00adal"]),
        ("más información, ¿sí? ¡ya!", ["más", "información", "sí", "ya"]),
        ("line\nbreak", ["line", "break"]),
        ("and/or", ["and", "or"]),
        ("vote.The next", ["vote", "The", "next"]),
    ],
)
def test_a_word_keeps_what_belongs_to_it(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "44% 1,234 3rd COVID19 B2B 20-year",
        "https://exampel.org/abuot?x=teh#frag",
        "www.exampel.org/abuot",
        "exampel.org",
        "prss@exampel.org mailto:prss@exampel.org",
        "#SvaeOurRiver @rivr_trust",
        "NGO NGOs ACLU’s MPs' UN-REDD",
        "U.S. p.m. e.g.",
        "плотина 水 مياه",
        "a — – … · “”",
        "",
    ],
)
def test_what_no_dictionary_knows_is_left_out(text: str) -> None:
    assert words(text) == []


def test_a_word_is_found_where_it_stands() -> None:
    text = "It’s 👍 a tset."
    for start, end, word in judged(rich(text), "en"):
        assert text[start:end] == word
    assert words(text)[-1] == "tset"


def test_words_of_runs_in_other_languages_are_left_out() -> None:
    text = (
        Run("The word "),
        Run("ayuntamiento", language="es"),
        Run(" is "),
        Run("grey", language="en-GB"),
    )
    assert [word for *_where, word in judged(text, "en-US")] == ["The", "word", "is", "grey"]


def test_a_word_goes_on_across_emphasis() -> None:
    assert [word for *_where, word in judged((Run("re"), Run("wild", bold=True), Run("ing")), "en")] == [
        "rewilding"
    ]


@pytest.mark.parametrize(
    ("word", "is_one"), [("NGOs", True), ("UK’s", True), ("Us", False), ("As", False), ("I", False)]
)
def test_acronyms_are_told_from_words(word: str, is_one: bool) -> None:
    assert is_acronym(word) is is_one


@given(st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["", "es", "en-GB"])), max_size=6))
def test_words_of_any_text_follow_one_another(parts: list[tuple[str, str]]) -> None:
    runs = tuple(Run(text, language=language) for text, language in parts)
    letters, last = "".join(text for text, _language in parts), 0
    for start, end, word in judged(runs, "en-US"):
        assert last <= start < end
        assert letters[start:end] == word
        last = end


@pytest.mark.parametrize("part", ["a", "a.", "a-", "a+", "a@", "x://", "#", "www."])
def test_long_strings_are_gone_through_once(part: str) -> None:
    start = time.perf_counter()
    words(part * 100_000)
    assert time.perf_counter() - start < 2


def test_addresses_among_many_words_hide_themselves_alone() -> None:
    assert words("see a.example.org or mail me@b.example now: www.c.example, teh end") == [
        "see", "or", "mail", "now", "teh", "end",
    ]  # fmt: skip
