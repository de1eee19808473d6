"""What may have been meant by a word that no item says, in a library of any size.

Each word is kept under keys: of its first four letters, each three in their order ("mechlin": mec, meh, mch,
ech). A word with one of these letters wrong, left out, doubled or swapped with the next still has one of the
keys, so that a few of the words are to be compared, and not all.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

SHORTEST = 4  # letters of a word that is taken for misspelled
_MOST = 12  # beginnings of words that one misspelled word may stand for
_MOST_LEARNT = 5_000  # words of an item


def learnt(words: Iterable[str]) -> list[str]:
    """Those of an item's folded words that another may stand for: long enough, and no numbers."""
    found = (each for each in words if len(each) >= SHORTEST and not any(map(str.isdigit, each)))
    return list(islice(found, _MOST_LEARNT))


def keys(word: str) -> list[str]:
    """The keys under which words that begin almost so are kept."""
    first = word[:SHORTEST]
    return sorted({first[:place] + first[place + 1 :] for place in range(len(first))})


def learning(said: str) -> str:
    """The statement that gives the keys and words that `spelled` does not have yet. said: one that gives
    words. See `keys`."""
    return (
        f"WITH given (word) AS ({said}), known AS (SELECT word FROM given WHERE NOT EXISTS "  # noqa: S608 - ours
        "(SELECT 1 FROM spelled WHERE key = substr(given.word, 1, 3) AND spelled.word = given.word)) "
        "SELECT substr(word, 1, 3), word FROM known UNION SELECT substr(word, 2, 3), word FROM known UNION "
        "SELECT substr(word, 1, 1) || substr(word, 3, 2), word FROM known UNION "
        "SELECT substr(word, 1, 2) || substr(word, 4, 1), word FROM known"
    )


def meant(typed: str, words: Iterable[str]) -> Sequence[str]:
    """Beginnings of the words that are spelled almost as `typed`, the nearest first: one letter more, less,
    other or two swapped in four letters to seven, two in longer ones."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    size = len(typed)
    cut = {word[:end] for word in words for end in (size, size + 1, size - 1)}
    cut.discard(typed)
    near = extract(
        typed,
        sorted(each for each in cut if len(each) >= size - 1),
        scorer=OSA.distance,
        score_cutoff=1 if size < 8 else 2,
        limit=None,
    )
    near.sort(key=lambda each: (each[1], each[0][0] != typed[0], -len(each[0])))
    return [each[0] for each in near[:_MOST]]
