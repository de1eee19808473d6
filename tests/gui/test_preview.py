"""The preview keeps up, leads to the block, and never outlives its window; the theme changes nothing else."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from presskit.gui import preview as preview_module
from presskit.gui.preview import PreviewPane
from tests.gui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and two paragraphs, drawn."""
    hand.click(hand.find("new-blank"))
    hand.write("Library opens on Sundays")
    for words in ("The library opens.", "Everybody is glad."):
        hand.key(Qt.Key.Key_Return)
        hand.write(words)
    settled(hand)
    return hand


def pane(hand: Hand) -> PreviewPane:
    """The preview."""
    assert hand.window.workspace is not None
    return hand.window.workspace.preview


def settled(hand: Hand) -> bytes:
    """Waits until the pages are those of the kit as it is, and returns them."""
    shown = pane(hand)

    def done() -> bool:
        now = hand.window.session is not None and shown._asked is hand.window.session.kit
        return now and shown.view.pages is not None and not shown.view.missing()

    hand.until(done)
    assert shown.view.pages is not None
    return shown.view.pages.data


def test_pages_appear_and_follow_a_letter(page: Hand) -> None:
    before = settled(page)
    assert before.startswith(b"%PDF")
    page.go(1)
    page.write("x")
    assert settled(page) != before
    assert page.find("pages").text() == "1 page"
    page.ctrl(Qt.Key.Key_Z)
    assert settled(page) == before


def test_a_click_in_the_pages_goes_to_the_block(page: Hand) -> None:
    view = pane(page).view
    page.go(0)
    block = page.release.blocks[2].id
    (spot,) = view._spots(block)
    page.click(view.viewport(), spot.center())
    assert page.place == 2
    page.write("Yes! ")
    assert page.words[2] == "Yes! Everybody is glad."
    (spot,) = view._spots(block)
    ink = view.viewport().grab().toImage().pixelColor(spot.left() + 3, spot.center().y())
    assert ink.name() == page.window.theme.colour["accent"]


def test_the_mark_follows_the_caret(page: Hand) -> None:
    view = pane(page).view
    for place in (1, 2, 0):
        page.go(place)
        (spot,) = view._spots(page.release.blocks[place].id)
        ink = view.viewport().grab().toImage().pixelColor(spot.left() + 3, spot.center().y())
        assert ink.name() == page.window.theme.colour["accent"]


def test_the_plain_text_follows_too(page: Hand) -> None:
    tabs = page.find("previewTabs")
    page.click(tabs, tabs.tabRect(1).center())
    text = page.find("plainText")
    page.until(lambda: "Everybody is glad." in text.toPlainText())
    page.go(2)
    page.key(Qt.Key.Key_End)
    page.write(" Really.")
    page.until(lambda: "Everybody is glad. Really." in text.toPlainText())
    page.click(tabs, tabs.tabRect(0).center())
    settled(page)


def test_zoom_by_keys_and_box(page: Hand) -> None:
    box = page.find("zoom")
    assert box.currentText() == "Fit width"
    page.ctrl(Qt.Key.Key_Plus)
    first = pane(page).view.zoom
    assert first > 0
    assert box.currentData() == first
    page.ctrl(Qt.Key.Key_Plus)
    assert pane(page).view.zoom > first
    page.ctrl(Qt.Key.Key_Minus)
    assert pane(page).view.zoom == first
    settled(page)
    page.ctrl(Qt.Key.Key_0)
    assert box.currentText() == "Fit width"
    settled(page)


def test_characters_without_a_font_leave_the_pages_and_a_note(page: Hand) -> None:
    page.go(1)
    page.paste("Library ᚠ")
    settled(page)
    assert "ᚠ" in pane(page).view._note
    assert pane(page).view.pages is not None
    assert pane(page).view.pages.count == 1
    page.ctrl(Qt.Key.Key_Z)
    settled(page)
    assert pane(page).view._note == ""


@pytest.mark.parametrize("then", ["close", "theme", "other kit"])
def test_pages_that_come_too_late_harm_nobody(page: Hand, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = preview_module.preview_pages

    def slow(*given: Any, **named: Any) -> Any:
        begun.set()
        assert go_on.wait(5)
        return real(*given, **named)

    monkeypatch.setattr(preview_module, "preview_pages", slow)
    page.go(1)
    page.write("x")
    page.until(begun.is_set)
    if then == "close":
        page.answer("drop")
        threading.Timer(0.5, go_on.set).start()
        page.ctrl(Qt.Key.Key_Q)
        assert not page.window.isVisible()
        assert not [each for each in threading.enumerate() if each.name == "presskit-lane"]
        return
    if then == "theme":
        page.window.actions_.commands["theme_dark"].trigger()
    else:
        page.answer("drop")
        page.ctrl(Qt.Key.Key_N)
    QTest.qWait(30)  # what was put away is gone
    monkeypatch.setattr(preview_module, "preview_pages", real)
    go_on.set()
    settled(page)


def test_the_theme_changes_nothing_but_looks(page: Hand) -> None:
    page.go(2)
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, times=4)
    assert page.window.session is not None
    kit, session = page.window.session.kit, page.window.session
    undo = page.window.actions_.commands["undo"].text()
    title = page.window.windowTitle()
    for name in ("dark", "light", "dark"):
        page.window.actions_.commands[f"theme_{name}"].trigger()
        page.breathe()
        assert page.window.theme.name == name
        assert page.window.session is session
        assert session.kit is kit
        assert page.window.actions_.commands["undo"].text() == undo
        assert page.window.windowTitle() == title
        assert page.place == 2
        assert page.focus.textCursor().position() == 4  # type: ignore[attr-defined]
        settled(page)
    page.write("z")
    assert page.words[2] == "Everzybody is glad."
    page.ctrl(Qt.Key.Key_B)
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    seen: list[bool] = []

    def leave() -> None:
        popup = QApplication.activePopupWidget()
        seen.append(isinstance(popup, QMenu))
        if popup is not None:
            popup.close()

    QTimer.singleShot(60, leave)
    page.key(Qt.Key.Key_F10)  # one bar answers, not the one of the theme before
    page.until(lambda: bool(seen))
    assert seen == [True]


def test_a_click_beside_the_text_is_harmless(page: Hand) -> None:
    view = pane(page).view
    page.go(1)
    page.click(view.viewport(), QPoint(3, view.viewport().height() - 3))
    assert page.place == 1
