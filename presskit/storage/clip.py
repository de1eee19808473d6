"""Blocks on a clipboard, between windows: a kit that holds them alone, with the pictures that they show."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from presskit.blocks.unknown import Unknown
from presskit.model.block import Block, fresh_copy
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.storage import container
from presskit.storage.errors import FileProblem

MOST = 96 * container.MEGABYTE  # bytes that are looked at
_MOST_BLOCKS = 5_000
_HERE = Path("clipboard")  # what a problem would name


class Clip(NamedTuple):
    """Blocks from a clipboard and the pictures that they show."""

    blocks: tuple[Block, ...] = ()
    pictures: tuple[Asset, ...] = ()


def pack(blocks: Iterable[Block], pictures: Iterable[Asset] = ()) -> bytes:
    """Blocks as bytes, with those of the pictures that they show. Equal blocks give equal bytes."""
    blocks = tuple(blocks)
    shown = {name for block in blocks for name in block.pictures()}
    wanted = tuple(picture for picture in pictures if picture.name in shown)
    return container.pack(Kit(releases=(Release(blocks=blocks),), pictures=wanted), _HERE)


def unpack(data: bytes) -> Clip:
    """The blocks that `pack` made bytes of, under new ids; none where the bytes are something else. What is
    on a clipboard is not trusted: it may come from any program."""
    if len(data) > MOST:
        return Clip()
    try:
        kit = container.unpack(data, _HERE).kit
    except FileProblem:
        return Clip()
    found = [block for release in kit.releases for block in release.blocks if not isinstance(block, Unknown)]
    return Clip(tuple(map(fresh_copy, found[:_MOST_BLOCKS])), kit.pictures)
