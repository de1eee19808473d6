"""Fonts of this computer that may stand in, where the user allows it: a fixed list, in fixed folders."""

import os
import struct
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import uharfbuzz as harfbuzz
from msgspec import Struct

from presskit import assets
from presskit.model.brand import Face

_MOST_FILES = 50_000  # looked at in the system's folders
_LARGEST = 128_000_000  # bytes of a font file: the largest collections for Chinese have 120 MB
_RESTRICTED, _LEVELS = 0x0002, 0x000F  # OS/2 fsType (OpenType 1.9): which use the maker allows
_NOT_IN_PART = 0x0100 | 0x0200  # the whole file or bitmaps alone: we embed outlines in part


class _Known(Struct, frozen=True):
    files: tuple[str, ...]
    scripts: tuple[str, ...]
    languages: tuple[str, ...] = ()


class _System(Struct, frozen=True):
    folders: dict[str, tuple[str, ...]]
    faces: dict[str, _Known]


@cache
def _listed() -> _System:
    return msgspec.convert(tomllib.loads(assets.read("fonts/system.toml").decode()), _System)


@cache
def system_faces() -> tuple[Face, ...]:
    """The listed fonts that are on this computer and may be embedded, in the order of the list."""
    return faces_in([Path(each) for each in _listed().folders.get(sys.platform, ())])


def faces_in(folders: list[Path]) -> tuple[Face, ...]:
    """The listed fonts that lie in these folders or below and may be embedded. A face names each cut by
    its path, "#" and its number in the file."""
    wanted = {name.partition("#")[0] for known in _listed().faces.values() for name in known.files}
    here = _found(folders, wanted)
    faces = []
    for name, known in _listed().faces.items():
        cuts = []
        for each in known.files:
            file, _, number = each.partition("#")
            if file in here and may_embed(here[file], int(number or 0)):
                cuts.append(f"{here[file]}#{number or 0}")
        if cuts:
            regular, bold = cuts[0], cuts[-1]
            faces.append(
                Face(
                    name=name,
                    regular=regular,
                    bold=bold,
                    italic=regular,
                    bold_italic=bold,
                    instead=name,
                    scripts=known.scripts,
                    languages=known.languages,
                )
            )
    return tuple(faces)


def _found(folders: list[Path], wanted: set[str]) -> dict[str, Path]:
    """The first file of each wanted name; links to folders are not followed."""
    found: dict[str, Path] = {}
    seen = 0
    for folder in folders:
        for root, below, names in os.walk(folder):
            below.sort()
            seen += len(names)
            if seen > _MOST_FILES:
                return found
            for name in wanted.intersection(names):
                found.setdefault(name, Path(root) / name)
    return found


def may_embed(path: Path, number: int) -> bool:
    """Whether a font file is one that we can embed, and its maker allows that (OS/2 fsType)."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        face: Any = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(path)), number)
    except (OSError, harfbuzz.HarfBuzzError):
        return False
    if not {"glyf", "CFF "} & set(face.table_tags) or "fvar" in face.table_tags:
        return False
    table = face.reference_table("OS/2").data
    if len(table) < 10:
        return False
    (kind,) = struct.unpack(">H", table[8:10])
    return kind & _LEVELS != _RESTRICTED and not kind & _NOT_IN_PART
