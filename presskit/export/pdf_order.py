"""Where each character of a paragraph stands when scripts from the left and from the right meet.

Unicode Standard Annex 9, worked out by python-bidi. It gives back text in visual order, not where each
character went, so every character is followed by four that say its number: code points which the
algorithm passes over (class BN, rule X9) and which stay behind the character that they follow.
"""

import re
from typing import NamedTuple
from unicodedata import bidirectional

from presskit.text.phone import PHONE

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_PHONE = re.compile(PHONE)
# Tags (U+E0020 to U+E007F) as digits: four alphabets of 24, the first one for the highest digit.
_BASE = 24
_ALPHABETS = [[chr(0xE0020 + digit * _BASE + each) for each in range(_BASE)] for digit in range(4)]
_SETS = [f"[{alphabet[0]}-{alphabet[-1]}]" for alphabet in _ALPHABETS]
_NUMBER = re.compile(f"({''.join(_SETS)})|({''.join(reversed(_SETS))})")
_LONGEST = _BASE**4  # characters; a paragraph beyond is ordered part by part


class Order(NamedTuple):
    """Of each character of a text: place: from the left on paper, were the paragraph one line. leftward:
    whether it runs from right to left. base: whether its paragraph does."""

    place: tuple[int, ...]
    leftward: tuple[bool, ...]
    base: tuple[bool, ...]


def order(text: str, *, leftward: bool) -> Order | None:
    """The order of a text, each of whose lines is a paragraph; nothing when all of it simply runs from
    left to right. leftward: whether the language of the text runs from right to left: a paragraph
    does, unless all its letters are of the other kind.

    On a line that is part of a paragraph, characters stand in the order of their places: which of
    two comes first depends on what is between them alone (rule L2).
    """
    if not leftward and not _FROM_RIGHT.search(text):
        return None
    from bidi import get_display

    places: list[int] = []
    leftwards: list[bool] = []
    bases: list[bool] = []
    for paragraph in text.split("\n"):
        base = _base(paragraph, leftward=leftward)
        start = len(places)
        place, back = [0] * len(paragraph), [base] * len(paragraph)
        for first in range(0, len(paragraph), _LONGEST):
            part = paragraph[first : first + _LONGEST]
            # A mark at the end: what is ignorable at the very end would be white space of the line (rule L1).
            coded = _numbered(part) + ("\u200f" if base else "\u200e")
            shown = str(get_display(coded, base_dir="R" if base else "L"))
            for number, found in enumerate(_NUMBER.finditer(shown)):
                at = first + _read(found[1] or found[2][::-1])
                place[at], back[at] = start + first + number, found[1] is None
        places += (*place, len(text))  # the line end
        leftwards += (*back, base)
        bases += [base] * (len(paragraph) + 1)
    return Order(tuple(places), tuple(leftwards), tuple(bases))


def _numbered(text: str) -> str:
    """The text with its number behind each character, and telephone numbers set apart as running from the
    left (rule X5b)."""
    one, two, three, four = _ALPHABETS
    alone: dict[int, str] = {}
    for found in _PHONE.finditer(text):
        alone[found.start()] = "\u2066"
        alone[found.end()] = "\u2069" + alone.get(found.end(), "")
    return "".join(
        alone.get(at, "")
        + letter
        + one[at // _BASE**3]
        + two[at // _BASE**2 % _BASE]
        + three[at // _BASE % _BASE]
        + four[at % _BASE]
        for at, letter in enumerate(text)
    ) + alone.get(len(text), "")


def _read(digits: str) -> int:
    value = 0
    for digit, alphabet in zip(digits, _ALPHABETS, strict=True):
        value = value * _BASE + ord(digit) - ord(alphabet[0])
    return value


def _base(paragraph: str, *, leftward: bool) -> bool:
    strong = {bidirectional(letter) for letter in paragraph} & {"L", "R", "AL"}
    if strong == {"L"}:
        return False
    return leftward or (bool(strong) and "L" not in strong)
