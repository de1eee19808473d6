"""The lists of words that are right, marks that become curly, single lines, and other languages."""

import datetime
import time

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.markedline import carrier
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.session import Session
from presskit.settings import SettingsFile
from presskit.text.runs import plain, rich
from tests.gui.conftest import Hand
from tests.gui.test_spelling import marked, page, right_click, text  # noqa: F401 - page is a fixture

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lines(hand: Hand) -> Hand:
    """A release with misspelt words in single lines."""
    blocks = (
        Headline(id="h", text=rich("Pier reopens")),
        Quote(
            id="q", words=(rich("I love it."),), speaker=Speaker(name="Zqa Vbn", description="headd of it")
        ),
        Photo(id="f", credit="Zzq Wwp", alt="The pier at niight"),
        Contacts(id="c", people=(Contact(name="Vvq", role="Presss officer", email="zzq@example.org"),)),
    )
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.until(lambda: shown(hand, "f", "alt") == ["niight"])
    return hand


def line(hand: Hand, block: str, path: str) -> LineField:
    """A single line of a block."""
    found = hand.card_of(block).form.field_at(path)
    assert isinstance(found, LineField)
    return found


def shown(hand: Hand, block: str, path: str) -> list[str]:
    """The words of a line that are marked."""
    field = line(hand, block, path)
    return [field.text()[start:end] for start, end in field.marks("spelling")]


def test_words_in_lines_are_checked_and_names_are_not(lines: Hand) -> None:
    assert shown(lines, "q", "speaker/description") == ["headd"]
    assert shown(lines, "c", "people/0/role") == ["Presss"]
    for block, path in (
        ("q", "speaker/name"),
        ("f", "credit"),
        ("c", "people/0/name"),
        ("c", "people/0/email"),
    ):
        assert shown(lines, block, path) == []
    field = line(lines, "f", "alt")
    picture = field.grab().toImage()
    field.show_marks([], next(iter(field._marks.values()))[0])
    assert field.grab().toImage() != picture  # the wave was drawn


def test_the_menu_of_a_line_puts_it_right_as_one_step(lines: Hand) -> None:
    field = line(lines, "f", "alt")
    lines.click(field)
    field.put_caret(14, 14)
    lines.in_opened_menu(lambda: lines.key(Qt.Key.Key_F7, SHIFT), "night")
    assert lines.release.blocks[2].alt == "The pier at night"  # type: ignore[attr-defined]
    assert lines.window.actions_.commands["undo"].text() == "Undo: Correct spelling"
    lines.until(lambda: shown(lines, "f", "alt") == [])
    lines.ctrl(Qt.Key.Key_Z)
    assert field.text() == "The pier at niight"
    lines.until(lambda: shown(lines, "f", "alt") == ["niight"])


