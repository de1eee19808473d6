"""The library's own window: items are looked for, written, kept, retired, and never lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from presskit.gui.library.manager import LibraryWindow, open_manager
from presskit.library.items import Item, Kind
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst, river_alliance, study


def _one(shelf: Shelf, kind: Kind) -> Item:
    (found,) = shelf.search("", (kind,))
    return found


def test_shows_what_there_is_by_kind(clerk: Clerk) -> None:  # noqa: F811
    """Kinds have their counts, a kind shows its own, and letters look among them."""
    clerk.shelf.add(river_alliance())
    clerk.shelf.add(analyst())
    clerk.shelf.add(study())
    window = clerk.open()
    assert len(clerk.names()) == 3
    assert "People  1" in [window.kinds.item(row).text() for row in range(window.kinds.count())]
    window.kinds.setFocus()
    clerk.key(Qt.Key.Key_Down)
    clerk.key(Qt.Key.Key_Down)  # people
    clerk.hand.until(lambda: clerk.names() == ["Nadia Ferrer Otis"])
    clerk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    window.kinds.choose("all")
    clerk.ctrl(Qt.Key.Key_L)
    assert window.lists.search.hasFocus()
    clerk.write("rivr")
    clerk.hand.until(lambda: "River Alliance" in clerk.names())
    clerk.write("zzz")
    clerk.hand.until(lambda: clerk.names() == [])
    assert "Nothing fits" in window.lists.none.text()


def test_is_one_for_each_window_and_has_a_place(clerk: Clerk) -> None:  # noqa: F811
    """Asked for again it is the same one; where it was is remembered; Ctrl+W and Esc close it."""
    window = clerk.open()
    assert clerk.open() is window
    window.resize(1000, 700)
    window.activateWindow()
    clerk.ctrl(Qt.Key.Key_W)
    clerk.hand.until(lambda: not window.isVisible())
    assert clerk.hand.window.settings.library_geometry
    clerk.open()
    window.lists.search.setFocus()
    clerk.key(Qt.Key.Key_Escape)
    clerk.hand.until(lambda: not window.isVisible())


def test_a_person_is_written_and_kept(clerk: Clerk) -> None:  # noqa: F811
    """New, Person, fields, Ctrl+S: the library has it, and its next version after a change."""
    window = clerk.open()
    _choose_new(clerk, "Person")
    assert window.pane.form is not None
    assert QApplication.focusWidget() is window.pane.form.first_field()
    clerk.write("Ines Duarte")
    fields = window.pane.form.content.fields
    clerk.go(fields["email"])
    clerk.write("ines@river.example")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    kept = _one(clerk.shelf, "person")
    assert isinstance(kept.content, Person)
    assert (kept.content.name, kept.content.email, kept.version) == ("Ines Duarte", "ines@river.example", 1)
    clerk.go(fields["phone"])
    clerk.write("203-555-0100")
    clerk.click(clerk.find("changeNote"))
    clerk.write("she rang")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert [each.note for each in clerk.shelf.versions(kept.id)] == ["she rang", ""]
    clerk.hand.until(lambda: clerk.names() == ["Ines Duarte"])


def _choose_new(clerk: Clerk, label: str) -> None:  # noqa: F811
    clerk.ctrl(Qt.Key.Key_N)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _try in range(len(menu.actions()) + 1):
        active = menu.activeAction()
        if active is not None and active.text() == label:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    clerk.window.activateWindow()
    QApplication.processEvents()


def test_undo_goes_through_the_fields(clerk: Clerk) -> None:  # noqa: F811
    """Ctrl+Z takes back what was typed, field by field; Ctrl+Shift+Z brings it back; Revert takes all."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    fields = window.pane.form.content.fields
    clerk.go(fields["phone"])
    clerk.write("12")
    clerk.go(fields["languages"])
    clerk.write("es")
    assert window.pane.unsaved() == {item.id}
    clerk.ctrl(Qt.Key.Key_Z)
    assert (fields["languages"].text(), fields["phone"].text()) == ("", "12")
    clerk.ctrl(Qt.Key.Key_Z)
    assert fields["phone"].text() == ""
    assert not window.pane.unsaved()
    clerk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert fields["phone"].text() == "12"
    clerk.click(clerk.find("revertItem"))
    assert fields["phone"].text() == ""
    assert not window.pane.unsaved()


