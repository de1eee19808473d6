"""Which column of a table is the figure, which its words and which its source."""

import pytest

from presskit.blocks.statistics import Source
from presskit.blocks.tabled import is_figure, tabled
from presskit.text.runs import plain
from presskit.text.table import from_text


def figures(text: str) -> list[tuple[str, str, int]]:
    """Figures, sentences and sources of tab-separated text."""
    table = from_text(text)
    found = tabled(table) if table else None
    return [(each.figure, plain(each.sentence), each.source) for each in found.figures] if found else []


@pytest.mark.parametrize(
    "cell",
    [
        "44%",
        "1,204",
        "$2.5 million",
        "1 in 4",
        "3 out of 10",
        "≈ 3,000",
        "US$ 12 bn",
        "−4.5 pp",
        "(12)",
        "£1.2m",
        "12\u202f345,67 €",
        "2024",
        "+5",
        "3:1",
    ],
)
def test_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize(
    "cell", ["", "Drivers", "12 drivers stopped on roads", "Dr. 3", "https://example.org/1"]
)
def test_what_is_no_figure(cell: str) -> None:
    assert not is_figure(cell)


def test_columns_in_any_order_with_a_head_row() -> None:
    text = "Where\tShare\tSource\nin towns\t44%\tTrust Survey, 2024\nin cities\t1,204\tTrust Survey, 2024\n"
    assert figures(text) == [("44%", "in towns", 1), ("1,204", "in cities", 1)]
    table = from_text(text)
    assert table is not None
    found = tabled(table)
    assert found is not None
    assert found.sources == (Source(who="Trust Survey", when="2024"),)


def test_without_a_head_row() -> None:
    text = "44%\tof towns\thttps://example.org/a\n3\tof four\tHill House (2023)\n"
    table = from_text(text)
    assert table is not None
    found = tabled(table)
    assert found is not None
    assert found.sources == (Source(link="https://example.org/a"), Source(who="Hill House", when="2023"))
    assert figures(text) == [("44%", "of towns", 1), ("3", "of four", 2)]


def test_years_over_columns_are_a_head_row_and_nothing_is_lost() -> None:
    assert figures("\t2023\t2024\nStops\t10\t20\nFines\t$5\t\n") == [
        ("10", "Stops, 2023", 0),
        ("20", "Stops, 2024", 0),
        ("$5", "Fines, 2023", 0),
    ]


def test_a_row_without_its_figure_keeps_its_words() -> None:
    assert figures("1\ta\n2\tb\n\tc\n") == [("1", "a", 0), ("2", "b", 0), ("", "c", 0)]


def test_a_table_of_words_is_none_of_figures() -> None:
    assert figures("Name\tRole\nAda\tChair\n") == []
