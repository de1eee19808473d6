"""The command that tells what was issued of a kit, and whether a file is as it was sent."""

from pathlib import Path
from typing import Annotated, Any

import typer

from presskit.cli.shared import AsJson, say, say_json
from presskit.cli.stop import FAILED, UNREADABLE, StopError
from presskit.i18n import _, ngettext
from presskit.issuing import found_in
from presskit.model.issued import Issued, SentFile
from presskit.storage import files
from presskit.storage.errors import FileProblem


def issued(
    kit: Annotated[Path, typer.Argument(metavar="KIT", help="The kit.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Files that may have been sent.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell which versions of a release were issued, with their files and hashes; or whether files are as they
    were sent: the exit code is 1 where one is not."""
    try:
        opened = files.read(kit)
    except FileProblem as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    if opened.problem is not None:
        say(opened.problem.sentence)
    versions = opened.kit.issued
    if not paths:
        if as_json:
            say_json([_record(each) for each in versions])
        else:
            print("\n\n".join(map(_text, versions)) or _("Nothing was issued of this kit."))
        return
    told: list[dict[str, Any]] = []
    worst = 0
    for path in paths:
        try:
            found = found_in(opened.kit, path)
        except FileProblem as problem:
            say(problem.sentence)
            worst = UNREADABLE
            continue
        worst = max(worst, 0 if found else FAILED)
        told.append(
            {
                "file": str(path),
                "issued": [{**_about(each), "name": file.name} for each, file in found],
            }
        )
        if not as_json:
            print(*(_same(path, each, file) for each, file in found) if found else (_other(path),), sep="\n")
    if as_json:
        say_json(told)
    if worst:
        raise typer.Exit(worst)


def _same(path: Path, version: Issued, file: SentFile) -> str:
    told = _("{file}: as it was issued in version {version} ({language}), {when}, as {name}")
    return told.format(
        file=path, version=version.version, language=version.language, when=_when(version), name=file.name
    )


def _other(path: Path) -> str:
    return _("{file}: not as it was issued").format(file=path)


def _text(version: Issued) -> str:
    head = _("Version {version} ({language}), {when}").format(
        version=version.version, language=version.language, when=_when(version)
    )
    lines = [head]
    if version.correction:
        lines.append(_("  Correction: {note}").format(note=" ".join(version.correction.split())))
    for each in version.files:
        size = ngettext("{size} byte", "{size} bytes", each.size).format(size=each.size)
        lines += [f"  {each.name}  ({size})", f"    SHA-256 {each.sha256}"]
    return "\n".join(lines)


def _when(version: Issued) -> str:
    return version.when.isoformat(sep=" ", timespec="minutes")


def _about(version: Issued) -> dict[str, Any]:
    return {
        "version": version.version,
        "language": version.language,
        "when": version.when.isoformat(),
        "correction": version.correction,
    }


def _record(version: Issued) -> dict[str, Any]:
    listed = [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in version.files]
    return {**_about(version), "files": listed}
