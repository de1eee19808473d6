"""What claims rest on: sources of figures and studies, photos, links (checks 24 and 25)."""

import re
from collections.abc import Iterator
from functools import cache

from presskit.blocks.photo import Photo
from presskit.blocks.statistics import Source, Statistics
from presskit.check.lexicon import one_of
from presskit.check.passages import Passage
from presskit.check.rule import Case, Ground, Hit, Rule
from presskit.i18n import N_, _
from presskit.model import locale_words
from presskit.text.counting import words as count
from presskit.text.runs import plain

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BY = re.compile(
    r"\b(?:by|from|of|del?|de la|par|du|d[’'])\s+(?:the\s+|la\s+|el\s+|l[’'])?(?:Dr\.\s)?[A-ZÀ-Þ]"
    r"|[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z][\w’'-]+)*\s+(?:study|survey|poll|report|analysis|research)\b"
)  # whose it is
_PUBLISHED = re.compile(
    r"\b(?:led|conducted|commissioned|carried out|authored) by\b|\bpresented (?:at|in)\b"
    r"|\bpublished\s+(?:\w+\s+)?(?:in|by)\b|\bjournal\b|\bdoi\b"
    r"|\bpublié\w*\s+(?:dans|par)\b|\bpublicad\w+\s+(?:en|por)\b",
    re.I,
)  # where it can be read
_AGAIN = re.compile(
    r"(?i)\b(?:the|this|that|these|those|its|their|our|el|la|este|esta|cette|cet|l[’'])\s*(?:\w+\s)?$"
)
_BARE = re.compile(r"^(?:https?://|www\.)\S+$")
_HAS_PATH = re.compile(r"(?:https?://)?[^/\s]+/\S|^https?://")
_FILE = re.compile(
    r"(?i)^(?:img|dsc|dscn|image|photo|screenshot"
    r"|untitled|p\d|_mg)[\w -]*\.?(?:jpe?g|png|tiff?|heic)?$|\.(?:jpe?g|png|gif|tiff?|heic)$"
)


def _lacking(source: Source) -> list[str]:
    asked = ((source.who, N_("who")), (source.when, N_("when")), (source.sample, N_("how many were asked")),
             (source.sponsor, N_("who paid")), (source.link, N_("link")))  # fmt: skip
    return [label for value, label in asked if not value.strip()]


def _figures(case: Case) -> Iterator[Hit]:
    for block in case.release.blocks:
        if not isinstance(block, Statistics) or not any(
            each.figure.strip() or plain(each.sentence).strip() for each in block.items
        ):
            continue
        sources = [
            each for each in block.sources if each.who.strip() or each.title.strip() or each.link.strip()
        ]
        if not sources:
            yield Hit(
                block=block,
                what={"lacks": _("who found it, when, how many were asked, who paid, link")},
                found="source",
            )
            continue
        for source in sources:
            if lacks := _lacking(source):
                yield Hit(
                    block=block,
                    what={"lacks": ", ".join(map(_, lacks))},
                    found=source.who + source.title + ",".join(lacks),
                )
        for item in block.items:
            if item.source > len(block.sources):
                yield Hit(block=block, what={"lacks": _("the source itself")}, found=item.figure)


def _aged(case: Case) -> Iterator[Hit]:
    day = case.release.dateline.date or case.now.date()
    for block in case.release.blocks:
        for source in block.sources if isinstance(block, Statistics) else ():
            if source.checked is None:
                continue
            months = (day.year - source.checked.year) * 12 + day.month - source.checked.month
            if months > case.checks.aged:
                yield Hit(
                    block=block,
                    what={"when": locale_words.day(source.checked), "who": source.who or source.title},
                    found=str(source.checked),
                )


@cache
def _study(studies: tuple[str, ...], finds: tuple[str, ...]) -> re.Pattern[str] | None:
    if not studies or not finds:
        return None
    named, told = "|".join(studies), "|".join(finds)
    cited = r"(?:according to|selon|d[’']après|según)\s+(?:an?|one|some|new|recent|une?|una?|des|un[oa]s)\s+"
    cited += r"(?:[\w-]+\s+){0,2}"
    return re.compile(
        rf"(?<!\w){cited}(?P<cited>{named})(?!\w)"
        rf"|(?<![\w-])(?<!\bto )(?<!\bwill )(?<!\bmust )(?P<study>{named})(?![\w-])"
        rf"(?P<between>[^.!?]{{0,220}}?)(?<!\w)(?P<finds>{told})(?!\w)",
        re.IGNORECASE,
    )


def _published(passage: Passage, ground: Ground) -> set[str]:
    """The kinds of study of which a passage says where they were published, or by whom they were led."""
    if not _PUBLISHED.search(passage.text):
        return set()
    return {_kind(found[0]) for found in one_of(tuple(ground.words.studies)).finditer(passage.text)}


def _kind(study: str) -> str:
    return study.lower().removesuffix("s")


def _studies(passage: Passage, ground: Ground) -> list[re.Match[str]]:
    pattern = _study(tuple(ground.words.studies), tuple(ground.words.finds))
    return list(pattern.finditer(passage.text)) if pattern else []


