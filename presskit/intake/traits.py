"""What can be seen of one paragraph alone."""

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from presskit.intake.dateline import Found, dateline
from presskit.intake.lexicon import UNSPACED, Lexicon
from presskit.intake.paragraphs import Para
from presskit.intake.reach import EMAIL, URL, has_reach

_ENDED = re.compile(r"""[.!?…。！？؟][\s"”’»」』)\]*_]*$|[:：]\s*$""")
_ADDRESS_LAST = re.compile(r"(?<=\S)\s+\(?(?:https?://|www\.)\S+$")
_QUOTES = re.compile(r"[\"“”«»„「」『』]")
_CRUMB = re.compile(r"\s[›»>‹→]\s|^(?:home|inicio|início|accueil|startseite)\s*[|/>›»]", re.I)
_PICTURE = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg|pdf)(?:\?\S*)?", re.I)
_TRAILS = re.compile(r"\s(?:…|\.\.\.)$|\[(?:…|\.\.\.)\]$")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_MARKED = re.compile(r"[*_#>\s]+")
_WIRE = re.compile(r"[-–—]{2}.{2,40}[-–—]{2}|\S.{0,60}\s/\s.{2,40}\s/\s.{4,40}")
_DASHED = re.compile(r"\s*[-–—]{1,2}\s*[^\W\d_a-z]")
_CLOCK = re.compile(
    r"[,|@-]?\s*(?:\bat\s+)?(?<![\d.])(?:\d{1,2}:\d\d(?::\d\d)?\s*(?:(?i:[ap]\.?m)\b\.?)?"
    r"|\d{1,2}\.\d\d\s*(?i:[ap]\.?m)\b\.?)\s*"
    r"(?:\(?[A-Z]{2,4}\)?(?!\w)|(?:[A-Z][a-z]+\s){1,2}Time\b)?"
)
_FURNITURE = re.compile(
    r"\d{1,4}|[^\w\s]{1,3}|\w|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?|exhibit\s+[\d.]+"
    r"|\d+\s*/\s*\d+|\d{1,3}%|\W*more\W*|ex-[\d.]+\S*",
    re.I,
)
_PAGE = re.compile(r"(?:page|seite|página|pagina|стр\.?)\s+\d+(?:\s*(?:of|/|de|von|из|sur)\s*\d+)?", re.I)
_BARE = 600  # letters that are freed of their signs: headings are shorter
_HEAD = 300  # letters in which a paragraph says how it begins
_BESIDE = frozenset(["nav", "header", "footer", "aside", "form", "comment", "hidden", "matter", "picture"])


T = TypeVar("T")


