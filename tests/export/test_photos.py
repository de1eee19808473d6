"""Copies of photos; and in no format does anything go out with a picture but what we say of it."""

import io
import zipfile

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image, IptcImagePlugin, JpegImagePlugin

from presskit.export import to_docx, to_pdf, to_photos
from presskit.export.errors import ExportProblem
from presskit.flow import Para, Picture, Sheet
from presskit.model.brand import Brand, look
from presskit.pictures import notes
from presskit.pictures.notes import Notes
from presskit.pictures.parts import split
from presskit.text.runs import rich
from tests.pictures import made

LOOK = look(Brand())


def sheet(*pictures: Picture, data: bytes, title: str = "River towns sign pact", issuer: str = "") -> Sheet:
    return Sheet(
        title=title,
        language="en",
        shapes=(Para(role="body", text=rich("Words")), *pictures),
        issuer=issuer,
        pictures={each.name: data for each in pictures},
    )


def photo(
    name: str = "p",
    alt: str = "Two people shake hands",
    caption: str = "Mayor Ana Núñez, left",
    credit: str = "Ida Marsh",
) -> Picture:
    return Picture(role="photo", name=name, block=name, alt=alt, caption=caption, credit=credit)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def streams(data: bytes) -> list[bytes]:
    """Everything in a PDF, packed and unpacked."""
    found = [data]
    with pikepdf.open(io.BytesIO(data)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_raw_bytes())
                if "/DCTDecode" not in str(each.get("/Filter", "")):
                    found.append(each.read_bytes())
    return found


def within(data: bytes) -> list[bytes]:
    """Everything in a zip of pictures, and in their chunks."""
    found = []
    for content in unzipped(data).values():
        found.append(content)
        if content.startswith(b"\x89PNG"):
            image = opened(content)
            found.append(repr(image.info).encode())
    return found


SOURCES = {
    **{f"jpeg turned {turned}": made.camera(turned) for turned in range(1, 9)},
    **{f"jpeg {mode}": made.camera(mode=mode) for mode in ("L", "CMYK")},
    "jpeg progressive": made.camera(progressive=True),
    "jpeg large": made.camera(size=(2400, 1200)),
    **{f"png turned {turned}": made.screenshot(turned) for turned in range(1, 9)},
    **{f"png {mode}": made.screenshot(mode=mode) for mode in ("1", "L", "P", "LA", "RGBA", "I;16")},
    "png large": made.screenshot(size=(2400, 1200)),
}


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_of_the_camera_survives_in_any_format(source: str) -> None:
    data = SOURCES[source]
    assert made.SECRET in data
    shown = sheet(photo(), Picture(role="logo", name="logo", alt="A logo"), data=data)
    everything = [
        *streams(to_pdf.write(shown, LOOK)),
        *within(to_docx.write(shown, LOOK)),
        *within(to_photos.write(shown, LOOK)),
    ]
    for content in everything:
        for leak in (made.SECRET, b"Exif\0", b"GPS", b"eXIf", b"tIME", b"MPF\0"):
            assert leak not in content


def test_the_sources_hold_what_is_looked_for() -> None:
    image = JpegImagePlugin.JpegImageFile(io.BytesIO(made.camera(6)))
    exif = image.getexif()
    assert exif[0x0112] == 6
    assert exif[0x010F] == "SecretCamera"
    assert exif.get_ifd(0x8825)
    assert b"SecretThumbnail" in made.tiff()
    assert b"SecretPlace" in image.info["xmp"]
    assert Image.open(io.BytesIO(made.screenshot())).info["Author"] == "SecretAuthor"


def copies(shown: Sheet) -> dict[str, bytes]:
    return unzipped(to_photos.write(shown, LOOK))


@pytest.mark.parametrize("source", [made.camera(6), made.screenshot(6)], ids=["jpeg", "png"])
def test_a_copy_says_who_and_what_it_shows(source: bytes) -> None:
    found = copies(sheet(photo(), data=source, issuer="Three Rivers Alliance"))
    (name, data), (listed, captions) = found.items()
    assert name.startswith("river-towns-sign-pact-1-mayor-ana-nunez-left.")
    wanted = Notes(
        "Mayor Ana Núñez, left", "Ida Marsh", "Two people shake hands", "River towns sign pact",
        "Three Rivers Alliance",
    )  # fmt: skip
    assert notes.read(split(data)) == wanted
    if name.endswith(".jpg"):
        iim = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(data)))
        assert iim is not None
        assert iim[2, 120].decode() == wanted.caption
        assert iim[2, 110] == b"Ida Marsh"
    assert listed == "captions.txt"
    assert captions.decode() == (
        f"River towns sign pact\nThree Rivers Alliance\n\n{name}\nCaption: Mayor Ana Núñez, left\n"
        "Credit: Ida Marsh\nAlt text: Two people shake hands\n"
    )


def test_a_copy_has_every_pixel() -> None:
    (large, *_rest) = copies(sheet(photo(), data=made.camera(size=(2400, 1200)))).values()
    assert opened(large).size == (2400, 1200)
    assert opened(large).tobytes() == opened(made.jpeg(made.quarter(2400, 1200))).tobytes()


