"""The subhead: what the headline had no room for."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import rich_line
from presskit.text.runs import RichText


class Subhead(Block, frozen=True, kw_only=True, tag="subhead"):
    """The line below the headline."""

    label: ClassVar[str] = N_("Subhead")

    text: Annotated[
        RichText, rich_line(N_("Subhead"), N_("What the headline had no room for"), "subhead")
    ] = ()

    def flow(self, setting: Setting) -> Iterator[Para]:
        """One paragraph, kept with what follows."""
        if self.text:
            yield Para(role="subhead", block=self.id, text=self.text, keep_next=True)
