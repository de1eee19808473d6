"""How people are named: first and later, titles, parties (checks 14 and 15)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from presskit.check.lexicon import NOTHING, Lexicon
from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_
from presskit.text.folding import fold

_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_FULL = re.compile(rf"({_CAP}(?:\s+(?:[A-Z]\.|{_CAP}|de|del|la|van|von|der|bin|al|el|Mc\w+)){{1,4}})")
_PARTY = re.compile(
    r"(?P<open>\s?\()(?P<party>[DRI])\s?[-–,]\s?(?P<place>[A-Z][\w.,’' -]{1,40}?)\)(?P<comma>,?)"
)


@cache
def _before(honorifics: tuple[str, ...]) -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, honorifics), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<title>(?:(?:U\.?S\.?|State|state|then-|former|Former)\s+)*(?:{titles})\.?)\s+(?P<name>{_CAP})(?P<more>(?:\s+(?:[A-Z]\.|{_CAP}))*)"
    )


class _Named(NamedTuple):
    """A person named in a passage: where, the surname, and whether by a title and the surname alone."""

    start: int
    end: int
    surname: str
    alone: bool


def _people(passage: Passage, ground: Ground) -> list[_Named]:
    honorifics, other = frozenset(ground.words.honorifics), frozenset(ground.words.no_names)
    places: list[_Named] = []
    for found in _FULL.finditer(passage.text):
        names = [
            each for each in found[0].split() if each.rstrip(".") not in honorifics and each not in other
        ]
        if len(names) > 1:
            places.append(_Named(*found.span(), fold(names[-1]).removesuffix("'s"), alone=False))
    if passage.scope not in {"headline", "subhead", "quote", "name"}:
        for found in _before(tuple(ground.words.honorifics)).finditer(passage.text):
            name = found["name"].removesuffix("’s").removesuffix("'s")
            if found["more"] or name in other or name in honorifics or passage.is_said(*found.span()):
                continue
            places.append(_Named(found.start(), found.start("name") + len(name), fold(name), alone=True))
    return sorted(places)


def _lonely(passage: Passage) -> list[tuple[int, int, str]]:
    """Words with a capital that no other stands beside: a surname by itself, maybe."""
    return [
        (*found.span("word"), fold(found["word"]).removesuffix("'s"))
        for found in _ALONE.finditer(passage.text)
        if not passage.is_said(*found.span())
    ]


_ALONE = re.compile(
    rf"(?<![\w.’'-])(?<![A-Z]\.\s)(?<![A-Z]\w\s)(?P<word>{_CAP})(?![\w’'-]|\s+[A-Z(“\"]|\s+(?:of|de|and)\s+[A-Z])"
)


def _first_reference(case: Case) -> Iterator[Hit]:
    """A surname, with a title or alone, before any full name with it."""
    naming = [each for each in case.passages if each.scope in _NAMING or each.scope == "name"]
    speakers = (each.name.split() for each in case.speakers)
    full = {fold(words[-1]) for words in speakers if len(words) > 1 and len(words[-1]) >= _SHORTEST}
    known: set[str] = set()
    for passage in naming:
        named = passage.once(_people, case.ground)
        if passage.scope == "name":
            words = passage.text.split()
            if (
                not any(not each.alone for each in named)
                and fold(words[-1]) not in known
                and _is_latin(words[-1])
            ):
                yield Hit(passage, 0, len(passage.text))
            known.add(fold(words[-1]))
            continue
        told = [(each.start, each.end, each.surname, each.alone) for each in named]
        if passage.scope in PROSE and not known >= full:
            covered = [(each.start, each.end) for each in named]
            told += [
                (start, end, surname, True)
                for start, end, surname in passage.once(_lonely)
                if surname in full and not any(first <= start < last for first, last in covered)
            ]
        for start, end, surname, alone in sorted(told):
            if alone and surname not in known:
                yield Hit(passage, start, end)
            known.add(surname)


def _is_latin(word: str) -> bool:
    """Whether a name has a surname that stands last and a given name to be missed."""
    return len(word) > 1 and word[0].isascii() and word[0].isupper()


_SHORTEST = 3  # letters of a surname that is looked for by itself
_NAMING = PROSE | {"headline", "subhead", "quote"}


def _courtesy(passage: Passage, ground: Ground) -> Iterator[Hit]:
    if ground.checks.courtesy_titles or not ground.words.courtesy:
        return
    pattern = _courtesies(tuple(ground.words.courtesy))
    for found in pattern.finditer(passage.text):
        yield Hit(passage, found.start(), found.end("name"), {"name": found["name"]}, found["name"])


@cache
def _courtesies(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})\.?\s+(?P<name>{_CAP})")


@cache
def _capital_role(roles: tuple[str, ...]) -> re.Pattern[str]:
    longest = "|".join(re.escape(each) for each in sorted(roles, key=len, reverse=True))
    return re.compile(
        rf"(?P<role>(?<![\w-])(?:[A-Z][\w’'-]*\s+(?:(?:and|of|&)\s+)?){{0,3}}(?:{longest}))(?![\w-])", re.I
    )


def _capital_after(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """A role with capitals after a name and a comma, or at the beginning of what a quote has after it."""
    text, roles = passage.text, _role_words(ground.words)
    if passage.scope == "role":
        begins = [len(text) - len(text.lstrip(" ,"))]
    else:
        begins = [found.end() for found in _NAME_COMMA.finditer(text)]
        begins += [found.end() for found in _NAME_WHOSE.finditer(text)]
    for start in begins:
        found = _ROLE_AT.match(text, start)
        if not found or passage.is_said(start, found.end()):
            continue
        letters = found[0]
        words = letters.split()
        end = next(
            (
                number
                for number in range(len(words), 0, -1)
                if " ".join(words[:number]).lower() in roles or words[number - 1].lower() in roles
            ),
            0,
        )
        if not end or all(each.isupper() for each in words[:end]):
            continue
        told = " ".join(words[:end])
        if told in {"Professor", "Dr", "Rev"} and passage.scope == "role":
            continue  # what stood before the name
        if told == told.lower():
            continue
        last = start + sum(len(each) for each in words[:end]) + end - 1
        if text[start:last] != told:
            continue
        usual = {part for each in ground.words.roles for part in each.replace("-", " ").split()}
        right = " ".join(
            each if each.isupper() or "’" in each or "'" in each else each.lower() for each in told.split()
        )
        safe = all(
            each in usual or each in {"and", "of"}
            for each in right.split()
            if each.islower() and "’" not in each
        )
        if right != told:
            yield Hit(passage, start, last, {"right": right}, right if safe else None)


_NAME_COMMA = re.compile(rf"{_CAP}(?:\s+(?:[A-Z]\.|{_CAP})){{1,5}},\s+(?=[A-Z])")
_NAME_WHOSE = re.compile(
    rf"{_CAP}(?:\s+(?:[A-Z]\.|{_CAP})){{1,5}},\s+(?:the\s+[\w ]{{2,40}}[’']s|its|their|our|the"
    r"|who\s+(?:is|was|serves\s+as)(?:\s+the)?)\s+(?=[A-Z])"
)
_ROLE_AT = re.compile(r"(?:[A-Z][\w’'-]*|and|of|&)(?:[ ](?:[A-Z][\w’'-]*|and|of|&)){0,5}")


@cache
def _roles(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _role_words(words: Lexicon) -> frozenset[str]:
    return _roles(tuple(words.roles))


def _small_before(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """A title in small letters right before a name."""
    for found in _small_titles(tuple(ground.words.formal)).finditer(passage.text):
        title = found["title"]
        right = title[0].upper() + title[1:]
        yield Hit(passage, *found.span("title"), {"right": right}, right)


@cache
def _small_titles(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return NOTHING
    before = r"(?<![\w’'-])" + "".join(
        rf"(?<!{each} )" for each in (r"\bthe", r"\ba", r"\ban", "’s", "'s", r"\b[Vv]ice")
    )
    before += "".join(rf"(?<!\b{each} )" for each in ("its", "their", "our", "his", "her", "former"))
    return re.compile(rf"{before}(?P<title>{'|'.join(words)})(?=\s+{_CAP}\s+{_CAP})")


def _party(passage: Passage, ground: Ground) -> Iterator[Hit]:
    if ground.checks.party_in_brackets:
        return
    for found in _PARTY.finditer(passage.text):
        follows = passage.text[found.end() : found.end() + 1]
        place = found["place"].strip()
        state = ground.house.postal.get(place, "")
        right = f", {found['party']}-{ground.house.regions.get(state, state) or place}"
        ends = not passage.text[found.end() :].strip() or follows in ".;:!?)"
        right += found["comma"] if found["comma"] or ends else ","
        told: dict[str, object] = {"right": right.strip(" ,"), "found": found[0].strip(" ,")}
        yield Hit(passage, found.start(), found.end(), told, right)


def _legislator(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """Written-out titles before names: “State Senator Ada Poe” is “state Sen. Ada Poe”."""
    for found in _titled(tuple(ground.words.titles_before)).finditer(passage.text):
        short = ground.words.titles_before[" ".join(found["title"].lower().split())]
        where = found["where"] or ""
        place = "U.S. " if where.upper().startswith("U") else "state " if where else ""
        begins = (
            not passage.text[: found.start()].strip() or passage.text[: found.start()].rstrip()[-1:] in ".?!"
        )
        right = place + short
        right = right[0].upper() + right[1:] if begins and passage.scope != "title" else right
        start, end = found.start(), found.end("title")
        if passage.text[start:end] != right:
            yield Hit(passage, start, end, {"right": right}, right)


@cache
def _titled(titles: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(each.replace(" ", r"\s+") for each in sorted(titles, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<where>(?i:U\.?S\.?|state))\s+)?(?P<title>(?i:{words}))(?=\s+{_CAP}|$)(?!\s+(?:of|Pro|Majority|Minority|Office|House|Leader|Elect))"
    )


_SCOPES = PROSE

RULES = (
    Rule(
        id="first-reference", number=14, severity="warns", name=N_("Full names first"),
        says=N_("“{found}” is named here for the first time: give the full name."),
        why=N_("The full name and role come first, the surname after that."),
        wrong="US Senator Blumenthal", right="U.S. Sen. Richard Blumenthal",
        source="AP style guide, “names”", year=2013, languages=("en",), whole=_first_reference,
    ),
    Rule(
        id="courtesy-title", number=14, severity="warns", name=N_("No courtesy titles"),
        says=N_("“{found}” is “{name}” in house style, without Mr., Mrs. or Ms."),
        why=N_("News text names people alike, by their surname."),
        wrong="Mr. Islas", right="Islas",
        source="AP Stylebook, “courtesy titles”", year=2024, languages=("en",), scopes=_SCOPES,
        texts=_courtesy,
    ),
    Rule(
        id="title-capital", number=15, severity="warns", name=N_("Titles after names"),
        says=N_("“{found}” stands after a name: “{right}”."),
        why=N_("Titles have capitals before a name alone."),
        wrong="Jane Doe, Policy Director", right="Jane Doe, policy director",
        source="AP Stylebook, “titles”", year=2024, languages=("en",), scopes=_SCOPES | {"role"},
        texts=_capital_after,
    ),
    Rule(
        id="title-small", number=15, severity="warns", name=N_("Titles before names"),
        says=N_("“{found}” stands right before a name: “{right}”."),
        why=N_("Formal titles have capitals before a name."),
        wrong="mayor Jane Doe", right="Mayor Jane Doe",
        source="AP Stylebook, “titles”", year=2024, languages=("en",), scopes=_SCOPES, texts=_small_before,
    ),
    Rule(
        id="party-form", number=15, severity="warns", name=N_("Legislators’ parties"),
        says=N_("“{found}” is set off by commas: “{right}”."),
        why=N_("Party and place stand between commas, not in brackets."),
        wrong="(D-Bridgeport)", right=", D-Bridgeport,",
        source="AP Stylebook, “party affiliation”", year=2024, languages=("en",), scopes=_SCOPES | {"role"},
        texts=_party,
    ),
    Rule(
        id="legislator-title", number=15, severity="informs", name=N_("Legislators’ titles"),
        says=N_("“{found}” before a name is “{right}”."),
        why=N_("Titles of legislators and governors are abbreviated before a name."),
        wrong="State Senator Yvonne Miller", right="state Sen. Yvonne Miller",
        source="AP Stylebook, “legislative titles”", year=2024, languages=("en",),
        scopes=_SCOPES | {"title"}, texts=_legislator,
    ),
)  # fmt: skip
