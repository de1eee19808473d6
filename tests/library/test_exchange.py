"""Items handed over in a file, and taken in."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.quote import Quote
from presskit.library.exchange import ExchangeProblem, export_items, plan, read_package, take
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.opening import open_library
from presskit.library.people import Consent, Person
from presskit.library.shelf import Shelf
from presskit.model.kit import Asset
from presskit.text.runs import rich
from tests.kits import png
from tests.library.parts import TODAY, analyst, private_person, river_alliance, river_words, study

RECORD = (rich("Never say where she lives."),)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Shelf]:
    """The library of another organisation."""
    found = open_library(str(tmp_path / "other" / "library.db"))
    yield found
    found.close()


def stocked(shelf: Shelf) -> dict[str, Item]:
    logo = Asset.of(png(33))
    organisation = shelf.add(item_of(Organisation(name="River Alliance", logo=logo.name)), [logo])
    words = river_words()
    assert isinstance(words.content, Piece)
    words = replace(words, owner="Jo", content=replace(words.content, organisation=organisation.id))
    given = {"words": words, "person": analyst(consent=Consent(record=RECORD)), "study": study()}
    return {"organisation": organisation, **{name: shelf.add(item) for name, item in given.items()}}


def moved(package: Path, shelf: Shelf, differing: str = "leave") -> list[Item]:
    found = read_package(package)
    assert found.problems == ()
    return take(shelf, plan(shelf, found.items), found, differing)  # type: ignore[arg-type]


def test_a_library_goes_from_one_to_another_with_its_pictures(
    shelf: Shelf, other: Shelf, tmp_path: Path
) -> None:
    stocked(shelf)
    path = tmp_path / "ours.presskit-library"
    kept, left = export_items(shelf, path)
    assert (len(kept), left) == (4, [])
    assert len(moved(path, other)) == 4
    assert other.counts() == shelf.counts()
    assert other.picture(Asset.of(png(33)).name) is not None
    assert moved(path, other) == []
    again = tmp_path / "again.presskit-library"
    export_items(other, again)
    assert again.read_bytes() == path.read_bytes()


def test_chosen_items_bring_their_organisation(shelf: Shelf, other: Shelf, tmp_path: Path) -> None:
    items = stocked(shelf)
    export_items(shelf, tmp_path / "one.presskit-library", [items["words"].id])
    assert {each.kind for each in moved(tmp_path / "one.presskit-library", other)} == {
        "boilerplate",
        "organisation",
    }


def test_what_staff_note_for_themselves_stays(shelf: Shelf, tmp_path: Path) -> None:
    stocked(shelf)
    path = tmp_path / "ours.presskit-library"
    export_items(shelf, path)
    with zipfile.ZipFile(path) as archive:
        record = archive.read("library.json").decode()
    assert "where she lives" not in record
    assert '"owner"' not in record
    assert "changed_by" not in record


@pytest.mark.parametrize(
    "consent",
    [Consent(private=True), Consent(withdrawn=TODAY), Consent(shown_as="pseudonym", pseudonym="Lucía")],
)
def test_private_people_are_left_out_unless_they_are_asked_for(
    shelf: Shelf, tmp_path: Path, consent: Consent
) -> None:
    path = tmp_path / "ours.presskit-library"
    shelf.add(private_person(consent))
    assert export_items(shelf, path) == ([], ["Amalia Quiroga Reyes"])
    assert read_package(path).items == ()
    kept, left = export_items(shelf, path, private=True)
    assert (len(kept), left) == (1, [])


def test_quotes_of_those_who_are_left_out_are_left_out_too(shelf: Shelf, tmp_path: Path) -> None:
    person = shelf.add(private_person(Consent(withdrawn=TODAY)))
    quote = Quote(id="kept", words=(rich("No."),))
    shelf.add(
        item_of(Piece(block=replace(quote, speaker=replace(quote.speaker, name="A", reference=person.id))))
    )
    kept, left = export_items(shelf, tmp_path / "x.presskit-library")
    assert (kept, len(left)) == ([], 2)


def changed(item: Item, text: str) -> Item:
    assert isinstance(item.content, Piece)
    block = Boilerplate(id="kept", heading="About the River Alliance", text=(rich(text),))
    return replace(item, content=replace(item.content, block=block))


def test_what_differs_is_never_replaced_unasked(shelf: Shelf, other: Shelf, tmp_path: Path) -> None:
    words = stocked(shelf)["words"]
    path = tmp_path / "ours.presskit-library"
    export_items(shelf, path)
    moved(path, other)
    mine = other.save(changed(replace(other.get(words.id), owner="Ada"), "Mine."))
    shelf.save(changed(words, "Theirs."))
    export_items(shelf, path)
    assert [each.what for each in plan(other, read_package(path).items) if each.item.id == words.id] == [
        "differs"
    ]
    assert moved(path, other, "leave") == []
    assert other.get(words.id) == mine
    (apart,) = moved(path, other, "apart")
    assert apart.id != words.id
    assert moved(path, other, "apart") == []
    assert other.get(words.id) == mine


def test_theirs_is_taken_as_the_next_version_and_mine_is_still_there(
    shelf: Shelf, other: Shelf, tmp_path: Path
) -> None:
    items = stocked(shelf)
    path = tmp_path / "ours.presskit-library"
    export_items(shelf, path)
    moved(path, other)
    mine = other.save(changed(replace(other.get(items["words"].id), owner="Ada"), "Mine."))
    person = other.get(items["person"].id)
    assert isinstance(person.content, Person)
    other.save(replace(person, content=replace(person.content, consent=Consent(record=RECORD))))
    shelf.save(changed(items["words"], "Theirs."))
    shelf.save(replace(items["person"], content=Person(name="Nadia Ferrer")))
    export_items(shelf, path)
    assert len(moved(path, other, "take")) == 2
    taken = other.get(mine.id)
    assert (taken.version, taken.owner, taken.about) == (3, "Ada", "Theirs.")
    assert other.version(mine.id, 2) == mine
    now = other.get(person.id).content
    assert isinstance(now, Person)
    assert (now.name, now.consent.record) == ("Nadia Ferrer", RECORD)


def test_an_older_file_brings_nothing_back(shelf: Shelf, other: Shelf, tmp_path: Path) -> None:
    words = stocked(shelf)["words"]
    path = tmp_path / "ours.presskit-library"
    export_items(shelf, path)
    moved(path, other)
    other.save(changed(other.get(words.id), "Newer here."))
    assert moved(path, other, "take") == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7\n", "not a library but a PDF"),
        (b"PK\x03\x04 cut", "cut off"),
        (b"hello", "a file of another kind"),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "x.presskit-library"
    path.write_bytes(data)
    with pytest.raises(ExchangeProblem, match=why):
        read_package(path)


def package(path: Path, record: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.presskit-library+zip")
        archive.writestr("library.json", record)
    return path


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("[", "not JSON"),
        ("[]", "no items"),
        ('{"format": 1, "items": 3}', "no items"),
        ('{"format": 2, "items": []}', "newer PressKit"),
        ('{"items": []}', "newer PressKit"),
    ],
)
def test_records_that_make_no_sense_are_refused(tmp_path: Path, record: str, why: str) -> None:
    with pytest.raises(ExchangeProblem, match=why):
        read_package(package(tmp_path / "x.presskit-library", record))


def test_an_item_that_does_not_fit_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    good = '{"id": "a1", "content": {"what": "organisation", "name": "River Alliance"}}'
    bad = (
        '{"id": "../x", "content": {}}, {"id": "b", "content": {"what": "organisation", "name": 3}}, 7, '
        '{"id": "c", "content": {"what": "spaceship"}}, {"id": "a1", "content": {"what": "organisation"}}'
    )
    path = package(tmp_path / "x.presskit-library", f'{{"format": 1, "items": [{good}, {bad}]}}')
    found = read_package(path)
    assert [each.name for each in found.items] == ["River Alliance"]
    assert len(found.problems) == 5


def test_a_kit_is_no_library(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kit.presskit", "w") as archive:
        archive.writestr("mimetype", "application/vnd.presskit+zip")
    with pytest.raises(ExchangeProblem, match="not a library"):
        read_package(tmp_path / "kit.presskit")
    with pytest.raises(ExchangeProblem, match="cannot be read"):
        read_package(tmp_path / "none.presskit-library")


def test_the_alliance_stands_alone(shelf: Shelf, tmp_path: Path) -> None:
    item = shelf.add(river_alliance())
    kept, _left = export_items(shelf, tmp_path / "x.presskit-library", [item.id])
    assert kept == [item]
