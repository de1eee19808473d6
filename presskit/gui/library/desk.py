"""The window's way to the library: asked off the window's thread, one question at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from presskit.gui.lane import Lane
from presskit.gui.library.dailycopy import DailyCopy
from presskit.i18n import _
from presskit.library.opening import default_path, is_server, open_library
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf

Ask = Callable[[Shelf], Any]
Then = Callable[[Any], None]
Failed = Callable[[LibraryProblem], None]


class Desk(QObject):
    """Opens the library when it is first asked for, in a lane of its own, and hands answers back on the
    window's thread.

    moved: it was opened, lost or found again. kept: something in it was changed from this window.
    problem: why it cannot be used, if it cannot. own: the file of the user's own library.
    """

    moved = Signal()
    kept = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None, address: str = "", own: Path | None = None) -> None:
        super().__init__(parent)
        self.own = own or default_path()
        self._lane = Lane(parent)
        self._daily = DailyCopy(self)
        self._daily.failed.connect(self.failed)
        self._address = address
        self._password: str | None = None  # typed here, and kept by no keyring
        self._opened: tuple[str, Shelf] | None = None  # by the lane, which alone changes it
        self._closed = False
        self.shelf: Shelf | None = None
        self.problem: LibraryProblem | None = None

    @property
    def address(self) -> str:
        """Which library it is: a file, or the URL of a server without its password."""
        return self._address

    @property
    def is_new(self) -> bool:
        """Whether it is a file that nobody has made yet: then it is empty, and need not be opened to know."""
        if self.shelf is not None or is_server(self._address):
            return False
        try:
            return not (Path(self._address) if self._address else self.own).exists()
        except (OSError, ValueError):  # it cannot be looked at: opening it tells why
            return False

    def turn_to(self, address: str, password: str | None = None) -> None:
        """Uses another library from now on. password: of a server, where the keyring does not have it."""
        self.shelf = self.problem = None
        self._address, self._password = address, password
        self._lane.queue(self._let_go, lambda _done: None)
        self.moved.emit()

    def ask(self, job: Ask, then: Then, failed: Failed | None = None) -> None:
        """Asks the library, after all asked before, and hands the answer to `then`; what goes wrong goes to
        `failed`, or is told by the signal of that name."""
        address = self._address
        self._lane.queue(
            lambda: self._run(job, address), lambda answer: self._answered(answer, address, then, failed)
        )

    def ask_latest(self, job: Ask, then: Then, failed: Failed | None = None) -> None:
        """Asks in the place of a question of this sort that still waits, as when somebody types on."""
        address = self._address
        self._lane.latest(
            lambda: self._run(job, address), lambda answer: self._answered(answer, address, then, failed)
        )

    def change(self, job: Ask, then: Then, failed: Failed | None = None) -> None:
        """Asks for a change, and tells all who show the library that it was made."""

        def done(answer: Any) -> None:
            then(answer)
            self.kept.emit()

        self.ask(job, done, failed)

    def let_go(self) -> None:
        """Closes the library; it is opened again when it is next asked."""
        self.shelf = None
        self._lane.queue(self._let_go, lambda _done: None)

    def close(self) -> None:
        """Lets what runs end, and closes the library."""
        self._closed = True
        self._lane.close()
        self._daily.close()
        self._let_go()

    # --- in the lane

    def _run(self, job: Ask, address: str) -> tuple[Shelf, Any]:
        if self._opened is None or self._opened[0] != address:
            self._let_go()
            copies = self.own.parent / "teams"
            self._opened = (address, open_library(address, password=self._password, copies=copies))
        shelf = self._opened[1]
        try:
            return shelf, job(shelf)
        except Exception as problem:
            if shelf is not self.shelf:  # opened for this: it stays open for the next
                raise _AfterOpening(shelf, problem) from problem
            raise

    def _let_go(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()

    # --- in the window

    def _answered(self, answer: Any, address: str, then: Then, failed: Failed | None) -> None:
        if self._closed or address != self._address:  # what was asked of another library is nobody's affair
            return
        if isinstance(answer, _AfterOpening):
            self._has_opened(answer.shelf)
            answer = answer.problem
        if isinstance(answer, LibraryProblem):
            if self.shelf is None:
                self.problem = answer
                self.moved.emit()
            (failed or self.failed.emit)(answer)
        elif isinstance(answer, Exception):
            raise answer
        else:
            shelf, result = answer
            self._has_opened(shelf)
            then(result)

    def _has_opened(self, shelf: Shelf) -> None:
        if self.shelf is not shelf:
            self.shelf, self.problem = shelf, None
            if not is_server(self._address) and not shelf.read_only:
                self._daily.attend(Path(self._address or self.own))
            self.moved.emit()


class _AfterOpening(Exception):  # noqa: N818 - it carries what was opened, and the problem
    def __init__(self, shelf: Shelf, problem: Exception) -> None:
        super().__init__(_("The library was opened, and could not answer."))
        self.shelf, self.problem = shelf, problem
