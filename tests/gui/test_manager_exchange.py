"""Items are handed over in one file and taken in after a look, from the library's window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton

from presskit.gui.library.exchanging import HandOverDialog, TakeInDialog
from presskit.library.exchange import export_items, read_package
from presskit.library.opening import open_library
from presskit.library.people import Consent
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst, private_person, river_alliance, river_words


def during(clerk: Clerk, begin: Callable[[], object], *acts: Callable[[Any], None]) -> None:  # noqa: F811
    """Acts in the dialogs that a command opens one after the other."""
    left = list(acts)

    def act(dialog: Any) -> None:
        if len(left) > 1:
            clerk.hand.in_dialog(act)
        left.pop(0)(dialog)

    clerk.hand.in_dialog(act)
    begin()
    clerk.hand.until(lambda: not left)


def pressed(dialog: QDialog, name: str) -> None:
    button = next(
        each for each in dialog.findChildren(QPushButton) if name in (each.objectName(), each.text())
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_items_go_into_a_file_but_private_people(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    for item in (analyst(), river_alliance(), private_person(Consent(private=True))):
        clerk.shelf.add(item)
    window = clerk.open()
    path = tmp_path / "ours.presskit-library"
    told: list[str] = []
    window.pane.told.connect(told.append)

    def choose(dialog: Any) -> None:
        assert isinstance(dialog, HandOverDialog)
        assert not dialog.one.isEnabled()
        pressed(dialog, "Choose a file…")

    def name(dialog: Any) -> None:
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setCompleter(None)  # its list would take the Return
        line.selectAll()
        QTest.keyClicks(line, str(tmp_path / "ours"))
        QTest.keyClick(line, Qt.Key.Key_Return)

    during(clerk, window.bar.commands["hand_over"].trigger, choose, name)
    clerk.hand.until(lambda: bool(told))
    assert "2 items are in ours.presskit-library" in told[0]
    assert "Amalia Quiroga Reyes" in told[0]
    assert len(read_package(path).items) == 2


def test_a_file_is_looked_at_and_taken_in(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    other = open_library(str(tmp_path / "other.db"))
    for item in (river_alliance(), river_words()):
        other.add(item)
    path = tmp_path / "theirs.presskit-library"
    export_items(other, path)
    other.close()
    window = clerk.open()

    def act(dialog: Any) -> None:
        assert isinstance(dialog, TakeInDialog)
        clerk.hand.until(lambda: dialog.list.count() == 2)
        assert "new" in dialog.list.item(0).text()
        assert not dialog.differing.isEnabled()
        pressed(dialog, "takeInNow")

    during(clerk, lambda: window.work.import_file(path), act)
    clerk.hand.until(lambda: sum(clerk.shelf.counts().values()) == 2)

    def again(dialog: Any) -> None:
        clerk.hand.until(lambda: dialog.list.count() == 2)
        assert "there already" in dialog.list.item(1).text()
        assert not dialog.take.isEnabled()
        dialog.reject()

    during(clerk, lambda: window.work.import_file(path), again)


def test_a_file_of_another_kind_is_told(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "x.presskit-library"
    path.write_bytes(b"%PDF-1.7")
    window = clerk.open()

    def act(dialog: Any) -> None:
        clerk.hand.until(lambda: "not a library but a PDF" in dialog.told.text())
        assert not dialog.take.isEnabled()
        dialog.reject()

    during(clerk, lambda: window.work.import_file(path), act)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_file_whose_ending_the_dialog_does_not_add_is_not_replaced_unasked(
    clerk: Clerk,  # noqa: F811
    tmp_path: Path,
    answer: str,
) -> None:
    clerk.shelf.add(river_alliance())
    window = clerk.open()
    path = tmp_path / "ours.presskit-library"
    path.write_bytes(b"what was handed over before")

    def choose(dialog: Any) -> None:
        pressed(dialog, "Choose a file…")

    def name(dialog: Any) -> None:
        clerk.hand.answer(answer, heard)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setCompleter(None)
        line.selectAll()
        QTest.keyClicks(line, str(tmp_path / "ours"))
        QTest.keyClick(line, Qt.Key.Key_Return)

    heard: list[str] = []
    during(clerk, window.bar.commands["hand_over"].trigger, choose, name)
    clerk.hand.until(lambda: bool(heard))
    assert "“ours.presskit-library” is there already" in heard[0]
    if answer == "yes":
        clerk.hand.until(lambda: path.read_bytes().startswith(b"PK"))
    else:
        clerk.hand.breathe()
        assert path.read_bytes() == b"what was handed over before"
