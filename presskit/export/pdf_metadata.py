"""What a PDF says of itself: title, issuer, language, and which standards it keeps. No dates, no user."""

import re
import zlib
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from presskit import assets
from presskit.export.pdf_objects import Info, Stream

_PROGRAM = "PressKit"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
# What XML 1.0 cannot hold ("Char", production 2).
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Adobe XMP Specification, part 1 (2012), 7; ISO 14289-1, 5; ISO 19005-2, 6.6.4; the last block describes
# the identifier of PDF/UA, which PDF/A does not know (ISO 19005-2, 6.6.2.3.3).
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{more}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that is kept</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"
_SUBJECT = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
_KEYWORDS = "<pdf:Keywords>{}</pdf:Keywords>\n"


def language_tag(language: str) -> str:
    """The language as a PDF may name it (BCP 47); "und" for what is no tag."""
    return language if _LANGUAGE.fullmatch(language) else "und"


class Attached(NamedTuple):
    """A file inside the document. words: what it is, for who sees its name in a list."""

    name: str
    media_type: str
    data: bytes
    words: str


def attach(document: Any, files: Sequence[Attached]) -> None:
    """Puts files into the document as other forms of it (ISO 19005-3, 6.8)."""
    names: list[Any] = []
    for each in files:
        entries = {
            "Type": PDFName("EmbeddedFile"),
            "Subtype": "/" + each.media_type.replace("/", "#2F"),
            "Params": PDFDictionary({"Size": len(each.data)}),
        }
        stream = document.Reference(Stream(entries, each.data))
        listed = {
            "Type": PDFName("Filespec"),
            "F": PDFString(each.name),
            "UF": PDFString(each.name),
            "AFRelationship": PDFName("Alternative"),
            "Desc": PDFString(each.words),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
        names += [PDFString(each.name), document.Reference(PDFDictionary(listed))]
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = PDFArray(names[1::2])
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})


class About(NamedTuple):
    """What a document says of itself; empty where it says nothing."""

    title: str
    author: str
    language: str
    subject: str = ""
    keywords: str = ""


def describe(document: Any, about: About, *, part: Literal[2, 3] = 2) -> None:
    """Says of the document what it is, and that it keeps PDF/UA-1 and PDF/A-2a, or 3a as files are in it."""
    catalog, tag = document.Catalog, language_tag(about.language)
    info = {"Title": about.title, "Author": about.author}
    document.info = Info({**info, "Subject": about.subject, "Keywords": about.keywords})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.Lang = PDFString(tag)
    rest = ((_CREATOR, about.author), (_SUBJECT, about.subject), (_KEYWORDS, about.keywords))
    more = "".join(form.format(_xml(words)) for form, words in rest if words)
    said = _XMP.format(title=_xml(about.title), more=more, language=tag, program=_PROGRAM, part=part)
    metadata = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    # Not compressed, so that programs which know no PDF find it (ISO 19005-2, 6.6.2.1).
    catalog.Metadata = document.Reference(Stream(metadata, said.encode(), bare=True))
    profile = document.Reference(Stream({"N": 3}, _profile(), packed=True))
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
                    "DestOutputProfile": profile,
                }
            )
        ]
    )


@cache
def _profile() -> bytes:
    """The colour profile sRGB, compressed."""
    return zlib.compress(assets.read("colour/srgb.icc"))


def _xml(text: str) -> str:
    return escape(_NO_XML.sub(" ", text), quote=False)
