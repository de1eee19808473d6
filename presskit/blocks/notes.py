"""Notes to editors: background, below the end mark."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import AnyShape, Heading, Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import line, paragraphs
from presskit.text.runs import Paragraphs, rich


class Notes(Block, frozen=True, kw_only=True, tag="notes"):
    """What editors should know and readers need not."""

    label: ClassVar[str] = N_("Notes to editors")

    heading: Annotated[str, line(N_("Heading"), N_("As the house style has it"), "notes_heading")] = ""
    text: Annotated[Paragraphs, paragraphs(N_("Notes"), N_("One note a paragraph"), "notes")] = ()

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The house style's heading, or the author's, and the notes."""
        notes = [paragraph for paragraph in self.text if paragraph]
        if not notes:
            return
        heading = self.heading.strip() or setting.profile.page_words(setting.language).notes
        yield Heading(role="notes_heading", block=self.id, zone="after", text=rich(heading), level=2)
        for note in notes:
            yield Para(role="notes", block=self.id, zone="after", text=note)
