"""A quotation and its attribution set as the paragraphs a reporter reads."""

import re

from presskit.text.attribution import Placement
from presskit.text.runs import Paragraphs, RichText, cut, join, plain, strip
from presskit.text.sentences import ends_in_abbreviation, sentences
from presskit.text.typography import Marks, marks

_OPENERS, _CLOSERS = '“"«「„', '”"»」“'
_INNER_END = re.compile(r"\.([’”»]+)$")
_DOTTED = re.compile(r"(?:\b\w\.){2,}$")


def bare(words: RichText) -> RichText:
    """The words without white space and without one pair of marks that encloses them whole."""
    words = strip(words)
    letters = plain(words)
    if len(letters) > 1 and letters[0] in _OPENERS and letters[-1] in _CLOSERS:
        inside = letters[1:-1]
        if not any(letter in inside for letter in _OPENERS + _CLOSERS):
            return strip(cut(words, 1, len(letters) - 1))
    return words


def places(words: Paragraphs) -> list[str]:
    """The sentences after which an attribution can stand, in order, as plain text."""
    return [
        plain(paragraph)[start:end]
        for paragraph in map(bare, words)
        for start, end in sentences(plain(paragraph))
    ]


def _break(words: Paragraphs, after: int, clause: int) -> tuple[int, int, bool]:
    """(paragraph, offset, whether a sentence ends there) of the break after so many sentences and words."""
    seen = 0
    for number, paragraph in enumerate(words):
        letters = plain(paragraph)
        spans = sentences(letters)
        if seen + len(spans) > after or (seen + len(spans) == after and not clause):
            inside = after - seen
            start = spans[inside - 1][1] if inside else 0
            if not clause:
                return number, start, True
            ends = [found.end() for found in re.finditer(r"\S+", letters[start:])]
            if len(ends) <= clause:
                return number, len(letters), True
            return number, start + ends[clause - 1], False
        seen += len(spans)
    return len(words) - 1, len(plain(words[-1])), True


def _close(words: RichText, kind: Marks, *, open_still: bool = False) -> RichText:
    """Words whose attribution follows: the stop becomes a comma, inside or outside the marks.

    open_still: the marks do not close, as the quotation goes on after the attribution.
    """
    letters = plain(words)
    comma = kind.comma
    inner = _INNER_END.search(letters) if kind.comma_inside else None
    if inner:  # “She told me ‘no,’” said …
        return join(cut(words, 0, inner.start()), comma, inner[1], kind.gap, kind.close)
    if letters.endswith(kind.stop) and not letters.endswith("..."):
        words = _without_stop(words, kind)
    elif letters.endswith(("!", "?", "…", "...", "！", "？", "؟", "—", "–")):
        comma = "" if kind.comma_inside or kind.said else comma
    elif letters.endswith((",", "，", "،")):
        words = cut(words, 0, len(letters) - 1)
    if kind.comma_inside:
        return join(words, comma, kind.gap, kind.close)
    return join(words, "" if open_still else kind.gap + kind.close, comma, kind.said)


def _without_stop(words: RichText, kind: Marks) -> RichText:
    """The words without the stop that ends them, unless it belongs to their last word."""
    letters = plain(words)
    if not letters.endswith(kind.stop) or letters.endswith("..."):
        return words
    if kind.stop == "." and (_DOTTED.search(letters) or ends_in_abbreviation(letters)):
        return words
    return cut(words, 0, len(letters) - len(kind.stop))


def _finish(words: RichText, kind: Marks, *, more: bool) -> RichText:
    """Words that end a quotation; where the marks close before the stop, it follows them unless more does."""
    letters = plain(words)
    if kind.stop_inside:
        open_end = not more and letters[-1:].isalnum()
        return join(words, kind.stop if open_end else "", kind.gap, kind.close)
    if letters.endswith(kind.stop) and not letters.endswith("..."):
        words = cut(words, 0, len(letters) - len(kind.stop))
    return join(words, kind.gap, kind.close, "" if more else kind.stop)


def _ended(attribution: str, stop: str) -> str:
    return attribution if attribution.endswith((stop, ".", "!", "?", "…")) else attribution + stop


def compose(
    words: Paragraphs,
    attribution: str,
    placement: Placement,
    *,
    language: str,
    verb: str = "",
    after: int = 1,
    clause: int = 0,
    joint: str = "",
    tail: RichText = (),
) -> Paragraphs:
    """The quotation as paragraphs: opening marks on each, a closing mark on the last one only
    (AP Stylebook 2024, "quotation marks", running quotations).

    words: the speaker's own, a paragraph each. attribution: "said Megan Fountain of …", whole. verb: what
    follows the words in a lead, where the language has it so (「…」と述べた). placement: "lead" before the
    words, "middle" after `after` sentences (and `clause` words more), "end" after them. joint: what stands
    between words and attribution when not the usual comma; with it both are set exactly as they are.
    tail: what follows, outside the marks.
    """
    kind = marks(language)
    spoken = tuple(each for each in map(bare, words) if each)
    attribution = attribution.strip()
    if not spoken:
        return tuple(
            each for each in (join(_ended(attribution, kind.stop) if attribution else "", tail),) if each
        )
    opening = kind.open + kind.gap
    more = bool(tail)
    if not attribution:
        placement = "lead"
    number, offset, whole = len(spoken) - 1, len(plain(spoken[-1])), True
    if placement == "middle" and not joint:
        number, offset, whole = _break(spoken, max(after, 0 if clause else 1), clause)
    result: list[RichText] = []
    last = len(spoken) - 1
    for here, paragraph in enumerate(spoken):
        done = here == last
        if placement == "lead":
            lead = joint or (kind.space if verb else kind.lead)
            head = attribution + lead if attribution and here == 0 else ""
            if done and verb:
                ended = join(_close(paragraph, kind), kind.space, _ended(verb, kind.stop))
            else:
                ended = _finish(paragraph, kind, more=more) if done else paragraph
            set_words = join(head, opening, ended)
        elif here != number:
            set_words = join(opening, _finish(paragraph, kind, more=more) if done else paragraph)
        elif joint:
            set_words = join(opening, paragraph, kind.gap, kind.close, joint, attribution)
        else:
            rest = strip(cut(paragraph, offset))
            said = _ended(attribution, kind.stop) if whole else attribution + (kind.comma or kind.stop)
            unbroken = kind.unbroken and bool(rest)
            first = _close(strip(cut(paragraph, 0, offset)), kind, open_still=unbroken)
            set_words = join(opening, first, kind.space, said)
            if rest:
                ended = _finish(rest, kind, more=more) if done else rest
                set_words = join(
                    set_words, *(kind.said, kind.space) if unbroken else (kind.space, opening), ended
                )
        result.append(set_words)
    if tail:
        gap = "" if plain(tail).lstrip()[:1] in ".,;:!?)" else kind.space
        result[-1] = join(result[-1], gap, strip(tail))
    return tuple(result)
