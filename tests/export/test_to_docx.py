import datetime
import io
import re
import struct
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from msgspec.structs import replace
from PIL import Image, ImageCms, PngImagePlugin

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.export.address import address
from presskit.export.docx_styles import STYLES
from presskit.export.docx_template import template
from presskit.export.errors import ExportProblem
from presskit.export.layout import lay_out
from presskit.export.to_docx import write
from presskit.flow import Bullets, Heading, Lines, Para, Picture, Role, Rule, Sheet
from presskit.model.brand import Brand, look
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import Run, rich
from tests.export.reading import docx_paragraphs, lines, list_number, text_of

CLASSIC = look(Brand())
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def sheet(*shapes, **more):
    return Sheet(**{"title": "Tenants win", "language": "en-US", "shapes": shapes, **more})


def opened(data):
    return docx.Document(io.BytesIO(data))


def written(*shapes, look=CLASSIC, **more):
    return opened(write(sheet(*shapes, **more), look))


def body(text, **more):
    return Para(role="body", text=rich(text) if isinstance(text, str) else text, **more)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def picture(width=40, height=20, form="JPEG", **options):
    stream = io.BytesIO()
    image = Image.new("RGB", (width, height), "#3366aa")
    image.paste("#cc0000", (0, 0, width // 4, height // 4))
    image.save(stream, form, **options)
    return stream.getvalue()


def exif(orientation=1):
    noted = Image.Exif()
    noted[0x0112] = orientation
    noted[0x010F] = "SecretCamera"
    noted.get_ifd(0x8825)[1] = "N"
    return noted


def release():
    return Kit(
        releases=(
            Release(
                dateline=Dateline(city="Hartford", region="CT", date=datetime.date(2026, 11, 22)),
                blocks=(
                    Contacts(
                        people=(
                            Contact(name="Press office", phone="203-555-0100", email="press@example.org"),
                            Contact(name="Ana Ruiz", role="Director"),
                        )
                    ),
                    Headline(text=rich("Tenants win the right to counsel")),
                    Subhead(text=rich("It's a first for the state")),
                    Paragraph(text=(Run("The law "), Run("passed", bold=True), Run(" on Friday. "))),
                    Quote(
                        words=(rich("We waited. We won."), rich("Now we rest.")),
                        speaker=Speaker(name="Ana Ruiz", description="director"),
                        placement="middle",
                    ),
                    Quote(words=(rich("It works."),), speaker=Speaker(name="Jo Ode"), placement="lead"),
                    Statistics(
                        introduction=rich("The survey found:"),
                        items=(
                            Figure(figure="44%", sentence=rich("of tenants knew.")),
                            Figure(figure="38%", sentence=rich("did not.")),
                        ),
                        sources=(Source(who="Ada Poe", when="2026", link="https://example.org/s"),),
                    ),
                    Listing(items=(rich("First"), rich("Second")), marker="number"),
                    Listing(items=(rich("Third"), rich("Fourth")), marker="number"),
                    Boilerplate(heading="About us", text=(rich("We are a coalition."),)),
                ),
            ),
        )
    )


# Text


def test_the_text_agrees_with_the_plain_text_paragraph_by_paragraph():
    laid = lay_out(release())
    assert lines("\n".join(docx_paragraphs(write(laid, CLASSIC)))) == lines(text_of(laid))


def test_lines_are_a_paragraph_each_close_together_and_on_one_page():
    document = written(
        Lines(role="contact", lines=(rich("Press office"), rich("Hartford"), rich("203-555-0100")))
    )
    formats = [paragraph.paragraph_format for paragraph in document.paragraphs]
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Press office",
        "Hartford",
        "203-555-0100",
    ]
    assert [each.keep_with_next for each in formats] == [True, True, None]
    assert [each.space_after for each in formats] == [0, 0, None]


def test_blank_paragraphs_are_left_out_and_blanks_at_the_ends_of_a_line():
    document = written(body(" \u00a0 "), body("  One "), Lines(role="contact", lines=(rich(" "),)))
    assert [paragraph.text for paragraph in document.paragraphs] == ["One"]


def test_what_xml_cannot_hold_is_dropped_and_breaks_and_tabs_are_real():
    document = written(body("a\x00b\x1fc\ud800d\tt\r\nn\u2028o & <p>"))
    (paragraph,) = document.paragraphs
    assert paragraph.text == "abcd\tt\nn\no & <p>"
    assert len(paragraph._p.xpath(".//w:br")) == 2
    assert len(paragraph._p.xpath(".//w:tab")) == 1


def test_blanks_between_runs_survive():
    document = written(body((Run("a "), Run("b", bold=True), Run(" c"))))
    assert document.paragraphs[0].text == "a b c"
    assert "preserve" in etree.tostring(document.paragraphs[0]._p).decode()


def test_emphasis_is_a_property_of_the_run():
    document = written(body((Run("a"), Run("b", bold=True), Run("c", italic=True))))
    assert [(run.text, run.bold, run.italic) for run in document.paragraphs[0].runs] == [
        ("a", None, None),
        ("b", True, None),
        ("c", None, True),
    ]


def test_an_empty_sheet_is_a_document_that_opens():
    assert [paragraph.text for paragraph in written().paragraphs] == [""]


# Styles


def test_every_role_has_a_style_of_the_look():
    document = docx.Document(io.BytesIO(template(CLASSIC, "en-US", inside=True)))
    by_id = {style.style_id: style for style in document.styles}
    for role, named in STYLES.items():
        style, wanted = by_id[named.id], CLASSIC.style(role)
        assert style.font.name == wanted.face, role
        assert style.font.size == Pt(wanted.size), role
        assert (style.font.bold, style.font.italic) == (wanted.bold, wanted.italic), role
        assert str(style.font.color.rgb) == wanted.colour[1:].upper(), role
        assert style.paragraph_format.space_before == Pt(wanted.before), role
        assert style.paragraph_format.space_after == Pt(wanted.after), role
        if role not in {"logo", "photo"}:
            assert style.paragraph_format.line_spacing == Pt(wanted.leading), role


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("headline", "Title"),
        ("subhead", "Subtitle"),
        ("body", "Body Text"),
        ("quote", "Quote"),
        ("crosshead", "Heading 2"),
        ("caption", "Caption"),
        ("date", "Date"),
        ("release_line", "Release Line"),
        ("contact", "Contact"),
        ("boilerplate", "Boilerplate"),
        ("source", "Source"),
        ("end_mark", "End Mark"),
        ("notes", "Notes"),
    ],
)
def test_a_role_is_known_by_the_name_that_a_word_user_expects(role, name):
    document = written(Para(role=role, text=rich("Words")))
    assert document.paragraphs[0].style.name == name


