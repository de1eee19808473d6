"""People from a table: CSV (RFC 4180) as spreadsheets and address books write it."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from presskit.i18n import N_, _
from presskit.library.columns import FIELDS, field_of, is_address, is_number
from presskit.library.items import Item, item_of
from presskit.library.people import Person, Title
from presskit.library.problems import LibraryProblem
from presskit.model import locale_words
from presskit.model.kit import Asset
from presskit.text.runs import rich

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
_MOST_COLUMNS = 200
_LOOKED_AT = 50  # rows by whose values a column is guessed
_DELIMITERS = {",": N_("commas"), ";": N_("semicolons"), "\t": N_("tabs"), "|": N_("bars")}
_SAMPLE = 256 * 1024  # bytes by which the encoding is found out
# Encodings that a look at the letters tells for sure; of the Latin ones a short text tells nothing.
_OF_SCRIPTS = {
    "cp1251", "koi8_r", "mac_cyrillic", "cp1253", "cp1255", "cp1256", "gb18030", "gb2312", "gbk", "big5",
    "big5hkscs", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "utf_16", "utf_16_le", "utf_16_be",
    "tis_620",
}  # fmt: skip
_WESTERN = "áéíóúñüçãõàèùêôöäßâîûëïåøÁÉÍÓÚÑÜÇÖÄ"
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "dds", "cpa", "rn", "jd", "mba", "mph"}


class TableProblem(LibraryProblem):
    """The file cannot be read as a table."""


class Table(NamedTuple):
    """header: what columns are called, one for each; made up where the file has none. rows: all as long as
    the header. encoding, delimiter: how it was read. first: the number of the first row in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    first: int

    @property
    def has_header(self) -> bool:
        """Whether the first row of the file is the header."""
        return self.first > 1

    def parted_by(self) -> str:
        """The delimiter as a word."""
        return _(_DELIMITERS.get(self.delimiter, self.delimiter))


class Row(NamedTuple):
    """A person and the number of the row that they came from."""

    number: int
    item: Item


class Trouble(NamedTuple):
    """Something of a row that could not be taken, or not as it is."""

    number: int
    sentence: str


class People:
    """What comes of a file. pictures: of those that rows have, by name."""

    def __init__(self, rows: list[Row], problems: list[Trouble]) -> None:
        self.rows, self.problems = rows, problems
        self.pictures: dict[str, Asset] = {}


def read_table(data: bytes, *, header: bool | None = None) -> Table:
    """The table in a CSV file, in whatever encoding and with whatever delimiter. header: whether its first
    row names the columns; found out unless told. Cells are text: a formula stays its letters. Raises
    TableProblem."""
    if len(data) > MOST_BYTES:
        raise TableProblem(_("The file is larger than 20 MB: split it, and import the parts."))
    text, encoding = decoded(data)
    delimiter = _delimiter(text)
    rows: list[tuple[str, ...]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) > MOST_ROWS:
                told = _("The file has more than {most} rows: split it, and import the parts.")
                raise TableProblem(told.format(most=locale_words.number(MOST_ROWS)))
            rows.append(tuple(cell.strip() for cell in cells[:_MOST_COLUMNS]))
    except csv.Error as problem:
        told = _("The file is no table that can be read: near row {row}, a quotation mark may be missing.")
        raise TableProblem(told.format(row=len(rows) + 1)) from problem
    if not any(any(row) for row in rows):
        raise TableProblem(_("There is nothing in this file."))
    named = _names_columns(rows[0]) if header is None else header
    width = max(map(len, rows))
    padded = [row + ("",) * (width - len(row)) for row in rows]
    names = padded[0] if named else ("",) * width
    shown = tuple(name or _("Column {number}").format(number=at) for at, name in enumerate(names, start=1))
    return Table(shown, tuple(padded[1:] if named else padded), encoding, delimiter, 2 if named else 1)


def decoded(data: bytes) -> tuple[str, str]:
    """The text in a file, and the name of its encoding."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace").replace("\0", ""), encoding.removesuffix("-sig")
    try:
        return data.decode().replace("\0", ""), "utf-8"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        found = from_bytes(data[:_SAMPLE]).best()
        encoding = found.encoding if found and found.encoding in _OF_SCRIPTS else _western(data[:_SAMPLE])
        return data.decode(encoding, "replace").replace("\0", ""), encoding


def _western(data: bytes) -> str:
    """Windows' encoding or that of old Macs: where the letters are those of western Europe."""
    usual = {name: sum(map(_WESTERN.count, data.decode(name, "replace"))) for name in ("cp1252", "mac_roman")}
    return max(usual, key=lambda name: usual[name])


