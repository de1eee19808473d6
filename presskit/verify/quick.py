"""Looks through the bytes of a PDF without a PDF library: fast enough to be done after every export.

It reads every string and every stream (ISO 32000-1, 7.3.4 and 7.3.8), but does not turn glyphs into letters:
what pages show is known from the shapes that they were drawn from.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presskit.bounded import MAX_WHOLE, inflate, too_large
from presskit.verify.internal import Piece

_LITERAL = re.compile(rb"\(((?:[^\\()]|\\[\s\S])*)\)")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_MARKED = re.compile(rb"<((?:[Ff][Ee][Ff][Ff]|[Ff][Ff][Ff][Ee])[0-9A-Fa-f\s]*)>")
_IDENTIFIER = re.compile(rb"/ID\s*\[[^\]]*\]")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\r\n": b"",
    b"\n": b"",
    b"\r": b"",
}
# Where PDFDocEncoding is other than Latin-1 (ISO 32000-1, D.3).
_PDF_DOC = {
    **dict(enumerate("˘ˇˆ˙˝˛˚˜", 0x18)),
    **dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\N{REPLACEMENT CHARACTER}€", 0x80)),
}  # fmt: skip
_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")


class Stream(NamedTuple):
    """A stream, unpacked unless it is a picture; `head` is the end of its dictionary."""

    head: bytes
    data: bytes


class Parts(NamedTuple):
    """A PDF in two: its objects, and the streams among them."""

    objects: bytes
    streams: list[Stream]


def take_apart(data: bytes, called: str) -> Parts:
    """The streams of a PDF, and what is left; raises Unreadable when they grow beyond all measure."""
    left: list[bytes] = []
    streams: list[Stream] = []
    at = total = 0
    while found := _STREAM.search(data, at):
        start = found.end()
        head = data[max(at, found.start() - 4000) : found.start()]
        head = head[max(head.rfind(b" obj"), 0) :]
        length = _LENGTH.search(head)
        end = start + int(length[1]) if length and int(length[1]) < len(data) else -1
        if end < 0 or not data[end : end + 20].lstrip().startswith(b"endstream"):
            end = data.find(b"endstream", start)
            end = len(data) if end < 0 else end
        body = data[start:end]
        # One filter may feed the next; what is packed twice grows twice. Samples of a picture are no words,
        # and an even surface honestly packs a thousandfold.
        rounds = 0 if _IMAGE.search(head) else len(_PACKED.findall(head))
        for _round in range(rounds):
            unpacked = inflate(body)
            total += len(unpacked or b"")
            if unpacked is None or total > MAX_WHOLE:
                raise too_large(called)
            body = unpacked
        streams.append(Stream(head, body))
        left.append(data[at : found.start()])
        at = end
    left.append(data[at:])
    return Parts(b"".join(left), streams)


def is_text(data: bytes) -> bool:
    """Whether the bytes of a stream are source or markup, not a font or a picture."""
    return b"\0" not in data


def strings(source: bytes) -> Iterator[str]:
    """The strings in the source of objects. The file's identifier is none: it is a hash."""
    source = _IDENTIFIER.sub(b"", source)
    for found in _LITERAL.finditer(source):
        yield decoded(_ESCAPE.sub(_unescape, found[1]) if b"\\" in found[1] else found[1])
    for found in _HEX.finditer(source):
        yield decoded(_bytes(found[1]))


def marked(source: bytes) -> Iterator[str]:
    """The strings in the source of a page that are text by their first letter, not numbers of glyphs."""
    for found in _MARKED.finditer(source):
        yield decoded(_bytes(found[1]))


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(plain + "0" * (len(plain) % 2))


def decoded(data: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2; ISO 32000-2, 7.9.2.2.1)."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1").translate(_PDF_DOC)


def pieces(parts: Parts) -> Iterator[Piece]:
    """All words that are in the file otherwise than as glyphs."""
    yield Piece("\n".join(strings(parts.objects)), "data")
    for stream in parts.streams:
        if is_text(stream.data):
            yield Piece("\n".join(marked(stream.data)), "code")
            yield Piece(stream.data.decode("utf-8", "replace"), "code")


def _unescape(found: re.Match[bytes]) -> bytes:
    what = found[1]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 0xFF])
    return _ESCAPED.get(what, what)
