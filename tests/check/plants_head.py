"""Faults of what stands around the text: rules 1 to 8."""

import datetime
import random
from functools import cache

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.paragraph import Paragraph
from presskit.bringing import compose, read_text, recognise
from presskit.checking import Brought, Known, brought_of
from presskit.export import FORMATS
from presskit.exporting import export_bytes
from presskit.model.kit import Kit
from presskit.model.release import ReleaseLine
from presskit.text.runs import plain, rich
from tests.check.seeding import (
    Host,
    Plant,
    Planter,
    changed,
    exchanged,
    is_clean,
    places,
    planted,
    sowing,
    swapped,
)
from tests.check.words import A_P, LEAVINGS, PLAIN, TOWNS


@cache
def _text(name: str, kit: Kit) -> str:
    (kind,) = (each for each in FORMATS if each.id == "text")
    return export_bytes(kit, 0, kind).decode()


@cache
def _read(text: str) -> tuple[Kit, Brought]:
    made = compose(recognise(read_text(text)))
    return made.kit, brought_of(made)


def _retold(host: Host, what: str, change: tuple[str, str]) -> Plant | None:
    """The host as a text that is brought in, with something of it exchanged."""
    text = _text(host.name, host.kit)
    if text.count(change[0]) != 1:
        return None
    clean, brought = _read(text)
    if not (brought.line and brought.end and brought.dateline) or brought.residue:
        return None
    kit, then = _read(text.replace(*change))
    return Plant(what, host.name, clean, kit, host.now, brought=then, clean_brought=brought)


def _dateline_of(host: Host) -> str:
    text = _text(host.name, host.kit)
    line = host.release.dateline
    at = text.find(f"{line.city.upper()},")
    end = text.find(" — ", at)
    return text[at : end + 3] if 0 <= at < end < at + 60 else ""


def _dateline(host: Host, rng: random.Random) -> Plant | None:
    if host.language != "en":
        return None  # elsewhere, a place may stand without its region
    line = host.release.dateline
    what, then = rng.choice(
        [
            ("no city", replace(line, city="")),
            ("no city, no state", replace(line, city="", region="", country="")),
            ("no date", replace(line, date=None)),
            ("no state", replace(line, city=rng.choice(TOWNS), region="", country="")),
            (
                "no state",
                replace(line, city=rng.choice(["Hartford", "Springfield", "Salem"]), region="", country=""),
            ),
            ("blank city", replace(line, city="  ")),
        ]
    )
    return changed(host, what, swapped(host, host.release.blocks, dateline=then))


def _dateline_in_text(host: Host, rng: random.Random) -> Plant | None:
    was = _dateline_of(host)
    city = host.release.dateline.city
    if not was or host.language != "en":
        return None
    then = rng.choice(
        ["", f"{city}— ", f"{city} — ", f"{city.upper()} — ", f"{city}: ", f"{city}, OR — ", f"({city}) "]
    )
    return _retold(host, f"dateline {then!r}", (was, then))


def _date_out_of_text(host: Host, _rng: random.Random) -> Plant | None:
    date = f"{A_P[host.date.month - 1]} {host.date.day}, {host.date.year}"
    return _retold(host, "no date in the text", (f"\n\n{date}\n\n", "\n\n"))


DATELINES: tuple[Planter, ...] = (_dateline, _dateline_in_text, _date_out_of_text)


def _line(host: Host, rng: random.Random) -> Plant:
    until = datetime.datetime.combine(host.date + datetime.timedelta(days=3), datetime.time(6, 0))
    what, line = rng.choice(
        [
            ("an embargo without an end", ReleaseLine(kind="embargo")),
            ("an embargo without its zone", ReleaseLine(kind="embargo", until=until)),
            ("an embargo with a zone alone", ReleaseLine(kind="embargo", zone="America/New_York")),
        ]
    )
    return changed(host, what, swapped(host, host.release.blocks, line=line))


_SECOND = (
    "FOR IMMEDIATE RELEASE",
    "For immediate release",
    "EMBARGOED UNTIL FRIDAY",
    "EMBARGOED UNTIL 12:01 a.m. ET FRIDAY, MAY 31",
    "Embargoed until 6 a.m. Monday",
    "HOLD FOR RELEASE UNTIL JUNE 3",
    "NOT FOR RELEASE BEFORE FRIDAY",
    "For Release: Immediate",
    "***FOR IMMEDIATE RELEASE***",
    "STRICTLY EMBARGOED UNTIL MONDAY",
)


