"""Quotes: who says it, how, and whether they cleared it (checks 21 to 23)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from presskit.blocks.quote import Quote
from presskit.check.lexicon import is_foreign, one_of
from presskit.check.passages import PROSE, Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_, _
from presskit.text.counting import words as count
from presskit.text.folding import fold, tokens
from presskit.text.languages import primary
from presskit.text.runs import plain, plain_paragraphs

_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』"}


def _quotes(case: Case) -> list[Quote]:
    return [
        each
        for each in case.release.blocks
        if isinstance(each, Quote) and any(plain(words).strip() for words in each.words)
    ]


def _named(quote: Quote) -> str:
    return quote.speaker.name.strip() or quote.named.strip()


def _no_speaker(case: Case) -> Iterator[Hit]:
    for quote in _quotes(case):
        if not _named(quote):
            yield Hit(block=quote, found=plain_paragraphs(quote.words))


def _no_role(case: Case) -> Iterator[Hit]:
    known: set[str] = set()
    for quote in _quotes(case):
        speaker = quote.speaker
        name = " ".join(speaker.name.lower().split())
        if (
            speaker.name.strip()
            and not (speaker.title.strip() or speaker.description.strip() or name in known)
            and not quote.named.strip()
        ) and not _introduced(case, quote):
            yield Hit(block=quote, what={"name": speaker.name.strip()}, found=speaker.name)
        known.add(name)


def _introduced(case: Case, quote: Quote) -> bool:
    """Whether the text has named the speaker before, with more than the name."""
    surname = (fold(quote.speaker.name).split() or [""])[-1]
    for block in case.release.blocks:
        if block is quote:
            return False
        if surname and any(
            surname in fold(text).split() or f"{surname}," in fold(text) for text in block.letters()
        ):
            return True
    return False


def _verb(passage: Passage, ground: Ground) -> Iterator[Hit]:
    if passage.path == "verb" and one_of(tuple(ground.words.verbs_loaded)).fullmatch(passage.text.strip()):
        yield Hit(passage, 0, len(passage.text))


def _verb_in_text(passage: Passage, ground: Ground) -> Iterator[Hit]:
    """A verb of saying that judges, beside a quotation's marks."""
    if not ground.words.verbs_loaded:
        return
    for start, end in passage.said:
        if end - start < 12:
            continue
        after = passage.text[end : end + 130]
        found = one_of(tuple(ground.words.verbs_loaded)).match(after.lstrip(" ,")) or re.match(
            rf"[\s,]*(?:[A-Z][\w.’'-]+,?\s+){{1,4}}(?:[^“”\"]{{1,70}},\s+)?(?P<verb>{'|'.join(ground.words.verbs_loaded)})\b",
            after,
        )
        if found:
            verb = found["verb"] if found.lastgroup == "verb" else found[0]
            at = passage.text.find(verb, end)
            yield Hit(passage, at, at + len(verb))


class _Odd(NamedTuple):
    """A mark without a partner: where it stands, and whether the quotation may run on to the next paragraph,
    which then begins with the mark again (AP Stylebook 2024, "quotation marks", running quotations)."""

    at: int
    runs_on: str = ""


def _odd_marks(passage: Passage) -> list[_Odd]:
    text = passage.text
    begins = text.lstrip()[:1]
    found = []
    for opens, closes in _PAIRS.items():
        opened, closed = text.count(opens), text.count(closes)
        if opened == closed or (opens == "“" and "„" in text):
            continue
        if opened > closed:
            found.append(_Odd(text.rfind(opens), opens if opened == closed + 1 and begins == opens else ""))
        else:
            found.append(_Odd(text.find(closes)))
    straight = [each.start() for each in _STRAIGHT.finditer(text)]
    if len(straight) % 2:
        found.append(_Odd(straight[-1], '"' if begins == '"' else ""))
    return found


def _marks(case: Case) -> Iterator[Hit]:
    if primary(case.release.language) in _ONE_MARK:
        return
    found = [each for each in case.passages if each.scope in _MARKED]
    for passage, follows in zip_longest(found, found[1:]):
        for odd in passage.once(_odd_marks):
            runs = odd.runs_on and follows is not None and follows.scope in _RUNNING
            if not (runs and follows.text.lstrip()[:1] in {odd.runs_on, '"', "“"}):
                yield Hit(passage, odd.at, odd.at + 1)


