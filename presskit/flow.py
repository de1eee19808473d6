"""The closed list of page shapes: all that layout may say, and all that writers know."""

from typing import Literal

from msgspec import Struct

from presskit.text.runs import RichText

Role = Literal[
    "draft", "release_line", "correction", "date", "contact_heading", "contact", "logo", "issuer", "address",
    "headline", "subhead", "body", "quote", "crosshead", "bullet", "source",
    "photo", "caption", "boilerplate_heading", "boilerplate",
    "end_mark", "notes_heading", "notes", "running", "more",
]  # fmt: skip
"""What a shape is for; a brand says how each looks."""

Zone = Literal["top", "body", "after"]
"""Above the headline, between headline and end mark, or after the end mark."""


class Shape(Struct, frozen=True, kw_only=True):
    """Something that stands on the page. `block` is the id of the block that it comes from."""

    role: Role
    block: str = ""
    zone: Zone = "body"


class Heading(Shape, frozen=True, kw_only=True):
    """A line that heads what follows; level 1 is the headline."""

    text: RichText
    level: int


class Para(Shape, frozen=True, kw_only=True):
    """A paragraph; `keep_next` holds it on the page of what follows."""

    text: RichText
    keep_next: bool = False


class Lines(Shape, frozen=True, kw_only=True):
    """Short lines that stay together, such as an address."""

    lines: tuple[RichText, ...]


class Bullets(Shape, frozen=True, kw_only=True):
    """A list, numbered if `ordered`."""

    items: tuple[RichText, ...]
    ordered: bool = False


class Picture(Shape, frozen=True, kw_only=True):
    """A picture: `name` is its key in the sheet's `pictures`, `alt` its words for who cannot see it,
    never empty. caption, credit: what a copy of the picture says of itself; the page has them in a
    paragraph of their own."""

    name: str
    alt: str
    caption: str = ""
    credit: str = ""
    keep_next: bool = False


class Rule(Shape, frozen=True, kw_only=True):
    """A thin line across the column."""


AnyShape = Heading | Para | Lines | Bullets | Picture | Rule


class Sheet(Struct, frozen=True, kw_only=True):
    """A release laid out: its shapes in reading order, and what stands on every page.

    issuer: the organisations that issue it, as one line.
    running: the release line or embargo, repeated at the head of each page after the first.
    more: stands at the foot of every page but the last. page: "Page {page} of {pages}".
    pictures: bytes (JPEG or PNG) by name.
    subject: what the file says of itself beside its title: the release line, where the text may not be used
    yet. keywords: the same for programs, such as "embargoed until 2026-11-30T06:00-05:00".
    draft: what says that it is none to be published, such as "DRAFT": it stands large behind every page, and
    the running head then stands on the first page, too.
    """

    title: str
    language: str
    shapes: tuple[AnyShape, ...]
    running: str = ""
    short_title: str = ""
    more: str = ""
    page: str = "{page}"
    issuer: str = ""
    pictures: dict[str, bytes] = {}
    subject: str = ""
    keywords: str = ""
    draft: str = ""


def shape_paragraphs(shape: AnyShape) -> tuple[RichText, ...]:
    """The paragraphs of text that a shape puts on the page, in reading order."""
    match shape:
        case Heading(text=text) | Para(text=text):
            return (text,)
        case Lines(lines=lines):
            return lines
        case Bullets(items=items):
            return items
        case Picture() | Rule():
            return ()


class Remark(Struct, frozen=True):
    """What colleagues should know of a block; of the whole release where `block` is empty."""

    block: str
    words: str


class ReviewSheet(Sheet, frozen=True, kw_only=True):
    """A release laid out for colleagues. kinds: the name on screen of each block's kind, by block id."""

    remarks: tuple[Remark, ...] = ()
    kinds: dict[str, str] = {}
