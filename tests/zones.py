"""This computer as if it stood elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def in_zone(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """The clock of this computer in a zone (tz database); as it is where the system cannot change it."""
    if not hasattr(time, "tzset"):
        yield
        return
    with monkeypatch.context() as patch:
        patch.setenv("TZ", name)
        time.tzset()
        try:
            yield
        finally:
            patch.undo()
            time.tzset()
