"""The misspelt words of blocks, and the words that a kit knows by itself."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.model.block import Block
from presskit.model.fields import questions
from presskit.model.kit import Kit
from presskit.spelling.speller import Speller
from presskit.spelling.words import judged
from presskit.text.runs import Paragraphs, rich


class Miss(NamedTuple):
    """A misspelt word: the paragraph of its field, from 0, and where in it, counted in characters."""

    paragraph: int
    start: int
    end: int
    word: str


Misses = dict[str, tuple[Miss, ...]]
"""By the path of the field in its block ("text", "items/2/sentence"); fields without a miss are left out."""


def texts(record: object, before: str = "") -> Iterator[tuple[str, Paragraphs]]:
    """The rich texts of a record and of its rows, with the paths of their fields."""
    kind: type = type(record)
    for question in questions(kind):
        answer: Any = getattr(record, question.name)
        path = before + question.name
        match question.ask.form:
            case "rich":
                yield path, (answer,)
            case "paragraphs":
                yield path, answer
            case "rows":
                for number, row in enumerate(answer):
                    yield from texts(row, f"{path}/{number}/")
            case _:
                pass


def check(
    blocks: Iterable[Block], language: str, speller: Speller, known: frozenset[str]
) -> dict[str, Misses]:
    """The misspelt words of each block, by its id. known: words that are right besides the dictionary's."""
    found: dict[str, Misses] = {}
    for block in blocks:
        misses = found[block.id] = {}
        for path, paragraphs in texts(block):
            here = tuple(
                Miss(number, start, end, word)
                for number, paragraph in enumerate(paragraphs)
                for start, end, word in judged(paragraph, language)
                if not speller.is_right(word, known)
            )
            if here:
                misses[path] = here
    return found


def names(kit: Kit) -> frozenset[str]:
    """The words of the names that a kit knows: of speakers, contacts, sources and issuers. Each is there as
    it is written and, where it has a hyphen, in its parts."""
    found: set[str] = set()
    for release in kit.releases:
        named = [*release.brand.issuers, release.dateline.city, release.dateline.region]
        for block in release.blocks:
            match block:
                case Quote():
                    named += [block.speaker.name, block.speaker.description, block.speaker.title, block.named]
                case Contacts():
                    named += [each for person in block.people for each in (person.name, person.organisation)]
                case Statistics():
                    named += [each for source in block.sources for each in (source.who, source.sponsor)]
                case _:
                    pass
        for name in named:
            for _start, _end, word in judged(rich(name), release.language):
                straight = word.replace("’", "'")
                if straight[:1].isupper():
                    found |= {straight, *straight.split("-")}
    return frozenset(found)


def known_words(kit: Kit, more: Iterable[str] = ()) -> frozenset[str]:
    """All that is right in a kit besides the dictionary: its names, its own list, and `more`."""
    listed = {word.replace("’", "'") for word in (*kit.words, *more)}
    return names(kit) | listed
