"""Two versions of an item put together, field by field, by what both began with.

What only one of the two changed is taken. What both changed is asked. Two items that are one are put together
in the same way.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import N_, _
from presskit.library.items import Item, Organisation
from presskit.library.shelf import Shelf
from presskit.model.approval import Approval, Asked
from presskit.model.block import Block
from presskit.model.fields import Form, Question, questions
from presskit.model.locale_words import day
from presskit.model.telling import telling
from presskit.text.runs import rich

Side = Literal["mine", "theirs", "both"]
"""Whose answer is taken. Both: rows and tags of either, each once."""

Changed = Literal["mine", "theirs", "both"]
"""Who changed an answer."""


class Typed(NamedTuple):
    """Other words in the place of both; a line is a paragraph where there may be several."""

    text: str


Choice = Side | Typed


class Difference(NamedTuple):
    """An answer that the two versions do not share.

    path: where it is ("content.phone"). label: what it was asked as. base, mine, theirs: what each says; base
    is None where nobody knows what both began with. changed: who changed it; "both" has to be asked.
    form: how it was asked, or nothing for what has no question. joins: whether both can stand together.
    """

    path: str
    label: str
    base: str | None
    mine: str
    theirs: str
    changed: Changed
    form: Form | Literal[""] = ""
    joins: bool = False

    @property
    def can_be_typed(self) -> bool:
        """Whether other words can stand in its place."""
        return self.form in {"line", "rich", "paragraphs"}


_APART = {"id", "version", "changed", "changed_by"}  # of an item
_OF_BLOCK = {"id", "reference", "version"}
_LABELS = {
    "organisation": N_("Organization"),
    "language": N_("Language"),
    "tags": N_("Tags"),
    "owner": N_("Kept current by"),
    "good_until": N_("Good until"),
    "retired": N_("Retired"),
    "merged_into": N_("Merged into"),
    "approval": N_("Approval"),
    "asked": N_("Sent for approval"),
}


class _Leaf(NamedTuple):
    path: str
    question: Question | None
    value: Any


def apart(base: Item | None, mine: Item, theirs: Item) -> list[Difference]:
    """What two versions of an item do not share, in the order of the form. base: what both began with, where
    it is known; without it, all of it has to be asked."""
    leaves = [_leaves(each, (mine, theirs)) for each in (base, mine, theirs) if each is not None]
    ours, others = ({leaf.path: leaf for leaf in each} for each in leaves[-2:])
    began = {leaf.path: leaf for leaf in leaves[0]} if base is not None else {}
    texts = [_texts(each) if each is not None else None for each in (base, mine, theirs)]
    found: list[Difference] = []
    for path, leaf in ours.items():
        other = others[path]
        if leaf.value == other.value:
            continue
        was = began.get(path)
        sides = zip(texts, (was, leaf, other), strict=True)
        said = [None if text is None else _said(text, one) for text, one in sides]
        found.append(
            Difference(
                path,
                _label(leaf),
                said[0],
                said[1] or "",
                said[2] or "",
                _who(was, leaf, other),
                leaf.question.ask.form if leaf.question else "",
                _joins(leaf),
            )
        )
    return found


def joined(base: Item | None, mine: Item, theirs: Item, choices: Mapping[str, Choice]) -> Item:
    """One item of two: what only one changed is theirs who did; what both changed as chosen, by path, and as
    `mine` has it where nothing is. It is a change of the version that `theirs` is."""
    now = {leaf.path: leaf for leaf in _leaves(theirs, (mine, theirs))}
    began = {leaf.path: leaf for leaf in _leaves(base, (mine, theirs))} if base is not None else {}
    made = theirs
    for leaf in _leaves(mine, (mine, theirs)):
        other = now[leaf.path]
        if leaf.value == other.value:
            continue
        chosen: Choice = _who(began.get(leaf.path), leaf, other)
        if chosen == "both":
            chosen = choices.get(leaf.path, "mine")
        elif leaf.path in choices:
            chosen = choices[leaf.path]
        value = _value(chosen, leaf, other)
        if value != other.value:
            made = _with(made, leaf.path.split("."), value)
    return made


def _value(chosen: Choice, mine: _Leaf, theirs: _Leaf) -> Any:
    if isinstance(chosen, Typed):
        form = mine.question.ask.form if mine.question else ""
        lines = [rich(line) for each in chosen.text.splitlines() if (line := " ".join(each.split()))]
        match form:
            case "paragraphs":
                return tuple(lines)
            case "rich":
                return rich(" ".join(chosen.text.split()))
            case _:
                return " ".join(chosen.text.split())
    if chosen == "both" and _joins(mine):
        return (*theirs.value, *(each for each in mine.value if each not in theirs.value))
    return theirs.value if chosen == "theirs" else mine.value


def _who(base: _Leaf | None, mine: _Leaf, theirs: _Leaf) -> Changed:
    if base is None:
        return "both"
    if mine.value == base.value:
        return "theirs"
    return "mine" if theirs.value == base.value else "both"


def _joins(leaf: _Leaf) -> bool:
    rows = leaf.question is not None and leaf.question.ask.form == "rows"
    return rows or leaf.path == "tags"


def _leaves(item: Item, sides: tuple[Item, Item]) -> list[_Leaf]:
    """The answers of an item, as deep as both sides have records of one type there."""
    return list(_below(item, sides, ""))


def _below(record: Any, sides: tuple[Any, Any], path: str) -> Iterator[_Leaf]:
    kind: type = type(record)
    asked = {question.name: question for question in questions(kind)}
    left_out = _APART if isinstance(record, Item) else _OF_BLOCK if isinstance(record, Block) else set()
    for name in record.__struct_fields__:
        if name in left_out:
            continue
        value, inner = getattr(record, name), tuple(getattr(each, name) for each in sides)
        kinds = {type(each) for each in (value, *inner)}
        if len(kinds) == 1 and isinstance(value, Struct) and not isinstance(value, Approval | Asked):
            yield from _below(value, (inner[0], inner[1]), f"{path}{name}.")
        else:
            yield _Leaf(f"{path}{name}", asked.get(name), value)


def _with(record: Any, path: list[str], value: Any) -> Any:
    name, *rest = path
    return replace(record, **{name: _with(getattr(record, name), rest, value) if rest else value})


def _label(leaf: _Leaf) -> str:
    if leaf.question is not None:
        return _(leaf.question.ask.label)
    return _(_LABELS.get(leaf.path.rpartition(".")[2], N_("How it is set")))


def _texts(item: Item) -> dict[str, str]:
    return {told.path: told.text for told in telling(item.content, "content.")}


def _said(texts: Mapping[str, str], leaf: _Leaf | None) -> str:
    """What an answer says, as a reader would see it: of rows each on a line."""
    if leaf is None:
        return ""
    if leaf.path in texts:
        return texts[leaf.path]
    if leaf.question is not None and leaf.question.ask.form == "rows":
        rows = [f"{leaf.path}.{number}." for number in range(len(leaf.value))]
        said = [[text for path, text in texts.items() if path.startswith(row)] for row in rows]
        return "\n".join(" · ".join(each) for each in said)
    match leaf.value:
        case None | "" | ():
            return ""
        case bool(on):
            return _("yes") if on else _("no")
        case datetime.date() as date:
            return day(date)
        case Approval(who=who, when=when):
            return f"{who}, {day(when.date())}"
        case Asked(when=when):
            return day(when.date())
        case tuple(many) if all(isinstance(each, str) for each in many):
            return ", ".join(many)
        case Struct() as record:
            return "\n".join(told.text for told in telling(record))
        case value:
            return str(value)


def merged(keep: Item, drop: Item, choices: Mapping[str, Choice]) -> tuple[Item, Item]:
    """Two items that are one: the first with what was chosen of both, and the other retired in its favour.
    What nobody chose is joined where both can stand, filled in where the first has nothing, and else the
    first one's; the other's versions stay in the library."""
    taken: dict[str, Choice] = {}
    for each in apart(None, keep, drop):
        top = each.path.partition(".")[0]
        if top in {"retired", "merged_into"}:
            taken[each.path] = "mine"
        elif each.joins:
            taken[each.path] = "both"
        else:
            taken[each.path] = "mine" if each.mine else "theirs"
    made = joined(None, keep, drop, {**taken, **choices})
    kept = replace(made, id=keep.id, version=keep.version, changed=keep.changed, changed_by=keep.changed_by)
    return kept, replace(drop, retired=True, merged_into=keep.id)


def merge(shelf: Shelf, keep: Item, drop: Item, choices: Mapping[str, Choice]) -> Item:
    """Makes two items of a library one (see `merged`), and lets all that named the dropped organisation name
    the kept one; all or nothing. Raises LibraryProblem."""
    told = {True: _("Merged with “{name}”").format(name=drop.name), False: _("Merged into “{name}”")}
    changed = [
        (item, told[item.id == keep.id].format(name=keep.name)) for item in merged(keep, drop, choices)
    ]
    if drop.kind == "organisation":
        note = _("“{name}” was merged into “{other}”").format(name=drop.name, other=keep.name)
        changed += [(item, note) for item in _naming(shelf, drop.id, keep.id)]
    return shelf.add_all(changed)[0]


def _naming(shelf: Shelf, old: str, new: str) -> Iterator[Item]:
    """The items that name an organisation, now naming another."""
    for retired in (False, True):
        for item in shelf.everything(retired=retired):
            content = item.content
            if not isinstance(content, Organisation) and content.organisation == old:
                yield replace(item, content=replace(content, organisation=new))
