"""People from vCards of three versions; a broken card does not keep the others out."""

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from presskit.library.people import Person
from presskit.library.spreadsheet import TableProblem
from presskit.library.vcards import read_cards


def _png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (20, 10), "teal").save(data, "PNG")
    return data.getvalue()


THREE = """BEGIN:VCARD
VERSION:3.0
N:Roble;Ana;María;Dra.;
FN:Ana María Roble
ORG:River Alliance;Water
TITLE:Water analyst
EMAIL;TYPE=INTERNET:ana@river.example
TEL;TYPE=CELL:203-555-0101
TEL;TYPE=WORK,VOICE:203-555-0100
TEL;TYPE=FAX:203-555-0109
CATEGORIES:press,water
NOTE:Speaks for the wells
  of the valley.\\nSince 2019.
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Noor Haddad
TEL;VALUE=uri;TYPE="voice,work":tel:+1-203-555-0102
EMAIL:noor@hill.example
LANG;PREF=1:ar
PHOTO:https://hill.example/noor.jpg
END:VCARD
"""
TWO = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Mar=C3=ADa
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mar=C3=ADa N=C3=BA=
=C3=B1ez
TEL;WORK;VOICE:203 555 0103
END:VCARD
"""


def _people(text: str) -> list[Person]:
    found = read_cards(text.encode())
    assert found.problems == []
    return [row.item.content for row in found.rows if isinstance(row.item.content, Person)]


def test_three_versions_in_one_file() -> None:
    """With lines that go on, several numbers, and quoted-printable."""
    ana, noor, maria = _people(THREE + FOUR.replace("\n", "\r\n") + TWO)
    assert (ana.name, ana.phone, ana.after_hours) == ("Ana María Roble", "203-555-0100", "203-555-0101")
    assert (ana.titles[0].before, ana.titles[0].role) == ("Dra.", "Water analyst")
    assert ana.titles[0].organisation == "River Alliance, Water"
    assert len(ana.biography) == 2
    assert (noor.name, noor.phone, noor.languages, noor.portrait) == (
        "Noor Haddad",
        "+1-203-555-0102",
        "ar",
        "",
    )
    assert (maria.name, maria.phone) == ("María Núñez", "203 555 0103")


def test_a_picture_within_a_card_is_taken() -> None:
    """As base 64 of version 3 and as a data address of version 4; what is none is told."""
    coded = base64.b64encode(_png()).decode()
    three = THREE.replace("END:", f"PHOTO;ENCODING=b;TYPE=PNG:{coded}\nEND:")
    four = FOUR.replace("https://hill.example/noor.jpg", f"data:image/png;base64,{coded}")
    bad = THREE.replace("END:", f"PHOTO;ENCODING=b;TYPE=PNG:{base64.b64encode(b'GIF?').decode()}\nEND:")
    found = read_cards((three + four + bad).encode())
    names = [row.item.content.portrait for row in found.rows]  # type: ignore[union-attr]
    assert names[0] == names[1]
    assert names[2] == ""
    assert list(found.pictures) == names[:1]
    assert [each.number for each in found.problems] == [3]


def test_a_broken_card_is_told_by_its_number() -> None:
    """And one without a name; the others come in."""
    broken = "BEGIN:VCARD\nVERSION:3.0\nthis is no line of a card\nEND:VCARD\n"
    nameless = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:\nEND:VCARD\n"
    found = read_cards((broken + THREE + nameless).encode())
    assert [row.number for row in found.rows] == [2]
    assert [each.number for each in found.problems] == [1, 3]


def test_a_file_without_cards_says_so() -> None:
    """In words."""
    with pytest.raises(TableProblem, match="no vCard"):
        read_cards(b"Name,Email\n")


@given(st.text(max_size=200))
def test_any_card_is_read_or_told(middle: str) -> None:
    """Never anything else."""
    found = read_cards(f"BEGIN:VCARD\nVERSION:3.0\nFN:Bo\n{middle}\nEND:VCARD\n".encode("utf-8", "replace"))
    assert found.rows or found.problems
