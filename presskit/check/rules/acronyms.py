"""Acronyms: what they stand for, and whether they are needed (check 17)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from presskit.check.passages import Passage
from presskit.check.rule import Case, Hit, Rule
from presskit.check.rules.standing import issuers
from presskit.i18n import N_

_ACRONYM = re.compile(
    r"(?<![\w.@#/’'-])(?P<letters>(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,7})(?P<end>s|[’']s)?(?![\w@/]|[’'][A-Z]|-?\d)"
)
_DEFINED = re.compile(
    r"\((?:the\s+|or\s+|“|\")?(?P<letters>[A-Z][A-Za-z0-9&-]{1,9}s?)(?:”|\")?(?:[;,][^)]{0,60})?\)"
)
_CALLED = re.compile(r",?\s(?:or|known as|called)\s(?:the\s)?(?P<letters>[A-Z][A-Z0-9&]{1,7})(?=,)")
_EXPANDED = re.compile(r"(?<![\w])(?P<letters>[A-Z][A-Z0-9&]{1,8})\s+\((?P<name>[A-ZÀ-Þ][^()]{6,120})\)")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "at",
        "de",
        "la",
        "el",
        "del",
        "y",
        "los",
        "las",
        "et",
        "du",
        "des",
        "pour",
        "les",
        "le",
        "l",
        "d",
        "e",
        "en",
        "with",
        "s",
    ]
)
_TOKEN = re.compile(r"[^\W_]+|[.!?;:]")
_USED = re.compile(r"(?<!\w)([A-Z][A-Za-z0-9&-]*?[A-Z0-9])(?:s|[’']s)?(?!\w)")
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:[\s]+[A-Z]{4,})+\b|\b[A-Z]{2,}\b(?:[\s,]+\b[A-Z]{2,}\b){2,}")
_HONOURS = re.compile(
    r"(?:Ph\.?D|M\.?D|D\.?O|J\.?D|R\.?N|M\.?P\.?H|M\.?B\.?A|Ed\.?D|M\.?S|Esq)\.?,?\s*$"
)  # after a name
_IN_NAME = re.compile(r"\+|\s+(?!State|Sen|Rep|Gov|President|Director|Act\b)[A-Z][a-z]+")  # OTB Ventures
_TICKER = re.compile(r"(?:NYSE|NASDAQ|Nasdaq|AMEX|TSX|LSE):?\s*$")


class _Seen(NamedTuple):
    """The acronyms of a passage: where they stand, those told the meaning of, what is in capitals for its own
    sake, its words by their first letters, and how often each word in capitals stands there."""

    found: list[re.Match[str]]
    told: set[str]
    shouted: set[str]
    letters: str
    counted: Counter[str]


def _look(passage: Passage) -> _Seen:
    text = passage.text
    spans = [found.span() for found in _SHOUTED.finditer(text)]
    shouted = {word for start, end in spans for word in text[start:end].replace(",", " ").split()}
    told = {each["letters"] for each in _EXPANDED.finditer(text)}
    for each in _DEFINED.finditer(text):
        if sum(map(str.isupper, each["letters"])) > 1:
            told |= {each["letters"], each["letters"].removesuffix("s")}
    found = [
        each
        for each in _ACRONYM.finditer(text)
        if each["letters"] not in shouted and not passage.is_said(*each.span()) and not _is_plain(each, text)
    ]
    letters = "".join(map(_first, _TOKEN.findall(text)))
    return _Seen(found, told, shouted, letters, Counter(_USED.findall(text)))


def _unexpanded(case: Case) -> Iterator[Hit]:
    if not case.words.acronyms:
        return
    looks: list[_Seen] = [passage.once(_look) for passage in case.passages]
    known = {*case.words.acronyms, *case.checks.known, *case.house.postal, *map(str.upper, case.known.short)}
    known |= {each for look in looks for each in (*look.told, *look.shouted)}
    named = " ".join(issuers(case))
    initials = "\n".join(look.letters for look in looks)
    for passage in case.of("lede", "body", "bullet", "boilerplate", "role", "title", "attribution", "notes"):
        for found in passage.once(_look).found:
            letters = found["letters"]
            if letters in known or letters.rstrip("S") in known or letters in named:
                continue
            known.add(letters)
            if not _has_initials(letters, initials):
                yield Hit(passage, found.start(), found.end("letters"))


def _is_plain(found: re.Match[str], text: str) -> bool:
    """Roman numerals, codes of a road or a model, labels, honours, tickers and parts of names with stops."""
    letters = found["letters"]
    if (
        re.fullmatch(r"[IVXLC]+|[A-Z]\d+|\d+[A-Z]{1,2}|.*\d{2}", letters)
        or text[found.end() : found.end() + 1] == ":"
    ):
        return True
    before, after = text[max(found.start() - 12, 0) : found.start()], text[found.end() : found.end() + 2]
    if _HONOURS.search(before) or _TICKER.search(before) or _IN_NAME.match(text[found.end("letters") :]):
        return True
    return before.endswith((".", "$")) or (after[:1] == "." and after[1:2].isalpha())


def _first(word: str) -> str:
    """What stands for a word: its capital, a small letter for a small word, a mark for any other."""
    if word in ".!?;:":
        return " "
    if word.lower() in _SMALL:
        return word[0].lower()
    return word[0] if word[0].isupper() else "\x00"


def _has_initials(letters: str, text: str) -> bool:
    """Whether words with these initials stand in a text, told by its first letters."""
    wanted = [re.escape(each) for each in letters if each.isalpha()]
    if re.search("[a-z]*".join(wanted), text):
        return True
    return len(wanted) > 2 and bool(re.search("".join(f"(?:{each}|{each.lower()})" for each in wanted), text))


def _definitions(case: Case) -> list[tuple[Passage, re.Match[str]]]:
    """Acronyms that follow their name in brackets."""
    scopes = ("lede", "body", "bullet", "boilerplate", "notes", "role", "attribution")
    return [(passage, each) for passage in case.of(*scopes) for each in passage.once(_defined)]


def _defined(passage: Passage) -> list[re.Match[str]]:
    return [
        each
        for pattern in (_DEFINED, _CALLED)
        for each in pattern.finditer(passage.text)
        if sum(map(str.isupper, each["letters"])) > 1
        and not passage.is_said(*each.span())
        and _names(passage.text[: each.start()], each["letters"])
    ]


def _names(before: str, letters: str) -> bool:
    """Whether what stands before brackets is the name that the letters are of."""
    words = re.findall(r"[^\W\d_][\w’'-]*", before[-160:])[-10:]
    capitals = [each[0] for each in words if each[0].isupper()]
    return bool(capitals) and (
        capitals[-1:] == [letters.rstrip("s")[-1].upper()] or letters[0] in capitals[-len(letters) - 2 :]
    )


def _unused(case: Case) -> Iterator[Hit]:
    counted: Counter[str] = Counter()
    defined = _definitions(case)
    for passage in case.passages if defined else ():
        counted.update(passage.once(_look).counted)
    for passage, found in defined:
        letters = found["letters"].removesuffix("s")
        if counted[letters] < 2:
            gap = 1 if passage.text[found.start() - 1 : found.start()] == " " else 0
            yield Hit(passage, found.start() - gap, found.end(), {"found": letters}, "")


def _bracketed(case: Case) -> Iterator[Hit]:
    """One for a release: which is meant is named, and all are cured alike."""
    if case.checks.acronyms_in_brackets:
        return
    once = {hit.what["found"] for hit in _unused(case)}  # told of already
    found = [
        each
        for each in _definitions(case)
        if each[1][0].startswith("(") and each[1]["letters"].removesuffix("s") not in once
    ]
    if found:
        passage, first = found[0]
        named = ", ".join(dict.fromkeys(f"({each['letters']})" for _passage, each in found))
        yield Hit(passage, *first.span(), {"found": named})


RULES = (
    Rule(
        id="acronym-unexpanded", number=17, severity="warns", name=N_("Acronyms spelled out"),
        says=N_("“{found}” is never spelled out: say what it stands for, or leave it out."),
        why=N_("If it is not clear at second sight it is not used at all."),
        wrong="32BJ SEIU", right="32BJ of the Service Employees International Union",
        source="AP Stylebook, “abbreviations and acronyms”", year=2013, whole=_unexpanded,
    ),
    Rule(
        id="acronym-unused", number=17, severity="warns", name=N_("Acronyms that are needed"),
        says=N_("“{found}” is given in brackets and never used again."),
        why=N_("An acronym is for what follows."),
        wrong="the River Fund (RF) … (never again)", right="the River Fund",
        source="AP Stylebook, “abbreviations and acronyms”", year=2013, whole=_unused,
    ),
    Rule(
        id="acronym-brackets", number=17, severity="informs", name=N_("Acronyms in brackets"),
        says=N_("AP style has no acronym in brackets after a name: {found}. A house may allow them."),
        why=N_("What is clear needs no brackets, and what is not clear is not abbreviated."),
        wrong="Connecticut Immigrant Rights Alliance (CIRA)",
        right="Connecticut Immigrant Rights Alliance … the alliance",
        source="AP Stylebook, “abbreviations and acronyms”", year=2013, languages=("en",), whole=_bracketed,
    ),
)  # fmt: skip
