"""Acronyms: what they stand for, and whether they are needed (check 17)."""

import re
from collections.abc import Iterator
from functools import cache

from presskit.check.passages import Passage
from presskit.check.rule import Case, Hit, Rule
from presskit.i18n import N_

_ACRONYM = re.compile(
    r"(?<![\w.@#/’'-])(?P<letters>(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,7})(?P<end>s|[’']s)?(?![\w@/]|[’'][A-Z]|-?\d)"
)
_DEFINED = re.compile(
    r"\((?:the\s+|or\s+|“|\")?(?P<letters>[A-Z][A-Za-z0-9&-]{1,9}s?)(?:”|\")?(?:[;,][^)]{0,60})?\)"
)
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
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b(?:[\s,]+\b[A-Z]{2,}\b){2,}")


def _unexpanded(case: Case) -> Iterator[Hit]:
    known = {*case.words.acronyms, *case.checks.known, *case.house.postal, *map(str.upper, case.known.short)}
    told = _told(case)
    seen: set[str] = set()
    for passage in case.of("lede", "body", "bullet", "boilerplate", "role", "title", "attribution", "notes"):
        shouted = [found.span() for found in _SHOUTED.finditer(passage.text)]
        for found in _ACRONYM.finditer(passage.text):
            letters = found["letters"]
            if (
                letters in known | told | seen
                or letters.rstrip("S") in known | told
                or passage.is_said(*found.span())
            ):
                continue
            if any(start <= found.start() < end for start, end in shouted) or _is_plain(
                letters, passage, found
            ):
                continue
            seen.add(letters)
            if not _initials(letters, _all_text(case)):
                yield Hit(passage, found.start(), found.end("letters"))


def _is_plain(letters: str, passage: Passage, found: re.Match[str]) -> bool:
    """Roman numerals, codes of a highway or a model, and party tags."""
    if (
        re.fullmatch(r"[IVXLC]+", letters)
        or re.fullmatch(r"[A-Z]\d+", letters)
        or re.fullmatch(r"\d+[A-Z]{1,2}", letters)
    ):
        return True
    before, after = (
        passage.text[max(found.start() - 2, 0) : found.start()],
        passage.text[found.end() : found.end() + 2],
    )
    return before.endswith((".", "$")) or (after[:1] == "." and after[1:2].isalpha())


def _told(case: Case) -> set[str]:
    """The acronyms that the text says the meaning of, in brackets before or after."""
    found: set[str] = set()
    for passage in case.passages:
        found |= {each["letters"] for each in _EXPANDED.finditer(passage.text)}
        for each in _DEFINED.finditer(passage.text):
            if each["letters"].upper() == each["letters"] or sum(map(str.isupper, each["letters"])) > 1:
                found |= {each["letters"], each["letters"].removesuffix("s")}
    return found


@cache
def _letters_of(text: str) -> str:
    """The first letters of all words of a text, small words in small letters: where an acronym may be."""
    return "".join(_first(word) for word in re.findall(r"[^\W_]+|[.!?;:]", text))


def _first(word: str) -> str:
    if word in ".!?;:":
        return " "
    return (
        word[0]
        if word[0].isupper() and word not in _SMALL
        else word[0].lower()
        if word.lower() in _SMALL
        else "\x00"
    )


def _all_text(case: Case) -> str:
    return "\n".join(passage.text for passage in case.passages)


def _initials(letters: str, text: str) -> bool:
    """Whether words with these initials stand anywhere in a text."""
    wanted = [each for each in letters if each.isalpha()]
    pattern = "[a-z]*".join(map(re.escape, wanted))
    return bool(re.search(pattern, _letters_of(text))) or (
        bool(
            re.search("".join(f"(?:{re.escape(each)}|{each.lower()})" for each in wanted), _letters_of(text))
        )
        and len(wanted) > 2
    )


def _definitions(case: Case) -> list[tuple[Passage, re.Match[str]]]:
    """Acronyms that follow their name in brackets."""
    found = []
    for passage in case.of("lede", "body", "bullet", "boilerplate", "notes", "role", "attribution"):
        for each in _DEFINED.finditer(passage.text):
            letters = each["letters"]
            if (
                sum(map(str.isupper, letters)) > 1
                and not passage.is_said(*each.span())
                and _names(passage.text[: each.start()], letters)
            ):
                found.append((passage, each))
    return found


def _names(before: str, letters: str) -> bool:
    """Whether what stands before brackets is the name that the letters are of."""
    words = re.findall(r"[^\W\d_][\w’'-]*", before[-160:])[-10:]
    capitals = [each[0] for each in words if each[0].isupper()]
    return bool(capitals) and (
        capitals[-1:] == [letters.rstrip("s")[-1].upper()] or letters[0] in capitals[-len(letters) - 2 :]
    )


def _unused(case: Case) -> Iterator[Hit]:
    whole = _all_text(case)
    for passage, found in _definitions(case):
        letters = found["letters"].removesuffix("s") if found["letters"][-1:] == "s" else found["letters"]
        uses = len(re.findall(rf"(?<!\w){re.escape(letters)}(?:s|[’']s)?(?!\w)", whole))
        if uses < 2:
            gap = 1 if passage.text[found.start() - 1 : found.start()] == " " else 0
            yield Hit(passage, found.start() - gap, found.end(), {"found": letters}, "")


def _bracketed(case: Case) -> Iterator[Hit]:
    """One for a release: which is meant is named, and all are cured alike."""
    if case.checks.acronyms_in_brackets:
        return
    found = _definitions(case)
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
