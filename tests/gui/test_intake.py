"""Bringing in what people have: looked over, put right with keys, taken as one step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.gui.intake.reviewdialog import ADD, REPLACE, ReviewDialog
from presskit.library.items import Item
from presskit.library.shelf import Shelf
from presskit.model.release import Dateline
from tests.gui.conftest import Hand
from tests.library.parts import analyst

Key = Qt.Key
RELEASE = """FOR IMMEDIATE RELEASE

Contact: Nadia Ferrer Otis, 518-555-0188, nadia@river.example

Nine landings reopen after two summers

CALDER FALLS, N.Y. — Families swam at all nine landings on Saturday, the first time since the spill of May.

“We counted every bag,” said Nadia Ferrer Otis, water analyst of the River Alliance. “The river is clean.”

A survey by the County Board of Health found:

• 61% of bathers felt safe in the water
• 12% saw waste on the banks

About the River Alliance

The River Alliance is a coalition of 42 neighbourhood groups that keeps three rivers clean.

###

Share this
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A release as somebody keeps it."""
    path = tmp_path / "landings.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def looked_at(hand: Hand, act: Callable[[ReviewDialog], None]) -> list[ReviewDialog]:
    """Has the next dialog looked at; what is done in it is done with keys and mouse."""
    seen: list[ReviewDialog] = []

    def do(dialog: ReviewDialog) -> None:
        seen.append(dialog)
        act(dialog)

    hand.in_dialog(do)
    return seen


def take(dialog: ReviewDialog) -> None:
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)


def kinds(dialog: ReviewDialog) -> list[str]:
    return [part.kind for part in dialog.draft.parts]


def go(dialog: ReviewDialog, row: int) -> None:
    """Clicks a part."""
    view = dialog.parts
    view.scrollTo(view.lines.index(row))
    at = view.visualRect(view.lines.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_file_chosen_on_the_start_page_becomes_a_kit(hand: Hand, file: Path) -> None:
    def act(dialog: ReviewDialog) -> None:
        assert kinds(dialog)[:3] == ["release_line", "contact", "headline"]
        assert "set aside" in dialog.told.text()
        assert not dialog.place.isVisible()
        take(dialog)

    hand.choose_file(file)
    QTest.mouseClick(hand.find("bringFile"), Qt.MouseButton.LeftButton)
    seen = looked_at(hand, act)
    hand.until(lambda: bool(seen) and hand.window.workspace is not None)
    assert hand.kinds == ["contacts", "headline", "paragraph", "quote", "statistics", "boilerplate"]
    quote = hand.release.blocks[3]
    assert isinstance(quote, Quote)
    assert quote.speaker.name == "Nadia Ferrer Otis"
    assert hand.release.dateline.city == "Calder Falls"
    assert "Share this" in hand.window.session.kit.notes  # type: ignore[union-attr]
    hand.ctrl(Key.Key_Z)
    assert hand.release.word_count() == 0


def test_a_key_says_what_a_part_is_and_undo_takes_it_back(hand: Hand, file: Path) -> None:
    def act(dialog: ReviewDialog) -> None:
        go(dialog, 4)
        assert kinds(dialog)[4] == "body"
        QTest.keyClick(dialog.parts, Key.Key_X)
        assert kinds(dialog)[4] == "aside"
        assert dialog.parts.currentIndex().row() == 5
        assert "quote" not in [block.kind for block in dialog.made.kit.releases[0].blocks]
        QTest.keyClick(dialog.parts, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert kinds(dialog)[4] == "body"
        QTest.keyClick(
            dialog.parts, Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        assert kinds(dialog)[4] == "aside"
        go(dialog, 6)
        QTest.keyClick(dialog.parts, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(dialog.parts, Key.Key_N)
        assert kinds(dialog)[6:8] == ["note", "note"]
        QTest.keyClick(dialog.parts, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    seen = looked_at(hand, act)
    hand.window.entering.bring_file(file)
    hand.until(lambda: bool(seen) and hand.window.workspace is not None)
    assert "quote" not in hand.kinds
    assert "notes" in hand.kinds


def test_enter_shows_all_kinds(hand: Hand, file: Path) -> None:
    def act(dialog: ReviewDialog) -> None:
        go(dialog, 3)
        QTest.keyClick(dialog.parts, Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert "Crosshead\tR" in [action.text() for action in menu.actions()]
        next(each for each in menu.actions() if each.text().startswith("Crosshead")).trigger()
        menu.close()
        assert kinds(dialog)[3] == "crosshead"
        dialog.reject()

    seen = looked_at(hand, act)
    hand.window.entering.bring_file(file)
    hand.until(lambda: bool(seen) and not seen[0].isVisible())
    assert hand.window.workspace is None


def test_each_side_follows_the_other(hand: Hand, file: Path) -> None:
    def act(dialog: ReviewDialog) -> None:
        go(dialog, 4)
        assert dialog.blocks.currentIndex().row() == 3
        view = dialog.blocks
        at = view.visualRect(view.lines.index(4)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert kinds(dialog)[dialog.parts.chosen()[0]] in ("crosshead", "body", "item")
        dialog.reject()

    seen = looked_at(hand, act)
    hand.window.entering.bring_file(file)
    hand.until(lambda: bool(seen) and not seen[0].isVisible())


def dropped(hand: Hand, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    assert hand.drop(hand.window, mime, QPoint(300, 300))


@pytest.mark.parametrize(("where", "found"), [(REPLACE, "Nine landings"), (ADD, "Title")])
def test_a_file_dropped_beside_a_release_asks_where_it_goes(
    page: Hand, file: Path, where: str, found: str
) -> None:
    def act(dialog: ReviewDialog) -> None:
        assert dialog.where == "new"
        dialog.place.setCurrentIndex(dialog.place.findData(where))
        take(dialog)

    seen = looked_at(page, act)
    dropped(page, file)
    page.until(lambda: bool(seen) and len(page.kinds) > 4)
    assert page.kinds.count("headline") == 1
    assert page.release.title().startswith(found)
    before = len(page.kinds)
    page.ctrl(Key.Key_Z)
    assert page.kinds == ["headline", "paragraph"]
    assert before > 2


def test_what_cannot_be_read_is_told(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    heard: list[str] = []
    hand.answer("close", heard)
    hand.window.entering.bring_file(path)
    hand.until(lambda: bool(heard))
    assert "save it as DOCX" in heard[0]
    assert hand.window.workspace is None


def test_a_paste_into_an_empty_kit_offers_to_recognise_it(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(1, "text")
    hand.paste(RELEASE)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is not None)
    assert len(hand.kinds) > 4  # pasted as before
    seen = looked_at(hand, take)
    QTest.mouseClick(hand.find("intakeWanted"), Qt.MouseButton.LeftButton)
    hand.until(lambda: bool(seen) and "statistics" in hand.kinds)
    assert hand.kinds.count("headline") == 1


def test_the_paste_itself_is_recognised_whatever_was_copied_since(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(1, "text")
    hand.paste(RELEASE)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is not None)
    QGuiApplication.clipboard().setText("Something else.")
    seen = looked_at(hand, take)
    QTest.mouseClick(hand.find("intakeWanted"), Qt.MouseButton.LeftButton)
    hand.until(lambda: bool(seen) and "statistics" in hand.kinds)
    assert hand.kinds.count("headline") == 1


def test_what_was_not_pasted_is_not_offered_as_what_was_copied(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(1, "text")
    hand.paste(RELEASE)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is not None)
    hand.ctrl(Qt.Key.Key_Z)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is None)
    QGuiApplication.clipboard().setText("Something else.")
    hand.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)  # the same change, from elsewhere
    assert len(hand.kinds) > 4
    assert hand.window.findChild(object, "intakeOffer") is None


def test_writing_goes_on_after_the_offer_was_refused(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(1, "text")
    hand.paste(RELEASE)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is not None)
    hand.click(hand.find("intakeUnwanted"))
    QTest.qWait(20)  # what Qt puts off until nobody is at work is done
    hand.write("And on.")
    assert "And on." in " ".join(hand.words)


def test_the_offer_goes_once_undo_would_take_back_something_else(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(1, "text")
    hand.paste(RELEASE)
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is not None)
    assert hand.window.session is not None
    hand.window.session.edit("City", lambda release: replace(release, dateline=Dateline(city="Albany")))
    hand.until(lambda: hand.window.findChild(object, "intakeOffer") is None)


def test_what_was_copied_is_brought_in(hand: Hand) -> None:
    heard: list[str] = []
    QGuiApplication.clipboard().clear()
    hand.answer("close", heard)
    QTest.mouseClick(hand.find("bringPasted"), Qt.MouseButton.LeftButton)
    hand.until(lambda: bool(heard))
    assert "no text on the clipboard" in heard[0]
    mime = QMimeData()
    lede = (
        "CALDER FALLS, N.Y. — Families swam at all nine landings on Saturday, for the first time since May."
    )
    mime.setHtml(f"<h1>Nine landings reopen</h1><p>{lede}</p>")
    QGuiApplication.clipboard().setMimeData(mime)
    seen = looked_at(hand, take)
    QTest.mouseClick(hand.find("bringPasted"), Qt.MouseButton.LeftButton)
    hand.until(lambda: bool(seen) and hand.window.workspace is not None)
    assert hand.kinds == ["headline", "paragraph"]
    QGuiApplication.clipboard().clear()


def test_people_of_the_library_are_linked(hand: Hand, library: Shelf, file: Path) -> None:
    kept: Item = library.add(analyst())
    checked: list[Any] = []

    def act(dialog: ReviewDialog) -> None:
        hand.until(dialog.link.isVisible)
        checked.append(dialog.link.text())
        take(dialog)

    seen = looked_at(hand, act)
    hand.window.entering.bring_file(file)
    hand.until(lambda: bool(seen) and hand.window.workspace is not None)
    assert "Nadia Ferrer Otis" in checked[0]
    contacts, quote = hand.release.blocks[0], hand.release.blocks[3]
    assert isinstance(contacts, Contacts)
    assert isinstance(quote, Quote)
    assert (contacts.people[0].reference, contacts.people[0].version) == (kept.id, 1)
    assert (quote.speaker.reference, quote.speaker.description) == (
        kept.id,
        "water analyst of the River Alliance",
    )
