"""The kinds of block there are, in the order in which menus offer them."""

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.blocks.subhead import Subhead
from presskit.blocks.unknown import Unknown
from presskit.model.block import Block

ALL: tuple[type[Block], ...] = (
    Headline, Subhead, Paragraph, Quote, Statistics, Listing, Crosshead, Photo, Boilerplate, Contacts, Notes,
    Unknown,
)  # fmt: skip

BY_KIND: dict[str, type[Block]] = {str(kind.__struct_config__.tag): kind for kind in ALL}
