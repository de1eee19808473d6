"""How items come into a release, and what a kit carries of them."""

import datetime

import pytest
from msgspec.structs import replace

from presskit.blocks import ALL
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.unknown import Unknown
from presskit.library.items import Item, Organisation, Piece
from presskit.library.people import Consent, Person, Title
from presskit.library.problems import Refused
from presskit.library.shelf import State
from presskit.library.using import (
    SPEAKER,
    WHOLE,
    block_for,
    boilerplate_of,
    carried,
    contact_for,
    contacts_for,
    differs,
    keepable,
    kept,
    marked,
    outdated,
    portrait_for,
    refreshed,
    renewed,
    speaker_for,
)
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.runs import plain, rich
from tests.kits import full_kit
from tests.library.parts import TODAY, analyst, private_person, river_alliance, river_words, study

RELEASE = Release(language="en-US")


def shelved(item: Item, version: int = 1) -> Item:
    return replace(item, version=version)


def test_a_piece_is_copied_with_where_it_came_from() -> None:
    item = shelved(river_words(), 3)
    block = block_for(item, "en-US", TODAY)
    assert isinstance(block, Boilerplate)
    assert (block.reference, block.version) == (item.id, 3)
    assert block.heading == "About the River Alliance"
    assert block.id not in {"", "kept"}
    assert block_for(item, "en-US", TODAY).id != block.id


def test_a_person_is_named_in_the_language_of_the_release() -> None:
    item = shelved(analyst())
    assert speaker_for(item, "en-US", TODAY).description == "water analyst, River Alliance"
    spoken = speaker_for(item, "es-MX", TODAY)
    assert spoken.description == "analista del agua, Alianza del Río"
    assert (spoken.reference, spoken.version) == (item.id, 1)
    contact = contact_for(item, "en", TODAY)
    assert (contact.role, contact.organisation, contact.email) == (
        "water analyst", "River Alliance", "nadia@river.example",
    )  # fmt: skip
    assert contacts_for(item, "en", TODAY).people == (contact,)
    quote = block_for(item, "en", TODAY)
    assert isinstance(quote, Quote)
    assert quote.speaker.name == "Nadia Ferrer Otis"


def test_a_title_holds_from_a_day_to_a_day() -> None:
    titles = (
        Title(role="deputy", until=datetime.date(2025, 12, 31)),
        Title(role="director", since=datetime.date(2026, 1, 1)),
    )
    item = shelved(replace(analyst(), content=Person(name="Ada Poe", titles=titles)))
    assert speaker_for(item, "en", datetime.date(2025, 12, 31)).description == "deputy"
    assert speaker_for(item, "en", datetime.date(2026, 1, 1)).description == "director"


def test_nothing_of_a_private_person_goes_out_that_they_did_not_agree_to() -> None:
    hidden = shelved(private_person(Consent(private=True, shown_as="pseudonym", pseudonym="Lucía")))
    block = block_for(hidden, "en", TODAY)
    assert "Quiroga" not in repr(block)
    assert "Amalia" not in repr(block)
    first = shelved(private_person(Consent(private=True, shown_as="first name")))
    assert speaker_for(first, "en", TODAY).name == "Amalia"


@pytest.mark.parametrize(
    ("consent", "why"),
    [
        (Consent(withdrawn=TODAY, reason="she moved."), "withdrew their consent on May 4, 2026: she moved."),
        (Consent(withdrawn=TODAY), "withdrew their consent on May 4, 2026."),
        (Consent(shown_as="pseudonym"), "fill it in"),
    ],
)
def test_who_must_not_be_named_is_refused_with_the_reason(consent: Consent, why: str) -> None:
    item = shelved(private_person(consent))
    for use in (block_for, speaker_for, contact_for, contacts_for, portrait_for):
        with pytest.raises(Refused, match="Amalia Quiroga Reyes") as told:
            use(item, "en", TODAY)
        assert why in told.value.sentence


def test_a_portrait_is_used_only_where_it_is_there_and_may_be() -> None:
    with pytest.raises(Refused, match="no portrait"):
        portrait_for(shelved(analyst()), "en", TODAY)
    with pytest.raises(Refused, match="did not agree to be shown"):
        portrait_for(shelved(analyst(portrait="a.jpg", consent=Consent(photo=False))), "en", TODAY)
    photo = portrait_for(shelved(analyst(portrait="a.jpg")), "en", TODAY)
    assert (photo.name, plain(photo.caption)) == ("a.jpg", "Nadia Ferrer Otis, water analyst, River Alliance")


def test_an_organisation_stands_for_its_boilerplate_in_the_language() -> None:
    with pytest.raises(Refused, match="no boilerplate of River Alliance"):
        block_for(river_alliance(), "en", TODAY)

    def words(language: str, length: str = "standard", owner: str = "org") -> Item:
        piece = Piece(block=Boilerplate(id="kept"), organisation=owner, length=length)  # type: ignore[arg-type]
        return replace(river_words(), id=f"{language}-{length}-{owner}", content=piece, language=language)

    there = [words("en-US", "short"), words("es"), words("en-GB"), words("", "long"), words("en", owner="x")]
    found = [boilerplate_of(there, "org", each) for each in ("en-US", "es-MX", "fr")]
    assert [each and each.id for each in found] == ["en-GB-standard-org", "es-standard-org", "-long-org"]
    assert boilerplate_of(there[:2], "org", "fr") is None


def test_a_kit_tells_all_that_it_carries() -> None:
    person, words = shelved(analyst(), 2), shelved(river_words())
    contacts = Contacts(id="c", people=(Contact(name="Jo"), contact_for(person, "en", TODAY)))
    quote = replace(block_for(person, "en", TODAY), id="q")
    kit = Kit(releases=(Release(blocks=(quote, contacts)), Release(blocks=(block_for(words, "en", TODAY),))))
    found = [(each.number, each.part, each.reference, each.version) for each in carried(kit)]
    assert found == [
        (0, SPEAKER, person.id, 2),
        (0, "contact 1", person.id, 2),
        (1, WHOLE, words.id, 1),
    ]  # fmt: skip
    assert list(carried(full_kit())) == []