_STRAIGHT = re.compile(r"(?<!\d)\"|(?<=\d)\"(?=[\w“])")  # not inches
_MARKED = PROSE | {"quote", "headline", "subhead"}
_RUNNING = frozenset(["lede", "body", "quote", "attribution"])
_ONE_MARK = frozenset(["sv", "fi", "he"])  # languages with one mark at both ends


_OUTSIDE = re.compile(r"[”\"](?P<mark>[,.])(?=\s|$)")


def _mark_outside(case: Case) -> Iterator[Hit]:
    """American usage; a text with British spelling has British marks."""
    outside = [(each, each.once(_outside)) for each in case.passages if each.scope in PROSE]
    if case.release.language.lower() in _BRITISH or not any(places for _passage, places in outside):
        return
    if sum(each.once(_is_british, case.ground) for each in case.passages) >= _FEW:
        return
    for passage, places in outside:
        for start, end in places if not is_foreign(passage.text, "en") else ():
            yield Hit(passage, start, end, {"mark": passage.text[start + 1 : end]})


def _is_british(passage: Passage, ground: Ground) -> bool:
    return bool(one_of(tuple(ground.words.british)).search(passage.text))


def _outside(passage: Passage) -> list[tuple[int, int]]:
    return [found.span() for found in _OUTSIDE.finditer(passage.text)]


_FEW = 2  # passages with British spelling
_BRITISH = frozenset(["en-gb", "en-au", "en-ie", "en-nz", "en-in", "en-za"])


def _not_approved(case: Case) -> Iterator[Hit]:
    for quote in _quotes(case):
        if (standing := quote.standing()) != "approved":
            yield Hit(
                block=quote,
                what={"name": _named(quote) or "?", "standing": _(_STANDING[standing])},
                found=quote.id + standing + quote.sealed_words()[0],
            )


_STANDING = {
    "draft": N_("its speaker has not seen it"),
    "sent": N_("it was sent, and there is no answer yet"),
    "changed since sent": N_("it was changed since it was sent"),
    "changed since approval": N_("it was changed since it was approved"),
}


def _not_cleared(case: Case) -> Iterator[Hit]:
    if not case.checks.clear_partners and not case.release.partners:
        return
    for partner in case.release.partners:
        passages = partner.mentions(case.release.blocks)
        if passages and not partner.is_approved(case.release.blocks):
            yield Hit(what={"name": partner.name}, found=partner.name + "\n".join(passages))


def _canned(passage: Passage, ground: Ground) -> Iterator[Hit]:
    for found in one_of(tuple(ground.words.canned)).finditer(passage.text):
        start, end = found.span()
        if passage.scope == "quote" or any(first <= start < last for first, last in passage.said):
            yield Hit(passage, start, end)
            return


def _long(case: Case) -> Iterator[Hit]:
    for quote in _quotes(case):
        length = count(plain_paragraphs(quote.words))
        if length > case.checks.quotation:
            yield Hit(
                block=quote,
                what={"count": length, "most": case.checks.quotation},
                found=plain_paragraphs(quote.words),
            )


def _told(passage: Passage) -> list[set[str]]:
    return [{*tokens(passage.text[start:end])} for start, end in passage.sentences]


def _repeats(case: Case) -> Iterator[Hit]:
    head = next(iter(case.of("headline")), None)
    wanted = [each for each in tokens(head.text) if len(each) > 3] if head else []
    if len(wanted) < 4:
        return
    for passage in case.of("quote"):
        for (start, end), said in zip(passage.sentences, passage.once(_told), strict=True):
            if sum(each in said for each in wanted) >= 0.8 * len(wanted):
                yield Hit(passage, start, end)


