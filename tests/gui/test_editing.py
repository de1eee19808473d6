"""Writing: blocks are added, written, moved and removed with keys and mouse."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.gui.commands import OFFERED
from presskit.gui.editor.card import BLOCK_MIME
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.session import Session
from presskit.text.runs import Run, plain, rich
from tests.gui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
IN_BAR = ("Paragraph", "Quote", "Statistics", "List", "Crosshead", "Photo", "Boilerplate")


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with a headline and three paragraphs: first, second, third."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for word in ("first", "second", "third"):
        hand.key(Qt.Key.Key_Return)
        hand.write(word)
    assert hand.words[:4] == ["Title", "first", "second", "third"]
    return hand


def shown(hand: Hand) -> list[str]:
    """The first line of each card, from top to bottom of the screen."""
    cards = sorted(hand.editor.cards.values(), key=lambda card: card.y())
    return [card.form.text_fields()[0][1].toPlainText() for card in cards]  # type: ignore[attr-defined]


def menu_of(hand: Hand, place: int) -> QWidget:
    """The button that opens the menu of a block."""
    button = hand.card(place).findChild(QWidget, "blockMenu")
    assert isinstance(button, QWidget)
    return button


# --- adding


@pytest.mark.parametrize("label", IN_BAR)
def test_the_bar_adds_a_block_below_the_caret(page: Hand, label: str) -> None:
    page.go(1)
    page.click(page.bar(label))
    kind = page.release.blocks[2]
    assert type(kind).label == label
    assert page.place == 2
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "first", "second", "third"]


@pytest.mark.parametrize("number", range(9))
def test_ctrl_alt_and_a_number_adds_each_kind(page: Hand, number: int) -> None:
    kind = OFFERED[number]
    before = page.kinds.count(str(kind.__struct_config__.tag))
    page.go(1)
    page.ctrl(Qt.Key(Qt.Key.Key_1 + number), ALT)
    after = page.kinds.count(str(kind.__struct_config__.tag))
    assert after == (1 if kind.once else before + 1)
    assert type(page.release.blocks[page.place]) is kind


@pytest.mark.parametrize("label", ["Subhead", "Contacts", "Notes to editors"])
def test_the_more_menu_adds_the_seldom_kinds(page: Hand, label: str) -> None:
    page.go(1)
    page.in_menu(lambda: page.find("moreKinds"), label)
    assert type(page.release.blocks[page.place]).label == label
    assert page.place == 2


def test_a_second_headline_is_not_added(page: Hand) -> None:
    page.go(2)
    page.ctrl(Qt.Key.Key_1, ALT)
    assert page.kinds.count("headline") == 1
    assert page.place == 0


# --- moving and removing


def test_alt_and_arrows_move_the_block_with_the_caret(page: Hand) -> None:
    page.go(3)
    page.key(Qt.Key.Key_Up, ALT, times=2)
    assert page.words[:4] == ["Title", "third", "first", "second"] == shown(page)[:4]
    page.write("!")
    assert page.words[1] == "third!"
    page.key(Qt.Key.Key_Down, ALT)
    assert page.words[:4] == ["Title", "first", "third!", "second"] == shown(page)[:4]


def test_a_block_moves_by_drag(page: Hand) -> None:
    mime = QMimeData()
    mime.setData(BLOCK_MIME, page.release.blocks[3].id.encode())
    top = page.card(1).y() - page.editor.verticalScrollBar().value()
    assert page.drop(page.editor.viewport(), mime, QPoint(200, top + 2))
    assert page.words[:4] == ["Title", "third", "first", "second"] == shown(page)[:4]
    bottom = page.card(3).geometry().bottom() - page.editor.verticalScrollBar().value()
    assert page.drop(page.editor.viewport(), mime, QPoint(200, bottom - 2))
    assert page.words[:4] == ["Title", "first", "second", "third"] == shown(page)[:4]
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "third", "first", "second"]


def test_a_block_may_be_dropped_on_a_field(page: Hand) -> None:
    mime = QMimeData()
    mime.setData(BLOCK_MIME, page.release.blocks[1].id.encode())
    field = page.card(3).form.field_at("text")
    assert field is not None
    assert page.drop(field.viewport(), mime, QPoint(60, field.height() - 1))  # type: ignore[attr-defined]
    assert page.words[:4] == ["Title", "second", "third", "first"]
    line = page.editor.findChild(QWidget, "dropLine")
    assert isinstance(line, QWidget)
    assert not line.isVisible()


def test_the_outline_moves_a_block_by_drag_and_goes_by_click(page: Hand) -> None:
    tabs = page.find("sideTabs")
    page.click(tabs, tabs.tabRect(1).center())
    outline = page.find("outline")
    page.click(outline.viewport(), outline.visualItemRect(outline.item(1)).center())
    assert page.place == 1
    page.write("very ")
    assert page.words[1] == "very first"
    mime = outline.mimeData([outline.item(1)])
    low = outline.visualItemRect(outline.item(3)).bottomLeft() + QPoint(30, -1)
    page.drop_inside(outline, mime, low)
    assert page.words[:4] == ["Title", "second", "third", "very first"]
    assert [outline.item(row).text() for row in range(4)] == page.words[:4]


@pytest.mark.parametrize("how", ["key", "menu"])
def test_a_removed_block_comes_back_exactly(page: Hand, how: str) -> None:
    was = page.release
    page.go(2)
    if how == "key":
        page.ctrl(Qt.Key.Key_Delete, SHIFT)
    else:
        page.in_menu(lambda: menu_of(page, 2), "Remove block")
    assert page.words[:3] == ["Title", "first", "third"]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == was
    assert page.place == 2
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert page.words[:3] == ["Title", "first", "third"]
    page.write("x")
    assert "x" in "".join(page.words)


def test_the_menu_of_another_card_acts_on_that_card_and_marks_one(page: Hand) -> None:
    page.go(1)
    page.in_menu(lambda: menu_of(page, 3), "Move up")
    assert page.words[:4] == ["Title", "first", "third", "second"]
    page.go(3)
    marked = [card for card in page.editor.cards.values() if card.property("current")]
    assert marked == [page.card(3)]


def test_keys_act_on_the_card_whose_button_has_the_focus(page: Hand) -> None:
    page.go(2)
    menu_of(page, 3).setFocus()
    assert page.focus.objectName() == "blockMenu"
    page.key(Qt.Key.Key_Up, ALT)
    assert page.words[:4] == ["Title", "first", "third", "second"]


def test_tab_goes_from_words_to_words_past_the_menus(page: Hand) -> None:
    page.go(2)
    page.key(Qt.Key.Key_Tab)
    page.write("x")
    assert "x" in page.words[3]


def test_a_key_opens_the_menu_of_the_block(page: Hand) -> None:
    page.go(3)
    page.in_opened_menu(lambda: page.ctrl(Qt.Key.Key_Period), "Move up")
    assert page.words[:4] == ["Title", "first", "third", "second"]


def test_duplicate(page: Hand) -> None:
    page.go(2)
    page.ctrl(Qt.Key.Key_D)
    assert page.words[:5] == ["Title", "first", "second", "second", "third"]
    assert len({block.id for block in page.release.blocks}) == len(page.release.blocks)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "first", "second", "third"]


# --- paragraphs


def test_enter_splits_at_the_caret_and_backspace_joins(page: Hand) -> None:
    field = page.go(1)
    page.key(Qt.Key.Key_Home)
    page.write("One 😀 two ")
    page.key(Qt.Key.Key_Left, times=len("two "))
    assert field.textCursor().position() == len("One xx ")  # Qt counts the face twice
    page.key(Qt.Key.Key_Return)
    assert page.words[1:3] == ["One 😀", "two first"]
    assert page.place == 2
    page.key(Qt.Key.Key_Backspace)
    assert plain(page.release.blocks[1].text) == "One 😀 two first"  # type: ignore[attr-defined]
    page.write("+")
    assert plain(page.release.blocks[1].text) == "One 😀 +two first"  # type: ignore[attr-defined]


def test_backspace_takes_an_empty_block_away(page: Hand) -> None:
    page.go(1)
    page.click(page.bar("Crosshead"))
    assert page.kinds[2] == "crosshead"
    page.key(Qt.Key.Key_Backspace)
    assert page.words[:4] == ["Title", "first", "second", "third"]
    assert page.place == 1
    page.write("!")
    assert page.words[1] == "first!"


def test_enter_over_a_selection_leaves_it_out(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, SHIFT, times=3)
    page.key(Qt.Key.Key_Return)
    assert [plain(block.text) for block in page.release.blocks[1:3]] == ["", "st"]  # type: ignore[attr-defined]


# --- emphasis


def test_bold_italic_and_link_are_in_the_release(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.write(" ")
    page.ctrl(Qt.Key.Key_B)
    page.write("bold")
    page.ctrl(Qt.Key.Key_B)
    page.write(" ")
    page.ctrl(Qt.Key.Key_I)
    page.write("leaning")
    page.ctrl(Qt.Key.Key_I)
    page.write(" ")

    def fill(dialog: object) -> None:
        page.write("site")
        page.key(Qt.Key.Key_Tab)
        page.write("example.org")
        page.click(dialog.accept_button)  # type: ignore[attr-defined]

    page.in_dialog(fill)
    page.ctrl(Qt.Key.Key_K)
    page.write(".")
    assert page.release.blocks[1].text == (  # type: ignore[attr-defined]
        Run("first "), Run("bold", bold=True), Run(" "), Run("leaning", italic=True), Run(" "),
        Run("site", link="https://example.org"), Run("."),
    )  # fmt: skip


def test_bold_is_a_step_of_its_own(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.write("abc")
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_B)
    (run,) = page.release.blocks[1].text  # type: ignore[attr-defined]
    assert run.bold
    page.ctrl(Qt.Key.Key_Z)
    (run,) = page.release.blocks[1].text  # type: ignore[attr-defined]
    assert run == Run("firstabc")


def test_a_link_to_a_script_is_refused(page: Hand) -> None:
    page.go(1)
    page.ctrl(Qt.Key.Key_A)

    def fill(dialog: object) -> None:
        page.write("javascript:alert(1)")
        assert not dialog.accept_button.isEnabled()  # type: ignore[attr-defined]
        dialog.reject()  # type: ignore[attr-defined]

    page.in_dialog(fill)
    page.ctrl(Qt.Key.Key_K)
    assert page.release.blocks[1].text == (Run("first"),)  # type: ignore[attr-defined]


# --- the clipboard


def test_pasted_lines_become_paragraphs(page: Hand) -> None:
    page.go(1)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Left, times=2)
    page.paste("-one\n\ntwo\r\nthree-")
    assert page.words[:6] == ["Title", "fir-one", "two", "three-st", "second", "third"]
    page.write("X")
    assert page.words[3] == "three-Xst"
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.words[:4] == ["Title", "first", "second", "third"]


def test_pasted_html_keeps_emphasis_and_honest_links(page: Hand) -> None:
    page.go(1)
    page.ctrl(Qt.Key.Key_A)
    page.paste(
        html='<p style="font-family:Comic;color:red">A <b>b</b> <i>c</i> <a href="https://x.org/">d</a> '
        '<a href="javascript:x()">e</a><img src="http://x.org/p.png"><img src="/etc/hostname"></p>'
    )
    assert page.release.blocks[1].text == (  # type: ignore[attr-defined]
        Run("A "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" "),
        Run("d", link="https://x.org/"), Run(" e"),
    )  # fmt: skip


def test_words_copied_from_a_headline_or_quote_are_plain(page: Hand) -> None:
    page.go(0)
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_C)
    page.go(1)
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_V)
    assert page.release.blocks[1].text == (Run("Title"),)  # type: ignore[attr-defined]
    page.click(page.bar("Quote"))
    page.write("said so")
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_X)
    page.ctrl(Qt.Key.Key_V)
    assert page.release.blocks[2].words == ((Run("said so"),),)  # type: ignore[attr-defined]


def test_lines_pasted_where_one_line_goes(page: Hand) -> None:
    page.click(page.bar("Quote"))
    page.go(page.place, "speaker/name")
    page.paste("Ida\nMarsh")
    assert page.release.blocks[page.place].speaker.name == "Ida Marsh"  # type: ignore[attr-defined]
    page.click(page.bar("Statistics"))
    page.go(page.place, "items/0/sentence")
    page.paste("of all\nmembers")
    (row,) = page.release.blocks[page.place].items  # type: ignore[attr-defined]
    assert plain(row.sentence) == "of all members"


def test_nothing_is_lost_when_a_key_is_held_in_an_empty_headline(page: Hand) -> None:
    page.go(0)
    page.ctrl(Qt.Key.Key_A)
    page.key(Qt.Key.Key_Delete)
    page.key(Qt.Key.Key_Backspace, times=3)
    assert page.kinds[0] == "headline"
    QTest.keyClicks(page.focus, "New")
    assert page.words[0] == "New"


def test_letters_that_the_field_would_take_for_a_new_paragraph_break_no_text(hand: Hand) -> None:
    """A file that another program wrote may have them."""
    text = rich("One\ufffc\u2029two\rthree")
    blocks = (Headline(id="headline", text=rich("Title")), Paragraph(id="odd", text=text))
    hand.window.show_session(Session(Kit(releases=(Release(blocks=blocks),))))
    hand.go(1)
    hand.ctrl(Qt.Key.Key_End)
    hand.key(Qt.Key.Key_End)
    hand.write("!")
    assert plain(hand.release.blocks[1].text) == "One\ufffc\ntwo\nthree!"  # type: ignore[attr-defined]
