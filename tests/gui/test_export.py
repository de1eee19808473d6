"""The export dialog says what it will do, what it did, and why not; and the window remembers the user."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.exporting import FORMATS
from presskit.gui.app import build_window
from presskit.gui.dialogs import export as export_module
from presskit.gui.mainwindow import MainWindow
from presskit.settings import SettingsFile
from presskit.verify.findings import Finding, Report
from tests.export.making_fonts import face_of, rune
from tests.gui.conftest import Hand


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and a paragraph."""
    hand.click(hand.find("new-blank"))
    hand.write("Sundays")
    hand.key(Qt.Key.Key_Return)
    hand.write("The library opens.")
    hand.clear()
    return hand


def fill(line: Any, text: str) -> None:
    """Writes over what a line holds."""
    line.selectAll()
    QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)


def export(hand: Hand, act: Any) -> None:
    """Opens the dialog, acts, and leaves it."""

    def all_of_it(dialog: Any) -> None:
        act(dialog)
        dialog.reject()

    hand.in_dialog(all_of_it)
    hand.ctrl(Qt.Key.Key_E)


def test_a_font_of_the_computer_is_offered_and_the_choice_is_kept(
    page: Hand, store: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent = face_of(rune(tmp_path), "Rune", "Runr")
    monkeypatch.setattr("presskit.export.font_advice.system_faces", lambda: (lent,))
    page.write(" ᚠ")

    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "rune")
        dialog.formats["docx"].setChecked(False)
        assert not dialog.fonts.isVisible()
        page.click(dialog.accept_button)
        page.until(dialog.fonts.isVisible)
        assert dialog.fonts.text() == "Use Rune of this computer"
        assert not (tmp_path / "rune.pdf").exists()
        page.click(dialog.fonts)
        page.click(dialog.accept_button)
        page.until(lambda: not dialog._running)  # before, leaving would only cancel
        assert (tmp_path / "rune.pdf").exists()

    export(page, look)
    assert page.window.settings.system_fonts
    assert page.window.workspace.preview.system_fonts
    assert store.load().system_fonts


def test_what_cannot_be_is_said_before(page: Hand, tmp_path: Path) -> None:
    def look(dialog: Any) -> None:
        for text, told in (
            (str(tmp_path / "none"), "There is no folder"),
            ("~nobody-has-this-name", "There is no folder"),
            ("", "Choose a folder."),
            ("x" * 300, "There is no folder"),
        ):
            fill(dialog.folder, text)
            assert told in dialog.message.text()
            assert not dialog.accept_button.isEnabled()
        fill(dialog.folder, str(tmp_path))
        for text, told in (("", "A file name"), ("a/b", "A file name"), ("n" * 300, "too long")):
            fill(dialog.name, text)
            assert told in dialog.message.text()
            assert not dialog.accept_button.isEnabled()
        fill(dialog.name, "fine")
        assert dialog.accept_button.isEnabled()
        for box in dialog.formats.values():
            if box.isChecked():
                page.click(box)
        assert "at least one format" in dialog.message.text()
        assert not dialog.accept_button.isEnabled()

    export(page, look)
    assert list(tmp_path.glob("fine*")) == []


def test_each_format_and_the_warning_before_replacing(page: Hand, tmp_path: Path) -> None:
    def write(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "release")
        for box in dialog.formats.values():
            if not box.isChecked():
                page.click(box)
        assert dialog.accept_button.text() == "Export"
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        lines = dialog.message.text().splitlines()
        assert lines[0] == "Written and checked:"
        assert "release.pdf: tagged, PDF/UA-1 and PDF/A-2a, fonts embedded, nothing internal" in lines
        assert "There are no photos in this release" in dialog.trouble.text()

    export(page, write)
    written = {each.name for each in tmp_path.glob("release*")}
    assert written == {
        f"release{kind.suffix}" for kind in FORMATS if kind.id != "photos"
    }  # of which there are none

    def again(dialog: Any) -> None:
        assert dialog.folder.text() == str(tmp_path)  # remembered
        unticked = {name for name, box in dialog.formats.items() if not box.isChecked()}
        assert unticked == {"review", "draft"}, "what is for colleagues is never ticked by itself"
        fill(dialog.name, "release")
        assert "will be replaced: release.docx" in dialog.message.text()
        assert dialog.accept_button.text() == "Replace and export"

    export(page, again)


