"""Figures and per cent (check 18)."""

import re
from collections.abc import Iterator

from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Ground, Hit, Rule
from presskit.i18n import N_

_PERCENT = re.compile(
    r"(?P<figure>(?<![\w.,])\d[\d,]*(?:\.\d+)?)(?P<gap>[\s\u00a0\u202f]*-?)(?P<word>per[\s-]?cent(?!age)\b|%)",
    re.I,
)
_POINT = re.compile(r"(?<![\d\w.])\.(?P<figure>\d+)(?P<unit>\s?%|\s?percent\b)?(?!\w)")
_ALONE = re.compile(
    r"(?<![\w$€£#.,/:–—-])(?<!No\. )(?<!no\. )(?P<figure>[1-9])(?=\s(?P<next>[a-z][\w’'-]*))(?![.,:/–—-]\d)"
)
_BEFORE = re.compile(
    r"(?:\b(?:page|pages|chapter|section|article|part|grade|grades|district|route|highway|interstate|title|type|level|phase|stage|tier|room|suite"
    r"|ward|precinct|pier|gate|line|item|figure|table|step|class|age|ages|aged|no|number|measure|proposition|prop|question|issue|act|bill|resolution"
    r"|apollo|covid|form|category|zone|channel|platform|vol"
    r"|version|point|rule|goal|score|vote|factor|group|day|week"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept|oct|nov|dec)\.?\s)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![.!?] )\b[A-Z][\w’'-]*\s$")  # a name that has a number, such as Apollo 9
_PEOPLE = frozenset(["people", "children", "women", "men", "percent", "hundred", "thousand"])
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_PERCENT_WORDS = re.compile(
    rf"(?<!\w)(?P<tens>{_TENS})?(?P<gap>[- ])?(?P<ones>{_WORDS})?\s(?:percent|per cent)\b", re.IGNORECASE
)
_AGE = re.compile(
    rf"(?<!\w)(?P<age>{_WORDS})(?=-(?:year|month)-old\b|\s(?:years|months)\sold\b)|(?<=[a-z],\s)(?P<after>{_WORDS})(?=,\s(?:said|says|who|was|is|named|of|has|had|and|told|added|will)\b)",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(
    rf"(?<!\w)(?P<count>{_WORDS}|{_TENS}|a)\s(?P<times>hundred|thousand)(?=\s[a-z]+s\b|\speople\b|\schildren\b)",
    re.IGNORECASE,
)
_NUMERALS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
}
_BEGIN = re.compile(r"^[\s“\"‘(]*(?P<figure>\$?\d[\d,.]*(?:\s?%)?)(?=[\s-])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_TWO = re.compile(
    r"\b(?P<word>[a-z]+)(?:-(?P<rest>one|two|three|four|five|six|seven|eight|nine))?\b(?=\s+(?P<next>[a-z]\w+))",
    re.I,
)


def _percent(passage: Passage, ground: Ground) -> Iterator[Hit]:
    for found in _PERCENT.finditer(passage.text):
        figure, word = found["figure"], found["word"].lower()
        if ground.checks.percent == "%":
            right = f"{figure}%"
            if found[0] != right and not (found["gap"] == "-" or (word == "%" and found["gap"] == "")):
                yield Hit(passage, *found.span(), {"right": right}, right)
        elif word == "%":
            right = f"{figure} percent"
            yield Hit(passage, *found.span(), {"right": right}, right)


def _decimal(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _POINT.finditer(passage.text):
        if passage.text[: found.start()].endswith(("$", "€", "£")) or (
            not found["unit"] and len(found["figure"]) > 2
        ):
            continue
        right = "0" + found[0]
        yield Hit(passage, *found.span(), {"right": right}, right)


def _small(passage: Passage, ground: Ground) -> Iterator[Hit]:
    units = {*ground.words.units}
    for found in _ALONE.finditer(passage.text):
        follows, before = found["next"].lower(), passage.text[max(found.start() - 24, 0) : found.start()]
        if (
            follows in units
            or follows.split("-")[0] in units
            or not (follows.rstrip("’'").endswith("s") or follows in _PEOPLE)
            or follows in {"is", "was", "has", "as", "its", "this"}
        ):
            continue
        if (
            _BEFORE.search(before)
            or _NAMED.search(before)
            or (
                follows in {"years", "months", "weeks", "days"}
                and re.match(r"\s\S+\s(?:old|of age)\b", passage.text[found.end() :])
            )
        ):
            continue
        right = _NUMERALS[int(found["figure"])]
        start = found.start()
        if not passage.text[:start].strip() or passage.text[:start].rstrip()[-1:] in ".?!":
            right = right.capitalize()
        yield Hit(passage, start, found.end(), {"right": right}, right)


def _large(passage: Passage, ground: Ground) -> Iterator[Hit]:
    numbers = ground.words.number_words
    begins = {start for start, _end in passage.sentences}
    for found in _TWO.finditer(passage.text):
        value = numbers.get(found["word"].lower(), 0)
        if value < 10 or found.start() in begins or (found["rest"] and value % 10):
            continue
        if found["next"].lower() in {
            "of",
            "and",
            "or",
            "percent",
            "point",
            "commandments",
            "to",
            "thousand",
            "hundred",
            "million",
        } or not (found["next"].lower().endswith("s") or found["next"].lower() in _PEOPLE):
            continue
        if found["word"][0].isupper() or found["next"].lower() in {"is", "was", "has", "as", "this", "its"}:
            continue
        value += numbers.get((found["rest"] or "").lower(), 0) if found["rest"] != "one" else 1
        right = str(value)
        yield Hit(passage, found.start(), found.end(), {"right": right}, right)


def _in_words(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """Per cent, ages and round hundreds that are written in words."""
    numbers = {**ground.words.number_words, "one": 1, "a": 1}
    begins = {start for start, _end in passage.sentences}
    for found in _PERCENT_WORDS.finditer(passage.text):
        if found["tens"] or found["ones"]:
            value = numbers.get((found["tens"] or "").lower(), 0) + numbers.get(
                (found["ones"] or "").lower(), 0
            )
            right = f"{value}%" if ground.checks.percent == "%" else f"{value} percent"
            if found.start() not in begins:
                yield Hit(passage, *found.span(), {"right": right}, right)
    for found in _AGE.finditer(passage.text):
        group = "age" if found["age"] else "after"
        right = str(numbers[found[group].lower()])
        if found.start() not in begins:
            yield Hit(passage, *found.span(group), {"right": right}, right)
    for found in _HUNDREDS.finditer(passage.text):
        if found.start() not in begins and found["count"].lower() != "a":
            value = numbers[found["count"].lower()] * (100 if found["times"].lower() == "hundred" else 1000)
            yield Hit(passage, *found.span(), {"right": f"{value:,}"}, f"{value:,}")


def _begins(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for start, end in passage.sentences:
        found = _BEGIN.match(passage.text[start:end])
        if (
            found
            and not _YEAR.match(found["figure"].rstrip(",."))
            and not re.match(r"\d+[.)]?$", passage.text[start:end].strip())
        ):
            if found["figure"].endswith(".") and found["figure"][:-1].isdigit():
                continue
            yield Hit(passage, start + found.start("figure"), start + found.end("figure"))


_SCOPES = PROSE | {"headline", "subhead"}

RULES = (
    Rule(
        id="percent", number=18, severity="warns", name=N_("Per cent"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("The sign with a figure, without a blank, since 2019."),
        wrong="44 percent", right="44%",
        source="Poynter: AP says the percentage sign is now OK", year=2019, languages=("en",),
        scopes=_SCOPES | {"figure"}, texts=_percent,
    ),
    Rule(
        id="decimal", number=18, severity="warns", name=N_("Decimals below one"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Without its nought the point is lost in print."),
        wrong=".6%", right="0.6%",
        source="AP Stylebook, “decimal units”", year=2024, languages=("en",),
        scopes=_SCOPES | {"figure"}, texts=_decimal,
    ),
    Rule(
        id="number-small", number=18, severity="warns", name=N_("Numbers below 10"),
        says=N_("“{found}” is written “{right}” here."),
        why=N_("One to nine in words, figures from 10; figures for ages, per cent and measures."),
        wrong="9 families", right="nine families",
        source="AP Stylebook, “numerals”", year=2024, languages=("en",), scopes=PROSE, texts=_small,
    ),
    Rule(
        id="number-large", number=18, severity="warns", name=N_("Numbers from 10"),
        says=N_("“{found}” is written “{right}” here."),
        why=N_("One to nine in words, figures from 10."),
        wrong="twelve families", right="12 families",
        source="AP Stylebook, “numerals”", year=2024, languages=("en",), scopes=PROSE, texts=_large,
    ),
    Rule(
        id="number-words", number=18, severity="warns", name=N_("Per cent, ages and hundreds"),
        says=N_("“{found}” is written “{right}”."),
        why=N_("Per cent and ages have figures, and so has what is above nine."),
        wrong="forty percent, a seven-year-old", right="40%, a 7-year-old",
        source="AP Stylebook, “ages”, “percent”", year=2024, languages=("en",), scopes=PROSE, texts=_in_words,
    ),
    Rule(
        id="number-first", number=18, severity="warns", name=N_("No figure first"),
        says=N_("The sentence begins with the figure “{found}”: write it in words, or begin otherwise."),
        why=N_("A sentence begins with a letter; years alone are excepted, and points of a list."),
        wrong="44 families left.", right="In all, 44 families left.",
        source="AP Stylebook, “numerals”", year=2024, languages=("en",),
        scopes=frozenset(["lede", "body", "boilerplate", "notes", "attribution"]), texts=_begins,
    ),
)  # fmt: skip
