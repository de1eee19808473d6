"""A window to click and type in, with real events."""

import datetime
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)

from presskit.gui.app import build_window
from presskit.gui.editor.card import Card
from presskit.gui.editor.pane import EditorPane
from presskit.gui.mainwindow import MainWindow
from presskit.library.items import Item, Piece
from presskit.library.opening import open_library
from presskit.library.people import Consent
from presskit.library.shelf import Shelf
from presskit.model.kit import Asset
from presskit.model.release import Release
from presskit.settings import Settings, SettingsFile
from tests.kits import cleared, png
from tests.library.parts import analyst, private_person, river_alliance, river_words, study


class Hand:
    """Hands on keyboard and mouse."""

    def __init__(self, qtbot: Any, window: MainWindow) -> None:
        self.bot, self.window = qtbot, window

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys."""
        if QApplication.focusWidget() is None:  # no window manager gives it back after a dialog
            self.window.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def write(self, text: str) -> None:
        """Types into whatever has the focus; a letter that no key of QTest has is a key event of its own."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.focus, event)
        self.breathe()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Presses a key where the focus is."""
        for _time in range(times):
            QTest.keyClick(self.focus, key, modifier)
            self.breathe()

    def ctrl(self, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
        """Presses a key with Ctrl."""
        held = Qt.KeyboardModifier.ControlModifier
        for each in more:
            held |= each
        self.key(key, held)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Clicks a widget that can be seen."""
        assert widget.isVisible(), f"{widget.objectName() or widget} cannot be seen"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.breathe()

    def breathe(self) -> None:
        """Lets the window do what it put off, as it does between two keys of a person. No window manager
        gives it back the keys after a list has closed."""
        QApplication.processEvents()
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        # A list of suggestions leaves the keys where they are.
        offers = above is not None and above.objectName() == "offers"
        if (above is None or offers) and not self.window.isActiveWindow() and self.window.isVisible():
            self.window.activateWindow()
            QApplication.processEvents()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """The visible widget of that object name."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"no {name} to be seen"
        return found[0]

    def bar(self, label: str) -> QWidget:
        """A button of the top bar, by its accessible name."""
        assert self.window.bar is not None
        return next(each for each in self.window.bar.findChildren(QWidget) if each.accessibleName() == label)

    @property
    def editor(self) -> EditorPane:
        """The cards."""
        assert self.window.workspace is not None
        return self.window.workspace.editor

    @property
    def release(self) -> Release:
        """The release as it is now, to look at."""
        assert self.window.session is not None
        return self.window.session.release

    @property
    def kinds(self) -> list[str]:
        """The kinds of the blocks, in order."""
        return [block.kind for block in self.release.blocks]

    @property
    def words(self) -> list[str]:
        """The first line of each block."""
        return [block.summary() for block in self.release.blocks]

    @property
    def place(self) -> int:
        """Where the block stands that the caret is in."""
        return self.release.index(self.editor.current)

    def card(self, place: int) -> Card:
        """The card of the block at a place."""
        return self.card_of(self.release.blocks[place].id)

    def card_of(self, block_id: str) -> Card:
        """The card of a block."""
        card = self.editor.card(block_id)
        assert card is not None, f"no block {block_id}"
        return card

    def go(self, place: int, path: str = "") -> Any:
        """Clicks into a field of a block, and returns it."""
        card = self.card(place)
        field = card.form.field_at(path or card.first_field())
        assert field is not None
        self.editor.ensureWidgetVisible(field)
        self.breathe()
        self.click(field.viewport() if isinstance(field, QAbstractScrollArea) else field)
        return field

    def paste(self, text: str = "", html: str = "") -> None:
        """Puts something on the clipboard and presses Ctrl+V."""
        mime = QMimeData()
        if text:
            mime.setText(text)
        if html:
            mime.setHtml(html)
        QApplication.clipboard().setMimeData(mime)
        self.ctrl(Qt.Key.Key_V)

    def drop(self, target: QWidget, mime: QMimeData, at: QPoint) -> bool:
        """Drags something over a widget and lets go of it there; whether it was taken."""
        how = (Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, mime)
        with_mouse = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(at, *how, *with_mouse)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(target, QDragMoveEvent(at, *how, *with_mouse))
        self.breathe()
        drop = QDropEvent(QPointF(at), *how, *with_mouse)
        QApplication.sendEvent(target, drop)
        self.breathe()
        return drop.isAccepted()

    def drop_inside(self, target: QListWidget, mime: QMimeData, at: QPoint) -> None:
        """Lets go of a list's own item over it; off screen no drag has a source, so that it only drops."""
        event = QDropEvent(
            QPointF(at),
            Qt.DropAction.MoveAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        target.dropEvent(event)
        self.breathe()

    def answer(self, value: str, heard: list[str] | None = None) -> None:
        """Gives an answer to the question that the next step asks; `heard` gets what it says."""

        def act(box: QMessageBox) -> None:
            if heard is not None:
                heard.append(box.text())
            button = box.findChild(QPushButton, f"answer-{value}")
            assert button is not None, f"no answer {value!r} to {box.text()!r}"
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

        self.in_dialog(act)

    def in_menu(self, button: Callable[[], QWidget], label: str) -> None:
        """Opens the menu of a button with the mouse and chooses an entry with the keys."""
        self.in_opened_menu(lambda: self.click(button()), label)

    def in_opened_menu(self, opens: Callable[[], None], label: str) -> None:
        """Chooses an entry with the keys in the menu that the next step opens."""
        done: list[str] = []

        def choose(tries: int = 800) -> None:
            menu = QApplication.activePopupWidget()
            there = isinstance(menu, QMenu) and any(action.text() == label for action in menu.actions())
            if tries and not there:  # it may come later
                QTimer.singleShot(10, self.window, lambda: choose(tries - 1))
                return
            assert isinstance(menu, QMenu), "no menu has opened"
            done.append(label)
            for _try in range(len(menu.actions()) + 1):
                if menu.activeAction() is not None and menu.activeAction().text() == label:
                    break
                QTest.keyClick(menu, Qt.Key.Key_Down)
            else:
                menu.close()
                raise AssertionError(f"no {label} in the menu")
            QTest.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(60, self.window, choose)
        opens()
        self.until(lambda: bool(done))
        self.breathe()

    def in_dialog(self, act: Callable[[Any], None]) -> None:
        """Acts in the dialog that the next step opens."""

        def wait(tries: int = 3000) -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isVisible():
                # A file dialog first looks at its folder.
                QTimer.singleShot(150, self.window, lambda: do(dialog))
            elif tries:
                QTimer.singleShot(10, self.window, lambda: wait(tries - 1))

        def do(dialog: QDialog) -> None:
            try:
                act(dialog)
            except BaseException:
                dialog.reject()  # or the test would wait for ever
                raise

        QTimer.singleShot(10, self.window, wait)  # what opens in the next test is not meant

    def choose_file(self, path: Path) -> None:
        """Types a path into the file dialog that the next step opens."""

        def act(dialog: QDialog) -> None:
            assert isinstance(dialog, QFileDialog)
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            line.setCompleter(None)  # its list would take the Return
            line.selectAll()
            QTest.keyClicks(line, str(path))
            QTest.keyClick(line, Qt.Key.Key_Return)

        self.in_dialog(act)

    def clear(self) -> None:
        """Gives a reason why the kit goes to reporters as it is."""
        assert self.window.session is not None
        self.window.session.edit_kit("For a test", cleared)
        self.breathe()

    def send(self, dialog: Any) -> None:
        """Presses the button of an export, and gives a reason where a check stops it."""
        self.click(dialog.accept_button)
        self.until(lambda: dialog.gate.isVisible() or dialog.reveal.isVisible())
        if dialog.gate.isVisible():
            assert not dialog.accept_button.isEnabled()
            QTest.keyClicks(dialog.gate.reason, "For a test")
            self.click(dialog.accept_button)
        self.until(dialog.reveal.isVisible)

    def until(self, done: Callable[[], bool], patience: int = 8000) -> None:
        """Waits, at most so many milliseconds."""
        self.bot.waitUntil(done, timeout=patience)


class Watch(QObject):
    """Closes a dialog or menu that nobody closes: or a test that missed its moment would wait for ever."""

    LONGEST = 60.0  # seconds that one may stay

    def __init__(self) -> None:
        super().__init__()
        self._seen: QWidget | None = None
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if above is None or above is not self._seen:
            self._seen, self._since = above, time.monotonic()
        elif time.monotonic() - self._since > self.LONGEST:
            self._seen = None
            if isinstance(above, QDialog):
                above.reject()
            else:
                above.close()
            raise AssertionError(f"nobody closed {above.objectName() or above} {above.windowTitle()!r}")


@pytest.fixture(autouse=True)
def watch(qapp: QApplication) -> Iterator[None]:
    """No test waits for ever."""
    watch = Watch()
    yield
    watch.deleteLater()


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    """Settings of a user who has never been here."""
    kept = SettingsFile(tmp_path / "home" / "settings.json")
    kept.save(Settings(theme="light", open_folder=str(tmp_path)))
    return kept


@pytest.fixture
def hand(qtbot: Any, store: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """Hands on a window that was just opened. It must leave no window and no thread behind."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = build_window(store)
    try:
        window.resize(1480, 930)
        window.show()
        qtbot.waitExposed(window, timeout=30_000)  # also on a machine that has much else to do
        window.activateWindow()
        yield Hand(qtbot, window)
    finally:
        if window.isVisible():
            monkeypatch.setattr(window.files, "may_leave", lambda: True)
            window.close()
        window.deleteLater()
        QApplication.clipboard().clear()  # off screen, Python's data there would outlive Python
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()  # Python clears up by itself again


@pytest.fixture
def library(store: SettingsFile) -> Iterator[Shelf]:
    """The library that the window has, as another program would open it."""
    found = open_library(str(store.library_path))
    yield found
    found.close()


@pytest.fixture
def kept(library: Shelf) -> dict[str, Item]:
    """A library with one of each kind."""
    portrait = Asset.of(png(77))
    organisation = library.add(river_alliance())
    words = river_words()
    assert isinstance(words.content, Piece)
    given = {
        "words": replace(words, content=replace(words.content, organisation=organisation.id)),
        "person": analyst(portrait=portrait.name),
        "study": study(),
        "gone": private_person(Consent(withdrawn=datetime.date(2026, 5, 4), reason="threats")),
    }
    found = {name: library.add(item, [portrait]) for name, item in given.items()}
    return {**found, "organisation": organisation}


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A blank kit with a headline and a paragraph."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)
    hand.write("Lede")
    return hand


@pytest.fixture
def desk(kept: dict[str, Item], page: Hand) -> Hand:
    """A kit with a headline and a paragraph, beside a library that is shown."""
    pieces = page.find("pieces")
    page.until(lambda: any(row.name == "Nadia Ferrer Otis" for row in pieces.rows))
    return page
