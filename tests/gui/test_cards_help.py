"""What cards tell and offer: lengths, rows that move, what a photo lacks, boilerplate that is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from presskit.blocks.statistics import Statistics
from tests.gui.conftest import Hand

SHIFT_ALT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with its caret in the headline."""
    hand.click(hand.find("new-blank"))
    return hand


def figures(hand: Hand) -> list[str]:
    """The figures of the statistics block."""
    block = next(each for each in hand.release.blocks if isinstance(each, Statistics))
    return [each.figure for each in block.items]


@pytest.fixture
def rows(page: Hand) -> Hand:
    """A statistics block with three figures, the caret in the last sentence."""
    page.key(Qt.Key.Key_Return)
    page.paste("1\tof one\n2\tof two\n3\tof three\n")
    assert figures(page) == ["1", "2", "3"]
    return page


def test_the_headline_tells_its_length_in_words_and_a_bar(page: Hand) -> None:
    card = page.card(0)
    meter = page.find("meter")
    page.write("a" * 60)
    assert meter.accessibleDescription() == "60 of 100 characters"
    page.write("b" * 20)
    assert meter.accessibleDescription() == "80 of 100 characters; many inboxes show the first 70"
    page.write("c" * 25)
    told = "105 of 100 characters: too long by 5, wires and inboxes cut it"
    assert meter.accessibleDescription() == told
    assert page.focus.accessibleDescription() == told
    assert card.findChild(type(card._note), "cardNote").text() == f"· {told}"
    page.ctrl(Qt.Key.Key_Z)
    assert meter.accessibleDescription() == "0 of 100 characters"


def test_rows_move_by_keys_and_take_the_caret_along(rows: Hand) -> None:
    rows.key(Qt.Key.Key_Up, SHIFT_ALT)
    assert figures(rows) == ["1", "3", "2"]
    rows.key(Qt.Key.Key_Up, SHIFT_ALT)
    rows.key(Qt.Key.Key_Up, SHIFT_ALT)
    assert figures(rows) == ["3", "1", "2"]
    rows.key(Qt.Key.Key_End)
    rows.write("!")
    assert rows.release.blocks[rows.place].items[0].sentence[0].text == "of three!"  # type: ignore[attr-defined]
    rows.key(Qt.Key.Key_Down, SHIFT_ALT)
    assert figures(rows) == ["1", "3", "2"]
    rows.ctrl(Qt.Key.Key_Z)
    assert figures(rows) == ["3", "1", "2"]


