"""The versions that are kept with a kit, as bytes: frozen, thawed, and as an entry of the kit's file.

The entry is `versions.json`: `parts`, each block or record around blocks that any version has, once; and
`versions`, in order of time, whose releases are the places of their parts. It is read without a look into
the parts, so that a kit opens as fast with a hundred versions as with none.
"""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.kept import LONGEST_NAME, Kept, in_order
from presskit.model.release import Release
from presskit.storage.codec import as_plain, as_releases
from presskit.storage.errors import Damaged, VersionUnreadable
from presskit.storage.migrations import FORMAT_VERSION

MOST_BYTES = 8 * 1024 * 1024  # of all versions (`model.kept.size`); what is kept is thinned to that
MAX_ENTRY = 16 * 1024 * 1024  # bytes of the entry
_MAX_VERSION = 32 * 1024 * 1024  # bytes of a version's parts, one that it has twice counted twice
_MAX_COUNT = 1000
_PICTURE = re.compile(rb'"([0-9a-f]{64}\.(?:jpg|png))"')


class _Version(Struct):
    when: Annotated[datetime.datetime, Meta(tz=True)]
    releases: Annotated[list[list[int]], Meta(min_length=1)]
    format: Annotated[int, Meta(ge=1)]
    name: str = ""


class _Entry(Struct):
    parts: list[msgspec.Raw]
    versions: list[msgspec.Raw]


class Read(Struct, frozen=True):
    """The versions of an entry. whole: whether that is all of them."""

    kept: tuple[Kept, ...]
    whole: bool = True


# One version


def frozen(releases: Iterable[Release], when: datetime.datetime, name: str = "") -> Kept:
    """Releases as a version; `when` is in UTC."""
    return Kept(
        when=when.replace(microsecond=0),
        name=name,
        format=FORMAT_VERSION,
        releases=tuple(
            (_json(release.with_blocks(())), *(_json(block) for block in release.blocks))
            for release in releases
        ),
    )


def thawed(kept: Kept) -> tuple[Release, ...]:
    """The releases of a version. Raises VersionUnreadable when they make no sense."""
    try:
        raw = []
        for frame, *blocks in kept.releases:
            record = msgspec.json.decode(frame)
            if not isinstance(record, dict):
                raise VersionUnreadable(_("its record is not JSON"))
            raw.append({**record, "blocks": [msgspec.json.decode(block) for block in blocks]})
        return as_releases(raw, kept.format, Path())
    except Damaged as error:
        raise VersionUnreadable(error.detail) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise VersionUnreadable(_("its record is not JSON")) from error


def shared(kept: Kept, known: Iterable[Kept]) -> Kept:
    """The same version, with the very bytes that others have in common with it."""
    pool = {part: part for each in known for release in each.releases for part in release}
    releases = tuple(tuple(pool.get(part, part) for part in release) for release in kept.releases)
    return replace(kept, releases=releases)


def pictures_of(kept: Iterable[Kept]) -> dict[str, None]:
    """The names of pictures that versions show, those of the last version first."""
    seen: set[bytes] = set()
    found: dict[str, None] = {}
    for each in reversed(tuple(kept)):
        for release in each.releases:
            for part in release:
                if part not in seen:
                    seen.add(part)
                    found.update(dict.fromkeys(name.decode() for name in _PICTURE.findall(part)))
    return found


def _json(value: Struct) -> bytes:
    return msgspec.json.encode(as_plain(value))


# All of them


def entry_of(kept: Iterable[Kept]) -> bytes:
    """The entry of a kit's file with these versions. Equal versions give equal bytes."""
    places: dict[bytes, int] = {}
    versions = []
    for each in kept:
        version = {
            "when": each.when,
            **({"name": each.name} if each.name else {}),
            "format": each.format,
            "releases": [
                [places.setdefault(part, len(places)) for part in release] for release in each.releases
            ],
        }
        versions.append(msgspec.json.encode(version))
    parts = b",\n".join(places)
    return b'{"parts": [\n' + parts + b'\n],\n"versions": [\n' + b",\n".join(versions) + b"\n]}\n"


def read_entry(data: bytes) -> Read:
    """The versions of an entry, which is not trusted: of what makes no sense, nothing. What the parts say is
    looked at by `thawed` alone."""
    try:
        entry = msgspec.json.decode(data, type=_Entry)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Read((), whole=False)
    parts = [bytes(part) for part in entry.parts]
    found = [_read(raw, parts) for raw in entry.versions[-_MAX_COUNT:]]
    kept = in_order(each for each in found if each is not None)
    return Read(kept, whole=len(kept) == len(entry.versions))


def _read(raw: msgspec.Raw, parts: list[bytes]) -> Kept | None:
    try:
        version = msgspec.json.decode(raw, type=_Version)
        when = version.when.astimezone(datetime.UTC).replace(microsecond=0)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OverflowError, ValueError):
        return None
    for places in version.releases:
        if not places or min(places) < 0 or max(places) >= len(parts):
            return None
    releases = tuple(tuple(map(parts.__getitem__, places)) for places in version.releases)
    if sum(sum(map(len, release)) for release in releases) > _MAX_VERSION:
        return None
    return Kept(
        when=when,
        name=" ".join(version.name.split())[:LONGEST_NAME],
        format=version.format,
        releases=releases,
    )
