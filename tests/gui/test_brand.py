"""Page and brand, with real keys and clicks: a theme, the organisations, colour, logo, paper; one step."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel, QLineEdit, QMenu, QWidget

from presskit.gui.dialogs.brand import BrandDialog
from presskit.gui.dialogs.themes import drawn
from presskit.gui.theme import Theme, apply_theme
from presskit.model.brand import Brand, look, themes
from tests.gui.conftest import Hand
from tests.kits import png


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


def press(dialog: BrandDialog, name: str) -> None:
    """Clicks a button of the dialog that can be seen."""
    button = dialog.findChild(QWidget, name)
    assert button is not None
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

    def fill(dialog: BrandDialog) -> None:
        assert dialog.focusWidget() is dialog.theme  # one begins with the theme
        QTest.keyClick(dialog.theme, Qt.Key.Key_Right)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        QTest.mouseClick(dialog.issuers.viewport(), Qt.MouseButton.LeftButton)
        QTest.keyClicks(dialog.issuers, "  River  Union ")
        QTest.keyClick(dialog.issuers, Qt.Key.Key_Return)
        QTest.keyClick(dialog.issuers, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.issuers, "Valley Faith Table")
        QTest.keyClick(dialog.issuers, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is not dialog.issuers  # Tab goes on, it writes nothing
        dialog.page.setFocus()
        QTest.keyClick(dialog.page, Qt.Key.Key_End)
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
    def fill(dialog: BrandDialog) -> None:
        for name, shown in themes():
            (item,) = dialog.theme.findItems(shown.name, Qt.MatchFlag.MatchExactly)
            box = dialog.theme.visualItemRect(item)
            assert dialog.theme.viewport().rect().contains(box), f"{name} is cut off"
            QTest.mouseClick(dialog.theme.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
            assert dialog.theme.theme() == name
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

    def leave(dialog: BrandDialog) -> None:
        QTest.keyClick(dialog.theme, Qt.Key.Key_End)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    kit.in_dialog(leave)
    open_brand(kit)
    assert kit.release.brand == before


def test_a_faint_colour_is_said_to_be_hard_to_read_and_can_be_taken_back(
    kit: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[str] = []

    def fill(dialog: BrandDialog) -> None:
        for colour in ("#ffee00", "#a01030"):
            monkeypatch.setattr(QColorDialog, "getColor", lambda *_given, c=colour: QColor(c))
            press(dialog, "accentChoose")
            notes.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_brand(kit)
    assert kit.release.brand.accent == "#a01030"
    assert ["hard to read" in note for note in notes] == [True, False]

    def clear(dialog: BrandDialog) -> None:
        press(dialog, "accentClear")
        press(dialog, "accept")

    kit.in_dialog(clear)
    open_brand(kit)
    assert kit.release.brand.accent == ""


def test_a_logo_comes_from_a_file_and_goes_again(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(7, side=20))

    def choose(dialog: BrandDialog) -> None:
        kit.choose_file(tmp_path / "logo.png")
        press(dialog, "logoChoose")
        assert any(label.text() == "logo.png" for label in dialog.findChildren(QLabel))
        press(dialog, "accept")

    kit.in_dialog(choose)
    open_brand(kit)
    assert kit.window.session is not None
    assert kit.window.session.kit.picture(kit.release.brand.logo) == png(7, side=20)

    def clear(dialog: BrandDialog) -> None:
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


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_dialog_fits_a_small_screen(qtbot: Any, name: str) -> None:
    apply_theme(Theme(name))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = BrandDialog(parent, Brand(issuers=("One", "Two", "Three")))
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() <= 680
    assert dialog.theme.geometry().bottom() < dialog.page.geometry().top()
    for box in (dialog.theme, dialog.page, dialog.text_face, dialog.issuers, dialog.buttons):
        assert dialog.rect().contains(box.geometry())
    dialog.reject()
