"""An author at work in a process of their own, to be killed: `python -m tests.gui.author HOME FILE SEED
TROUBLE`.

Types numbered words into a kit with real key events and prints one line for each ("typed 17 12.34", the
time of the monotonic clock in seconds), saves now and then ("saved 17"), and says what the window tells
("told ..."). FILE is "-" for a kit that is in no file. TROUBLE is "none", "full" or "readonly": from the
third second to the sixth the disk takes no more, or its folders do not."""

import errno
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from presskit.gui.app import build_window
from presskit.gui.filing import fresh_session
from presskit.session import Session
from presskit.settings import Settings, SettingsFile

TROUBLES = {
    "full": (errno.ENOSPC, ("open", "fsync")),
    "readonly": (errno.EROFS, ("open", "mkdir", "replace", "rename")),
}
BEGIN, END = 2.0, 4.5  # seconds of trouble


def say(*words: object) -> None:
    print(*words, flush=True)


def in_trouble(name: str, begun: float) -> None:
    """From now on, calls that write fail while there is trouble."""
    error, calls = TROUBLES[name]

    def made(real: Callable[..., Any], call: str) -> Callable[..., Any]:
        def asked(*given: Any, **named: Any) -> Any:
            reads = call == "open" and not (int(given[1]) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if BEGIN < time.monotonic() - begun < END and not reads:
                raise OSError(error, os.strerror(error))
            return real(*given, **named)

        return asked

    for call in calls:
        setattr(os, call, made(getattr(os, call), call))


def main() -> int:
    """Writes until it is killed."""
    home, name, seed, trouble = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    chance = random.Random(seed)
    app = QApplication(sys.argv[:1])
    store = SettingsFile(home / "settings.json")
    store.save(Settings(theme="light"))
    window = build_window(store)
    window.show()
    window.show_session(fresh_session("blank") if name == "-" else Session.open(Path(name)))
    workspace = window.workspace
    assert workspace is not None
    begun = time.monotonic()
    if trouble != "none":
        in_trouble(trouble, begun)
    say("begun", begun)
    told: set[str] = set()
    count = 0

    def work() -> None:
        nonlocal count
        field = app.focusWidget()
        assert field is not None
        count += 1
        QTest.keyClicks(field, f"w{count:05d} ")
        say("typed", count, time.monotonic())
        if words := workspace.notices.words("unkept"):
            if words not in told:
                told.add(words)
                say("told", words)
        elif told:
            told.clear()
            say("told", "nothing")
        if name != "-" and chance.random() < 0.02:
            QTimer.singleShot(50, answer)
            say("saved" if window.files.save() else "unsaved", count)

    def answer() -> None:
        box = app.activeModalWidget()
        if isinstance(box, QMessageBox):
            say("told", box.text())
            box.buttons()[-1].click()

    workspace.editor.go_to_block(window.session.release.blocks[0].id)  # type: ignore[union-attr]
    QApplication.setActiveWindow(window)
    typing = QTimer(window)
    typing.setInterval(chance.randint(15, 60))
    typing.timeout.connect(work)
    typing.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
