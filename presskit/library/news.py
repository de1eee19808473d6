"""What a library has to say of a kit that carries its items: newer versions, and what must not go out."""

import datetime
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec.structs import replace

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote, Speaker
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.problems import ItemMissing, ItemUnreadable, Refused
from presskit.library.shelf import Shelf, State
from presskit.library.using import SPEAKER, Carried, carried, differs, outdated, refreshed
from presskit.model import edits
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.model.telling import compared

Tone = Literal["", "warn", "bad"]


class News(NamedTuple):
    """Something of a kit that is not as the library has it now. item: what it would become, where taking it
    would change what the release says."""

    carried: Carried
    state: State
    item: Item | None = None

    @property
    def chip(self) -> str:
        """A word or two on it; "" where there is nothing to tell."""
        if self.state.reason:
            return _("consent withdrawn")
        if self.item is not None:
            return _("v{number} available").format(number=self.item.version)
        if self.state.retired:
            return _("retired")
        return _("past its date") if _is_past(self.state) else ""

    @property
    def tone(self) -> Tone:
        """How it is meant."""
        return "bad" if self.state.reason else "" if self.item is not None else "warn"

    @property
    def told(self) -> str:
        """A sentence on it."""
        name = self.state.name
        if self.state.reason:
            return _("{reason} Take them out of the release.").format(reason=self.state.reason)
        if self.item is not None:
            told = _("The library has version {new} of “{name}”; this release has version {old}.")
            return told.format(new=self.item.version, name=name, old=self.carried.version)
        if self.state.retired:
            return _("“{name}” is no longer offered by the library: look for another.").format(name=name)
        return _("“{name}” is past the day up to which it was good: check it.").format(name=name)


def news(kit: Kit, shelf: Shelf) -> list[News]:
    """All of a kit that the library has something to say about, in order. Raises LibraryProblem."""
    found = list(carried(kit))
    told = []
    for each, state in outdated(found, shelf.states({one.reference for one in found})):
        item = _newer(each, state, kit.releases[each.number], shelf)
        one = News(each, state, item)
        if one.chip:
            told.append(one)
    return told


def _newer(each: Carried, state: State, release: Release, shelf: Shelf) -> Item | None:
    if state.reason or (state.version <= each.version and not state.merged_into):
        return None
    try:
        item = shelf.get(state.merged_into or each.reference)
    except (ItemMissing, ItemUnreadable):  # of this one nothing can be told, and of the others much
        return None
    block = release.find(each.block)
    if item.retired or block is None or not differs(block, each.part, item, release):
        return None
    return item


def _is_past(state: State) -> bool:
    return state.good_until is not None and state.good_until < datetime.date.today()


def difference(block: Block, one: News, release: Release) -> list[tuple[str, str, str]]:
    """What would change by taking the newer version: the label, what the release says and what it would."""
    fresh = taken(block, one, release)
    return compared(block, fresh) if fresh is not None else []


def taken(block: Block, one: News, release: Release) -> Block | None:
    """The block with the newer version; None where there is none that may be used."""
    if one.item is None:
        return None
    try:
        return refreshed(block, one.carried.part, one.item, release)
    except Refused:
        return None


def ends_approval(block: Block, fresh: Block) -> bool:
    """Whether a quote that its speaker approved would say something else."""
    if not isinstance(block, Quote) or block.standing() != "approved":
        return False
    return not isinstance(fresh, Quote) or fresh.standing() != "approved"


def without(release: Release, one: Carried) -> Release:
    """The release without what a person withdrew their consent for: the block, or their row of the contacts.
    The words of a quote go with their speaker."""
    block = release.find(one.block)
    if block is None:
        return release
    if isinstance(block, Contacts) and one.part:
        rest = tuple(each for each in block.people if each.reference != one.reference)
        return edits.change(release, replace(block, people=rest))
    if isinstance(block, Quote) and one.part == SPEAKER and not any(block.words):
        return edits.change(release, replace(block, speaker=Speaker()))
    return edits.remove(release, one.block)


def by_block(found: list[News], number: int) -> Iterator[tuple[str, list[News]]]:
    """What is told of a release, by the ids of its blocks, the gravest first."""
    order = {"bad": 0, "": 1, "warn": 2}
    here = [each for each in found if each.carried.number == number]
    for block in dict.fromkeys(each.carried.block for each in here):
        of_it = [each for each in here if each.carried.block == block]
        yield block, sorted(of_it, key=lambda each: order[each.tone])
