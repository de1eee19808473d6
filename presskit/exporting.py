"""Writing a release for reporters or colleagues: what the files are called, the gates, and the check of
what was written."""

import datetime
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from presskit.bounded import Unreadable
from presskit.check.finding import Finding
from presskit.check.gate import stops
from presskit.export import FORMATS, Format, format_named
from presskit.export.errors import ExportProblem
from presskit.export.layout import lay_out
from presskit.export.review import review_sheet
from presskit.export.to_text import as_text
from presskit.flow import Sheet, shape_paragraphs
from presskit.i18n import _
from presskit.library.clearance import objections
from presskit.library.shelf import Shelf
from presskit.model.brand import look
from presskit.model.embargo import file_mark
from presskit.model.kit import Kit
from presskit.storage import files
from presskit.text.runs import plain
from presskit.verify import exported
from presskit.verify.exported import praise, trouble
from presskit.verify.findings import Report
from presskit.verify.internal import Internal, internal, without_secrets

# What a face needs of the floors below it, which it reaches through here alone.
__all__ = [
    "FORMATS",
    "ExportProblem",
    "Format",
    "Planned",
    "Report",
    "Stopped",
    "can_write",
    "check_consent",
    "check_gate",
    "export",
    "export_bytes",
    "export_paths",
    "marked",
    "planned",
    "praise",
    "stems",
    "trouble",
]  # fmt: skip


def export_bytes(
    kit: Kit,
    number: int,
    kind: Format,
    *,
    system_fonts: bool = False,
    when: datetime.datetime | None = None,
) -> bytes:
    """A release in a format; raises ExportProblem when it cannot be set. system_fonts: whether fonts of
    this computer may stand in where ours lack a character. when: what a draft says that it is of, in local
    time; now unless told."""
    chosen = replace(
        look(kit.releases[number].brand, kit.releases[number].language), system_fonts=system_fonts
    )
    if not kind.internal:
        return kind.write(lay_out(kit, number), chosen)
    drafted = when or datetime.datetime.now().astimezone()
    return kind.write(review_sheet(kit, number, drafted), chosen)


def stems(kit: Kit, stem: str) -> list[str]:
    """What the files of each release of a kit are called, without their endings: the first as the kit is,
    others with their language besides, such as "vote.es-MX"."""
    named = [stem]
    for number, release in enumerate(kit.releases[1:], 2):
        plain = re.fullmatch(r"[A-Za-z0-9-]{2,35}", release.language)
        called = f"{stem}.{release.language}" if plain else f"{stem}.{number}"
        there = {each.casefold() for each in named}
        named.append(f"{called}.{number}" if called.casefold() in there else called)
    return named


def marked(kit: Kit, number: int, stem: str, now: datetime.datetime | None = None) -> str:
    """What the files of a release are called, without their endings: what they are under embargo until
    besides, while that lasts ("vote.EMBARGOED-2026-11-30-0600ET")."""
    return stem + file_mark(kit.releases[number], now or datetime.datetime.now().astimezone())


def export_paths(stem: str, folder: Path, formats: Iterable[str]) -> dict[str, Path]:
    """Where an export would put each format; raises KeyError for a format that there is none of."""
    found = {}
    for name in formats:
        kind = format_named(name)
        if kind is None:
            raise KeyError(name)
        found[name] = folder / (stem + kind.suffix)
    return found


class Planned(NamedTuple):
    """A file to write: the release of a kit of that number, in the format of that name."""

    number: int
    name: str
    path: Path


def planned(
    kit: Kit, numbers: Iterable[int], stem: str, folder: Path, formats: Iterable[str]
) -> list[Planned]:
    """A file for each of these releases and formats, called after its kit, its language and the embargo that
    it is under; raises KeyError for a format that there is none of."""
    called, names = stems(kit, stem), tuple(formats)
    return [
        Planned(number, name, path)
        for number in numbers
        for name, path in export_paths(marked(kit, number, called[number]), folder, names).items()
    ]


def check_consent(kit: Kit, number: int, shelf: Shelf | None) -> None:
    """Raises ExportProblem when somebody in a release did not agree to what it says, as the library has it;
    with none, nothing is known of that. Raises LibraryProblem when the library cannot say."""
    if shelf is not None and (found := objections(kit, number, shelf)):
        raise ExportProblem(_("It was not written. {reasons}").format(reasons=" ".join(found)))


class Stopped(ExportProblem):
    """A release must not go to reporters yet. findings: what stops it."""

    def __init__(self, findings: list[Finding]) -> None:
        told = _(
            "It is not for reporters yet: {found} Put it right, or give a reason why it goes all the same."
        )
        super().__init__(told.format(found=" ".join(each.words for each in findings)))
        self.findings = findings


def check_gate(kit: Kit, number: int, now: datetime.datetime | None = None) -> None:
    """Raises Stopped where something stops a release from going to reporters that nobody overrode. now: local
    time, or with a zone; else the clock's."""
    if found := stops(kit, number, now.astimezone() if now is not None else None):
        raise Stopped(found)


def export(
    kit: Kit,
    number: int,
    name: str,
    path: Path,
    *,
    system_fonts: bool = False,
    origin: Path | None = None,
    shelf: Shelf | None = None,
    when: datetime.datetime | None = None,
) -> Report:
    """Writes a release in a format to `path`, whole or not at all, over what is there; see `export_bytes`.
    Returns what was found when the file was checked. origin: the kit's own file, whose name is no reporter's
    affair. shelf: the library, which knows who agreed to what; see `check_consent`.

    Raises FileProblem when it cannot be written, ExportProblem when it cannot be set or has something in it
    that must not leave the house, and Stopped among them: then nothing is written.
    """
    kind = format_named(name)
    if kind is None:
        raise KeyError(name)
    check_consent(kit, number, shelf)
    if not kind.internal:
        check_gate(kit, number, when)
    data = export_bytes(kit, number, kind, system_fonts=system_fonts, when=when)
    checked = _checked(data, path.name, kit, number, origin, colleagues=kind.internal)
    if checked.leaks:
        told = _("It was not written, because of what must not leave the house. {found}")
        raise ExportProblem(told.format(found=" ".join(finding.words for finding in checked.leaks)))
    files.write_whole(path, data)
    return checked


def looked_for(kit: Kit, origin: Path | None = None, *, colleagues: bool = False) -> Internal:
    """What must not be in a file made from a kit; see `presskit.verify.internal.internal`."""
    public = without_secrets(kit)
    sheets = [lay_out(public, number) for number in range(len(kit.releases))]
    # Plain text says more than pages do: where links lead. A file's data says when it may be used.
    shown = [words for sheet in sheets for words in (_shown(sheet), as_text(sheet), sheet.keywords)]
    return internal(kit, origin, shown=shown, colleagues=colleagues)


def _shown(sheet: Sheet) -> str:
    """The words on the pages of a release."""
    return "\n".join(plain(words) for shape in sheet.shapes for words in shape_paragraphs(shape))


def _checked(
    data: bytes, called: str, kit: Kit, number: int, origin: Path | None, *, colleagues: bool
) -> Report:
    """What is in a file of ours. The words on a PDF's pages are known from what it was drawn from."""
    wanted = looked_for(kit, origin, colleagues=colleagues)
    try:
        found = exported.check(data, called, wanted, _shown(lay_out(kit, number)))
    except Unreadable as problem:
        raise ExportProblem(problem.sentence) from problem
    return exported.for_colleagues(found) if colleagues else found


def can_write(folder: Path) -> bool:
    """Whether files can be put into a folder that exists."""
    return folder.is_dir() and os.access(folder, os.W_OK)
