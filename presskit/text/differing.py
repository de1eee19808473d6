"""What is different between two texts, word by word."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

Mark = Literal["same", "gone", "new"]

_WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
_SENTENCES = re.compile(r"[^.!?…\n]+[.!?…\n]*\s*|[.!?…\n]+\s*")
_MOST = 10_000  # pairs of like pieces; a search that meets more takes longer than anybody waits


class Stretch(NamedTuple):
    """Characters that both texts have, that only the first has, or only the second."""

    mark: Mark
    text: str


def differences(before: str, after: str) -> list[Stretch]:
    """Both texts as one, in order: what is the same, gone and new, by whole words. Words that follow each
    other and are all exchanged are one stretch. Texts that would take too long are compared by their
    sentences first, and words that say the same over and over not at all."""
    found: list[Stretch] = []
    gone = new = ""
    raw = list(_compared(before, after, (_WORDS, _SENTENCES)))
    for place, (mark, text) in enumerate(raw):
        if mark == "gone":
            gone += text
        elif mark == "new":
            new += text
        elif text == " " and gone and new and place + 1 < len(raw):
            gone += text
            new += text
        else:
            found += _changed(gone, new)
            found.append(Stretch("same", text))
            gone = new = ""
    return [*found, *_changed(gone, new)]


def _compared(before: str, after: str, ways: tuple[re.Pattern[str], ...]) -> Iterator[Stretch]:
    """What is the same, gone and new, by the first of those ways to take a text apart that does not take too
    long; what stands between like sentences is compared by its words."""
    for pieces in ways:
        old, new = pieces.findall(before), pieces.findall(after)
        head = foot = ""
        if _pairs(old, new) > _MOST:  # what both begin and end with is set aside
            lead = _alike(old, new)
            head, old, new = "".join(old[:lead]), old[lead:], new[lead:]
            tail = _alike(old[::-1], new[::-1])
            foot, old, new = "".join(old[len(old) - tail :]), old[: len(old) - tail], new[: len(new) - tail]
        if _pairs(old, new) <= _MOST:
            break
    else:
        yield from _changed(before, after)
        return
    if head:
        yield Stretch("same", head)
    # Spaces alone are no reason to match: that would be slow, and tear apart what was written anew.
    for what, i, j, k, m in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i:j]), "".join(new[k:m])
        if what == "equal":
            yield Stretch("same", was)
        elif pieces is _SENTENCES:
            yield from _compared(was, now, (_WORDS,))
        else:
            yield Stretch("gone", was)
            yield Stretch("new", now)
    if foot:
        yield Stretch("same", foot)


def _alike(one: list[str], other: list[str]) -> int:
    """How many pieces both begin with."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _pairs(old: list[str], new: list[str]) -> int:
    """How many pairs of like pieces there are, spaces left aside."""
    counted = Counter(old)
    return sum(counted[piece] for piece in new if not piece.isspace())


def _changed(gone: str, new: str) -> Iterator[Stretch]:
    """What is gone and new at a place; a space at the end of both is the same."""
    space = " " if gone.endswith(" ") and new.endswith(" ") else ""
    if gone := gone.removesuffix(space):
        yield Stretch("gone", gone)
    if new := new.removesuffix(space):
        yield Stretch("new", new)
    if space:
        yield Stretch("same", space)
