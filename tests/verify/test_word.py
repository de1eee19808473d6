"""What is hidden in Word files is found: each thing put in by hand, as other programs leave it."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from PIL import Image

from presskit.bounded import Unreadable
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.verify import report
from presskit.verify.findings import Finding, Report
from presskit.verify.internal import Internal
from tests.kits import full_kit, png

NOBODY = Internal()


def ours() -> bytes:
    """A Word file of ours, with every kind of block."""
    kind = format_named("docx")
    assert kind
    return export_bytes(full_kit(), 0, kind)


def changed(change: Callable[[Document], None]) -> bytes:
    """A file of ours that somebody changed with another program."""
    document = docx.Document(io.BytesIO(ours()))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, body: bytes) -> bytes:
    """The file with one more part in it, or another one in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    files[name] = body
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    return stream.getvalue()


def look(data: bytes) -> Report:
    return report.read(data, "a.docx", NOBODY)


def kinds(data: bytes) -> set[str]:
    return {finding.kind for finding in look(data).findings}


def test_a_clean_file_is_fine_to_send() -> None:
    found = look(ours())
    assert found.findings == ()
    assert found.verdict == "fine"
    assert found.facts["title"] == ("River trust wins vote",)
    assert found.facts["language"][0] == "en-US"
    assert found.facts["headings"][0] == "1: River trust wins vote"
    assert int(found.facts["paragraphs"][0]) > 10
    assert found.facts["pictures"] == ("2, 0 without a description",)
    assert found.facts["links"]
    assert found.facts["lists"]
    assert "Noto Serif" in found.facts["fonts"]


def paragraph(document: Document, inner: str) -> None:
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


def properties(document: Document) -> None:
    document.core_properties.last_modified_by = "Ida Marsh"


def comment(document: Document) -> None:
    document.add_comment(document.paragraphs[0].add_run("x"), "not like this", "Ida Marsh")


def inserted(document: Document) -> None:
    paragraph(document, '<w:ins w:id="1" w:author="Ida Marsh"><w:r><w:t>new</w:t></w:r></w:ins>')


def deleted(document: Document) -> None:
    paragraph(document, '<w:del w:id="1" w:author="Ida Marsh"><w:r><w:delText>old</w:delText></w:r></w:del>')


