"""Puts right what a finding says, in the release."""

from presskit.check.finding import Exchange, Finding
from presskit.model import edits
from presskit.model.release import Release
from presskit.model.search import exchanged, words_at


def mended(release: Release, findings: list[Finding]) -> Release:
    """The release with the fixes of findings made; one whose place has other letters by now is left alone.
    What somebody said is never changed."""
    by_block: dict[str, list[Exchange]] = {}
    for each in findings:
        if not each.said:
            by_block.setdefault(each.block, []).extend(fix for fix in each.fix if _stands(release, each, fix))
    for block_id, fixes in by_block.items():
        block = release.find(block_id)
        if block is None:
            continue
        # From the end on, so that places before stay as they were; of two that overlap, the later.
        last: tuple[str, int, int] | None = None
        for fix in sorted(fixes, key=lambda fix: (fix.path, fix.paragraph, fix.start, fix.end), reverse=True):
            if last is not None and last[:2] == (fix.path, fix.paragraph) and fix.end > last[2]:
                continue
            block = exchanged(block, fix.path, fix.paragraph, fix.start, fix.end, fix.text)
            last = (fix.path, fix.paragraph, fix.start)
        release = edits.change(release, block)
    return release


def _stands(release: Release, finding: Finding, fix: Exchange) -> bool:
    block = release.find(finding.block)
    texts = words_at(block, fix.path) if block is not None else []
    text = texts[fix.paragraph] if fix.paragraph < len(texts) else ""
    return text[finding.start : finding.end] == finding.letters
