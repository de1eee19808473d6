"""Where one sentence ends and the next begins."""

import re
from itertools import pairwise

# A stop after one of these does not end a sentence. Titles and months as AP abbreviates them.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "hon",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "lt",
        "col",
        "gen",
        "sgt",
        "maj",
        "capt",
        "cmdr",
        "pres",
        "st",
        "ste",
        "mt",
        "ft",
        "jr",
        "sr",
        "vs",
        "vol",
        "inc",
        "corp",
        "co",
        "ltd",
        "dept",
        "est",
        "fig",
        "al",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "sra",
        "srta",
        "srs",
        "dra",
        "drs",
        "mme",
        "mlle",
        "ud",
        "uds",
    ]
)
_BEFORE_FIGURES = frozenset(["no", "nos"])  # "No. 10", but "They said no."
_END = re.compile(
    r"(?:[.!?…]+[\"”’»)\]\u00a0\u202f]*(?=\s+[\"“‘«¿¡(\[\w])\s+"
    r"|[。！？]+[」』”’）]*\s*"
    r"|[؟।۔]+[\"”»]*\s+)"
)
_LAST_WORD = re.compile(r"(\w[\w.]*)\.[\"”’»)\]]*\s*$")


def _is_abbreviation(before: str, follows: str) -> bool:
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found.group(1)
    if word.lower() in _BEFORE_FIGURES:
        return follows.isdigit()
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of each sentence; white space between two belongs to neither.

    An initial ("Martin M. Looney"), a title ("Dr.") and a dotted abbreviation ("U.S.") end none.
    """
    borders = [0]
    for found in _END.finditer(text):
        follows = text[found.end() : found.end() + 1]
        if found.group().startswith(".") and _is_abbreviation(text[: found.end()], follows):
            continue
        if found.group().rstrip()[:1] in ".…" and follows.islower():
            continue
        borders.append(found.end())
    borders.append(len(text))
    spans = []
    for start, end in pairwise(borders):
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return spans
