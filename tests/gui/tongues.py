"""The screen in other tongues: Spanish, and one made up, whose words are long and bracketed, so that words
which went round the catalogue stand out."""

import gettext
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
)

from presskit import i18n
from presskit.assets import resource
from presskit.gui.dialogs.small import FormDialog

MADE_UP = "made up"
OPEN, SHUT = "‹", "›"
_PLACE = re.compile(r"(\{[^}]*\})|(\w{3,})")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
# What is the same in all languages: keys, addresses, paths, files, colours, units, names of fonts and such.
_ALIKE = re.compile(
    r"(?:(?:Ctrl|Alt|Shift|Meta)\+)+\S+|\bF\d{1,2}\b|\bEsc\b|\S*[@/\\]\S*|\*?\.\w{2,9}\b|\S+\.\w{2,8}\b"
    r"|#[0-9a-f]{6}|\b(?:Noto|Inter)(?: [A-Z]\w+)*|PressKit|English|Español|SHA-256"
    r"|\bUTC\b|\bpt\b|\bmm\b|<[^>]*>|&\w+;"
)
_TAG = re.compile(r"</?[a-z]+[^<>]*>")
_LARGEST = QSize(1240, 680)
_ROWS = 60  # of a list: those below are as those above


def longer(text: str) -> str:
    """A text each word of which is 40% longer; what stands in braces is filled in later."""
    return _PLACE.sub(lambda found: found[1] or found[2] + "o" * round(len(found[2]) * 0.4), text)


@cache
def _known() -> frozenset[str]:
    with resource("i18n/es/LC_MESSAGES/presskit.mo").open("rb") as stream:
        words: dict[Any, str] = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    return frozenset(key if isinstance(key, str) else key[0] for key in words if key)


class MadeUp(gettext.NullTranslations):
    """Every message that the catalogue has, longer and in brackets; formats of dates as they are."""

    def gettext(self, message: str) -> str:
        """The message, in brackets."""
        return message if message.startswith("MMM d") else _bracketed(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the number, in brackets."""
        return _bracketed(msgid1, msgid1 if n == 1 else msgid2)


def _bracketed(key: str, message: str) -> str:
    if key not in _known():
        return message
    start, shown, end = _parted(message)
    return f"{start}{OPEN}{longer(shown)}{SHUT}{end}"


def _parted(message: str) -> tuple[str, str, str]:
    """Blanks, and the ellipsis that a command loses in its tooltip, stay outside the brackets."""
    shown = message.strip()
    start = message[: len(message) - len(message.lstrip())]
    end = message[len(start) + len(shown) :]
    return (start, shown[:-1], f"…{end}") if shown.endswith("…") else (start, shown, end)


@pytest.fixture(params=["es", MADE_UP])
def tongue(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The screen in Spanish, and in the tongue that is made up. Ask for it before the window."""
    before = i18n.spoken()
    if request.param == MADE_UP:
        monkeypatch.setattr(i18n, "_catalogue", lambda _language: MadeUp())
    else:
        i18n.speak(request.param)
    yield request.param
    i18n.speak(before)


# --- what there is to be read


def shown_words(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that a widget and those in it show, tell in a tip or to a screen reader, and where."""
    for widget in (top, *top.findChildren(QWidget)):
        name = widget.objectName()
        if (widget is not top and not widget.isVisibleTo(top)) or name.startswith("qt_"):
            continue
        if isinstance(widget, QMenu) and widget is not top:
            continue
        for text in _texts(widget):
            if text and text.strip():
                yield f"{type(widget).__name__} {name!r}", text


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QTabBar():
            for place in range(widget.count()):
                yield from (widget.tabText(place), widget.tabToolTip(place))
        case QTabWidget():
            for place in range(widget.count()):
                yield widget.tabText(place)
        case QComboBox():
            yield from (widget.itemText(place) for place in range(min(widget.count(), _ROWS)))
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QMenu():
            yield from entries(widget)
        case QAbstractItemView():
            model = widget.model()
            if model is not None:
                yield from _held(model, QModelIndex(), deep=isinstance(widget, QTreeView))
        case _:
            return


def entries(menu: QMenu) -> Iterator[str]:
    """What a menu and those below it say."""
    for action in menu.actions():
        yield from (action.text(), action.toolTip())
        below = action.menu()
        if isinstance(below, QMenu):
            yield from entries(below)


def _held(model: QAbstractItemModel, parent: QModelIndex, *, deep: bool) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    if not parent.isValid():
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(parent), _ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in roles)
            if column == 0 and deep:
                yield from _held(model, index, deep=True)


def untranslated(text: str) -> str:
    """What of a text is in Latin letters and outside the brackets; what users wrote is to be in others."""
    if _TAG.search(text):
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    depth, left = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == SHUT)
        if not depth and letter != SHUT:
            left.append(letter)
    rest = _ALIKE.sub(" ", "".join(left))
    return rest.strip() if _LATIN.search(rest) else ""


def leaks(top: QWidget) -> list[str]:
    """Texts within a widget that went round the catalogue."""
    found = (f"{where}: {text!r}" for where, text in shown_words(top) if untranslated(text))
    return list(dict.fromkeys(found))


# --- dialogs, whoever opens them


class Doorman:
    """Meets every dialog that opens, has it looked at, and closes it as Escape would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, look: Callable[[QWidget], None]) -> None:
        self.met: list[str] = []
        self._look = look
        doorman = self

        def meet(dialog: QDialog, *_given: Any) -> int:
            doorman.meet(dialog)
            return 0

        monkeypatch.setattr(QDialog, "exec", meet)
        monkeypatch.setattr(FormDialog, "exec", meet, raising=False)
        monkeypatch.setattr(QMenu, "exec", lambda menu, *_given: doorman.meet(menu))
        for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
            monkeypatch.setattr(QFileDialog, name, lambda *_given, **_named: ("", ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given, **_named: "")

    def meet(self, dialog: QWidget) -> None:
        """Shows it, has it looked at and closes it."""
        self.met.append(dialog.windowTitle() or type(dialog).__name__)
        if not isinstance(dialog, QFileDialog):
            dialog.show()
            if not isinstance(dialog, QMenu):  # the screen of tests is smaller than any that a user has
                dialog.resize(dialog.sizeHint().expandedTo(dialog.size()).boundedTo(_LARGEST))
            self._look(dialog)
        dialog.close()