def test_quotes_are_upright():
    assert written().styles["Quote"].font.italic is False


def test_the_brand_drives_page_typefaces_and_link_colour():
    brand = look(Brand(page="a4", heading_face="Noto Sans"))
    brand = replace(brand, colours={**brand.colours, "link": "#aa2200"})
    document = written(body("One"), look=brand)
    section = document.sections[0]
    assert (round(section.page_width.pt), round(section.page_height.pt)) == (595, 842)
    assert section.left_margin == Pt(brand.margins[3])
    assert document.styles["Title"].font.name == "Noto Sans"
    assert str(document.styles["Hyperlink"].font.color.rgb) == "AA2200"


def test_a_colour_that_is_none_does_no_harm():
    document = written(look=replace(CLASSIC, colours={**CLASSIC.colours, "ink": 'red"/>'}))
    assert document.styles["Title"].font.color.rgb is None


def test_headings_are_in_the_outline():
    document = written(
        Heading(role="headline", text=rich("One"), level=1),
        Heading(role="crosshead", text=rich("Two"), level=2),
        Heading(role="crosshead", text=rich("Three"), level=3),
        Heading(role="boilerplate_heading", text=rich("About"), level=2),
    )
    levels = []
    for paragraph in document.paragraphs:
        own = paragraph._p.xpath("./w:pPr/w:outlineLvl/@w:val")
        levels.append(*(own or paragraph.style.element.xpath("./w:pPr/w:outlineLvl/@w:val")))
    assert levels == ["0", "1", "2", "1"]
    assert document.styles["Title"].paragraph_format.keep_with_next is True
    assert document.styles["Title"].paragraph_format.keep_together is True


