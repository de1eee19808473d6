"""What makes Word ask to repair a file, looked for in generated kits: broken XML, numbers twice, parts that
are not there, elements that Word does not expect where they stand."""

import io
import posixpath
import zipfile
from itertools import islice

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from presskit.export import format_named
from presskit.exporting import export_bytes
from tests.generated import kits, languages, whole_kit
from tests.kits import kits as any_kits

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# ISO/IEC 29500-1, A.1: the order of what we write in CT_PPr and CT_RPr.
PARAGRAPH = [
    "pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "tabs", "bidi", "spacing", "ind",
    "jc", "outlineLvl",
]  # fmt: skip
RUN = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "rtl", "cs", "lang"]
KITS = [*islice(kits(52), 52), *map(whole_kit, languages())]


def check(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    xml = {
        name: etree.fromstring(content) for name, content in files.items() if name.endswith((".xml", ".rels"))
    }
    typed = {each.get("PartName")[1:] for each in xml["[Content_Types].xml"].iter(TYPES + "Override")}
    assert typed == {name for name in xml if name != "[Content_Types].xml" and not name.endswith(".rels")}
    for name, root in xml.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            relations = list(root.iter(PACKAGE))
            numbers = [each.get("Id") for each in relations]
            assert len(numbers) == len(set(numbers))
            for each in relations:
                if each.get("TargetMode") == "External":
                    assert each.get("Target").startswith(("https://", "mailto:"))
                else:
                    assert posixpath.normpath(posixpath.join("/", folder, each.get("Target")))[1:] in files
    document = xml["word/document.xml"]
    known = {each.get("Id") for each in xml["word/_rels/document.xml.rels"]}
    used = {
        value for each in document.iter() for key, value in each.attrib.items() if "relationships}" in key
    }
    assert used <= known
    styles = {each.get(qn("w:styleId")) for each in xml["word/styles.xml"].iter(qn("w:style"))}
    lists = {each.get(qn("w:numId")) for each in xml["word/numbering.xml"].iter(qn("w:num"))}
    for root in xml.values():
        for tag in ("w:pStyle", "w:rStyle"):
            assert {each.get(qn("w:val")) for each in root.iter(qn(tag))} <= styles
        for tag, order in (("w:pPr", PARAGRAPH), ("w:rPr", RUN)):
            for each in root.iter(qn(tag)):
                places = [order.index(etree.QName(child).localname) for child in each]
                assert places == sorted(set(places))
        for tag in ("w:sdt", "w:sdtContent"):
            for each in root.iter(qn(tag)):
                assert len(each)
    assert {each.get(qn("w:val")) for each in document.iter(qn("w:numId"))} <= lists
    shown = [each.get("id") for each in document.iter(qn("wp:docPr"))]
    assert len(shown) == len(set(shown))
    assert all(each.get("descr") for each in document.iter(qn("wp:docPr")))
    controls = [
        each.get(qn("w:val")) for each in document.iter(qn("w:id")) if each.getparent().tag == qn("w:sdtPr")
    ]
    assert len(controls) == len(set(controls))


@pytest.mark.parametrize("name", ["docx", "review"])
def test_files_hold_together(name):
    for kit in KITS:
        for number in range(len(kit.releases)):
            check(export_bytes(kit, number, format_named(name)))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(any_kits(), st.sampled_from(["docx", "review"]))
def test_files_of_any_kit_hold_together(kit, name):
    check(export_bytes(kit, 0, format_named(name)))


def test_a_file_for_colleagues_has_the_paragraphs_of_the_clean_one():
    for kit in KITS:
        clean, review = (
            zipfile.ZipFile(io.BytesIO(export_bytes(kit, 0, format_named(name)))).read("word/document.xml")
            for name in ("docx", "review")
        )
        told = [
            ["".join(each.itertext(qn("w:t"))) for each in etree.fromstring(document).iter(qn("w:p"))]
            for document in (clean, review)
        ]
        assert told[0] == told[1][1:], "below the line that says it is a draft"
