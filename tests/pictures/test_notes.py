"""What a picture says of itself is read by other programs, and read back."""

import io
import struct
import zlib

import pytest
from lxml import etree
from PIL import Image, IptcImagePlugin

from presskit.pictures import notes
from presskit.pictures.notes import Notes
from presskit.pictures.parts import Form, chunk, join, photoshop_part, split, xmp_part
from tests.pictures import made

SAID = Notes(
    caption="Mayor Ana Núñez (left) & “the pact” <signed>; Thủ tướng, 市長",
    credit="Ida Marsh/Three Rivers",
    alt="Two people shake hands",
    headline="River towns sign pact",
    source="Three Rivers Alliance",
    instructions="EMBARGOED UNTIL 6 a.m. ET, Nov. 30, 2026",
)
PLAIN = {"JPEG": made.jpeg(made.quarter()), "PNG": made.png(made.quarter())}
forms = pytest.mark.parametrize("form", ["JPEG", "PNG"])
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}


def noted(form: Form, about: Notes) -> bytes:
    return join(split(PLAIN[form]), notes.written(about, form))


def packet(data: bytes) -> bytes:
    """The XMP that Pillow finds."""
    image = Image.open(io.BytesIO(data))
    image.load()
    found = image.info.get("xmp") or image.info["XML:com.adobe.xmp"]
    return found if isinstance(found, bytes) else found.encode()


def property_in(data: bytes, name: str) -> str:
    root = etree.fromstring(packet(data))
    (found,) = root.findall(f".//{name}", NAMES)
    listed = found.findall("rdf:Alt/rdf:li", NAMES)
    if listed:
        assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in listed] == ["x-default"]
    return (listed[0] if listed else found).text


@forms
def test_another_program_reads_the_xmp(form: Form) -> None:
    data = noted(form, SAID)
    assert property_in(data, "dc:description") == SAID.caption
    assert property_in(data, "dc:title") == SAID.headline
    assert property_in(data, "photoshop:Headline") == SAID.headline
    assert property_in(data, "photoshop:Credit") == SAID.credit
    assert property_in(data, "photoshop:Instructions") == SAID.instructions
    assert property_in(data, "photoshop:Source") == SAID.source
    assert property_in(data, "core:AltTextAccessibility") == SAID.alt


def test_another_program_reads_the_iim() -> None:
    image = Image.open(io.BytesIO(noted("JPEG", SAID)))
    found = IptcImagePlugin.getiptcinfo(image)
    assert found is not None
    assert found[1, 90] == b"\x1b%G"
    assert found[2, 120] == SAID.caption.encode()
    assert found[2, 110] == SAID.credit.encode()
    assert found[2, 105] == found[2, 5] == SAID.headline.encode()
    assert found[2, 115] == SAID.source.encode()


@forms
def test_what_is_written_is_read_back_and_the_pixels_stay(form: Form) -> None:
    data = noted(form, SAID)
    assert notes.read(split(data)) == SAID
    assert Image.open(io.BytesIO(data)).tobytes() == Image.open(io.BytesIO(PLAIN[form])).tobytes()
    assert join(split(data)) == PLAIN[form]


@forms
def test_nothing_to_say_leaves_the_file_alone(form: Form) -> None:
    assert noted(form, Notes()) == PLAIN[form]
    assert noted(form, Notes(caption=" \n")) == PLAIN[form]
    assert b"Credit" not in noted(form, Notes(caption="Only that"))


@forms
def test_words_of_any_length_and_letters_fit(form: Form) -> None:
    long = Notes(*("&市長 " * 5000 for _ in Notes._fields))
    data = noted(form, long)
    read = notes.read(split(data))
    for cut, whole in zip(read, long, strict=True):
        assert len(cut) > 300
        assert " ".join(whole.split()).startswith(cut)
    odd = noted(form, Notes(caption="a\0b\ud800c\x0bd\ufffee\nf"))
    assert notes.read(split(odd)).caption == "a b c d e f"
    exact = Notes(caption="x" * 9000)
    assert notes.read(split(noted(form, exact))) == exact


