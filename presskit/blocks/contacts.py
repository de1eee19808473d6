"""Contacts: whom reporters call."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from presskit.flow import AnyShape, Lines, Zone
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import choice, line, rows
from presskit.model.profile import PageWords
from presskit.text.runs import RichText, Run, join, rich
from presskit.text.typography import NO_BREAK, is_right_to_left


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person or desk and how to reach them. `reference` and `version`: the library item, if any."""

    name: Annotated[str, line(N_("Name"), N_("Full name or press office"), holds="name")] = ""
    role: Annotated[str, line(N_("Role"), N_("Press officer"))] = ""
    organisation: Annotated[str, line(N_("Organization"), N_("Group or office"), holds="name")] = ""
    phone: Annotated[str, line(N_("Phone"), N_("203-555-0100"), holds="figure")] = ""
    after_hours: Annotated[str, line(N_("After hours"), N_("Mobile, weekends"), holds="figure")] = ""
    email: Annotated[str, line(N_("E-mail"), N_("press@example.org"), holds="figure")] = ""
    reference: str = ""
    version: int = 0


class Contacts(Block, frozen=True, kw_only=True, tag="contacts"):
    """The contact block."""

    label: ClassVar[str] = N_("Contacts")

    people: Annotated[tuple[Contact, ...], rows(N_("Contacts"), Contact, N_("Add a contact"))] = ()
    place: Annotated[
        str,
        choice(N_("Stands"), ("top", N_("Above the headline")), ("here", N_("Where this card is"))),
    ] = "top"

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The contacts as short lines under one heading."""
        words = setting.profile.page_words(setting.language)
        filled = [
            lines for person in self.people if (lines := contact_lines(person, words, setting.language))
        ]
        named = words.media_contact if len(filled) == 1 else words.media_contacts
        zone: Zone = "top" if self.place == "top" else "body"
        for number, lines in enumerate(filled):
            heading = (rich(named, bold=True),) if number == 0 else ()
            yield Lines(role="contact", block=self.id, zone=zone, lines=(*heading, *lines))


def contact_lines(person: Contact, words: PageWords, language: str) -> tuple[RichText, ...]:
    """A contact as lines: who, where, how. Where one reads from right to left, the numbers stand on a line
    without Latin letters, which would turn their order round."""
    email = person.email.strip()
    who = words.comma.join(part.strip() for part in (person.name, person.role) if part.strip())
    phones = [_held(person.phone)]
    if after_hours := _held(person.after_hours):
        phones.append(words.after_hours.format(phone=after_hours))
    reach = rich(" · ".join(part for part in phones if part))
    mail = (Run(email, link=f"mailto:{email}"),) if email else ()
    how: tuple[RichText, ...] = (mail, reach)
    if not is_right_to_left(language):
        how = (join(mail, " · " if mail and reach else "", reach),)
    return tuple(each for each in (rich(who), rich(person.organisation.strip()), *how) if each)


def _held(number: str) -> str:
    """A telephone number that no line's end parts, and whose figures keep their order in any script."""
    return NO_BREAK.join(number.split())
