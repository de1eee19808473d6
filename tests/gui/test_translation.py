"""Languages of one kit: one is added, translated beside its original, and brought up to date."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from presskit.gui.editor.fields import ChoiceField
from presskit.gui.translation.adding import AddLanguageDialog
from presskit.gui.translation.beside import Beside
from presskit.model import edits
from presskit.model.kit import Kit
from presskit.model.translation import progress, with_language
from presskit.session import Session
from presskit.text.runs import rich
from tests.gui.conftest import Hand

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def session_of(hand: Hand) -> Session:
    assert hand.window.session is not None
    return hand.window.session


def add(hand: Hand, typed: str, act: Callable[[AddLanguageDialog], None] = lambda _dialog: None) -> None:
    """Adds a language with the keys."""

    def choose(dialog: Any) -> None:
        assert isinstance(dialog, AddLanguageDialog)
        QTest.keyClicks(dialog.search, typed)
        act(dialog)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    hand.in_dialog(choose)
    hand.ctrl(Qt.Key.Key_N, ALT)
    hand.breathe()


@pytest.fixture
def spanish(page: Hand) -> Hand:
    """A kit in English with a Spanish release that is not translated yet."""
    add(page, "spa")
    return page


def beside(hand: Hand, place: int) -> Beside:
    """What is beside a card."""
    found = hand.card(place).beside
    assert isinstance(found, Beside)
    return found


def say(hand: Hand, words: str, place: int) -> None:
    """Writes the text of a block of the release that is shown anew."""
    hand.go(place)
    hand.ctrl(Qt.Key.Key_A)
    hand.write(words)


def states(hand: Hand) -> list[str]:
    session = session_of(hand)
    found = progress(session.kit, session.number).states
    return [found[block.id] for block in session.release.blocks]


def test_a_language_is_added_with_the_keys_and_taken_back(page: Hand) -> None:
    add(page, "spa")
    session = session_of(page)
    assert [each.language for each in session.kit.releases] == ["en-US", "es"]
    assert session.number == 1
    assert page.words == ["Title", "Lede"]
    assert page.find("language-1", QPushButton).text() == "Spanish · 0 of 2 translated"
    page.ctrl(Qt.Key.Key_Z)
    assert [each.language for each in session.kit.releases] == ["en-US"]
    assert session.number == 0
    assert not page.window.workspace.languages.isVisible()  # type: ignore[union-attr]


def test_undo_past_the_adding_of_a_language_in_one_go(spanish: Hand) -> None:
    session = session_of(spanish)
    say(spanish, "Título", 0)
    spanish.find("language-0", QPushButton).click()
    assert session.number == 0
    while len(session.kit.releases) == 2:  # before the window turned to what the first step changed
        session.undo()
    spanish.breathe()
    assert [each.language for each in session.kit.releases] == ["en-US"]
    assert session.number == 0
    assert spanish.words == ["Title", "Lede"]


def test_a_slip_makes_no_language(page: Hand) -> None:
    offered: list[list[str]] = []

    def look(dialog: AddLanguageDialog) -> None:
        offered.append([dialog.rows.item(at).text() for at in range(dialog.rows.count())])

    add(page, "spansh", look)
    assert "Spanish · es" in offered[0]
    assert not any("spansh" in each for each in offered[0])
    assert session_of(page).release.language == "es"


def test_a_language_that_the_kit_has_comes_last(page: Hand) -> None:
    offered: list[str] = []
    add(
        page,
        "",
        lambda dialog: offered.extend(dialog.rows.item(at).text() for at in range(dialog.rows.count())),
    )
    assert len(offered) > 20
    assert not offered[0].startswith("English")
    assert offered[-1].startswith("English")


def test_any_tag_is_taken_and_no_language_twice(spanish: Hand) -> None:
    def look(dialog: AddLanguageDialog) -> None:
        assert dialog.language() == "es-MX"
        dialog.search.clear()
        QTest.keyClicks(dialog.search, "no language at all")
        assert not dialog.accept_button.isEnabled()
        dialog.search.clear()
        tags = {dialog.rows.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.rows.count())}
        assert not tags & {"es", "en-US"}
        QTest.keyClicks(dialog.search, "ara")
        QTest.keyClick(dialog.search, Qt.Key.Key_Down)
        QTest.keyClick(dialog.search, Qt.Key.Key_Up)
        QTest.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)

    add(spanish, "ES_mx", look)
    session = session_of(spanish)
    assert session.kit.releases[2].language == "ar"
    assert session.kit.releases[2].blocks[0].is_empty()


def test_the_original_stands_beside_each_block(spanish: Hand) -> None:
    assert "Title" in beside(spanish, 0).text.text()
    assert beside(spanish, 0).words.text() == "Not translated yet"
    assert "Not translated yet. Original: Title" in beside(spanish, 0).accessibleDescription()
    card = spanish.card(0)
    assert beside(spanish, 0).geometry().right() < card.form.geometry().left()
    say(spanish, "Título", 0)
    spanish.until(lambda: beside(spanish, 0).words.text() == "Up to date")
    spanish.ctrl(Qt.Key.Key_B, ALT)
    assert spanish.card(0).beside is None
    spanish.ctrl(Qt.Key.Key_B, ALT)
    assert "Title" in beside(spanish, 0).text.text()


def test_a_change_of_the_original_is_shown_and_settled(spanish: Hand) -> None:
    say(spanish, "Título", 0)
    say(spanish, "Entrada", 1)
    spanish.click(spanish.find("language-0"))
    assert session_of(spanish).number == 0
    assert spanish.card(0).beside is None
    say(spanish, "Title now", 0)
    spanish.ctrl(Qt.Key.Key_L, ALT)
    assert states(spanish) == ["changed", "current"]
    shown = beside(spanish, 0)
    assert shown.words.text() == "The original changed since"
    assert "<u" in shown.text.text()
    say(spanish, "Título ahora", 0)
    assert states(spanish)[0] == "changed"
    spanish.click(shown.settle_button)
    assert states(spanish) == ["current", "current"]
    spanish.ctrl(Qt.Key.Key_Z)
    assert states(spanish)[0] == "changed"
    spanish.ctrl(Qt.Key.Key_U, ALT)
    assert states(spanish)[0] == "current"


def test_the_words_of_the_original_come_back_with_a_key(spanish: Hand) -> None:
    say(spanish, "Título", 0)
    spanish.ctrl(Qt.Key.Key_O, ALT)
    assert spanish.words == ["Title", "Lede"]
    assert states(spanish)[0] == "waiting"


def test_f4_leads_to_what_is_to_be_done(spanish: Hand) -> None:
    say(spanish, "Título", 0)
    spanish.key(Qt.Key.Key_F2)
    assert spanish.place == 1
    say(spanish, "Entrada", 1)
    spanish.key(Qt.Key.Key_F2)
    assert "up to date" in spanish.window.statusBar().currentMessage()
    session = session_of(spanish)
    original = edits.answer(
        session.kit.releases[0], session.kit.releases[0].blocks[0].id, "text", rich("New")
    )
    session.edit_kit("Change", lambda kit: kit.with_release(0, original))
    spanish.key(Qt.Key.Key_F2, SHIFT)
    assert spanish.place == 0


def test_what_is_missing_is_added_where_it_belongs(spanish: Hand) -> None:
    say(spanish, "Título", 0)
    spanish.click(spanish.find("language-0"))
    spanish.go(0)
    spanish.key(Qt.Key.Key_Return)
    spanish.write("Between")
    spanish.ctrl(Qt.Key.Key_L, ALT)
    spanish.until(lambda: spanish.find("translation-missing").isVisible())
    kind = session_of(spanish).kit.releases[0].blocks[1]
    menu = spanish.find("translation-missing", QToolButton)
    label = next(action.text() for action in menu.menu().actions() if "Between" in action.text())
    spanish.in_menu(lambda: menu, label)
    assert spanish.kinds[1] == kind.kind
    assert spanish.words == ["Título", "Between", "Lede"]
    assert states(spanish)[1] == "waiting"


def test_side_by_side_is_remembered(spanish: Hand) -> None:
    assert spanish.window.settings.side_by_side
    spanish.ctrl(Qt.Key.Key_B, ALT)
    assert not spanish.window.settings.side_by_side
    assert spanish.card(0).beside is None
    spanish.ctrl(Qt.Key.Key_B, ALT)
    assert spanish.window.settings.side_by_side


def test_a_language_of_the_kit_cannot_be_chosen_for_another_release(spanish: Hand) -> None:
    bar = spanish.find("language", ChoiceField)

    def open_to() -> set[str]:
        items = bar.model()
        return {bar.itemData(at) for at in range(bar.count()) if items.item(at).isEnabled()}  # type: ignore[attr-defined]

    assert "es" in open_to()
    assert "en-US" not in open_to()
    bar.setFocus()
    QTest.keyClicks(bar, "English (US)")
    assert session_of(spanish).release.language == "en-GB"
    spanish.click(spanish.find("language-0"))
    bar = spanish.find("language", ChoiceField)
    assert "en-GB" not in open_to()
    assert "es" in open_to()


def test_another_order_is_followed(spanish: Hand) -> None:
    session = session_of(spanish)
    first = session.kit.releases[0]
    session.edit_kit("Move", lambda kit: kit.with_release(0, edits.move(first, first.blocks[0].id, 1)))
    spanish.until(lambda: spanish.find("translation-original_order").isVisible())
    spanish.click(spanish.find("translation-original_order"))
    assert spanish.words == ["Lede", "Title"]


def test_another_original_and_back(spanish: Hand) -> None:
    say(spanish, "Título", 0)
    spanish.window.actions_.commands["make_original"].trigger()
    spanish.breathe()
    session = session_of(spanish)
    assert [each.language for each in session.kit.releases] == ["es", "en-US"]
    assert spanish.words[0] == "Título"
    assert spanish.find("language-0", QPushButton).text() == "Spanish · original"
    spanish.ctrl(Qt.Key.Key_Z)
    assert [each.language for each in session.kit.releases] == ["en-US", "es"]


def test_a_language_is_removed_once_asked_and_comes_back(spanish: Hand) -> None:
    heard: list[str] = []
    spanish.answer("cancel", heard)
    spanish.window.actions_.commands["remove_language"].trigger()
    assert "Spanish" in heard[0]
    assert len(session_of(spanish).kit.releases) == 2
    spanish.answer("remove")
    spanish.window.actions_.commands["remove_language"].trigger()
    spanish.breathe()
    assert [each.language for each in session_of(spanish).kit.releases] == ["en-US"]
    spanish.go(0)
    spanish.ctrl(Qt.Key.Key_Z)
    assert [each.language for each in session_of(spanish).kit.releases] == ["en-US", "es"]


def test_releases_that_know_nothing_of_each_other_are_matched(page: Hand) -> None:
    session = session_of(page)

    def bare(kit: Kit) -> Kit:
        made = with_language(kit, "fr", words=True).releases[1]
        blocks = [edits.fresh_copy(block) for block in made.blocks]
        return with_language(kit, "fr", words=True).with_release(1, made.with_blocks(blocks))

    session.edit_kit("Add", bare)
    page.window.versions.show(1)
    release = session.release.with_blocks(
        type(block)(id=block.id, text=rich(f"Mot {place}"))  # type: ignore[call-arg]
        for place, block in enumerate(session.release.blocks)
    )
    session.edit("Write", lambda _release: release)
    page.until(lambda: page.find("translation-pair_blocks").isVisible())
    page.click(page.find("translation-pair_blocks"))
    assert states(page) == ["current", "current"]


def test_arabic_and_english_each_read_from_their_own_side(page: Hand) -> None:
    add(page, "arab")
    assert 'dir="ltr"' in beside(page, 0).text.text()
    page.window.actions_.commands["make_original"].trigger()
    page.breathe()
    page.ctrl(Qt.Key.Key_L, ALT)
    assert 'dir="rtl"' in beside(page, 0).text.text()
