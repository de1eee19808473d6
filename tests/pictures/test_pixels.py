"""Pictures of every make come out upright, in plain colours, no finer than asked, and whole."""

import io
import struct
import warnings
import zlib

import pytest
from PIL import Image

from presskit.pictures import pixels
from presskit.pictures.parts import chunk, join, orientation, split
from tests.pictures import made


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def page_image(data: bytes, most: int = 2000) -> Image.Image:
    """The picture as it would be seen on a page."""
    ready = pixels.for_page(data, most)
    if ready.image is not None:
        return ready.image
    assert ready.parts is not None
    return opened(join(ready.parts))


MAKES = {
    **{f"jpeg {mode}": made.camera(mode=mode) for mode in ("L", "RGB", "CMYK")},
    "jpeg progressive": made.camera(progressive=True),
    **{f"png {mode}": made.screenshot(mode=mode) for mode in ("1", "L", "P", "LA", "RGB", "RGBA", "I;16")},
}


@pytest.mark.parametrize("make", MAKES)
def test_any_make_is_drawn(make: str) -> None:
    data = MAKES[make]
    assert pixels.size(data) == (80, 40)
    image = page_image(data)
    assert image.mode in {"L", "RGB", "RGBA"}
    if make != "png 1":  # of which dots are left
        assert made.stands_upright(image, 1)
    pixels.check(data)


@pytest.mark.parametrize("make", MAKES)
def test_any_make_is_made_smaller(make: str) -> None:
    image = page_image(MAKES[make], 20)
    assert image.size == (20, 10)
    if make != "png 1":
        assert made.stands_upright(image, 1)


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("form", [made.camera, made.screenshot], ids=["jpeg", "png"])
def test_it_stands_upright(form, turned: int) -> None:
    data = form(turned)
    upright = (40, 80) if turned >= 5 else (80, 40)
    assert pixels.size(data) == upright
    for image in (page_image(data), opened(join(pixels.whole(data)))):
        assert image.size == upright
        assert made.stands_upright(image, turned)
        assert not image.getexif()


@pytest.mark.parametrize("form", [made.camera, made.screenshot], ids=["jpeg", "png"])
def test_what_is_upright_keeps_every_pixel(form) -> None:
    bare = made.jpeg(made.quarter()) if form is made.camera else made.png(made.quarter())
    assert opened(join(pixels.whole(form()))).tobytes() == opened(bare).tobytes()
    assert page_image(form()).tobytes() == opened(bare).tobytes()


@pytest.mark.parametrize("turned", [3, 6, 8])
@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:0", "4:2:2"])
def test_a_photo_is_turned_with_next_to_no_loss(turned: int, sampling: str) -> None:
    noise = Image.effect_noise((64, 48), 40).convert("RGB")
    data = made.jpeg(noise, subsampling=sampling, quality=80, exif=b"Exif\0\0" + made.tiff(turned))
    way = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}
    wanted = opened(data).transpose(way[turned])
    got = opened(join(pixels.whole(data)))
    off = [abs(a - b) for a, b in zip(wanted.tobytes(), got.tobytes(), strict=True)]
    assert sum(off) / len(off) < 1.5  # of 255


def test_a_grey_photo_and_one_for_print_are_turned_as_well() -> None:
    for mode in ("L", "CMYK"):
        image = opened(join(pixels.whole(made.camera(6, mode))))
        assert (image.mode, image.size) == (mode, (40, 80))
        assert made.stands_upright(image, 6)


def test_sixteen_bits_and_interlaced_files_are_drawn() -> None:
    red, green = page_image(made.deep()), page_image(made.interlaced())
    assert red.convert("RGB").getpixel((4, 4)) == (255, 0, 0)
    assert green.convert("RGB").getpixel((4, 4)) == (0, 255, 0)
    assert pixels.for_page(made.deep(), 100).parts is None  # no reader has to cope with it
    assert pixels.for_page(made.interlaced(), 100).parts is not None


def test_transparency_stays_however_it_is_written() -> None:
    clear = Image.new("RGBA", (9, 9), (255, 0, 0, 0))
    palette = Image.new("P", (9, 9), 1)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    files = (
        made.png(clear),
        made.png(palette, transparency=1),
        made.png(palette, transparency=b"\xff\0"),
        made.png(Image.new("L", (9, 9), 7), transparency=7),
        made.png(Image.new("RGB", (9, 9), made.RED), transparency=made.RED),
        made.png(Image.new("LA", (9, 9), (7, 0))),
    )
    for data in files:
        for most in (9, 4):
            image = page_image(data, most)
            assert image.mode == "RGBA"
            assert image.getpixel((2, 2))[3] == 0
    assert page_image(made.png(Image.new("RGBA", (9, 9), (*made.RED, 255)))).mode == "RGB"


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_other_colours_are_moved_to_srgb(form: str) -> None:
    save = made.jpeg if form == "JPEG" else made.png
    data = save(Image.new("RGB", (16, 16), (200, 0, 0)), icc_profile=made.swapped())
    red, green, _blue = page_image(data).convert("RGB").getpixel((8, 8))
    assert green > red
    kept = opened(join(pixels.whole(data)))
    assert kept.info["icc_profile"][100:] == made.swapped()[100:]
    assert kept.info["icc_profile"][24:36] != made.swapped()[24:36]  # when it was made
    assert kept.getpixel((8, 8))[0] > 190


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_profile_that_tells_whose_screen_it_was_does_not_go_out(form: str) -> None:
    save = made.jpeg if form == "JPEG" else made.png
    data = save(Image.new("RGB", (16, 16), (200, 0, 0)), icc_profile=made.swapped(device=True))
    kept = opened(join(pixels.whole(data)))
    assert "icc_profile" not in kept.info
    red, green, _blue = kept.getpixel((8, 8))
    assert green > red


