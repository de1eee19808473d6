"""Word files in every script: fonts, directions and languages, by theme, style and run."""

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from msgspec.structs import replace

from presskit.export.docx_script import language_attributes, language_tag, pieces, runs_leftward
from presskit.export.layout import lay_out
from presskit.export.to_docx import write
from presskit.flow import Bullets, Para, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import Run, rich
from tests.generated import languages, whole_kit

CLASSIC = look(Brand())
A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def written(*shapes, language="en-US", chosen=CLASSIC, **more):
    sheet = Sheet(title="T", language=language, shapes=shapes, **more)
    return docx.Document(io.BytesIO(write(sheet, chosen)))


def body(text, **more):
    return Para(role="body", text=rich(text) if isinstance(text, str) else text, **more)


def part(language, name, chosen=CLASSIC):
    data = write(Sheet(title="T", language=language, shapes=()), chosen)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def cut(text, language="en", leftward=False):
    return [tuple(piece) for piece in pieces(text, language, leftward=leftward)]


# Pieces


def test_what_the_text_families_have_stays_whole():
    for text in ("Plain words, 84%.", "Łódź — “Yes”", "Вера Ольшанская", "Đặng Thuỳ Mỹ"):
        assert cut(text) == [(text, False, "")]


def test_arabic_words_run_from_the_right_in_an_english_line():
    assert cut("The رابطة حيّ (2026) won.") == [
        ("The ", False, ""),
        ("رابطة حيّ (2026", True, "Arab"),
        (") won.", False, ""),
    ]


def test_english_words_run_from_the_left_in_a_hebrew_line():
    assert cut("אמרה River Trust 24 אתמול.", "he", leftward=True) == [
        ("אמרה ", True, "Hebr"),
        ("River Trust 24", False, ""),
        (" אתמול.", True, "Hebr"),
    ]


@pytest.mark.parametrize("number", ["203-555-0100", "+1 203-555-0100", "(203) 555-01-00"])
def test_the_groups_of_a_telephone_number_keep_their_order(number):
    found = cut(f"هاتف {number} الآن", "ar", leftward=True)
    digits = [letters for letters, leftward, _ in found if not leftward]
    assert digits == [number.lstrip("(")] or digits == [number]
    assert "".join(letters for letters, _, _ in found) == f"هاتف {number} الآن"


def test_an_address_stays_whole():
    assert ("https://example.org/a?b=1&c=2", False, "") in cut(
        "انظر https://example.org/a?b=1&c=2.", "ar", leftward=True
    )


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("柳河巷", "en", "Hans"), ("柳河巷", "zh-Hant", "Hant"), ("柳河巷", "ja", "Jpan"),
        ("みどり坂", "en", "Jpan"),
        ("달빛마을", "en", "Hang"), ("नीमपुर", "en", "Deva"), ("ไทย", "en", "Thai"),
    ],
)  # fmt: skip
def test_letters_tell_their_script(text, language, script):
    assert cut(f"A {text} B", language) == [("A ", False, ""), (text, False, script), (" B", False, "")]


def test_chinese_marks_are_as_wide_as_its_characters():
    assert cut("“我们”说", "zh") == [("“我们”说", False, "Hans")]
    assert cut("“我们”", "en") == [("“", False, ""), ("我们", False, "Hans"), ("”", False, "")]


def test_pieces_are_the_text():
    for words in languages().values():
        for text in (words.headline, *words.sentences, words.role):
            for language in ("en", "ar", "zh", "hi", words.tag):
                for leftward in (False, True):
                    found = pieces(f"{text} (A, 2026)", language, leftward=leftward)
                    assert "".join(piece.letters for piece in found) == f"{text} (A, 2026)"


@pytest.mark.parametrize(
    ("text", "language", "leftward"),
    [
        ("Only English.", "en", False), ("عربي فقط.", "en", True), ("عربي and", "en", False),
        ("123", "ar", True),
        ("+1 203-555-0100", "ar", False),
        ("press@example.org", "ar", False), ("عربي and", "ar", True), ("", "he", True), ("24", "en", False),
    ],
)  # fmt: skip
def test_a_paragraph_runs_as_its_letters_do(text, language, leftward):
    assert runs_leftward(text, language) is leftward


# Languages


@pytest.mark.parametrize(
    ("language", "tag", "attribute"),
    [
        ("zh", "zh-CN", "eastAsia"), ("zh-Hans-SG", "zh-CN", "eastAsia"), ("zh-Hant", "zh-TW", "eastAsia"),
        ("zh-HK", "zh-HK", "eastAsia"), ("zh-Hant-HK", "zh-HK", "eastAsia"), ("yue", "zh-HK", "eastAsia"),
        ("ja-JP", "ja-JP", "eastAsia"), ("hi-IN", "hi-IN", "bidi"), ("he", "he", "bidi"), ("ru", "ru", "val"),
        ("ht-HT", "ht-HT", "val"), ("th", "th", "bidi"),
    ],
)  # fmt: skip
def test_word_keeps_a_language_for_each_kind_of_script(language, tag, attribute):
    assert language_tag(language) == tag
    assert language_attributes(language) == {attribute: tag}


