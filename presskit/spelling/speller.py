"""A dictionary for a language: which words it has, and what a misspelt one may have meant."""

import re
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from presskit import assets
from presskit.text.languages import fallbacks

_HYPHEN = re.compile(r"[-\u2010\u2011]")
_CURLY = str.maketrans("’ʼ", "''", "\u00ad")
# What may stand before a name: French, Catalan and Portuguese elisions. After it: the English possessive.
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s$", re.IGNORECASE)


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


def has_dictionary(language: str) -> bool:
    """Whether words of a language (BCP 47) can be checked here."""
    return is_installed() and bool(dictionary_for(language))


class Speller:
    """One dictionary, read when it is made: some 100 ms, and 20 MiB."""

    def __init__(self, name: str) -> None:
        from hunspell import Hunspell

        folder = Path(str(assets.resource("dictionaries")))
        self._dictionary: Any = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        self._told: dict[str, bool] = {}

    def is_right(self, word: str, known: frozenset[str] = frozenset()) -> bool:
        """Whether a word is spelt as the dictionary or the words `known` have it. A word of the list in lower
        case stands for one in capitals, too; one with a hyphen is right when all its parts are."""
        letters = word.translate(_CURLY)
        if self._has(letters) or _is_known(letters, known):
            return True
        parts = _HYPHEN.split(letters)
        return len(parts) > 1 and all(self._has(part) or _is_known(part, known) for part in parts)

    def suggestions(self, word: str, most: int = 6) -> tuple[str, ...]:
        """What may have been meant, the likeliest first, with the apostrophes of the word; some 0.1 s."""
        found = (str(each) for each in self._dictionary.suggest(word.translate(_CURLY)))
        curly = "’" in word or "'" not in word
        fitting = (each.replace("'", "’") if curly else each for each in found)
        return tuple(dict.fromkeys(each for each in fitting if each != word))[:most]

    def _has(self, word: str) -> bool:
        told = self._told.get(word)
        if told is None:
            if len(self._told) > 100_000:  # of a kit as long as a book
                self._told.clear()
            told = self._told[word] = bool(self._dictionary.spell(word))
        return told


def _is_known(word: str, known: frozenset[str]) -> bool:
    if not known:
        return False
    bare = _ELISION.sub("", word, count=1) if _ELISION.match(word) else word
    for each in (word, bare, _POSSESSIVE.sub("", word), _POSSESSIVE.sub("", bare)):
        if each in known or (each[:1].isupper() and each.lower() in known):
            return True
    return False


class Spellers:
    """The dictionaries that were read so far; one for all kits of a window."""

    def __init__(self) -> None:
        self._read: dict[str, Speller] = {}

    def get(self, language: str) -> Speller | None:
        """The speller for a language (BCP 47), read on first use; None where there is none."""
        if not has_dictionary(language):
            return None
        name = dictionary_for(language)
        if name not in self._read:
            self._read[name] = Speller(name)
        return self._read[name]