class found_once(Generic[T]):  # noqa: N801 - it is used as a decorator
    """A property that is found when first asked, without the lock that functools.cached_property takes up to
    Python 3.11: a megabyte of short lines asks a million times."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, traits: Any, _owner: type) -> T:
        value = traits.__dict__[self._name] = self._find(traits)
        return value


class Traits:
    """What a paragraph is like, found when first asked."""

    def __init__(self, para: Para, lexicon: Lexicon) -> None:
        self._para, self._lexicon = para, lexicon
        self.text = para.text
        self.short = len(para.text) <= 160

    @found_once
    def words(self) -> int:
        """How many words it has; two characters count for one where a script has no blanks."""
        if self._lexicon.language in UNSPACED and not self.text.isascii():
            return len(self.text) // 2
        if self._lexicon.language == "ko" and not self.text.isascii():
            return len(self.text) // 3
        return len(self.text.split())

    @found_once
    def item(self) -> bool:
        """A point of a list, as marked."""
        return self._para.form == "item" and not self.dashed

    @found_once
    def dashed(self) -> bool:
        """An attribution on a line of its own: "-- Ada Poe, director"."""
        mark = self._para.mark in ("-", "–", "—", "--")
        return (mark or bool(_DASHED.match(self.text))) and self.words <= 14 and self._para.form != "item"

    @found_once
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        text = self.text
        if self.short is False or not _ENDED.search(text[-12:]):
            address = _ADDRESS_LAST.search(text[-200:])
            text = text[-200:][: address.start()] if address else text
        return bool(_ENDED.search(text[-12:])) and not _TRAILS.search(text[-8:])

    @found_once
    def prose(self) -> bool:
        """Sentences, not a line."""
        if self._para.form in ("heading", "row"):
            return False
        leads = self.text.rstrip().endswith((":", "："))
        return self.words >= (20 if leads else 12) if self.ended else self.words >= 40

    @found_once
    def quoted(self) -> bool:
        """Whether marks of quotation stand in it."""
        return bool(_QUOTES.search(self.text))

    @found_once
    def reach(self) -> bool:
        """Whether it has a number or an address to reach somebody at."""
        return has_reach(self.text, self._lexicon)

    @found_once
    def beside(self) -> bool:
        """Whether the source, or its looks, say that it stands beside the text."""
        if self._para.region in _BESIDE:
            return True
        return bool(_IMAGE.fullmatch(self.text)) or (self.short and bool(_WIRE.fullmatch(self.text)))

    @found_once
    def crumb(self) -> bool:
        """A line of the way to this page: "Home › Press › …"."""
        return self.short and bool(_CRUMB.search(self.text)) and not self.ended

    @found_once
    def furniture(self) -> bool:
        """A number, a sign, a name of a file: nothing that anybody wrote."""
        bare = self.text.strip()
        return self.short and bool(_FURNITURE.fullmatch(bare) or _PICTURE.fullmatch(bare))

    @found_once
    def page(self) -> bool:
        """The number of a page, as printed at its head or foot."""
        return self.short and bool(_PAGE.fullmatch(self.text.strip()))

    @found_once
    def link_only(self) -> bool:
        """An address of a page and nothing else."""
        return self.short and not EMAIL.search(self.text) and not re.search(r"\w", URL.sub("", self.text))

    @found_once
    def date_only(self) -> bool:
        """A date and nothing else."""
        if not self.short:
            return False
        if "|" in self.text:
            cells = [each for each in self.text.split("|") if each.strip()]
            return (
                self.words <= 14
                and not self.reach
                and any(self._lexicon.date.match(each.strip()) for each in cells)
                and not any(self._lexicon.contact.match(each.strip()) for each in cells)
            )
        bare = _CLOCK.sub(" ", _MARKED.sub(" ", self.text)).strip(" .,|-–—:")
        found = self._lexicon.date.search(bare)
        return found is not None and len(bare) - len(found[0]) <= 14

    @found_once
    def bare(self) -> str:
        """Its text without the signs that emphasise or head it."""
        return _MARKED.sub(" ", self.text[:_BARE]).strip()

    def _is(self, name: str) -> bool:
        return self.short and bool(getattr(self._lexicon, name).fullmatch(self.bare))

    @found_once
    def release_line(self) -> bool:
        """Whether a release line begins in it."""
        found = self._lexicon.release_line.search(self.text[:120]) if len(self.text) < 400 else None
        return found is not None and (found.start() < 4 or self._dated_before(found.start()))

    def _dated_before(self, at: int) -> bool:
        before = self._lexicon.date.sub("", self.text[:at]).strip(" .,|-–—:#*")
        return len(before) <= 3

    @found_once
    def embargo(self) -> bool:
        """Whether it is an embargo line."""
        return len(self.text) < 260 and bool(self._lexicon.embargo.match(self.text))

    @found_once
    def label(self) -> bool:
        """Whether it only says which kind of document this is."""
        return (
            self.short
            and self.words <= 7
            and not self.reach
            and bool(self._lexicon.label.search(self.bare))
            and not self.ended
        )

    @found_once
    def byline(self) -> bool:
        """Whether it says who issued the text."""
        return (
            self.short
            and self.words <= 14
            and not self.ended
            and bool(self._lexicon.byline.fullmatch(self.bare))
        )

    @found_once
    def contact_head(self) -> bool:
        """Whether it leads to contacts, or is one with its heading."""
        return bool(self._lexicon.contact.match(self.bare[:_HEAD])) and (self.short or self.reach)

    @found_once
    def about(self) -> bool:
        """Whether it heads boilerplate."""
        if len(self.bare) > 110 or self.words > 12 or (self.text.endswith(".") and self.words > 6):
            return False
        return bool(self._lexicon.about.fullmatch(self.bare))

    @found_once
    def notes_head(self) -> bool:
        """Whether it heads notes."""
        return self._is("notes")

    @found_once
    def note_line(self) -> bool:
        """Whether it begins as a note does."""
        return bool(self._lexicon.note_line.match(self.text[:_HEAD]))

    @found_once
    def end(self) -> bool:
        """Whether it is an end mark."""
        return len(self.text) <= 40 and bool(self._lexicon.end.fullmatch(self._para.printed))

    @found_once
    def residue(self) -> bool:
        """Whether web pages have such a line beside their text."""
        return self.crumb or self.furniture or self._is("residue")

    @found_once
    def linked(self) -> bool:
        """Whether all of it leads to another page."""
        return all(run.link or not run.text.strip(" .,;:|") for run in self._para.runs)

    @found_once
    def end_residue(self) -> bool:
        """Whether nothing of the release follows such a line."""
        return self._is("end_residue")

    @found_once
    def mail(self) -> bool:
        """Whether it may be a line of a mail's head."""
        return self.short and bool(self._lexicon.mail.match(self.text))

    @found_once
    def around(self) -> bool:
        """Whether a program put it around a mail or a page."""
        return bool(self._lexicon.around.match(self.text[:_HEAD]))

    @found_once
    def advisory(self) -> bool:
        """Whether it is a line of an advisory's block."""
        return bool(self._lexicon.advisory.match(self.bare[:_HEAD]))

    @found_once
    def table(self) -> bool:
        """Whether it is a row of a table."""
        return self._para.form == "row" or self.text.count("\t") >= 2

    @found_once
    def heading_like(self) -> bool:
        """Short, and no sentence."""
        if self._para.form == "heading":
            return True
        ended = self.text.rstrip().endswith((".", "。", ",", ";", "،"))
        return self.words <= 14 and not ended and not self.reach and not self.link_only

    @found_once
    def dateline(self) -> Found | None:
        """The dateline that it begins with."""
        return dateline(self.text, self._lexicon)

    @found_once
    def standing(self) -> bool:
        """Whether it tells of an organisation as boilerplate does: name, "is a", and what kind of thing."""
        head = self.text[:260]
        found = self._lexicon.is_a.search(head)
        if found is None or found.start() > 110 or self.text[:1] in '“"«„':
            return False
        name = head[: found.start()].strip()
        cased = name.lower() != name.upper()
        if cased and not (name[:1].isupper() or any(word[:1].isupper() for word in name.split()[:3])):
            return False
        return (
            bool(self._lexicon.org.search(head))
            and len(name.split()) <= 14
            and "," not in name[:-1].rstrip(", ")[:12]
        )
