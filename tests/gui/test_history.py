"""One history for everything that is done in the window, and the caret that goes with it."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from presskit.model import history
from presskit.model.kit import Kit
from presskit.text.runs import Run, plain
from tests.gui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A new press release: contacts, headline, subhead, paragraph, quote, statistics and more."""
    hand.click(hand.find("new-release"))
    assert hand.kinds[1:6] == ["headline", "subhead", "paragraph", "quote", "statistics"]
    return hand


def kit(hand: Hand) -> Kit:
    """The kit as it is now, to look at."""
    assert hand.window.session is not None
    return hand.window.session.kit


def undo_name(hand: Hand) -> str:
    """What the menu says that undo would take back."""
    return hand.window.actions_.commands["undo"].text()


def work(hand: Hand) -> None:
    """A bit of everything."""
    hand.go(1)
    hand.write("Library opens on Sundays")
    hand.go(3)
    hand.write("The library opens. ")
    hand.ctrl(Qt.Key.Key_B)
    hand.write("Soon.")
    hand.key(Qt.Key.Key_Return)
    hand.write("Another one")
    hand.key(Qt.Key.Key_Up, ALT)
    hand.ctrl(Qt.Key.Key_D)
    hand.go(6, "words")
    hand.write("We are glad. So are you.")
    hand.go(6, "speaker/name")
    hand.write("Ida Marsh")
    hand.go(7, "items/0/figure")
    hand.write("12%")
    hand.key(Qt.Key.Key_Tab)
    hand.write("of all readers")

    def town(dialog: object) -> None:
        hand.write("Bristol")
        hand.click(dialog.accept_button)  # type: ignore[attr-defined]

    hand.in_dialog(town)
    hand.ctrl(Qt.Key.Key_D, SHIFT)
    hand.find("releaseDate").setDate(QDate(2026, 3, 1))
    status = hand.find("status")
    status.setFocus()
    hand.key(Qt.Key.Key_Down)
    line = hand.find("releaseLine")
    line.setFocus()
    hand.key(Qt.Key.Key_Down)
    hand.breathe()
    hand.go(6, "words")

    def approve(dialog: object) -> None:
        assert dialog.who.text() == "Ida Marsh"  # type: ignore[attr-defined]
        hand.click(dialog.accept_button)  # type: ignore[attr-defined]

    hand.in_dialog(approve)
    hand.ctrl(Qt.Key.Key_A, SHIFT)
    hand.go(4)
    hand.ctrl(Qt.Key.Key_Delete, SHIFT)
    hand.click(hand.bar("Crosshead"))
    hand.write("Hours")


def test_undo_to_the_beginning_and_redo_to_the_end(page: Hand) -> None:
    first = kit(page)
    work(page)
    last = kit(page)
    release = page.release
    assert release.dateline.city == "Bristol"
    assert release.status == "in review"
    assert release.line.kind == "embargo"
    assert release.blocks[6].is_approved() or release.blocks[5].is_approved()  # type: ignore[attr-defined]
    undo = page.window.actions_.commands["undo"]
    steps = 0
    while undo.isEnabled():
        page.ctrl(Qt.Key.Key_Z)
        steps += 1
        assert steps < 60
    assert kit(page) == first
    assert not page.window.windowTitle().startswith("•")
    redo = page.window.actions_.commands["redo"]
    for _step in range(steps):
        assert redo.isEnabled()
        page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert not redo.isEnabled()
    assert kit(page) == last
    for block in page.release.blocks:
        card = page.card_of(block.id)
        assert card.form.record == block
    assert page.window.windowTitle().startswith("•")


def test_undo_brings_the_caret_back_and_names_the_step(page: Hand) -> None:
    page.go(3)
    page.write("one two")
    page.key(Qt.Key.Key_Left, times=3)
    page.go(4, "speaker/name")
    page.write("Ida")
    page.go(3)
    page.key(Qt.Key.Key_Home)
    page.write("zero ")
    assert undo_name(page) == "Undo: Typing"
    page.go(7, "text")
    page.ctrl(Qt.Key.Key_Z)
    assert page.place == 3
    assert page.focus.textCursor().position() == 0  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.place == 4
    assert page.focus.objectName() == "speaker/name"
    assert page.focus.text() == ""  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert page.focus.cursorPosition() == 3  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Delete, SHIFT)
    assert undo_name(page) == "Undo: Remove Quote"
    page.ctrl(Qt.Key.Key_Z)
    assert page.focus.objectName() == "speaker/name"
    assert page.focus.cursorPosition() == 3  # type: ignore[attr-defined]
    assert page.window.actions_.commands["redo"].text() == "Redo: Remove Quote"


