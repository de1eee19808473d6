"""Blocks on a clipboard, between windows: the record of a kit that holds them alone."""

from collections.abc import Iterable
from pathlib import Path

from presskit.blocks.unknown import Unknown
from presskit.model.block import Block, fresh_copy
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.codec import decode, encode
from presskit.storage.errors import FileProblem

MOST = 16_000_000  # bytes that are looked at
_MOST_BLOCKS = 5_000


def pack(blocks: Iterable[Block]) -> bytes:
    """Blocks as bytes. Equal blocks give equal bytes."""
    return encode(Kit(releases=(Release(blocks=tuple(blocks)),)))


def unpack(data: bytes) -> tuple[Block, ...]:
    """The blocks that `pack` made bytes of, under new ids; none where the bytes are something else. What is
    on a clipboard is not trusted: it may come from any program."""
    if len(data) > MOST:
        return ()
    try:
        releases = decode(data, path=Path("clipboard")).kit.releases
    except FileProblem:
        return ()
    found = [block for release in releases for block in release.blocks if not isinstance(block, Unknown)]
    return tuple(map(fresh_copy, found[:_MOST_BLOCKS]))
