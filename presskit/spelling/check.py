"""The misspelt words of blocks, and the words that a kit knows by itself."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from presskit.blocks.quote import Quote
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.search import paragraphs_of, texts
from presskit.spelling.speller import Spellers, dictionary_languages, trade_words
from presskit.spelling.words import judged
from presskit.text.languages import primary
from presskit.text.runs import Paragraphs, RichText, rich


class Miss(NamedTuple):
    """A misspelt word: the paragraph of its field, from 0, and where in it, counted in characters. language:
    that of the paragraph (BCP 47), where it is not the release's."""

    paragraph: int
    start: int
    end: int
    word: str
    language: str = ""


Misses = dict[str, tuple[Miss, ...]]
"""By the path of the field in its block ("text", "items/2/sentence"); fields without a miss are left out."""


_ALIKE = 0.75  # part of a name and of a misspelt word that is the same
_TELLING = 4  # letters at least of a word that may have been meant to be a name
_PASSAGE = 6  # words at least of a paragraph whose language is guessed
_FOREIGN, _AT_HOME, _UNREAD = 0.5, 0.34, 0.7  # parts of its words that are misspelt: many, few, most


def prose(block: Block) -> Iterator[tuple[str, Paragraphs]]:
    """The texts of a block that a dictionary can judge, with the paths of their fields: all but names,
    numbers and addresses."""
    for path, question, answer in texts(block):
        if question.ask.holds == "words":
            yield path, paragraphs_of(question, answer)


def check(
    blocks: Sequence[Block], language: str, spellers: Spellers, known: frozenset[str]
) -> dict[str, Misses]:
    """The misspelt words of each block, by its id. known: words that are right besides the dictionary's.

    A paragraph that is plainly in another language than the release is held against that one's dictionary.
    """
    speller = spellers.get(language)
    assert speller is not None, "asked for a language that has no dictionary"
    known_here = known | trade_words(language)
    read = [
        (block.id, path, number, text, list(judged(text, language)))
        for block in blocks
        for path, paragraphs in prose(block)
        for number, text in enumerate(paragraphs)
    ]
    speller.learn({word for *_where, words in read for _start, _end, word in words})
    found: dict[str, Misses] = {block.id: {} for block in blocks}
    for block_id, path, number, text, words in read:
        misses = [Miss(number, *each) for each in words if not speller.is_right(each[2], known_here)]
        if len(words) >= _PASSAGE and len(misses) > len(words) * _FOREIGN:
            misses = _in_another(number, text, language, spellers, known, misses)
        if misses:
            found[block_id][path] = (*found[block_id].get(path, ()), *misses)
    return found


def _in_another(
    number: int, text: RichText, language: str, spellers: Spellers, known: frozenset[str], misses: list[Miss]
) -> list[Miss]:
    """The misses of a paragraph in the language that it is in, if that is another than the release's, in
    which it has these misses; none where hardly a word of it is right in any language known here."""
    words = list(judged(text, language))
    for other in dictionary_languages():
        speller = spellers.get(other) if primary(other) != primary(language) else None
        if speller is None:
            continue
        known_there = known | trade_words(other)
        speller.learn({word for _start, _end, word in words})
        there = [Miss(number, *each, other) for each in words if not speller.is_right(each[2], known_there)]
        if len(there) < len(words) * _AT_HOME:
            return there
    return [] if len(misses) > len(words) * _UNREAD else misses


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


def nearby(word: str, known: frozenset[str]) -> list[str]:
    """The names and listed words that a misspelt one may have meant, the likeliest first."""
    letters = listed(word)
    alike = [
        each
        for each in known
        if abs(len(each) - len(letters)) <= 2 and each[:1].casefold() == letters[:1].casefold()
    ]
    found = get_close_matches(letters, sorted(alike), n=2, cutoff=_ALIKE) if len(letters) >= _TELLING else []
    return [each.replace("'", "’") for each in found]


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
    return Round(blocks, check(blocks, release.language, spellers, known), now)


def listed(word: str) -> str:
    """A word as lists keep it: with straight apostrophes, without soft hyphens."""
    return word.replace("’", "'").replace("\u00ad", "")
