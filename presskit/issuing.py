"""What went out: a release frozen with the files that were sent, compared with what it is now, and brought
back."""

import datetime
import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.issued import Issued, SentFile
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.codec import as_plain, as_release
from presskit.storage.errors import CannotRead, FileProblem, Missing, shown
from presskit.storage.migrations import FORMAT_VERSION


class Found(NamedTuple):
    """A file that was issued, and the version that it is of."""

    issued: Issued
    file: SentFile


def latest(kit: Kit, number: int) -> Issued | None:
    """The last version that went out of a release, in its language."""
    language = kit.releases[number].language
    return next((each for each in reversed(kit.issued) if each.language == language), None)


def next_version(kit: Kit, number: int) -> int:
    """The number that the next version of a release gets: 1 for the first."""
    language = kit.releases[number].language
    return max((each.version for each in kit.issued if each.language == language), default=0) + 1


def frozen(kit: Kit, number: int, files: Iterable[SentFile], when: datetime.datetime) -> Issued:
    """A release as it is now, issued as its next version, with the files that were written of it. when: local
    time with its offset."""
    release = replace(kit.releases[number], status="issued")
    return Issued(
        version=next_version(kit, number),
        language=release.language,
        when=when,
        files=tuple(files),
        correction=release.correction,
        format=FORMAT_VERSION,
        record=msgspec.json.decode(msgspec.json.encode(as_plain(release))),
    )


def with_version(kit: Kit, issued: Issued) -> Kit:
    """The kit that also knows of a version."""
    return replace(kit, issued=(*kit.issued, issued))


def thawed(issued: Issued) -> Release:
    """The release as it went out. Raises FileProblem when its record makes no sense."""
    name = _("version {version} that was issued").format(version=issued.version)
    return as_release(issued.record, issued.format, Path(name))


class Since:
    """Whether a release has changed since it last went out; reads what went out once."""

    def __init__(self) -> None:
        self._read: tuple[Issued, Release | None] | None = None

    def changed(self, kit: Kit, number: int) -> bool:
        """Whether reporters would now get something else than they were sent; False where nothing was."""
        issued = latest(kit, number)
        if issued is None:
            return False
        if self._read is None or self._read[0] is not issued:
            try:
                self._read = (issued, thawed(issued))
            except FileProblem:  # which is told when somebody wants it back
                self._read = (issued, None)
        sent = self._read[1]
        return sent is None or not is_same(kit.releases[number], sent)


def is_same(one: Release, other: Release) -> bool:
    """Whether reporters would get the same of two releases: how far their approval has come, where their
    blocks were taken from, and what they translate, does not count."""
    return _bare(one) == _bare(other)


def _bare(release: Release) -> Release:
    return replace(release, status="drafting", partners=(), blocks=tuple(map(_bare_block, release.blocks)))


def _bare_block(block: Block) -> Block:
    changes: dict[str, object] = {}
    if block.reference or block.version:
        changes = {"reference": "", "version": 0}
    if getattr(block, "approval", None) or getattr(block, "asked", None):
        changes |= {"approval": None, "asked": None}
    if block.translated is not None:
        changes["translated"] = None
    return replace(block, **changes) if changes else block


def taken_back(kit: Kit, number: int) -> Kit:
    """The kit with a release as it last went out; the same kit where none did. Raises FileProblem when that
    cannot be read."""
    issued = latest(kit, number)
    return kit if issued is None else kit.with_release(number, thawed(issued))


def begun_anew(kit: Kit) -> Kit:
    """The kit as the beginning of another release: nothing of it was issued, corrected, kept or passed
    over yet."""
    fresh = tuple(replace(release, status="drafting", correction="") for release in kit.releases)
    return replace(kit, releases=fresh, passed=(), issued=(), kept=())


def sent_file(path: Path) -> SentFile:
    """What is to be kept of a file: its name, size and hash. Raises FileProblem when it cannot be read."""
    size = _size(path)
    return SentFile(name=path.name, sha256=_digest(path), size=size)


def found_in(kit: Kit, path: Path) -> list[Found]:
    """The versions that a file was issued with, whatever it is called now; none where it was not, or was
    changed since. Raises FileProblem when it cannot be read."""
    size = _size(path)
    same = [Found(each, file) for each in kit.issued for file in each.files if file.size == size]
    if not same:  # a large file of strangers is not worth reading
        return []
    digest = _digest(path)
    return [found for found in same if found.file.sha256 == digest]


def _size(path: Path) -> int:
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Missing(path) from error
    except OSError as error:
        raise CannotRead(path, error) from error
    if not stat.S_ISREG(about.st_mode):
        raise FileProblem(_("“{file}” is no file that could have been sent.").format(file=shown(path)))
    return about.st_size


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise CannotRead(path, error) from error
