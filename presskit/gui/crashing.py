"""When PressKit itself fails: the open kit is kept at once, a report is written for whoever mends it, and
the user is told in one plain dialog. When the system ends it, the open kit is kept, too."""

import contextlib
import datetime
import faulthandler
import os
import signal
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from presskit import __version__
from presskit.gui import filing
from presskit.gui.recovering import Recovering
from presskit.i18n import _
from presskit.session import FileProblem

_MOST = 20  # reports that are kept
_LONGEST = 64 * 1024  # bytes of what the system's own faults leave
_ENDINGS = ("SIGTERM", "SIGHUP", "SIGINT")


class Crashing(QObject):
    """Hears of faults that nothing else took, wherever they happen. folder: where reports are written."""

    _fell = Signal(str, object, object)

    def __init__(self, window: QMainWindow, recovering: Recovering, folder: Path) -> None:
        super().__init__(window)
        self._window, self._recovering, self._folder = window, recovering, folder
        self._told: set[tuple[str, int]] = set()
        self._asking = False
        self._before: Any = None
        self._before_thread: Any = None
        self._faults: Any = None
        self._ends = -1
        self._fell.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From here on it hears of all faults of this program."""
        self._before, sys.excepthook = sys.excepthook, self._caught
        self._before_thread, threading.excepthook = threading.excepthook, self._caught_in_thread
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / "faults.txt"
            if path.exists() and path.stat().st_size > _LONGEST:
                path.unlink()
            self._faults = path.open("a")
            faulthandler.enable(self._faults)
        QApplication.instance().commitDataRequest.connect(lambda _manager: self._recovering.now())  # type: ignore[union-attr]
        self._hear_endings()

    def uninstall(self) -> None:
        """Hears nothing more, and leaves all as it was."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before, self._before_thread
            self._before = None
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            self._end(signal.SIGINT)
            return
        problem = self._recovering.now()
        place = traceback.extract_tb(trace)[-1] if trace is not None else None
        where = (place.filename, place.lineno or 0) if place is not None else (kind.__name__, 0)
        if where in self._told:
            return
        self._told.add(where)
        report = self._report("".join(traceback.format_exception(kind, error, trace)))
        self._fell.emit(kind.__name__, problem, report)

    def _caught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _report(self, trace: str) -> Path | None:
        """Writes down what happened, without any words of the kit; None where it could not be written."""
        now = datetime.datetime.now().astimezone()
        machine = f"Python {sys.version}, {sys.platform}"
        words = f"PressKit {__version__}, {machine}\n{now}\n\n{trace}"
        path = self._folder / f"fault-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
            for old in sorted(self._folder.glob("fault-*.txt"))[:-_MOST]:
                old.unlink()
        except OSError as fault:
            print(_("presskit: the report was not written: {why}").format(why=fault), file=sys.stderr)
            return None
        return path

    def _tell(self, _kind: str, problem: FileProblem | None, report: Path | None) -> None:
        if self._asking:  # one dialog, whatever follows from it
            return
        self._asking = True
        try:
            words = [_("Something went wrong in PressKit, and it is not your doing.")]
            if problem is None:
                words.append(_("Your work is kept as it is now. You can go on."))
                words.append(
                    _("If the window behaves oddly, close PressKit: it offers your work when you start it.")
                )
            else:
                words.append(problem.sentence)
            if report is not None:
                words.append(
                    _("What happened is written in {file}, for whoever mends it.").format(file=report)
                )
            answers = (("go", _("Go on")), ("close", _("Close PressKit")))
            title, text = _("Something went wrong"), "\n\n".join(words)
            if filing.ask(self._window, title, text, *answers, escape="go") == "close":
                self._end(None)
        finally:
            self._asking = False

    # --- the system ends the program

    def _hear_endings(self) -> None:
        """Python hears of a signal only when it runs: the system writes it to a pipe, which wakes Qt up."""
        if sys.platform == "win32":  # ends programs by closing their windows
            return
        self._ends, theirs = os.pipe()
        for end in (self._ends, theirs):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
        for name in _ENDINGS:
            signal.signal(getattr(signal, name), lambda _number, _frame: None)
        heard = QSocketNotifier(self._ends, QSocketNotifier.Type.Read, self)
        heard.activated.connect(self._heard)

    def _heard(self) -> None:
        with contextlib.suppress(OSError):
            self._end(os.read(self._ends, 1)[0])

    def _end(self, number: int | None) -> None:
        """Ends the program at once, with what is not saved kept for the next start."""
        self._recovering.now()
        QTimer.singleShot(0, lambda: QApplication.exit(128 + number if number else 1))