def test_rows_move_by_dragging_in_one_step(rows: Hand) -> None:
    handles = rows.card(rows.place).findChildren(type(rows.find("rowHandle")), "rowHandle")
    first, last = handles[0], rows.card(rows.place).form.field_at("items/2/figure")
    assert last is not None
    to = first.mapFromGlobal(last.mapToGlobal(QPoint(0, last.height() // 2)))
    QTest.mousePress(first, Qt.MouseButton.LeftButton)
    QTest.mouseMove(first, QPoint(4, to.y() // 2))
    QTest.mouseMove(first, QPoint(4, to.y()))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(4, to.y()))
    rows.breathe()
    assert figures(rows) == ["2", "3", "1"]
    rows.ctrl(Qt.Key.Key_Z)
    assert figures(rows) == ["1", "2", "3"]


def test_a_figure_keeps_its_source_when_sources_move_and_go(page: Hand) -> None:
    page.key(Qt.Key.Key_Return)
    page.paste("1\tof one\tFirst Count, 2023\n2\tof two\tSecond Count, 2024\n")
    form = page.card(page.place).form
    source = form.field_at("items/1/source")
    assert source is not None
    assert source.isVisible()
    assert source.currentText() == "2. Second Count, 2024"  # type: ignore[attr-defined]
    page.click(page.find("sourcesFold"))
    page.go(page.place, "sources/1/who")
    page.key(Qt.Key.Key_Up, SHIFT_ALT)
    block = page.release.blocks[page.place]
    assert isinstance(block, Statistics)
    assert [each.who for each in block.sources] == ["Second Count", "First Count"]
    assert [each.source for each in block.items] == [2, 1]
    source.setFocus()
    page.key(Qt.Key.Key_Down)
    block = page.release.blocks[page.place]
    assert isinstance(block, Statistics)
    assert [each.source for each in block.items] == [2, 2]


def photo(hand: Hand, folder: Path) -> None:
    """Drops a photo at the top of the page."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(folder / "teal.png"), "PNG")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder / "teal.png"))])
    assert hand.drop(hand.editor.viewport(), mime, QPoint(200, 2))


def test_a_photo_asks_for_what_it_lacks(page: Hand, tmp_path: Path) -> None:
    photo(page, tmp_path)
    chip = page.card(page.place).chip
    assert chip.text() == "Missing: caption, credit, description"
    page.click(chip)
    page.write("A teal field")
    assert chip.text() == "Missing: credit, description"
    page.click(chip)
    assert page.focus.objectName() == "credit"
    page.write("Ida Marsh")
    page.click(chip)
    assert page.focus.objectName() == "alt"
    assert "cannot see" in page.focus.toolTip()
    page.write("Nothing but teal")
    assert not chip.isVisible()


def test_a_picture_is_replaced_and_taken_out_its_words_stay(page: Hand, tmp_path: Path) -> None:
    photo(page, tmp_path)
    page.go(page.place, "caption")
    page.write("A field")
    first = page.release.blocks[page.place].name  # type: ignore[attr-defined]
    other = QImage(30, 30, QImage.Format.Format_RGB32)
    other.fill(QColor("red"))
    assert other.save(str(tmp_path / "red.png"), "PNG")
    page.choose_file(tmp_path / "red.png")
    page.click(page.find("replacePicture"))
    page.until(lambda: page.release.blocks[page.place].name != first)  # type: ignore[attr-defined]
    assert page.release.blocks[page.place].caption[0].text == "A field"  # type: ignore[attr-defined]
    page.click(page.find("removePicture"))
    block = page.release.blocks[page.place]
    assert (block.name, block.caption[0].text) == ("", "A field")  # type: ignore[attr-defined]
    assert not page.card(page.place).chip.isVisible()
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[page.place].name  # type: ignore[attr-defined]


def test_a_picture_dropped_anywhere_on_the_card_takes_the_place(page: Hand, tmp_path: Path) -> None:
    photo(page, tmp_path)
    first = page.release.blocks[page.place].name  # type: ignore[attr-defined]
    other = QImage(30, 30, QImage.Format.Format_RGB32)
    other.fill(QColor("red"))
    assert other.save(str(tmp_path / "red.png"), "PNG")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "red.png"))])
    form = page.card(page.place).form
    credit = form.field_at("credit")
    assert credit is not None
    assert not credit.acceptDrops()
    assert page.drop(form, mime, credit.geometry().center())
    assert [block.kind for block in page.release.blocks].count("photo") == 1
    assert page.release.blocks[page.place].name != first  # type: ignore[attr-defined]


def test_boilerplate_is_taken_from_the_kit(page: Hand) -> None:
    page.click(page.bar("Boilerplate"))
    choose = page.card(page.place).form.choose  # type: ignore[attr-defined]
    assert not choose.isVisible()
    page.write("Hill House & Co")
    page.key(Qt.Key.Key_Tab)
    page.write("We lend books.")
    page.click(page.bar("Boilerplate"))
    page.in_menu(lambda: page.find("chooseBoilerplate"), "Hill House && Co: We lend books.")
    first, second = (each for each in page.release.blocks if each.kind == "boilerplate")
    assert (first.heading, first.text) == (second.heading, second.text)  # type: ignore[attr-defined]
    assert first.id != second.id
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[page.release.index(second.id)].is_empty()


def test_an_empty_paragraph_says_what_belongs_there(page: Hand) -> None:
    page.key(Qt.Key.Key_Return)
    assert "in one sentence" in page.focus.placeholderText()  # type: ignore[attr-defined]
    page.write("The towns signed.")
    page.key(Qt.Key.Key_Return)
    assert "/" in page.focus.placeholderText()  # type: ignore[attr-defined]


def test_one_row_alone_cannot_move(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    handles = page.card(page.place).findChildren(QAbstractButton, "rowHandle")
    assert [each.isVisible() for each in handles if each.parentWidget().isVisible()] == [False]
    page.click(page.find("addRow"))
    handles = page.card(page.place).findChildren(QAbstractButton, "rowHandle")
    assert [each.isVisible() for each in handles if each.parentWidget().isVisible()] == [True, True]
