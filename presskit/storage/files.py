"""Kits and exports on disk: reading what cannot be trusted, saving without ever losing what was there.

The version before the last save stays beside a kit as `<name>.presskit.bak`; any kit can be opened under any
name, so nothing need be renamed to look at it. While a file is written its bytes are in `.presskit-*.tmp` in
the same folder; what a killed process leaves of those is removed by the next save after an hour.
"""

import contextlib
import errno
import hashlib
import os
import stat
import time
from pathlib import Path

from msgspec import Struct

from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.storage.container import MAX_FILE, pack, too_many_bytes, unpack
from presskit.storage.errors import (
    CannotRead,
    CannotWrite,
    ChangedOnDisk,
    FileProblem,
    Missing,
    NotAKit,
    TooLarge,
)

SUFFIX = ".presskit"

_TEMPORARY = ".presskit-{name}-{token}.tmp"
_STALE = 3600  # seconds; no save takes that long


class Stamp(Struct, frozen=True):
    """What a file held when it was read or written: its size in bytes and its SHA-256 in hexadecimal.

    No time: a copy, a synchronised folder or `touch` changes it and nothing that anybody wrote.
    """

    size: int
    digest: str


class Opened(Struct, frozen=True):
    """A kit out of a file. problem: what to tell of it although it opened, such as a newer format or damaged
    pictures. read_only: whether saving it in its file would lose what this version does not understand."""

    kit: Kit
    stamp: Stamp
    read_only: bool = False
    problem: FileProblem | None = None


def read(path: Path) -> Opened:
    """The kit in a file. Raises FileProblem: Missing, CannotRead, TooLarge, NotAKit, Damaged, NewerFormat."""
    data = read_bounded(path)
    contents = unpack(data, path)
    return Opened(contents.kit, _stamp(data), contents.read_only, contents.problem)


def write(path: Path, kit: Kit, expected: Stamp | None = None) -> Stamp:
    """Saves a kit in a file, whole or not at all, and keeps what was in it as a backup.

    expected: what the file should still hold; None writes over whatever is there. A link is followed.
    Raises FileProblem: ChangedOnDisk, CannotWrite, TooLarge; the file is then as it was.
    """
    data = pack(kit, path)
    _replace_whole(path, data, expected, keep=True)
    return _stamp(data)


def write_whole(path: Path, data: bytes) -> None:
    """Writes bytes to a file, whole or not at all, over what is there. Raises CannotWrite; the file is then
    as it was."""
    _replace_whole(path, data, None, keep=False)


def backup_of(path: Path) -> Path:
    """Where the version before the last save of a kit is kept."""
    return path.with_name(f"{path.name}.bak")


def has_changed(path: Path, stamp: Stamp) -> bool:
    """Whether a file that can be read holds something else than it did; False when it is not there."""
    try:
        if path.stat().st_size != stamp.size:
            return True
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() != stamp.digest
    except (OSError, ValueError):
        return False


def _stamp(data: bytes) -> Stamp:
    return Stamp(len(data), hashlib.sha256(data).hexdigest())


def read_bounded(path: Path) -> bytes:
    """The bytes of a file, one more than MAX_FILE at most. Raises FileProblem: Missing, CannotRead, NotAKit
    for what is no file, TooLarge."""
    try:
        # Asked first, since opening a pipe waits for somebody to write to it.
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise NotAKit(path, _("a folder"))
        if not stat.S_ISREG(found.st_mode):
            raise NotAKit(path, _("a device or pipe"))
        if found.st_size > MAX_FILE:
            raise TooLarge(path, too_many_bytes(MAX_FILE))
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Missing(path) from error
    except OSError as error:
        raise CannotRead(path, error) from error


def _replace_whole(path: Path, data: bytes, expected: Stamp | None, *, keep: bool) -> None:
    try:
        # A link stays one: what it leads to is replaced.
        target = Path(os.path.realpath(path))
        before = _replaceable(target)
        _sweep(target)
        fresh = _temporary(target)
        try:
            _write_through(fresh, data, before)
            if expected is not None and has_changed(target, expected):
                raise ChangedOnDisk(path)
            if keep and before is not None and has_changed(target, _stamp(data)):
                _back_up(target)
            _replace(fresh, target)
        finally:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise CannotWrite(path, error) from error
    _flush_folder(target.parent)


def _replaceable(target: Path) -> os.stat_result | None:
    """What is known of the file that is there, if any; raises OSError when it must not be replaced."""
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(before.st_mode):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # Replacing would work where the folder allows it, against the wish of whoever protected the file.
    os.close(os.open(target, os.O_WRONLY))
    return before


def _temporary(target: Path, token: str = "") -> Path:
    """A name beside `target`, short however long its own; only the token differs between two."""
    name = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:8]
    return target.with_name(_TEMPORARY.format(name=name, token=token or os.urandom(4).hex()))


def _sweep(target: Path) -> None:
    """Removes what killed saves of this file left."""
    with contextlib.suppress(OSError):
        for left in target.parent.glob(_temporary(target, "*").name):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _write_through(fresh: Path, data: bytes, before: os.stat_result | None) -> None:
    """Writes a new file down to the disk itself, with the permissions of the one that it is to replace."""
    mode = 0o666 if before is None else stat.S_IMODE(before.st_mode)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(fresh, flags, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if before is not None:
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):  # only an administrator may give a file away
                os.chown(fresh, before.st_uid, before.st_gid)
        fresh.chmod(mode)


def _back_up(target: Path) -> None:
    """Keeps the file as its backup. A backup that cannot be made must not keep anybody from saving."""
    fresh = _temporary(target)
    try:
        try:
            os.link(target, fresh)
        except OSError:  # a disk without hard links
            _copy(target, fresh)
        fresh.replace(backup_of(target))
    except OSError:
        pass
    finally:
        # There still after a failure, or if the backup was this very file: rename(2) does nothing then.
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    _write_through(target, source.read_bytes(), source.stat())


def _replace(fresh: Path, target: Path) -> None:
    """Puts one file in the place of another in one step; on Windows, waits for scanners to let go of it."""
    for pause in (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ():
        try:
            fresh.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    fresh.replace(target)


def _flush_folder(folder: Path) -> None:
    """Writes the new name down to the disk; where folders cannot be flushed, nothing."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
