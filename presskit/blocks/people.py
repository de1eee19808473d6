"""Whom a kit knows: its speakers and its contacts, each once."""

from collections.abc import Iterator

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote, Speaker
from presskit.model.kit import Kit
from presskit.model.release import Release


def people(kit: Kit, release: Release, but: str = "") -> list[Speaker]:
    """The people of a kit as a release of it would quote them: first those that it quotes, then its contacts,
    then those of its other languages. The block of the id `but` is not looked at."""
    others = [each for each in kit.releases if each is not release]
    found: dict[str, Speaker] = {}
    for each in (release, *others):
        for speaker in (*_quoted(each, but), *_contacts(each)):
            name = " ".join(speaker.name.split()).casefold()
            known = found.get(name)
            if name and (known is None or (each is release and _is_fuller(speaker, known))):
                found[name] = speaker
    return list(found.values())


def _is_fuller(speaker: Speaker, known: Speaker) -> bool:
    return not (known.title or known.description) and bool(speaker.title or speaker.description)


def _quoted(release: Release, but: str) -> Iterator[Speaker]:
    return (each.speaker for each in release.blocks if isinstance(each, Quote) and each.id != but)


def _contacts(release: Release) -> Iterator[Speaker]:
    for block in release.blocks:
        for person in block.people if isinstance(block, Contacts) else ():
            about = ", ".join(each for each in (person.role.strip(), person.organisation.strip()) if each)
            yield Speaker(name=person.name.strip(), description=about)
