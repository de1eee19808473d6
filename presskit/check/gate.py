"""The gate: what stops a release from going to reporters, and the reasons for which it goes all the same."""

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from presskit.check.finding import Finding
from presskit.check.judge import Judge
from presskit.check.rule import Known
from presskit.model.kit import Kit
from presskit.model.passed import How, Passed


def passed(kit: Kit, finding: Finding) -> bool:
    """Whether the kit's authors pass over a finding; one that is overridden stands all the same."""
    return any(
        each.how != "overridden" and each.covers(finding.rule, finding.block, finding.found)
        for each in kit.passed
    )


def overridden(kit: Kit, finding: Finding) -> str:
    """The reason for which a finding is to stop nothing; "" where there is none."""
    return next(
        (
            each.note
            for each in kit.passed
            if each.how == "overridden" and each.covers(finding.rule, finding.block, finding.found)
        ),
        "",
    )


def open_stops(kit: Kit, findings: Iterable[Finding]) -> list[Finding]:
    """What stops a kit from going to reporters, of what was found in it."""
    return [
        each
        for each in findings
        if each.severity == "stops" and not passed(kit, each) and not overridden(kit, each)
    ]


def stops(
    kit: Kit,
    number: int,
    now: datetime.datetime | None = None,
    known: Known = Known(),  # noqa: B008 - frozen
) -> list[Finding]:
    """What stops a release of a kit from going to reporters. now: with a zone; else the clock's."""
    return open_stops(kit, Judge().judge(kit, number, now=now, known=known))


def passing(
    kit: Kit, findings: Iterable[Finding], how: How, note: str, when: datetime.datetime | None = None
) -> Kit:
    """The kit with findings passed over, and why. Raises ValueError where an override gives no reason."""
    if how == "overridden" and not note.strip():
        raise ValueError("an override needs a reason")
    when = (when or datetime.datetime.now().astimezone()).replace(microsecond=0)
    added = [
        Passed(rule=each.rule, how=how, note=note.strip(), when=when)
        if how == "always"
        else Passed(rule=each.rule, how=how, note=note.strip(), block=each.block, seal=each.seal, when=when)
        for each in findings
    ]
    same = {(each.rule, each.block, each.seal, each.how == "overridden") for each in added}
    kept = [
        each
        for each in kit.passed
        if (each.rule, each.block, each.seal, each.how == "overridden") not in same
    ]
    return replace(kit, passed=(*kept, *added))


def without_passing(kit: Kit, gone: Passed) -> Kit:
    """The kit that passes over something no more."""
    return replace(kit, passed=tuple(each for each in kit.passed if each != gone))
