"""One open kit: its history and its file. No Qt here; faces listen."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.history import History
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.snapshots import at_saving, has_named, joined, kept_now, now_utc
from presskit.storage import files
from presskit.storage.clip import Clip, pack, unpack
from presskit.storage.errors import ChangedOnDisk, FileProblem, InUse, ReadOnly
from presskit.storage.files import SUFFIX
from presskit.storage.lock import Lock, acquire

# What a face needs of the floors below it, which it reaches through here alone.
__all__ = [
    "SUFFIX",
    "Changed",
    "ChangedOnDisk",
    "Clip",
    "FileProblem",
    "InUse",
    "Session",
    "pack",
    "unpack",
]  # fmt: skip

Cause = Literal["edit", "undo", "redo", "opened", "saved"]


class Changed(Struct, frozen=True):
    """What listeners are told: the release before and after, why, and where the caret belongs."""

    before: Release | None
    after: Release
    cause: Cause
    caret: Any = None


Listener = Callable[[Changed], None]


class Session:
    """An open kit. Every change goes through `edit`, so there is one history.

    problem: what the user should know of the file although it opened.
    """

    def __init__(self, kit: Kit, opened: files.Opened | None = None, path: Path | None = None) -> None:
        self._history = History(kit)
        self._listeners: list[Listener] = []
        self._lock: Lock | None = None
        self._stamp = opened.stamp if opened else None
        self.path = path
        self.read_only = opened.read_only if opened else False
        self.problem = opened.problem if opened else None
        self.number = 0
        self._opened = kit if opened else None  # until the first save, which keeps it as a version
        self._since = now_utc()

    @classmethod
    def open(cls, path: Path, *, take_over: bool = False) -> "Session":
        """The kit in a file, locked for this session; raises FileProblem, InUse among them unless
        `take_over` says that whoever has it locked no longer does."""
        lock = acquire(path, take_over=take_over)
        try:
            opened = files.read(path)
        except BaseException:  # such as too little memory: it may be opened again
            lock.release()
            raise
        session = cls(opened.kit, opened, path)
        session._lock = lock
        return session

    @classmethod
    def unsaved(cls, kit: Kit) -> "Session":
        """A kit that somebody wrote and no file holds: modified until it is saved, whatever is undone."""
        session = cls(kit)
        session._history.mark_saved(None)
        return session

    @classmethod
    def look_at(cls, path: Path) -> "Session":
        """The kit in a file, to read only, whoever else has it open; raises FileProblem."""
        session = cls((opened := files.read(path)).kit, opened, path)
        session.read_only = True
        return session

    @property
    def kit(self) -> Kit:
        """The kit as it is now."""
        return self._history.current

    @property
    def stamp(self) -> files.Stamp | None:
        """What the file held when it was last read or saved; None where there is no file."""
        return self._stamp

    @property
    def release(self) -> Release:
        """The release being worked on, one of the kit's."""
        return self.kit.releases[min(self.number, len(self.kit.releases) - 1)]

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        return self._history.is_modified

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every change until the function returned is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def edit(
        self,
        label: str,
        change: Callable[[Release], Release],
        *,
        merge: Any = None,
        before: Any = None,
        after: Any = None,
    ) -> bool:
        """Applies a change to the release as one step named `label`; False when it changes nothing."""
        return self.edit_kit(
            label,
            lambda kit: kit.with_release(self.number, change(kit.releases[self.number])),
            merge=merge,
            before=before,
            after=after,
        )

    def paste(
        self,
        label: str,
        pictures: Iterable[Asset],
        change: Callable[[Release], Release],
        *,
        before: Any = None,
        after: Any = None,
    ) -> None:
        """Applies a change that needs pictures which the kit may not have yet, as one step."""

        def paste(kit: Kit) -> Kit:
            for picture in pictures:
                kit = kit.with_picture(picture)
            return kit.with_release(self.number, change(kit.releases[self.number]))

        self.edit_kit(label, paste, before=before, after=after)

    def edit_kit(
        self,
        label: str,
        change: Callable[[Kit], Kit],
        *,
        merge: Any = None,
        before: Any = None,
        after: Any = None,
    ) -> bool:
        """Applies a change to the whole kit as one step named `label`; False when it changes nothing."""
        old, was = self.kit, self.release
        new = change(old)
        if new.kept is not old.kept:  # it was made before one was kept
            new = replace(new, kept=old.kept)
        if new == old:
            return False
        self._history.commit(new, label, merge=merge, before=before, after=after)
        self._tell(was, "edit", after)
        return True

    def amend(self, change: Callable[[Kit], Kit]) -> None:
        """Applies a change to the kit that no undo takes back, as what went out stays out."""
        self._history.amend(change)
        self._tell(self.release, "edit", None)

    def keep(self, name: str = "") -> None:
        """Keeps the kit as it is now among its versions, which no undo takes back. Without a name, as before
        all of it is changed, that alone is nothing to save. Raises TooManyVersions for one with a name."""
        kept = kept_now(self.kit, now_utc(), name)
        if kept is not self.kit.kept:
            self.change_versions(lambda kit: replace(kit, kept=kept), quietly=not name)

    def change_versions(self, change: Callable[[Kit], Kit], *, quietly: bool = False) -> None:
        """Changes which versions are kept with the kit, which no undo takes back."""
        kept = change(self.kit).kept
        self._history.amend(lambda kit: replace(kit, kept=kept), quietly=quietly)
        self._tell(self.release, "edit", None)

    def undo(self) -> None:
        """Takes the last step back."""
        was = self.release
        if step := self._history.undo():
            self._tell(was, "undo", step.before)

    def redo(self) -> None:
        """Brings back the step last undone."""
        was = self.release
        if step := self._history.redo():
            self._tell(was, "redo", step.after)

    def save(self, path: Path | None = None, *, overwrite_changes: bool = False) -> Path:
        """Writes the kit to `path`, or to its own file, and returns where it went.

        Raises FileProblem, and ChangedOnDisk among them when another program changed the file since
        and `overwrite_changes` is off; the kit stays as it is and what was in the file stays there.
        """
        target = path or self.path
        if target is None:
            raise ValueError("a kit without a file needs a path to be saved")
        kit = self.kit
        kept = at_saving(kit, self._opened, self._since, now_utc())
        moves = not self.is_in(target)
        if self.read_only and not moves:
            raise ReadOnly(target)
        lock = acquire(target) if moves else self._lock
        try:
            expected = None if moves or overwrite_changes else self._stamp
            self._stamp = files.write(target, replace(kit, kept=kept), expected)
        except BaseException:
            if moves and lock is not None:
                lock.release()
            raise
        if moves and self._lock is not None:
            self._lock.release()
        self._lock, self.path, self.read_only = lock, target, False
        self._opened = None
        if kept is not kit.kept:
            self._history.amend(lambda kit: replace(kit, kept=kept))
        self._history.mark_saved(self.kit)
        self._tell(self.release, "saved", None)
        return target

    def is_in(self, path: Path) -> bool:
        """Whether a path, or a link, leads to the file of the kit."""
        try:
            return self.path is not None and os.path.realpath(path) == os.path.realpath(self.path)
        except ValueError:  # a name that no file can have
            return False

    def is_changed_on_disk(self) -> bool:
        """Whether somebody else saved something else in the file since it was read or saved here. Reads all
        of it: not for the window's thread."""
        return self.path is not None and self._stamp is not None and files.has_changed(self.path, self._stamp)

    def take_theirs(self) -> None:
        """The kit as it is in the file by now, as a step that can be undone; `problem` is what is to be told
        of it. Raises FileProblem."""
        if self.path is None:
            raise ValueError("a kit without a file has nothing to take over")
        opened = files.read(self.path)
        self._stamp, self.problem = opened.stamp, opened.problem
        # Not given back by undo: what their version has and this one does not know is in the file now.
        self.read_only = self.read_only or opened.read_only
        was = self.release
        self.keep()
        kept = joined(opened.kit, self.kit, now_utc())
        self._history.commit(opened.kit, _("Take over what was saved"))
        self._history.mark_saved(opened.kit)
        # A version under a name that they do not have is still to be saved.
        self._history.amend(lambda kit: replace(kit, kept=kept), quietly=has_named(opened.kit, kept))
        self._tell(was, "edit", None)

    def close(self) -> None:
        """Lets go of the file."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _tell(self, before: Release, cause: Cause, caret: Any) -> None:
        self.number = min(self.number, len(self.kit.releases) - 1)
        told = Changed(before, self.release, cause, caret)
        for listener in tuple(self._listeners):
            listener(told)
