"""Kits for tests: one of every kind of block, any kit at all (a hypothesis strategy), and small pictures."""

import datetime
import struct
import zlib
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks import ALL
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.blocks.unknown import Unknown
from presskit.check.gate import passing, stops
from presskit.model.approval import Approval, Channel
from presskit.model.block import Block, Translated
from presskit.model.brand import Brand, Page, Room, Size
from presskit.model.issued import Issued, SentFile
from presskit.model.kept import Kept
from presskit.model.kit import Asset, Kit
from presskit.model.partner import Partner
from presskit.model.passed import How, Passed
from presskit.model.release import Dateline, LineKind, Release, ReleaseLine, Status
from presskit.storage.kept import frozen
from presskit.text.quotation import Placement
from presskit.text.runs import Run, rich


def png(shade: int = 128, side: int = 4) -> bytes:
    """A grey square as a PNG (ISO/IEC 15948 section 5); `shade` from 0 to 255, `side` in pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    end = chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + end


def full_kit() -> Kit:
    """A kit with every kind of block that there is, an approval, an embargo, a photo and a logo."""
    photo, logo = Asset.of(png(90)), Asset.of(png(200))
    quote = Quote(
        id="quote001",
        words=(rich("We will build it."), (Run("And "), Run("soon", italic=True), Run("."))),
        speaker=Speaker(name="Ada Poe", title="Dr.", description="director of the trust"),
        placement="middle",
    )
    moment = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
    blocks: tuple[Block, ...] = (
        Contacts(
            id="contact1", people=(Contact(name="Jo Li", phone="203-555-0100", email="jo@example.org"),)
        ),
        Headline(id="headline", text=rich("River trust wins vote")),
        Subhead(id="subhead1", text=rich("Council decides on Tuesday")),
        Paragraph(id="para0001", text=(Run("A "), Run("plan", bold=True, link="https://example.org/"))),
        quote.approved("Ada Poe", moment, "phone"),
        Statistics(
            id="stats001",
            introduction=rich("In figures:"),
            items=(Figure(figure="44%", sentence=rich("of respondents agreed"), source=1),),
            sources=(Source(who="Trust", when="2026", checked=datetime.date(2026, 11, 1)),),
        ),
        Listing(id="list0001", items=(rich("one"), rich("two")), marker="number"),
        Crosshead(id="crossh01", text=rich("What comes next")),
        Photo(id="photo001", name=photo.name, caption=rich("The river at dawn"), alt="A river"),
        Boilerplate(id="boiler01", heading="About the trust", text=(rich("It keeps the river."),)),
        Notes(id="notes001", text=(rich("Pictures on request."),)),
        Unknown(
            id="later001", content={"kind": "later", "id": "later001", "list": [1, 2.5, None, {"a": "ä"}]}
        ),
    )
    release = Release(
        line=ReleaseLine(
            kind="embargo", until=datetime.datetime(2026, 11, 22, 0, 1), zone="America/New_York"
        ),
        dateline=Dateline(city="New Haven", region="CT", date=datetime.date(2026, 11, 22)),
        brand=Brand(logo=logo.name, accent="#123456"),
        blocks=blocks,
    )
    return Kit(releases=(release,), pictures=(photo, logo), notes="Call the mayor first.\n")


def cleared(kit: Kit) -> Kit:
    """The kit with a reason why it goes to reporters, whatever stops it."""
    for number in range(len(kit.releases)):
        kit = passing(kit, stops(kit, number), "overridden", "For a test.")
    return kit


# Any kit

_LETTERS = st.characters(exclude_categories=["Cs"])
# As UTF-8 and JSON have to bear it: other scripts, right to left, joined emoji, composed letters, controls.
_SCRIPTS = st.sampled_from(
    ["Łódź", "Ünïcödé", "القدس", "ירושלים", "東京", "हिन्दी", "ไทย", "👩‍👩‍👧", "e\u0301",
     "\u202eabc", "“Yes,” she’d", "\x00\x1f\x7f", "\u2028"]
)  # fmt: skip
texts = st.one_of(st.just(""), _SCRIPTS, st.text(_LETTERS, max_size=12))
"""Plain text, empty ones and other scripts among them."""

_PICTURES = tuple(Asset.of(png(shade)) for shade in (0, 60, 120, 180))
_MOMENTS = st.datetimes(
    timezones=st.none()
    | st.integers(-840, 840).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)

runs = st.builds(Run, texts, st.booleans(), st.booleans(), texts, st.sampled_from(["", "ar", "es-MX"]))
"""A run of rich text."""
rich_texts = st.lists(runs, max_size=3).map(tuple)
"""One paragraph."""
_paragraphs = st.lists(rich_texts, max_size=3).map(tuple)
_picture_names = st.sampled_from(["", "0" * 64 + ".jpg", *(asset.name for asset in _PICTURES)])
_days = st.none() | st.dates()
_COUNTS = st.integers(0, 9)


def _choice(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def _approvals() -> st.SearchStrategy[Approval]:
    return st.builds(Approval, who=texts, when=_MOMENTS, how=_choice(Channel), seal=texts)


def _unknowns() -> st.SearchStrategy[Unknown]:
    later = st.fixed_dictionaries({"kind": texts.map(lambda text: f"later {text}")}, optional={"more": _JSON})
    content = st.builds(lambda base, more: {**more, **base}, later, st.dictionaries(texts, _JSON, max_size=3))
    return content.map(lambda raw: Unknown(content={name: raw[name] for name in raw if name != "id"}))


@cache
def blocks_of(kind: type[Block]) -> st.SearchStrategy[Block]:
    """Any block of a kind, however unfinished; without an id."""
    words: dict[type, Any] = {
        Quote: {
            "words": _paragraphs,
            "speaker": st.builds(
                Speaker, name=texts, title=texts, description=texts, reference=texts, version=_COUNTS
            ),
            "placement": _choice(Placement),
            "after": _COUNTS,
            "clause": _COUNTS,
            "verb": texts | st.just("said"),
            "verb_last": st.booleans(),
            "named": texts,
            "joint": texts,
            "tail": rich_texts,
            "approval": st.none() | _approvals(),
        },
        Statistics: {
            "introduction": rich_texts,
            "items": st.lists(
                st.builds(Figure, figure=texts, sentence=rich_texts, source=st.integers(0, 3)), max_size=3
            ).map(tuple),
            "sources": st.lists(
                st.builds(
                    Source,
                    who=texts,
                    title=texts,
                    when=texts,
                    sample=texts,
                    sponsor=texts,
                    link=texts,
                    checked=_days,
                ),
                max_size=2,
            ).map(tuple),
            "name_sources": st.booleans(),
        },
        Listing: {
            "introduction": rich_texts,
            "items": _paragraphs,
            "marker": st.sampled_from(["bullet", "number"]),
        },
        Photo: {"name": _picture_names, "caption": rich_texts, "credit": texts, "alt": texts},
        Boilerplate: {"heading": texts, "text": _paragraphs, "reference": texts, "version": _COUNTS},
        Contacts: {
            "people": st.lists(
                st.builds(
                    Contact,
                    name=texts,
                    role=texts,
                    organisation=texts,
                    phone=texts,
                    after_hours=texts,
                    email=texts,
                    reference=texts,
                    version=_COUNTS,
                ),
                max_size=3,
            ).map(tuple),
            "place": st.sampled_from(["top", "here"]),
        },
        Notes: {"heading": texts, "text": _paragraphs},
    }
    if kind is Unknown:
        return _unknowns()
    links = st.builds(
        Translated,
        of=st.sampled_from(["", "b0000001", "nowhere"]),
        words=st.lists(texts, max_size=2).map(tuple),
        settled=st.booleans(),
    )
    return st.builds(kind, translated=st.none() | links, **words.get(kind, {"text": rich_texts}))


def under(block: Block, name: str) -> Block:
    """The block with `name` for an id, as a file would have it."""
    if isinstance(block, Unknown):
        return Unknown(id=name, content={"id": name, **block.content})
    return replace(block, id=name)


_partners = st.lists(
    st.builds(Partner, name=texts, email=texts, approval=st.none() | _approvals()), max_size=2
).map(tuple)
_passed = st.lists(
    st.builds(Passed, rule=texts, how=_choice(How), note=texts, seal=texts, when=st.none() | _MOMENTS),
    max_size=2,
).map(tuple)


_files = st.builds(SentFile, name=texts, sha256=texts, size=_COUNTS)
_issued = st.lists(
    st.builds(
        Issued,
        version=_COUNTS,
        language=texts,
        when=_MOMENTS,
        files=st.lists(_files, max_size=2).map(tuple),
        correction=texts,
        record=st.dictionaries(texts, _JSON, max_size=2),
    ),
    max_size=2,
).map(tuple)


@st.composite
def releases(draw: st.DrawFn, first: int = 0) -> Release:
    """Any release: any blocks in any order. `first` is the number that its blocks' ids begin with."""
    kinds = draw(st.lists(st.sampled_from(ALL), max_size=8))
    blocks = [under(draw(blocks_of(kind)), f"b{first + at:07}") for at, kind in enumerate(kinds)]
    return Release(
        language=draw(st.sampled_from(["en-US", "es-MX", "ar", "zh-Hant"])),
        line=ReleaseLine(
            kind=draw(_choice(LineKind)),
            until=draw(st.none() | st.datetimes()),
            zone=draw(st.sampled_from(["", "America/New_York", "Nowhere/None"])),
        ),
        dateline=Dateline(city=draw(texts), region=draw(texts), country=draw(texts), date=draw(_days)),
        status=draw(_choice(Status)),
        profile=draw(st.sampled_from(["ap", "", "none of that name"])),
        brand=Brand(
            theme=draw(texts), page=draw(_choice(Page)), accent=draw(texts), logo=draw(_picture_names),
            headline=draw(_choice(Size)), sides=draw(_choice(Room)), lines=draw(_choice(Room)),
            logo_size=draw(_choice(Size)), logo_side=draw(st.sampled_from(["", "end"])),
            heading_colour=draw(texts), address=draw(texts),
        ),
        partners=draw(_partners),
        correction=draw(texts),
        blocks=tuple(blocks),
    )  # fmt: skip


def _kept(found: tuple[Release, ...]) -> st.SearchStrategy[tuple[Kept, ...]]:
    """No version, or some of what the releases were, in order of time."""
    names = st.sampled_from(["", "As sent", "Łódź 東京"])
    many = st.lists(st.tuples(st.integers(0, 10**9), names), max_size=2).map(sorted)
    return many.map(
        lambda each: tuple(
            frozen(found[: 1 + number], datetime.datetime.fromtimestamp(seconds, datetime.UTC), name)
            for number, (seconds, name) in enumerate(each)
        )
    )


@st.composite
def kits(draw: st.DrawFn) -> Kit:
    """Any kit of one to three releases, with the pictures that they name and no others."""
    found = tuple(draw(releases(first=100 * number)) for number in range(draw(st.integers(1, 3))))
    named = {block.name for release in found for block in release.blocks if isinstance(block, Photo)}
    named |= {release.brand.logo for release in found}
    pictures = tuple(asset for asset in _PICTURES if asset.name in named)
    return Kit(
        releases=found,
        pictures=pictures,
        notes=draw(texts),
        passed=draw(_passed),
        issued=draw(_issued),
        kept=draw(_kept(found)),
    )
