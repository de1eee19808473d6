"""What the library has newer than the release: told on the cards, compared, taken or left."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.gui.library.newsdialog import NewsDialog
from presskit.library.items import Item, Piece
from presskit.library.people import Consent, Person, Title
from presskit.library.shelf import Shelf
from presskit.library.using import contact_for, speaker_for
from presskit.text.runs import plain, rich
from tests.gui.conftest import Hand
from tests.gui.shelves import entries, taken
from tests.gui.test_library_keep import keep, typed
from tests.library.parts import TODAY


def reworded(item: Item, text: str) -> Item:
    """A boilerplate with other words."""
    assert isinstance(item.content, Piece)
    block = item.content.block
    assert isinstance(block, Boilerplate)
    return replace(item, content=replace(item.content, block=replace(block, text=(rich(text),))))


def promoted(item: Item) -> Item:
    """A person in another office."""
    assert isinstance(item.content, Person)
    titles = (Title(role="director", organisation="River Alliance"),)
    return replace(item, content=replace(item.content, titles=titles))


def told(hand: Hand) -> None:
    """Has the library changed by another program, and the window come back to."""
    hand.window.desk.kept.emit()


def chip(hand: Hand, place: int, text: str) -> Any:
    """The chip of a card, once it says so."""
    card = hand.card(place)
    hand.until(lambda: card.news.isVisible() and text in card.news.text())
    return card.news


def words(hand: Hand, place: int) -> str:
    block = hand.release.blocks[place]
    assert isinstance(block, Boilerplate)
    return plain(block.text[0])


def opened(hand: Hand, *decide: str, seen: list[str] | None = None) -> Any:
    """Presses buttons of the dialog that the next step opens."""

    def act(dialog: NewsDialog) -> None:
        if seen is not None:
            seen.extend([dialog.told.text(), dialog.page.toPlainText(), dialog.page.toHtml()])
            seen.append(dialog.warning.text() if dialog.warning.isVisible() else "")
        for name in decide:
            button = dialog.findChild(object, name)
            assert button is not None
            assert button.isVisible(), name  # type: ignore[attr-defined]
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]

    hand.in_dialog(act)


@pytest.fixture
def placed(desk: Hand, kept: dict[str, Item]) -> Hand:
    """A kit with the boilerplate of the library at its place 2."""
    desk.go(1)
    desk.window.using.insert(kept["words"])
    assert desk.kinds == ["headline", "paragraph", "boilerplate"]
    return desk


def test_from_one_kit_by_the_library_to_another(library: Shelf, page: Hand, tmp_path: Path) -> None:
    """Save a paragraph as boilerplate, insert it in another kit, change it in the library, see that there is
    a new version, compare it, and take it."""
    page.go(1)
    page.write(" We keep rivers clean.")

    def fill(form: Any) -> None:
        QTest.keyClick(form.findChild(object, "keepAs"), Qt.Key.Key_Down)
        typed(form.name, "About us")

    keep(page, fill)
    page.until(lambda: page.kinds == ["headline", "boilerplate"])
    page.choose_file(tmp_path / "one.presskit")
    page.ctrl(Qt.Key.Key_S)
    page.ctrl(Qt.Key.Key_N)
    before = len(page.kinds)
    taken(page, "about", "About us")
    page.until(lambda: len(page.kinds) == before + 1)
    place = page.place
    assert words(page, place) == "Lede We keep rivers clean."
    assert not page.card(place).news.isVisible()
    (item,) = library.search("about us")
    library.save(reworded(item, "Lede We keep rivers and wells clean."))
    told(page)
    button = chip(page, place, "v2 available")
    seen: list[str] = []
    opened(page, "newsTake", seen=seen)
    page.click(button)
    assert "version 2" in seen[0]
    assert "and wells" in seen[1]
    assert "underline" in seen[2]
    assert words(page, place) == "Lede We keep rivers and wells clean."
    assert page.release.blocks[place].version == 2
    assert not page.card(place).news.isVisible()
    page.ctrl(Qt.Key.Key_Z)
    assert words(page, place) == "Lede We keep rivers clean."
    chip(page, place, "v2 available")


def test_keep_mine_is_remembered(library: Shelf, placed: Hand, kept: dict[str, Item]) -> None:
    library.save(reworded(kept["words"], "Other words."))
    told(placed)
    button = chip(placed, 2, "v2 available")
    opened(placed, "newsMine")
    placed.click(button)
    assert words(placed, 2) == "We keep rivers clean."
    assert placed.release.blocks[2].version == 2
    told(placed)
    placed.bot.wait(600)
    assert not placed.card(2).news.isVisible()


def test_a_version_that_says_the_same_is_not_told(
    library: Shelf, placed: Hand, kept: dict[str, Item]
) -> None:
    library.save(replace(kept["words"], owner="Jo Li"))
    told(placed)
    placed.bot.wait(700)
    assert not placed.card(2).news.isVisible()


def test_later_leaves_all_as_it_is(library: Shelf, placed: Hand, kept: dict[str, Item]) -> None:
    library.save(reworded(kept["words"], "Other words."))
    told(placed)
    chip(placed, 2, "v2 available")
    placed.go(2, "heading")
    opened(placed, "newsLater")
    placed.key(Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert placed.release.blocks[2].version == 1
    assert placed.card(2).news.isVisible()


def test_taking_warns_when_an_approval_would_end(library: Shelf, desk: Hand, kept: dict[str, Item]) -> None:
    speaker = speaker_for(kept["person"], "en-US", TODAY)
    quote = Quote(id="q", words=(rich("So be it."),), speaker=speaker)
    quote = quote.approved("Nadia", datetime.datetime(2026, 5, 4, 9, 0), "phone")
    desk.editor.insert(quote)
    place = desk.release.index("q")
    library.save(promoted(kept["person"]))
    told(desk)
    button = chip(desk, place, "Nadia Ferrer Otis: v2 available")
    seen: list[str] = []
    opened(desk, "newsTake", seen=seen)
    desk.click(button)
    assert "ends the approval" in seen[3]
    block = desk.release.find("q")
    assert isinstance(block, Quote)
    assert block.speaker.description == "director, River Alliance"
    assert block.standing() == "changed since approval"


def test_all_are_taken_as_one_step(library: Shelf, placed: Hand, kept: dict[str, Item]) -> None:
    contact = contact_for(kept["person"], "en-US", TODAY)
    placed.editor.insert(Contacts(id="c", people=(contact,)))
    library.save(reworded(kept["words"], "Other words."))
    library.save(promoted(kept["person"]))
    told(placed)
    button = chip(placed, 2, "v2 available")
    opened(placed, "newsAll")
    placed.click(button)
    assert words(placed, 2) == "Other words."
    assert "director" in repr(placed.release.find("c"))
    placed.ctrl(Qt.Key.Key_Z)
    assert words(placed, 2) == "We keep rivers clean."
    assert "director" not in repr(placed.release.find("c"))


def test_who_withdrew_is_told_in_red_and_taken_out(library: Shelf, desk: Hand, kept: dict[str, Item]) -> None:
    contact = contact_for(kept["person"], "en-US", TODAY)
    desk.editor.insert(Contacts(id="c", people=(contact,)))
    content = kept["person"].content
    assert isinstance(content, Person)
    consent = Consent(withdrawn=TODAY, reason="a new job")
    library.save(replace(kept["person"], content=replace(content, consent=consent)))
    told(desk)
    place = desk.release.index("c")
    button = chip(desk, place, "consent withdrawn")
    assert button.property("tone") == "bad"
    assert "a new job" in button.toolTip()
    opened(desk, "newsOut")
    desk.click(button)
    block = desk.release.find("c")
    assert isinstance(block, Contacts)
    assert block.people == ()


def test_past_its_day_and_retired_are_told(library: Shelf, placed: Hand, kept: dict[str, Item]) -> None:
    past = library.save(replace(kept["words"], good_until=datetime.date(2020, 1, 1)))
    told(placed)
    chip(placed, 2, "past its date")
    library.save(replace(past, retired=True))
    told(placed)
    chip(placed, 2, "retired")


def test_nothing_new_says_so(placed: Hand) -> None:
    placed.go(2, "heading")
    placed.key(Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    placed.until(lambda: "as the library has it" in placed.window.statusBar().currentMessage())
    assert QApplication.activeModalWidget() is None


def test_what_a_colleague_just_changed_is_looked_for(
    library: Shelf, placed: Hand, kept: dict[str, Item]
) -> None:
    library.save(
        reworded(kept["words"], "Two hundred families on the river.")
    )  # and the window is told nothing
    opened(placed, "newsTake")
    placed.key(Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    placed.until(lambda: words(placed, 2) == "Two hundred families on the river.")


def test_recent_kits_that_carry_the_old_one_are_listed_and_opened(
    library: Shelf, placed: Hand, kept: dict[str, Item], tmp_path: Path
) -> None:
    placed.choose_file(tmp_path / "one.presskit")
    placed.ctrl(Qt.Key.Key_S)
    library.save(reworded(kept["words"], "Other words."))
    placed.ctrl(Qt.Key.Key_N)
    told(placed)
    pieces = placed.find("pieces")
    placed.until(lambda: any(row.item and row.item.version == 2 for row in pieces.rows))
    menu = entries(placed, "About the River Alliance")
    seen: list[str] = []

    def act(dialog: Any) -> None:
        placed.until(lambda: dialog.list.count() == 1 and "…" not in dialog.told.text())
        seen.extend([dialog.told.text(), dialog.list.item(0).text()])
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    placed.in_dialog(act)
    menu["Which kits carry it…"].trigger()
    placed.breathe()
    assert "1 kit has an older version" in seen[0]
    assert "still v1" in seen[1]
    assert placed.window.session is not None
    assert placed.window.session.path == tmp_path / "one.presskit"
    chip(placed, 2, "v2 available")
