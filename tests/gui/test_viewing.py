"""The preview in a window of its own, the keys that lead to it, and the Edit menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.gui.commands import EDIT
from presskit.gui.preview import PreviewPane
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and two paragraphs."""
    hand.click(hand.find("new-blank"))
    hand.write("Library opens on Sundays")
    for words in ("The library opens.", "Everybody is glad."):
        hand.key(Qt.Key.Key_Return)
        hand.write(words)
    drawn(hand)
    return hand


def pane(hand: Hand) -> PreviewPane:
    """The preview."""
    assert hand.window.workspace is not None
    return hand.window.workspace.preview


def drawn(hand: Hand) -> None:
    """Waits until the pages are those of the kit as it is."""
    hand.until(lambda: pane(hand)._asked is pane(hand)._session.kit and not pane(hand).view.missing())


def test_a_window_of_its_own_and_back(page: Hand) -> None:
    assert page.window.workspace is not None
    wide = page.editor.width()
    page.ctrl(Qt.Key.Key_W, ALT)
    apart = pane(page).window()
    assert apart is not page.window
    assert apart.isVisible()
    assert page.editor.width() > wide
    page.window.activateWindow()
    page.go(2)
    page.write("Yes. ")
    drawn(page)
    assert page.window.settings.preview_apart
    block = page.release.blocks[0].id
    spot = pane(page).view._spots(block)[0]
    pane(page).view.verticalScrollBar().setValue(0)
    QTest.mouseClick(pane(page).view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert page.place == 0
    apart.close()
    page.breathe()
    assert pane(page).window() is page.window
    assert pane(page).isVisible()
    assert abs(page.editor.width() - wide) <= 2
    assert not page.window.settings.preview_apart
    drawn(page)


@pytest.mark.parametrize("command", ["theme_dark", "new"])
def test_the_window_shows_whatever_kit_is_open(page: Hand, command: str) -> None:
    page.ctrl(Qt.Key.Key_W, ALT)
    apart, before = pane(page).window(), pane(page)
    page.window.activateWindow()
    if command == "new":
        page.answer("drop")
    page.window.actions_.commands[command].trigger()
    page.breathe()
    assert pane(page) is not before
    assert pane(page).window() is apart
    assert apart.isVisible()
    page.until(lambda: apart.findChildren(PreviewPane) == [pane(page)])
    drawn(page)
    page.answer("drop")
    page.ctrl(Qt.Key.Key_Q)
    assert not page.window.isVisible()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == []


def test_keys_lead_from_the_text_to_the_pages_and_back(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_9)
    assert page.find("zoom").currentText() == "Fit page"
    pane(page).set_zoom(4.0)
    page.go(0)
    view = pane(page).view
    drawn(page)
    view.setFocus()
    page.key(Qt.Key.Key_End)
    page.go(0)
    assert view.verticalScrollBar().value() > 0
    page.key(Qt.Key.Key_F9)
    page.until(lambda: view._spots(page.release.blocks[0].id)[0].top() >= view.box().top)
    view.setFocus()
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_F9, SHIFT)
    assert page.place == 2


def test_the_edit_menu_acts_where_it_can(page: Hand) -> None:
    command = page.window.actions_.commands
    assert page.window.bar is not None
    menu = page.window.bar.menus[EDIT]
    page.go(1)
    menu.aboutToShow.emit()
    assert not command["copy_words"].isEnabled()
    command["select_all"].trigger()
    menu.aboutToShow.emit()
    assert command["cut_words"].isEnabled()
    command["cut_words"].trigger()
    assert page.words[1] == ""
    menu.aboutToShow.emit()
    assert command["paste_words"].isEnabled()
    command["paste_words"].trigger()
    command["paste_words"].trigger()
    assert page.words[1] == "The library opens.The library opens."
    page.ctrl(Qt.Key.Key_Z)
    page.key(Qt.Key.Key_Escape)
    command["copy_words"].trigger()
    assert "The library opens." in QApplication.clipboard().text()


def test_plain_text_is_pasted_without_emphasis(page: Hand) -> None:
    page.go(1)
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_B)
    page.ctrl(Qt.Key.Key_C)
    page.go(2)
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_V, SHIFT)
    block = page.release.blocks[2]
    assert [(run.text, run.bold) for run in block.text] == [("The library opens.", False)]  # type: ignore[attr-defined]
