"""Which of the items that a search may show come first, and what was meant by a word that is not there."""

from collections.abc import Iterable, Sequence

from presskit.library.indexed import Candidate
from presskit.text.languages import primary

_MOST_MEANT = 6  # words that one misspelled word may stand for


def ranked(found: Iterable[Candidate], terms: Sequence[str], language: str) -> list[Candidate]:
    """The candidates, each once: whose name is what is wanted, begins so, has words that begin so, then
    others; among equals the language's own first, and the latest changed."""
    whole = " ".join(terms)
    tongue = primary(language) if language else ""
    distinct = {each.id: each for each in found}

    def place(each: Candidate) -> tuple[int, bool, int]:
        words = each.folded.split()
        if each.folded == whole:
            level = 0
        elif each.folded.startswith(whole):
            level = 1
        elif words and terms and words[-1].startswith(terms[0]):
            level = 2  # people are looked for by their family names
        elif all(any(word.startswith(term) for word in words) for term in terms):
            level = 3
        elif any(word.startswith(term) for word in words for term in terms):
            level = 4
        else:
            level = 5
        foreign = bool(tongue and each.language and primary(each.language) != tongue)
        return level, foreign, -each.seq

    return sorted(distinct.values(), key=place)


class Vocabulary:
    """The words of all names, to find those that are almost what was typed."""

    def __init__(self) -> None:
        self.last = 0  # the id of the last word taken in
        self._words: list[str] = []
        self._cut: dict[int, list[str]] = {}

    def take(self, rows: Iterable[Sequence[object]]) -> None:
        """Takes in words: their ids, which grow, and themselves."""
        for number, word in rows:
            self.last = max(self.last, int(str(number)))
            self._words.append(str(word))
            self._cut.clear()

    def meant(self, typed: str) -> list[str]:
        """Beginnings of words that are spelled almost as `typed`, the nearest first: one letter more, less,
        other or two swapped in four letters to seven, two in longer ones."""
        if len(typed) < 4:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        allowed = 1 if len(typed) < 8 else 2
        near = extract(
            typed, self._beginnings(len(typed)), scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_MEANT
        )
        return [word for word, _distance, _place in near if word != typed]

    def _beginnings(self, length: int) -> list[str]:
        """All words cut to about a length, so that half a word can be compared."""
        if length not in self._cut:
            cut = {word[:size] for word in self._words for size in (length, length + 1, length - 1)}
            self._cut[length] = sorted(each for each in cut if len(each) >= length - 1)
        return self._cut[length]
