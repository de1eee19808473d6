"""The report on a file: whatever kind it is, and in what words it is told."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presskit.bounded import MAX_FILE, Unreadable, too_large, unzip
from presskit.i18n import N_, _
from presskit.reasons import why
from presskit.verify import pdf, pictures, word
from presskit.verify.findings import FACTS, GROUPS, KINDS, Finding, Report
from presskit.verify.internal import Internal, Piece

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PDF_WITHIN = 1024  # bytes within which a PDF begins (ISO 32000-1, annex H, note 13)
_VERDICTS = {
    "stop": N_("{file}: do not send it."),
    "broken": N_("{file}: not everybody can read it."),
    "mind": N_("{file}: fine to send; see what is marked."),
    "fine": N_("{file}: fine to send."),
}
_MARKS = {"stop": "!!", "broken": "!", "mind": "?"}


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable with a sentence that says why it cannot be looked at."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting, a device has no end
            told = _("“{file}” is a folder or a device: choose a .pdf or .docx file.")
            raise Unreadable(told.format(file=path))
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        told = _("There is no file “{file}”: check its name and folder.")
        raise Unreadable(told.format(file=path)) from error
    except (OSError, ValueError) as error:
        told = _("“{file}” cannot be opened ({why}): check that it is a file and who may read it.")
        raise Unreadable(told.format(file=path, why=why(error))) from error
    if len(data) > MAX_FILE:
        raise too_large(path.name)
    return data


def read(data: bytes, called: str, wanted: Internal) -> Report:
    """What is in the bytes of a PDF, a Word file or a zip of pictures; raises Unreadable."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return pdf.read(data, called, wanted)
    if data.startswith(_ZIP):
        if b"word/document.xml" in data or called.lower().endswith(".docx"):
            return word.read(data, called, wanted)
        return photos(data, called, wanted)
    if data.startswith(_OLD_WORD):
        told = _("“{file}” is an old Word document (.doc) or locked with a password: save it as .docx.")
    else:
        told = _("“{file}” is neither a PDF nor a Word document: choose a .pdf or .docx file.")
    raise Unreadable(told.format(file=called))


def photos(data: bytes, called: str, wanted: Internal) -> Report:
    """What is in a zip of pictures and plain text; raises Unreadable, also for a zip of anything else."""
    found: list[Finding] = []
    pieces: list[Piece] = []
    count = 0
    for name, body in unzip(data, called).items():
        pieces.append(Piece(name, "data"))
        if body.startswith((b"\xff\xd8", b"\x89PNG")):
            count += 1
            findings, words = pictures.look(body, name)
            found += findings
            pieces += words
        elif name.lower().endswith(".txt"):
            pieces.append(Piece(body.decode("utf-8", "replace"), "body"))
        else:
            count = 0
            break
    if not count:
        told = _("“{file}” is neither a PDF nor a Word document: choose a .pdf or .docx file.")
        raise Unreadable(told.format(file=called))
    found += wanted.search(pieces)
    return Report("zip", {"pictures": (str(count),)}, tuple(dict.fromkeys(found)))


def lines(report: Report, called: str) -> Iterator[str]:
    """The report in words, the verdict first."""
    yield _(_VERDICTS[report.verdict]).format(file=called)
    for group, heading in GROUPS:
        facts = [(_(label), report.facts[name]) for name, (of, label) in FACTS.items()
                 if of == group and name in report.facts]  # fmt: skip
        findings = [finding for finding in report.findings if KINDS[finding.kind].group == group]
        if facts or findings or group == "hidden":
            yield f"  {_(heading)}"
        for label, values in facts:
            if len(values) == 1:
                yield f"     {label}: {values[0]}"
            else:
                yield f"     {label}:"
                yield from (f"       {value}" for value in values)
        for finding in findings:
            yield f"  {_MARKS[finding.severity]:>2} {finding.words}"
        if group == "hidden" and not findings:
            yield "     " + _("Nothing.")


def as_data(report: Report, called: str) -> dict[str, Any]:
    """The report as JSON has it; ids and severities are the same in every language."""
    return {
        "file": called,
        "form": report.form,
        "verdict": report.verdict,
        "facts": {name: list(values) for name, values in report.facts.items()},
        "findings": [
            {"id": finding.kind, "severity": finding.severity, "what": finding.what, "words": finding.words}
            for finding in report.findings
        ],
    }