def test_paragraphs_are_kept_with_what_follows_where_due():
    document = written(
        body("Introduction", keep_next=True),
        Bullets(role="bullet", items=(rich("a"), rich("b"))),
        Para(role="end_mark", text=rich("###")),
    )
    assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs] == [
        True,
        None,
        True,
        None,
    ]
    assert document.styles["Normal"].paragraph_format.widow_control is True
    assert document.paragraphs[-1].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_fonts_name_what_stands_in_for_them():
    table = etree.fromstring(parts(write(sheet(), CLASSIC))["word/fontTable.xml"])
    found = {
        font.get(qn("w:name")): (
            font.find(qn("w:altName")).get(qn("w:val")),
            font.find(qn("w:family")).get(qn("w:val")),
        )
        for font in table
    }
    assert found == {"Noto Serif": ("Cambria", "roman"), "Noto Sans": ("Calibri", "swiss")}


def test_a_rule_is_a_line_below_an_empty_paragraph():
    document = written(Rule(role="body"))
    assert document.paragraphs[0]._p.xpath("./w:pPr/w:pBdr/w:bottom/@w:val") == ["single"]


# Lists


def test_lists_are_real_hang_and_begin_anew():
    items = (rich("a"), rich("b"))
    data = write(
        sheet(
            Bullets(role="bullet", items=items),
            Bullets(role="bullet", items=items, ordered=True),
            Bullets(role="bullet", items=items, ordered=True),
            Bullets(role="notes", items=items),
        ),
        CLASSIC,
    )
    assert docx_paragraphs(data) == ["• a", "• b", "1. a", "2. b", "1. a", "2. b", "• a", "• b"]
    document = opened(data)
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names == ["List Bullet"] * 2 + ["List Number"] * 4 + ["Notes"] * 2
    first, second = list_number(document.paragraphs[2]), list_number(document.paragraphs[4])
    numbering = document.part.numbering_part.element
    for number in (first, second):
        assert numbering.xpath(f'./w:num[@w:numId="{number}"]//w:startOverride/@w:val') == ["1"]
    assert first != second
    indent = round(CLASSIC.style("bullet").indent * 20)
    assert set(numbering.xpath("./w:abstractNum/w:lvl/w:pPr/w:ind/@w:left")) == {str(indent)}
    assert all(int(hang) > 0 for hang in numbering.xpath("./w:abstractNum/w:lvl/w:pPr/w:ind/@w:hanging"))


# Links


def test_links_are_real_and_grouped():
    document = written(
        body((Run("See "), Run("the ", link="https://example.org/a?b=1&c=2"),
              Run("study", link="https://example.org/a?b=1&c=2", italic=True), Run(".")))
    )  # fmt: skip
    (paragraph,) = document.paragraphs
    (link,) = paragraph.hyperlinks
    assert (link.address, link.text) == ("https://example.org/a?b=1&c=2", "the study")
    assert {run.style.name for run in link.runs} == {"Hyperlink"}
    assert paragraph.text == "See the study."


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "C:\\x", "/relative", "http:", "http://[::1",
        "data:text/html,x", "mailto:nobody", "ms-word:ofe|u|https://example.org", " JavaScript:alert(1)", "https:///x",
    ],
)  # fmt: skip
def test_other_schemes_are_plain_text(link):
    data = write(sheet(body((Run("word", link=link),))), CLASSIC)
    assert opened(data).paragraphs[0].text == "word"
    assert b"hyperlink" not in parts(data)["word/document.xml"]
    assert b"External" not in parts(data)["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (" HTTPS://Example.org/A ", "https://Example.org/A"),
        ("https://example.org/ä b\"<x>", "https://example.org/%C3%A4%20b%22%3Cx%3E"),
        ("https://exämple.org/%20", "https://xn--exmple-cua.org/%20"),
        ("mailto:a@example.org?subject=Two words", "mailto:a@example.org?subject=Two%20words"),
    ],
)  # fmt: skip
def test_addresses_are_made_fit_for_a_package(link, found):
    assert address(link) == found


# Head and foot


def texts(element):
    return "".join(element.itertext(qn("w:t"), qn("w:instrText")))


def foot(data, part):
    root = etree.fromstring(parts(data)[f"word/{part}.xml"])
    (choice,) = root.iter(COMPATIBILITY + "Choice")
    (fallback,) = root.iter(COMPATIBILITY + "Fallback")
    return choice, fallback


RUNNING = {
    "running": "FOR IMMEDIATE RELEASE",
    "short_title": "Tenants win",
    "more": "-more-",
    "page": "Page {page} of {pages}",
}


