"""OpenDocument texts: paragraphs, lists, tables, notes and what is left out."""

import io
import zipfile

import pytest

from presskit.bounded import Unreadable
from presskit.intake.passages import Intake
from presskit.intake.reading import read
from presskit.text.runs import Run

_KIND = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in {
        "office": f"{_URN}office:1.0", "text": f"{_URN}text:1.0", "table": f"{_URN}table:1.0",
        "draw": f"{_URN}drawing:1.0", "style": f"{_URN}style:1.0", "svg": f"{_URN}svg-compatible:1.0",
        "fo": f"{_URN}xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/", "meta": f"{_URN}meta:1.0",
    }.items()
)  # fmt: skip
_STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Mid" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
</style:style>
<style:style style:name="Slant" style:family="paragraph" style:parent-style-name="Mid">
<style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles>"""


def document(body: str, *, head: str = "", **others: str) -> bytes:
    """An ODT whose text is `body`; others: more parts by name."""
    content = f"<office:document-content {_NAMES}>{_STYLES}<office:body><office:text>{body}"
    parts = {
        "mimetype": _KIND,
        "content.xml": f"{head}{content}</office:text></office:body></office:document-content>",
        **{name.replace("__", "/") + ".xml": part for name, part in others.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def taken(body: str, **others: str) -> Intake:
    """What is read of such a text."""
    return read(document(body, **others), "release.odt")


def test_headings_paragraphs_and_emphasis_are_read() -> None:
    found = taken(
        '<text:h text:outline-level="2">Rivers win</text:h>'
        '<text:p>  Hill\n  <text:span text:style-name="B">House</text:span> and '
        '<text:a xlink:href="https://example.org/">more</text:a>\u00a0!  </text:p>'
        '<text:p/><text:p text:style-name="Slant">Mid<text:s text:c="2"/>way<text:tab/>x</text:p>'
    )
    first, second, third = found.passages
    assert (first.form, first.level, first.text) == ("heading", 2, "Rivers win")
    assert second.runs == (
        Run("Hill "), Run("House", bold=True), Run(" and "), Run("more", link="https://example.org/"),
        Run("\u00a0!"),
    )  # fmt: skip
    assert third.runs == (Run("Mid  way\tx", italic=True),)
    assert third.centred
    assert third.gap == 2
    assert found.form == "odt"


def test_lists_keep_their_numbers_and_depth() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("deep", "") + "</text:list>"
    found = taken(
        '<text:list text:style-name="N">'
        + item.format("one", inner)
        + item.format("two", "<text:p>goes on</text:p>")
        + "</text:list>"
    )
    told = [(each.form, each.level, each.mark, each.text) for each in found.passages]
    assert told == [
        ("item", 1, "1.", "one"), ("item", 2, "•", "deep"), ("item", 1, "2.", "two"),
        ("plain", 0, "", "goes on"),
    ]  # fmt: skip


def test_rows_boxes_notes_and_comments_stand_in_their_places() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    found = taken(
        f"<table:table><table:table-row>{cell.format('44%')}{cell.format('agree')}</table:table-row>"
        "</table:table><text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note</text:p></text:note-body></text:note> goes on<office:annotation>"
        "<dc:creator>Ada</dc:creator><text:p>Check</text:p></office:annotation>.</text:p>"
        "<text:p>Before<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>"
        "<draw:custom-shape><text:p>Shaped</text:p></draw:custom-shape>"
        "<text:section><text:p>Sectioned</text:p></text:section>"
        "<text:p><draw:frame><draw:image xlink:href='https://example.org/a.png'/><svg:desc>A river</svg:desc>"
        "</draw:frame></text:p>"
    )
    assert [(each.form, each.region, each.text) for each in found.passages] == [
        ("row", "", "44%\tagree"), ("plain", "", "Text goes on."), ("plain", "", "Before"),
        ("plain", "", "Boxed"),
        ("plain", "", "Shaped"), ("plain", "", "Sectioned"), ("plain", "picture", "A river"),
        ("plain", "footnote", "A note"), ("plain", "comment", "Check"),
    ]  # fmt: skip
    assert found.left_out == ("One picture was left out.",)


def test_what_was_deleted_is_left_out_and_told() -> None:
    found = taken(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Secret</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Kept</text:p>"
    )
    assert [each.text for each in found.passages] == ["Kept"]
    assert found.left_out == ("One tracked deletion or hidden word was left out.",)


def test_heads_feet_title_and_language_are_told() -> None:
    found = taken(
        "<text:p>Text</text:p>",
        styles=f"<office:document-styles {_NAMES}><office:master-styles><style:master-page>"
        "<style:header><text:p>Hill House</text:p></style:header><style:footer><text:p>1</text:p>"
        "</style:footer></style:master-page></office:master-styles></office:document-styles>",
        meta=f"<office:document-meta {_NAMES}><office:meta><dc:title>Rivers</dc:title>"
        "<dc:language>es-MX</dc:language></office:meta></office:document-meta>",
    )
    assert [(each.region, each.text) for each in found.passages] == [
        ("", "Text"), ("header", "Hill House"), ("footer", "1"),
    ]  # fmt: skip
    assert (found.title, found.language) == ("Rivers", "es-MX")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document("<text:p>x</text:p>", **{"META-INF__manifest": "<m><encryption-data/></m>"}), "password"),
        (document("<text:p>x</text:p>", head='<!DOCTYPE x [<!ENTITY a "b">]>'), "document type"),
        (document("<text:p>"), "no XML"),
        (document("<text:p> </text:p>"), "no words"),
        (document("<text:p>x</text:p>")[:-60], "cut off"),
        (document("<text:list><text:list-item>" * 4000), "no XML"),
        (document("<text:p>" + "x" * 9_000_000 + "</text:p>"), "far more"),
    ],
    ids=["locked", "entities", "broken", "empty", "cut", "deep", "bomb"],
)
def test_bad_files_are_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data, "release.odt")


def test_deep_nesting_ends() -> None:
    body = (
        "<text:section>" * 200 + "<text:p>deep</text:p>" + "</text:section>" * 200 + "<text:p>near</text:p>"
    )
    found = taken(body)
    assert [each.text for each in found.passages] == ["near"]
    assert "within each other" in found.left_out[0]
