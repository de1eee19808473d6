"""Counting words, for people who are held to a length."""

import re
import unicodedata

# A word with its apostrophes, hyphens, inner points and figures; each Han, kana or Hangul-less
# ideograph counts as one, as Word counts them.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:[’'.,\-@:/][^\W_]+)*[%°]?")


def words(text: str) -> int:
    """How many words the text has."""
    return len(_WORD.findall(text))


def cells(text: str) -> int:
    """How wide the text is, in letters: an ideograph is as wide as two (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def reading_seconds(count: int) -> int:
    """How long so many words take to read in silence, in seconds: 238 words of non-fiction a minute
    (Brysbaert 2019, "How many words do we read per minute?", Journal of Memory and Language 109); the 255
    ideographs a minute of Chinese readers (Trauzettel-Klosinski and Dietz 2012, IReST) come near enough."""
    return -(-count * 60 // 238)
