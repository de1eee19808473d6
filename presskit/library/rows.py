"""Items as rows of the tables, and back."""

import datetime
from collections.abc import Mapping
from typing import Any

from presskit.library import records
from presskit.library.consent import hidden_names, refusal
from presskit.library.items import Content, Item
from presskit.library.people import Person
from presskit.library.shelf import State
from presskit.text.folding import sought


def utc(moment: datetime.datetime) -> datetime.datetime:
    """A moment of a column, which has no zone, in UTC."""
    return moment.replace(tzinfo=datetime.UTC)


def item_of_row(row: Any) -> Item:
    """The item that a row of items, or of versions, holds."""
    return records.read(
        row.id, row.body, version=row.version, changed=utc(row.changed), changed_by=row.changed_by
    )


def row_of(item: Item, seq: int, body: str, now: datetime.datetime, who: str) -> dict[str, Any]:
    """An item as a row of items."""
    return {
        "id": item.id,
        "seq": seq,
        "kind": item.kind,
        "language": storable(item.language),
        "name": storable(item.name),
        "folded": " ".join(sought(item.name)),
        "version": item.version + 1,
        "body": body,
        "retired": item.retired,
        "guarded": _is_guarded(item.content),
        "good_until": item.good_until,
        "changed": now,
        "changed_by": who,
    }


def version_row(row: Mapping[str, Any], note: str) -> dict[str, Any]:
    """The same as a row of versions."""
    shared = {name: row[name] for name in ("version", "body", "changed", "changed_by")}
    return {"item_id": row["id"], "note": storable(note), **shared}


def apart(row: Mapping[str, Any]) -> dict[str, Any]:
    """What columns alone hold of an item, as `records.read` takes it."""
    return {"version": row["version"], "changed": utc(row["changed"]), "changed_by": row["changed_by"]}


def storable(text: str) -> str:
    """The text without what no server keeps: the character NUL, and half characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _is_guarded(content: Content) -> bool:
    return isinstance(content, Person) and bool(refusal(content) or hidden_names(content))


def state_of(item: Item) -> State:
    """How an item stands."""
    person = item.content if isinstance(item.content, Person) else None
    return State(
        id=item.id,
        version=item.version,
        kind=item.kind,
        name=item.name,
        retired=item.retired,
        merged_into=item.merged_into,
        good_until=item.good_until,
        reason=refusal(person) if person else "",
        hidden=hidden_names(person) if person else (),
        photo=person.consent.photo if person else True,
    )
