"""Work that is not saved yet, kept in the user's own folder until it is: a trail for each open kit.

A trail is a folder of its own, `<token>`, with a lock beside it as a kit's file has one: whose lock can be
had was left by a process that ended. In it `snapshot` (a line of JSON that says which file it is of and
what that held, then the kit as a file has it, without pictures and versions), each picture, once, under its
own name, and `versions`, as a kit's file has them. Each is whole or not there: it is written beside, down to
the disk, and renamed."""

import contextlib
import datetime
import errno
import os
import re
import shutil
import stat
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.kept import Kept
from presskit.model.kit import MAX_PICTURE_BYTES, Asset, Kit
from presskit.storage import files
from presskit.storage.codec import encode
from presskit.storage.container import MAX_FILE, pack, unpack
from presskit.storage.errors import Damaged, FileProblem, InUse, NewerFormat, NotKept
from presskit.storage.kept import MAX_ENTRY, entry_of, read_entry
from presskit.storage.lock import Lock, acquire

MOST = 64  # trails that are looked at
_SNAPSHOT = "snapshot"
_VERSIONS = "versions"
_TOKEN = re.compile(r"[0-9a-f]{16}")
_LOCK = re.compile(r"\.~lock\.([0-9a-f]{16})#")
_HEAD = 64 * 1024  # bytes of the first line
_YOUNG = 60.0  # seconds: a trail that says nothing may be just begun