def test_the_first_page_has_no_running_head_and_later_ones_have():
    document = written(body("One"), **RUNNING)
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    (paragraph,) = section.header.paragraphs
    assert paragraph.style.style_id == "Header"
    assert texts(paragraph._p) == "FOR IMMEDIATE RELEASETenants win · Page  PAGE 2 of  NUMPAGES 2"
    assert len(paragraph._p.xpath("./w:r/w:tab")) == 1
    (tab,) = paragraph.style.paragraph_format.tab_stops
    assert tab.position == Pt(612 - 144)
    assert paragraph._p.xpath(".//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"] * 2


def test_a_long_title_is_cut_at_a_word_to_keep_the_head_on_one_line():
    embargo = {
        **RUNNING,
        "running": "EMBARGOED UNTIL 12:01 a.m. ET, Nov. 22, 2026",
        "short_title": "word " * 20,
    }
    title = written(body("One"), **embargo).sections[0].header.paragraphs[0].text
    assert re.search(r"\tword( word)+ … · Page", title)
    assert len(title) <= 100


def test_the_foot_of_every_page_asks_whether_another_follows():
    data = write(sheet(body("One"), **RUNNING), CLASSIC)
    for part in ("footer1", "footer2"):
        choice, fallback = foot(data, part)
        assert choice.get("Requires") == "wpi"
        instruction = "".join(choice.itertext(qn("w:instrText")))
        assert instruction == ' IF  PAGE  <  NUMPAGES  "-more-" "" '
        kinds = [each.get(qn("w:fldCharType")) for each in choice.iter(qn("w:fldChar"))]
        inner = ["begin", "separate", "end"]
        assert kinds == ["begin", *inner, *inner, "separate", "end"]
        assert "".join(fallback.itertext(qn("w:instrText"))) == " REF More "
    assert opened(data).sections[0].footer.paragraphs[0].style.style_id == "Footer"


def test_libreoffice_finds_the_words_set_at_the_start_and_empty_at_the_end():
    data = write(sheet(body("One"), body("Two"), body("Three"), **RUNNING), CLASSIC)
    first, middle, last = (paragraph._p for paragraph in opened(data).paragraphs)
    assert "".join(first.itertext(qn("w:instrText"))) == ' SET More "-more-" '
    assert "".join(last.itertext(qn("w:instrText"))) == ' SET More "" '
    assert not list(middle.iter(qn("w:instrText")))
    for paragraph in (first, last):
        assert [len(choice) for choice in paragraph.iter(COMPATIBILITY + "Choice")] == [0]


@pytest.mark.parametrize(
    ("paragraphs", "first", "later"), [(1, "", ""), (7, "-more-", ""), (30, "-more-", "-more-")]
)
def test_programs_that_work_out_no_fields_show_what_is_likely(paragraphs, first, later):
    data = write(sheet(*(body("word " * 150) for _ in range(paragraphs)), **RUNNING), CLASSIC)
    for part, shown in (("footer2", first), ("footer1", later)):
        choice, fallback = foot(data, part)
        page, _, *result = choice.itertext(qn("w:t"))
        assert page == part.replace("footer2", "1").replace("footer1", "2")
        assert "".join(result) == shown
        assert "".join(fallback.itertext(qn("w:t"))) == shown


def test_quotation_marks_cannot_end_the_words_early():
    data = write(sheet(body("One"), more='"so" \\on'), CLASSIC)
    choice, _ = foot(data, "footer1")
    assert '"”so” \\\\on" ""' in "".join(choice.itertext(qn("w:instrText")))


def test_without_words_for_more_pages_the_foot_is_empty():
    data = write(sheet(body("One")), CLASSIC)
    assert b"fldChar" not in parts(data)["word/footer1.xml"] + parts(data)["word/document.xml"]


# Languages


def default_language(document):
    (found,) = document.styles.element.xpath("./w:docDefaults//w:lang")
    return {key.partition("}")[2]: value for key, value in found.attrib.items()}


@pytest.mark.parametrize(
    ("language", "attribute", "value"),
    [
        ("en-US", "val", "en-US"),
        ("es-US", "val", "es-US"),
        ("ar", "bidi", "ar"),
        ("zh-Hans", "eastAsia", "zh-CN"),
        ("ko", "eastAsia", "ko"),
        ('x"/><', "val", "en-US"),
    ],
)
def test_the_language_of_the_document(language, attribute, value):
    document = written(body("One"), language=language)
    assert default_language(document)[attribute] == value
    assert document.core_properties.language == (value if language[0] != "x" else "")


