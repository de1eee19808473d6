"""Fixes, on faults planted in releases and on the releases themselves: each puts right what it says, asks for
nothing anew, and leaves alone what somebody said."""

import pytest

from presskit.blocks.quote import Quote
from presskit.checking import BY_ID, Finding, Judge, mended
from presskit.model.search import quoted
from tests.check.plants_more import MORE
from tests.check.seeding import Plant, Planter, found, hosts, plants
from tests.check.test_recall import PLANTERS

FIXED: dict[int, tuple[Planter, ...]] = {
    rule: (*PLANTERS[rule], *MORE.get(rule, ())) for rule in (5, 9, 10, 11, 14, 15, 16, 18, 21, 30)
}


IN_TWO_STEPS = {15}
"""Rules one of whose fixes asks for another: “senator” becomes “Senator”, and that “Sen.”."""


def mendable(rule: int, count: int) -> list[tuple[Plant, Finding]]:
    """Plants of a rule, by its number, that come with a fix."""
    return [
        (plant, each) for plant in plants(rule, FIXED[rule], count) for each in found(rule, plant) if each.fix
    ]


@pytest.mark.parametrize("rule", sorted(FIXED))
def test_a_fix_puts_right_what_it_says(rule: int, request: pytest.FixtureRequest) -> None:
    if rule in IN_TWO_STEPS:
        request.applymarker(pytest.mark.xfail(reason="a fix in two steps", strict=False))
    faults = []
    for plant, finding in mendable(rule, 40):
        before = plant.kit.releases[0]
        after = plant.kit.with_release(0, mended(before, [finding]))
        if after.releases[0] == before:
            faults.append(f"{plant.what}: nothing is changed")
        judge = Judge(plant.house)
        place = (finding.block, finding.path, finding.paragraph)
        was = {(each.rule, each.letters) for each in judge.judge(plant.kit, 0, now=plant.now)}
        for each in judge.judge(after, 0, now=plant.now):
            here = (each.block, each.path, each.paragraph) == place
            same = each.rule == finding.rule and each.start <= finding.start < each.end
            new = BY_ID[each.rule].number == rule and (each.rule, each.letters) not in was
            if here and (same or new):
                faults.append(f"{plant.what}: made “{finding.fix[0].text}”, then {each.words}")
    assert not faults, "\n".join(faults)


def test_no_fix_reaches_what_somebody_said() -> None:
    for host in hosts():
        for each in Judge().judge(host.kit, 0, now=host.now):
            block = host.release.find(each.block)
            for fix in each.fix:
                assert not (isinstance(block, Quote) and fix.path == "words"), each.words
                assert block is not None
                letters = "\n".join(block.letters())
                said = [letters[start:end] for start, end in quoted(letters)]
                assert not any(each.letters in words and letters.count(each.letters) == 1 for words in said)


def test_mending_everything_changes_no_quotation() -> None:
    for host in hosts():
        found_in = list(Judge().judge(host.kit, 0, now=host.now))
        after = mended(host.release, found_in)
        for block, then in zip(host.release.blocks, after.blocks, strict=True):
            before_said = [letters[a:b] for letters in block.letters() for a, b in quoted(letters)]
            after_said = [letters[a:b] for letters in then.letters() for a, b in quoted(letters)]
            assert before_said == after_said, host.name
            if isinstance(block, Quote):
                assert isinstance(then, Quote)
                assert then.words == block.words, host.name
