"""Items that may be one and the same: found by names, addresses, numbers, and by what texts say."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.statistics import Statistics
from presskit.i18n import _
from presskit.library.items import Item, Organisation, Piece
from presskit.library.people import Person
from presskit.text.folding import sought
from presskit.text.runs import plain, plain_paragraphs

MOST = 2_000  # pairs that are told
_CROWD = 40  # items that share a key: more say nothing of each other
_ALIKE = 90  # of 100: how alike texts and names are that may be one
_NEAR = 80  # of 100: how alike names are of people with one number; an office's is many people's
_FIRST = 12  # words of a text by which it is found
_MARKS = re.compile(r"[\W_]+")


class Pair(NamedTuple):
    """Two items that may be one. score: to 100. why: as a sentence."""

    one: Item
    other: Item
    score: int
    why: str


class Cancelled(Exception):  # noqa: N818 - whoever asked wants no answer any more
    """The search was stopped."""


def find(items: Iterable[Item], stopped: Callable[[], bool] = lambda: False) -> list[Pair]:
    """The pairs of items that may be one, the likeliest first. Only items that share a key are compared, so
    that a large library takes seconds. Raises Cancelled."""
    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for number, item in enumerate(items):
        if number % 500 == 0 and stopped():
            raise Cancelled
        for key in set(_keys(item)):
            groups[item.kind, key].append(item)
    found: dict[tuple[str, str], Pair] = {}
    for number, group in enumerate(groups.values()):
        if number % 500 == 0 and stopped():
            raise Cancelled
        if not 1 < len(group) <= _CROWD:
            continue
        for one, other in combinations(group, 2):
            pair_id = (one.id, other.id)
            if pair_id not in found and (pair := _compared(one, other)):
                found[pair_id] = pair
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.one.name))[:MOST]


def _keys(item: Item) -> Iterator[str]:
    match item.content:
        case Person() as person:
            words = sought(person.name)
            yield "n:" + " ".join(sorted(words))
            if len(words) > 1:
                yield from (f"w:{words[0][:1]} {words[-1]}", f"w:{words[-1][:1]} {words[0]}")
            if person.email.strip():
                yield "e:" + person.email.strip().casefold()
            yield from (f"p:{digits}" for digits in _numbers(person))
        case Organisation() as organisation:
            words = sought(organisation.name)
            yield "n:" + " ".join(words)
            yield from (f"w:{word}" for word in words if len(word) > 3)
            yield from (f"s:{short}" for short in _shorts(organisation))
        case Piece(block=Statistics() as block):
            source = " ".join(sought(" ".join(each.who for each in block.sources)))
            yield from (f"f:{_MARKS.sub('', each.figure)} {source}" for each in block.items if each.figure)
        case Piece():
            words = sought(_text(item))[:_FIRST]
            yield from (f"t:{' '.join(words[at : at + 3])}" for at in range(0, max(len(words) - 2, 1), 3))


def _compared(one: Item, other: Item) -> Pair | None:
    match one.content, other.content:
        case Person() as a, Person() as b:
            score, why = _people(a, b)
        case Organisation() as c, Organisation() as d:
            score, why = _organisations(c, d)
        case Piece(block=Statistics()), Piece(block=Statistics()):
            score, why = _alike(one, other, _("they give the same figure of the same source"), 80)
        case Piece(block=Boilerplate()), Piece(block=Boilerplate()) if one.language != other.language:
            return None
        case _:
            score, why = _alike(one, other, _("they say nearly the same"), _ALIKE)
    return Pair(one, other, score, why) if score else None


def _ratio(one: str, other: str) -> float:
    """How alike two texts are, of 100, whatever the order of their words."""
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other)


def _people(one: Person, other: Person) -> tuple[int, str]:
    a, b = sought(one.name), sought(other.name)
    if one.email.strip() and one.email.strip().casefold() == other.email.strip().casefold():
        return 98, _("they have the same e-mail address")
    if a and sorted(a) == sorted(b):
        return 97, _("they have the same name")
    same = set(_numbers(one)) & set(_numbers(other))
    alike = _ratio(" ".join(a), " ".join(b))
    if same and alike >= _NEAR:
        return 92, _("they have the same number, and names that are alike")
    if _is_initial(a, b) or _is_initial(b, a):
        return 85, _("one name may be the other with an initial")
    if a and b and alike >= _ALIKE:
        return int(alike) - 5, _("their names are spelled almost alike")
    return 0, ""


def _is_initial(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name is another with its first name cut to a letter: "A. Rivera"."""
    return len(short) > 1 < len(whole) and (
        len(short[0]) == 1 and whole[0].startswith(short[0]) and short[-1] == whole[-1]
    )


def _organisations(one: Organisation, other: Organisation) -> tuple[int, str]:
    a, b = (" ".join(sought(each.name)) for each in (one, other))
    if a and a == b:
        return 97, _("they have the same name")
    alike = _ratio(a, b)
    if a and b and alike >= _ALIKE:
        return int(alike) - 5, _("their names are spelled almost alike")
    short, other_short = _short(one), _short(other)
    if (short and short in _shorts(other)) or (other_short and other_short in _shorts(one)):
        return 88, _("one name is the short form of the other")
    return 0, ""


def _alike(one: Item, other: Item, why: str, least: int) -> tuple[int, str]:
    score = int(_ratio(_text(one)[:4_000], _text(other)[:4_000]))
    return (score, why) if score >= least else (0, "")


def _short(organisation: Organisation) -> str:
    return _MARKS.sub("", organisation.short).casefold()


def _shorts(organisation: Organisation) -> Iterator[str]:
    """Its short form, and the first letters of its name."""
    if short := _short(organisation):
        yield short
    words = sought(organisation.name)
    if len(words) > 1:
        yield "".join(word[0] for word in words)


def _numbers(person: Person) -> Iterator[str]:
    """Telephone numbers by their last nine digits, which have no country's prefix."""
    for number in (person.phone, person.after_hours):
        digits = "".join(each for each in number if each.isdigit())
        if len(digits) >= 7:
            yield digits[-9:]


def _text(item: Item) -> str:
    match item.content:
        case Piece(block=Boilerplate() as block):
            return plain_paragraphs(block.text) or block.heading
        case Piece(block=Statistics() as block):
            return " ".join(f"{each.figure} {plain(each.sentence)}" for each in block.items)
        case Piece(block=block):
            return " ".join(block.letters())
        case _:
            return item.name
