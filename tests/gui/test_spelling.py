"""Spelling in the window: marks, the menu of a word, the way to the next, the lists."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu

from presskit.gui.editor.textfield import MARK, RichField
from presskit.settings import SettingsFile
from presskit.spelling import speller as spellers
from presskit.text.runs import plain
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
WRONG = "The vote was recieved by teh town."


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with a headline and a paragraph with two misspelt words, both marked."""
    hand.click(hand.find("new-blank"))
    hand.write("Town votes")
    hand.key(Qt.Key.Key_Return)
    hand.write(WRONG)
    hand.until(lambda: marked(hand, 1) == ["recieved", "teh"])
    return hand


def field(hand: Hand, place: int) -> RichField:
    """The first text of a block."""
    card = hand.card(place)
    found = card.form.field_at(card.first_field())
    assert isinstance(found, RichField)
    return found


def marked(hand: Hand, place: int) -> list[str]:
    """The words of a block that are marked on screen."""
    marks = [
        mark for mark in field(hand, place).extraSelections() if mark.format.property(MARK) == "spelling"
    ]
    wave = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    assert all(mark.format.underlineStyle() == wave for mark in marks)
    return [word for mark in marks if (word := mark.cursor.selectedText())]


def text(hand: Hand, place: int = 1) -> str:
    """The text of a block in the record."""
    return plain(hand.release.blocks[place].text)  # type: ignore[attr-defined]


def right_click(hand: Hand, word: str) -> Callable[[], None]:
    """Opens the menu of a word of the paragraph with the mouse."""
    shown = field(hand, 1)
    cursor = shown.textCursor()
    cursor.setPosition(shown.toPlainText().index(word) + 2)
    at = shown.cursorRect(cursor).center() + QPoint(1, 0)

    def act() -> None:
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, shown.viewport().mapToGlobal(at))
        QApplication.sendEvent(shown.viewport(), event)

    return act


def menu_now(hand: Hand, opens: Callable[[], None]) -> list[str]:
    """The entries of the menu that a step opens; it is closed again."""
    opens()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    hand.breathe()
    return found


def test_marks_are_no_part_of_the_text_nor_of_the_history(page: Hand) -> None:
    assert page.window.session is not None
    assert text(page) == WRONG
    label = page.window.session.history.undo_label
    assert label == "Typing"
    assert field(page, 1).document().isUndoRedoEnabled() is False
    page.ctrl(Qt.Key.Key_Z)
    assert text(page) == ""
    page.until(lambda: marked(page, 1) == [])


def test_writing_beside_a_mark_does_not_stretch_it(page: Hand) -> None:
    page.go(1)
    start = WRONG.index("teh")
    field(page, 1).put_caret(start + 3, start + 3)
    page.write("n")
    assert marked(page, 1) == ["recieved", "teh"]  # until the pause
    page.until(lambda: marked(page, 1) == ["recieved", "tehn"])
    page.key(Qt.Key.Key_Home)
    page.write("So ")
    assert marked(page, 1) == ["recieved", "tehn"]