def test_what_moved_on_is_told_and_what_is_unknown_is_left_alone() -> None:
    item = shelved(river_words())
    kit = Kit(releases=(Release(blocks=(block_for(item, "en", TODAY),)),))

    def told(**more: object) -> int:
        state = State(id=item.id, kind="boilerplate", name="", **{"version": 1, **more})  # type: ignore[arg-type]
        return len(outdated(carried(kit), {item.id: state}))

    assert told() == 0
    assert told(version=2) == told(retired=True) == told(reason="no") == 1
    assert told(good_until=datetime.date(2020, 1, 1)) == 1
    assert outdated(carried(kit), {}) == []


def test_taking_a_version_replaces_what_the_library_keeps_and_nothing_else() -> None:
    before = shelved(analyst())
    quote = replace(block_for(before, "en", TODAY), words=(rich("It is time."),), verb="added")
    assert isinstance(before.content, Person)
    moved = shelved(replace(before, content=replace(before.content, titles=(Title(role="director"),))), 2)
    assert differs(quote, SPEAKER, moved, RELEASE)
    fresh = refreshed(quote, SPEAKER, moved, RELEASE)
    assert isinstance(fresh, Quote)
    assert (fresh.speaker.description, fresh.speaker.version) == ("director", 2)
    assert (fresh.words, fresh.verb, fresh.id) == (quote.words, "added", quote.id)
    assert not differs(fresh, SPEAKER, moved, RELEASE)

    contacts = Contacts(id="c", people=(Contact(name="Jo"), contact_for(before, "en", TODAY)))
    taken = refreshed(contacts, "contact 1", moved, RELEASE)
    assert isinstance(taken, Contacts)
    assert [each.role for each in taken.people] == ["", "director"]
    assert refreshed(contacts, "contact 7", moved, RELEASE) == contacts


def test_a_change_that_prints_nothing_new_is_no_difference() -> None:
    before = shelved(analyst())
    quote = block_for(before, "en", TODAY)
    assert isinstance(before.content, Person)
    moved = shelved(
        replace(before, content=replace(before.content, biography=(rich("Born by a river."),))), 2
    )
    assert not differs(quote, SPEAKER, moved, RELEASE)


def test_keeping_ones_own_words_marks_the_version_as_seen() -> None:
    block = replace(block_for(shelved(river_words()), "en", TODAY), heading="My own")
    seen = kept(block, WHOLE, 4)
    assert isinstance(seen, Boilerplate)
    assert (seen.heading, seen.version) == ("My own", 4)
    quote = kept(Quote(speaker=Speaker(name="A", reference="x", version=1)), SPEAKER, 4)
    assert isinstance(quote, Quote)
    assert quote.speaker.version == 4


@pytest.mark.parametrize("kind", [each for each in ALL if each not in {Unknown, Contacts}])
def test_a_block_of_any_kind_can_be_kept_and_used_again(kind: type) -> None:
    block = next(each for each in full_kit().releases[0].blocks if type(each) is kind)
    found = keepable(block, "en-US")
    assert found[0].part == WHOLE
    item = found[0].item
    assert isinstance(item.content, Piece)
    assert item.content.block.reference == ""
    again = block_for(shelved(item), "en-US", TODAY)
    assert replace(again, id=block.id, reference="", version=0) == block
    assert carried(Kit(releases=(Release(blocks=(marked(block, WHOLE, shelved(item)),)),)))
    assert marked(block, WHOLE, shelved(item)) == replace(block, reference=item.id, version=1)


def test_the_people_of_a_block_can_be_kept_once() -> None:
    contacts = Contacts(id="c", people=(Contact(name="Jo Li", role="press officer", phone="1"), Contact()))
    (found,) = keepable(contacts, "en")
    assert found.part == "contact 0"
    assert isinstance(found.item.content, Person)
    assert found.item.content.phone == "1"
    after = marked(contacts, found.part, shelved(found.item))
    assert keepable(after, "en") == []
    quote = Quote(id="q", speaker=Speaker(name="Ada  Poe", description="director"))
    (speaker,) = keepable(quote, "en")
    assert (speaker.part, speaker.item.name) == (SPEAKER, "Ada Poe")
    assert keepable(marked(quote, SPEAKER, shelved(speaker.item)), "en") == []
    assert keepable(Paragraph(id="p"), "en") == []


def test_a_block_kept_anew_changes_its_item_and_keeps_what_staff_know_of_it() -> None:
    content = Piece(block=Boilerplate(id="kept", heading="Old"), organisation="org", length="short")
    there = replace(shelved(river_words(), 5), content=content, tags=("vote",))
    block = Boilerplate(id="b", heading="New", reference=there.id, version=4)
    (found,) = keepable(block, "en-US")
    after = renewed(there, found.item)
    assert (after.id, after.version, after.tags) == (there.id, 4, ("vote",))
    assert isinstance(after.content, Piece)
    assert (after.content.organisation, after.content.length) == ("org", "short")
    assert isinstance(after.content.block, Boilerplate)
    assert after.content.block.heading == "New"
    organisation = replace(there, content=Organisation(name="RA"))
    assert renewed(organisation, found.item) == organisation


def test_a_study_is_kept_whole() -> None:
    block = block_for(shelved(study()), "en", TODAY)
    assert [each.figure for each in block.items] == ["61%", "4,000"]  # type: ignore[attr-defined]
    assert not isinstance(block, Photo)
