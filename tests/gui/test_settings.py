"""Settings that take effect at once, keys that can be changed, and the palette that finds everything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox, QWidget

from presskit import i18n
from presskit.gui.commands import COMMANDS, keyed, keys_in_use
from presskit.gui.dialogs.setting import choices
from presskit.gui.dialogs.settings import SettingsDialog
from presskit.gui.palette import PalettePopup
from presskit.gui.paletteentries import entries
from presskit.settings import SLOWEST, Settings, SettingsFile
from presskit.settings.asked import ASKED, PAGES, default_of
from tests.gui.conftest import Hand

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever a test chooses, the next one begins in English."""
    before = i18n.spoken()
    yield
    i18n.speak(before)


def in_settings(hand: Hand, act: Callable[[SettingsDialog], None]) -> None:
    """Ctrl+, and what is done there; it is closed if that did not."""

    def do(dialog: SettingsDialog) -> None:
        act(dialog)
        if dialog.isVisible():
            dialog.reject()

    hand.in_dialog(do)
    hand.key(Qt.Key.Key_Comma, CTRL)


def chosen(dialog: SettingsDialog, name: str, value: str) -> None:
    """Chooses in a list of a setting with the keys."""
    box = dialog.rows[name].control
    assert isinstance(box, QComboBox)
    dialog.pages.setCurrentRow(PAGES.index(next(each.page for each in ASKED if each.name == name)))
    box.setFocus()
    steps = box.findData(value) - box.currentIndex()
    for _step in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentData() == value


def popup() -> PalettePopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, PalettePopup)
    return found


def offered(shown: PalettePopup) -> list[str]:
    return [
        str(shown.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(shown.list.count())
    ]


# What is declared


def test_every_setting_that_is_asked_is_one_and_has_an_answer_that_fits() -> None:
    for asked in ASKED:
        value = default_of(asked.name)
        assert asked.page in PAGES
        assert hasattr(Settings(), asked.name)
        if asked.form == "choice":
            assert value in [each for each, _words in choices(asked)]
        if asked.form == "switch":
            assert isinstance(value, bool)
        if asked.form == "number":
            assert asked.least <= value <= asked.most


def test_a_file_that_does_not_fit_loses_only_what_does_not(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "zoom": "big", "recent": ["/a", "/b"], "recovery_seconds": 900}')
    found = SettingsFile(path).load()
    assert (found.theme, found.zoom, found.recent) == ("dark", 0.0, ("/a", "/b"))
    assert found.recovery_seconds == SLOWEST
    assert "big" in (tmp_path / "settings.json.bad").read_text()
    path.write_bytes(b"\xff{")
    assert SettingsFile(path).load() == Settings()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "es-MX"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE", "LANGUAGE": "de:es:en"}, "es"),
        ({"LANG": "C", "LANGUAGE": "es"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "es_ES"}, "en-GB"),
    ],
)
def test_the_screen_speaks_as_the_computer_does(environment: dict[str, str], language: str) -> None:
    assert i18n.wanted(environment) == language


# The dialog


