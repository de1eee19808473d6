"""Files from strangers: cut off, locked, bombs, loops. Each ends in a report or in one sentence, and soon."""

import io
import random
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name

from presskit import bounded
from presskit.blocks.photo import Photo
from presskit.bounded import Unreadable
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.model.kit import Asset
from presskit.verify import pdf, quick, report
from presskit.verify.internal import Internal
from tests.examples import kit_of
from tests.kits import png
from tests.verify import test_pdf, test_word

NOBODY = Internal()
EVEN = Asset.of(png(255, side=9000))  # packs by a thousand


def refused(data: bytes, called: str = "a.pdf") -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Unreadable) as caught:
        report.read(data, called, NOBODY)
    sentence = caught.value.sentence
    assert called in sentence
    assert sentence.endswith(".")
    assert ": " in sentence  # what to do
    return sentence


def outcome(data: bytes, called: str) -> str:
    """The form of a file that could be read, or the sentence with which it was refused."""
    try:
        return report.read(data, called, NOBODY).form
    except Unreadable as problem:
        return problem.sentence


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return stream.getvalue()


MISFIT = "its parts do not fit together: write it again, or ask for a good copy."
WORD = {"word/document.xml": b"<a/>"}


@pytest.mark.parametrize(
    ("data", "called", "says"),
    [
        (b"", "a.pdf", "neither a PDF nor a Word"),
        (b"FOR IMMEDIATE RELEASE", "a.docx", "neither a PDF nor a Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "an old Word document"),
        (b"%PDF-1.7\nhello", "a.pdf", "cut off"),
        (b"PK\x03\x04 hello", "a.docx", "cut off"),
        (zipped({"mimetype": b"x"}), "a.zip", "neither a PDF nor a Word"),
        (zipped({"readme.txt": b"x"}), "a.docx", "no Word document"),
        (zipped({"a.png": b"\x89PNG", "content.xml": b"<a/>"}), "a.odt", "neither a PDF nor a Word"),
        (zipped({"word/document.xml": b"<a>"}), "a.docx", "no XML"),
        (
            zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "a.docx",
            "document type",
        ),
        (zipped({**WORD, "word/media/a.png": bytes(9_000_000)}), "a.docx", "far more than a release"),
        (zipped({f"word/{number}.xml": b"" for number in range(5001)} | WORD), "a.docx", "far more"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, called: str, says: str) -> None:
    assert says in refused(data, called)


def test_entities_are_neither_resolved_nor_fetched() -> None:
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    assert "document type" in refused(zipped({"word/document.xml": outside}), "a.docx")
    wide = outside.decode().encode("utf-16")
    assert "document type" in refused(zipped({"word/document.xml": wide}), "a.docx")


@pytest.mark.parametrize("name", ["../../a.png", "/etc/passwd", "word/media/..\\..\\a.png"])
def test_names_in_a_zip_lead_nowhere(name: str) -> None:
    data = test_word.with_part(test_word.ours(), name, b"\x89PNG")
    assert report.read(data, "a.docx", NOBODY).form == "docx"


def test_a_pdf_with_a_password_is_told() -> None:
    with pikepdf.open(io.BytesIO(test_pdf.ours())) as document:
        data = test_pdf.saved(document, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert "password" in refused(data)


def bomb(rounds: int) -> bytes:
    data = bytes(80_000_000)
    for _round in range(rounds):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_bomb_is_refused_before_it_goes_off(rounds: int) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        stream = pikepdf.Stream(document, bomb(rounds))
        stream.Filter = Array([Name.FlateDecode] * rounds)
        document.pages[0].Contents = document.make_indirect(stream)
        buffer = io.BytesIO()
        document.save(buffer, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert len(buffer.getvalue()) < 100_000
    assert "far more than a release" in refused(buffer.getvalue())


def test_an_even_picture_is_no_bomb() -> None:
    kit = kit_of(Photo(id="photo001", name=EVEN.name, alt="Snow"))
    kind = format_named("pdf")
    assert kind
    data = export_bytes(replace(kit, pictures=(EVEN,)), 0, kind)
    assert len(data) < 200_000
    assert outcome(data, "a.pdf") == "pdf"
    quick.take_apart(data, "a.pdf")


def looped(document: pikepdf.Pdf) -> None:
    """The structure tree leads back to itself."""
    top = document.Root.StructTreeRoot.K
    first = top[0] if isinstance(top, Array) else top
    first.K.append(first)


def round_roles(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Q, Q=Name.P)


def own_parent(document: pikepdf.Pdf) -> None:
    page = document.pages[0].obj
    del page.Resources
    page.Parent = page


def form_in_itself(document: pikepdf.Pdf) -> None:
    form = document.make_stream(b"/F Do")
    form.Subtype = Name.Form
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page = document.pages[0]
    page.Resources.XObject = Dictionary(F=form)
    page.Contents = document.make_stream(b"/F Do")


def odd_values(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    page.Contents = document.make_stream(b"/P <</MCID (x)>> BDC BT /F1 (x) Tf [1 (a)] TJ ET EMC EMC Q Q")
    document.Root.MarkInfo = Dictionary(Marked=1)
    document.Root.StructTreeRoot.K = pikepdf.String("x")


def deep(document: pikepdf.Pdf) -> None:
    inner = Dictionary(S=Name.P)
    for _step in range(400):
        inner = document.make_indirect(Dictionary(S=Name.Div, K=Array([inner])))
    document.Root.StructTreeRoot.K = inner


@pytest.mark.parametrize("change", [looped, round_roles, own_parent, form_in_itself, odd_values, deep])
def test_what_leads_round_in_circles_comes_to_an_end(change: Callable[[pikepdf.Pdf], None]) -> None:
    data = test_pdf.changed(change)
    assert outcome(data, "a.pdf") in {"pdf", f"“a.pdf” cannot be read, because {MISFIT}"}
    with suppress(Unreadable):
        assert isinstance(pdf.reading_order(data, "a.pdf"), str)


def forms_of_forms(document: pikepdf.Pdf) -> None:
    """Forty forms that each draw the next one forty times, nine deep."""
    form = document.make_stream(b"")
    form.Subtype = Name.Form
    for _step in range(9):
        outer = document.make_stream(b"/F Do " * 40)
        outer.Subtype = Name.Form
        outer.Resources = Dictionary(XObject=Dictionary(F=form))
        form = outer
    document.pages[0].Resources.XObject = Dictionary(F=form)
    document.pages[0].Contents = document.make_stream(b"/F Do")


def huge_picture(document: pikepdf.Pdf) -> None:
    picture = document.make_stream(b"x")
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width = picture.Height = 60_000
    document.pages[0].Resources.XObject = Dictionary(I=picture)


@pytest.mark.parametrize("change", [forms_of_forms, huge_picture])
def test_what_would_take_forever_is_not_gone_through(change: Callable[[pikepdf.Pdf], None]) -> None:
    start = time.monotonic()
    found = report.read(test_pdf.changed(change), "a.pdf", NOBODY)
    assert "not-all" in {finding.kind for finding in found.findings}
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_any_damage_ends_in_a_report_or_a_sentence(form: str) -> None:
    whole = test_pdf.ours() if form == "pdf" else test_word.ours()
    chance = random.Random(7)
    outcomes = set()
    for _round in range(240):
        data = bytearray(whole)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        for _place in range(chance.choice([1, 5, 40])):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        outcomes.add(outcome(bytes(data), f"a.{form}"))
    assert form in outcomes
    assert len(outcomes) > 1
    assert all(each.endswith(".") for each in outcomes - {form})


def test_too_many_bytes_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_FILE", 100)
    assert "far more" in refused(test_pdf.ours())
    assert bounded.inflate(zlib.compress(bytes(2000)), 1000) is None
    assert bounded.inflate(zlib.compress(b"a" * 2000), 2000) == b"a" * 2000
    assert bounded.inflate(b"no zlib") == b""


def test_more_markup_than_anybody_writes_is_not_read() -> None:
    body = b"<w:p><w:r><w:t>and on and on</w:t></w:r></w:p>" * 400_000
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    data = zipped({"word/document.xml": head + body + b"</w:body></w:document>"})
    assert len(data) < 200_000
    assert "far more than a release" in refused(data, "a.docx")
