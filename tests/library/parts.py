"""Items for tests, about invented groups."""

import datetime

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.people import Consent, Person, Title
from presskit.text.runs import rich

TODAY = datetime.date(2026, 5, 4)


def river_words(heading: str = "About the River Alliance", text: str = "We keep rivers clean.") -> Item:
    """A boilerplate in American English."""
    block = Boilerplate(id="kept", heading=heading, text=(rich(text),))
    return item_of(Piece(block=block), "en-US")


def river_alliance() -> Item:
    """An organisation."""
    return item_of(Organisation(name="River Alliance", short="RA", website="https://river.example"))


def analyst(**more: object) -> Item:
    """A person with a title in two languages."""
    titles = (
        Title(role="water analyst", organisation="River Alliance"),
        Title(role="analista del agua", organisation="Alianza del Río", language="es"),
    )
    return item_of(
        Person(name="Nadia Ferrer Otis", later="Ferrer", titles=titles, email="nadia@river.example", **more)  # type: ignore[arg-type]
    )


def private_person(consent: Consent) -> Item:
    """A private person with what she agreed to."""
    return item_of(Person(name="Amalia Quiroga Reyes", consent=consent))


def study() -> Item:
    """Two figures of one source."""
    block = Statistics(
        id="kept",
        items=(
            Figure(figure="61%", sentence=rich("of wells had too much lead")),
            Figure(figure="4,000", sentence=rich("households carry water home")),
        ),
        sources=(Source(who="Water Board", title="Well Survey", when="2025"),),
    )
    return item_of(Piece(block=block), "en-US")
