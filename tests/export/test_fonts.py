"""Which typeface has which character, and how words are set."""

import subprocess
import sys
import zlib
from unicodedata import normalize

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.export import fonts, to_pdf
from presskit.export.pdf_fonts import EmbeddedFont
from presskit.export.pdf_ink import Inks
from presskit.export.pdf_lines import break_lines
from presskit.flow import Bullets, Para, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import Run, rich
from tests.export.reading_pdf import paragraphs

LOOK = look(Brand())
FAMILIES = tuple(LOOK.families.values())
SERIF = fonts.cut(FAMILIES, "Noto Serif", bold=False, italic=False)


def sheet(*texts: str, running: str = "") -> Sheet:
    shapes = tuple(Para(role="body", text=rich(text)) for text in texts)
    return Sheet(title="Title", language="en", shapes=shapes, running=running)


def test_each_cut_is_asked_in_its_own_face_first() -> None:
    names = {
        (bold, italic): fonts.cut(FAMILIES, "Noto Sans", bold=bold, italic=italic).face.name
        for bold in (False, True)
        for italic in (False, True)
    }
    assert names == {
        (False, False): "NotoSans-Regular",
        (True, False): "NotoSans-Bold",
        (False, True): "NotoSans-Italic",
        (True, True): "NotoSans-BoldItalic",
    }


def test_a_family_that_is_not_there_falls_back_to_one_that_is() -> None:
    assert fonts.cut(FAMILIES, "Nowhere", bold=False, italic=False).face.name in {
        family.regular for family in FAMILIES
    }


@pytest.mark.parametrize("character", ["a", "é", "ồ", "Ж", "λ", "₿", "€"])
def test_text_faces_have_the_letters_of_many_languages(character: str) -> None:
    face = SERIF.having(character)
    assert face is not None
    assert face.name == "NotoSerif-Regular"


@pytest.mark.parametrize("sign", ["→", "≥", "★"])
def test_another_shipped_typeface_stands_in_for_a_sign(sign: str) -> None:
    face = SERIF.having(sign)
    assert face is not None
    assert face is not SERIF.face
    assert [piece[:2] for piece in SERIF.set(f"a{sign}b").pieces] == [
        (SERIF.face, "a"),
        (face, sign),
        (SERIF.face, "b"),
    ]


def test_missing_names_each_character_once_and_where_it_stands() -> None:
    found = fonts.missing(sheet("All is well.", "Vote Ꮳꮃ and Ꮳ again", running="ᚠᚱ"), LOOK)
    assert [(each.character, each.text) for each in found[:2]] == [
        ("Ꮳ", "Vote Ꮳꮃ and Ꮳ again"),
        ("ꮃ", "Vote Ꮳꮃ and Ꮳ again"),
    ]
    assert {each.character for each in found[2:]} == set("ᚠᚱ")


def test_missing_looks_into_lists_and_bold_runs() -> None:
    listed = Bullets(role="bullet", items=((Run("a", bold=True), Run("Ꮳ", bold=True)),))
    assert [
        each.character for each in fonts.missing(Sheet(title="", language="", shapes=(listed,)), LOOK)
    ] == ["Ꮳ"]


def test_what_has_no_form_is_not_missing() -> None:
    unseen = "a\tb\nc\u200bd\xade\u2009f\u3000g\ufeffh\x07i\u200ej\u200c\u2067\ud800k\u2028l\ufe0fm"
    assert fonts.missing(sheet(unseen), LOOK) == ()


def test_printable_keeps_what_is_seen_and_makes_line_ends_one() -> None:
    assert fonts.printable("a\x00b\r\nc\u2028d\x85e\ufefff\ud83dg\xa0h") == "ab\nc\nd\nefg\xa0h"
    steers = "\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert fonts.printable(steers) == steers


@given(st.text(max_size=40))
def test_any_text_can_be_set(text: str) -> None:
    shown = fonts.printable(text).replace("\n", " ")
    if shown:
        word = SERIF.set(shown)
        assert word.width >= 0
        assert word.pieces


