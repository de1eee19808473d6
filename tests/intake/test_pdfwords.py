"""The words of a PDF: paragraphs, heads and feet of pages, and files that cannot be read."""

import io

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from presskit.bounded import Unreadable
from presskit.intake.passages import Intake
from presskit.intake.reading import read

_WIDTH, _HEIGHT = letter


def document(*pages: list[tuple[float, float, str, str, float]], password: str = "") -> bytes:
    """A PDF of lines: x and y in points from the lower left corner, typeface, size."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, encrypt=password or None)
    canvas.setTitle("Rivers win")
    for page in pages:
        for x, y, words, face, size in page:
            canvas.setFont(face, size)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def body(*words: str, top: float = 700, x: float = 72) -> list[tuple[float, float, str, str, float]]:
    """Lines one below the other, as wide as their words."""
    return [(x, top - 15 * number, each, "Helvetica", 11) for number, each in enumerate(words)]


def taken(*pages: list[tuple[float, float, str, str, float]]) -> Intake:
    """What is read of such a document."""
    return read(document(*pages), "release.pdf")


_LONG = "The council of the town voted on Monday night to keep the river open for all who"


def test_lines_become_paragraphs() -> None:
    found = taken(
        [
            (72, 740, "Rivers win", "Helvetica-Bold", 18),
            (72, 718, "after ten years", "Helvetica-Bold", 18),
            *body(_LONG, "live by it.", "“We won,” said Ada Poe.", "1. First"),
            *body("After a gap.", top=600),
        ]
    )
    assert [(each.form, each.mark, each.text) for each in found.passages] == [
        ("plain", "", "Rivers win after ten years"), ("plain", "", f"{_LONG} live by it."),
        ("plain", "", "“We won,” said Ada Poe."), ("item", "1.", "First"), ("plain", "", "After a gap."),
    ]  # fmt: skip
    assert all(run.bold for run in found.passages[0].runs)
    assert all(each.whole for each in found.passages)
    assert (found.title, found.form) == ("Rivers win", "pdf")


def test_heads_and_feet_of_pages_are_set_apart() -> None:
    pages = [
        [(72, 760, "Hill House news", "Helvetica", 9), *body(_LONG, "and so on", "it ended."),
         (300, 30, f"Page {number} of 2", "Helvetica", 9)]
        for number in (1, 2)
    ]  # fmt: skip
    regions = [(each.region, each.text) for each in taken(*pages).passages]
    assert regions.count(("header", "Hill House news")) == 2
    assert ("footer", "Page 2 of 2") in regions
    assert "Hill" not in " ".join(text for region, text in regions if not region)


def test_a_sentence_goes_on_over_the_page() -> None:
    found = taken(body("First.", _LONG, top=100), body("swim, fish and row."))
    assert f"{_LONG} swim, fish and row." in [each.text for each in found.passages]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(body("x"), password="secret"), "password"),
        (b"%PDF-1.7\nnothing", "cut off"),
        (document([]), "no letters"),
    ],
    ids=["locked", "broken", "empty"],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data, "release.pdf")


def test_a_long_document_is_read_in_part() -> None:
    found = taken(*[body(f"Words {number}") for number in range(205)])
    assert "first 200 pages" in found.left_out[0]
