"""The words of a language: which a dictionary has, and what a misspelt one may have meant."""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from presskit import assets
from presskit.spelling.dictionary import Dictionary
from presskit.text.languages import fallbacks, primary

_HYPHEN = re.compile(r"[-\u2010\u2011]")
_CURLY = str.maketrans("’ʼ", "''", "\u00ad")
# What may stand before a name: French, Catalan and Portuguese elisions. After it: the English possessive.
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s$", re.IGNORECASE)
_MOST_TOLD = 100_000  # words kept of a kit as long as a book


class Source(Protocol):
    """What knows the words of a dictionary; asked for many at once, since it may be another process."""

    def has(self, words: Sequence[str]) -> list[bool]:
        """Which of the words it has, in their order."""

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""


@cache
def is_installed() -> bool:
    """Whether the library that reads dictionaries is there."""
    return find_spec("hunspell") is not None


@cache
def _table() -> dict[str, str]:
    return dict(tomllib.loads(assets.read("dictionaries/dictionaries.toml").decode())["languages"])


def dictionary_for(language: str) -> str:
    """The name of the dictionary that serves a language (BCP 47), or nothing."""
    table = _table()
    return next((table[tag] for tag in fallbacks(language) if tag in table), "")


@cache
def _lists() -> dict[str, frozenset[str]]:
    found = tomllib.loads(assets.read("dictionaries/trade.toml").decode())
    return {name: frozenset(words.split()) for name, words in found.items()}


def trade_words(language: str) -> frozenset[str]:
    """Words of the trade that the dictionary of a language (BCP 47) lacks."""
    return _lists().get(primary(language), frozenset())


def dictionary_languages() -> tuple[str, ...]:
    """A language (BCP 47) for each dictionary."""
    found = {name: language for language, name in reversed(_table().items()) if name}
    return tuple(found.values())


def has_dictionary(language: str) -> bool:
    """Whether words of a language (BCP 47) can be checked here."""
    return is_installed() and bool(dictionary_for(language))


class Speller:
    """Judges words by one dictionary, and remembers what it said."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._told: dict[str, bool] = {}
        self._suggested: dict[str, list[str]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Asks the dictionary for all of these words at once that it was not asked for before."""
        wanted: dict[str, None] = {}
        for word in words:
            letters = word.translate(_CURLY)
            for each in (letters, *_HYPHEN.split(letters)):
                if each not in self._told:
                    wanted[each] = None
        if len(self._told) + len(wanted) > _MOST_TOLD:
            self._told.clear()
        if wanted:
            self._told.update(zip(wanted, self._source.has(list(wanted)), strict=True))

    def is_right(self, word: str, known: frozenset[str] = frozenset()) -> bool:
        """Whether a word is spelt as the dictionary or the words `known` have it. A word of the list in lower
        case stands for one in capitals, too; one with a hyphen is right when all its parts are."""
        letters = word.translate(_CURLY)
        if self._has(letters) or _is_known(letters, known):
            return True
        parts = _HYPHEN.split(letters)
        if len(parts) > 2 or (len(parts) == 2 and parts[1]):
            parts = parts[1:] if parts[0].lower() in _lists()["before"] else parts
            return all(self._has(part) or _is_known(part, known) for part in parts)
        return False

    def suggested(self, word: str) -> tuple[str, ...] | None:
        """The suggestions for a word, where they were sought before."""
        return self.suggestions(word) if word.translate(_CURLY) in self._suggested else None

    def suggestions(self, word: str, most: int = 6) -> tuple[str, ...]:
        """What may have been meant, the likeliest first, with the apostrophes of the word; some 0.1 s."""
        letters = word.translate(_CURLY)
        if letters not in self._suggested:
            self._suggested[letters] = self._source.suggest(letters)
        curly = "’" in word or "'" not in word
        fitting = (each.replace("'", "’") if curly else each for each in self._suggested[letters])
        return tuple(dict.fromkeys(each for each in fitting if each != word))[:most]

    def _has(self, word: str) -> bool:
        if word not in self._told:
            self.learn([word])
        return self._told[word]


def _is_known(word: str, known: frozenset[str]) -> bool:
    if not known:
        return False
    bare = _ELISION.sub("", word, count=1) if _ELISION.match(word) else word
    for each in (word, bare, _POSSESSIVE.sub("", word), _POSSESSIVE.sub("", bare)):
        if each in known or (each[:1].isupper() and each.lower() in known):
            return True
    return False


class Spellers:
    """The spellers that were asked for so far; one for all kits of a window. source: what knows the words of
    the dictionary of a name."""

    def __init__(self, source: Callable[[str], Source] = Dictionary) -> None:
        self._source = source
        self._made: dict[str, Speller] = {}

    def get(self, language: str) -> Speller | None:
        """The speller for a language (BCP 47), made on first use; None where there is none."""
        if not has_dictionary(language):
            return None
        name = dictionary_for(language)
        if name not in self._made:
            self._made[name] = Speller(self._source(name))
        return self._made[name]
