"""Partners: organisations that a release names, whose word the house wants before it goes out."""

import datetime
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.approval import Approval, Asked, Channel, Standing, seal
from presskit.model.block import Block
from presskit.text.folding import tokens


class Partner(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An organisation named in a release, and how far its clearance has come. What it clears is every
    passage that names it: `seal` of an approval covers those. `reference` names the library item, if any."""

    name: str
    email: str = ""
    asked: Asked | None = None
    approval: Approval | None = None
    reference: str = ""

    def mentions(self, blocks: Iterable[Block]) -> list[str]:
        """The passages that name it, in order, as plain text."""
        wanted = tokens(self.name)
        return [text for block in blocks for text in block.letters() if names(text, wanted)]

    def standing(self, blocks: Iterable[Block]) -> Standing:
        """How far its clearance has come, for the passages that name it now."""
        mentions = self.mentions(blocks)
        if self.approval is not None and self.approval.covers(mentions):
            return "approved"
        if self.asked is not None and self.asked.covers(mentions):
            return "sent"
        if self.approval is not None:
            return "changed since approval"
        return "changed since sent" if self.asked is not None else "draft"

    def sent(self, when: datetime.datetime, blocks: Iterable[Block]) -> "Partner":
        """The partner as asked for these passages."""
        return replace(self, asked=Asked(when=when, seal=seal(self.mentions(blocks))))

    def approved(self, who: str, when: datetime.datetime, how: Channel, blocks: Iterable[Block]) -> "Partner":
        """The partner with its clearance on record."""
        given = Approval(who=who, when=when, how=how, seal=seal(self.mentions(blocks)))
        return replace(self, approval=given)

    def is_approved(self, blocks: Iterable[Block]) -> bool:
        """Whether it cleared exactly the passages that name it now."""
        return self.approval is not None and self.approval.covers(self.mentions(blocks))


def names(text: str, wanted: list[str]) -> bool:
    """Whether the words of a name stand in a text, in order and next to each other."""
    if not wanted:
        return False
    found, length = tokens(text), len(wanted)
    return any(found[at : at + length] == wanted for at in range(len(found) - length + 1))
