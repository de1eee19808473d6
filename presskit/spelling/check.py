"""The misspelt words of blocks, and the words that a kit knows by itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from presskit.blocks.quote import Quote
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.search import paragraphs_of, texts
from presskit.spelling.speller import Speller, Spellers
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


def prose(block: Block) -> Iterator[tuple[str, Paragraphs]]:
    """The texts of a block that a dictionary can judge, with the paths of their fields: all but names,
    numbers and addresses."""
    for path, question, answer in texts(block):
        if question.ask.holds == "words":
            yield path, paragraphs_of(question, answer)


def check(
    blocks: Sequence[Block], language: str, speller: Speller, known: frozenset[str]
) -> dict[str, Misses]:
    """The misspelt words of each block, by its id. known: words that are right besides the dictionary's."""
    read = [
        (block.id, path, list(_words(paragraphs, language)))
        for block in blocks
        for path, paragraphs in prose(block)
    ]
    speller.learn({word for _block, _path, words in read for _number, _start, _end, word in words})
    found: dict[str, Misses] = {block.id: {} for block in blocks}
    for block_id, path, words in read:
        if here := tuple(Miss(*each) for each in words if not speller.is_right(each[3], known)):
            found[block_id][path] = here
    return found


def _words(paragraphs: Paragraphs, language: str) -> Iterator[tuple[int, int, int, str]]:
    for number, paragraph in enumerate(paragraphs):
        for start, end, word in judged(paragraph, language):
            yield number, start, end, word


def names(kit: Kit) -> frozenset[str]:
    """The words of the names that a kit knows: of speakers, contacts, sources and issuers. Each is there as
    it is written and, where it has a hyphen, in its parts."""
    found: set[str] = set()
    for release in kit.releases:
        named = [*release.brand.issuers, release.dateline.city, release.dateline.region]
        for block in release.blocks:
            named += [answer for _path, question, answer in texts(block) if question.ask.holds == "name"]
            if isinstance(block, Quote):  # the names of groups among the words
                named.append(block.speaker.description)
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


class Round(NamedTuple):
    """What a check of a release found: the blocks looked at, their misses, and the language and the words
    that they were held against."""

    blocks: tuple[Block, ...]
    found: dict[str, Misses]
    standard: tuple[str, frozenset[str]]


def look_through(
    spellers: Spellers,
    kit: Kit,
    number: int,
    more: frozenset[str],
    standard: tuple[str, frozenset[str]],
    checked: dict[str, Block],
) -> Round:
    """Checks the blocks of a release that changed since they were `checked`, or all when words became known
    or the language is another than in `standard`. more: words that are right besides the kit's."""
    release = kit.releases[number]
    known = known_words(kit, more)
    now = (release.language, known)
    blocks = tuple(block for block in release.blocks if now != standard or checked.get(block.id) is not block)
    speller = spellers.get(release.language)
    assert speller is not None, "asked for a language that has no dictionary"
    return Round(blocks, check(blocks, release.language, speller, known), now)


def listed(word: str) -> str:
    """A word as lists keep it: with straight apostrophes, without soft hyphens."""
    return word.replace("’", "'").replace("\u00ad", "")