def test_a_burst_is_a_step_and_a_pause_begins_another(page: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(history.time, "monotonic", lambda: now[0])
    page.go(3)
    page.write("one")
    now[0] += 5
    page.write(" two")
    now[0] += 0.2
    page.write(" three")
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[3] == "one"
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[3] == ""


def test_another_place_begins_another_step(page: Hand) -> None:
    page.go(4, "verb")
    page.key(Qt.Key.Key_End)
    page.write("x")
    page.go(4, "speaker/name")
    page.write("Ida")
    page.go(4, "verb")
    page.key(Qt.Key.Key_End)
    page.write("y")
    quote = page.release.blocks[4]
    assert quote.verb == "saidxy"  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[4].verb == "saidx"  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[4].speaker.name == ""  # type: ignore[attr-defined]
    assert page.release.blocks[4].verb == "saidx"  # type: ignore[attr-defined]


def test_a_click_elsewhere_in_the_field_begins_another_step(page: Hand) -> None:
    page.go(3)
    page.write("end")
    page.key(Qt.Key.Key_Home)
    page.write("start ")
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[3] == "end"


@pytest.mark.parametrize("name", ["releaseDate", "status", "after", "placement", "name_sources", "menu"])
def test_ctrl_z_works_wherever_the_focus_is(page: Hand, name: str) -> None:
    page.go(4, "words")
    page.write("So be it.")
    if name == "after":
        placement = page.card(4).form.field_at("placement")
        assert placement is not None
        placement.setFocus()
        page.key(Qt.Key.Key_Up)
    if name in {"releaseDate", "status"}:
        page.find(name).setFocus()
    elif name == "menu":
        menu = page.card(4).findChild(QWidget, "blockMenu")
        assert menu is not None
        menu.setFocus()
    elif name == "name_sources":
        page.click(page.find("sourcesFold"))
        page.card(5).form.field_at(name).setFocus()  # type: ignore[union-attr]
    else:
        page.card(4).form.field_at(name).setFocus()  # type: ignore[union-attr]
    if name == "after":
        page.ctrl(Qt.Key.Key_Z)
        assert page.release.blocks[4].placement == "end"  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[4].is_empty()


def test_the_same_answer_again_is_no_step(page: Hand) -> None:
    def leave(dialog: object) -> None:
        page.click(dialog.accept_button)  # type: ignore[attr-defined]

    page.in_dialog(leave)
    page.ctrl(Qt.Key.Key_D, SHIFT)
    status = page.find("status")
    status.activated.emit(status.currentIndex())
    assert not page.window.actions_.commands["undo"].isEnabled()
    assert not page.window.windowTitle().startswith("•")


def test_an_approval_dies_on_a_changed_word_and_comes_back_with_undo(page: Hand) -> None:
    page.go(4, "words")
    page.write("We are glad.")
    page.go(4, "speaker/name")
    page.write("Ida Marsh")
    card = page.card(4)
    assert card.chip.text() == "Draft: not yet approved"
    page.in_dialog(lambda dialog: page.click(dialog.accept_button))
    page.in_menu(lambda: card.chip, "Approval…")
    assert "Approved by Ida Marsh" in card.chip.text()
    page.go(4, "words")
    page.key(Qt.Key.Key_End)
    page.write("!")
    assert card.chip.text() == "Changed since approval"
    page.ctrl(Qt.Key.Key_Z)
    assert "Approved by Ida Marsh" in card.chip.text()
    page.in_dialog(lambda dialog: page.click(dialog.buttons.buttons()[-1]))
    page.ctrl(Qt.Key.Key_A, SHIFT)
    assert card.chip.text() == "Draft: not yet approved"


def test_a_word_made_bold_keeps_its_place_through_undo(page: Hand) -> None:
    page.go(3)
    page.write("one two")
    page.key(Qt.Key.Key_Left, SHIFT, times=3)
    page.ctrl(Qt.Key.Key_B)
    assert page.release.blocks[3].text == (Run("one "), Run("two", bold=True))  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert plain(page.release.blocks[3].text) == "one two"  # type: ignore[attr-defined]
    assert page.focus.textCursor().selectedText() == "two"  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert page.focus.textCursor().selectedText() == "two"  # type: ignore[attr-defined]
