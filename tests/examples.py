"""Blocks of any kind with every question answered, grown from what the kind itself asks."""

import datetime
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from msgspec.structs import replace

from presskit.export import Format
from presskit.flow import Picture, Sheet
from presskit.model.block import Block
from presskit.model.fields import Ask, Question, questions
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.text.runs import Run, rich
from tests.kits import png

PICTURE = Asset.of(png(90, side=12))
DAY = datetime.date(2026, 11, 2)
_MOST_SUBSETS = 64


def answer_to(ask: Ask, word: str, default: Any) -> Any:
    """An answer that is not the default; `word` is what can be found again in it."""
    match ask.form:
        case "line":
            return word
        case "rich":
            return (
                Run(f"{word} "),
                Run("bold", bold=True),
                Run(" and "),
                Run("linked", link="https://e.org/"),
            )
        case "paragraphs":
            return (rich(f"{word} first."), rich(f"{word} second."))
        case "choice":
            return next(value for value, _label in reversed(ask.choices) if value != default)
        case "number":
            return 2
        case "switch":
            return not default
        case "date":
            return DAY
        case "picture":
            return PICTURE.name
        case "rows":
            assert ask.row is not None
            return (answered_record(ask.row, f"{word}A"), answered_record(ask.row, f"{word}B"))


def answered_record(record: type, word: str) -> Any:
    """A record with every question answered."""
    empty = record()
    answers = {
        each.name: answer_to(each.ask, f"{word}{number}", getattr(empty, each.name))
        for number, each in enumerate(questions(record))
    }
    return replace(empty, **answers)


def answered(kind: type[Block]) -> Block:
    """A block with every question answered."""
    block: Block = replace(answered_record(kind, "Word"), id="example1")
    return block


def half_finished(kind: type[Block]) -> Iterator[Block]:
    """The block with each subset of its answers, the smallest first, so many at most."""
    full, empty = answered(kind), kind(id="example1")
    asked: tuple[Question, ...] = questions(kind)
    subsets = (chosen for size in range(len(asked) + 1) for chosen in combinations(asked, size))
    for _number, chosen in zip(range(_MOST_SUBSETS), subsets, strict=False):
        yield replace(empty, **{each.name: getattr(full, each.name) for each in chosen})


def every_choice(kind: type[Block]) -> Iterator[Block]:
    """The full block with each combination of its choices and switches."""
    full = answered(kind)
    few: dict[str, list[Any]] = {}
    for each in questions(kind):
        if each.ask.form == "choice":
            few[each.name] = [value for value, _label in each.ask.choices]
        elif each.ask.form == "switch":
            few[each.name] = [False, True]
    for values in product(*few.values()):
        yield replace(full, **dict(zip(few, values, strict=True)))


def kit_of(*blocks: Block) -> Kit:
    """A kit with these blocks, and the example's picture."""
    return Kit(releases=(Release(blocks=blocks),), pictures=(PICTURE,))


def has_matter(kind: Format, sheet: Sheet) -> bool:
    """Whether there is something on the sheet that a format can write: copies of photos need a photo."""
    photos = any(isinstance(shape, Picture) and shape.role == "photo" for shape in sheet.shapes)
    return photos or kind.id != "photos"
