"""A library, or some of its items, as one file to hand to another organisation, and such a file taken in.

The file is a zip as a kit is (see `presskit.storage.container`): `mimetype`, `library.json`, `assets/…`.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from presskit import __version__
from presskit.blocks.quote import Quote
from presskit.i18n import _, ngettext
from presskit.library.consent import hidden_names, refusal
from presskit.library.items import Item, Piece
from presskit.library.people import Person
from presskit.library.problems import ItemMissing, ItemUnreadable, LibraryProblem
from presskit.library.records import read, written
from presskit.library.shelf import Shelf
from presskit.model.kit import Asset
from presskit.reasons import why_unread
from presskit.storage import files
from presskit.storage.container import MAX_FILE, MEGABYTE, Form, contents, packed
from presskit.storage.errors import Damaged, FileProblem, NotAKit, TooLarge

SUFFIX = ".presskit-library"
FORMAT = 1
_FORM = Form("application/vnd.presskit-library+zip", "library.json", 256 * MEGABYTE, 20_000)
_MOST = 200_000  # items


class ExchangeProblem(LibraryProblem):
    """A file of a library cannot be written or read."""


class Package(NamedTuple):
    """Items of a file with their pictures. problems: what could not be read of it, a sentence each."""

    items: tuple[Item, ...]
    pictures: tuple[Asset, ...]
    problems: tuple[str, ...] = ()


What = Literal["new", "same", "differs"]
Differing = Literal["leave", "take", "apart"]
"""What to do with an item that is here already and says something else there: leave mine, take theirs as its
next version, or keep theirs beside it as an item of its own."""


class Arrival(NamedTuple):
    """An item of a package, what it is to the library, and the one that is there already."""

    item: Item
    what: What
    there: Item | None = None


# --- out


def export_items(
    shelf: Shelf, path: Path, ids: Collection[str] = (), *, private: bool = False
) -> tuple[list[Item], list[str]]:
    """Writes items, or with no ids all that are on offer, and the organisations that they name, to a file.
    Returns those that are in it, and the names of those that were left out: people whose consent is withdrawn
    or limited and quotes of theirs, unless `private`. What staff note for themselves never goes along:
    owners, and what was agreed with somebody for their safety.

    Raises ExchangeProblem, and other LibraryProblems when the library cannot be read.
    """
    wanted = [shelf.get(each) for each in dict.fromkeys(ids)] if ids else list(shelf.everything())
    there = {item.id for item in wanted}
    for item in tuple(wanted):
        owner = "" if not isinstance(item.content, Piece | Person) else item.content.organisation
        if owner and owner not in there:
            there.add(owner)
            try:
                wanted.append(shelf.get(owner))
            except ItemMissing:
                continue  # it names what is gone
    guarded = {state.id for state in shelf.guarded()}
    kept = [item for item in wanted if private or not _is_guarded(item, guarded)]
    left = [item.name for item in wanted if item not in kept]
    names = dict.fromkeys(name for item in kept for name in item.pictures())
    pictures = [asset for name in names if (asset := shelf.picture(name))]
    raw = {
        "format": FORMAT,
        "made_by": f"PressKit {__version__}",
        "items": [{"id": item.id, **_record(item)} for item in sorted(kept, key=lambda item: item.id)],
    }
    try:
        data = packed(msgspec.json.format(msgspec.json.encode(raw), indent=1) + b"\n", pictures, path, _FORM)
        files.write_whole(path, data)
    except TooLarge as problem:
        told = _("“{file}” was not written, because {detail}: hand over fewer items at a time.")
        raise ExchangeProblem(told.format(file=path, detail=problem.detail)) from problem
    except FileProblem as problem:
        raise ExchangeProblem(problem.sentence) from problem
    return kept, left


def _is_guarded(item: Item, guarded: Collection[str]) -> bool:
    if isinstance(item.content, Person):
        person = item.content
        return person.consent.private or bool(refusal(person) or hidden_names(person))
    block = item.content.block if isinstance(item.content, Piece) else None
    return isinstance(block, Quote) and block.speaker.reference in guarded


def _bare(item: Item) -> Item:
    """An item without what staff note for themselves."""
    content = item.content
    if isinstance(content, Person):
        content = replace(content, consent=replace(content.consent, record=()))
    return replace(
        item, owner="", content=content, version=0, changed=None, changed_by="", retired=False, merged_into=""
    )


def _record(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(written(_bare(item)))
    return found


# --- in


def read_package(path: Path) -> Package:
    """The items in a file. It is not trusted: sizes are bounded, nothing in it is followed or fetched, and
    an item that does not fit is left out and told. Raises ExchangeProblem."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as problem:
        told = _("“{file}” cannot be read: {why}.")
        raise ExchangeProblem(told.format(file=path, why=why_unread(problem))) from problem
    try:
        record, pictures, lost = contents(data, path, _FORM)
    except NotAKit as problem:
        told = _("“{file}” is not a library but {what}: choose a file that ends in {suffix}.")
        raise ExchangeProblem(told.format(file=path, what=problem.what, suffix=SUFFIX)) from problem
    except (Damaged, TooLarge) as problem:
        told = _("“{file}” was not taken in, because {detail}: ask for the file again.")
        raise ExchangeProblem(told.format(file=path, detail=problem.detail)) from problem
    found, problems = _items(record, path)
    if lost:
        told = ngettext("{count} picture in it is damaged.", "{count} pictures in it are damaged.", len(lost))
        problems.append(told.format(count=len(lost)))
    return Package(tuple(found), pictures, tuple(problems))