def properties(run):
    found = {}
    for each in run._r.rPr if run._r.rPr is not None else ():
        found[etree.QName(each).localname] = {etree.QName(k).localname: v for k, v in each.attrib.items()}
    return found


def test_words_of_other_scripts_say_their_font_and_language():
    runs = written(body("The नीमपुर and 柳河巷 and חבר")).paragraphs[0].runs
    hindi, chinese, hebrew = (properties(run) for run in runs[1::2])
    assert hindi == {"rFonts": {"cs": "Nirmala UI"}, "cs": {}, "lang": {"bidi": "hi-IN"}}
    assert chinese == {"rFonts": {"eastAsia": "SimSun", "hint": "eastAsia"}, "lang": {"eastAsia": "zh-CN"}}
    assert hebrew == {"rtl": {}, "lang": {"bidi": "he-IL"}}
    assert [properties(run) for run in runs[::2]] == [{}, {}, {}]


def test_a_tagged_run_keeps_its_language_and_its_emphasis():
    (run,) = written(body((Run("قانون", language="fa", bold=True),))).paragraphs[0].runs
    assert properties(run) == {"b": {}, "bCs": {}, "rtl": {}, "lang": {"bidi": "fa"}}


def test_the_release_s_own_script_needs_nothing_but_a_hint():
    (run,) = written(body("柳河巷邻里会"), language="zh-Hans").paragraphs[0].runs
    assert properties(run) == {"rFonts": {"hint": "eastAsia"}}
    (run,) = written(body("नीमपुर"), language="hi-IN").paragraphs[0].runs
    assert properties(run) == {"cs": {}}


# Paragraphs


def looks(paragraph):
    return {
        etree.QName(each).localname: each.get(qn("w:val"))
        for each in paragraph._p.pPr
        if etree.QName(each).localname in {"bidi", "jc"}
    }


def test_a_paragraph_against_the_release_s_direction_stays_on_its_side():
    english = written(body("عربي فقط."), body("Both عربي."), Para(role="end_mark", text=rich("عربي")))
    assert [looks(each) for each in english.paragraphs] == [{"bidi": "1", "jc": "right"}, {}, {"bidi": "1"}]
    arabic = written(body("Only English."), body("عربي فقط."), language="ar")
    assert [looks(each) for each in arabic.paragraphs] == [{"bidi": "0", "jc": "right"}, {}]


def test_points_of_a_list_stay_on_the_release_s_side():
    arabic = written(Bullets(role="bullet", items=(rich("River Trust"), rich("عربي"))), language="ar")
    assert [looks(each) for each in arabic.paragraphs] == [{}, {}]


# Styles and theme


@pytest.mark.parametrize(
    ("language", "slot", "heading", "label"),
    [
        ("hi-IN", "cs", "Nirmala UI", "Nirmala UI"), ("ar", "cs", "Times New Roman", "Arial"),
        ("he", "cs", "Times New Roman", "Arial"), ("zh-Hans", "eastAsia", "SimSun", "Microsoft YaHei"),
        ("zh-Hant", "eastAsia", "PMingLiU", "Microsoft JhengHei"),
        ("ja", "eastAsia", "Yu Mincho", "Yu Gothic"),
        ("ko", "eastAsia", "Batang", "Malgun Gothic"), ("en", "eastAsia", "Noto Serif", "Noto Sans"),
    ],
)  # fmt: skip
def test_styles_name_a_font_that_word_has_for_the_language(language, slot, heading, label):
    styles = written(language=language).styles
    for name, font in (("Title", heading), ("Caption", label)):
        assert styles[name].element.rPr.rFonts.get(qn(f"w:{slot}")) == font


def test_styles_take_their_fonts_from_the_theme():
    chosen = look(Brand(heading_face="Noto Sans"))
    styles = written(chosen=chosen).styles
    fonts = styles["Title"].element.rPr.rFonts
    assert fonts.get(qn("w:asciiTheme")) == "majorHAnsi"
    assert fonts.get(qn("w:cstheme")) == "majorBidi"
    assert fonts.get(qn("w:ascii")) == "Noto Sans"
    assert styles["Body Text"].element.rPr.rFonts.get(qn("w:eastAsiaTheme")) == "minorEastAsia"
    assert styles["Caption"].element.rPr.rFonts.get(qn("w:asciiTheme")) is None
    theme = part("en", "word/theme/theme1.xml", chosen)
    assert theme.xpath("//a:majorFont/a:latin/@typeface", namespaces=A) == ["Noto Sans"]
    assert theme.xpath("//a:minorFont/a:latin/@typeface", namespaces=A) == ["Noto Serif"]


