"""The headline: what happened, in one line."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import Heading
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import rich_line
from presskit.text.runs import RichText


class Headline(Block, frozen=True, kw_only=True, tag="headline"):
    """The line that heads the release."""

    label: ClassVar[str] = N_("Headline")
    once: ClassVar[bool] = True

    text: Annotated[RichText, rich_line(N_("Headline"), N_("What happened, in one line"), "headline")] = ()

    def flow(self, setting: Setting) -> Iterator[Heading]:
        """A heading of the first level."""
        if self.text:
            yield Heading(role="headline", block=self.id, text=self.text, level=1)
