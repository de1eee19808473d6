"""The record of a kit as JSON, and back: readable, with a stable order of keys, whatever state it is in.

A field that has its default is left out. A kind of block that this version does not know is kept as it is
and written back in its place. Fields that it does not know are not: a version that adds one raises
FORMAT_VERSION, and what is newer is opened to read only, so that the file itself keeps them.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from presskit import __version__
from presskit.blocks import BY_KIND
from presskit.blocks.unknown import Unknown
from presskit.i18n import N_, _
from presskit.model.block import Block
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.storage.errors import Damaged, NewerFormat, shown
from presskit.storage.migrations import FORMAT_VERSION, Raw, migrate, version_of

AnyRecord = TypeVar("AnyRecord", bound=Struct)

_DEEPEST = 100  # levels of lists and records within an unknown block
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(Struct, frozen=True):
    """A kit out of a record; `newer` when a newer version of the format was only partly understood."""

    kit: Kit
    newer: NewerFormat | None = None


# Out


def encode(kit: Kit) -> bytes:
    """The record as UTF-8 JSON, all but the pictures' bytes. Equal kits give equal bytes.

    Half a character (a lone surrogate, which UTF-8 has no form for) becomes U+FFFD.
    """
    raw: Raw = {"format": FORMAT_VERSION, "made_by": f"PressKit {__version__}"}
    record = as_plain(replace(kit, pictures=(), kept=()))
    raw["releases"] = record.pop("releases", [{}])
    raw |= record
    return msgspec.json.format(msgspec.json.encode(raw), indent=2) + b"\n"


def as_plain(value: Any) -> Any:
    """A value of the model as JSON's types and dates. msgspec itself omits a default by identity: what is
    equal would not always be written alike."""
    match value:
        case Unknown(content={"kind": str(kind)}) if kind not in BY_KIND:
            return _unknown(value)
        case Struct():
            config = value.__struct_config__
            found = {} if config.tag_field is None else {config.tag_field: config.tag}
            for name, default in _defaults(type(value)):
                answer = getattr(value, name)
                if default is NODEFAULT or answer != default:
                    found[name] = as_plain(answer)
            return found
        case tuple() | list():
            return [as_plain(each) for each in value]
        case dict():
            return {as_plain(key): as_plain(each) for key, each in value.items()}
        case str():
            return _whole(value) if _SURROGATE.search(value) else value
        case _:
            return value


def _unknown(block: Unknown) -> dict[str, Any]:
    """What the file had for it; only an id that was given anew replaces the one it had."""
    if isinstance(block.content.get("id"), str) and block.content["id"] != block.id:
        return {**block.content, "id": block.id}
    return block.content


def _whole(text: str) -> str:
    """The text with pairs of surrogates joined and lone ones replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@cache
def _defaults(record: type[Struct]) -> tuple[tuple[str, Any], ...]:
    """The fields of a record type and their defaults; NODEFAULT where there is none."""
    found = []
    for field in fields(record):
        made = field.default_factory
        found.append((field.name, field.default if made is NODEFAULT else made()))
    return tuple(found)


# In


def decode(data: bytes, pictures: Iterable[Asset] = (), path: Path = Path("kit.json")) -> Decoded:
    """The kit of a record. `path` is what a problem calls the file.

    Blocks without an id of their own are given one that depends on their place alone, so that reading twice
    gives equal kits. Of a newer version, what does not fit is left out, and blocks are kept as unknown.
    Raises Damaged when a record of this version or an older one does not fit, NewerFormat when nothing can
    be made of a newer one.
    """
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged(path, _("its record is not JSON")) from error
    if not isinstance(raw, dict):
        raise Damaged(path, _wrong(_("its record"), "object", raw))
    try:
        newer = version_of(raw) > FORMAT_VERSION
        raw = migrate(raw)
    except ValueError as error:
        raise Damaged(path, _("its record has no version that makes sense")) from error
    if not newer:
        return Decoded(_kit(raw, pictures, path, lenient=False))
    made_by = raw.get("made_by")
    made_by = made_by[:40] if isinstance(made_by, str) and made_by else f"{raw['format']}"
    try:
        kit = _kit(raw, pictures, path, lenient=True)
    except Damaged as error:
        raise NewerFormat(path, made_by, readable=False) from error
    return Decoded(kit, NewerFormat(path, made_by, readable=True))


def _kit(raw: Raw, pictures: Iterable[Asset], path: Path, *, lenient: bool) -> Kit:
    found = raw.get("releases")
    if not isinstance(found, list):
        raise Damaged(path, _wrong("releases", "array", found))
    releases = [
        _release(each, number, path, lenient=lenient) for number, each in enumerate(found, start=1)
    ] or [Release()]
    rest = {name: value for name, value in raw.items() if name not in {"releases", "pictures", "kept"}}
    kit = as_record(rest, Kit, _("its record"), path, lenient=lenient)
    for issued in kit.issued:
        _check_depth(issued.record, _("what was issued"), path)
    return replace(kit, releases=_with_ids(releases), pictures=tuple(pictures))


def _release(raw: Any, number: int, path: Path, *, lenient: bool) -> Release:
    where = _("release {number}").format(number=number)
    if not isinstance(raw, dict):
        raise Damaged(path, _wrong(where, "object", raw))
    found = raw.get("blocks", [])
    if not isinstance(found, list):
        raise Damaged(path, _wrong(f"{where}, blocks", "array", found))
    rest = {name: value for name, value in raw.items() if name != "blocks"}
    release = as_record(rest, Release, where, path, lenient=lenient)
    return release.with_blocks(
        as_block(
            each, _("{release}, part {number}").format(release=where, number=place), path, lenient=lenient
        )
        for place, each in enumerate(found, start=1)
    )


