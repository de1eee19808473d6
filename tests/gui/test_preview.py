"""The preview keeps up, leads to the block, and never outlives its window; the theme changes nothing else."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from presskit.gui import preview as preview_module
from presskit.gui.lane import Lane
from presskit.gui.pagesview import PageView
from presskit.gui.preview import PreviewPane
from presskit.model import edits
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


def wheel(
    view: PageView, at: QPointF, turn: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Turns the mouse wheel over the pages; 120 is a notch, away from the hand."""
    where, phase = view.viewport().mapToGlobal(at), Qt.ScrollPhase.NoScrollPhase
    button = Qt.MouseButton.NoButton
    event = QWheelEvent(at, where, QPoint(), QPoint(0, turn), button, held, phase, False)
    QApplication.sendEvent(view.viewport(), event)


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
    assert "ᚠ" in pane(page).note.text()
    assert pane(page).view.pages is not None
    assert pane(page).view.pages.count == 1
    page.ctrl(Qt.Key.Key_Z)
    settled(page)
    assert pane(page).note.text() == ""


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
        lanes = page.window.findChildren(Lane)
        page.answer("drop")
        threading.Timer(0.5, go_on.set).start()
        page.ctrl(Qt.Key.Key_Q)
        assert not page.window.isVisible()
        threads = [each._thread for each in lanes]  # other tests' windows may have theirs
        assert any(threads)
        assert not [each for each in threads if each is not None and each.is_alive()]
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


# --- zoom


def test_fit_page_shows_the_whole_page(page: Hand) -> None:
    view, box = pane(page).view, page.find("zoom")
    box.setFocus()
    page.key(Qt.Key.Key_Down)
    assert box.currentText() == "Fit page"
    settled(page)
    place = view.layout_now.page(0)
    assert 0 < place.height <= view.viewport().height()
    assert place.width <= view.viewport().width()


@pytest.mark.parametrize(
    ("typed", "zoom", "said"), [("135", 1.35, "135%"), (" 60 % ", 0.6, "60%"), ("9000%", 4, "400%")]
)
def test_a_zoom_is_typed(page: Hand, typed: str, zoom: float, said: str) -> None:
    box, view = page.find("zoom"), pane(page).view
    box.lineEdit().selectAll()
    box.setFocus()
    page.write(typed)
    page.key(Qt.Key.Key_Return)
    assert view.zoom == zoom
    assert box.currentText() == said
    settled(page)
    box.lineEdit().selectAll()
    page.write("nearer")
    page.key(Qt.Key.Key_Return)
    assert box.currentText() == said
    assert view.zoom == zoom


def test_the_wheel_zooms_about_the_mouse(page: Hand) -> None:
    view = pane(page).view
    at = QPointF(view.viewport().width() * 0.6, 200)

    def under() -> tuple[int, float, float]:
        return view.layout_now.point(at.x() + view.box().left, at.y() + view.box().top)

    pane(page).set_zoom(2.0)
    before = under()
    for turn in (120, 120, -120):
        wheel(view, at, turn, Qt.KeyboardModifier.ControlModifier)
        after = under()
        assert after[0] == before[0]
        assert after[1:] == pytest.approx(before[1:], abs=1)
    assert view.zoom == pytest.approx(2.4)
    assert page.find("zoom").currentText() == "240%"
    settled(page)


def test_large_pages_are_drawn_in_parts_that_are_sharp_and_few(page: Hand) -> None:
    view = pane(page).view
    pane(page).set_zoom(4.0)
    settled(page)
    assert view._shown is not None
    bar = view.verticalScrollBar()
    for at in range(0, bar.maximum(), 300):
        bar.setValue(at)
        settled(page)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    settled(page)
    assert view._shown.scale == view.scale()
    drawn = sum(image.sizeInBytes() for image in view._shown.images.values())
    whole = 4 * int(612 * view.scale()) * int(792 * view.scale())
    assert drawn <= max(whole, 4 * 16_000_000)


# --- it keeps its place


def test_the_block_at_hand_keeps_its_height_while_pages_change(page: Hand) -> None:
    view = pane(page).view
    pane(page).set_zoom(3.0)
    page.go(0)
    page.go(2)
    page.until(lambda: view._glide.state() == view._glide.State.Stopped)
    settled(page)
    block = page.release.blocks[2].id

    def height() -> int:
        return view._spots(block)[0].top() - view.verticalScrollBar().value()

    before = height()
    session = page.window.session
    assert session is not None
    first = session.release.blocks[1].id
    session.edit("Duplicate", lambda release: edits.duplicate(release, first))
    settled(page)
    assert height() == before


