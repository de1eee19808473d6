"""Where the words of a text are that a dictionary can judge."""

import re
from collections.abc import Iterator
from functools import lru_cache

from presskit.text.languages import primary
from presskit.text.runs import RichText, plain

_APOSTROPHES = "'’ʼ"
_MARKS = "\u0300-\u036f\u00ad"  # accents that stand alone, and the soft hyphen
_PART = rf"\w[\w{_MARKS}]*"
_WORD = re.compile(rf"{_PART}(?:[{_APOSTROPHES}\-\u2010\u2011]{_PART})*")
# Web and mail addresses, file names, handles and tags: no dictionary knows what they say.
# Each begins where such letters begin, so that a long string of them is gone through once.
_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://\S+|(?<![\w.])(?:www\.|mailto:)\S+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|(?<!\w)[#@]\w+|(?<![\w-])\w[\w-]*+(?:\.[\w-]++)++(?:/\S*)?",
    re.IGNORECASE,
)
_LONGEST = 64  # letters of a word; what is longer is a code or a mistake of another kind
_INNER_CAPITAL = re.compile(r"[a-zà-öø-ÿ][A-ZÀ-ÖØ-Þ]")  # iPhone, YouTube, McKay, mmHg
_PLURAL_ACRONYM = re.compile(rf"(\w*?)(?:[{_APOSTROPHES}]?s)?")
_LETTER_BEYOND_LATIN = re.compile(
    r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ua71f\ua800-\ufaff\ufb13-\uffff\U00010000-\U0010ffff]"
)


def judged(text: RichText, language: str) -> Iterator[tuple[int, int, str]]:
    """The words of a paragraph with where they begin and end, counted in characters.

    A word keeps its apostrophes and hyphens (don’t, O’Brien, jusqu’à, well-known). Left out are words with
    figures or with capitals in their midst, acronyms, addresses, letters of another script than Latin, and
    what is marked to be in another language than the text's `language` (BCP 47).
    """
    letters = plain(text)
    if not letters:
        return
    passed = [match.span() for match in _ADDRESS.finditer(letters) if not _is_prose(match[0])]
    at = 0
    for run in text:
        if run.language and primary(run.language) != primary(language):
            passed.append((at, at + len(run.text)))
        at += len(run.text)
    passed.sort(reverse=True)
    for match in _WORD.finditer(letters):
        start, end = match.span()
        while passed and passed[-1][1] <= start:
            passed.pop()
        if not (passed and passed[-1][0] < end) and end - start <= _LONGEST and _is_wordlike(match[0]):
            yield start, end, match[0]


def _is_prose(found: str) -> bool:
    """Whether what looks like a file or a site is two sentences without a space ("vote.The"), or letters with
    stops ("p.m", "U.S")."""
    if any(mark in found for mark in "@#/:") or found.lower().startswith("www."):
        return False
    first, _stop, second = found.partition(".")
    return len(first) > 1 and second[:1].isupper() and second[1:2].islower() and "." not in second


@lru_cache(maxsize=50_000)
def _is_wordlike(word: str) -> bool:
    """Whether a dictionary could have it."""
    if len(word) < 2 or any(letter.isdigit() or letter == "_" for letter in word):
        return False
    if _LETTER_BEYOND_LATIN.search(word) or _INNER_CAPITAL.search(word):
        return False
    return not is_acronym(word)


def is_acronym(word: str) -> bool:
    """Whether it is in capitals, but for the s of a plural or a possessive (NGO, MPs, ACLU’s, UN-REDD)."""
    found = _PLURAL_ACRONYM.fullmatch(word)
    stem = found[1] if found else word
    return len(stem) > 1 and stem.isupper()
