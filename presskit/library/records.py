"""Items as JSON and back: what a library's tables and exchange files hold of one."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from presskit.i18n import _
from presskit.library.items import Content, Item, Organisation, Piece
from presskit.library.people import Person
from presskit.library.problems import ItemUnreadable
from presskit.storage.codec import as_block, as_plain, as_record
from presskit.storage.errors import Damaged

MOST = 4 * 1024 * 1024  # bytes of an item, without its pictures

# Columns or lines of their own hold these.
_APART = ("id", "version", "changed", "changed_by")


def written(item: Item) -> str:
    """All of an item but its id, version and who changed it when, as JSON. Equal items give equal text.

    Raises ItemUnreadable for one that is larger than `read` takes.
    """
    record = as_plain(item)
    data = msgspec.json.encode({name: value for name, value in record.items() if name not in _APART})
    if len(data) > MOST:
        raise ItemUnreadable(item.name, _("it holds more than 4 MB of text"))
    return data.decode()


def read(item_id: str, text: str | bytes, **apart: Any) -> Item:
    """The item that `written` made that text of. `apart`: version, changed, changed_by.

    Raises ItemUnreadable when it does not fit, as what a newer version wrote may not.
    """
    if len(text) > MOST:
        raise ItemUnreadable(item_id, _("it holds more than 4 MB of text"))
    try:
        raw = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ItemUnreadable(item_id, _("its record is not JSON")) from problem
    if not isinstance(raw, dict) or not isinstance(raw.get("content"), dict):
        raise ItemUnreadable(item_id, _("its record has no content"))
    where = Path(_("library"))
    try:
        content = _content(raw.pop("content"), where)
        blank = {name: value for name, value in raw.items() if name not in _APART}
        shell = as_record({**blank, "id": item_id, "content": {"what": "organisation"}}, _Shell, "", where)
    except Damaged as problem:
        raise ItemUnreadable(item_id, problem.detail) from problem
    return replace(shell.item(content), **apart)


class _Shell(Item, frozen=True, kw_only=True):
    """An item whose content is read apart: blocks have ways of their own."""

    content: dict[str, str]  # type: ignore[assignment]

    def item(self, content: Content) -> Item:
        """The item with its content."""
        known = {name: getattr(self, name) for name in self.__struct_fields__ if name != "content"}
        return Item(content=content, **known)


def _content(raw: dict[str, Any], where: Path) -> Content:
    match raw.get("what"):
        case "organisation":
            return as_record(raw, Organisation, _("the organization"), where)
        case "person":
            return as_record(raw, Person, _("the person"), where)
        case "piece":
            block = as_block(raw.get("block"), _("the block"), where)
            rest = {name: value for name, value in raw.items() if name not in {"block", "what"}}
            shell = as_record(rest, _PieceShell, _("the piece"), where)
            return Piece(block=block, title=shell.title, organisation=shell.organisation, length=shell.length)
        case _:
            raise Damaged(where, _("it is of a kind that this version does not know"))


class _PieceShell(Piece, frozen=True, kw_only=True, tag=None, tag_field=None):
    """A piece whose block is read apart."""

    block: None = None  # type: ignore[assignment]
