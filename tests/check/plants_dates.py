"""Faults of days, times and words still to come: rules 9 to 12."""

import datetime
import random
from collections.abc import Callable

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.model.block import new_id
from presskit.text.runs import rich
from tests.check.seeding import (
    ANYWHERE,
    BODY,
    Host,
    Plant,
    Planter,
    changed,
    exchanged,
    is_clean,
    sown,
    swapped,
)
from tests.check.words import A_P, DAYS, FRAMES, LONG, PLACEHOLDERS

Text = Callable[[Host, random.Random], str | None]


def _saying(text: Text, kinds: tuple[type, ...] = BODY, languages: tuple[str, ...] = ("en",)) -> Planter:
    """A planter that puts what is made for a host into one of the sentences of its language."""

    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language not in languages:
            return None
        made = text(host, rng)
        if made is None:
            return None
        return sown(host, rng, rng.choice(FRAMES[host.language]).format(f"⟦{made}⟧"), kinds)

    return plant


def _near(host: Host, rng: random.Random) -> datetime.date:
    return host.date + datetime.timedelta(days=rng.randint(2, 75))


def _wrong(language: str, day: datetime.date, rng: random.Random) -> str:
    return DAYS[language][(day.weekday() + rng.randint(1, 6)) % 7]


def _ap(day: datetime.date) -> str:
    return f"{A_P[day.month - 1]} {day.day}"


def _weekday(host: Host, rng: random.Random) -> str:
    day = _near(host, rng)
    named = _wrong(host.language, day, rng)
    month = LONG[host.language][day.month - 1]
    if host.language == "es":
        return rng.choice(
            [
                f"{named} {day.day} de {month}",
                f"{named}, {day.day} de {month} de {day.year}",
                f"{named} {day.day} de {month} de {day.year}",
            ]
        )
    if host.language == "fr":
        return rng.choice([f"{named} {day.day} {month}", f"{named} {day.day} {month} {day.year}"])
    if host.language == "de":
        return rng.choice([f"{named}, {day.day}. {month}", f"{named}, {day.day}. {month} {day.year}"])
    if host.language == "pt":
        return rng.choice([f"{named}, {day.day} de {month}", f"{named}, {day.day} de {month} de {day.year}"])
    return rng.choice(
        [
            f"{named}, {_ap(day)}",
            f"{named}, {_ap(day)}, {day.year}",
            f"{named}, {month} {day.day}",
            f"{named}, {month} {day.day}, {day.year}",
            f"{named} {_ap(day)}",
            f"{named[:3]}., {_ap(day)}",
            f"{named}, {day.day} {month} {day.year}",
            f"{named} {day.day} {month}",
            f"{_ap(day)} ({named})",
        ]
    )


def _last_year(host: Host, rng: random.Random) -> str:
    """The weekday that the same day had a year before: a release copied from last year's."""
    day = _near(host, rng)
    if (day.month, day.day) == (2, 29):
        day += datetime.timedelta(days=1)
    return f"{DAYS['en'][day.replace(year=day.year - 1).weekday()]}, {_ap(day)}"


def _no_such_day(host: Host, rng: random.Random) -> str:
    month, day = rng.choice([(6, 31), (4, 31), (9, 31), (11, 31), (2, 30), (2, 31), (1, 32), (5, 38)])
    if host.language == "es":
        return f"{day} de {LONG['es'][month - 1]} de {host.date.year}"
    if host.language == "fr":
        return f"{day} {LONG['fr'][month - 1]} {host.date.year}"
    return rng.choice([f"{A_P[month - 1]} {day}", f"{LONG['en'][month - 1]} {day}, {host.date.year}"])


def _clock(host: Host, rng: random.Random) -> str:
    hour, minute = rng.randint(1, 11), rng.choice(["15", "30", "45"])
    part = rng.choice(["a", "p"])
    return rng.choice(
        [
            f"{hour}:00 {part}.m.",
            f"{hour}:00 {part.upper()}M",
            f"{hour} {part.upper()}M",
            f"{hour}{part}m",
            f"{hour}:{minute}{part}m",
            f"{hour}:{minute} {part.upper()}M",
            f"{hour}:{minute}{part.upper()}M",
            f"{hour} {part.upper()}.M.",
            f"{hour} {part}m",
            f"{hour}:00{part}m",
            "12 noon",
            "12:00 noon",
            "12 midnight",
            f"{hour + 12}:{minute}",
            "12:00 p.m.",
        ]
    )


