"""Picture files as people have them, made into what a kit holds: JPEG or PNG, and the words in them."""

import io
from typing import NamedTuple

from presskit.i18n import _
from presskit.model.kit import MAX_PICTURE_BYTES
from presskit.pictures import notes, pixels
from presskit.pictures.notes import Notes
from presskit.pictures.parts import SIGNATURE, split

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".avif", ".heic", ".heif")
"""What picture files are called. Of HEIC no picture is made, but people have it, and are told what to do."""

_CONVERTED = ("WEBP", "TIFF", "GIF", "BMP", "AVIF")
_QUALITY = 95  # of a JPEG that stands for an original
_IPTC_IN_TIFF = 33723  # tag of IIM (TIFF/EP, ISO 12234-2)
# Brands of an ISO media file (ISO/IEC 23008-12, annex B) that are coded by HEVC.
_HEIC = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"))


class Incoming(NamedTuple):
    """A picture for a kit, and the words that its file brought."""

    data: bytes
    notes: Notes


class Refused(Exception):  # noqa: N818 - a sentence for the user, not a fault
    """The file cannot be added; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def too_large(name: str) -> Refused:
    """For a file of more bytes than a kit takes."""
    most = MAX_PICTURE_BYTES // 1024**2
    told = _("{name} was not added: it is larger than {most} MB. Save a smaller copy of it, and add that.")
    return Refused(told.format(name=name, most=most))


def taken_in(data: bytes, name: str) -> Incoming:
    """The picture in a file called `name`. A JPEG or PNG stays as it is; WebP, TIFF, GIF, BMP and AVIF
    are made into the one or the other. Raises Refused."""
    if len(data) > MAX_PICTURE_BYTES:
        raise too_large(name)
    try:
        if data.startswith(tuple(SIGNATURE.values())):
            pixels.check(data)
            return Incoming(data, _notes_of(data))
        made = _converted(data)
    except pixels.TooLarge as problem:
        told = _("{name} was not added: it has too many pixels. Save a smaller copy of it, and add that.")
        raise Refused(told.format(name=name)) from problem
    except pixels.Unreadable as problem:
        told = _(
            "{name} was not added: it is damaged or cut short. Get the file again from where it came from."
        )
        raise Refused(told.format(name=name)) from problem
    if made is not None:
        if len(made.data) > MAX_PICTURE_BYTES:
            raise too_large(name)
        return made
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        told = _(
            "{name} was not added: it is an HEIC photo, which newsrooms and Word often cannot open. Open it "
            "in your photo program, save or export it as JPEG, and add that."
        )
    elif _is_drawing(data):
        told = _(
            "{name} was not added: it is a drawing (SVG, PDF or EPS), which Word and mail programs do not "
            "all show. Ask for it as PNG, 1,000 pixels wide or more, and add that."
        )
    else:
        told = _(
            "{name} was not added: it is no picture that can be used. Save it as JPEG or PNG, and add that."
        )
    raise Refused(told.format(name=name))


def _is_drawing(data: bytes) -> bool:
    """Whether it is what logos are drawn in: SVG, PDF (so is Illustrator's) or EPS."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"%PDF-", b"%!PS", b"\xc5\xd0\xd3\xc6", b"<svg")) or (
        start.startswith((b"<?xml", b"<!--", b"<!DOCTYPE")) and b"<svg" in start
    )


def _notes_of(data: bytes) -> Notes:
    try:
        return notes.read(split(data))
    except ValueError:  # its parts are in disorder, yet it can be seen
        return Notes()


def _converted(data: bytes) -> Incoming | None:
    """The first picture of a file in another form; nothing when it is none of those."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    with pixels.reading():
        try:
            image = Image.open(io.BytesIO(data), formats=_CONVERTED)
        except UnidentifiedImageError:
            return None
        if image.width * image.height > pixels.MOST_PIXELS["PNG"]:
            raise pixels.TooLarge(f"{image.width} x {image.height} pixels")
        drawn = image.mode in {"1", "P"} or image.format in {"GIF", "BMP"} or data[12:16] == b"VP8L"
        words = notes.combined(_bytes(image.info.get("xmp")), _bytes(_tag(image, _IPTC_IN_TIFF)))
        profile = _bytes(image.info.get("icc_profile"))
        flat = pixels.flat(ImageOps.exif_transpose(image), profile)
        if drawn or flat.mode == "RGBA":  # lines and lettering, which JPEG would blur
            return Incoming(pixels.encoded(flat, "PNG"), words)
        return Incoming(pixels.encoded(flat, "JPEG", quality=_QUALITY), words)


def _tag(image: object, number: int) -> object:
    tags = getattr(image, "tag_v2", None)
    return tags.get(number) if tags is not None else None


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
