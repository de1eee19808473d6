"""What of a text a library has already: people by name or address, other things by their words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presskit.blocks.contacts import Contacts
from presskit.library.consent import refusal
from presskit.library.items import Item, Kind, Piece
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from presskit.library.using import Keepable, keepable, marked
from presskit.model.block import Block
from presskit.model.release import Release
from presskit.text.folding import fold, tokens

_SAME_NAME, _SAME_TEXT = 92, 82  # of 100: from here on it is the same
_LOOKED_AT = 8  # items for each part
_WORDS = 4  # of a text that it is looked for by
_LETTERS = 4_000  # of a text that are compared


class Match(NamedTuple):
    """A part of a block that an item of the library says already. refused: why it must not be used."""

    block: str
    part: str
    item: Item
    refused: str = ""


def matches(release: Release, shelf: Shelf) -> list[Match]:
    """For each part of a release that could be kept, the item that is it; none where that is not sure."""
    found = []
    for block in release.blocks:
        for each in keepable(block, release.language):
            if each.item.version:
                continue  # it came from the library
            item = _likest(each, shelf, release.language)
            if item is not None:
                why = refusal(item.content) if isinstance(item.content, Person) else ""
                found.append(Match(block.id, each.part, item, why))
    return found


def linked(release: Release, found: Iterable[Match]) -> Release:
    """The release that says of these parts which items they are. Its words stay as they are."""
    wanted: dict[str, list[Match]] = {}
    for each in found:
        if not each.refused:
            wanted.setdefault(each.block, []).append(each)
    return release.with_blocks(_linked(block, wanted.get(block.id, [])) for block in release.blocks)


def _linked(block: Block, found: list[Match]) -> Block:
    for each in found:
        block = marked(block, each.part, each.item)
    return block


def _likest(wanted: Keepable, shelf: Shelf, language: str) -> Item | None:
    content = wanted.item.content
    if isinstance(content, Person):
        return _person(content, shelf, language)
    if isinstance(content, Piece) and not isinstance(content.block, Contacts):
        return _piece(wanted.item, content, shelf, language)
    return None


def _person(person: Person, shelf: Shelf, language: str) -> Item | None:
    from rapidfuzz.fuzz import token_sort_ratio

    name = fold(person.name)
    words = tokens(person.name)
    if len(words) < 2 and not person.email:
        return None
    kinds: list[Kind] = ["person"]
    asked = [person.name, *([words[-1]] if words else [])]
    for there in _each(shelf, asked, kinds, language):
        other = there.content
        assert isinstance(other, Person)
        same_mail = bool(person.email.strip()) and person.email.strip().lower() == other.email.strip().lower()
        if same_mail or (len(words) > 1 and token_sort_ratio(name, fold(other.name)) >= _SAME_NAME):
            return there
    return None


def _piece(item: Item, content: Piece, shelf: Shelf, language: str) -> Item | None:
    from rapidfuzz.fuzz import ratio

    said = fold(" ".join(content.block.letters()))[:_LETTERS]
    words = list(dict.fromkeys(tokens(said)))
    if len(words) < _WORDS:
        return None
    long = sorted(words, key=len, reverse=True)[:_WORDS]
    for there in _each(shelf, [" ".join(words[:_WORDS]), " ".join(long[:2])], [item.kind], language):
        if isinstance(there.content, Piece):
            other = fold(" ".join(there.content.block.letters()))[:_LETTERS]
            if ratio(said, other) >= _SAME_TEXT:
                return there
    return None


def _each(shelf: Shelf, asked: Iterable[str], kinds: list[Kind], language: str) -> Iterator[Item]:
    seen: set[str] = set()
    for words in asked:
        for item in shelf.search(words, kinds, language=language, limit=_LOOKED_AT):
            if item.id not in seen:
                seen.add(item.id)
                yield item
