"""Keeps the program in a folder while a test plays with it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Guard:
    """Refuses to write outside a folder, while it is on."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.refused: list[str] = []
        self._hooked, self._diary = False, ""

    @contextmanager
    def over(self, folder: Path, diary: str = "") -> Iterator[None]:
        """On in the block. diary: a file outside that may be written all the same."""
        if not self._hooked:
            sys.addaudithook(self._heard)
            self._hooked = True
        self.folder, self.refused, self._diary = folder.resolve(), [], diary
        try:
            yield
        finally:
            self.folder = None

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if self.folder is None:
            return
        if event == "open":
            path, _mode, flags = given
            if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return
            paths = [path]
        elif event in {"os.mkdir", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"}:
            paths = [given[0]]
        elif event in {"os.rename", "os.link", "os.symlink"}:
            paths = list(given[:2])
        else:
            return
        for path in paths:
            if isinstance(path, str | bytes | os.PathLike):
                name = os.fsdecode(path)
                if not self._allows(Path.cwd() / name):
                    self.refused.append(f"{event} {name}")
                    raise PermissionError(13, "outside the folder", name)

    def _allows(self, path: Path) -> bool:
        assert self.folder is not None
        inside = any(path.is_relative_to(each) for each in (self.folder, "/dev"))
        return (inside and ".." not in path.parts) or "__pycache__" in path.parts or str(path) == self._diary


guard = Guard()
