"""What a PDF says of its parts: the elements that a screen reader goes by."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from presskit.export.to_pdf import write
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Role, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import Run, rich
from tests.kits import png

LOOK = look(Brand())


def sheet(*shapes: AnyShape, language: str = "en-US") -> Sheet:
    return Sheet(
        title="Title",
        language=language,
        shapes=shapes,
        running="RUNNING",
        more="-more-",
        pictures={"p": png()},
    )


def tagged(made: Sheet) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(made, LOOK)))


def tree(element: Any) -> Any:
    """An element as its kind, or as (kind, kids) where it has elements in it."""
    kids = [tree(kid) for kid in elements(element)]
    kind = str(element.S)[1:]
    return (kind, *kids) if kids else kind


def elements(element: Any) -> Iterator[Any]:
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid


def found(pdf: pikepdf.Pdf) -> Any:
    return tree(pdf.Root.StructTreeRoot.K[0])


def test_every_shape_has_its_element() -> None:
    pdf = tagged(
        sheet(
            Picture(role="logo", name="p", alt="Logo of the trust"),
            Para(role="release_line", text=rich("NOW")),
            Lines(role="contact", lines=(rich("Jo Li"), rich("555-0100"))),
            Heading(role="headline", text=rich("Headline"), level=1),
            Para(role="body", text=(Run("See "), Run("this", link="https://example.org/"), Run("."))),
            Para(role="quote", block="q1", text=rich("“One.")),
            Para(role="quote", block="q1", text=rich("“Two.”")),
            Para(role="quote", block="q2", text=rich("“Three.”")),
            Bullets(role="bullet", items=(rich("one"), rich("two"))),
            Heading(role="crosshead", text=rich("Crosshead"), level=2),
            Picture(role="photo", block="f", name="p", alt="A river"),
            Para(role="caption", block="f", text=rich("The river")),
        )
    )
    assert found(pdf) == (
        "Document", "Figure", "P", ("Div", "P", "P"), "H1", ("P", "Link"),
        ("BlockQuote", "P", "P"), ("BlockQuote", "P"),
        ("L", ("LI", "Lbl", "LBody"), ("LI", "Lbl", "LBody")), "H2", ("Div", "Figure", "Caption"),
    )  # fmt: skip
    document = pdf.Root.StructTreeRoot.K[0]
    figure = next(elements(document))
    assert figure.Alt == "Logo of the trust"
    assert figure.A.O == "/Layout"
    assert len(figure.A.BBox) == 4


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([2, 1, 2], ["H1", "H1", "H2"]), ([1, 3, 2], ["H1", "H2", "H2"]), ([9, 9, 9], ["H1", "H2", "H3"])],
)
def test_headings_begin_at_one_and_skip_no_level(levels: list[int], expected: list[str]) -> None:
    roles: dict[int, Role] = {1: "headline"}
    made = sheet(
        *(Heading(role=roles.get(each, "crosshead"), text=rich("Head"), level=each) for each in levels)
    )
    assert found(tagged(made)) == ("Document", *expected)


def test_a_link_is_one_element_with_a_place_to_click_on_each_line() -> None:
    words = "a name longer than a line " * 5
    pdf = tagged(sheet(Para(role="body", text=(Run("See "), Run(words, link="https://example.org/x")))))
    paragraph = next(elements(pdf.Root.StructTreeRoot.K[0]))
    (link,) = elements(paragraph)
    clicked = [kid.Obj for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    assert len(clicked) == 2 == len(pdf.pages[0].Annots)
    assert all(each.Contents == "https://example.org/x" for each in clicked)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert all(parents[int(each.StructParent)].objgen == link.objgen for each in clicked)


def test_another_language_is_named() -> None:
    pdf = tagged(
        sheet(Para(role="body", text=(Run("They say "), Run("sí se puede", language="es"), Run("."))))
    )
    paragraph = next(elements(pdf.Root.StructTreeRoot.K[0]))
    (span,) = elements(paragraph)
    assert (span.S, span.Lang) == ("/Span", "es")
    assert pdf.Root.Lang == "en-US"


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    pdf = tagged(sheet(Para(role="body", text=rich("word " * 2000))))
    assert len(pdf.pages) > 1
    assert found(pdf) == ("Document", "P")
    paragraph = next(elements(pdf.Root.StructTreeRoot.K[0]))
    assert sum(isinstance(kid, pikepdf.Dictionary) for kid in paragraph.K) == len(pdf.pages) - 1


def test_what_is_on_every_page_is_no_content() -> None:
    pdf = tagged(sheet(Para(role="body", text=rich("word " * 2000))))
    second = pdf.pages[1].Contents.read_bytes()
    assert second.count(b"/Subtype /Header") == 1
    assert pdf.pages[0].Contents.read_bytes().count(b"/Subtype /Footer") == 1
    assert second.count(b"BDC") == second.count(b"EMC")


def test_what_runs_from_the_right_is_read_in_its_order() -> None:
    text = "וכן 1,200 איש חתמו (ACLU)."
    pdf = tagged(sheet(Para(role="body", text=rich(text)), language="he"))
    paragraph = next(elements(pdf.Root.StructTreeRoot.K[0]))
    spoken = [str(span.ActualText) for span in elements(paragraph)]
    assert "".join(spoken).replace(" ", "") == "וכןאישחתמו()."
    assert all(text.index(each.strip()) >= 0 for each in spoken)


def test_metadata_says_what_it_is_and_nothing_more() -> None:
    pdf = tagged(sheet(Para(role="body", text=rich("Words"))))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        assert metadata["dc:title"] == "Title"
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert not any("Date" in key for key in metadata)
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    (intent,) = pdf.Root.OutputIntents
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
