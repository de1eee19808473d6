"""Which of the items that a search may show come first."""

from collections.abc import Iterable, Sequence

from presskit.library.indexed import Candidate, Terms
from presskit.text.languages import primary

_ALL = 3  # the level of those in whose names all words are


def ranked(
    found: Iterable[Candidate], terms: Sequence[str], language: str, doubts: Terms = ()
) -> list[Candidate]:
    """The candidates, each once: whose name is what is wanted, begins so, has words that begin so, then
    others; among equals the language's own first, and the latest changed.

    doubts: of each term, what it may have meant. Where not all of what was typed is in the names, those come
    first in whose names all is that may have been meant.
    """
    whole = " ".join(terms)
    exact = [(term,) for term in terms]
    tongue = primary(language) if language else ""
    distinct = {each.id: each for each in found}

    def place(each: Candidate) -> tuple[int, int, bool, int]:
        words = each.folded.split()
        doubtful = 0
        if each.folded == whole:
            level = 0
        elif each.folded.startswith(whole):
            level = 1
        else:
            level = _level(words, exact)
            if level > _ALL and doubts:
                doubtful = _level(words, doubts)
        foreign = bool(tongue and each.language and primary(each.language) != tongue)
        return level, doubtful, foreign, -each.seq

    return sorted(distinct.values(), key=place)


def _level(words: Sequence[str], terms: Terms) -> int:
    """How well the words of a name fit, from 2."""
    if words and terms and words[-1].startswith(tuple(terms[0])):
        return 2  # people are looked for by their family names
    fit = [any(word.startswith(tuple(group)) for word in words) for group in terms]
    return _ALL if all(fit) else 4 if any(fit) else 5
