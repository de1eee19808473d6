"""The window in Spanish and in a tongue that is made up: no words go round the catalogue or are cut off."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from presskit import i18n
from presskit.assets import resource
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.quote import Quote
from presskit.gui.commands import COMMANDS
from presskit.gui.editor.fields import DayField
from presskit.gui.editor.releasebar import MomentField
from presskit.gui.tongue import speak_qt
from presskit.library.items import Organisation, item_of
from presskit.library.people import Consent, Person
from presskit.model.release import ReleaseLine
from presskit.model.translation import with_language
from presskit.text.runs import rich
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.gui.conftest import Hand
from tests.gui.test_access import DIALOGS, everything
from tests.gui.test_fit import cut
from tests.gui.tongues import MADE_UP, Doorman, MadeUp, entries, leaks, tongue, untranslated  # noqa: F401 - a fixture

SIZE = (1280, 720)
# What leaves the kit, or the program.
LEAVING = {"quit", "close_kit", "new", "sample", "preview_apart"}


BROUGHT = """Для немедленной публикации

Соседи отстояли сквер

ГОРОД — Дума во вторник приняла решение о сквере на Липовой улице.

«Мы ждали этого девять лет», — сказала Нина Орлова, председатель совета.

Контакты для СМИ: Нина Орлова, +7 000 555-01-34, press@dvor.example
"""


class Reader:
    """Reads what is on screen, and notes what is amiss."""

    def __init__(self, hand: Hand, spoken: str) -> None:
        self.hand, self.tongue = hand, spoken
        self.where = "the start page"
        self.wrong: list[str] = []

    def read(self, top: QWidget) -> None:
        """Looks for words that went round the catalogue, and for such as are cut off. What has just changed
        gets a moment to settle."""
        found: list[str] = []
        for pause in (20, 60, 200, 400):
            self.hand.breathe()
            QTest.qWait(pause)
            found = self._amiss(top)
            if not found:
                return
        said = {each.partition(": ")[2] for each in self.wrong}
        self.wrong += [f"{self.where}: {each}" for each in found if each not in said]

    def _amiss(self, top: QWidget) -> list[str]:
        found = [f"not translated: {each}" for each in (leaks(top) if self.tongue == MADE_UP else [])]
        found += [f"cut off: {each}" for each in cut(top)]
        if not isinstance(top, QMenu) and (top.width() > SIZE[0] or top.height() > SIZE[1]):
            found.append(f"too large: {top.windowTitle()!r} is {top.width()} by {top.height()}")
        return found


@pytest.fixture
def reader(tongue: str, hand: Hand) -> Reader:  # noqa: F811
    """A window of the smallest size that all must fit, and who reads it."""
    hand.window.resize(*SIZE)
    return Reader(hand, tongue)


@pytest.fixture
def foreign(reader: Reader, tmp_path: Path) -> Reader:
    """A kit in Russian, so that what users wrote has other letters; under embargo, its quote at hand."""
    open_russian(reader.hand, tmp_path)
    return reader


def open_russian(hand: Hand, folder: Path) -> None:
    """Opens a copy of the Russian sample, puts it under embargo, and waits until it has been checked."""
    path = folder / "двор.presskit"
    shutil.copy(resource("samples/languages/ru.presskit"), path)
    hand.window.files.open_path(path)
    hand.until(lambda: hand.window.workspace is not None)
    assert hand.window.session is not None
    line = ReleaseLine(kind="embargo", until=datetime.datetime(2090, 1, 1, 6, 0), zone="America/New_York")
    hand.window.session.edit("x", lambda release: replace(release, line=line))
    hand.go(next(at for at, block in enumerate(hand.release.blocks) if isinstance(block, Quote)))
    checks = hand.window.workspace.checks  # type: ignore[union-attr]
    hand.until(lambda: checks.list.count() > 1)


def test_a_change_of_language_reaches_all_that_is_on_screen(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.window.resize(*SIZE)
    open_russian(hand, tmp_path)
    assert leaks(hand.window)
    monkeypatch.setattr(i18n, "_catalogue", lambda _language: MadeUp())
    hand.window.refurnish()
    hand.until(lambda: hand.window.workspace is not None)
    checks = hand.window.workspace.checks  # type: ignore[union-attr]
    hand.until(lambda: checks.list.count() > 1)
    reader = Reader(hand, MADE_UP)
    reader.read(hand.window)
    assert reader.wrong == []


def test_keys_are_called_as_the_messages_call_them(hand: Hand) -> None:
    native, portable = QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText
    keys, spanish = "Ctrl+Shift+Return", "Ctrl+Mayús+Entrar"
    try:
        for language, told in (("es", spanish), ("en", keys), ("es", spanish)):
            i18n.speak(language)
            speak_qt()
            assert QKeySequence(keys).toString(native) == told
            assert QKeySequence(told).toString(portable) == keys
    finally:
        i18n.speak("en")
        speak_qt()


def test_the_start_page_and_every_card_speak_the_tongue(reader: Reader) -> None:
    reader.read(reader.hand.window)
    everything(reader.hand)
    reader.where = "every card"
    reader.read(reader.hand.window)
    assert reader.wrong == []


def test_a_kit_and_its_menus_speak_the_tongue(foreign: Reader) -> None:
    foreign.where = "a kit"
    foreign.read(foreign.hand.window)
    assert foreign.hand.window.bar is not None
    for menu in foreign.hand.window.bar.menus.values():
        foreign.where = menu.title()
        foreign.read(menu)
        if foreign.tongue == MADE_UP:
            assert [entry for entry in entries(menu) if untranslated(entry)] == []
    assert foreign.wrong == []


def test_every_command_and_its_dialog_speak_the_tongue(
    foreign: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    doorman = Doorman(monkeypatch, foreign.read)
    hand = foreign.hand
    place = hand.place
    QApplication.clipboard().setText(BROUGHT)  # for the review of what is brought in
    for command in COMMANDS:
        action = hand.window.actions_.commands[command.id]
        if command.id in LEAVING or not action.isEnabled():
            continue
        foreign.where = command.id
        action.trigger()
        foreign.read(hand.window)
        assert hand.window.session is not None
        while hand.window.session.history.undo_label:
            hand.window.session.undo()
        hand.go(place)
    assert foreign.wrong == []
    assert len(set(doorman.met)) > 15


def test_a_translation_beside_its_original_speaks_the_tongue(
    foreign: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = foreign.hand
    Doorman(monkeypatch, foreign.read)
    session = hand.window.session
    assert session is not None
    session.edit_kit("x", lambda kit: with_language(kit, "ar", words=True))
    news = tuple(
        replace(block, text=rich("Новость")) if isinstance(block, Headline) else block
        for block in session.release.blocks
    )
    session.edit(
        "x", lambda release: replace(release, blocks=(*news, Crosshead(id="new", text=rich("Далее"))))
    )
    commands = hand.window.actions_.commands
    for name in ("next_language", "side_by_side", "next_to_translate", "remove_language", "make_original"):
        foreign.where = name
        commands[name].trigger()
        assert session.release.language == "ar"
        foreign.read(hand.window)
    assert foreign.wrong == []


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_speaks_the_tongue(reader: Reader, name: str) -> None:
    dialog = DIALOGS[name](reader.hand.window)
    dialog.show()
    reader.where = name
    reader.hand.breathe()
    assert cut(dialog) == []
    dialog.close()


def test_the_library_and_its_dialogs_speak_the_tongue(
    reader: Reader,
    clerk: Clerk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = clerk.shelf.add(item_of(Organisation(name="Двор")))
    person = Person(
        name="Нина Орлова", consent=Consent(withdrawn=datetime.date(2026, 5, 4), reason="переезд")
    )
    kept = clerk.shelf.add(item_of(person))
    clerk.shelf.save(replace(kept, content=replace(person, name="Нина П. Орлова")))
    window = clerk.open()
    window.resize(*SIZE)
    doorman = Doorman(monkeypatch, reader.read)
    for shown in (house, kept):
        window.show_item(shown.id)
        clerk.hand.until(lambda shown=shown: window.pane.current == shown.id)
        reader.where = f"the library, {shown.name}"
        reader.read(window)
        for name, action in window.bar.commands.items():
            if action.isEnabled() and name not in {"retire", "close", "new_item"}:
                reader.where = f"the library, {name}"
                action.trigger()
                reader.read(window)
    clerk.until_saved()
    assert reader.wrong == []
    assert len(set(doorman.met)) > 3


def test_qt_s_own_words_are_those_of_the_screen(hand: Hand) -> None:
    try:
        for language, cancel, copy in (("es", "Cancelar", "&Copiar"), ("en", "Cancel", "&Copy")):
            i18n.speak(language)
            speak_qt()
            box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
            assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == cancel
            line = QLineEdit()
            menu = line.createStandardContextMenu()
            assert [each for each in entries(menu) if each.startswith(copy)]
            for widget in (menu, line, box):
                widget.deleteLater()
    finally:
        i18n.speak("en")
        speak_qt()


def test_a_language_that_qt_has_no_words_for_leaves_english(hand: Hand) -> None:
    try:
        i18n.speak("ht")
        speak_qt()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"
        box.deleteLater()
    finally:
        i18n.speak("en")
        speak_qt()


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [("en", "Nov 3, 2026", "Nov 3, 2026 2:05 PM"), ("es", "3 nov 2026", "3 nov 2026 14:05")],
)
def test_fields_of_dates_show_them_as_the_language_does(
    hand: Hand, language: str, day: str, moment: str
) -> None:
    i18n.speak(language)
    try:
        speak_qt()
        date, when = DayField(), MomentField()
        date.show_answer(datetime.date(2026, 11, 3))
        when.show_answer(datetime.datetime(2026, 11, 3, 14, 5))
        assert (date.text(), when.text()) == (day, moment)
        assert date.answer() == datetime.date(2026, 11, 3)
        assert when.answer() == datetime.datetime(2026, 11, 3, 14, 5)
        date.deleteLater()
        when.deleteLater()
    finally:
        i18n.speak("en")
        speak_qt()


def test_what_is_amiss_is_found(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", lambda _language: MadeUp())
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for words in (
        i18n._("Save"),
        "Save",
        i18n._("Save") + " now",
        "Сохранить",
        i18n._("Not in the catalogue"),
    ):
        column.addWidget(QLabel(words))
    tight = QLabel("Сохранить")
    tight.setFixedWidth(10)
    column.addWidget(tight)
    hidden = QPushButton("Hidden")
    column.addWidget(hidden)
    hidden.hide()
    top.show()
    assert leaks(top) == [
        "QLabel '': 'Save'",
        f"QLabel '': '{i18n._('Save')} now'",
        "QLabel '': 'Not in the catalogue'",
    ]
    assert len(cut(top)) == 1
