"""The commands that bring in what people already have: import, parts."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from presskit.bringing import Unreadable, kit_of, read_file, recognise
from presskit.cli.stop import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, StopError
from presskit.i18n import _
from presskit.intake.telling import as_json, as_lines
from presskit.storage import files
from presskit.storage.errors import FileProblem


def bring_in(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Text, Markdown, web pages, Word files and others with text."),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="KIT", help="Where to write the kit; else beside the file."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a kit that is there already.")] = False,
) -> None:
    """Make a kit of a text, a web page or a Word file; what has no place in it goes to its inside notes."""
    if out is not None and len(sources) > 1:
        raise StopError(_("-o names one kit, and there are several files: leave it out."), MISUSED)
    worst = 0
    for source in sources:
        target = out if out is not None else source.with_suffix(files.SUFFIX)
        try:
            _bring(source, target, force=force)
        except StopError as stop:
            print(f"presskit: {stop}", file=sys.stderr)
            worst = max(worst, stop.code)
    if worst:
        raise typer.Exit(worst)


def _bring(source: Path, target: Path, *, force: bool) -> None:
    if target.exists() and not force:
        raise StopError(
            _("{file} is there already; use --force to replace it.").format(file=target), IN_THE_WAY
        )
    try:
        made = kit_of(source)
    except Unreadable as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    try:
        files.write(target, made.kit)
    except FileProblem as problem:
        raise StopError(problem.sentence, FAILED) from problem
    release = made.kit.releases[0]
    print(
        _("{file}: {blocks} parts, {words} words; {aside} lines set aside in its inside notes.").format(
            file=target, blocks=len(release.blocks), words=release.word_count(), aside=len(made.aside)
        )
    )


def parts(
    sources: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files to look at.")],
    json: Annotated[
        bool, typer.Option("--json", help="Say it as JSON: one object, or a list for several files.")
    ] = False,
) -> None:
    """Say what is recognized in a text, a web page or a Word file, and write nothing."""
    try:
        if json:
            print(as_json(sources))
            return
        for source in sources:
            print("\n".join(as_lines(recognise(read_file(source)))))
    except Unreadable as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
