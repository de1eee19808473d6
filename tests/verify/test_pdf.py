"""What is wrong with PDFs and hidden in them is found: each thing put in by hand."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, String

from presskit.bounded import Unreadable
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.i18n import _
from presskit.verify import claims, pdf, quick, report
from presskit.verify.findings import Report
from presskit.verify.internal import Internal, internal
from tests.kits import full_kit

NOBODY = Internal()


def ours() -> bytes:
    """A PDF of ours, with every kind of block."""
    kind = format_named("pdf")
    assert kind
    return export_bytes(full_kit(), 0, kind)


def saved(document: pikepdf.Pdf, **how: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream, **how)  # type: ignore[arg-type]
    return stream.getvalue()


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A file of ours that somebody changed with another program."""
    with pikepdf.open(io.BytesIO(ours())) as document:
        change(document)
        return saved(document)


def look(data: bytes) -> Report:
    return report.read(data, "a.pdf", NOBODY)


def test_a_file_of_ours_is_fine_to_send() -> None:
    found = look(ours())
    assert found.findings == ()
    assert found.verdict == "fine"
    assert found.facts["title"] == ("River trust wins vote",)
    assert found.facts["language"] == ("en-US",)
    assert found.facts["tagged"] == (_("yes"),)
    assert found.facts["standards"] == ("PDF/UA-1", "PDF/A-2a")
    assert found.facts["headings"][0] == "1: River trust wins vote"
    assert found.facts["pictures"] == ("2, 0 without a description",)
    assert found.facts["lists"]
    assert found.facts["links"]
    assert all("(embedded, used letters only)" in font for font in found.facts["fonts"])


def test_the_word_file_inside_is_looked_at_too() -> None:
    kind = format_named("pdf-word")
    assert kind
    data = export_bytes(full_kit(), 0, kind)
    found = look(data)
    assert [finding.kind for finding in found.findings] == ["attached"]
    assert found.verdict == "mind"
    assert found.facts["standards"] == ("PDF/UA-1", "PDF/A-3a")


def dictionaries(document: pikepdf.Pdf, key: str, value: str) -> list[pikepdf.Object]:
    return [
        each for each in document.objects if isinstance(each, Dictionary) and each.get(key) == Name(value)
    ]


def undescribed(document: pikepdf.Pdf) -> None:
    del dictionaries(document, "/S", "/Figure")[0].Alt


