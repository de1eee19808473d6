"""What the library has to say of a kit that carries its items."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.library.items import Item, Piece
from presskit.library.news import by_block, difference, ends_approval, news, taken, without
from presskit.library.opening import open_library
from presskit.library.people import Consent, Person, Title
from presskit.library.shelf import Shelf
from presskit.library.using import block_for, contact_for, speaker_for
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.runs import rich
from tests.library.parts import TODAY, analyst, river_words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Shelf]:
    """An empty library."""
    found = open_library(str(tmp_path / "library.db"))
    yield found
    found.close()


def kit_of(*blocks: Block) -> Kit:
    return Kit(releases=(Release(blocks=blocks),))


def renamed(item: Item, heading: str) -> Item:
    assert isinstance(item.content, Piece)
    block = replace(item.content.block, heading=heading)  # type: ignore[call-arg]
    return replace(item, content=replace(item.content, block=block))


def changed(item: Item, **what: object) -> Item:
    assert isinstance(item.content, Person)
    return replace(item, content=replace(item.content, **what))  # type: ignore[arg-type]


def test_only_what_would_change_the_words_is_told(library: Shelf) -> None:
    item = library.add(river_words())
    kit = kit_of(block_for(item, "en-US", TODAY))
    assert news(kit, library) == []
    second = library.save(replace(item, owner="Jo Li"))
    assert news(kit, library) == []
    library.save(renamed(second, "About us"))
    (one,) = news(kit, library)
    assert (one.chip, one.tone) == ("v3 available", "")
    assert "version 3" in one.told
    release = kit.releases[0]
    assert difference(release.blocks[0], one, release) == [
        ("Heading", "About the River Alliance", "About us")
    ]


def test_a_merged_item_stands_for_the_one_it_went_into(library: Shelf) -> None:
    old, new = library.add(river_words()), library.add(river_words("About all of us"))
    kit = kit_of(block_for(old, "en-US", TODAY))
    library.save(replace(old, retired=True, merged_into=new.id))
    (one,) = news(kit, library)
    assert one.item is not None
    fresh = taken(kit.releases[0].blocks[0], one, kit.releases[0])
    assert fresh is not None
    assert (fresh.reference, fresh.version) == (new.id, 1)


def test_what_is_retired_or_past_its_day_is_told(library: Shelf) -> None:
    item = library.add(river_words())
    kit = kit_of(block_for(item, "en-US", TODAY))
    past = library.save(replace(item, good_until=datetime.date(2020, 1, 1)))
    assert [(one.chip, one.tone) for one in news(kit, library)] == [("past its date", "warn")]
    library.save(replace(past, retired=True, good_until=None))
    assert [(one.chip, one.tone) for one in news(kit, library)] == [("retired", "warn")]


def test_withdrawn_consent_goes_before_all(library: Shelf) -> None:
    person, words = library.add(analyst()), library.add(river_words())
    contacts = Contacts(id="c", people=(contact_for(person, "en-US", TODAY),))
    quote = Quote(id="q", words=(rich("So be it."),), speaker=speaker_for(person, "en-US", TODAY))
    kit = kit_of(block_for(words, "en-US", TODAY), contacts, quote)
    library.save(changed(person, consent=Consent(withdrawn=TODAY, reason="a new job")))
    library.save(renamed(words, "About us"))
    found = news(kit, library)
    assert [one.tone for one in found] == ["", "bad", "bad"]
    assert all("a new job" in one.told for one in found[1:])
    release = without(kit.releases[0], found[1].carried)
    block = release.find("c")
    assert isinstance(block, Contacts)
    assert block.people == ()
    assert without(release, found[2].carried).find("q") is None
    assert without(Release(), found[2].carried) == Release()
    assert taken(quote, found[2], kit.releases[0]) is None
    assert [(block, len(of_it)) for block, of_it in by_block(found, 0)][1:] == [("c", 1), ("q", 1)]
    assert list(by_block(found, 1)) == []


def test_an_approval_ends_when_the_speaker_is_named_otherwise(library: Shelf) -> None:
    person = library.add(analyst())
    quote = Quote(id="q", words=(rich("So be it."),), speaker=speaker_for(person, "en-US", TODAY))
    kit = kit_of(quote.approved("Nadia", datetime.datetime(2026, 5, 4, 9, 0), "phone"))
    library.save(changed(person, titles=(Title(role="director"),)))
    (one,) = news(kit, library)
    block = kit.releases[0].blocks[0]
    fresh = taken(block, one, kit.releases[0])
    assert fresh is not None
    assert ends_approval(block, fresh)
    assert not ends_approval(quote, fresh)
