"""Copies of photos for picture desks: not where they were taken, and no word that stays in the house."""

import io
import zipfile

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from presskit.verify import pictures, report
from presskit.verify.findings import Finding
from presskit.verify.internal import Internal
from tests.kits import png

WANTED = Internal(homes=("/home/ida",), users=("ida",), notes=("the third bridge is off",))


def jpeg(*, place: bool = False, comment: str = "") -> bytes:
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825)[1] = "N"
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif, comment=comment.encode())
    return stream.getvalue()


def tagged_png(words: str) -> bytes:
    info = PngInfo()
    info.add_text("Author", words)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><d exif:GPSLatitude="1,2N" tiff:Model="C"/></x:xmpmeta>'


def png_with_xmp(*, packed: bool) -> bytes:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP, zip=packed)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def packed_png(words: str) -> bytes:
    info = PngInfo()
    info.add_text("Comment", words, zip=True)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def test_a_tiff_says_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Camera"
    findings, _words = pictures.look(exif.tobytes().removeprefix(b"Exif\0\0"), "a.tiff")
    assert [finding.kind for finding in findings] == ["place", "camera"]
    assert "Make" in findings[1].what


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "body", "kinds"),
    [
        ("a.jpg", jpeg(), []),
        ("a.png", png(), []),
        ("a.jpg", jpeg(place=True), ["place"]),
        ("a.jpg", jpeg(comment="Ida, 3rd floor"), ["user"]),
        ("a.png", tagged_png("/home/ida/a.png"), ["path", "user"]),
        ("a.png", packed_png("by Ida at /home/ida/a.png"), ["path", "user"]),
        ("a.png", png_with_xmp(packed=False), ["camera", "place"]),
        ("a.png", png_with_xmp(packed=True), ["camera", "place"]),
        ("captions.txt", b"The Third Bridge  is off.", ["notes"]),
        ("captions.txt", b"The third bridge stands.", []),
    ],
)
def test_a_zip_of_photos(name: str, body: bytes, kinds: list[str]) -> None:
    found = report.read(zipped({name: body, "z.png": png(9)}), "photos.zip", WANTED)
    assert sorted({finding.kind for finding in found.findings}) == kinds
    assert found.form == "zip"


def test_a_damaged_picture_says_nothing() -> None:
    whole = jpeg(place=True)
    for end in range(0, len(whole), 7):
        findings, _words = pictures.look(whole[:end], "a.jpg")
        assert set(findings) <= {Finding("place", "a.jpg")}
