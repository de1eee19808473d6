"""Any kit can be judged: half finished, in any language, with the strangest texts, and in time."""

import datetime
import time

import pytest
from hypothesis import given, settings

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.checking import Judge, mended
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.model.search import words_at
from presskit.text.runs import rich
from tests.kits import kits

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
LETTERS = 20_000
STRETCHES = (
    *(
        "A",
        "a",
        "1",
        "1,",
        "1.",
        "A.",
        "A. ",
        "Ab ",
        "AB ",
        "AbC ",
        "O’A-",
        "(",
        "[",
        "“",
        '"',
        "‘",
        "'",
        "%",
        " ",
    ),
    *(
        "-",
        "—",
        ".",
        "!",
        "\t",
        "\u00a0",
        "\u200f",
        "\u0301",
        "Mr. ",
        "Sen. ",
        "Jan. ",
        "Jan. 1 ",
        "Monday, ",
        "May ",
    ),
    *(
        "9 a.m. ",
        "12:",
        "44 percent ",
        "nine ",
        "twenty-",
        "one hundred ",
        "www.",
        "http://",
        "@a.",
        "a@b.",
        "[NAME] ",
    ),
    *("XX", "TK ", "a (B) ", "Ab Cd ", "the Ab of ", "said ", ", said Ab ", "study ", "sued ", "it’s "),
    *("we ", "U.S. "),
    *("漢", "月", "ا", "ё", "🙂", "\ud83d\ude42"[:1], "ﬁ", "\x00", "{", "{found}", "%s ", "Ab, Cd, ", "Ab\n"),
)


@settings(max_examples=60, deadline=None)
@given(kits())
def test_any_kit_is_judged(kit: Kit) -> None:
    for number, release in enumerate(kit.releases):
        found = Judge().judge(kit, number, now=NOW)
        assert found == Judge().judge(kit, number, now=NOW)
        for each in found:
            assert each.words
            block = release.find(each.block) if each.block else None
            assert (block is None) == (not each.block)
            if block is not None and each.path:
                text = words_at(block, each.path)[each.paragraph]
                assert 0 <= each.start <= each.end <= len(text)
                assert text[each.start : each.end] == each.letters
        mended(release, list(found))


@settings(max_examples=40, deadline=None)
@given(kits(), kits())
def test_what_is_read_again_is_read_alike(first: Kit, second: Kit) -> None:
    judge = Judge()
    judge.judge(first, 0, now=NOW)
    assert judge.judge(second, 0, now=NOW) == Judge().judge(second, 0, now=NOW)
    assert judge.judge(first, 0, now=NOW) == Judge().judge(first, 0, now=NOW)


@pytest.mark.parametrize("language", ["en-US", "es", "ja"])
@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_long_strange_text_is_judged_in_time(stretch: str, language: str) -> None:
    text = (stretch * (LETTERS // len(stretch) + 1))[:LETTERS]
    blocks = (
        Headline(id="head", text=rich(text[:400])),
        Paragraph(id="lede", text=rich(text[: LETTERS // 2])),
        Quote(id="said", words=(rich(text[: LETTERS // 4]),), speaker=Speaker(name=text[:200])),
        Paragraph(id="last", text=rich("The end is near. " + text[: LETTERS // 4])),
    )
    line = Dateline(city="Larkhaven", region="Oregon", date=datetime.date(2026, 5, 12))
    kit = Kit(releases=(Release(language=language, dateline=line, blocks=blocks),))
    begun = time.perf_counter()
    Judge().judge(kit, 0, now=NOW)
    assert time.perf_counter() - begun < 5
