"""The only file that knows where `resources/` is, and where what users make themselves."""

import os
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath


@cache
def root() -> Traversable:
    """The resources folder: inside the package once installed, beside it in a checkout."""
    shipped = files("presskit") / "resources"
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[1] / "resources"


def resource(name: str) -> Traversable:
    """The resource called `name`, a relative path with forward slashes.

    Raises ValueError for a name that is absolute or climbs out of the folder.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"not a resource name: {name!r}")
    return root().joinpath(*path.parts)


def read(name: str) -> bytes:
    """The bytes of a resource; raises FileNotFoundError when there is none."""
    return resource(name).read_bytes()


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """The names, without suffix and in order, of the resources in a folder that end in `suffix`."""
    found = (entry.name for entry in resource(folder).iterdir())
    return tuple(sorted(name.removesuffix(suffix) for name in found if name.endswith(suffix)))


def user_folder() -> Path:
    """The folder of what the user made outside of kits; PRESSKIT_HOME overrides it."""
    chosen = os.environ.get("PRESSKIT_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("presskit", appauthor=False)
