"""A table from a spreadsheet's clipboard as cells: tab-separated text as Excel, LibreOffice Calc and Google
Sheets write it, and HTML that is a table and nothing else. Nothing is fetched, and no input raises."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

MOST_ROWS, MOST_CELLS = 200, 40  # rows that are taken, and cells of each
_MOST_LETTERS = 2_000_000  # of the clipboard that are looked at
_LONGEST = 4_000  # letters of a cell
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Between marks stand cells with tabs, line ends or marks of their own, which are doubled.
_MARKED = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r?\n|\r|\Z)')
_BARE = re.compile(r"[^\t\r\n]*")
_LEAST_COLUMNS = 2


class Table(NamedTuple):
    """Rows of cells, all equally long. head: whether the first is marked as one. left: rows beyond MOST_ROWS
    that were not taken."""

    rows: tuple[tuple[str, ...], ...]
    head: bool = False
    left: int = 0


def from_text(text: str) -> Table | None:
    """The table of tab-separated text; None where it is none, with tabs in half of its lines or fewer."""
    if "\t" not in text:
        return None
    rows = list(_read(text[:_MOST_LETTERS].rstrip("\r\n\x00")))
    filled = [row for row in rows if any(row)]
    if sum(len(row) >= _LEAST_COLUMNS for row in filled) * 2 <= len(filled):
        return None
    return _evened(filled)


def _read(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    at = 0
    while at <= len(text):
        found = _MARKED.match(text, at)
        cell = found[1].replace('""', '"') if found else ""
        if found is None:
            found = _BARE.match(text, at)
            assert found is not None
            cell = found[0]
        row.append(_clean(cell))
        at = found.end()
        if at < len(text) and text[at] == "\t":
            at += 1
            continue
        yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1


def from_html(html: str) -> Table | None:
    """The table of HTML that has one, and no words outside it; None for any other."""
    from lxml import html as parser

    if "<table" not in html[:_MOST_LETTERS].lower():
        return None
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", html[:_MOST_LETTERS]).replace("\x00", "")
    try:
        root: Any = parser.document_fromstring(
            page, parser=parser.HTMLParser(no_network=True, huge_tree=False)
        )
    except (ValueError, parser.etree.LxmlError):
        return None
    tables: list[Any] = root.xpath("//table[not(ancestor::table)]")
    if len(tables) != 1 or _words_outside(root):
        return None
    lines: list[Any] = tables[0].xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
    if not lines:
        return None
    marked = [child.tag == "th" for child in lines[0] if child.tag in {"td", "th"}]
    head = bool(marked) and (all(marked) or lines[0].getparent().tag == "thead")
    filled = [row for row in _spread(lines) if any(row)]
    found = _evened(filled)
    return found._replace(head=head) if found else None


def _words_outside(root: Any) -> bool:
    outside = root.xpath(
        "//body//text()[not(ancestor::table) and not(ancestor::style) and not(ancestor::script)]"
    )
    return any(str(words).strip() for words in outside)


def _spread(lines: list[Any]) -> Iterator[list[str]]:
    """The cells of lines, with empty ones where a cell reaches over several columns or rows."""
    below: dict[int, int] = {}  # column -> lines that a cell above still reaches into
    for line in lines:
        row: list[str] = []
        for cell in line:
            if cell.tag not in {"td", "th"}:
                continue
            while below.get(len(row)):
                below[len(row)] -= 1
                row.append("")
            wide, deep = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            for column in range(len(row), len(row) + wide):
                below[column] = deep - 1
            row += [_letters(cell), *[""] * (wide - 1)]
            if len(row) >= MOST_CELLS:
                break
        yield row


def _span(given: str | None) -> int:
    return min(int(given), MOST_CELLS) if given and re.fullmatch(r"[1-9]\d{0,3}", given.strip()) else 1


def _letters(cell: Any) -> str:
    for line_end in cell.iter("br"):
        line_end.tail = " " + (line_end.tail or "")
    return _clean("".join(cell.itertext()))


def _clean(cell: str) -> str:
    """A cell on one line; spaces that must not break stay as they are within it."""
    return _SPACE.sub(" ", cell[:_LONGEST].replace("\x00", "")).strip()


def _evened(rows: list[list[str]]) -> Table | None:
    taken = rows[:MOST_ROWS]
    wide = min(max(map(len, taken), default=0), MOST_CELLS)
    if wide < _LEAST_COLUMNS:
        return None
    even = tuple(tuple((row + [""] * wide)[:wide]) for row in taken)
    return Table(even, left=len(rows) - len(taken))
