"""A monkey at the window: any number of random events, the same each time for the same seed."""

import faulthandler
import random
import sys
import traceback
from collections import Counter, deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from presskit.gui.editor.textfield import RichField
from presskit.gui.mainwindow import MainWindow
from presskit.model.kit import Kit
from presskit.session import Session
from tests.gui.paws import Paws

PATIENCE = 60  # seconds that 100 events may take before the monkey is said to hang
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)
LAST = 40  # events that a failure tells of


class Fault(AssertionError):  # noqa: N818 - it is no error of the test
    """Something that the monkey found."""


class Monkey:
    """Plays with a window that `make` builds, on kits of a list in turn.

    complaints: what Qt complained of so far. diary: is told of each event before it happens, for a crash.
    """

    def __init__(
        self,
        make: Callable[[], MainWindow],
        kits: list[Kit],
        seed: int,
        complaints: Callable[[], list[str]],
        files: list[Path],
        diary: TextIO | None = None,
    ) -> None:
        self._make, self._kits, self._complaints = make, kits, complaints
        self._diary = diary
        self.seed, self.done = seed, 0
        self.log: deque[str] = deque(maxlen=LAST)
        self.seen: Counter[str] = Counter()
        self._raised: list[str] = []
        self._delivering = self._on = False
        self._session: Session | None = None
        self._first: Kit | None = None
        self._turn = 0
        self.paws = Paws(make(), random.Random(seed), self._tell, files)

    @property
    def window(self) -> MainWindow:
        """The window that it plays with."""
        return self.paws.window

    # --- the run

    def play(self, events: int) -> None:
        """That many events; raises Fault, which tells how to have it again."""
        hook, sys.excepthook = sys.excepthook, self._excepted
        self._on = True
        QTimer.singleShot(1, self._tick)
        try:
            self._next_kit()
            for self.done in range(1, events + 1):
                if self.done % 100 == 1:
                    faulthandler.dump_traceback_later(PATIENCE, exit=True)
                self._step()
                if self.done % 60 == 0:
                    self._compare()
                if self.done % 1000 == 0:
                    self._next_kit()
            self._settle()
        except Fault as found:
            told = "\n".join(self.log)
            again = f"PRESSKIT_MONKEY_SEED={self.seed}"
            raise Fault(f"{found}\n--- event {self.done}, again with {again}; the last:\n{told}") from found
        finally:
            self._on = False
            faulthandler.cancel_dump_traceback_later()
            sys.excepthook = hook

    def _excepted(self, kind: type[BaseException], error: BaseException, where: Any) -> None:
        self._raised.append("".join(traceback.format_exception(kind, error, where)))

    def _step(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._do(partial(self.paws.in_popup, popup))
        elif QApplication.activeModalWidget() is not None:
            self._do(self.paws.in_dialog)
        elif (other := self._another()) is not None and self.paws.likes(0.4):
            self._do(partial(self.paws.in_another, other))
        else:
            self._do(self.paws.act)
        if not self.window.isVisible():
            self._again()
        self._follow()
        self._check()

    def _another(self) -> QWidget | None:
        """A window that is open beside the one with the kit."""
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and each is not self.window and each.windowType() in _WINDOWS:
                return each
        return None

    def _do(self, act: Callable[[], None]) -> None:
        was, self._delivering = self._delivering, True
        try:
            act()
        finally:
            self._delivering = was
        QApplication.processEvents()

    def _tell(self, what: str) -> None:
        """Notes what is about to be done."""
        self.seen[what.split(" ", 1)[0]] += 1
        self.log.append(f"{self.done} {what}")
        if self._diary:
            self._diary.write(f"{self.done} {what}\n")

    def _check(self) -> None:
        if self._raised:
            raise Fault(self._raised[0])
        if complaints := self._complaints():
            raise Fault("Qt says: " + "; ".join(complaints))
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QApplication.processEvents()
        if QApplication.focusWidget() is None and self.window.isActiveWindow():
            raise Fault("nothing has the focus")

    # --- kits

    def _next_kit(self) -> None:
        self._close_all()
        self._settle()
        kit = self._kits[self._turn % len(self._kits)]
        self._turn += 1
        self._tell(f"shows kit {self._turn}")
        session = Session(kit)
        self.window.show_session(session)
        QApplication.processEvents()
        self._follow()

    def _close_all(self) -> None:
        for _try in range(20):
            top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if top is None:
                return
            top.close()
            QApplication.processEvents()

    def _again(self) -> None:
        """The window was closed: another is opened."""
        self.window.deleteLater()
        self.paws.window = self._make()
        self._next_kit()

    def _follow(self) -> None:
        """Notices when the window shows another kit; what was done to the one before must come undone."""
        session = self.window.session
        if session is self._session:
            return
        old, self._session = self._session, session
        if old is not None:
            self._unwind(old)
        self._first = session.kit if session and not session.history.undo_label else None
        if session is None and self.done % 3:  # else the start page is played with
            self._next_kit()

    def _settle(self) -> None:
        self._close_all()
        if self._session is not None and self._session is self.window.session:
            self._compare()
            self._unwind(self._session)

    def _unwind(self, session: Session) -> None:
        """Undo brings back the first kit, redo the last, and the cards tell the same each time."""
        shown = session is self.window.session
        while session.history.redo_label:
            session.redo()
        last = session.kit
        while session.history.undo_label:
            session.undo()
        QApplication.processEvents()
        if self._first is not None and _undone(session.kit) != _undone(self._first):
            raise Fault("undo did not bring back the first kit")
        if shown:
            self._compare()
        while session.history.redo_label:
            session.redo()
        QApplication.processEvents()
        if session.kit != last:
            raise Fault("redo did not bring back the last kit")
        if shown:
            self._compare()
        if self._raised:
            raise Fault(self._raised[0])

    def _compare(self) -> None:
        """Every card shows what its block says."""
        if self.window.workspace is None:
            return
        release = self.window.workspace.session.release
        for block_id, card in list(self.window.workspace.editor.cards.items()):
            block = release.find(block_id)
            if card.block != block or card.form.record != block:
                raise Fault(f"a card shows {card.form.record}, its block says {block}")
            for path, field in card.form.text_fields():
                said = _at(block, path)
                if field.answer() != said:  # type: ignore[attr-defined]
                    raise Fault(f"{block.kind} {path} shows {field.answer()!r}, and is {said!r}")  # type: ignore[attr-defined]
                if isinstance(field, RichField) and field._read() != said:
                    raise Fault(f"{block.kind} {path} has {field._read()!r} in it, and is {said!r}")

    # --- events

    def _tick(self) -> None:
        """Plays on while the program waits in a loop of its own: of a dialog or a menu."""
        if not self._on:
            return
        QTimer.singleShot(2, self._tick)
        modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if popup is not None and (self._delivering or modal is not None):
            self.paws.in_popup(popup)
        elif modal is not None:
            self.paws.in_dialog()


def _at(record: Any, path: str) -> Any:
    """The answer at a path of a record."""
    for part in path.split("/"):
        record = record[int(part)] if part.isdigit() else getattr(record, part)
    return record


def _undone(kit: Kit) -> Kit:
    """What of a kit undo brings back: versions that were kept stay kept."""
    return replace(kit, kept=())
