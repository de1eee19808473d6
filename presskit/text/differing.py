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
    """Both texts as one, in order: what is the same, gone and new, by whole words. Texts of more than 4,000
    words and marks are compared by their lines."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(old), len(new)) > _MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Stretch] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Stretch("same", "".join(old[i:j])))
            continue
        if i < j:
            found.append(Stretch("gone", "".join(old[i:j])))
        if k < m:
            found.append(Stretch("new", "".join(new[k:m])))
    return found
