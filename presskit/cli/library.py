"""The commands about the library: search, list, add, export, import, backup, check."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from presskit.blocks.statistics import Statistics
from presskit.cli.adding import add
from presskit.cli.bringing import Brought, bring, columns_of
from presskit.cli.shared import (
    Address,
    AsJson,
    address_of,
    as_recorded,
    opened,
    record_of,
    say,
    say_json,
    show,
    spelled,
)
from presskit.cli.stop import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, StopError
from presskit.i18n import _
from presskit.library import backup as copying
from presskit.library.exchange import SUFFIX, export_items
from presskit.library.items import KINDS, Item, Kind, Piece
from presskit.library.opening import is_server
from presskit.library.people import Person
from presskit.model.locale_words import alphabetical, day

app = typer.Typer(
    help="Boilerplate, people and figures for reuse: look for them, add, hand over, take in and keep safe.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command()(add)

Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help=f"Only of this kind: {', '.join(map(spelled, KINDS))}. May be repeated."),
]


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    kind: Kinds = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 20,
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """Look for items by their names and words; accents, case and slips of the keys do not matter."""
    kinds = _kinds(kind)
    with opened(library) as shelf:
        show(shelf.search(" ".join(words), kinds, limit=limit), as_json=as_json)


@app.command(name="list")
def list_items(
    kind: Kinds = None,
    retired: Annotated[
        bool, typer.Option("--retired", help="Those that are no longer offered instead.")
    ] = False,
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """List all items, by kind and name."""
    kinds = _kinds(kind)
    order = list(KINDS)
    with opened(library) as shelf:
        found = list(shelf.everything(kinds, retired=retired))
    show(sorted(found, key=lambda item: (order.index(item.kind), alphabetical(item.name))), as_json=as_json)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help=f"Where to write; {SUFFIX} is added where it is missing.")],
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Items, by their ids; else all.")
    ] = None,
    private: Annotated[
        bool,
        typer.Option(
            "--private", help="Private people and those who limited or withdrew their consent, too."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """Write items to one file, to hand to another organization."""
    path = file if file.name.endswith(SUFFIX) else file.with_name(file.name + SUFFIX)
    if path.exists() and not force:
        told = _("{file} is there already; use --force to replace it.")
        raise StopError(told.format(file=path), IN_THE_WAY)
    with opened(library) as shelf:
        kept, left = export_items(shelf, path, ids or (), private=private)
    if as_json:
        say_json({"file": str(path), "items": [item.id for item in kept], "left_out": left})
        return
    print(path)
    for name in left:
        told = _("{name} was left out: a private person, or consent is limited or withdrawn (see --private).")
        say(told.format(name=name))


@app.command(name="import")
def import_file(
    file: Annotated[Path, typer.Argument(help=f"A {SUFFIX}, .csv or .vcf file.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come in; change nothing.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help=f"What a column is: {columns_of()}."),
    ] = None,
    existing: Annotated[
        str,
        typer.Option(
            help="What to do with what is here already and says something else: leave, take, or apart."
        ),
    ] = "leave",
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """Take in a library handed over as a file, or people from a table or address book."""
    if existing not in {"leave", "take", "apart"}:
        told = _("--existing: “{word}” is none of leave, take and apart.")
        raise StopError(told.format(word=existing), MISUSED)
    with opened(library) as shelf:
        brought = bring(shelf, file, columns or [], existing, dry_run=dry_run)
    if as_json:
        say_json(
            {
                "done": not dry_run,
                "items": [{**record_of(each.item), "what": each.what} for each in brought.found],
                "kept": [item.id for item in brought.kept],
                "problems": brought.problems,
            }
        )
        return
    _say_brought(brought, dry_run=dry_run)


def _say_brought(brought: Brought, *, dry_run: bool) -> None:
    for each in brought.found:
        print(f"{each.what}\t{each.item.name}\t{each.item.about}")
    for problem in brought.problems:
        say(problem)
    if dry_run:
        say(_("Nothing was changed."))
    else:
        say(_("{count} kept.").format(count=len(brought.kept)))


@app.command()
def backup(
    restore: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Bring the copy of that day back instead.")
    ] = "",
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """Make a dated copy of the library now, and list all there are."""
    path = _file(library)
    if restore:
        copy = next((each for each in copying.copies(path) if each.day.isoformat() == restore), None)
        if copy is None:
            told = _("There is no copy of {day}: presskit library backup lists those that there are.")
            raise StopError(told.format(day=restore), MISUSED)
        aside = copying.restore(path, copy.path)
        if as_json:
            say_json({"restored": str(copy.path), "aside": str(aside)})
        else:
            print(
                _("{copy} is the library now; what it was before is {aside}.").format(
                    copy=copy.path, aside=aside
                )
            )
        return
    if not path.is_file():
        told = _("There is no library “{file}” yet: add something to it first.")
        raise StopError(told.format(file=path), UNREADABLE)
    copying.back_up(path)
    found = copying.copies(path)
    if as_json:
        say_json(
            [{"file": str(each.path), "day": each.day.isoformat(), "items": each.items} for each in found]
        )
        return
    for each in found:
        print(f"{each.day.isoformat()}\t{each.items}\t{each.path}")


@app.command()
def check(as_json: AsJson = False, library: Address = "") -> None:
    """Say whether the library is sound, and what in it needs a look: items past their date, consent
    withdrawn, figures without a source."""
    address = address_of(library)
    wrong = [] if is_server(address) or not Path(address).exists() else copying.check(Path(address))
    remarks: list[str] = []
    counts: dict[str, int] = {}
    if not wrong:
        with opened(library) as shelf:
            counts = {str(kind): count for kind, count in shelf.counts().items()}
            remarks = [remark for item in shelf.everything() for remark in _remarks(item)]
    if as_json:
        say_json({"library": address, "damaged": wrong, "items": counts, "remarks": remarks})
    else:
        for sentence in (*wrong, *remarks):
            print(sentence)
        for kind, count in counts.items():
            print(f"{kind}\t{count}")
    if wrong:
        raise typer.Exit(FAILED)


def _remarks(item: Item) -> Iterator[str]:
    if item.good_until and item.is_past(datetime.date.today()):
        told = _("{name} ({id}) was good until {day}.")
        yield told.format(name=item.name, id=item.id, day=day(item.good_until))
    if isinstance(item.content, Person) and item.content.consent.withdrawn:
        yield _("{name} ({id}) withdrew their consent.").format(name=item.name, id=item.id)
    block = item.content.block if isinstance(item.content, Piece) else None
    if isinstance(block, Statistics) and not any(each.who or each.title for each in block.sources):
        yield _("{name} ({id}) has no source.").format(name=item.name, id=item.id)


def _file(given: str) -> Path:
    """The library's file; a server keeps copies of its own."""
    address = address_of(given)
    if is_server(address):
        told = _("A team’s library is copied by whoever keeps its server: ask them for a backup.")
        raise StopError(told, MISUSED)
    return Path(address)


def _kinds(given: list[str] | None) -> tuple[Kind, ...]:
    for name in given or ():
        if as_recorded(name) not in KINDS:
            told = _("--kind: “{name}” is none of {kinds}.")
            raise StopError(told.format(name=name, kinds=", ".join(map(spelled, KINDS))), MISUSED)
    wanted = {as_recorded(name) for name in given or ()}
    return tuple(kind for kind in KINDS if kind in wanted)
