"""Faults of names: rules 13, 14 and 17."""

import random

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.checking import Known
from presskit.model.search import quoted
from presskit.text.runs import plain
from tests.check.seeding import ANYWHERE, BODY, Host, Place, Plant, Planter, places, planted, sown

_PAIRS = (
    ("the TRUST Act", "the Trust Act"),
    ("the Trust Act", "the TRUST Act"),
    ("the Bureau of Harbors and Customs", "the Bureau of Harbors Customs"),
    ("HomeBridge Ferry", "Homebridge Ferry"),
    ("the Northfield Workers’ Center", "the Northfield Worker Center"),
    ("the Northfield Workers’ Center", "the Northfield Workers Center"),
    ("Katherine Voss", "Catherine Voss"),
    ("Jon Halloran", "John Halloran"),
    ("Ana-Maria Teller", "Ana Maria Teller"),
    ("the Clean Harbor Act", "the Clean Harbour Act"),
    ("Stephen Quarrie", "Steven Quarrie"),
    ("Mary O’Dell", "Mary ODell"),
    ("the Wexmere Housing Coalition", "the Wexmere Housing Colition"),
    ("the Department of Ferries and Roads", "the Departments of Ferries and Roads"),
    ("the Granton Riders Union", "the Granton Rider’s Union"),
    ("José Ferrán Ibáñez", "Jose Ferran Ibanez"),
    ("Ingrid Sørensen", "Ingrid Sorenson"),
    ("the Institute for Coastal Policy", "the Institute of Coastal Policy"),
    ("the Child and Family Fund", "the Child & Family Fund"),
    ("Tobias McKinnon", "Tobias MacKinnon"),
)
_TWICE = {
    "en": (
        ("A letter from {} was read in the hall.", "Volunteers brought the report of {} to the hall."),
        ("Farmers asked about {} in spring.", "The council heard of {} once more."),
        ("The hall was full when {} came up.", "Nobody had asked about {} before."),
    ),
    "es": (("Se leyó una carta sobre {} en la sala.", "El consejo oyó hablar de {} otra vez."),),
    "fr": (("Une lettre au sujet de {} a été lue.", "Le conseil a encore entendu parler de {}."),),
}


def _bent(name: str, rng: random.Random) -> str | None:
    """A name misspelt in a way that names are."""
    first, _gap, last = name.rpartition(" ")
    ways = []
    if len(last) < 4 or not name.isascii():
        plainer = name.translate(str.maketrans("áéíóúñçèêëïôüöäåø", "aeiouncÞeeiouoaao".replace("Þ", "e")))
        return plainer if plainer != name else None
    for at in range(1, len(last) - 1):
        here, then = last[at], last[at + 1]
        if here == then:
            ways.append(last[:at] + last[at + 1 :])
        elif here in "lntrs" and then in "aeiou":
            ways.append(last[:at] + here + last[at:])
        if here in "aeiou" and then not in "aeiou" and at > 1:
            ways.append(last[:at] + rng.choice([each for each in "aeio" if each != here]) + last[at + 1 :])
        if here != then and here.isalpha() and then.isalpha() and at > 1:
            ways.append(last[:at] + then + here + last[at + 2 :])
    return f"{first} {rng.choice(ways)}".strip() if ways else None


def _people(host: Host) -> list[str]:
    names = [each.speaker.name for each in host.of(Quote) if isinstance(each, Quote)]
    return [
        name
        for name in names
        if len(name.split()) in {2, 3} and name[0].isalpha() and name.isupper() is False
    ]


_SENTENCES = {
    "en": (
        "Riders met ⟦{}⟧ on the pier in spring.",
        "A letter to ⟦{}⟧ was read.",
        "⟦{}⟧ has kept the books since spring.",
    ),
    "es": ("Las vecinas hablaron con ⟦{}⟧ en primavera.", "⟦{}⟧ lleva las cuentas."),
    "fr": ("Les riverains ont vu ⟦{}⟧ au printemps.", "⟦{}⟧ tient les comptes."),
    "pt": ("As vizinhas falaram com ⟦{}⟧ na primavera.",),
}


