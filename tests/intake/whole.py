"""Whether all that came in is somewhere in what was made of it."""

import re
import unicodedata

from presskit.export.layout import lay_out
from presskit.flow import Bullets, Heading, Lines, Para
from presskit.intake.composing import Composed
from presskit.intake.parts import Draft
from presskit.text.runs import plain
from presskit.text.sentences import sentences

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞״", '"') | dict.fromkeys("‘’‚‛`´׳", "'"))


def plainly(text: str) -> str:
    """Its letters and stops, whatever blanks and marks of quotation are between them."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text).translate(_QUOTES))


def covered(draft: Draft) -> None:
    """Every letter of every paragraph is in exactly one part, in order."""
    at: dict[int, int] = {}
    last = -1
    for part in draft.parts:
        assert part.para >= last, part
        assert part.start == at.get(part.para, 0), part
        at[part.para] = part.end
        last = part.para
    for number, para in enumerate(draft.paras):
        assert at.get(number) == len(para.text), (number, para.text[:80])
    passages = [each.text for each in draft.intake.passages]
    assert plainly("".join(passages)) == plainly("".join(each.text for each in draft.paras))


def lost(draft: Draft, made: Composed) -> list[str]:
    """The sentences of a draft that are neither on the page of its kit nor told as set aside."""
    release = made.kit.releases[0]
    people = [person for block in release.blocks for person in getattr(block, "people", ())]
    told = [f"{p.name} {p.role} {p.organisation} {p.phone} {p.after_hours} {p.email}" for p in people]
    words = {*re.findall(r"\w+", " ".join(told).lower())}
    there = plainly("\n".join([*texts(made), *(each.text for each in made.aside)]))
    datelines = [each.text for each in made.aside if each.why == "dateline"]
    missing = []
    for part in draft.parts:
        text = draft.text(part).lstrip("•‣◦▪● ")
        text = next((text.removeprefix(each) for each in datelines if text.startswith(each)), text)
        if part.kind == "contact" and {*re.findall(r"\w+", text.lower())} <= words:
            continue
        for start, end in sentences(text):
            sentence = plainly(text[start:end])
            if sentence not in there and sentence.rstrip('.,"') not in there:
                missing.append(text[start:end])
    return missing


def texts(made: Composed) -> list[str]:
    """What the kit prints, paragraph by paragraph."""
    found = []
    for shape in lay_out(made.kit).shapes:
        match shape:
            case Heading() | Para():
                found.append(plain(shape.text))
            case Lines():
                found += map(plain, shape.lines)
            case Bullets():
                found += map(plain, shape.items)
    return found
