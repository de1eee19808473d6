"""What is different between two texts, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Mark = Literal["same", "gone", "new"]

_PIECES = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
_MOST = 4_000  # pieces of a text that are compared one by one


class Stretch(NamedTuple):
    """Characters that both texts have, that only the first has, or only the second."""

    mark: Mark
    text: str


def differences(before: str, after: str) -> list[Stretch]:
    """Both texts as one, in order: what is the same, gone and new, by whole words. Words that follow each
    other and are all exchanged are one stretch. Texts of more than 4,000 words and marks are compared by
    their lines."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(old), len(new)) > _MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Stretch] = []
    gone = new_words = ""
    # Spaces alone are no reason to match: that would be slow, and tear apart what was written anew.
    codes = SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes()
    for what, i, j, k, m in codes:
        same = "".join(old[i:j])
        if what == "equal" and not (same == " " and gone and new_words and j < len(old)):
            found += _changed(gone, new_words)
            found.append(Stretch("same", same))
            gone = new_words = ""
        else:
            gone += same
            new_words += "".join(new[k:m])
    return [*found, *_changed(gone, new_words)]


def _changed(gone: str, new: str) -> list[Stretch]:
    """What is gone and new at a place."""
    if gone.endswith(" ") and new.endswith(" "):
        return [*_changed(gone[:-1], new[:-1]), Stretch("same", " ")]
    both = (Stretch("gone", gone), Stretch("new", new))
    return [each for each in both if each.text]