def test_marks_come_back_with_what_is_undone_at_once(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.write("X")
    page.ctrl(Qt.Key.Key_Z)
    assert text(page) == WRONG
    assert marked(page, 1) != ["recieved", "teh"]  # the field was written anew
    page.until(lambda: marked(page, 1) == ["recieved", "teh"])
    page.ctrl(Qt.Key.Key_Delete, SHIFT)
    page.ctrl(Qt.Key.Key_Z)
    assert text(page) == WRONG
    page.until(lambda: marked(page, 1) == ["recieved", "teh"])


def test_marks_of_others_stay(page: Hand) -> None:
    shown = page.go(1)
    other = QTextCharFormat()
    other.setProperty(MARK, "other")
    shown.show_marks([(0, 3)], other)
    page.key(Qt.Key.Key_End)
    page.write(" Yse.")
    page.until(lambda: marked(page, 1) == ["recieved", "teh", "Yse"])
    assert next(each.cursor.selectedText() for each in shown.extraSelections()) == "The"
    shown.show_marks([], other)
    assert marked(page, 1) == ["recieved", "teh", "Yse"]


def test_a_suggestion_from_the_menu_is_one_step(page: Hand) -> None:
    page.in_opened_menu(right_click(page, "recieved"), "received")
    assert text(page) == WRONG.replace("recieved", "received")
    page.until(lambda: marked(page, 1) == ["teh"])
    page.ctrl(Qt.Key.Key_Z)
    assert text(page) == WRONG
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert text(page) == WRONG.replace("recieved", "received")


def test_the_keys_go_from_word_to_word_and_open_the_menu(page: Hand) -> None:
    page.go(0)
    found = []
    for _time in range(3):
        before = field(page, 1).caret()
        page.key(Qt.Key.Key_F7)
        page.until(lambda before=before: field(page, 1).caret() != before)  # type: ignore[misc]
        found.append(field(page, 1).textCursor().selectedText())
    assert found == ["recieved", "teh", "recieved"]
    page.in_opened_menu(lambda: page.key(Qt.Key.Key_F7, SHIFT), "received")
    assert "was received by" in text(page)
    assert page.place == 1


def test_the_menu_key_opens_it_too(page: Hand) -> None:
    shown = page.go(1)
    shown.put_caret(WRONG.index("teh") + 1, WRONG.index("teh") + 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    page.until(lambda: page.window.speller._spellers.get("en-US").suggested("teh") is not None)  # type: ignore[union-attr]
    found = menu_now(page, lambda: QApplication.sendEvent(shown.viewport(), event) and None)
    assert "the" in found
    assert found[found.index("Add to my words") :][:4] == [
        "Add to my words",
        "Add to this kit’s words",
        "Ignore here",
        "Ignore everywhere",
    ]


def test_a_word_that_is_right_has_the_plain_menu(page: Hand) -> None:
    found = [entry.partition("\t")[0].replace("&", "") for entry in menu_now(page, right_click(page, "town"))]
    assert found == ["Cut", "Copy", "Paste", "Delete", "Select All"]


def test_the_users_words_last_and_the_ignored_do_not(page: Hand, store: SettingsFile) -> None:
    page.in_opened_menu(right_click(page, "recieved"), "Add to my words")
    page.until(lambda: marked(page, 1) == ["teh"])
    page.in_opened_menu(right_click(page, "teh"), "Ignore everywhere")
    page.until(lambda: marked(page, 1) == [])
    assert store.words_path.read_text(encoding="utf-8") == "recieved\n"
    page.key(Qt.Key.Key_F7)
    page.until(lambda: page.window.statusBar().currentMessage() == "No misspelled words.")


def test_the_kits_words_are_a_step_of_the_history(page: Hand) -> None:
    assert page.window.session is not None
    page.in_opened_menu(right_click(page, "teh"), "Add to this kit’s words")
    assert page.window.session.kit.words == ("teh",)
    page.until(lambda: marked(page, 1) == ["recieved"])
    page.ctrl(Qt.Key.Key_Z)
    assert page.window.session.kit.words == ()
    page.until(lambda: marked(page, 1) == ["recieved", "teh"])


def test_a_speakers_name_is_right_once_the_kit_knows_it(page: Hand) -> None:
    page.go(1)
    page.ctrl(Qt.Key.Key_End)
    page.write(" Said Zubriqa.")
    page.until(lambda: marked(page, 1) == ["recieved", "teh", "Zubriqa"])
    page.click(page.bar("Quote"))
    card = page.card(2)
    name = next(widget for path, widget in card.form.text_fields() if path.endswith("name"))
    page.click(name)
    page.write("Ana Zubriqa")
    page.until(lambda: marked(page, 1) == ["recieved", "teh"])


def test_switching_it_off_takes_the_marks_away_and_is_remembered(page: Hand, store: SettingsFile) -> None:
    action = page.window.actions_.commands["spelling"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert marked(page, 1) == []
    assert store.load().spelling is False
    page.go(1)
    page.write("qwx ")
    page.bot.wait(700)
    assert marked(page, 1) == []
    page.key(Qt.Key.Key_F7)
    assert page.window.statusBar().currentMessage() == "Spelling is not checked here."
    action.trigger()
    page.until(lambda: "teh" in marked(page, 1))


def test_another_language_has_another_dictionary(page: Hand) -> None:
    assert page.window.session is not None
    page.window.session.edit("Language", lambda release: _in(release, "es"))
    page.until(lambda: "Town" in marked(page, 0))
    assert marked(page, 1) == ["recieved", "teh"]  # plainly English
    page.window.session.edit("Language", lambda release: _in(release, "de"))
    page.until(lambda: marked(page, 1) == [])
    action = page.window.actions_.commands["spelling"]
    assert not action.isEnabled()
    assert "no dictionary" in action.text()


def _in(release: object, language: str) -> object:
    from msgspec.structs import replace

    return replace(release, language=language)  # type: ignore[type-var]


def test_without_the_library_the_menu_says_so(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spellers, "is_installed", lambda: False)
    monkeypatch.setattr("presskit.gui.spelling.is_installed", lambda: False)
    hand.click(hand.find("new-blank"))
    hand.write("Teh")
    hand.bot.wait(700)
    assert marked(hand, 0) == []
    action = hand.window.actions_.commands["spelling"]
    assert not action.isEnabled()
    assert "not installed" in action.text()


def test_a_dictionary_that_cannot_be_read_stops_nothing_else(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_self: object, _name: str) -> None:
        raise OSError("no such library")

    monkeypatch.setattr(spellers.Speller, "__init__", broken)
    hand.click(hand.find("new-blank"))
    hand.write("Teh")
    hand.until(lambda: "could not be started" in hand.window.statusBar().currentMessage())
    hand.write(" end")
    hand.bot.wait(700)
    assert hand.words[0] == "Teh end"
    assert "cannot be started" in hand.window.actions_.commands["spelling"].text()
    assert capsys.readouterr().err.count("no such library") == 1


def test_another_theme_keeps_marks_and_what_is_ignored(page: Hand) -> None:
    page.in_opened_menu(right_click(page, "teh"), "Ignore everywhere")
    page.until(lambda: marked(page, 1) == ["recieved"])
    light = field(page, 1)
    page.window.actions_.commands["theme_dark"].trigger()
    assert field(page, 1) is not light
    page.until(lambda: marked(page, 1) == ["recieved"])
