"""Items that may be one: looked at side by side, merged by choice, or told apart."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from presskit.gui.library.duplicates import DuplicatesDialog
from presskit.library.items import item_of
from presskit.library.people import Person
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst


def _in_pairs(clerk: Clerk, act: Callable[[DuplicatesDialog], None]) -> None:  # noqa: F811
    seen: list[str] = []

    def come(dialog: Any) -> None:
        assert isinstance(dialog, DuplicatesDialog)
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        act(dialog)
        seen.append("")

    clerk.hand.in_dialog(come)
    clerk.window.bar.commands["duplicates"].trigger()
    clerk.hand.until(lambda: bool(seen))


def test_a_pair_is_made_one_by_choice(clerk: Clerk) -> None:  # noqa: F811
    """The reason is told, an answer of the other one is chosen, the other one is retired."""
    keep = clerk.shelf.add(replace(analyst(), tags=("water",)))
    drop = clerk.shelf.add(item_of(Person(name="Nádia Ferrer Otis", email="n@x.example", phone="12")))
    clerk.open()

    def act(dialog: DuplicatesDialog) -> None:
        assert "same name" in dialog.list.item(0).text()
        assert dialog._view is not None
        if dialog._view.keep.id != keep.id:
            QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
        view = dialog._view
        assert view.keep.id == keep.id
        asked = next(each for each in view.questions if each.asked.path == "content.email")
        button = asked.findChild(QRadioButton, "take-theirs")
        assert button is not None
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.mouseClick(dialog.merge_button, Qt.MouseButton.LeftButton)
        clerk.hand.until(lambda: dialog.list.count() == 0)
        assert "is one now" in dialog.told.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    _in_pairs(clerk, act)
    now = clerk.shelf.get(keep.id)
    assert isinstance(now.content, Person)
    assert (now.content.name, now.content.email, now.content.phone) == (
        "Nadia Ferrer Otis",
        "n@x.example",
        "12",
    )
    assert clerk.shelf.get(drop.id).merged_into == keep.id
    clerk.hand.until(lambda: clerk.names() == ["Nadia Ferrer Otis"])


def test_a_pair_is_told_apart(clerk: Clerk) -> None:  # noqa: F811
    """It is not shown again, and nothing is changed."""
    clerk.shelf.add(analyst())
    clerk.shelf.add(analyst())
    clerk.open()
    shown: list[int] = []

    def apart(dialog: DuplicatesDialog) -> None:
        shown.append(dialog.list.count())
        QTest.mouseClick(dialog.apart, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        shown.append(dialog.list.count())
        assert not dialog.merge_button.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def again(dialog: DuplicatesDialog) -> None:
        shown.append(dialog.list.count())
        assert "Nothing" in dialog.told.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    _in_pairs(clerk, apart)
    _in_pairs(clerk, again)
    assert shown == [1, 0, 0]
    assert clerk.shelf.counts() == {"person": 2}
