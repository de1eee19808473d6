"""Boilerplate, headline and lengths (checks 6 to 8)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from presskit.blocks.boilerplate import Boilerplate
from presskit.check.lexicon import lexicon, one_of
from presskit.check.passages import Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_
from presskit.text.counting import words as count
from presskit.text.folding import tokens
from presskit.text.runs import plain, plain_paragraphs

_SUBJECT = re.compile(
    r"^(?:(?:Founded|Based|Established|Headquartered|Created)[^,]{0,80},\s)?(?:The\s|La\s|El\s|L[’']|Le\s)?"
    r"(?P<name>[A-ZÀ-Þ0-9][^.!?;:(]{1,90}?)\s*(?:\([^)]{1,20}\)|,[^,]{1,60},)?\s"
    r"(?:is|are|was|were|works|work|es|son|trabaja|est|sont|réunit|advocates|represents|brings|fights|unites|provides"
    r"|builds|serves|organizes|protects|supports)\b"
)
_SLACK = 0.1  # of a limit: nobody counts to the word
_FEWEST_OF_SEVERAL = 15  # words of a boilerplate beside others
_EMPTY = frozenset(
    ["the", "of", "for", "and", "about", "us", "a", "de", "la", "el", "y", "le", "et", "inc", "boilerplate"]
)


def _boilers(case: Case) -> list[Boilerplate]:
    found: list[Boilerplate] = case.once(_find_boilers)
    return found


def _find_boilers(case: Case) -> list[Boilerplate]:
    return [
        each for each in case.release.blocks if isinstance(each, Boilerplate) and any(map(plain, each.text))
    ]


def _no_boilerplate(case: Case) -> Iterator[Hit]:
    if case.lede is not None and not _boilers(case):
        yield Hit()


def _announcing(case: Case) -> Iterator[str]:
    """The organisations of contacts that the head or the lede names: those who announce it."""
    begins = [*case.of("headline", "subhead"), *case.of("lede", "body", "attribution")[:3]]
    head = {word for each in begins for word in _words(each.text)}
    for passage in case.of("contact"):
        wanted = {*_words(passage.text)} - _EMPTY
        if passage.path.endswith("/organisation") and wanted and wanted <= head:
            yield passage.text.strip()


def _issuer_without(case: Case) -> Iterator[Hit]:
    about = {word for each in _boilers(case) for text in each.letters() for word in _words(text)}
    announcing = _announcing(case) if _boilers(case) else ()
    for name in dict.fromkeys((*case.release.brand.issuers, *announcing)):
        wanted = {*_words(name)} - _EMPTY
        whole = any(name in f"{each.heading} {plain_paragraphs(each.text)}" for each in _boilers(case))
        if wanted and not whole and not wanted <= about and case.lede is not None:
            yield Hit(what={"name": name}, found=name)


def _boilerplate_length(case: Case) -> Iterator[Hit]:
    fewest, most = case.checks.boilerplate
    boilers = _boilers(case)
    fewest = fewest if len(boilers) < 2 else min(fewest, _FEWEST_OF_SEVERAL)  # a coalition's are short
    for block in boilers:
        length = count(plain_paragraphs(block.text))
        if not fewest * (1 - _SLACK) <= length <= most * (1 + _SLACK):
            yield Hit(block=block, what={"count": length, "fewest": fewest, "most": most})


def _stale(case: Case) -> Iterator[Hit]:
    for block in case.release.blocks:
        if told := case.known.stale.get(block.id):
            yield Hit(block=block, what={"told": told}, found=told)


@lru_cache(maxsize=1_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(tokens(name))


def _bare(heading: str, case: Case) -> str:
    """A heading without what says that it is about somebody."""
    words = [lexicon(each) for each in (case.release.language, "en", "other")]
    before = "|".join(each for one in words for each in one.about)
    after = "|".join(each for one in words for each in one.about_after)
    bare = re.sub(rf"^(?:{before})(?:\s+|(?<=[’'\s]))", "", heading.strip(), flags=re.IGNORECASE)
    return re.sub(rf"\s*(?:{after})$", "", bare).strip() if after else bare.strip()


def issuers(case: Case) -> list[str]:
    """Who issues a release, as far as it says: the brand's issuers, boilerplate headings, and what a
    boilerplate is about."""
    found: list[str] = case.once(_find_issuers)
    return found


def _find_issuers(case: Case) -> list[str]:
    found = [*case.release.brand.issuers]
    for block in _boilers(case):
        heading = _bare(block.heading, case)
        subject = _SUBJECT.match(plain(block.text[0]).strip()) if block.text else None
        found += [heading, subject["name"] if subject else ""]
    return [each for each in dict.fromkeys(map(str.strip, found)) if {*_words(each)} - _EMPTY]


def _anonymous(case: Case) -> Iterator[Hit]:
    names = issuers(case)
    head = next(iter(case.of("headline")), None)
    if head is None or not names:
        return
    shown = {word for each in case.of("headline", "subhead") for word in _words(each.text)}
    letters = "".join(each.text for each in case.of("headline", "subhead"))
    if any(name in letters for name in names):
        return
    for name in names:
        wanted = [each for each in _words(name) if each not in _EMPTY]
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()).lower()
        if initials in shown and len(initials) > 1:
            return
        brackets = re.search(r"\(([^)]{2,12})\)", name)
        if brackets and brackets[1].lower() in shown:
            return
        telling = [each for each in wanted if len(each) > 2]
        if (
            telling
            and sum(each in shown for each in telling) * 2 >= len(telling)
            and telling[0] in shown | {""}
        ):
            return
        if telling and sum(each in shown for each in telling) >= 2:
            return
    yield Hit(head, 0, len(head.text), {"name": names[0]})


def _no_headline(case: Case) -> Iterator[Hit]:
    if case.lede is not None and not any(case.of("headline")):
        yield Hit()


def _long_headline(case: Case) -> Iterator[Hit]:
    for passage in case.of("headline", "subhead"):
        limit = case.house.limit(passage.scope)
        if limit is not None and len(passage.text.strip()) > limit.most:
            yield Hit(passage, 0, len(passage.text), {"count": len(passage.text.strip()), "most": limit.most})


_COUNTED = ("en", "es", "fr", "de", "pt", "it", "ht")  # where limits in words are known
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def _headline_end(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    text = passage.text.rstrip()
    if (
        passage.scope == "headline"
        and text.endswith((".", "!", "。", "！"))
        and not text.endswith(
            ("...", "U.S.", "Inc.", "U.N.", "D.C.", "a.m.", "p.m.", "Jr.", "EE. UU.", "EE.UU.")
        )
    ):
        bare = text.rstrip(".!。！")
        yield Hit(passage, len(bare), len(text), fix="")
    elif "!" in text and not passage.is_said(text.index("!"), text.index("!") + 1):
        yield Hit(passage, text.index("!"), text.index("!") + 1, fix="")


def _shouting(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    found = _CAPITALS.findall(passage.text)
    letters = [each for word in found for each in word if each.upper() != each.lower()]
    if len(found) > 2 and letters and all(each.isupper() for each in letters):
        yield Hit(passage, 0, len(passage.text))


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "but",
        "or",
        "nor",
        "for",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "as",
        "up",
        "is",
        "vs",
        "via",
        "with",
        "from",
        "de",
        "la",
        "el",
        "y",
    ]
)


def _case(passage: Passage, ground: Ground) -> Iterator[Hit]:
    wanted = ground.checks.headline_case
    found = [each for each in re.findall(r"[^\W\d_][\w’'-]*", passage.text)[1:] if each.lower() not in _SMALL]
    if not wanted or len(found) < 4:
        return
    capitals = sum(each[0].isupper() for each in found) / len(found)
    if (wanted == "sentence" and capitals > 0.85) or (wanted == "title" and capitals < 0.7):
        yield Hit(passage, 0, len(passage.text))


def _repeats(case: Case) -> Iterator[Hit]:
    heads = {_words(each.text) for each in case.of("headline")}
    for passage in case.of("subhead"):
        if _words(passage.text) in heads:
            yield Hit(passage, 0, len(passage.text))


def _too_long(case: Case) -> Iterator[Hit]:
    length = case.word_count
    if length > case.checks.most:
        yield Hit(what={"count": length, "most": case.checks.most})


def _too_short(case: Case) -> Iterator[Hit]:
    length = case.word_count
    if 0 < length < case.checks.fewest:
        yield Hit(what={"count": length, "fewest": case.checks.fewest})


def _long_lede(case: Case) -> Iterator[Hit]:
    if case.lede is not None and (length := count(case.lede.text)) > case.checks.lede:
        yield Hit(case.lede, 0, len(case.lede.text), {"count": length, "most": case.checks.lede})


def _boilerplate_we(passage: Passage, ground: Ground) -> Iterator[Hit]:
    told: set[int] = set()  # sentences: one of each is enough
    for found in one_of(tuple(ground.words.first_person), case=True).finditer(passage.text):
        sentence = next((start for start, end in passage.sentences if start <= found.start() < end), 0)
        if sentence not in told and not passage.is_said(*found.span()):
            told.add(sentence)
            yield Hit(passage, *found.span())


RULES = (
    Rule(
        id="boilerplate", number=6, severity="warns", act="boilerplate", name=N_("Boilerplate"),
        says=N_("There is no boilerplate: nothing says who issues the release."),
        why=N_("Two or three sentences at the end say who stands behind it."),
        wrong="(nothing)", right="The River Alliance is a statewide coalition of …",
        source="PRNOB, editorial guidelines", year=2015, whole=_no_boilerplate,
    ),
    Rule(
        id="boilerplate-issuer", number=6, severity="warns", act="boilerplate",
        name=N_("Boilerplate of each issuer"),
        says=N_("{name} issues the release too, and no boilerplate says who that is."),
        why=N_("A joint release has one for each organization."),
        wrong="(one of two)", right="(both)",
        source="PRNOB, editorial guidelines", year=2015, whole=_issuer_without,
    ),
    Rule(
        id="boilerplate-length", number=6, severity="warns", languages=_COUNTED,
        name=N_("Boilerplate: length"),
        says=N_("The boilerplate has {count} words; {fewest} to {most} are usual."),
        why=N_("Two or three sentences are printed; a page is cut anywhere."),
        wrong="(200 words)", right="(80 words)",
        source="PRNOB, editorial guidelines", year=2015, whole=_boilerplate_length,
    ),
    Rule(
        id="boilerplate-we", number=6, severity="warns", name=N_("Boilerplate: third person"),
        says=N_("“{found}” in the boilerplate: write of the organization in the third person."),
        why=N_("Outlets print boilerplate as their own words."),
        wrong="We seek to strengthen …", right="The alliance seeks to strengthen …",
        source="PRWeb, editorial guidelines", year=2014, scopes=frozenset(["boilerplate"]),
        texts=_boilerplate_we,
    ),
    Rule(
        id="library-stale", number=6, severity="warns", name=N_("As the library has it"),
        says=N_("{told}"),
        why=N_("Last year’s boilerplate and staff who left are what goes wrong most."),
        wrong="(version 2 of 3)", right="(version 3 of 3)",
        source="Business Wire, reused templates", year=2015, whole=_stale,
    ),
    Rule(
        id="headline", number=7, severity="stops", name=N_("Headline"),
        says=N_("There is no headline."),
        why=N_("It is what a reporter sees in the inbox."),
        wrong="(nothing)", right="Coalition hails Trust Act passage",
        source="Business Wire, most common errors", year=2013, whole=_no_headline,
    ),
    Rule(
        id="headline-issuer", number=7, severity="warns", name=N_("Headline: who issues it"),
        says=N_("The headline does not say who issues the release ({name})."),
        why=N_("Who speaks is missing from headlines more often than anything else."),
        wrong="Trust Act passes", right="River Alliance hails passage of Trust Act",
        source="Business Wire, most common errors", year=2013, whole=_anonymous,
    ),
    Rule(
        id="headline-length", number=7, severity="warns", name=N_("Headline: length"),
        says=N_("It has {count} characters; the house style allows {most}."),
        why=N_("Inboxes and searches cut long heads."),
        wrong="(140 characters)", right="(62 characters)",
        source="Cision, press release headlines", year=2021, whole=_long_headline,
    ),
    Rule(
        id="headline-end", number=7, severity="warns", name=N_("Headline: no stop"),
        says=N_("A headline ends without “{found}”."),
        why=N_("Headlines have no full stop, and nobody prints exclamation marks."),
        wrong="TRUST Act passes!", right="TRUST Act passes",
        source="AP Stylebook, “headlines”", year=2024, scopes=frozenset(["headline", "subhead"]),
        texts=_headline_end,
    ),
    Rule(
        id="headline-capitals", number=7, severity="warns", name=N_("Headline: not in capitals"),
        says=N_("It is all in capitals."),
        why=N_("Capitals are hard to read, and names are lost in them."),
        wrong="TRUST ACT PASSES", right="TRUST Act passes",
        source="AP Stylebook, “headlines”", year=2024, scopes=frozenset(["headline", "subhead"]),
        texts=_shouting,
    ),
    Rule(
        id="headline-case", number=7, severity="informs", name=N_("Headline: capitals of its words"),
        says=N_("The house style writes headlines otherwise (capitals of words)."),
        why=N_("AP capitalizes the first word and names alone; some wires ask for every word."),
        wrong="Council Votes To Keep Library Open", right="Council votes to keep library open",
        source="AP Stylebook, “headlines”", year=2024, scopes=frozenset(["headline"]), languages=("en",),
        texts=_case,
    ),
    Rule(
        id="headline-repeats", number=7, severity="warns", name=N_("Subhead: says more"),
        says=N_("The subhead repeats the headline."),
        why=N_("It has the second news, not the first again."),
        wrong="(the headline again)", right="Program ends in June",
        source="PressReleaseWire, submission guidelines", year=2018, whole=_repeats,
    ),
    Rule(
        id="length-long", number=8, severity="warns", languages=_COUNTED, name=N_("Length: most"),
        says=N_("The release has {count} words; {most} are the most that the house style allows."),
        why=N_("Most services ask for 300 to 800 words, advocates for one page."),
        wrong="(1,200 words)", right="(600 words)",
        source="Online PR Media, editorial guidelines", year=2014, whole=_too_long,
    ),
    Rule(
        id="length-short", number=8, severity="informs", languages=_COUNTED, name=N_("Length: fewest"),
        says=N_("The release has {count} words; {fewest} are the fewest that the house style asks for."),
        why=N_("Wires refuse what is too short."),
        wrong="(90 words)", right="(350 words)",
        source="EmailWire, editorial guidelines", year=2014, whole=_too_short,
    ),
    Rule(
        id="lede-length", number=8, severity="warns", languages=_COUNTED, name=N_("Lede: length"),
        says=N_("The lede has {count} words; {most} are plenty for who, what, when, where and why."),
        why=N_("The first 25 to 40 words are what is read and quoted."),
        wrong="(105 words)", right="(38 words)",
        source="KISS PR, how to write a release", year=2020, whole=_long_lede,
    ),
)  # fmt: skip