@pytest.mark.parametrize(("language", "undo"), [("es", "Deshacer"), ("en", "Undo")])
def test_the_language_of_the_window_changes_at_once(
    page: Hand, store: SettingsFile, language: str, undo: str
) -> None:
    """The dialog opens again in it; the kit is as it was."""
    titles: list[str] = []
    if language == "en":
        page.window.keep(replace(page.window.settings, screen_language="es"))
        i18n.speak("es")
        page.window.refurnish()

    def again(dialog: SettingsDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    def act(dialog: SettingsDialog) -> None:
        page.in_dialog(again)
        chosen(dialog, "screen_language", language)

    page.in_dialog(act)
    page.key(Qt.Key.Key_Comma, CTRL)
    page.until(lambda: bool(titles))
    assert titles == [i18n._("Settings")]
    assert store.load().screen_language == language
    assert page.bar(undo)
    assert page.release.title() == "Title"


def test_colours_switches_and_numbers_take_effect(page: Hand, store: SettingsFile) -> None:
    def act(dialog: SettingsDialog) -> None:
        chosen(dialog, "theme", "dark")
        dialog.pages.setCurrentRow(1)
        box = dialog.rows["smart_marks"].control
        assert isinstance(box, QCheckBox)
        QTest.keyClick(box, Qt.Key.Key_Space)
        dialog.pages.setCurrentRow(3)
        number = dialog.rows["recovery_seconds"].control
        assert isinstance(number, QSpinBox)
        number.setFocus()
        QTest.keyClick(number, Qt.Key.Key_Up)
        assert dialog.rows["recovery_seconds"].back.isVisible()

    in_settings(page, act)
    kept = store.load()
    assert (kept.theme, kept.smart_marks, kept.recovery_seconds) == ("dark", False, 3)
    assert page.window.theme.name == "dark"
    assert not page.editor.smart_marks

    def back(answer: str) -> None:
        """Presses the button, and an answer to what it asks."""

        def press() -> None:
            box = QApplication.activeModalWidget()
            assert box is not None
            button = box.findChild(QPushButton, f"answer-{answer}")
            assert isinstance(button, QPushButton)
            button.click()

        def ask(dialog: SettingsDialog) -> None:
            QTimer.singleShot(200, page.window, press)
            page.click(dialog.findChild(QWidget, "allDefaults"))

        in_settings(page, ask)

    back("cancel")
    assert store.load() == kept
    back("reset")
    kept = store.load()
    assert (kept.smart_marks, kept.recovery_seconds) == (True, 2)


def test_a_setting_is_found_by_its_words(page: Hand) -> None:
    def act(dialog: SettingsDialog) -> None:
        QTest.keyClicks(dialog.search, "paper")
        assert dialog.shown() == PAGES[2]
        assert dialog.rows["new_page"].isVisible()
        assert not dialog.rows["new_profile"].isVisible()
        QTest.keyClicks(dialog.search, "zzz")
        assert not dialog.rows["new_page"].isVisible()

    in_settings(page, act)


def test_new_releases_begin_as_the_settings_say(hand: Hand) -> None:
    def act(dialog: SettingsDialog) -> None:
        chosen(dialog, "new_language", "fr")
        chosen(dialog, "new_page", "a4")
        chosen(dialog, "new_profile", "wire")

    in_settings(hand, act)
    hand.ctrl(Qt.Key.Key_N)
    assert (hand.release.language, hand.release.brand.page, hand.release.profile) == ("fr", "a4", "wire")


# The keys


def test_no_two_commands_have_the_same_keys() -> None:
    keys = [each.keys for each in keyed() if each.keys]
    assert len(keys) == len(set(keys))
    assert keys_in_use({"save": "Ctrl+J"})["save"] == "Ctrl+J"
    assert keys_in_use({"save": "Ctrl+E"})["export"] == ""


def test_keys_are_pressed_taken_over_and_given_back(page: Hand, store: SettingsFile) -> None:
    def act(dialog: SettingsDialog) -> None:
        keys = dialog.keys
        dialog.pages.setCurrentRow(len(PAGES))
        keys.choose("find_words")
        keys.press.setFocus()
        QTest.keyClick(keys.press, Qt.Key.Key_J, CTRL)
        page.until(keys.give.isEnabled)
        QTest.mouseClick(keys.give, Qt.MouseButton.LeftButton)
        keys.choose("link")
        QTest.keyClick(keys.press, Qt.Key.Key_E, CTRL)
        page.until(lambda: "Export" in keys.note.text())
        QTest.mouseClick(keys.give, Qt.MouseButton.LeftButton)
        keys.choose("save")
        QTest.keyClick(keys.press, Qt.Key.Key_A)
        page.until(lambda: "for writing" in keys.note.text())
        assert not keys.give.isEnabled()

    in_settings(page, act)
    assert store.load().keys == {"find_words": "Ctrl+J", "link": "Ctrl+E", "export": ""}
    page.ctrl(Qt.Key.Key_J)
    assert page.window.workspace is not None
    assert page.window.workspace.find_bar.isVisible()
    assert "Ctrl+J" in page.window.actions_.commands["find_words"].toolTip()
    in_settings(page, lambda dialog: dialog.keys.to_defaults())
    assert store.load().keys == {}
    assert page.window.actions_.commands["export"].shortcut().toString() == "Ctrl+E"


def test_f1_shows_the_keys(page: Hand) -> None:
    shown: list[str] = []

    def act(dialog: SettingsDialog) -> None:
        shown.append(dialog.shown())
        dialog.reject()

    page.in_dialog(act)
    page.key(Qt.Key.Key_F1)
    assert shown == ["keys"]


# The palette


def test_a_few_letters_and_enter_do_it(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_P, SHIFT)
    shown = popup()
    assert shown.list.count() > 20
    QTest.keyClicks(shown.field, "add quo")
    assert offered(shown)[0].startswith("Add: Quote, Insert")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    page.breathe()
    assert "quote" in page.kinds
    page.ctrl(Qt.Key.Key_P, SHIFT)
    assert offered(popup())[0].startswith("Add: Quote")  # used of late
    QTest.keyClick(popup().field, Qt.Key.Key_Escape)
    page.breathe()
    assert QApplication.activePopupWidget() is None


def test_it_finds_blocks_settings_and_slips(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_P, SHIFT)
    shown = popup()
    for words, first in (
        ("lede", "Lede, Paragraph"),
        ("switch off spell", "Switch off: Check spelling while writing, Settings"),
        ("dark", "Dark"),
        ("exprot", "Export"),
        ("sa", "Save"),
    ):
        shown.field.setText(words)
        assert any(each.startswith(first) for each in offered(shown)[:3]), (words, offered(shown)[:3])
    shown.field.setText("zzzzqqq")
    assert offered(shown) == []
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible()
    shown.field.setText("title")
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    QTest.keyClick(shown.field, Qt.Key.Key_Up)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    page.breathe()
    assert page.place == page.kinds.index("headline")


def test_what_cannot_be_done_is_not_offered(hand: Hand) -> None:
    found = {each.id for each in entries(hand.window)}
    assert "open" in found
    assert "save" not in found
    assert not any(each.startswith("add-") for each in found)
    assert len(found) == len(entries(hand.window))


def test_every_command_can_be_found_once(page: Hand) -> None:
    able = {each.id for each in COMMANDS if page.window.actions_.commands[each.id].isEnabled()}
    found = [each.id for each in entries(page.window)]
    assert able - {"find_command"} <= set(found)
    assert len(found) == len(set(found))
