"""Every script is shaped: letters join, marks attach, characters have the forms of their language."""

import io
import re

import pikepdf
import pytest
import uharfbuzz as harfbuzz
from hypothesis import given
from hypothesis import strategies as st

from presskit.export import fonts
from presskit.export.font_faces import Typeface, typeface
from presskit.export.font_scripts import chinese, graphemes, home_of, language_script, script_of
from presskit.export.font_sources import has_eastern
from presskit.export.to_pdf import write
from presskit.flow import Para, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import Run, rich

LOOK = look(Brand())
FAMILIES = tuple(LOOK.families.values())
eastern = pytest.mark.skipif(not has_eastern(), reason='without the extra "cjk"')

SAMPLES = {
    "en": "The council voted “no” – 44% of them, isn’t it…",
    "es": "¿Qué pasó en Logroño? «Nada», dijo.",
    "fr": "L’œuvre, c’est déjà ça : « où ? »",
    "pt": "Não há ações; à mão, às três.",
    "ht": "Nou pap jamn bliye fòs pèp la.",
    "vi": "Nghị quyết đã được thông qua: ẫ ặ ử ỡ Ễ Ẳ.",
    "ar": "قال المتحدّثُ: «نُطالِبُ بالعدالة (الآن)»؟",
    "fa": "می‌خواهیم که گفت‌وگو ادامه یابد؛ پژوهش",
    "he": "שָׁלוֹם „ציטוט” (סוגריים) ₪ 5",
    "ru": "«Мы требуем справедливости», — сказал он. Ёлка",
    "hi": "राष्ट्रीय कार्यकर्ताओं ने कहा, “धर्म और क्षमा।”",
    "bn": "ক্ষমতা স্ত্রী",
    "ta": "தமிழ் கொள்கை",
    "th": "ที่นี่ น้ำ",
    "hy": "Հայերեն «ինչ»",
    "ka": "ქართული ენა",
    "pa": "ਪੰਜਾਬੀ",
    "am": "አማርኛ ቋንቋ፣ ሰላም።",
}
EASTERN = {
    "zh-Hans": "中国人权组织“今天”发布…报告——2025年。",
    "zh-Hant": "中國人權組織「今天」發布…報告——2025年。",
    "ja": "人権団体は「本日」…発表した。ヴァカンス",
    "ko": "인권단체는 “오늘” 발표했다… 2025년 韓國",
}


def cut(
    language: str = "", *, family: str = "Noto Serif", bold: bool = False, italic: bool = False
) -> fonts.Cut:
    return fonts.cut(FAMILIES, family, bold=bold, italic=italic, language=language)


def glyphs(word: fonts.Word) -> list[int]:
    """The glyphs of a word from left to right."""
    shown = "".join(part for _, _, each in word.pieces for _, part in each.parts)
    return [
        int(found[at : at + 4], 16)
        for found in re.findall("<(.*?)>", shown)
        for at in range(0, len(found), 4)
    ]


def faces(word: fonts.Word) -> list[tuple[str, str]]:
    return [(face.name, text) for face, text, _ in word.pieces]


def outline(face: Typeface, glyph: int) -> str:
    """The shape of a glyph as drawn."""
    drawn = harfbuzz.DrawFuncs()
    steps: list[str] = []
    drawn.set_move_to_func(lambda *each: steps.append(f"M{each}"))
    drawn.set_line_to_func(lambda *each: steps.append(f"L{each}"))
    drawn.set_quadratic_to_func(lambda *each: steps.append(f"Q{each}"))
    face._font.draw_glyph(glyph, drawn)
    assert steps
    return "".join(steps)


@pytest.mark.parametrize("family", ["Noto Serif", "Noto Sans"])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", [*SAMPLES, *(pytest.param(each, marks=eastern) for each in EASTERN)])
def test_no_character_of_a_language_comes_out_as_a_box(language: str, bold: bool, family: str) -> None:
    text = (SAMPLES | EASTERN)[language]
    face = cut(language, family=family, bold=bold)
    assert face.lacks(text) == []
    for leftward in (False, True):
        word = face.set(text, leftward=leftward)
        assert 0 not in glyphs(word)
        assert all(
            meaning and "\ufffd" not in meaning for _, _, each in word.pieces for _, meaning in each.means
        )
        pieces = word.pieces[::-1] if leftward else word.pieces
        assert "".join(piece for _, piece, _ in pieces) == text


