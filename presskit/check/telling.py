"""What was found, as people and other programs read it: lines, JSON and SARIF."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from presskit import __version__
from presskit.check.finding import Finding, Severity
from presskit.check.gate import overridden
from presskit.check.rule import Rule
from presskit.check.rules import ALL, BY_ID
from presskit.i18n import N_, _, ngettext
from presskit.model.kit import Kit
from presskit.model.release import Release

_HEADS: tuple[tuple[Severity, str], ...] = (
    ("stops", N_("Stops the release from going to reporters")),
    ("warns", N_("Worth putting right")),
    ("informs", N_("Worth knowing")),
)
_LEVELS = {"stops": "error", "warns": "warning", "informs": "note"}  # SARIF 2.1.0, 3.27.10
_SHOWN = 60  # letters of a block's words


def place_of(release: Release, finding: Finding) -> str:
    """Where a finding is, for people: the kind of the block and its first words; nothing for the whole."""
    block = release.find(finding.block) if finding.block else None
    if block is None:
        return ""
    words = block.summary()
    short = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"{_(block.label)}: {short}" if short else _(block.label)


def told_once(words: Iterable[str], most: int) -> list[str]:
    """Sentences of findings, each once with how often it is said; what is more than `most` is counted."""
    counted = Counter(words)
    told = []
    for each, count in list(counted.items())[:most]:
        often = ngettext("{found} ({count} time)", "{found} ({count} times)", count)
        told.append(often.format(found=each, count=count) if count > 1 else each)
    if left := sum(list(counted.values())[most:]):
        told.append(_("and {count} more").format(count=left))
    return told


def lines(kit: Kit, number: int, findings: Iterable[Finding]) -> list[str]:
    """What was found in a release, by how grave it is, a line each and one with the place below it."""
    found, told = list(findings), []
    for severity, head in _HEADS:
        here = [each for each in found if each.severity == severity]
        if not here:
            continue
        told += ["", f"{_(head)} ({len(here)})"]
        for each in here:
            reason = overridden(kit, each)
            more = _(" Overridden: {reason}").format(reason=reason) if reason else ""
            told.append(f"  {each.words}{more}  [{each.rule}]")
            if place := place_of(kit.releases[number], each):
                told.append(f"      {place}")
    return told


def as_data(kit: Kit, number: int, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """What was found in a release as JSON's types. start, end: in letters of the paragraph of that number."""
    release = kit.releases[number]
    return [
        {
            "rule": each.rule,
            "check": BY_ID[each.rule].number,
            "severity": each.severity,
            "message": each.words,
            "language": release.language,
            "block": each.block,
            "place": place_of(release, each),
            "path": each.path,
            "paragraph": each.paragraph,
            "start": each.start,
            "end": each.end,
            "found": each.found if each.path else "",
            "said": each.said,
            "fix": [fix.text for fix in each.fix],
            "overridden": overridden(kit, each),
            "source": f"{BY_ID[each.rule].source}, {BY_ID[each.rule].year}",
        }
        for each in findings
    ]


def as_sarif(files: Iterable[tuple[str, Kit, int, Iterable[Finding]]]) -> dict[str, Any]:
    """What was found in files (name, kit, number of the release, findings) in the Static Analysis Results
    Interchange Format (OASIS SARIF 2.1.0)."""
    results = [
        {
            "ruleId": each.rule,
            "ruleIndex": _PLACES[each.rule],
            "level": _LEVELS[each.severity],
            "message": {"text": each.words},
            "locations": [_location(name, kit.releases[number], each)],
            "partialFingerprints": {"presskit/v1": f"{each.block}:{each.seal}"},
            **_suppressed(overridden(kit, each)),
        }
        for name, kit, number, findings in files
        for each in findings
    ]
    driver = {
        "name": "PressKit",
        "semanticVersion": __version__,
        "rules": [_described(rule) for rule in ALL],
    }
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


_PLACES = {rule.id: place for place, rule in enumerate(ALL)}


def _location(name: str, release: Release, finding: Finding) -> dict[str, Any]:
    """The file, and within it the block: a kit has no lines."""
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}
    if finding.block:
        steps = [finding.block, finding.path, str(finding.paragraph), f"{finding.start}-{finding.end}"]
        found["logicalLocations"] = [
            {
                "name": place_of(release, finding),
                "fullyQualifiedName": "/".join(steps if finding.path else steps[:1]),
                "kind": "element",
            }
        ]
    return found


def _uri(name: str) -> str:
    """A path as a relative reference (RFC 3986, 4.2)."""
    from urllib.parse import quote

    return quote(name.replace("\\", "/"))


def _suppressed(reason: str) -> dict[str, Any]:
    return {"suppressions": [{"kind": "external", "justification": reason}]} if reason else {}


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": _(rule.name)},
        "fullDescription": {"text": _(rule.why)},
        "help": {"text": _("Not: {wrong}. But: {right}. ({source}, {year})").format(
            wrong=rule.wrong, right=rule.right, source=rule.source, year=rule.year
        )},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"check": rule.number},
    }  # fmt: skip
