"""What `presskit library import` takes in, from each sort of file."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from presskit.cli.shared import as_recorded, spelled
from presskit.cli.stop import MISUSED, UNREADABLE, StopError
from presskit.i18n import _
from presskit.library import exchange, incoming
from presskit.library.columns import FIELDS
from presskit.library.exchange import ExchangeProblem
from presskit.library.incoming import Liking
from presskit.library.items import Item
from presskit.library.shelf import Shelf
from presskit.library.spreadsheet import (
    MOST_BYTES,
    People,
    Table,
    TableProblem,
    guess_columns,
    people,
    read_table,
)
from presskit.library.vcards import read_cards
from presskit.reasons import why_unread

_TABLES = (".csv", ".tsv", ".txt")
_LIKING: dict[str, Liking] = {"leave": "leave", "take": "complete", "apart": "add"}


class Found(NamedTuple):
    """An item that comes in, and what it is to the library: a word."""

    item: Item
    what: str


class Brought(NamedTuple):
    """What a file brings, what of it was kept, and what could not be read, a sentence each."""

    found: list[Found]
    kept: list[Item]
    problems: list[str]


def columns_of() -> str:
    """What a column can be, for the help."""
    return ", ".join(map(spelled, FIELDS))


def bring(shelf: Shelf, path: Path, columns: Sequence[str], existing: str, *, dry_run: bool) -> Brought:
    """Takes a file in. columns: "Column=field". existing: "leave", "take" or "apart", for what is here and
    says something else. Raises StopError, and LibraryProblem."""
    note = _("From {file}").format(file=path.name)
    suffix = path.suffix.lower()
    try:
        if suffix == exchange.SUFFIX:
            package = exchange.read_package(path)
            arrivals = exchange.plan(shelf, package.items)
            kept = (
                [] if dry_run else exchange.take(shelf, arrivals, package, existing, note)  # type: ignore[arg-type]
            )
            return Brought([Found(each.item, each.what) for each in arrivals], kept, list(package.problems))
        if suffix not in {*_TABLES, ".vcf"}:
            told = _("“{file}” cannot be taken in: choose a file that ends in {suffix}, .csv or .vcf.")
            raise StopError(told.format(file=path, suffix=exchange.SUFFIX), MISUSED)
        found = _people(path, columns)
    except (ExchangeProblem, TableProblem) as problem:
        raise StopError(problem.sentence, UNREADABLE) from problem
    planned = incoming.plan(shelf, [row.item for row in found.rows])
    kept = [] if dry_run else incoming.take(shelf, planned, _LIKING[existing], note, found.pictures)
    told = _("Row {number}: {sentence}")
    problems = [told.format(number=each.number, sentence=each.sentence) for each in found.problems]
    return Brought([Found(each.item, each.what) for each in planned], kept, problems)


def _people(path: Path, columns: Sequence[str]) -> People:
    is_cards = path.suffix.lower() == ".vcf"
    try:
        with path.open("rb") as file:
            data = file.read((MOST_BYTES * 5 if is_cards else MOST_BYTES) + 1)
    except OSError as problem:
        told = _("“{file}” cannot be read: {why}.")
        raise StopError(told.format(file=path, why=why_unread(problem)), UNREADABLE) from problem
    if is_cards:
        return read_cards(data)
    table = read_table(data)
    return people(table, {**guess_columns(table.header, table.rows), **_chosen(table, columns)})


def _chosen(table: Table, columns: Sequence[str]) -> dict[int, str]:
    found = {}
    for each in columns:
        name, sign, typed = each.rpartition("=")
        field = as_recorded(typed)
        names = [header.casefold() for header in table.header]
        if not sign or field not in FIELDS or name.strip().casefold() not in names:
            told = _("--map: “{word}” does not fit; columns are {columns}, and fields {fields}.")
            columns_there = ", ".join(table.header)
            raise StopError(told.format(word=each, columns=columns_there, fields=columns_of()), MISUSED)
        found[names.index(name.strip().casefold())] = field
    return found
