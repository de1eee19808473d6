"""What a new kit begins with."""

from collections.abc import Callable

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.i18n import N_
from presskit.model.block import Block, new_id
from presskit.model.brand import Brand, page_for
from presskit.model.kit import Kit
from presskit.model.release import Release


def _blank() -> tuple[Block, ...]:
    return (Headline.blank(), Paragraph.blank())


def _release() -> tuple[Block, ...]:
    return (
        Contacts(id=new_id(), people=(Contact(),)),
        Headline.blank(),
        Subhead.blank(),
        Paragraph.blank(),
        Quote.blank(),
        Statistics(id=new_id(), items=(Figure(), Figure()), sources=(Source(),)),
        Paragraph.blank(),
        Boilerplate.blank(),
    )


TEMPLATES: dict[str, tuple[str, Callable[[], tuple[Block, ...]]]] = {
    "blank": (N_("Blank kit"), _blank),
    "release": (N_("Press release"), _release),
}


def new_kit(template: str, territory: str) -> Kit:
    """A kit from a template, on the paper of a territory; raises KeyError for an unknown template."""
    blocks = TEMPLATES[template][1]()
    return Kit(releases=(Release(brand=Brand(page=page_for(territory)), blocks=blocks),))
