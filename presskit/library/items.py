"""What a library keeps: organisations, people, and pieces of releases, each with what staff know of it."""

import datetime
import os
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Struct

from presskit.blocks import ALL
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.blocks.unknown import Unknown
from presskit.i18n import N_, _
from presskit.library.people import Person
from presskit.model.block import Block
from presskit.model.fields import choice, line, picture
from presskit.text.runs import plain, plain_paragraphs

_LONGEST_NAME = 70  # letters that a name taken from a text may have
# Words with a capital, and the small ones that stand within a name.
_NAMED = re.compile(
    r"(?:The |La |El |Los |Las |Le |Les |L['’])?[^\W\d_a-z][\w'’&.-]*"
    r"(?:\s+(?:(?:of|the|for|and|in|de|del|la|los|las|y|et|des|du|für|und|da|do|dos|e)\s+){0,3}[A-ZÀ-ÖØ-Þ][\w'’&.-]*)+"
)

Kind = Literal["boilerplate", "person", "organisation", "statistics", "quote", "photo", "standing"]

KINDS: dict[Kind, tuple[str, str]] = {
    "boilerplate": (N_("Boilerplate"), N_("Boilerplates")),
    "person": (N_("Person"), N_("People")),
    "organisation": (N_("Organization"), N_("Organizations")),
    "statistics": (N_("Statistics"), N_("Statistics")),
    "quote": (N_("Quote"), N_("Quotes")),
    "photo": (N_("Photo"), N_("Photos")),
    "standing": (N_("Standing text"), N_("Standing texts")),
}
"""The kinds of item in the order in which they are shown: what one is called, and what several are."""


class Organisation(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="what", tag="organisation"
):
    """A group or office. Its boilerplates are items of their own that name it."""

    name: Annotated[str, line(N_("Name"), N_("Full name of the organization"), holds="name")] = ""
    short: Annotated[str, line(N_("Short name"), N_("Acronym or short form"), holds="name")] = ""
    website: Annotated[str, line(N_("Website"), "https://", holds="figure")] = ""
    logo: Annotated[str, picture(N_("Logo"), N_("Drop or paste a picture, or click to choose a file"))] = ""


Length = Literal["standard", "short", "long"]


class Piece(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="what", tag="piece"):
    """A block for reuse, of any kind. title: what it is found by; empty for what it says itself.
    organisation: the id of the item that it belongs to. length: of a boilerplate."""

    block: Block
    title: Annotated[str, line(N_("Name in the library"), N_("What you will look for"))] = ""
    organisation: str = ""
    length: Annotated[
        Length,
        choice(
            N_("Length"),
            ("standard", N_("Standard")),
            ("short", N_("Short")),
            ("long", N_("Long")),
        ),
    ] = "standard"