def _speaker_misspelt(host: Host, rng: random.Random) -> Plant | None:
    names = _people(host)
    if not names or host.language not in _SENTENCES:
        return None
    bent = _bent(rng.choice(names), rng)
    if bent is None or bent in names:
        return None
    return _naming(sown(host, rng, rng.choice(_SENTENCES[host.language]).format(bent), ANYWHERE), bent)


def _known_misspelt(host: Host, rng: random.Random) -> Plant | None:
    """A name that the library spells otherwise."""
    kept, bent = rng.choice(
        [pair for pair in _PAIRS if pair[0].startswith("the ") == pair[1].startswith("the ")]
    )
    if host.language not in _SENTENCES:
        return None
    right, wrong = kept.removeprefix("the "), bent.removeprefix("the ")
    known = Known(organisations=(right,)) if kept.startswith("the ") else Known(people=(right,))
    made = _naming(sown(host, rng, rng.choice(_SENTENCES[host.language]).format(wrong), BODY), wrong)
    return made._replace(known=known) if made else None


def _pair(host: Host, rng: random.Random) -> Plant | None:
    """The same name written in two ways."""
    if host.language not in _TWICE:
        return None
    right, wrong = rng.choice(_PAIRS)
    if host.language != "en":
        right, wrong = (each.removeprefix("the ") for each in (right, wrong))
    first, second = rng.choice(_TWICE[host.language])
    before = sown(host, rng, first.format(right), BODY)
    if before is None:
        return None
    made = sown(host._replace(kit=before.kit), rng, second.format(f"⟦{wrong}⟧"), ANYWHERE)
    return _naming(made, wrong.removeprefix("the "), right.removeprefix("the "))


def _naming(plant: Plant | None, *names: str) -> Plant | None:
    """Either spelling may be the one that a finding is at."""
    return plant._replace(names=names[-1]) if plant else None


VARIANTS: tuple[Planter, ...] = (_pair, _speaker_misspelt, _known_misspelt, _pair, _speaker_misspelt)

_FIRST = (
    "A letter from ⟦Sen. {last}⟧ was read.",
    "⟦U.S. Sen. {last}⟧ spoke for the bill.",
    "⟦US Senator {last}⟧ spoke for the bill.",
    "The bill went to ⟦Gov. {last}⟧ in spring.",
    "⟦Mayor {last}⟧ opened the hall.",
    "⟦State Rep. {last}⟧ spoke for the bill.",
    "⟦Rep. {last}⟧ voted no.",
    "⟦Commissioner {last}⟧ read the plan.",
    "⟦Councilwoman {last}⟧ read the plan.",
    "⟦Senator {last}⟧ and the riders met on the pier.",
    "⟦Judge {last}⟧ heard the riders in spring.",
    "⟦President {last}⟧ of the trust read the plan.",
    "The plan of ⟦Attorney General {last}⟧ was read.",
)
_COURTESY = (
    "⟦Mr. {last}⟧ has kept the pier for nine years.",
    "⟦Ms. {last}⟧ has kept the pier for nine years.",
    "⟦Mrs. {last}⟧ has kept the pier for nine years.",
    "⟦Mr. {name}⟧ has kept the pier for nine years.",
    "A letter from ⟦Ms. {name}⟧ was read.",
    "The riders thanked ⟦Mr. {last}⟧ and went home.",
    "The boat of ⟦Mr. and Mrs. {last}⟧ is the oldest on the pier.",
    "⟦Miss {last}⟧ has kept the pier for nine years.",
)
_LASTS = (
    "Brannigan",
    "Okonedo",
    "Tarrant",
    "Villanueva",
    "Whitcombe",
    "Szymanski",
    "Delacroix",
    "Hargrove",
    "Ngata",
    "Petrosyan",
)
_GIVEN = ("Jon", "Marta", "Lena", "Owen", "Ruth", "Samir")


def _titled(bank: tuple[str, ...]) -> Planter:
    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language != "en":
            return None
        last = rng.choice(_LASTS)
        return sown(host, rng, rng.choice(bank).format(last=last, name=f"{rng.choice(_GIVEN)} {last}"), BODY)

    return plant


