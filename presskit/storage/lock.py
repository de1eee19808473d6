"""Who has a file open: a small file beside it, `.~lock.<name>#`, that names them (the name LibreOffice uses).

The lock is advice between people. It cannot be made in a folder that is read-only, and nothing fails then.
A lock whose process is gone from this computer counts for nothing; one of another computer has to be
respected, or taken over by whoever knows better.
"""

import contextlib
import datetime
import getpass
import hashlib
import os
import sys
import time
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from presskit.storage.errors import Holder, InUse

_LARGEST = 4096  # bytes of a lock that are read
_ATTEMPTS = 10
_PAUSE = 0.05  # seconds, for another process to finish writing its lock
_HALF_WRITTEN = 10.0  # seconds after which a lock that says nothing was left by a crash


class Lock:
    """A file held open, until `release` or the end of a `with`."""

    def __init__(self, place: Path, content: bytes) -> None:
        self._place = place
        self._content = content

    @property
    def is_held(self) -> bool:
        """Whether others can see it; not where no lock could be made, or somebody took it over."""
        try:
            return bool(self._content) and _look(self._place) == self._content
        except OSError:
            return False

    def release(self) -> None:
        """Lets go of the file; what somebody took over stays theirs."""
        if self.is_held:
            with contextlib.suppress(OSError):
                self._place.unlink(missing_ok=True)
        self._content = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock_of(path: Path) -> Path:
    """Where the lock of a file is; links to one file share it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".~lock.{real.name}#")


def acquire(path: Path, *, take_over: bool = False) -> Lock:
    """Marks a file, there or not, as open here. Raises InUse, with who, when it is open elsewhere.

    take_over: whatever lock there is gives way. Where none can be made, the lock returned holds nothing.
    """
    try:
        place = lock_of(path)
    except ValueError:  # a name that no file can have
        return Lock(path, b"")
    mine = msgspec.json.encode(_me())
    for _attempt in range(_ATTEMPTS):
        try:
            _create(place, mine)
        except FileExistsError:
            pass
        except (OSError, ValueError):
            return Lock(place, b"")
        else:
            return Lock(place, mine)
        try:
            found = _look(place)
            age = time.time() - place.stat().st_mtime
        except FileNotFoundError:
            continue
        except OSError as error:
            raise InUse(path, Holder(), here=False) from error
        if found is None:
            continue
        holder = _read(found)
        if holder is None and not take_over and age < _HALF_WRITTEN:
            time.sleep(_PAUSE)
            continue
        if holder is not None and not take_over and not is_gone(holder):
            raise InUse(path, holder, here=_is_here(holder))
        if not _set_aside(place, found):
            return Lock(place, b"")
    raise InUse(path, Holder(), here=False)


def _me() -> Holder:
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # no name is set, as in some containers
        user = ""
    now = datetime.datetime.now().astimezone().replace(microsecond=0)
    pid = os.getpid()
    return Holder(
        user=user,
        host=_host(),
        pid=pid,
        since=now,
        started=_started(pid),
        token=os.urandom(8).hex(),
        machine=_machine(),
    )


def _host() -> str:
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


@cache
def _machine() -> str:
    """What tells this computer from others under any name, as networks give it one after the other, until it
    is started anew; nothing where the system does not say (random(4); machine-id(5) will not do: computers
    that were set up from one image often share it). Processes that do not see each other's numbers, as in
    two containers, are not on one (pid_namespaces(7))."""
    try:
        own = Path("/proc/sys/kernel/random/boot_id").read_bytes().strip()
        numbers = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""
    return hashlib.sha256(b"presskit " + own + numbers.encode()).hexdigest()[:16] if own else ""


def _is_here(holder: Holder) -> bool:
    """Whether a lock was made on this computer."""
    return holder.host == _host() or bool(holder.machine and holder.machine == _machine())


def _create(place: Path, content: bytes) -> None:
    """Makes the lock; raises FileExistsError when there is one, OSError when there can be none."""
    with place.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
        except OSError:
            place.unlink(missing_ok=True)
            raise


def _look(place: Path) -> bytes | None:
    """What a lock says; None when there is none. Raises OSError when it cannot be read."""
    try:
        with place.open("rb") as stream:
            return stream.read(_LARGEST)
    except FileNotFoundError:
        return None


def _read(content: bytes) -> Holder | None:
    """Who a lock names; None when it is half written or no lock of ours."""
    try:
        return msgspec.json.decode(content, type=Holder)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _set_aside(place: Path, found: bytes) -> bool:
    """Removes a lock that says `found`; False when the system does not allow it.

    Renamed first: of two processes that find the same dead lock, one gets it; and if it was already another,
    live one by then, it is put back.
    """
    aside = place.with_name(f".presskit-{os.urandom(4).hex()}.tmp")
    try:
        place.rename(aside)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    with contextlib.suppress(OSError):
        if _look(aside) != found:
            os.link(aside, place)
    with contextlib.suppress(OSError):
        aside.unlink(missing_ok=True)
    return True


def is_gone(holder: Holder) -> bool:
    """Whether the process that holds a lock ran on this computer and has ended."""
    if not _is_here(holder):
        return False
    if holder.pid == os.getpid():
        return holder.started != _started(holder.pid)
    if not _is_running(holder.pid):
        return True
    started = _started(holder.pid)
    return bool(holder.started and started) and holder.started != started


def _is_running(pid: int) -> bool:
    """Whether a process of that number is there."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        import ctypes  # os.kill(pid, 0) would end the process there

        # The right to ask; access denied; still active (winnt.h, winerror.h, minwinbase.h).
        system = ctypes.windll.kernel32
        handle = system.OpenProcess(0x1000, False, pid)
        if not handle:
            return bool(system.GetLastError() == 5)
        code = ctypes.c_ulong()
        system.GetExitCodeProcess(handle, ctypes.byref(code))
        system.CloseHandle(handle)
        return code.value == 259
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """When a process started, in clock ticks since Linux did (proc_pid_stat(5), field 22); else nothing."""
    try:
        line = Path(f"/proc/{pid}/stat").read_bytes()
        return line.rpartition(b")")[2].split()[19].decode("ascii")
    except (OSError, IndexError, UnicodeDecodeError):
        return ""
