"""House styles of the user's own: TOML files in their data folder, found by name."""

import re
from pathlib import Path

from presskit import assets

MOST = 256 * 1024
"""Bytes of such a file."""

_NAME = re.compile("[a-z0-9][a-z0-9_-]{0,63}")
_MOST_FILES = 200


def folder() -> Path:
    """Where they are."""
    return assets.user_folder() / "house-styles"


def is_name(name: str) -> bool:
    """Whether a house style can be called so in a kit: it is no path."""
    return _NAME.fullmatch(name) is not None


def names() -> list[str]:
    """The names of those there are."""
    try:
        found = sorted(path.stem for path in folder().glob("*.toml"))
    except OSError:
        return []
    return [name for name in found if is_name(name)][:_MOST_FILES]


def stamp(name: str) -> tuple[int, int] | None:
    """What changes when the file of that name does; None where there is none."""
    if not is_name(name):
        return None
    try:
        found = (folder() / f"{name}.toml").stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def text(name: str) -> str:
    """What the file of that name says. Raises OSError, and ValueError for what is no text or too long."""
    if not is_name(name):
        raise ValueError(f"no name of a house style: {name!r}")
    with (folder() / f"{name}.toml").open("rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise ValueError(f"longer than {MOST} bytes")
    return data.decode("utf-8-sig")
