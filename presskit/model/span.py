"""Part of a release: from a place in one block to a place in another."""

from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from presskit.model.block import Block
from presskit.model.release import Release
from presskit.text.runs import RichText, cut, join, plain


class End(NamedTuple):
    """Where a span begins or ends: a block, and a letter of its text (0 is before the first); None where it
    takes the block as a whole."""

    block: str
    at: int | None = None


def is_one_text(block: Block) -> bool:
    """Whether a block is a single text and nothing else: a paragraph or a heading."""
    return [each.ask.form for each in block.questions()] == ["rich"] and hasattr(block, "text")


def text_of(block: Any) -> RichText:
    """The text of a block that is a single text."""
    text: RichText = block.text
    return text


def in_order(release: Release, one: End, other: End) -> tuple[End, End]:
    """Two ends, the one that comes first in the release first. Raises KeyError for blocks not in it."""
    keys = [(release.index(each.block), each.at or 0) for each in (one, other)]
    return (one, other) if keys[0] <= keys[1] else (other, one)


def taken(release: Release, first: End, last: End) -> tuple[Block, ...]:
    """The blocks between two ends in order, texts at the ends cut; one of which nothing is left is not."""
    found = list(release.blocks[release.index(first.block) : release.index(last.block) + 1])
    if last.at is not None:
        start = first.at if first.block == last.block else None
        found[-1] = _with_text(found[-1], cut(text_of(found[-1]), start or 0, last.at))
    if first.at is not None and first.block != last.block:
        found[0] = _with_text(found[0], cut(text_of(found[0]), first.at))
    ends = {first.block} if first.at is not None else set()
    ends |= {last.block} if last.at is not None else set()
    return tuple(block for block in found if block.id not in ends or plain(text_of(block)))


def without(release: Release, first: End, last: End, new: RichText = ()) -> tuple[Release, End | None]:
    """The release with `new` in the place of what lies between two ends in order, and where `new` ends.

    What is left of the texts at both ends becomes one text. Where both ends take whole blocks there is no
    text to put anything into: None comes back, and `new` must be empty.
    """
    start, stop = release.index(first.block), release.index(last.block)
    head = cut(text_of(release.blocks[start]), 0, first.at) if first.at is not None else None
    tail = cut(text_of(release.blocks[stop]), last.at) if last.at is not None else None
    left: tuple[Block, ...] = ()
    seam = None
    if head is not None or tail is not None:
        host = release.blocks[start if head is not None else stop]
        left = (_with_text(host, join(head or (), new, tail or ())),)
        seam = End(host.id, len(plain(join(head or (), new))))
    blocks = (*release.blocks[:start], *left, *release.blocks[stop + 1 :])
    return release.with_blocks(blocks), seam


def emphasised(release: Release, first: End, last: End, name: Literal["bold", "italic"]) -> Release:
    """The release with the texts between two ends in order bold or italic; or neither, where all of it is.

    Blocks that are more than a text stay as they are.
    """
    changed: list[Block] = []
    parts: list[tuple[Block, RichText, RichText, RichText]] = []
    for block in release.blocks[release.index(first.block) : release.index(last.block) + 1]:
        if is_one_text(block):
            text = text_of(block)
            start = first.at or 0 if block.id == first.block else 0
            stop = last.at if block.id == last.block else None
            after = cut(text, stop) if stop is not None else ()
            parts.append((block, cut(text, 0, start), cut(text, start, stop), after))
    on = not all(getattr(run, name) for _block, _before, chosen, _after in parts for run in chosen)
    for block, before, chosen, after in parts:
        marked = tuple(replace(run, **{name: on}) for run in chosen)
        changed.append(_with_text(block, join(before, marked, after)))
    new = {block.id: block for block in changed}
    return release.with_blocks(new.get(block.id, block) for block in release.blocks)


def _with_text(block: Any, text: RichText) -> Block:
    changed: Block = replace(block, text=text)
    return changed
