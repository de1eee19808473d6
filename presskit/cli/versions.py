"""The command that tells which versions are kept with a kit."""

from pathlib import Path
from typing import Annotated, Any

import typer

from presskit.cli.shared import AsJson, say, say_json
from presskit.cli.stop import UNREADABLE, StopError
from presskit.i18n import _, ngettext
from presskit.model.locale_words import here
from presskit.model.release import Release
from presskit.snapshots import Kept, thawed
from presskit.storage import files
from presskit.storage.errors import FileProblem


def versions(
    kit: Annotated[Path, typer.Argument(metavar="KIT", help="The kit.")], as_json: AsJson = False
) -> None:
    """Tell which versions are kept with a kit: when, under which name, and with how many words."""
    try:
        opened = files.read(kit)
    except FileProblem as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    if opened.problem is not None:
        say(opened.problem.sentence)
    if as_json:
        say_json([_record(each) for each in opened.kit.kept])
        return
    lines = [_line(each) for each in opened.kit.kept]
    print("\n".join(lines) or _("No versions are kept with this kit."))


def _read(version: Kept) -> tuple[Release, ...]:
    """What a version says; nothing, and it is told, where that cannot be read."""
    try:
        return thawed(version)
    except FileProblem as problem:
        say(problem.sentence)
        return ()


def _line(version: Kept) -> str:
    when = here(version.when).isoformat(sep=" ", timespec="minutes")
    name = version.name or _("Automatic")
    releases = _read(version)
    if not releases:
        return _("{when}  {name}: cannot be read").format(when=when, name=name)
    count = sum(release.word_count() for release in releases)
    told = ngettext("{when}  {name} ({count} word)", "{when}  {name} ({count} words)", count)
    return told.format(when=when, name=name, count=count)


def _record(version: Kept) -> dict[str, Any]:
    releases = [
        {"language": each.language, "title": each.title(), "words": each.word_count()}
        for each in _read(version)
    ]
    return {"when": version.when.isoformat(), "name": version.name, "releases": releases}
