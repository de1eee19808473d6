"""Page and brand, with real keys and clicks: a theme, the organizations, color, logo, paper; one step."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel, QLineEdit, QMenu, QWidget

from presskit.gui.brand.editor import BrandEditor
from presskit.gui.brand.themes import drawn
from presskit.gui.theme import Theme, apply_theme
from presskit.model.brand import Brand, families, look, themes
from presskit.ourbrands import BrandShelf
from presskit.session import Session
from tests.assembled import long_kit
from tests.gui.conftest import Hand
from tests.kits import full_kit, png
from tests.pictures.made import camera


def open_brand(hand: Hand) -> None:
    """Goes through the menu of the window with the keys."""

    def walk() -> None:
        for label in ("Edit", "Page and brand…"):
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            for _try in range(len(menu.actions()) + 1):
                if menu.activeAction() is not None and menu.activeAction().text() == label:
                    break
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(60, walk)
    hand.click(hand.find("mainMenu"))
    hand.breathe()


def press(dialog: BrandEditor, name: str) -> None:
    """Clicks a button of the dialog, scrolled to where it can be seen."""
    button = dialog.findChild(QWidget, name)
    assert button is not None
    if dialog.choices.isAncestorOf(button):
        dialog.area.ensureWidgetVisible(button)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def kit(hand: Hand) -> Hand:
    """A blank kit with a headline."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    return hand


