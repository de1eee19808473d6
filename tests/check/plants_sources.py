"""Faults of sources, photos, links and law: rules 24, 25, 26, 28 and 29."""

import datetime
import random

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.issuing import frozen, with_version
from presskit.model.kit import Asset
from presskit.text.runs import Run, cut, join, plain, rich
from tests.check.seeding import (
    BODY,
    SAMPLES,
    Host,
    Place,
    Plant,
    Planter,
    changed,
    places,
    put,
    sowing,
    sown,
    swapped,
)
from tests.check.words import PEOPLE, PLAIN

_STUDIES = {
    "en": (
        "⟦A recent study⟧ found that 44% of riders walk to the pier.",
        "⟦Studies show⟧ that ferries keep farms alive.",
        "⟦Research shows⟧ that wells run dry in spring.",
        "⟦A new poll⟧ found that 61% of farmers want a second pier.",
        "⟦A survey⟧ found that three in four riders want a second boat.",
        "According to ⟦a recent survey⟧, 44% of riders walk.",
        "According to ⟦a study⟧, wells in the valley are 12 feet deeper.",
        "⟦Recent polls⟧ show that farmers want a second pier.",
        "⟦A national report⟧ found that 30% of piers are closed.",
        "⟦Surveys show⟧ that riders want a second boat.",
        "⟦A 2025 survey⟧ found that 44% of riders walk to the pier.",
        "⟦New research⟧ suggests that one in five wells is dry.",
        "⟦Numerous studies⟧ have found that ferries keep farms alive.",
        "⟦One study⟧ put the loss at $3 million a year.",
    ),
    "es": (
        "⟦Un estudio reciente⟧ muestra que el 44 % camina hasta el muelle.",
        "Según ⟦una encuesta⟧, el 61 % quiere otro muelle.",
        "⟦Los estudios muestran⟧ que los pozos se secan en primavera.",
    ),
    "fr": (
        "⟦Une étude récente⟧ montre que 44 % des usagers vont à pied.",
        "Selon ⟦un sondage⟧, 61 % des habitants veulent un second quai.",
        "⟦Des études montrent⟧ que les puits s’assèchent au printemps.",
    ),
}
_WHOLE = Source(
    who="Granton University",
    title="Lake Survey",
    when="2026",
    sample="1,204 riders",
    sponsor="the Harbor Trust",
    link="https://granton.example/lake",
    checked=datetime.date(2026, 4, 1),
)


def _statistics(host: Host, source: Source) -> Host:
    figures = Statistics(
        id="plantsta",
        items=(Figure(figure="44%", sentence=rich("of riders walk to the pier.")),),
        sources=(
            replace(source, checked=host.date - datetime.timedelta(days=30))
            if source.checked == _WHOLE.checked
            else source,
        ),
    )
    return host._replace(kit=swapped(host, (*host.release.blocks, figures)))


def _sourceless(host: Host, rng: random.Random) -> Plant:
    """A figure whose source lacks who, when, how many, who paid or where."""
    clean = _statistics(host, _WHOLE)
    what, source = rng.choice(
        [
            ("who", replace(_WHOLE, who="")),
            ("when", replace(_WHOLE, when="")),
            ("how many", replace(_WHOLE, sample="")),
            ("who paid", replace(_WHOLE, sponsor="")),
            ("where", replace(_WHOLE, link="")),
            ("everything", Source()),
            ("a look of late", replace(_WHOLE, checked=host.date - datetime.timedelta(days=365 * 4))),
        ]
    )
    return changed(clean, f"a source without {what}", _statistics(host, source).kit, "plantsta")


def _no_source(host: Host, _rng: random.Random) -> Plant:
    clean = _statistics(host, _WHOLE)
    (block,) = (each for each in clean.release.blocks if each.id == "plantsta")
    assert isinstance(block, Statistics)
    blocks = [replace(block, sources=()) if each is block else each for each in clean.release.blocks]
    return changed(clean, "figures without a source", swapped(clean, blocks), "plantsta")


SOURCES: tuple[Planter, ...] = (
    sowing(_STUDIES, (Paragraph,)),
    _sourceless,
    sowing({"en": _STUDIES["en"]}, BODY),
    _no_source,
)


def _photo(host: Host, rng: random.Random) -> Plant:
    picture = Asset.of((SAMPLES / "photo-river.jpg").read_bytes())
    whole = Photo(
        id="plantpho",
        name=picture.name,
        caption=rich("Ruth Abernathy, left, and Theo Marsh wait for the ferry at the north pier."),
        credit="Rae Tolland",
        alt="Two people in coats stand on a wooden pier and look at the lake.",
    )
    blocks = host.release.blocks
    clean = host._replace(kit=swapped(host, (*blocks, whole)).with_picture(picture))
    long = " ".join(PLAIN["en"])
    what, photo = rng.choice(
        [
            ("caption", replace(whole, caption=())),
            ("credit", replace(whole, credit="")),
            ("alt text", replace(whole, alt="")),
            ("words", replace(whole, caption=(), credit="", alt="")),
            ("brevity", replace(whole, caption=rich(long))),
            ("a real alt text", replace(whole, alt="IMG_2041.jpg")),
            ("a real caption", replace(whole, caption=rich("IMG_2041.jpg"))),
        ]
    )
    return changed(clean, f"a photo without {what}", swapped(clean, (*blocks, photo)), whole.id)


