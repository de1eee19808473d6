"""What tests of the library in the window do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu

from presskit.gui.library.rows import Row
from presskit.gui.library.shelflist import ShelfList
from tests.gui.conftest import Hand


def listed(hand: Hand) -> list[Row]:
    found = hand.find("pieces")
    assert isinstance(found, ShelfList)
    return found.rows


def shown(hand: Hand, *names: str) -> None:
    """Waits until the list has these rows, heads aside."""
    hand.bot.waitUntil(lambda: {row.name for row in listed(hand) if row.key} >= set(names), timeout=5_000)


def sought(hand: Hand, letters: str, *names: str) -> None:
    """Types into the search, and waits until exactly these are found."""
    hand.ctrl(Qt.Key.Key_L)
    hand.key(Qt.Key.Key_Delete)
    hand.write(letters)
    hand.bot.waitUntil(lambda: [row.name for row in listed(hand) if row.item] == list(names), timeout=5_000)


def taken(hand: Hand, letters: str, name: str) -> None:
    """Finds one thing and inserts it by keys."""
    sought(hand, letters, name)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)


def waited(hand: Hand, name: str) -> QLabel:
    """The label of that name, once it is to be seen."""
    label = hand.window.findChild(QLabel, name)
    assert label is not None
    hand.until(label.isVisible)
    return label


def entries(hand: Hand, name: str) -> dict[str, QAction]:
    """What the menu of a row offers."""
    row = next(row for row in listed(hand) if row.name == name)
    menu = QMenu(hand.window)
    hand.window.using.fill_menu(menu, row)  # type: ignore[attr-defined]
    return {action.text(): action for action in menu.actions() if action.text()}
