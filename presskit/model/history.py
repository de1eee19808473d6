"""One history of snapshots for the whole window: undo swaps a reference."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from presskit.model.kit import Kit

PAUSE = 1.5  # seconds; typing after a longer pause is a step of its own


class Step(Struct, frozen=True):
    """A state of the kit, what led to it, and where the caret was before and after."""

    kit: Kit
    label: str = ""
    before: Any = None
    after: Any = None


class History:
    """The kit as it is, as it was, and as it was last saved."""

    def __init__(self, kit: Kit) -> None:
        self._steps = [Step(kit)]
        self._at = 0
        self._saved: Kit | None = kit
        self._merge: Any = None
        self._time = 0.0
        self._whole = ""  # the name of the step that several commits make
        self._begun = False

    @property
    def current(self) -> Kit:
        """The kit as it is now."""
        return self._steps[self._at].kit

    @property
    def is_modified(self) -> bool:
        """Whether it differs from what was last saved."""
        return self.current is not self._saved

    @property
    def undo_label(self) -> str:
        """What the next undo takes back, or nothing."""
        return self._steps[self._at].label if self._at else ""

    @property
    def redo_label(self) -> str:
        """What the next redo brings back, or nothing."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else ""

    def commit(
        self, kit: Kit, label: str, *, merge: Any = None, before: Any = None, after: Any = None
    ) -> None:
        """Makes `kit` current, as a new step; or as part of the last one where `merge` is the same as
        then and no pause lies between. What was undone is gone. Nothing happens if it is current."""
        if kit is self.current:
            return
        now = time.monotonic()
        joins = (bool(self._whole) and self._begun) or (
            not self._whole
            and merge is not None
            and merge == self._merge
            and now - self._time < PAUSE
            and self._at > 0
            and self.current is not self._saved
        )
        del self._steps[self._at + 1 :]
        if joins:
            last = self._steps[self._at]
            self._steps[self._at] = Step(kit, last.label, last.before, after)
        else:
            self._steps.append(Step(kit, self._whole or label, before, after))
            self._at += 1
            self._begun = True
        self._merge, self._time = merge, now

    @contextmanager
    def as_one(self, label: str) -> Iterator[None]:
        """All commits within are one step of that name."""
        self._whole, self._begun = label, False
        try:
            yield
        finally:
            self._whole = ""

    def undo(self) -> Step | None:
        """Goes back a step and returns the one undone; None at the beginning."""
        if not self._at:
            return None
        self._at -= 1
        self._merge = None
        return self._steps[self._at + 1]

    def redo(self) -> Step | None:
        """Goes forward a step and returns it; None at the end."""
        if self._at + 1 >= len(self._steps):
            return None
        self._at += 1
        self._merge = None
        return self._steps[self._at]

    def amend(self, change: Callable[[Kit], Kit], *, quietly: bool = False) -> None:
        """Changes the kit in every state, so that no undo takes it back: it happened outside the program.
        quietly: what is saved counts as saved all the same."""
        saved = next((place for place, step in enumerate(self._steps) if step.kit is self._saved), None)
        self._steps = [Step(change(step.kit), step.label, step.before, step.after) for step in self._steps]
        if quietly and saved is not None:
            self._saved = self._steps[saved].kit
        self._merge = None

    def break_typing(self) -> None:
        """The next commit is a step of its own, whatever its merge."""
        self._merge = None

    def mark_saved(self, kit: Kit | None) -> None:
        """`kit` is what the file now holds; None for no file that holds any of it."""
        self._saved = kit
        self._merge = None