def test_a_profile_of_no_use_is_passed_over() -> None:
    data = made.jpeg(Image.new("RGB", (16, 16), (200, 0, 0)), icc_profile=b"junk" * 50)
    assert page_image(data).getpixel((8, 8))[0] > 190


def test_a_photo_in_several_pictures_is_its_first() -> None:
    """Phones write a second, smaller picture behind the first, and its place into the first."""
    out = io.BytesIO()
    made.quarter().save(out, "MPO", save_all=True, append_images=[made.quarter(8, 8)])
    assert opened(out.getvalue()).format == "MPO"
    ready = pixels.for_page(out.getvalue(), 2000)
    assert ready.form == "JPEG"
    assert ready.parts is not None
    assert opened(join(ready.parts)).format == "JPEG"


def test_a_large_photo_is_as_fine_as_print_needs() -> None:
    data = made.jpeg(made.quarter(3000, 2000))
    assert pixels.finest(468, 312) == 1950
    ready = pixels.for_page(data, 1950)
    assert (ready.width, ready.height) == (1950, 1300)


def bomb(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(10_000_000))
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def huge_jpeg(width: int, height: int) -> bytes:
    data = bytearray(made.jpeg(made.quarter()))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize("data", [bomb(40_000, 40_000), bomb(10_001, 10_001), huge_jpeg(60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_decoded(data: bytes) -> None:
    for read in (pixels.size, pixels.check, pixels.whole, lambda data: pixels.for_page(data, 100)):
        with pytest.raises(pixels.TooLarge):
            read(data)


def test_notes_made_to_burst_a_reader_do_no_harm() -> None:
    burst = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000)))
    plain = made.png(made.quarter())
    data = plain[:33] + burst + plain[33:]
    assert made.stands_upright(page_image(data), 1)
    assert made.stands_upright(opened(join(pixels.whole(data))), 1)


def test_a_photo_of_a_hundred_million_pixels_is_used_without_a_warning() -> None:
    data = made.jpeg(Image.new("L", (10_400, 10_000)), quality=30)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ready = pixels.for_page(data, 200)
    assert (ready.width, ready.height) == (200, 192)


CUT = {
    "nothing": b"",
    "no picture": b"a letter to the mayor",
    "jpeg head": b"\xff\xd8\xff\xe0",
    "jpeg half": made.jpeg(Image.effect_noise((400, 300), 50))[:9000],
    "png head": b"\x89PNG\r\n\x1a\n",
    "png half": made.png(Image.effect_noise((200, 200), 50))[:9000],
    "png without pixels": made.png(made.quarter())[:33] + chunk(b"IEND", b""),
    "gif": b"GIF89a",
}


@pytest.mark.parametrize("what", CUT)
def test_what_is_cut_short_is_said_to_be(what: str) -> None:
    for read in (pixels.check, pixels.whole, lambda data: pixels.for_page(data, 100)):
        with pytest.raises(pixels.Unreadable):
            read(CUT[what])


def test_any_cut_and_any_wrong_byte_is_either_drawn_or_refused() -> None:
    for data in (made.camera(6), made.screenshot(6)):
        for at in range(0, len(data), 41):
            wrong = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            for broken in (data[:at], wrong):
                try:
                    found = join(pixels.whole(broken))
                except pixels.Unreadable:
                    continue
                assert made.SECRET not in found


def test_orientation_is_read_in_both_orders_and_never_fails() -> None:
    tiff = made.tiff(6)
    assert orientation(tiff) == 6
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 8, 0)
    assert orientation(b"MM\0*" + struct.pack(">IH", 8, 1) + entry) == 8
    for odd in (b"", b"II*\0", tiff[:20], made.tiff(0), made.tiff(9), b"XX" + tiff[2:]):
        assert orientation(odd) == 1
    assert orientation(b"II*\0" + b"\xff" * 9) == 1


def test_a_picture_turns_the_same_each_time() -> None:
    for data in (made.camera(6), made.screenshot(6)):
        first = pixels.whole(data)
        pixels.for_page.cache_clear()
        assert pixels.whole(data) == first


def test_parts_join_to_what_they_were() -> None:
    for data in (made.jpeg(made.quarter()), made.png(made.quarter())):
        assert join(split(data)) == data
    for nothing in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\0\0\0"):
        with pytest.raises(ValueError, match=r"cut short|neither|no marker"):
            split(nothing)
