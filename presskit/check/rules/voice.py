"""Whose voice it is: person, tone, judgements, sound-alikes (checks 19, 20 and 30)."""

import re
from collections.abc import Iterator
from functools import cache

from presskit.check.lexicon import lexicon, one_of
from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Ground, Hit, Rule
from presskit.i18n import N_
from presskit.text.languages import primary

_IN_ADDRESS = re.compile(r"^[./@]|[/@]$")
_EXCLAIMS = re.compile(r"[!！]+")
_STANDARD = re.compile(r"\b(?:Contact|Visit|Call|Follow|Join|Register|RSVP|Click|Subscribe|See)\b")
_NAMED = re.compile(r"^\s+(?:[A-Z]|Act\b)")


def _person(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """The first of a passage: one is enough to know."""
    invites = one_of(tuple(ground.words.invites))
    for found in one_of(tuple(ground.words.first_person), case=True).finditer(passage.text):
        start, end = found.span()
        if (
            passage.is_said(start, end)
            or _is_name(passage, start, end)
            or _IN_ADDRESS.search(passage.text[max(start - 1, 0) : end + 1])
        ):
            continue
        if found[0].lower().startswith("you") and invites.search(passage.sentence(start)):
            continue
        yield Hit(passage, start, end)
        return


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """“I” as a numeral or initial, and words within a name or title: “Our Lady of …”, “Title I”."""
    word, text = passage.text[start:end], passage.text
    before, after = text[:start].rstrip(), text[end:]
    if word == "I":
        return after.startswith((".", "-", "–")) or (
            bool(re.search(r"(?:[A-Z][\w’'-]*|,)$", before)) and not re.match(r"\s+[a-z]", after)
        )
    begins = not before or before[-1] in ".!?:–—"
    if word[0].isupper() and not begins:
        return True
    runs = [run for run in passage.runs if run.italic or run.link]
    return any(
        word in run.text
        and run.text in text
        and text.find(run.text) <= start < text.find(run.text) + len(run.text)
        for run in runs
        if run.italic
    )


def _exclaimed(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    for found in _EXCLAIMS.finditer(passage.text):
        ends = passage.text[found.end() : found.end() + 1]
        if found[0] == "!" and ends.isalpha():  # a name such as Yum!Brands
            continue
        yield Hit(passage, *found.span(), fix="." if ends in {"", " ", "\n"} else None)


@cache
def _loaded(language: str, more: tuple[str, ...], less: frozenset[str]) -> re.Pattern[str]:
    return one_of(tuple(each for each in (*lexicon(language).loaded, *more) if each.lower() not in less))


def _judging(passage: Passage, ground: Ground) -> Iterator[Hit]:
    less = frozenset(each.lower() for each in ground.checks.plain)
    words = _loaded(primary(ground.language), tuple(map(re.escape, ground.checks.loaded)), less)
    attributed = one_of(tuple(ground.words.attributes))
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        for found in words.finditer(sentence):
            at = start + found.start()
            if passage.is_said(at, start + found.end()) or attributed.search(_outside(passage, start, end)):
                continue
            if found[0][0].isupper() and found.start() and _NAMED.match(sentence[found.end() :]):
                continue  # part of a name
            yield Hit(passage, at, start + found.end())


def _outside(passage: Passage, start: int, end: int) -> str:
    """A sentence without what is said in it."""
    kept, at = [], start
    for first, last in passage.said:
        if first < end and last > start:
            kept.append(passage.text[at : max(first, at)])
            at = max(at, min(last, end))
    return "".join((*kept, passage.text[at:end]))


def _soundalike(passage: Passage, ground: Ground) -> Iterator[Hit]:
    lower = passage.text.lower().replace("'", "’")
    for pattern, wrong, right in ground.words.soundalikes:
        if wrong.replace("'", "’") not in lower:  # most are not, and it is told at once
            continue
        for found in _compiled(pattern).finditer(passage.text):
            letters = found[0]
            folded = letters.replace("'", "’").lower()
            at = folded.find(wrong.replace("'", "’").lower())
            if at < 0:
                continue
            length = len(wrong)
            new = right.capitalize() if letters[at : at + 1].isupper() else right
            yield Hit(
                passage, found.start() + at, found.start() + at + length,
                {"right": new.strip(), "found": passage.text[found.start() : found.end()]}, new,
            )  # fmt: skip


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULES = (
    Rule(
        id="first-person", number=19, severity="warns", name=N_("Third person"),
        says=N_("“{found}” outside a quote: write in the third person."),
        why=N_("No rule is shared by more services: “we” and “you” belong in quotes."),
        wrong="We achieve this through …", right="The alliance achieves this through …",
        source="PRWeb, editorial guidelines", year=2014,
        scopes=(PROSE | {"headline", "subhead", "crosshead"}) - {"boilerplate"}, texts=_person,
    ),
    Rule(
        id="exclamation", number=19, severity="warns", name=N_("No exclamation marks"),
        says=N_("An exclamation mark outside a quote."),
        why=N_("Wires refuse hype, and reporters mistrust it."),
        wrong="Join the march!", right="The march begins at noon.",
        source="PRWeb, editorial guidelines", year=2014, scopes=PROSE | {"crosshead"}, texts=_exclaimed,
    ),
    Rule(
        id="loaded-words", number=20, severity="warns", name=N_("Judgments say whose they are"),
        says=N_("“{found}” judges in the organization’s own voice: say who calls it so, or quote it."),
        why=N_("Wires take opinion in quotes or attributed, and reporters cut the rest."),
        wrong="the devastating effects of", right="what the alliance called the devastating effects of",
        source="EIN Presswire, editorial guidelines", year=2019,
        scopes=frozenset(["headline", "subhead", "lede", "body", "bullet", "boilerplate", "notes"]),
        texts=_judging,
    ),
    Rule(
        id="soundalike", number=30, severity="warns", name=N_("Words that sound alike"),
        says=N_("“{found}”: is “{right}” meant?"),
        why=N_("No dictionary finds them: both words exist."),
        wrong="it’s members", right="its members",
        source="Business Wire, most common errors", year=2013, said=True,
        scopes=PROSE | {"headline", "subhead", "crosshead", "quote"}, texts=_soundalike,
    ),
)  # fmt: skip
