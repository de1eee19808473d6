"""Faults of style, as sentences with the fault marked: rules 15, 16, 18, 19, 20 and 30."""

import random

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.text.runs import rich
from tests.check.seeding import ANYWHERE, BODY, Host, Plant, Planter, sowing, sown, swapped
from tests.check.words import PEOPLE, STATES, TOWNS

PROSE = (Paragraph, Paragraph, Listing, Notes)


def _of_people(bank: tuple[str, ...]) -> Planter:
    """Sentences with room for a name, a state's party tag and a town."""

    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language != "en":
            return None
        state, short, postal = rng.choice(STATES)
        sentence = rng.choice(bank).format(
            name=rng.choice(PEOPLE), state=state, short=short, postal=postal, town=rng.choice(TOWNS)
        )
        return sown(host, rng, sentence, BODY)

    return plant


_TITLES_AFTER = (
    "{name}, ⟦Policy Director⟧ of the Harbor Trust, will chair the panel.",
    "{name}, ⟦Executive Director⟧, opened the hall.",
    "{name}, ⟦President⟧ of the Granton Riders Union, opened the hall.",
    "The keys went to {name}, the trust’s ⟦Program Manager⟧.",
    "{name}, ⟦Chief Executive Officer⟧ of Ferry Works, signed first.",
    "{name}, ⟦Co-Founder⟧ and treasurer of the Harbor Trust, signed first.",
    "{name}, ⟦Senior Counsel⟧ at the Harbor Trust, filed the papers.",
    "{name}, ⟦Mayor⟧ of {town}, opened the hall.",
    "{name}, ⟦Chair⟧ of the board, read the minutes.",
    "{name}, ⟦Deputy Director of Research⟧, read the minutes.",
)
_PARTIES = (
    "State Sen. {name} ⟦(D-{town})⟧ wrote the bill.",
    "Rep. {name} ⟦(R-{postal})⟧ voted no.",
    "Sen. {name} ⟦(D-{short})⟧ voted yes.",
    "The bill is by Rep. {name} ⟦(D–{town})⟧ and two others.",
    "Sen. {name} ⟦(R-{state})⟧ voted no.",
    "State Rep. {name} ⟦(D-{town}, Lowell Ferry)⟧ spoke first.",
    "Sen. {name} ⟦(I-{postal})⟧ voted no.",
    "Sens. {name} ⟦(D-{town})⟧ and Theo Marsh, R-Ashby, spoke.",
    "Assemblywoman {name} ⟦(D-{town})⟧ wrote the bill.",
)
_LEGISLATORS = (
    "⟦State Senator⟧ {name} wrote the bill.",
    "⟦Senator⟧ {name} wrote the bill.",
    "⟦Representative⟧ {name} wrote the bill.",
    "The bill was signed by ⟦Governor⟧ {name} in the hall.",
    "⟦U.S. Senator⟧ {name} spoke first.",
    "⟦Lieutenant Governor⟧ {name} spoke first.",
    "⟦U.S. Representative⟧ {name} spoke first.",
    "⟦state Representative⟧ {name} spoke first, and stayed.",
)
_TITLES_BEFORE = (
    "The keys went to ⟦mayor⟧ {name} in the hall.",
    "The papers were signed by ⟦governor⟧ {name} in the hall.",
    "A letter from ⟦senator⟧ {name} was read.",
    "A letter from ⟦president⟧ {name} was read.",
    "The bill by ⟦representative⟧ {name} was read.",
)
TITLES: tuple[Planter, ...] = (
    _of_people(_TITLES_AFTER),
    _of_people(_PARTIES),
    _of_people(_LEGISLATORS),
    _of_people(_TITLES_AFTER),
    _of_people(_TITLES_BEFORE),
)

_STATES_IN_TEXT = (
    "The trust runs a clinic in ⟦{town}, {postal}⟧ and two ferries.",
    "The trust runs a clinic in ⟦{town}, {short}⟧ and two ferries.",
    "Farms across ⟦{short}⟧ have lost their wells.",
    "The riders came from {town}, ⟦{short}⟧, and stayed a week.",
    "The riders came from {town}, ⟦{postal}⟧, and stayed a week.",
    "The group is based in {town}, ⟦{postal}⟧.",
    "Families in {town}, ⟦{postal}⟧ and in Ashby asked for a hearing.",
)
_POINTS = (
    "The ⟦US⟧ Senate votes in the spring.",
    "A ⟦US⟧ court heard the case.",
    "It is the longest pier in the ⟦US⟧ and the oldest.",
    "The ⟦US⟧ Department of Ferries paid half.",
    "⟦US⟧ wells are deeper than most.",
)


