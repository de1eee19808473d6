"""A crosshead: a short heading within the body."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import Heading
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import rich_line
from presskit.text.runs import RichText


class Crosshead(Block, frozen=True, kw_only=True, tag="crosshead"):
    """A heading between paragraphs."""

    label: ClassVar[str] = N_("Crosshead")

    text: Annotated[
        RichText, rich_line(N_("Crosshead"), N_("A short heading for what follows"), "crosshead")
    ] = ()

    def flow(self, setting: Setting) -> Iterator[Heading]:
        """A heading of the second level."""
        if self.text:
            yield Heading(role="crosshead", block=self.id, text=self.text, level=2)
