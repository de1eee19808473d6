"""Each named edit: a pure function from release to release."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from presskit.model.block import Block, fresh_copy
from presskit.model.release import Release


def insert(release: Release, at: int, *blocks: Block) -> Release:
    """Puts blocks before the one at place `at` (at the end when there is none)."""
    return release.with_blocks((*release.blocks[:at], *blocks, *release.blocks[at:]))


def remove(release: Release, block_id: str) -> Release:
    """Takes a block out; raises KeyError when it is not there."""
    at = release.index(block_id)
    return release.with_blocks((*release.blocks[:at], *release.blocks[at + 1 :]))


def move(release: Release, block_id: str, to: int) -> Release:
    """Moves a block so that it stands at place `to`, counted without it; beyond the ends is the end."""
    block = release.blocks[release.index(block_id)]
    rest = [each for each in release.blocks if each is not block]
    to = min(max(to, 0), len(rest))
    rest.insert(to, block)
    if all(a is b for a, b in zip(rest, release.blocks, strict=True)):
        return release
    return release.with_blocks(rest)


def duplicate(release: Release, block_id: str) -> Release:
    """Puts a copy of a block after it."""
    at = release.index(block_id)
    return insert(release, at + 1, fresh_copy(release.blocks[at]))


def change(release: Release, block: Block) -> Release:
    """Puts `block` in the place of the one with its id; raises KeyError when there is none."""
    at = release.index(block.id)
    if release.blocks[at] == block:
        return release
    return release.with_blocks((*release.blocks[:at], block, *release.blocks[at + 1 :]))


def answer(release: Release, block_id: str, field: str, value: Any) -> Release:
    """Sets one field of a block; the same release when nothing changes."""
    block = release.blocks[release.index(block_id)]
    if getattr(block, field) == value:
        return release
    return change(release, replace(block, **{field: value}))


def swap(release: Release, block_id: str, blocks: Iterable[Block]) -> Release:
    """Puts blocks in the place of one."""
    at = release.index(block_id)
    return insert(remove(release, block_id), at, *blocks)
