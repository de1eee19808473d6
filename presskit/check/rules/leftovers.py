"""What was left in: residue of web pages, end marks, words to be filled in, old dates (checks 5 and 12)."""

import re
from collections.abc import Iterator
from functools import cache

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.notes import Notes
from presskit.check.lexicon import NOTHING, one_of
from presskit.check.passages import PROSE, TEXT, Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_, _
from presskit.model.block import Block
from presskit.model.locale_words import quoted

_YEAR = re.compile(r"(?<![\w$€£.,-])(?:19|20)\d\d(?![\w%]|[.,]\d|-\d{2,})")
_ANY_BRACKET = re.compile(
    r"\[(?:[A-Z][A-Z /&'’-]{2,40}|\.{3,}|_{2,}|\s*)\]|_{4,}|\{\{[^}]{0,60}\}\}|<<[^>]{0,60}>>|\?{3,}"
)
_LONGEST = 90  # letters of a line of a web page
_NAMED = 3  # lines of a web page that are named


@cache
def _placeholders(
    words: tuple[str, ...], bracketed: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    loose = re.compile(rf"(?<![\w$-])(?:{'|'.join(words)})(?:%|(?![\w-]))") if words else NOTHING
    inside = "|".join(bracketed)
    one = rf"(?:the\s+|your\s+|our\s+)?(?:\w+\s+)?(?:{inside})(?:\s+(?:here|to come|\w+))?"
    held = rf"[\[{{<]\s*{one}(?:\s*(?:,|/|and|y|et|&)\s*{one}){{0,3}}\s*[\]}}>]"
    return loose, re.compile(held, re.IGNORECASE) if inside else NOTHING


def _placeholder(passage: Passage, ground: Ground) -> Iterator[Hit]:
    text = passage.text
    loose, held = _placeholders(tuple(ground.words.placeholders), tuple(ground.words.bracketed))
    seen: set[int] = set()
    for pattern in (held, _ANY_BRACKET, loose):
        for found in pattern.finditer(text):
            if not seen & {*range(*found.span())}:
                seen |= {*range(*found.span())}
                yield Hit(passage, *found.span())


def _old_year(passage: Passage, ground: Ground) -> Iterator[Hit]:
    if ground.dated is None:
        return
    ahead = one_of(tuple(ground.words.future))
    for found in _YEAR.finditer(passage.text):
        if int(found[0]) >= ground.dated.year or passage.is_said(*found.span()):
            continue
        start, end = next(
            (span for span in passage.sentences if span[0] <= found.start() < span[1]), (0, len(passage.text))
        )
        clause = passage.text[max(start, found.start() - 60) : min(end, found.end() + 60)]
        if ahead.search(clause) and not _looks_back(passage.text[start : found.start()]):
            yield Hit(passage, *found.span(), {"year": ground.dated.year})


_BACK = re.compile(
    r"\b(?:since|from|after|before|until|(?-i:[A-Z]\w+\s)of|founded in|established in|enacted in|passed in"
    r"|signed in"
    r"|adopted in|created in|launched in|built in|began in|than in|as in|desde|depuis)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _looks_back(before: str) -> bool:
    return bool(_BACK.search(before[-40:]))


def _residue(passage: Passage, ground: Ground) -> Iterator[Hit]:
    text = passage.text.strip()
    if text and len(text) <= _LONGEST and _lines(tuple(ground.words.residue)).fullmatch(text):
        yield Hit(passage, 0, len(passage.text))


@cache
def _lines(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in words), re.I) if words else NOTHING


def _brought_residue(case: Case) -> Iterator[Hit]:
    """One for a text, whatever it brought with it."""
    lines = case.brought.residue if case.brought else ()
    if lines:
        named = ", ".join(quoted(each) for each in lines[:_NAMED])
        more = _(" and {count} more").format(count=len(lines) - _NAMED) if len(lines) > _NAMED else ""
        yield Hit(what={"found": named + more}, found="\n".join(lines))


def _end_mark(passage: Passage, ground: Ground) -> Iterator[Hit]:
    text = passage.text.strip()
    if text and len(text) < 12 and _lines(tuple(ground.words.end_marks)).fullmatch(text):
        yield Hit(passage, 0, len(passage.text))


def _bare_crosshead(case: Case) -> Iterator[Hit]:
    """Headings before another or before the end: a template's, to which nobody wrote."""
    blocks = case.release.blocks
    places = {block.id: place for place, block in enumerate(blocks)}
    for passage in case.of("crosshead"):
        if isinstance(passage.block, Crosshead):
            after = blocks[places[passage.block.id] + 1 :]
            under = next((each for each in after if not each.is_empty()), None)
            if under is None or _is_headed(under):
                yield Hit(passage, 0, len(passage.text))
        elif isinstance(passage.block, Boilerplate | Notes) and not any(passage.block.text):
            yield Hit(passage, 0, len(passage.text))


def _is_headed(block: Block) -> bool:
    return isinstance(block, Crosshead) or (isinstance(block, Boilerplate | Notes) and bool(block.heading))


def _no_end(case: Case) -> Iterator[Hit]:
    if case.brought is not None and not case.brought.end and case.passages:
        yield Hit()


RULES = (
    Rule(
        id="web-residue", number=5, severity="warns", name=N_("Leavings of a web page"),
        says=N_("“{found}” is a leaving of a web page: take it out."),
        why=N_("What is copied from a site brings its buttons, and some outlets print a release as it is."),
        wrong="Comments are closed.", right="###",
        source="Elements of a news release", year=2014, scopes=PROSE | {"crosshead"}, texts=_residue,
    ),
    Rule(
        id="web-residue-aside", number=5, severity="warns", name=N_("Leavings of a web page, set aside"),
        says=N_("No part of the release, and not taken over: {found}."),
        why=N_("What is copied from a site brings its buttons, and some outlets print a release as it is."),
        wrong="Comments are closed.", right="###",
        source="Elements of a news release", year=2014, whole=_brought_residue,
    ),
    Rule(
        id="end-mark-twice", number=5, severity="warns", name=N_("One end mark"),
        says=N_("“{found}” is an end mark; PressKit prints its own: take this one out."),
        why=N_("After the first end mark nobody reads on."),
        wrong="### … ###", right="###",
        source="Elements of a news release", year=2014, scopes=PROSE | {"crosshead", "contact"},
        texts=_end_mark,
    ),
    Rule(
        id="end-mark", number=5, severity="informs", name=N_("End mark"),
        says=N_("The text had no end mark; PressKit prints one."),
        why=N_("Reporters must see that they have all of it."),
        wrong="(nothing)", right="###",
        source="Elements of a news release", year=2014, whole=_no_end,
    ),
    Rule(
        id="placeholder", number=12, severity="stops", said=True, name=N_("Words still to come"),
        says=N_("“{found}” stands for words that are still to come."),
        why=N_("What is left to be filled in goes out as it is."),
        wrong="[NAME], director of TK", right="Ada Poe, director of River Watch",
        source="Press release submission guidelines", year=2016,
        scopes=TEXT | {"quote", "name", "figure", "source", "credit", "alt", "contact"}, texts=_placeholder,
    ),
    Rule(
        id="crosshead-bare", number=12, severity="stops", name=N_("Headings with nothing under them"),
        says=N_("Nothing stands under “{found}”: write it, or take the heading out."),
        why=N_("What is left to be filled in goes out as it is."),
        wrong="When (nothing) Where: City Hall steps", right="When: Friday, 10 a.m. Where: City Hall steps",
        source="Press release submission guidelines", year=2016, whole=_bare_crosshead,
    ),
    Rule(
        id="old-year", number=12, severity="stops", name=N_("Old dates in new releases"),
        says=N_("“{found}” is past, and the sentence speaks of what is to come (the release is of {year})."),
        why=N_("Last year’s release is often the template of this year’s."),
        wrong="the 2023 session will open (in 2026)", right="the 2026 session will open",
        source="Business Wire, most common errors", year=2013,
        scopes=PROSE | {"headline", "subhead"}, texts=_old_year,
    ),
)  # fmt: skip
