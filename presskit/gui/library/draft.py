"""An item while it is worked on: as it is kept, as it was between, and as it is now."""

import time
from typing import Any

from msgspec.structs import replace

from presskit.library.items import Item
from presskit.model.history import PAUSE
from presskit.model.kit import Asset


class Draft:
    """Steps of one item; undo and redo go through them. pictures: those that are not kept yet, by name.

    A draft of an item that is not in the library has version 0.
    """

    def __init__(self, kept: Item, *, fresh: bool = False) -> None:
        """fresh: it is new, and changed even where nothing is written in it yet."""
        self.kept = kept
        self.pictures: dict[str, Asset] = {}
        self._fresh = fresh
        self._steps: list[Item] = [kept]
        self._at = 0
        self._merge: Any = None
        self._time = 0.0

    @property
    def item(self) -> Item:
        """As it is now."""
        return self._steps[self._at]

    @property
    def is_changed(self) -> bool:
        """Whether there is something to keep."""
        return self._fresh or self.item != self.kept

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring back."""
        return self._at + 1 < len(self._steps)

    def commit(self, item: Item, merge: Any = None) -> None:
        """A step to `item`, or more of the last one where `merge` is the same and no pause (of 1.5 seconds)
        lies between."""
        if item == self.item:
            return
        now = time.monotonic()
        joins = merge is not None and merge == self._merge and now - self._time < PAUSE and self._at > 0
        del self._steps[self._at + 1 :]
        if joins:
            self._steps[self._at] = item
        else:
            self._steps.append(item)
            self._at += 1
        self._merge, self._time = merge, now

    def undo(self) -> Item:
        """Goes back a step, if there is one."""
        self._at = max(self._at - 1, 0)
        self._merge = None
        return self.item

    def redo(self) -> Item:
        """Goes forward a step, if there is one."""
        self._at = min(self._at + 1, len(self._steps) - 1)
        self._merge = None
        return self.item

    def keep_as(self, now: Item) -> None:
        """The library has it as `now`; steps before and after are changes of that."""
        self.kept, self._fresh, self._merge = now, False, None
        self._steps = [
            replace(each, version=now.version, changed=now.changed, changed_by=now.changed_by)
            for each in self._steps
        ]

    def needed(self) -> list[Asset]:
        """The new pictures that it needs now."""
        return [self.pictures[name] for name in self.item.pictures() if name in self.pictures]
