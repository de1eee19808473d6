"""The zip that a kit is kept in: what is put into it, and what is believed of one.

First an uncompressed entry `mimetype` with nothing but the type in it, so that the type stands at a fixed
place of the file (EPUB OCF 3.3 section 4.3, OpenDocument 1.3 part 2 section 3.3); then `kit.json`; then
`versions.json`, if versions are kept; then `assets/<sha256>.jpg` or `.png`. Entries and their fields: PKWARE
APPNOTE 6.3.10, sections 4.3 and 4.4.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import N_, _
from presskit.model.kit import MAX_PICTURE_BYTES, Asset, Kit
from presskit.storage.codec import decode, encode
from presskit.storage.errors import (
    Damaged,
    FileProblem,
    NotAKit,
    PicturesLeftOut,
    TooLarge,
    VersionsLeftOut,
)
from presskit.storage.kept import MAX_ENTRY, Read, entry_of, pictures_of, read_entry

MIMETYPE = "application/vnd.presskit+zip"
RECORD = "kit.json"
VERSIONS = "versions.json"

MEGABYTE = 1024 * 1024
MAX_FILE = 512 * MEGABYTE  # bytes of the zip, and of all that comes out of it
MAX_RECORD = 32 * MEGABYTE  # bytes of kit.json
MAX_ENTRIES = 500
MAX_OLD_PICTURES = 64 * MEGABYTE  # bytes of pictures that only versions show
MAX_RATIO = 200  # times that an entry of more than a megabyte may grow; deflate itself ends at 1032


class Form(NamedTuple):
    """What sort of file it is: its type, its record, and how much of both it may have (bytes, entries)."""

    mimetype: str
    record: str
    max_record: int
    max_entries: int


KIT = Form(MIMETYPE, RECORD, MAX_RECORD, MAX_ENTRIES)

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell: equal kits give equal bytes
_ASSET = re.compile(r"assets/([0-9a-f]{64}\.(?:jpg|png))")
_LOCAL = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_BYTES = 22
_DIRECTORY_BYTES = 1024  # of the directory for an entry; ours take about 120
# What zipfile raises when bytes do not make sense to it.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", N_("a PDF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("an old Word or Office document")),
    (b"{\\rtf", N_("a rich-text document")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"\x89PNG", N_("a picture")),
    (b"PK\x05\x06", N_("an empty zip archive")),
)
# By an entry that only such a file has (ECMA-376 part 1, section 11.3 and the like).
_FOREIGN: tuple[tuple[str, str], ...] = (
    ("word/document.xml", N_("a Word document")),
    ("xl/workbook.xml", N_("an Excel workbook")),
    ("ppt/presentation.xml", N_("a PowerPoint presentation")),
    ("META-INF/container.xml", N_("an e-book")),
    ("META-INF/manifest.xml", N_("an OpenDocument file")),
)


class Contents(Struct, frozen=True):
    """What a zip holds. problem: why it is not all of it. read_only: whether saving would lose some."""

    kit: Kit
    problem: FileProblem | None = None
    read_only: bool = False


# In


def unpack(data: bytes, path: Path) -> Contents:
    """The kit in the bytes of a file; `path` is what a problem calls it. Nothing is written anywhere.

    Entries of other names are neither read nor followed. Pictures that are not what their name says are left
    out and told as the problem; the blocks keep their names. Raises NotAKit, Damaged, TooLarge, NewerFormat.
    """
    record, pictures, lost = contents(data, path, KIT)
    decoded = decode(record, pictures, path)
    versions = _versions(data)
    kit = replace(decoded.kit, kept=versions.kept)
    if decoded.newer is not None:
        return Contents(kit, decoded.newer, read_only=True)
    left_out = None if versions.whole else VersionsLeftOut(path, some=bool(versions.kept))
    if lost:
        problem: FileProblem = PicturesLeftOut(path, tuple(_called(kit, name) for name in lost))
        if left_out is not None:
            problem = FileProblem(f"{problem.sentence}\n\n{left_out.sentence}")
        # Two saves would take the damaged picture out of the file and its backup.
        return Contents(kit, problem, read_only=True)
    return Contents(kit, left_out)


def _versions(data: bytes) -> Read:
    """The versions that are kept in the bytes of a kit, in which all else was found to be in order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [info for info in archive.infolist() if info.filename == VERSIONS]
            if not found:
                return Read(())
            if len(found) > 1 or found[0].flag_bits & 0x1:
                return Read((), whole=False)
            return read_entry(_inflate(archive, found[0], MAX_ENTRY, Path(VERSIONS)))
    except (*_BROKEN, TooLarge):
        return Read((), whole=False)


