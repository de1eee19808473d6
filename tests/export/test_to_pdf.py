"""PDF: what stands on the page, where, and what the file says of itself."""

import io
import re
import threading
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from presskit import assets
from presskit.export.address import address
from presskit.export.errors import ExportProblem
from presskit.export.layout import lay_out
from presskit.export.pdf_ink import Inks
from presskit.export.pdf_lines import break_lines
from presskit.export.pdf_pages import Row, held, paginate
from presskit.export.pdf_pictures import fitted, prepared
from presskit.export.to_pdf import draw, write
from presskit.flow import Bullets, Heading, Lines, Para, Picture, Rule, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import Run, rich
from tests.export import reading_pdf
from tests.export.reading import text_of
from tests.kits import full_kit

LOOK = look(Brand())
WIDTH, HEIGHT = LOOK.size
TOP, RIGHT, BOTTOM, LEFT = LOOK.margins
WORDS = "The council met on Tuesday to hear what families had to say about the river and its banks. "


def sheet(*shapes, **more) -> Sheet:
    given = {
        "title": "River charter passes",
        "language": "en-US",
        "running": "FOR IMMEDIATE RELEASE",
        "short_title": "River charter passes",
        "more": "-more-",
        "page": "Page {page} of {pages}",
        "issuer": "River Trust",
    }
    return Sheet(shapes=tuple(shapes), **{**given, **more})


def para(text: str, **more) -> Para:
    return Para(role="body", text=rich(text), **more)


def crosshead(text: str = "What happens next", **more) -> Heading:
    return Heading(role="crosshead", text=rich(text), level=2, **more)


def lines(data: bytes, **sides: float) -> list[reading_pdf.ReadLine]:
    return reading_pdf.lines(data, top=sides.get("top", TOP), bottom=sides.get("bottom", BOTTOM))


def paragraphs(data: bytes) -> list[str]:
    return reading_pdf.paragraphs(data, top=TOP, bottom=BOTTOM, column=WIDTH - RIGHT)


def plain_text(made: Sheet) -> list[str]:
    return [normalize("NFC", line) for line in text_of(made).split("\n") if line.strip()]


