"""Links lead to the same addresses in Word files and PDFs, or nowhere in both."""

import io

import docx
import pikepdf
import pytest

from presskit.blocks.paragraph import Paragraph
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.text.runs import Run
from tests.examples import kit_of

LINKS = {
    "https://example.org/a?b=c&d=é": "https://example.org/a?b=c&d=%C3%A9",
    "https://exämple.org:8080/": "https://xn--exmple-cua.org:8080/",
    "HTTPS://example.org/ü%20": "https://example.org/%C3%BC%20",
    "mailto:press@example.org?subject=Two words": "mailto:press@example.org?subject=Two%20words",
    "https://example.org/\x00\x07\u2028a": "https://example.org/%E2%80%A8a",
    "mailto:@": "",
    "https://user@/": "",
    "http://[::1": "",
    "javascript:alert(1)": "",
    "example.org": "",
}


def exported(name: str, link: str) -> bytes:
    kind = format_named(name)
    assert kind
    paragraph = Paragraph(id="para0001", text=(Run("See "), Run("this page", link=link)))
    return export_bytes(kit_of(paragraph), 0, kind)


@pytest.mark.parametrize("link", LINKS)
def test_both_formats_lead_to_the_same_place(link: str) -> None:
    wanted = [LINKS[link]] if LINKS[link] else []
    document = docx.Document(io.BytesIO(exported("docx", link)))
    assert [each.address for paragraph in document.paragraphs for each in paragraph.hyperlinks] == wanted
    with pikepdf.open(io.BytesIO(exported("pdf", link))) as pdf:
        assert [str(note.A.URI) for note in pdf.pages[0].get("/Annots", [])] == wanted
