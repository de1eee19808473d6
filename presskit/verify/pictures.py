"""What a JPEG, PNG or TIFF says besides its picture: place, camera, words."""

import re
from collections.abc import Iterator

from presskit.bounded import MEGABYTE, inflate
from presskit.verify.findings import Finding
from presskit.verify.internal import Piece

# APP1 is Exif or XMP, APP13 IPTC, FFFE a comment (ITU-T T.81, B.1.1.3; CIPA DC-008; Adobe XMP part 3, 1.1.3).
_WORDS = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
_TEXT_CHUNKS = frozenset([b"tEXt", b"iTXt", b"zTXt", b"eXIf"])  # ISO/IEC 15948, 11.3.4; 2nd edition, 11.3.3.4
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXIF = b"Exif\0\0"
_TIFF = (b"II*\0", b"MM\0*")
_GPS_POINTER = 0x8825  # Exif tag of the directory that holds the place (CIPA DC-008, 4.6.3)
_CAMERA = {0x010F: "Make", 0x0110: "Model", 0x0131: "Software", 0x0132: "DateTime"}


def look(data: bytes, called: str) -> tuple[list[Finding], list[Piece]]:
    """What a picture says of its place and camera, and all words in it. `called` is its name."""
    if data.startswith(_TIFF):  # built as Exif is; its words are not told from its pixels
        return list(_exif(data, called)), []
    findings: list[Finding] = []
    pieces: list[Piece] = []
    for body in segments(data):
        if body.startswith(_EXIF):
            findings += _exif(body[len(_EXIF) :], called)
        elif body.startswith(_XMP):
            said = body[len(_XMP) :].decode("utf-8", "replace")
            if re.search(r"exif:GPS\w+", said):
                findings.append(Finding("place", called))
            if re.search(r"xmpMM:History|tiff:Model|xmp:CreatorTool", said):
                findings.append(Finding("camera", called))
        text = " ".join(run.decode("utf-8", "replace") for run in _WORDS.findall(body))
        pieces.append(Piece(text, "person"))
    return findings, pieces


def segments(data: bytes) -> Iterator[bytes]:
    """The parts of a picture's file that are no picture."""
    if data.startswith(b"\xff\xd8"):
        at = 2
        while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
            marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
            if marker in {0xE1, 0xED, 0xFE}:
                yield data[at + 4 : at + 2 + size]
            at += 2 + max(size, 2)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        at = 8
        while at + 8 <= len(data):
            size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
            if name in _TEXT_CHUNKS:
                yield _said(name, data[at + 8 : at + 8 + size])
            at += 12 + size


def _said(name: bytes, body: bytes) -> bytes:
    """What a chunk of words says, as a JPEG has it (ISO/IEC 15948, 11.3.4; Adobe XMP part 3, 1.1.5)."""
    if name == b"eXIf":
        return _EXIF + body
    keyword, _zero, text = body.partition(b"\0")
    packed = name == b"zTXt"
    if packed:
        text = text[1:]
    elif name == b"iTXt":
        packed = text[:1] == b"\1"
        text = text[2:].partition(b"\0")[2].partition(b"\0")[2]
    if packed:
        text = inflate(text, MEGABYTE) or b""
    return _XMP + text if keyword == b"XML:com.adobe.xmp" else keyword + b" " + text


def _exif(data: bytes, called: str) -> Iterator[Finding]:
    """What the first directory of an Exif block says (TIFF 6.0, section 2)."""
    order = {b"II": "little", b"MM": "big"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    little = order == "little"

    def number(at: int, size: int) -> int:
        return int.from_bytes(data[at : at + size], "little" if little else "big")

    at = number(4, 4)
    tags = {number(at + 2 + 12 * each, 2) for each in range(min(number(at, 2), 500))}
    if _GPS_POINTER in tags:
        yield Finding("place", called)
    if told := [name for tag, name in _CAMERA.items() if tag in tags]:
        yield Finding("camera", f"{called} ({', '.join(told)})")
