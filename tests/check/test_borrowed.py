"""Points that other checkers make in their tests, in sentences of our own: the wrong is found, no more."""

import datetime
import json
from pathlib import Path

import msgspec
import pytest

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.checking import BY_ID, Finding, Judge
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import rich
from tests.check.seeding import unmarked


class Case(msgspec.Struct, frozen=True):
    """origin: where the point comes from (ORIGIN.md). rule: by number. wrong: whether the text has the fault,
    which then stands between marks."""

    origin: str
    rule: int
    point: str
    date: datetime.date
    language: str
    wrong: bool
    text: str


CASES = msgspec.convert(
    json.loads((Path(__file__).parent / "borrowed.json").read_text(encoding="utf-8")), list[Case]
)


def told(case: Case) -> list[Finding]:
    """What the rule of a case finds in its text."""
    words, _start, _end = unmarked(case.text)
    release = Release(
        language=case.language,
        dateline=Dateline(city="Larkhaven", region="Oregon", date=case.date),
        blocks=(
            Headline(id="head", text=rich("Harbor Trust opens a mill")),
            Paragraph(id="lede", text=rich("The trust opened a mill on the lake.")),
            Paragraph(id="case", text=rich(words)),
        ),
    )
    now = datetime.datetime.combine(case.date, datetime.time(12), datetime.UTC)
    found = Judge().judge(Kit(releases=(release,)), now=now)
    return [each for each in found if each.block == "case" and BY_ID[each.rule].number == case.rule]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_borrowed(number: int) -> None:
    case = CASES[number]
    found = told(case)
    if not case.wrong:
        assert not found, f"{case.point}: {case.text}"
        return
    _words, start, end = unmarked(case.text)
    assert any(each.start < end and start < each.end for each in found), f"{case.point}: {case.text}"


def test_every_origin_has_its_licence() -> None:
    told = (Path(__file__).parent / "ORIGIN.md").read_text(encoding="utf-8")
    assert all(f"| {each.origin} |" in told for each in CASES)