def test_the_mouse_opens_it_too(lines: Hand) -> None:
    field = line(lines, "f", "alt")
    lines.editor.ensureWidgetVisible(field)
    at = QPoint(field.fontMetrics().horizontalAdvance("The pier at nii"), field.height() // 2)

    def opens() -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
        QApplication.sendEvent(field, event)

    lines.in_opened_menu(opens, "night")
    assert field.text() == "The pier at night"


def test_f7_goes_through_lines_as_well(lines: Hand) -> None:
    lines.go(0)
    found = []
    for _time in range(3):
        before = lines.editor.caret()
        lines.key(Qt.Key.Key_F7)
        lines.until(lambda before=before: lines.editor.caret() != before)  # type: ignore[misc]
        found.append(lines.focus.selectedText())  # type: ignore[attr-defined]
    assert found == ["headd", "niight", "Presss"]


def test_marks_of_a_line_move_with_their_words(lines: Hand) -> None:
    field = line(lines, "f", "alt")
    lines.click(field)
    lines.key(Qt.Key.Key_Home)
    lines.write("So 😀 ")
    assert shown(lines, "f", "alt") != []
    start, end = field.marks("spelling")[0]
    assert (start, end) == (18, 24)  # as Qt counts
    lines.key(Qt.Key.Key_End)
    lines.key(Qt.Key.Key_Backspace)
    assert field.marks("spelling") == []  # until the pause
    lines.until(lambda: len(field.marks("spelling")) == 1)


def test_letters_being_composed_are_left_alone(lines: Hand) -> None:
    field = line(lines, "f", "alt")
    lines.click(field)
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    look = next(iter(field._marks.values()))[0]
    field.show_marks([(0, 3)], look)
    assert field.displayText() == "The pier at niight"
    field.setCursorPosition(0)
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    assert field.marks("spelling") == [(0, 3)]


@pytest.mark.parametrize(
    ("before", "after", "span", "moved"),
    [
        ("one two", "one two three", (4, 7), (4, 7)),
        ("one two", "so one two", (4, 7), (7, 10)),
        ("one two", "one twwo", (4, 7), None),
        ("one two", "", (4, 7), None),
        ("aa aa", "aa", (3, 5), None),
        ("", "a", (0, 0), (0, 0)),
    ],
)
def test_where_a_mark_is_after_a_change(
    before: str, after: str, span: tuple[int, int], moved: tuple[int, int] | None
) -> None:
    assert carrier(before, after)(span) == moved


def test_names_of_the_kit_are_offered_first(hand: Hand) -> None:
    blocks = (
        Quote(id="q", words=(rich("Well."),), speaker=Speaker(name="Ana Zubriqa")),
        Paragraph(id="p", text=rich("Mayor Zubrqa spoke.")),
    )
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.until(lambda: marked(hand, 1) == ["Zubrqa"])
    hand.go(1).put_caret(8, 8)
    hand.in_opened_menu(lambda: hand.key(Qt.Key.Key_F7, SHIFT), "Zubriqa")
    assert text(hand) == "Mayor Zubriqa spoke."


def test_correcting_an_approved_quote_asks(hand: Hand) -> None:
    quote = Quote(id="q", words=(rich("It was recieved well."),), speaker=Speaker(name="Ida")).approved(
        "Ida", datetime.datetime(2026, 3, 1, 9, 0), "phone"
    )
    hand.window.show_session(Session(Kit(releases=(Release(blocks=(quote,)),))))
    field = hand.go(0, "words")
    hand.until(lambda: marked(hand, 0) == ["recieved"])
    for answer, said in (("leave", "It was recieved well."), ("correct", "It was received well.")):
        field.put_caret(10, 10)
        heard: list[str] = []
        hand.answer(answer, heard)
        hand.in_opened_menu(lambda: hand.key(Qt.Key.Key_F7, SHIFT), "received")
        hand.until(lambda: bool(heard))  # noqa: B023
        assert heard[0].startswith("Ida approved these words. If you correct one")
        now = hand.release.blocks[0]
        assert isinstance(now, Quote)
        assert plain(now.words[0]) == said
        assert now.is_approved() is (answer == "leave")


def test_marks_come_with_cards_that_are_made_later(hand: Hand) -> None:
    blocks = tuple(Paragraph(id=f"x{at}", text=rich("A good pier. " * 20 + "Teh end.")) for at in range(60))
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.until(lambda: len(hand.window.speller._found) == 60)
    assert "x59" not in hand.editor.cards
    assert marked(hand, 59) == ["Teh"]
    hand.key(Qt.Key.Key_F7)
    hand.until(lambda: hand.editor.current == "x0")


def test_a_menu_opens_before_there_are_suggestions(page: Hand, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    speller = page.window.speller._spellers.get("en-US")
    assert speller is not None
    page.until(lambda: speller.suggested("teh") is not None)
    speller._suggested.clear()
    slow = speller._source.suggest

    def suggest(word: str) -> list[str]:
        time.sleep(0.3)
        return slow(word)

    monkeypatch.setattr(speller._source, "suggest", suggest)
    right_click(page, "recieved")()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Looking for suggestions…"
    assert not menu.actions()[0].isEnabled()
    page.until(lambda: menu.actions()[0].text() == "received")
    menu.close()
    page.breathe()
    right_click(page, "teh")()  # closed before they come
    closed = QApplication.activePopupWidget()
    assert isinstance(closed, QMenu)
    closed.close()
    page.breathe()
    page.bot.wait(500)


def test_ignoring_a_word_here_leaves_it_marked_elsewhere(page: Hand) -> None:  # noqa: F811
    page.go(1)
    page.ctrl(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Return)
    page.write("And teh end.")
    page.until(lambda: marked(page, 2) == ["teh"])
    page.in_opened_menu(right_click(page, "teh"), "Ignore here")
    assert marked(page, 1) == ["recieved"]
    assert marked(page, 2) == ["teh"]
    page.go(1)
    page.write("x ")
    page.until(lambda: marked(page, 2) == ["teh"] and "teh" not in marked(page, 1))


def test_words_of_the_lists_are_seen_and_taken_away(page: Hand, store: SettingsFile) -> None:  # noqa: F811
    page.in_opened_menu(right_click(page, "recieved"), "Add to my words")
    page.in_opened_menu(right_click(page, "teh"), "Add to this kit’s words")
    page.until(lambda: marked(page, 1) == [])
    heard: list[str] = []

    def act(dialog: object) -> None:
        words = dialog.findChild(QListWidget, "wordList")  # type: ignore[attr-defined]
        heard.extend(words.item(row).text() for row in range(words.count()))
        words.setFocus()
        words.setCurrentRow(0)
        page.key(Qt.Key.Key_Delete)
        words.setCurrentRow(0)
        page.click(dialog.findChild(object, "removeWord"))  # type: ignore[attr-defined]
        page.click(dialog.findChild(object, "accept"))  # type: ignore[attr-defined]

    page.in_dialog(act)
    page.window.actions_.commands["own_words"].trigger()
    assert heard == ["recieved", "teh (in this kit)"]
    page.until(lambda: marked(page, 1) == ["recieved", "teh"])
    assert store.words_path.read_text(encoding="utf-8") == ""
    page.ctrl(Qt.Key.Key_Z)
    page.until(lambda: marked(page, 1) == ["recieved"])


def test_marks_stay_straight_where_one_wants_them_so(page: Hand, store: SettingsFile) -> None:  # noqa: F811
    action = page.window.actions_.commands["smart_marks"]
    assert action.isChecked()
    action.trigger()
    assert store.load().smart_marks is False
    page.go(1)
    page.ctrl(Qt.Key.Key_End)
    page.write('"a')
    assert text(page).endswith('."a') or text(page).endswith(' "a')
    action.trigger()
    assert action.isChecked()
    page.write(' "')
    assert text(page).endswith("“")


def test_a_language_without_a_dictionary_is_said_once(hand: Hand) -> None:
    kit = Kit(releases=(Release(language="ru", blocks=(Paragraph(id="p", text=rich("Река")),)),))
    hand.window.show_session(Session(kit))
    said = hand.window.statusBar().currentMessage
    hand.until(lambda: said() == "There is no dictionary for Russian here, so its words are not checked.")
    hand.go(0)
    hand.write("а")
    hand.bot.wait(700)
    assert said() == ""
    hand.key(Qt.Key.Key_F7)
    assert "no dictionary for Russian" in said()


def test_each_language_of_a_kit_is_checked_in_its_own(hand: Hand) -> None:
    english, british, spanish = (
        Release(language=language, blocks=(Paragraph(id="p", text=rich(words)),))
        for language, words in (
            ("en-US", "The colour of piers"),
            ("en-GB", "The color of piers"),
            ("es", "La votacion of piers"),
        )
    )
    hand.window.show_session(Session(Kit(releases=(english, british, spanish))))
    for words in (["colour"], ["color"], ["votacion", "of", "piers"], ["colour"]):
        hand.until(lambda words=words: marked(hand, 0) == words)  # type: ignore[misc]
        hand.window.actions_.commands["next_language"].trigger()
        hand.breathe()


def test_the_window_is_not_held_up(hand: Hand) -> None:
    """From a dictionary not read yet to marks: the loop of events goes round all the while."""
    blocks = tuple(
        Paragraph(id=f"x{at}", text=rich(f"It was recieved by teh town {at}.")) for at in range(20)
    )
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.window.speller._wait.stop()
    hand.bot.wait(600)  # the preview is drawn
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    hand.window.speller._check()
    hand.until(lambda: marked(hand, 19) == ["recieved", "teh"])
    hand.until(lambda: hand.window.speller._spellers.get("en-US").suggested("teh") is not None)  # type: ignore[union-attr]
    timer.stop()
    assert max(gaps) < 0.1  # 10 ms where the machine has nothing else to do; it was 0.15