def test_a_run_in_another_language_says_so():
    document = written(body((Run("The "), Run("Ley", language="es"), Run("قانون", language="ar"))))
    _, spanish, arabic = document.paragraphs[0].runs
    assert spanish._r.xpath("./w:rPr/w:lang/@w:val") == ["es"]
    assert arabic._r.xpath("./w:rPr/w:lang/@w:bidi") == ["ar"]
    assert arabic.font.rtl is True
    assert spanish.font.rtl is None


def test_languages_from_right_to_left_are_mirrored():
    document = written(body("قال إن ACLU of Texas فازت"), language="ar", **RUNNING)
    assert document.styles["Normal"].element.xpath("./w:pPr/w:bidi")
    assert document.sections[0]._sectPr.xpath("./w:bidi")
    assert [(run.text, run.font.rtl) for run in document.paragraphs[0].runs if run.text] == [
        ("قال إن ", True),
        ("ACLU of Texas", None),
        (" فازت", True),
    ]
    # Word turns "left" and "right" round in such paragraphs, so that neither may be written for the start.
    assert document.styles["Body Text"].paragraph_format.alignment is None


def test_languages_from_left_to_right_are_not():
    assert b"w:bidi/" not in parts(write(sheet(body("One")), CLASSIC))["word/styles.xml"]


def test_chinese_has_its_own_fonts():
    style = written(language="zh-Hant").styles["Body Text"].element
    assert style.xpath("./w:rPr/w:rFonts/@w:eastAsia") == ["PMingLiU"]


# Pictures


def with_picture(data, role="photo", alt="A bridge", look=CLASSIC, **more):
    shape = Picture(role=role, name="p.jpg", alt=alt, **more)
    return write(sheet(shape, Para(role="caption", text=rich("Below")), pictures={"p.jpg": data}), look)


def media(data):
    return {name: content for name, content in parts(data).items() if name.startswith("word/media/")}


def test_a_picture_has_its_words_and_stays_with_its_caption():
    document = opened(with_picture(picture(), keep_next=True))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "A bridge"
    assert document.paragraphs[0].paragraph_format.keep_with_next is True
    assert document.paragraphs[0].style.name == "Photo"
    assert not document.styles["Photo"].element.xpath('./w:pPr/w:spacing[@w:lineRule="exact"]')


@pytest.mark.parametrize(
    ("size", "points"),
    [((2000, 1000), (468, 234)), ((1000, 2000), (178.2, 356.4)), ((40, 20), (30, 15))],
)
def test_a_picture_fits_the_column_and_the_page_and_is_never_blown_up(size, points):
    (shape,) = opened(with_picture(picture(*size))).inline_shapes
    assert (shape.width.pt, shape.height.pt) == pytest.approx(points, abs=0.1)


def test_a_logo_is_as_high_as_the_look_says():
    (shape,) = opened(with_picture(picture(300, 100, "PNG"), role="logo")).inline_shapes
    assert (shape.width.pt, shape.height.pt) == pytest.approx((126, 42), abs=0.1)


def test_a_picture_that_lies_on_its_side_is_turned_upright():
    data = with_picture(picture(400, 200, exif=exif(6), quality=95))
    (shape,) = opened(data).inline_shapes
    assert shape.height == pytest.approx(shape.width * 2, rel=0.01)
    (content,) = media(data).values()
    image = Image.open(io.BytesIO(content))
    assert image.size == (200, 400)
    red, _, blue = image.getpixel((190, 10))  # its upper left corner has become the upper right one
    assert red > 180
    assert blue < 60
    assert not image.getexif()


def test_what_a_camera_noted_does_not_go_out_and_the_pixels_stay():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = picture(64, 64, exif=exif(), comment=b"SecretComment", icc_profile=profile, progressive=True)
    assert b"SecretCamera" in source
    (content,) = media(with_picture(source + b"SecretTrailer")).values()
    assert b"Secret" not in content
    before, after = Image.open(io.BytesIO(source)), Image.open(io.BytesIO(content))
    assert after.tobytes() == before.tobytes()
    assert after.info["icc_profile"][100:] == profile[100:]
    assert not after.getexif()


