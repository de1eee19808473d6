"""Tables of the clipboard, as Excel, LibreOffice Calc and Google Sheets put them there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.table import MOST_CELLS, MOST_ROWS, Table, from_html, from_text

EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {mso-x:1}--></style></head>'
    "<body><!--StartFragment--><table border=0><col width=64><tr height=20><td>Figure</td><td>What</td></tr>"
    "<tr><td align=right>1,204</td><td>people were<br>stopped</td></tr></table><!--EndFragment-->"
    "</body></html>"
)
CALC = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'/><style>td{}</style></head><body>"
    "<table cellspacing='0'><colgroup width='85'></colgroup><tr><td sdval='0.44' sdnum='1033;0;0%'>"
    "<font>44%</font></td><td>of them</td></tr></table></body></html>"
)
SHEETS = (
    '<meta charset="utf-8"><google-sheets-html-origin><style type="text/css"><!--td {}--></style>'
    '<table data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr><td>3</td><td>of four</td>'
    "</tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        (EXCEL, (("Figure", "What"), ("1,204", "people were stopped"))),
        (CALC, (("44%", "of them"),)),
        (SHEETS, (("3", "of four"),)),
    ],
)
def test_html_of_spreadsheets(html: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert from_html(html) == Table(rows)


def test_head_and_cells_that_reach_over_others() -> None:
    html = (
        "<table><thead><tr><th>A</th><th colspan='2'>B</th></tr></thead><tbody>"
        "<tr><td rowspan='2'>x</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>"
    )
    assert from_html(html) == Table((("A", "B", ""), ("x", "1", "2"), ("", "3", "4")), head=True)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>44%</p>",
        "<p>As the table shows:</p>" + SHEETS,
        SHEETS + SHEETS,
        "<table><tr><td>only one</td></tr></table>",
        "<table></table>",
    ],
)
def test_other_html_is_no_table(html: str) -> None:
    assert from_html(html) is None


def test_cells_in_marks_hold_tabs_line_ends_and_marks() -> None:
    text = 'a\t"b ""quoted""\r\nand\tmore"\r\n"c" said\td\r\n\r\n"open\te\r\n'
    found = from_text(text)
    assert found == Table((("a", 'b "quoted" and more'), ('"c" said', "d"), ('"open', "e")))


def test_uneven_rows_are_made_even() -> None:
    assert from_text("a\tb\tc\nd\te\n") == Table((("a", "b", "c"), ("d", "e", "")))


@pytest.mark.parametrize("text", ["", "words", "\t", "One line\nand another\nwith\ttab\nand more"])
def test_other_text_is_no_table(text: str) -> None:
    assert from_text(text) is None


def test_what_is_too_much_is_left_and_told() -> None:
    found = from_text("\n".join("\t".join(["1"] * 60) for _row in range(MOST_ROWS + 7)))
    assert found is not None
    assert (len(found.rows), len(found.rows[0]), found.left) == (MOST_ROWS, MOST_CELLS, 7)


@pytest.mark.parametrize("text", ['"\t' * 300_000, '""\t' * 300_000, '"""a\t' * 200_000, "\t\n" * 400_000])
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    begun = time.perf_counter()
    from_text(text)
    assert time.perf_counter() - begun < 4


@given(st.text(alphabet='a1%"\t\r\n, ', max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = from_text(text)
    assert found is None or len({len(row) for row in found.rows}) == 1


@given(
    st.lists(
        st.lists(st.text(alphabet='ab"\t\n1 ', max_size=6), min_size=2, max_size=4), min_size=2, max_size=4
    )
)
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    wide = max(map(len, rows))
    rows = [[" ".join(cell.split()) for cell in row + [""] * (wide - len(row))] for row in rows]
    rows = [["x", *row] for row in rows]
    text = "".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)
    found = from_text(text)
    assert found is not None
    assert [list(row) for row in found.rows] == rows