def test_arabic_letters_join_and_go_leftward() -> None:
    word = cut("ar").set("بيت", leftward=True)
    ((_, text, shaped),) = word.pieces
    apart = [cut("ar").set(letter, leftward=True) for letter in "تيب"]
    assert text == "بيت"
    assert shaped.exact
    assert len(glyphs(word)) == 3
    assert not set(glyphs(word)) & set(glyphs(apart[1]))
    order = [meaning for glyph in glyphs(word) for of, meaning in shaped.means if of == glyph]
    assert order == ["ت", "ي", "ب"]  # as they stand on paper


@pytest.mark.parametrize(
    ("language", "text", "mark"),
    [("ar", "ب\u0650", "\u0650"), ("ar", "ب\u0651", "\u0651"), ("he", "ב\u05b8", "\u05b8")],
)
def test_marks_take_no_room_of_their_own(language: str, text: str, mark: str) -> None:
    bare, marked = cut(language).set(text[0], leftward=True), cut(language).set(text, leftward=True)
    assert marked.width == pytest.approx(bare.width, abs=1)
    assert len(glyphs(marked)) == 2
    assert any(meaning == mark for _, _, each in marked.pieces for _, meaning in each.means)


def test_shadda_and_kasra_stand_at_heights_of_their_own() -> None:
    ((_, _, shaped),) = cut("ar").set("ب\u0651\u0650", leftward=True).pieces
    bare = cut("ar").set("ب\u0650", leftward=True).pieces[0][2]
    assert shaped.parts != bare.parts
    assert shaped.width == pytest.approx(bare.width, abs=1)


def test_hindi_letters_become_conjuncts_and_reph() -> None:
    hindi = cut("hi")
    assert len(glyphs(hindi.set("क्ष"))) == 1
    assert len(glyphs(hindi.set("क्\u200cष"))) > 1  # U+200C keeps them apart
    assert glyphs(hindi.set("क्\u200dष")) not in (glyphs(hindi.set("क्ष")), glyphs(hindi.set("क्\u200cष")))
    reph, bare = glyphs(hindi.set("र्म")), glyphs(hindi.set("म"))
    assert reph[0] == bare[0]  # the mark of the first letter is written after the second
    assert glyphs(hindi.set("कि"))[-1] == glyphs(hindi.set("क"))[0]  # the vowel is written before


def test_a_joiner_leaves_no_glyph_and_stays_in_the_text() -> None:
    word = cut("fa").set("می\u200cخواهیم", leftward=True)
    ((_, text, shaped),) = word.pieces
    assert "\u200c" in text
    assert len(glyphs(word)) == len(text) - 1
    assert not any("\u200c" in meaning for _, meaning in shaped.means)
    assert not shaped.exact  # so that who copies it gets the joiner too
    assert glyphs(word) != glyphs(cut("fa").set("میخواهیم", leftward=True))


