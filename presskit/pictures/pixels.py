"""Pictures made fit to go out: upright, in colours that every reader understands, no finer than needed, and
bare of what cameras and programs noted in them."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from presskit.pictures.parts import SIGNATURE, Form, Parts, join, orientation, split

if TYPE_CHECKING:  # Pillow is loaded with the first picture, not with the program
    from PIL import Image, ImageFile

FINEST = 300  # pixels an inch: what print shops ask for
COARSEST = 96  # pixels an inch: a small picture is not blown up beyond that
POINTS = 72  # an inch
_TALLEST = 0.45  # of the page's height: what a photo may take of it
# Pixels. A JPEG is decoded at the size that is needed, so that it may have as many as cameras make; a PNG is
# decoded whole, at up to four bytes a pixel.
MOST_PIXELS: dict[Form, int] = {"JPEG": 200_000_000, "PNG": 100_000_000}
_QUALITY = 90  # of a JPEG that has to be written anew
# What a colour profile needs to say how to draw (ICC.1:2022, section 9); more than that, such as a screen's
# calibration and serial number, tells whose computer it was.
_PROFILE_TAGS = frozenset(
    b"A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 aabg aarg aagg bkpt bTRC bXYZ chad chrm cicp clro clrt cprt desc dmdd "
    b"dmnd gamt gTRC gXYZ kTRC lumi meas pre0 pre1 pre2 rTRC rXYZ rig0 rig2 tech view vued wtpt".split()
)


class Unreadable(Exception):  # noqa: N818 - says what the bytes are
    """The bytes are no picture that can be read."""


class TooLarge(Unreadable):
    """It has more pixels than MOST_PIXELS."""


class Ready(NamedTuple):
    """A picture fit for a page. width, height: in pixels.

    parts: the file, where there is one (always so for JPEG). image: the pixels of a PNG, 8-bit and in
    sRGB: L, RGB or RGBA. grey: whether a JPEG has no colours.
    """

    form: Form
    width: int
    height: int
    parts: Parts | None = None
    image: "Image.Image | None" = None
    grey: bool = False


def box(page: tuple[float, float], margins: tuple[float, float, float, float]) -> tuple[float, float]:
    """The room for a photo, in points, on a page of that size with margins at top, right, bottom, left."""
    _top, right, _bottom, left = margins
    return page[0] - left - right, page[1] * _TALLEST


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture as it stands upright; raises Unreadable."""
    with reading():
        image, turned, _parts = _opened(data, whole=False)
        across, down = image.size
    return (down, across) if turned >= 5 else (across, down)


