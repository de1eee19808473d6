"""Events for a window and whatever opens before it, each as a person's hands would make it."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from presskit.gui.commands import COMMANDS, OFFERED, kind_keys
from presskit.gui.editor.card import Card
from presskit.gui.mainwindow import MainWindow
from tests.gui.matter import letters, something

Key = Qt.Key
W = TypeVar("W", bound=QWidget)

_MOVES = (
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp,
    Key.Key_PageDown, Key.Key_Tab, Key.Key_Backtab,
)  # fmt: skip
_WORKS = (
    Key.Key_Return, Key.Key_Enter, Key.Key_Backspace, Key.Key_Delete, Key.Key_Space, Key.Key_Escape,
    Key.Key_Insert, Key.Key_F2, Key.Key_F4, Key.Key_Menu, Key.Key_Slash,
)  # fmt: skip
_HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
# Rare, since each makes the whole window anew or leads away from the kit.
_HEAVY = {"new", "open", "close_kit", "sample", "theme_light", "theme_dark", "theme_system", "export", "quit"}


class Paws:
    """Random events. tell: is told of each before it happens. files: paths to drop and paste."""

    def __init__(
        self, window: MainWindow, chance: random.Random, tell: Callable[[str], None], files: list[Path]
    ) -> None:
        self.window, self._chance, self._tell, self._files = window, chance, tell, files
        self._inside = 0  # how often a dialog or a menu was played with
        self._acts: list[tuple[int, Callable[[], None]]] = [
            (30, self._write), (20, self._press), (9, self._shortcut), (2, self._command), (12, self._click),
            (2, self._double), (3, self._context), (3, self._drag), (3, self._wheel), (3, self._drop),
            (4, self._paste), (3, self._compose), (1, self._resize), (5, self._undo), (2, self._tabs),
            (3, self._find), (4, self._go),
        ]  # fmt: skip

    def act(self) -> None:
        """One event, anywhere in the window."""
        self._chance.choices([act for _weight, act in self._acts], [weight for weight, _act in self._acts])[
            0
        ]()

    def likes(self, how_often: float) -> bool:
        """Whether it does something that it does so often: 0 never, 1 always."""
        return self._chance.random() < how_often

    def in_popup(self, popup: QWidget) -> None:
        """One event in a menu or a list that is open."""
        self._inside += 1
        if self._inside % 9 == 0:
            self._tell(f"closes {name(popup)}")
            popup.close()
            return
        roll = self._chance.random()
        if roll < 0.2:
            self._mouse(popup, self._point(popup))
            return
        keys = (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left, Key.Key_Return,
                Key.Key_Escape, Key.Key_Space, Key.Key_S)  # fmt: skip
        key = self._chance.choice(keys)
        self._tell(f"popup-key {key.name} in {name(popup)}")
        _press(popup, key)

    def in_dialog(self) -> None:
        """One event in the dialog that is open. Files are never chosen, and nothing is printed."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._inside += 1
        if isinstance(dialog, QFileDialog) or dialog.inherits("QAbstractPrintDialog"):
            self._tell(f"cancels {name(dialog)}")
            dialog.reject()
        elif isinstance(dialog, QMessageBox):
            button = self._chance.choice(dialog.buttons())
            self._tell(f"answers {button.text()!r} to {dialog.text()[:60]!r}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        elif self._inside % 25 == 0 and isinstance(dialog, QDialog):
            self._tell(f"rejects {name(dialog)}")
            dialog.reject()
        else:
            self._use(dialog)

    def in_another(self, other: QWidget) -> None:
        """One event in a window that stays open beside the kit's, as the library's does."""
        self._inside += 1
        other.activateWindow()
        QApplication.processEvents()
        if self._inside % 25 == 0:
            self._tell(f"shuts {name(other)}")
            other.close()
        else:
            self._use(other)

    def _use(self, dialog: QWidget) -> None:
        focus, roll = _keys_go_to(dialog), self._chance.random()
        if roll < 0.35:
            typed = letters(self._chance, 4)
            self._tell(f"dialog-types {typed!r} in {name(dialog)} {name(focus)}")
            _type(focus, typed)
        elif roll < 0.6:
            key = self._chance.choice((*_MOVES, *_WORKS[:5], Key.Key_Tab, Key.Key_Escape))
            self._tell(f"dialog-key {key.name} in {name(dialog)} {name(focus)}")
            _press(focus, key, self._chance.choice(_HELD[:4]))
        elif roll < 0.75 and (
            buttons := [each for each in _seen(dialog, QAbstractButton) if each.isEnabled()]
        ):
            button = self._chance.choice(buttons)
            self._tell(f"dialog-button {name(button)} {button.text()!r}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            self._mouse(dialog, self._point(dialog))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _write(self) -> None:
        focus = self._focus()
        typed = letters(self._chance, 5)
        self._tell(f"types {typed!r} in {name(focus)}")
        _type(focus, typed)

    def _press(self) -> None:
        key = self._chance.choice(_MOVES if self._chance.random() < 0.5 else _WORKS)
        held, focus = self._chance.choice(_HELD), self._focus()
        self._tell(f"key {key.name} {held.value:x} in {name(focus)}")
        _press(focus, key, held)

    def _shortcut(self) -> None:
        known = [(each.id, each.keys) for each in COMMANDS if each.keys]
        known += [
            (kind.__name__, kind_keys(number)) for number, kind in enumerate(OFFERED) if kind_keys(number)
        ]
        command, text = self._chance.choice(known)
        if command in _HEAVY and self._chance.random() < 0.9:
            command, text = "undo", "Ctrl+Z"
        keys, focus = QKeySequence(text)[0], self._focus()
        self._tell(f"shortcut {text} ({command}) in {name(focus)}")
        _press(focus, keys.key(), keys.keyboardModifiers())

    def _command(self) -> None:
        actions = [each for each in self.window.actions_.commands.items() if each[1].isEnabled()]
        command, action = self._chance.choice(actions)
        if command in _HEAVY and self._chance.random() < 0.8:
            return
        self._tell(f"command {command}")
        action.trigger()

    def _click(self) -> None:
        self._mouse(self.window, self._spot())

    def _double(self) -> None:
        at = self._spot()
        self._tell(f"double {name(self.window.childAt(at))} at {at.x()},{at.y()}")
        QTest.mouseDClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def _mouse(self, top: QWidget, at: QPoint) -> None:
        button = Qt.MouseButton.LeftButton
        held = self._chance.choice(_HELD[:6])
        if self._chance.random() < 0.1:
            button = self._chance.choice((Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton))
        where, handle = f"{name(top)} {name(top.childAt(at))}", top.windowHandle()
        self._tell(f"click {where} at {at.x()},{at.y()} {button.name} {held.value:x}")
        if self._chance.random() < 0.3:
            QTest.mouseMove(handle, at)
        for act in (QTest.mousePress, QTest.mouseRelease):
            if isValid(handle):  # a menu is gone once it was clicked
                act(handle, button, held, at)

    def _point(self, top: QWidget) -> QPoint:
        rect = top.rect()
        return QPoint(
            self._chance.randrange(max(rect.width(), 1)), self._chance.randrange(max(rect.height(), 1))
        )

    def _spot(self) -> QPoint:
        """A point of the window, most often on something that can be used."""
        if self._chance.random() < 0.2:
            return self._point(self.window)
        for _try in range(6):
            found = [each for each in _seen(self.window, QWidget) if each.window() is self.window]
            widget = self._chance.choice(found)
            rect = widget.visibleRegion().boundingRect()
            if rect.isEmpty():
                continue
            at = QPoint(
                self._chance.randint(rect.left(), rect.right()),
                self._chance.randint(rect.top(), rect.bottom()),
            )
            return widget.mapTo(self.window, at)
        return self._point(self.window)

    def _context(self) -> None:
        at = self._spot()
        target = self.window.childAt(at) or self.window
        by_key = self._chance.random() < 0.3
        if by_key:
            target = self._focus()
        reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
        inside = target.mapFromGlobal(self.window.mapToGlobal(at))
        self._tell(f"context {name(target)}")
        QApplication.sendEvent(target, QContextMenuEvent(reason, inside, target.mapToGlobal(inside)))

    def _drag(self) -> None:
        start, handle = self._spot(), self.window.windowHandle()
        end = (
            self._spot() if self._chance.random() < 0.5 else start + QPoint(self._chance.randint(-60, 60), 20)
        )
        end = QPoint(
            min(max(end.x(), 0), self.window.width() - 1), min(max(end.y(), 0), self.window.height() - 1)
        )
        left = Qt.MouseButton.LeftButton
        where = name(self.window.childAt(start))
        self._tell(f"drag {where} {start.x()},{start.y()} to {end.x()},{end.y()}")
        QTest.mousePress(handle, left, pos=start)
        if not QApplication.activePopupWidget() and not QApplication.activeModalWidget():
            QTest.mouseMove(handle, (start + end) / 2)
            QTest.mouseMove(handle, end)
        QTest.mouseRelease(handle, left, pos=end)

    def _wheel(self) -> None:
        at = self._spot()
        held = self._chance.choice(_HELD)
        turn = QPoint(0, self._chance.choice((-480, -120, -30, 30, 120, 480)))
        self._tell(f"wheel {turn.y()} {held.value:x} over {name(self.window.childAt(at))}")
        QTest.wheelEvent(self.window.windowHandle(), QPointF(at), turn, stateKey=held)

    def _drop(self) -> None:
        at, mime = self._spot(), something(self._chance, self._files, self.window.session)
        target = self.window.childAt(at) or self.window
        while not target.acceptDrops() and target is not self.window:
            parent = target.parentWidget()
            if parent is None:
                break
            target = parent
        inside = target.mapFromGlobal(self.window.mapToGlobal(at))
        self._tell(f"drop {mime.formats()} {mime.text()[:30]!r} on {name(target)}")
        how = (Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, mime)
        mouse = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(inside, *how, *mouse)
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QApplication.sendEvent(target, QDragMoveEvent(inside, *how, *mouse))
            if self._chance.random() < 0.2:
                QApplication.sendEvent(target, QDragLeaveEvent())
            else:
                QApplication.sendEvent(target, QDropEvent(QPointF(inside), *how, *mouse))

    def _paste(self) -> None:
        if self._chance.random() < 0.7:
            QApplication.clipboard().setMimeData(something(self._chance, self._files, self.window.session))
        focus = self._focus()
        key = self._chance.choice((Key.Key_V, Key.Key_V, Key.Key_C, Key.Key_X))
        mime = QApplication.clipboard().mimeData()
        has = f"{mime.text()[:30]!r} {mime.formats()}" if mime else "nothing"
        self._tell(f"Ctrl+{key.name} in {name(focus)}, clipboard has {has}")
        _press(focus, key, _HELD[5])

    def _compose(self) -> None:
        """As an input method does: letters that are not final yet, then a word in their place, or none."""
        focus = self._focus()
        word, left = self._chance.choice(("漢字", "e\u0301", "😀", "")), self._chance.randint(0, 3)
        self._tell(f"composes {word!r} in {name(focus)}")
        for length in range(left):
            QApplication.sendEvent(focus, QInputMethodEvent("か" * (length + 1), []))
            QApplication.processEvents()
        if not isValid(focus):
            return
        last = QInputMethodEvent("", [])
        # It takes back no more than there is.
        at, anchor = (
            focus.inputMethodQuery(which)
            for which in (Qt.InputMethodQuery.ImCursorPosition, Qt.InputMethodQuery.ImAnchorPosition)
        )
        around = at and at == anchor
        last.setCommitString(word, *((-1, 1) if around and self._chance.random() < 0.3 else ()))
        QApplication.sendEvent(focus, last)

    def _resize(self) -> None:
        size = self._chance.choice(((1480, 930), (1280, 720), (1000, 700), (700, 400), (2200, 1300), (1, 1)))
        self._tell(f"resize {size}")
        self.window.resize(*size)

    def _undo(self) -> None:
        focus, times = self._focus(), self._chance.choice((1, 1, 2, 8))
        held = self._chance.choice((_HELD[5], _HELD[5], _HELD[7]))
        self._tell(f"undo {times} {held.value:x} in {name(focus)}")
        for _time in range(times):
            _press(self._focus(), Key.Key_Z, held)

    def _tabs(self) -> None:
        if self.window.workspace is None:
            return
        bar = self._chance.choice(self.window.workspace.findChildren(QTabBar))
        at = self._chance.randrange(max(bar.count(), 1))
        self._tell(f"tab {name(bar)} {at}")
        spot = bar.mapTo(self.window, bar.tabRect(at).center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self._within(spot))

    def _within(self, at: QPoint) -> QPoint:
        return QPoint(
            min(max(at.x(), 0), self.window.width() - 1), min(max(at.y(), 0), self.window.height() - 1)
        )

    def _find(self) -> None:
        text = self._chance.choice(
            ("e", "the", "(", "[a-", ".*", "^", "(a+)+$", "paragraph", "river", "\\", "", "漢")
        )
        keys = self._chance.choice((Key.Key_F, Key.Key_H))
        self._tell(f"find {text!r}")
        _press(self._focus(), keys, _HELD[5])
        focus = self._focus()
        if focus.inherits("QLineEdit"):
            _type(focus, text)
            for _time in range(self._chance.randint(0, 2)):
                _press(self._focus(), Key.Key_Return, self._chance.choice(_HELD[:4]))

    def _go(self) -> None:
        """A click into a text of a card, where most is to be done."""
        workspace = self.window.workspace
        if workspace is None:
            return
        cards = [card for card in workspace.editor.findChildren(Card) if not card.visibleRegion().isEmpty()]
        fields = [field for card in cards for _path, field in card.form.text_fields()]
        fields = [field for field in fields if not field.visibleRegion().isEmpty()]
        if not fields:
            return
        field = self._chance.choice(fields)
        rect = field.visibleRegion().boundingRect()
        at = field.mapTo(
            self.window, QPoint(self._chance.randint(rect.left(), rect.right()), rect.center().y())
        )
        self._tell(f"goes to {name(field)}")
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self._within(at))


def _type(target: QWidget, typed: str) -> None:
    """Key events for any letters, each to what has the focus then."""
    for letter in typed:
        focus = _keys_go_to(target)
        if letter.isascii() and letter.isprintable():
            _press(focus, letter)
        else:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _keys_go_to(target: QWidget) -> QWidget:
    """What has the focus by now. Off screen a dialog may lack it, and what is behind must get no keys."""
    dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
    if dialog is None:
        return focus or target
    return focus if focus and focus.window() is dialog else dialog.focusWidget() or dialog


def _press(target: QWidget, key: Any, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, let go of where the focus is then: what had it may be gone."""
    QTest.keyPress(target, key, held)
    after = QApplication.activePopupWidget() or QApplication.focusWidget()
    if after is not None and isValid(after):
        QTest.keyRelease(after, key, held)


def _seen(parent: QWidget, kind: type[W]) -> list[W]:
    return [each for each in parent.findChildren(kind) if each.isVisible()]


def name(widget: QWidget | None) -> str:
    """What to call a widget in a report."""
    if widget is None or not isValid(widget):
        return "nobody"
    return f"{type(widget).__name__}#{widget.objectName()}"
