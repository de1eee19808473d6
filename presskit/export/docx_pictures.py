"""Pictures for a Word file: upright, whole, and without what cameras and programs note in them."""

import io
import struct
import warnings
from functools import lru_cache
from typing import NamedTuple

from presskit.export.errors import ExportProblem

_EXIF_ORIENTATION = 0x0112
_QUALITY = 93  # of a JPEG that has to be written anew
# Chunks that say how the picture looks (ISO/IEC 15948, 4.7.2); all others are words, times and the like.
_UNREADABLE = (OSError, ValueError, SyntaxError, IndexError, struct.error)  # as Pillow and we find it
_PNG_CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs".split())


class CleanPicture(NamedTuple):
    """A picture ready to be shown. width, height: in pixels."""

    data: bytes
    width: int
    height: int
    suffix: str
    media_type: str


@lru_cache(maxsize=8)
def clean(data: bytes, called: str) -> CleanPicture:
    """The picture turned upright and without Exif, GPS, XMP and comments. Its pixels stay as they are
    unless it must be turned or mended. Raises ExportProblem for what is no whole JPEG or PNG."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged notes, which are dropped, and of size
            image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
            form = "PNG" if image.format == "PNG" else "JPEG"
            upright = image.getexif().get(_EXIF_ORIENTATION, 1) in {0, 1}
            whole = _stripped(data, form) if upright else b""
            width, height = image.size
            if whole:
                image.draft(None, (max(width // 8, 1), max(height // 8, 1)))  # JPEG: an eighth tells as much
                image.load()
            else:
                turned = ImageOps.exif_transpose(image)
                turned.info.clear()
                stream = io.BytesIO()
                turned.save(stream, form, quality=_QUALITY, icc_profile=image.info.get("icc_profile"))
                whole = stream.getvalue()
                width, height = turned.size
    except (*_UNREADABLE, Image.DecompressionBombError) as error:
        raise ExportProblem(
            f"The picture “{called}” cannot be read. Put another file in its place, then export again."
        ) from error
    if form == "JPEG":
        return CleanPicture(whole, width, height, "jpg", "image/jpeg")
    return CleanPicture(whole, width, height, "png", "image/png")


def _stripped(data: bytes, form: str) -> bytes:
    """The file without notes, or nothing when its parts do not follow each other as they should."""
    try:
        return _clean_jpeg(data) if form == "JPEG" else _clean_png(data)
    except (ValueError, IndexError, struct.error):
        return b""


def _clean_jpeg(data: bytes) -> bytes:
    """The segments that draw (ITU-T T.81, annex B): of those for applications only JFIF, colour profile
    and Adobe's colour transform; nothing after the end of the image."""
    kept = [b"\xff\xd8"]
    at = 2
    while True:
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        if marker == 0xD9:
            return b"".join((*kept, b"\xff\xd9"))
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        at += 2 + length
        if marker == 0xDA:
            end = _scan_end(data, at)
            segment, at = segment + data[at:end], end
        said = segment[4:18]
        note = 0xE0 <= marker <= 0xEF or marker == 0xFE
        draws = (
            (marker == 0xE0 and said.startswith(b"JFIF\x00"))
            or (marker == 0xE2 and said.startswith(b"ICC_PROFILE\x00"))
            or (marker == 0xEE and said.startswith(b"Adobe"))
        )
        if not note or draws:
            kept.append(segment)


def _scan_end(data: bytes, at: int) -> int:
    """Where the compressed pixels that begin here end: at the first marker but restarts and stuffing."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _clean_png(data: bytes) -> bytes:
    kept = [data[:8]]
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        if kind in _PNG_CHUNKS:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(kept)


def fit(picture: CleanPicture, width: float, height: float) -> tuple[float, float]:
    """Width and height in points: no larger than told, and no larger than at 96 pixels to the inch."""
    scale = min(width / picture.width, height / picture.height, 0.75)
    return picture.width * scale, picture.height * scale