def _items(record: bytes, path: Path) -> tuple[list[Item], list[str]]:
    told = _("“{file}” was not taken in, because {detail}: ask for the file again.")
    try:
        raw = msgspec.json.decode(record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ExchangeProblem(told.format(file=path, detail=_("its record is not JSON"))) from problem
    if not isinstance(raw, dict) or not isinstance(raw.get("items"), list) or len(raw["items"]) > _MOST:
        raise ExchangeProblem(told.format(file=path, detail=_("its record has no items")))
    if type(raw.get("format")) is not int or raw["format"] > FORMAT:
        newer = _("“{file}” was written by a newer PressKit: update this one to take it in.")
        raise ExchangeProblem(newer.format(file=path))
    found: dict[str, Item] = {}
    problems: list[str] = []
    for number, each in enumerate(raw["items"], 1):
        name = each.get("id") if isinstance(each, dict) else None
        if not isinstance(name, str) or not 0 < len(name) <= 64 or not name.isalnum() or name in found:
            problems.append(_("Item {number} has no name of its own and was left out.").format(number=number))
            continue
        rest = {key: value for key, value in each.items() if key != "id"}
        try:
            found[name] = _bare(read(name, msgspec.json.encode(rest)))
        except ItemUnreadable as problem:
            problems.append(_("Item {number}: {detail}").format(number=number, detail=problem.sentence))
    return list(found.values()), problems


def plan(shelf: Shelf, items: Iterable[Item]) -> list[Arrival]:
    """What items that come in are to a library, in their order. Raises LibraryProblem."""
    wanted = list(items)
    ids = [each for item in wanted for each in (item.id, _apart(item).id)]
    known = shelf.states(ids)
    found = []
    for item in wanted:
        if item.id not in known:
            found.append(Arrival(item, "new"))
            continue
        there = shelf.get(item.id)
        seen = _said_before(shelf, there, item) or _apart(item).id in known
        found.append(Arrival(item, "same" if seen else "differs", there))
    return found


def _said_before(shelf: Shelf, there: Item, item: Item) -> bool:
    """Whether the library says so, or did in an earlier version and has moved on since."""
    said = written(_bare(item))
    if written(_bare(there)) == said:
        return True
    earlier = (shelf.version(there.id, each.version) for each in shelf.versions(there.id)[1:])
    return any(written(_bare(each)) == said for each in earlier)


def take(
    shelf: Shelf, arrivals: Sequence[Arrival], package: Package, differing: Differing, note: str = ""
) -> list[Item]:
    """Keeps what comes in, all or none; returns what is new or changed. What staff here noted of an item
    stays with it. Raises LibraryProblem."""
    wanted: list[Item] = []
    for item, what, there in arrivals:
        if what == "new":
            wanted.append(item)
        elif what == "differs" and differing == "apart":
            wanted.append(_apart(item))
        elif what == "differs" and differing == "take" and there is not None:
            wanted.append(_taken(there, item))
    names = {name for item in wanted for name in item.pictures()}
    pictures = [asset for asset in package.pictures if asset.name in names]
    return shelf.add_all([(item, note) for item in wanted], pictures)


def _taken(there: Item, item: Item) -> Item:
    content = item.content
    if isinstance(content, Person) and isinstance(there.content, Person):
        record = there.content.consent.record
        content = replace(content, consent=replace(content.consent, record=record))
    return replace(there, content=content, language=item.language, tags=item.tags, good_until=item.good_until)


def _apart(item: Item) -> Item:
    """The same as an item of its own, whose id depends on what it says: taken in twice, it is there once."""
    told = hashlib.sha256(f"{item.id}\n{written(_bare(item))}".encode()).hexdigest()[:16]
    return replace(item, id=told)