Content = Organisation | Person | Piece


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something in a library, as it was in one of its versions.

    version: from 1; 0 before it is kept. language: BCP 47, or empty for any. owner: who keeps it current.
    good_until: the last day on which it may be used unasked. retired: no longer offered, and kept.
    merged_into: the id of the item that took its place. changed, changed_by: when (UTC) and by whom this
    version was made.
    """

    id: str
    content: Content
    version: int = 0
    language: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    good_until: datetime.date | None = None
    retired: bool = False
    merged_into: str = ""
    changed: datetime.datetime | None = None
    changed_by: str = ""

    @property
    def kind(self) -> Kind:
        """Which group it is shown in."""
        return kind_of(self.content)

    @property
    def name(self) -> str:
        """What it is called in a list, on one line; a word for its kind where it has no words yet."""
        return " ".join(_name(self.content).split())[:200] or _(KINDS[self.kind][0])

    @property
    def about(self) -> str:
        """A line on what it says, to tell it from others of its name."""
        return " ".join(_about(self.content).split())[:160]

    def pictures(self) -> list[str]:
        """The names of the pictures that it needs (see `presskit.model.kit.Asset`)."""
        match self.content:
            case Organisation(logo=name) | Person(portrait=name):
                return [name] if name else []
            case Piece(block=block):
                return block.pictures()

    def is_past(self, today: datetime.date) -> bool:
        """Whether the day up to which it is good is over."""
        return self.good_until is not None and self.good_until < today

    def found_by(self) -> tuple[list[str], list[str]]:
        """The words it is looked for by: names, which count most, and all else that it says."""
        names = [_name(self.content), *self.tags]
        words = [self.owner, *_said(self.content)]
        if not isinstance(self.content, Organisation):
            words.append(self.content.organisation)  # by its id all that belongs to it is found
        if isinstance(self.content, Organisation):
            names.append(self.content.short)
        if not isinstance(self.content, Organisation) and self.content.organisation:
            words.append(self.content.organisation)  # so that an organisation's are found by its id
        if isinstance(self.content, Person):
            names += [self.content.consent.pseudonym]
        return names, words


def new_item_id() -> str:
    """An id that no other item of any library will have: 16 hexadecimal digits."""
    return os.urandom(8).hex()


def item_of(content: Content, language: str = "", **more: object) -> Item:
    """A new item with that content, not kept yet."""
    return Item(id=new_item_id(), content=content, language=language, **more)  # type: ignore[arg-type]


def kind_of(content: Content) -> Kind:
    """Which group a content belongs to."""
    match content:
        case Organisation():
            return "organisation"
        case Person():
            return "person"
        case Piece(block=Boilerplate()):
            return "boilerplate"
        case Piece(block=Statistics()):
            return "statistics"
        case Piece(block=Quote()):
            return "quote"
        case Piece(block=Photo()):
            return "photo"
        case Piece():
            return "standing"


def standing_kinds() -> Iterator[type[Block]]:
    """The kinds of block that can be kept, in the order of menus: all that are known."""
    return (kind for kind in ALL if kind is not Unknown)


def _name(content: Content) -> str:
    match content:
        case Organisation(name=name, short=short):
            return name.strip() or short
        case Person(name=name):
            return name
        case Piece(title=title) if title.strip():
            return title
        case Piece(block=Boilerplate() as block):
            return block.heading.strip() or _subject(block.summary())
        case Piece(block=Statistics() as block):
            return " · ".join(each.figure.strip() for each in block.items if each.figure.strip())
        case Piece(block=Quote() as block):
            return block.speaker.name.strip() or block.summary()
        case Piece(block=block):
            return block.summary()


def _subject(text: str) -> str:
    """Whom a text without a heading is about: the name that it begins with, or its first words."""
    name = _NAMED.match(text)
    if name and len(name[0].split()) > 1 and len(name[0]) <= _LONGEST_NAME:
        return name[0].strip(" ,(")
    if len(text) <= _LONGEST_NAME:
        return text
    return text[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"


def _about(content: Content) -> str:
    match content:
        case Organisation(name=name, short=short, website=website):
            return ", ".join(
                each.strip() for each in (short if name.strip() else "", website) if each.strip()
            )
        case Person():
            return content.standing_for()
        case Piece(block=Boilerplate() as block):
            return plain_paragraphs(block.text)
        case Piece(block=Statistics() as block):
            found = next((plain(each.sentence) for each in block.items), "")
            source = next(iter(block.sources), None)
            about = (
                ", ".join(each.strip() for each in (source.who, source.when) if each.strip())
                if source
                else ""
            )
            return about or found
        case Piece(block=Quote() as block):
            return plain_paragraphs(block.words)
        case Piece(block=block):
            return " ".join(_texts(block.letters()))


def _texts(found: Iterable[str]) -> list[str]:
    return [each for each in found if each.strip()]


def _said(content: Content) -> list[str]:
    """All that a content says, for a search."""
    match content:
        case Organisation(website=website):
            return [website]
        case Person():
            return content.letters()
        case Piece(block=block):
            return _texts([*block.letters(), *(sentence for sentence in _rows(block))])


def _rows(block: Block) -> Iterator[str]:
    if isinstance(block, Quote):
        yield from (block.speaker.name, block.speaker.description)
