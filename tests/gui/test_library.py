"""The library in the side pane: found as one types, inserted by key, mouse and menu."""

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from presskit.blocks.contacts import Contacts
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.library.items import Item, Organisation
from presskit.library.people import Consent, Person
from presskit.library.shelf import Shelf
from presskit.settings import SettingsFile
from presskit.text.runs import rich
from tests.gui.conftest import Hand
from tests.gui.shelves import entries, listed, sought, taken, waited
from tests.kits import png
from tests.library.parts import river_words


def test_the_library_is_shown_by_kind_with_what_to_know(desk: Hand) -> None:
    rows = listed(desk)
    heads = [row.name for row in rows if not row.key]
    assert heads == ["Boilerplates", "People", "Organizations", "Statistics"]
    chips = {row.name: (row.chip, row.tone) for row in rows if row.key}
    assert chips["About the River Alliance"] == ("v1", "plain")
    assert chips["Amalia Quiroga Reyes"] == ("withdrawn", "bad")
    assert chips["61% · 4,000"] == ("sourced", "good")


def test_what_is_typed_narrows_it(desk: Hand) -> None:
    sought(desk, "FERRÉR", "Nadia Ferrer Otis")
    desk.write("xxx")
    desk.bot.waitUntil(lambda: not listed(desk), timeout=5_000)


def test_boilerplate_is_inserted_with_where_it_came_from(desk: Hand, kept: dict[str, Item]) -> None:
    desk.go(1)
    taken(desk, "about", "About the River Alliance")
    assert desk.kinds == ["headline", "paragraph", "boilerplate"]
    block = desk.release.blocks[2]
    assert (block.reference, block.version) == (kept["words"].id, 1)
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.kinds == ["headline", "paragraph"]


def test_an_organisation_stands_for_its_boilerplate(desk: Hand, kept: dict[str, Item]) -> None:
    desk.go(1)
    taken(desk, "https", "River Alliance")
    desk.bot.waitUntil(lambda: desk.kinds[-1] == "boilerplate", timeout=5_000)
    assert desk.release.blocks[-1].reference == kept["words"].id


def test_an_organisation_without_any_says_so(desk: Hand, library: Shelf, kept: dict[str, Item]) -> None:
    library.save(replace(kept["organisation"], content=Organisation(name="Hill House")))
    library.save(replace(kept["words"], retired=True))
    taken(desk, "hill", "Hill House")
    told = waited(desk, "libraryTold")
    assert "no boilerplate of Hill House" in told.text()
    assert desk.kinds == ["headline", "paragraph"]


def test_a_person_becomes_the_speaker_of_a_quote_that_has_none(desk: Hand, kept: dict[str, Item]) -> None:
    desk.click(desk.bar("Quote"))
    desk.write("So be it.")
    taken(desk, "nadia", "Nadia Ferrer Otis")
    quote = desk.release.blocks[-1]
    assert isinstance(quote, Quote)
    assert quote.speaker.description == "water analyst, River Alliance"
    assert quote.speaker.reference == kept["person"].id
    assert desk.kinds.count("quote") == 1
    taken(desk, "nadia", "Nadia Ferrer Otis")
    assert desk.kinds.count("quote") == 2


def test_a_person_joins_the_contacts(desk: Hand, kept: dict[str, Item]) -> None:
    desk.window.blocks.add(Contacts)
    taken(desk, "nadia", "Nadia Ferrer Otis")
    block = next(block for block in desk.release.blocks if isinstance(block, Contacts))
    assert [(each.name, each.email, each.reference) for each in block.people] == [
        ("Nadia Ferrer Otis", "nadia@river.example", kept["person"].id)
    ]


def test_who_withdrew_is_refused_with_the_reason(desk: Hand) -> None:
    taken(desk, "amalia", "Amalia Quiroga Reyes")
    told = desk.find("libraryTold")
    assert told.isVisible()
    assert "withdrew their consent" in told.text()
    assert "threats" in told.text()
    assert desk.kinds == ["headline", "paragraph"]


