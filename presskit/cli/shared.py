"""What the commands about the library share: which one, how it is opened, and how items are printed."""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from presskit.cli.stop import FAILED, MISUSED, StopError
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.opening import in_use, is_server, open_library
from presskit.library.problems import ItemMissing, LibraryProblem
from presskit.library.shelf import Shelf
from presskit.library.using import carried
from presskit.model.kit import Kit
from presskit.settings import SettingsFile

Address = Annotated[
    str,
    typer.Option(
        "--library",
        metavar="FILE|URL",
        help="Which library: a file, or the address of a PostgreSQL server; else PRESSKIT_LIBRARY, or the "
        "one that the window uses.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON.")]


def address_of(given: str) -> str:
    """The address of the library that is meant."""
    store = SettingsFile()
    return given or in_use(store.load().library, store.library_path)


@contextmanager
def opened(given: str) -> Iterator[Shelf]:
    """The library; what it cannot do ends the command with its sentence."""
    try:
        shelf = open_library(address_of(given))
        try:
            if shelf.read_only:
                say(shelf.read_only)
            yield shelf
        finally:
            shelf.close()
    except ItemMissing as problem:
        raise StopError(problem.sentence, MISUSED) from problem
    except LibraryProblem as problem:
        raise StopError(problem.sentence, FAILED) from problem


@contextmanager
def at_hand(kits: Iterable[Kit]) -> Iterator[Shelf | None]:
    """The library in use, to ask who agreed to what; None where it cannot have anything to say: there is
    none, or nobody in it limited or withdrew consent and the kits carry nothing of it. One that cannot be
    asked is told, for the kits work without."""
    address = address_of("")
    if not any(any(carried(kit)) for kit in kits) and not has_guarded(address):
        yield None
        return
    try:
        shelf = open_library(address)
    except LibraryProblem as problem:
        say(_("Consent was not checked. {why}").format(why=problem.sentence))
        yield None
        return
    try:
        yield shelf
    finally:
        shelf.close()


def has_guarded(address: str) -> bool:
    """Whether a library may have people who limited or withdrew their consent: looked up in a file without
    what opening it would load; true of a server, which is asked."""
    if is_server(address):
        return True
    path = Path(address).absolute()
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM items WHERE guarded LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return True  # whoever opens it says what is wrong


def spelled(name: str) -> str:
    """A name of the record, as it is typed and shown in American English."""
    return name.replace("organisation", "organization")


def as_recorded(typed: str) -> str:
    """The record's name of what was typed; either spelling will do."""
    return typed.replace("organization", "organisation")


def show(found: list[Item], *, as_json: bool) -> None:
    """Prints items, a line each or as JSON."""
    if as_json:
        say_json([record_of(item) for item in found])
        return
    for item in found:
        print(f"{item.id}\t{item.kind}\tv{item.version}\t{item.name}\t{item.about}")


def record_of(item: Item) -> dict[str, Any]:
    """What is said of an item as JSON."""
    return {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "about": item.about,
        "version": item.version,
        "language": item.language,
        "tags": list(item.tags),
        "owner": item.owner,
        "good_until": item.good_until.isoformat() if item.good_until else None,
    }


def say_json(value: Any) -> None:
    """Prints a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def say(sentence: str) -> None:
    """Prints a sentence beside what is printed for other programs."""
    print(f"presskit: {sentence}", file=sys.stderr)
