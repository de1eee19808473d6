"""A table taken for figures with their words and sources: which column is which is told by what is in it."""

import re
from typing import NamedTuple

from presskit.blocks.statistics import Figure, Source
from presskit.text.runs import rich
from presskit.text.table import Table

# As in: 44%, $2.5 million, US$ 12 bn, 1 in 4, ≈ 3,000, −4.5 pp, 12 345,67 €.
_FIGURE = re.compile(
    r"[^\w\s]{0,3}\s?(?:[A-Z]{1,3})?[^\w\s]{0,2}\s?\d[\d.,:/’' \u00a0\u202f]*\s?[^\W\d]*[^\w\s]?"
    r"(?:\s(?:in|out of|of|de|sur|von)\s\d+|\s[^\W\d]{1,12})?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(r"(.*?)[,;]?\s*\(?((?:19|20)\d\d)\)?")
_LONGEST = 28  # letters of a figure
_SOURCES = frozenset(
    ["source", "sources", "fuente", "fuentes", "fonte", "fontes", "sous", "nguồn", "المصدر", "מקור",
     "источник", "来源", "來源", "出典", "출처", "स्रोत", "study", "link", "url"]
)  # fmt: skip


class Tabled(NamedTuple):
    """Figures, each with the place, from 1, of its source among the sources; 0 for none."""

    figures: tuple[Figure, ...]
    sources: tuple[Source, ...] = ()


def is_figure(cell: str) -> bool:
    """Whether a cell reads as a figure."""
    return 0 < len(cell) <= _LONGEST and bool(_FIGURE.fullmatch(cell))


def tabled(table: Table) -> Tabled | None:
    """The figures of a table; None where no column holds any. Of several columns with figures each cell is
    a figure of its own, and its words end in what heads the column, so that nothing is lost."""
    head, rows = _head(table)
    columns = [[row[number] for row in rows] for number in range(len(table.rows[0]))]
    numbers = [number for number, cells in enumerate(columns) if _mostly_figures(cells)]
    if not numbers:
        return None
    texts = [number for number, cells in enumerate(columns) if number not in numbers and any(cells)]
    source = _source_column(head, texts, columns)
    words = [number for number in texts if number != source]
    figures: list[Figure] = []
    sources: list[str] = []
    for row in rows:
        said = ", ".join(row[number] for number in words if row[number])
        named = row[source] if source is not None else ""
        if named and named not in sources:
            sources.append(named)
        at = sources.index(named) + 1 if named else 0
        filled = [number for number in numbers if row[number]] or numbers[:1]
        for number in filled if said or any(row[each] for each in filled) else ():
            heading = head[number] if head and len(numbers) > 1 else ""
            sentence = ", ".join(each for each in (said, heading) if each)
            figures.append(Figure(figure=row[number], sentence=rich(sentence), source=at))
    return Tabled(tuple(figures), tuple(map(_source, sources)))


def _head(table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The head row, empty where there is none, and the others."""
    first, rest = table.rows[0], list(table.rows[1:])
    if not rest:
        return (), [first]
    below = [number for number in range(len(first)) if _mostly_figures([row[number] for row in rest])]
    years = bool(below) and all(
        _YEAR.fullmatch(first[number]) and not all(_YEAR.fullmatch(row[number]) for row in rest)
        for number in below
    )
    if below and (table.head or years or not any(is_figure(first[number]) for number in below)):
        return first, rest
    return (), [first, *rest]


def _mostly_figures(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(is_figure, filled)) * 2 > len(filled)


def _source_column(head: tuple[str, ...], texts: list[int], columns: list[list[str]]) -> int | None:
    """The column that the head calls the source; without a head, the last after the words, or addresses."""
    if head:
        named = [number for number in texts if head[number].lower().strip(" :") in _SOURCES]
        return named[0] if named else None
    links = [number for number in texts if all(_is_link(cell) for cell in columns[number] if cell)]
    last = texts[1:][-1:]
    return next(iter(links or last), None)


def _is_link(cell: str) -> bool:
    return cell.lower().startswith(("http://", "https://"))


def _source(named: str) -> Source:
    """A source as a cell names it: an address, or who found it and, at the end, the year."""
    if _is_link(named):
        return Source(link=named)
    dated = _DATED.fullmatch(named)
    return Source(who=dated[1], when=dated[2]) if dated and dated[1] else Source(who=named)