def test_iim_keeps_to_its_lengths_and_cuts_at_words() -> None:
    image = Image.open(io.BytesIO(noted("JPEG", Notes("é" * 1500, "市" * 20, headline="ab " * 100))))
    found = IptcImagePlugin.getiptcinfo(image)
    assert found is not None
    assert found[2, 120].decode() == "é" * 1000
    assert found[2, 110].decode() == "市" * 10
    assert len(found[2, 105]) <= 256
    assert found[2, 105].endswith(b"ab")


def iim(*fields: tuple[int, int, bytes]) -> bytes:
    return b"".join(struct.pack(">BBBH", 0x1C, *each[:2], len(each[2])) + each[2] for each in fields)


def jpeg_with(resources: bytes = b"", xmp: bytes = b"") -> bytes:
    data = PLAIN["JPEG"]
    words = (xmp_part("JPEG", xmp) if xmp else b"") + (photoshop_part(resources) if resources else b"")
    return data[:20] + words + data[20:]


def resource(content: bytes, number: int = 0x0404, name: bytes = b"") -> bytes:
    named = bytes([len(name)]) + name + b"\0" * (1 - len(name) % 2)
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + named
        + struct.pack(">I", len(content))
        + content
        + b"\0" * (len(content) % 2)
    )


def test_iim_of_older_programs_is_read() -> None:
    latin = iim((2, 120, "Caf\xe9".encode("cp1252")), (2, 80, b"Ida Marsh"), (2, 5, b"Title"))
    data = jpeg_with(resource(b"odd", 0x03ED, b"ab") + resource(b"x", 0x0400, b"abc") + resource(latin))
    assert notes.read(split(data)) == Notes("Café", "Ida Marsh", "", "Title", "")
    both = iim((2, 110, b"The desk"), (2, 80, b"Ida Marsh"))
    assert notes.read(split(jpeg_with(resource(both)))).credit == "The desk"


def test_xmp_of_other_programs_is_read() -> None:
    short = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description '
        'xmlns:photoshop="{photoshop}" photoshop:Headline="Pact"/><rdf:Description xmlns:dc="{dc}" '
        'xmlns:c="{core}"><dc:creator><rdf:Seq><rdf:li>Ida Marsh</rdf:li></rdf:Seq></dc:creator>'
        '<dc:description><rdf:Alt><rdf:li xml:lang="es">Hola</rdf:li><rdf:li xml:lang="x-default">Hello'
        "</rdf:li></rdf:Alt></dc:description><c:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en'>Two"
        "</rdf:li></rdf:Alt></c:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).format(**NAMES)
    wanted = Notes("Hello", "Ida Marsh", "Two", "Pact", "")
    assert notes.read(split(jpeg_with(xmp=short.encode()))) == wanted
    packed = chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0en\0\0" + zlib.compress(short.encode()))
    plain = PLAIN["PNG"]
    assert notes.read(split(plain[:33] + packed + plain[33:])) == wanted


def test_xmp_goes_before_iim_and_fills_up_with_it() -> None:
    data = jpeg_with(
        resource(iim((2, 120, b"Old"), (2, 110, b"The desk"))),
        notes.written(Notes(caption="New"), "PNG")[8 + 22 :].split(b"<?xpacket end")[0],
    )
    assert notes.read(split(data))[:2] == ("New", "The desk")


@pytest.mark.parametrize(
    "xmp",
    [
        b"<not closed",
        b"\xff\xfe\0",
        b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>",
        b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>",
        b" ",
    ],
)
def test_xmp_that_is_broken_or_means_harm_says_nothing(xmp: bytes) -> None:
    assert notes.read(split(jpeg_with(xmp=xmp))) == Notes()


@pytest.mark.parametrize(
    "resources",
    [
        b"8BIM",
        b"8BIM\4\4",
        b"8BIM\4\4\0\0\xff\xff\xff\xff",
        b"junk",
        resource(b"\x1c\2"),
        resource(b"\x1c\2\x78\xff\xff"),
    ],
)
def test_iim_that_is_broken_says_nothing(resources: bytes) -> None:
    assert notes.read(split(jpeg_with(resources))) == Notes()