def _delimiter(text: str) -> str:
    """The one that parts the first rows into the most columns, the same number in each."""
    start = text[:20_000]
    best, found = (0.0, 0), ","
    for delimiter in _DELIMITERS:
        try:
            rows = [
                row for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if any(row)
            ]
        except csv.Error:
            continue
        widths = [len(row) for row in rows[:_LOOKED_AT]]
        usual = max(set(widths), key=widths.count, default=1)
        score = (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)
        if score > best:
            best, found = score, delimiter
    return found


def _names_columns(row: Sequence[str]) -> bool:
    """Whether a row is a header: it has words that columns are called by, and no address or number."""
    if any(is_address(cell) or is_number(cell) for cell in row):
        return False
    return any(field_of(cell) for cell in row)


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Which field of `FIELDS` each column (from 0) is, by its name or else by its values; columns that are
    none are left out. No field is given twice, but a second number is one for after hours."""
    found: dict[int, str] = {}
    job = any(field_of(name) == "role" for name in header)
    for at, name in enumerate(header):
        field = field_of(name)
        if field == "title":  # an honorific beside a job, as Outlook has it; else the job
            field = "before" if job else "role"
        if field in found.values():
            field = "after_hours" if field == "phone" and "after_hours" not in found.values() else ""
        if field:
            found[at] = field
    for at in range(len(header)):
        if at in found:
            continue
        cells = [row[at] for row in rows[:_LOOKED_AT] if row[at]]
        for field, holds in (("email", is_address), ("phone", is_number)):
            if cells and field not in found.values() and sum(map(holds, cells)) > len(cells) * 0.6:
                found[at] = field
    if not {"name", "first", "last"} & set(found.values()):
        free = next((at for at in range(len(header)) if at not in found), None)
        if free is not None:
            found[free] = "name"
    return found


def people(table: Table, columns: Mapping[int, str]) -> People:
    """The people of a table, by which field each column is; and what could not be taken, by row."""
    taken = People([], [])
    for number, cells in enumerate(table.rows, start=table.first):
        if not any(cells):
            continue
        told: dict[str, str] = {}
        for at, field in columns.items():
            if at < len(cells) and cells[at] and field in FIELDS:
                told[field] = f"{told[field]}, {cells[at]}" if field in told else cells[at]
        name = _name(told)
        if not name:
            words = _("Row {row} has no name, and is left out.").format(row=number)
            taken.problems.append(Trouble(number, words))
            continue
        if (email := told.get("email", "")) and not is_address(email):
            words = _("Row {row}: “{email}” is no e-mail address. It comes in as it is.")
            taken.problems.append(Trouble(number, words.format(row=number, email=email[:60])))
        taken.rows.append(Row(number, _person(name, told)))
    return taken


def _name(told: Mapping[str, str]) -> str:
    whole = told.get("name", "")
    before, comma, after = whole.partition(",")
    if comma and after.strip() and "," not in after and _bare(after) not in _SUFFIXES:
        whole = f"{after.strip()} {before.strip()}"  # "Rivera, Ana" as address books sort it
    parts = [told.get(each, "") for each in ("first", "middle", "last")]
    return " ".join((whole or " ".join(parts)).split())


def _bare(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())


def _person(name: str, told: Mapping[str, str]) -> Item:
    title = Title(
        before=told.get("before", ""), role=told.get("role", ""), organisation=told.get("organisation", "")
    )
    notes = tuple(rich(" ".join(line.split())) for line in told.get("notes", "").splitlines() if line.strip())
    person = Person(
        name=name,
        titles=(title,) if title != Title() else (),
        phone=told.get("phone", ""),
        after_hours=told.get("after_hours", ""),
        email=told.get("email", "").removeprefix("mailto:"),
        languages=told.get("languages", ""),
        biography=notes,
    )
    parts = told.get("tags", "").replace(":::", ",").replace(";", ",").split(",")
    tags = dict.fromkeys(tag for each in parts if (tag := " ".join(each.replace("* ", " ").split())))
    return item_of(person, tags=tuple(tags))
