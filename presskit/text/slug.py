"""Names of files out of titles."""

import re
import unicodedata

_LONGEST = 40  # letters
# Letters that do not come apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def slug(text: str) -> str:
    """The words in small ASCII letters with hyphens between, at most 40, cut at a word; nothing for a text
    that has none of them."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’")
    slug = re.sub("[^a-z0-9]+", "-", letters).strip("-")
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
