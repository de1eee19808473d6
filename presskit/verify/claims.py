"""Which standards a PDF claims to keep, and whether it does."""

import re
from typing import TYPE_CHECKING

from presskit.i18n import _
from presskit.verify.findings import Finding

if TYPE_CHECKING:
    from page import ValidationReport

# In XMP as elements or attributes (ISO 14289-1, 5; ISO 19005-2, 6.6.4).
_PART = r"{prefix}:{name}(?:>|=[\"'])\s*(\w+)"
_UNKNOWN_MOST = 3


def claimed(xmp: str) -> list[tuple[str, str]]:
    """The standards: (name for people, profile for the checker), such as ("PDF/A-2a", "2a")."""
    found = []
    if part := re.search(_PART.format(prefix="pdfuaid", name="part"), xmp):
        found.append((f"PDF/UA-{part[1]}", f"ua{part[1]}"))
    if part := re.search(_PART.format(prefix="pdfaid", name="part"), xmp):
        level = re.search(_PART.format(prefix="pdfaid", name="conformance"), xmp)
        letter = level[1].lower() if level else ""
        found.append((f"PDF/A-{part[1]}{letter}", f"{part[1]}{letter}"))
    return found


def check(data: bytes, xmp: str) -> tuple[tuple[str, ...], list[Finding]]:
    """The standards that the file claims to keep and keeps, and what is wrong with those it does not."""
    kept: list[str] = []
    findings: list[Finding] = []
    for name, profile in claimed(xmp):
        report = _validate(data, profile)
        if report is None:
            findings.append(Finding("unchecked", name))
        elif report.is_compliant:
            kept.append(name)
        else:
            messages = list(dict.fromkeys(failure.message for failure in report.failures))
            told = "; ".join(" ".join(each.split())[:120] for each in messages[:_UNKNOWN_MOST])
            findings.append(Finding("claim", _("{name}, and does not: {why}").format(name=name, why=told)))
    return tuple(kept), findings


def _validate(data: bytes, profile: str) -> "ValidationReport | None":
    """What the checker says; None where there is none, or none for this profile, or it gives up."""
    try:
        import page
    except ImportError:  # no build of it for this machine
        return None
    try:
        return page.validate_pdf_bytes(data, profile=profile)
    except (page.PageError, ValueError):
        return None
