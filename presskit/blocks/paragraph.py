"""A paragraph of the body; the first one is the lede."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import rich_line
from presskit.text.runs import RichText


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph in the organisation's own voice."""

    label: ClassVar[str] = N_("Paragraph")

    text: Annotated[RichText, rich_line(N_("Paragraph"), N_("Write here"))] = ()

    def flow(self, setting: Setting) -> Iterator[Para]:
        """One paragraph of the body."""
        if self.text:
            yield Para(role="body", block=self.id, text=self.text)
