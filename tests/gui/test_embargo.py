"""Under embargo, the export dialog says until when, here and there, and names the files so."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtTest import QTest

from tests.gui.conftest import Hand


@pytest.fixture
def held(page: Hand) -> Hand:
    """A release under embargo until the last day of the year 2090, 6 in the morning in New York."""
    page.clear()
    line = page.find("releaseLine")
    line.setFocus()
    page.key(Qt.Key.Key_Down)
    page.until(lambda: page.release.line.kind == "embargo")
    until = page.find("embargoUntil")
    until.setFocus()
    until.setDateTime(QDateTime(QDate(2090, 12, 31), QTime(6, 0)))
    page.until(lambda: page.release.line.until == datetime.datetime(2090, 12, 31, 6, 0))
    assert page.release.line.zone == "America/New_York"
    return page


def fill(line: Any, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def in_export(hand: Hand, act: Any) -> None:
    def all_of_it(dialog: Any) -> None:
        act(dialog)
        dialog.reject()

    hand.in_dialog(all_of_it)
    hand.ctrl(Qt.Key.Key_E)


def test_files_are_named_and_written_so(held: Hand, tmp_path: Path) -> None:
    mark = "EMBARGOED-2090-12-31-0600ET"

    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "vote")
        assert dialog.embargo.isVisible()
        assert dialog.embargo.text().startswith("Under embargo until 6 a.m. ET, Dec. 31, 2090.")
        for box in dialog.formats.values():
            box.setChecked(False)
        held.click(dialog.formats["pdf"])
        held.click(dialog.formats["draft"])
        assert dialog.message.text() == f"Files: vote.{mark}.pdf, vote.{mark}.draft.pdf"
        held.click(dialog.accept_button)
        held.until(dialog.reveal.isVisible)
        assert not dialog.trouble.isVisible(), dialog.trouble.text()
        fill(dialog.name, "n" * 230)
        assert "too long" in dialog.message.text()

    in_export(held, look)
    assert {each.name for each in tmp_path.glob("vote*")} == {f"vote.{mark}.pdf", f"vote.{mark}.draft.pdf"}


def test_a_release_for_now_has_no_such_words(page: Hand, tmp_path: Path) -> None:
    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "vote")
        assert not dialog.embargo.isVisible()
        assert dialog.message.text() == "Files: vote.docx, vote.pdf"

    in_export(page, look)


def test_undo_takes_the_embargo_back(held: Hand) -> None:
    held.ctrl(Qt.Key.Key_Z)
    held.ctrl(Qt.Key.Key_Z)
    held.until(lambda: held.release.line.kind == "immediate")
