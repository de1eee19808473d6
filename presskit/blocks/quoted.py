"""A paragraph that quotes somebody, taken apart into a quote. Only what gives the very same paragraph back,
letter for letter, is taken for one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from presskit.blocks.quote import Quote, Speaker
from presskit.text.attribution import Placement
from presskit.text.languages import primary
from presskit.text.runs import RichText, change_letters, cut, join, plain, strip
from presskit.text.sentences import sentences
from presskit.text.typography import curl, marks

_VERBS = {
    "en": "said|says|added|adds|explained|continued|wrote|noted|stated|told reporters|argued|warned|asked"
    "|concluded",
    "es": "dijo|dice|afirmó|señaló|agregó|añadió|explicó|declaró|expresó|sostuvo|advirtió|aseguró|concluyó",
    "fr": "a déclaré|a dit|a ajouté|a expliqué|a affirmé|déclare|dit|ajoute|explique|affirme|souligne",
    "pt": "disse|diz|afirmou|declarou|explicou|acrescentou|ressaltou|destacou",
}
_TITLES = re.compile(
    r"(?:(?:Dr|Sen|Rep|Gov|Rev|Prof|Mr|Mrs|Ms|Lt|Sgt|Capt|Col|Gen|Sens|Reps|Hon|Dra|Sra|Sr)\.|State|U\.S\.|Lt\."
    r"|Mayor|Governor|Senator|Representative|President|Professor|Chief|Director|Attorney|General|Council(?:wo)?man"
    r"|Judge|Bishop|Father|Sister|Rabbi|Imam|Mme|M\.|Maire|Alcalde|Alcaldesa)(?= )"
)
_MOST = 4_000  # letters; nobody's quotation is longer, and reading one must not hold typing up


def verbs(language: str) -> list[str]:
    """The verbs of saying that are usual in a language; none where they are not known."""
    return _VERBS[primary(language)].split("|") if primary(language) in _VERBS else []


def quoted(text: RichText, language: str, known: Iterable[Speaker] = ()) -> Quote | None:
    """The quote, without an id, that stands on the page as this paragraph does; None where there is none.

    known: the speakers of the release; one whose name fits is taken as they are.
    """
    found = _read(text, language)
    if found is None:
        return None
    who = found.named or found.speaker.identification(language)
    for speaker in known:
        same = speaker.identification(language) == who
        later = not same and speaker.name.split()[-1:] == [who]
        if same or later:
            better = replace(found, speaker=speaker, named=who if later else "")
            if _same(better, text, language):
                return better
    return found


@lru_cache(maxsize=2_000)
def _read(text: RichText, language: str) -> Quote | None:
    words = plain(text)
    if primary(language) not in _VERBS or len(words) > _MOST:
        return None
    if not any(mark in words for mark in (marks(language).open, '"', "«")):
        return None
    text = strip(_in_marks(text, language))
    return next((each for each in _candidates(text, language) if _same(each, text, language)), None)


def _same(quote: Quote, text: RichText, language: str) -> bool:
    return quote.paragraphs(language) == (strip(_in_marks(text, language)),)


def _in_marks(text: RichText, language: str) -> RichText:
    """A text with the marks that the page will have: straight ones and guillemets become the language's."""
    kind = marks(language)
    table = {} if kind.open == "«" else {ord("«"): kind.open, ord("»"): kind.close}
    return change_letters(text, lambda letters: curl(letters, language).translate(table))


def _candidates(text: RichText, language: str) -> Iterator[Quote]:
    kind, letters = marks(language), plain(text)
    pattern = f"{kind.open}{kind.gap}([^{kind.open}{kind.close}]+?){kind.gap}{kind.close}"
    spans = list(re.finditer(pattern, letters))
    if not spans:
        return
    first = spans[0]
    tail = strip(cut(text, spans[-1].end()))
    said = [cut(text, span.start(1), span.end(1)) for span in spans]
    if first.start() > 0 and len(spans) == 1:
        before = letters[: first.start()].rstrip().rstrip(",:").rstrip()
        for quote in _attributed(before, "lead", language):
            yield replace(quote, words=(said[0],), tail=tail)
    elif first.start() == 0 and len(spans) == 1:
        yield from _ending(said[0], cut(text, first.end()), language)
    elif first.start() == 0 and len(spans) == 2:
        between = letters[first.end() : spans[1].start()].strip().lstrip(",").strip()
        for quote in _attributed(between.rstrip(",."), "middle", language):
            for part in _whole(said[0], clause=between.endswith(",")):
                ends = sentences(plain(part))
                begun = plain(part)[ends[-1][0] :].split() if between.endswith(",") and ends else []
                at = {"after": len(ends) - bool(begun), "clause": len(begun)}
                for end in _whole(said[1], clause=True):
                    yield replace(quote, words=(join(part, " ", end),), tail=tail, **at)


def _ending(said: RichText, rest: RichText, language: str) -> Iterator[Quote]:
    letters = plain(rest)
    begin = len(letters) - len(letters.lstrip(" ,"))
    for _start, end in sentences(letters[begin:])[:3]:
        stands = letters[begin : begin + end].removesuffix(".")
        for quote in _attributed(stands, "end", language):
            for words in _whole(said, clause=False):
                yield replace(quote, words=(words,), tail=strip(cut(rest, begin + end)))


def _whole(said: RichText, *, clause: bool) -> Iterator[RichText]:
    """What somebody may have said where the page has a comma for their stop."""
    if clause:
        yield said
    if plain(said).endswith(","):
        bare = cut(said, 0, len(plain(said)) - 1)
        yield bare if clause else join(bare, ".")
    elif not clause:
        yield said
        yield join(said, ".")
    else:
        yield join(said, ".")


def _attributed(stands: str, placement: Placement, language: str) -> Iterator[Quote]:
    """The quotes, without words, whose attribution reads so."""
    verbs = _VERBS[primary(language)]
    if found := re.fullmatch(rf"({verbs}) (.+)", stands):
        for speaker, named in _speakers(found[2]):
            yield Quote(verb=found[1], speaker=speaker, named=named, placement=placement)
    if found := re.fullmatch(rf"(.+?),? ({verbs})", stands):
        for speaker, named in _speakers(found[1]):
            last = placement != "lead"
            yield Quote(verb=found[2], speaker=speaker, named=named, placement=placement, verb_last=last)


def _speakers(who: str) -> Iterator[tuple[Speaker, str]]:
    """Title, name and description as somebody is introduced, or what they are called later on."""
    if len(who.split()) == 1:
        yield Speaker(), who
        return
    title, rest = "", who
    while found := _TITLES.match(rest):
        title, rest = f"{title} {found[0]}".strip(), rest[found.end() :].lstrip()
    name, comma, description = rest.partition(", ")
    if comma:
        yield Speaker(title=title, name=name, description=description), ""
    words = rest.split()
    small = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    if small and (small < len(words) or not comma):
        name, description = " ".join(words[:small]), " ".join(words[small:])
        yield Speaker(title=title, name=name.rstrip(","), description=description), ""
