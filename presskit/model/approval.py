"""Approvals: who cleared which exact words, when and how. Nobody needs an account."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Channel = Literal["email", "phone", "in person"]


Standing = Literal["draft", "sent", "approved", "changed since sent", "changed since approval"]
"""How far an approval has come."""


class Approval(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A speaker's consent to exact words, as staff recorded it. `seal` is the hash of those words."""

    who: str
    when: datetime.datetime
    how: Channel = "email"
    seal: str = ""

    def covers(self, words: Iterable[str]) -> bool:
        """Whether these are still the words that were approved."""
        return bool(self.seal) and self.seal == seal(words)


class Asked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """That exact words were sent to their speaker for approval. `seal` is the hash of those words."""

    when: datetime.datetime
    seal: str = ""

    def covers(self, words: Iterable[str]) -> bool:
        """Whether these are still the words that were sent."""
        return bool(self.seal) and self.seal == seal(words)


def seal(words: Iterable[str]) -> str:
    """The SHA-256, in hexadecimal, of texts in order; moving a letter from one to the next changes it."""
    digest = hashlib.sha256()
    for each in words:
        data = each.encode("utf-8", "replace")  # half a character has no form of its own
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
