"""A record as labelled texts, as its author would read it: for comparing two versions of one."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from presskit.i18n import _
from presskit.model.fields import Ask, questions
from presskit.model.locale_words import day
from presskit.text.runs import plain, plain_paragraphs


class Told(NamedTuple):
    """An answer of a record: where it is ("items.0.figure"), what it was asked as, and what it says."""

    path: str
    label: str
    text: str


def telling(record: object, path: str = "") -> Iterator[Told]:
    """All answers of a record that say something, in order, rows and records within it included."""
    kind: type = type(record)
    asked = {question.name: question.ask for question in questions(kind)}
    for name in getattr(record, "__struct_fields__", ()):
        answer = getattr(record, name)
        where = f"{path}{name}"
        if isinstance(answer, Struct) and questions(type(answer)):
            yield from telling(answer, f"{where}.")
        elif name in asked and asked[name].form == "rows":
            for number, row in enumerate(answer):
                yield from telling(row, f"{where}.{number}.")
        elif name in asked and (text := _said(asked[name], answer)):
            yield Told(where, _(asked[name].label), text)


def _said(ask: Ask, answer: Any) -> str:
    match ask.form:
        case "line":
            return str(answer).strip()
        case "rich":
            return plain(answer).strip()
        case "paragraphs":
            return plain_paragraphs(answer).strip()
        case "choice":
            return next((_(label) for value, label in ask.choices if value == answer), str(answer))
        case "switch":
            return _("yes") if answer else _("no")
        case "date":
            return day(answer) if answer else ""
        case "picture":
            return _("a picture ({name})").format(name=answer[:8]) if answer else ""
        case _:
            return str(answer)


def compared(before: object, after: object) -> list[tuple[str, str, str]]:
    """What two records of a kind answer differently: the label, what the first says and what the second."""
    old = {told.path: told for told in telling(before)}
    new = {told.path: told for told in telling(after)}
    paths = list(dict.fromkeys((*new, *old)))
    found = []
    for path in paths:
        was, now = old.get(path), new.get(path)
        texts = (was.text if was else "", now.text if now else "")
        if texts[0] != texts[1] and (label := (now or was)):
            found.append((label.label, *texts))
    return found