def test_changes_wait_while_another_item_is_looked_at(clerk: Clerk) -> None:  # noqa: F811
    """What is not saved is there again, and marked in the list."""
    first, second = clerk.shelf.add(analyst()), clerk.shelf.add(river_alliance())
    window = clerk.open(first.id)
    assert window.pane.form is not None
    clerk.go(window.pane.form.content.fields["phone"])
    clerk.write("12")
    window.open(second.id)
    clerk.hand.until(lambda: window.pane.current == second.id)
    assert window.pane.unsaved() == {first.id}
    row = window.items.found.row_of(first.id)
    assert str(window.items.found.index(row).data()).startswith("•")
    window.open(first.id)
    clerk.hand.until(lambda: window.pane.current == first.id)
    assert window.pane.form.content.fields["phone"].text() == "12"


@pytest.mark.parametrize(
    ("answer", "closes", "phone"), [("drop", True, ""), ("cancel", False, ""), ("save", True, "12")]
)
def test_closing_asks_for_what_is_not_saved(clerk: Clerk, answer: str, closes: bool, phone: str) -> None:  # noqa: F811
    """Save, leave or stay."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    clerk.go(window.pane.form.content.fields["phone"])
    clerk.write("12")
    heard: list[str] = []
    clerk.hand.answer(answer, heard)
    clerk.ctrl(Qt.Key.Key_W)
    clerk.hand.until(lambda: window.isVisible() is not closes)
    assert "Nadia Ferrer Otis" in heard[0]
    now = clerk.shelf.get(item.id).content
    assert isinstance(now, Person)
    assert now.phone == phone


def test_retired_and_brought_back(clerk: Clerk) -> None:  # noqa: F811
    """Retired it is among the retired alone; brought back it is on offer again."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    clerk.click(clerk.find("retire"))
    clerk.hand.until(lambda: clerk.shelf.get(item.id).retired)
    clerk.hand.until(lambda: clerk.names() == [])
    window.kinds.choose("retired")
    clerk.hand.until(lambda: clerk.names() == ["Nadia Ferrer Otis"])
    clerk.hand.until(lambda: not window.pane.unsaved())
    assert window.bar.commands["retire"].text() == "Bring back"
    clerk.click(clerk.find("retire"))
    clerk.hand.until(lambda: not clerk.shelf.get(item.id).retired)


def test_says_why_the_library_cannot_be_used(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """A sentence above the lists, and a way to try again."""
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library at all" * 100)
    clerk.desk.turn_to(str(broken))
    window = open_manager(clerk.hand.window, clerk.desk, clerk.hand.window.theme)
    assert isinstance(window, LibraryWindow)
    clerk.window = window
    clerk.hand.until(window.banner.isVisible)
    assert "damaged" in window.banner.words.text()
    assert window.banner.again.isVisible()


def test_undo_goes_back_beyond_a_save(clerk: Clerk) -> None:  # noqa: F811
    """What was saved can be taken back, and saved again."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    phone = window.pane.form.content.fields["phone"]
    clerk.go(phone)
    clerk.write("12")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    clerk.go(phone)
    clerk.ctrl(Qt.Key.Key_Z)
    assert phone.text() == ""
    assert window.pane.unsaved() == {item.id}
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    now = clerk.shelf.get(item.id)
    assert isinstance(now.content, Person)
    assert (now.version, now.content.phone) == (3, "")


def test_what_is_kept_elsewhere_is_shown(clerk: Clerk) -> None:  # noqa: F811
    """As when a block of a release is saved as a new version; what is changed here is left alone."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    phone = window.pane.form.content.fields["phone"]
    changed = replace(item, content=replace(item.content, phone="99"))
    clerk.desk.change(lambda shelf: shelf.save(changed), lambda _kept: None)
    clerk.hand.until(lambda: phone.text() == "99")
    assert window.pane.chip.text() == "v2"
    clerk.go(phone)
    clerk.write("1")
    later = replace(changed, version=2, content=replace(item.content, phone="77"))
    clerk.desk.change(lambda shelf: shelf.save(later), lambda _kept: None)
    clerk.hand.until(lambda: clerk.shelf.get(item.id).version == 3)
    QTest.qWait(100)
    assert phone.text() != "77"
    assert window.pane.unsaved() == {item.id}


def test_another_look_takes_what_is_not_saved_along(clerk: Clerk) -> None:  # noqa: F811
    """Light to dark: icons and type follow, words and place stay."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    clerk.go(window.pane.form.content.fields["phone"])
    clerk.write("12")
    clerk.hand.window.preferences.theme_dark()
    assert window.theme.name == "dark"
    old = window.bar
    clerk.hand.until(lambda: window.bar is not old)
    clerk.hand.until(lambda: window.pane.current == item.id)
    assert window.pane.form is not None
    assert window.pane.form.content.fields["phone"].text() == "12"
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    now = clerk.shelf.get(item.id).content
    assert isinstance(now, Person)
    assert now.phone == "12"