def test_letters_are_kerned() -> None:
    face = SERIF.face
    apart = sum(face.advance(face.glyph(letter)) for letter in "AVATAR")
    assert face.set("AVATAR").width < apart - 100


def test_no_ligature_hides_letters() -> None:
    assert len(SERIF.face.set("office").means) == len(set("office"))
    assert SERIF.face.set("office").exact


def test_a_letter_and_its_accent_become_one() -> None:
    assert SERIF.face.set("e\u0301").means == SERIF.face.set("é").means


def test_a_mark_without_a_letter_of_its_own_stands_where_it_belongs() -> None:
    marked = "Marks: m\u0323 and m\u030d\u0323 here"
    (text,) = paragraphs(to_pdf.write(sheet(marked), LOOK))
    assert normalize("NFC", text) == normalize("NFC", marked)


def test_a_glyph_that_would_mean_two_things_is_told_apart() -> None:
    font = EmbeddedFont(SERIF.face, "F1")
    assert font.use(frozenset({(5, "a"), (6, "b")}))
    assert not font.use(frozenset({(5, "z")}))
    assert font.use(frozenset({(5, "a")}))


def test_the_cache_of_paragraphs_changes_no_byte() -> None:
    text = sheet("“Warm” and — cold: 10\xa0000 → ★ " * 30)
    warm = [to_pdf.write(text, LOOK) for _ in range(2)]
    break_lines.cache_clear()
    fonts.cut.cache_clear()
    fonts.typeface.cache_clear()
    assert [to_pdf.write(text, LOOK), *warm] == [warm[0]] * 3


def test_equal_inks_are_one_key() -> None:
    style = LOOK.style("body")
    assert hash(Inks(style, FAMILIES, "#000000", "en")) == hash(
        Inks(LOOK.style("body"), FAMILIES, "#000000", "en")
    )


def test_only_the_faces_that_are_used_are_loaded() -> None:
    program = (
        "from presskit.export import fonts, to_pdf\n"
        "from presskit.flow import Para, Sheet\n"
        "from presskit.model.brand import Brand, look\n"
        "from presskit.text.runs import Run\n"
        "made = Sheet(title='t', language='en', shapes=(Para(role='body', text=(Run('Hi'),)),))\n"
        "to_pdf.write(made, look(Brand()))\n"
        "print(fonts.typeface.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    # The text's own, and the label's for the running head that a second page would have.
    assert int(done.stdout) <= 2


def test_a_subset_holds_what_is_used_and_little_else() -> None:
    one = to_pdf.write(sheet("aaa"), LOOK)
    many = to_pdf.write(sheet("The quick brown fox jumps over the lazy dog. 0123456789"), LOOK)
    assert len(one) < 8_000
    assert len(one) < len(many) < 30_000


def test_every_font_is_embedded_as_a_subset_that_says_what_its_glyphs_mean(tmp_path) -> None:
    mixed = (
        Run("Plain "),
        Run("bold ", bold=True),
        Run("italic ", italic=True),
        Run("both", bold=True, italic=True),
    )
    made = Sheet(
        title="t",
        language="en",
        shapes=(Para(role="body", text=mixed), Bullets(role="bullet", items=(rich("point →"),))),
    )
    path = tmp_path / "made.pdf"
    path.write_bytes(to_pdf.write(made, LOOK))
    with pikepdf.open(path) as pdf:
        found = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        whole = [font for font in found if font.Subtype == "/Type0"]
        assert {str(font.BaseFont)[8:] for font in whole} == {
            "NotoSerif-Regular",
            "NotoSerif-Bold",
            "NotoSerif-Italic",
            "NotoSerif-BoldItalic",
            "Inter-Regular",
        }
        for font in whole:
            assert str(font.BaseFont)[7] == "+"
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
            file = font.DescendantFonts[0].FontDescriptor.FontFile2
            assert len(zlib.decompress(file.read_raw_bytes())) == file.Length1
        assert {str(font.Subtype) for font in found} == {"/Type0", "/CIDFontType2"}