def _caption(host: Host, rng: random.Random) -> Plant | None:
    """A state's full name in a caption, where AP keeps the abbreviation."""
    state, short, _postal = rng.choice(STATES)
    if host.language != "en" or short == state:
        return None
    photo = Photo(id="plantpho", credit="Rae Tolland", alt="Riders on the pier of a small town.")
    caption = f"Riders wait on the pier at {rng.choice(TOWNS)}, ⟦{state}⟧, before the hearing opens."
    words = caption.replace("⟦", "").replace("⟧", "")
    from_text = words.index(state)
    clean = words.replace(state, short)
    made = [swapped(host, (*host.release.blocks, _captioned(photo, text))) for text in (clean, words)]
    return Plant(
        words,
        host.name,
        made[0],
        made[1],
        host.now,
        block=photo.id,
        path="caption",
        start=from_text,
        end=from_text + len(state),
    )


def _captioned(photo: Photo, text: str) -> Photo:
    return Photo(id=photo.id, credit=photo.credit, alt=photo.alt, caption=rich(text))


PLACES: tuple[Planter, ...] = (
    _of_people(_STATES_IN_TEXT),
    _of_people(_POINTS),
    _of_people(_STATES_IN_TEXT),
    _of_people(_STATES_IN_TEXT),
    _caption,
)

_NUMBERS = (
    "The poll found that ⟦44 percent⟧ of riders walk to the pier.",
    "Fares rose by ⟦12 per cent⟧ in a year.",
    "Fares rose by ⟦forty percent⟧ in a year.",
    "Fares rose by ⟦five percent⟧ in a year.",
    "Fares rose by ⟦3.5 percent⟧ in a year.",
    "Some ⟦61 %⟧ of the wells are dry.",
    "The ferry serves ⟦9⟧ families on the island.",
    "The ferry serves ⟦7⟧ villages on the island.",
    "The trust has ⟦3⟧ offices and a boat.",
    "The trust opened ⟦2⟧ clinics in the valley.",
    "A crew of ⟦eleven⟧ people keeps the pier.",
    "A crew of ⟦fifteen⟧ people keeps the pier.",
    "A crew of ⟦twenty-five⟧ volunteers keeps the pier.",
    "The trust has helped ⟦forty-two⟧ families since spring.",
    "The trust has helped ⟦three hundred⟧ families since spring.",
    "Prices rose by ⟦.6%⟧ in a year.",
    "The well fell by ⟦.75⟧ of a meter.",
    "A ⟦seven-year-old⟧ boy named the boat.",
    "Her daughter, ⟦seven⟧, named the boat.",
    "The letter names ⟦6⟧ farms and 14 wells.",
)
_FIRST = (
    "⟦44⟧ families moved in last spring.",
    "⟦350⟧ riders signed the letter.",
    "⟦12⟧ wells are dry.",
    "⟦60%⟧ of the wells are dry.",
    "⟦5⟧ of the wells are dry.",
)
"""Figures that begin a sentence; points of a list may."""
NUMBERS: tuple[Planter, ...] = (
    *[sowing({"en": _NUMBERS}, (*PROSE, Boilerplate))] * 3,
    sowing({"en": _FIRST}, (Paragraph, Notes, Boilerplate)),
)

_VOICE = {
    "en": (
        "⟦We⟧ will keep the clinic open.",
        "The clinic is open to all of ⟦us⟧ until spring.",
        "⟦Our⟧ members have waited nine years.",
        "The clinic was built by ⟦our⟧ volunteers.",
        "The vote is a first step, and ⟦we⟧ ask for a second.",
        "⟦I⟧ walked the line from Ashby to the pier.",
        "The trust believes, as ⟦I⟧ do, that wells can be saved.",
        "⟦You⟧ can read the plan in the library.",
        "Bring ⟦your⟧ family to the pier at noon.",
        "⟦We’re⟧ asking the county for a hearing.",
        "⟦We've⟧ waited nine years for a hearing.",
        "⟦Let’s⟧ keep the clinic open.",
        "The harbor is ⟦ours⟧ to keep.",
        "The clinic stays open⟦!⟧",
        "Come to the pier and see the boats⟦!⟧",
        "The county said yes⟦!!⟧",
        "The work that ⟦my⟧ crew began goes on.",
    ),
    "es": (
        "⟦Nosotros⟧ mantendremos abierta la clínica.",
        "⟦Nuestras⟧ socias han esperado nueve años.",
        "La clínica es fruto de ⟦nuestro⟧ trabajo.",
        "¡La clínica sigue abierta⟦!⟧",
    ),
    "fr": (
        "⟦Nous⟧ garderons le dispensaire ouvert.",
        "⟦Nos⟧ membres ont attendu neuf ans.",
        "Le dispensaire est le fruit de ⟦notre⟧ travail.",
        "Le dispensaire reste ouvert ⟦!⟧",
    ),
}
VOICE: tuple[Planter, ...] = (
    sowing(_VOICE, PROSE),  # of boilerplate, rule 6 tells
    sowing({"en": _VOICE["en"]}, PROSE),
)

