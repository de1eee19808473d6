"""Boilerplate: the standing paragraph about an organisation."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import AnyShape, Heading, Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import line, paragraphs
from presskit.text.runs import Paragraphs, rich


class Boilerplate(Block, frozen=True, kw_only=True, tag="boilerplate"):
    """Who we are, as the organisation's standing paragraph has it."""

    label: ClassVar[str] = N_("Boilerplate")

    heading: Annotated[str, line(N_("Heading"), N_("About us (optional)"), "boilerplate_heading")] = ""
    text: Annotated[
        Paragraphs, paragraphs(N_("Text"), N_("Who we are, in two or three sentences"), "boilerplate")
    ] = ()

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The heading and its paragraphs."""
        if self.heading.strip():
            yield Heading(role="boilerplate_heading", block=self.id, text=rich(self.heading.strip()), level=2)
        for paragraph in self.text:
            if paragraph:
                yield Para(role="boilerplate", block=self.id, text=paragraph)
