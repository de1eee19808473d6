"""Pictures made fit for a page: upright, no larger than print needs, free of metadata."""

import io
import re
import zlib
from functools import lru_cache
from typing import NamedTuple

from PIL import Image

_FINEST = 300  # pixels an inch: what print shops ask for; the kit carries the originals
_COARSEST = 96  # pixels an inch: a small picture is not blown up beyond that
_QUALITY = 90  # of a JPEG that has to be written anew
_POINTS = 72  # an inch

# Application segments and comments hold camera, place, thumbnails, edits (ITU-T T.81, B.2.4.6; Exif 2.32).
# APP0 (JFIF) and APP14 (Adobe: how colours are coded) stay.
_KEPT_SEGMENTS = frozenset({0xE0, 0xEE})
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


class Prepared(NamedTuple):
    """A picture as it goes into the file: JPEG, or 8-bit samples compressed by zlib.

    colours: 1 (grey) or 3 (RGB). alpha: samples of transparency, compressed, or nothing.
    """

    width: int
    height: int
    colours: int
    is_jpeg: bool
    data: bytes
    alpha: bytes = b""


class Unreadable(Exception):  # noqa: N818 - says what the bytes are
    """The bytes are no picture that can be read."""


def fitted(data: bytes, width: float, height: float) -> tuple[float, float]:
    """The size in points at which the picture stands in a box of `width` x `height` points.

    Raises Unreadable.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            across, down = image.size
            if _orientation(image) >= 5:
                across, down = down, across
    except Exception as problem:  # decoders raise what they like
        raise Unreadable(str(problem)) from problem
    scale = min(width / across, height / down, _POINTS / _COARSEST)
    return across * scale, down * scale


@lru_cache(maxsize=8)
def prepared(data: bytes, width: float, height: float) -> Prepared:
    """The picture for a place of `width` x `height` points; raises Unreadable.

    A JPEG that is upright, in sRGB and not too fine goes in as it is, less its metadata.
    """
    most = max(round(width / _POINTS * _FINEST), round(height / _POINTS * _FINEST), 1)
    try:
        with Image.open(io.BytesIO(data)) as image:
            across, down = image.size
            plain = image.mode in {"RGB", "L"} and _orientation(image) == 1 and not _own_colours(image)
            if image.format == "JPEG" and plain and max(across, down) <= most:
                bare = _without_metadata(data)
                if bare:
                    return Prepared(across, down, 3 if image.mode == "RGB" else 1, is_jpeg=True, data=bare)
            return _redrawn(image, most)
    except Exception as problem:  # decoders raise what they like
        raise Unreadable(str(problem)) from problem


def _orientation(image: Image.Image) -> int:
    """The Exif orientation, 1 to 8; 5 and more lie on their side."""
    found = image.getexif().get(0x0112, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _own_colours(image: Image.Image) -> bool:
    """Whether the picture brings a colour profile other than sRGB."""
    profile = image.info.get("icc_profile", b"")
    return bool(profile) and b"sRGB" not in profile and b"s\0R\0G\0B" not in profile


def _redrawn(image: Image.Image, most: int) -> Prepared:
    """The picture turned, made smaller and written anew."""
    from PIL import ImageOps

    was_jpeg = image.format == "JPEG"
    if was_jpeg:
        image.draft(None, (most, most))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((most, most), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if upright.mode.startswith(("I", "F")):
        upright = upright.convert("I").point(lambda level: level / 256).convert("L")
    alpha = None
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        alpha = upright.getchannel("A")
    flat = upright.convert("L" if upright.mode in {"L", "1"} else "RGB")
    if _own_colours(image):
        flat = _in_srgb(upright, image.info["icc_profile"]) or flat
    colours = 1 if flat.mode == "L" else 3
    width, height = flat.size
    if was_jpeg:
        flat.info.clear()
        out = io.BytesIO()
        flat.save(out, "JPEG", quality=_QUALITY, optimize=True)
        bare = _without_metadata(out.getvalue()) or out.getvalue()
        return Prepared(width, height, colours, is_jpeg=True, data=bare)
    veil = zlib.compress(alpha.tobytes()) if alpha is not None and alpha.getextrema() != (255, 255) else b""
    return Prepared(width, height, colours, is_jpeg=False, data=zlib.compress(flat.tobytes()), alpha=veil)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture's colours moved from its profile to sRGB; nothing when the profile is of no use."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        base = image.convert("RGB") if image.mode not in {"RGB", "CMYK", "L"} else image
        return ImageCms.profileToProfile(base, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _without_metadata(data: bytes) -> bytes:
    """The JPEG with its picture alone; nothing when it is not built as it should be."""
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        if kind == 0xD9:
            kept.append(data[at : at + 2])
            return b"".join(kept)
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == 0xDA:
            found = _AFTER_SCAN.search(data, end)
            if found is None:
                return b""
            end = found.start()
        dropped = (0xE0 <= kind <= 0xEF and kind not in _KEPT_SEGMENTS) or kind == 0xFE
        if not dropped:
            kept.append(data[at:end])
        at = end
    if data[at : at + 2] == b"\xff\xd9":
        kept.append(data[at : at + 2])
        return b"".join(kept)
    return b""
