"""Kits made of texts, without hands: the same parts that the window's test types in."""

from itertools import count
from pathlib import Path

from msgspec.structs import replace

from presskit.blocks import ALL
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Statistics
from presskit.blocks.subhead import Subhead
from presskit.blocks.unknown import Unknown
from presskit.model.block import Block
from presskit.model.brand import Brand
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.text.quotation import Placement
from presskit.text.runs import rich
from tests.examples import PICTURE, answered
from tests.parts import CHROME, Parts, Said

_PLACEMENTS: dict[str, Placement] = {"lead": "lead", "middle": "middle", "end": "end"}


def assemble(parts: Parts, *, region: str = "", page: str = "letter") -> Kit:
    """The release as blocks: quotes bound to their speakers, bullets as figures."""
    number = count(1)

    def name() -> str:
        return f"block{next(number):03}"

    blocks: list[Block] = [
        Contacts(id=name(), people=(Contact(name="Ida Marsh", phone="555-0100", email="press@example.org"),)),
        Headline(id=name(), text=rich(parts.headline)),
        Subhead(id=name(), text=rich(parts.subhead)),
        Paragraph(id=name(), text=rich(parts.lede)),
    ]
    for part in parts.body:
        match part:
            case Said():
                blocks.append(_quote(name(), part))
            case str():
                blocks.append(Paragraph(id=name(), text=rich(part)))
            case list():
                cut = (each.split(" ", 1) for each in part)
                items = tuple(Figure(figure=figure, sentence=rich(rest)) for figure, rest in cut)
                blocks.append(Statistics(id=name(), items=items))
    blocks.append(Boilerplate(id=name(), text=(rich(parts.boilerplate),)))
    brand = Brand(page="a4" if page == "a4" else "letter")
    dateline = Dateline(city=parts.town, region=region)
    return Kit(releases=(Release(dateline=dateline, brand=brand, blocks=tuple(blocks)),))


def _quote(name: str, part: Said) -> Quote:
    speaker = Speaker(name=part.name, title=part.title, description=part.description)
    return Quote(
        id=name,
        words=(rich(part.words),),
        speaker=speaker,
        verb=part.verb,
        placement=_PLACEMENTS[part.placement],
        after=part.after,
    )


def as_paragraphs(path: Path, language: str) -> Kit:
    """A text of any language, a block a line: the first one is the headline."""
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
    first, *rest = [line for line in lines if line and line != CHROME]
    blocks: list[Block] = [Headline(id="headline", text=rich(first))]
    blocks += [Paragraph(id=f"line{at:04}", text=rich(line)) for at, line in enumerate(rest)]
    return Kit(releases=(Release(language=language, blocks=tuple(blocks)),))


def long_kit(words: int) -> Kit:
    """A kit of so many words, in paragraphs of a hundred, a crosshead's worth of quotes among them."""
    sentence = "The council will vote on the river pact tonight, after nine years of work by neighbours. "
    count_of = len(sentence.split())
    blocks: list[Block] = [Headline(id="headline", text=rich("A very long release"))]
    left, at = words - 4, 0
    while left > 0:
        take = min(left, 105)
        text = (sentence * (take // count_of + 1)).split()[:take]
        at += 1
        if at % 5 == 0:
            speaker = Speaker(name="Ada Poe", description="the mayor")
            blocks.append(Quote(id=f"b{at:06}", words=(rich(" ".join(text)),), speaker=speaker))
        else:
            blocks.append(Paragraph(id=f"b{at:06}", text=rich(" ".join(text))))
        left -= take
    return Kit(releases=(Release(blocks=tuple(blocks)),))


def mixed_kit(words: int, many: int) -> Kit:
    """A kit of about so many words in so many blocks of every kind, most of them paragraphs."""
    rare = [kind for kind in ALL if not kind.once and kind not in {Paragraph, Unknown}]
    blocks: list[Block] = [Headline(id="headline", text=rich("A release of every kind of block"))]
    left = words
    for number in range(1, many):
        block_id = f"b{number:06}"
        if number % 4 == 0:
            kind = rare[number // 4 % len(rare)]
            blocks.append(replace(answered(kind), id=block_id))
            left -= sum(len(each.split()) for each in blocks[-1].letters())
        else:
            more = max(left // max((many - number) * 3 // 4, 1), 1)
            left -= more
            sentence = f"Paragraph {number} tells of the river pact and of nine years of work by neighbours. "
            text = (sentence * (more // 14 + 1)).split()[:more]
            blocks.append(Paragraph(id=block_id, text=rich(" ".join(text))))
    return Kit(releases=(Release(blocks=tuple(blocks)),), pictures=(PICTURE,))
