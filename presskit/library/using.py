"""How what a library keeps comes into a release, and what a kit carries of it.

A block holds a snapshot, the id of the item and its version: it works without the library. Nothing here asks
one; whoever calls brings the items.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.unknown import Unknown
from presskit.i18n import _
from presskit.library.consent import refusal
from presskit.library.items import Content, Item, Organisation, Piece, new_item_id
from presskit.library.people import Person, Title
from presskit.library.problems import Refused
from presskit.library.shelf import State
from presskit.model.block import Block, new_id
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.languages import primary
from presskit.text.runs import plain, rich

_KEPT_ID = "kept"  # of a block within an item: each use gives it one of its own

WHOLE, SPEAKER = "", "speaker"
"""The parts of a block that may come from a library: all of it, a quote's speaker, or "contact 0" and the
like."""


class Carried(NamedTuple):
    """Something of a library in a kit: the number of the release and the id of the block that has it, which
    part of the block it is, the item it came from and in which version, and what the kit calls it."""

    number: int
    block: str
    part: str
    reference: str
    version: int
    name: str


# --- in


def block_for(item: Item, language: str, day: datetime.date) -> Block:
    """The block that an item makes in a release: a piece itself, for a person a quote that names them.

    Raises Refused, with the reason, for a person who must not be quoted, and for an organisation, which has
    nothing to print but its boilerplate.
    """
    match item.content:
        case Piece(block=block):
            return replace(block, id=new_id(), reference=item.id, version=item.version)
        case Person():
            return Quote(id=new_id(), speaker=speaker_for(item, language, day))
        case Organisation(name=name):
            told = _(
                "The library has no boilerplate of {name} yet: save one, and name the organization in it."
            )
            raise Refused(told.format(name=name or _("this organization")))


def speaker_for(item: Item, language: str, day: datetime.date) -> Speaker:
    """The person as the speaker of a quote; raises Refused with the reason when they must not be."""
    return _person(item).speaker(item.id, item.version, day, language)


def contact_for(item: Item, language: str, day: datetime.date) -> Contact:
    """The person as somebody whom reporters call; raises Refused with the reason when they must not be."""
    return _person(item).contact(item.id, item.version, day, language)


def contacts_for(item: Item, language: str, day: datetime.date) -> Contacts:
    """A block of contacts with the person in it; see `contact_for`."""
    return Contacts(id=new_id(), people=(contact_for(item, language, day),))


def portrait_for(item: Item, language: str, day: datetime.date) -> Photo:
    """The portrait of a person as a photo; raises Refused when there is none or it must not be shown."""
    person = _person(item)
    name = person.printed_name()
    if not person.consent.photo:
        raise Refused(_("{name} did not agree to be shown in photos.").format(name=name))
    if not person.portrait:
        raise Refused(_("The library has no portrait of {name} yet.").format(name=name))
    caption = ", ".join(each for each in (name, person.title(day, language).described()) if each)
    return Photo(
        id=new_id(),
        name=person.portrait,
        caption=rich(caption),
        alt=name,
        reference=item.id,
        version=item.version,
    )


def _person(item: Item) -> Person:
    if not isinstance(item.content, Person):
        raise Refused(_("“{name}” is no person.").format(name=item.name))
    if reason := refusal(item.content):
        raise Refused(reason)
    return item.content


def boilerplate_of(items: Iterable[Item], organisation: str, language: str) -> Item | None:
    """The boilerplate of an organisation for a release in a language: in it, or in any, and the standard one
    before a short or long one; None where there is none in it."""
    order = {"standard": 0, "short": 1, "long": 2}
    found = [
        (primary(item.language) != primary(language), order[item.content.length], place, item)
        for place, item in enumerate(items)
        if item.kind == "boilerplate"
        and isinstance(item.content, Piece)
        and item.content.organisation == organisation
        and (not item.language or primary(item.language) == primary(language))
    ]
    return min(found)[3] if found else None


# --- what a kit carries


def carried(kit: Kit) -> Iterator[Carried]:
    """All of a kit that came from a library, in order."""
    for number, release in enumerate(kit.releases):
        for block in release.blocks:
            yield from carried_by(block, number)


def carried_by(block: Block, number: int = 0) -> Iterator[Carried]:
    """What of a block came from a library. number: of the release."""
    if block.reference:
        name = block.summary()[:80] or _(block.label)
        yield Carried(number, block.id, WHOLE, block.reference, block.version, name)
    if isinstance(block, Quote) and block.speaker.reference:
        who = block.speaker
        yield Carried(number, block.id, SPEAKER, who.reference, who.version, who.name)
    if isinstance(block, Contacts):
        for place, person in enumerate(block.people):
            if person.reference:
                yield Carried(
                    number, block.id, f"contact {place}", person.reference, person.version, person.name
                )


def outdated(found: Iterable[Carried], states: Mapping[str, State]) -> list[tuple[Carried, State]]:
    """What is not as the library has it now, with how that stands: another version, merged, retired, past its
    day or withdrawn. What the library does not know is left alone: it may be another's."""
    return [
        (each, state)
        for each in found
        if (state := states.get(each.reference))
        and (state.version > each.version or state.retired or state.reason or _is_past(state))
    ]