def fitted(pixels: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    """The size in points of a picture of so many pixels in a box of `width` x `height` points."""
    scale = min(width / pixels[0], height / pixels[1], POINTS / COARSEST)
    return pixels[0] * scale, pixels[1] * scale


def finest(width: float, height: float) -> int:
    """How many pixels the longer side has of a picture that is printed `width` x `height` points large."""
    return max(round(max(width, height) / POINTS * FINEST), 1)


@lru_cache(maxsize=8)
def for_page(data: bytes, most: int) -> Ready:
    """The picture for a page, its longer side no longer than `most` pixels; raises Unreadable.

    One that is upright, in sRGB and not too fine stays as it is, less what it says of itself.
    """
    with reading():
        image, turned, parts = _opened(data)
        form: Form = "JPEG" if image.format == "JPEG" else "PNG"
        across, down = image.size
        if parts and turned == 1 and max(across, down) <= most and _plain(image, parts):
            _checked(image)
            if form == "JPEG":
                return Ready(form, across, down, parts, grey=image.mode == "L")
            return Ready(form, across, down, parts, flat(image))
        image.draft(None, (most, most))
        drawn = _in_srgb(_shrunk(_in_eight_bits(_turned(image, turned)), most), _profile(image))
        if form == "PNG":
            return Ready(form, *drawn.size, image=drawn)
        return Ready(form, *drawn.size, split(encoded(drawn, "JPEG")), grey=drawn.mode == "L")


def seen(data: bytes, width: int, height: int) -> tuple[bytes, int, int]:
    """The picture in a box of so many pixels: RGBA, four bytes a pixel, with its width and height; raises
    Unreadable."""
    from PIL import JpegImagePlugin

    across, down = size(data)
    most = max(round(max(across, down) * min(width / across, height / down, 1)), 1)
    ready = for_page.__wrapped__(data, most)  # not kept: this is no picture for a page
    image = ready.image
    if image is None:
        assert ready.parts is not None
        image = JpegImagePlugin.JpegImageFile(io.BytesIO(join(ready.parts)))
    return image.convert("RGBA").tobytes(), ready.width, ready.height


def whole(data: bytes) -> Parts:
    """The picture upright and at full size, in its own colours unless their profile tells of a device;
    raises Unreadable. What is upright already is not written anew: not a pixel changes."""
    with reading():
        image, turned, parts = _opened(data)
        profile = _profile(image)
        if parts and turned == 1 and not _tells(profile):
            _checked(image)
            return parts
        upright = _turned(image, turned)
        if _tells(profile):
            upright, profile = flat(upright, profile), b""
        if image.format != "JPEG":
            return split(encoded(upright, "PNG", profile))
        if upright.mode == image.mode:
            return split(_requantized(image, upright, profile, on_side=turned >= 5))
        return split(encoded(upright, "JPEG", profile, quality=95))


def check(data: bytes) -> None:
    """Raises Unreadable, TooLarge among them, for what is no whole JPEG or PNG."""
    with reading():
        _checked(_opened(data)[0])


def flat(image: "Image.Image", profile: bytes = b"") -> "Image.Image":
    """The pixels, which are in the colours of a profile, as 8-bit L, RGB or RGBA in sRGB."""
    return _in_srgb(_in_eight_bits(image), profile)


def encoded(image: "Image.Image", form: Form, profile: bytes = b"", quality: int = _QUALITY) -> bytes:
    """The pixels as a file, with that colour profile."""
    out = io.BytesIO()
    image.save(out, form, quality=quality, optimize=form == "JPEG", icc_profile=profile or None)
    return out.getvalue()


@contextmanager
def reading() -> Iterator[None]:
    """Damage is Unreadable, however Pillow finds it; of what can be drawn all the same nobody is warned."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Unreadable:
            raise
        except Exception as problem:  # decoders raise what they like
            kind = TooLarge if type(problem).__name__ == "DecompressionBombError" else Unreadable
            raise kind(str(problem)) from problem


def _opened(data: bytes, *, whole: bool = True) -> tuple["ImageFile.ImageFile", int, Parts | None]:
    """The picture, not decoded yet, with its orientation and, when `whole`, its parts. Only two decoders are
    ever tried, and they get what draws: notes made to burst a reader never reach it."""
    from PIL import JpegImagePlugin, PngImagePlugin

    parts = None
    if whole:
        try:
            parts = split(data)
        except ValueError:
            parts = None  # in disorder; Pillow may see through it
    stream = io.BytesIO(join(parts) if parts else data)
    image: ImageFile.ImageFile
    if data.startswith(SIGNATURE["PNG"]):
        image = PngImagePlugin.PngImageFile(stream)
    else:
        image = JpegImagePlugin.JpegImageFile(stream)
    if image.width * image.height > MOST_PIXELS["JPEG" if image.format == "JPEG" else "PNG"]:
        raise TooLarge(f"{image.width} x {image.height} pixels")
    return image, orientation(parts.exif if parts else _exif(image)), parts


def _exif(image: "ImageFile.ImageFile") -> bytes:
    noted = image.info.get("exif", b"")
    return noted.removeprefix(b"Exif\0\0") if isinstance(noted, bytes) else b""


def _checked(image: "ImageFile.ImageFile") -> None:
    """Decodes it, to be sure that it can be; of a JPEG an eighth tells as much."""
    image.draft(None, (max(image.width // 8, 1), max(image.height // 8, 1)))
    image.load()


def _plain(image: "ImageFile.ImageFile", parts: Parts) -> bool:
    """Whether any reader draws it as it is meant."""
    if image.format == "JPEG" and image.mode not in {"RGB", "L"}:
        return False
    if image.format == "PNG" and parts.head[24] > 8:  # bits a sample (ISO/IEC 15948, 11.2.2)
        return False
    return not _foreign(_profile(image))


def _profile(image: "Image.Image") -> bytes:
    found = image.info.get("icc_profile")
    return found if isinstance(found, bytes) else b""


def _foreign(profile: bytes) -> bool:
    """Whether colours have to be moved: from another profile than sRGB, or one that tells too much."""
    named = b"sRGB" in profile or b"s\0R\0G\0B" in profile
    return bool(profile) and (not named or _tells(profile))


def _tells(profile: bytes) -> bool:
    """Whether a colour profile holds more than colours (ICC.1:2022, 7.3: the table of tags)."""
    if len(profile) < 132:
        return bool(profile)
    count = min(int.from_bytes(profile[128:132], "big"), 100)
    return any(profile[at : at + 4] not in _PROFILE_TAGS for at in range(132, 132 + 12 * count, 12))


def _turned(image: "Image.Image", turned: int) -> "Image.Image":
    """The pixels the right way up."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    image.load()
    return image.transpose(ways[turned]) if turned in ways else image


def _in_eight_bits(image: "Image.Image") -> "Image.Image":
    """As L, RGB, RGBA or CMYK."""
    if image.mode.startswith(("I", "F")):
        return image.convert("I").point(lambda level: level / 256).convert("L")
    if image.mode in {"LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "RGBA", "CMYK"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _shrunk(image: "Image.Image", most: int) -> "Image.Image":
    from PIL.Image import Resampling

    if max(image.size) > most:
        image = image.copy()
        image.thumbnail((most, most), Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _in_srgb(image: "Image.Image", profile: bytes) -> "Image.Image":
    """L, RGB or RGBA in sRGB; a profile of no use is passed over."""
    alpha = None
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    grey = image.mode == "L"
    if _foreign(profile):
        image = _moved(image, profile) or image
    image = image.convert("L" if grey else "RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    return image


def _moved(image: "Image.Image", profile: bytes) -> "Image.Image | None":
    """The colours moved from a profile to sRGB."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _requantized(
    image: "ImageFile.ImageFile", upright: "Image.Image", profile: bytes, *, on_side: bool
) -> bytes:
    """A JPEG turned with next to no loss: by the tables and sampling that it had."""
    from PIL import JpegImagePlugin

    tables = getattr(image, "quantization", {})
    sampling = JpegImagePlugin.get_sampling(image)
    if on_side:  # what lay across now lies down
        tables = {key: [table[8 * (at % 8) + at // 8] for at in range(64)] for key, table in tables.items()}
        sampling = 0 if sampling == 1 else sampling  # 4:2:2 lies down as no sampling that can be asked for
    out = io.BytesIO()
    upright.save(
        out, "JPEG", qtables=[tables[key] for key in sorted(tables)], subsampling=max(sampling, 0),
        optimize=True, icc_profile=profile or None,
    )  # fmt: skip
    return out.getvalue()
