"""What a picture file says of itself: caption, credit and the like, as photo desks read and write them.

Two forms hold the same words, and programs read the one or the other: IIM (IPTC Information Interchange
Model 4.2) and XMP (ISO 16684-1; names after the IPTC Photo Metadata Standard 2021.1). The libraries that
write them are under the GPL and bring 5 to 50 MB of C++ for what are two short lists of fields.
"""

import re
import struct
from hashlib import md5
from html import escape
from typing import Any, NamedTuple

from presskit.pictures.parts import Form, Parts, photoshop_part, xmp_part

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_UTF8 = b"\x1b%G"  # ISO 2022's name of it, for 1:90
_MOST = {5: 64, 40: 256, 105: 256, 110: 32, 115: 32, 120: 2000}  # octets of a dataset in record 2
_MOST_XMP = 60_000  # bytes: a segment has room for 65,502
_SHORT = 2_500  # bytes of a field, where all together are more
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Notes(NamedTuple):
    """The words with a picture. alt: what it shows, for who cannot see it. headline: of what it goes
    with. source: who hands it out. instructions: what holds for its use, such as an embargo."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    headline: str = ""
    source: str = ""
    instructions: str = ""


def written(notes: Notes, form: Form) -> bytes:
    """The segments or chunk that hold the notes; nothing for notes without a word."""
    clean = Notes(*(" ".join(_NOT_XML.sub(" ", each).split()) for each in notes))
    if not any(clean):
        return b""
    packet = _xmp(clean)
    if len(packet) > _MOST_XMP:
        packet = _xmp(Notes(*(_cut(each, _SHORT).decode() for each in clean)))
    if form == "PNG":  # which has no place for IIM
        return xmp_part(form, packet)
    iim = _iim(clean)
    # An equal digest tells a reader that nobody changed IIM since, so that XMP, which is not cut, is to be
    # believed (Metadata Working Group, Guidelines 2.0, section 3.3).
    digest = md5(iim, usedforsecurity=False).digest()
    return xmp_part(form, packet) + photoshop_part(_resource(0x0404, iim) + _resource(0x0425, digest))


def read(parts: Parts) -> Notes:
    """The notes in a file, XMP before IIM."""
    return combined(parts.xmp, _resource_of(parts.photoshop, 0x0404))


def combined(xmp: bytes, iim: bytes) -> Notes:
    """The notes that are in an XMP packet and, where it has none, in IIM."""
    first, second = _read_xmp(xmp), _read_iim(iim)
    return Notes(*(one or other for one, other in zip(first, second, strict=True)))


def _xmp(notes: Notes) -> bytes:
    def translated(name: str, text: str) -> str:
        said = escape(text, quote=False)
        return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{said}</rdf:li></rdf:Alt></{name}>'

    def simple(name: str, text: str) -> str:
        return f"<{name}>{escape(text, quote=False)}</{name}>"

    fields = (
        (translated, "dc:description", notes.caption),
        (translated, "dc:title", notes.headline),
        (simple, "photoshop:Headline", notes.headline),
        (simple, "photoshop:Credit", notes.credit),
        (simple, "photoshop:Source", notes.source),
        (simple, "photoshop:Instructions", notes.instructions),
        (translated, "Iptc4xmpCore:AltTextAccessibility", notes.alt),
    )
    inside = "".join(form(name, text) for form, name, text in fields if text)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about="" '
        f'xmlns:dc="{_DC}" xmlns:photoshop="{_PHOTOSHOP}" xmlns:Iptc4xmpCore="{_CORE}">'
        f'{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _iim(notes: Notes) -> bytes:
    fields = (
        (5, notes.headline), (40, notes.instructions), (105, notes.headline), (110, notes.credit),
        (115, notes.source), (120, notes.caption),
    )  # fmt: skip
    datasets = [_dataset(1, 90, _UTF8), _dataset(2, 0, b"\0\4")]
    datasets += [_dataset(2, number, _cut(text, _MOST[number])) for number, text in fields if text]
    return b"".join(datasets)


def _dataset(record: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(content)) + content


def _cut(text: str, most: int) -> bytes:
    """As much of the text as `most` bytes of UTF-8 hold, at a word where there is one."""
    content = text.encode()
    if len(content) <= most:
        return content
    fits = content[:most].decode(errors="ignore")
    return (fits.rsplit(" ", 1)[0].rstrip() or fits).encode()


def _resource(number: int, content: bytes) -> bytes:
    """One of Photoshop's image resources, without a name."""
    return struct.pack(">4sHHI", b"8BIM", number, 0, len(content)) + content + bytes(len(content) % 2)


def _resource_of(resources: bytes, wanted: int) -> bytes:
    at = 0
    while len(resources) >= at + 12 and resources[at : at + 4] == b"8BIM":
        number, named = struct.unpack_from(">HB", resources, at + 4)
        at += 6 + (named + 2) // 2 * 2
        if len(resources) < at + 4:
            break
        (length,) = struct.unpack_from(">I", resources, at)
        if number == wanted:
            return resources[at + 4 : at + 4 + length]
        at += 4 + length + length % 2
    return b""


def _read_iim(iim: bytes) -> Notes:
    found: dict[tuple[int, int], bytes] = {}
    at = 0
    while len(iim) >= at + 5 and iim[at] == 0x1C:
        record, number, length = struct.unpack_from(">BBH", iim, at + 1)
        if length & 0x8000:  # longer than any field that is read here
            break
        found.setdefault((record, number), iim[at + 5 : at + 5 + length])
        at += 5 + length

    def words(*numbers: int) -> str:
        content = next((found[2, number] for number in numbers if found.get((2, number))), b"")
        try:
            text = content.decode()
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace") if found.get((1, 90)) != _UTF8 else ""
        return _line(text)

    return Notes(words(120), words(110, 80), "", words(105, 5), words(115), words(40))


def _read_xmp(packet: bytes) -> Notes:
    if not packet:
        return Notes()
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Notes()

    def words(*names: str) -> str:
        found = (_property(root, name) for name in names)
        return next((text for text in found if text), "")

    return Notes(
        caption=words(f"{{{_DC}}}description"),
        credit=words(f"{{{_PHOTOSHOP}}}Credit", f"{{{_DC}}}creator"),
        alt=words(f"{{{_CORE}}}AltTextAccessibility"),
        headline=words(f"{{{_PHOTOSHOP}}}Headline", f"{{{_DC}}}title"),
        source=words(f"{{{_PHOTOSHOP}}}Source"),
        instructions=words(f"{{{_PHOTOSHOP}}}Instructions"),
    )


def _property(root: Any, name: str) -> str:
    """A property's text, be it an attribute, an element, or a list of languages or values."""
    for description in root.iter(f"{{{_RDF}}}Description"):
        if name in description.attrib:
            return _line(description.attrib[name])
        for element in description.iterchildren(name):
            items = list(element.iter(f"{{{_RDF}}}li"))
            if not items:
                return _line(element.text or "")
            language = "{http://www.w3.org/XML/1998/namespace}lang"
            first = next((each for each in items if each.get(language) == "x-default"), items[0])
            return _line(first.text or "")
    return ""


def _line(text: str) -> str:
    return " ".join(_NOT_XML.sub(" ", text).split())
