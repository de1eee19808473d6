"""What of a block can be saved, and what the library knows of it already."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.library.items import Item, Piece
from presskit.library.keeping import as_boilerplate, offers, organisation_called, pictures_of, told
from presskit.library.opening import open_library
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from presskit.library.using import SPEAKER, WHOLE, block_for, portrait_for
from presskit.model.kit import Asset, Kit
from presskit.text.runs import rich
from tests.kits import png
from tests.library.parts import TODAY, analyst, river_alliance, river_words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Shelf]:
    """An empty library."""
    found = open_library(str(tmp_path / "library.db"))
    yield found
    found.close()


def test_a_paragraph_is_new(library: Shelf) -> None:
    block = Paragraph(id="p", text=rich("We keep rivers clean."))
    (offer,) = offers(block, "en-US", library).found
    assert (offer.part, offer.item.version, offer.item.language, offer.kept) == (WHOLE, 0, "en-US", None)
    assert offer.item.kind == "standing"


def test_boilerplate_goes_to_the_organisation_that_it_names(library: Shelf) -> None:
    owner = library.add(river_alliance())
    found = offers(Boilerplate(id="b", heading="About the RIVER alliance"), "en-US", library)
    assert found.organisations == (owner,)
    assert isinstance(found.found[0].item.content, Piece)
    assert found.found[0].item.content.organisation == owner.id
    other = offers(Boilerplate(id="b", heading="About the River Allianceship"), "en-US", library)
    assert isinstance(other.found[0].item.content, Piece)
    assert other.found[0].item.content.organisation == ""


def test_what_came_from_the_library_is_its_next_version(library: Shelf) -> None:
    first = library.add(replace(river_words(), owner="Jo Li"))
    block = block_for(first, "en-US", TODAY)
    library.save(replace(first, tags=("water",)))
    changed = replace(block, heading="About us")  # type: ignore[call-arg]
    (offer,) = offers(changed, "en-US", library).found
    assert offer.kept is not None
    assert (offer.item.id, offer.item.version, offer.kept.version) == (first.id, 1, 2)
    assert offer.item.owner == "Jo Li"
    assert offer.item.name == "About us"


def test_what_is_another_librarys_is_new_here(library: Shelf) -> None:
    block = Boilerplate(id="b", heading="About us", reference="0123456789abcdef", version=7)
    (offer,) = offers(block, "en-US", library).found
    assert offer.kept is None
    assert offer.item.version == 0
    assert offer.item.id != block.reference


def test_a_portrait_is_no_version_of_the_person(library: Shelf) -> None:
    portrait = Asset.of(png(7))
    person = library.add(analyst(portrait=portrait.name), [portrait])
    photo = portrait_for(person, "en-US", TODAY)
    (offer,) = offers(photo, "en-US", library).found
    assert offer.kept is None
    assert offer.item.kind == "photo"
    assert pictures_of([offer.item], Kit(releases=(), pictures=(portrait, Asset.of(png(8))))) == [portrait]
    assert isinstance(photo, Photo)


def test_people_of_that_name_are_told(library: Shelf) -> None:
    owner, person = library.add(river_alliance()), library.add(analyst())
    quote = Quote(id="q", words=(rich("So be it."),), speaker=Speaker(name="NADIA Ferrer  Ótis"))
    whole, speaker = offers(quote, "en-US", library).found
    assert (whole.part, speaker.part) == (WHOLE, SPEAKER)
    assert speaker.namesakes == (person,)
    contacts = Contacts(id="c", people=(Contact(name="Nadia Ferrer", organisation="ra"),))
    (contact,) = offers(contacts, "en-US", library).found
    assert contact.namesakes == ()
    assert isinstance(contact.item.content, Person)
    assert contact.item.content.organisation == owner.id


def test_organisations_are_known_by_either_name() -> None:
    given = [river_alliance()]
    assert organisation_called("river  ALLIANCE", given) == given[0].id
    assert organisation_called("ra", given) == given[0].id
    assert organisation_called("", [replace(given[0], content=replace(given[0].content, short=""))]) == ""


def test_a_block_is_told_where_it_is_kept() -> None:
    item: Item = replace(analyst(), version=3)
    block = Contacts(id="c", people=(Contact(name="Nadia"),))
    marked = told(block, [("contact 0", item), ("contact 4", item), ("organisation", item)])
    assert isinstance(marked, Contacts)
    assert (marked.people[0].reference, marked.people[0].version) == (item.id, 3)
    assert marked.reference == ""
    words = as_boilerplate(Paragraph(id="p", text=rich("Us."), reference="one", version=2))
    assert words == Boilerplate(id="p", text=(rich("Us."),), reference="one", version=2)
    assert as_boilerplate(block) is block
