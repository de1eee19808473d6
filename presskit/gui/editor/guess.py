"""How high the card of a block will be, roughly, before it is made."""

from collections.abc import Iterable
from typing import Any

from presskit.model.block import Block
from presskit.model.fields import questions
from presskit.text.runs import Run, plain

_LETTER, _LINE = 7.4, 22  # pixels that a letter takes in the middle, and a line
_HEAD, _EDGES = 30, 26  # pixels of a card's head, and of what is around its words
_SHORT = 30  # pixels of a line with a short answer; two stand side by side


def guess_height(block: Block, width: int) -> int:
    """The height in pixels of a block's card that is `width` pixels wide."""
    return _HEAD + _EDGES + _record(block, max(width - 40, 100))


def _record(record: Any, width: int) -> int:
    height = short = 0
    kind: type = type(record)
    for each in questions(kind):
        answer = getattr(record, each.name)
        match each.ask.form:
            case "rich":
                height += _lines(answer, width)
            case "paragraphs":
                height += max(sum(_lines(text, width) for text in answer), _LINE)
            case "rows":
                height += sum(_record(row, width) + _EDGES // 2 for row in answer) + _SHORT
            case "picture":
                height += 10 * _LINE
            case _:
                short += 1
    return height + (short + 1) // 2 * _SHORT


def _lines(text: Iterable[Run], width: int) -> int:
    return (1 + int(len(plain(tuple(text))) * _LETTER / width)) * _LINE
