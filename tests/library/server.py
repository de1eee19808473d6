"""A PostgreSQL server of the tests' own: in a temporary folder, on a free port of the loopback address."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "not a real one: it/has @signs"
_TOOLS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
_PATIENCE = 30  # seconds for a server to come up


def tool(name: str) -> str | None:
    """Where a program of PostgreSQL is; the latest version where there are several."""
    found = [
        path / name
        for pattern in _TOOLS
        for path in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
        if (path / name).exists()
    ]
    return str(found[0]) if found else shutil.which(name)


def missing() -> str:
    """Why there can be no server here; nothing where there can."""
    absent = [name for name in ("initdb", "postgres") if tool(name) is None]
    if absent:
        return f"PostgreSQL is not installed: there is no {' and no '.join(absent)}"
    if os.name == "nt":
        return "the server of the tests is started as POSIX systems do"
    if os.geteuid() == 0 and _other_user() is None:
        return "PostgreSQL does not run as root, and there is no other user here"
    return ""


def _other_user() -> pwd.struct_passwd | None:
    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known.get("nobody")


class Server:
    """A server that can be stopped and started. user, password: of its only account. durable: whether what is
    kept survives a power cut, as for everybody but tests."""

    user, password = "kit_keeper", PASSWORD

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self._folder, self._durable = folder, durable
        self._data = folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self._initialise()

    def url(self, database: str = "postgres", *, password: bool = True) -> str:
        """The address of a database on it, with the password as a URL has it."""
        from urllib.parse import quote

        secret = f":{quote(self.password, safe='')}" if password else ""
        return f"postgresql://{self.user}{secret}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "logging_collector": "off",
            "max_connections": "40",
            "fsync": "on" if self._durable else "off",
        }
        words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [tool("postgres") or "", "-D", str(self._data), *words],
                stdout=log,
                stderr=log,
                **self._as_other(),  # type: ignore[call-overload]
            )
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._folder / "log").read_text()[-2_000:])
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stops it: SIGINT ends all connections in order, SIGQUIT at once as a power cut would."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=_PATIENCE)
            self._process = None

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Runs a statement as the account; its rows."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    def _answers(self) -> bool:
        import psycopg

        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _initialise(self) -> None:
        secret = self._folder / "secret"
        secret.write_text(self.password)
        other = _other_user() if os.geteuid() == 0 else None
        if other is not None:
            for path in (self._folder, secret):
                os.chown(path, other.pw_uid, other.pw_gid)
        words = [
            "-D", str(self._data), "-U", self.user, "-A", "scram-sha-256", "--pwfile", str(secret),
            "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        ]  # fmt: skip
        done = subprocess.run(
            [tool("initdb") or "", *words],
            capture_output=True,
            text=True,
            check=False,
            **self._as_other(),
        )
        if done.returncode:
            raise RuntimeError(done.stderr)

    def _as_other(self) -> dict[str, object]:
        """How to start it when we are root, which it refuses to run as."""
        other = _other_user() if os.geteuid() == 0 else None
        if other is None:
            return {"cwd": self._folder}
        return {"cwd": self._folder, "user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(folder: Path, *, durable: bool = False) -> Iterator[Server]:
    """A server in a folder, stopped at the end."""
    server = Server(folder, durable=durable)
    server.start()
    try:
        yield server
    finally:
        server.stop(signal.SIGQUIT)