_LOADED = {
    "en": tuple(
        frame.format(f"⟦{word}⟧")
        for word, frame in zip(
            (
                *[
                    "devastating",
                    "flawed",
                    "historic",
                    "unprecedented",
                    "outrageous",
                    "shameful",
                    "heartless",
                    "cruel",
                ],
                *[
                    "disastrous",
                    "reckless",
                    "draconian",
                    "groundbreaking",
                    "world-class",
                    "tragic",
                    "unjust",
                    "inhumane",
                ],
                *[
                    "disgraceful",
                    "revolutionary",
                    "appalling",
                    "unconscionable",
                    "callous",
                    "horrific",
                    "barbaric",
                ],
                *[
                    "incredible",
                    "extraordinary",
                    "misguided",
                    "catastrophic",
                    "immoral",
                ],
            ),
            (
                "The {} plan was read to the council.",
                "Families have lived with the {} plan since spring.",
                "The riders marched against the {} fares of the county.",
                "The council heard of the {} effects of the plan on farms.",
            )
            * 8,
            strict=False,
        )
    ),
    "es": (
        "Las familias viven con el ⟦devastador⟧ plan del condado.",
        "La votación es una decisión ⟦histórica⟧ para el valle.",
        "El plan es ⟦vergonzoso⟧ y se votará en otoño.",
        "El ⟦cruel⟧ recorte afecta a nueve escuelas.",
        "El recorte ⟦sin precedentes⟧ afecta a nueve escuelas.",
    ),
    "fr": (
        "Les familles subissent un plan ⟦dévastateur⟧ depuis le printemps.",
        "Le vote est une décision ⟦historique⟧ pour la vallée.",
        "Le plan ⟦scandaleux⟧ sera voté à l’automne.",
        "La coupe ⟦sans précédent⟧ touche neuf écoles.",
        "Le plan ⟦honteux⟧ touche neuf écoles.",
    ),
}
LOADED: tuple[Planter, ...] = (
    sowing({"en": _LOADED["en"]}, PROSE),
    sowing(_LOADED, (Paragraph, Headline)),
    sowing({"en": _LOADED["en"]}, (Paragraph, Listing)),
)

_SOUND = {
    "en": (
        "The trust opened ⟦it’s⟧ doors in spring.",
        "The county has lost ⟦it's⟧ last ferry.",
        "The pier closed because ⟦its⟧ too old to repair.",
        "⟦Its⟧ the first vote on ferries in nine years.",
        "⟦Its⟧ not the end of the road for riders.",
        "The riders left ⟦there⟧ coats in the hall.",
        "The riders brought ⟦they’re⟧ boats to the pier.",
        "⟦Their⟧ are nine wells in the valley.",
        "⟦Their⟧ is no clinic on the island.",
        "The riders said ⟦their⟧ going to keep the pier.",
        "The families sold ⟦there⟧ homes to the county.",
        "⟦They’re⟧ homes were sold to the county.",
        "The trust keeps ⟦it’s⟧ boats on the north pier.",
        "The council changed ⟦it’s⟧ mind twice.",
        "The clinic keeps ⟦it's⟧ own well.",
        "⟦There⟧ members come from nine towns.",
        "The farms lost more ⟦then⟧ nine wells.",
        "The wells are deeper ⟦then⟧ the lake.",
        "A farmer ⟦who’s⟧ well is dry spoke first.",
    ),
}
SOUND: tuple[Planter, ...] = (sowing(_SOUND, BODY), sowing(_SOUND, ANYWHERE))
