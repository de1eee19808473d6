"""Boilerplate that says so by how it reads: on its heading's line, or without a heading."""

import re
from collections.abc import Sequence

from presskit.intake.lexicon import Lexicon
from presskit.intake.paragraphs import Para
from presskit.intake.parts import Part
from presskit.intake.traits import Traits

_ABOUT_INLINE = re.compile(r"(?P<head>[^.:!?]{3,80}?)\s*(?:[:：–—]|\s-)\s+(?=\S.{60})")


def heading_inline(text: str, lexicon: Lexicon) -> int:
    """Where the text begins after a boilerplate's heading on the same line; 0 where there is none."""
    if not lexicon.about_start.match(text):
        return 0
    if (found := _ABOUT_INLINE.match(text)) and lexicon.about.match(found["head"]):
        return found.end()
    words = text.split(maxsplit=12)
    for size in range(1, 6):
        name = words[1 : 1 + size]
        again = words[1 + size : 1 + 2 * size]
        if name == again and len(words) > 2 * size + 1:
            head = re.match(rf"\S+\s+(?:\S+\s+){{{size}}}", text)
            return head.end() if head else 0
    return 0


def standing(
    parts: list[Part], paras: Sequence[Para], traits: Sequence[Traits], lexicon: Lexicon
) -> list[Part]:
    """Takes the last paragraphs of the body for boilerplate where they read so and none has a heading."""
    if any(each.kind == "boilerplate" for each in parts):
        return parts
    bodies = [number for number, each in enumerate(parts) if each.kind == "body"]
    if len(bodies) < 1:
        return parts
    found = list(parts)
    for number in reversed(bodies[-3:]):
        part = parts[number]
        trait = traits[part.para]
        whole = part.start == 0 and part.end == len(paras[part.para].text)
        if whole and len(bodies) > 1 and trait.standing and not trait.quoted:
            found[number] = Part("boilerplate", part.para, part.start, part.end, 0.7)
            continue
        if (
            number == bodies[-1]
            and part.end - part.start > 200
            and (cut := _last_standing(paras[part.para].text, part, lexicon))
        ):
            found[number : number + 1] = [
                Part("body", part.para, part.start, cut, part.sure),
                Part("boilerplate", part.para, cut, part.end, 0.6),
            ]
        break
    return found


def _last_standing(text: str, part: Part, lexicon: Lexicon) -> int:
    """Where the last sentence begins that reads like boilerplate, after a quotation; 0 where none does."""
    piece = text[part.start : part.end]
    closes = max(piece.rfind(each) for each in '”"»')
    if closes < len(piece) * 0.3:
        return 0
    rest = piece[closes + 1 :]
    begin = closes + 1 + len(rest) - len(rest.lstrip())
    from_there = Traits(Para(0, 1, (), rest.strip()), lexicon)
    return part.start + begin if from_there.standing else 0
