"""What can be asked of an author: declared once beside each field; cards, codec and checks follow."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from msgspec import Struct

from presskit.flow import Role

Form = Literal["line", "rich", "paragraphs", "choice", "number", "switch", "date", "rows", "picture"]
"""line: str. rich: RichText. paragraphs: Paragraphs. choice: str. number: int. switch: bool.
date: datetime.date or None. rows: tuple of records. picture: name of one of the kit's pictures."""


Holds = Literal["words", "name", "figure"]
"""What a line is: words that a dictionary can judge; a name; a number or an address."""


class Ask(Struct, frozen=True):
    """A question to the author. `role` says whose type the answer is set in; `choices` are (value, label)."""

    label: str
    form: Form
    hint: str = ""
    role: Role = "body"
    choices: tuple[tuple[str, str], ...] = ()
    row: type | None = None
    add_label: str = ""
    holds: Holds = "words"


class Question(Struct, frozen=True):
    """An Ask with the name of the field it is asked for."""

    name: str
    ask: Ask


def line(label: str, hint: str = "", role: Role = "body", holds: Holds = "words") -> Ask:
    """A single line without emphasis."""
    return Ask(label, "line", hint, role, holds=holds)


def rich_line(label: str, hint: str = "", role: Role = "body") -> Ask:
    """One paragraph with emphasis and links."""
    return Ask(label, "rich", hint, role)


def paragraphs(label: str, hint: str = "", role: Role = "body") -> Ask:
    """One or more paragraphs with emphasis and links."""
    return Ask(label, "paragraphs", hint, role)


def choice(label: str, *choices: tuple[str, str], hint: str = "") -> Ask:
    """One of a few (value, label)."""
    return Ask(label, "choice", hint, choices=choices)


def number(label: str, hint: str = "") -> Ask:
    """A whole number from 1 to 999."""
    return Ask(label, "number", hint)


def switch(label: str, hint: str = "") -> Ask:
    """Yes or no."""
    return Ask(label, "switch", hint)


def date(label: str, hint: str = "") -> Ask:
    """A day of the calendar, or none."""
    return Ask(label, "date", hint)


def picture(label: str, hint: str = "") -> Ask:
    """A picture, kept in the kit."""
    return Ask(label, "picture", hint, "photo")


def rows(label: str, row: type, add_label: str, hint: str = "") -> Ask:
    """Records of one type, in an order that the author chooses."""
    return Ask(label, "rows", hint, row=row, add_label=add_label)


@cache
def questions(record: type) -> tuple[Question, ...]:
    """The questions that a record type asks, in the order of its fields."""
    found: list[Question] = []
    for name, hint in get_type_hints(record, include_extras=True).items():
        if get_origin(hint) is Annotated:
            found.extend(Question(name, each) for each in get_args(hint)[1:] if isinstance(each, Ask))
    return tuple(found)


def walk(record: object, visit: Callable[[Question, Any], None]) -> None:
    """Calls `visit` with each question of a record, and of the records in its rows, and its answer."""
    kind: type = type(record)
    for question in questions(kind):
        answer = getattr(record, question.name)
        visit(question, answer)
        if question.ask.form == "rows":
            for row in answer:
                walk(row, visit)
