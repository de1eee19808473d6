"""Quotes: the speaker chosen or made, where the attribution stands as it will print, and the approval."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from presskit.blocks.quote import Quote
from presskit.text.runs import plain
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline, a contact, a quote by somebody, and a second quote in which the caret is."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.in_menu(lambda: hand.find("moreKinds"), "Contacts")
    hand.write("Ola Finch")
    hand.click(hand.bar("Quote"))
    hand.write("So be it.")
    hand.go(hand.place, "speaker/name")
    hand.write("Ida Marsh")
    hand.breathe()
    hand.key(Qt.Key.Key_Tab)
    hand.write("chair of Hill House")
    hand.click(hand.bar("Quote"))
    hand.write("When it rains, we count the drops. Then we mend the roof.")
    return hand


def said(hand: Hand) -> Quote:
    """The quote in which the caret is."""
    found = hand.release.blocks[hand.place]
    assert isinstance(found, Quote)
    return found


def printed(hand: Hand) -> str:
    """What the card shows of the page."""
    label = hand.card(hand.place).form.print  # type: ignore[attr-defined]
    return label.text() if label.isVisible() else ""


def go_to_place(hand: Hand) -> None:
    """Puts the focus on where the attribution stands."""
    hand.breathe()
    place = hand.card(hand.place).form.field_at("placement")
    assert place is not None
    place.setFocus()


def in_list(*keys: Qt.Key) -> None:
    """Presses keys while a list is open, which gets them."""
    for key in keys:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, key)


def offered(hand: Hand) -> list[str]:
    """What the open list has."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    model = popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_speaker_is_chosen_from_the_kit_by_keys(page: Hand) -> None:
    page.go(page.place, "speaker/name")
    page.key(Qt.Key.Key_F4)
    assert offered(page) == ["Ida Marsh, chair of Hill House", "Ola Finch"]
    in_list(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    page.write("mar")
    assert offered(page) == ["Ida Marsh, chair of Hill House"]
    in_list(Qt.Key.Key_Down, Qt.Key.Key_Return)
    page.breathe()
    assert said(page).speaker.name == "Ida Marsh"
    assert said(page).speaker.description == "chair of Hill House"
    page.ctrl(Qt.Key.Key_Z)
    assert (said(page).speaker.name, said(page).speaker.description) == ("mar", "")


def test_a_name_that_nobody_has_makes_a_speaker(page: Hand) -> None:
    page.go(page.place, "speaker/name")
    page.write("Eli Stone")
    assert QApplication.activePopupWidget() is None
    first = said(page)
    assert first.speaker.name == "Eli Stone"
    page.ctrl(Qt.Key.Key_Z)
    assert said(page).speaker.name == ""
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    page.click(page.bar("Quote"))
    page.write("Yes.")
    page.go(page.place, "speaker/name")
    page.key(Qt.Key.Key_F4)
    assert "Eli Stone" in offered(page)
    in_list(Qt.Key.Key_Escape)


def test_the_usual_verbs_are_offered(page: Hand) -> None:
    page.go(page.place, "verb")
    page.key(Qt.Key.Key_F4)
    assert offered(page)[:3] == ["said", "says", "added"]
    in_list(Qt.Key.Key_Down, Qt.Key.Key_Return)
    page.breathe()
    assert said(page).verb == "said"


def test_where_the_attribution_stands_is_shown_as_it_prints(page: Hand) -> None:
    assert printed(page) == ""
    page.go(page.place, "speaker/name")
    page.write("Eli <Stone>")
    assert printed(page) == (
        "In print: “When it rains, we count the drops. Then we mend the roof,” <b>said Eli &lt;Stone&gt;</b>."
    )
    go_to_place(page)
    page.key(Qt.Key.Key_Home)
    assert said(page).placement == "lead"
    assert printed(page).startswith("In print: <b>Eli &lt;Stone&gt; said</b>")
    page.key(Qt.Key.Key_Down)
    assert (said(page).placement, said(page).after, said(page).clause) == ("middle", 0, 3)
    assert printed(page).startswith("In print: “When it rains,” <b>said Eli &lt;Stone&gt;</b>, “we count the")
    page.key(Qt.Key.Key_Down)
    assert (said(page).placement, said(page).after, said(page).clause) == ("middle", 1, 0)
    assert "drops,” <b>said Eli" in printed(page)
    quote = said(page)
    assert plain(quote.paragraphs("en-US")[0]).startswith("“When it rains, we count the drops,” said Eli")


def test_the_clause_stays_the_first_while_its_words_change(page: Hand) -> None:
    page.go(page.place, "speaker/name")
    page.write("Eli Stone")
    go_to_place(page)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Down)
    page.go(page.place, "words")
    page.key(Qt.Key.Key_Home)
    page.write("As ever ")
    assert said(page).clause == 5
    assert "“As ever When it rains,” <b>said" in printed(page)


def test_another_language_sets_the_attribution_anew(page: Hand) -> None:
    page.go(page.place, "speaker/name")
    page.write("Eli Stone")
    language = page.find("language")
    language.setFocus()
    page.key(Qt.Key.Key_V)
    assert page.release.language == "vi"
    assert "<b>Eli Stone said</b>" in page.card(3).form.print.text()  # type: ignore[attr-defined]


def test_the_way_of_an_approval_by_keys(page: Hand) -> None:
    chip = page.card(page.place).chip
    assert chip.text() == "Draft: not yet approved"
    page.ctrl(Qt.Key.Key_E, SHIFT)
    assert chip.text().startswith("Sent ")
    page.write(" ")
    assert chip.text() == "Changed since it was sent"
    page.ctrl(Qt.Key.Key_E, SHIFT)
    assert chip.text().startswith("Sent ")
    page.in_dialog(lambda dialog: page.click(dialog.accept_button))
    page.go(page.place, "speaker/name")
    page.write("Ida Marsh")
    page.ctrl(Qt.Key.Key_A, SHIFT)
    assert chip.text().startswith("✓ Approved by Ida Marsh")
    page.go(page.place, "words")
    page.key(Qt.Key.Key_End)
    page.write("!")
    assert chip.text() == "Changed since approval"
    page.ctrl(Qt.Key.Key_E, SHIFT)
    assert chip.text().startswith("Sent ")
    page.in_opened_menu(lambda: page.ctrl(Qt.Key.Key_Period), "Take approval back")
    assert chip.text() == "Draft: not yet approved"
    page.ctrl(Qt.Key.Key_Z)
    assert chip.text().startswith("Sent ")


def test_the_chip_opens_what_can_be_done(page: Hand) -> None:
    chip = page.card(page.place).chip
    page.in_menu(lambda: chip, "Sent for approval")
    assert said(page).standing() == "sent"
    page.in_menu(lambda: chip, "Take approval back")
    assert said(page).standing() == "draft"
