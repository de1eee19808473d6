"""What people have as a picture is made into one that a kit can hold, or refused in words."""

import io

import pytest
from PIL import Image, TiffImagePlugin

from presskit.model.kit import MAX_PICTURE_BYTES, Asset
from presskit.pictures import notes
from presskit.pictures.incoming import Refused, taken_in
from presskit.pictures.notes import Notes
from presskit.pictures.parts import join, split
from tests.pictures import made

SAID = Notes("A caption", "Ida Marsh", "Two people")


def file(image: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("data", [made.camera(6), made.screenshot(6)], ids=["jpeg", "png"])
def test_a_jpeg_or_png_stays_as_it_is(data: bytes) -> None:
    assert taken_in(data, "it").data is data


@pytest.mark.parametrize(
    ("form", "how", "wanted"),
    [
        ("WEBP", {"quality": 95}, "JPEG"),
        ("WEBP", {"lossless": True}, "PNG"),
        ("AVIF", {"quality": 95}, "JPEG"),
        ("TIFF", {}, "JPEG"),
        ("TIFF", {"compression": "tiff_lzw"}, "JPEG"),
        ("GIF", {}, "PNG"),
        ("BMP", {}, "PNG"),
    ],
)
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "RGBA"])
def test_other_forms_are_made_into_one_of_the_two(form: str, how: dict, wanted: str, mode: str) -> None:
    data = file(made.quarter(mode=mode), form, **how)
    found = opened(taken_in(data, "it").data)
    assert found.size == (80, 40)
    assert mode == "1" or made.stands_upright(found, 1)
    if mode == "RGB":
        assert found.format == wanted
    assert Asset.of(taken_in(data, "it").data)


def test_transparency_stays() -> None:
    clear = Image.new("RGBA", (9, 9), (255, 0, 0, 0))
    for form, how in (("WEBP", {}), ("TIFF", {}), ("GIF", {})):
        found = opened(taken_in(file(clear, form, **how), "it").data)
        assert found.format == "PNG"
        assert found.convert("RGBA").getpixel((4, 4))[3] == 0


@pytest.mark.parametrize("form", ["WEBP", "TIFF"])
def test_another_form_is_turned_upright_and_moved_to_srgb(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = opened(taken_in(file(made.quarter(), form, exif=exif), "it").data)
    assert found.size == (40, 80)
    assert made.stands_upright(found, 6)
    odd = file(Image.new("RGB", (16, 16), (200, 0, 0)), form, icc_profile=made.swapped())
    red, green, _blue = opened(taken_in(odd, "it").data).convert("RGB").getpixel((8, 8))
    assert green > red


def test_a_film_gives_its_first_picture() -> None:
    films = {"save_all": True, "append_images": [Image.new("RGB", (80, 40))], "duration": 100}
    for form in ("GIF", "WEBP"):
        assert made.stands_upright(opened(taken_in(file(made.quarter(), form, **films), "it").data), 1)


def test_a_scan_for_print_is_used() -> None:
    for mode in ("CMYK", "I;16"):
        found = opened(taken_in(file(made.quarter(mode=mode), "TIFF"), "it").data)
        assert found.mode in {"RGB", "L"}
        assert made.stands_upright(found, 1)


def test_the_words_in_a_file_come_along() -> None:
    plain = made.jpeg(made.quarter())
    data = join(split(plain), notes.written(SAID, "JPEG"))
    assert taken_in(data, "it").notes == SAID
    xmp = split(data).xmp
    assert taken_in(file(made.quarter(), "WEBP", xmp=xmp), "it").notes == SAID
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[700], tags.tagtype[700] = xmp, 1
    tags[33723], tags.tagtype[33723] = b"\x1c\2\x69\0\4Pact", 7
    found = taken_in(file(made.quarter(), "TIFF", tiffinfo=tags), "it").notes
    assert found == SAID._replace(headline="Pact")
    assert taken_in(made.camera(), "it").notes == Notes()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no picture that can be used"),
        (b"%PDF-1.7 a plan", "a drawing"),
        (b"<?xml version='1.0'?><svg/>", "a drawing"),
        (b"<svg/>", "a drawing"),
        (HEIC, "HEIC.*as JPEG"),
        (made.jpeg(Image.effect_noise((300, 300), 50))[:5000], "damaged or cut short"),
        (b"\x89PNG\r\n\x1a\n" * 9, "damaged or cut short"),
        (file(made.quarter(), "TIFF")[:500], "damaged or cut short"),
        (file(Image.effect_noise((300, 300), 50), "WEBP")[:900], "damaged or cut short"),
        (b"GIF89a\xff\xff\xff\xff" + file(made.quarter(), "GIF")[10:], "too many pixels"),
        (bytes(MAX_PICTURE_BYTES + 1), "larger than 64 MB.*smaller copy"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why) as caught:
        taken_in(data, "IMG_1.HEIC")
    assert caught.value.sentence.startswith("IMG_1.HEIC was not added: ")


def test_what_grows_too_large_when_made_into_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = file(Image.effect_noise((300, 300), 50), "WEBP", quality=5)
    monkeypatch.setattr("presskit.pictures.incoming.MAX_PICTURE_BYTES", len(data) + 1)
    with pytest.raises(Refused, match="larger than"):
        taken_in(data, "it")