def hidden(document: Document) -> None:
    paragraph(document, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>")


def white(document: Document) -> None:
    document.paragraphs[0].add_run("secret").font.color.rgb = RGBColor(255, 255, 255)


def styled(document: Document, name: str, inner: str) -> None:
    head = f'<w:style {nsdecls("w")} w:type="character" w:styleId="{name}">'
    document.styles.element.append(parse_xml(f"{head}{inner}</w:style>"))


def hidden_by_style(document: Document) -> None:
    style = (
        f'<w:style {nsdecls("w")} w:type="character" w:styleId="Aside"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    document.styles.element.append(parse_xml(style))
    paragraph(document, '<w:r><w:rPr><w:rStyle w:val="Aside"/></w:rPr><w:t>secret</w:t></w:r>')


def nearly_white(document: Document) -> None:
    document.paragraphs[0].add_run("secret").font.color.rgb = RGBColor(250, 250, 255)


def minute(document: Document) -> None:
    document.paragraphs[0].add_run("secret").font.size = Pt(1)


def black_on_black(document: Document) -> None:
    inner = '<w:rPr><w:highlight w:val="black"/><w:color w:val="000000"/></w:rPr><w:t>secret</w:t>'
    paragraph(document, f"<w:r>{inner}</w:r>")


def struck_row(document: Document) -> None:
    table = document.add_table(1, 1)
    properties = table.rows[0].cells[0]._tc.get_or_add_tcPr()
    properties.append(parse_xml(f'<w:cellDel {nsdecls("w")} w:id="1" w:author="Ida Marsh"/>'))


def skipped(document: Document) -> None:
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.LEFT
    look = document.paragraphs[-1]._p.get_or_add_pPr()
    look.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="5"/>'))
    document.paragraphs[-1].add_run("A deep heading")


def undescribed(document: Document) -> None:
    document.add_picture(io.BytesIO(png()))


def control(document: Document) -> None:
    paragraph(document, "<w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>")


def sessions(document: Document) -> None:
    document.paragraphs[0]._p.set(qn("w:rsidR"), "00AB12CD")


def template(document: Document) -> None:
    document.part.relate_to(
        "file:///C:/Users/ida/Press.dotx",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )


def file_link(document: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    document.part.relate_to("S:\\press\\lists.xlsx", kind, is_external=True)


def remote(document: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    document.part.relate_to("https://example.org/seen.png", kind, is_external=True)


def photo(document: Document) -> None:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif)
    stream.seek(0)
    document.add_picture(stream)


def titleless(document: Document) -> None:
    document.core_properties.title = ""


CHANGES: tuple[tuple[Callable[[Document], None], str, str], ...] = (
    (properties, "saved-by", "Ida Marsh"),
    (comment, "comments", "Ida Marsh (1)"),
    (inserted, "tracked", "Ida Marsh (1)"),
    (deleted, "tracked", "Ida Marsh (1)"),
    (hidden, "hidden-text", "secret"),
    (hidden_by_style, "hidden-text", "secret"),
    (white, "faint-text", "secret"),
    (nearly_white, "faint-text", "secret"),
    (minute, "faint-text", "secret"),
    (black_on_black, "faint-text", "secret"),
    (struck_row, "tracked", "Ida Marsh (1)"),
    (skipped, "levels", "A deep heading"),
    (undescribed, "no-alt", "Picture"),
    (control, "controls", "1"),
    (sessions, "history", "1"),
    (template, "template", "Press.dotx"),
    (template, "path", "file:///C:/Users/ida/Press.dotx"),
    (file_link, "linked-file", "lists.xlsx"),
    (remote, "remote", "example.org"),
    (photo, "place", "image"),
    (photo, "camera", "Make"),
    (titleless, "untitled", ""),
)


@pytest.mark.parametrize(
    ("change", "kind", "what"), CHANGES, ids=lambda each: getattr(each, "__name__", each)
)
def test_what_somebody_left_in_it_is_found(change: Callable[[Document], None], kind: str, what: str) -> None:
    found = [finding for finding in look(changed(change)).findings if finding.kind == kind]
    assert len(found) == 1
    assert what in found[0].what
    assert found[0].words.endswith(".")
    assert kind not in kinds(changed(lambda document: None))


WHITE = '<w:r><w:rPr>{more}<w:color w:val="FFFFFF"/></w:rPr><w:t>Contact us</w:t></w:r>'


def shaded(document: Document) -> None:
    paragraph(document, WHITE.format(more='<w:shd w:val="clear" w:fill="204060"/>'))


def highlighted(document: Document) -> None:
    paragraph(document, WHITE.format(more='<w:highlight w:val="darkBlue"/>'))


def on_a_shaded_paragraph(document: Document) -> None:
    look = '<w:pPr><w:shd w:val="clear" w:fill="204060"/></w:pPr>'
    paragraph(document, look + WHITE.format(more=""))


def in_a_shaded_cell(document: Document) -> None:
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="204060"/>'))
    cell.paragraphs[0].add_run("Contact us").font.color.rgb = RGBColor(255, 255, 255)


def shown_again(document: Document) -> None:
    paragraph(document, '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>')


def in_a_circle(document: Document) -> None:
    for name, other in (("A", "B"), ("B", "A")):
        styled(document, name, f'<w:basedOn w:val="{other}"/>')
    paragraph(document, '<w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>seen</w:t></w:r>')


@pytest.mark.parametrize(
    "change",
    [shaded, highlighted, on_a_shaded_paragraph, in_a_shaded_cell, shown_again, in_a_circle],
)
def test_what_can_be_seen_is_not_called_hidden(change: Callable[[Document], None]) -> None:
    assert not kinds(changed(change)) & {"faint-text", "hidden-text"}


def each_part(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with names and contents of all its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as other:
        for name in archive.namelist():
            other.writestr(change(name.encode()).decode(), change(archive.read(name)))
    return stream.getvalue()


def test_strict_files_are_read_like_all_others() -> None:
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    found = look(each_part(changed(hidden), lambda part: part.replace(usual, strict)))
    assert [finding.kind for finding in found.findings] == ["hidden-text"]
    assert found.facts["headings"][0] == "1: River trust wins vote"


def test_the_text_may_be_in_a_part_of_any_name() -> None:
    found = look(
        each_part(changed(hidden), lambda part: part.replace(b"word/document.xml", b"word/document7.xml"))
    )
    assert "hidden-text" in {finding.kind for finding in found.findings}
    assert found.facts["headings"][0] == "1: River trust wins vote"


@pytest.mark.parametrize("body", [b"", b"<document/>"])
def test_without_a_text_it_is_no_word_file(body: bytes) -> None:
    with pytest.raises(Unreadable, match="no Word document"):
        look(with_part(ours(), "word/document.xml", body))


CORE = b"""<?xml version="1.0"?><cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
 <dc:title>T</dc:title><dcterms:modified>2026-11-02T10:00:00Z</dcterms:modified></cp:coreProperties>"""
APP = b"""<?xml version="1.0"?><Properties
 xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
 <Template>Press.dotm</Template><Company>Three Rivers</Company><TotalTime>42</TotalTime></Properties>"""
CUSTOM = b"""<?xml version="1.0"?><Properties
 xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">
 <property name="Client"/></Properties>"""


@pytest.mark.parametrize(
    ("name", "body", "kind", "what"),
    [
        ("docProps/core.xml", CORE, "times", "2026-11-02 10:00"),
        ("docProps/app.xml", APP, "times", "42 minutes of work"),
        ("docProps/app.xml", APP, "company", "Three Rivers"),
        ("docProps/app.xml", APP, "template", "Press.dotm"),
        ("docProps/custom.xml", CUSTOM, "custom", "Client"),
        ("customXml/item1.xml", b"<a/>", "custom", "item1"),
        ("word/vbaProject.bin", b"x", "script", "vbaProject"),
        ("word/embeddings/sheet.xlsx", b"x", "attached", "sheet.xlsx"),
    ],
)
def test_what_is_behind_the_page_is_found(name: str, body: bytes, kind: str, what: str) -> None:
    found = look(with_part(ours(), name, body)).findings
    assert [what in finding.what for finding in found if finding.kind == kind] == [True]


def test_the_user_is_found_among_the_people_only() -> None:
    wanted = Internal(users=("marsh",), hosts=("press-3",))
    document = changed(properties)
    found = report.read(document, "a.docx", wanted).findings
    assert Finding("user", "“marsh”") in found
    harmless = changed(lambda document: paragraph(document, "<w:r><w:t>The marsh is wet.</w:t></w:r>"))
    assert report.read(harmless, "a.docx", wanted).findings == ()


@pytest.mark.parametrize(
    ("minutes", "what"),
    [(b"120", "120 minutes of work"), (b"1", "1 minute of work"), (b"0", ""), (b"x", ""), (b"", "")],
)
def test_minutes_of_work_are_told_as_they_are(minutes: bytes, what: str) -> None:
    found = look(with_part(ours(), "docProps/app.xml", APP.replace(b">42<", b">" + minutes + b"<"))).findings
    assert [each.what for each in found if each.kind == "times"] == ([what] if what else [])
