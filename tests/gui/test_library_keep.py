"""Saving from the release to the library, by menu and key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.quote import Quote
from presskit.gui.library.keepdialog import KeepDialog
from presskit.library.items import Item, Piece
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from tests.gui.conftest import Hand

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def keep(hand: Hand, act: Callable[[KeepDialog], None] = lambda _form: None) -> None:
    """Presses the key, fills in the form, and saves it with Enter."""
    seen: list[KeepDialog] = []

    def fill(form: KeepDialog) -> None:
        seen.append(form)
        act(form)
        QTest.keyClick(form, Qt.Key.Key_Return)

    hand.until(lambda: hand.window.desk.shelf is not None)
    hand.in_dialog(fill)
    hand.ctrl(Qt.Key.Key_S, ALT)
    hand.until(lambda: bool(seen))
    hand.breathe()


def typed(field: object, words: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, words)  # type: ignore[call-overload]


def test_enter_saves_a_block_as_proposed(library: Shelf, page: Hand) -> None:
    page.go(1)
    keep(page)
    page.until(lambda: bool(page.release.blocks[1].reference))
    (item,) = library.search("lede")
    assert (item.kind, item.name, item.version, item.language) == ("standing", "Lede", 1, "en-US")
    assert (page.release.blocks[1].reference, page.release.blocks[1].version) == (item.id, 1)
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[1].reference == ""
    assert library.get(item.id).version == 1


def test_a_paragraph_is_saved_as_boilerplate_of_an_organisation(
    library: Shelf, page: Hand, kept: dict[str, Item]
) -> None:
    def fill(form: KeepDialog) -> None:
        box = form.findChild(object, "keepAs")
        QTest.keyClick(box, Qt.Key.Key_Down)  # type: ignore[call-overload]
        typed(form.name, "About Hill House")
        typed(form.organisation, "Hill House")
        typed(form.tags, "water, water, county")
        assert "becomes boilerplate" in form.told.text()
        assert "Hill House" in form.told.text()

    page.go(1)
    keep(page, fill)
    page.until(lambda: page.kinds == ["headline", "boilerplate"])
    block = page.release.blocks[1]
    assert isinstance(block, Boilerplate)
    (item,) = library.search("about hill house", ["boilerplate"])
    (house,) = library.search("hill", ["organisation"])
    assert isinstance(item.content, Piece)
    assert (item.content.organisation, item.tags) == (house.id, ("water", "county"))
    assert (block.reference, block.version) == (item.id, 1)
    page.write(" and more")  # the caret is in it
    assert "and more" in repr(page.release.blocks[1])
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.kinds == ["headline", "paragraph"]


def test_the_speaker_of_a_quote_is_saved_with_it(library: Shelf, page: Hand) -> None:
    page.click(page.bar("Quote"))
    page.write("So be it.")
    page.go(2, "speaker/name")
    page.write("Ada Roe")
    keep(page)
    page.until(lambda: bool(page.release.blocks[2].reference))
    quote = page.release.blocks[2]
    assert isinstance(quote, Quote)
    (person,) = library.search("ada", ["person"])
    assert isinstance(person.content, Person)
    assert quote.speaker.reference == person.id
    assert library.get(quote.reference).kind == "quote"


def test_who_is_there_already_is_used_and_not_kept_twice(
    library: Shelf, page: Hand, kept: dict[str, Item]
) -> None:
    page.editor.insert(Contacts(id="c", people=(Contact(name="nádia ferrer otis"),)))
    contacts = page.release.index("c")
    keep(page)
    page.until(lambda: bool(page.release.blocks[contacts].people[0].reference))  # type: ignore[attr-defined]
    block = page.release.blocks[contacts]
    assert isinstance(block, Contacts)
    assert (block.people[0].reference, block.people[0].version) == (kept["person"].id, 1)
    assert len(library.search("ferrer", ["person"])) == 1


def test_nothing_to_save_says_so(page: Hand) -> None:
    page.window.blocks.add(Contacts)
    page.ctrl(Qt.Key.Key_S, ALT)
    told = page.find("libraryTold")
    assert "nothing in this block" in told.text()


def test_a_block_of_the_library_is_saved_as_its_next_version(
    library: Shelf, desk: Hand, kept: dict[str, Item]
) -> None:
    desk.window.using.insert(kept["words"])
    place = desk.kinds.index("boilerplate")
    desk.go(place, "heading")
    desk.write("All ")

    def fill(form: KeepDialog) -> None:
        assert "version 2" in form.told.text()
        typed(form.why, "Shorter heading")

    keep(desk, fill)
    desk.until(lambda: desk.release.blocks[place].version == 2)
    assert library.versions(kept["words"].id)[0].note == "Shorter heading"
    found = library.get(kept["words"].id)
    assert isinstance(found.content, Piece)
    assert found.content.organisation == kept["organisation"].id
    assert "All " in repr(found.content.block)
