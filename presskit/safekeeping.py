"""Unsaved work is kept while one writes, and brought back when the program ended before it was saved."""

import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.session import Session
from presskit.settings import data_folder
from presskit.snapshots import has_named, holds, joined, now_utc
from presskit.storage import files
from presskit.storage.errors import ChangedSince, FileProblem, NotKept
from presskit.storage.recovery import Head, Left, Trail, left

__all__ = ["Left", "Safekeeping", "Work", "bring_back", "homes", "leftovers", "saved_kit", "work_of"]

SECONDS = 2.0
"""Between two snapshots. With what one takes to be written, less than five seconds of work can be lost."""
_AFTER = 0.3  # seconds from the first change to its snapshot, when there was none of late


class Work(Struct, frozen=True):
    """A kit with changes that are not saved, and what is to be known to bring them back."""

    kit: Kit
    head: Head


def homes(chosen: Path | None = None) -> tuple[Path, ...]:
    """The folders that unsaved work is kept in: the user's own, or beside settings that are in a folder
    named on purpose; then one of the system's for what is not to last, for when the first takes no more."""
    if chosen is not None:
        return (chosen / "recovery",)
    own = data_folder() / "recovery"
    try:
        spare = Path(tempfile.gettempdir())
    except OSError:  # no folder at all that can be written to
        return (own,)
    return (own, spare / f"presskit-{_user()}")


def work_of(session: Session) -> Work | None:
    """What is to be kept of an open kit; nothing when all is saved. What is open to read only is kept as a
    kit without a file: it may not be saved in that one."""
    if not session.is_modified:
        return None
    head = Head(title=session.release.title()[:200], number=session.number)
    if session.path is not None and not session.read_only and session.stamp is not None:
        path = str(session.path.absolute())
        head = replace(head, path=path, size=session.stamp.size, digest=session.stamp.digest)
    return Work(session.kit, head)


class Safekeeping:
    """Keeps the work on one kit, on a thread of its own. told: called on that thread with what keeps it
    from being kept, and with None once it is kept again."""

    def __init__(
        self,
        places: Sequence[Path],
        told: Callable[[FileProblem | None], None],
        seconds: float = SECONDS,
    ) -> None:
        self.seconds = seconds
        self._trail, self._told = Trail(places), told
        self._ready = threading.Condition()
        self._writing = threading.Lock()
        self._work: Work | None = None
        self._is_new = False
        self._is_kept = False  # whether the last state that was written is
        self._ended = False
        self._failed = False
        self._last = -60.0
        self._thread: threading.Thread | None = None

    def note(self, work: Work | None) -> None:
        """What there is to be kept from here on; None once all is saved."""
        with self._ready:
            if self._ended or (work is None and self._work is None):
                return
            self._work, self._is_new = work, True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="presskit-safe", daemon=True)
                self._thread.start()
            self._ready.notify()

    def now(self) -> FileProblem | None:
        """Keeps it at once, on the thread that asks, unless it is kept; returns what keeps it from that, if
        anything does."""
        return self._write()

    def end(self, *, keep: bool = False) -> None:
        """Stops, and forgets what was kept, unless it is to stay for the next start."""
        with self._ready:
            self._ended = True
            if not keep:
                self._work = None  # nor does a fault in another thread keep it again
            self._ready.notify()
        if self._thread is not None:
            self._thread.join()
        if not keep:
            with self._writing:
                self._trail.end()

    def _run(self) -> None:
        while True:
            with self._ready:
                while not (self._ended or self._is_new):
                    self._ready.wait()
                self._ready.wait_for(self._is_due, self._pause())
                if self._ended:
                    return
            if (problem := self._write()) is not None:
                self._told(problem)
                with self._ready:  # tried again, until it can be kept
                    self._is_new = True
            elif self._failed:
                self._told(None)
            self._failed = problem is not None

    def _is_due(self) -> bool:
        return self._ended or self._work is None

    def _pause(self) -> float:
        """Seconds to the next snapshot."""
        return max(_AFTER, self._last + self.seconds - time.monotonic())

    def _write(self) -> FileProblem | None:
        with self._writing:
            with self._ready:  # asked here: of two threads, the later one never writes what is older
                if self._is_kept and not self._is_new:  # as when one fault follows another
                    return None
                work, self._is_new, self._is_kept = self._work, False, False
            self._last = time.monotonic()
            try:
                if work is None:
                    self._trail.clear()
                else:
                    self._trail.keep(work.kit, work.head)
            except FileProblem as problem:
                return problem
            except Exception as fault:  # noqa: BLE001 - told, and tried again: the next state may be kept
                return NotKept(OSError(str(fault) or type(fault).__name__))
            self._is_kept = True
        return None


def leftovers(places: Sequence[Path]) -> tuple[Left, ...]:
    """The work that was not saved when the program ended, the latest first. What its file holds by now is
    forgotten. Whoever asks discards each or lets it go."""
    found = []
    for each in left(places):
        if _is_saved(each):
            each.discard()
        else:
            found.append(each)
    return tuple(found)


def saved_kit(one: Left) -> Kit | None:
    """What the file of a kit holds by now; None where it has none, or none that can be read."""
    try:
        return files.read(Path(one.head.path)).kit if one.head.path else None
    except FileProblem:
        return None


def _is_saved(one: Left) -> bool:
    """Whether the file of the kit holds what was kept: the program ended just after it was saved."""
    saved = saved_kit(one)
    try:
        return saved is not None and holds(saved, one.kit())
    except FileProblem:
        return False


def bring_back(one: Left, leaving: Session | None = None) -> tuple[Session, FileProblem | None]:
    """A session with what was kept, not saved yet, and what the user should know. It is in its file's place
    when that still holds what it did, and undo then leads to what the file holds; else it is a kit without
    a file, which is unsaved whatever is undone. leaving: the kit that is left for it, which lets go of the
    file where that is the same. Raises FileProblem when it cannot be read; it stays where it is then."""
    kit = one.kit()
    session, problem = _base(one.head, leaving)
    if session.path is None:  # undo to nothing would leave nothing, and nothing to ask about
        session = Session.unsaved(kit)
        session.number = min(one.head.number, len(kit.releases) - 1)
        return session, problem
    kept = joined(session.kit, kit, now_utc())
    session.change_versions(lambda now: replace(now, kept=kept), quietly=has_named(session.kit, kept))
    session.edit_kit(_("Bring back unsaved work"), lambda _kit: kit)
    session.number = min(one.head.number, len(kit.releases) - 1)
    return session, problem


def _base(head: Head, leaving: Session | None) -> tuple[Session, FileProblem | None]:
    if not head.path:
        return Session(Kit()), None
    path = Path(head.path)
    if leaving is not None and leaving.is_in(path):
        leaving.close()
    try:
        session = Session.open(path)
    except FileProblem as problem:
        return Session(Kit()), problem
    if session.stamp == head.base and not session.read_only:
        return session, session.problem
    session.close()
    return Session(Kit()), ChangedSince(path)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "user"
