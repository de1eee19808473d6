"""What people agreed to, and what follows from it for what leaves the house."""

from presskit.i18n import _
from presskit.library.people import Person, first_name
from presskit.model.locale_words import day


def refusal(person: Person) -> str:
    """Why a person must not be quoted or named, as a sentence; empty if they may be."""
    consent = person.consent
    name = " ".join(person.name.split())
    if consent.withdrawn is not None:
        when = day(consent.withdrawn)
        why = consent.reason.strip()
        if why:
            told = _("{name} withdrew their consent on {when}: {reason}.")
            return told.format(name=name, when=when, reason=why.rstrip("."))
        return _("{name} withdrew their consent on {when}.").format(name=name, when=when)
    if consent.shown_as == "pseudonym" and not consent.pseudonym.strip():
        told = _("{name} is to appear under another name, and the library does not say which: fill it in.")
        return told.format(name=name)
    return ""


def hidden_names(person: Person) -> tuple[str, ...]:
    """The names of someone that must not be printed: all of their own where they appear under another, the
    full one and the family name's where under their first; and all where they withdrew their consent."""
    name = " ".join(person.name.split())
    if not name:
        return ()
    consent = person.consent
    if consent.withdrawn is not None:
        return tuple(dict.fromkeys(each for each in (name, consent.pseudonym.strip()) if each))
    if consent.shown_as == "real name" or name.casefold() == person.printed_name().casefold():
        return ()
    first = first_name(name)
    rest = name.replace(first, "", 1).strip(" ,") if consent.shown_as == "first name" else ""
    return tuple(dict.fromkeys(each for each in (name, rest) if each))
