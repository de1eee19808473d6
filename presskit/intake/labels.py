"""A draft told as plain fields, for other programs: what `presskit parts --json` prints."""

import re
from typing import Any

from presskit.intake.dateline import dateline, own_line
from presskit.intake.lexicon import Lexicon
from presskit.intake.parts import Draft, Kind, Part
from presskit.intake.reach import Reach, contacts
from presskit.intake.speech import statements

_FIGURE = re.compile(
    r"[$€£¥]\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|[mbk]\b))?"
    r"|\d[\d.,]*\s?(?:%|percent|per cent|por ciento|pour cent|Prozent)"
    r"|\d[\d.,]*(?:\s+(?:in|out of|of|de cada|sur)\s+\d+)?",
    re.I,
)


def labels(draft: Draft) -> dict[str, Any]:
    """The fields of a release, each as printed in the source; None or an empty list where there is none."""
    lexicon = Lexicon(draft.language)
    lede = _dateline(draft, lexicon)
    bodies, titles = _boilerplates(draft)
    items = [each for each in draft.parts if each.kind == "item"]
    return {
        "language": draft.language,
        "release_line": _one(draft, "release_line"),
        "embargo": _one(draft, "embargo"),
        "label": _one(draft, "label"),
        "contacts": [_contact(each) for each in reached(draft)],
        "headline": _headline(draft),
        "subheads": _all(draft, "subhead"),
        "dateline": lede,
        "release_date": _one(draft, "date"),
        "quotes": [
            {
                "text": each.pieces[0].text,
                "continues": [piece.text for piece in each.pieces[1:]],
                "speaker": each.speaker or None,
                "role": each.role or None,
                "partial": each.partial,
            }
            for each in statements(draft)
        ],
        "bullets": [_bullet(draft, each) for each in items],
        "figures": [_figure(_bullet(draft, each)) for each in items],
        "bullet_groups": _groups(draft),
        "section_heads": _all(draft, "crosshead") + _all(draft, "notes_heading"),
        "tables": [],
        "boilerplate": bodies,
        "boilerplate_titles": titles,
        "end_mark": _one(draft, "end"),
        "notes": _all(draft, "note"),
        "advisory": _all(draft, "advisory"),
        "issuer": _all(draft, "issuer"),
        "chrome": [
            draft.printed(each)
            for each in draft.parts
            if each.kind == "aside" and draft.paras[each.para].region != "matter"
        ],
    }


def reached(draft: Draft) -> list[Reach]:
    """The contacts of a draft."""
    lines = [draft.text(each) for each in draft.parts if each.kind == "contact"]
    return contacts(lines, Lexicon(draft.language))


def _bare(text: str) -> str:
    return re.sub(r"^#{1,6}\s+", "", text)


def _all(draft: Draft, kind: Kind) -> list[str]:
    return [_bare(draft.text(each)) for each in draft.parts if each.kind == kind]


def _one(draft: Draft, kind: Kind) -> str | None:
    for each in draft.parts:
        if each.kind == kind:
            return draft.printed(each) if kind == "end" else _bare(draft.text(each))
    return None


def _headline(draft: Draft) -> str | None:
    """The headline, all its lines."""
    lines: list[str] = []
    for each in draft.parts:
        if each.kind == "headline":
            lines.append(_bare(draft.text(each)))
        elif lines:
            break
    return " ".join(lines) or None


def _contact(reach: Reach) -> dict[str, Any]:
    return {
        "name": reach.name or None,
        "role": reach.role or None,
        "organisation": reach.organisation or None,
        "phones": list(reach.phones),
        "emails": list(reach.emails),
        "other": list(reach.other),
    }


def lede_of(draft: Draft) -> Part | None:
    """The first paragraph of the body below the headline."""
    begun = not any(each.kind == "headline" for each in draft.parts)
    for each in draft.parts:
        begun = begun or each.kind == "headline"
        if each.kind in ("body", "dateline") and begun:
            return each
    return None


def _dateline(draft: Draft, lexicon: Lexicon) -> dict[str, str | None]:
    for each in draft.parts:
        if each.kind not in ("body", "dateline"):
            continue
        text = draft.text(each)
        found = own_line(text, lexicon) if each.kind == "dateline" else dateline(text, lexicon)
        if found is not None:
            return {"place": found.place or None, "date": found.date or None}
        if each.kind == "body" and len(draft.text(each)) > 200:
            break
    return {"place": None, "date": None}


def _boilerplates(draft: Draft) -> tuple[list[str], list[str | None]]:
    bodies: list[str] = []
    titles: list[str | None] = []
    heading: str | None = None
    last = ""
    for each in draft.parts:
        if each.kind == "boilerplate_heading":
            heading = _bare(draft.text(each))
        elif each.kind == "boilerplate":
            if last == "boilerplate" and heading is None:
                bodies[-1] += "\n" + draft.text(each)
            else:
                bodies.append(draft.text(each))
                titles.append(heading)
                heading = None
        if each.kind == "crosshead" and last == "boilerplate":
            continue
        last = each.kind
    return bodies, titles


def _bullet(draft: Draft, part: Part) -> str:
    return re.sub(r"^[•‣◦▪●]\s*", "", draft.text(part))


def _figure(text: str) -> str | None:
    found = _FIGURE.search(text[:160])
    return found[0].strip(" .,") if found else None


def _groups(draft: Draft) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    last: Part | None = None
    for each in draft.parts:
        if each.kind == "item":
            if last is None or last.kind != "item":
                found.append({"intro": draft.text(last) if last else None, "items": []})
            found[-1]["items"].append(_bullet(draft, each))
        last = each
    return found
