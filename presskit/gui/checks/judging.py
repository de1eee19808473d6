"""Judges the kit that is shown, off the window's thread, whenever its writer pauses."""

import sys
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from presskit.checking import Finding, Judge, Known, known_of, passed
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.i18n import _
from presskit.issuing import Since
from presskit.library.problems import LibraryProblem
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.session import Changed, Session
from presskit.text.reading import grade

_PAUSE = 250  # milliseconds without a change before the kit is judged
_LONG_PAUSE = 3000  # before what takes longer: how names are spelt in the library, how hard the text is
_CLOCK = 60_000  # an embargo ends while nobody writes


class Judging(QObject):
    """A judgement that a newer one overtook is told to nobody.

    judged: findings, none that is passed over among them, and the release that was judged. graded: how hard
    its text is to read, or None. failed: the rules could not be run.
    """

    judged = Signal(object, object)
    graded = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        self._lane = Lane(parent)
        self._judge = Judge()
        self._since = Since()
        self._known: dict[int, Known] = {}
        self._asked = 0
        self._wait = self._timer(_PAUSE, self.look)
        self._wait_long = self._timer(_LONG_PAUSE, self._look_further)
        self._clock = self._timer(_CLOCK, self._strike)

    def _timer(self, after: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(act)
        return timer

    def attend(self, session: Session) -> None:
        """From here on it is about this kit."""
        self._session, self._judge, self._known = session, Judge(), {}
        self.later()
        self._clock.start()

    def leave(self) -> None:
        """No kit is shown any more."""
        for timer in (self._wait, self._wait_long, self._clock):
            timer.stop()
        self._asked += 1
        self._session = None

    def close(self) -> None:
        """Stops its thread."""
        self.leave()
        self._lane.close()

    def changed(self, told: Changed) -> None:
        """The kit was changed."""
        if told.cause != "saved":
            self.later()

    def later(self) -> None:
        """Judges once the writer pauses."""
        self._wait.start()
        self._wait_long.start()

    def _strike(self) -> None:
        self._clock.start()
        self.look()

    def look(self) -> None:
        """Judges the kit as it is now."""
        if self._session is None:
            return
        self._asked += 1
        kit, number = self._session.kit, self._session.number
        known = self._known.get(number, Known())
        job = partial(self._judged, kit, number, known)
        self._lane.latest(job, partial(self._show, self._asked, kit.releases[number]))

    def _judged(self, kit: Kit, number: int, known: Known) -> tuple[Finding, ...]:
        """All findings; run in the lane."""
        return self._judge.judge(kit, number, known=replace(known, changed=self._since.changed(kit, number)))

    def _show(self, asked: int, release: Release, result: tuple[Finding, ...] | Exception) -> None:
        if isinstance(result, Exception):
            print(_("presskit: the checks failed: {why}").format(why=repr(result)), file=sys.stderr)
            self.failed.emit()
        elif asked == self._asked and self._session is not None:
            kit = self._session.kit
            self.judged.emit(tuple(each for each in result if not passed(kit, each)), release)

    def _look_further(self) -> None:
        if self._session is None:
            return
        session = self._session
        kit, number, release = session.kit, session.number, session.release
        texts = [text for block in release.blocks if block.kind != "contacts" for text in block.letters()]

        def show_grade(found: object) -> None:
            if self._session is session:
                self.graded.emit(found if isinstance(found, float) else None)

        def show_known(known: Known) -> None:
            if self._session is session and known != self._known.get(number, Known()):
                self._known[number] = known
                self.look()

        def failed(_problem: LibraryProblem) -> None:
            """The library's own pane tells it; the checks go on without."""

        self._lane.queue(partial(grade, texts, release.language), show_grade)
        self._desk.ask(lambda shelf: known_of(shelf, kit, number), show_known, failed)