def _second_line(host: Host, rng: random.Random) -> Plant | None:
    """A release line typed into the text, beside the one that the kit prints."""
    if host.language != "en":
        return None
    words = rng.choice(_SECOND)
    blocks = list(host.release.blocks)
    block = Paragraph(id="plantpar", text=rich(words))
    blocks.insert(rng.choice([0, 1, len(blocks)]), block)
    return changed(host, words, swapped(host, blocks), block.id)


def _line_in_text(host: Host, rng: random.Random) -> Plant | None:
    then = rng.choice(
        [
            "",
            "EMBARGOED UNTIL FRIDAY",
            "EMBARGOED UNTIL MAY 31",
            "EMBARGOED",
            "EMBARGOED UNTIL 6 A.M. MONDAY, JUNE 1",
            "FOR RELEASE FRIDAY MORNING",
        ]
    )
    return (
        _retold(host, f"release line {then!r}", ("FOR IMMEDIATE RELEASE", then))
        if host.language == "en"
        else None
    )


LINES: tuple[Planter, ...] = (_line, _second_line, _line_in_text)


def _embargo(host: Host, rng: random.Random) -> Plant:
    day = datetime.timedelta(days=1)
    noon = datetime.datetime.combine(host.date, datetime.time(rng.randint(1, 23), rng.choice([0, 1, 30])))
    ends, now = noon, host.now
    match what := rng.choice(["ended", "before the date", "no such time", "twice", "on hold"]):
        case "ended":
            ends, now = noon + rng.randint(1, 20) * day, host.now + 30 * day
        case "before the date":
            ends, now = noon - rng.randint(1, 20) * day, host.now - 40 * day
        case "no such time":  # clocks go forward at 2 a.m. on the second Sunday of March (15 U.S.C. 260a)
            ends, now = datetime.datetime(2027, 3, 14, 2, 30), min(host.now, _at(2027, 3, 1))
        case "twice":
            ends, now = datetime.datetime(2027, 11, 7, 1, 30), min(host.now, _at(2027, 11, 1))
    zone = "America/New_York"
    line = (
        ReleaseLine(kind="hold") if what == "on hold" else ReleaseLine(kind="embargo", until=ends, zone=zone)
    )
    made = changed(host, f"embargo: {what} ({ends})", swapped(host, host.release.blocks, line=line))
    return made._replace(now=now)


def _at(year: int, month: int, day: int) -> datetime.datetime:
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


EMBARGOES: tuple[Planter, ...] = (_embargo,)


def _contact(host: Host, rng: random.Random) -> Plant | None:
    if len(host.of(Contacts)) != 1:
        return None
    (block,) = host.of(Contacts)
    assert isinstance(block, Contacts)
    whole = Contact(
        name="Orla Vance", phone="541-555-0142", after_hours="541-555-0143", email="orla@larkhaven.example"
    )
    before = host._replace(kit=exchanged(host, replace(block, people=(whole,))))
    what, people = rng.choice(
        [
            ("no contact", ()),
            ("no e-mail", (replace(whole, email=""),)),
            ("no phone", (replace(whole, phone="", after_hours=""),)),
            ("no name", (replace(whole, name=""),)),
            ("an address alone", (Contact(email="press@larkhaven.example"),)),
            ("an empty row", (Contact(),)),
            ("no number for the evening", (replace(whole, after_hours=""),)),
            ("half an address", (replace(whole, email="orla@larkhaven"),)),
            ("no @", (replace(whole, email="orla.larkhaven.example"),)),
            ("two @", (replace(whole, email="orla@@larkhaven.example"),)),
            ("a space in the address", (replace(whole, email="orla vance@larkhaven.example"),)),
            ("a number with a figure short", (replace(whole, phone="541-555-014"),)),
            ("a number to come", (replace(whole, phone="541-555-XXXX"),)),
        ]
    )
    made = changed(before, what, exchanged(before, replace(block, people=people)))
    if what == "no contact" and rng.random() < 0.5:
        made = changed(
            before,
            what,
            swapped(before, [each for each in before.release.blocks if each is not before.of(Contacts)[0]]),
        )
    return made


CONTACTS: tuple[Planter, ...] = (_contact,)

_ENDS = ("###", "# # #", "-30-", "- 30 -", "#####", "—ENDS—", "ENDS", "-END-", "***END***")