RULES = (
    Rule(
        id="quote-speaker", number=21, severity="stops", name=N_("Quotes have a speaker"),
        says=N_("The quote does not say who says it."),
        why=N_("A quote is worth as much as its speaker."),
        wrong="“We won.”", right="“We won,” said Ada Poe, director of River Watch.",
        source="AP style guide, “attribution”", year=2013, whole=_no_speaker,
    ),
    Rule(
        id="quote-role", number=21, severity="warns", name=N_("Speakers have a role"),
        says=N_("{name} is quoted without title or organization."),
        why=N_("On first use a reader must know who speaks."),
        wrong="said Ada Poe", right="said Ada Poe, director of River Watch",
        source="AP style guide, “attribution”", year=2013, whole=_no_role,
    ),
    Rule(
        id="quote-verb", number=21, severity="warns", name=N_("“Said”"),
        says=N_("“{found}” tells the reader what to think of the quote; “said” does not."),
        why=N_("“Said” is the verb that readers do not see."),
        wrong="“We won,” stated Doe.", right="“We won,” said Doe.",
        source="AP quotation rules", year=2020, scopes=frozenset(["other"]), texts=_verb,
    ),
    Rule(
        id="quote-verb-text", number=21, severity="warns", name=N_("“Said” in the text"),
        says=N_("“{found}” tells the reader what to think of the quote; “said” does not."),
        why=N_("“Said” is the verb that readers do not see."),
        wrong="“We won,” stated Doe.", right="“We won,” said Doe.",
        source="AP quotation rules", year=2020,
        scopes=frozenset(["lede", "body", "attribution", "bullet", "notes"]), texts=_verb_in_text,
    ),
    Rule(
        id="quote-marks", number=21, severity="stops", said=True, asks=False,
        name=N_("Quotation marks in pairs"),
        says=N_("A quotation mark has no partner: where does the quote end?"),
        why=N_("Where a mark is missing nobody can tell who says what."),
        wrong="“We won, said Doe.", right="“We won,” said Doe.",
        source="Business Wire, most common errors", year=2013, whole=_marks,
    ),
    Rule(
        id="quote-comma", number=21, severity="warns", said=True, asks=False, languages=("en",),
        name=N_("Comma and point inside the marks"),
        says=N_("“{mark}” stands inside the quotation marks."),
        why=N_("American usage has commas and points before the closing mark, always."),
        wrong="“We won”, said Doe.", right="“We won,” said Doe.",
        source="AP quotation rules", year=2020, whole=_mark_outside,
    ),
    Rule(
        id="quote-approval", number=22, severity="stops", act="approval", name=N_("Quotes are approved"),
        says=N_("The quote of {name} is not approved for these exact words: {standing}."),
        why=N_("A quote goes out in the words that its speaker has cleared, or not at all."),
        wrong="(changed after approval)", right="(approved as it stands)",
        source="Flemish government, press releases", year=2023, whole=_not_approved,
    ),
    Rule(
        id="partner-approval", number=22, severity="stops", act="partner",
        name=N_("Partners have cleared it"),
        says=N_("{name} is named, and has not cleared these exact words."),
        why=N_("Naming others before they agreed is among the three most common reasons for a retraction."),
        wrong="(named, not asked)", right="(cleared)",
        source="24-7 Press Release, retractions", year=2012, whole=_not_cleared,
    ),
    Rule(
        id="canned-quote", number=23, severity="informs", said=True, name=N_("Quotes that say something"),
        says=N_("“{found}”: reporters leave such quotes out."),
        why=N_("In a survey 50% of journalists called release quotes unnatural."),
        wrong="We are thrilled to announce …", right="(why it matters)",
        source="Greentarget survey", year=2014, scopes=PROSE | {"quote"}, texts=_canned,
    ),
    Rule(
        id="quote-length", number=23, severity="informs", name=N_("Quotes: length"),
        says=N_("The quote has {count} words; above {most} it is cut by somebody else."),
        why=N_("A sentence or two is used."),
        wrong="(110 words)", right="(40 words)",
        source="Public Health England content guide", year=2020, whole=_long,
    ),
    Rule(
        id="quote-repeats", number=23, severity="informs", name=N_("Quotes: say more"),
        says=N_("This sentence of the quote repeats the headline."),
        why=N_("What the headline says need not be said again by a person."),
        wrong="(the headline again)", right="(what it means)",
        source="Prezly, how to write quotes", year=2020, whole=_repeats,
    ),
)  # fmt: skip
