"""Checks as the two faces ask for them: of kits, of texts, and with what a library knows."""

import re
from pathlib import Path

from msgspec import Struct

from presskit.bringing import kit_of
from presskit.check.finding import Act, Exchange, Finding, Severity
from presskit.check.gate import open_stops, overridden, passed, passing, stops, without_passing
from presskit.check.judge import Judge
from presskit.check.mending import mended
from presskit.check.rule import Brought, Known, Rule
from presskit.check.rules import ALL, BY_ID
from presskit.check.rules.variants import names_of
from presskit.check.telling import told_once
from presskit.intake.composing import Composed
from presskit.issuing import Since
from presskit.library.items import Kind
from presskit.library.news import news
from presskit.library.shelf import Shelf
from presskit.model.kit import Kit

__all__ = [
    "ALL",
    "BY_ID",
    "Act",
    "Brought",
    "Exchange",
    "Finding",
    "Judge",
    "Known",
    "Looked",
    "Rule",
    "Severity",
    "brought_of",
    "known_of",
    "mended",
    "open_stops",
    "overridden",
    "passed",
    "passing",
    "read_text",
    "stopping",
    "told_once",
    "without_passing",
]


class Looked(Struct, frozen=True):
    """A text taken for a kit, and what it had of its own."""

    kit: Kit
    brought: Brought


def read_text(path: Path) -> Looked:
    """A text, web page or Word file as a kit to be judged. Raises Unreadable."""
    made = kit_of(path)
    return Looked(made.kit, brought_of(made))


def brought_of(made: Composed) -> Brought:
    """What a text had of its own before it was a kit."""
    kinds = {each.why for each in made.aside}
    return Brought(
        line=bool(kinds & {"release_line", "embargo"}),
        said=next((each.text for each in made.aside if each.why == "release_line"), ""),
        end="end" in kinds,
        dateline=next((each.text for each in made.aside if each.why == "dateline"), ""),
        residue=tuple(
            each.text for each in made.aside if each.why == "aside" and any(map(str.isalnum, each.text))
        ),
        dated=any(_DATE.search(each.text) for each in made.aside if each.why not in {"aside", "table"}),
    )


_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_NAMES = 80  # of a release that are looked up
_MEANT: tuple[Kind, ...] = ("person", "organisation")


def stopping(kit: Kit, number: int) -> list[Finding]:
    """What stops a release of a kit from going to reporters now, with what is known of how it went out
    before."""
    return stops(kit, number, known=known_of(None, kit, number))


def known_of(shelf: Shelf | None, kit: Kit, number: int) -> Known:
    """What checks ask for and a release does not say: whether it has changed since it went out, and of a
    library if there is one, what is newer than in the kit and how those are spelt whom the release names.
    Raises LibraryProblem when the library cannot say."""
    changed = Since().changed(kit, number)
    if shelf is None:
        return Known(changed=changed)
    here = [each for each in news(kit, shelf) if each.carried.number == number and not each.state.reason]
    names = list(dict.fromkeys(names_of(kit.releases[number])))[:_MOST_NAMES]
    found = {item.id: item for name in names for item in shelf.search(name, kinds=_MEANT, limit=3)}
    return Known(
        people=tuple(item.name for item in found.values() if item.kind == "person"),
        organisations=tuple(item.name for item in found.values() if item.kind == "organisation"),
        stale={each.carried.block: each.told for each in here},
        changed=changed,
    )
