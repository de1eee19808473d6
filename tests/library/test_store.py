"""What every library promises (presskit/library/shelf.py), on SQLite and on PostgreSQL."""

import datetime
import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.people import Consent, Person, Title
from presskit.library.problems import Conflict, ItemMissing, ItemUnreadable
from presskit.library.shelf import Shelf
from presskit.library.spelling import SHORTEST, keys, meant
from presskit.model.kit import Asset
from presskit.text.runs import rich
from tests.kits import full_kit, png
from tests.library.conftest import Open
from tests.library.parts import TODAY, analyst, private_person, river_alliance, river_words, study

NAMES = (
    "Ana María Rivera", "Zoë Søndergaard", "O’Brien Kelly", "Groupe d’Étude", "مُحَمَّد العلي", "שָׁלוֹם כהן",
    "移民权利联盟", "東京水道2020", "हिन्दी समिति", "Łukasz Żółć", "Straßenbau",
)  # fmt: skip


def names(found: list[Item]) -> list[str]:
    return [each.name for each in found]


def person(name: str, **more: object) -> Item:
    return item_of(Person(name=name, **more))  # type: ignore[arg-type]


def test_what_is_kept_comes_back_as_it_was(shelf: Shelf) -> None:
    for number, block in enumerate(full_kit().releases[0].blocks):
        item = replace(
            item_of(Piece(block=block, title=f"Number {number}"), "es-MX"),
            tags=("vote", "Zürich"),
            owner="Jo",
            good_until=TODAY,
        )
        kept = shelf.add(item, note="first")
        assert kept.version == 1
        assert kept.changed is not None
        assert kept.changed.tzinfo is datetime.UTC
        assert shelf.get(item.id) == kept
        assert replace(kept, version=0, changed=None, changed_by="") == item


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ana", NAMES[0]), ("MARIA", NAMES[0]), ("rivera an", NAMES[0]), ("María", NAMES[0]),
        ("zoe", NAMES[1]), ("sonderg", NAMES[1]), ("obrien", NAMES[2]), ("O'Brien k", NAMES[2]),
        ("brien", NAMES[2]), ("etude", NAMES[3]), ("d'ét", NAMES[3]), ("محمد", NAMES[4]), ("العلي", NAMES[4]),
        ("שלום", NAMES[5]), ("移民", NAMES[6]), ("权利", NAMES[6]), ("联", NAMES[6]), ("水道", NAMES[7]),
        ("2020", NAMES[7]), ("हिन्दी", NAMES[8]), ("समि", NAMES[8]), ("lukasz zolc", NAMES[9]),
        ("strasse", NAMES[10]), ("STRASSEN", NAMES[10]),
        ("rivrea", NAMES[0]), ("sondergrad", NAMES[1]), ("lukazs", NAMES[9]),
    ],
)  # fmt: skip
def test_names_are_found_as_they_are_typed(shelf: Shelf, typed: str, name: str) -> None:
    shelf.add_all([(person(each), "") for each in NAMES])
    found = names(shelf.search(typed))
    assert name in found
    assert found[0] == name or typed == "联"


@pytest.mark.parametrize(
    "typed",
    [
        "'",
        '"',
        '" OR "',
        "*",
        "-",
        "a* NOT b",
        "(",
        "{names}",
        ":",
        "\0",
        "\ud800",
        "%",
        "_",
        "\\",
        "' & '",
        "𝔸",
    ],
)
def test_nothing_that_is_typed_upsets_it(shelf: Shelf, typed: str) -> None:
    shelf.add(person("Ana Rivera"))
    assert isinstance(shelf.search(typed), list)
    assert names(shelf.search(f"ana {typed}"))[:1] in ([], ["Ana Rivera"])
    assert shelf.search(typed * 5_000) is not None


def test_the_better_fit_comes_first(shelf: Shelf) -> None:
    said = item_of(Piece(block=Paragraph(id="kept", text=rich("River keepers met.")), title="Keepers"))
    given = [person("Una River"), river_alliance(), said, person("River"), person("Oliver Stone")]
    shelf.add_all([(each, "") for each in given])
    assert names(shelf.search("river")) == ["River", "River Alliance", "Una River", "Keepers"]


def test_of_words_spelled_wrongly_the_names_that_were_meant_come_first(shelf: Shelf) -> None:
    said = item_of(
        Piece(block=Paragraph(id="kept", text=rich("Nadia saw Ferrer at the weir.")), title="Weir")
    )
    shelf.add_all([(each, "") for each in (analyst(), said, person("Ferrand Nash"), study())])
    assert names(shelf.search("ferrre nadia")) == ["Nadia Ferrer Otis", "Weir"]
    assert names(shelf.search("nadia frerer")) == ["Nadia Ferrer Otis", "Weir"]
    assert names(shelf.search("househlods"))[:1] == ["61% · 4,000"]
    assert names(shelf.search("xouseholds"))[:1] == ["61% · 4,000"]
    assert names(shelf.search("hhouseholds"))[:1] == ["61% · 4,000"]
    assert names(shelf.search("ouseholds"))[:1] == ["61% · 4,000"]


