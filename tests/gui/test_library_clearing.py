"""Nothing leaves the house with somebody in it who did not agree to it."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo

from presskit.blocks.contacts import Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.library.items import Item
from presskit.library.people import Consent, Person
from presskit.library.problems import LibraryAway
from presskit.library.shelf import Shelf
from presskit.library.using import contact_for
from presskit.text.runs import rich
from tests.gui.conftest import Hand
from tests.gui.test_export import export, fill
from tests.library.parts import TODAY


@pytest.fixture
def carrying(desk: Hand, kept: dict[str, Item]) -> Hand:
    """A kit with a person of the library among its contacts."""
    contact = contact_for(kept["person"], "en-US", TODAY)
    desk.editor.insert(Contacts(id="c", people=(contact,)))
    return desk


def withdrawn(library: Shelf, item: Item) -> None:
    content = item.content
    assert isinstance(content, Person)
    consent = Consent(withdrawn=TODAY, reason="a new job")
    library.save(replace(item, content=replace(content, consent=consent)))


def test_who_withdrew_keeps_a_kit_from_being_exported(
    library: Shelf, carrying: Hand, kept: dict[str, Item], tmp_path: Path
) -> None:
    withdrawn(library, kept["person"])
    carrying.go(0)

    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "vote")
        carrying.click(dialog.accept_button)
        carrying.until(dialog.go_button.isVisible)
        assert "a new job" in dialog.trouble.text()
        assert dialog.accept_button.isEnabled()
        carrying.click(dialog.go_button)

    export(carrying, look)
    assert carrying.editor.current == "c"
    assert not list(tmp_path.glob("vote.*"))


def test_a_name_that_was_typed_counts_as_well(
    library: Shelf, desk: Hand, kept: dict[str, Item], tmp_path: Path
) -> None:
    desk.editor.insert(Paragraph(id="p", text=rich("Amália Quiroga Reyes spoke first.")))
    desk.go(0)

    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        desk.click(dialog.accept_button)
        desk.until(dialog.go_button.isVisible)
        desk.click(dialog.go_button)

    export(desk, look)
    assert desk.editor.current == "p"


@pytest.mark.parametrize("names_people", [True, False])
def test_without_the_library_it_is_written_and_told(
    carrying: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names_people: bool
) -> None:
    if not names_people:
        carrying.editor.remove_block("c")

    def away(*_asked: object) -> None:
        raise LibraryAway("library.db", "no connection")

    shelf = carrying.window.desk.shelf
    assert shelf is not None
    monkeypatch.setattr(type(shelf), "guarded", away)

    def look(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "vote")
        carrying.send(dialog)
        assert ("could not be checked" in dialog.trouble.text()) is names_people

    export(carrying, look)
    assert (tmp_path / "vote.pdf").exists()


def test_who_withdrew_is_not_printed(
    library: Shelf, carrying: Hand, kept: dict[str, Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
    withdrawn(library, kept["person"])
    carrying.go(0)
    heard: list[str] = []
    carrying.answer("go", heard)
    carrying.ctrl(Qt.Key.Key_P)
    carrying.until(lambda: bool(heard))
    carrying.breathe()
    assert "Nothing was printed" in heard[0]
    assert carrying.editor.current == "c"
