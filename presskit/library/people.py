"""People: who they are, how they are reached, and what they agreed to."""

import datetime
from typing import Annotated, Any, Literal

from msgspec import Struct

from presskit.blocks.contacts import Contact
from presskit.blocks.quote import Speaker
from presskit.i18n import N_
from presskit.model.approval import Channel
from presskit.model.fields import Question, choice, date, line, paragraphs, picture, rows, switch, walk
from presskit.text.languages import primary
from presskit.text.runs import Paragraphs, plain_paragraphs


class Title(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What someone is from one day to another (both included), in one language (BCP 47; empty: any)."""

    before: Annotated[str, line(N_("Title before the name"), N_("Dr., State Senator"))] = ""
    role: Annotated[str, line(N_("Role"), N_("Legal and policy analyst"))] = ""
    organisation: Annotated[str, line(N_("Organization"), N_("Group or office"), holds="name")] = ""
    printed: Annotated[
        str, line(N_("After the name"), N_("As printed after the name; empty for role and organization"))
    ] = ""
    language: Annotated[str, line(N_("Language"), N_("es; empty for any"), holds="figure")] = ""
    since: Annotated[datetime.date | None, date(N_("Since"))] = None
    until: Annotated[datetime.date | None, date(N_("Until"))] = None

    def holds(self, day: datetime.date) -> bool:
        """Whether it is theirs on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def described(self) -> str:
        """What is printed after the name."""
        parts = (self.role.strip(), self.organisation.strip())
        return self.printed.strip() or ", ".join(each for each in parts if each)


ShownAs = Literal["real name", "first name", "pseudonym"]


class Consent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What someone agreed to, and what keeps them safe: consent is a process, not a form, and can be limited
    and taken back (philanthropywithoutborders.com, 31 January 2022). private: someone who is no public
    figure."""

    private: Annotated[bool, switch(N_("A private person, whose safety comes first"))] = False
    shown_as: Annotated[
        ShownAs,
        choice(
            N_("Named as"),
            ("real name", N_("Real name")),
            ("first name", N_("First name alone")),
            ("pseudonym", N_("Another name")),
        ),
    ] = "real name"
    pseudonym: Annotated[str, line(N_("Other name"), N_("The name that is printed"), holds="name")] = ""
    photo: Annotated[bool, switch(N_("May be shown in photos"))] = True
    given: Annotated[datetime.date | None, date(N_("Agreed on"))] = None
    how: Annotated[
        Channel,
        choice(
            N_("How"),
            ("email", N_("by e-mail")),
            ("phone", N_("by phone")),
            ("in person", N_("in person")),
        ),
    ] = "email"
    withdrawn: Annotated[datetime.date | None, date(N_("Withdrawn on"))] = None
    reason: Annotated[str, line(N_("Reason"), N_("Why it was withdrawn"))] = ""
    record: Annotated[
        Paragraphs, paragraphs(N_("Safety record"), N_("What was agreed, what must not be said"))
    ] = ()


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="what", tag="person"):
    """Someone who speaks, or whom reporters call. later: how they are named once introduced ("Rivera",
    "she"). organisation: the id of their organisation's item."""

    name: Annotated[str, line(N_("Name"), N_("Full name"), holds="name")] = ""
    later: Annotated[str, line(N_("Named later as"), N_("Rivera, or she"), holds="name")] = ""
    organisation: str = ""
    titles: Annotated[tuple[Title, ...], rows(N_("Titles"), Title, N_("Add a title"))] = ()
    phone: Annotated[str, line(N_("Phone"), N_("203-555-0100"), holds="figure")] = ""
    after_hours: Annotated[str, line(N_("After hours"), N_("Mobile, weekends"), holds="figure")] = ""
    email: Annotated[str, line(N_("E-mail"), N_("press@example.org"), holds="figure")] = ""
    languages: Annotated[str, line(N_("Languages"), N_("English, Spanish"))] = ""
    biography: Annotated[Paragraphs, paragraphs(N_("Biography"), N_("In two or three sentences"))] = ()
    portrait: Annotated[
        str, picture(N_("Portrait"), N_("Drop or paste a picture, or click to choose a file"))
    ] = ""
    consent: Consent = Consent()

    def title(self, day: datetime.date, language: str = "") -> Title:
        """What they are on a day, in a language if there is one in it; the first given if nothing holds."""
        own = [each for each in self.titles if each.language and primary(each.language) == primary(language)]
        open_to_any = [each for each in self.titles if not each.language]
        ordered = (*own, *open_to_any, *self.titles)
        return next((each for each in ordered if each.holds(day)), next(iter(ordered), Title()))

    def printed_name(self) -> str:
        """The name that may be printed: theirs, their first name, or the other name they chose."""
        name = " ".join(self.name.split())
        match self.consent.shown_as:
            case "pseudonym":
                return self.consent.pseudonym.strip()
            case "first name":
                return first_name(name)
            case _:
                return name

    def standing_for(self) -> str:
        """Role and organisation, for a list; "State Senator (D-Hill)" where a bracket follows the name."""
        title = self.title(datetime.date.today())
        parts = (title.role.strip(), title.organisation.strip())
        after = ", ".join(each for each in parts if each) or title.printed.strip(" ,")
        before = title.before.strip()
        return f"{before} {after}".strip() if after[:1] in ("", "(") else after

    def speaker(self, reference: str, version: int, day: datetime.date, language: str) -> Speaker:
        """How a quote names them. Nothing that they did not agree to goes into it: it leaves the house."""
        title = self.title(day, language)
        return Speaker(
            name=self.printed_name(),
            title=title.before.strip(),
            description=title.described(),
            reference=reference,
            version=version,
        )

    def contact(self, reference: str, version: int, day: datetime.date, language: str) -> Contact:
        """How a contact block names them."""
        title = self.title(day, language)
        return Contact(
            name=self.printed_name(),
            role=title.role.strip() or ("" if title.organisation.strip() else title.printed.strip()),
            organisation=title.organisation.strip(),
            phone=self.phone.strip(),
            after_hours=self.after_hours.strip(),
            email=self.email.strip(),
            reference=reference,
            version=version,
        )

    def letters(self) -> list[str]:
        """All that is known of them, for a search within the house."""
        found: list[str] = []

        def visit(question: Question, answer: Any) -> None:
            if question.ask.form == "line":
                found.append(answer)
            elif question.ask.form == "paragraphs":
                found.append(plain_paragraphs(answer))

        walk(self, visit)
        return [each for each in found if each.strip()]


def first_name(name: str) -> str:
    """The first of someone's names; all of a name that is written without blanks or has one part.

    Names are given as they are spoken, or with the family name first before a comma.
    """
    from nameparser import HumanName

    family_first, comma, given = name.partition(",")
    if comma and given.strip():
        return given.split()[0]
    parsed = HumanName(family_first)
    return parsed.first.strip() or parsed.last.strip() or name
