"""Which block translates which, and whether its original changed since."""

import datetime
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.model import edits
from presskit.model.block import Block, Translated
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.model.translation import (
    as_original,
    in_order,
    original_of,
    paired,
    progress,
    settled,
    with_language,
    with_missing,
    with_original,
    without_language,
)
from presskit.storage.codec import decode, encode
from presskit.text.runs import rich

QUOTE = Quote(
    id="quote", words=(rich("We will build it."),), speaker=Speaker(name="Ada Poe", description="director")
).approved("Ada Poe", datetime.datetime(2026, 5, 1, 9, 0), "phone")
ENGLISH = Release(
    dateline=Dateline(city="Hartford", region="CT"),
    blocks=(
        Headline(id="head", text=rich("The bridge opens")),
        Paragraph(id="lede", text=rich("It opens on Monday.")),
        QUOTE,
        Contacts(id="desk", people=(Contact(name="Bo Lin", phone="203-555-0100"),)),
    ),
)
KIT = with_language(Kit(releases=(ENGLISH,)), "es", words=True)


def said(kit: Kit, place: int, words: str, number: int = 1) -> Kit:
    """The kit with the text of a block written anew."""
    release = kit.releases[number]
    block: Any = release.blocks[place]
    return kit.with_release(number, edits.change(release, replace(block, text=rich(words))))


def states(kit: Kit, number: int = 1) -> list[str]:
    """The states of a translation's blocks, in order."""
    found = progress(kit, number).states
    return [found[block.id] for block in kit.releases[number].blocks]


def test_another_language_begins_with_the_words_to_be_translated() -> None:
    spanish = KIT.releases[1]
    assert spanish.language == "es"
    assert spanish.dateline == ENGLISH.dateline
    assert [block.letters() for block in spanish.blocks] == [block.letters() for block in ENGLISH.blocks]
    assert not {block.id for block in spanish.blocks} & {block.id for block in ENGLISH.blocks}
    quote = spanish.blocks[2]
    assert isinstance(quote, Quote)
    assert quote.standing() == "draft", "each language has its own approvals"
    assert states(KIT) == ["waiting", "waiting", "waiting", "current"], "a telephone number has no words"
    assert (progress(KIT, 1).done, progress(KIT, 1).total) == (1, 4)


def test_it_may_begin_without_words() -> None:
    kit = with_language(Kit(releases=(ENGLISH,)), "fr", words=False)
    head, lede, quote, desk = kit.releases[1].blocks
    assert head.is_empty()
    assert lede.is_empty()
    assert isinstance(quote, Quote)
    assert not quote.words
    assert quote.speaker.name == "Ada Poe"
    assert desk.letters() == ENGLISH.blocks[3].letters()
    assert states(kit) == ["waiting", "waiting", "waiting", "current"]


def test_writing_translates_and_a_change_of_the_original_asks_for_a_look() -> None:
    kit = said(KIT, 0, "Abre el puente")
    assert states(kit)[0] == "current"
    changed = said(kit, 0, "The bridge opens on Monday", number=0)
    assert states(changed)[0] == "changed"
    again = said(changed, 0, "Abre el puente el lunes")
    assert states(again)[0] == "changed", "writing alone does not say that it is up to date"
    release = settled(again.releases[1], again.releases[0], [again.releases[1].blocks[0].id])
    assert states(again.with_release(1, release))[0] == "current"
    assert states(said(changed, 0, "The bridge opens", number=0))[0] == "current", "taken back is as before"


def test_equal_words_may_be_meant_so() -> None:
    release = settled(KIT.releases[1], ENGLISH, [KIT.releases[1].blocks[0].id])
    kit = KIT.with_release(1, release)
    assert states(kit)[0] == "current"
    assert states(said(kit, 0, "Another", number=0))[0] == "changed"


def test_two_forms_of_one_language_may_say_the_same() -> None:
    kit = with_language(Kit(releases=(ENGLISH,)), "en-GB", words=True)
    assert set(states(kit)) == {"current"}


def test_what_is_gone_and_what_is_new() -> None:
    kit = KIT.with_release(0, edits.remove(ENGLISH, "lede"))
    assert states(kit)[1] == "gone"
    own = KIT.with_release(1, edits.insert(KIT.releases[1], 1, Paragraph(id="own", text=rich("Sólo aquí"))))
    assert states(own)[1] == "own"
    gone = settled(kit.releases[1], kit.releases[0], [kit.releases[1].blocks[1].id])
    assert states(kit.with_release(1, gone))[1] == "own"