def as_release(raw: Raw, version: int, path: Path) -> Release:
    """The release of a record on its own, in a version of the format, as `as_plain` gave it; older ones are
    brought up to date, and of newer ones what does not fit is left out. Raises Damaged when it is none."""
    return as_releases([raw], version, path)[0]


def as_releases(raw: list[Any], version: int, path: Path) -> tuple[Release, ...]:
    """The releases of a kit by their records alone, as `as_release` has one."""
    try:
        whole = migrate({"format": version, "releases": raw})
    except ValueError as error:
        raise Damaged(path, _("its record has no version that makes sense")) from error
    return _kit(whole, (), path, lenient=version > FORMAT_VERSION).releases


def as_block(raw: Any, where: str, path: Path, *, lenient: bool = False) -> Block:
    """The block of a record, whose `where` and `path` a problem tells. Raises Damaged when it is none, or a
    block of a known kind that does not fit, unless `lenient`: then it is kept as unknown."""
    if not isinstance(raw, dict):
        raise Damaged(path, _wrong(where, "object", raw))
    kind = raw.get("kind")
    if not isinstance(kind, str):
        raise Damaged(path, _wrong(f"{where}, kind", "str", kind))
    known = BY_KIND.get(kind)
    if known is not None:
        where = f"{where} ({_(known.label)})"
        try:
            block = as_record(raw, known, where, path)
        except Damaged:
            if not lenient:
                raise
        else:
            if isinstance(block, Unknown):
                _check_depth(block.content, where, path)
            return block
    _check_depth(raw, where, path)
    name = raw.get("id")
    return Unknown(id=name if isinstance(name, str) else "", content=raw)


def as_record(
    raw: Raw, record: type[AnyRecord], where: str, path: Path, *, lenient: bool = False
) -> AnyRecord:
    """A record of that type. Raises Damaged when it does not fit; if `lenient`, what fits is kept."""
    try:
        return msgspec.convert(raw, record)
    except RecursionError as error:
        raise Damaged(path, _("{where} is nested too deeply").format(where=where)) from error
    except msgspec.ValidationError as error:
        if not lenient:
            raise Damaged(path, in_words(str(error), where)) from error
    fitting = {}
    for name, value in raw.items():
        try:
            msgspec.convert({name: value}, record)
        except msgspec.ValidationError:
            continue
        fitting[name] = value
    return msgspec.convert(fitting, record)


def _check_depth(content: Any, where: str, path: Path) -> None:
    """Raises Damaged for what later recursion could stumble over."""
    waiting = [(content, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _DEEPEST:
            raise Damaged(path, _("{where} is nested too deeply").format(where=where))
        if isinstance(value, dict):
            waiting.extend((each, depth + 1) for each in value.values())
        elif isinstance(value, list):
            waiting.extend((each, depth + 1) for each in value)


def _with_ids(releases: Iterable[Release]) -> tuple[Release, ...]:
    """The releases with an id for each block that no other block of the kit has."""
    releases = tuple(releases)
    known = {block.id for release in releases for block in release.blocks}
    seen: set[str] = set()
    found = []
    for number, release in enumerate(releases):
        blocks = []
        for place, block in enumerate(release.blocks):
            if block.id in seen or not _ID.fullmatch(block.id):
                block = replace(block, id=_free_id(f"{number}/{place}", known))  # noqa: PLW2901 - the same block
                known.add(block.id)
            seen.add(block.id)
            blocks.append(block)
        found.append(release.with_blocks(blocks))
    return tuple(found)


def _free_id(place: str, known: set[str]) -> str:
    attempt = 0
    while True:
        made = hashlib.sha256(f"{place}/{attempt}".encode()).hexdigest()[:8]
        if made not in known:
            return made
        attempt += 1


# What does not fit, in plain words

_NAMES = {
    "str": N_("text"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("yes or no"),
    "array": N_("a list"),
    "object": N_("a record"),
    "null": N_("nothing"),
    "datetime": N_("a date and time"),
    "date": N_("a date"),
}
_PYTHON = {str: "str", int: "int", float: "float", bool: "bool", list: "array", dict: "object"}


def in_words(message: str, where: str) -> str:
    """What a msgspec.ValidationError says, as the middle of a sentence; `where` says what was converted.

    msgspec writes "Expected `str`, got `int` - at `$.text[0].text`", where $ is what was converted.
    """
    what, _dash, place = message.partition(" - at ")
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", place)
    named = " › ".join(name or str(int(number) + 1) for name, number in steps)
    where = f"{where}, {named}" if named else where
    if types := re.match(r"Expected `([^`|]+?)(?: \|[^`]*)?`, got `(\w+)`", what):
        return _("{where} should be {expected} and is {found}").format(
            where=where, expected=_name(types[1]), found=_name(types[2])
        )
    if missing := re.match(r"Object missing required field `(\w+)`", what):
        return _("{where} lacks “{field}”").format(where=where, field=missing[1])
    if value := re.match(r"Invalid enum value '?(.*?)'?$", what):
        return _("{where} cannot be “{value}”").format(where=where, value=shown(value[1][:40]))
    return _("{where} has a value that does not fit").format(where=where)


def _name(name: str) -> str:
    return _(_NAMES[name]) if name in _NAMES else name


def _wrong(where: str, expected: str, found: Any) -> str:
    return _("{where} should be {expected} and is {found}").format(
        where=where, expected=_name(expected), found=_name(_PYTHON.get(type(found), "null"))
    )
