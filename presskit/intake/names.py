"""Who is said to speak: the person, or what stands for one, in the words beside a quotation."""

import re
from collections.abc import Iterable

from msgspec import Struct

from presskit.intake.lexicon import UNSPACED, Lexicon

_CAP = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ](?:[\w’'-]*\w)?\.?(?!\w)|[A-Z]\.)"
_PARTICLE = (
    r"(?:de|del|de la|de los|da|do|dos|das|di|du|des|le|la|van|von|van der|von der|der|den|ter|bin|ibn|al"
    r"|el|y|e|ben|zu)"
)
_RUN = re.compile(rf"{_CAP}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)?{_CAP}){{0,6}}")
_SUFFIX = re.compile(
    r",?\s+(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|Esq|J\.?D|R\.?N|M\.?S|CPA|FAHA|MBE|OBE|CBE)\b\.?", re.I
)
_POSSESSIVE = re.compile(r"['’]s?$")
_CJK_NAME = re.compile(
    r"(?P<name>[\u30a0-\u30ff・A-Za-z\u3400-\u9fff々]{2,20}?)(?:\s*[（(][^）)]{1,20}[）)])?(?:氏|さん|様|教授|博士|会長|社長|代表|理事長|議員|先生|女士|씨|님)"
)
_ZH_NAME = re.compile(r"(?P<name>[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,6}·[\u3400-\u9fff·]{1,12})$")
# A title ends in one of these; a name of two to four characters follows it.
_ZH_TITLED = re.compile(
    r".*(?:长|長|席|任|师|師|员|員|授|士|人|监|監|理|表|家|者|记|記|裁|官|事)(?P<name>[\u3400-\u9fff]{2,4})$"
)
# "the director の Name は …": the name that a title leads to, as the subject.
_JA_SUBJECT = re.compile(
    r"(?:長|者|役|表|授|員|士|師|家|人|監督)の?(?P<name>[\u3400-\u9fff々]{2,3}\s?[\u3400-\u9fff々]{1,3})(?:は|も|が)"
)
_KO_NAME = re.compile(r"(?P<name>[\uac00-\ud7a3]{2,4})\s*(?P<role>[\uac00-\ud7a3 ]{0,16}?)(?:은|는|이|가)\b")
_SEMITIC_STOP = re.compile(r"[،,.:؛]|\s(?:أن|إن|في|من|عن|بأن|خلال|כי|של|על)\s")


# Before a name of a place or an organisation, seldom before whoever speaks.
PREPOSITIONS = frozenset(
    ["of", "for", "from", "at", "with", "in", "on", "by", "near", "de", "del", "la", "du", "des", "von",
     "vom", "der", "im", "à", "en", "da", "do", "dos", "das", "из", "от", "в"]
)  # fmt: skip


class Person(Struct, frozen=True):
    """A speaker: the name as printed there, and what the text says of them."""

    name: str
    role: str = ""


def bare_name(run: str, lexicon: Lexicon) -> str:
    """A name without the titles before it and the letters after it."""
    first, _of, _body = _SUFFIX.sub("", run).partition(" of the ")
    words = (first if " " in first else run).split()
    while len(words) > 1 and words[0].strip(".").lower() in lexicon.titles:
        words.pop(0)
    for at in range(len(words) - 3, -1, -1):  # "Senate Majority Leader Martin M. Looney"
        if words[at].strip(".").lower() in lexicon.titles:
            words = words[at + 1 :]
            break
    if words:
        words[-1] = _POSSESSIVE.sub("", words[-1]) if len(words) > 1 else words[-1]
    return (
        " ".join(words).strip(" ,.;:") if len(words) > 1 or (words and len(words[0]) > 2) else " ".join(words)
    )


def runs(text: str) -> Iterable[re.Match[str]]:
    """The runs of words that begin with a capital."""
    return _RUN.finditer(text)


def who(clause: str, lexicon: Lexicon, *, after: bool) -> Person | None:
    """Whom a clause beside a quotation names. after: the clause follows its verb ("said Ada Poe of …"), else
    comes before one ("Ada Poe, chair of …, said")."""
    clause = clause.strip(' \u00a0\t,:;.–—-*_“”"«»')
    if not clause:
        return None
    if lexicon.language in UNSPACED | {"ko"}:
        return _eastern(clause, lexicon)
    if lexicon.language in ("ar", "he"):
        words = _SEMITIC_STOP.split(clause)[0].split()
        while len(words) > 2 and words[0] in lexicon.titles:
            words.pop(0)
        return Person(" ".join(words[:4])) if words else None
    return _following(clause, lexicon) if after else _leading(clause, lexicon)


def _following(clause: str, lexicon: Lexicon) -> Person | None:
    """ "Megan Fountain of Unidad …", "State Senator Ada Poe (D-Hill)", "the alliance's chair, Ada Poe"."""
    head, _comma, rest = clause.partition(",")
    found = _RUN.search(head)
    if found is None:
        return _unnamed(head, lexicon)
    before = head[: found.start()].strip()
    if rest and before and not _likely(bare_name(found[0], lexicon), lexicon):
        second = _RUN.match(rest.strip())
        if second and _likely(bare_name(second[0], lexicon), lexicon):
            return Person(bare_name(second[0], lexicon), head.strip())
    last = _last_run(head, found)
    name = bare_name(last[0], lexicon)
    title = last[0][: last[0].find(name)].strip() if name in last[0] else ""
    after = (head[last.end() :] + (("," + rest) if rest else "")).strip(" ,.")
    role = " | ".join(each for each in ((before + " " + title).strip(), _unbracketed(after)) if each)
    return Person(name, role)


def _last_run(head: str, first: re.Match[str]) -> re.Match[str]:
    """The run that ends with the name: the first, or a later one after small words of a title."""
    best = first
    for found in _RUN.finditer(head, first.end()):
        between = head[best.end() : found.start()]
        if re.search(r"\b(?:of|for|at|from|with|in|on|who|which|and)\b|[(]", between) or len(between) > 24:
            break
        best = found
    return best


def _unbracketed(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _leading(clause: str, lexicon: Lexicon) -> Person | None:
    """ "Ada Poe, chair of …", "The chair of the alliance, Ada Poe, who …", "Chair Ada Poe"."""
    segments = [each.strip() for each in clause.split(",") if each.strip()]
    for number, each in enumerate(segments):
        found = _RUN.fullmatch(_SUFFIX.sub("", each))
        name = bare_name(found[0], lexicon) if found else ""
        if name and _likely(name, lexicon):
            others = segments[number + 1 :] if number == 0 else segments[:number]
            return Person(name, ", ".join(others))
    if len(segments) > 1 and segments[1].isdigit() and _RUN.fullmatch(segments[0]):
        return Person(segments[0], ", ".join(segments[1:]))  # "Margaret, 79, from Hill"
    last = segments[-1] if segments else clause
    if best := _likeliest(segments or [clause], lexicon):
        return best
    if person := _unnamed(last, lexicon):
        return person
    for found in reversed(list(_RUN.finditer(last))):
        name = bare_name(found[0], lexicon).split()[-1]
        alone = found.start() > 0 or found.end() == len(last)
        if (
            alone
            and len(name) > 2
            and name.lower() not in _stops(lexicon)
            and name.strip(".").lower() not in lexicon.titles
        ):
            return Person(name)
    return None


def _likeliest(segments: list[str], lexicon: Lexicon) -> Person | None:
    """The run of capitals that may best be whoever speaks: it ends or begins a piece between commas, and no
    preposition stands before it. Of several alike the one nearest to the verb, which follows."""
    best: tuple[int, Person] | None = None
    for each in reversed(segments):
        for found in _RUN.finditer(each):
            name = bare_name(found[0], lexicon)
            if not _likely(name, lexicon):
                continue
            before = each[: found.start()].split()
            linked = bool(before) and before[-1].lower() in PREPOSITIONS
            edge = found.end() == len(each) or found.start() == 0
            rank = (0 if linked else 2) + edge
            if best is None or rank > best[0]:
                role = (each[: found.start()] + " " + each[found.end() :]).strip(" ,")
                best = rank, Person(name, role)
    return best[1] if best else None


def _stops(lexicon: Lexicon) -> set[str]:
    return {*lexicon.words.stop, *lexicon.words.pronouns, *lexicon.words.article}


def _likely(name: str, lexicon: Lexicon) -> bool:
    """Whether a run of capitals may be a person: two words or more, and none of an organisation."""
    words = name.split()
    if not 2 <= len(words) <= 6 or (
        all(len(word) > 1 and word.isupper() for word in words[:1]) and not name.isupper()
    ):
        return False
    if words[0].lower() in _stops(lexicon) and words[0].lower() not in (
        "el",
        "la",
        "le",
        "de",
        "van",
        "von",
        "al",
    ):
        return False
    return not lexicon.org.search(name)


def _unnamed(clause: str, lexicon: Lexicon) -> Person | None:
    """Speakers without a name: "the researchers", "one union member", "another"."""
    words = clause.split()
    small = {*lexicon.words.article}
    if words and words[0].lower() in small:
        kept: list[str] = []
        for word in words[:5]:
            if kept and word.lower().strip(",") in (
                "of",
                "from",
                "in",
                "at",
                "who",
                "upon",
                "on",
                "for",
                "after",
                "when",
                "as",
                "that",
                "de",
            ):
                break
            kept.append(word.strip(",."))
        return Person(" ".join(kept))
    return None


def _eastern(clause: str, lexicon: Lexicon) -> Person | None:
    if lexicon.language == "ko":
        titles = "|".join(re.escape(each) for each in sorted(lexicon.titles, key=len, reverse=True))
        if titled := re.search(
            rf"(?P<name>[\uac00-\ud7a3]{{2,4}})\s+(?P<role>\S{{0,6}}(?:{titles}))", clause
        ):
            return Person(titled["name"], titled["role"])
        found_ko = list(_KO_NAME.finditer(clause))
        return Person(found_ko[-1]["name"]) if found_ko else None
    found = list(_CJK_NAME.finditer(clause))
    if found:
        name = found[-1]["name"]
        for cut in ("である", "の", "は", "、", "，", "："):
            name = name.rsplit(cut, 1)[-1]
        return Person(name or found[-1]["name"])
    if lexicon.language == "ja" and (subject := _JA_SUBJECT.search(clause)):
        return Person(subject["name"])
    tail = re.split(r"[，。、；：,]", clause)[-1].strip()
    if lexicon.language == "zh" and (match := _ZH_TITLED.match(tail) or _ZH_NAME.search(tail)):
        return Person(match["name"])
    return None


class Cast:
    """Everybody whom a text names in full, to resolve a surname or a pronoun to."""

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._full: dict[str, str] = {}
        for text in texts:
            for found in _RUN.finditer(text[:8_000]):
                name = bare_name(found[0], lexicon)
                if _likely(name, lexicon) and len(name.split()) <= 4:
                    last = name.split()[-1].lower()
                    if name.isupper() or not self._full.get(last, "X").isupper():
                        self._full.setdefault(last, name)
                    else:
                        self._full[last] = name  # a head in capitals is not how somebody is written

    def learn(self, name: str) -> None:
        """Takes a name that surely is a person's."""
        if len(name.split()) > 1:
            self._full[name.rsplit(maxsplit=1)[-1].lower()] = name

    def person(self, run: str) -> str:
        """The full name of somebody whom the text names, by that name or a surname; nothing for others."""
        name = bare_name(run, self._lexicon)
        known = self._full.get(name.split()[-1].lower(), "") if name else ""
        return known if known and (name == known or " " not in name) else ""

    def full(self, name: str) -> str:
        """The full name that a surname stands for, or the name as it is."""
        words = name.split()
        if len(words) == 1:
            return self._full.get(words[0].lower(), name)
        return name
