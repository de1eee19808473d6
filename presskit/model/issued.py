"""What was issued: each version as it went out, which nothing changes any more."""

import datetime
from typing import Any

from msgspec import Struct


class SentFile(Struct, frozen=True, kw_only=True):
    """A file that was written for reporters. sha256: of its bytes, in hexadecimal; size: in bytes."""

    name: str
    sha256: str
    size: int


class Issued(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A version of a release that went out.

    version: 1 for the first of its language, counted on. when: local time with its offset. correction: what
    was corrected against the version before. record: the release as the file format has it, in the version
    `format` of that, so that even parts which this PressKit does not know stay as they were.
    """

    version: int
    language: str
    when: datetime.datetime
    files: tuple[SentFile, ...] = ()
    correction: str = ""
    format: int = 0
    record: dict[str, Any] = {}
