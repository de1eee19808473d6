"""What is made of each block is made again only for those that changed."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from presskit.model.block import Block

T = TypeVar("T")


class PerBlock(Generic[T]):
    """Keeps what a function makes of each block for as long as the block stays the same."""

    def __init__(self, make: Callable[[Block], T]) -> None:
        self._make = make
        self._kept: dict[str, tuple[Block, T]] = {}

    def __call__(self, blocks: Iterable[Block]) -> list[T]:
        """What is made of the blocks, in their order."""
        kept = {}
        for block in blocks:
            before = self._kept.get(block.id)
            kept[block.id] = before if before and before[0] is block else (block, self._make(block))
        self._kept = kept
        return [made for _block, made in kept.values()]
