"""What the side pane's list shows: heads of groups, items of the library and pieces of the kit."""

import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

from presskit.blocks.statistics import Statistics
from presskit.gui.pieces import Piece
from presskit.i18n import _
from presskit.library.consent import refusal
from presskit.library.items import KINDS, Item, Kind
from presskit.library.items import Piece as KeptPiece
from presskit.library.people import Person
from presskit.text.folding import fold
from presskit.text.languages import primary

Tone = Literal["plain", "good", "warn", "bad"]


class Row(NamedTuple):
    """A line of the list. key: "" for the head of a group, else what a drag carries. chip: a word or two at
    its right, and how it is meant."""

    key: str
    name: str
    about: str = ""
    chip: str = ""
    tone: Tone = "plain"
    item: Item | None = None
    piece: Piece | None = None


def rows(kept: Iterable[Item], pieces: Iterable[Piece], language: str, today: datetime.date) -> list[Row]:
    """The items by their kinds, in the order in which those are shown, then what the kit itself holds.
    language: the release's. Within a kind the order of the search stays."""
    groups: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    for item in kept:
        groups[item.kind].append(_kept(item, language, today))
    found: list[Row] = []
    for kind, group in groups.items():
        found += [Row("", _(KINDS[kind][1])), *group] if group else []
    own = list(pieces)
    if own:
        found.append(Row("", _("This kit")))
        found += [
            Row(f"piece:{number}", each.name, each.about, chip=each.group, piece=each)
            for number, each in enumerate(own)
        ]
    return found


def pieces_with(pieces: Iterable[Piece], wanted: str) -> list[Piece]:
    """The pieces whose words have what is looked for; all while nothing is."""
    sought = fold(wanted).split()
    return [each for each in pieces if all(word in fold(f"{each.name} {each.about}") for word in sought)]


def _kept(item: Item, language: str, today: datetime.date) -> Row:
    chip, tone = _chip(item, language, today)
    return Row(f"item:{item.id}", item.name, item.about, chip, tone, item=item)


def _chip(item: Item, language: str, today: datetime.date) -> tuple[str, Tone]:
    """The one thing to know before using it."""
    content = item.content
    if isinstance(content, Person):
        if content.consent.withdrawn:
            return _("withdrawn"), "bad"
        if refusal(content):
            return _("incomplete"), "bad"
    if item.is_past(today):
        return _("past its date"), "warn"
    if isinstance(content, Person):
        if content.consent.shown_as != "real name":
            return _("as {name}").format(name=content.printed_name()), "warn"
        return "", "plain"
    if item.language and primary(item.language) != primary(language):
        return primary(item.language).upper(), "plain"
    if isinstance(content, KeptPiece) and isinstance(content.block, Statistics):
        sourced = any(source.who.strip() or source.title.strip() for source in content.block.sources)
        return (_("sourced"), "good") if sourced else (_("no source"), "warn")
    return _("v{number}").format(number=item.version), "plain"


def said(row: Row, group: str) -> str:
    """The row for a screen reader."""
    return ". ".join(each for each in (f"{group}: {row.name}", row.about, row.chip) if each)
