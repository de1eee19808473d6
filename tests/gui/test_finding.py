"""Finding and replacing words in the cards, by keyboard."""

import datetime
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.gui.editor.textfield import RichField
from presskit.gui.statusline import reading_time
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.session import Session
from presskit.text.runs import Run, plain, rich
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A release with nine piers in it, two in an approved quote."""
    quote = Quote(
        id="q",
        words=(rich("I love this pier."), rich("We kept the pier’s clock.")),
        speaker=Speaker(name="Ida Pier", title="Mayor"),
    ).approved("Ida Pier", datetime.datetime(2026, 3, 1, 9, 0), "phone")
    blocks = (
        Headline(id="h", text=rich("Pier reopens")),
        Paragraph(id="p", text=(Run("The old "), Run("pier", bold=True), Run(" is “a pier, 😀 no pier.”"))),
        quote,
        *(Paragraph(id=f"x{number}", text=rich("Nothing here. " * 30)) for number in range(6)),
        Statistics(
            id="s",
            items=(Figure(figure="3", sentence=rich("pier visitors")),),
            sources=(Source(who="The Pier Trust"),),
        ),
    )
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.breathe()
    return hand


def count(page: Hand) -> str:
    """What the bar says of the number of matches."""
    return str(page.find("findCount", QLabel).text())


def look_for(page: Hand, text: str, *, replace_by: str | None = None) -> None:
    """Opens the find bar and types."""
    page.ctrl(Qt.Key.Key_F if replace_by is None else Qt.Key.Key_H)
    page.write(text)
    if replace_by is not None:
        page.key(Qt.Key.Key_Tab)
        while page.focus.objectName() != "replaceText":
            page.key(Qt.Key.Key_Tab)
        page.write(replace_by)


def marked(page: Hand, place: int, path: str = "") -> list[str]:
    """The words with marks in a field."""
    card = page.card(place)
    field = card.form.field_at(path or card.first_field())
    assert isinstance(field, RichField)
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def test_find_marks_all_cards_and_steps_round_the_end(page: Hand) -> None:
    page.go(0)
    page.key(Qt.Key.Key_Home)
    look_for(page, "pier")
    assert count(page) == "1 of 9"
    assert sorted(marked(page, 0)) == ["Pier"]
    assert marked(page, 1) == ["pier", "pier", "pier"]
    assert marked(page, 2, "words") == ["pier", "pier"]
    assert page.editor.current == "h"
    page.key(Qt.Key.Key_F3)
    assert count(page) == "2 of 9"
    assert page.focus.objectName() == "findText"
    page.key(Qt.Key.Key_Return, times=6)
    assert (count(page), page.editor.current) == ("8 of 9", "s")
    page.key(Qt.Key.Key_Return)
    who = page.card(9).form.field_at("sources/0/who")
    assert who is not None
    assert who.isVisible()
    assert not who.visibleRegion().isEmpty()
    page.key(Qt.Key.Key_Return)
    assert count(page) == "1 of 9"
    page.key(Qt.Key.Key_Return, SHIFT)
    assert count(page) == "9 of 9"
    page.key(Qt.Key.Key_F3, SHIFT)
    assert count(page) == "8 of 9"
    page.key(Qt.Key.Key_Escape)
    assert page.focus.textCursor().selectedText() == "pier"  # type: ignore[attr-defined]
    assert page.editor.current == "s"
    assert marked(page, 1) == []


def test_f3_goes_on_from_the_caret_and_takes_the_keyboard_along(page: Hand) -> None:
    page.go(0)
    look_for(page, "pier")
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_F3)
    assert page.focus.objectName() == "words"
    assert page.focus.textCursor().selectedText() == "pier"  # type: ignore[attr-defined]
    assert count(page) == "5 of 9"
    page.key(Qt.Key.Key_F3, SHIFT)
    assert count(page) == "4 of 9"
    assert page.focus.textCursor().selectedText() == "pier"  # type: ignore[attr-defined]
    page.key(Qt.Key.Key_Escape)
    assert not page.window.workspace.find_bar.isVisible()  # type: ignore[union-attr]
    assert page.focus is page.card(1).form.field_at("text")


def test_escape_without_a_match_brings_the_caret_back(page: Hand) -> None:
    field = page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, times=3)
    look_for(page, "quay")
    assert count(page) == "Nothing found"
    page.key(Qt.Key.Key_Escape)
    assert page.focus is field
    assert field.caret() == (3, 3)


def test_it_works_from_the_selection_and_remembers_the_last_search(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, SHIFT, times=3)
    page.ctrl(Qt.Key.Key_F)
    assert page.find("findText").text() == "The"
    assert count(page).startswith("1 of ")
    page.click(page.find("findCase"))
    page.key(Qt.Key.Key_Escape)
    page.go(0)
    page.ctrl(Qt.Key.Key_F)
    assert page.find("findText").text() == "The"
    assert page.find("findCase").isChecked()
    assert count(page) == "2 matches"
    page.key(Qt.Key.Key_Escape)
    page.window.preferences.theme_dark()
    page.go(0)
    page.key(Qt.Key.Key_F3)
    assert count(page) == "1 of 2"
    page.window.preferences.theme_light()


def test_scopes_and_options(page: Hand) -> None:
    page.go(0)
    page.key(Qt.Key.Key_Home)
    look_for(page, "pier")
    scope = page.find("findScope")
    scope.setFocus()
    page.key(Qt.Key.Key_Down)
    assert count(page).endswith(" of 4")
    assert page.editor.current == "p"
    page.key(Qt.Key.Key_Down)
    assert count(page).endswith(" of 5")
    page.key(Qt.Key.Key_Up, times=2)
    page.click(page.find("findCase"))
    assert count(page).endswith(" of 6")
    page.click(page.find("findCase"))
    page.go(0)
    look_for(page, "pie")
    assert count(page).endswith(" of 9")
    page.click(page.find("findWhole"))
    assert count(page) == "Nothing found"


def test_what_is_typed_meanwhile_is_found_too(page: Hand) -> None:
    page.go(0)
    look_for(page, "pier")
    page.go(3)
    page.key(Qt.Key.Key_Home)
    page.write("A pier. ")
    page.until(lambda: count(page).endswith(" of 10"))
    assert marked(page, 3) == ["pier"]


def test_replace_one_after_the_other(page: Hand) -> None:
    page.go(0)
    page.key(Qt.Key.Key_Home)
    look_for(page, "pier", replace_by="pier-like jetty")
    page.key(Qt.Key.Key_Return)
    assert page.words[0] == "pier-like jetty reopens"
    assert page.editor.current == "p"
    page.key(Qt.Key.Key_Return)
    assert page.release.blocks[1].text[:2] == (  # type: ignore[attr-defined]
        Run("The old "),
        Run("pier-like jetty", bold=True),
    )
    assert page.focus.objectName() == "replaceText"
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[0] == "Pier reopens"
    assert page.focus.textCursor().selectedText() == "Pier"  # type: ignore[attr-defined]


def test_replace_all_is_one_step_and_spares_approved_quotes(page: Hand) -> None:
    first = page.release
    page.go(0)
    look_for(page, "pier", replace_by="jetty")
    heard: list[str] = []
    page.answer("cancel", heard)
    page.click(page.find("replaceAll"))
    assert page.release is first
    assert heard[0].startswith("3 of the 9 matches are in words that Ida Pier approved.")
    page.answer("skip")
    page.click(page.find("replaceAll"))
    assert count(page) == "6 replaced"
    assert page.release.blocks[2] is first.blocks[2]
    assert page.words[0] == "jetty reopens"
    assert page.window.actions_.commands["undo"].text() == "Undo: Replace all (6)"
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == first
    page.ctrl(Qt.Key.Key_H)
    page.answer("all")
    page.click(page.find("replaceAll"))
    assert count(page) == "9 replaced"
    quote = page.release.blocks[2]
    assert isinstance(quote, Quote)
    assert plain(quote.words[1]) == "We kept the jetty’s clock."
    assert not quote.is_approved()
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == first


def test_replacing_in_an_approved_quote_asks(page: Hand) -> None:
    first = page.release
    page.go(2, "words").put_caret(0, 0)
    look_for(page, "pier", replace_by="jetty")
    heard: list[str] = []
    page.answer("cancel", heard)
    page.click(page.find("replaceOne"))
    assert heard == [
        "Ida Pier approved these words. If they change, the approval is lost, and you need to ask again."
    ]
    assert page.release is first
    page.answer("skip")
    page.click(page.find("replaceOne"))
    assert page.release is first
    assert count(page) == "6 of 9"
    page.answer("replace")
    page.click(page.find("replaceOne"))
    assert plain(page.release.blocks[2].words[1]) == "We kept the jetty’s clock."  # type: ignore[attr-defined]
    assert count(page) == "6 of 8"


def test_patterns_and_what_is_wrong_with_them(page: Hand) -> None:
    page.go(0)
    look_for(page, r"(\w+) pier", replace_by=r"pier \1")
    page.click(page.find("findPattern"))
    assert count(page).endswith(" of 7")
    page.find("replaceText").setFocus()
    page.key(Qt.Key.Key_Return)
    assert plain(page.release.blocks[1].text).startswith("The pier old is")  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    text = page.find("findText")
    text.setFocus()
    text.selectAll()
    page.write("(pier")
    assert count(page) == ""
    assert page.find("findProblem", QLabel).text() == "This pattern cannot be read: a “(” is never closed."
    page.write(")")
    assert not page.window.workspace.find_bar.findChild(QLabel, "findProblem").isVisible()  # type: ignore[union-attr]
    page.find("replaceText").setFocus()
    page.find("replaceText").selectAll()
    page.write(r"\7")
    page.click(page.find("replaceAll"))
    assert "a group that the pattern does not have" in page.find("findProblem", QLabel).text()
    assert page.words[0] == "Pier reopens"


def test_a_pattern_that_never_ends_does_not_hold_up_the_window(page: Hand) -> None:
    page.go(3)
    page.write("a" * 60 + "! ")
    look_for(page, "(a|a)+")
    page.click(page.find("findPattern"))
    page.find("findText").setFocus()
    page.key(Qt.Key.Key_End)
    started = time.monotonic()
    page.write("$")
    assert time.monotonic() - started < 1
    told = "This pattern takes too long. Try a simpler one."
    assert page.find("findProblem", QLabel).text() == told
    page.go(3)
    started = time.monotonic()
    page.write("b")
    page.bot.wait(300)  # by now the change would have been searched
    assert time.monotonic() - started < 0.5
    assert page.find("findProblem", QLabel).text() == told


def test_marks_come_as_the_page_scrolls(hand: Hand) -> None:
    blocks = tuple(Paragraph(id=f"x{number}", text=rich("A pier. " * 20)) for number in range(60))
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.breathe()
    hand.go(0)
    look_for(hand, "pier")
    assert count(hand).endswith(" of 1200")
    assert len(marked(hand, 0)) == 20
    hand.breathe()  # the first match comes into view
    bar = hand.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    hand.until(lambda: len(marked(hand, 59)) == 20)
    assert marked(hand, 0) == []
    hand.key(Qt.Key.Key_Escape)
    assert marked(hand, 59) == []


def test_words_taken_back_are_not_marked_where_they_stood_as_the_page_scrolls(page: Hand) -> None:
    field = page.go(1)
    page.key(Qt.Key.Key_End)
    page.write(" A pier at the very end, and a pier behind it")
    look_for(page, "pier")
    assert len(marked(page, 1)) == 5
    page.ctrl(Qt.Key.Key_Z)
    page.editor.verticalScrollBar().setValue(20)
    page.bot.wait(60)  # by now the marks would have been put anew, but the words not yet sought
    assert "behind" not in field.toPlainText()
    page.until(lambda: len(marked(page, 1)) == 3)


def test_a_kit_closed_right_after_a_change_is_not_searched_any_more(page: Hand) -> None:
    look_for(page, "pier")
    page.go(1)
    page.write("new ")
    page.answer("drop")
    page.ctrl(Qt.Key.Key_W)
    assert page.find("startPage").isVisible()
    page.bot.wait(300)  # by now the change would have been searched
    assert page.window.session is None


def test_every_control_of_the_bar_has_a_name_and_a_tip(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_H)
    bar = page.window.workspace.find_bar  # type: ignore[union-attr]
    controls = [each for each in bar.findChildren(object) if getattr(each, "focusPolicy", None)]
    stops = [each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]  # type: ignore[attr-defined]
    assert len(stops) == 11
    for each in stops:
        assert each.accessibleName(), each.objectName()  # type: ignore[attr-defined]
        assert each.toolTip(), each.objectName()  # type: ignore[attr-defined]


def test_the_status_line_counts_the_kit_and_the_selection(page: Hand) -> None:
    label = page.find("words", QLabel)
    page.until(lambda: label.text() == "389 words · 1 min 40 s to read")
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_End, SHIFT)
    page.until(lambda: label.text().startswith("8 words selected · 5 s to read ("))
    who = page.go(2, "speaker/name")
    page.until(lambda: "selected" not in label.text())
    who.selectAll()
    page.until(lambda: label.text().startswith("2 words selected"))
    page.write("A")
    page.until(lambda: label.text() == "388 words · 1 min 40 s to read")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 s to read"),
        (1, "5 s to read"),
        (238, "1 min to read"),
        (250, "1 min 5 s to read"),
        (2380, "10 min to read"),
    ],
)
def test_time_to_read(count: int, told: str) -> None:
    assert reading_time(count) == told
