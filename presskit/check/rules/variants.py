"""One spelling for each name: within the text and against the library (check 13)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from presskit.check.lexicon import lexicon
from presskit.check.passages import Passage, passages
from presskit.check.rule import Case, Hit, Rule
from presskit.i18n import N_
from presskit.model.release import Release
from presskit.text.folding import fold

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'&-]*|\d+[A-Z]\w*)"
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_PARTY = re.compile(r"[DRI][-–]")  # D-New Haven
_LANGUAGES = ("en", "es", "fr", "de", "pt")
_MOST_ALIKE = 6  # names that differ in one word; more are a series
_LEAST = 4  # letters of a word that may be mistyped
_PLURAL_IN = 2  # words of a name: a plural within a longer one is a slip
_LONGEST = 15  # words of a name; what is longer is none
_MOST = 3_000  # names of a release that are compared


@cache
def _small() -> frozenset[str]:
    """The words that names are joined with, in all languages: a release names groups of several."""
    return frozenset(word for name in _LANGUAGES for word in lexicon(name).small) - {"&"}


@cache
def _begins() -> frozenset[str]:
    return frozenset(word for name in _LANGUAGES for word in lexicon(name).begins)


@cache
def _name() -> re.Pattern[str]:
    join = rf"(?:\s+(?:{'|'.join(sorted(_small(), key=len, reverse=True))}|&|d[’'])){{1,3}}"
    return re.compile(rf"{_WORD}(?:(?:{join})?\s+{_WORD})+")


class Form(NamedTuple):
    """A name as it stands in a place."""

    text: str
    passage: Passage
    start: int
    end: int


def names_in(passage: Passage) -> Iterator[Form]:
    """The names of two words or more in a passage: words with capitals, small ones between them."""
    text, small, begins = passage.text, _small(), _begins()
    for whole in _name().finditer(text):
        start, end = whole.span()
        first = text[start:end].split(maxsplit=1)
        while len(first) == 2 and first[0] in begins:
            start = text.index(first[1], start + len(first[0]), end)
            first = text[start:end].split(maxsplit=1)
            while len(first) == 2 and first[0] in small:
                start = text.index(first[1], start + len(first[0]), end)
                first = text[start:end].split(maxsplit=1)
        if found := re.match(r"[LlDd][’']", text[start:end]):
            start += found.end()
        name = text[start:end]
        for ending in ("’s", "'s", "’", "'", "-"):
            name = name.removesuffix(ending)
        if " " in name and not _PARTY.match(name):
            yield Form(name, passage, start, start + len(name))


def names_of(release: Release) -> Iterator[str]:
    """The names of two words or more that a release has, as they are spelt there."""
    for block in release.blocks:
        for passage in passages(block):
            yield from (form.text for form in names_in(passage))


def _names_of(passage: Passage) -> list[Form]:
    return list(names_in(passage))


@lru_cache(maxsize=20_000)
def key(name: str) -> tuple[str, ...]:
    """What all spellings of a name have in common: its words without small ones, case and accents."""
    small = _small()
    return tuple(each for each in re.findall(r"\w+", fold(name).replace("'", "")) if each not in small)


def _variants(case: Case) -> Iterator[Hit]:
    forms = _forms(case)
    by_key: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        parts = key(form.text)
        if len(parts) > 1:
            by_key[parts].append(form)
    for group in by_key.values():
        counted = Counter(_plain(form.text) for form in group if not _is_title_case(form))
        if len(counted) < 2:
            continue
        right = _right(counted, case)
        for form in _firsts(group):
            if (
                _plain(form.text) != right
                and not _is_title_case(form)
                and not _is_allowed(form, right, by_key)
            ):
                yield Hit(form.passage, form.start, form.end, {"right": right})
    yield from _misspelt(by_key)
    yield from _surnames(case)
    yield from _against_library(case, by_key)


def _forms(case: Case) -> list[Form]:
    wanted = {"headline", "subhead", "lede", "body", "crosshead", "quote", "role", "title", "name",
    "attribution", "bullet", "caption",
              "boilerplate", "notes", "contact", "source"}  # fmt: skip
    found: list[Form] = []
    for passage in case.passages:
        if passage.scope in wanted:
            found += passage.once(_names_of)
        if len(found) > _MOST:
            break
    return found


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    return " ".join(_BRACKETS.sub("", name).replace("’", "'").split())


def _right(counted: Counter[str], case: Case) -> str:
    """The spelling that a library has, or the most usual; of two as usual, the longer."""
    known = {_plain(each) for each in (*case.known.people, *case.known.organisations)}
    return max(counted, key=lambda each: (each in known, counted[each], len(each), each))


def _firsts(group: list[Form]) -> Iterator[Form]:
    """The first of each spelling in each block: one mark is enough."""
    seen: set[tuple[str, str]] = set()
    for form in group:
        mark = (_plain(form.text), form.passage.block.id)
        if mark not in seen:
            seen.add(mark)
            yield form


def _is_title_case(form: Form) -> bool:
    """Whether capitals say nothing there: in heads, and where all is in capitals."""
    return form.text.isupper() or (
        form.passage.scope in {"headline", "subhead", "crosshead"} and _heads(form.passage.text)
    )


def _heads(text: str) -> bool:
    words = [each for each in re.findall(r"[^\W\d_][\w’'-]*", text) if each.lower() not in _small()]
    return len(words) > 3 and sum(each[0].isupper() for each in words) > 0.7 * len(words)


def _is_allowed(form: Form, right: str, _by_key: object) -> bool:
    """Differences that are none: “&” for “and” in what stands in brackets, and a hyphen for a blank."""
    return (
        fold(form.text).replace("-", " ") == fold(right).replace("-", " ")
        and form.text.lower() == right.lower()
        and "-" in form.text + right
    )


def _misspelt(by_key: dict[tuple[str, ...], list[Form]]) -> Iterator[Hit]:
    """Names that differ by a letter or two in one word, the others alike: “Fountain” and “Fountian”."""
    by_rest: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for parts in by_key:
        for at in range(len(parts) if len(parts) <= _LONGEST else 0):
            by_rest[len(parts), at, parts[:at] + parts[at + 1 :]].append(parts)
    seen: set[tuple[str, ...]] = set()
    for (length, at, _rest), group in by_rest.items():
        if not 1 < len(group) <= _MOST_ALIKE:
            continue
        ranked = sorted(group, key=lambda each: (-len(by_key[each]), by_key[each][0].passage.scope != "name"))
        for place, one in enumerate(ranked):
            right = next((each for each in ranked[:place] if _near(one[at], each[at], at, length)), None)
            if right is None or one in seen:
                continue
            seen.add(one)
            usual = Counter(form.text for form in by_key[right]).most_common(1)[0][0]
            for form in _firsts(by_key[one]):
                yield Hit(form.passage, form.start, form.end, {"right": usual})


@cache
def _given_names() -> dict[str, int]:
    """Given names that are spelt in several ways, each with the number of its group."""
    groups = enumerate(lexicon("en").given_names)
    return {fold(name): number for number, group in groups for name in group.split()}


def _near(one: str, other: str, at: int = 0, length: int = 2) -> bool:
    """Whether two words, at a place of names of that length, are one that was spelt otherwise: a letter more,
    less or other, two swapped, or two forms of a given name. A plural is, within a name of three words."""
    if one == other or any(map(str.isdigit, one + other)):
        return False
    given = _given_names()
    if at == 0 and one in given and given[one] == given.get(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if longer in {shorter + "s", shorter + "es"}:
        return length > _PLURAL_IN and at < length - 1
    if len(shorter) < _LEAST or longer in {
        shorter + end for end in ("e", "n", "al", "a", "d", "o", "i", "y")
    }:
        return len(shorter) >= _LEAST and length == 2 and at == 1 and longer == shorter + shorter[-1]
    if len(one) == len(other):
        differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differing) == 1:
            return len(one) > _LEAST or differing[0] > 0
        first, last = differing[0], differing[-1]
        swapped = one[first] == other[last] and one[last] == other[first]
        return len(differing) == 2 and last == first + 1 and swapped
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


class _Nearly(NamedTuple):
    """A word that is nearly a speaker's surname, no other with a capital behind it: where it stands, what it
    is known by, the word with a capital before it, and the surname."""

    start: int
    end: int
    word: str
    before: str
    surname: str


def _nearly(passage: Passage, surnames: tuple[str, ...]) -> list[_Nearly]:
    found = []
    for each in _CAPITAL.finditer(passage.text):
        word = fold(each["word"]).removesuffix("'s")
        for surname in surnames if word not in surnames else ():
            if word[0] == surname[0] and _near(word, surname, 1):
                found.append(_Nearly(*each.span("word"), word, each["before"] or "", surname))
                break
    return found


_CAPITAL = re.compile(
    r"(?<![\w@/’'-])(?:(?P<before>[A-ZÀ-ÖØ-Þ][\w’'-]*\.?)\s+)?"
    r"(?P<word>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[’']s)?)(?![\w@/’'-]|\s+[A-ZÀ-ÖØ-Þ])"
)


def _surnames(case: Case) -> Iterator[Hit]:
    """A speaker's surname misspelt, by itself or after the name before it: “Pomery” where “Ada Pomeroy” is
    quoted. Only a spelling that stands once: other people have names that are nearly alike."""
    speakers = {fold(name.split()[-1]): name.split() for name in _speakers(case)}
    if not speakers:
        return
    told = [(passage, each) for passage in case.passages if passage.scope in _SPOKEN_OF
            for each in passage.once(_nearly, tuple(speakers))]  # fmt: skip
    counted = Counter(each.word for _passage, each in told)
    titles = {*case.words.honorifics, *case.words.no_names, *case.words.begins}
    for passage, (start, end, word, before, surname) in told:
        parts = speakers[surname]
        alone = not before or before.isupper() or before.rstrip(".") in titles
        if counted[word] == 1 and (alone or fold(before) == fold(parts[-2])):
            yield Hit(passage, start, end, {"right": parts[-1]})


def _speakers(case: Case) -> Iterator[str]:
    for speaker in case.speakers:
        words = speaker.name.split()
        if len(words) > 1 and len(words[-1]) > _LEAST and words[-1].isalpha():
            yield speaker.name


_SPOKEN_OF = frozenset(["lede", "body", "attribution", "bullet", "notes", "quote", "subhead", "caption"])


def _against_library(case: Case, by_key: dict[tuple[str, ...], list[Form]]) -> Iterator[Hit]:
    known = {key(name): name for name in (*case.known.people, *case.known.organisations)}
    lengths: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for parts in known:
        if len(parts) > 1:
            lengths[len(parts)].append(parts)
    for parts, group in by_key.items():
        right = known.get(parts, "")
        if not right:
            near = [other for other in lengths[len(parts)] if sum(a != b for a, b in zip(parts, other,
            strict=True)) == 1
                    and all(a == b or _near(a, b) for a, b in zip(parts, other, strict=True))]  # fmt: skip
            right = known[near[0]] if near and parts not in known else ""
        counted = {_plain(form.text) for form in group}
        if not right or (len(counted) > 1 and parts in known):  # of several the text itself tells
            continue
        for form in _firsts(group):
            if _plain(form.text) != _plain(right) and not _is_title_case(form):
                yield Hit(form.passage, form.start, form.end, {"right": right})


RULES = (
    Rule(
        id="name-variants", number=13, severity="warns", said=True, name=N_("One spelling of each name"),
        says=N_("“{found}” is “{right}” elsewhere."),
        why=N_("Names that change within a release, or from last time, are taken for two things."),
        wrong="Trust Act, TRUST Act", right="TRUST Act, TRUST Act",
        source="Business Wire, most common errors", year=2013, whole=_variants,
    ),
)  # fmt: skip
