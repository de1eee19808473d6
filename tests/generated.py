"""Any number of kits, the same each time: any blocks in any order, in every language that releases are
written in, photos, empty states. What validators and readers of whole files are fed.

`python -m tests.generated FOLDER [COUNT] [FORMAT…]` writes them as files of those formats.
"""

import datetime
import io
import random
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image, ImageDraw

from presskit import assets
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
from presskit.export.errors import ExportProblem
from presskit.exporting import export_bytes, format_named
from presskit.model.block import Block
from presskit.model.brand import Brand, families
from presskit.model.fields import Ask, questions
from presskit.model.kit import Asset, Kit
from presskit.model.release import Dateline, Release, ReleaseLine
from presskit.text.runs import RichText, Run, rich
from tests.kits import under

SEED = 20261122
EMPTY = 0.15  # how often an answer is not there yet
_ZONE = datetime.timezone(datetime.timedelta(hours=-5))


class Words(Struct, frozen=True):
    """What a release in a language says; `tag` is that language (BCP 47)."""

    tag: str
    headline: str
    subhead: str
    sentences: tuple[str, ...]
    words: tuple[str, ...]
    person: str
    role: str
    said: str
    organisation: str
    city: str
    heading: str
    caption: str
    points: tuple[str, ...]


@cache
def languages() -> dict[str, Words]:
    """The words of each language, by its first subtag."""
    data = (Path(__file__).parent / "data" / "languages.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), dict[str, Words])


@cache
def pictures() -> tuple[Asset, ...]:
    """A broad photo, a tall one that a camera held sideways and noted a place in, a logo one can see
    through, and a tiny grey square."""

    def drawn(size: tuple[int, int], mode: str, form: str, **options: Any) -> Asset:
        image = Image.linear_gradient("L").resize(size).convert(mode)
        draw = ImageDraw.Draw(image)
        draw.ellipse((4, 4, size[0] // 2, size[1] // 2), fill="white" if mode == "L" else "#b5482f")
        if mode == "RGBA":
            image.putalpha(Image.linear_gradient("L").resize(size))
        stream = io.BytesIO()
        image.save(stream, form, **options)
        return Asset.of(stream.getvalue())

    noted = Image.Exif()
    noted[0x0112] = 6  # turned by a quarter
    noted[0x010F] = "SecretCamera"
    noted.get_ifd(0x8825)[1] = "N"
    return (
        drawn((480, 300), "RGB", "JPEG", quality=80),
        drawn((320, 200), "RGB", "JPEG", quality=80, exif=noted),
        drawn((240, 80), "RGBA", "PNG"),
        drawn((12, 12), "L", "PNG"),
    )


def kits(number: int, seed: int = SEED) -> Iterator[Kit]:
    """So many kits; equal numbers and seeds give equal kits, and a larger count the same ones first."""
    tongues = sorted(languages())
    for at in range(number):
        yield kit_in(tongues[at % len(tongues)], random.Random(f"{seed}/{at}"))


def kit_in(language: str, chance: random.Random) -> Kit:
    """A kit of one release in a language, and at times of a second one in another."""
    named = [language]
    if chance.random() < 0.15:
        named.append(chance.choice(sorted(languages())))
    releases = tuple(_Author(languages()[name], chance, at * 100).release() for at, name in enumerate(named))
    notes = chance.choice(["", "Call Jo before eight.\nThe mayor’s office has not seen this."])
    return Kit(releases=releases, pictures=pictures(), notes=notes)


def whole_kit(language: str) -> Kit:
    """A release as one would send it, with one of everything and a second language's words in it."""
    words, number = languages()[language], count(1)
    foreign = languages()["ar" if language == "en" else "en"]

    def name() -> str:
        return f"b{next(number):07}"

    photo, _, logo, _ = pictures()
    mixed = (Run(words.sentences[0]), Run(f" ({foreign.organisation}, 2026) "), Run(words.sentences[1]))
    blocks: tuple[Block, ...] = (
        Contacts(
            id=name(),
            people=(Contact(name=words.person, phone="+1 203-555-0100", email="press@example.org"),),
        ),
        Headline(id=name(), text=rich(words.headline)),
        Subhead(id=name(), text=rich(words.subhead)),
        Paragraph(id=name(), text=mixed),
        Quote(
            id=name(),
            words=tuple(map(rich, words.words)),
            speaker=Speaker(name=words.person, description=words.role),
            verb=words.said,
        ),
        Statistics(
            id=name(),
            introduction=rich(words.sentences[2]),
            items=(
                Figure(figure="84%", sentence=rich(words.points[0])),
                Figure(figure="1,200", sentence=(Run(words.points[1], bold=True),)),
            ),
            sources=(Source(who=words.organisation, when="2026", link="https://example.org/study"),),
        ),
        Crosshead(id=name(), text=rich(words.points[2])),
        Paragraph(id=name(), text=(Run(words.sentences[3], italic=True), Run(f" {foreign.sentences[0]}"))),
        Listing(id=name(), items=tuple(map(rich, words.points)), marker="number"),
        Photo(id=name(), name=photo.name, caption=rich(words.caption), credit=words.person),
        Paragraph(id=name(), text=(Run(foreign.sentences[1], language=foreign.tag),)),
        Boilerplate(id=name(), heading=words.heading, text=(rich(" ".join(words.sentences)),)),
        Notes(id=name(), text=(rich(words.sentences[1]),)),
    )
    release = Release(
        language=words.tag,
        dateline=Dateline(city=words.city, date=datetime.date(2026, 11, 22)),
        brand=Brand(logo=logo.name, issuers=(words.organisation, foreign.organisation), accent="#8a1538"),
        blocks=blocks,
    )
    return Kit(releases=(release,), pictures=pictures(), notes="Call Jo before eight.")


class _Author:
    """Writes one release. `first`: the number that its blocks' ids begin with."""

    def __init__(self, words: Words, chance: random.Random, first: int) -> None:
        self.words = words
        self.chance = chance
        self.first = first

    def release(self) -> Release:
        """A release with up to fourteen blocks."""
        chance = self.chance
        kinds = chance.choices(ALL, k=chance.choice([0, 1, 2, 5, 8, 11, 14]))
        blocks = [under(self.block(kind), f"b{self.first + at:07}") for at, kind in enumerate(kinds)]
        themes = [*assets.names("brands", ".toml"), ""]
        faces = ["", *families()]
        brand = Brand(
            theme=chance.choice(themes),
            page=chance.choice(["letter", "a4"]),
            text_face=chance.choice(faces),
            heading_face=chance.choice(faces),
            accent=chance.choice(["", "#8a1538", "#00594c"]),
            logo=chance.choice(["", pictures()[2].name]),
            issuers=tuple(
                chance.choice(list(languages().values())).organisation if at else self.words.organisation
                for at in range(chance.choice([0, 0, 1, 3]))
            ),
        )
        beside = random.Random(self.first)  # its own, so that what follows stays as it was
        brand = replace(
            brand,
            heading_colour=beside.choice(["", "#27408b"]),
            headline=beside.choice(["small", "usual", "large"]),
            lines=beside.choice(["narrow", "usual", "wide"]),
            sides=beside.choice(["narrow", "usual", "wide"]),
            logo_size=beside.choice(["small", "usual", "large"]),
            logo_side=beside.choice(["", "start", "centre", "end"]),
            address=beside.choice(["", f"{self.words.organisation} · 12 Mill Lane · https://example.org"]),
        )
        until = chance.choice([None, datetime.datetime(2026, 11, 22, 0, 1)])
        return Release(
            language=self.words.tag,
            line=ReleaseLine(
                kind=chance.choice(["immediate", "embargo", "hold"]), until=until, zone="America/New_York"
            ),
            dateline=Dateline(
                city=chance.choice(["", self.words.city]),
                date=chance.choice([None, datetime.date(2026, 11, 22)]),
            ),
            brand=brand,
            blocks=tuple(blocks),
        )

    def block(self, kind: type[Block]) -> Block:
        """A block of a kind, some of its questions left open; without an id."""
        if kind is Unknown:
            return Unknown(content={"kind": "later", "list": [1, None, {"a": "ä"}]})
        block: Block = self.record(kind)
        return self.spoken(block) if isinstance(block, Quote) else block

    def spoken(self, quote: Quote) -> Quote:
        """The quote with its speaker, and at times an approval, of these words or of others."""
        chance = self.chance
        speaker = Speaker(name=self.words.person, description=chance.choice(["", self.words.role]))
        said = replace(quote, speaker=speaker, verb=chance.choice(["", self.words.said]), named="")
        moment = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=_ZONE)
        how = chance.choice(["email", "phone", "in person"])
        match chance.choice(["open", "approved", "changed"]):
            case "approved":
                return said.approved(self.words.person, moment, how)
            case "changed":
                before = replace(said, words=((Run(self.words.headline),),))
                return replace(said, approval=before.approved(self.words.person, moment, how).approval)
            case _:
                return said

    def record(self, kind: type) -> Any:
        """A record with answers to most of what it asks."""
        empty = kind()
        answers = {
            each.name: self.answer(each.name, each.ask, getattr(empty, each.name))
            for each in questions(kind)
            if self.chance.random() >= EMPTY
        }
        return replace(empty, **answers)

    def answer(self, name: str, ask: Ask, default: Any) -> Any:
        """An answer of the form that the question wants."""
        chance = self.chance
        match ask.form:
            case "line":
                return self.line(name)
            case "rich":
                return self.rich(self.heading(ask) or chance.choice(self.words.sentences))
            case "paragraphs":
                pool = self.words.points if ask.role == "bullet" else self.words.sentences
                pool = self.words.words if ask.role == "quote" else pool
                return tuple(self.rich(text) for text in chance.sample(pool, chance.randint(1, len(pool))))
            case "choice":
                return chance.choice(ask.choices)[0]
            case "number":
                return chance.randint(1, 4)
            case "switch":
                return chance.random() < 0.5
            case "date":
                return datetime.date(2026, 11, chance.randint(1, 28))
            case "picture":
                return chance.choice(pictures()).name
            case "rows":
                assert ask.row is not None
                return tuple(self.record(ask.row) for _ in range(chance.randint(0, 3)))

    def heading(self, ask: Ask) -> str:
        """What stands in a field whose type is no running text's."""
        words = self.words
        return {
            "headline": words.headline,
            "subhead": words.subhead,
            "crosshead": words.heading,
            "caption": words.caption,
            "bullet": words.points[0],
        }.get(ask.role, "")

    def line(self, name: str) -> str:
        """A plain line, by the name of its field."""
        words = self.words
        known = {
            "name": words.person,
            "who": words.organisation,
            "organisation": words.organisation,
            "role": words.role,
            "phone": "+1 203-555-0100",
            "after_hours": "203-555-0199",
            "email": "press@example.org",
            "link": "https://example.org/study?year=2026&page=2",
            "figure": self.chance.choice(["84%", "1,200", "4.2"]),
            "when": "2026",
            "heading": words.heading,
            "verb": words.said,
            "credit": words.person,
            "alt": words.caption,
        }
        return known.get(name, words.points[-1])

    def rich(self, text: str) -> RichText:
        """The text with emphasis, a link, or a few words of another language in it."""
        chance = self.chance
        head, gap, rest = text.partition(" ")
        match chance.choice(["plain", "plain", "bold", "italic", "linked", "foreign", "tagged", "both"]):
            case "bold":
                return (Run(head, bold=True), Run(gap + rest))
            case "italic":
                return (Run(head + gap), Run(rest, italic=True))
            case "linked":
                return (Run(head + gap), Run(rest, link="https://example.org/a?b=1&c=2"))
            case "foreign":
                other = chance.choice(list(languages().values()))
                return (Run(f"{head} ({other.organisation}, 2026){gap}{rest}"),)
            case "tagged":
                other = chance.choice(list(languages().values()))
                return (Run(head + gap), Run(other.headline, language=other.tag), Run(f"{gap}{rest}"))
            case "both":
                return (Run(head, bold=True, italic=True, link="mailto:press@example.org"), Run(gap + rest))
            case _:
                return (Run(text),)


def main(folder: Path, many: int, formats: list[str]) -> None:
    """Writes the kits' first releases into a folder; says which a format refuses."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, kit in enumerate(kits(many)):
        for name in formats:
            kind = format_named(name)
            if kind is None:
                raise SystemExit(f"there is no format {name!r}")
            try:
                data = export_bytes(kit, 0, kind)
            except ExportProblem as problem:
                print(f"{number:04} {name}: {problem}", file=sys.stderr)
                continue
            (folder / f"{number:04}{kind.suffix}").write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 200, sys.argv[3:] or ["docx"])
