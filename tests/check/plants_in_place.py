"""Faults made of what the releases themselves say: a word of the text is bent where it stands."""

import datetime
import random
import re
from collections.abc import Callable

from msgspec.structs import replace

from presskit.blocks.quote import Quote
from presskit.model.search import quoted
from presskit.text.runs import cut, join, plain
from tests.check.seeding import BODY, Host, Plant, Planter, changed, exchanged, places, put
from tests.check.words import A_P, DAYS, LONG, STATES

Change = Callable[[re.Match[str], Host, random.Random], str | None]


def bending(pattern: str, change: Change, kinds: tuple[type, ...] = BODY, said: bool = False) -> Planter:
    """A planter that rewrites something that a pattern finds in English texts."""
    sought = re.compile(pattern)

    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language != "en":
            return None
        offered = []
        for place in places(host, kinds):
            letters = plain(place.text)
            spans = [] if said or isinstance(place.block, Quote) else quoted(letters)
            offered += [
                (place, match)
                for match in sought.finditer(letters)
                if not any(start < match.end() and match.start() < end for start, end in spans)
            ]
        if not offered:
            return None
        place, match = rng.choice(offered)
        then = change(match, host, rng)
        if then is None or then == match[0]:
            return None
        text = join(cut(place.text, 0, match.start()), then, cut(place.text, match.end()))
        return Plant(
            f"{match[0]} -> {then}",
            host.name,
            host.kit,
            put(host, place, text),
            host.now,
            block=place.block.id,
            path=place.path,
            paragraph=place.paragraph,
            start=match.start(),
            end=match.start() + len(then),
        )

    return plant


_DAY = "|".join(DAYS["en"])
_MONTH = "|".join([re.escape(each) for each in A_P if each.endswith(".")] + LONG["en"])


def _other_weekday(match: re.Match[str], host: Host, rng: random.Random) -> str | None:
    month = next(number for number in range(12) if match["month"] in {A_P[number], LONG["en"][number]})
    try:
        day = datetime.date(int(match["year"] or host.date.year), month + 1, int(match["day"]))
    except ValueError:
        return None
    if DAYS["en"][day.weekday()] != match["weekday"] or abs((day - host.date).days) > 120:
        return None
    wrong = DAYS["en"][(day.weekday() + rng.randint(1, 6)) % 7]
    return match[0].replace(match["weekday"], wrong)


WEEKDAYS = bending(
    rf"(?P<weekday>{_DAY}), (?P<month>{_MONTH}) (?P<day>\d{{1,2}})\b(?:, (?P<year>20\d\d))?", _other_weekday
)


def _ordinal(match: re.Match[str], _host: Host, _rng: random.Random) -> str:
    number = int(match["day"])
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{match['month']} {number}{ending}"


def _clumsy_time(match: re.Match[str], _host: Host, rng: random.Random) -> str:
    hour, part = match["hour"], match["part"]
    return rng.choice(
        [f"{hour}:00 {part}.m.", f"{hour}{part}m", f"{hour} {part.upper()}M", f"{hour} {part}m"]
    )


def _percent(match: re.Match[str], _host: Host, rng: random.Random) -> str:
    return rng.choice([f"{match['figure']} percent", f"{match['figure']} per cent", f"{match['figure']} %"])


_MEASURES = "miles|feet|inches|acres|dollars|degrees|points|cents|times|meters|years"
"""What AP counts in figures, or what they may stand for in an age."""
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = {"11": "eleven", "12": "twelve", "14": "fourteen", "15": "fifteen", "16": "sixteen", "20": "twenty"}


def _as_figure(match: re.Match[str], _host: Host, _rng: random.Random) -> str:
    return f"{_WORDS.index(match['word']) + 2} {match['noun']}"


def _as_word(match: re.Match[str], _host: Host, _rng: random.Random) -> str:
    return f"{_TENS[match['figure']]} {match['noun']}"


def _misspelt_surname(host: Host, rng: random.Random) -> Plant | None:
    """A speaker's surname in the text, with a letter doubled, lost or two of them swapped."""
    lasts = [
        each.speaker.name.split()[-1]
        for each in host.of(Quote)
        if isinstance(each, Quote) and len(each.speaker.name.split()) > 1
    ]
    lasts = [each for each in lasts if len(each) > 4 and each.isalpha() and each.isascii()]
    if not lasts:
        return None
    last = rng.choice(lasts)
    at = rng.randint(2, len(last) - 2)
    bent = rng.choice([last[:at] + last[at - 1 :], last[:at] + last[at + 1 :], _swapped(last, at)])
    if bent in {last, last + "s"} or last == bent + "s":
        return None
    made = bending(rf"\b{last}\b", lambda _match, _host, _rng: bent, said=True)(host, rng)
    return made._replace(names=bent) if made else None


def _swapped(word: str, at: int) -> str:
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _capital_role(host: Host, rng: random.Random) -> Plant | None:
    """A speaker's role after the name, in capitals."""
    quotes = [
        each
        for each in host.of(Quote)
        if isinstance(each, Quote)
        and re.match(r"(?!an? )[a-z]+(?: [a-z]+)* (?:of|for|at) ", each.speaker.description)
    ]
    if not quotes or host.language != "en":
        return None
    quote = rng.choice(quotes)
    role, gap, rest = re.split(r"( of | for | at )", quote.speaker.description, maxsplit=1)
    description = role.title() + gap + rest
    speaker = replace(quote.speaker, description=description)
    return changed(host, description, exchanged(host, replace(quote, speaker=speaker)), quote.id)


def _short_state(match: re.Match[str], _host: Host, rng: random.Random) -> str | None:
    _name, short, postal = next(each for each in STATES if each[0] == match["state"])
    return f", {rng.choice([short, postal])}"


DATES = bending(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})\b(?!\d|[-–])", _ordinal)
TIMES = bending(r"(?<![:\d])(?P<hour>\d{1,2}) (?P<part>[ap])\.m\.", _clumsy_time)
PERCENT = bending(r"(?P<figure>\d+(?:\.\d+)?)%", _percent)
FIGURES = bending(
    rf"(?<=[a-z] )(?<!or )(?<!to )\b(?P<word>{'|'.join(_WORDS)}) (?P<noun>(?!{_MEASURES})[a-z]{{3,}}s)\b",
    _as_figure,
)
NUMBER_WORDS = bending(rf"(?<![\d$.,:-])\b(?P<figure>{'|'.join(_TENS)}) (?P<noun>[a-z]{{3,}}s)\b", _as_word)
SURNAMES: Planter = _misspelt_surname
ROLES: Planter = _capital_role
STATE_NAMES = bending(
    rf", (?P<state>{'|'.join(each[0] for each in STATES)})\b(?! (?:City|State))", _short_state
)