def untagged(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot


def skipped(document: pikepdf.Pdf) -> None:
    dictionaries(document, "/S", "/H2")[0].S = Name.H4


def untitled(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]
    del document.Root.Metadata


def speechless(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def bare(document: pikepdf.Pdf) -> None:
    del dictionaries(document, "/Subtype", "/CIDFontType2")[0].FontDescriptor.FontFile2


def nonsense(document: pikepdf.Pdf) -> None:
    del dictionaries(document, "/Subtype", "/Type0")[0].ToUnicode


def dated(document: pikepdf.Pdf) -> None:
    document.docinfo["/ModDate"] = "D:20261102100000Z"


def own_data(document: pikepdf.Pdf) -> None:
    document.docinfo["/Client"] = "Three Rivers"


def remembered(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["xmpMM:DocumentID"] = "uuid:1"


def note(document: pikepdf.Pdf) -> None:
    made = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, T=String("Ida Marsh"), Contents=String("no"), Rect=[0, 0, 9, 9]
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(made)])


def program(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.beep()")))


def path(document: pikepdf.Pdf) -> None:
    document.docinfo["/Subject"] = "from C:\\Users\\ida\\press.docx"


def path_in_metadata(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:source"] = "/Users/ida/Desktop/press.docx"


def attached(document: pikepdf.Pdf) -> None:
    document.attachments["plan.xlsx"] = b"x"


def layers(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


def invisible(document: pikepdf.Pdf) -> None:
    source = document.pages[0].Contents.read_bytes()
    document.pages[0].Contents = document.make_stream(source.replace(b"BT", b"BT 3 Tr", 1))


CHANGES: tuple[tuple[Callable[[pikepdf.Pdf], None], str, str], ...] = (
    (undescribed, "no-alt", "1"),
    (undescribed, "claim", "PDF/UA-1, and does not"),
    (untagged, "untagged", ""),
    (skipped, "levels", "1 → 4"),
    (untitled, "no-title", ""),
    (speechless, "no-language", ""),
    (bare, "not-embedded", "Noto"),
    (nonsense, "no-letters", "Noto"),
    (dated, "times", "2026-11-02 10:00"),
    (own_data, "custom", "Client"),
    (remembered, "history", "DocumentID"),
    (note, "comments", "Ida Marsh"),
    (program, "script", "JavaScript"),
    (path, "path", "C:\\Users\\ida\\press.docx"),
    (path_in_metadata, "path", "/Users/ida/Desktop/press.docx"),
    (attached, "attached", "plan.xlsx"),
    (layers, "layers", "1"),
    (invisible, "faint-text", ""),
)


@pytest.mark.parametrize(
    ("change", "kind", "what"), CHANGES, ids=[f"{change.__name__}-{kind}" for change, kind, _ in CHANGES]
)
def test_what_is_wrong_with_it_is_found(change: Callable[[pikepdf.Pdf], None], kind: str, what: str) -> None:
    found = [finding for finding in look(changed(change)).findings if finding.kind == kind]
    assert len(found) >= 1
    assert what in found[0].what
    assert found[0].words.endswith((".", "…"))
    assert kind not in {finding.kind for finding in look(changed(lambda document: None)).findings}


def test_earlier_versions_are_found() -> None:
    data = ours()
    again = data + b"\n1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"
    assert "revisions" in {finding.kind for finding in look(again).findings}
    assert "revisions" not in {finding.kind for finding in look(data).findings}


def test_a_file_for_fast_reading_has_one_version() -> None:
    with pikepdf.open(io.BytesIO(ours())) as document:
        data = saved(document, linearize=True)
    assert "revisions" not in {finding.kind for finding in look(data).findings}


def test_what_is_locked_is_told() -> None:
    with pikepdf.open(io.BytesIO(ours())) as document:
        rights = pikepdf.Permissions(extract=False)
        data = saved(document, encryption=pikepdf.Encryption(owner="x", user="", allow=rights))
    found = {finding.kind: finding.what for finding in look(data).findings}
    assert found["locked"] == "copying"


def test_a_claim_that_nobody_can_check_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "page", None)
    found = look(ours())
    assert [finding.what for finding in found.findings] == ["PDF/UA-1", "PDF/A-2a"]
    assert found.verdict == "mind"
    assert "standards" not in found.facts


def test_claims_are_read_as_elements_and_as_attributes() -> None:
    assert claims.claimed('<r pdfaid:part="3" pdfaid:conformance="U"/>') == [("PDF/A-3u", "3u")]
    assert claims.claimed("<pdfuaid:part>1</pdfuaid:part>") == [("PDF/UA-1", "ua1")]
    assert claims.claimed("<pdfaid:part>4</pdfaid:part>") == [("PDF/A-4", "4")]
    assert claims.claimed("") == []


def test_without_tags_there_is_no_order() -> None:
    with pytest.raises(Unreadable, match="not tagged"):
        pdf.reading_order(changed(untagged), "a.pdf")


@pytest.mark.parametrize("how", ["packed", "locked"])
def test_notes_are_found_in_strings_that_are_packed_or_locked(how: str) -> None:
    with pikepdf.open(io.BytesIO(ours())) as document:
        document.Root.Secret = Dictionary(Told=Array([String("Ruf zuerst die Bürgermeisterin an – heute")]))
        if how == "packed":
            data = saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        else:
            data = saved(document, encryption=pikepdf.Encryption(owner="x", user=""))
    wanted = internal(replace(full_kit(), notes="Ruf zuerst die Bürgermeisterin an – heute."))
    found = report.read(data, "a.pdf", wanted)
    assert "notes" in {finding.kind for finding in found.findings}
    assert "notes" not in {finding.kind for finding in report.read(ours(), "a.pdf", wanted).findings}


def test_strings_are_read_by_the_code_table_of_pdf() -> None:
    table = bytes(range(0x18, 0x20)) + bytes(range(0x80, 0x9F)) + b"\xa0\xe9"
    assert quick.decoded(table) == table.decode("pdfdoc")
    assert quick.decoded(b"\x8dYes\x8e \x84 5 \xa0") == "“Yes” — 5 €"
