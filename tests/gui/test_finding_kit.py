"""Finding and replacing in all of a kit: its other languages, its notes, blocks not in view, many blocks."""

import datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.session import Session
from presskit.text.runs import plain, rich
from tests.gui.conftest import Hand
from tests.gui.test_finding import count, look_for, marked

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A kit in English, Spanish and Arabic, with notes; the Spanish quote is approved."""
    quote = Quote(
        id="q", words=(rich("El Trust Act nos protege."),), speaker=Speaker(name="Ana Zubri")
    ).approved("Ana Zubri", datetime.datetime(2026, 3, 1, 9, 0), "phone")
    english = Release(blocks=(Headline(id="h", text=rich("The Trust Act passes")), Paragraph(id="p")))
    spanish = Release(language="es", blocks=(Headline(id="h", text=rich("Aprueban el Trust Act")), quote))
    arabic = Release(language="ar", blocks=(Paragraph(id="p", text=rich("أقر المجلس Trust Act اليوم")),))
    kit = Kit(releases=(english, spanish, arabic), notes="Ask Ida about the Trust Act.")
    hand.window.show_session(Session(kit))
    hand.breathe()
    return hand


def others(page: Hand) -> list[str]:
    """What the bar says of other places."""
    row = page.window.workspace.find_bar.elsewhere  # type: ignore[union-attr]
    return [button.text() for button in row._buttons.values() if button.isVisible()]


def test_the_bar_tells_of_other_languages_and_notes_and_goes_there(page: Hand) -> None:
    page.go(0)
    look_for(page, "trust act")
    assert count(page) == "1 of 1"
    assert others(page) == [
        "2 more in Spanish: show", "1 more in Arabic: show", "1 more in the inside notes: show",
    ]  # fmt: skip
    page.click(page.find("elsewhere-1"))
    assert page.release.language == "es"
    assert count(page) == "1 of 2"
    assert marked(page, 0) == ["Trust Act"]
    assert others(page)[0] == "1 more in English (US): show"
    page.key(Qt.Key.Key_Return)
    assert (count(page), page.editor.current) == ("2 of 2", "q")
    page.click(page.find("elsewhere-2"))
    assert count(page) == "1 of 1"
    assert marked(page, 0) == ["Trust Act"]
    page.key(Qt.Key.Key_Escape)
    page.window.actions_.commands["next_language"].trigger()
    assert page.release.language == "en-US"
    look_for(page, "zzz")
    assert others(page) == []
    assert not page.window.workspace.find_bar.elsewhere.isVisible()  # type: ignore[union-attr]


def test_the_notes_are_shown(page: Hand) -> None:
    page.go(0)
    look_for(page, "Ida about")
    assert count(page) == "Nothing found"
    heard: list[str] = []

    def act(box: object) -> None:
        heard.append(box.text())  # type: ignore[attr-defined]
        box.accept()  # type: ignore[attr-defined]

    page.in_dialog(act)
    page.click(page.find("elsewhere--1"))
    assert "Ask Ida about the Trust Act." in heard[0]


def test_replacing_in_the_whole_kit_is_one_step(page: Hand) -> None:
    assert page.window.session is not None
    first = page.window.session.kit
    page.go(0)
    look_for(page, "trust act", replace_by="Trust Law")
    page.answer("cancel")
    page.click(page.find("replaceAll"))
    assert page.window.session.kit is first
    heard: list[str] = []
    page.answer("here", heard)
    page.click(page.find("replaceAll"))
    assert heard == ["1 match is in the language shown. With other languages and inside notes there are 5."]
    assert page.words[0] == "The Trust Law passes"
    assert page.window.session.kit.releases[1:] == first.releases[1:]
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_H)

    def spare(_text: str = "") -> None:
        page.answer("skip", heard)

    page.in_dialog(lambda box: (spare(), box.findChild(object, "answer-kit").click()))
    page.click(page.find("replaceAll"))
    kit = page.window.session.kit
    assert heard[-1].startswith("1 of the 5 matches is in words that Ana Zubri approved.")
    assert count(page) == "4 replaced"
    assert kit.notes == "Ask Ida about the Trust Law."
    assert kit.releases[1].title() == "Aprueban el Trust Law"
    assert kit.releases[1].blocks[1] is first.releases[1].blocks[1]
    assert plain(kit.releases[2].blocks[0].text) == "أقر المجلس Trust Law اليوم"  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert replace(page.window.session.kit, kept=()) == first  # a version was kept before


def test_where_only_others_have_matches_all_can_still_be_replaced(page: Hand) -> None:
    assert page.window.session is not None
    page.go(0)
    look_for(page, "protege", replace_by="protegerá")
    assert count(page) == "Nothing found"
    page.in_dialog(lambda box: (page.answer("all"), box.findChild(object, "answer-kit").click()))
    page.click(page.find("replaceAll"))
    quote = page.window.session.kit.releases[1].blocks[1]
    assert isinstance(quote, Quote)
    assert plain(quote.words[0]) == "El Trust Act nos protegerá."
    assert not quote.is_approved()


def test_the_search_of_before_is_still_there(page: Hand) -> None:
    page.go(0)
    look_for(page, "trust act", replace_by="Trust Law")
    page.click(page.find("findCase"))
    page.key(Qt.Key.Key_Escape)
    page.window.actions_.commands["theme_dark"].trigger()
    page.ctrl(Qt.Key.Key_H)
    assert page.find("findText").text() == "trust act"
    assert page.find("replaceText").text() == "Trust Law"
    assert page.find("findCase").isChecked()


def test_a_match_far_off_is_found_and_shown_without_its_card(hand: Hand) -> None:
    blocks = [Paragraph(id=f"x{at}", text=rich("Nothing at all here. " * 15)) for at in range(200)]
    blocks[150] = Paragraph(id="there", text=rich("Here is the 😀 pier, “the pier” of all."))
    hand.window.show_session(Session(Kit(releases=(Release(blocks=tuple(blocks)),))))
    hand.breathe()
    hand.go(0)
    assert "there" not in hand.editor.cards
    look_for(hand, "pier")
    assert count(hand) == "1 of 2"
    assert len(hand.editor.cards) < 100
    hand.until(lambda: marked(hand, 150) == ["pier", "pier"])
    field = hand.card(150).form.field_at("text")
    assert field is not None
    assert not field.visibleRegion().isEmpty()
    hand.key(Qt.Key.Key_F3)
    hand.key(Qt.Key.Key_Escape)
    assert hand.focus.textCursor().selectedText() == "pier"  # type: ignore[attr-defined]
    assert hand.focus.textCursor().selectionStart() == 26  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "said", "sought"),
    [
        ("en-US", "The mayor said “the river is ours” of the river.", "river"),
        ("es", "«El río es nuestro», dijo del río.", "río"),
        ("fr", "« La rivière est à nous », dit-elle de la rivière.", "rivière"),
        ("ar", "قال «النهر لنا» عن النهر.", "النهر"),
        ("zh-Hans", "她说：“河流属于我们”，河流。", "河流"),
        ("zh-Hant", "她說：「河流屬於我們」，河流。", "河流"),
    ],
)
def test_in_quotes_and_not_in_quotes_in_each_language(
    hand: Hand, language: str, said: str, sought: str
) -> None:
    release = Release(language=language, blocks=(Paragraph(id="p", text=rich(said)),))
    hand.window.show_session(Session(Kit(releases=(release,))))
    hand.breathe()
    hand.go(0)
    look_for(hand, sought)
    hand.click(hand.find("findWhole"))
    assert count(hand).endswith("of 2")
    scope = hand.find("findScope")
    for at, place in ((1, said.index(sought)), (2, said.rindex(sought))):
        scope.setFocus()
        hand.key(Qt.Key.Key_Down)
        assert scope.currentIndex() == at
        assert count(hand) == "1 of 1"
        assert marked(hand, 0) == [sought]
        assert hand.window.finding._now is not None
        assert hand.window.finding._now.start == place


def test_the_status_line_counts_blocks_chosen_together(page: Hand) -> None:
    label = page.find("words", QLabel)
    page.go(1)
    page.write("Four words are here.")
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Escape)
    page.until(lambda: label.text().startswith("4 words selected"))
    page.key(Qt.Key.Key_Up, SHIFT)
    page.until(lambda: label.text().startswith("8 words selected · 5 s to read ("))
    page.key(Qt.Key.Key_Escape)
    page.until(lambda: "selected" not in label.text())


def test_undo_shows_the_language_that_it_changes(page: Hand) -> None:
    assert page.window.session is not None
    page.go(0)
    page.key(Qt.Key.Key_End)
    page.write("!")
    page.ctrl(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert page.release.language == "es"
    page.go(0)
    page.key(Qt.Key.Key_End)
    page.write("?")
    assert page.words[0] == "Aprueban el Trust Act?"
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[0] == "Aprueban el Trust Act"
    page.ctrl(Qt.Key.Key_Z)
    page.until(lambda: page.release.language == "en-US")
    assert page.words[0] == "The Trust Act passes"
    page.breathe()
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert page.words[0] == "The Trust Act passes!"
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    page.until(lambda: page.release.language == "es")
    assert page.words[0] == "Aprueban el Trust Act?"
