"""The field of a photo: what is dropped on it and pasted into it, and the words that come along."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from presskit.blocks.photo import Photo
from presskit.gui.editor.picture import PictureField
from presskit.model.kit import MAX_PICTURE_BYTES
from presskit.pictures import notes
from presskit.pictures.notes import Notes
from presskit.pictures.parts import join, split
from presskit.text.runs import plain
from tests.gui.conftest import Hand
from tests.pictures import made

SAID = Notes("Ana Núñez, left", "Ida Marsh", "Two people shake hands")
AT = QPoint(40, 30)


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A release with a headline and an empty photo."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.click(hand.bar("Photo"))
    return hand


def place(page: Hand) -> int:
    return page.kinds.index("photo")


def photo(page: Hand) -> Photo:
    block = page.release.blocks[place(page)]
    assert isinstance(block, Photo)
    return block


def field(page: Hand) -> PictureField:
    found = page.card(place(page)).form.field_at("name")
    assert isinstance(found, PictureField)
    return found


def stored(page: Hand) -> bytes:
    assert page.window.session is not None
    data = page.window.session.kit.picture(photo(page).name)
    assert data is not None
    return data


def said(page: Hand) -> tuple[str, str, str]:
    return plain(photo(page).caption), photo(page).credit, photo(page).alt


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def saved(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def with_words(about: Notes = SAID) -> bytes:
    return join(split(made.jpeg(made.quarter(900, 450))), notes.written(about, "JPEG"))


def come_to_field(page: Hand) -> PictureField:
    """By keys: from the caption back to the picture."""
    page.go(place(page), "caption")
    page.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.focus is field(page)
    return field(page)


def test_the_frame_can_be_seen(page: Hand) -> None:
    """Its edge differs from the field and from the card."""
    page.go(place(page), "caption")
    frame = field(page)
    shown = frame.grab().toImage()
    edge = {shown.pixelColor(x, 0).name() for x in range(40, 80)}
    field_ground = shown.pixelColor(8, frame.height() // 2).name()
    card_ground = page.card(0).grab().toImage().pixelColor(20, 8).name()
    assert edge - {field_ground, card_ground}


def test_the_words_in_a_file_fill_what_is_empty_in_one_step(page: Hand, tmp_path: Path) -> None:
    path = saved(tmp_path, "pact.jpg", with_words())
    assert page.drop(field(page), files(path), AT)
    assert said(page) == SAID[:3]
    assert stored(page) == path.read_bytes()
    page.ctrl(Qt.Key.Key_Z)
    assert said(page) == ("", "", "")
    assert photo(page).name == ""
    page.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert said(page) == SAID[:3]


def test_words_that_are_there_stay(page: Hand, tmp_path: Path) -> None:
    page.go(place(page), "credit")
    page.write("Our own")
    assert page.drop(field(page), files(saved(tmp_path, "pact.jpg", with_words())), AT)
    assert said(page) == (SAID.caption, "Our own", SAID.alt)


def test_pictures_dropped_between_cards_come_with_their_words_in_one_step(page: Hand, tmp_path: Path) -> None:
    one = saved(tmp_path, "one.jpg", with_words())
    two = saved(tmp_path, "TWO.PNG", made.screenshot())
    was = page.release
    page.drop(page.editor.viewport(), files(one, two), QPoint(200, page.card(1).y() - 2))
    assert page.kinds == ["headline", "photo", "photo", "photo", "paragraph"]
    first, second = page.release.blocks[1:3]
    assert isinstance(first, Photo)
    assert isinstance(second, Photo)
    assert (plain(first.caption), first.credit) == SAID[:2]
    assert (plain(second.caption), second.name[-4:]) == ("", ".png")
    page.ctrl(Qt.Key.Key_Z)
    assert page.release.blocks == was.blocks


def test_a_picture_from_a_browser_is_dropped_as_its_file(page: Hand) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/pact.jpg")])
    mime.setData("image/jpeg", with_words())
    assert page.drop(field(page), mime, AT)
    assert stored(page) == with_words()
    assert said(page) == SAID[:3]


@pytest.mark.parametrize("target", ["field", "between"])
def test_a_picture_from_another_program_is_dropped_as_pixels(page: Hand, target: str) -> None:
    mime = QMimeData()
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    mime.setImageData(image)
    if target == "field":
        assert page.drop(field(page), mime, AT)
    else:
        assert page.drop(page.editor.viewport(), mime, QPoint(200, page.card(1).y() - 2))
    assert stored(page).startswith(b"\x89PNG")


@pytest.mark.parametrize("what", ["pixels", "file"])
def test_a_picture_is_pasted_by_keys_alone(page: Hand, tmp_path: Path, what: str) -> None:
    come_to_field(page)
    mime = files(saved(tmp_path, "pact.jpg", with_words()))
    if what == "pixels":
        mime = QMimeData()
        image = QImage(60, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        mime.setImageData(image)
    QApplication.clipboard().setMimeData(mime)
    page.ctrl(Qt.Key.Key_V)
    assert stored(page).startswith(b"\x89PNG" if what == "pixels" else b"\xff\xd8")
    page.ctrl(Qt.Key.Key_Z)
    assert photo(page).name == ""


def test_words_on_the_clipboard_are_no_picture(page: Hand) -> None:
    come_to_field(page)
    was = page.release
    page.paste("only words")
    assert page.release == was


def test_other_forms_are_taken_as_jpeg_or_png(page: Hand, tmp_path: Path) -> None:
    for name, form, first in (
        ("a.webp", "WEBP", b"\xff\xd8"),
        ("b.TIF", "TIFF", b"\xff\xd8"),
        ("c.gif", "GIF", b"\x89PNG"),
    ):
        made.quarter().save(tmp_path / name, form)
        assert page.drop(field(page), files(tmp_path / name), AT)
        assert stored(page).startswith(first)


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("IMG_1.HEIC", HEIC, "IMG_1.HEIC was not added: it is an HEIC photo"),
        ("plan.pdf", b"%PDF-1.7", "plan.pdf was not added: it is a drawing"),
        ("cut.jpg", made.jpeg(made.quarter(300, 300))[:700], "cut.jpg was not added: it is damaged"),
        ("large.png", None, "large.png was not added: it is larger than 64 MB"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    page: Hand, tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    path = saved(tmp_path, name, data or b"")
    if data is None:
        with path.open("wb") as hole:
            hole.truncate(MAX_PICTURE_BYTES + 1)
    was = page.release
    heard: list[str] = []
    page.answer("close", heard)
    page.drop(field(page), files(path), AT)
    page.until(lambda: bool(heard))
    assert heard[0].startswith(told)
    assert page.release == was


def test_of_several_files_the_good_ones_are_added_and_the_others_named(page: Hand, tmp_path: Path) -> None:
    good, bad = saved(tmp_path, "good.jpg", with_words()), saved(tmp_path, "bad.jpg", b"junk")
    heard: list[str] = []
    page.answer("close", heard)
    page.drop(page.editor.viewport(), files(bad, good), QPoint(200, page.card(1).y() - 2))
    page.until(lambda: bool(heard))
    assert "bad.jpg" in heard[0]
    assert "good.jpg" not in heard[0]
    assert page.kinds == ["headline", "photo", "photo", "paragraph"]


def test_an_address_is_never_fetched_and_that_is_said(page: Hand) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/pact.jpg")])
    was = page.release
    heard: list[str] = []
    page.answer("close", heard)
    page.drop(field(page), mime, AT)
    page.until(lambda: bool(heard))
    assert "nothing is fetched" in heard[0]
    assert page.release == was


@pytest.mark.parametrize(
    ("size", "told", "tone"),
    [
        ((975, 500), "975 × 500 pixels", ""),
        ((974, 500), "974 × 500 pixels: soft in print. Ask for one that is 975 or more wide.", "warn"),
        (
            (400, 750),
            "400 × 750 pixels",
            "",
        ),  # as high as a photo gets: 356 points
    ],
)
def test_it_says_how_large_it_is_and_whether_that_is_little(
    page: Hand, tmp_path: Path, size: tuple[int, int], told: str, tone: str
) -> None:
    path = saved(tmp_path, "a.jpg", made.jpeg(made.quarter(*size)))
    assert page.drop(field(page), files(path), AT)
    assert field(page).note.isVisible()
    assert field(page).note.text() == field(page).accessibleDescription() == told
    assert (field(page).note.property("tone") or "") == tone
    page.ctrl(Qt.Key.Key_Z)
    assert not field(page).note.isVisible()
    assert field(page).accessibleDescription() == ""


@pytest.mark.parametrize("turned", [1, 6])
def test_it_is_shown_upright_and_whole(page: Hand, tmp_path: Path, turned: int) -> None:
    path = saved(tmp_path, "a.jpg", made.camera(turned, size=(1600, 800)))
    assert page.drop(field(page), files(path), AT)
    shown: Any = field(page).shown
    picture = shown.pixmap().toImage()
    assert picture.size().toTuple() == ((440, 220) if turned == 1 else (110, 220))
    assert shown.height() >= 220
    at = (30, 30) if turned == 1 else (80, 30)
    assert picture.pixelColor(*at).red() > 150
    assert field(page).note.text().startswith("1600 × 800" if turned == 1 else "800 × 1600")


def test_it_is_marked_while_something_is_held_over_it(page: Hand, tmp_path: Path) -> None:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent

    mime = files(saved(tmp_path, "a.jpg", with_words()))
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(AT, copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field(page), enter)
    assert enter.isAccepted()
    assert field(page).property("over") is True
    QApplication.sendEvent(field(page), QDragLeaveEvent())
    assert field(page).property("over") is False
