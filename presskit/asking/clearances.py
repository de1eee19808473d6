"""Who is to clear a release before it goes out, how far that has come, and what they are sent."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from presskit.asking.letters import Letter, approval_sheet, as_eml, mailto, partner_letter, quote_letter
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.export import format_named
from presskit.model import edits
from presskit.model.approval import Channel, Standing
from presskit.model.brand import look
from presskit.model.kit import Kit
from presskit.model.partner import Partner
from presskit.model.release import Release
from presskit.storage import files
from presskit.text.folding import tokens

__all__ = [
    "Clearance",
    "Letter",
    "approved",
    "as_eml",
    "asked",
    "candidates",
    "clearances",
    "letter",
    "mailto",
    "partner_of",
    "sheet_pdf",
    "taken_back",
    "with_partner",
    "without_partner",
    "write_letter",
    "write_sheet",
]

_OPEN = {"draft": 0, "changed since sent": 0, "changed since approval": 0, "sent": 1, "approved": 2}


class Clearance(NamedTuple):
    """Someone whose word is wanted. block: the id of the quote; "" for a partner. name: of whoever it is.
    words: the first that they are to clear. when, who: of the asking or the answer."""

    block: str
    name: str
    standing: Standing
    words: str
    when: datetime.datetime | None = None
    who: str = ""

    @property
    def is_open(self) -> bool:
        """Whether their word is still wanted."""
        return self.standing != "approved"


def clearances(release: Release) -> list[Clearance]:
    """All whose word a release needs: who has still to be asked first, who has cleared it last."""
    found = []
    for block in release.blocks:
        if isinstance(block, Quote) and not block.is_empty():
            name = block.speaker.name.strip() or block.named.strip()
            standing = block.standing()
            found.append(_clearance(block.id, name, standing, block.summary(), block))
    for partner in release.partners:
        mentions = partner.mentions(release.blocks)
        words = mentions[0] if mentions else ""
        found.append(_clearance("", partner.name, partner.standing(release.blocks), words, partner))
    return sorted(found, key=lambda each: _OPEN[each.standing])


def _clearance(block: str, name: str, standing: Standing, words: str, of: Quote | Partner) -> Clearance:
    if standing == "approved" and of.approval is not None:
        return Clearance(block, name, standing, words, of.approval.when, of.approval.who)
    return Clearance(block, name, standing, words, of.asked.when if of.asked else None)


def partner_of(release: Release, name: str) -> Partner | None:
    """The partner of that name."""
    return next((each for each in release.partners if each.name == name), None)


def letter(kit: Kit, number: int, of: Clearance) -> Letter:
    """What asks for a clearance. Raises KeyError when nobody of that name is in the release."""
    release = kit.releases[number]
    block = release.find(of.block) if of.block else None
    if isinstance(block, Quote):
        return quote_letter(kit, number, block, _address(release, of.name))
    partner = partner_of(release, of.name)
    if partner is None:
        raise KeyError(of.name)
    return partner_letter(kit, number, partner)


def _address(release: Release, name: str) -> str:
    """The e-mail address that the contacts have for somebody."""
    wanted = tokens(name)
    people = (person for block in release.blocks if isinstance(block, Contacts) for person in block.people)
    return next((each.email.strip() for each in people if wanted and tokens(each.name) == wanted), "")


def asked(release: Release, of: Clearance, when: datetime.datetime) -> Release:
    """The release with a clearance asked for on record."""
    block = release.find(of.block) if of.block else None
    if isinstance(block, Quote):
        return edits.change(release, block.sent(when))
    return _with_partner(release, of.name, lambda each: each.sent(when, release.blocks))


def approved(release: Release, of: Clearance, who: str, when: datetime.datetime, how: Channel) -> Release:
    """The release with a clearance on record."""
    block = release.find(of.block) if of.block else None
    if isinstance(block, Quote):
        return edits.change(release, block.approved(who, when, how))
    return _with_partner(release, of.name, lambda each: each.approved(who, when, how, release.blocks))


def taken_back(release: Release, of: Clearance) -> Release:
    """The release with nothing on record of a clearance."""
    block = release.find(of.block) if of.block else None
    if isinstance(block, Quote):
        return edits.change(release, replace(block, approval=None, asked=None))
    return _with_partner(release, of.name, lambda each: replace(each, approval=None, asked=None))


def _with_partner(release: Release, name: str, change: Callable[[Partner], Partner]) -> Release:
    partners = tuple(change(each) if each.name == name else each for each in release.partners)
    return release if partners == release.partners else replace(release, partners=partners)


def with_partner(release: Release, name: str, email: str = "") -> Release:
    """The release with a partner more, once."""
    name = " ".join(name.split())
    if not name or partner_of(release, name) is not None:
        return release
    return replace(release, partners=(*release.partners, Partner(name=name, email=email.strip())))


def without_partner(release: Release, name: str) -> Release:
    """The release without a partner."""
    return replace(release, partners=tuple(each for each in release.partners if each.name != name))


def candidates(release: Release) -> list[str]:
    """Organisations that a release names and whose word nobody asks for yet: of boilerplate, contacts and
    speakers."""
    found: list[str] = []
    for block in release.blocks:
        match block:
            case Boilerplate():
                found.append(block.heading.removeprefix("About the ").removeprefix("About ").strip())
            case Contacts():
                found += [each.organisation.strip() for each in block.people]
            case Quote():
                found.append(_affiliation(block.speaker.description))
            case _:
                pass
    known = {each.name for each in release.partners}
    return [each for each in dict.fromkeys(found) if each and each not in known]


def _affiliation(description: str) -> str:
    """The organisation in a speaker's role: “director of River Watch” -> “River Watch”."""
    for word in (" of ", " at ", " for ", " with "):
        _role, found, rest = f" {description.strip()}".partition(word)
        rest = rest.removeprefix("the ").partition(",")[0].strip()
        if found and rest[:1].isupper():
            return rest
    return ""


def write_letter(path: Path, what: Letter) -> None:
    """Writes a letter to a file, whole or not at all. Raises FileProblem."""
    files.write_whole(path, as_eml(what))


def write_sheet(path: Path, kit: Kit, number: int) -> None:
    """Writes the sheet to a file, whole or not at all. Raises FileProblem, ExportProblem."""
    files.write_whole(path, sheet_pdf(kit, number))


def sheet_pdf(kit: Kit, number: int) -> bytes:
    """A sheet on which all can sign, as a PDF. Raises ExportProblem when it cannot be set."""
    release, pdf = kit.releases[number], format_named("pdf")
    assert pdf is not None
    return pdf.write(approval_sheet(kit, number), look(release.brand, release.language))