def test_theme_organisations_and_paper_are_one_step(kit: Hand) -> None:
    before = kit.release.brand
    said: list[str] = []

    def fill(dialog: BrandEditor) -> None:
        assert dialog.focusWidget() is dialog.choices.theme  # one begins with the theme
        QTest.keyClick(dialog.choices.theme, Qt.Key.Key_Right)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        QTest.mouseClick(dialog.choices.issuers.viewport(), Qt.MouseButton.LeftButton)
        QTest.keyClicks(dialog.choices.issuers, "  River  Union ")
        QTest.keyClick(dialog.choices.issuers, Qt.Key.Key_Return)
        QTest.keyClick(dialog.choices.issuers, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.choices.issuers, "Valley Faith Table")
        QTest.keyClick(dialog.choices.issuers, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is not dialog.choices.issuers  # Tab goes on, it writes nothing
        dialog.choices.page.setFocus()
        QTest.keyClick(dialog.choices.page, Qt.Key.Key_End)
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    assert kit.release.brand == Brand(
        theme="letterhead", page="a4", issuers=("River Union", "Valley Faith Table")
    )
    assert look(Brand(theme="letterhead")).description in said
    kit.ctrl(Qt.Key.Key_Z)
    assert kit.release.brand == before
    assert kit.words[0] == "Title"


def test_themes_are_chosen_with_the_mouse(kit: Hand) -> None:
    def fill(dialog: BrandEditor) -> None:
        for name, shown in themes():
            (item,) = dialog.choices.theme.findItems(shown.name, Qt.MatchFlag.MatchExactly)
            box = dialog.choices.theme.visualItemRect(item)
            assert dialog.choices.theme.viewport().rect().contains(box), f"{name} is cut off"
            QTest.mouseClick(dialog.choices.theme.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
            assert dialog.choices.theme.theme() == name
            assert shown.description in item.data(Qt.ItemDataRole.AccessibleTextRole)
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    assert kit.release.brand.theme == "modern"


def test_a_dialog_that_changes_nothing_is_no_step(kit: Hand) -> None:
    kit.in_dialog(lambda dialog: press(dialog, "accept"))
    open_brand(kit)
    kit.ctrl(Qt.Key.Key_Z)
    assert kit.words[0] != "Title"  # what was undone is the typing before


def test_leaving_changes_nothing(kit: Hand) -> None:
    before = kit.release.brand

    def leave(dialog: BrandEditor) -> None:
        QTest.keyClick(dialog.choices.theme, Qt.Key.Key_End)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    kit.in_dialog(leave)
    open_brand(kit)
    assert kit.release.brand == before


def test_a_faint_colour_is_said_to_be_hard_to_read_and_can_be_taken_back(
    kit: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []

    def fill(dialog: BrandEditor) -> None:
        for colour in ("#ffee00", "#a01030"):
            monkeypatch.setattr(QColorDialog, "getColor", lambda *_given, c=colour: QColor(c))
            press(dialog, "accentChoose")
            notes.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    assert kit.release.brand.accent == "#a01030"
    assert ["hard to read" in note for note in notes] == [True, False]

    def clear(dialog: BrandEditor) -> None:
        press(dialog, "accentClear")
        press(dialog, "accept")

    kit.in_dialog(clear)
    open_brand(kit)
    assert kit.release.brand.accent == ""


def test_a_logo_comes_from_a_file_and_goes_again(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(7, side=20))

    def choose(dialog: BrandEditor) -> None:
        kit.choose_file(tmp_path / "logo.png")
        press(dialog, "logoChoose")
        kit.bot.waitUntil(lambda: bool(dialog.choices.brand().logo))
        assert "20 × 20 pixels" in dialog.choices.logo.accessibleDescription()
        press(dialog, "accept")

    kit.in_dialog(choose)
    open_brand(kit)
    assert kit.window.session is not None
    assert kit.window.session.kit.picture(kit.release.brand.logo) == png(7, side=20)

    def clear(dialog: BrandEditor) -> None:
        press(dialog, "logoClear")
        press(dialog, "accept")

    kit.in_dialog(clear)
    open_brand(kit)
    assert kit.release.brand.logo == ""
    kit.ctrl(Qt.Key.Key_Z)
    assert kit.release.brand.logo


def test_drawings_differ_by_theme_colour_paper_and_organisations(qtbot: Any) -> None:
    widget = QLineEdit()
    qtbot.addWidget(widget)
    plain = Brand(theme="letterhead")
    brands = [
        *(Brand(theme=name) for name, _look in themes()),
        Brand(theme="letterhead", accent="#ff0000"),
        Brand(theme="letterhead", page="a4"),
        Brand(theme="letterhead", logo="x"),
    ]
    images = [drawn(look(brand), widget).toImage() for brand in brands]
    images.append(drawn(look(plain), widget, issuers=2).toImage())
    for number, image in enumerate(images):
        assert not image.isNull()
        assert all(image != other for other in images[number + 1 :])
    assert drawn(look(plain), widget).toImage() == images[1]


def shown(kit: Hand, dialog: BrandEditor) -> QImage:
    """The page, once it shows what is chosen."""
    kit.bot.waitUntil(lambda: not dialog.live.is_behind)
    found = dialog.live.sheet.image()
    assert found is not None
    return found


def test_the_page_shows_each_choice_as_export_would_write_it(kit: Hand) -> None:
    seen: list[QImage] = []

    def fill(dialog: BrandEditor) -> None:
        seen.append(shown(kit, dialog))
        for box in (dialog.choices.headline, dialog.choices.sides, dialog.choices.heading_face):
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_End)
            seen.append(shown(kit, dialog))
        dialog.choices.heading_colour.typed.setFocus()
        QTest.keyClicks(dialog.choices.heading_colour.typed, "#27408B")
        seen.append(shown(kit, dialog))
        dialog.choices.address.setFocus()
        QTest.keyClicks(dialog.choices.address, "12 Mill Lane")
        seen.append(shown(kit, dialog))
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    for number, image in enumerate(seen):
        assert all(image != other for other in seen[:number]), number
    brand = kit.release.brand
    assert (brand.headline, brand.sides, brand.heading_face) == ("large", "wide", families()[-1])
    assert (brand.heading_colour, brand.address) == ("#27408b", "12 Mill Lane")
    kit.ctrl(Qt.Key.Key_Z)
    assert kit.release.brand == replace(Brand(), page=brand.page)
    assert kit.words[0] == "Title"


def test_one_goes_from_page_to_page(kit: Hand) -> None:
    kit.window.show_session(Session(long_kit(1500)))

    def walk(dialog: BrandEditor) -> None:
        first = shown(kit, dialog)
        assert not dialog.live.before.isEnabled()
        press(dialog, "pageAfter")
        assert shown(kit, dialog) != first
        assert dialog.live.at.text().startswith("Page 2 of ")
        dialog.live.sheet.setFocus()
        QTest.keyClick(dialog.live.sheet, Qt.Key.Key_PageUp)
        assert shown(kit, dialog) == first
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    kit.in_dialog(walk)
    open_brand(kit)


def test_contrast_is_told_with_its_figure(kit: Hand) -> None:
    said: list[str] = []

    def fill(dialog: BrandEditor) -> None:
        row = dialog.choices.accent
        row.typed.setFocus()
        for colour in ("#777777", "#767676", "nonsense"):
            row.typed.selectAll()
            QTest.keyClicks(row.typed, colour)
            said.append(row.told.text())
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    assert "4.4 to 1: hard to read" in said[0]  # 4.48, which is no 4.5
    assert "4.5 to 1: easy to read" in said[1]
    assert said[2] == said[1]
    assert kit.release.brand.accent == "#767676"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("logo.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG, PDF or EPS"),
        ("logo.png", png(7, side=20)[:45], "damaged"),
        ("logo.txt", b"River Union", "no picture"),
    ],
)
def test_what_is_no_logo_is_refused_in_words(
    kit: Hand, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)

    def drop(dialog: BrandEditor) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        assert kit.drop(dialog.choices.logo, mime, dialog.choices.logo.rect().center())
        kit.bot.waitUntil(dialog.refused.isVisible)
        assert why in dialog.refused.text()
        assert dialog.accept_button.isEnabled()
        press(dialog, "accept")

    kit.in_dialog(drop)
    open_brand(kit)
    assert kit.release.brand.logo == ""


