"""What new items of the library begin with."""

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.library.items import Content, Organisation, Piece
from presskit.library.people import Person
from presskit.model.block import Block

_KEPT = "kept"  # the id of a block within an item: each use gives it one of its own


def fresh_content(kind: str, block: type[Block] | None = None, organisation: str = "") -> Content:
    """An empty item of a kind; `block`: of which block, for one that stands for a block.
    organisation: the id of that whose boilerplate it is."""
    match kind:
        case "person":
            return Person()
        case "organisation":
            return Organisation()
        case "boilerplate":
            return Piece(block=Boilerplate(id=_KEPT), organisation=organisation)
        case "statistics":
            return Piece(block=Statistics(id=_KEPT, items=(Figure(),), sources=(Source(),)))
        case "quote":
            return Piece(block=Quote(id=_KEPT))
        case "photo":
            return Piece(block=Photo(id=_KEPT))
        case _:
            return Piece(block=(block or Paragraph)(id=_KEPT))
