"""Whether a kit may leave the house."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.export.errors import ExportProblem
from presskit.exporting import check_consent, export
from presskit.library.clearance import found_in, names_people, objections
from presskit.library.items import Item
from presskit.library.opening import open_library
from presskit.library.people import Consent, Person
from presskit.library.shelf import Shelf
from presskit.library.using import block_for, portrait_for
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.runs import rich
from tests.kits import cleared
from tests.library.parts import TODAY, analyst, private_person

OTHER_NAME = Consent(private=True, shown_as="pseudonym", pseudonym="Lucía")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Shelf]:
    """An empty library."""
    found = open_library(str(tmp_path / "library.db"))
    yield found
    found.close()


def kit_of(*blocks: Block) -> Kit:
    return Kit(releases=(Release(blocks=blocks),))


def said(words: str) -> Paragraph:
    return Paragraph(id="p", text=rich(words))


def with_consent(item: Item, consent: Consent) -> Item:
    assert isinstance(item.content, Person)
    return replace(item, content=replace(item.content, consent=consent))


def test_who_agreed_stands_in_nobodys_way(library: Shelf) -> None:
    person = library.add(analyst())
    kit = kit_of(block_for(person, "en", TODAY), said("Nadia Ferrer Otis spoke."))
    assert objections(kit, 0, library) == []


def test_consent_withdrawn_after_it_was_used_stops_the_release(library: Shelf) -> None:
    person = library.add(analyst())
    kit = kit_of(block_for(person, "en", TODAY))
    library.save(with_consent(person, Consent(withdrawn=TODAY, reason="threats")))
    found = objections(kit, 0, library)
    assert found[0] == (
        "Nadia Ferrer Otis withdrew their consent on May 4, 2026: threats. Take them out of the release."
    )
    with pytest.raises(ExportProblem, match="threats"):
        check_consent(kit, 0, library)
    check_consent(kit, 0, None)


@pytest.mark.parametrize(
    "block",
    [
        said("Doctors met NADIA FÉRRER OTIS on Monday."),
        Quote(id="q", words=(rich("No."),), speaker=Speaker(name="Nadia Ferrer Otis")),
        Contacts(id="c", people=(Contact(name="Nadia  Ferrer Otis"),)),
    ],
)
def test_a_name_that_was_typed_counts_as_well(library: Shelf, block: Block) -> None:
    library.add(with_consent(analyst(), Consent(withdrawn=TODAY)))
    assert len(objections(kit_of(block), 0, library)) == 1


def test_the_real_name_beside_another_name_is_found(library: Shelf) -> None:
    person = library.add(private_person(OTHER_NAME))
    quote = block_for(person, "en", TODAY)
    assert objections(kit_of(quote, said("Lucía came home.")), 0, library) == []
    (told,) = objections(kit_of(quote, said("Amalia Quiroga Reyes came home.")), 0, library)
    assert "“Amalia Quiroga Reyes” must not be printed" in told


def test_part_of_a_name_counts_only_where_the_person_is(library: Shelf) -> None:
    person = library.add(private_person(Consent(private=True, shown_as="first name")))
    quote = block_for(person, "en", TODAY)
    assert len(objections(kit_of(quote, said("Ms. Quiroga Reyes came home.")), 0, library)) == 1
    assert objections(kit_of(said("Ms. Quiroga came home.")), 0, library) == []
    assert objections(kit_of(quote, said("Amalia came home.")), 0, library) == []


def test_a_photo_of_somebody_who_no_longer_wants_one(library: Shelf) -> None:
    person = library.add(analyst(portrait="a.jpg"))
    kit = kit_of(portrait_for(person, "en", TODAY))
    assert objections(kit, 0, library) == []
    library.save(with_consent(person, Consent(photo=False)))
    assert objections(kit, 0, library) == [
        "Nadia Ferrer Otis did not agree to be shown in photos: take the photo out."
    ]


def test_other_releases_of_the_kit_are_their_own_affair(library: Shelf) -> None:
    person = library.add(analyst())
    kit = Kit(releases=(Release(blocks=(said("Hello."),)), Release(blocks=(block_for(person, "es", TODAY),))))
    library.save(with_consent(person, Consent(withdrawn=datetime.date(2026, 1, 2))))
    assert objections(kit, 0, library) == []
    assert len(objections(kit, 1, library)) == 1


def test_nothing_is_written_of_a_release_that_must_not_go_out(library: Shelf, tmp_path: Path) -> None:
    person = library.add(analyst())
    kit = cleared(kit_of(block_for(person, "en", TODAY), said("Hello.")))
    target = tmp_path / "vote.txt"
    export(kit, 0, "text", target, shelf=library)
    target.unlink()
    library.save(with_consent(person, Consent(withdrawn=TODAY)))
    with pytest.raises(ExportProblem, match="withdrew"):
        export(kit, 0, "text", target, shelf=library)
    assert not target.exists()


def test_each_objection_names_its_block(library: Shelf) -> None:
    person = library.add(private_person(OTHER_NAME))
    kit = kit_of(said("Nobody."), Paragraph(id="two", text=rich("Amalia Quiroga Reyes spoke.")))
    assert [each.block for each in found_in(kit, 0, library)] == ["two"]
    assert not names_people(kit, 0)
    quote = Quote(id="q", speaker=Speaker(name="Lucía", reference=person.id, version=1))
    assert names_people(kit_of(quote), 0)
    assert found_in(kit_of(quote), 0, library) == []
