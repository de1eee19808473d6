"""Kits on a disk, and disks that fail."""

import os
from collections.abc import Iterator
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
