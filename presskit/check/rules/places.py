"""How states and countries are written (check 16)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Ground, Hit, Rule
from presskit.i18n import N_
from presskit.model.profile import Profile

_US = re.compile(r"(?<![\w.$-])US(?![\w.$]|\$)")
_ADDRESS = re.compile(r"\s+\d{5}\b")
_RUN_ON = r"(?:\b(?:[Ii]n|of|from|near|at)\s+)(?P<city>[A-Z][a-z][\w’'-]+(?:\s[A-Z][a-z][\w’'-]+){0,2})\s+"
_CITY = r"(?<![\w.])(?P<city>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}),\s+"


_OTHER_WORDS = frozenset(
    [
        "Miss.",
        "Ore.",
        "Wash.",
        "Mass.",
        "Va.",
        "La.",
        "Pa.",
        "Ill.",
        "Ind.",
        "Ark.",
        "Del.",
        "Md.",
        "D.C.",
        "Ala.",
    ]
)  # what may stand for something else where no city stands before it


class _Patterns(NamedTuple):
    """A city with a postal code, the same without a comma, a city with a state in short, and a state in short
    by itself."""

    code: re.Pattern[str]
    run_on: re.Pattern[str]
    short: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def _patterns(codes: tuple[str, ...], short: tuple[str, ...]) -> _Patterns:
    forms, alone = (
        "|".join(re.escape(each) for each in sorted(group, key=len, reverse=True))
        for group in (short, [each for each in short if each not in _OTHER_WORDS] or ["Conn."])
    )
    return _Patterns(
        re.compile(rf"{_CITY}(?P<state>{'|'.join(codes)})\b\.?(?!\w)"),
        re.compile(rf"{_RUN_ON}(?P<state>{'|'.join(codes)})\b(?![\w.’'-]|\s+[A-Z])"),
        re.compile(rf"{_CITY}(?P<state>{forms})(?!\w)"),
        re.compile(rf"(?<![\w.])(?P<state>{alone})(?=\s+[a-z’'])|(?<=across )(?P<more>{forms})(?=\s+[a-z])"),
    )


def _of(house: Profile) -> _Patterns:
    short = tuple(value for value in house.regions.values() if value != "D.C.")
    return _patterns(tuple(code for code in house.postal if code != "DC"), short)


def _state(passage: Passage, ground: Ground) -> Iterator[Hit]:
    house = ground.house
    full = {value: name for name, value in house.regions.items()}
    by_code, run_on, by_short, alone = _of(house)
    for found in by_code.finditer(passage.text):
        if _ADDRESS.match(passage.text[found.end() :]):
            continue
        start = found.start("state")
        right = house.postal[found["state"]]
        yield Hit(passage, start, found.end("state"), {"right": right}, right)
    for found in run_on.finditer(passage.text):
        start, follows = found.end("city"), passage.text[found.end() :]
        if not _ADDRESS.match(follows):
            right = f", {house.postal[found['state']]}" + ("," if follows[:1] == " " else "")
            yield Hit(passage, start, found.end("state"), {"right": right.strip(", ")}, right)
    taken: set[int] = set()
    for pattern in (by_short, alone):
        for found in pattern.finditer(passage.text):
            group = "state" if found["state"] else "more"
            start, end = found.span(group)
            if start in taken or _ADDRESS.match(passage.text[end:]) or _party(passage.text, start):
                continue
            taken.add(start)
            right = full[found[group]]
            yield Hit(passage, start, end, {"right": right}, right)


def _party(text: str, start: int) -> bool:
    return bool(re.search(r"[DRI][-–]$", text[:start]))


def _in_caption(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """A state that is spelled out after its city, in a caption."""
    for found in _spelled(tuple(ground.house.regions)).finditer(passage.text):
        right = ground.house.regions[found["state"]]
        yield Hit(passage, *found.span("state"), {"right": right}, right)


@cache
def _spelled(states: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_CITY}(?P<state>{'|'.join(sorted(states, key=len, reverse=True))})(?!\w)")


def _points(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _US.finditer(passage.text):
        yield Hit(passage, *found.span(), {"right": "U.S."}, "U.S.")


RULES = (
    Rule(
        id="state-name", number=16, severity="warns", name=N_("States in the text"),
        says=N_("“{found}” is “{right}” in running text."),
        why=N_("Since 2014 states are spelled out in text, and abbreviated in datelines and captions."),
        wrong="Hartford, CT", right="Hartford, Connecticut",
        source="Poynter: AP spells out names of states", year=2014, languages=("en",),
        scopes=PROSE - {"caption"}, texts=_state,
    ),
    Rule(
        id="state-caption", number=16, severity="warns", name=N_("States in captions"),
        says=N_("“{found}” is “{right}” after its city in a caption."),
        why=N_("Captions have states as datelines have them."),
        wrong="Hartford, Connecticut", right="Hartford, Conn.",
        source="Poynter: AP spells out names of states", year=2014, languages=("en",),
        scopes=frozenset(["caption"]), texts=_in_caption,
    ),
    Rule(
        id="us-points", number=16, severity="warns", name=N_("U.S. with points"),
        says=N_("“{found}” has points in text: “{right}”."),
        why=N_("US without points is for headlines alone."),
        wrong="US Senator", right="U.S. Sen.",
        source="AP Stylebook, “U.S.”", year=2024, languages=("en",), scopes=PROSE | {"title", "role"},
        texts=_points,
    ),
)  # fmt: skip
