"""Text in stretches of one script: what is set together, in which face, by which rules."""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category
from unicodedata import combining as combining_class

import msgspec
import uharfbuzz as harfbuzz
from msgspec import Struct

from presskit import assets

_MOST_CHARACTERS = 20_000  # whose script is remembered
_VIRAMA = 9  # canonical combining class: it joins two letters (Unicode Standard, 12.1)
_JOINER = "\u200d"
_STAYS = frozenset("\u200c\u200d\u034f")  # with the letter before: joiners, and what joins marks
# What stands with figures, and so comes from their face: currencies and signs are told by category.
_WITH_FIGURES = frozenset("0123456789%‰#@&*/\\")

EASTERN = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
"""The scripts of Chinese, Japanese and Korean."""

WESTERN = frozenset({"", "Latn", "Cyrl", "Grek"})
"""The scripts of the text families; "" is what belongs to no script alone."""


class Script(Struct, frozen=True):
    """A script of resources/fonts/scripts.toml. serif, sans: the regular and the bold file."""

    serif: tuple[str, ...] = ()
    sans: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()


@cache
def scripts() -> dict[str, Script]:
    """The scripts that have faces of their own, by ISO 15924 code."""
    return msgspec.convert(tomllib.loads(assets.read("fonts/scripts.toml").decode()), dict[str, Script])


@cache
def _ranges() -> tuple[tuple[int, int, str], ...]:
    found = []
    for code, script in scripts().items():
        for each in script.ranges:
            first, last = each.split("-")
            found.append((int(first, 16), int(last, 16), code))
    return tuple(found)


@lru_cache(maxsize=_MOST_CHARACTERS)
def script_of(character: str) -> str:
    """The ISO 15924 code of a character's script (Unicode Scripts.txt, as HarfBuzz has it); nothing
    for what several scripts use."""
    buffer = harfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return str(buffer.script or "")


@lru_cache(maxsize=_MOST_CHARACTERS)
def home_of(character: str) -> str:
    """The script whose faces are asked for a character: its own, or that of its block."""
    own = script_of(character)
    if own or character.isascii():
        return own
    code = ord(character)
    return next((script for first, last, script in _ranges() if first <= code <= last), "")


def language_script(language: str) -> str:
    """The script that a language (BCP 47) is written in, as far as it needs faces of its own."""
    primary, *rest = language.lower().split("-")
    for part in rest:
        if len(part) == 4 and part.isalpha():
            return {"hans": "Hani", "hant": "Hani", "jpan": "Hira", "kore": "Hang"}.get(part, part.title())
        if len(part) == 1:  # an extension: no script comes after it
            break
    return next((code for code, script in scripts().items() if primary in script.languages), "")


def chinese(language: str) -> str:
    """A language as the forms of its characters have it: "zh-Hans" or "zh-Hant" for Chinese in any
    guise, the first subtag for all others (Unicode CLDR, likely subtags)."""
    primary, *rest = language.lower().replace("_", "-").split("-")
    if primary not in {"zh", "yue", "cmn"}:
        return primary
    if "hans" in rest:
        return "zh-Hans"
    traditional = {"hant", "tw", "hk", "mo"} & set(rest) or primary == "yue"
    return "zh-Hant" if traditional else "zh-Hans"


def graphemes(text: str) -> Iterator[str]:
    """The text in units that one face must set: a letter with its marks, joiners and variation
    selectors, and letters joined by a virama (Unicode Standard Annex 29, simplified)."""
    if text.isascii():
        yield from text
        return
    unit = ""
    for letter in text:
        if unit and (
            letter in _STAYS
            or category(letter)[0] == "M"
            or unit[-1] == _JOINER
            or (combining_class(unit[-1]) == _VIRAMA and script_of(letter) == script_of(unit[0]))
        ):
            unit += letter
            continue
        if unit:
            yield unit
        unit = letter
    if unit:
        yield unit


class Unit(NamedTuple):
    """A grapheme. script: by whose rules it is shaped. home: whose faces are asked for it first."""

    text: str
    script: str
    home: str


def units(text: str, language: str) -> Iterator[Unit]:
    """The graphemes of a text. What belongs to no script goes with the letters before it, at the
    beginning with those after, and alone with its language; figures and their signs stay with the
    text families, and so does punctuation in Chinese and Japanese between western letters."""
    parts = list(graphemes(text))
    own = [next((found for letter in part if (found := script_of(letter))), "") for part in parts]
    written = language_script(language)
    wide = written == "Hani" or written in {"Hira", "Kana"}  # punctuation is as wide as a character
    following, after = "", [""] * len(parts)
    for at in range(len(parts) - 1, -1, -1):
        after[at] = following
        following = own[at] or following
    before = ""
    for part, script, later in zip(parts, own, after, strict=True):
        if script:
            before = script
            yield Unit(part, script, script)
            continue
        around = before or later or written
        yield Unit(part, around, _home(part, around, before, later, written if wide else ""))


def _home(part: str, around: str, before: str, later: str, wide: str) -> str:
    letter = part[0]
    if letter in _WITH_FIGURES or (category(letter)[0] == "S" and letter.isascii()):
        return ""
    if wide:
        within = before in WESTERN and later in WESTERN and before and later
        return "" if letter.isascii() or within else wide
    if around in EASTERN:
        return home_of(letter)
    return around or home_of(letter)
