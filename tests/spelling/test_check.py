"""Dictionaries, names and word lists against texts."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Statistics
from presskit.model.brand import Brand
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.spelling import speller as spellers
from presskit.spelling.check import Miss, check, known_words, nearby
from presskit.spelling.dictionary import Dictionary
from presskit.spelling.speller import Speller, Spellers, dictionary_for, has_dictionary, trade_words
from presskit.spelling.wordlist import WordList
from presskit.storage.codec import decode, encode
from presskit.text.runs import rich

ALL = Spellers()


def wrong(text: str, language: str, known: frozenset[str] = frozenset()) -> list[str]:
    found = check([Paragraph(id="p", text=rich(text))], language, ALL, known)
    return [miss.word for misses in found["p"].values() for miss in misses]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en-US", "The color wasn’t teh best; it’s a community-led recieve.", ["teh", "recieve"]),
        ("en-GB", "The colour of the organisation’s color", ["color"]),
        ("en-CA", "The colour of the organization", []),
        ("es-MX", "La votación y la informacion", ["informacion"]),
        ("fr-CA", "Jusqu’à aujourd’hui, l’eau du gouvernemant; peut-être qu’elle", ["gouvernemant"]),
        ("pt-PT", "A votação e a votacao", ["votacao"]),
    ],
)
def test_each_dictionary_tells_right_from_wrong(language: str, text: str, found: list[str]) -> None:
    assert wrong(text, language) == found


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "en_US"), ("en-NZ", "en_GB"), ("es-419", "es_ES"), ("pt-BR", ""), ("de", ""), ("zh-Hant", "")],
)
def test_the_dictionary_of_a_language(language: str, name: str) -> None:
    assert dictionary_for(language) == name
    assert has_dictionary(language) is bool(name)
    assert (Spellers().get(language) is None) is not bool(name)


def test_without_the_library_nothing_can_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spellers, "is_installed", lambda: False)
    assert not has_dictionary("en-US")
    assert Spellers().get("en-US") is None


def test_misses_are_found_in_every_rich_text_of_a_block() -> None:
    blocks = [
        Boilerplate(id="b", text=(rich("All right."), (), rich("It was teh one."))),
        Statistics(id="s", items=(Figure(), Figure(figure="4%", sentence=rich("of respondants")))),
    ]
    found = check(blocks, "en-US", ALL, frozenset())
    assert found == {
        "b": {"text": (Miss(2, 7, 10, "teh"),)},
        "s": {"items/1/sentence": (Miss(0, 3, 14, "respondants"),)},
    }


def test_names_of_the_kit_are_right_with_what_clings_to_them() -> None:
    kit = Kit(
        releases=(
            Release(
                brand=Brand(issuers=("Krellwick Watch",)),
                blocks=(
                    Quote(
                        id="q",
                        speaker=Speaker(name="Ana Zubriq-O’Dellarty", description="of the Vostrel Fund"),
                    ),
                    Contacts(id="c", people=(Contact(name="Ximo Pradd", organisation="Ombrelio"),)),
                ),
            ),
        )
    )
    known = known_words(kit)
    text = "Krellwick’s Ana Zubriq-O’Dellarty and O’Dellarty met Vostrel, Pradd and Ombrelio-led grupe"
    assert wrong(text, "en-US", known) == ["grupe"]
    assert wrong("Le projet d’Ombrelio", "fr", known) == []
    assert "of" not in known
    assert wrong("pradd", "en-US", known) == ["pradd"]


def test_a_word_on_a_list_is_right_at_the_beginning_of_a_sentence_too() -> None:
    known = known_words(Kit(words=("rewylding",)), ["can’tve"])
    assert wrong("Rewylding and rewylding’s can't've can’tve", "en-US", known) == ["can't've"]


def test_suggestions_begin_with_what_was_meant_and_keep_the_apostrophe() -> None:
    speller = Speller(Dictionary("en_US"))
    assert speller.suggestions("recieve")[0] == "receive"
    assert "doesn’t" in speller.suggestions("dosen’t")
    assert all("'" not in each for each in speller.suggestions("Hartfrod’s"))
    assert "Hartford's" in speller.suggestions("Hartfrod's")
    assert len(speller.suggestions("tset")) <= 6


def test_the_kit_keeps_its_list_and_older_files_open_without_one() -> None:
    kit = Kit().with_word("rewylding").with_word("Ombrelio").with_word("rewylding")
    assert kit.words == ("Ombrelio", "rewylding")
    assert decode(encode(kit)).kit == kit
    older = encode(Kit()).replace(b'"format": 2', b'"format": 1')
    opened = decode(older)
    assert opened.newer is None
    assert opened.kit == replace(Kit(), words=())


def test_the_users_list_keeps_words_in_order_and_those_of_another_window(tmp_path: Path) -> None:
    path = tmp_path / "new" / "words.txt"
    one, other = WordList(path), WordList(path)
    assert one.words() == frozenset()
    one.add("zebrano")
    other.add("Äpfel")
    one.add("mellow")
    assert path.read_text(encoding="utf-8") == "mellow\nzebrano\nÄpfel\n"
    assert WordList(path).words() == {"zebrano", "Äpfel", "mellow"}
    assert [each.name for each in path.parent.iterdir()] == ["words.txt"]


def test_a_list_that_cannot_be_written_still_counts_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    words = WordList(tmp_path / "file" / "words.txt")
    with pytest.raises((NotADirectoryError, FileExistsError)):
        words.add("mellow")
    assert words.words() == {"mellow"}
    assert (tmp_path / "file").read_text() == "no folder"


def test_the_dictionaries_are_there_with_their_licences() -> None:
    folder = Path(__file__).resolve().parents[2] / "resources" / "dictionaries"
    told = (folder / "README.md").read_text(encoding="utf-8")
    for name in {dictionary_for(tag) for tag in ("en", "en-GB", "es", "fr", "pt")}:
        assert (folder / f"{name}.aff").stat().st_size
        assert (folder / f"{name}.dic").stat().st_size
        assert f"`{name}.*`" in told
    for each in folder.glob("LICENSE-*"):
        assert f"`{each.name}`" in told


def test_a_passage_in_another_language_is_held_against_its_dictionary() -> None:
    spanish = "La congresista anunció que la ciudad tiene un nuevo acuerdo sobre la migracion."
    assert wrong(spanish, "en-US") == ["migracion"]
    english = "The council voted to restor the banks of the river on Tuesday."
    assert wrong(english, "es") == ["restor"]
    assert wrong("La ciudad votó", "en-US") == ["ciudad", "votó"]  # too short to tell
    creole = "Tout moun fèt lib, egal ego pou diyite kou wè dwa, epi yo gen larezon ak konsyans."
    assert wrong(creole, "en-US") == []
    found = check([Paragraph(id="p", text=rich(spanish))], "en-US", ALL, frozenset())
    assert [miss.language for miss in found["p"]["text"]] == ["es"]
    assert wrong("Teh tset of wrng wrods is nto foregin at lal.", "en-US") != []


def test_words_of_the_trade_are_right() -> None:
    assert wrong("Pre-screening of ex-members, post-storm, non-wrds and co-fnd", "en-US") == [
        "non-wrds",
        "co-fnd",
    ]
    assert (
        wrong("A livestream and a hotline for grassroots nonprofits: the lede of telehealth.", "en-US") == []
    )
    assert wrong("Nonprofits defunded the stormwater plan.", "en-GB") == []
    assert wrong("El marco regulatorio y el pódcast de la campaña.", "es-MX") == []
    for language in ("en", "es", "fr"):
        assert len(trade_words(language)) > 10
    assert trade_words("pt-PT") == frozenset()


def test_lines_with_words_are_checked_and_names_and_figures_are_not() -> None:
    quote = Quote(
        id="q", speaker=Speaker(name="Zqa", title="Mayoor", description="headd of Zxq"), named="zqv"
    )
    people = (Contact(name="zzz", role="officcer", phone="zzz", email="zzz", organisation="zzz"),)
    found = check([quote, Contacts(id="c", people=people)], "en-US", ALL, frozenset())
    assert {path: [miss.word for miss in misses] for path, misses in found["q"].items()} == {
        "speaker/title": ["Mayoor"],
        "speaker/description": ["headd", "Zxq"],
    }
    assert list(found["c"]) == ["people/0/role"]


def test_names_that_may_have_been_meant() -> None:
    known = frozenset({"Zubriqa", "O'Brien", "Zubin", "The", "Marsh"})
    assert nearby("Zubrqa", known) == ["Zubriqa"]
    assert nearby("O’Brian", known) == ["O’Brien"]
    assert nearby("Teh", known) == []
    assert nearby("marshes", frozenset()) == []
