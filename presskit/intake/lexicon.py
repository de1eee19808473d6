"""What each language calls the parts of a release, from `resources/intake/`, as patterns.

A file a language, named by its BCP 47 primary tag. In it are words, or regular expressions where a word takes
several forms: all are compared without case.
"""

import datetime
import re
from functools import cache, cached_property

import msgspec
from msgspec import Struct

from presskit import assets

LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "ar", "he", "zh", "ja", "ko")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_END = r"(?:e?s)?(?![^\W\d_])"
_SAMPLE = 6_000  # letters that tell a language
UNSPACED = frozenset({"ja", "zh"})


class Words(Struct, frozen=True):
    """The words of one language. stop: its commonest. says: verbs of saying. org: kinds of organisation.
    is_a: what follows the name of an organisation in its boilerplate. residue: lines of a web page that
    are no part of a release; end_residue: those after which nothing of it comes. The others are named as
    in the house. mail: what a mail writes before sender, receiver, subject and date; around: how the lines
    begin that programs put around a mail or page.
    months: twelve, each with its other forms after a slash.
    by: what a sentence begins with before whoever says it."""

    stop: list[str]
    says: list[str]
    pronouns: list[str]
    article: list[str]
    release_line: str
    embargo: str
    label: str
    contact: str
    about: list[str]
    is_a: str
    org: list[str]
    end: str
    notes: str
    note_line: str
    residue: str
    end_residue: str
    byline: str
    months: list[str]
    days: str
    by: list[str]
    titles: list[str]
    advisory: list[str]
    mail: str
    around: str


@cache
def words(language: str) -> Words:
    """The words of a language, by its primary tag; English for one that has no file."""
    known = language if language in LANGUAGES else "en"
    return msgspec.json.decode(assets.read(f"intake/{known}.json"), type=Words)


def language_of(text: str) -> str:
    """The primary tag of the language a text is in: by its script, then by its commonest words."""
    sample = text[:_SAMPLE]
    letters = sum(each.isalpha() for each in sample) or 1
    for tag, script in _SCRIPTS:
        if len(script.findall(sample)) > letters * (0.1 if tag == "ja" else 0.3):
            return tag
    said = [word.lower() for word in _WORD.findall(sample)]
    counts = {tag: sum(word in _stops(tag) for word in said) for tag in ("en", "es", "fr", "de", "pt")}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else "en"


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(words(language).stop)


