"""Patterns to look for: plain words or regular expressions, read and run within bounds."""

import re
import time
import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from presskit.i18n import N_, _

PATIENCE = 0.25  # seconds that one search may take in all: longer, and the window would seem to hang
_LONGEST = 500  # letters of a pattern
_MOST_REPEATS = 2000  # of all counts like {12} multiplied: the library lays repeated parts out one by one
_COUNT = re.compile(r"\{(\d*),?(\d*)\}")

# What people type stands for what typographers set: one key for several letters.
_KEYS = {"'": "'’‘ʼ", '"': '"“”„«»', "-": "-‐‑", " ": " \u00a0\u202f\u2009"}

# Beside which letter a word does not end: one of a script that sets words apart.
_IN_WORD = r"(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])\w"
_ALL_OF_IT = re.compile(r"(?<!\\)((?:\\\\)*)\\0(?!\d)")
_CONTROLS = dict.fromkeys(each for each in range(32) if chr(each) not in "\n\t")

# What may stand on a Hebrew or Arabic letter, or draw it out, and is seldom typed.
_POINTS = "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u0655\u0670]*"

_WHY = {
    "missing )": N_("a “(” is never closed"),
    "unbalanced parenthesis": N_("a “)” closes nothing"),
    "unterminated character set": N_("a “[” is never closed"),
    "nothing to repeat": N_("there is nothing to repeat before “*”, “+” or “?”"),
    "multiple repeat": N_("two signs of repetition follow each other"),
    "invalid group reference": N_("it refers to a group that it does not have"),
    "no such group": N_("it refers to a group that the pattern does not have"),
    "unknown group": N_("it refers to a group that the pattern does not have"),
    "min repeat greater": N_("in “{ }” the second number is smaller than the first"),
    "missing >": N_("a name after “<” is never closed by a “>”"),
    "bad character in group name": N_("the name of a group may have letters, figures and “_” only"),
    "missing group name": N_("a group lacks its name"),
    "bad inline flags": N_("what follows “(?” has no meaning there"),
    "unknown extension": N_("what follows “(?” has no meaning there"),
    "bad character range": N_("in “[ ]” a range runs backwards"),
    "unknown property": N_("there is no such class of letters"),
    "incomplete escape": N_("the code of a letter is not complete"),
    "undefined character name": N_("there is no letter of that name"),
    "conditional subpattern": N_("“(?(” may have two choices at most"),
    "bad character": N_("a sign in it has no meaning there"),
    "bad escape": N_("the letter after “\\” has no meaning there; for a “\\” itself write “\\\\”"),
}


class BadPattern(Exception):  # noqa: N818 - as the other sentences for people are named
    """A pattern that cannot be used. `sentence` says why, in the language of the screen."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Sought(Struct, frozen=True):
    """What is looked for. case: capitals count. whole: as whole words only. pattern: `text` is a
    regular expression (of the library regex; mrabarnett's, a superset of Python's re)."""

    text: str = ""
    case: bool = False
    whole: bool = False
    pattern: bool = False


def prepare() -> None:
    """Loads the library that runs patterns, 20 ms, so that the first letter looked for need not wait."""
    import regex

    regex.compile("")


class Pattern:
    """What is looked for, ready to be run."""

    def __init__(self, sought: Sought) -> None:
        """Reads a pattern; raises BadPattern when it cannot be read."""
        import regex

        self._wrong: type[Exception] = regex.error
        flags = 0 if sought.case else regex.IGNORECASE
        letters = sought.text if sought.pattern else _plain(sought.text)
        if sought.pattern:
            _within_bounds(letters)
        try:
            self._compiled: Any = regex.compile(letters, flags)
            if sought.whole:
                self._compiled = regex.compile(rf"(?<!{_IN_WORD})(?:{letters})(?!{_IN_WORD})", flags)
        except (regex.error, RecursionError, OverflowError, ValueError) as problem:
            raise _unreadable(_("This pattern cannot be read: {why}."), problem) from problem

    def run(self, text: str, until: float) -> Iterator[Any]:
        """The places in a text where it fits, as match objects, empty ones left out. until: a time of
        `time.monotonic`; raises BadPattern when it takes longer than that."""
        left = max(until - time.monotonic(), 0.001)  # the library takes 0 for no limit
        try:
            for found in self._compiled.finditer(text, timeout=left):
                if found.end() > found.start():
                    yield found
        except TimeoutError as problem:
            raise BadPattern(_("This pattern takes too long. Try a simpler one.")) from problem

    def expand(self, found: Any, by: str) -> str:
        """What replaces a match: `by` with \\1, \\2 … filled in, and \\0 for all of it; raises BadPattern
        when it cannot be."""
        try:
            made = str(found.expand(_ALL_OF_IT.sub(r"\1\\g<0>", by)))
            return made.replace("\r", "\n").translate(_CONTROLS)
        except (self._wrong, IndexError, ValueError) as problem:
            raise _unreadable(_("The replacement cannot be read: {why}."), problem) from problem


def _plain(text: str) -> str:
    """The pattern of words to look for as they are, however they were typed or printed."""
    return "".join(_letter(each) for each in unicodedata.normalize("NFC", text)).replace(
        r"\.\.\.", r"(?:\.\.\.|…)"
    )


def _letter(letter: str) -> str:
    if others := _KEYS.get(letter):
        return "[" + re.escape(others) + "]"
    apart = unicodedata.normalize("NFD", letter)
    found = re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"
    return found + _POINTS if "\u0590" <= letter <= "\u06ff" and letter.isalpha() else found


def _within_bounds(letters: str) -> None:
    """A count in braces can make a short pattern fill the memory while it is read."""
    repeats = 1
    for counts in _COUNT.findall(letters):
        repeats *= max([1, *(int(each[:9]) for each in counts if each)])
    if len(letters) > _LONGEST or repeats > _MOST_REPEATS:
        raise BadPattern(_("This pattern is too large. Try a shorter one, or smaller numbers in “{}”."))


def _unreadable(sentence: str, problem: Exception) -> BadPattern:
    words = str(getattr(problem, "msg", problem))
    why = next((_(told) for start, told in _WHY.items() if words.startswith(start)), words)
    return BadPattern(sentence.format(why=why))
