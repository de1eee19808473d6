"""Versions of a kit to go back to: when one is kept, and how it is brought back."""

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from presskit.model.block import Block
from presskit.model.kept import LONGEST_NAME, MOST_NAMED, Kept, is_same, size, thinned
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.codec import encode
from presskit.storage.errors import TooManyVersions
from presskit.storage.kept import MOST_BYTES, frozen, shared, thawed

__all__ = [
    "AFTER",
    "Kept",
    "at_saving",
    "has_named",
    "holds",
    "joined",
    "kept_now",
    "named_as",
    "removed",
    "restored",
    "thawed",
    "with_block_of",
    "with_frame_of",
    "with_name",
]

AFTER = datetime.timedelta(minutes=10)
"""A save keeps a version when the last one is older than this."""
_MUCH = 0.25  # of the parts of a release: as many changed since the last version are worth one at once
_LEAST = 4  # parts; a change of fewer is not much


def now_utc() -> datetime.datetime:
    """This moment in UTC, in whole seconds."""
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def kept_now(kit: Kit, now: datetime.datetime, name: str = "") -> tuple[Kept, ...]:
    """The versions of a kit with one of what it is now, unless there is one that says the same: with a name,
    that one is taken out for it if it has none. Those that have aged out are let go. Raises TooManyVersions
    for one with a name."""
    return _with(kit.kept, frozen(kit.releases, now, _tidy(name)))


def at_saving(
    kit: Kit, opened: Kit | None, since: datetime.datetime, now: datetime.datetime
) -> tuple[Kept, ...]:
    """The versions to be saved with a kit: with one of what it is now, if the last one was kept more than
    AFTER ago or much has changed since; and with what was `opened`, `since` when it was so, if no version
    was kept of it."""
    kept = kit.kept
    if opened is not None and not opened.kept and opened.releases != kit.releases:
        kept = _with(kept, frozen(opened.releases, min(since, now)))
    fresh = frozen(kit.releases, now)
    if not kept or abs(now - kept[-1].when) >= AFTER or _is_much(kept[-1], fresh):
        return _with(kept, fresh)
    return kept


def _with(kept: tuple[Kept, ...], fresh: Kept) -> tuple[Kept, ...]:
    """The versions with a new one, as `kept_now` says."""
    same = [each for each in kept if is_same(each, fresh)]
    if same and (not fresh.name or any(each.name == fresh.name for each in same)):
        return kept
    others = [each for each in kept if each.name or each not in same]
    named = [each for each in others if each.name]
    if fresh.name and len(named) >= MOST_NAMED:
        raise TooManyVersions(MOST_NAMED)
    if size((*named, fresh)) > MOST_BYTES:
        if fresh.name:
            raise TooManyVersions
        return kept
    return thinned((*others, shared(fresh, kept)), fresh.when, MOST_BYTES)


def _is_much(last: Kept, fresh: Kept) -> bool:
    """Whether much is different from the last version."""
    was = {part for release in last.releases for part in release}
    parts = {part for release in fresh.releases for part in release}
    return max(len(parts - was), len(was - parts)) >= max(_LEAST, _MUCH * len(parts))


def named_as(kit: Kit) -> str:
    """The name under which a kit is kept already just as it is; nothing where it is not."""
    fresh = frozen(kit.releases, now_utc())
    return next((each.name for each in reversed(kit.kept) if each.name and is_same(each, fresh)), "")


def with_name(kit: Kit, version: Kept, name: str) -> Kit:
    """The kit with a version of it called by another name; without one it is as PressKit keeps them by
    itself. Raises TooManyVersions."""
    name = _tidy(name)
    if name and not version.name and sum(bool(each.name) for each in kit.kept) >= MOST_NAMED:
        raise TooManyVersions(MOST_NAMED)
    fresh = replace(version, name=name)
    return replace(kit, kept=tuple(fresh if each == version else each for each in kit.kept))


def removed(kit: Kit, version: Kept) -> Kit:
    """The kit without a version of it."""
    return replace(kit, kept=tuple(each for each in kit.kept if each != version))


def joined(one: Kit, other: Kit, now: datetime.datetime) -> tuple[Kept, ...]:
    """The versions of two kits that were one once, each once."""
    more = [each for each in other.kept if each not in one.kept]
    return thinned((*one.kept, *more), now, MOST_BYTES) if more else one.kept


def holds(saved: Kit, kit: Kit) -> bool:
    """Whether nothing of a kit is lost that is not in another: versions without a name need not be, nor
    pictures that only undone steps show, which no file has."""
    there, record = {picture.name for picture in saved.pictures}, encode(kit)
    shown = (picture.name for picture in kit.pictures if picture.name.encode() in record)
    same = replace(saved, kept=(), pictures=()) == replace(kit, kept=(), pictures=())
    return same and there.issuperset(shown) and has_named(saved, kit.kept)


def has_named(saved: Kit, kept: Iterable[Kept]) -> bool:
    """Whether a kit has all those of some versions that have a name."""
    return all(each in saved.kept for each in kept if each.name)


# Back


def restored(kit: Kit, releases: Iterable[Release]) -> Kit:
    """The kit with releases as they were, each in the place of the one in its language, or else after all
    others. A language that they have none of stays as it is. Blocks that say the same stay the very same."""
    free = dict(enumerate(each.language for each in kit.releases))
    for release in releases:
        number = next((number for number, language in free.items() if language == release.language), None)
        if number is None:
            kit = replace(kit, releases=(*kit.releases, release))
            continue
        free.pop(number)
        now = {block.id: block for block in kit.releases[number].blocks}
        blocks = (now[old.id] if now.get(old.id) == old else old for old in release.blocks)
        kit = kit.with_release(number, release.with_blocks(blocks))
    return kit


def with_block_of(
    release: Release, block: Block, was: Release, *, instead_of: str = "", moved: bool = False
) -> Release:
    """The release with a block as it `was`: in the place of the one of the id `instead_of`; or, where there
    is none or it was `moved`, after the block that it stood behind then, at the beginning where none of those
    before it is there any more."""
    blocks = list(release.blocks)
    if instead_of:
        at = release.index(instead_of)
        fresh = replace(block, id=instead_of)
        blocks[at : at + 1] = [] if moved else [fresh]
        if not moved:
            return release.with_blocks(blocks)
    else:
        fresh = block
    here = {each.id: place for place, each in enumerate(blocks)}
    before = (here[each.id] for each in reversed(was.blocks[: was.index(block.id)]) if each.id in here)
    blocks.insert(next(before, -1) + 1, fresh)
    return release.with_blocks(blocks)


def with_frame_of(release: Release, was: Release) -> Release:
    """The release with all around its blocks as it `was`: dateline, embargo, house style, brand."""
    return was.with_blocks(release.blocks)


def _tidy(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME].strip()