def test_a_camera_file_without_jfif_can_be_used():
    plain = picture(40, 20)
    (length,) = struct.unpack_from(">H", plain, 4)
    bare = plain[:2] + plain[4 + length :]
    assert b"JFIF" not in bare
    assert len(opened(with_picture(bare)).inline_shapes) == 1


def test_a_png_loses_its_notes_and_keeps_its_transparency():
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Author", "Secret")
    noted.add_itxt("XML:com.adobe.xmp", "Secret")
    stream = io.BytesIO()
    Image.new("RGBA", (10, 10), (1, 2, 3, 128)).save(stream, "PNG", pnginfo=noted, exif=exif())
    (content,) = media(with_picture(stream.getvalue())).values()
    assert b"Secret" not in content
    image = Image.open(io.BytesIO(content))
    image.load()
    assert image.getpixel((5, 5)) == (1, 2, 3, 128)


def test_a_picture_used_twice_is_in_the_file_once():
    shape = Picture(role="photo", name="p.jpg", alt="")
    data = write(sheet(shape, shape, pictures={"p.jpg": picture()}), CLASSIC)
    assert len(media(data)) == 1
    numbers = [each._inline.docPr.id for each in opened(data).inline_shapes]
    assert len(set(numbers)) == 2


@pytest.mark.parametrize(
    "broken",
    [b"", b"GIF89a", b"\xff\xd8\xff\xe0", picture(400, 300)[:900], picture(400, 300, "PNG")[:200], b"<svg/>"],
)
def test_a_broken_picture_is_named(broken):
    with pytest.raises(ExportProblem, match="“A bridge”"):
        with_picture(broken)


def test_a_picture_that_can_be_seen_is_mended():
    data = picture(64, 64)
    at = data.index(b"\xff\xdb")
    (content,) = media(
        with_picture(data[:at] + b"\xff\x00" + data[at:])
    ).values()  # no marker, yet often seen
    assert content.endswith(b"\xff\xd9")
    assert Image.open(io.BytesIO(content)).size == (64, 64)


def test_a_missing_picture_is_named():
    with pytest.raises(ExportProblem, match=r"“p\.jpg” cannot be read"):
        write(sheet(Picture(role="photo", name="p.jpg", alt="")), CLASSIC)


def test_a_clean_picture_stays_byte_for_byte():
    data = picture(64, 64)
    assert list(media(with_picture(data, role="logo")).values()) == [data]


# The file


def test_equal_sheets_make_equal_files():
    laid = lay_out(release())
    assert write(laid, CLASSIC) == write(laid, look(Brand()))


def test_the_file_says_nothing_of_who_and_when():
    data = write(sheet(body("One"), issuer="Tenants United"), CLASSIC)
    files = parts(data)
    properties = opened(data).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Tenants win",
        "Tenants United",
        "en-US",
    )
    core = etree.fromstring(files["docProps/core.xml"])
    assert {etree.QName(each).localname for each in core} == {"title", "creator", "language"}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not any("customXml" in name or "thumbnail" in name or "app.xml" in name for name in files)
    assert b"rsid" not in b"".join(files.values())


def test_an_issuer_that_is_not_known_is_not_invented():
    core = parts(write(sheet(body("One")), CLASSIC))["docProps/core.xml"]
    assert b"creator" not in core
    assert b"python-docx" not in core


def test_a_title_of_any_length_and_letter_is_taken():
    properties = opened(write(sheet(title="A\x00 & <b>\n" * 100), CLASSIC)).core_properties
    assert properties.title.startswith("A & <b> A & <b>")
    assert len(properties.title) <= 255


def test_the_first_entry_is_the_list_of_types_and_the_file_is_small():
    data = write(lay_out(release()), CLASSIC)
    assert next(iter(parts(data))) == "[Content_Types].xml"
    assert len(data) < 16_000


def test_every_role_can_be_any_shape():
    pictures = {"p.png": picture(20, 20, "PNG")}
    for role in Role.__args__:
        document = written(
            Heading(role=role, text=rich("a"), level=2),
            Para(role=role, text=rich("b"), keep_next=True),
            Lines(role=role, lines=(rich("c"), rich("d"))),
            Bullets(role=role, items=(rich("e"),), ordered=True),
            Picture(role=role, name="p.png", alt="f"),
            Rule(role=role),
            pictures=pictures,
        )
        assert "".join(paragraph.text for paragraph in document.paragraphs) == "abcde"
