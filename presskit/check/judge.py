"""Runs the rules: on all of a release, or on what changed since."""

import datetime
from typing import NamedTuple

from presskit.check.finding import Exchange, Finding, Severity
from presskit.check.lexicon import is_foreign
from presskit.check.passages import Passage, Scope, passages
from presskit.check.rule import Brought, Case, Ground, Hit, Known, Rule
from presskit.check.rules import ALL
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.profile import Profile, profile
from presskit.text.counting import words
from presskit.text.languages import primary

_ORDER = {"stops": 0, "warns": 1, "informs": 2}


class _Read(NamedTuple):
    """A block as it was read: whether its paragraph is the lede, its passages, and how many words it has."""

    block: Block
    first: Scope
    passages: list[Passage]
    words: int


class Judge:
    """Judges a kit again and again; of blocks that did not change, what their texts say is remembered."""

    def __init__(self, house: Profile | None = None) -> None:
        """house: a house style in the place of each release's own."""
        self._house = house
        self._grounds: dict[int, tuple[object, Ground]] = {}
        self._passages: dict[int, dict[str, _Read]] = {}
        self._texts: dict[int, dict[str, tuple[list[Passage], list[Finding]]]] = {}

    def judge(
        self,
        kit: Kit,
        number: int = 0,
        *,
        now: datetime.datetime | None = None,
        known: Known = Known(),  # noqa: B008 - frozen
        brought: Brought | None = None,
    ) -> tuple[Finding, ...]:
        """All that the rules find in a release, what its authors pass over among it: what stops it first,
        each group in reading order. now: with a zone; else the clock's."""
        release = kit.releases[number]
        ground = self._ground(kit, number)
        before = self._passages.get(number, {})
        here: dict[str, _Read] = {}
        lede = False
        for block in release.blocks:
            first: Scope = "body"
            if (
                not lede
                and block.kind in {"paragraph", "quote", "list", "statistics"}
                and not block.is_empty()
            ):
                lede = True
                first = "lede" if block.kind == "paragraph" else "body"
            was = before.get(block.id)
            if was is None or was.block is not block or was.first != first:
                fresh = list(passages(block))
                for each in fresh:
                    if first == "lede":
                        each.scope = "lede"
                was = _Read(block, first, fresh, sum(map(words, block.letters())))
            here[block.id] = was
        self._passages[number] = here
        rules = [
            (rule, severity)
            for rule in ALL
            if rule.speaks(release.language) and (severity := _severity(rule, ground)) is not None
        ]
        found = self._in_texts(number, here, ground, rules)
        now = now or datetime.datetime.now().astimezone()
        case = Case(kit, number, ground, list(here.values()), now, known, brought)
        for rule, severity in rules:
            if rule.whole is not None:
                found += [_finding(rule, severity, hit) for hit in rule.whole(case)]
        order = {block.id: place for place, block in enumerate(release.blocks)}
        found.sort(
            key=lambda each: (
                _ORDER[each.severity],
                order.get(each.block, -1),
                each.path,
                each.paragraph,
                each.start,
            )
        )
        return tuple(found)

    def _ground(self, kit: Kit, number: int) -> Ground:
        release = kit.releases[number]
        dated = release.dateline.date
        key = (release.language, release.profile, dated)
        known = self._grounds.get(number)
        if known is None or known[0] != key:
            known = (key, Ground(release.language, self._house or profile(release.profile), dated))
            self._grounds[number] = known
            self._texts.pop(number, None)
        return known[1]

    def _in_texts(
        self,
        number: int,
        here: dict[str, _Read],
        ground: Ground,
        rules: list[tuple[Rule, Severity]],
    ) -> list[Finding]:
        before = self._texts.get(number, {})
        judged: dict[str, tuple[list[Passage], list[Finding]]] = {}
        for name, (_block, _first, found, _count) in here.items():
            was = before.get(name)
            if was is None or was[0] is not found:
                was = (found, [each for passage in found for each in _of_passage(passage, ground, rules)])
            judged[name] = was
        self._texts[number] = judged
        return [each for _found, findings in judged.values() for each in findings]


def _of_passage(passage: Passage, ground: Ground, rules: list[tuple[Rule, Severity]]) -> list[Finding]:
    foreign = is_foreign(passage.text, primary(ground.language))
    return [
        _finding(rule, severity, hit)
        for rule, severity in rules
        if rule.texts is not None and passage.scope in rule.scopes and not (foreign and rule.languages)
        for hit in rule.texts(passage, ground)
        if rule.said or not passage.is_said(hit.start, hit.end)
    ]


def _severity(rule: Rule, ground: Ground) -> Severity | None:
    """How grave the house takes a rule; None where it has it switched off."""
    said = ground.checks.severity.get(rule.id, rule.severity)
    return None if said == "off" else said


def _finding(rule: Rule, severity: Severity, hit: Hit) -> Finding:
    passage = hit.passage
    said = passage is not None and rule.asks and _is_said(passage, hit)
    letters = passage.letters[hit.start : hit.end] if passage is not None else ""
    told = _(rule.says).format(**{"found": letters, **hit.what})
    if said:
        told = _("{words} It is inside a quote: ask the speaker.").format(words=told)
    block = hit.block or (passage.block if passage is not None else None)
    fix: tuple[Exchange, ...] = ()
    if passage is not None and hit.fix is not None and not said:
        fix = (Exchange(passage.path, passage.paragraph, hit.start, hit.end, hit.fix),)
    return Finding(
        rule=rule.id,
        severity=severity,
        words=told,
        block=block.id if block is not None else "",
        path=passage.path if passage is not None else "",
        paragraph=passage.paragraph if passage is not None else 0,
        start=hit.start,
        end=hit.end,
        found=hit.found or letters,
        letters=letters,
        said=said,
        fix=fix,
        act=rule.act,
    )


def _is_said(passage: Passage, hit: Hit) -> bool:
    """Whether it is about somebody's own words; of a whole paragraph with a quotation in it, it is not."""
    whole = hit.start == 0 and hit.end == len(passage.text)
    return passage.is_said(hit.start, hit.end) and (passage.scope == "quote" or not whole)
