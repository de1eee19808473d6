"""What is passed over, overridden and put right."""

import datetime

import pytest

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.check.gate import open_stops, overridden, passed, passing, stops, without_passing
from presskit.check.judge import Judge
from presskit.check.mending import mended
from presskit.check.rules import ALL
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import Run, plain, rich

NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


def kit(*words: Run, said: str = "") -> Kit:
    blocks = [Headline(id="h", text=rich("River Watch wins vote")), Paragraph(id="p", text=words)]
    if said:
        blocks.append(
            Quote(id="q", words=(rich(said),), speaker=Speaker(name="Ada Poe", description="of River Watch"))
        )  # type: ignore[arg-type]
    line = Dateline(city="Boston", date=datetime.date(2026, 11, 20))
    return Kit(releases=(Release(dateline=line, blocks=tuple(blocks)),))


def found(of: Kit, rule: str):  # type: ignore[no-untyped-def]
    return [each for each in Judge().judge(of, now=NOW) if each.rule == rule]


def test_fixes_keep_the_emphasis_of_what_they_replace() -> None:
    made = kit(Run("Fares rose "), Run("44 percent", bold=True), Run(" and 45 percent in June, 2025."))
    told = [*found(made, "percent"), *found(made, "year-form")]
    after = mended(made.releases[0], told)
    assert plain(after.blocks[1].text) == "Fares rose 44% and 45% in June 2025."  # type: ignore[attr-defined]
    assert Run("44%", bold=True) in after.blocks[1].text  # type: ignore[attr-defined]


def test_a_fix_whose_words_are_gone_changes_nothing() -> None:
    made = kit(Run("Fares rose 44 percent."))
    other = kit(Run("All fares fell by half."))
    assert mended(other.releases[0], found(made, "percent")) is other.releases[0]


def test_what_is_said_has_no_fix_whatever_the_rule() -> None:
    faults = "It’s members met Sept. 4th at 9:00 AM, 44 percent of 9 families, on June 31 in Reno, NV [NAME]."
    for each in Judge().judge(kit(Run("The vote was held."), said=faults), now=NOW):
        if each.block == "q" and each.path == "words":
            assert each.said
            assert each.fix == ()
            assert "ask the speaker" in each.words


def test_passed_once_comes_back_with_other_words_and_always_does_not() -> None:
    made = kit(Run("The historic vote was held."))
    (one,) = found(made, "loaded-words")
    once, always = passing(made, [one], "once", "fine"), passing(made, [one], "always", "")
    assert passed(once, one)
    (other,) = found(kit(Run("The outrageous vote was held.")), "loaded-words")
    assert not passed(once, other)
    assert passed(always, other)
    assert not passed(without_passing(once, once.passed[0]), one)


def test_an_override_wants_a_reason_and_stands_for_these_words() -> None:
    made = kit(Run("The vote was held."), said="We won.")
    held = stops(made, 0, NOW)
    assert {each.rule for each in held} >= {"contact", "quote-approval"}
    with pytest.raises(ValueError, match="reason"):
        passing(made, held, "overridden", "  ")
    sent = passing(made, held, "overridden", "Tonight")
    assert stops(sent, 0, NOW) == []
    assert all(overridden(sent, each) == "Tonight" and not passed(sent, each) for each in held)
    changed = sent.with_release(0, kit(Run("The vote was held."), said="We lost.").releases[0])
    assert {each.rule for each in stops(changed, 0, NOW)} == {"quote-approval"}
    assert open_stops(made, []) == []


def test_rules_are_declared_whole() -> None:
    assert len({rule.id for rule in ALL}) == len(ALL)
    assert {rule.number for rule in ALL} == set(range(1, 31))
    for rule in ALL:
        assert (rule.texts is None) != (rule.whole is None), rule.id
        assert rule.texts is None or rule.scopes, rule.id
        assert 2000 <= rule.year <= 2026, rule.id
        for words in (rule.name, rule.says, rule.why, rule.wrong, rule.right, rule.source):
            assert words.strip(), rule.id
        assert rule.says.endswith((".", "?", "}")), rule.id
