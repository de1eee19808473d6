"""Faults planted in clean releases, one at a time: where each stands is known, so recall can be counted.

The plants are made from the conventions of the trade, not from how the rules look for them.
"""

import datetime
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.checking import BY_ID, Brought, Finding, Judge, Known, read_text
from presskit.issuing import Since
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.profile import Profile
from presskit.model.release import Release, ReleaseLine
from presskit.model.search import quoted
from presskit.storage import files
from presskit.text.languages import primary
from presskit.text.runs import Paragraphs, RichText, cut, join, plain
from presskit.text.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
RELEASES = ROOT / "tests" / "intake" / "releases"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
MIXED = {"14-pocan-bilingual"}  # two languages in one text: what is planted there may be in the wrong one
MARKED = ("⟦", "⟧")
_KNOWN = Known()


class Host(NamedTuple):
    """A release that faults are planted in. language: its primary tag."""

    name: str
    kit: Kit
    language: str
    now: datetime.datetime

    @property
    def release(self) -> Release:
        return self.kit.releases[0]

    @property
    def date(self) -> datetime.date:
        found = self.release.dateline.date
        assert found is not None
        return found

    def of(self, kind: type[Block]) -> list[Block]:
        return [block for block in self.release.blocks if type(block) is kind]


class Plant(NamedTuple):
    """A fault in a kit, beside the same kit without it. block, path, paragraph, start, end: where it stands;
    no block for the release as a whole, no end for a block as a whole. names: a finding that says this is at
    the right place, too."""

    what: str
    host: str
    clean: Kit
    kit: Kit
    now: datetime.datetime
    number: int = 0
    block: str = ""
    path: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    names: str = ""
    known: Known = _KNOWN
    brought: Brought | None = None
    clean_brought: Brought | None = None
    house: Profile | None = None


Planter = Callable[[Host, random.Random], Plant | None]


_read: dict[int, tuple[Kit, Judge]] = {}


def _judge(plant: Plant) -> Judge:
    """A judge that has read what the plant stands in: it looks again at what changed, as it does in the
    window."""
    if plant.house is not None:
        return Judge(plant.house)
    known = _read.get(id(plant.clean))
    if known is None or known[0] is not plant.clean:
        if len(_read) > 200:
            _read.clear()
        known = _read[id(plant.clean)] = (plant.clean, Judge())
    return known[1]


def found(rule: int, plant: Plant) -> list[Finding]:
    """The findings of a rule, by its number, that are new at the place of a plant."""
    judge, kwargs = _judge(plant), {"now": plant.now}
    before = Counter(
        map(_same, judge.judge(plant.clean, plant.number, brought=plant.clean_brought, **kwargs))
    )
    known = replace(plant.known, changed=Since().changed(plant.kit, plant.number))
    after = judge.judge(plant.kit, plant.number, brought=plant.brought, known=known, **kwargs)
    fresh = []
    for each in after:
        if before[_same(each)] > 0 and not _is_within(plant, each):
            before[_same(each)] -= 1
        else:
            fresh.append(each)
    return [each for each in fresh if BY_ID[each.rule].number == rule and _is_there(plant, each)]


def _is_within(plant: Plant, finding: Finding) -> bool:
    """Whether a finding lies in what was planted: then it is new, even where the same was found nearby."""
    here = (finding.block, finding.path, finding.paragraph) == (plant.block, plant.path, plant.paragraph)
    return bool(here and plant.path and plant.start <= finding.start < finding.end <= plant.end)


