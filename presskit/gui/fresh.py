"""A new block of a kind, ready to be written in."""

from msgspec.structs import replace

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.model.block import Block
from presskit.model.profile import profile
from presskit.model.release import Release


def fresh(kind: type[Block], release: Release) -> Block:
    """An empty block with a first row where it has rows, and the verb that the house style begins with."""
    block = kind.blank()
    if isinstance(block, Statistics):
        return replace(block, items=(Figure(),), sources=(Source(),))
    if isinstance(block, Contacts):
        return replace(block, people=(Contact(),))
    if isinstance(block, Quote):
        return replace(block, verb=profile(release.profile).page_words(release.language).said)
    return block