def test_it_follows_the_caret_until_the_reader_scrolls(page: Hand) -> None:
    view = pane(page).view
    pane(page).set_zoom(4.0)
    page.go(0)
    page.go(2)

    def in_view(place: int) -> bool:
        spot, box = view._spots(page.release.blocks[place].id)[0], view.box()
        return spot.top() >= box.top and spot.bottom() <= box.top + box.height

    page.until(lambda: in_view(2))
    settled(page)
    for _time in range(40):
        wheel(view, QPointF(50, 50), 120)
    assert view.verticalScrollBar().value() == 0
    page.write("Yes. ")
    settled(page)
    assert view.verticalScrollBar().value() == 0
    page.go(0)
    page.go(2)
    page.until(lambda: in_view(2))


def test_a_long_block_is_followed_to_its_caret(page: Hand) -> None:
    view = pane(page).view
    pane(page).set_zoom(4.0)
    page.go(1)
    page.paste("The library opens on Sundays and everybody is glad of it. " * 40)
    settled(page)
    page.go(1)
    for key, at_end in ((Qt.Key.Key_Home, False), (Qt.Key.Key_End, True), (Qt.Key.Key_Home, False)):
        page.ctrl(key)

        def near(at_end: bool = at_end) -> bool:
            spots, box = view._spots(page.release.blocks[1].id), view.box()
            at = spots[-1].bottom() - 20 if at_end else spots[0].top() + 20
            return box.top <= at <= box.top + box.height

        page.until(near)


# --- from the pages to the text


def test_a_click_puts_the_caret_at_the_words(page: Hand) -> None:
    view = pane(page).view
    pane(page).set_zoom(2.0)
    settled(page)
    page.go(0)
    page.until(lambda: view._glide.state() == view._glide.State.Stopped)
    block = page.release.blocks[2].id
    (spot,) = view._spots(block)
    margin = view.layout_now.unit * 72
    at = QPoint(int(spot.left() + margin + 80) - view.box().left, spot.center().y() - view.box().top)
    page.click(view.viewport(), at)
    page.until(lambda: page.place == 2 and 2 < page.focus.textCursor().position() < 16)  # type: ignore[attr-defined]


def test_the_hand_shows_what_a_click_leads_to(page: Hand) -> None:
    view = pane(page).view
    (spot,) = view._spots(page.release.blocks[0].id)
    QTest.mouseMove(view.viewport(), spot.center())
    page.breathe()
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), QPoint(4, view.viewport().height() - 6))
    page.breathe()
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


# --- notes, pages, plain text


def test_a_long_note_is_not_cut_off(page: Hand) -> None:
    page.window.resize(1280, 720)
    page.breathe()
    pane(page)._show_note("This cannot be set in the fonts there are. " * 8)
    page.breathe()
    note = page.find("previewNote")
    assert note.height() >= note.heightForWidth(note.width()) > 60
    pane(page)._show_note("")


def test_it_says_which_page_is_in_view(page: Hand) -> None:
    page.go(1)
    page.paste("The library opens on Sundays and everybody is glad of it. " * 120)
    settled(page)
    page.ctrl(Qt.Key.Key_Home)
    page.until(lambda: page.find("pageAtHand").text() == "1 / 2")
    page.ctrl(Qt.Key.Key_End)
    page.until(lambda: page.find("pageAtHand").text() == "2 / 2")
    assert page.find("pageAtHand").accessibleName() == "Page 2 of 2"


def test_the_plain_text_is_copied_and_follows_the_caret(page: Hand) -> None:
    tabs = page.find("previewTabs")
    page.click(tabs, tabs.tabRect(1).center())
    text = page.find("plainText")
    page.until(lambda: "Everybody is glad." in text.toPlainText())
    page.click(page.find("copyText"))
    assert QApplication.clipboard().text() == text.toPlainText()
    assert page.find("copyText").text() == "Copied"
    for place in (0, 2, 1):
        page.go(place)
        words = page.words[place]
        page.until(lambda words=words: [m.cursor.block().text() for m in text.extraSelections()] == [words])
    page.until(lambda: page.find("copyText").text() == "Copy all")