def contents(data: bytes, path: Path, form: Form) -> tuple[bytes, tuple[Asset, ...], tuple[str, ...]]:
    """The record of a file of that form, the pictures that are what their name says, and the names of those
    that are not. Raises NotAKit, Damaged, TooLarge."""
    if len(data) > MAX_FILE:
        raise TooLarge(path, too_many_bytes(MAX_FILE))
    _check_outside(data, path, form)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(archive, path, form)
            record = _inflate(archive, entries[form.record], form.max_record, path)
            return (record, *_pictures(archive, entries))
    except _BROKEN as error:
        raise Damaged(path, _("it is cut off or was changed on its way")) from error


def _check_outside(data: bytes, path: Path, form: Form) -> None:
    """Raises what can be said of the bytes before a zip library sees them."""
    if not data:
        raise Damaged(path, _("it is empty"))
    if not data.startswith(_LOCAL):
        if _LOCAL.startswith(data[:4]):
            raise Damaged(path, _("it is cut off or was changed on its way"))
        what = next(
            (what for start, what in _SIGNATURES if data.startswith(start)), N_("a file of another kind")
        )
        raise NotAKit(path, _(what))
    # The end of the directory (APPNOTE 4.3.16), found as zipfile does: at the very end, or before a comment.
    at = len(data) - _END_BYTES
    if data[at : at + 4] != _END or data[-2:] != b"\0\0":
        at = data.rfind(_END, max(0, at - 0xFFFF))
    if at < 0 or len(data) - at < _END_BYTES:
        raise Damaged(path, _("it is cut off or was changed on its way"))
    count, size = struct.unpack_from("<HL", data, at + 10)
    is_zip64 = data[max(0, at - 20) : at].startswith(b"PK\x06\x07")
    if count > form.max_entries or size > form.max_entries * _DIRECTORY_BYTES or is_zip64:
        if data[30:].startswith(f"mimetype{form.mimetype}".encode()):
            raise TooLarge(path, _("it holds more than {number} files").format(number=form.max_entries))
        raise NotAKit(path, _("a zip archive"))


def _entries(archive: zipfile.ZipFile, path: Path, form: Form) -> dict[str, zipfile.ZipInfo]:
    """The entries that a kit has, by name; raises NotAKit for another's zip, else Damaged or TooLarge."""
    found: dict[str, zipfile.ZipInfo] = {}
    infos = archive.infolist()
    if _mimetype(archive, infos, path) != form.mimetype:
        names = {info.filename for info in infos}
        what = next((what for name, what in _FOREIGN if name in names), N_("a zip archive"))
        raise NotAKit(path, _(what))
    for info in infos:
        name = info.filename
        if name not in {"mimetype", form.record} and not _ASSET.fullmatch(name):
            continue
        if name in found:
            raise Damaged(path, _("it holds two files named “{name}”").format(name=name))
        if info.flag_bits & 0x1:  # APPNOTE 4.4.4
            raise Damaged(path, _("it is locked with a password"))
        if stat.S_ISLNK(info.external_attr >> 16) or info.is_dir():
            raise Damaged(path, _("“{name}” in it is not a file").format(name=name))
        # The only two methods that zipfile unpacks in bounded memory.
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Damaged(path, _("it is packed in a way that PressKit does not use"))
        found[name] = info
    if form.record not in found:
        raise Damaged(path, _("its record “{name}” is missing").format(name=form.record))
    if sum(info.file_size for info in found.values()) > MAX_FILE:
        raise TooLarge(path, too_many_bytes(MAX_FILE))
    return found


def _mimetype(archive: zipfile.ZipFile, infos: Iterable[zipfile.ZipInfo], path: Path) -> str:
    """What the archive says that it is; nothing when it does not say."""
    info = next((info for info in infos if info.filename == "mimetype"), None)
    if info is None or info.file_size > 256 or info.flag_bits & 0x1:
        return ""
    return _inflate(archive, info, 256, path).decode("ascii", "replace").strip()


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, path: Path) -> bytes:
    """The bytes of an entry. Raises TooLarge for more than `limit` or for what grows too much.

    Sizes in a zip may lie: zipfile gives out no more than the size that was checked here, and raises
    BadZipFile when that is not where the entry ends or its checksum does not fit.
    """
    if info.file_size > limit:
        raise TooLarge(path, too_many_bytes(limit))
    if info.file_size > max(MEGABYTE, MAX_RATIO * info.compress_size):
        raise TooLarge(path, _("it would grow more than {number} times").format(number=MAX_RATIO))
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(f"{info.filename} ends early")
    return data


