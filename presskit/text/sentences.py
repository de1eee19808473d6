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
        "supt",
        "det",
        "atty",
        "asst",
        "lic",
        "messrs",
        "approx",
        "ee",
        "uu",
    ]
)
# "No. 10", but "They said no."
_BEFORE_FIGURES = frozenset(["no", "nos", "mar", "apr", "sec", "art", "pp", "ch"])
_CLOSING = frozenset(["inc", "corp", "co", "ltd", "jr", "sr"])  # may end a sentence, and keep their stop
_BEGINNERS = frozenset(
    ["I", "We", "It", "The", "This", "That", "These", "They", "He", "She", "You", "Our", "But", "And"]
)
_END = re.compile(
    r"(?:[.!?…]+[\"”’»)\]\u00a0\u202f]*(?=\s+[\"“‘«¿¡(\[\w])\s+"
    r"|[。！？]+[」』”’）]*\s*"
    r"|[؟।۔]+[\"”»]*\s+)"
)
_LAST_WORD = re.compile(r"(\w[\w.]*)\.[\"”’»)\]]*\s*$")

_LAST = 60  # letters before a stop in which the word that it ends is looked for
_NEXT_WORD = re.compile(r"\w+")


def ends_in_abbreviation(text: str) -> bool:
    """Whether the stop that ends a text belongs to its last word, as in "Acme Inc."."""
    found = _LAST_WORD.search(text)
    return found is not None and found.group(1).lower() in _CLOSING


def _is_abbreviation(before: str, follows: str) -> bool:
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found.group(1)
    if word.lower() in _BEFORE_FIGURES:
        return follows[:1].isdigit()
    if "." in word and follows in _BEGINNERS:  # "in the U.S. The law"
        return False
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of each sentence; white space between two belongs to neither.

    An initial ("Martin M. Looney"), a title ("Dr.") and a dotted abbreviation ("U.S.") end none.
    """
    borders = [0]
    for found in _END.finditer(text):
        word = _NEXT_WORD.match(text, found.end())
        follows = word.group() if word else ""
        if found.group().startswith(".") and _is_abbreviation(
            text[max(found.end() - _LAST, 0) : found.end()], follows
        ):
            continue
        if found.group().rstrip()[:1] in ".…" and follows[:1].islower():
            continue
        borders.append(found.end())
    borders.append(len(text))
    spans = []
    for start, end in pairwise(borders):
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return spans
