"""The parts of a JPEG or PNG file: what draws the picture, and what only speaks of it."""

import re
import struct
import zlib
from typing import Literal, NamedTuple

Form = Literal["JPEG", "PNG"]

SIGNATURE = {"JPEG": b"\xff\xd8", "PNG": b"\x89PNG\r\n\x1a\n"}
# Frames, tables, restarts, scans and numbers of lines (ITU-T T.81, table B.1). Applications' segments and
# comments hold camera, place, thumbnails, edits; only JFIF's, Adobe's and the colour profile's say how to
# draw.
_DRAWS = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# Chunks that say how the picture looks (ISO/IEC 15948, 4.7.2); others are words, times, films and the like.
_CHUNKS = frozenset(b"PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB cICP bKGD pHYs".split())
_EXIF, _XMP, _PHOTOSHOP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
_PNG_XMP = b"XML:com.adobe.xmp\0"
_MOST_WORDS = 4 * 1024 * 1024  # bytes of XMP that are read
_MOST_PROFILE = 16 * 1024 * 1024  # bytes
_NO_TIME = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)


class Parts(NamedTuple):
    """A picture file taken apart. head: what must come first. profile: the parts with its colour profile.
    body: the rest that draws. exif (TIFF), xmp and photoshop (8BIM resources): what it says of itself."""

    form: Form
    head: bytes
    profile: bytes
    body: bytes
    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""


def split(data: bytes) -> Parts:
    """Takes a JPEG or PNG apart; raises ValueError when its parts do not follow each other as they
    should. What comes after its end (films, more pictures, what was cut away) is in none of the parts."""
    try:
        if data.startswith(SIGNATURE["PNG"]):
            return _split_png(data)
        if data.startswith(SIGNATURE["JPEG"]):
            return _split_jpeg(data)
    except (IndexError, struct.error, zlib.error) as problem:
        raise ValueError("cut short") from problem
    raise ValueError("neither JPEG nor PNG")


def join(parts: Parts, words: bytes = b"", *, profile: bool = True) -> bytes:
    """The file again, with what draws and nothing else but `words`, whole segments or chunks."""
    return b"".join((parts.head, words, parts.profile if profile else b"", parts.body))


def segment(marker: int, content: bytes) -> bytes:
    """A JPEG segment; raises ValueError for more than 65,533 bytes."""
    if len(content) > 0xFFFD:
        raise ValueError("too long for a segment")
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def xmp_part(form: Form, packet: bytes) -> bytes:
    """The segment (XMP specification part 3, 1.1.3) or chunk (1.1.5) that holds an XMP packet."""
    if form == "PNG":
        return chunk(b"iTXt", _PNG_XMP + bytes(4) + packet)  # not compressed, no language, no keyword in it
    return segment(0xE1, _XMP + packet)


def photoshop_part(resources: bytes) -> bytes:
    """The segment that holds Photoshop's image resources."""
    return segment(0xED, _PHOTOSHOP + resources)


def orientation(exif: bytes) -> int:
    """The orientation that Exif tells, 1 to 8 (Exif 2.32, tag 274); 5 and more lie on their side."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    try:
        if order:
            (at,) = struct.unpack_from(order + "I", exif, 4)
            (count,) = struct.unpack_from(order + "H", exif, at)
            for place in range(at + 2, at + 2 + 12 * count, 12):
                tag, kind, _many, value = struct.unpack_from(order + "HHIH", exif, place)
                if tag == 0x0112:
                    return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:
        return 1  # notes cut short: it is drawn as it lies
    return 1


def _split_jpeg(data: bytes) -> Parts:
    head = [SIGNATURE["JPEG"]]
    profile: list[bytes] = []
    body: list[bytes] = []
    exif = xmp = photoshop = b""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == 0xD9:
            body.append(b"\xff\xd9")
            return Parts("JPEG", b"".join(head), b"".join(profile), b"".join(body), exif, xmp, photoshop)
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        content = data[at + 4 : end]
        if marker == 0xDA:
            scan = _AFTER_SCAN.search(data, end)
            if scan is None:
                raise ValueError("cut short")
            end = scan.start()
        if marker in _DRAWS:
            body.append(b"\xff" + data[at + 1 : end])
        elif marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14 and len(head) == 1:
            head.append(segment(0xE0, content[:12] + bytes(2)))  # its thumbnail left out
        elif marker == 0xEE and content.startswith(b"Adobe") and len(content) >= 12:
            body.append(segment(0xEE, content[:12]))
        elif marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
            profile.append(segment(0xE2, content[:14] + _undated(content[14:])))
        elif marker == 0xE1 and content.startswith(_EXIF):
            exif = exif or content[len(_EXIF) :]
        elif marker == 0xE1 and content.startswith(_XMP):
            xmp = xmp or content[len(_XMP) :]
        elif marker == 0xED and content.startswith(_PHOTOSHOP):
            photoshop += content[len(_PHOTOSHOP) :]
        at = end


def _split_png(data: bytes) -> Parts:
    at = len(SIGNATURE["PNG"])
    head = b""
    profile: list[bytes] = []
    body: list[bytes] = []
    exif = xmp = b""
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 12 + length
        kind, content, whole = data[at + 4 : at + 8], data[at + 8 : end - 4], data[at:end]
        if len(whole) < 12 + length or (kind == b"IHDR") == bool(head):
            raise ValueError("cut short, or its chunks in disorder")
        if kind == b"IHDR":
            head = data[:end]
        elif kind in _CHUNKS:
            body.append(whole)
        elif kind == b"iCCP":
            profile.append(_unnamed(content))
        elif kind == b"eXIf":
            exif = content
        elif kind == b"iTXt" and content.startswith(_PNG_XMP):
            xmp = _international(content[len(_PNG_XMP) :])
        if kind == b"IEND":
            return Parts("PNG", head, b"".join(profile), b"".join(body), exif, xmp)
        at = end


def _unnamed(content: bytes) -> bytes:
    """The chunk of a colour profile without the name and the time in it: on a screenshot, a screen's name."""
    _name, _zero, packed = content.partition(b"\0")
    profile = zlib.decompressobj().decompress(packed[1:], _MOST_PROFILE)
    return chunk(b"iCCP", b"ICC\0\0" + zlib.compress(_undated(profile)))


def _undated(profile: bytes) -> bytes:
    """The profile, or the first piece of one, less the time of its making, which some programs make that of
    the export, and the digest over it (ICC.1:2022, 7.2.10 and 7.2.18). Later pieces have no such header."""
    if profile[36:40] != b"acsp":
        return profile
    return profile[:24] + _NO_TIME + profile[36:84] + bytes(16) + profile[100:]


def _international(content: bytes) -> bytes:
    """The words of an iTXt chunk after its keyword (ISO/IEC 15948, 11.3.4.5)."""
    _language, _zero, rest = content[2:].partition(b"\0")
    _translated, _zero, words = rest.partition(b"\0")
    return zlib.decompressobj().decompress(words, _MOST_WORDS) if content[:1] == b"\x01" else words
