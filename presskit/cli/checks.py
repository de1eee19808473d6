"""The command that judges a release before it goes out: check."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from presskit.bounded import Unreadable
from presskit.check.telling import as_data, as_sarif, lines
from presskit.checking import (
    ALL,
    Brought,
    Finding,
    Judge,
    known_of,
    open_stops,
    passed,
    passing,
    read_text,
    stopping,
    told_once,
)
from presskit.cli.shared import at_hand, say
from presskit.cli.stop import FAILED, MISUSED, UNREADABLE, StopError
from presskit.i18n import _, ngettext
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.kit import Kit
from presskit.model.profile import Profile, profile, profile_names, profile_over
from presskit.reasons import why_unread
from presskit.session import Session
from presskit.storage import files
from presskit.storage.errors import FileProblem

_MOST_TOLD = 12  # sentences of what stops a kit
_MOST_PROFILE = 256 * 1024  # bytes of a profile of one's own


class _Judged(NamedTuple):
    """What was found in a release of a file."""

    path: Path
    kit: Kit
    number: int
    findings: tuple[Finding, ...]


def check(
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Kits, or texts, web pages and Word files.")
    ],
    house: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar="P",
            help=f"House style in the place of the kit's own: {', '.join(profile_names())}; or a file of "
            "yours in TOML that is laid over one.",
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON, one list for all files.")] = False,
    sarif: Annotated[bool, typer.Option("--sarif", help="Say it as SARIF 2.1.0.")] = False,
    rules: Annotated[bool, typer.Option("--explain", help="Say why, below each finding.")] = False,
) -> None:
    """Judge releases: what stops them from going to reporters, and what is worth putting right. Exit code 1
    when something stops one."""
    if as_json and sarif:
        raise StopError(_("--json and --sarif do not go together."), MISUSED)
    style = _style(house)
    judged: list[_Judged] = []
    worst = 0
    for path in sources:
        try:
            judged += _judge(path, style)
        except StopError as stop:
            say(str(stop))
            worst = max(worst, stop.code)
    if sarif:
        print(
            json.dumps(
                as_sarif((str(each.path), each.kit, each.number, each.findings) for each in judged),
                ensure_ascii=False,
                indent=2,
            )
        )
    elif as_json:
        told = [_record(each) for each in judged]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_told(each, explain=rules)) for each in judged))
    if any(open_stops(each.kit, each.findings) for each in judged):
        worst = max(worst, FAILED)
    if worst:
        raise typer.Exit(worst)


def cleared(kit: Kit, path: Path, reason: str, numbers: Iterable[int]) -> Kit:
    """The kit of a file, its releases of these numbers ready to be written for reporters: as it is where
    nothing stops that, else with the reason, which is saved in the file too. Raises StopError where
    something stops it and there is no reason, or the file cannot be saved."""
    where = [(kit.releases[number].language, each) for number in numbers for each in stopping(kit, number)]
    found = [each for _language, each in where]
    if not found:
        return kit
    if not reason.strip():
        told = ngettext(
            "{file} is not for reporters yet: a check stops it.",
            "{file} is not for reporters yet: {count} checks stop it.",
            len(found),
        )
        told += " " + _("Put it right, or say why it goes all the same with --reason.")
        named = len(kit.releases) > 1
        words = [
            _("{language}: {found}").format(language=language, found=each.words) if named else each.words
            for language, each in where
        ]
        listed = "".join(f"\npresskit:   {each}" for each in told_once(words, _MOST_TOLD))
        raise StopError(told.format(file=path.name, count=len(found)) + listed, FAILED)
    try:
        session = Session.open(path)  # as a window saves: locked, and never over what somebody else saved
        try:
            session.edit_kit(_("Send it all the same"), lambda now: passing(now, found, "overridden", reason))
            session.save()
        finally:
            session.close()
    except FileProblem as problem:
        raise StopError(problem.sentence, FAILED) from problem
    return passing(kit, found, "overridden", reason)


def _style(given: str) -> Profile | None:
    if not given:
        return None
    if given in profile_names():
        return profile(given)
    path = Path(given)
    if path.suffix.lower() != ".toml":
        told = _("--profile: there is no house style “{name}”; choose from {offered}, or name a .toml file.")
        raise StopError(told.format(name=given, offered=", ".join(profile_names())), MISUSED)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_PROFILE + 1)
        _within_bounds(data)
        return profile_over("ap", data.decode("utf-8"), path.stem)
    except (OSError, ValueError) as problem:
        reason = why_unread(problem) if isinstance(problem, OSError) else str(problem)
        told = _("The house style “{file}” cannot be used: {why}. Put it right, or leave --profile out.")
        raise StopError(told.format(file=path, why=reason), UNREADABLE) from problem


def _within_bounds(data: bytes) -> None:
    if len(data) > _MOST_PROFILE:
        raise ValueError(_("it is too large"))


def _judge(path: Path, style: Profile | None) -> list[_Judged]:
    kit, brought = _kit(path)
    judge = Judge(style)
    judged = []
    with at_hand([kit]) as shelf:
        for number in range(len(kit.releases)):
            found = judge.judge(kit, number, known=_known(shelf, kit, number), brought=brought)
            told = tuple(each for each in found if not passed(kit, each))
            judged.append(_Judged(path, kit, number, told))
    return judged


def _known(shelf: Shelf | None, kit: Kit, number: int) -> Any:
    try:
        return known_of(shelf, kit, number)
    except LibraryProblem as problem:
        say(problem.sentence)
        return known_of(None, kit, number)


def _kit(path: Path) -> tuple[Kit, Brought | None]:
    if path.suffix.lower() == files.SUFFIX:
        try:
            opened = files.read(path)
        except FileProblem as problem:
            raise StopError(problem.sentence, UNREADABLE) from problem
        if opened.problem is not None:
            say(opened.problem.sentence)
        return opened.kit, None
    try:
        looked = read_text(path)
    except Unreadable as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    return looked.kit, looked.brought


def _told(judged: _Judged, *, explain: bool) -> list[str]:
    kit, number, found = judged.kit, judged.number, judged.findings
    release = kit.releases[number]
    stops = len(open_stops(kit, found))
    head = judged.path.name if len(kit.releases) == 1 else f"{judged.path.name} ({release.language})"
    if not found:
        return [_("{file}: nothing found.").format(file=head)]
    counted = ngettext("{count} finding", "{count} findings", len(found)).format(count=len(found))
    stopped = (
        ngettext("{count} stops it", "{count} stop it", stops).format(count=stops)
        if stops
        else _("nothing stops it")
    )
    told = lines(kit, number, found)
    return [f"{head}: {counted}, {stopped}.", *(_explained(told) if explain else told)]


def _explained(told: Sequence[str]) -> list[str]:
    by_id = {f"[{rule.id}]": rule for rule in ALL}
    found = []
    for line in told:
        found.append(line)
        if rule := by_id.get(line.rpartition("  ")[2]):
            found.append(f"      {_(rule.why)} ({rule.source}, {rule.year})")
    return found


def _record(judged: _Judged) -> dict[str, Any]:
    kit, number, found = judged.kit, judged.number, judged.findings
    return {
        "file": str(judged.path),
        "language": kit.releases[number].language,
        "profile": kit.releases[number].profile,
        "stops": len(open_stops(kit, found)),
        "findings": as_data(kit, number, found),
    }