def _range(host: Host, rng: random.Random) -> str:
    hour = rng.randint(1, 9)
    return rng.choice(
        [f"{hour}:00-{hour + 2}:00 p.m.", f"{hour}pm to {hour + 2}pm", f"{hour}:00 to {hour + 1}:30 p.m."]
    )


def _season(host: Host, rng: random.Random) -> str:
    summer = datetime.date(host.date.year + 1, rng.choice([6, 7, 8]), rng.randint(1, 28))
    winter = datetime.date(host.date.year + 1, rng.choice([1, 12]), rng.randint(1, 28))
    day, mark = rng.choice([(summer, "S"), (winter, "D")])
    zone = rng.choice("ECMP") + mark + "T"
    return f"{rng.randint(1, 11)} p.m. {zone} {DAYS['en'][day.weekday()]}, {_ap(day)}, {day.year}"


def _season_by_date(host: Host, rng: random.Random) -> str | None:
    if 4 <= host.date.month <= 10:
        zone = rng.choice("ECMP") + "ST"
    elif host.date.month in {12, 1, 2}:
        zone = rng.choice("ECMP") + "DT"
    else:
        return None
    return f"{rng.randint(1, 11)} a.m. {zone}"


def _date_form(host: Host, rng: random.Random) -> str:
    number, day = rng.randint(0, 11), rng.randint(4, 20)
    month = rng.choice([6, 7, 8, 9]) - 1
    ordinal = f"{day}th" if day > 3 else f"{day}rd"
    long = LONG["en"][number]
    abbreviated = rng.choice([0, 1, 7, 8, 9, 10, 11])
    return rng.choice(
        [
            f"{long} {ordinal}",
            f"{A_P[number]} {ordinal}",
            f"the {ordinal} of {long}",
            f"{LONG['en'][abbreviated]} {day}",
            f"{LONG['en'][abbreviated]} {day}, {host.date.year}",
            f"{A_P[abbreviated].removesuffix('.')} {day}",
            f"{['Mar', 'Apr', 'Jun', 'Jul'][rng.randint(0, 3)]}. {day}",
            f"Sep. {day}",
            f"{month + 1}/{day}/{host.date.year}",
            f"{LONG['en'][number]} 22nd",
            f"{LONG['en'][number]} 23rd, {host.date.year}",
        ]
    )


def _month_alone(host: Host, rng: random.Random) -> str:
    return f"in {A_P[rng.choice([0, 1, 7, 8, 9, 10, 11])]} {host.date.year}"


def _undated(host: Host, rng: random.Random) -> Plant | None:
    """A release without a date that says "on Friday"."""
    words = {
        "en": [
            "on Friday",
            "last week",
            "today",
            "yesterday",
            "this morning",
            "tomorrow",
            "on Monday",
            "next Tuesday",
            "tonight",
        ],
        "es": ["hoy", "ayer", "el viernes", "mañana", "la semana pasada"],
        "fr": ["aujourd’hui", "hier", "vendredi", "demain", "la semaine dernière"],
    }.get(host.language)
    if words is None:
        return None
    line = replace(host.release.dateline, date=None)
    bare = host._replace(kit=swapped(host, host.release.blocks, dateline=line))
    if not is_clean(bare, 11):
        return None
    return sown(bare, rng, rng.choice(_DONE[host.language]).format(f"⟦{rng.choice(words)}⟧"))


_DONE = {
    "en": [
        "The committee voted {} to keep the clinic open.",
        "Tenants met {} in the library.",
        "Volunteers counted the last boxes {}.",
    ],
    "es": ["El consejo votó {} a favor de la clínica.", "Las vecinas se reunieron {} en la biblioteca."],
    "fr": [
        "Le conseil a voté {} le maintien du dispensaire.",
        "Les habitants se sont réunis {} à la bibliothèque.",
    ],
}


def _placeholder(host: Host, rng: random.Random) -> Plant | None:
    bank = PLACEHOLDERS.get(host.language)
    return sown(host, rng, rng.choice(bank), ANYWHERE) if bank else None


