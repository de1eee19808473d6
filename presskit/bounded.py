"""Takes apart what strangers sent, in bounded memory: packed bytes, zips, XML."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from presskit.i18n import _

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1024 * 1024
MAX_FILE = 256 * MEGABYTE  # bytes of a file
MAX_WHOLE = 512 * MEGABYTE  # bytes of all that comes out of it
MAX_PART = 64 * MEGABYTE  # bytes of a part of it
MAX_RATIO = 300  # times that a part of more than a megabyte may grow; deflate itself ends at 1032
MAX_ENTRIES = 5000  # files in a zip
# What zipfile raises when bytes do not make sense to it.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip


class Unreadable(Exception):  # noqa: N818 - a sentence for the user, not a fault
    """A file that cannot be looked at; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def too_large(called: str) -> Unreadable:
    """What to say of a file that is, or becomes, more than anyone sends."""
    told = _("“{file}” was not looked at, because it holds far more than a release: ask for a good copy.")
    return Unreadable(told.format(file=called))


def damaged(called: str, detail: str) -> Unreadable:
    """What to say of a file that is not whole; `detail` is the middle of a sentence."""
    told = _("“{file}” cannot be read, because {detail}: write it again, or ask for a good copy.")
    return Unreadable(told.format(file=called, detail=detail))


def inflate(data: bytes, limit: int = MAX_PART) -> bytes | None:
    """What was packed with deflate, as far as it can be unpacked; None when it is more than `limit` bytes
    or grows as nothing honest does."""
    unpacker = zlib.decompressobj()
    try:
        out = unpacker.decompress(data, limit + 1)
    except zlib.error:
        return b""
    too_many = len(out) > limit or (len(out) > MEGABYTE and len(out) > MAX_RATIO * len(data))
    return None if too_many else out


def unzip(data: bytes, called: str, wanted: Callable[[str], bool] | None = None) -> dict[str, bytes]:
    """The files in a zip by name, all or those wanted; raises Unreadable for what is broken, locked or too
    large.

    zipfile gives out no more of an entry than the size checked here (sizes in a zip may lie), and nothing is
    written anywhere, whatever the names are.
    """
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_WHOLE:
                raise too_large(called)
            for info in infos:
                if wanted is not None and not wanted(info.filename):
                    continue
                _check(info, found, called)
                with archive.open(info) as stream:
                    found[info.filename] = stream.read(info.file_size + 1)
    except _BROKEN as error:
        raise damaged(called, _("it is cut off or was changed on its way")) from error
    return found


def _check(info: zipfile.ZipInfo, found: dict[str, bytes], called: str) -> None:
    if info.filename in found:
        raise damaged(called, _("it holds two files named “{name}”").format(name=info.filename[:80]))
    if info.flag_bits & 0x1:  # PKWARE APPNOTE 6.3.10, 4.4.4
        raise damaged(called, _("it is locked with a password"))
    # The only two methods that zipfile unpacks in bounded memory.
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise damaged(called, _("it is packed in a way that Word does not use"))
    if stat.S_ISLNK(info.external_attr >> 16):
        raise damaged(called, _("“{name}” in it is not a file").format(name=info.filename[:80]))
    if info.file_size > max(MEGABYTE, MAX_RATIO * info.compress_size) or info.file_size > MAX_PART:
        raise too_large(called)


def xml(data: bytes, called: str) -> "_Element":
    """The root of an XML document; no entity is resolved and nothing fetched. Raises Unreadable for what is
    no XML, and for a document type: there is none in Word files (ECMA-376 part 2, 8.2.5) nor in XMP."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(called, _("a part of it is no XML")) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise damaged(called, _("it has a document type, which can be used to attack a reader"))
    return root
