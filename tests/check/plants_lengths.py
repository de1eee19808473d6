"""Faults of headlines and lengths: rules 7 and 8."""

import random

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.subhead import Subhead
from presskit.model.kit import Kit
from presskit.model.profile import profile_over
from presskit.text.runs import join, plain, rich
from tests.check.seeding import Host, Plant, Planter, changed, exchanged, is_clean, places, put, swapped
from tests.check.words import PLAIN

_GROUPS = ("Harbor Trust", "Granton Riders Union", "Wexmere Housing Coalition", "Larkhaven Tenants Union")
_DOES = (
    "opens nine piers along the lake",
    "wins a second hearing on ferry fares",
    "asks county for 30 new wells",
)


def _issued(host: Host, rng: random.Random) -> tuple[Host, Headline, str] | None:
    """The host as the release of one group, whose headline is as it should be."""
    heads = host.of(Headline)
    if len(heads) != 1 or host.language != "en":
        return None
    (head,) = heads
    assert isinstance(head, Headline)
    group, does = rng.choice(_GROUPS), rng.choice(_DOES)
    good = replace(head, text=rich(f"{group} {does}"))
    about = Boilerplate(
        id="plantboi", heading=f"About the {group}", text=(rich(f"The {group} " + " ".join(PLAIN["en"][:5])),)
    )
    kept = [each for each in host.release.blocks if each.kind not in {"boilerplate", "contacts", "subhead"}]
    kit = swapped(
        host,
        [good if each is head else each for each in (*kept, about)],
        profile=rng.choice(["ap", "coalition", "own-site"]),
    )
    clean = host._replace(kit=kit)
    return (clean, good, group) if is_clean(clean, 7) else None


def _headline(host: Host, rng: random.Random) -> Plant | None:
    ground = _issued(host, rng)
    if ground is None:
        return None
    clean, head, group = ground
    words = plain(head.text)
    ways = {
        "full stop": words + ".",
        "exclamation mark": words + "!",
        "capitals": words.upper(),
        "too long": words
        + " after a year of letters, marches, hearings and a vote that nobody in the valley had seen coming",
        "no issuer": words.replace(group, "Riders’ group"),
        "empty": "",
        "two exclamation marks": words + "!!",
        "a capital group that shouts": words.upper() + "!",
    }
    what, text = rng.choice(list(ways.items()))
    kit = exchanged(clean, replace(head, text=rich(text)))
    return changed(clean, f"headline: {what}", kit, "" if what == "empty" else head.id)


def _repeated(host: Host, rng: random.Random) -> Plant | None:
    """A subhead that says what the headline says."""
    ground = _issued(host, rng)
    if ground is None:
        return None
    clean, head, _group = ground
    words = plain(head.text)
    text = rng.choice([words, words.lower(), words + ".", words.title()])
    subhead = Subhead(id="plantsub", text=rich(text))
    at = clean.release.index(head.id) + 1
    blocks = (*clean.release.blocks[:at], subhead, *clean.release.blocks[at:])
    return changed(clean, f"subhead {text}", swapped(clean, blocks))


def _cased(host: Host, rng: random.Random) -> Plant | None:
    """Capitals of words other than the house has them."""
    ground = _issued(host, rng)
    if ground is None:
        return None
    clean, head, _group = ground
    sentence = plain(head.text)
    titled = " ".join(
        each if each[0].isupper() or each in {"on", "the", "for"} else each.title()
        for each in sentence.split()
    )
    case, right, wrong = rng.choice([("title", titled, sentence), ("sentence", sentence, titled)])
    before = clean._replace(kit=exchanged(clean, replace(head, text=rich(right))))
    house = profile_over("ap", f'name = "House"\n[checks]\nheadline_case = "{case}"\n', "house")
    made = changed(before, f"{case}: {wrong}", exchanged(before, replace(head, text=rich(wrong))), head.id)
    return made._replace(house=house)


HEADLINES: tuple[Planter, ...] = (_headline, _repeated, _headline, _cased)


def _lede(host: Host, rng: random.Random) -> Plant | None:
    """A first paragraph of more than 50 words."""
    bank = PLAIN.get(host.language)
    first = next(iter(places(host, (Paragraph,))), None)
    before = [each.kind for each in host.release.blocks]
    if bank is None or first is None or host.release.blocks[before.index("paragraph")] is not first.block:
        return None
    if any(kind in {"quote", "list", "statistics"} for kind in before[: before.index("paragraph")]):
        return None
    if not is_clean(host, 8, first.block.id):
        return None
    many = len(plain(first.text).split())
    words: list[str] = []
    while many + len(words) < 56:
        words += rng.choice(bank).split()
    return changed(
        host,
        f"a lede of {many + len(words)} words",
        put(host, first, join(first.text, " " + " ".join(words))),
        first.block.id,
    )


def _long(host: Host, rng: random.Random) -> Plant | None:
    """A release of more words than its house style allows."""
    bank = PLAIN.get(host.language)
    if bank is None or not is_clean(host, 8):
        return None
    more: list[Paragraph] = []
    while host.release.word_count() + sum(len(plain(each.text).split()) for each in more) < 830:
        text = " ".join(rng.sample(bank, 4))
        more.append(Paragraph(id=f"plant{len(more):03}", text=rich(text)))
    return changed(host, "more than 800 words", swapped(host, (*host.release.blocks, *more)))


def _short(host: Host, rng: random.Random) -> Plant | None:
    """A release for the wire of fewer words than wires take."""
    if host.language not in PLAIN or host.release.word_count() < 320:
        return None
    wired: Kit = swapped(host, host.release.blocks, profile="wire")
    clean = host._replace(kit=wired)
    if not is_clean(clean, 8):
        return None
    kept = []
    count = 0
    for block in clean.release.blocks:
        size = sum(len(each.split()) for each in block.letters())
        if count + size < rng.randint(180, 280):
            kept.append(block)
            count += size
    return changed(clean, f"{count} words for the wire", swapped(clean, kept))


LENGTHS: tuple[Planter, ...] = (_lede, _long, _lede, _short)
