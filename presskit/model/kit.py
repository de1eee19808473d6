"""The kit: what one `.presskit` file holds."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.issued import Issued
from presskit.model.kept import Kept
from presskit.model.passed import Passed
from presskit.model.release import Release

PICTURE_SUFFIXES = {"image/jpeg": "jpg", "image/png": "png"}
MAX_PICTURE_BYTES = 64 * 1024 * 1024


class Asset(Struct, frozen=True, kw_only=True):
    """A picture of the kit. `name` is "<sha256 of data>.jpg" or ".png"."""

    name: str
    data: bytes

    @classmethod
    def of(cls, data: bytes) -> "Asset":
        """The asset that holds these bytes; raises ValueError when they are no JPEG or PNG or too many."""
        if len(data) > MAX_PICTURE_BYTES:
            raise ValueError("the picture is larger than 64 MB")
        suffix = sniff(data)
        if not suffix:
            raise ValueError("the picture is neither JPEG nor PNG")
        return cls(name=f"{hashlib.sha256(data).hexdigest()}.{suffix}", data=data)


def sniff(data: bytes) -> str:
    """ "jpg", "png" or nothing, by the first bytes (PNG: ISO/IEC 15948 5.2; JPEG: ITU-T T.81 B.1.1.3)."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return ""


class Kit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A release in one or more languages, its pictures, and notes that never leave the house. `words`: what
    its authors say is spelt right in it, in order. passed: findings of the checks that they pass over.
    issued: the versions that went out; kept: those that are kept to go back to; both in order of time."""

    releases: tuple[Release, ...] = (Release(),)
    pictures: tuple[Asset, ...] = ()
    notes: str = ""
    words: tuple[str, ...] = ()
    passed: tuple[Passed, ...] = ()
    issued: tuple[Issued, ...] = ()
    kept: tuple[Kept, ...] = ()

    def picture(self, name: str) -> bytes | None:
        """The bytes of the picture of that name."""
        return next((asset.data for asset in self.pictures if asset.name == name), None)

    def with_picture(self, asset: Asset) -> "Kit":
        """The kit with that picture in it, once."""
        if self.picture(asset.name) is not None:
            return self
        return replace(self, pictures=(*self.pictures, asset))

    def with_word(self, word: str) -> "Kit":
        """The kit with a word on its list, once."""
        return self.with_words({*self.words, word})

    def with_words(self, words: Iterable[str]) -> "Kit":
        """The kit with these words on its list."""
        return replace(self, words=tuple(sorted({*words})))

    def with_release(self, number: int, release: Release) -> "Kit":
        """The kit with its release of that number replaced."""
        releases = list(self.releases)
        releases[number] = release
        return replace(self, releases=tuple(releases))
