"""`presskit library add`."""

import datetime
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.cli.shared import Address, AsJson, as_recorded, opened, show, spelled
from presskit.cli.stop import MISUSED, UNREADABLE, StopError
from presskit.i18n import _
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.keeping import pictures_of
from presskit.library.people import Person, Title
from presskit.library.shelf import Shelf
from presskit.library.using import keepable
from presskit.model.block import Block
from presskit.storage import files
from presskit.storage.errors import FileProblem
from presskit.text.runs import rich


def add(
    kind: Annotated[
        str,
        typer.Argument(help="person, organization, boilerplate or statistic; or leave it out with --from."),
    ] = "",
    name: Annotated[str, typer.Option(help="Name of a person or organization.")] = "",
    short: Annotated[str, typer.Option(help="Short name of an organization.")] = "",
    website: Annotated[str, typer.Option(help="Website of an organization.")] = "",
    role: Annotated[str, typer.Option(help="Role of a person.")] = "",
    organisation: Annotated[
        str, typer.Option("--organization", "--organisation", help="Organization of a person.")
    ] = "",
    phone: Annotated[str, typer.Option(help="Phone of a person.")] = "",
    email: Annotated[str, typer.Option(help="E-mail of a person.")] = "",
    heading: Annotated[str, typer.Option(help="Heading of a boilerplate.")] = "",
    text: Annotated[str, typer.Option(help="Text of a boilerplate; - reads it from the input.")] = "",
    figure: Annotated[str, typer.Option(help="Figure of a statistic, such as 44%.")] = "",
    sentence: Annotated[str, typer.Option(help="Sentence that the figure begins.")] = "",
    source: Annotated[str, typer.Option(help="Who found the figure.")] = "",
    study: Annotated[str, typer.Option(help="Title of the study.")] = "",
    year: Annotated[str, typer.Option(help="When the study came out.")] = "",
    link: Annotated[str, typer.Option(help="Where the study can be read.")] = "",
    language: Annotated[str, typer.Option(help="Language, such as es-MX; none for any.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="A tag. May be repeated.")] = None,
    owner: Annotated[str, typer.Option(help="Who keeps it current.")] = "",
    good_until: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Last day it may be used.")] = "",
    from_kit: Annotated[
        Path | None, typer.Option("--from", help="Add boilerplate, people and figures of this kit instead.")
    ] = None,
    as_json: AsJson = False,
    library: Address = "",
) -> None:
    """Add an item, or all that a kit holds for reuse."""
    if from_kit is not None:
        with opened(library) as shelf:
            show(_from_kit(from_kit, shelf), as_json=as_json)
        return
    paragraphs = (sys.stdin.read() if text == "-" else text).strip().splitlines()
    figures = (Figure(figure=figure, sentence=rich(sentence)),) if figure or sentence else ()
    sources = (Source(who=source, title=study, when=year, link=link),) if source or study or link else ()
    block = Boilerplate(
        id="kept", heading=heading, text=tuple(rich(each) for each in paragraphs if each.strip())
    )
    titles = (Title(role=role, organisation=organisation),) if role or organisation else ()
    person = Person(name=name, titles=titles, phone=phone, email=email)
    known: dict[str, tuple[bool, str, Any]] = {
        "person": (bool(name.strip()), "--name", person),
        "organisation": (
            bool(name.strip()),
            "--name",
            Organisation(name=name, short=short, website=website),
        ),
        "boilerplate": (bool(block.text), "--text", Piece(block=block)),
        "statistic": (
            bool(figures),
            "--figure",
            Piece(block=Statistics(id="kept", items=figures, sources=sources)),
        ),
    }
    if as_recorded(kind) not in known:
        told = _("“{kind}” cannot be added: choose one of {kinds}, or name a kit after --from.")
        raise StopError(told.format(kind=kind, kinds=", ".join(map(spelled, known))), MISUSED)
    has_enough, option, content = known[as_recorded(kind)]
    if not has_enough:
        raise StopError(
            _("{option} is missing: say it to add the {kind}.").format(option=option, kind=kind), MISUSED
        )
    item = replace(
        item_of(content, language), tags=tuple(tag or ()), owner=owner, good_until=_day(good_until)
    )
    with opened(library) as shelf:
        show([shelf.add(item)], as_json=as_json)


def _from_kit(path: Path, shelf: Shelf) -> list[Item]:
    """Keeps what a kit holds for reuse; people and boilerplate whom the library has by name are left out."""
    try:
        kit = files.read(path).kit
    except FileProblem as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    found: dict[tuple[str, str], Item] = {}
    for release in kit.releases:
        for block in release.blocks:
            for each in keepable(block, release.language):
                reused = isinstance(each.item.content, Person) or _is_reused(block)
                if reused and not (each.part == "" and block.reference):
                    found.setdefault((each.item.kind, each.item.name.casefold()), each.item)
    fresh = [
        item
        for item in found.values()
        if not any(
            there.name.casefold() == item.name.casefold() for there in shelf.search(item.name, [item.kind])
        )
    ]
    note = _("From {file}").format(file=path.name)
    return shelf.add_all([(item, note) for item in fresh], pictures_of(fresh, kit))


def _is_reused(block: Block) -> bool:
    return isinstance(block, Boilerplate | Statistics)


def _day(given: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(given) if given else None
    except ValueError as problem:
        told = _("--good-until: “{word}” is no day; write it as 2027-05-31.")
        raise StopError(told.format(word=given), MISUSED) from problem
