"""What colleagues get says on every page that it is a draft, of when, and never breaks up what is copied."""

import datetime
import io
import re
import zipfile
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from lxml import etree

from presskit.export import format_named
from presskit.export.errors import ExportProblem
from presskit.export.to_docx import write as write_word
from presskit.export.to_pdf import write as write_pdf
from presskit.exporting import export_bytes
from presskit.flow import Para, Sheet
from presskit.model.brand import Brand, look
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.text.runs import rich
from presskit.verify import report
from presskit.verify.internal import internal
from presskit.verify.pdf import read, reading_order
from tests import generated
from tests.assembled import long_kit
from tests.export import reading_pdf
from tests.kits import full_kit

WHEN = datetime.datetime(2026, 11, 23, 9, 59)
SAID = "DRAFT, Nov. 23, 2026, 9:59 a.m."
LANGUAGES = tuple(dict.fromkeys(generated.languages()))


def written(kit: Kit, name: str) -> bytes:
    kind = format_named(name)
    assert kind
    return export_bytes(kit, 0, kind, when=WHEN)


def page_lines(data: bytes) -> list[list[str]]:
    """The lines of each page, from head to foot."""
    found: dict[int, list[str]] = {}
    for line in reading_pdf.lines(data, top=0, bottom=0):
        found.setdefault(line.page, []).append(line.text)
    return list(found.values())


def test_every_page_of_the_pdf_says_it_in_its_head_and_the_first_above_all() -> None:
    pages = page_lines(written(long_kit(1500), "draft"))
    assert len(pages) > 2
    for number, lines in enumerate(pages, 1):
        assert any(line.startswith(f"{SAID} · FOR IMMEDIATE RELEASE") for line in lines)
        assert any(f"Page {number} of {len(pages)}" in line for line in lines)
    assert f"{SAID} · NOT FOR PUBLICATION" in pages[0]
    assert reading_order(written(full_kit(), "draft")).startswith(f"{SAID} · NOT FOR PUBLICATION")


def test_the_word_behind_the_page_is_drawn_first_on_each_and_no_text() -> None:
    with pikepdf.open(io.BytesIO(written(long_kit(1500), "draft"))) as pdf:
        for each in pdf.pages:
            code = each.Contents.read_bytes().decode("latin-1")
            assert code.startswith("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q ")
            mark = code[: code.index("EMC")]
            assert re.search(r" f Q $", mark)
            assert "Tj" not in mark
            assert "TJ" not in mark
        assert str(pdf.docinfo["/Title"]).startswith("DRAFT · ")


def test_what_is_copied_is_what_reporters_get_below_the_mark() -> None:
    clean, draft = (reading_pdf.paragraphs(written(full_kit(), name)) for name in ("pdf", "draft"))
    assert draft[0] == f"{SAID} · NOT FOR PUBLICATION"
    assert "".join(draft[1:]) == "".join(clean)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_in_every_language_and_says_it_in_that(language: str) -> None:
    kit = generated.whole_kit(language)
    words = profile("ap").page_words(language)
    data = written(kit, "draft")
    for standard in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=standard).is_compliant
    first = reading_order(data).split("\n")[0]
    assert words.draft in first
    assert words.draft_note in first
    stops = [each.kind for each in read(data, "draft.pdf", internal()).findings if each.severity == "stop"]
    assert stops == ["draft"], "and nothing else keeps it from being sent"
    assert (words.draft == "DRAFT") == language.startswith("en"), "every language has its own word"


def test_the_word_is_seen_behind_the_text() -> None:
    """A page is shaded where it is empty, and only for colleagues."""
    shaded = {}
    for name in ("draft", "pdf"):
        document = pypdfium2.PdfDocument(written(long_kit(5), name))
        picture = document[0].render(scale=0.5).to_pil().convert("L")
        shades = picture.histogram()
        shaded[name] = sum(shades[220:241])
        document.close()
    assert shaded["pdf"] < 500
    assert shaded["draft"] > 3000


def heads(data: bytes) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/header"))
        return [etree.fromstring(package.read(name)) for name in names]


def test_every_page_of_the_word_file_says_it_in_its_head_and_behind_the_text() -> None:
    both = heads(written(full_kit(), "review"))
    assert len(both) == 2, "the first page has one, too"
    shapes = set()
    for head in both:
        text = "".join(head.itertext("{*}t"))
        assert text.startswith(f"{SAID} · EMBARGOED UNTIL")
        (shape,) = head.iter("{urn:schemas-microsoft-com:vml}shape")
        shapes.add(shape.get("id"))
        assert next(iter(shape)).get("string") == "DRAFT"
        assert "rotation:315" in shape.get("style")
    assert len(shapes) == 2


def test_a_look_at_the_files_says_so() -> None:
    found = report.read(written(full_kit(), "review"), "vote.docx", internal())
    assert {("draft", ""), ("watermark", "DRAFT")} <= {(each.kind, each.what) for each in found.findings}
    assert found.facts["keywords"] == ("draft, embargoed until 2026-11-22T00:01-05:00",)
    assert found.facts["subject"] == ("EMBARGOED UNTIL 12:01 a.m. ET, Nov. 22, 2026",)
    clean = report.read(written(full_kit(), "docx"), "vote.docx", internal())
    assert clean.verdict == "fine"
    assert clean.facts["keywords"] == ("embargoed until 2026-11-22T00:01-05:00",)


def test_files_for_reporters_know_nothing_of_drafts() -> None:
    for name in ("docx", "pdf", "text", "pdf-word"):
        data = written(full_kit(), name)
        assert b"Watermark" not in data
        if name == "docx":
            (head,) = heads(data)
            assert "DRAFT" not in "".join(head.itertext())
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                assert all(b"raft" not in package.read(each) for each in package.namelist())


@pytest.mark.parametrize("word", ['"<&>"\x00', "·" * 300, " ", "ᚠ"])
def test_any_word_can_stand_behind_a_page(word: str) -> None:
    sheet = Sheet(title="A", language="en", shapes=(Para(role="body", text=rich("B")),), draft=word)
    assert write_word(sheet, look(Brand()))
    if word == "ᚠ":
        with pytest.raises(ExportProblem):
            write_pdf(sheet, look(Brand()))
        return
    assert page.validate_pdf_bytes(write_pdf(sheet, look(Brand())), profile="ua1").is_compliant