def _placeholder_in_head(host: Host, rng: random.Random) -> Plant | None:
    heads = host.of(Headline)
    if not heads or host.language != "en":
        return None
    return sown(
        host,
        rng,
        rng.choice(["by ⟦[NUMBER]⟧ votes", "in ⟦TK⟧ days", "for ⟦XX%⟧ of renters", "says ⟦[NAME]⟧"]),
        (Headline,),
    )


def _crosshead_to_come(host: Host, rng: random.Random) -> Plant | None:
    """A crosshead before another, before the standing text, or after all the text."""
    blocks = list(host.release.blocks)
    before = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Crosshead) or (isinstance(block, Boilerplate) and block.heading)
    ]
    bare = Crosshead(id=new_id(), text=rich(rng.choice(["When", "Visuals", "Dónde", "Quoi"])))
    blocks.insert(rng.choice([*before, len(blocks)]), bare)
    kit = swapped(host, blocks)
    return changed(host, "nothing under a crosshead", kit, bare.id)


def _speaker_to_come(host: Host, rng: random.Random) -> Plant | None:
    quotes = [each for each in host.of(Quote) if isinstance(each, Quote)]
    if not quotes:
        return None
    quote = rng.choice(quotes)
    field, value = rng.choice(
        [
            ("name", "[NAME]"),
            ("description", "[TITLE]"),
            ("name", "TK"),
            ("description", "[title, organization]"),
        ]
    )
    speaker = replace(quote.speaker, **{field: value})
    return changed(
        host, f"speaker {value}", exchanged(host, replace(quote, named="", speaker=speaker)), quote.id
    )


def _old_year(host: Host, rng: random.Random) -> str | None:
    year = host.date.year - rng.randint(1, 3)
    month = rng.choice(LONG["en"])
    ap = f"{A_P[rng.randint(0, 11)]} {rng.randint(1, 28)}, {year}"
    return rng.choice(
        [
            f"The ⟦{year}⟧ session will open in the spring.",
            f"The board will vote on the plan in ⟦{month} {year}⟧.",
            f"Doors will open ⟦{ap}⟧.",
            f"The clinic is scheduled to close in ⟦{year}⟧.",
            f"Results for the first quarter of ⟦{year}⟧ will be published next month.",
            f"The survey is expected in ⟦{month} {year}⟧.",
            f"Applications are due ⟦{ap}⟧, and grants will follow.",
            f"The county is going to choose a builder by ⟦{month} {year}⟧.",
            f"The new line opens in ⟦{year}⟧ and will serve nine villages.",
        ]
    )


def _old_year_elsewhere(host: Host, rng: random.Random) -> Plant | None:
    year = host.date.year - rng.randint(1, 2)
    banks = {
        "en": [_old_year(host, rng) or ""],
        "es": [f"La obra comenzará en ⟦{year}⟧.", f"El consejo votará el plan en ⟦marzo de {year}⟧."],
        "fr": [f"Les travaux commenceront en ⟦{year}⟧.", f"Le conseil votera le plan en ⟦mars {year}⟧."],
    }
    bank = banks.get(host.language)
    return sown(host, rng, rng.choice(bank), (*BODY, Photo)) if bank else None


WEEKDAYS: tuple[Planter, ...] = (
    _saying(_weekday),
    _saying(_weekday, (Quote,)),
    _saying(_last_year),
    _saying(_no_such_day, BODY, ("en", "es", "fr")),
    _saying(_weekday, BODY, ("es", "fr", "de", "pt")),
    _saying(_weekday, BODY, ("en", "es", "fr")),
)
TIMES: tuple[Planter, ...] = (
    _saying(_clock),
    _saying(_range),
    _saying(_clock),
    _saying(_season),
    _saying(_season_by_date),
)
DATES: tuple[Planter, ...] = (_saying(_date_form), _saying(_month_alone), _saying(_date_form), _undated)
STALE: tuple[Planter, ...] = (
    _placeholder,
    _placeholder_in_head,
    _old_year_elsewhere,
    _placeholder,
    _speaker_to_come,
    _crosshead_to_come,
    _old_year_elsewhere,
)
