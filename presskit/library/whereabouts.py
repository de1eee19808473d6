"""Which kits carry an item of the library, and in which version."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from presskit.library.using import carried
from presskit.model.locale_words import alphabetical
from presskit.storage.errors import FileProblem
from presskit.storage.files import SUFFIX, read

_MOST = 200  # kits that are looked into


class Use(NamedTuple):
    """A kit that carries an item. name: its headline, or its file's name. version: the oldest that it has.
    problem: why the file could not be looked into, as a sentence, or empty."""

    path: Path
    name: str
    version: int
    problem: str = ""


def kits_around(recent: Iterable[str | Path]) -> list[Path]:
    """The kits used of late, and those beside them in the same folders, at most 200, those used of late
    first and then the latest changed."""
    first = [path for each in recent if (path := Path(each)).suffix == SUFFIX]
    found = dict.fromkeys(path for path in first if _changed(path))
    for folder in dict.fromkeys(path.parent for path in first):
        try:
            beside = [path for path in folder.iterdir() if path.suffix == SUFFIX]
        except OSError:  # a folder that is gone, or not ours to look into, has nothing to show
            continue
        found.update(dict.fromkeys(sorted(beside, key=_changed, reverse=True)[:_MOST]))
    return [path for path in found if _changed(path)][:_MOST]


def _changed(path: Path) -> float:
    """When a file was changed, in seconds; 0.0 for what is no file."""
    try:
        return path.stat().st_mtime if path.is_file() else 0.0
    except (OSError, ValueError):
        return 0.0


def use_in(path: Path, item_id: str) -> Use | None:
    """How a kit carries an item; None where it does not. A file that cannot be read is told."""
    try:
        kit = read(path).kit
    except FileProblem as problem:
        return Use(path, path.stem, 0, problem.sentence)
    versions = [each.version for each in carried(kit) if each.reference == item_id]
    if not versions:
        return None
    return Use(path, kit.releases[0].title().strip() or path.stem, min(versions))


def kits_with(paths: Iterable[Path], item_id: str) -> list[Use]:
    """The kits that carry an item, those with old versions first and unreadable files last."""
    found = [use for path in paths if (use := use_in(path, item_id))]
    return in_order(found)


def in_order(found: Iterable[Use]) -> list[Use]:
    """Those with old versions first, unreadable files last."""
    return sorted(found, key=lambda use: (bool(use.problem), use.version, alphabetical(use.name)))