def test_the_theme_has_a_font_for_every_script_and_the_release_s_own_first():
    theme = part("ja", "word/theme/theme1.xml")
    for place, mincho in (("major", "Yu Mincho"), ("minor", "Yu Mincho")):
        named = dict(
            zip(
                theme.xpath(f"//a:{place}Font/a:font/@script", namespaces=A),
                theme.xpath(f"//a:{place}Font/a:font/@typeface", namespaces=A),
                strict=True,
            )
        )
        assert {"Arab", "Hebr", "Deva", "Hans", "Hant", "Jpan", "Hang", "Thai"} <= set(named)
        assert all(named.values())
        assert theme.xpath(f"//a:{place}Font/a:ea/@typeface", namespaces=A) == [mincho]
    assert part("hi", "word/theme/theme1.xml").xpath("//a:minorFont/a:cs/@typeface", namespaces=A) == [
        "Nirmala UI"
    ]


def test_the_theme_has_the_look_s_colours_and_styles_refer_to_them():
    chosen = look(Brand(accent="#8a1538"))
    theme = part("en", "word/theme/theme1.xml", chosen)
    assert theme.xpath("//a:accent1/a:srgbClr/@val", namespaces=A) == ["8A1538"]
    assert theme.xpath("//a:hlink/a:srgbClr/@val", namespaces=A) == ["8A1538"]
    assert theme.xpath("//a:dk1/a:srgbClr/@val", namespaces=A) == [chosen.colours["ink"][1:].upper()]
    colour = written(chosen=chosen).styles["Heading 2"].element.rPr.find(qn("w:color"))
    assert (colour.get(qn("w:val")), colour.get(qn("w:themeColor"))) == ("8A1538", "accent1")


def test_a_style_s_rule_is_a_border():
    issuer = replace(
        CLASSIC.styles["issuer"],
        rule="below",
        rule_weight=1.5,
        rule_gap=6,
        rule_colour="accent",
        align="centre",
    )
    headline = replace(CLASSIC.styles["headline"], rule="above", rule_colour="#00594c")
    chosen = replace(CLASSIC, styles={**CLASSIC.styles, "issuer": issuer, "headline": headline})
    styles = written(chosen=chosen).styles

    def border(name, side):
        found = styles[name].element.pPr.find(qn("w:pBdr")).find(qn(f"w:{side}"))
        return {etree.QName(key).localname: value for key, value in found.attrib.items()}

    accent = {"color": chosen.colours["accent"][1:].upper(), "themeColor": "accent1"}
    assert border("Issuer", "bottom") == {"val": "single", "sz": "12", "space": "6", **accent}
    assert border("Title", "top") == {"val": "single", "sz": "4", "space": "4", "color": "00594C"}
    assert border("Header", "bottom")["color"] == "B9BCC1"
    assert styles["Caption"].element.pPr.find(qn("w:pBdr")) is None
    assert styles["Issuer"].element.pPr.jc.get(qn("w:val")) == "center"


def test_pictures_stand_where_their_style_says():
    photo = replace(CLASSIC.styles["photo"], align="centre")
    chosen = replace(CLASSIC, styles={**CLASSIC.styles, "photo": photo})
    assert written(chosen=chosen).styles["Photo"].element.pPr.jc.get(qn("w:val")) == "center"


def test_head_and_foot_stand_as_far_from_the_column_as_in_the_pdf():
    section = written().sections[0]
    assert section.header_distance == Pt(72 - 14 - 0.5 - 4 - 11)
    assert section.footer_distance == Pt(72 - 22 - 11)


def test_a_headline_without_a_subhead_has_the_room_of_one_below():
    kit = whole_kit("en")
    release = kit.releases[0]
    alone = release.with_blocks([block for block in release.blocks if block.kind != "subhead"])
    for chosen, after in ((release, None), (alone, Pt(CLASSIC.style("subhead").after))):
        laid = lay_out(kit.with_release(0, chosen))
        document = docx.Document(io.BytesIO(write(laid, CLASSIC)))
        (headline,) = [each for each in document.paragraphs if each.style.name == "Title"]
        assert headline.paragraph_format.space_after == after


def test_a_style_takes_back_what_the_one_that_it_is_based_on_has():
    crosshead = replace(CLASSIC.styles["crosshead"], align="end", indent=12, rule="below")
    notes = replace(CLASSIC.styles["notes_heading"], rule="above", keep_next=False)
    chosen = replace(CLASSIC, styles={**CLASSIC.styles, "crosshead": crosshead, "notes_heading": notes})
    styles = written(chosen=chosen).styles
    for name in ("Boilerplate Heading", "Notes Heading"):
        format_ = styles[name].paragraph_format
        assert (format_.alignment, format_.left_indent) == (WD_ALIGN_PARAGRAPH.LEFT, 0)
        assert styles[name].element.pPr.xpath("./w:pBdr/w:bottom/@w:val") == ["nil"]
    assert styles["Notes Heading"].element.pPr.xpath("./w:pBdr/w:top/@w:val") == ["single"]
    assert styles["Notes Heading"].paragraph_format.keep_with_next is False
    plain = written().styles["Notes Heading"]
    assert plain.paragraph_format.alignment is None
    assert plain.element.pPr.find(qn("w:pBdr")) is None