def _pictures(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]
) -> tuple[tuple[Asset, ...], tuple[str, ...]]:
    """The pictures that are what their name says, and the names of those that are not."""
    good: list[Asset] = []
    lost: list[str] = []
    for name, info in entries.items():
        if not (asset := _ASSET.fullmatch(name)):
            continue
        try:
            found = Asset.of(_inflate(archive, info, MAX_PICTURE_BYTES, Path(name)))
        except (*_BROKEN, TooLarge):
            lost.append(asset[1])
            continue
        if found.name == asset[1]:
            good.append(found)
        else:
            lost.append(asset[1])
    return tuple(good), tuple(lost)


def _called(kit: Kit, name: str) -> str:
    """What an author would call a picture: the first words about it in its block, or else its kind."""
    for release in kit.releases:
        for block in release.blocks:
            if name in block.pictures():
                return block.summary()[:60] or _(block.label)
        if release.brand.logo == name:
            return _("Logo")
    return name


# Out


def pack(kit: Kit, path: Path) -> bytes:
    """The bytes of a kit's file: its record, the versions that are kept, and the pictures that the record
    names, each once; of pictures that only versions show, as many as there is room for, the last ones first.

    Equal kits give equal bytes. `path` is what a problem calls the file. Raises TooLarge for what `unpack`
    would refuse.
    """
    record = encode(kit)
    if not kit.kept:
        return packed(record, kit.pictures, path, KIT)
    entry = entry_of(kit.kept)
    if len(entry) > MAX_ENTRY:
        raise TooLarge(path, too_many_bytes(MAX_ENTRY), saving=True)
    old = _old_pictures(kit, record, len(entry))
    return packed(record, kit.pictures, path, KIT, {VERSIONS: entry}, old)


def _old_pictures(kit: Kit, record: bytes, room: int) -> frozenset[str]:
    """The names of pictures that versions show and the record does not, while all fits into a file whose
    other entries take `room` bytes more than the record and its pictures."""
    sizes = {asset.name: len(asset.data) + 512 for asset in kit.pictures}
    now = {name for name in sizes if name.encode() in record}
    spare = MAX_FILE - len(record) - room - sum(sizes[name] for name in now) - 2048
    spare, count = min(spare, MAX_OLD_PICTURES), MAX_ENTRIES - 3 - len(now)
    found: set[str] = set()
    for name in pictures_of(kit.kept):
        if name in sizes and name not in now and sizes[name] <= spare and len(found) < count:
            found.add(name)
            spare -= sizes[name]
    return frozenset(found)


def packed(
    record: bytes,
    pictures: Iterable[Asset],
    path: Path,
    form: Form,
    more: Mapping[str, bytes] | None = None,
    besides: frozenset[str] = frozenset(),
) -> bytes:
    """The bytes of a file of that form: its record, more entries by name, those of the pictures that the
    record names, each once, and those named `besides`. Raises TooLarge for what `contents` would refuse."""
    if len(record) > form.max_record:
        raise TooLarge(path, too_many_bytes(form.max_record), saving=True)
    named = {
        asset.name: asset.data for asset in pictures if asset.name in besides or asset.name.encode() in record
    }
    more = more or {}
    if len(named) + len(more) + 2 > form.max_entries:
        told = _("it holds more than {number} files").format(number=form.max_entries)
        raise TooLarge(path, told, saving=True)
    entries = [("mimetype", form.mimetype.encode()), (form.record, record)]
    entries += more.items()
    entries += [(f"assets/{name}", data) for name, data in named.items()]
    if sum(len(data) + 512 for _name, data in entries) > MAX_FILE:  # with room for what a zip adds to each
        raise TooLarge(path, too_many_bytes(MAX_FILE), saving=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(_entry(name), data, _method(name, data))
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 3  # Unix, on whatever system (APPNOTE 4.4.2)
    info.external_attr = 0o644 << 16
    return info


def _method(name: str, data: bytes) -> int:
    """Stored for pictures, and for a record that would shrink so much that `unpack` took it for a bomb."""
    if name == "mimetype" or name.startswith("assets/"):
        return zipfile.ZIP_STORED
    is_bomb = len(data) > MEGABYTE and len(zlib.compress(data)) * MAX_RATIO < 2 * len(data)
    return zipfile.ZIP_STORED if is_bomb else zipfile.ZIP_DEFLATED


def too_many_bytes(limit: int) -> str:
    """What to say of more than `limit` bytes, as the middle of a sentence."""
    return _("it holds more than {number} MB").format(number=limit // MEGABYTE)
