"""A list of points, bulleted or numbered."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import AnyShape, Bullets, Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import choice, paragraphs, rich_line
from presskit.text.runs import Paragraphs, RichText


class Listing(Block, frozen=True, kw_only=True, tag="list"):
    """Points, one a paragraph, with the line that leads to them."""

    label: ClassVar[str] = N_("List")

    introduction: Annotated[
        RichText, rich_line(N_("Introduction"), N_("What the list is of (optional)"))
    ] = ()
    items: Annotated[Paragraphs, paragraphs(N_("Points"), N_("One point a line"), "bullet")] = ()
    marker: Annotated[
        str, choice(N_("Marked with"), ("bullet", N_("Bullets")), ("number", N_("Numbers")))
    ] = "bullet"

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The introduction, kept with the list."""
        points = tuple(item for item in self.items if item)
        if self.introduction:
            yield Para(role="body", block=self.id, text=self.introduction, keep_next=bool(points))
        if points:
            yield Bullets(role="bullet", block=self.id, items=points, ordered=self.marker == "number")