def test_each_photo_is_copied_once_and_no_logo() -> None:
    shown = sheet(
        Picture(role="logo", name="l", alt="Logo"), photo("a"), photo("b", caption=""), photo("a"),
        photo("a", caption="Again"), data=made.camera(),
    )  # fmt: skip
    assert list(copies(shown)) == [
        "river-towns-sign-pact-1-mayor-ana-nunez-left.jpg", "river-towns-sign-pact-2.jpg",
        "river-towns-sign-pact-3-again.jpg", "captions.txt",
    ]  # fmt: skip


def test_names_sort_as_the_release_has_the_photos() -> None:
    shown = sheet(
        *(photo(f"p{number}", caption=f"Number {number}") for number in range(12)), data=made.camera()
    )
    (*names, _captions) = copies(shown)
    assert names[0].startswith("river-towns-sign-pact-01-number-0.")
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("title", "caption", "name"),
    [
        ("", "", "photo-1.jpg"),
        ("投票", "Đặng Văn Ø’Brien’s vote", "photo-1-dang-van-obriens-vote.jpg"),
        ("../../etc/passwd", "CON: a|b?", "etc-passwd-1-con-a-b.jpg"),
        ("Straße " * 20, "x" * 90, f"{'strasse-' * 5}1-{'x' * 40}.jpg"),
    ],
)
def test_names_are_safe_everywhere(title: str, caption: str, name: str) -> None:
    found = copies(sheet(photo(caption=caption), data=made.camera(), title=title))
    assert next(iter(found)) == name


def test_words_for_who_cannot_see_it_are_not_the_caption_again() -> None:
    (data, captions) = copies(sheet(photo(alt="Same", caption="Same"), data=made.camera())).values()
    assert notes.read(split(data)).alt == ""
    assert b"Alt text" not in captions


def test_equal_sheets_give_equal_copies() -> None:
    shown = sheet(photo(), data=made.screenshot(6))
    assert to_photos.write(shown, LOOK) == to_photos.write(shown, LOOK)
    with zipfile.ZipFile(io.BytesIO(to_photos.write(shown, LOOK))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_photos_it_says_so() -> None:
    logo = Picture(role="logo", name="l", alt="Logo")
    for shown in (sheet(data=b""), sheet(logo, data=made.camera())):
        with pytest.raises(ExportProblem, match="no photos in this release"):
            to_photos.write(shown, LOOK)


def test_a_photo_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ExportProblem, match="“Two people shake hands” cannot be read"):
        to_photos.write(sheet(photo(), data=made.camera()[:400]), LOOK)


# What reporters pull out of a Word file


def media(shown: Sheet) -> list[bytes]:
    found = unzipped(to_docx.write(shown, LOOK))
    return [content for name, content in found.items() if name.startswith("word/media/")]


@pytest.mark.parametrize("source", [made.camera(6), made.screenshot(6)], ids=["jpeg", "png"])
def test_a_photo_in_word_says_who_and_what_it_shows(source: bytes) -> None:
    (data,) = media(sheet(photo(), data=source))
    assert notes.read(split(data))[:3] == ("Mayor Ana Núñez, left", "Ida Marsh", "Two people shake hands")
    (logo,) = media(sheet(Picture(role="logo", name="l", alt="Logo"), data=source))
    assert notes.read(split(logo)) == Notes()


def test_a_photo_in_word_is_as_fine_as_print_needs() -> None:
    for source in (made.camera(size=(4000, 2000)), made.screenshot(size=(4000, 2000))):
        (data,) = media(sheet(photo(), data=source))
        assert opened(data).size == (1950, 975)
        assert len(data) < 60_000
    (small,) = media(sheet(photo(), data=made.camera()))
    assert opened(small).size == (80, 40)


def test_one_file_with_two_captions_is_two_in_word() -> None:
    assert len(media(sheet(photo(), photo(caption="Other"), data=made.camera()))) == 2
    assert len(media(sheet(photo(), photo(), data=made.camera()))) == 1


def test_a_picture_in_a_pdf_says_nothing() -> None:
    shown = sheet(photo(caption="Nowhere else", credit="Nobody"), data=made.camera())
    for content in streams(to_pdf.write(shown, LOOK)):
        assert b"Nobody" not in content


@pytest.mark.parametrize("source", [each for each in SOURCES if each != "png 1"])  # a picture of dots
def test_a_photo_is_upright_in_word_and_as_a_copy(source: str) -> None:
    turned = int(source[-1]) if "turned" in source else 1
    shown = sheet(photo(), data=SOURCES[source])
    (copy, _captions) = copies(shown).values()
    (word,) = media(shown)
    assert made.stands_upright(opened(copy), turned)
    assert made.stands_upright(opened(word), turned)
    assert opened(word).mode != "CMYK"


def test_the_same_in_any_order_of_exports() -> None:
    shown = sheet(photo(), data=made.camera(6))
    first = to_docx.write(shown, LOOK)
    to_pdf.write(shown, LOOK)
    to_photos.write(replace(shown, title="Other"), LOOK)
    assert to_docx.write(shown, LOOK) == first
