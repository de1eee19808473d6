"""Corrections, translations, candidates and courts (checks 26 to 29)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from presskit.blocks.quote import Quote
from presskit.check.lexicon import NOTHING, one_of
from presskit.check.passages import Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_
from presskit.model.translation import Progress, State, progress
from presskit.text.languages import primary
from presskit.text.runs import plain, plain_paragraphs


def _uncorrected(case: Case) -> Iterator[Hit]:
    sent = [each for each in case.kit.issued if each.language == case.release.language]
    noted = case.release.correction.strip()
    if sent and case.known.changed and (not noted or noted == sent[-1].correction.strip()):
        yield Hit(found=str(sent[-1].version))


def _quotes_of(blocks: tuple[object, ...]) -> list[Quote]:
    return [each for each in blocks if isinstance(each, Quote) and not each.is_empty()]


def _untranslated(case: Case) -> Iterator[Hit]:
    here = _quotes_of(case.release.blocks)
    for number, other in enumerate(case.kit.releases):
        if number == case.number or primary(other.language) == primary(case.release.language):
            continue
        said = {plain_paragraphs(each.words).strip() for each in _quotes_of(other.blocks)}
        for quote in here:
            words = plain_paragraphs(quote.words).strip()
            if number < case.number and len(words) > 20 and words in said:
                yield Hit(block=quote, found=words)


def _fewer(case: Case) -> Iterator[Hit]:
    if not case.number:
        return
    original, here = (_quotes_of(each.blocks) for each in (case.kit.releases[0], case.release))
    if len(here) < len(original):
        yield Hit(what={"here": len(here), "there": len(original)}, found=f"{len(here)}/{len(original)}")


def _translation(case: Case) -> Progress:
    return progress(case.kit, case.number)


def _in_state(case: Case, state: State) -> Iterator[Hit]:
    states = case.once(_translation).states
    for block in case.release.blocks:
        if states.get(block.id) == state:
            yield Hit(block=block, found=" ".join(block.letters()))


def _older(case: Case) -> Iterator[Hit]:
    yield from _in_state(case, "changed")
    yield from _in_state(case, "gone")


def _not_yet(case: Case) -> Iterator[Hit]:
    """All but quotes, of which a rule of their own speaks where they are still in the original's words."""
    for hit in _in_state(case, "waiting"):
        if not isinstance(hit.block, Quote) or not any(map(plain, hit.block.words)):
            yield hit


def _lacking(case: Case) -> Iterator[Hit]:
    found: Progress = case.once(_translation)
    if found.linked and found.missing:
        original = case.kit.releases[0]
        lacks = [block.summary() for each in found.missing if (block := original.find(each))]
        yield Hit(what={"words": lacks[0][:_SHOWN]}, found="\n".join(lacks))


_SHOWN = 60  # letters of a block that a sentence shows

_TITLED = (
    r"(?:(?:U\.S\.\s)?(?:Sen|Rep|Gov|Lt\. Gov|Dr|Mr|Ms|Mrs)\.|Mayor|Senator|Governor|President|Councilmember)"
)
_NAMED = rf"(?:{_TITLED}\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){{1,3}}|{_TITLED}\s[A-Z][\w’'-]+"


