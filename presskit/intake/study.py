"""The study that figures come from, as the sentence before them names it."""

import re

from msgspec import Struct

from presskit.intake.lexicon import Lexicon

_KIND = (
    r"(?:study|survey|poll|report|analysis|research|review|census|paper|estudio|encuesta|informe|sondeo|étude|enquête"
    r"|rapport|sondage|Studie|Umfrage|Bericht|estudo|pesquisa|relatório)"
)
_TITLE = r"(?:[“\"«„](?P<quoted>[^”\"»“]{4,200})[”\"»“]|(?P<title>[A-ZÀ-Þ][\w’'&,:;() –—-]{6,200}?))"
_BY = r"(?:by|conducted by|published by|por|par|von)"
_FOUND = (
    r"(?:found|finds|shows?|showed|reveals?|revealed|reports?|concluded|which|that|released|published|halló"
    r"|encontró|muestra|revela|montre|révèle|zeigt|ergab)"
)
_NAMED = re.compile(
    rf"{_KIND},?\s+(?:titled\s+|called\s+|entitled\s+)?{_TITLE}(?:,?\s+{_BY}\s+(?P<who>[^;:]{{3,120}}?))?,?\s+{_FOUND}\b"
)
_PLAIN = re.compile(
    rf"{_KIND}\s+(?:{_BY}|from|of|de)\s+(?P<who>(?:the\s+|la\s+|el\s+|le\s+)?[A-ZÀ-Þ][^;:]{{3,120}}?),?\s+{_FOUND}\b"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class Study(Struct, frozen=True):
    """Who found it, in which study, and in which year, as printed."""

    who: str = ""
    title: str = ""
    when: str = ""


def study(text: str, lexicon: Lexicon) -> Study | None:
    """The study that a text names last; None where it names none."""
    piece = text[-1_200:]
    named = [*_NAMED.finditer(piece)] or [*_PLAIN.finditer(piece)]
    if not named:
        return None
    found = named[-1]
    told = found.groupdict()
    who = (told.get("who") or "").strip(" ,")
    title = (told.get("quoted") or told.get("title") or "").strip(" ,")
    if not who and title and lexicon.org.search(title):
        who, title = title, ""
    year = _YEAR.search(found[0])
    return Study(who=who, title=title, when=year[1] if year else "")
