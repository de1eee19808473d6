"""The Word file for colleagues: a content control a block, remarks as comments, nothing of who and when."""

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from msgspec.structs import replace

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.export import FORMATS, format_named
from presskit.export.layout import lay_out
from presskit.export.review import review_sheet
from presskit.export.to_docx import write
from presskit.exporting import export_bytes
from presskit.flow import Para, Remark, ReviewSheet
from presskit.model.brand import Brand, look
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import rich
from tests.generated import whole_kit
from tests.kits import full_kit

CLASSIC = look(Brand())
MOMENT = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC)


def exported(kit, name="review"):
    return export_bytes(kit, 0, format_named(name), when=MOMENT)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(data):
    return etree.fromstring(parts(data)["word/document.xml"])[0]


def words(element):
    return "".join(element.itertext(qn("w:t")))


def controls(data):
    """(tag, title, words of each paragraph) of the content controls in order."""
    found = []
    for control in body(data).findall(qn("w:sdt")):
        about = {each.tag: each.get(qn("w:val")) for each in control.find(qn("w:sdtPr"))}
        paragraphs = control.find(qn("w:sdtContent")).findall(qn("w:p"))
        found.append((about[qn("w:tag")], about.get(qn("w:alias")), [words(each) for each in paragraphs]))
    return found


def release(*blocks, **more):
    return Kit(releases=(Release(blocks=blocks),), **more)


def test_two_formats_are_for_colleagues():
    assert [kind.id for kind in FORMATS if kind.internal] == ["review", "draft"]
    assert format_named("review").suffix == ".review.docx"
    assert format_named("draft").suffix == ".draft.pdf"


def test_each_block_stands_in_one_control_that_has_its_id_and_the_name_of_its_kind():
    kit = full_kit()
    found = controls(exported(kit))
    drawn = {shape.block for shape in lay_out(kit).shapes if shape.block}
    assert [tag for tag, _, _ in found] == [
        "contact1", "headline", "subhead1", "para0001", "quote001", "stats001", "list0001", "crossh01",
        "photo001", "boiler01", "notes001",
    ]  # fmt: skip
    assert {tag for tag, _, _ in found} == drawn
    assert {tag: title for tag, title, _ in found}["stats001"] == "Statistics"


def test_a_block_of_several_paragraphs_has_all_of_them_and_the_dateline_runs_in():
    found = {tag: paragraphs for tag, _, paragraphs in controls(exported(full_kit()))}
    assert found["stats001"] == ["In figures:", "44% of respondents agreed", "Source: Trust, 2026"]
    assert found["para0001"] == ["NEW HAVEN, Conn. — A plan"]
    assert len(found["quote001"]) == 2


def test_what_the_page_adds_stands_in_no_control():
    loose = [words(each) for each in body(exported(full_kit())).findall(qn("w:p"))]
    assert "###" in loose
    assert any("EMBARGOED" in each for each in loose)


def test_controls_are_open_and_their_numbers_differ():
    root = body(exported(full_kit()))
    galleries = [each.get(qn("w:val")) for each in root.iter(qn("w:docPartGallery"))]
    assert galleries == ["Custom"] * 11, "of another kind, LibreOffice loses what is in them"
    assert not list(root.iter(qn("w:lock")))
    numbers = [
        each.get(qn("w:val")) for each in root.iter(qn("w:id")) if each.getparent().tag == qn("w:sdtPr")
    ]
    assert len(numbers) == len(set(numbers)) == 11


def test_a_block_in_two_places_has_two_controls_of_one_tag():
    sheet = ReviewSheet(
        title="", language="en", kinds={"a": "Paragraph"}, remarks=(Remark("a", "Once."),),
        shapes=tuple(Para(role="body", block=block, text=rich(block)) for block in "aba"),
    )  # fmt: skip
    data = write(sheet, CLASSIC)
    assert [tag for tag, _, _ in controls(data)] == ["a", "b", "a"]
    numbers = body(data).xpath("//w:sdtPr/w:id/@w:val", namespaces={"w": qn("w:x")[1:-2]})
    assert len(set(numbers)) == 3
    assert len(docx.Document(io.BytesIO(data)).comments) == 1