def _any(of: list[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(of, key=len, reverse=True))


class Lexicon:
    """The patterns for a release in one language. English is always known: much of the web speaks it."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.words = words(self.language)
        self._known = [self.words] if self.language == "en" else [self.words, words("en")]

    def _either(self, field: str) -> str:
        return "|".join(f"(?:{getattr(each, field)})" for each in self._known if getattr(each, field))

    def _whole(self, field: str) -> re.Pattern[str]:
        return re.compile(rf"[\W_]*(?:{self._either(field)})[\W_]*", re.I)

    @cached_property
    def release_line(self) -> re.Pattern[str]:
        """Where a release line begins."""
        return re.compile(rf"(?:{self._either('release_line')})", re.I)

    @cached_property
    def embargo(self) -> re.Pattern[str]:
        """How an embargo line begins."""
        return re.compile(rf"[\W_]*(?:{self._either('embargo')})", re.I)

    @cached_property
    def label(self) -> re.Pattern[str]:
        """What a line names that says which kind of document this is."""
        return re.compile(rf"(?<!\w)(?:{self._either('label')})(?!\w)", re.I)

    @cached_property
    def contact(self) -> re.Pattern[str]:
        """How a line begins that leads to contacts."""
        ends = "" if self.language in UNSPACED | {"ko"} else r"(?-i:(?![a-zà-öø-ÿа-я]))"
        return re.compile(rf"[\W_]*(?:{self._either('contact')}){ends}", re.I)

    @cached_property
    def about(self) -> re.Pattern[str]:
        """A boilerplate's heading, or its beginning where the text follows on the same line."""
        known = _any([each for some in self._known for each in some.about])
        before = rf"(?:{known})\s+(?P<who>\S.{{0,90}}?)"
        if self.language == "ja":
            return re.compile(
                rf"(?:{before}|(?P<jwho>\S.{{0,40}}?)(?:について|とは|の概要))\s*[:：]?\s*$", re.I
            )
        if self.language == "zh":
            return re.compile(rf"(?:{before}|(?:关于|關於)(?P<jwho>\S.{{0,40}}?))\s*[:：]?\s*$", re.I)
        if self.language == "ko":
            return re.compile(
                rf"(?:{before}|(?P<jwho>\S.{{0,40}}?)\s*(?:에 대하여|에 대해|소개|란))\s*[:：]?\s*$", re.I
            )
        return re.compile(rf"{before}\s*[:：]?\s*$", re.I)

    @cached_property
    def about_start(self) -> re.Pattern[str]:
        """How a boilerplate begins that has its heading on the same line."""
        return re.compile(rf"(?:{_any([each for some in self._known for each in some.about])})\s+\S", re.I)

    @cached_property
    def is_a(self) -> re.Pattern[str]:
        """What tells of an organisation after its name."""
        return re.compile(rf"(?<!\w)(?:{self.words.is_a})", re.I)

    @cached_property
    def org(self) -> re.Pattern[str]:
        """A kind of organisation."""
        whole = self.language in ("en", "es", "fr", "pt")  # in others a word grows, before it or behind
        edge = "" if self.language in UNSPACED | {"ko", "ar", "he", "de"} else r"(?<![^\W\d_])"
        return re.compile(rf"{edge}(?:{'|'.join(self.words.org)}){_WORD_END if whole else ''}", re.I)

    @cached_property
    def end(self) -> re.Pattern[str]:
        """A whole line that marks the end: "###", "-30-", "ENDS", "– fin –"."""
        told = self._either("end")
        return re.compile(
            rf"\s*(?:#{{1,10}}|(?:#\s){{1,9}}#|[-–—\s]*30[-–—\s]*|\*{{3,}}|(?:\*\s){{2,}}\*|[-–—•~\s\[(（*#<]*(?:{told})[-–—~\s\])）*#>.]*)\s*",
            re.I,
        )

    @cached_property
    def notes(self) -> re.Pattern[str]:
        """A whole line that heads notes to editors and the like."""
        return self._whole("notes")

    @cached_property
    def note_line(self) -> re.Pattern[str]:
        """How a paragraph begins that is a note of its own."""
        return re.compile(rf"[\W_]*(?:{self._either('note_line')})", re.I)

    @cached_property
    def residue(self) -> re.Pattern[str]:
        """A whole line that a web page has beside its text."""
        return self._whole("residue")

    @cached_property
    def end_residue(self) -> re.Pattern[str]:
        """A whole line after which a web page has nothing of the release."""
        return self._whole("end_residue")

    @cached_property
    def byline(self) -> re.Pattern[str]:
        """A whole line that says who issued it."""
        return re.compile(rf"(?:{self.words.byline})", re.I)

    @cached_property
    def advisory(self) -> re.Pattern[str]:
        """How a line of an advisory's block begins: "WHAT:"."""
        return re.compile(
            rf"(?:{_any([each for some in self._known for each in some.advisory])})\s*[:：]", re.I
        )

    @cached_property
    def mail(self) -> re.Pattern[str]:
        """How a line of a mail's head begins: "Subject:"."""
        return re.compile(rf"[>*\s]*(?:{self._either('mail')})[*\s]*[:：]\s*\S", re.I)

    @cached_property
    def around(self) -> re.Pattern[str]:
        """How a line begins that a program puts around a mail or a page."""
        return re.compile(rf"[\W_]*(?:{self._either('around')})", re.I)

    @cached_property
    def says(self) -> re.Pattern[str]:
        """A verb of saying."""
        edge = ("", "") if self.language in UNSPACED | {"ko"} else (r"(?<![^\W_])", r"(?![^\W_])")
        return re.compile(rf"{edge[0]}(?:{_any(self.words.says)}){edge[1]}", re.I)

    @cached_property
    def by(self) -> re.Pattern[str]:
        """How a sentence begins before whoever says what it tells."""
        known = _any(self.words.by)
        name = r"(?-i:(?=[A-ZÀ-ÞА-Я\u0590-\u06ff]))"
        return re.compile(rf"\s*(?:{known})\s+{name}" if known else r"(?!)", re.I)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words before a name that are no part of it, in small letters."""
        return frozenset(each.lower() for each in self.words.titles)

    @cached_property
    def date(self) -> re.Pattern[str]:
        """A date in letters or figures, with or without its weekday and year."""
        months = "|".join(
            re.escape(each) for some in self._known for all_ in some.months for each in all_.split("/")
        )
        days = "|".join(some.days for some in self._known)
        linked = r"(?:\s+(?:de|del|d['’]))?"
        day = r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?"
        year = rf"(?:{linked},?\s*(?:de\s+)?\d{{4}}(?!\d)(?:\s*(?:года|г\.))?)"
        month_first = rf"(?:{months})\.?\s+{day}(?!\d)(?:,?\s+\d{{4}})?"
        day_first = rf"{day}{linked}\s+ב?(?:{months})(?!\w)\.?{year}?"
        spoken = rf"(?:(?:{days}),?\s+(?:(?:the|den|le|el)\s+)?)?(?:{month_first}|{day_first})"
        eastern = r"\d{4}\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일](?:\s*[（(].[)）])?"
        figures = rf"{eastern}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}(?!\d)|\d{{4}}-\d\d-\d\d"
        return re.compile(rf"(?<![^\W_])(?:{spoken}|{figures})", re.I)

    def day(self, text: str) -> datetime.date | None:
        """The date that a text names; None where it names none that there was or has no year."""
        found = self.date.search(text)
        if found is None:
            return None
        numbers = [int(each) for each in re.findall(r"\d+", found[0])]
        month = self._month(found[0].lower())
        try:
            if month and len(numbers) == 2:
                return datetime.date(numbers[1], month, numbers[0])
            if not month and len(numbers) == 3 and numbers[0] > 31:
                return datetime.date(*numbers)
        except ValueError:
            return None
        return None

    def _month(self, text: str) -> int:
        for some in self._known:
            for number, names in enumerate(some.months, 1):
                if any(
                    re.search(rf"(?<![^\W\d_]){re.escape(each)}(?![^\W\d_])", text)
                    for each in names.split("/")
                ):
                    return number
        return 0