def test_a_portrait_brings_its_picture(desk: Hand, kept: dict[str, Item]) -> None:
    menu = entries(desk, "Nadia Ferrer Otis")
    menu["Insert the portrait"].trigger()
    desk.bot.waitUntil(lambda: "photo" in desk.kinds, timeout=5_000)
    photo = next(block for block in desk.release.blocks if isinstance(block, Photo))
    assert desk.window.session is not None
    assert desk.window.session.kit.picture(photo.name) == png(77)


def test_a_single_figure_comes_with_its_source(desk: Hand) -> None:
    menu = entries(desk, "61% · 4,000")
    menu["Insert “4,000” alone"].trigger()
    block = desk.release.blocks[-1] if desk.kinds[-1] == "statistics" else desk.release.blocks[1]
    assert isinstance(block, Statistics)
    assert [each.figure for each in block.items] == ["4,000"]
    assert block.sources[0].who == "Water Board"
    assert block.reference == ""


def test_an_item_dropped_on_the_release_goes_where_it_is_dropped(desk: Hand) -> None:
    pieces = desk.find("pieces")
    at = next(number for number, row in enumerate(pieces.rows) if row.name == "About the River Alliance")
    mime = pieces.model().mimeData([pieces.model().index(at)])
    assert desk.drop(desk.editor.viewport(), mime, QPoint(200, desk.card(1).y() + 2))
    assert desk.kinds == ["headline", "boilerplate", "paragraph"]


def test_a_double_click_inserts(desk: Hand) -> None:
    desk.go(1)
    pieces = desk.find("pieces")
    at = next(number for number, row in enumerate(pieces.rows) if row.name == "61% · 4,000")
    place = pieces.visualRect(pieces.model().index(at)).center()
    QTest.mouseClick(pieces.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(pieces.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.breathe()
    assert desk.kinds == ["headline", "paragraph", "statistics"]


def test_an_empty_library_says_how_to_begin(library: Shelf, hand: Hand) -> None:
    hand.ctrl(Qt.Key.Key_N)
    empty = waited(hand, "libraryEmpty")
    assert "Ctrl+." in empty.text()
    library.add(river_words())


def test_a_damaged_library_is_told_and_the_kit_goes_on(store: SettingsFile, hand: Hand) -> None:
    store.library_path.write_bytes(b"no library" * 1_000)
    hand.ctrl(Qt.Key.Key_N)
    state = waited(hand, "libraryState")
    assert "damaged" in state.text()
    hand.write("Vote tonight")
    assert hand.release.title() == "Vote tonight"


def test_persons_are_named_as_they_agreed(library: Shelf, desk: Hand, kept: dict[str, Item]) -> None:
    content = kept["gone"].content
    assert isinstance(content, Person)
    consent = Consent(private=True, shown_as="pseudonym", pseudonym="Lucía")
    library.save(replace(kept["gone"], content=replace(content, consent=consent)))
    taken(desk, "quiroga", "Amalia Quiroga Reyes")
    assert "Quiroga" not in repr(desk.release)
    assert any(isinstance(each, Quote) and each.speaker.name == "Lucía" for each in desk.release.blocks)


def test_a_person_dropped_on_a_quote_becomes_its_speaker(desk: Hand, kept: dict[str, Item]) -> None:
    desk.editor.insert(Quote(id="q", words=(rich("So be it."),)))
    desk.go(0)
    pieces = desk.find("pieces")
    at = next(number for number, row in enumerate(pieces.rows) if row.name == "Nadia Ferrer Otis")
    mime = pieces.model().mimeData([pieces.model().index(at)])
    assert desk.drop(desk.editor.viewport(), mime, desk.card_of("q").geometry().center())
    quote = desk.release.find("q")
    assert isinstance(quote, Quote)
    assert quote.speaker.reference == kept["person"].id
    assert desk.kinds.count("quote") == 1
    desk.drop(desk.editor.viewport(), mime, QPoint(200, desk.card_of("q").y() + 2))  # above it
    assert desk.kinds.count("quote") == 2


def test_the_menu_tells_why_somebody_is_refused(desk: Hand) -> None:
    menu = entries(desk, "Amalia Quiroga Reyes")
    assert any("threats" in text and not action.isEnabled() for text, action in menu.items())
