"""The words that rules look for, from `resources/checks/`: a file a language, named by its primary tag.

In it are words, or regular expressions where a word takes several forms. What a language has no words for, no
rule finds in it.
"""

import re
from functools import cache

import msgspec
from msgspec import Struct

from presskit import assets
from presskit.text.languages import primary


class Lexicon(Struct, frozen=True):
    """The words of one language.

    stop: its commonest words. months, days: from January and Monday. short_months: forms that are no house
    style's. relative: days told from today. future: what makes a sentence speak of what is to come.
    first_person: what an organisation does not call itself and its readers. loaded: words that judge.
    attributes: what says that somebody does. canned: what speakers are in releases. verbs_plain,
    verbs_loaded: of saying. studies, finds: research, and what it does. placeholders: what stands for words
    to come; bracketed: what does in brackets. stamps: what a page is marked as. residue: lines of a web
    page. end_marks: what ends a release. courtesy: titles of courtesy. roles: what people are.
    titles_before: of a legislator or governor, and how they are written before a name. formal: titles with
    a capital before a name. honorifics: all that stands before names. about, about_after: what stands
    before or after a name in a heading. remote: what people join from elsewhere. british: how words are
    spelt there. invites: what speaks to reporters. sides: what takes a side in an election before a name,
    sides_after: after one; stands: what does beside an office that somebody runs for, `offices`.
    given_names: those that are spelt in several ways. litigation: what speaks of a court; case_number: what
    a case is known by. number_words: in letters. units: before which a figure stays one. acronyms: known to
    readers. small: words that names are joined with; begins: words that begin sentences and no names;
    no_names: words with capitals that are no surnames. soundalikes: a pattern, what is wrong in it and what
    would be right.
    """

    stop: list[str] = []
    months: list[str] = []
    short_months: list[str] = []
    days: list[str] = []
    relative: list[str] = []
    future: list[str] = []
    first_person: list[str] = []
    loaded: list[str] = []
    attributes: list[str] = []
    canned: list[str] = []
    verbs_plain: list[str] = []
    verbs_loaded: list[str] = []
    studies: list[str] = []
    finds: list[str] = []
    placeholders: list[str] = []
    bracketed: list[str] = []
    stamps: list[str] = []
    immediate: str = ""
    residue: list[str] = []
    end_marks: list[str] = []
    courtesy: list[str] = []
    roles: list[str] = []
    titles_before: dict[str, str] = {}
    formal: list[str] = []
    honorifics: list[str] = []
    no_names: list[str] = []
    begins: list[str] = []
    about: list[str] = []
    about_after: list[str] = []
    remote: list[str] = []
    british: list[str] = []
    invites: list[str] = []
    sides: list[str] = []
    sides_after: list[str] = []
    stands: list[str] = []
    offices: list[str] = []
    given_names: list[str] = []
    litigation: list[str] = []
    case_number: str = ""
    number_words: dict[str, int] = {}
    units: list[str] = []
    acronyms: list[str] = []
    small: list[str] = []
    soundalikes: list[tuple[str, str, str]] = []


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language (BCP 47); few or none where nobody has gathered them."""
    tag = primary(language)
    known = tag if tag in assets.names("checks", ".json") else "other"
    return msgspec.json.decode(assets.read(f"checks/{known}.json"), type=Lexicon)


_KNOWN = ("en", "es", "fr", "pt", "de")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 6  # words that tell a language


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(lexicon(tag).stop) for tag in _KNOWN}


def is_foreign(text: str, tag: str) -> bool:
    """Whether a text is plainly in another of the languages whose words are known: a paragraph of Spanish in
    an English release."""
    if tag not in _KNOWN:
        return False
    words = _WORD.findall(text.lower())
    counts = {each: sum(word in stop for word in words) for each, stop in _stop_words().items()}
    return len(words) >= _ENOUGH and max(counts.values()) > 2 * counts[tag] + 2


NOTHING = re.compile(r"(?!)")


@cache
def one_of(words: tuple[str, ...], *, case: bool = False) -> re.Pattern[str]:
    """A pattern for any of some words or expressions, as whole words; one that nothing fits for none."""
    if not words:
        return NOTHING
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(longest)})(?!\w)", 0 if case else re.IGNORECASE)