@given(
    st.text("abcdé", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abcxé"), st.integers(0, 3)
)
def test_a_word_with_one_letter_wrong_has_a_key_of_the_right_one(
    word: str, place: int, letter: str, how: int
) -> None:
    at = min(place, len(word) - 2)
    wrong = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[how]
    assert set(keys(word)) & set(keys(wrong)) or len(wrong) < SHORTEST
    assert len(wrong) < SHORTEST or wrong == word or word in meant(wrong, [word])


def test_the_releases_own_language_comes_first_among_equals(shelf: Shelf) -> None:
    english, spanish = river_words(), replace(river_words(), language="es")
    shelf.add_all([(english, ""), (spanish, "")])
    assert shelf.search("about", language="en-GB")[0].id == english.id
    assert shelf.search("about", language="es-MX")[0].id == spanish.id


def test_a_kind_can_be_asked_for(shelf: Shelf) -> None:
    given = [person("River Song"), river_alliance(), river_words(), study()]
    shelf.add_all([(each, "") for each in given])
    assert names(shelf.search("river", ["organisation"])) == ["River Alliance"]
    assert {each.kind for each in shelf.search("river", ["person", "boilerplate"])} == {
        "person",
        "boilerplate",
    }
    assert {each.kind for each in shelf.search("")} == {"person", "organisation", "boilerplate", "statistics"}
    assert names(shelf.search("", ["person"])) == ["River Song"]
    assert shelf.counts() == {"person": 1, "organisation": 1, "boilerplate": 1, "statistics": 1}
    assert names(shelf.search("survey")) == ["61% · 4,000"]
    assert len(shelf.search("river", limit=2)) == 2


def test_every_change_is_a_version_that_can_be_looked_at(shelf: Shelf) -> None:
    first = shelf.add(river_words(), note="begun")
    second = shelf.save(replace(first, tags=("vote",)), note="for the vote")
    third = shelf.save(replace(second, owner="Jo"))
    assert [(each.version, each.note) for each in shelf.versions(first.id)] == [
        (3, ""),
        (2, "for the vote"),
        (1, "begun"),
    ]
    assert [shelf.version(first.id, number) for number in (1, 2, 3)] == [first, second, third]
    assert shelf.save(third) == third
    assert len(shelf.versions(first.id)) == 3
    with pytest.raises(ItemMissing):
        shelf.version(first.id, 9)


def test_a_renamed_item_is_found_by_its_new_name_alone(shelf: Shelf) -> None:
    item = shelf.add(person("Ana Rivera"))
    shelf.save(replace(item, content=Person(name="Ana Solano")))
    assert names(shelf.search("solano")) == ["Ana Solano"]
    assert shelf.search("rivera", ["person"]) == []


def test_two_people_change_the_same_item_and_neither_loses_a_word(shelf: Shelf, open_again: Open) -> None:
    other = open_again()
    base = shelf.add(river_words())
    theirs = other.save(replace(base, owner="Ada"))
    mine = replace(base, tags=("mine",))
    with pytest.raises(Conflict) as told:
        shelf.save(mine)
    assert (told.value.base, told.value.mine, told.value.theirs) == (base, mine, theirs)
    assert shelf.get(base.id) == theirs
    merged = shelf.save(replace(theirs, tags=("mine",)))
    assert (merged.version, merged.owner, merged.tags) == (3, "Ada", ("mine",))


def test_a_new_item_does_not_take_the_place_of_another(shelf: Shelf) -> None:
    there = shelf.add(river_words())
    with pytest.raises(Conflict):
        shelf.add(replace(person("Somebody else"), id=there.id))
    assert shelf.get(there.id) == there


def test_what_is_not_there_is_told(shelf: Shelf) -> None:
    with pytest.raises(ItemMissing, match="0123"):
        shelf.get("0123")
    with pytest.raises(ItemMissing):
        shelf.versions("0123")
    with pytest.raises(ItemMissing):
        shelf.save(replace(river_words(), version=2))
    with pytest.raises(ItemMissing):
        shelf.save(river_words())
    assert shelf.picture("no.png") is None
    assert shelf.states(["0123"]) == {}
    assert shelf.search("anything") == []


def test_retired_items_are_kept_and_no_longer_offered(shelf: Shelf) -> None:
    item = shelf.add(person("Ana Rivera"))
    retired = shelf.save(replace(item, retired=True, merged_into="other"))
    assert shelf.search("ana") == []
    assert shelf.search("") == []
    assert shelf.counts() == {}
    assert list(shelf.everything()) == []
    assert list(shelf.everything(retired=True)) == [retired]
    state = shelf.states([item.id])[item.id]
    assert (state.version, state.retired, state.merged_into) == (2, True, "other")
    shelf.save(replace(retired, retired=False))
    assert names(shelf.search("ana")) == ["Ana Rivera"]


def test_consent_shows_in_how_someone_stands(shelf: Shelf) -> None:
    open_one = shelf.add(analyst())
    first = shelf.add(private_person(Consent(private=True, shown_as="first name")))
    gone = shelf.add(private_person(Consent(withdrawn=TODAY, reason="threats", photo=False)))
    found = shelf.states([open_one.id, first.id, gone.id])
    assert (found[open_one.id].reason, found[open_one.id].hidden) == ("", ())
    assert found[first.id].hidden == ("Amalia Quiroga Reyes", "Quiroga Reyes")
    assert "threats" in found[gone.id].reason
    assert not found[gone.id].photo
    assert [each.id for each in shelf.guarded()] == [first.id, gone.id]
    shelf.save(replace(gone, content=Person(name="Amalia Quiroga Reyes")))
    assert [each.id for each in shelf.guarded()] == [first.id]


def test_pictures_are_kept_once(shelf: Shelf) -> None:
    picture = Asset.of(png(70))
    item = shelf.add(item_of(Organisation(name="River Alliance", logo=picture.name)), [picture])
    shelf.add(item_of(Organisation(name="Other", logo=picture.name)), [picture])
    assert item.pictures() == [picture.name]
    assert shelf.picture(picture.name) == picture


def test_several_are_kept_all_or_none(shelf: Shelf) -> None:
    there = shelf.add(river_words())
    wanted = [(person("New One"), ""), (replace(there, version=7, owner="x"), "")]
    with pytest.raises(Conflict):
        shelf.add_all(wanted)
    assert shelf.search("new one", ["person"]) == []
    kept = shelf.add_all([(person("New One"), "imported"), (replace(there, owner="x"), "")])
    assert [each.version for each in kept] == [1, 2]


def test_everything_comes_a_few_at_a_time_and_is_all_there(shelf: Shelf) -> None:
    given = [person(f"Number {number}") for number in range(1_203)]
    shelf.add_all([(each, "") for each in given])
    assert [each.id for each in shelf.everything()] == [each.id for each in given]
    assert list(shelf.everything(["organisation"])) == []


def test_another_who_has_it_open_sees_what_is_kept(shelf: Shelf, open_again: Open) -> None:
    other = open_again()
    item = shelf.add(person("Ana Rivera", titles=(Title(role="analyst"),)))
    assert names(other.search("anlayst")) in ([], ["Ana Rivera"])
    assert names(other.search("rivrea")) == ["Ana Rivera"]
    shelf.save(replace(item, content=Person(name="Ana Solano")))
    assert names(other.search("solnao")) == ["Ana Solano"]


def test_what_is_too_large_is_refused_and_nothing_is_kept(shelf: Shelf) -> None:
    block = Paragraph(id="kept", text=rich("word " * 1_000_000))
    with pytest.raises(ItemUnreadable, match="4 MB"):
        shelf.add(item_of(Piece(block=block, title="Much")))
    assert shelf.search("much") == []


def test_an_item_of_very_many_words_is_kept_and_found(shelf: Shelf) -> None:
    letters = "bcdfghklmnprstvz"
    words = " ".join("".join(four) + "o" * 20 for four in itertools.product(letters, repeat=4))
    block = Paragraph(id="kept", text=rich(words))
    kept = shelf.add(item_of(Piece(block=block, title="Glossary")))
    assert names(shelf.search("glossary")) == ["Glossary"]
    assert names(shelf.search(words[:12])) == ["Glossary"]
    assert shelf.get(kept.id) == kept


@pytest.mark.parametrize("letters", ["a\0b", "half \ud83d", "\uffff end", "\u202eturned"])
def test_characters_that_databases_dislike_lose_nothing_else(shelf: Shelf, letters: str) -> None:
    kept = shelf.add(person(letters))
    found = shelf.get(kept.id)
    assert isinstance(found.content, Person)
    assert found == kept
    assert list(filter(str.isalnum, found.content.name)) == list(filter(str.isalnum, letters))


TEXT = st.text(max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(TEXT, TEXT, st.lists(TEXT, max_size=3), TEXT, st.booleans())
def test_any_words_can_be_kept_and_found_by_themselves(
    shelf: Shelf, name: str, role: str, tags: list[str], owner: str, retired: bool
) -> None:
    content = Person(name=name, titles=(Title(role=role),))
    item = replace(item_of(content), tags=tuple(tags), owner=owner, retired=retired)
    kept = shelf.add(item)
    assert shelf.get(item.id) == kept
    found = [each.id for each in shelf.search(f"{name} {role}", limit=200)]
    assert retired or item.id in found or not found or len(found) >= 60


def test_it_stays_on_the_disk(address: str, open_again: Open, tmp_path: Path) -> None:
    first = open_again()
    item = first.add(river_words())
    first.close()
    assert open_again().get(item.id) == item
