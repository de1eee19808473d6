"""House styles, with real keys and clicks: what each means, one for this kit, one of the user's own."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from presskit.gui.brand.housestyle import HouseStyleDialog
from presskit.model.profile import profile
from presskit.ourstyles import take_in
from presskit.session import Session
from tests.gui.conftest import Hand
from tests.kits import full_kit

RIVER = 'name = "River Union"\nbase = "coalition"\n[words.en]\nend = "-30-"\n'


@pytest.fixture
def kit(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """A full kit, and a data folder of its own."""
    monkeypatch.setenv("PRESSKIT_HOME", str(tmp_path / "home"))
    hand.window.show_session(Session(full_kit()))
    hand.breathe()
    return hand


def open_styles(kit: Hand) -> None:
    """As the menu of commands does."""
    kit.window.actions_.commands["house_style"].trigger()
    kit.breathe()


def press(dialog: HouseStyleDialog, name: str) -> None:
    """Clicks a button of the dialog."""
    button = dialog.findChild(QWidget, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: HouseStyleDialog, name: str) -> None:
    """Goes to a house style with the keys."""
    QTest.keyClick(dialog.names, Qt.Key.Key_Home)
    for _step in range(dialog.names.count()):
        if dialog.names.currentItem().data(Qt.ItemDataRole.UserRole) == name:
            return
        QTest.keyClick(dialog.names, Qt.Key.Key_Down)
    raise AssertionError(name)


def said(dialog: HouseStyleDialog) -> list[str]:
    """All that can be read."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def test_a_style_is_chosen_in_one_step_and_says_what_it_means(kit: Hand) -> None:
    def fill(dialog: HouseStyleDialog) -> None:
        assert dialog.focusWidget() is dialog.names
        assert "With this style" not in said(dialog)
        choose(dialog, "public-body")
        told = said(dialog)
        assert profile("public-body").description in told
        assert {"Now", "With this style", "• Headlines have up to 65 characters."} <= set(told)
        assert sum(words.startswith("NEW HAVEN, Conn.") for words in told) == 2
        assert any(words.endswith("of 65 characters") for words in told)
        press(dialog, "accept")

    kit.in_dialog(fill)
    open_styles(kit)
    assert kit.release.profile == "public-body"
    kit.ctrl(Qt.Key.Key_Z)
    assert kit.release.profile == "ap"


def test_leaving_and_choosing_the_same_are_no_step(kit: Hand) -> None:
    assert kit.window.session is not None
    before = kit.window.session.kit

    def leave(dialog: HouseStyleDialog) -> None:
        choose(dialog, "wire")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    for act in (leave, lambda dialog: press(dialog, "accept")):
        kit.in_dialog(act)
        open_styles(kit)
        assert kit.window.session.kit is before


def test_one_of_the_users_own_is_brought_in_used_and_forgotten(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "river.toml").write_text(RIVER)

    def bring(dialog: HouseStyleDialog) -> None:
        kit.choose_file(tmp_path / "river.toml")
        press(dialog, "bringStyle")
        assert dialog.names.currentItem().text() == "River Union (your own)"
        assert {"-30-", "###"} <= set(said(dialog))
        press(dialog, "accept")

    kit.in_dialog(bring)
    open_styles(kit)
    assert kit.release.profile == "river"

    def forget(dialog: HouseStyleDialog) -> None:
        kit.answer("yes")
        press(dialog, "forgetStyle")
        assert dialog.missing.isVisible()
        assert "“river”" in dialog.missing.text()
        assert dialog.names.currentItem().text() == "AP"
        press(dialog, "accept")  # and the kit keeps the name

    kit.in_dialog(forget)
    open_styles(kit)
    assert kit.release.profile == "river"


def test_what_is_wrong_in_a_file_is_told_with_its_line(
    kit: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.toml").write_text('name = "x"\n\n[checks]\nmosst = 3\n')
    heard: list[str] = []

    def bring(dialog: HouseStyleDialog) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(tmp_path / "odd.toml"), ""))
        kit.answer("close", heard)
        press(dialog, "bringStyle")
        assert dialog.names.count() == 5
        press(dialog, "accept")

    kit.in_dialog(bring)
    open_styles(kit)
    assert "Line 4: “mosst” is no setting of a house style." in heard[0]


def test_all_languages_of_a_kit_or_only_this_one(kit: Hand) -> None:
    base = full_kit()
    both = (base.releases[0], replace(base.releases[0], language="ar", profile="wire"))
    kit.window.show_session(Session(replace(base, releases=both)))

    def only(dialog: HouseStyleDialog) -> None:
        assert not dialog.everywhere.isChecked()  # they differ, and that may be meant
        choose(dialog, "coalition")
        press(dialog, "accept")

    def each(dialog: HouseStyleDialog) -> None:
        QTest.keyClick(dialog.everywhere, Qt.Key.Key_Space)
        press(dialog, "accept")

    for act, styles in ((only, ["coalition", "wire"]), (each, ["coalition", "coalition"])):
        kit.in_dialog(act)
        open_styles(kit)
        assert kit.window.session is not None
        assert [release.profile for release in kit.window.session.kit.releases] == styles


def test_a_kit_whose_style_is_not_there_says_so_when_it_is_shown(kit: Hand) -> None:
    base = full_kit()
    lost = replace(base, releases=(replace(base.releases[0], profile="lost"),))
    kit.window.show_session(Session(lost))
    assert "“lost”" in kit.window.statusBar().currentMessage()
    assert kit.release.profile == "lost"


def test_the_list_beside_the_checks_leads_there(kit: Hand, tmp_path: Path) -> None:
    (tmp_path / "river.toml").write_text(RIVER)
    take_in(tmp_path / "river.toml")
    kit.click(kit.find("houseStyle"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[:6] == ["AP", "Coalition", "Own website", "Public body", "Newswire", "River Union"]
    assert words[-1] == "House style…"
    menu.close()