def _is_past(state: State) -> bool:
    return state.good_until is not None and state.good_until < datetime.date.today()


# --- taking a newer version


def refreshed(block: Block, part: str, item: Item, release: Release) -> Block:
    """The block with that part as the item has it now: all that the library keeps of it is replaced, and the
    rest stays. Raises Refused for a person who must not be named."""
    day = release.dateline.date or datetime.date.today()
    if part == WHOLE and isinstance(item.content, Piece):
        return replace(item.content.block, id=block.id, reference=item.id, version=item.version)
    if part == WHOLE and isinstance(block, Photo):
        fresh = portrait_for(item, release.language, day)
        return replace(block, name=fresh.name, version=item.version)
    if part == SPEAKER and isinstance(block, Quote):
        return replace(block, speaker=speaker_for(item, release.language, day))
    if isinstance(block, Contacts) and part.startswith("contact "):
        place = int(part.removeprefix("contact "))
        if place < len(block.people):
            people = list(block.people)
            people[place] = contact_for(item, release.language, day)
            return replace(block, people=tuple(people))
    return block


def kept(block: Block, part: str, version: int) -> Block:
    """The block with its own words, told that this version was seen and not taken."""
    if part == WHOLE:
        return replace(block, version=version)
    if part == SPEAKER and isinstance(block, Quote):
        return replace(block, speaker=replace(block.speaker, version=version))
    if isinstance(block, Contacts) and part.startswith("contact "):
        place = int(part.removeprefix("contact "))
        if place < len(block.people):
            people = list(block.people)
            people[place] = replace(people[place], version=version)
            return replace(block, people=tuple(people))
    return block


def differs(block: Block, part: str, item: Item, release: Release) -> bool:
    """Whether taking the item as it is now would change what the block says."""
    try:
        fresh = refreshed(block, part, item, release)
    except Refused:
        return True
    return kept(fresh, part, 0) != kept(block, part, 0)


# --- out: saving to the library


class Keepable(NamedTuple):
    """What can be kept of a block: which part of it, and the item that it makes. An item that the part came
    from already has that one's id and the version that it was."""

    part: str
    item: Item


def keepable(block: Block, language: str) -> list[Keepable]:
    """What can be kept of a block, the likeliest first: itself, unless it says nothing, and the people that
    it names and that are not from a library already."""
    found: list[Keepable] = []
    says = not block.is_empty() and not isinstance(block, Unknown | Contacts)
    if says and not (isinstance(block, Quote) and not any(map(plain, block.words))):
        bare = replace(block, id=_KEPT_ID, reference="", version=0, prompt="", translated=None)
        found.append(Keepable(WHOLE, _item(block.reference, block.version, Piece(block=bare), language)))
    if isinstance(block, Quote) and block.speaker.name.strip() and not block.speaker.reference:
        speaker = block.speaker
        title = Title(before=speaker.title, printed=speaker.description, language=language)
        titles = (title,) if title.before or title.printed else ()
        person = Person(name=" ".join(speaker.name.split()), titles=titles)
        found.append(Keepable(SPEAKER, _item("", 0, person, "")))
    for place, who in enumerate(block.people if isinstance(block, Contacts) else ()):
        if who.name.strip() and not who.reference:
            found.append(Keepable(f"contact {place}", _item("", 0, _person_of(who, language), "")))
    return found


def _person_of(who: Contact, language: str) -> Person:
    title = Title(role=who.role, organisation=who.organisation, language=language)
    return Person(
        name=" ".join(who.name.split()),
        titles=(title,) if title.role or title.organisation else (),
        phone=who.phone,
        after_hours=who.after_hours,
        email=who.email,
    )


def _item(reference: str, version: int, content: Content, language: str) -> Item:
    return Item(id=reference or new_item_id(), version=version, content=content, language=language)


def renewed(item: Item, fresh: Item) -> Item:
    """An item of the library with the block of `fresh`, which was kept of a release, and all else that staff
    know of it. It is a change of the version that the release had."""
    if isinstance(item.content, Piece) and isinstance(fresh.content, Piece):
        return replace(item, version=fresh.version, content=replace(item.content, block=fresh.content.block))
    return item


def marked(block: Block, part: str, item: Item) -> Block:
    """The block told that this part of it is kept as that item now."""
    if part == WHOLE:
        block = replace(block, reference=item.id)
    elif part == SPEAKER and isinstance(block, Quote):
        block = replace(block, speaker=replace(block.speaker, reference=item.id))
    elif isinstance(block, Contacts):
        place = int(part.removeprefix("contact "))
        people = list(block.people)
        people[place] = replace(people[place], reference=item.id)
        block = replace(block, people=tuple(people))
    return kept(block, part, item.version)