def _end_in_text(host: Host, rng: random.Random) -> Plant:
    blocks = list(host.release.blocks)
    offered = _ENDS if host.language == "en" else _ENDS[:5]
    block = Paragraph(id="plantpar", text=rich(rng.choice(offered)))
    blocks.insert(rng.choice([len(blocks), max(2, len(blocks) - 2)]), block)
    return changed(host, plain(block.text), swapped(host, blocks), block.id)


def _leaving(host: Host, rng: random.Random) -> Plant | None:
    bank = LEAVINGS.get(host.language)
    if bank is None:
        return None
    blocks = list(host.release.blocks)
    block = Paragraph(id="plantpar", text=rich(rng.choice(bank)))
    blocks.insert(rng.choice([1, 3, len(blocks), len(blocks)]), block)
    return changed(host, plain(block.text), swapped(host, blocks), block.id)


def _after_end(host: Host, rng: random.Random) -> Plant | None:
    bank = LEAVINGS.get(host.language)
    words = rng.choice(bank) if bank else ""
    return _retold(host, f"after the end: {words}", ("\n###\n", f"\n###\n\n{words}\n")) if bank else None


def _no_end(host: Host, _rng: random.Random) -> Plant | None:
    return _retold(host, "no end mark", ("\n###\n", "\n"))


ENDS: tuple[Planter, ...] = (_leaving, _end_in_text, _leaving, _after_end, _no_end)


def _standing(host: Host, rng: random.Random) -> Plant | None:
    """A boilerplate that is gone, too short, too long, or not as the library has it."""
    blocks = [each for each in host.of(Boilerplate) if isinstance(each, Boilerplate)]
    if len(blocks) != 1 or host.language not in PLAIN:
        return None
    (block,) = blocks
    text = " ".join(rng.sample(PLAIN[host.language], 6))
    whole = replace(block, text=(rich(text),))
    clean = host._replace(kit=exchanged(host, whole))
    if not is_clean(clean, 6):
        return None
    what = rng.choice(["gone", "empty", "short", "long", "old"])
    match what:
        case "gone":
            kit = swapped(clean, [each for each in clean.release.blocks if each.id != block.id])
            return changed(clean, "boilerplate gone", kit)
        case "empty":
            return changed(clean, "boilerplate empty", exchanged(clean, replace(block, text=())))
        case "short":
            less = replace(block, text=(rich(" ".join(text.split()[: rng.randint(5, 38)]) + "."),))
            return changed(clean, "boilerplate short", exchanged(clean, less), block.id)
        case "long":
            more = replace(block, text=(rich(" ".join(PLAIN[host.language] * 3)),))
            return changed(clean, "boilerplate long", exchanged(clean, more), block.id)
    known = Known(stale={block.id: "The library has a newer version of this boilerplate."})
    return changed(clean, "boilerplate old", clean.kit, block.id)._replace(known=known)


_SEEKING = {
    "en": (
        "⟦We⟧ seek to strengthen the towns of the valley.",
        "⟦Our⟧ members keep nine piers.",
        "The trust and ⟦our⟧ partners meet each spring.",
        "Join ⟦us⟧ on the pier each spring.",
        "Since then ⟦we’ve⟧ built nine piers.",
    ),
    "es": ("⟦Nuestra⟧ misión es cuidar el puerto.", "⟦Nosotras⟧ cuidamos el puerto."),
    "fr": ("⟦Nous⟧ défendons le port.", "⟦Notre⟧ mission est de garder le port."),
}


def _second_issuer(host: Host, rng: random.Random) -> Plant | None:
    """A second organisation that announces it and is among the contacts, of which no boilerplate tells."""
    if len(host.of(Contacts)) != 1 or len(host.of(Boilerplate)) != 1 or host.language != "en":
        return None
    first = next(iter(places(host, (Paragraph,))), None)
    if first is None:
        return None
    (block,) = host.of(Contacts)
    assert isinstance(block, Contacts)
    issuer = rng.choice(["Granton Riders Union", "Wexmere Housing Coalition", "Lowell Ferry Trust"])
    second = Contact(
        name="Dana Okoro", organisation=issuer, email="dana@riders.example", phone="541-555-0177"
    )
    told = host._replace(kit=exchanged(host, replace(block, people=(*block.people, second))))
    does = rng.choice(["announced the plan with its partners", "and its partners released the plan"])
    lead = f"The {issuer} {does} Tuesday."
    made = planted(told, first, 0, lead)
    return changed(host, f"{issuer} issues it, too", made.kit)._replace(names=issuer)


STANDING: tuple[Planter, ...] = (_standing, sowing(_SEEKING, (Boilerplate,)), _standing, _second_issuer)