def test_what_is_missing_comes_to_its_place() -> None:
    added = edits.insert(ENGLISH, 2, Paragraph(id="more", text=rich("It is long.")))
    kit = KIT.with_release(0, added)
    assert progress(kit, 1).missing == ("more",)
    release = with_missing(kit.releases[1], added, progress(kit, 1).missing)
    assert [block.kind for block in release.blocks] == [block.kind for block in added.blocks]
    assert not progress(kit.with_release(1, release), 1).missing


def test_the_order_of_the_original_can_be_followed() -> None:
    own = Paragraph(id="own", text=rich("Sólo aquí"))
    kit = KIT.with_release(1, edits.insert(KIT.releases[1], 2, own))
    kit = kit.with_release(0, edits.move(ENGLISH, "lede", 3))
    assert not progress(kit, 1).ordered
    release = in_order(kit.releases[1], kit.releases[0])
    assert [block.kind for block in release.blocks] == [
        "headline", "quote", "contacts", "paragraph", "paragraph"
    ]  # fmt: skip
    assert release.blocks[-1] is own, "what is only here stays behind the block before it"
    assert progress(kit.with_release(1, release), 1).ordered


def test_the_words_of_the_original_can_be_had_anew() -> None:
    kit = said(said(KIT, 0, "Abre"), 0, "It opens", number=0)
    block = kit.releases[1].blocks[0]
    release = as_original(kit.releases[1], kit.releases[0], block.id)
    assert release.blocks[0].id == block.id
    assert release.blocks[0].letters() == ["It opens"]
    assert states(kit.with_release(1, release))[0] == "waiting"


def test_another_original() -> None:
    kit = said(KIT, 0, "Abre el puente")
    turned = with_original(kit, 1)
    assert [each.language for each in turned.releases] == ["es", "en-US"]
    assert all(block.translated is None for block in turned.releases[0].blocks)
    assert set(states(turned)) == {"current"}
    assert states(said(turned, 0, "Abre hoy", number=0))[0] == "changed"
    third = with_language(kit, "fr", words=True)
    assert states(with_original(third, 1), 2) == states(third, 2)
    assert with_original(kit, 0) is kit


def test_a_language_can_be_taken_out() -> None:
    third = with_language(KIT, "fr", words=True)
    assert [each.language for each in without_language(third, 1).releases] == ["en-US", "fr"]
    left = without_language(said(third, 0, "Abre"), 0)
    assert [each.language for each in left.releases] == ["es", "fr"]
    assert states(left)[0] == "waiting"
    with pytest.raises(ValueError, match="one language"):
        without_language(Kit(), 0)


def test_blocks_that_say_nothing_can_be_paired() -> None:
    bare = KIT.releases[1].with_blocks(
        replace(block, translated=None)
        for block in said(said(KIT, 0, "Abre"), 1, "Abre el lunes").releases[1].blocks
    )
    kit = KIT.with_release(1, bare)
    assert not progress(kit, 1).linked
    assert len(progress(kit, 1).missing) == 4
    found = kit.with_release(1, paired(bare, ENGLISH))
    assert [original_of(found, block) for block in found.releases[1].blocks] == list(ENGLISH.blocks)
    assert states(found) == ["current", "current", "waiting", "current"]


@pytest.mark.parametrize("of", ["", "nowhere", "x0000001", "../head"])
def test_a_link_that_leads_nowhere_or_to_itself_is_harmless(of: str) -> None:
    block = Paragraph(id="x0000001", text=rich("Hola"), translated=Translated(of=of, words=("Hi",)))
    kit = Kit(releases=(ENGLISH, Release(language="es", blocks=(block,))))
    assert decode(encode(kit)).kit == kit
    assert states(kit) == ["gone"]
    assert [each.translated for each in with_original(kit, 1).releases[1].blocks] == [None] * 4


def test_originals_that_name_each_other_are_no_circle() -> None:
    one = Paragraph(id="one", text=rich("One"), translated=Translated(of="two"))
    two = Paragraph(id="two", text=rich("Dos"), translated=Translated(of="one"))
    kit = Kit(releases=(Release(blocks=(one,)), Release(language="es", blocks=(two,))))
    assert states(kit) == ["changed"]
    assert states(with_original(kit, 1)) == ["current"]


def test_a_file_keeps_what_was_translated() -> None:
    kit = said(KIT, 0, "Abre")
    assert decode(encode(kit)).kit == kit
    raw: Any = msgspec.json.decode(encode(Kit(releases=(ENGLISH,))))
    assert all("translated" not in block for block in raw["releases"][0]["blocks"])


def test_every_kind_can_be_emptied() -> None:
    kinds: list[Block] = [Headline(id="a"), Paragraph(id="b"), QUOTE]
    kit = with_language(Kit(releases=(Release(blocks=tuple(kinds)),)), "ar", words=False)
    assert [type(block) for block in kit.releases[1].blocks] == [type(block) for block in kinds]