def test_the_words_are_those_that_reporters_get_below_the_mark_of_a_draft():
    for kit in (full_kit(), whole_kit("ar")):
        clean, review = (
            [words(each) for each in body(exported(kit, name)).iter(qn("w:p"))] for name in ("docx", "review")
        )
        assert clean == review[1:]
        assert kit.releases[0].language != "en-US" or review[0].startswith("DRAFT, ")


# Remarks


def quote(**more):
    return Quote(id="q1", words=(rich("We won."),), speaker=Speaker(name="Ada Poe"), **more)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (quote(), "Not yet approved."),
        (quote().approved("Ada Poe", MOMENT, "phone"), "Approved by Ada Poe, by phone, Nov. 20, 2026."),
        (
            replace(quote().approved("Ada Poe", MOMENT, "email"), words=(rich("We lost."),)),
            "Changed since Ada Poe approved it.",
        ),
    ],
)
def test_a_quote_says_where_its_approval_stands(block, told):
    assert review_sheet(release(block), 0, MOMENT).remarks == (Remark("q1", told),)


def test_notes_are_a_remark_on_the_whole_and_blocks_that_are_not_drawn_say_nothing():
    sheet = review_sheet(release(Quote(id="q1"), Headline(id="h1"), notes="Call Jo."), 0, MOMENT)
    assert sheet.remarks == (Remark("", "Call Jo."),)
    assert sheet.kinds == {}


def test_a_comment_stands_where_it_belongs():
    kit = release(
        Headline(id="h1", text=rich("One")), Paragraph(id="p1", text=rich("Two")), quote(), notes="A\nB"
    )
    data = exported(kit)
    found = {each.comment_id: each.text for each in docx.Document(io.BytesIO(data)).comments}
    assert set(found.values()) == {"A\nB", "Not yet approved."}
    marked = {}
    for start in body(data).iter(qn("w:commentRangeStart")):
        marked[found[int(start.get(qn("w:id")))]] = words(start.getparent())
    whole = "DRAFT, Nov. 20, 2026, 9:30 a.m. · NOT FOR PUBLICATION"
    assert marked == {"A\nB": whole, "Not yet approved.": "“We won,” said Ada Poe."}
    for mark in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        assert sorted(int(each.get(qn("w:id"))) for each in body(data).iter(qn(mark))) == sorted(found)


def test_several_remarks_on_one_paragraph_nest():
    remarks = (Remark("", "One"), Remark("", "Two"), Remark("gone", "Three"), Remark("", " "))
    sheet = ReviewSheet(title="", language="en", shapes=(Para(role="body", text=rich("x")),), remarks=remarks)
    (paragraph,) = body(write(sheet, CLASSIC)).findall(qn("w:p"))
    order = [etree.QName(each).localname for each in paragraph]
    assert order == ["pPr", *["commentRangeStart"] * 3, "r", *["commentRangeEnd", "r"] * 3]


def test_comments_name_nobody_and_no_time():
    comments = etree.fromstring(parts(exported(full_kit()))["word/comments.xml"])
    for comment in comments:
        assert {etree.QName(name).localname for name in comment.attrib} == {"id", "author"}
        assert comment.get(qn("w:author")) == "PressKit"


def test_a_note_from_the_right_is_set_so():
    (comment,) = etree.fromstring(parts(exported(release(notes="اتصلوا بالبلدية 24")))["word/comments.xml"])
    assert comment.find(f".//{qn('w:bidi')}").get(qn("w:val")) == "1"
    assert comment.findall(f".//{qn('w:rtl')}")


def test_a_release_without_remarks_has_no_comments():
    assert "word/comments.xml" not in parts(exported(release(Headline(id="h1", text=rich("One")))))


def test_reporters_get_none_of_it():
    data = parts(exported(full_kit(), "docx"))
    whole = b"".join(data.values())
    for internal in (
        b"Call the mayor",
        b"comment",
        b"w:sdt",
        b"para0001",
        b"2026-11-20",
        b"by phone",
        b"annotation",
    ):
        assert internal not in whole


def test_equal_kits_make_equal_files():
    assert exported(full_kit()) == exported(full_kit())


def test_a_dateline_alone_and_an_empty_release_are_files_too():
    lonely = Kit(releases=(Release(dateline=Dateline(city="Rome")),), notes="x")
    for kit in (Kit(), lonely, release(Paragraph(id="p1"))):
        assert docx.Document(io.BytesIO(exported(kit))).paragraphs
