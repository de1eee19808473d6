"""Find and replace in a release, without a window."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker, approvals_lost
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.model.patterns import _WHY, PATIENCE, BadPattern, Sought
from presskit.model.release import Release
from presskit.model.search import Scope, Search, quoted
from presskit.text.runs import Run, plain, plain_paragraphs, rich

PIER = Release(
    blocks=(
        Headline(id="h", text=rich("Pier reopens")),
        Paragraph(
            id="p",
            text=(Run("The old "), Run("pier", bold=True), Run(" is no mere “pier” but a "), Run("pier.")),
        ),
        Quote(
            id="q",
            words=(rich("I love this pier."), rich("We kept the Pier’s clock.")),
            speaker=Speaker(name="Ida Pier", title="Mayor"),
        ).approved("Ida Pier", datetime.datetime(2026, 3, 1, 9, 0), "phone"),
        Statistics(
            id="s",
            items=(Figure(figure="12"), Figure(figure="3", sentence=rich("pier visitors"))),
            sources=(Source(who="Pier Trust"),),
        ),
    )
)


def hits(text: str, scope: Scope = "all", **options: bool) -> list[tuple[str, str, int, int, int]]:
    """The matches in the release above."""
    found = Search(Sought(text, **options), scope).matches(PIER)
    return [(each.block, each.field, each.paragraph, each.start, each.end) for each in found]


def test_every_text_of_every_block_is_searched_in_reading_order() -> None:
    assert hits("pier") == [
        ("h", "text", 0, 0, 4),
        ("p", "text", 0, 8, 12),
        ("p", "text", 0, 25, 29),
        ("p", "text", 0, 37, 41),
        ("q", "words", 0, 12, 16),
        ("q", "words", 1, 12, 16),
        ("q", "speaker/name", 0, 4, 8),
        ("s", "items/1/sentence", 0, 0, 4),
        ("s", "sources/0/who", 0, 0, 4),
    ]
    assert hits("") == []


def test_options() -> None:
    assert [each[:2] for each in hits("Pier", case=True)] == [
        ("h", "text"), ("q", "words"), ("q", "speaker/name"), ("s", "sources/0/who"),
    ]  # fmt: skip
    assert hits("pie", whole=True) == []
    assert len(hits("pier", whole=True)) == 9
    assert hits("p..r", pattern=True) == hits("pier")
    assert hits("p..r") == []
    assert hits("ie|clock", pattern=True, whole=True) == [("q", "words", 1, 19, 24)]


def test_typed_marks_find_printed_ones() -> None:
    assert hits("pier's") == [("q", "words", 1, 12, 18)]
    assert hits('"pier"') == [("p", "text", 0, 24, 30)]


def test_in_quotes_and_not_in_quotes_share_all_matches() -> None:
    said, rest = hits("pier", "quotes"), hits("pier", "others")
    assert said == [("p", "text", 0, 25, 29), ("q", "words", 0, 12, 16), ("q", "words", 1, 12, 16)]
    assert sorted(said + rest) == sorted(hits("pier"))
    assert quoted("a “b” c “d") == [(2, 5), (8, 10)]


def test_replacing_keeps_emphasis_and_the_rest() -> None:
    search = Search(Sought("pier"))
    after = search.replaced(PIER, "jetty", search.matches(PIER))
    assert after.find("p").text == (  # type: ignore[union-attr]
        Run("The old "), Run("jetty", bold=True), Run(" is no mere “jetty” but a jetty."),
    )  # fmt: skip
    quote = after.find("q")
    assert isinstance(quote, Quote)
    assert plain_paragraphs(quote.words) == "I love this jetty.\nWe kept the jetty’s clock."
    assert quote.speaker == Speaker(name="Ida jetty", title="Mayor")
    assert after.find("s").sources[0].who == "jetty Trust"  # type: ignore[union-attr]
    assert search.matches(after) == []
    assert [each.id for each in approvals_lost(PIER.blocks, after.blocks)] == ["q"]


def test_replacing_some_touches_no_other_block() -> None:
    search = Search(Sought("pier"), "others")
    found = search.matches(PIER)
    after = search.replaced(PIER, "jetty", [each for each in found if each.block == "p"][1:])
    assert plain(after.find("p").text) == "The old pier is no mere “pier” but a jetty."  # type: ignore[union-attr]
    assert [a is b for a, b in zip(after.blocks, PIER.blocks, strict=True)] == [True, False, True, True]
    assert approvals_lost(PIER.blocks, after.blocks) == []


def test_groups_of_a_pattern_and_plain_backslashes() -> None:
    release = Release(blocks=(Notes(id="n", text=(rich("May 3, 2026"),)),))
    search = Search(Sought(r"(\w+) (\d+)", pattern=True))
    after = search.replaced(release, r"\2 \1", search.matches(release))
    assert plain(after.blocks[0].text[0]) == "3 May, 2026"  # type: ignore[attr-defined]
    search = Search(Sought("May"))
    after = search.replaced(release, r"\1", search.matches(release))
    assert plain(after.blocks[0].text[0]) == r"\1 3, 2026"  # type: ignore[attr-defined]


def test_lines_stay_lines() -> None:
    release = Release(blocks=(Contacts(id="c", people=(Contact(name="Ida, Marsh"),)),))
    search = Search(Sought(", ", pattern=True))
    after = search.replaced(release, r"\n", search.matches(release))
    assert after.blocks[0].people[0].name == "Ida Marsh"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(a", "never closed"),
        ("a)", "closes nothing"),
        ("[a", "never closed"),
        ("*a", "nothing to repeat"),
        (r"a\1", "a group that it does not have"),
        ("(?:(?:a{1000}){1000}){1000}", "too large"),
        ("a" * 600, "too large"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(text: str, why: str) -> None:
    started = time.monotonic()
    with pytest.raises(BadPattern) as told:
        Search(Sought(text, pattern=True))
    assert why in told.value.sentence
    assert time.monotonic() - started < 1


def test_the_largest_pattern_is_read() -> None:
    assert hits("(" * 250 + ")" * 250, pattern=True) == []
    assert hits("(?:" + "ab" * 240 + "){2000}", pattern=True) == []


def test_what_is_wrong_with_a_replacement_is_said() -> None:
    search = Search(Sought("(pier)", pattern=True))
    found = search.matches(PIER)
    for wrong in (r"\2", r"\g<name>"):
        with pytest.raises(BadPattern, match="a group that the pattern does not have"):
            search.replaced(PIER, wrong, found)
    with pytest.raises(BadPattern, match="no meaning"):
        search.replaced(PIER, "\\", found)


@pytest.mark.parametrize("text", ["(a|a)+$", "(a|aa)+$", "(?:(?R))*", "(?R)|a(?R)b"])
def test_a_pattern_that_never_ends_is_stopped(text: str) -> None:
    release = Release(blocks=tuple(Paragraph(id=str(n), text=rich("a" * 400 + "b")) for n in range(40)))
    started = time.monotonic()
    with pytest.raises(BadPattern, match="takes too long"):
        Search(Sought(text, pattern=True)).matches(release)
    assert time.monotonic() - started < PATIENCE + 3  # it would be hours; other work may hold it up


def test_blocks_that_stay_are_not_read_again() -> None:
    search = Search(Sought("pier"))
    first = search.matches(PIER)
    changed = PIER.with_blocks((Headline(id="h", text=rich("Pier, pier")), *PIER.blocks[1:]))
    again = search.matches(changed)
    assert len(again) == len(first) + 1
    assert all(any(each is other for other in first) for each in again[2:])


@given(st.text("ab .", max_size=30), st.text("ab.", min_size=1, max_size=3), st.text("xyz", max_size=3))
def test_replacing_all_is_what_str_replace_does(text: str, sought: str, by: str) -> None:
    bold = tuple(Run(letter, bold=number % 3 == 0) for number, letter in enumerate(text))
    release = Release(blocks=(Paragraph(id="p", text=bold),))
    search = Search(Sought(sought, case=True))
    after = search.replaced(release, by, search.matches(release))
    assert plain(after.blocks[0].text) == text.replace(sought, by)  # type: ignore[attr-defined]


def test_words_end_beside_letters_of_scripts_without_spaces() -> None:
    def count(text: str, sought: str) -> int:
        release = Release(blocks=(Paragraph(id="p", text=rich(text)),))
        return len(Search(Sought(sought, whole=True)).matches(release))

    assert count("市议会周二投票恢复河流", "投票") == 1
    assert count("Le vote, votée, l’vote", "vote") == 2
    assert count("صوّت المجلس على الاتفاق", "المجلس") == 1
    assert count("صوّت المجلس على الاتفاق", "مجلس") == 0


def test_a_replacement_brings_no_control_characters_in() -> None:
    release = Release(blocks=(Paragraph(id="p", text=rich("A pier.")),))

    def replaced(by: str) -> str:
        search = Search(Sought("p(ier)", pattern=True))
        block = search.replaced(release, by, search.matches(release)).blocks[0]
        return plain(block.text)  # type: ignore[attr-defined]

    assert replaced(r"[\0]") == "A [pier]."
    assert replaced(r"[\\0]") == r"A [\0]."
    assert replaced(r"\a\x07\1") == "A ier."


def test_releases_of_a_kit_are_searched_side_by_side() -> None:
    other = Release(language="es", blocks=(Paragraph(id="p", text=rich("El pier, el pier.")),))
    search = Search(Sought("pier"))
    assert len(search.matches(PIER, 0)) == 9
    assert len(search.matches(other, 1)) == 2
    assert len(search.matches(PIER, 0)) == 9
    assert search.count_in("A pier, “the pier”") == 2
    assert Search(Sought("pier"), "quotes").count_in("A pier, “the pier”") == 1
    assert search.replaced_in("A pier.", "jetty") == "A jetty."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“One” and „zwei“", ["“One”", "„zwei“"]),
        ("«Uno» y «dos", ["«Uno»", "«dos"]),
        ("「一」と『二』", ["「一」", "『二』"]),
        ('צה"ל אמר: ”כן”', ["”כן”"]),
        ('A 5" pipe, "he said', ['"he said']),
    ],
)
def test_what_is_quoted(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == said


def test_every_reason_is_said_in_plain_words() -> None:
    for text in (
        *("(", ")", "[", "*a", "a**", "\\", "a{2,1}", "(?P<n", "(?P<1a>x)", "(?P=x)", "\\1", "(?z)", "(?i-"),
        *("[z-a]", "\\p{Foo}", "\\x", "\\N{foo}", "(?(1)a|b|c)", "(?P>", "(?P<>x)", "\\Q", "(?&x)"),
    ):
        with pytest.raises(BadPattern) as caught:
            Search(Sought(text, pattern=True))
        why = caught.value.sentence.removeprefix("This pattern cannot be read: ").rstrip(".")
        assert why in _WHY.values(), text
    assert Search(Sought("x{,}", pattern=True)).matches(PIER) == []


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("cafe\u0301 and café", "café", ["cafe\u0301", "café"]),
        ("cafe\u0301 and café", "cafe\u0301", ["cafe\u0301", "café"]),
        ("شُكْرًا لكم، شكرا", "شكرا", ["شُكْرًا", "شكرا"]),
        ("שָׁלוֹם שלום", "שלום", ["שָׁלוֹם", "שלום"]),
        ("And… and...", "and...", ["And…", "and..."]),
        ("200 000 et 200\u202f000", "200 000", ["200 000", "200\u202f000"]),
    ],
)
def test_words_are_found_however_they_are_printed(text: str, sought: str, found: list[str]) -> None:
    release = Release(blocks=(Paragraph(id="p", text=rich(text)),))
    matches = Search(Sought(sought)).matches(release)
    assert [text[each.start : each.end] for each in matches] == found
