"""A paragraph and what was heard in it, as a quote that stands on the page letter for letter."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.quoted import quoted
from presskit.intake.marks import quotations
from presskit.intake.speech import Statement
from presskit.model.block import new_id
from presskit.text.runs import RichText, change_letters, cut, join, plain, strip
from presskit.text.typography import curl, marks

_JOINT = re.compile(r"[\s,:;.–—-]*(?:that|que)?[\s,:;–—-]*")


def as_quote(
    paragraphs: Sequence[RichText], statement: Statement, language: str, known: Sequence[Speaker]
) -> Quote | None:
    """The quote that these paragraphs are; None where no quote gives them back as they are but for the form
    of their marks. known: the speakers so far, who are taken as they are when their name fits."""
    if not statement.speaker or statement.partial:
        return None
    wanted = tuple(
        strip(change_letters(each, lambda letters: curl(letters, language))) for each in paragraphs
    )
    if len(wanted) == 1 and (found := quoted(wanted[0], language, known)) is not None:
        speaker = found.speaker
        if found.named and not speaker.name:
            found = _with(found, Speaker(name=statement.speaker, description=statement.role))
        elif not found.named and statement.speaker in speaker.identification(language):
            found = _with(found, _parted(speaker, statement, language))
        elif not found.named and not speaker.reference:
            found = _called(found, statement, language)
        if found.paragraphs(language) == wanted:
            return _numbered(found)
    for candidate in _candidates(wanted, statement):
        if candidate.paragraphs(language) == wanted:
            return _numbered(candidate)
    return None


def _as_set(paragraph: RichText, language: str) -> RichText:
    """The paragraph with the marks of its language, whichever of them it was typed with."""
    kind = marks(language)
    letters = plain(paragraph)
    spans = quotations(letters)
    result: list[RichText | str] = []
    at = 0
    for span in spans:
        inside = strip(cut(paragraph, span.start + 1, span.end - span.closed))
        closing = kind.gap + kind.close if span.closed else ""
        result += [cut(paragraph, at, span.start), kind.open + kind.gap, inside, closing]
        at = span.end
    result.append(cut(paragraph, at))
    return strip(change_letters(join(*result), lambda each: curl(each, language)))


def _called(found: Quote, statement: Statement, language: str) -> Quote:
    """The quote of somebody whom its paragraph only calls "DA Poe", with the full name that the text has."""
    whole = found.speaker.identification(language)
    if not whole.endswith(statement.speaker.split()[-1]):
        return found
    speaker = Speaker(name=statement.speaker, description=_role(statement))
    return replace(found, speaker=speaker, named=whole)


def _parted(speaker: Speaker, statement: Statement, language: str) -> Speaker:
    """The speaker with the name that was heard, what stands before it as title, what after as description."""
    whole = speaker.identification(language)
    before, name, after = whole.partition(statement.speaker)
    if not name or speaker.reference:
        return speaker
    better = Speaker(title=before.strip(), name=name, description=after.removeprefix(",").strip())
    return better if better.identification(language) == whole else speaker


def _numbered(quote: Quote) -> Quote:
    return replace(quote, id=new_id())


def _with(quote: Quote, speaker: Speaker) -> Quote:
    return replace(quote, speaker=speaker)


def _candidates(wanted: Sequence[RichText], statement: Statement) -> Iterator[Quote]:
    """Quotes whose attribution and joint are exactly those printed, before the words or after them."""
    speaker = Speaker(name=statement.speaker, description=_role(statement))
    first, last = plain(wanted[0]), plain(wanted[-1])
    opened = quotations(first)
    if not opened:
        return
    begin = opened[0]
    words: list[RichText] = []
    for number, each in enumerate(wanted):
        spans = quotations(plain(each))
        if len(spans) != 1 or (number and spans[0].start) or (number + 1 < len(wanted) and spans[0].closed):
            return
        words.append(cut(each, spans[0].start + 1, spans[0].end - spans[0].closed))
    end = quotations(last)[0]
    tail = strip(cut(wanted[-1], end.end))
    if begin.start > 0:
        before = first[: begin.start]
        named = before.rstrip(" \u00a0,:;–—-")
        joint = before[len(named) :]
        yield Quote(
            words=tuple(words),
            speaker=speaker,
            named=named,
            verb="",
            placement="lead",
            joint=joint,
            tail=tail,
        )
    elif plain(tail) and len(wanted) == 1:
        rest = last[end.end :]
        between = _JOINT.match(rest)
        joint = between[0] if between else ""
        named = rest[len(joint) :]
        yield Quote(
            words=tuple(words), speaker=speaker, named=named, verb="", placement="end", joint=joint or " "
        )


def _role(statement: Statement) -> str:
    return statement.role.replace(" | ", ", ")
