"""The command line: everything but the window, with no Qt installed.

Exit codes: 0 done; 1 something could not be written or set, or is not fit to be sent; 2 the command was
misused; 3 a file could not be read; 4 a file is there already and --force was not given.
"""

import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self

import typer
from typer.main import get_command

from presskit import __version__, exporting
from presskit.bounded import Unreadable
from presskit.cli import checks, intake, issued, library, versions
from presskit.cli.languages import numbers_of
from presskit.cli.shared import at_hand
from presskit.cli.stop import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, StopError
from presskit.cli.tongue import speak_help
from presskit.export import FORMATS, format_named
from presskit.export.errors import ExportProblem
from presskit.i18n import _
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.kit import Kit
from presskit.model.profilewords import missed
from presskit.reasons import why
from presskit.settings import territory
from presskit.storage import files
from presskit.storage.errors import FileProblem, NewerFormat, shown
from presskit.templates import TEMPLATES, new_kit
from presskit.verify import pdf, report
from presskit.verify.internal import internal

_SHOW_PROGRESS = 2  # files; fewer are done before a bar could be read

app = typer.Typer(
    help="Assemble press releases and export them. Without a command the window opens; presskit KIT opens "
    "that kit in it.",
    epilog="Exit codes: 0 done; 1 something could not be written, or is not fit to be sent; 2 misused; "
    "3 a file could not be read; 4 a file is there already.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(library.app, name="library")
app.command("import")(intake.bring_in)
app.command("parts")(intake.parts)
app.command("check")(checks.check)
app.command("issued")(issued.issued)
app.command("versions")(versions.versions)


def run_command(words: list[str]) -> int:
    """Runs the command line; returns the exit code. Errors are one sentence each on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without the letters of a file's name
            stream.reconfigure(errors="backslashreplace")
    try:
        command = get_command(app)
        speak_help(command)
        code = command(args=words, prog_name="presskit", standalone_mode=False)
    except StopError as stop:
        _say(str(stop))
        return stop.code
    except typer.Abort:
        _say(_("canceled"))
        return FAILED
    except OSError as problem:  # what was to be read is read, so this is the output's
        _say(_("the output cannot be written: {why}.").format(why=why(problem)))
        return FAILED
    except Exception as problem:
        if not hasattr(problem, "format_message"):
            raise
        _say(problem.format_message())  # the framework's own: an unknown command or option
        return MISUSED
    return code if isinstance(code, int) else 0  # typer hands back what Exit was given


def _show_version(asked: bool) -> None:
    if asked:
        print(f"presskit {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    pass


@app.command()
def export(
    kits: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Kits to export.")],
    to: Annotated[
        str, typer.Option(help=f"Formats, with commas between: {', '.join(each.id for each in FORMATS)}.")
    ] = "docx,pdf",
    language: Annotated[
        str, typer.Option(help="Languages of each kit, with commas between, such as en,es-MX; else all.")
    ] = "",
    out: Annotated[Path | None, typer.Option(help="Folder to write to; else beside each kit.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
    system_fonts: Annotated[
        bool,
        typer.Option(
            "--system-fonts", help="Let fonts of this computer stand in for characters that ours lack."
        ),
    ] = False,
    reason: Annotated[
        str,
        typer.Option(help="Why it goes to reporters although a check stops it; kept in the kit."),
    ] = "",
) -> None:
    """Write the release in each kit as Word, PDF or plain text, or copies of its photos; a kit in several
    languages in each of them."""
    names = [name.strip().lower() for name in to.split(",") if name.strip()]
    unknown = [name for name in names if format_named(name) is None]
    if unknown or not names:
        offered = ", ".join(kind.id for kind in FORMATS)
        raise StopError(
            _("--to: there is no format “{name}”; choose from {offered}.").format(
                name=", ".join(unknown), offered=offered
            ),
            MISUSED,
        )
    if out is not None:
        _make_folder(out)
    worst = 0
    planned: list[_Job] = []
    taken: set[str] = set()
    for path in {os.path.realpath(each): each for each in kits}.values():
        try:
            kit = _read(path)
            numbers = numbers_of(kit, path, language)
            jobs = _jobs(kit, path, numbers, out, names)
            _check_free([job.target for job in jobs], taken, force=force)
            if not all(kind.internal for kind in FORMATS if kind.id in names):
                cleared = checks.cleared(kit, path, reason, numbers)
                jobs = [job._replace(kit=cleared) for job in jobs]
        except StopError as stop:
            _say(str(stop))
            worst = max(worst, stop.code)
        else:
            taken.update(os.path.realpath(job.target) for job in jobs)
            planned += jobs
    with at_hand([job.kit for job in planned]) as shelf, _Progress(len(planned)) as progress:
        for job in planned:
            try:
                wrong = _write(job, shelf, system_fonts=system_fonts)
            except StopError as stop:
                progress.pause()
                _say(str(stop))
                worst = max(worst, stop.code)
            else:
                progress.wrote(job.target)
                if wrong:
                    _say(f"{job.target.name}: {wrong}")
    if worst:
        raise typer.Exit(worst)


@app.command()
def new(
    file: Annotated[Path, typer.Argument(help="Where to write the kit.")],
    template: Annotated[
        str, typer.Option(help="What it begins with: " + ", ".join(TEMPLATES) + ".")
    ] = "release",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
) -> None:
    """Make a new kit."""
    if template not in TEMPLATES:
        offered = ", ".join(TEMPLATES)
        raise StopError(
            _("There is no template “{name}”; choose from {offered}.").format(name=template, offered=offered),
            MISUSED,
        )
    if not file.name or stat.S_ISDIR(_mode(file)):
        raise StopError(_("“{file}” is not the name of a file.").format(file=file), MISUSED)
    path = file if file.suffix.lower() == files.SUFFIX else file.with_name(file.name + files.SUFFIX)
    if _mode(path) and not force:
        raise StopError(
            _("{file} is there already; use --force to replace it.").format(file=path), IN_THE_WAY
        )
    try:
        files.write(path, new_kit(template, territory()))
    except FileProblem as problem:
        raise StopError(problem.sentence, FAILED) from problem
    print(path)


@app.command()
def text(file: Annotated[Path, typer.Argument(help="The kit.")]) -> None:
    """Print the release as plain text, in each of its languages."""
    kind = format_named("text")
    assert kind is not None
    kit = _read(file)
    with at_hand([kit]) as shelf:
        try:
            for number in range(len(kit.releases)):
                exporting.check_consent(kit, number, shelf)
        except (ExportProblem, LibraryProblem) as problem:
            raise StopError(problem.sentence, FAILED) from problem
    texts = (exporting.export_bytes(kit, number, kind) for number in range(len(kit.releases)))
    sys.stdout.buffer.write(b"\n\n".join(texts))
    sys.stdout.buffer.flush()


@app.command()
def verify(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="PDF and Word files.")],
    kit: Annotated[
        Path | None, typer.Option(help="The kit they were made from, to look for its notes and approvals.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON, one list for all files.")] = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Print a PDF's words in the order that a screen reader has.")
    ] = False,
) -> None:
    """Say what a reporter would receive: words, tags, fonts, and what is hidden in PDF and Word files."""
    if as_json and as_text:
        raise StopError(_("--json and --text do not go together."), MISUSED)
    wanted = exporting.looked_for(_read(kit), kit) if kit else internal()
    told: list[dict[str, Any]] = []
    worst = 0
    for number, path in enumerate(paths):
        try:
            data = report.file_bytes(path)
            if as_text:
                sys.stdout.write(pdf.reading_order(data, path.name))
                continue
            found = report.read(data, path.name, wanted)
        except Unreadable as problem:
            _say(problem.sentence)
            worst = UNREADABLE
            continue
        worst = max(worst, FAILED if found.verdict in {"stop", "broken"} else 0)
        if as_json:
            told.append(report.as_data(found, str(path)))
        else:
            print("\n" * (number > 0) + "\n".join(report.lines(found, path.name)))
    if as_json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    if worst:
        raise typer.Exit(worst)


def _read(path: Path) -> Kit:
    try:
        opened = files.read(path)
    except FileProblem as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    if isinstance(opened.problem, NewerFormat):
        told = _(
            "“{file}” was saved by a newer version ({made_by}), so what this one would write could lack "
            "parts of it: update PressKit, then try again."
        )
        said = told.format(file=shown(path), made_by=shown(opened.problem.made_by))
        raise StopError(said, UNREADABLE)
    if opened.problem is not None:
        _say(opened.problem.sentence)
    for said in dict.fromkeys(filter(None, map(missed, opened.kit.releases))):
        _say(said)
    return opened.kit


def _make_folder(folder: Path) -> None:
    """Makes the folder that exports go to, unless it is there."""
    if (mode := _mode(folder)) and not stat.S_ISDIR(mode):
        told = _("“{folder}” is a file, not a folder: name another folder after --out.")
        raise StopError(told.format(folder=shown(folder)), FAILED)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        told = _("The folder “{folder}” cannot be made, because {reason}: name another one after --out.")
        raise StopError(told.format(folder=shown(folder), reason=why(problem)), FAILED) from problem


def _mode(path: Path) -> int:
    """What is at a path, as the system has it; 0 for nothing, and where nothing can be."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _check_free(targets: Iterable[Path], taken: set[str], *, force: bool) -> None:
    """Nothing is written over unasked, and no kit over another one of the same call."""
    for target in targets:
        if os.path.realpath(target) in taken:
            told = _("{file}: another kit of that name is exported to the same folder.").format(file=target)
            raise StopError(told, IN_THE_WAY)
        if _mode(target) and not force:
            told = _("{file} is there already; use --force to replace it.").format(file=target)
            raise StopError(told, IN_THE_WAY)


class _Job(NamedTuple):
    """A file to write: a release of the kit in the file `origin`, in the format of that name."""

    kit: Kit
    number: int
    name: str
    target: Path
    origin: Path


def _jobs(kit: Kit, path: Path, numbers: list[int], out: Path | None, names: list[str]) -> list[_Job]:
    """A file for each of these releases and formats."""
    stem = path.stem if path.suffix.lower() == files.SUFFIX else path.name
    folder = out if out is not None else path.parent
    return [_Job(kit, *each, path) for each in exporting.planned(kit, numbers, stem, folder, names)]


def _write(job: _Job, shelf: Shelf | None, *, system_fonts: bool) -> str:
    """Writes one file; returns what is wrong with it all the same. shelf: who agreed to what."""
    kit, number, name, target, origin = job
    try:
        done = exporting.export(
            kit, number, name, target, system_fonts=system_fonts, origin=origin, shelf=shelf
        )
        return exporting.trouble(done)
    except ExportProblem as problem:
        ways = _(" Add --system-fonts to do so.") if problem.offers else ""
        raise StopError(f"{target.name}: {problem.sentence}{ways}", FAILED) from problem
    except (FileProblem, LibraryProblem) as problem:
        raise StopError(problem.sentence, FAILED) from problem


class _Progress:
    """Names each file as it is written; on a terminal, a bar when there are several."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._advance: Callable[[], None] | None = None
        self._stop: Callable[[], None] | None = None

    def __enter__(self) -> Self:
        if self._total > _SHOW_PROGRESS and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            bar = Progress(console=Console(stderr=True), transient=True)
            bar.start()
            task = bar.add_task(_("Exporting"), total=self._total)
            self._advance, self._stop = lambda: bar.advance(task), bar.stop
        return self

    def wrote(self, path: Path) -> None:
        """One more is done."""
        self.pause()
        print(path)
        if self._advance:
            self._advance()

    def pause(self) -> None:
        """Keeps what is printed above the bar."""
        sys.stdout.flush()

    def __exit__(self, *_problem: object) -> None:
        if self._stop:
            self._stop()


def _say(sentence: str) -> None:
    print(f"presskit: {sentence}", file=sys.stderr)
