"""Everything that is in a file, by whatever way it can be got out: to be searched for what must not be."""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
import pypdfium2

_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


def texts(data: bytes) -> Iterator[str]:
    """The bytes of a file as text in each way to read them, and those of all that is packed in it."""
    if data.startswith(b"%PDF-"):
        yield from as_text(data)
        yield from _pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        yield from as_text(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("latin-1")
            for info in archive.infolist():
                yield f"{info.filename} {info.comment!r} {info.extra!r}"
                yield from texts(archive.read(info))
    else:
        yield from as_text(data)


def as_text(data: bytes) -> Iterator[str]:
    """Bytes as letters of one byte, as UTF-8 and as UTF-16 from either of two bytes; hex strings read."""
    yield data.decode("latin-1")
    yield data.decode("utf-8", "replace")
    for coding in ("utf-16-be", "utf-16-le"):
        yield data.decode(coding, "replace")
        yield data[1:].decode(coding, "replace")
    for found in _HEX.finditer(data):
        digits = b"".join(found[1].split()).decode()
        packed = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield packed.decode("utf-16-be", "replace")
        yield packed.decode("latin-1")


def _pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            yield from _object(each)
        yield from _object(pdf.trailer)
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            yield " ".join(document[number].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def _object(each: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    if isinstance(each, pikepdf.Stream):
        try:
            yield from texts(each.read_bytes())
        except pikepdf.PdfError:  # a picture's own packing
            yield from texts(each.read_raw_bytes())
    if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 5:
        for key, value in each.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _object(value, depth + 1)
    elif isinstance(each, pikepdf.Array) and depth < 5:
        for value in each:
            if not getattr(value, "is_indirect", False):
                yield from _object(value, depth + 1)
    elif isinstance(each, pikepdf.String):
        yield str(each)
        yield from as_text(bytes(each))
