"""The start page: templates, the last kits with their first pages, and the ways in."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from presskit.gui.editor.textfield import RichField
from presskit.gui.startpage import OwnTile, RecentKit, StartPage
from presskit.gui.thumbnails import SIZE, picture_of
from presskit.settings import SettingsFile
from presskit.storage import files
from presskit.templates import TEMPLATES, template
from tests.gui.conftest import Hand
from tests.kits import full_kit


@pytest.fixture
def kits(tmp_path: Path) -> list[Path]:
    """Two kits, something that is none, and one that is gone."""
    paths = [tmp_path / f"{name}.presskit" for name in ("vote", "march", "broken", "gone")]
    for path in paths[:2]:
        files.write(path, full_kit())
    paths[2].write_bytes(b"PK\x03\x04 no kit at all")
    return paths


@pytest.fixture
def start(hand: Hand, kits: list[Path]) -> StartPage:
    """The start page with those as the last."""
    hand.window.keep(replace(hand.window.settings, recent=tuple(str(path) for path in kits)))
    hand.window.show_start()
    hand.breathe()
    found = hand.find("startPage")
    assert isinstance(found, StartPage)
    return found


def picture(kit: RecentKit) -> QLabel:
    found = kit.findChild(QLabel, "thumbnail")
    assert isinstance(found, QLabel)
    return found


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_begins_a_kit_with_its_prompts(hand: Hand, name: str) -> None:
    hand.click(hand.find(f"new-{name}"))
    openings = template(name).openings
    assert hand.kinds == [each.kind for each in openings]
    assert hand.window.session is not None
    assert not hand.window.session.is_modified
    shown = {
        field.placeholderText()
        for block in hand.release.blocks
        if (card := hand.editor.card(block.id)) is not None
        for field in card.findChildren(RichField)
    }
    assert any(each.en and each.en in shown for each in openings) or name == "blank"


def test_a_prompt_goes_as_one_writes_and_comes_back(hand: Hand) -> None:
    hand.click(hand.find("new-statement"))
    prompt = template("statement").openings[1].en
    field = hand.go(1)
    assert field.placeholderText() == prompt
    hand.write("We won")
    assert hand.release.title() == "We won"
    assert hand.release.blocks[1].prompt == prompt
    hand.ctrl(Qt.Key.Key_A)
    hand.key(Qt.Key.Key_Delete)
    assert hand.release.title() == ""
    assert hand.go(1).placeholderText() == prompt


def test_the_keys_alone_begin_a_kit(hand: Hand) -> None:
    assert hand.focus.objectName() == "new-release"
    hand.key(Qt.Key.Key_Tab)
    assert hand.focus.objectName() == "new-coalition"
    hand.key(Qt.Key.Key_Return)
    assert hand.kinds.count("quote") == 3


def test_the_last_kits_have_their_first_pages(
    hand: Hand, start: StartPage, kits: list[Path], store: SettingsFile
) -> None:
    shown = start.recent
    assert list(shown) == [str(path) for path in kits]
    hand.until(lambda: all(not picture(shown[str(path)]).pixmap().isNull() for path in kits[:2]), 20_000)
    assert picture(shown[str(kits[2])]).pixmap().isNull()
    assert len(list(store.thumbnails_path.glob("*.png"))) == 2
    hand.click(shown[str(kits[1])])
    assert hand.window.windowTitle() == "march — PressKit"


def test_one_that_is_gone_is_told_and_leaves_the_list(
    hand: Hand, start: StartPage, kits: list[Path], store: SettingsFile
) -> None:
    gone = start.recent[str(kits[3])]
    assert gone.accessibleDescription() == "It is not there any more"
    heard: list[str] = []
    hand.answer("close", heard)
    hand.click(gone)
    assert "no file" in heard[0]
    gone.removed.emit(str(kits[3]))
    hand.breathe()
    assert str(kits[3]) not in store.load().recent
    assert len([each for each in hand.window.findChildren(RecentKit) if each.isVisible()]) == 3


def test_a_page_that_is_left_draws_no_more(hand: Hand, start: StartPage) -> None:
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    assert hand.release.title() == "Title"


def test_a_picture_is_drawn_once_and_kept(kits: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    first = picture_of(kits[0], folder)
    assert first.width() == SIZE.width() * 2
    assert SIZE.height() * 2 - 3 <= first.height() <= SIZE.height() * 2  # letter paper is not as tall as A4
    kept = next(folder.glob("*.png"))
    blue = QImage(first.size(), QImage.Format.Format_RGB32)
    blue.fill(Qt.GlobalColor.blue)
    blue.save(str(kept))
    assert picture_of(kits[0], folder).pixelColor(3, 3).name() == "#0000ff"
    files.write(kits[0], replace(full_kit(), notes="changed"))
    assert picture_of(kits[0], folder).pixelColor(3, 3).name() != "#0000ff"
    assert picture_of(kits[2], folder).isNull()
    assert picture_of(tmp_path, folder).isNull()
    assert picture_of(kits[3], folder).isNull()


def test_every_button_says_what_it_does(start: StartPage) -> None:
    buttons = start.findChildren(QPushButton)
    assert len(buttons) == len(TEMPLATES) + 4 + 4
    assert all(each.accessibleName() or each.text() for each in buttons)


def test_a_template_of_ones_own_is_kept_begun_from_and_forgotten(hand: Hand) -> None:
    hand.click(hand.find("new-statement"))
    hand.go(1)
    hand.write("We welcome the vote.")

    def name(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "templateName")
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, "Statement: on a vote")
        QTest.keyClick(field, Qt.Key.Key_Return)

    hand.in_dialog(name)
    hand.window.actions_.commands["save_template"].trigger()
    words = [each.summary() for each in hand.release.blocks]
    hand.answer("drop")
    hand.ctrl(Qt.Key.Key_W)
    own = hand.find("ownTemplate", OwnTile)
    assert own.accessibleName() == "New: Statement on a vote"
    hand.click(own)
    assert [each.summary() for each in hand.release.blocks] == words
    assert hand.window.session is not None
    assert hand.window.session.path is None
    hand.ctrl(Qt.Key.Key_W)
    hand.answer("no")
    hand.find("ownTemplate", OwnTile).forgotten.emit("Statement on a vote")
    assert hand.find("ownTemplate", OwnTile).isVisible()
    hand.answer("yes")
    hand.find("ownTemplate", OwnTile).forgotten.emit("Statement on a vote")
    hand.until(lambda: not hand.window.findChildren(OwnTile))
