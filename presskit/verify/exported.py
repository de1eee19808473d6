"""The look at each file of ours before it is written: fast, and for what must not leave the house."""

import re

from presskit.i18n import _
from presskit.verify import claims, quick, report, word
from presskit.verify.findings import Finding, Report
from presskit.verify.internal import Internal, Piece

_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_ZIP = b"PK\x03\x04"


def check(data: bytes, called: str, wanted: Internal, shown: str) -> Report:
    """What is in a file that was made a moment ago; `shown` are the words that its pages show.

    A PDF is searched without being taken apart page by page. Raises Unreadable, of what should never be.
    """
    if data.startswith(b"%PDF-"):
        return _pdf(data, called, wanted, shown)
    if data.startswith(_ZIP):
        return report.read(data, called, wanted)
    return Report("text", {}, tuple(wanted.search([Piece(data.decode("utf-8", "replace"), "body")])))


def for_colleagues(checked: Report) -> Report:
    """The same without what a file for the house has on purpose: comments, a control a block, the marks of a
    draft."""
    meant = {"comments", "controls", "draft", "watermark"}
    kept = tuple(finding for finding in checked.findings if finding.kind not in meant)
    return Report(checked.form, checked.facts, kept)


def praise(checked: Report) -> str:
    """What holds of a file that was checked, as words with commas between."""
    said = []
    if "tagged" in checked.facts:
        said.append(_("tagged"))
    if standards := checked.facts.get("standards", ()):
        said.append(_(" and ").join(standards))
        # Both ask for it: ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.
        said.append(_("fonts embedded"))
    if checked.form == "docx":
        named = (("title", _("title")), ("language", _("language")), ("headings", _("headings")))
        said += [words for fact, words in named if fact in checked.facts]
        if "pictures" in checked.facts and all(finding.kind != "no-alt" for finding in checked.findings):
            said.append(_("pictures described"))
    if not checked.leaks:
        said.append(_("nothing internal"))
    return ", ".join(said)


def trouble(checked: Report) -> str:
    """What is wrong with a file that was checked, as sentences; nothing when all is well."""
    return " ".join(finding.words for finding in checked.findings if finding.severity != "mind")


def _pdf(data: bytes, called: str, wanted: Internal, shown: str) -> Report:
    parts = quick.take_apart(data, called)
    findings: list[Finding] = wanted.search([*quick.pieces(parts), Piece(shown, "body")])
    for stream in parts.streams:
        if stream.data.startswith(_ZIP):
            findings += [
                each for each in word.read(stream.data, called, wanted).findings if each.severity == "stop"
            ]
    packet = _XMP.search(data)
    kept, wrong = claims.check(data, packet[0].decode("utf-8", "replace") if packet else "")
    facts: dict[str, tuple[str, ...]] = {}
    if b"/StructTreeRoot" in parts.objects:
        facts["tagged"] = (_("yes"),)
    if kept:
        facts["standards"] = kept
    return Report("pdf", facts, tuple(dict.fromkeys((*findings, *wrong))))