_LINKS = (
    ("https://granton.example/lake/report.pdf", "https://granton.example/lake/report.pdf", "a bare address"),
    ("www.granton.example/lake", "https://www.granton.example/lake", "a bare address"),
    (
        "http://granton.example/a?utm_source=mail&id=9",
        "http://granton.example/a?utm_source=mail&id=9",
        "a bare address",
    ),
    ("the report", "htp://granton.example/lake", "a broken link"),
    ("the report", "http://", "a broken link"),
    ("the report", "https:///lake", "a broken link"),
    ("the report", "granton lake report", "a broken link"),
    ("the report", "file:///C:/Users/ruth/report.docx", "a link into a computer"),
    ("the report", "http://localhost/report", "a link into a computer"),
    ("the report", "mailto:ruth", "a broken mail link"),
    ("the report", "https://granton,example/lake", "a broken link"),
)


def _link(host: Host, rng: random.Random) -> Plant | None:
    offered: list[Place] = [each for each in places(host, (Paragraph,)) if plain(each.text).endswith(".")]
    if not offered or host.language not in {"en", "es", "fr"}:
        return None
    place = rng.choice(offered)
    words, link, what = rng.choice(_LINKS)
    lead = {"en": " It is told in ", "es": " Lo cuenta ", "fr": " C’est dit dans "}[host.language]
    at = len(plain(place.text)) + len(lead)
    text = join(place.text, lead, (Run(words, link=link),), ".")
    return Plant(
        f"{what}: {words} -> {link}",
        host.name,
        host.kit,
        put(host, place, text),
        host.now,
        block=place.block.id,
        path=place.path,
        paragraph=place.paragraph,
        start=at,
        end=at + len(words),
    )


PHOTOS: tuple[Planter, ...] = (_photo, _link)


def _issued(host: Host, rng: random.Random) -> Plant | None:
    """A release that is changed after it went out, without a word of what is corrected."""
    kit = swapped(host, host.release.blocks, status="issued")
    clean = host._replace(kit=with_version(kit, frozen(kit, 0, (), host.now)))
    offered = list(places(clean, (Paragraph,)))
    if not offered:
        return None
    place = rng.choice(offered)
    text = plain(place.text)
    at = rng.randrange(len(text))
    ways = {
        "a letter less": put(clean, place, join(cut(place.text, 0, at), cut(place.text, at + 1))),
        "a sentence more": put(clean, place, join(place.text, " The pier is open.")),
        "a paragraph less": swapped(
            clean, [each for each in clean.release.blocks if each is not place.block]
        ),
        "another date": swapped(
            clean,
            clean.release.blocks,
            dateline=replace(clean.release.dateline, date=host.date + datetime.timedelta(days=1)),
        ),
        "another city": swapped(
            clean, clean.release.blocks, dateline=replace(clean.release.dateline, city="Granton")
        ),
    }
    what, status = rng.choice(list(ways)), rng.choice(["issued", "drafting", "in review"])
    release = replace(ways[what].releases[0], status=status)
    made = changed(clean, f"after it was issued: {what}, now {status}", ways[what].with_release(0, release))
    return made._replace(now=host.now + datetime.timedelta(days=1))


CORRECTIONS: tuple[Planter, ...] = (_issued,)

_ELECTIONS = (
    "Voters should ⟦vote for {name}⟧ in November.",
    "The group will work to ⟦defeat Sen. {name}⟧ in November.",
    "Members were asked to ⟦support {name} for⟧ mayor.",
    "The trust ⟦endorses {name}⟧ for county council.",
    "The riders ⟦endorsed Rep. {name}⟧ in the spring primary.",
    "Members pledged to ⟦elect {name}⟧ to the Senate.",
    "⟦Vote against {name}⟧ on Nov. 3, the riders wrote.",
    "The riders will campaign to ⟦re-elect Gov. {name}⟧ in the fall.",
    "The riders will ⟦vote out Mayor {name}⟧ in November.",
    "The union ⟦opposes the candidacy of {name}⟧ for mayor.",
    "The coalition is ⟦backing {name}⟧, a candidate for mayor.",
)


def _election(host: Host, rng: random.Random) -> Plant | None:
    if host.language != "en":
        return None
    return sown(host, rng, rng.choice(_ELECTIONS).format(name=rng.choice(PEOPLE)), BODY)


CANDIDATES: tuple[Planter, ...] = (_election,)

_SUITS = {
    "en": (
        "The riders ⟦filed a lawsuit⟧ against the county in spring.",
        "The riders ⟦sued⟧ the county in spring.",
        "The ⟦lawsuit⟧ against the county will be heard in June.",
        "A federal judge ruled in the ⟦lawsuit⟧ last spring.",
        "The ⟦complaint, filed in U.S. District Court⟧, names nine farms.",
        "The farmers are ⟦suing⟧ the county over the wells.",
        "The farmers ⟦filed suit⟧ in state court.",
        "The ⟦class action⟧ was brought by 40 farmers.",
        "The ⟦plaintiffs⟧ asked the court for a hearing.",
        "The farmers ⟦filed a class-action lawsuit⟧ in state court.",
        "The ⟦suit⟧, filed in Superior Court, asks for nine wells.",
        "The farmers have ⟦brought a legal challenge⟧ in federal court.",
        "The county ⟦appealed the ruling⟧ in the case.",
    ),
    "es": (
        "Las vecinas ⟦presentaron una demanda⟧ contra el condado.",
        "La ⟦demanda⟧ contra el condado se verá en junio.",
    ),
    "fr": (
        "Les riverains ont ⟦porté plainte⟧ contre le comté.",
        "Le ⟦procès⟧ contre le comté s’ouvrira en juin.",
    ),
}
SUITS: tuple[Planter, ...] = (
    sowing({"en": _SUITS["en"]}, BODY),
    sowing(_SUITS, BODY),
    sowing({"en": _SUITS["en"]}, BODY),
)