def test_what_is_wrong_with_a_file_is_told_in_red(
    page: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = Report("pdf", {}, (Finding("claim", "PDF/UA-1, and does not"),))

    def write(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "release")
        page.click(dialog.accept_button)
        page.until(lambda: not dialog._running)
        assert dialog.trouble.text().startswith("release.pdf was written, but")
        assert dialog.trouble.text().endswith("It claims to keep PDF/UA-1, and does not.")
        assert dialog.trouble.isVisible()
        assert dialog.trouble.property("tone") == "bad"
        assert "release.pdf" not in dialog.message.text(), "it is not praised as well"
        fill(dialog.name, "other")
        assert not dialog.trouble.isVisible()

    real = export_module.export
    monkeypatch.setattr(
        export_module,
        "export",
        lambda kit, number, name, *rest, **more: (real(kit, number, name, *rest, **more), bad)[name == "pdf"],
    )
    export(page, write)


def test_a_letter_without_a_font_is_told_and_word_is_written(page: Hand, tmp_path: Path) -> None:
    page.paste(" ᚠ")

    def write(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "release")
        page.click(dialog.accept_button)
        page.until(lambda: not dialog._running)
        lines = dialog.message.text().splitlines()
        assert [line.partition(": ")[0] for line in lines[1:]] == ["release.docx"]
        assert "ᚠ" in dialog.trouble.text()
        assert "Error" not in dialog.trouble.text()

    export(page, write)
    assert [each.name for each in sorted(tmp_path.glob("release.*"))] == ["release.docx"]


@pytest.mark.parametrize("twice", [False, True])
def test_an_export_can_be_cancelled(
    page: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twice: bool
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = export_module.export

    def slow(*given: Any, **named: Any) -> Any:
        begun.set()
        assert go_on.wait(5)
        return real(*given, **named)

    monkeypatch.setattr(export_module, "export", slow)

    def cancel(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "release")
        page.click(dialog.accept_button)
        page.until(begun.is_set)
        assert dialog.progress.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        if twice:
            return  # and closes while the first file is being written
        go_on.set()
        page.until(lambda: not dialog.progress.isVisible())
        assert "Canceled" in dialog.message.text()

    export(page, cancel)
    go_on.set()
    page.until((tmp_path / "release.docx").exists)
    QTest.qWait(150)
    assert [each.name for each in tmp_path.glob("release.*")] == ["release.docx"]
    page.write("!")
    assert page.words[1].endswith("!")


# --- settings


@pytest.fixture
def again(qtbot: Any, store: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Opens one more window of the same user."""
    made: list[MainWindow] = []

    def build() -> Hand:
        window = build_window(store)
        made.append(window)
        window.show()
        qtbot.waitExposed(window, timeout=30_000)
        window.activateWindow()
        return Hand(qtbot, window)

    yield build
    for window in made:
        monkeypatch.setattr(window.files, "may_leave", lambda: True)
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_is_as_it_was_left(hand: Hand, again: Any, tmp_path: Path) -> None:
    hand.window.resize(1300, 700)
    hand.click(hand.find("new-blank"))
    hand.write("Sundays")
    hand.choose_file(tmp_path / "mine.presskit")
    hand.ctrl(Qt.Key.Key_S)
    hand.window.actions_.commands["theme_dark"].trigger()
    assert hand.window.workspace is not None
    hand.window.workspace.setSizes([300, 600, 400])
    hand.breathe()
    left = hand.window.workspace.sizes()
    tabs = hand.find("sideTabs")
    hand.click(tabs, tabs.tabRect(1).center())
    hand.ctrl(Qt.Key.Key_Plus)
    assert hand.window.workspace is not None
    zoom = hand.window.workspace.preview.view.zoom
    hand.ctrl(Qt.Key.Key_Q)
    assert not hand.window.isVisible()
    other = again()
    assert other.window.theme.name == "dark"
    assert other.window.height() == 700  # off screen, screens are less wide than windows
    other.window.resize(1300, 700)
    assert other.window.settings.recent == (str(tmp_path / "mine.presskit"),)
    other.choose_file(tmp_path / "mine.presskit")
    other.ctrl(Qt.Key.Key_O)
    other.breathe()
    assert other.window.workspace is not None
    sizes = other.window.workspace.sizes()
    assert all(abs(one - two) <= 2 for one, two in zip(sizes, left, strict=True))
    assert other.find("sideTabs").currentIndex() == 1
    assert other.window.workspace.preview.view.zoom == zoom


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'{"theme": 7}',
        b'{"theme": "plaid", "geometry": "no", "splitter": [1, -5, 99999999], "side_tab": 99, "zoom": -3}',
        b'{"recent": ["\\u0000", "/no/x.presskit", ""], "open_folder": "\\u0000", "export_folder": "~~"}',
    ],
)
def test_damaged_settings_do_not_stop_the_window(store: SettingsFile, again: Any, content: bytes) -> None:
    store.path.write_bytes(content)
    hand = again()
    hand.click(hand.find("new-blank"))
    hand.write("Sundays")
    assert hand.words[0] == "Sundays"
    export(hand, lambda dialog: dialog.folder.text())
