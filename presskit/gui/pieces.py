"""What a release holds for reuse: boilerplate, people, figures."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.i18n import _
from presskit.model.block import Block


class Piece(NamedTuple):
    """Something that can be used again: its name, a line about it, and the block to copy."""

    group: str
    name: str
    about: str
    block: Block


def pieces_of(block: Block) -> list[Piece]:
    """What a block holds for reuse."""
    match block:
        case Boilerplate() if not block.is_empty():
            name = block.heading.strip() or _("Boilerplate")
            return [Piece(_("Boilerplate"), name, _short(block.letters()[-1]), block)]
        case Quote() if block.speaker.name.strip():
            empty = Quote(speaker=block.speaker, placement=block.placement)
            about = block.speaker.description.strip(" ,") or block.speaker.title
            return [Piece(_("Speaker"), block.speaker.name, _short(about), empty)]
        case Statistics():
            return [
                Piece(
                    _("Statistics"),
                    figure.figure,
                    _short("".join(run.text for run in figure.sentence)),
                    replace(block, introduction=(), items=(figure,)),
                )
                for figure in block.items
                if figure.figure
            ]
        case Contacts():
            return [
                Piece(
                    _("Contact"),
                    person.name or person.organisation,
                    person.email or person.phone,
                    replace(block, people=(person,)),
                )
                for person in block.people
                if person.name or person.organisation
            ]
        case _:
            return []


def gather(found: Iterable[list[Piece]]) -> list[Piece]:
    """The pieces of all blocks by their groups; somebody who speaks twice is one piece."""
    order = [_("Boilerplate"), _("Speaker"), _("Statistics"), _("Contact")]
    pieces: list[Piece] = []
    people: set[str] = set()
    for piece in (each for few in found for each in few):
        if piece.group == _("Speaker"):
            if piece.name in people:
                continue
            people.add(piece.name)
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: order.index(piece.group))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 64 else text[:63].rsplit(" ", 1)[0] + " …"