def _surname_first(host: Host, rng: random.Random) -> Plant | None:
    """A surname alone in the first paragraph, before its speaker is introduced further down."""
    names = [name for name in _people(host) if len(name.split()) == 2]
    first = next(iter(places(host, (Paragraph,))), None)
    if not names or first is None or host.language != "en":
        return None
    name = rng.choice(names)
    last = name.split()[-1]
    for block in host.release.blocks:
        if block is first.block:
            break
        if any(last in text for text in block.letters()):
            return None
    letters = plain(first.text)
    if last in letters or quoted(letters):
        return None
    sentence = rng.choice(("⟦{}⟧ will speak for the riders.", "The hall was opened by ⟦{}⟧ at noon.")).format(
        last
    )
    at = len(letters) if rng.random() < 0.7 else 0
    return planted(host, Place(first.block, first.path, 0, first.text), at, sentence)


def _speaker_without_first_name(host: Host, rng: random.Random) -> Plant | None:
    """A quote whose speaker has a surname alone, and is named nowhere else."""
    quotes = [
        each for each in host.of(Quote) if isinstance(each, Quote) and len(each.speaker.name.split()) == 2
    ]
    if not quotes or host.language != "en":
        return None
    quote = rng.choice(quotes)
    last = rng.choice(_LASTS)
    speaker = replace(
        quote.speaker, name=last, title=rng.choice(["Sen.", "Mayor", "Rep.", "Mr.", "U.S. Rep."])
    )
    kit = host.kit.with_release(
        0,
        host.release.with_blocks(
            replace(quote, named="", speaker=speaker) if each is quote else each
            for each in host.release.blocks
        ),
    )
    return Plant(f"speaker {speaker.title} {last}", host.name, host.kit, kit, host.now, block=quote.id)


REFERENCES: tuple[Planter, ...] = (
    _titled(_FIRST),
    _titled(_COURTESY),
    _titled(_FIRST),
    _surname_first,
    _speaker_without_first_name,
)

_LETTERS = "BCDFGHJKLMNPRSTVW"
_NEVER = {
    "en": (
        "The ⟦{}⟧ asked for a second hearing.",
        "A letter from the ⟦{}⟧ was read in the hall.",
        "Members of ⟦{}⟧ kept the pier open.",
        "The ⟦{}⟧ plan was read to the riders, and ⟦{}⟧ staff took notes.",
        "Riders in the ⟦{}⟧ program pay nothing.",
    ),
    "es": ("La ⟦{}⟧ pidió una segunda audiencia.", "Se leyó una carta de la ⟦{}⟧ en la sala."),
    "fr": ("La ⟦{}⟧ a demandé une seconde audience.", "Une lettre de la ⟦{}⟧ a été lue."),
}
_LONG_NAMES = (
    ("Coastal Housing Workers Alliance", "CHWA"),
    ("Northfield Tenants and Farmers Trust", "NTFT"),
    ("Wexmere Board of Ferries", "WBF"),
    ("Granton Riders and Pilots Union", "GRPU"),
    ("Larkhaven Kitchen Project", "LKP"),
    ("Valley Water Defense Fund", "VWDF"),
)
_ONCE = {
    "en": (
        "The {name} ⟦({short})⟧ asked for a second hearing.",
        "A letter from the {name} ⟦({short})⟧ was read.",
        "Members of the {name}, or ⟦{short}⟧, kept the pier open.",
    ),
    "es": ("La {name} ⟦({short})⟧ pidió una segunda audiencia.",),
    "fr": ("La {name} ⟦({short})⟧ a demandé une seconde audience.",),
}


def _never(host: Host, rng: random.Random) -> Plant | None:
    bank = _NEVER.get(host.language)
    if bank is None:
        return None
    short = "".join(rng.choice(_LETTERS) for _each in range(rng.choice([3, 4, 4, 5])))
    sentence = rng.choice(bank)
    head, _mark, tail = sentence.partition("⟧")
    tail = tail.replace("⟦", "").replace("⟧", "")
    return _naming(sown(host, rng, f"{head}⟧{tail}".format(short, short), BODY), f"“{short}”")


def _once(host: Host, rng: random.Random) -> Plant | None:
    bank = _ONCE.get(host.language)
    if bank is None:
        return None
    name, short = rng.choice(_LONG_NAMES)
    return sown(host, rng, rng.choice(bank).format(name=name, short=short), BODY)


ACRONYMS: tuple[Planter, ...] = (_never, _once, _never)
