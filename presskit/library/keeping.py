"""Saving what a release holds to the library: what can be saved of a block, and what is known of it there."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.paragraph import Paragraph
from presskit.library.items import Item, Organisation, Piece, new_item_id
from presskit.library.people import Person
from presskit.library.problems import ItemMissing
from presskit.library.shelf import Shelf
from presskit.library.using import SPEAKER, WHOLE, keepable, marked, renewed
from presskit.model.block import Block
from presskit.model.kit import Asset, Kit
from presskit.text.folding import tokens

_MOST = 500  # organisations that a form offers


class Offer(NamedTuple):
    """Something of a block that can be saved. item: as it would be kept; kept: as the library has it, where
    the part came from there; namesakes: people of that name whom the library has."""

    part: str
    item: Item
    kept: Item | None = None
    namesakes: tuple[Item, ...] = ()


class Offers(NamedTuple):
    """All that can be saved of a block, and the organisations that it may belong to."""

    block: Block
    found: tuple[Offer, ...]
    organisations: tuple[Item, ...] = ()


def offers(block: Block, language: str, shelf: Shelf) -> Offers:
    """What can be saved of a block of a release in a language. Raises LibraryProblem."""
    organisations = tuple(shelf.search("", ["organisation"], limit=_MOST))
    found = tuple(
        _whole(each.part, each.item, shelf, organisations)
        if each.part == WHOLE
        else _person(each.part, each.item, shelf, organisations)
        for each in keepable(block, language)
    )
    return Offers(block, found, organisations)


def _whole(part: str, item: Item, shelf: Shelf, organisations: Iterable[Item]) -> Offer:
    """A block by itself: the next version of what it came from, or an item of its own."""
    kept = _kept(item, shelf)
    if kept is not None:  # of one that was merged into another, it is a change of that as it is now
        began = item.version if kept.id == item.id else kept.version
        return Offer(part, renewed(kept, replace(item, version=began)), kept)
    new = replace(item, id=new_item_id(), version=0)
    if isinstance(new.content, Piece) and isinstance(new.content.block, Boilerplate):
        owner = _named_in(new.content.block.letters(), organisations)
        new = replace(new, content=replace(new.content, organisation=owner))
    return Offer(part, new)


def _kept(item: Item, shelf: Shelf) -> Item | None:
    """What the library has of it, if that is a block of the same kind: a portrait in a release came from a
    person, and is none itself."""
    if not item.version:
        return None
    try:
        kept = shelf.get(item.id)
        if kept.merged_into:
            kept = shelf.get(kept.merged_into)
    except ItemMissing:  # of another library
        return None
    of_a_kind = (
        isinstance(kept.content, Piece)
        and isinstance(item.content, Piece)
        and type(kept.content.block) is type(item.content.block)
    )
    return kept if of_a_kind else None


def _person(part: str, item: Item, shelf: Shelf, organisations: Iterable[Item]) -> Offer:
    content = item.content
    assert isinstance(content, Person)
    wanted = tokens(content.name)
    there = shelf.search(content.name, ["person"])
    namesakes = tuple(each for each in there if wanted and tokens(each.name) == wanted)
    title = content.titles[0] if content.titles else None
    owner = organisation_called(title.organisation, organisations) if title else ""
    return Offer(part, replace(item, content=replace(content, organisation=owner)), None, namesakes)


def _named_in(texts: Iterable[str], organisations: Iterable[Item]) -> str:
    """The id of the organisation whose full name the words have, the longest where there are several."""
    words = [f" {' '.join(tokens(text))} " for text in texts]
    named = [
        (len(name), each.id)
        for each in organisations
        if isinstance(each.content, Organisation) and (name := " ".join(tokens(each.content.name)))
        if any(f" {name} " in text for text in words)
    ]
    return max(named)[1] if named else ""


def organisation_called(name: str, organisations: Iterable[Item]) -> str:
    """The id of the organisation of that name, written out or short, whatever its case and accents; "" where
    there is none."""
    wanted = tokens(name)
    for each in organisations:
        if not isinstance(each.content, Organisation):
            continue
        if wanted and wanted in (tokens(each.content.name), tokens(each.content.short)):
            return each.id
    return ""


def as_boilerplate(block: Block) -> Block:
    """A paragraph as boilerplate without a heading; any other block as it is."""
    if not isinstance(block, Paragraph):
        return block
    return Boilerplate(id=block.id, text=(block.text,), reference=block.reference, version=block.version)


def pictures_of(items: Iterable[Item], kit: Kit) -> list[Asset]:
    """The pictures that items need and a kit has."""
    names = {name for item in items for name in item.pictures()}
    return [picture for picture in kit.pictures if picture.name in names]


def told(block: Block, kept: Iterable[tuple[str, Item]]) -> Block:
    """The block with where its parts are kept now, as (part, item); rows that are gone since are left out."""
    rows = {f"contact {place}" for place in range(len(getattr(block, "people", ())))}
    for part, item in kept:
        if part in {WHOLE, SPEAKER, *rows}:
            block = marked(block, part, item)
    return block
