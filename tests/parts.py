"""A release given as plain text, taken apart as a communications officer would read it: for tests that type
it in part by part. Knows one form: headline, subhead, lede with its town, paragraphs, quotes, bullets,
boilerplate."""

import re
from pathlib import Path
from typing import NamedTuple

OWN = Path(__file__).parent / "data" / "library-hours.txt"
SEED = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "trust-act.txt"
CHROME = "Comments are closed."  # what a web page left behind

_TITLES = {"State", "Senate", "Senator", "County", "Council", "Councilor", "Majority", "Leader", "Dr."}
_NAME = re.compile(r"(?:[A-Z]\.|[^\W\d_][\w’-]*)(?: (?:[A-Z]\.|[A-Z][\w’-]*))*")


class Said(NamedTuple):
    """A quote paragraph in its parts; words without their outer marks, a stop where the comma stood."""

    words: str
    verb: str
    title: str
    name: str
    description: str
    placement: str
    after: int
    paragraph: str


class Parts(NamedTuple):
    """The release. body: paragraphs (str), quotes (Said) and bullet lists (list of str) in order."""

    headline: str
    subhead: str
    town: str
    lede: str
    body: list["str | Said | list[str]"]
    boilerplate: str


def releases() -> list[Path]:
    """The texts there are: our own, and the seed release where it is at hand."""
    return [OWN, *([SEED] if SEED.exists() else [])]


def take_apart(path: Path) -> Parts:
    """The parts of a text file. White space is made plain: a web page's no-break spaces are no letters."""
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line and line != CHROME]
    headline, subhead, first, *rest = lines
    town, lede = first.split("— ", 1)
    body: list[str | Said | list[str]] = []
    for line in rest[:-1]:
        if line.startswith("•"):
            if not (body and isinstance(body[-1], list)):
                body.append([])
            bullets = body[-1]
            assert isinstance(bullets, list)
            bullets.append(line.lstrip("• "))
        elif "“" in line:
            body.append(said(line))
        else:
            body.append(line)
    return Parts(headline, subhead, town, lede, body, rest[-1])


def said(paragraph: str) -> Said:
    """A quote paragraph in its parts."""
    from presskit.text.sentences import sentences

    spoken = re.findall(r"“([^”]*)”", paragraph)
    outside = re.sub(r"“[^”]*”", "|", paragraph).strip()
    if outside.endswith("|") and outside.startswith("|"):
        placement, attribution = "middle", outside.strip("| ").rstrip(".")
    elif outside.endswith("|"):
        placement, attribution = "lead", outside.strip("| ").rstrip(",")
    else:
        placement, attribution = "end", outside.strip("| ").rstrip(".")
    if placement == "lead":
        who, _space, verb = attribution.rpartition(" ")
        who = who.rstrip(",")
    else:
        verb, _space, who = attribution.partition(" ")
    words = who.split(" ")
    count = 0
    while words[count] in _TITLES:
        count += 1
    title, named = " ".join(words[:count]), " ".join(words[count:])
    found = _NAME.match(named)
    assert found
    name, description = found.group(), named[found.end() :].strip()
    stopped = [re.sub(r",$", ".", each) for each in spoken]
    return Said(
        " ".join(stopped), verb, title, name, description, placement, len(sentences(stopped[0])), paragraph
    )
