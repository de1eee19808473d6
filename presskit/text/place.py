"""Finding the same place in two settings of one text, whatever was done to its spaces, breaks and marks."""

import re
from bisect import bisect_right
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_NEAR = (24, 14, 8, 5)  # letters on both sides that are compared, most first


class Letters(NamedTuple):
    """The letters and figures of a text without anything between them. begins, stands: where each word
    begins in them, and where it stands in the text."""

    letters: str
    begins: tuple[int, ...]
    stands: tuple[int, ...]


def letters_of(text: str) -> Letters:
    """Prepares a text to be searched by `place_of`."""
    words, begins, stands, length = [], [], [], 0
    for found in _WORD.finditer(text):
        words.append(found.group())
        begins.append(length)
        stands.append(found.start())
        length += len(found.group())
    return Letters("".join(words), tuple(begins), tuple(stands))


def place_of(there: Letters, before: str, after: str) -> int | None:
    """Where in a text the place is that stands between the ends of two texts: the number of its letter;
    None where neither is found. Of several alike it is the first."""
    left, right = letters_of(before).letters, letters_of(after).letters
    for near in _NEAR:
        head, tail = left[-near:], right[:near]
        if len(head) + len(tail) < min(_NEAR[-1], len(left) + len(right)) or not head + tail:
            continue
        at = there.letters.find(head + tail)
        if at >= 0:
            return _stands(there, at + len(head), at_end=not tail)
    return None


def _stands(there: Letters, at: int, *, at_end: bool) -> int:
    word = max(bisect_right(there.begins, at - 1 if at_end and at else at) - 1, 0)
    return there.stands[word] + at - there.begins[word]