@cache
def _side_patterns(sides: tuple[str, ...], stands: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Who takes a side by the verb alone, and who does if an office is named beside it."""
    if not sides:
        return (NOTHING, NOTHING)
    return tuple(
        re.compile(
            rf"(?<!\w)(?i:{'|'.join(words)})\s+(?:(?i:the candidacy of|the campaign of)\s+)?(?:{_NAMED})"
        )
        for words in (sides, stands)
    )


def _sides(passage: Passage, ground: Ground) -> list[tuple[int, int]]:
    surely, beside = _side_patterns(tuple(ground.words.sides), tuple(ground.words.stands))
    later = _after_names(tuple(ground.words.sides_after))
    offices = one_of(tuple(ground.words.offices))
    text = passage.text
    near = (
        each.span()
        for each in beside.finditer(text)
        if offices.search(text[each.start() : each.end() + _NEAR])
    )
    plainly = (each.span() for pattern in (surely, later) for each in pattern.finditer(text))
    return sorted([*plainly, *near])


@cache
def _after_names(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_NAMED})\s+(?i:{'|'.join(words)})(?!\w)") if words else NOTHING


_NEAR = 40  # letters after a name in which an office tells that somebody runs for it


def _candidates(case: Case) -> Iterator[Hit]:
    """Once a passage: who names a candidate and takes a side."""
    for passage in case.of(
        "headline", "subhead", "lede", "body", "bullet", "quote", "attribution", "boilerplate", "notes"
    ):
        for start, end in passage.once(_sides, case.ground)[:1]:
            yield Hit(passage, start, end)


class _Suit(NamedTuple):
    """What a passage says of a court: where it speaks of a case, and whether it gives a number."""

    places: list[tuple[int, int]]
    numbered: bool


def _suit(passage: Passage, ground: Ground) -> _Suit:
    spoken = [found.span() for found in one_of(tuple(ground.words.litigation)).finditer(passage.text)]
    number = re.compile(ground.words.case_number, re.IGNORECASE)
    numbered = any(re.search(r"\d", each[0]) for each in number.finditer(passage.text))
    return _Suit([span for span in spoken if not passage.is_said(*span)], numbered)


def _no_case(case: Case) -> Iterator[Hit]:
    """Once a passage: who speaks of a lawsuit, where no case is named anywhere."""
    if not case.words.litigation or not case.words.case_number:
        return
    scopes = (
        "headline",
        "subhead",
        "lede",
        "body",
        "bullet",
        "notes",
        "attribution",
        "source",
        "boilerplate",
    )
    looks = [(passage, passage.once(_suit, case.ground)) for passage in case.of(*scopes)]
    if not any(suit.numbered for _passage, suit in looks):
        for passage, suit in looks:
            for start, end in suit.places[:1]:
                yield Hit(passage, start, end)


RULES = (
    Rule(
        id="correction", number=26, severity="stops", act="correction", name=N_("Corrections are told"),
        says=N_("The release was issued before and is changed since: say what is corrected."),
        why=N_("Reporters who have the first version must see what is new in this one."),
        wrong="(changed in silence)", right="CORRECTION: the vote was on May 22",
        source="Marketwire, corrections", year=2013, whole=_uncorrected,
    ),
    Rule(
        id="quote-untranslated", number=27, severity="stops", name=N_("Quotes are translated"),
        says=N_("The quote stands here in another language’s words."),
        why=N_("Quotes are ready in each language before the release goes out."),
        wrong="(English in the Spanish release)", right="(Spanish)",
        source="Bilingual press releases", year=2023, whole=_untranslated,
    ),
    Rule(
        id="translation-older", number=27, severity="warns", name=N_("Translations are up to date"),
        says=N_("The original changed after this was translated."),
        why=N_("Readers in each language are to read the same."),
        wrong="(the old date in the Spanish release)", right="(the new date in both)",
        source="Bilingual press releases", year=2023, whole=_older,
    ),
    Rule(
        id="not-translated", number=27, severity="stops", name=N_("Everything is translated"),
        says=N_("This is not translated yet."),
        why=N_("A release goes out in one language, not in half of two."),
        wrong="(English in the Spanish release)", right="(Spanish)",
        source="Bilingual press releases", year=2023, whole=_not_yet,
    ),
    Rule(
        id="translation-lacks", number=27, severity="warns", name=N_("Translations have every part"),
        says=N_("The original has more than this translation: “{words}”."),
        why=N_("A translation that is older than its original lacks what came in last."),
        wrong="(no second paragraph)", right="(every paragraph)",
        source="Business Wire LatinoWire", year=2012, whole=_lacking,
    ),
    Rule(
        id="translation-short", number=27, severity="warns", name=N_("Translations are whole"),
        says=N_("This release has {here} quotes, the original {there}."),
        why=N_("A translation that is older than its original lacks what came in last."),
        wrong="(4 of 5 quotes)", right="(5 of 5)",
        source="Business Wire LatinoWire", year=2012, whole=_fewer,
    ),
    Rule(
        id="candidate", number=28, severity="informs", name=N_("Candidates"),
        says=N_("“{found}” may be read as taking a side in an election: a 501(c)(3) organization may not."),
        why=N_("A reminder, not legal advice: ask whoever advises the organization."),
        wrong="Vote for Ada Poe", right="Voters decide on Nov. 3",
        source="Conservation Tools, guide 76", year=2018, whole=_candidates,
    ),
    Rule(
        id="case-number", number=29, severity="warns", name=N_("Lawsuits have a number"),
        says=N_("“{found}”: name the court and the case number."),
        why=N_("Services refuse releases on lawsuits without the case or docket number."),
        wrong="filed a lawsuit", right="filed a lawsuit (Poe v. Rivers, No. 3:24-cv-01234)",
        source="PRWeb, editorial guidelines", year=2014, whole=_no_case,
    ),
)  # fmt: skip
