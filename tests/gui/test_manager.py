"""The library's own window: items are looked for, written, kept, retired, and never lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from presskit.gui.library.desk import Desk
from presskit.gui.library.manager import LibraryWindow, open_manager
from presskit.library.items import Item, Kind, Organisation
from presskit.library.opening import open_library
from presskit.library.people import Person
from presskit.library.shelf import Shelf
from tests.gui.conftest import Hand
from tests.library.parts import analyst, river_alliance, river_words, study


class Clerk:
    """Hands on the library's window, and a second way into the same library."""

    def __init__(self, hand: Hand, desk: Desk, shelf: Shelf) -> None:
        self.hand, self.desk, self.shelf = hand, desk, shelf
        self.window: LibraryWindow

    def open(self, item_id: str = "") -> LibraryWindow:
        """Opens the window, and waits until it shows what is there."""
        window = open_manager(self.hand.window, self.desk, self.hand.window.theme, item_id)
        assert isinstance(window, LibraryWindow)
        self.window = window
        self.hand.bot.waitExposed(window)
        self.hand.until(lambda: bool(window.items.found.items) or window.lists.none.isVisible())
        if item_id:
            self.hand.until(lambda: window.pane.current == item_id)
        return window

    def find(self, name: str) -> Any:
        """A widget of the window that can be seen."""
        found = [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]
        assert found, f"no {name} to be seen"
        return found[0]

    def go(self, widget: QWidget) -> None:
        """Clicks into a field."""
        self.window.activateWindow()
        self.window.pane.page.ensureWidgetVisible(widget)
        QApplication.processEvents()
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def click(self, widget: QWidget) -> None:
        """Clicks what stands still."""
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        QApplication.processEvents()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        if QApplication.activeWindow() is not self.window:  # no window manager gives it back after a dialog
            self.window.activateWindow()
            QApplication.processEvents()
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, key, held)
        QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Types where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QApplication.processEvents()

    def until_saved(self) -> None:
        """Waits until nothing is left to keep."""
        self.hand.until(lambda: not self.window.pane.unsaved())

    def names(self) -> list[str]:
        """What the list shows."""
        return [each.name for each in self.window.items.found.items]


@pytest.fixture
def clerk(hand: Hand, tmp_path: Path) -> Iterator[Clerk]:
    """A library with nothing in it, and a hand on its window."""
    path = str(tmp_path / "shelf" / "library.db")
    shelf = open_library(path, who="Ada")
    desk = Desk(hand.window, path)
    found = Clerk(hand, desk, shelf)
    yield found
    if hasattr(found, "window"):
        found.window.pane.drafts.clear()
        found.window.close()
        found.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.close()
    shelf.close()


def _one(shelf: Shelf, kind: Kind) -> Item:
    (found,) = shelf.search("", (kind,))
    return found


def test_shows_what_there_is_by_kind(clerk: Clerk) -> None:
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


def test_is_one_for_each_window_and_has_a_place(clerk: Clerk) -> None:
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


def test_a_person_is_written_and_kept(clerk: Clerk) -> None:
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


def _choose_new(clerk: Clerk, label: str) -> None:
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


def test_undo_goes_through_the_fields(clerk: Clerk) -> None:
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


def test_changes_wait_while_another_item_is_looked_at(clerk: Clerk) -> None:
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
def test_closing_asks_for_what_is_not_saved(clerk: Clerk, answer: str, closes: bool, phone: str) -> None:
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


def test_retired_and_brought_back(clerk: Clerk) -> None:
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


def test_an_organisation_lists_its_boilerplates(clerk: Clerk) -> None:
    """Those that name it; a new one names it from the start, and Enter opens one."""
    org = clerk.shelf.add(river_alliance())
    words = river_words()
    mine = clerk.shelf.add(replace(words, content=replace(words.content, organisation=org.id)))
    clerk.shelf.add(river_words("About others"))
    window = clerk.open(org.id)
    clerk.hand.until(lambda: clerk.find("boilerplates").count() == 1)
    assert "About the River Alliance" in clerk.find("boilerplates").item(0).text()
    clerk.find("boilerplates").setFocus()
    clerk.key(Qt.Key.Key_Down)
    clerk.key(Qt.Key.Key_Return)
    clerk.hand.until(lambda: window.pane.current == mine.id)
    window.open(org.id)
    clerk.hand.until(lambda: window.pane.current == org.id)
    clerk.go(clerk.find("newBoilerplate"))
    clerk.hand.until(lambda: window.pane.current not in {org.id, mine.id})
    assert window.pane.form is not None
    assert window.pane.form.content.fields["organisation"].currentText() == "River Alliance"
    clerk.write("About us")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert len(clerk.shelf.search(org.id, ("boilerplate",))) == 2


def test_good_until_is_set_and_taken_away(clerk: Clerk) -> None:
    """A button sets a day in a year, another takes it away."""
    item = clerk.shelf.add(river_words())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    day = window.pane.form.details.fields["good_until"]
    clerk.go(day.set_button)
    assert day.answer() is not None
    assert window.pane.unsaved()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert clerk.shelf.get(item.id).good_until == day.answer()
    clerk.go(day.clear_button)
    assert day.answer() is None
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert clerk.shelf.get(item.id).good_until is None


def test_says_why_the_library_cannot_be_used(clerk: Clerk, tmp_path: Path) -> None:
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


def test_every_control_has_a_name_and_fits(clerk: Clerk) -> None:
    """What takes the keys says what it is; nothing is cut off in a small window."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    window.resize(1280, 720)
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = widget.property("text")
            assert widget.accessibleName() or text or widget.parent().property("accessibleName"), widget
    assert window.pane.form is not None
    assert window.pane.form.width() <= window.pane.page.viewport().width()
    assert window.pane.form.mapTo(window, QPoint(0, 0)).x() >= 0
    assert isinstance(clerk.shelf.get(item.id).content, Person | Organisation)


def test_consent_is_withdrawn_with_a_reason(clerk: Clerk) -> None:
    """It is asked, shown in red, saved with the item, and can be taken back."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None

    def act(dialog: Any) -> None:
        QTest.keyClicks(dialog.reason, "she moved away")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    clerk.hand.in_dialog(act)
    clerk.go(clerk.find("withdraw"))
    assert "she moved away" in clerk.find("consentBanner").text()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    now = clerk.shelf.get(item.id).content
    assert isinstance(now, Person)
    assert now.consent.reason == "she moved away"
    assert clerk.shelf.states([item.id])[item.id].reason
    assert window.pane.chip.text() == "withdrawn"
    clerk.go(clerk.find("agreedAgain"))
    assert not window.pane.form.item.content.consent.withdrawn  # type: ignore[union-attr]
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert not clerk.shelf.states([item.id])[item.id].reason


def test_a_portrait_is_taken_in(clerk: Clerk, tmp_path: Path) -> None:
    """Dropped on the field it is shown, kept with the item, and can be taken out."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    field = window.pane.form.content.fields["portrait"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path / "ada.png")))])
    window.pane.page.ensureWidgetVisible(field)
    assert clerk.hand.drop(field.picture, mime, QPoint(20, 20))
    clerk.hand.until(lambda: bool(field.answer()))
    clerk.window.activateWindow()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    kept = clerk.shelf.get(item.id).content
    assert isinstance(kept, Person)
    assert clerk.shelf.picture(kept.portrait) is not None
    clerk.go(field.remove)
    assert window.pane.form.item.pictures() == []
    clerk.ctrl(Qt.Key.Key_Z)
    assert field.answer() == kept.portrait


def picture_file(path: Path) -> Path:
    """A small picture."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(path))
    return path
