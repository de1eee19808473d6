"""How hard a text is to read, in the languages for which there is a measure."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from presskit.text.languages import primary
from presskit.text.sentences import sentences

if TYPE_CHECKING:
    from pyphen import Pyphen

_MEASURED = frozenset(["en"])
_FEWEST = 40  # words: of less, a grade says nothing
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def grade(paragraphs: list[str], language: str) -> float | None:
    """The school grade that reads a text with ease (Kincaid et al. 1975, "Derivation of new readability
    formulas for Navy enlisted personnel"); None for a language without a measure, or a text of a few words.
    The first takes some 30 ms, for the library's patterns of syllables."""
    if primary(language) not in _MEASURED:
        return None
    words = [word for text in paragraphs for word in _WORD.findall(text)]
    if len(words) < _FEWEST:
        return None
    count = sum(len(sentences(text)) for text in paragraphs)
    syllables = sum(map(_syllables, map(str.lower, words)))
    return round(max(0.39 * len(words) / count + 11.8 * syllables / len(words) - 15.59, 0.0), 1)


@cache
def _hyphens() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="en_US", left=1, right=1)


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    return len(_hyphens().positions(word)) + 1
