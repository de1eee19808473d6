"""What a rule found, where, and what would put it right."""

from typing import Literal

from msgspec import Struct

from presskit.model.approval import seal

Severity = Literal["stops", "warns", "informs"]
"""stops: reporters must not get it. warns: worth putting right. informs: worth knowing."""

Act = Literal["", "dateline", "line", "contacts", "boilerplate", "approval", "partner", "correction"]
"""Where in the window something is put right that no exchange of letters can."""


class Exchange(Struct, frozen=True):
    """Letters that would take the place of those found."""

    path: str
    paragraph: int
    start: int
    end: int
    text: str


class Finding(Struct, frozen=True):
    """Something that a rule found.

    words: a sentence in the language of the screen. block, path, paragraph, start, end: where, as
    `presskit.model.search.Match` has it; no block where it is about the release as a whole, no path where it
    is about a block as a whole. letters: those there.
    found: what it is about, which are they for the most part. said: whether it is what
    somebody said; then nothing is ever exchanged. fix: what would put it right, where that is safe.
    """

    rule: str
    severity: Severity
    words: str
    block: str = ""
    path: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    found: str = ""
    letters: str = ""
    said: bool = False
    fix: tuple[Exchange, ...] = ()
    act: Act = ""

    @property
    def seal(self) -> str:
        """The hash of what it is about: while that stays, a finding that was passed over stays so."""
        return seal([self.found])
