"""Characters without a font: what is said of them, and fonts of the computer that may stand in."""

import io
import struct
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from presskit.export import font_advice, font_sources, font_system, fonts
from presskit.export.errors import ExportProblem
from presskit.export.pdf_lines import break_lines
from presskit.export.to_pdf import draw, write
from presskit.flow import Para, Sheet
from presskit.model.brand import Brand, Face, Look, look
from presskit.text.runs import rich
from tests.export.making_fonts import face_of, rune
from tests.export.reading_pdf import paragraphs

LOOK = look(Brand())
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def sheet(text: str, language: str = "en") -> Sheet:
    return Sheet(title="t", language=language, shapes=(Para(role="body", text=rich(text)),))


def allowing(look: Look) -> Look:
    return replace(look, system_fonts=True)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with no fonts that we know, and without the optional package; cuts remember."""
    monkeypatch.setattr(font_advice, "system_faces", lambda: ())
    monkeypatch.setattr(font_sources, "_eastern_sources", dict)
    caches = (fonts.cut, break_lines)
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


def lent(monkeypatch: pytest.MonkeyPatch, *faces: Face) -> None:
    monkeypatch.setattr(font_advice, "system_faces", lambda: faces)


def borrowed(name: str, *scripts: str, languages: tuple[str, ...] = ()) -> Face:
    """One of our own files as if it were the computer's."""
    return face_of(SHIPPED / f"{name}.ttf", name, *scripts, languages=languages)


def test_a_font_that_can_be_installed_is_named_with_its_command() -> None:
    with pytest.raises(ExportProblem) as caught:
        write(sheet("Vote 投票 now"), LOOK)
    assert caught.value.sentence == (
        "None of PressKit’s fonts has the characters 投 (U+6295), 票 (U+7968), first in “Vote 投票 now”. "
        "Add the fonts for Chinese, Japanese and Korean: python3 packaging/start.py fonts"
    )
    assert caught.value.offers == ()


def test_what_no_font_has_is_to_be_replaced() -> None:
    with pytest.raises(ExportProblem, match=r"the character ᚠ \(U\+16A0\), in “ᚠ”. Please replace it.$"):
        write(sheet("ᚠ"), LOOK)


def test_a_font_of_the_computer_is_offered_and_used_only_when_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("presskit.export.fonts.stand_ins", lambda *_, **__: ())
    lent(monkeypatch, borrowed("NotoSansThai-Regular", "Thai"))
    made = sheet("Now: ที่นี่")
    with pytest.raises(ExportProblem) as caught:
        write(made, LOOK)
    assert caught.value.offers == ("NotoSansThai-Regular",)
    assert caught.value.sentence.endswith("Allow NotoSansThai-Regular, which this computer has.")
    assert draw(made, LOOK, strict=False).advice is not None
    assert "\ufffd" in paragraphs(draw(made, LOOK, strict=False).data)[0]
    assert paragraphs(write(made, allowing(LOOK))) == ["Now: ที่นี่"]
    assert draw(made, allowing(LOOK)).advice is None


def test_what_an_allowed_font_lacks_too_is_still_named(monkeypatch: pytest.MonkeyPatch) -> None:
    lent(monkeypatch, borrowed("NotoSansThai-Regular", "Thai"))
    with pytest.raises(ExportProblem, match="Please replace it"):
        write(sheet("ᚠ"), allowing(LOOK))


def test_fonts_of_the_computer_change_nothing_where_they_are_not_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lent(monkeypatch, borrowed("NotoSansThai-Regular", "Thai", "Zyyy"))
    made = sheet("Plain words → and عربي")
    assert write(made, LOOK) == write(made, allowing(LOOK))


def test_of_several_fonts_that_of_the_language_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presskit.export.fonts.stand_ins", lambda *_, **__: ())
    serif = borrowed("NotoSerifThai-Regular", "Thai", languages=("pi",))
    sans = borrowed("NotoSansThai-Regular", "Thai", languages=("th",))
    lent(monkeypatch, serif, sans)
    for language, wanted in (("th", sans), ("pi", serif), ("en", serif)):
        _, advice = font_advice.settle(sheet("ไทย", language), LOOK)
        assert advice is not None
        assert advice.offers == (wanted.name,)


def test_fonts_are_found_by_name_in_the_folders_and_below(tmp_path: Path) -> None:
    deep = tmp_path / "truetype" / "noto"
    deep.mkdir(parents=True)
    for name in ("NotoSansKhmer-Regular.ttf", "Unlisted.ttf"):
        (deep / name).write_bytes((SHIPPED / "NotoSansThai-Regular.ttf").read_bytes())
    (found,) = font_system.faces_in([tmp_path / "nowhere", tmp_path])
    assert found.name == "Noto Sans Khmer"
    assert found.regular == found.bold == f"{deep / 'NotoSansKhmer-Regular.ttf'}#0"
    assert found.scripts == ("Khmr",)


def stamped(folder: Path, kind: int) -> Path:
    """A font whose OS/2 fsType is `kind`."""
    data = bytearray((SHIPPED / "NotoSansThai-Regular.ttf").read_bytes())
    (count,) = struct.unpack(">H", data[4:6])
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == b"OS/2":
            (place,) = struct.unpack(">I", data[at + 8 : at + 12])
            data[place + 8 : place + 10] = struct.pack(">H", kind)
    path = folder / f"{kind}.ttf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x208, False), (6, True)],
)
def test_a_font_that_forbids_embedding_is_not_used(tmp_path: Path, kind: int, allowed: bool) -> None:
    assert font_system.may_embed(stamped(tmp_path, kind), 0) is allowed


@pytest.mark.parametrize("data", [b"", b"not a font", b"\0\1\0\0" + b"\xff" * 40])
def test_a_damaged_file_is_not_used(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "msyh.ttc"
    path.write_bytes(data)
    assert not font_system.may_embed(path, 0)
    assert not font_system.may_embed(tmp_path / "none.ttf", 0)
    assert font_system.faces_in([tmp_path]) == ()


def test_outlines_of_postscript_are_embedded_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = rune(tmp_path)
    assert font_system.may_embed(path, 0)
    lent(monkeypatch, face_of(path, "Rune", "Runr"))
    made = write(sheet("A ᚠ"), allowing(LOOK))
    assert paragraphs(made) == ["A ᚠ"]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (font,) = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/CIDFontType0"
        ]
        assert font.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert "/CIDToGIDMap" not in font
        assert list(font.W)[-1][0] == 600
        assert pdf.check_pdf_syntax() == []
