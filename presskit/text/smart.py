"""What a language makes of straight marks and double hyphens at the moment they are typed.

The marks are those of `presskit.text.typography`. Dashes: AP Stylebook (2024), "dash", for a long one; New
Hart's Rules (2014), 4.11, for the shorter one of British English and for a span of numbers; GB/T 15834-2011,
4.13, for the one of Chinese, two letters long.
"""

import re
from typing import NamedTuple

from presskit.text.languages import fallbacks, primary
from presskit.text.typography import curl, marks

LETTERS = frozenset("\"'-0123456789")
"""The letters that may make a difference; all others need not be looked at."""

_SHORT_DASH = frozenset(["en-gb", "en-ie", "en-au", "en-nz", "en-za", "en-in"])
_CLIPPED_YEAR = re.compile(r"(?:^|\s)‘$")
_SPAN = re.compile(r"\d-$")


class Better(NamedTuple):
    """What to set instead of the last `taken` letters."""

    taken: int
    letters: str


def better(before: str, letter: str, language: str) -> Better | None:
    """What belongs in the place of a letter just typed after `before`; None where it is right as it is.

    language: a BCP 47 tag.
    """
    if letter == '"':
        return Better(1, _quoted(before, language))
    if letter == "'":
        made = curl(before[-1:] + "'", language)[-1]
        opens = made == "’" and curl(before[-1:] + '"', language)[-1] == marks(language).open
        opens = opens and marks(language).open != marks(language).close
        return Better(1, "‘" if opens else made)
    if letter == "-" and before.endswith("-") and not before.endswith("--"):
        if _SPAN.search(before):
            return Better(2, "–")
        return Better(2, _dash(language))
    if letter.isdigit() and _CLIPPED_YEAR.search(before):  # the ’90s
        return Better(2, "’" + letter)
    return None


def _quoted(before: str, language: str) -> str:
    kind = marks(language)
    mark = curl(before[-1:] + '"', language)[-1]
    if not kind.gap or mark not in {kind.open, kind.close}:
        return mark
    if mark == kind.open:
        return mark + kind.gap
    return mark if before.endswith(kind.gap) else kind.gap + mark


def _dash(language: str) -> str:
    if primary(language) == "zh":
        return "——"
    return "–" if _SHORT_DASH.intersection(tag.lower() for tag in fallbacks(language)) else "—"
