"""People come in from a table: columns are chosen, rows looked at, and nothing is written before Import."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presskit.gui.library.importing import ImportDialog
from presskit.library.people import Person
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst

PRESS = (
    "Full name;Job;Company;E-mail;Desk\n"
    "Bo Li;Editor;River Post;bo@post.example;News\n"
    ";Editor;River Post;nobody@post.example;News\n"
    "Nadia Ferrer Otis;Chair;River Alliance;;Water\n"
)


def _during(clerk: Clerk, act: Callable[[ImportDialog], None], begin: Callable[[], object]) -> None:  # noqa: F811
    done: list[str] = []

    def wait(dialog: Any) -> None:
        assert isinstance(dialog, ImportDialog)
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        act(dialog)
        done.append("")

    clerk.hand.in_dialog(wait)
    begin()
    clerk.hand.until(lambda: bool(done))


def _column(dialog: ImportDialog, at: int) -> list[str]:
    cells = [dialog.rows.item(row, at) for row in range(dialog.rows.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def test_a_dropped_table_is_looked_at_and_taken(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """Columns are guessed, one is chosen, who is there is completed, all get a tag."""
    there = clerk.shelf.add(analyst())
    window = clerk.open()
    path = tmp_path / "press.csv"
    path.write_text(PRESS, encoding="utf-8")

    def act(dialog: ImportDialog) -> None:
        assert "semicolons" in dialog.told.text()
        assert dialog.mapping() == {0: "name", 1: "role", 2: "organisation", 3: "email"}
        desk: Any = dialog.columns.cellWidget(4, 2)
        desk.setFocus()
        QTest.keyClicks(desk, "Tag")
        desk.edited.emit()
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        assert dialog.mapping()[4] == "tags"
        assert _column(dialog, 0) == ["2", "4"]
        assert _column(dialog, 4) == ["new", "like “Nadia Ferrer Otis”"]
        assert "Row 3" in dialog.problems.text()
        assert clerk.shelf.counts() == {"person": 1}  # nothing is written yet
        QTest.keyClicks(dialog.tags, "press list")
        assert dialog.take.text() == "Import 2"
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    _during(clerk, act, lambda: clerk.hand.drop(window, mime, QPoint(30, 200)))
    clerk.hand.until(lambda: clerk.shelf.counts() == {"person": 2})
    clerk.hand.until(lambda: "Bo Li" in clerk.names())
    now = clerk.shelf.get(there.id)
    assert isinstance(now.content, Person)
    assert now.content.titles[-1].role == "Chair"
    assert now.tags == ("Water", "press list")
    clerk.hand.until(lambda: "2 people came in" in window.status.text())


def test_an_import_is_left_without_a_trace(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """Esc; and the header can be told to be a row."""
    clerk.open()
    path = tmp_path / "press.csv"
    path.write_text(PRESS, encoding="utf-8")

    def act(dialog: ImportDialog) -> None:
        QTest.mouseClick(
            dialog.header, Qt.MouseButton.LeftButton, pos=QPoint(10, dialog.header.height() // 2)
        )
        clerk.hand.until(lambda: _column(dialog, 0)[:1] == ["1"])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    clerk.hand.choose_file(path)
    _during_second(clerk, act)
    assert clerk.shelf.counts() == {}


def _during_second(clerk: Clerk, act: Callable[[ImportDialog], None]) -> None:  # noqa: F811
    """Acts in the dialog that follows the one for a file."""
    done: list[str] = []

    def look(tries: int = 400) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog):
            try:
                clerk.hand.until(lambda: not dialog.progress.isVisible())
                act(dialog)
            finally:
                dialog.reject()
            done.append("")
        elif tries:
            clerk.later(20, lambda: look(tries - 1))

    clerk.later(20, look)
    clerk.window.bar.commands["import_people"].trigger()
    clerk.hand.until(lambda: bool(done))


def test_cards_are_looked_at_and_taken(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """They have no columns to choose."""
    window = clerk.open()
    path = tmp_path / "ana.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Roble\nTEL:203-555-0100\nEND:VCARD\n")

    def act(dialog: ImportDialog) -> None:
        assert not dialog.columns.isVisible()
        assert _column(dialog, 1) == ["Ana Roble"]
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    _during(clerk, act, lambda: window.work.import_file(path))
    clerk.hand.until(lambda: clerk.names() == ["Ana Roble"])


def test_what_is_no_table_says_so(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """An empty file, and one that went away."""
    window = clerk.open()
    told: list[str] = []

    def act(dialog: ImportDialog) -> None:
        told.append(dialog.told.text())
        assert not dialog.take.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    empty = tmp_path / "empty.csv"
    empty.write_text("\n\n")
    _during(clerk, act, lambda: window.work.import_file(empty))
    _during(clerk, act, lambda: window.work.import_file(tmp_path / "gone.csv"))
    assert "nothing in this file" in told[0]
    assert "cannot be read" in told[1]
