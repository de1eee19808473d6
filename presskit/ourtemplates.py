"""Templates of the user's own: kits in a folder of their data, each the beginning of others."""

import re
from pathlib import Path

from msgspec.structs import replace

from presskit.issuing import begun_anew
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.container import pack
from presskit.storage.errors import CannotWrite
from presskit.storage.files import read, write_whole

SUFFIX = ".presskit"
MOST = 60
"""Templates that are offered."""
_LONGEST = 60  # letters of a name
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')  # what no file system that we know takes in a name
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")  # names that Windows keeps for itself


def called(name: str) -> str:
    """A name as a file can have it: on one line, not too long; nothing where nothing is left of it."""
    bare = " ".join(_UNFIT.sub(" ", name).split())[:_LONGEST].strip(" .")
    return "" if _DEVICES.fullmatch(bare) else bare


def as_template(kit: Kit) -> Kit:
    """A kit without what is of one release alone: its date, its embargo's end, and what anybody approved."""
    kit = begun_anew(kit)
    return replace(kit, releases=tuple(map(_undated, kit.releases)))


def _undated(release: Release) -> Release:
    return replace(
        release,
        line=replace(release.line, until=None),
        dateline=replace(release.dateline, date=None),
        partners=tuple(replace(each, asked=None, approval=None) for each in release.partners),
        blocks=tuple(map(_unapproved, release.blocks)),
    )


def _unapproved(block: Block) -> Block:
    asked = {name: None for name in ("asked", "approval") if getattr(block, name, None) is not None}
    return replace(block, **asked) if asked else block


class TemplateShelf:
    """The templates in a folder. Each is a kit's file under the template's name, so that one can be handed
    on, or put there, as any file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """What those are called that are offered, in order of the alphabet."""
        return tuple(self._all()[:MOST])

    def find(self, name: str) -> str:
        """The name of the one that is called so, in capitals or not; nothing when there is none."""
        return next((each for each in self._all() if each.casefold() == called(name).casefold()), "")

    def kit(self, name: str) -> Kit:
        """A new kit that begins as a template does. Raises FileProblem."""
        return as_template(read(self._path(name)).kit)

    def keep(self, name: str, kit: Kit) -> None:
        """Keeps a kit as a template, in the place of one of that name. Raises FileProblem, and ValueError
        for a name of which nothing is left."""
        if not called(name):
            raise ValueError(name)
        path = self._path(self.find(name) or called(name))
        data = pack(as_template(kit), path)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(self._folder, error) from error
        write_whole(path, data)

    def remove(self, name: str) -> None:
        """Forgets a template. Raises CannotWrite."""
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(path, error) from error

    def _all(self) -> list[str]:
        try:
            found = [path.stem for path in self._folder.glob(f"*{SUFFIX}") if path.is_file()]
        except OSError:
            return []
        return sorted(found, key=str.casefold)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{SUFFIX}"
