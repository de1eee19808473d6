"""Kits on a disk, and disks that fail."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from presskit.model.kit import Kit
from presskit.storage.errors import FileProblem
from presskit.storage.files import read, write

OLD, NEW = Kit(notes="old"), Kit(notes="new")

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links are another matter there")


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def problem(kind: type[FileProblem], path: Path, kit: Kit | None = None) -> str:
    """What is said when `path` is read, or `kit` written there."""
    with pytest.raises(kind) as caught:
        write(path, kit) if kit is not None else read(path)
    assert type(caught.value) is kind
    assert caught.value.sentence.endswith(".")
    assert ". " not in caught.value.sentence
    return caught.value.sentence


@contextmanager
def failing(name: str, error: int) -> Iterator[None]:
    """A function of `os` that raises an OSError."""

    def fail(*args: Any, **kwargs: Any) -> Any:
        raise OSError(error, os.strerror(error))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, fail)
        yield


CALLS = ("open", "fsync", "replace", "mkdir", "rename", "write", "chmod")


class Faulty:
    """A disk whose calls fail: the one of a number (from 1), or every one from there on."""

    def __init__(self, patch: pytest.MonkeyPatch, error: int, at: int, *, on: bool) -> None:
        self.count = 0
        self._error, self._at, self._on = error, at, on
        for name in CALLS:
            patch.setattr(os, name, self._made(name, getattr(os, name)))

    def _made(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self._at or (self._on and self.count > self._at):
                raise OSError(self._error, os.strerror(self._error), name)
            return real(*given, **named)

        return call
