"""Words as a search compares them: without case, accents and other marks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_LONGEST = 40  # characters of a word that are compared
# Letters that do not come apart into a plain one and a mark (UnicodeData.txt has no decomposition).
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
_DROPPED = re.compile("[\u0640\u200c\u200d\u00ad]")  # Arabic's tatweel, the joiners, the soft hyphen
_APOSTROPHE = re.compile("[’‘ʼ`´]")
# A word may have apostrophes within, and the vowel signs of India's scripts, which Python takes for no
# letters.
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff\u1000-\u109f\u1780-\u17d3])+(?:'(?:[^\W_])+)*")
# Scripts that write without blanks: CJK ideographs and extensions, kana, Thai, Lao, Khmer, Burmese.
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
)


def fold(text: str) -> str:
    """The text in small letters without accents, Arabic and Hebrew without points: "Unión" -> "union".

    Unicode 15, section 3.13 (caseless matching), and NFKD with its combining marks left out; vowel signs of
    scripts that need them to tell words apart (Mc) stay.
    """
    if text.isascii():
        return text.lower()
    # Signs such as "㎩" come apart into capitals, and some small letters into others: twice, as D146 has it.
    once = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text).casefold())
    split = unicodedata.normalize("NFKD", once.casefold())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return _APOSTROPHE.sub("'", _DROPPED.sub("", bare)).translate(_PLAIN)


def tokens(text: str) -> list[str]:
    """The words of a text, folded, in order. "l'été" is one word, and "ete" another. Where a script writes
    without blanks, each pair of neighbouring characters is a word, and so is the last character."""
    found: list[str] = []
    for word in _tokens(text):
        whole, *parts = (word.replace("'", ""), *word.split("'")[1:])
        found += [each[:_LONGEST] for each in (whole, *parts) if each]
    return found


def _tokens(text: str) -> Iterator[str]:
    for word in _WORD.findall(fold(text)):
        if word.isascii() or not _UNSPACED.search(word):
            yield word
            continue
        at = 0
        for run in _UNSPACED.finditer(word):
            yield from (word[at : run.start()],) if run.start() > at else ()
            yield from _pairs(run[0])
            at = run.end()
        if at < len(word):
            yield word[at:]


def _pairs(run: str) -> Iterator[str]:
    yield from (run[at : at + 2] for at in range(len(run) - 1))
    yield run[-1]


@lru_cache(maxsize=64)
def sought(text: str) -> tuple[str, ...]:
    """What a search for a text looks for, each once: words that begin so. Of a run without blanks the last
    character alone is left out, for its pair has it already."""
    found = [bare[:_LONGEST] for word in _tokens(text) if (bare := word.replace("'", ""))]
    kept = [
        each
        for place, each in enumerate(found)
        if not (place and len(each) == 1 and len(found[place - 1]) == 2 and _UNSPACED.match(each))
    ]
    return tuple(dict.fromkeys(kept))


def distinct(texts: Iterable[str]) -> list[str]:
    """The words of several texts, each once, in order of the alphabet."""
    return sorted({word for text in texts for word in tokens(text)})