class Head(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which kit a snapshot is of. path: its file, empty when it has none yet. size, digest: what the file
    held when it was last read or saved (bytes, SHA-256). when: of the snapshot, with its zone. title: the
    headline. number: the release that was being worked on. raw: the path in bytes, in its place in a snapshot
    where they are no UTF-8."""

    format: int = 1
    path: str = ""
    raw: bytes = b""
    size: int = 0
    digest: str = ""
    when: datetime.datetime | None = None
    title: str = ""
    number: int = 0

    @property
    def base(self) -> files.Stamp | None:
        """What the file held; None where there is no file."""
        return files.Stamp(self.size, self.digest) if self.digest else None


class Trail:
    """Where the unsaved work on one kit is kept. homes: the folders that trails may be in; the second and
    later ones are for when those before take no more. For one thread at a time."""

    def __init__(self, homes: Sequence[Path]) -> None:
        self._homes = tuple(homes)
        self._token = os.urandom(8).hex()
        self._locks: dict[Path, Lock] = {}
        self._kept: dict[Path, tuple[Kept, ...]] = {}  # the versions that are written already

    def keep(self, kit: Kit, head: Head) -> None:
        """Keeps a kit in the place of what was kept before. Raises NotKept or TooLarge; what was kept
        before is then still there."""
        line = _line(replace(head, when=datetime.datetime.now().astimezone()))
        data = line + b"\n" + pack(replace(kit, pictures=(), kept=()), Path(head.path or _SNAPSHOT))
        fault: OSError | ValueError | None = None
        for home in self._homes:
            folder = home / self._token
            try:
                self._begin(home)
                for picture in kit.pictures:
                    if not (folder / picture.name).exists():
                        files.write_whole(folder / picture.name, picture.data)
                is_new = self._kept.get(folder, ()) is not kit.kept
                if is_new or (kit.kept and not (folder / _VERSIONS).exists()):
                    files.write_whole(folder / _VERSIONS, entry_of(kit.kept))
                    self._kept[folder] = kit.kept
                files.write_whole(folder / _SNAPSHOT, data)
            except FileProblem as problem:
                fault = fault or _fault(problem)
            except OSError as problem:
                fault = fault or problem
            else:
                self._forget(each for each in self._homes if each != home)
                return
        raise NotKept(fault or OSError())

    def clear(self) -> None:
        """Forgets what was kept: it is saved, or not wanted."""
        self._forget(self._homes)

    def end(self) -> None:
        """Forgets what was kept, and lets go of the folders."""
        self.clear()
        for lock in self._locks.values():
            lock.release()
        self._locks.clear()

    def _begin(self, home: Path) -> None:
        """Makes the folder of this trail; others on this computer may not look into it. Raises OSError."""
        private(home)
        lock = self._locks.get(home)
        if lock is None or not lock.is_held:  # on a full disk there may have been no room for it before
            try:
                self._locks[home] = acquire(home / self._token)
            except InUse as problem:  # another window took it for left behind, and looks at it
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from problem
        (home / self._token).mkdir(mode=0o700, exist_ok=True)

    def _forget(self, homes: Iterable[Path]) -> None:
        for home in homes:
            self._kept.pop(home / self._token, None)
            _remove(home / self._token)


class Left:
    """What a process that ended left unsaved, held until it is let go: no other window offers it
    meanwhile."""

    def __init__(self, folder: Path, head: Head, lock: Lock) -> None:
        self.folder, self.head, self._lock = folder, head, lock

    def kit(self) -> Kit:
        """The kit as it was last kept. Raises FileProblem: Damaged and what reading a kit raises; it stays
        where it is then."""
        data = files.read_bounded(self.folder / _SNAPSHOT)
        at = data.find(b"\n", 0, _HEAD)
        if at < 0:
            raise Damaged(self.folder / _SNAPSHOT, _("it is cut off or was changed on its way"))
        contents = unpack(data[at + 1 :], self.folder / _SNAPSHOT)
        if isinstance(contents.problem, NewerFormat):  # brought back, it would be the only copy
            raise NewerFormat(self.folder / _SNAPSHOT, contents.problem.made_by, readable=False)
        return replace(contents.kit, pictures=tuple(self._pictures(contents.kit)), kept=self._versions())

    def discard(self) -> None:
        """Forgets it for good."""
        _remove(self.folder)
        self.let_go()

    def let_go(self) -> None:
        """Leaves it as it is, for another time."""
        self._lock.release()

    def _versions(self) -> tuple[Kept, ...]:
        """The versions that were kept with it, as far as they can be read: the work itself matters more."""
        path = self.folder / _VERSIONS
        with contextlib.suppress(FileProblem, OSError):
            if path.stat().st_size <= MAX_ENTRY:
                return read_entry(files.read_bounded(path)).kept
        return ()

    def _pictures(self, kit: Kit) -> Iterable[Asset]:
        """The pictures, as many as a file may hold: first those that a kit shows, then those of undo."""
        record = encode(kit)
        shown = {path: path.name.encode() in record for path in sorted(self.folder.iterdir())}
        spent = 0
        for path in sorted(shown, key=lambda path: not shown[path]):
            if path.name in {_SNAPSHOT, _VERSIONS} or path.is_symlink() or not path.is_file():
                continue
            size = path.stat().st_size
            if size > MAX_PICTURE_BYTES or spent + size > MAX_FILE:
                continue
            spent += size
            with contextlib.suppress(ValueError, OSError):  # half written, or no picture
                found = Asset.of(path.read_bytes())
                if found.name == path.name:
                    yield found


def left(homes: Sequence[Path]) -> tuple[Left, ...]:
    """What processes that ended left unsaved, the latest first; nothing of those that still run. Whoever asks
    discards each or lets it go. What has no snapshot in it is cleared away."""
    found: list[Left] = []
    for home in homes:
        try:
            names = sorted(each.name for each in home.iterdir())
        except OSError:
            continue
        for name in names:
            if (orphan := _LOCK.fullmatch(name)) and not (home / orphan[1]).exists():
                with contextlib.suppress(InUse):
                    acquire(home / orphan[1]).release()
        trails = [home / name for name in names if _TOKEN.fullmatch(name) and _is_folder(home / name)]
        trails.sort(key=_touched, reverse=True)
        found += [one for folder in trails[:MOST] if (one := _left(folder)) is not None]
    never = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return tuple(sorted(found, key=lambda each: each.head.when or never, reverse=True))


def _left(folder: Path) -> Left | None:
    try:
        lock = acquire(folder)
    except InUse:
        return None
    try:
        with (folder / _SNAPSHOT).open("rb") as stream:
            line = stream.readline(_HEAD)
    except FileNotFoundError:
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _YOUNG:
                _remove(folder)
        lock.release()
        return None
    except OSError:
        return Left(folder, Head(), lock)
    return Left(folder, _head(line), lock)


def _line(head: Head) -> bytes:
    """What a snapshot says first. A name that is no UTF-8 has no other form in JSON than its bytes."""
    try:
        head.path.encode()
    except UnicodeEncodeError:
        head = replace(head, path="", raw=os.fsencode(head.path))
    return msgspec.json.encode(replace(head, title=head.title.encode("utf-8", "replace").decode()))


def _head(line: bytes) -> Head:
    """What the first line of a snapshot says, which is not trusted; nothing where it makes no sense."""
    try:
        head = msgspec.json.decode(line, type=Head)
        if head.raw:
            head = replace(head, path=os.fsdecode(head.raw), raw=b"")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Head()
    head = replace(head, number=max(head.number, 0))
    if head.when is not None and head.when.tzinfo is None:
        try:
            return replace(head, when=head.when.astimezone())
        except (OverflowError, ValueError, OSError):  # at the ends of the calendar
            return replace(head, when=None)
    return head


def private(folder: Path) -> None:
    """Makes a folder that only its owner may look into. Raises OSError, also where it is somebody else's or a
    link: in a folder that all may write to, another could have made it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(20, os.strerror(20), str(folder))
    if hasattr(os, "getuid"):
        if found.st_uid != os.getuid():
            raise PermissionError(13, os.strerror(13), str(folder))
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)


def _touched(folder: Path) -> float:
    """When something was last kept in a folder."""
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _remove(folder: Path) -> None:
    """Removes a trail, its snapshot first: what is half removed must not look like work that was lost."""
    with contextlib.suppress(OSError):
        (folder / _SNAPSHOT).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _fault(problem: FileProblem) -> OSError | ValueError:
    """What the system said of a file that could not be written; raises the problem where it said nothing."""
    if isinstance(problem.__cause__, OSError | ValueError):
        return problem.__cause__
    raise problem
