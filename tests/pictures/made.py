"""Pictures for tests, full of what must not leave the house: each such thing has "Secret" in it."""

import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms

from presskit.pictures.parts import chunk, photoshop_part, segment, xmp_part

SECRET = b"Secret"
RED, BLUE = (208, 16, 16), (16, 16, 208)
# Where the red quarter, upper left as stored, stands once upright: (right, down).
CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="41,18.45N" '
    b'exif:GPSAreaInformation="SecretPlace"/></rdf:RDF></x:xmpmeta>'
)


def quarter(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Red in its upper left quarter, blue elsewhere; darker where there are no colours."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    if mode == "I;16":
        return image.convert("L").convert("I").point(lambda level: level * 256).convert("I;16")
    if mode == "P":
        return image.quantize(8)
    return image.convert(mode)


def tiff(turned: int = 1) -> bytes:
    """Exif as a camera writes it: orientation, maker, place, and a thumbnail that was not turned with it."""
    thumbnail = jpeg(quarter(8, 4), comment=b"SecretThumbnail")

    def directory(entries: list[tuple[int, int, int, int]], following: int) -> bytes:
        packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
        return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)

    maker, first, gps = 8, 24, 24 + 2 + 3 * 12 + 4
    second = gps + 2 + 12 + 4
    end = second + 2 + 2 * 12 + 4
    return b"".join(
        (
            struct.pack("<2sHI", b"II", 42, first),
            b"SecretCamera\0".ljust(first - maker, b"\0"),
            directory([(0x010F, 2, 13, maker), (0x0112, 3, 1, turned), (0x8825, 4, 1, gps)], second),
            directory([(0x0001, 2, 2, 0x4E)], 0),
            directory([(0x0201, 4, 1, end), (0x0202, 4, 1, len(thumbnail))], 0),
            thumbnail,
        )
    )


def jpeg(image: Image.Image, **how: object) -> bytes:
    """The pixels as JPEG, with nothing to hide unless told."""
    out = io.BytesIO()
    image.save(out, "JPEG", **{"quality": 92, **how})
    return out.getvalue()


def png(image: Image.Image, **how: object) -> bytes:
    """The pixels as PNG."""
    out = io.BytesIO()
    image.save(out, "PNG", **how)
    return out.getvalue()


@cache
def camera(turned: int = 1, mode: str = "RGB", size: tuple[int, int] = (80, 40), **how: object) -> bytes:
    """A JPEG with everything in it that cameras, phones and programs are known to leave there."""
    data = jpeg(quarter(*size, mode), **how)
    thumbnail = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1" + b"Secret"[:3])  # one pixel
    noted = b"".join(
        (
            segment(0xE1, b"Exif\0\0" + tiff(turned)),
            xmp_part("JPEG", XMP),
            segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"SecretMore"),
            photoshop_part(b"8BIM\4\4\0\0" + struct.pack(">I", 16) + b"\x1c\2\x5a\0\x0aSecretCity\0"),
            segment(0xE2, b"MPF\0SecretSecondPicture"),
            segment(0xE2, b"FPXR\0SecretFlashPix"),
            *(segment(marker, b"SecretSegment") for marker in (0xE0, 0xE3, 0xE4, 0xEB, 0xEC, 0xEF, 0xF0)),
            segment(0xFE, b"SecretComment"),
        )
    )
    body = data[4 + int.from_bytes(data[4:6], "big") :] if data[2:4] == b"\xff\xe0" else data[2:]
    return data[:2] + thumbnail + noted + body + jpeg(quarter(8, 8), comment=b"SecretSecond") + b"SecretFilm"


@cache
def screenshot(turned: int = 1, mode: str = "RGB", size: tuple[int, int] = (80, 40)) -> bytes:
    """A PNG with everything in it that programs are known to leave there."""
    data = png(quarter(*size, mode), icc_profile=srgb() if mode in {"RGB", "RGBA"} else None)
    noted = b"".join(
        (
            chunk(b"eXIf", tiff(turned)),
            chunk(b"tEXt", b"Author\0SecretAuthor"),
            chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"Secret" * 3)),
            xmp_part("PNG", XMP),
            chunk(b"iTXt", b"Title\0\1\0\0\0" + zlib.compress(b"SecretTitle")),
            chunk(b"tIME", struct.pack(">HBBBBB", 2026, 11, 2, 9, 30, 0)),
            chunk(b"caBX", b"SecretEdits"),
            chunk(b"prVt", b"SecretPrivate"),
            chunk(b"acTL", struct.pack(">II", 1, 0)),
        )
    )
    at = 8 + 25  # after IHDR
    end = data.index(b"IEND") - 4
    film = chunk(b"fdAT", b"\0\0\0\0Secret")
    return data[:at] + noted + data[at:end] + film + data[end:] + b"SecretWhatWasCutAway"


def deep(width: int = 8, height: int = 8) -> bytes:
    """A red PNG of 16 bits a sample."""
    rows = (b"\0" + struct.pack(">HHH", 0xFFFF, 0, 0) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def interlaced(side: int = 8) -> bytes:
    """A green PNG in the seven passes of Adam7 (ISO/IEC 15948, 8.2)."""
    starts = ((0, 0), (4, 0), (0, 4), (2, 0), (0, 2), (1, 0), (0, 1))
    steps = ((8, 8), (8, 8), (4, 8), (4, 4), (2, 4), (2, 2), (1, 2))
    rows = b""
    for (x, y), (across, down) in zip(starts, steps, strict=True):
        width, height = len(range(x, side, across)), len(range(y, side, down))
        rows += (b"\0" + b"\0\xff\0" * width) * height if width else b""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 1)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@cache
def srgb() -> bytes:
    """A profile of the colours that everybody takes for granted."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def swapped(*, device: bool = False) -> bytes:
    """A profile of other colours: what it calls red is green in sRGB, and green is red. `device`: it also
    holds a tag in which macOS keeps the serial number of a screen."""
    profile = srgb().replace(b"s\0R\0G\0B", b"o\0d\0d\0!").replace(b"sRGB", b"odd!")
    profile = profile.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    return profile.replace(b"cprt", b"mmod") if device else profile


def is_red(image: Image.Image, right: int, down: int) -> bool:
    """Whether the middle of a quarter is red (in grey pictures: the lighter of the two)."""
    at = (image.width * (1 + 2 * right) // 4, image.height * (1 + 2 * down) // 4)
    if image.mode == "I;16":
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    pixel = image.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    return pixel[0] > 100 if pixel[0] != pixel[1] else pixel[0] > 45


def stands_upright(image: Image.Image, turned: int) -> bool:
    """Whether a picture that was stored `turned` shows its red quarter where it belongs."""
    quarters = [(right, down) for right in (0, 1) for down in (0, 1)]
    return all(is_red(image, *each) == (each == CORNERS[turned]) for each in quarters)