@cache
def photo(width: int = 600, height: int = 400, turned: int = 1, kind: str = "JPEG") -> bytes:
    """Red in its upper left quarter as the camera stored it, blue elsewhere; with camera data."""
    image = Image.new("RGB", (width, height), "#1010d0")
    image.paste("#d01010", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "SecretCamera"
    exif.get_ifd(0x8825)[2] = (41.0, 18.0, 27.0)
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue() + (b"TRAILER of a phone" if kind == "JPEG" else b"")


def pictured(data: bytes, *after, role: str = "photo") -> Sheet:
    shape = Picture(role=role, name="p", alt="A hall", block="ph", keep_next=bool(after))
    return sheet(shape, *after, pictures={"p": data})


def image_of(data: bytes, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=1).to_pil().convert("RGB")


# What is read


def test_text_agrees_with_plain_text_paragraph_by_paragraph() -> None:
    made = lay_out(full_kit())
    assert paragraphs(write(made, LOOK)) == plain_text(made)


def test_text_of_several_pages_agrees_and_keeps_every_letter() -> None:
    made = sheet(
        para("10\xa0000 people — “law-abiding”, she said… «Œuvre» ½ Nguyễn Thị Ánh; Ж λ → " * 90),
        Bullets(role="bullet", items=(rich(WORDS * 9), rich("Short"), rich(WORDS * 3))),
        Bullets(role="bullet", items=tuple(rich(f"{WORDS}{number}") for number in range(30)), ordered=True),
        para(WORDS * 60),
    )
    made_data = draw(made, LOOK)
    assert made_data.pages > 4
    assert paragraphs(made_data.data) == plain_text(made)


def test_markup_is_text() -> None:
    text = 'A <b>&amp; "c" <para> (d) \\ [e] %f {page} /G <</H>>'
    assert paragraphs(write(sheet(para(text)), LOOK)) == [text]


def test_a_line_end_in_a_run_is_kept_and_controls_are_dropped() -> None:
    made = sheet(
        Para(role="body", text=(Run("One\ntw"), Run("o\x07\x00", bold=True), Run("\r\nthree\u2028four")))
    )
    assert [line.text.rstrip() for line in lines(write(made, LOOK))] == ["One", "two", "three", "four"]


def test_a_soft_hyphen_shows_only_at_a_line_end() -> None:
    text = "extra\xadordi\xadnary " * 40
    found = [line.text for line in lines(write(sheet(para(text)), LOOK))]
    assert any(re.search("(extra|ordi)[\xad-]$", line) for line in found)
    assert not any(re.search("[\xad-](?!$)", line) for line in found)


def test_no_line_begins_or_ends_where_french_would_not() -> None:
    found = [
        line.text for line in lines(write(sheet(para("Il a dit : « oui ! » et puis non ? " * 60)), LOOK))
    ]
    assert len(found) > 15
    assert not any(line[0] in "!?:»" or line.rstrip()[-1] == "«" for line in found)


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2007"])
def test_a_hard_space_ends_no_line(space: str) -> None:
    inks = Inks(LOOK.style("body"), tuple(LOOK.families.values()), "#0000ff", "en")
    for width in range(60, 300, 7):
        for line in break_lines(rich(f"about 10{space}000 people or more came to see it " * 3), inks, width):
            text = "".join(stretch.text for stretch in line.stretches)
            assert "10" not in text or text.count("10") == text.count(f"10{space}000")


@pytest.mark.parametrize(
    "text", ["x" * 900, "https://example.org/" + "a-long/path_of?it=1&" * 30, "e\u0301" * 500]
)
def test_a_word_wider_than_the_column_is_cut(text: str) -> None:
    data = write(sheet(para(f"See {text} now")), LOOK)
    assert all(line.right < WIDTH - RIGHT for line in lines(data))
    assert "".join(line.text for line in lines(data)).replace(" ", "") == normalize("NFC", f"See{text}now")


def test_a_compound_is_not_broken_at_its_hyphen() -> None:
    found = lines(
        write(sheet(para("They were law-abiding and hard-working, non-partisan people. " * 30)), LOOK)
    )
    assert not any(line.text.rstrip().endswith("-") for line in found)


# How it stands


def test_every_line_stays_in_the_column() -> None:
    for line in lines(write(sheet(*(para(WORDS * count) for count in range(1, 12))), LOOK), top=0, bottom=0):
        assert LEFT - 0.5 <= line.left <= line.right <= WIDTH - RIGHT


@pytest.mark.parametrize("filler", range(0, 46, 3))
def test_headings_stay_with_two_lines_and_paragraphs_leave_no_single_line(filler: int) -> None:
    body = [para(f"{WORDS}{WORDS}") for _ in range(filler)]
    data = write(sheet(*body, crosshead(), *(para(WORDS * 5) for _ in range(8))), LOOK)
    found = lines(data)
    (heading,) = (at for at, line in enumerate(found) if line.text == "What happens next")
    assert found[heading].page == found[heading + 1].page == found[heading + 2].page
    starts = [at for at, line in enumerate(found) if at == 0 or not found[at - 1].text.endswith(" ")]
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        shares = [
            sum(line.page == page for line in found[start:end]) for page in range(found[start].page, 99)
        ]
        halves = [share for share in shares if share]
        assert len(halves) == 1 or min(halves) >= 2


def test_what_is_kept_with_the_next_goes_along() -> None:
    for filler in range(20, 34):
        made = sheet(
            *(para("Line") for _ in range(filler)), para("Lead-in:", keep_next=True), para("Follower")
        )
        pages = {line.text: line.page for line in lines(write(made, LOOK))}
        assert pages["Lead-in:"] == pages["Follower"]


def test_the_end_mark_never_stands_alone() -> None:
    for filler in range(20, 34):
        made = sheet(*(para(f"Line {at}") for at in range(filler)), Para(role="end_mark", text=rich("###")))
        found = lines(write(made, LOOK))
        assert found[-1].text == "###"
        assert found[-1].page == found[-2].page


def test_lines_stay_together_unless_no_page_holds_them() -> None:
    address_lines = Lines(role="contact", lines=tuple(rich(f"Line {at}") for at in range(30)))
    found = lines(write(sheet(para(WORDS * 30), address_lines), LOOK))
    assert {line.page for line in found if line.text.startswith("Line")} == {1}
    many = Lines(role="contact", lines=tuple(rich(f"Line {at}") for at in range(120)))
    found = [line for line in lines(write(sheet(para(WORDS), many), LOOK)) if line.text.startswith("Line")]
    assert [line.text for line in found] == [f"Line {at}" for at in range(120)]
    assert found[0].page == 0


def test_points_hang_from_their_marks() -> None:
    made = sheet(Bullets(role="bullet", items=(rich(WORDS * 3), rich(WORDS))))
    first, second, *_ = lines(write(made, LOOK))
    indent = LOOK.style("bullet").indent
    assert first.text.startswith("• The")
    assert first.left < LEFT + indent
    assert second.left == pytest.approx(LEFT + indent, abs=1)


def test_numbers_end_on_one_edge_and_never_touch_the_text() -> None:
    made = sheet(Bullets(role="bullet", items=tuple(rich("Point") for _ in range(1200)), ordered=True))
    found = lines(write(made, LOOK))
    assert [line.text for line in found] == [f"{number}. Point" for number in range(1, 1201)]
    assert found[0].left > found[99].left > found[1199].left >= LEFT - 0.5


def test_a_headline_is_balanced() -> None:
    text = "Connecticut unanimously passes TRUST Act to limit all deportations"
    made = sheet(Heading(role="headline", text=rich(text), level=1))
    first, second = lines(write(made, LOOK))
    assert abs((first.right - first.left) - (second.right - second.left)) < 150


def test_a_short_last_word_gets_company() -> None:
    inks = Inks(LOOK.style("body"), tuple(LOOK.families.values()), "#0000ff", "en")
    for width in range(200, 400, 3):
        *_, before, last = break_lines(rich(WORDS * 2 + "It is so."), inks, width)
        words = "".join(stretch.text for stretch in last.stretches).split()
        assert len(words) > 1 or last.width >= width * 0.08
        assert before.width <= width


def test_space_does_not_open_a_page() -> None:
    found = lines(write(sheet(*(crosshead(f"Heading {at}") for at in range(80))), LOOK))
    tops = [line.y for before, line in pairwise(found) if before.page != line.page] + [found[0].y]
    assert len(tops) > 2
    assert max(tops) - min(tops) < 0.01


def test_pages_say_what_they_belong_to() -> None:
    made = sheet(*(para(WORDS * 6) for _ in range(30)))
    drawn = draw(made, LOOK)
    edges: dict[int, list[str]] = {page: [] for page in range(drawn.pages)}
    for line in lines(drawn.data, top=0, bottom=0):
        if line.y > HEIGHT - TOP or line.y < BOTTOM:
            edges[line.page].append(line.text)
    assert drawn.pages > 2
    assert edges[0] == ["-more-"]
    for page in range(1, drawn.pages):
        head = f"FOR IMMEDIATE RELEASERiver charter passes · Page {page + 1} of {drawn.pages}"
        assert edges[page] == ([head, "-more-"] if page + 1 < drawn.pages else [head])


def test_an_embargo_is_never_cut_and_the_title_gives_way() -> None:
    embargo = "EMBARGOED UNTIL 12:01 a.m. Eastern Daylight Time on Wednesday, Nov. 25, 2026, IN ALL MEDIA, "
    made = sheet(
        para(WORDS * 80), running=embargo + "WITHOUT EXCEPTION", short_title="A title of some length " * 3
    )
    head = [
        line for line in lines(write(made, LOOK), top=0, bottom=0) if line.page == 1 and line.y > HEIGHT - TOP
    ]
    text = "".join(line.text for line in head)
    assert embargo in text
    assert "WITHOUT EXCEPTION" in text
    assert "Page 2 of" in text
    assert all(line.right < WIDTH - RIGHT for line in head)


@pytest.mark.parametrize(("title", "head"), [("Vote", "Vote · Page 2 of 2"), ("", "Page 2 of 2")])
def test_a_title_of_one_word_or_none_is_no_trouble(title: str, head: str) -> None:
    made = sheet(*(para(WORDS * 6) for _ in range(9)), short_title=title, running="")
    found = lines(write(made, LOOK), top=0, bottom=0)
    assert [line.text for line in found if line.y > HEIGHT - TOP] == [head]


def test_centred_and_end_aligned_text_stand_where_they_should() -> None:
    styles = {**LOOK.styles, "notes": replace(LOOK.styles["notes"], align="end")}
    made = sheet(Para(role="end_mark", text=rich("###")), Para(role="notes", text=rich("To the right")))
    mark, note = lines(write(made, replace(LOOK, styles=styles)))
    assert (mark.left - LEFT) == pytest.approx(WIDTH - RIGHT - mark.right, abs=12)
    assert note.right == pytest.approx(WIDTH - RIGHT, abs=8)


# Pictures


def test_a_picture_fills_the_column_but_less_than_half_the_page() -> None:
    wide, low = fitted(photo(2000, 1000), 468, 356)
    assert (wide, low) == (pytest.approx(468), pytest.approx(234))
    slim, tall = fitted(photo(1000, 2000), 468, 356)
    assert (slim, tall) == (pytest.approx(178), pytest.approx(356))
    (place,) = draw(pictured(photo(1000, 2000)), LOOK).places
    assert place.bottom - place.top <= HEIGHT * 0.45 + 0.01


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_stands_upright(turned: int) -> None:
    upright = Image.open(io.BytesIO(photo(turned=turned)))
    corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    assert upright.getexif()[0x0112] == turned
    drawn = draw(pictured(photo(turned=turned)), LOOK)
    (place,) = drawn.places
    page = image_of(drawn.data)
    wide, high = fitted(photo(turned=turned), WIDTH - LEFT - RIGHT, HEIGHT * 0.45)
    assert (wide > high) == (turned < 5)
    red = corners[turned]
    for right in (0, 1):
        for down in (0, 1):
            x = LEFT + wide * (0.25 + 0.5 * right)
            y = place.top + high * (0.25 + 0.5 * down)
            pixel = page.getpixel((int(x), int(y)))
            assert (pixel[0] > 150) == ((right, down) == red)


@pytest.mark.parametrize("turned", [1, 6])
def test_nothing_of_the_camera_is_left(turned: int) -> None:
    data = photo(turned=turned)
    assert b"SecretCamera" in data
    made = write(pictured(data), LOOK)
    assert b"SecretCamera" not in made
    assert b"Exif" not in made
    assert b"TRAILER" not in made


def test_an_upright_jpeg_goes_in_as_it_is() -> None:
    image = prepared(photo(), 468, 356)
    assert image.is_jpeg
    before, after = Image.open(io.BytesIO(photo())), Image.open(io.BytesIO(image.data))
    assert before.tobytes() == after.tobytes()
    assert not after.getexif()


def test_a_photo_is_no_finer_than_print_needs() -> None:
    image = prepared(photo(5000, 3000), 468, 281)
    assert max(image.width, image.height) == round(468 / 72 * 300)


def test_png_keeps_its_transparency() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(out, "PNG")
    data = write(pictured(out.getvalue()), LOOK)
    assert image_of(data).getpixel((int(LEFT) + 10, int(TOP) + 10)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_mode_are_drawn(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    drawn = draw(pictured(out.getvalue()), LOOK)
    assert drawn.places[0].bottom > drawn.places[0].top


def test_a_caption_stays_with_its_picture() -> None:
    caption = Para(role="caption", text=rich("Residents fill the hall."), block="ph")
    for filler in range(16, 30):
        shapes = [para("Line") for _ in range(filler)]
        made = pictured(photo(600, 300), caption)
        places = draw(replace(made, shapes=(*shapes, *made.shapes)), LOOK).places
        assert len([place for place in places if place.block == "ph"]) == 1


def test_a_logo_has_the_height_of_the_look() -> None:
    (place,) = draw(pictured(photo(800, 400), role="logo"), LOOK).places
    assert place.bottom - place.top == pytest.approx(LOOK.logo_height)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff junk", b"\x89PNG\r\n\x1a\n", photo()[:200]])
def test_a_picture_that_cannot_be_read_is_named(data: bytes) -> None:
    with pytest.raises(ExportProblem) as caught:
        write(pictured(data), LOOK)
    assert "“A hall”" in caught.value.sentence
    assert draw(pictured(data), LOOK, strict=False).pages == 1


# Where blocks stand


def test_places_say_where_each_block_stands() -> None:
    made = sheet(
        Heading(role="headline", text=rich("Headline"), level=1, block="h"),
        Para(role="body", text=rich(WORDS * 70), block="long"),
        Bullets(role="bullet", items=(rich("a"), rich("b")), block="list"),
        Para(role="source", text=rich("Source"), block="list"),
        Rule(role="body", block="rule"),
    )
    drawn = draw(made, LOOK)
    assert [(place.block, place.page) for place in drawn.places] == [
        ("h", 0),
        ("long", 0),
        ("long", 1),
        ("list", 1),
        ("rule", 1),
    ]
    assert all(TOP <= place.top < place.bottom <= HEIGHT - BOTTOM for place in drawn.places)
    by_line = {line.text: line for line in lines(drawn.data)}
    listed = drawn.places[3]
    assert listed.top < HEIGHT - by_line["• a"].y < HEIGHT - by_line["Source"].y < listed.bottom


# What the file says of itself


def opened(made: Sheet, chosen=LOOK) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(made, chosen)))


def test_the_file_names_title_issuer_language_and_no_date() -> None:
    with opened(sheet(para("Ünïcödé ✓"), title="Ríos (libres) \\ ahora → ya", language="es-419")) as pdf:
        said = {key: str(value) for key, value in pdf.docinfo.items()}
        assert said == {
            "/Title": "Ríos (libres) \\ ahora → ya",
            "/Author": "River Trust",
            "/Creator": "PressKit",
            "/Producer": "PressKit",
        }
        assert str(pdf.Root.Lang) == "es-419"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.check_pdf_syntax() == []


def test_equal_sheets_give_equal_bytes_and_others_another_id() -> None:
    made = sheet(para(WORDS), crosshead(), pictures={"p": photo()})
    assert write(made, LOOK) == write(made, LOOK)
    with opened(made) as one, opened(sheet(para("Else"))) as two:
        assert one.trailer.ID[0] != two.trailer.ID[0]


def test_headings_are_bookmarks() -> None:
    made = sheet(
        Heading(role="headline", text=rich("Headline & <more>"), level=1),
        para(WORDS * 60),
        crosshead("First"),
        Heading(role="crosshead", text=rich("Deeper"), level=3),
        crosshead("Second"),
    )
    with opened(made) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Headline & <more>"
        assert [entry.title for entry in top.children] == ["First", "Second"]
        assert [entry.title for entry in top.children[0].children] == ["Deeper"]
        assert top.children[0].destination[0] == pdf.pages[1].obj
        assert pdf.Root.Outlines.Count == 4


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=c&d=é", "https://example.org/a?b=c&d=%C3%A9"),
        (" http://example.org ", "http://example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("https://example.org/a b(c)", "https://example.org/a%20b(c)"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("example.org", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_are_links(link: str, kept: str) -> None:
    assert address(link) == kept
    with opened(sheet(Para(role="body", text=(Run("See "), Run("this page", link=link))))) as pdf:
        found = [str(note.A.URI) for note in pdf.pages[0].get("/Annots", [])]
    assert found == ([kept] if kept else [])


def test_a_link_can_be_clicked_where_its_words_are() -> None:
    text = (
        Run("Read "),
        Run("the whole ", link="https://a.org"),
        Run("study", link="https://a.org", italic=True),
    )
    with opened(sheet(Para(role="body", text=text))) as pdf:
        (note,) = pdf.pages[0].Annots
        left, low, right, high = (float(side) for side in note.Rect)
    (line,) = lines(write(sheet(Para(role="body", text=text)), LOOK))
    assert LEFT + 20 < left < right < line.right + 8
    assert low < line.y < high


# Nothing is too odd


@pytest.mark.parametrize(
    "made",
    [
        sheet(),
        Sheet(title="", language="", shapes=()),
        sheet(para("")),
        sheet(para(" \n ")),
        sheet(para("Yes")),
        sheet(Heading(role="headline", text=rich(("word " * 600)[:3000]), level=1), para("After")),
        sheet(Heading(role="headline", text=rich("w" * 3000), level=1)),
        sheet(Bullets(role="bullet", items=(rich(WORDS * 90), (), rich("b")), ordered=True)),
        sheet(Lines(role="contact", lines=())),
        sheet(Lines(role="contact", lines=((), rich("a"), (), rich("b"), ()))),
        sheet(*(crosshead(str(at)) for at in range(300))),
        sheet(*(para("kept", keep_next=True) for _ in range(300))),
        sheet(para(WORDS * 60), running="", short_title="", more="", page=""),
    ],
    ids=lambda made: f"{len(made.shapes)}-shapes",
)
def test_any_sheet_makes_a_sound_file(made: Sheet) -> None:
    drawn = draw(made, LOOK)
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == drawn.pages >= 1


def test_a_long_headline_does_not_leave_the_first_page_empty() -> None:
    made = sheet(para("Date"), Heading(role="headline", text=rich("word " * 600), level=1), para("After"))
    assert sum(line.page == 0 for line in lines(write(made, LOOK))) > 10


def test_a_character_without_a_font_is_named_before_anything_is_written() -> None:
    made = sheet(para("Vote ᚠᚱ now"))
    with pytest.raises(ExportProblem) as caught:
        write(made, LOOK)
    assert caught.value.sentence == (
        "None of PressKit’s fonts has the characters ᚠ (U+16A0), ᚱ (U+16B1), "
        "first in “Vote ᚠᚱ now”. Please replace them."
    )
    assert paragraphs(draw(made, LOOK, strict=False).data) == ["Vote \ufffd\ufffd now"]


@pytest.mark.parametrize("text", ["العربية", "עברית", "हिन्दी", "한국어", "日本語", "😀", "\ud83d", "\x00"])
def test_what_cannot_be_set_yet_does_no_harm(text: str) -> None:
    assert (
        draw(sheet(para(text * 50), title=text.encode("utf-8", "ignore").decode()), LOOK, strict=False).pages
        == 1
    )


def test_colours_that_are_none_are_black() -> None:
    odd = replace(LOOK, colours={**LOOK.colours, "ink": "red; DROP"})
    assert paragraphs(write(sheet(para("Text")), odd)) == ["Text"]


def test_two_threads_one_after_the_other_draw_the_same() -> None:
    made = sheet(para(WORDS * 20), crosshead())
    found: list[bytes] = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: found.append(write(made, LOOK)))
        thread.start()
        thread.join()
    assert found == [write(made, LOOK)] * 2


_texts = st.text(max_size=120).map(rich)
_shapes = st.one_of(
    st.builds(
        Para,
        role=st.sampled_from(["body", "quote", "end_mark", "source"]),
        text=_texts,
        keep_next=st.booleans(),
    ),
    st.builds(Heading, role=st.just("crosshead"), text=_texts, level=st.integers(0, 9)),
    st.builds(Lines, role=st.just("contact"), lines=st.lists(_texts, max_size=70).map(tuple)),
    st.builds(
        Bullets, role=st.just("bullet"), items=st.lists(_texts, max_size=9).map(tuple), ordered=st.booleans()
    ),
    st.builds(Rule, role=st.just("body")),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.lists(_shapes, max_size=12), st.sampled_from(["letter", "a4"]))
def test_any_shapes_make_a_sound_file(shapes, page) -> None:
    chosen = look(Brand(page=page))
    drawn = draw(sheet(*shapes), chosen, strict=False)
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == drawn.pages


# Page breaks on their own


def rows(*heights: float, free: list[bool] | None = None, before: float = 0) -> list[Row[int]]:
    may = free or [True] * len(heights)
    return [Row(height, before, each, at) for at, (height, each) in enumerate(zip(heights, may, strict=True))]


def parts(pages) -> list[list[int]]:
    return [[placed.row.part for placed in page] for page in pages]


def test_a_page_takes_what_fits() -> None:
    assert parts(paginate(rows(4, 4, 4), 8)) == [[0, 1], [2]]
    assert parts(paginate([], 8)) == [[]]
    assert [placed.top for placed in paginate(rows(4, 4, before=3), 100)[0]] == [0, 7]


def test_a_page_ends_only_where_it_may() -> None:
    assert parts(paginate(rows(4, 4, 4, 4, free=[True, True, False, False]), 12)) == [[0], [1, 2, 3]]
    assert parts(paginate(rows(4, 4, 4, free=[True, False, False]), 8)) == [[0, 1], [2]]
    assert parts(paginate(rows(20, 4), 8)) == [[0], [1]]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, []), (1, [True]), (2, [True, False]), (3, [True, False, False]), (4, [True, False, True, False])],
)
def test_two_lines_stay_together_at_either_end(count: int, expected: list[bool]) -> None:
    assert held(count) == expected
    assert held(count, after_heading=True) == [False, *expected[1:]][:count]
    assert held(count, whole=True)[1:] == [False] * (count - 1 if count else 0)


@given(st.lists(st.tuples(st.floats(1, 40), st.booleans()), max_size=60))
def test_no_row_is_lost_or_out_of_order(given_rows) -> None:
    made = rows(*(height for height, _ in given_rows), free=[free for _, free in given_rows])
    pages = paginate(made, 50)
    assert [part for page in parts(pages) for part in page] == list(range(len(given_rows)))
    assert all(placed.top + placed.row.height <= 50.01 for page in pages for placed in page)


# The seed release


SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "trust-act.txt"


@pytest.mark.skipif(not SEED.is_file(), reason="the seed release is not beside this checkout")
def test_the_seed_release_comes_out_letter_for_letter() -> None:
    source = [line.strip() for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]
    made = sheet(*(para(line) for line in source))
    assert paragraphs(write(made, LOOK)) == [line.strip() for line in source]


def test_the_sample_photo_is_drawn() -> None:
    data = assets.read("samples/photo-river.jpg")
    assert draw(pictured(data), LOOK).places[0].page == 0
