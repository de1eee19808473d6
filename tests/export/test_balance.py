"""Headlines in Word files break where those of the PDF do."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from presskit.export.balance import spare
from presskit.export.docx_styles import column
from presskit.export.to_docx import write
from presskit.flow import Heading, Para, Sheet
from presskit.model.brand import Brand, look
from presskit.text.runs import rich

TWO_LINES = "Three river towns sign a ten-year pact to end sewage spills"


def indents(theme: str, headline: str) -> list[float]:
    """The indents of the headline before and behind, in points."""
    sheet = Sheet(
        title="T",
        language="en-US",
        shapes=(
            Heading(role="headline", text=rich(headline), level=1),
            Para(role="body", text=rich("word " * 60)),
        ),
    )
    document = docx.Document(io.BytesIO(write(sheet, look(Brand(theme=theme)))))
    head, body = document.paragraphs[:2]
    assert body._p.find(f".//{qn('w:ind')}") is None
    found = head._p.find(f".//{qn('w:ind')}")
    if found is None:
        return [0.0, 0.0]
    return [int(found.get(qn(f"w:{side}"), "0")) / 20 for side in ("left", "right")]


@pytest.mark.parametrize("headline", ["", "Won", "A headline on one line"])
def test_one_line_needs_no_balance(headline: str) -> None:
    if headline:
        assert indents("classic", headline) == [0.0, 0.0]
    chosen = look(Brand())
    assert spare(rich(headline), "headline", chosen, "en-US", column(chosen)) == 0


def test_two_lines_come_out_about_equally_long() -> None:
    left, right = indents("classic", TWO_LINES)
    assert left == 0
    assert 30 < right < column(look(Brand())) / 2


def test_what_is_centred_stays_in_the_middle() -> None:
    left, right = indents("letterhead", TWO_LINES)
    assert left == right > 15