def _unsourced(case: Case) -> Iterator[Hit]:
    """A study that finds something, where its sentence does not say whose it is and of when, nor links to it,
    and the release does not say where it was published."""
    sources = [
        each for block in case.release.blocks if isinstance(block, Statistics) for each in block.sources
    ]
    passages = case.of("lede", "body", "bullet", "subhead", "notes")
    others = case.of("quote", "attribution", "source")
    published = {kind for each in (*passages, *others) for kind in each.once(_published, case.ground)}
    named = False
    for passage in passages:
        for found in passage.once(_studies, case.ground):
            group = "study" if found["study"] else "cited"
            again, named = named and bool(_AGAIN.search(passage.text[: found.start(group)])), True
            if again or passage.is_said(*found.span(group)) or _kind(found[group]) in published:
                continue
            sentence = passage.sentence(found.start(group))
            linked = any(run.link for run in passage.runs if run.text.strip() and run.text in sentence)
            if (_YEAR.search(sentence) or linked) and _BY.search(sentence):
                continue
            if any(each.title.strip() and each.title.strip() in passage.text for each in sources):
                continue  # told of where the figures stand, if anything is lacking there
            yield Hit(passage, *found.span(group))


def _photos(case: Case) -> Iterator[Hit]:
    for block in case.release.blocks:
        if not isinstance(block, Photo) or block.is_empty():
            continue
        lacks = [
            label
            for value, label in (
                (plain(block.caption), N_("caption")),
                (block.credit, N_("credit")),
                (block.alt, N_("description")),
            )
            if not value.strip() or _FILE.search(value.strip())
        ]
        if lacks:
            yield Hit(block=block, what={"lacks": ", ".join(map(_, lacks))}, found=",".join(lacks))


def _caption_length(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    if (length := count(passage.text)) > 100:
        yield Hit(passage, 0, len(passage.text), {"count": length})


def _links(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    at = 0
    for run in passage.runs:
        if run.link and _BARE.match(run.text.strip()) and _HAS_PATH.search(run.text):
            yield Hit(passage, at, at + len(run.text))
        at += len(run.text)


def _bad_links(passage: Passage, _ground: Ground) -> Iterator[Hit]:
    at = 0
    for run in passage.runs:
        if run.link and not re.fullmatch(
            r"(?:https?://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:[\d+ -]+)", run.link.strip()
        ):
            yield Hit(passage, at, at + len(run.text), {"link": run.link})
        at += len(run.text)
    if passage.path.endswith("/link") and not re.fullmatch(r"https?://[^\s/]+\.\S+", passage.text.strip()):
        yield Hit(passage, 0, len(passage.text), {"link": passage.text})


_TEXT = frozenset(
    ["lede", "body", "bullet", "boilerplate", "notes", "caption", "attribution", "subhead", "quote", "source"]
)

RULES = (
    Rule(
        id="figure-source", number=24, severity="warns", name=N_("Figures have a source"),
        says=N_("The source of these figures does not say: {lacks}."),
        why=N_("Who found it, when, of how many, who paid, where to read it: polls without are not printed."),
        wrong="A recent study … 44%",
        right="a 2013 University of Illinois Chicago survey of 2,004 Latinos (link)",
        source="AP Stylebook, “polls and surveys”", year=2018, whole=_figures,
    ),
    Rule(
        id="figure-aged", number=24, severity="warns", name=N_("Figures are looked up again"),
        says=N_("The figures of {who} were last checked on {when}: look them up again."),
        why=N_("Studies come out anew, and reporters know the new figure."),
        wrong="(checked three years ago)", right="(checked this month)",
        source="AP Stylebook, “polls and surveys”", year=2018, whole=_aged,
    ),
    Rule(
        id="study-source", number=24, severity="warns", name=N_("Studies are named"),
        says=N_("“{found}”: say whose, of when, and where it can be read."),
        why=N_("“Studies show” needs the study."),
        wrong="A study shows …", right="A 2024 survey of 2,004 adults by the Rivers Institute shows …",
        source="Business Wire, Editor’s Corner", year=2010, whole=_unsourced,
    ),
    Rule(
        id="photo-words", number=25, severity="warns", name=N_("Photos have their words"),
        says=N_("The photo lacks: {lacks}."),
        why=N_("Photo desks skip what has no caption, and readers who cannot see need its description."),
        wrong="IMG_2041.jpg", right="(caption, credit, description)",
        source="Business Wire, photo captions", year=2015, whole=_photos,
    ),
    Rule(
        id="caption-length", number=25, severity="warns", name=N_("Captions: length"),
        says=N_("The caption has {count} words; 100 are the most."),
        why=N_("It stands alone below a picture."),
        wrong="(140 words)", right="(40 words)",
        source="Business Wire, photo captions", year=2015, scopes=frozenset(["caption"]),
        texts=_caption_length,
    ),
    Rule(
        id="link-bare", number=25, severity="warns", name=N_("Links say where they lead"),
        says=N_("“{found}” is a bare address: let words carry the link."),
        why=N_("A screen reader spells it out, and print cannot click it."),
        wrong="https://example.org/a/long/path?x=1", right="the full report",
        source="WCAG 2.1, 2.4.4 Link purpose", year=2018, scopes=_TEXT, texts=_links,
    ),
    Rule(
        id="link-broken", number=25, severity="stops", name=N_("Links can be followed"),
        says=N_("“{link}” is no address that a reader can follow."),
        why=N_("Bad links are among the ten errors that editors of a wire catch most."),
        wrong="htp:/example", right="https://example.org/report",
        source="Business Wire, most common errors", year=2013, scopes=_TEXT, texts=_bad_links,
    ),
)  # fmt: skip
