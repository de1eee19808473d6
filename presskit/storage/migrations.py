"""How older records become newer ones: one function a step of the format."""

from collections.abc import Callable, Sequence
from typing import Any

Raw = dict[str, Any]
"""A kit's record as JSON has it, nothing checked."""

Step = Callable[[Raw], Raw]
"""From one version of the format to the next. It may change the record it is given, which is its own."""


def _with_words(raw: Raw) -> Raw:
    """Version 2: a kit may have `words`, its own list for the spelling. One of version 1 has none."""
    return raw


def _with_asked(raw: Raw) -> Raw:
    """Version 3: a quote may say when it was `asked` for approval. One of version 2 does not."""
    return raw


def _with_references(raw: Raw) -> Raw:
    """Version 4: any block may have the `reference` and `version` of an item of the library, as boilerplate
    had before; one of version 3 has none."""
    return raw


_STATUS = {"draft": "drafting", "approved": "cleared", "sent": "issued"}


def _with_clearing(raw: Raw) -> Raw:
    """Version 5: the steps of a release are called drafting, in review, cleared and issued; it may have
    `partners` and a `correction`, and the kit what was `passed` and `issued`."""
    found = raw.get("releases")
    for release in found if isinstance(found, list) else ():
        if isinstance(release, dict) and isinstance(release.get("status"), str):
            release["status"] = _STATUS.get(release["status"], release["status"])
    return raw


def _with_kept(raw: Raw) -> Raw:
    """Version 6: a kit may have versions that were `kept`, a block its `prompt` and what it
    translates. One of version 5 has none."""
    return raw


STEPS: tuple[Step, ...] = (_with_words, _with_asked, _with_references, _with_clearing, _with_kept)
"""In order: the first goes from version 1 to 2. Steps are added at the end and never changed."""

FORMAT_VERSION = 1 + len(STEPS)
"""What this PressKit writes. Whatever an older one would lose on saving must be a version of its own: a
new field, a new kind of picture, a new file in the zip. A new kind of block need not: it is kept as it is."""


def version_of(raw: Raw) -> int:
    """The version of the format that a record says it has; raises ValueError when it says none."""
    version = raw.get("format")
    if type(version) is not int or version < 1:
        raise ValueError("the record does not say which version of the format it has")
    return version


def migrate(raw: Raw, steps: Sequence[Step] = STEPS) -> Raw:
    """The record in the version that `steps` lead to; one of that version or a newer one as it is.

    Raises ValueError when the record says no version or a step cannot make sense of it.
    """
    version = version_of(raw)
    for number, step in enumerate(steps[version - 1 :], start=version):
        try:
            raw = {**step(raw), "format": number + 1}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ValueError(f"the record cannot be brought from version {number} to the next") from error
    return raw
