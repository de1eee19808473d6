"""The release: one text in one language, and where it goes."""

import datetime
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.block import Block
from presskit.model.brand import Brand
from presskit.model.partner import Partner
from presskit.text.counting import words

LineKind = Literal["immediate", "embargo", "hold"]
Status = Literal["drafting", "in review", "cleared", "issued"]


class ReleaseLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When the text may be used. `until` is local time in `zone` (an IANA name), for an embargo."""

    kind: LineKind = "immediate"
    until: datetime.datetime | None = None
    zone: str = ""


class Dateline(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where and when the release is issued, as data; a profile says how it is written."""

    city: str = ""
    region: str = ""
    country: str = ""
    date: datetime.date | None = None


class Release(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A release in one language (BCP 47), a frozen value.

    partners: those named in it whose word the house wants. correction: what this version corrects of one that
    was issued before; printed with it.
    """

    language: str = "en-US"
    line: ReleaseLine = ReleaseLine()
    dateline: Dateline = Dateline()
    status: Status = "drafting"
    profile: str = "ap"
    brand: Brand = Brand()
    partners: tuple[Partner, ...] = ()
    correction: str = ""
    blocks: tuple[Block, ...] = ()

    def find(self, block_id: str) -> Block | None:
        """The block of that id."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def index(self, block_id: str) -> int:
        """Where the block of that id stands; raises KeyError when there is none."""
        for place, block in enumerate(self.blocks):
            if block.id == block_id:
                return place
        raise KeyError(block_id)

    def with_blocks(self, blocks: Iterable[Block]) -> "Release":
        """The same release with these blocks."""
        return replace(self, blocks=tuple(blocks))

    def title(self) -> str:
        """The headline's words, or nothing."""
        found = (block.summary() for block in self.blocks if block.kind == "headline")
        return next((words for words in found if words), "")

    def word_count(self) -> int:
        """The words that the author wrote, in all blocks."""
        return sum(words(letters) for block in self.blocks for letters in block.letters())
