"""Tables of people as spreadsheets and address books write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.library.columns import field_of
from presskit.library.people import Person
from presskit.library.spreadsheet import MOST_BYTES, TableProblem, guess_columns, people, read_table

GOOGLE = (
    "First Name,Middle Name,Last Name,Name Prefix,Organization Name,Organization Title,Labels,"
    "E-mail 1 - Value,Phone 1 - Value,Phone 2 - Value\n"
    "Ana,Maria,Roble,Dr.,River Alliance,Water analyst,* myContacts ::: Press,ana@river.example,203-555-0100,"
    "203-555-0101\n"
)
OUTLOOK = (
    '"Title","First Name","Last Name","Company","Job Title","Business Phone","Mobile Phone",'
    '"E-mail Address"\n'
    '"Ms.","Noor","Haddad","Hill House","Director","+1 203 555 0102","203 555 0103","noor@hill.example"\n'
)


def _only(data: bytes) -> Person:
    table = read_table(data)
    ((_number, item),) = people(table, guess_columns(table.header, table.rows)).rows
    assert isinstance(item.content, Person)
    return item.content


def test_what_google_writes() -> None:
    """Names apart, two numbers, labels as tags."""
    table = read_table(GOOGLE.encode())
    ((number, item),) = people(table, guess_columns(table.header, table.rows)).rows
    assert isinstance(item.content, Person)
    assert (number, item.content.name, item.tags) == (2, "Ana Maria Roble", ("myContacts", "Press"))
    assert (item.content.phone, item.content.after_hours) == ("203-555-0100", "203-555-0101")
    (title,) = item.content.titles
    assert (title.before, title.role, title.organisation) == ("Dr.", "Water analyst", "River Alliance")


def test_what_outlook_writes() -> None:
    """A title beside a job title stands before the name."""
    person = _only(OUTLOOK.encode("utf-16"))
    assert person.name == "Noor Haddad"
    assert (person.titles[0].before, person.titles[0].role) == ("Ms.", "Director")
    assert person.email == "noor@hill.example"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_delimiters(encoding: str, mark: str) -> None:
    """As Excel in several countries saves them."""
    lines = (
        ("Nombre completo", "Cargo", "Correo electrónico"),
        ("María Núñez Peña", "Portavoz", "m@río.example"),
    )
    data = "\r\n".join(mark.join(line) for line in lines).encode(encoding)
    person = _only(data)
    assert (person.name, person.titles[0].role, person.email) == (
        "María Núñez Peña",
        "Portavoz",
        "m@río.example",
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("E-Mail", "email"), ("Téléphone", "phone"), ("Nachname", "last"), ("Prénom", "first"),
        ("البريد الإلكتروني", "email"), ("姓名", "name"), ("Función", "role"),
        ("Organização", "organisation"),
        ("Shoe size", ""),
    ],
)  # fmt: skip
def test_columns_are_known_in_several_languages(name: str, field: str) -> None:
    """Whatever their case and accents."""
    assert field_of(name) == field
    assert field_of(name.upper()) == field


def test_without_a_header_the_values_tell() -> None:
    """The first row is somebody, too."""
    table = read_table(b"Ada Roe,ada@hill.example,203-555-0104\nBo Li,bo@hill.example,203-555-0105\n")
    assert not table.has_header
    found = people(table, guess_columns(table.header, table.rows))
    assert [each.number for each in found.rows] == [1, 2]
    person = found.rows[0].item.content
    assert isinstance(person, Person)
    assert (person.name, person.email, person.phone) == ("Ada Roe", "ada@hill.example", "203-555-0104")


def test_rows_that_lack_something_are_told_by_number() -> None:
    """No name: left out. No address: taken as it is. Empty and ragged rows are nothing to tell."""
    table = read_table(b'Name,Email\n,ada@hill.example\n\n"Li, Bo",bo at hill\n"Cy Moe, Jr."\nDee\n')
    found = people(table, guess_columns(table.header, table.rows))
    assert [each.number for each in found.problems] == [2, 4]
    assert "Row 2 has no name" in found.problems[0].sentence
    assert "bo at hill" in found.problems[1].sentence
    assert [each.item.name for each in found.rows] == ["Bo Li", "Cy Moe, Jr.", "Dee"]


def test_formulas_and_quoted_lines_are_text() -> None:
    """Nothing is worked out; a cell may have lines."""
    person = _only(b'Name,Notes\n"=HYPERLINK(""x"")","One.\nTwo."\n')
    assert person.name == '=HYPERLINK("x")'
    assert len(person.biography) == 2


@pytest.mark.parametrize("data", [b"", b"\n\n,,\n", b"\xff\xfe"])
def test_an_empty_file_says_so(data: bytes) -> None:
    """In words."""
    with pytest.raises(TableProblem, match="nothing in this file"):
        read_table(data)


def test_bounds_are_told() -> None:
    """Too many bytes, too many rows, a cell without end."""
    with pytest.raises(TableProblem, match="20 MB"):
        read_table(b"x" * (MOST_BYTES + 1))
    with pytest.raises(TableProblem, match="100,000 rows"):
        read_table(b"a\n" * 100_002)
    with pytest.raises(TableProblem, match="quotation mark"):
        read_table(b'Name\n"' + b"x" * 200_000)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    """Never anything else."""
    try:
        table = read_table(data)
    except TableProblem:
        return
    assert {len(row) for row in table.rows} <= {len(table.header)}
    found = people(table, guess_columns(table.header, table.rows))
    assert len(found.rows) <= len(table.rows)
