"""What a newer version of PressKit wrote and this one does not know: kept untouched."""

from collections.abc import Iterator
from typing import Any, ClassVar

from msgspec import field

from presskit.flow import AnyShape
from presskit.i18n import N_
from presskit.model.block import Block, Setting


class Unknown(Block, frozen=True, kw_only=True, tag="unknown"):
    """A block of an unknown kind. `content` is exactly what the file has for it."""

    label: ClassVar[str] = N_("From a newer PressKit")

    content: dict[str, Any] = field(default_factory=dict)

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """Nothing: what cannot be understood cannot be set."""
        return iter(())