def _same(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.block, finding.path, finding.paragraph, finding.found, finding.words


def _is_there(plant: Plant, finding: Finding) -> bool:
    if plant.names and plant.names in finding.words:
        return True
    if not plant.block:
        return True
    if finding.block != plant.block:
        return False
    if not plant.end or not finding.path:
        return True
    here = finding.path == plant.path and finding.paragraph == plant.paragraph
    return here and finding.start < plant.end and plant.start < finding.end


@cache
def hosts() -> tuple[Host, ...]:
    """All releases that faults are planted in: the samples, the intake's releases, and the corpus, where it
    is. Each has a date, a place, a contact and approved quotes."""
    found = [_host(path.stem, files.read(path).kit) for path in sorted(SAMPLES.rglob("*.presskit"))]
    texts = [*sorted(RELEASES.glob("*.txt")), *sorted(CORPUS.glob("*.txt"))]
    found += [_host(path.stem, read_text(path).kit) for path in texts if path.stem not in MIXED]
    return tuple(found)


def _host(name: str, kit: Kit) -> Host:
    release = kit.releases[0]
    line = release.dateline
    date = line.date or datetime.date(2026, 5, 12)
    if not line.city:
        line = replace(line, city="Larkhaven", region="Oregon")
    elif not line.region and not line.country:
        line = replace(line, region="Oregon")
    now = datetime.datetime.combine(date, datetime.time(15, 0), datetime.UTC)
    blocks: list[Block] = [
        each.approved(each.speaker.name, now, "phone") if isinstance(each, Quote) else each
        for each in release.blocks
    ]
    reached = [
        each
        for block in blocks
        if isinstance(block, Contacts)
        for each in block.people
        if each.name and each.email and each.phone
    ]
    if not reached:
        blocks = [each for each in blocks if not isinstance(each, Contacts)]
        person = Contact(
            name="Orla Vance",
            organisation="Larkhaven Tenants Union",
            email="orla.vance@larkhaven.example",
            phone="541-555-0142",
            after_hours="541-555-0143",
        )
        blocks.append(Contacts(id="plantcon", people=(person,)))
    release = replace(
        release,
        dateline=replace(line, date=date),
        line=ReleaseLine(),
        blocks=tuple(blocks),
        status="drafting",
    )
    return Host(name, kit.with_release(0, release), primary(release.language), now)


def plants(rule: int, planters: Sequence[Planter], count: int) -> Iterator[Plant]:
    """That many plants for a rule, by its number: each planter in turn, as long as it finds something to do,
    on hosts in random order, the same each time. A text in which the rule has found something before is no
    place to plant."""
    order = random.Random(f"rule {rule}")
    made = 0
    for tries in range(count * 100):
        rng = random.Random(f"rule {rule}/{tries}")
        plant = planters[(made + tries // 100) % len(planters)](order.choice(hosts()), rng)
        if plant is not None and not _is_taken(rule, plant):
            made += 1
            yield plant
        if made == count:
            return
    raise AssertionError(f"rule {rule}: {made} of {count} plants can be made")


def _is_taken(rule: int, plant: Plant) -> bool:
    place = (plant.block, plant.path, plant.paragraph)
    return bool(plant.path) and any(
        BY_ID[each.rule].number == rule and (each.block, each.path, each.paragraph) == place
        for each in _judge(plant).judge(plant.clean, plant.number, now=plant.now)
    )


def swapped(host: Host, blocks: Iterable[Block], **changes: object) -> Kit:
    """The host's kit with other blocks, and other values of its release."""
    release = replace(host.release, blocks=tuple(blocks), **changes)
    return host.kit.with_release(0, release)


def exchanged(host: Host, block: Block) -> Kit:
    """The host's kit with a block in the place of the one of its id."""
    return swapped(host, [block if each.id == block.id else each for each in host.release.blocks])


def changed(host: Host, what: str, kit: Kit, block: str = "", **more: object) -> Plant:
    """A plant that is about a block as a whole, or the release."""
    return Plant(what, host.name, host.kit, kit, host.now, block=block, **more)  # type: ignore[arg-type]


class Place(NamedTuple):
    """A text that sentences can be planted in."""

    block: Block
    path: str
    paragraph: int
    text: RichText


_PATHS: dict[type[Block], str] = {
    Paragraph: "text",
    Listing: "items",
    Boilerplate: "text",
    Notes: "text",
    Photo: "caption",
    Headline: "text",
    Quote: "words",
}
BODY: tuple[type[Block], ...] = (Paragraph, Paragraph, Paragraph, Listing, Notes, Boilerplate)
ANYWHERE: tuple[type[Block], ...] = (*BODY, Quote, Quote)


def places(host: Host, kinds: Iterable[type[Block]]) -> Iterator[Place]:
    """The texts of some kinds of block; a list's as often as its kind is named."""
    for kind in kinds:
        for block in host.of(kind):
            path = _PATHS[kind]
            answer = getattr(block, path)
            many: Paragraphs = (answer,) if kind in {Paragraph, Photo, Headline} else answer
            for number, text in enumerate(many):
                if len(plain(text).split()) > 3 and (kind is Quote or _is_even(plain(text))):
                    yield Place(block, path, number, text)


def _is_even(text: str) -> bool:
    return (
        text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("«") == text.count("»")
    )


def put(host: Host, place: Place, text: RichText) -> Kit:
    """The host's kit with another text in that place."""
    answer = getattr(place.block, place.path)
    if type(place.block) in {Paragraph, Photo, Headline}:
        answer = text
    else:
        answer = (*answer[: place.paragraph], text, *answer[place.paragraph + 1 :])
    return exchanged(host, replace(place.block, **{place.path: answer}))


def sown(
    host: Host, rng: random.Random, sentence: str, kinds: Iterable[type[Block]] = BODY, what: str = ""
) -> Plant | None:
    """A sentence planted somewhere in running text, at the border of two sentences; the fault in it stands
    between ⟦ and ⟧."""
    offered = list(places(host, kinds))
    if not offered:
        return None
    place = rng.choice(offered)
    letters = plain(place.text)
    said = quoted(letters) if not isinstance(place.block, Quote) else []
    ends = [end for _start, end in sentences(letters) if not any(a < end < b for a, b in said)]
    if not letters.rstrip().endswith((".", "!", "?", "”", '"', ":")):
        ends = []
    at = rng.choice([0, *(ends or [0])])
    return planted(host, place, at, sentence, what)


def planted(host: Host, place: Place, at: int, sentence: str, what: str = "") -> Plant:
    """A marked sentence planted at a letter of a text."""
    words, start, end = unmarked(sentence.replace(".⟧.", ".⟧"))
    before, after = cut(place.text, 0, at), cut(place.text, at)
    lead = plain(before).rstrip()
    gap = " " if lead else ""
    before = cut(before, 0, len(lead))
    rest = plain(after)
    after = cut(after, len(rest) - len(rest.lstrip()))
    text = join(before, gap + words, " " if plain(after) else "", after)
    begin = len(lead) + len(gap)
    return Plant(
        what or words,
        host.name,
        host.kit,
        put(host, place, text),
        host.now,
        block=place.block.id,
        path=place.path,
        paragraph=place.paragraph,
        start=begin + start,
        end=begin + end,
    )


def unmarked(sentence: str) -> tuple[str, int, int]:
    """A marked sentence without its marks, and where the fault begins and ends; all of it when unmarked."""
    first, last = MARKED
    if first not in sentence:
        return sentence, 0, len(sentence)
    start = sentence.index(first)
    end = sentence.index(last) - len(first)
    return sentence.replace(first, "").replace(last, ""), start, end


def sowing(banks: dict[str, Sequence[str]], kinds: Iterable[type[Block]] = BODY) -> Planter:
    """A planter of sentences out of a bank for each language."""
    chosen = tuple(kinds)

    def plant(host: Host, rng: random.Random) -> Plant | None:
        bank = banks.get(host.language)
        return sown(host, rng, rng.choice(bank), chosen) if bank else None

    return plant


def is_clean(host: Host, rule: int, block: str = "") -> bool:
    """Whether a rule, by its number, finds nothing in a block of a host, or in all of it."""
    return not any(
        BY_ID[each.rule].number == rule and (not block or each.block == block)
        for each in Judge().judge(host.kit, 0, now=host.now)
    )