def test_a_logo_is_dropped_or_pasted_and_cancel_leaves_no_trace(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "cmyk.jpg").write_bytes(camera(mode="CMYK"))
    assert kit.window.session is not None
    before = kit.window.session.kit

    def fill(dialog: BrandEditor) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "cmyk.jpg"))])
        assert kit.drop(dialog.choices.logo, mime, dialog.choices.logo.rect().center())
        kit.bot.waitUntil(lambda: bool(dialog.choices.brand().logo))
        first = dialog.choices.brand().logo
        image = QImage(30, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        QApplication.clipboard().setImage(image)
        dialog.choices.logo.setFocus()
        QTest.keyClick(dialog.choices.logo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        kit.bot.waitUntil(lambda: dialog.choices.brand().logo != first)
        assert "soft in print" in dialog.choices.logo.note.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    kit.in_dialog(fill)
    open_brand(kit)
    assert kit.window.session.kit is before


def test_a_brand_is_kept_and_offered_and_new_kits_begin_with_it(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(7, side=20))

    def name(dialog: Any) -> None:
        QTest.keyClicks(dialog.name, "River Union")
        QTest.mouseClick(dialog.for_new, Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    def keep(dialog: BrandEditor) -> None:
        kit.choose_file(tmp_path / "logo.png")
        press(dialog, "logoChoose")
        kit.bot.waitUntil(lambda: bool(dialog.choices.brand().logo))
        QTest.keyClick(dialog.choices.theme, Qt.Key.Key_End)
        kit.in_dialog(name)
        press(dialog, "saveBrand")
        assert dialog.ours.box.currentText() == "River Union (for new kits)"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    kit.in_dialog(keep)
    open_brand(kit)
    kit.window.show_session(Session(full_kit()))
    kit.window.files.new_from("release")
    assert kit.window.session is not None
    assert kit.release.brand.theme == "modern"
    assert kit.window.session.kit.picture(kit.release.brand.logo) == png(7, side=20)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_editor_fits_a_small_screen(hand: Hand, name: str) -> None:
    apply_theme(Theme(name))
    window: Any = hand.window
    dialog = BrandEditor(window, full_kit(), 0, Theme(name), window.lane, BrandShelf(Path("none")))
    dialog.resize(dialog.minimumSizeHint())
    dialog.show()
    hand.breathe()
    assert dialog.height() <= 640
    assert dialog.width() <= 1000
    assert dialog.choices.width() <= dialog.area.viewport().width()
    for box in (dialog.ours, dialog.area, dialog.live, dialog.buttons, dialog.ours.save):
        corner = box.mapTo(dialog, box.rect().bottomRight())
        assert dialog.rect().contains(corner)
    dialog.reject()


def test_a_brand_is_for_this_language_or_for_all(kit: Hand) -> None:
    base = full_kit()
    plain = replace(base.releases[0], brand=Brand(accent="#123456"))
    kit.window.show_session(Session(replace(base, releases=(plain, replace(plain, language="ar")))))
    session = kit.window.session
    assert session is not None

    def only(dialog: BrandEditor) -> None:
        QTest.keyClick(dialog.choices.theme, Qt.Key.Key_End)
        press(dialog, "accept")

    def each(dialog: BrandEditor) -> None:
        QTest.keyClick(dialog.everywhere, Qt.Key.Key_Space)
        press(dialog, "accept")

    for act, themes_then in ((only, ["modern", "classic"]), (each, ["modern", "modern"])):
        kit.in_dialog(act)
        open_brand(kit)
        assert [release.brand.theme for release in session.kit.releases] == themes_then
    kit.ctrl(Qt.Key.Key_Z)
    assert [release.brand.theme for release in session.kit.releases] == ["modern", "classic"]
