"""Where typefaces come from: our own files, and the optional package for Chinese, Japanese and Korean."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from presskit import assets
from presskit.export.font_scripts import chinese, scripts


class Source(NamedTuple):
    """A typeface in a file. path: nothing for one of ours. number: which of a collection's.
    weight: its place on the axis "wght", 0 where the file has but one. bold: whether it is."""

    name: str
    path: Path | None = None
    number: int = 0
    weight: int = 0
    bold: bool = False


class _EasternFace(Struct, frozen=True):
    file: str
    languages: tuple[str, ...]
    scripts: tuple[str, ...] = ()


class _East(Struct, frozen=True):
    package: str
    folder: str
    regular: int
    bold: int
    faces: dict[str, _EasternFace]


@cache
def _east() -> _East:
    return msgspec.convert(tomllib.loads(assets.read("fonts/east.toml").decode()), _East)


@cache
def _eastern_sources() -> dict[str, Source]:
    """What the optional package has, by name; nothing where it is not installed."""
    east = _east()
    if find_spec(east.package) is None:
        return {}
    folder = files(east.package) / east.folder
    found = {}
    for family, face in east.faces.items():
        path = folder / face.file
        if not isinstance(path, Path) or not path.is_file():  # never packed in an archive
            continue
        for cut, weight in (("Regular", east.regular), ("Bold", east.bold)):
            name = f"{family}-{cut}"
            found[name] = Source(name, path, weight=weight, bold=cut == "Bold")
    return found


def has_eastern() -> bool:
    """Whether the package for Chinese, Japanese and Korean is installed."""
    return bool(_eastern_sources())


def eastern(script: str, language: str, *, bold: bool) -> tuple[str, ...]:
    """The faces of the optional package, that of the language first, then the script's own."""
    here, wanted = _eastern_sources(), chinese(language)
    faces = sorted(
        _east().faces.items(),
        key=lambda each: (wanted not in each[1].languages, script not in each[1].scripts),
    )
    names = (f"{family}-{'Bold' if bold else 'Regular'}" for family, _face in faces)
    return tuple(name for name in names if name in here)


def stand_ins(script: str, generic: Literal["serif", "sans"], *, bold: bool) -> tuple[str, ...]:
    """Our own files for a script that the text families lack, best first."""
    found = scripts().get(script)
    pairs = (found.serif, found.sans) if found else ()
    if generic == "sans":
        pairs = pairs[::-1]
    return tuple(dict.fromkeys(pair[bold] for pair in pairs if pair))


def source(name: str) -> Source:
    """The typeface of that name: one of ours, of the package's, or "path#number" for one of this computer."""
    path, mark, number = name.rpartition("#")
    if mark:
        return Source(name, Path(path), int(number))
    return _eastern_sources().get(name) or Source(name, bold="Bold" in name)
