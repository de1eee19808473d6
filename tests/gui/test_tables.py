"""Tables from spreadsheets pasted into the release."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from presskit.text.runs import plain
from tests.gui.conftest import Hand

TEXT = (
    'Share\tOf whom\tSource\n44%\t"of tenants\nin town"\tRoof Count, 2024\n'
    '"1,204"\tfamilies\tRoof Count, 2024\n'
)
SHEETS = (
    '<meta charset="utf-8"><google-sheets-html-origin><style>td{}</style><table><tbody><tr><td>44%</td>'
    "<td>of tenants in town</td></tr><tr><td>1,204</td><td>families</td></tr></tbody></table>"
)
ROWS = [("44%", "of tenants in town"), ("1,204", "families")]


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with a headline and an empty paragraph."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)
    return hand


def figures(hand: Hand, place: int) -> list[tuple[str, str]]:
    """Figures and sentences of a statistics block."""
    return [(row.figure, plain(row.sentence)) for row in hand.release.blocks[place].items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "html"), [(TEXT, ""), ("44%\tof\n", SHEETS)])
def test_a_table_in_an_empty_paragraph_makes_a_statistics_block(page: Hand, text: str, html: str) -> None:
    before = page.release
    page.paste(text, html)
    assert page.kinds == ["headline", "statistics"]
    assert figures(page, 1) == ROWS
    assert page.focus is page.card(1).form.field_at("items/1/sentence")
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before
    assert page.focus is page.card(1).form.field_at("text")


def test_a_table_in_a_row_of_figures_makes_rows_below_it(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    page.key(Qt.Key.Key_Tab)
    page.paste(TEXT)
    assert figures(page, 2) == ROWS
    block = page.release.blocks[2]
    assert [(each.who, each.when) for each in block.sources] == [("Roof Count", "2024")]  # type: ignore[attr-defined]
    assert [each.source for each in block.items] == [1, 1]  # type: ignore[attr-defined]
    page.go(2, "items/0/figure")
    page.paste("7\tmore\n8\tstill\n")
    assert figures(page, 2) == [ROWS[0], ("7", "more"), ("8", "still"), ROWS[1]]
    page.write("!")
    assert figures(page, 2)[2] == ("8", "still!")
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert figures(page, 2) == ROWS


def test_a_table_by_the_menu_of_a_figure(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    field = page.go(2, "items/0/figure")
    mime = QMimeData()
    mime.setText(TEXT)
    QApplication.clipboard().setMimeData(mime)
    page.in_opened_menu(field.open_menu, "&Paste")
    assert figures(page, 2) == ROWS


def test_where_figures_have_no_place_a_table_is_words(page: Hand) -> None:
    page.write("See ")
    page.paste("12\tof one\n13\tof two\n")
    assert page.kinds == ["headline", "paragraph", "paragraph"]
    page.ctrl(Qt.Key.Key_Z)
    page.in_menu(lambda: page.find("moreKinds"), "Contacts")
    page.paste("12\tof one\n13\tof two\n")
    contacts = page.release.blocks[page.place]
    assert contacts.people[0].name == "12 of one 13 of two"  # type: ignore[attr-defined]


def test_too_long_a_table_says_what_was_left(page: Hand) -> None:
    heard: list[str] = []
    page.answer("close", heard)
    page.paste("".join(f"{number}\tof many\n" for number in range(203)))
    page.until(lambda: bool(heard))
    assert "first 200 rows" in heard[0]
    assert "3 more were left out" in heard[0]
    assert len(figures(page, 1)) == 200


def test_prose_with_a_table_in_it_is_prose(page: Hand) -> None:
    page.paste("x", "<p>As counted:</p>" + SHEETS)
    assert page.kinds == ["headline", "paragraph", "paragraph", "paragraph"]
