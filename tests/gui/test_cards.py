"""Cards of each kind: rows, sources, placement, photos, and the pieces that the library offers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from presskit.blocks.photo import Photo
from presskit.text.runs import plain
from tests.gui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with a headline and a paragraph."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)
    hand.write("Lede")
    return hand


def row_button(hand: Hand, place: int, path: str, label: str) -> QWidget:
    """The button of that name in the row where a field is."""
    field = hand.card(place).form.field_at(path)
    assert field is not None
    line = field.parentWidget().parentWidget()
    assert line is not None
    return next(each for each in line.findChildren(QAbstractButton) if each.accessibleName() == label)


def figures(hand: Hand, place: int) -> list[tuple[str, str]]:
    """Figures and sentences of a statistics block."""
    return [(row.figure, plain(row.sentence)) for row in hand.release.blocks[place].items]  # type: ignore[attr-defined]


def picture(folder: Path, name: str = "photo.png") -> Path:
    """A small PNG file."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(folder / name), "PNG")
    return folder / name


def files(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


# --- rows


def test_rows_of_statistics(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    page.key(Qt.Key.Key_Tab)
    for figure, sentence in (("1", "of one"), ("2", "of two"), ("3", "of three")):
        if figure != "1":
            page.click(page.find("addRow"))
        page.write(figure)
        page.key(Qt.Key.Key_Tab)
        page.write(sentence)
    assert figures(page, 2) == [("1", "of one"), ("2", "of two"), ("3", "of three")]
    page.click(row_button(page, 2, "items/2/figure", "Move up"))
    assert [figure for figure, _words in figures(page, 2)] == ["1", "3", "2"]
    page.click(row_button(page, 2, "items/0/figure", "Move up"))
    assert [figure for figure, _words in figures(page, 2)] == ["1", "3", "2"]
    page.click(row_button(page, 2, "items/0/figure", "Remove"))
    assert figures(page, 2) == [("3", "of three"), ("2", "of two")]
    page.go(2, "items/1/sentence")
    page.key(Qt.Key.Key_End)
    page.write("!")
    assert figures(page, 2)[1] == ("2", "of two!")
    for _step in range(3):
        page.ctrl(Qt.Key.Key_Z)
    assert figures(page, 2) == [("1", "of one"), ("2", "of two"), ("3", "of three")]
    page.go(2, "items/2/sentence")
    page.key(Qt.Key.Key_End)
    page.write("?")
    assert figures(page, 2)[2] == ("3", "of three?")


def test_enter_in_a_figure_goes_on_and_backspace_leaves_it(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    page.write("In a year:")
    page.key(Qt.Key.Key_Return)
    assert page.focus.objectName() == "figure"
    page.key(Qt.Key.Key_Return)
    assert page.place == 2


def test_sources_are_named_on_the_card(page: Hand) -> None:
    page.click(page.bar("Statistics"))
    page.go(2, "items/0/figure")
    page.write("12%")
    card = page.card(2)
    assert card.chip.text() == "No source"
    page.click(card.chip)
    page.go(2, "sources/0/who")
    page.write("City Council")
    assert "City Council" in card.chip.text()
    page.click(page.find("sourcesFold"))
    field = card.form.field_at("sources/0/who")
    assert field is not None
    assert not field.isVisible()


def test_rows_of_contacts(page: Hand) -> None:
    page.in_menu(lambda: page.find("moreKinds"), "Contacts")
    page.write("Ida Marsh")
    page.click(page.find("addRow"))
    page.write("Press desk")
    names = [person.name for person in page.release.blocks[page.place].people]  # type: ignore[attr-defined]
    assert names == ["Ida Marsh", "Press desk"]
    page.click(row_button(page, page.place, "people/0/name", "Remove"))
    names = [person.name for person in page.release.blocks[page.place].people]  # type: ignore[attr-defined]
    assert names == ["Press desk"]


def test_the_keys_stay_with_the_rows_when_one_goes(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_5, ALT)
    page.click(page.find("addRow"))
    page.write("9")
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    page.click(page.find("addRow"))
    row_button(page, page.place, "items/1/figure", "Remove").setFocus()
    page.key(Qt.Key.Key_Space)
    assert len(figures(page, page.place)) == 1
    assert page.focus is page.find("addRow")


def test_a_quote_in_the_middle_asks_after_which_sentence(page: Hand) -> None:
    page.click(page.bar("Quote"))
    page.write("One. Two. Three.")
    after = page.card(2).form.field_at("after")
    placement = page.card(2).form.field_at("placement")
    assert after is not None
    assert placement is not None
    assert not after.isVisible()
    placement.setFocus()
    page.key(Qt.Key.Key_Up)
    assert after.isVisible()
    page.key(Qt.Key.Key_Tab)
    assert page.focus is after
    page.key(Qt.Key.Key_Up)
    assert page.release.blocks[2].after == 2  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert not after.isVisible()


# --- photos


def test_a_photo_dropped_between_cards(page: Hand, tmp_path: Path) -> None:
    path = picture(tmp_path)
    middle = page.card(1).y() - 2
    assert page.drop(page.editor.viewport(), files(path), QPoint(200, middle))
    assert page.kinds == ["headline", "photo", "paragraph"]
    photo = page.release.blocks[1]
    assert isinstance(photo, Photo)
    assert page.window.session is not None
    assert page.window.session.kit.picture(photo.name) == path.read_bytes()
    page.go(1, "caption")
    page.write("A teal field")
    page.key(Qt.Key.Key_Tab)
    page.write("Ida Marsh")
    page.key(Qt.Key.Key_Tab)
    page.write("Nothing but teal")
    photo = page.release.blocks[1]
    assert isinstance(photo, Photo)
    assert (plain(photo.caption), photo.credit, photo.alt) == (
        "A teal field",
        "Ida Marsh",
        "Nothing but teal",
    )
    while page.window.actions_.commands["undo"].isEnabled():
        page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z, SHIFT)
    assert page.kinds == ["headline", "paragraph"]


def test_a_photo_from_a_file_dialog_and_by_drop_on_the_field(page: Hand, tmp_path: Path) -> None:
    page.click(page.bar("Photo"))
    field = page.card(2).form.field_at("name")
    assert field is not None
    page.choose_file(picture(tmp_path))
    page.click(field)
    first = page.release.blocks[2].name  # type: ignore[attr-defined]
    assert first.endswith(".png")
    other = QImage(30, 30, QImage.Format.Format_RGB32)
    other.fill(QColor("red"))
    assert other.save(str(tmp_path / "other.png"))
    assert page.drop(field, files(tmp_path / "other.png"), QPoint(40, 20))
    assert page.release.blocks[2].name != first  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks[2].name == first  # type: ignore[attr-defined]


@pytest.mark.parametrize("how", ["drop", "dialog", "gone", "damaged"])
def test_what_is_no_picture_is_refused_with_a_reason(page: Hand, tmp_path: Path, how: str) -> None:
    path = tmp_path / "notes.png"
    if how != "gone":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" * 9 if how == "damaged" else b"not a picture")
    was = page.release
    heard: list[str] = []
    if how == "dialog":
        page.click(page.bar("Photo"))
        was = page.release
        field = page.card(2).form.field_at("name")
        assert field is not None
        page.choose_file(path)
        QTestLater(page, heard)
        page.click(field)
    else:
        page.answer("close", heard)
        page.drop(page.editor.viewport(), files(path), QPoint(200, 20))
    page.until(lambda: bool(heard))
    assert "notes.png was not added" in heard[0]
    assert "Errno" not in heard[0]
    assert page.release == was


def QTestLater(hand: Hand, heard: list[str]) -> None:  # noqa: N802
    """Answers the message that follows a file dialog."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(450, lambda: hand.answer("close", heard))


# --- the library


@pytest.fixture
def stocked(page: Hand) -> Hand:
    """A release with a boilerplate and a speaker in it."""
    page.click(page.bar("Quote"))
    page.write("So be it.")
    page.go(2, "speaker/name")
    page.write("Ida Marsh")
    page.ctrl(Qt.Key.Key_9, ALT)
    page.key(Qt.Key.Key_Tab)
    page.write("We lend books.")
    page.go(1)
    return page


def item_at(hand: Hand, name: str) -> tuple[QWidget, QRect]:
    """Where a piece of the library is."""
    pieces = hand.find("pieces")
    row = next(number for number, row in enumerate(pieces.rows) if row.name == name)
    return pieces.viewport(), pieces.visualRect(pieces.model().index(row))


def test_a_double_click_inserts_a_copy(stocked: Hand) -> None:
    viewport, rect = item_at(stocked, "Ida Marsh")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=rect.center())
    stocked.breathe()
    assert stocked.kinds == ["headline", "paragraph", "quote", "quote", "boilerplate"]
    assert stocked.release.blocks[2].speaker.name == "Ida Marsh"  # type: ignore[attr-defined]
    assert stocked.release.blocks[2].id != stocked.release.blocks[3].id


def test_search_and_enter_insert(stocked: Hand) -> None:
    stocked.ctrl(Qt.Key.Key_L)
    assert stocked.focus.objectName() == "search"
    stocked.write("books")
    pieces = stocked.find("pieces")
    stocked.until(lambda: [row.name for row in pieces.rows] == ["This kit", "Boilerplate"])
    stocked.key(Qt.Key.Key_Down)
    stocked.key(Qt.Key.Key_Return)
    assert stocked.kinds == ["headline", "paragraph", "boilerplate", "quote", "boilerplate"]


def test_a_piece_dropped_on_the_release(stocked: Hand) -> None:
    pieces = stocked.find("pieces")
    row = next(number for number, row in enumerate(pieces.rows) if row.name == "Boilerplate")
    mime = pieces.model().mimeData([pieces.model().index(row)])
    assert stocked.drop(stocked.editor.viewport(), mime, QPoint(200, stocked.card(1).y() + 2))
    assert stocked.kinds == ["headline", "boilerplate", "paragraph", "quote", "boilerplate"]
    first, second = (block for block in stocked.release.blocks if block.kind == "boilerplate")
    assert first.text == second.text  # type: ignore[attr-defined]
