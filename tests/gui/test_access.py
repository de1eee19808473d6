"""A screen reader hears every control: its name and what it is, on every page, dialog and menu."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QMenu, QWidget

from presskit.gui.brand.editor import BrandEditor
from presskit.gui.brand.housestyle import HouseStyleDialog
from presskit.gui.commands import OFFERED
from presskit.gui.dialogs.correction import CorrectionDialog
from presskit.gui.dialogs.settings import SettingsDialog
from presskit.gui.dialogs.small import ApprovalDialog, DatelineDialog, LinkDialog
from presskit.gui.kept.dialog import VersionsDialog
from presskit.gui.kept.naming import NameDialog
from presskit.gui.translation.adding import AddLanguageDialog
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.ourbrands import BrandShelf
from presskit.session import Session
from presskit.settings import Settings
from tests.gui.conftest import Hand
from tests.kits import full_kit

DIALOGS: dict[str, Callable[[Any], QWidget]] = {
    "link": lambda parent: LinkDialog(parent, "the study", "https://example.org"),
    "dateline": lambda parent: DatelineDialog(parent, Dateline(), "ap", "en-US"),
    "approval": lambda parent: ApprovalDialog(parent, "Ana Ruiz", "We won.", None),
    "brand": lambda parent: BrandEditor(*_brand_of(parent)),
    "house style": lambda parent: HouseStyleDialog(parent, full_kit(), 0),
    "settings": lambda window: SettingsDialog(window, Settings()),
    "correction": lambda parent: CorrectionDialog(parent, Release(correction="44%, not 34%.")),
    "language": lambda parent: AddLanguageDialog(parent, ["en-US"]),
    "versions": lambda parent: VersionsDialog(parent, _with_version(), parent.theme, parent.lane, str),
    "version name": lambda parent: NameDialog(parent, "Keep this version", "Keep", "It stays.", "As sent"),
}


def _brand_of(parent: Any) -> tuple[Any, ...]:
    return parent, full_kit(), 0, parent.theme, parent.lane, BrandShelf(Path("none"))


def _with_version() -> Session:
    session = Session(Kit())
    session.keep("As sent to the partners")
    return session


_MUTE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def unheard(top: QWidget) -> list[str]:
    """The controls within a widget that no name is read out for; parts of Qt's own controls left out."""
    found = []
    for widget in top.findChildren(QWidget):
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not widget.isVisibleTo(top) or not (takes_keys or isinstance(widget, QAbstractButton)):
            continue
        if widget.objectName().startswith("qt_") or widget.focusProxy() is not None:
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard is not None, widget
        name = heard.text(QAccessible.Text.Name)
        parent = widget.parentWidget()
        where = f"{type(widget).__name__} {widget.objectName()!r} in {parent and parent.objectName()!r}"
        if not any(letter.isalpha() for letter in name):
            found.append(f"{where}: {name!r} is no name")
        page = isinstance(widget, QAbstractScrollArea)  # Qt calls a page that scrolls a client, with its name
        if heard.role() in _MUTE and not page:
            found.append(f"{where}: no role")
    return found


def unnamed_entries(menu: QMenu) -> list[str]:
    """The entries of a menu and of those below it that say nothing."""
    found = []
    for action in menu.actions():
        if isinstance(below := action.menu(), QMenu):
            found += unnamed_entries(below)
        if not action.isSeparator() and not any(letter.isalpha() for letter in action.text()):
            found.append(f"{menu.title()}: {action.text()!r}")
    return found


def everything(hand: Hand) -> None:
    """A kit with a card of every kind, everything unfolded."""
    hand.click(hand.find("new-blank"))
    for action in hand.window.actions_.kinds.values():
        action.trigger()
        hand.breathe()
    for fold in hand.editor.findChildren(QAbstractButton):
        if fold.isCheckable() and fold.isVisible() and not fold.isChecked() and fold.inherits("QPushButton"):
            fold.setChecked(True)
    hand.breathe()


@pytest.mark.parametrize("look", ["theme_light", "theme_dark"])
def test_the_start_page_is_heard(hand: Hand, look: str) -> None:
    hand.window.actions_.commands[look].trigger()
    hand.breathe()
    assert unheard(hand.window) == []


@pytest.mark.parametrize("look", ["theme_light", "theme_dark"])
def test_every_kind_of_card_is_heard(hand: Hand, look: str) -> None:
    hand.window.actions_.commands[look].trigger()
    everything(hand)
    assert {type(block) for block in hand.release.blocks} >= set(OFFERED)
    assert unheard(hand.window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_heard(hand: Hand, name: str) -> None:
    dialog = DIALOGS[name](hand.window)
    dialog.show()
    hand.breathe()
    assert dialog.windowTitle()
    assert unheard(dialog) == []
    dialog.close()


def test_every_entry_of_a_menu_is_heard(hand: Hand) -> None:
    everything(hand)
    menus: list[Any] = hand.window.bar.findChildren(QMenu)  # type: ignore[union-attr]
    assert len(menus) >= 5
    assert [entry for menu in menus for entry in unnamed_entries(menu)] == []


def test_the_menu_marks_the_chosen_theme(hand: Hand) -> None:
    for look in ("dark", "light"):
        hand.window.actions_.commands[f"theme_{look}"].trigger()
        hand.breathe()
        commands = hand.window.actions_.commands
        chosen = [name for name in commands if name.startswith("theme_") and commands[name].isChecked()]
        assert chosen == [f"theme_{look}"]


def test_a_new_card_is_in_view_with_the_caret_in_its_first_field(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    for name, action in list(hand.window.actions_.kinds.items()) * 2:
        action.trigger()
        hand.breathe()
        card = hand.card_of(hand.editor.current)
        assert not card.visibleRegion().isEmpty(), name
        focus = QApplication.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus), name
        assert not focus.visibleRegion().isEmpty(), name


def test_a_headline_that_is_too_long_is_told_in_words_and_colour(hand: Hand) -> None:
    hand.click(hand.find("new-blank"))
    hand.go(0)
    note = hand.find("cardNote")
    hand.write("Council votes " * 5)
    assert "too long" not in note.text()
    quiet = note.palette().windowText().color()
    hand.write("Council votes " * 5)
    assert "too long" in note.text()
    assert note.palette().windowText().color() != quiet