@pytest.mark.parametrize("mark", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_marks_of_direction_are_in_no_piece(mark: str) -> None:
    assert cut().lacks(f"a{mark}b") == []
    assert cut().set(f"a{mark}b") == cut().set("ab")
    assert cut("ar").set(f"بي{mark}ت", leftward=True) == cut("ar").set("بيت", leftward=True)
    assert cut().set(mark).pieces == ()


def test_brackets_are_mirrored_leftward() -> None:
    leftward, plain = cut("he").set("(א)", leftward=True), cut("he").set("()")
    assert [glyphs(leftward)[0], glyphs(leftward)[-1]] == glyphs(plain)
    assert [text for _, text, _ in leftward.pieces] == [")", "א", "("]


def test_a_word_of_two_scripts_is_set_in_the_face_of_each() -> None:
    assert faces(cut("ar").set("PDFوWord")) == [
        ("NotoSerif-Regular", "PDF"),
        ("NotoNaskhArabic-Regular", "و"),
        ("NotoSerif-Regular", "Word"),
    ]


def test_spaces_and_points_go_with_their_script_and_figures_with_the_brand() -> None:
    assert faces(cut("ar").set("نعم، لا.")) == [("NotoNaskhArabic-Regular", "نعم، لا.")]
    assert faces(cut("ar").set(" ")) == [("NotoNaskhArabic-Regular", " ")]
    assert faces(cut("en").set(" ")) == [("NotoSerif-Regular", " ")]
    assert faces(cut("hi").set("44%")) == [("NotoSerif-Regular", "44%")]


def test_letters_with_marks_stay_in_one_face() -> None:
    assert list(graphemes("e\u0301क्षि葛\U000e0100")) == ["e\u0301", "क्षि", "葛\U000e0100"]
    assert faces(cut().set("→\u0301")) == [("Inter-Regular", "→\u0301")]


@pytest.mark.parametrize(("language", "serif", "sans"), [
    ("ar", "NotoNaskhArabic", "NotoSansArabic"),
    ("he", "NotoSerifHebrew", "NotoSansHebrew"),
    ("hi", "NotoSerifDevanagari", "NotoSansDevanagari"),
])  # fmt: skip
def test_a_script_follows_the_family_and_its_weight(language: str, serif: str, sans: str) -> None:
    letter = {"ar": "ب", "he": "א", "hi": "क"}[language]
    for family, wanted in (("Noto Serif", serif), ("Noto Sans", sans)):
        regular, bold = (cut(language, family=family, bold=each).set(letter) for each in (False, True))
        assert faces(regular) == [(f"{wanted}-Regular", letter)]
        assert faces(bold) == [(f"{wanted}-Bold", letter)]
    assert regular.width != bold.width


def test_what_has_no_italic_is_to_be_slanted() -> None:
    word = cut("ar", italic=True).set("قالNo→")
    assert [(text, each.slanted) for _, text, each in word.pieces] == [
        ("قال", True),
        ("No", False),
        ("→", False),
    ]
    assert not any(each.slanted for _, _, each in cut("ar").set("قالNo").pieces)


@eastern
def test_characters_have_the_forms_of_their_language() -> None:
    bodies = {language: cut(language).set("直骨") for language in EASTERN}
    assert {language: word.pieces[0][0].name for language, word in bodies.items()} == {
        "zh-Hans": "NotoSansSC-Regular",
        "zh-Hant": "NotoSansTC-Regular",
        "ja": "NotoSansJP-Regular",
        "ko": "NotoSansKR-Regular",
    }
    outlines = {
        tuple(outline(face, glyph) for glyph in glyphs(word))
        for word in bodies.values()
        for face in [word.pieces[0][0]]
    }
    assert len(outlines) >= 3  # simplified, traditional, and the rest


@eastern
def test_without_a_language_a_character_comes_from_the_face_of_its_script() -> None:
    assert faces(cut().set("中あ한")) == [
        ("NotoSansSC-Regular", "中"),
        ("NotoSansJP-Regular", "あ"),
        ("NotoSansKR-Regular", "한"),
    ]
    assert faces(cut("ja").set("中")) == [("NotoSansJP-Regular", "中")]


@eastern
def test_chinese_punctuation_is_wide_and_latin_letters_are_the_brands() -> None:
    assert faces(cut("zh-Hans").set("“今天”…——2025年PDF，don’t")) == [
        ("NotoSansSC-Regular", "“今天”…——"),
        ("NotoSerif-Regular", "2025"),
        ("NotoSansSC-Regular", "年"),
        ("NotoSerif-Regular", "PDF"),
        ("NotoSansSC-Regular", "，"),
        ("NotoSerif-Regular", "don’t"),
    ]
    assert cut("zh-Hans").set("“").width == 1000
    assert faces(cut("ko").set("“오늘”"))[0] == ("NotoSerif-Regular", "“")


@eastern
def test_bold_is_another_weight_of_the_same_file() -> None:
    regular, bold = typeface("NotoSansKR-Regular"), typeface("NotoSansKR-Bold")
    glyph = regular.glyph("한")
    assert glyph == bold.glyph("한")
    assert outline(regular, glyph) != outline(bold, glyph)
    assert (regular.postscript_name, bold.postscript_name) == ("NotoSansKR-Regular", "NotoSansKR-Bold")


@eastern
def test_a_name_keeps_the_variant_of_its_character() -> None:
    plain, variant = cut("ja").set("葛"), cut("ja").set("葛\U000e0100")
    assert glyphs(plain) != glyphs(variant)
    assert len(glyphs(variant)) == 1
    assert fonts.printable("葛\U000e0100") == "葛\U000e0100"


@pytest.mark.parametrize(
    ("tag", "forms"),
    [("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
     ("zh-Hans-HK", "zh-Hans"), ("yue", "zh-Hant"), ("ja-JP", "ja"), ("en-US", "en"), ("", "")],
)  # fmt: skip
def test_a_tag_says_whose_forms_characters_have(tag: str, forms: str) -> None:
    assert chinese(tag) == forms


@pytest.mark.parametrize(
    ("tag", "script"),
    [("ar-EG", "Arab"), ("pa-Arab", "Arab"), ("sr-Latn", "Latn"), ("en", ""), ("", ""), ("zh-Hant", "Hani"),
     ("he", "Hebr"), ("en-u-nu-arab", "")],
)  # fmt: skip
def test_a_language_is_written_in_a_script(tag: str, script: str) -> None:
    assert language_script(tag) == script


def test_scripts_of_characters() -> None:
    assert [script_of(letter) for letter in "aЖع中あ한क1،"] == [
        "Latn", "Cyrl", "Arab", "Hani", "Hira", "Hang", "Deva", "", "",
    ]  # fmt: skip
    assert [home_of(letter) for letter in "،।。1"] == ["Arab", "Deva", "Hani", ""]


def test_what_is_for_private_use_has_no_font() -> None:
    assert cut().lacks("a\ue000\uf8ff") == ["\ue000", "\uf8ff"]


@given(
    st.text(
        st.sampled_from("aé中か한عبְאक्षि\u200c\u200d\u0301\u0650 1(،।“—\u200f\U000e0100ᚠ\xad"), max_size=12
    ),
    st.booleans(),
)
def test_any_mixture_is_set_with_no_empty_box(text: str, leftward: bool) -> None:
    for language in ("", "ar", "ja"):
        word = cut(language).set(fonts.printable(text), leftward=leftward)
        assert 0 not in glyphs(word)
        assert all(meaning for _, _, each in word.pieces for _, meaning in each.means)


def _widths(made: bytes) -> list[tuple[str, int, float, float]]:
    """Of every embedded glyph: its font, number, width in the PDF and in the font program."""
    from fontTools.ttLib import TTFont

    found = []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for each in pdf.objects:
            if not isinstance(each, pikepdf.Dictionary) or each.get("/Subtype") != "/CIDFontType2":
                continue
            program = TTFont(io.BytesIO(each.FontDescriptor.FontFile2.read_bytes()), lazy=True)
            assert "fvar" not in program
            metrics, scale = program["hmtx"].metrics, 1000 / program["head"].unitsPerEm
            names = program.getGlyphOrder()
            numbers = list(each.W)
            for glyph, (width,) in zip(numbers[::2], numbers[1::2], strict=True):
                found.append(
                    (str(each.BaseFont), int(glyph), float(width), metrics[names[int(glyph)]][0] * scale)
                )
    return found


def test_widths_agree_with_the_font_programs() -> None:
    """ISO 14289-1, 7.21.5; of the weights of a variable font too."""
    runs = tuple(
        Run(text + " ", bold=bold, language=language)
        for language, text in (SAMPLES | (EASTERN if has_eastern() else {})).items()
        for bold in (False, True)
    )
    made = write(Sheet(title="t", language="en", shapes=(Para(role="body", text=runs),)), LOOK)
    found = _widths(made)
    assert len(found) > 200
    assert all(abs(said - real) <= 1 for _, _, said, real in found)


@eastern
def test_a_page_of_chinese_carries_only_what_it_shows() -> None:
    made = write(
        Sheet(title="t", language="zh-Hans", shapes=(Para(role="body", text=rich("人权" * 40)),)), LOOK
    )
    assert len(made) < 40_000
