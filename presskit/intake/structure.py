"""Which paragraph is what: the head, the body, what follows it, and what is no part of a release."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from presskit.intake.head import read_head
from presskit.intake.lexicon import Lexicon
from presskit.intake.lists import unmarked
from presskit.intake.paragraphs import Para
from presskit.intake.parts import Kind, Part
from presskit.intake.reach import LINE, URL, contacts, is_name
from presskit.intake.standing import heading_inline, standing
from presskit.intake.traits import Traits

_HEAD = 60  # paragraphs that may stand above a lede that is not found
_POINT = re.compile(r"(?:^|\s)[•‣◦▪●]\s+")


def structure(paras: Sequence[Para], lexicon: Lexicon, title: str = "") -> list[Part]:
    """The parts of paragraphs, in order."""
    traits = [Traits(each, lexicon) for each in paras]
    start = _lede(paras, traits)
    parts = read_head(paras, traits, start, lexicon, title)
    tail = _Tail(paras, traits, lexicon)
    parts += tail.read(start)
    return standing(parts, paras, traits, lexicon)


def _lede(paras: Sequence[Para], traits: Sequence[Traits]) -> int:
    """The first paragraph of the body; their number where there is none."""
    texts = [at for at, each in enumerate(traits) if each.prose and not each.beside and not each.item]
    for at in texts:
        if traits[at].contact_head and traits[at].reach:
            continue
        if traits[at].embargo or traits[at].release_line or traits[at].around:
            continue
        ahead = [each for each in texts if at < each <= at + 5]
        if ahead and _leads_on(at, ahead[0], paras, traits):
            continue
        return at
    short = [at for at, each in enumerate(traits) if each.dateline is not None and each.dateline.place]
    return short[0] if short else min(len(paras), _HEAD)


def _leads_on(at: int, following: int, paras: Sequence[Para], traits: Sequence[Traits]) -> bool:
    """Whether a paragraph above the lede only looks like one: a long subhead before a dateline or byline."""
    if traits[at].dateline is not None or len(paras[at].text) > 320:
        return False
    between = range(at + 1, following)
    if any(traits[each].date_only or traits[each].byline for each in between):
        return True
    there = traits[following].dateline
    return (
        following <= at + 2
        and there is not None
        and bool(there.place)
        and there.end < len(paras[following].text)
    )


class _Tail:
    """Reads from the lede to the end of a source."""

    def __init__(self, paras: Sequence[Para], traits: Sequence[Traits], lexicon: Lexicon) -> None:
        self._paras, self._traits, self._lexicon = paras, traits, lexicon
        self._parts: list[Part] = []
        self._mode = "body"
        self._ended = self._begun = False  # begun: there is text that an end mark may follow
        self._said = Counter(each.text for each in paras)

    def read(self, start: int) -> list[Part]:
        """The parts from a paragraph on."""
        at = start
        while at < len(self._paras):
            at = self._one(at)
        self._tables()
        self._known_contacts()
        return self._parts

    def _tables(self) -> None:
        """Short lines above and within a table belong to it."""
        rows = [number for number, each in enumerate(self._parts) if each.kind == "table"]
        if len(rows) < 2:
            return
        begin = rows[0]
        while begin and self._parts[begin - 1].kind in ("aside", "crosshead") and rows[0] - begin < 6:
            begin -= 1
        for number in range(begin, rows[-1]):
            part = self._parts[number]
            if part.kind in ("aside", "crosshead", "item"):
                self._parts[number] = replace(part, kind="table", sure=0.6)

    def _known_contacts(self) -> None:
        """Contacts below the end that say once more what others said are a page's own."""
        known: set[str] = set()
        at = 0
        while at < len(self._parts):
            end = at
            while (
                end < len(self._parts)
                and self._parts[end].kind == "contact"
                and (end == at or not self._traits[self._parts[end].para].contact_head)
            ):
                end += 1
            if end == at:
                at += 1
                continue
            texts = [self._paras[each.para].text for each in self._parts[at:end]]
            told = {key for each in contacts(texts, self._lexicon) for key in each.known()}
            if told and told <= known:
                for number in range(at, end):
                    self._parts[number] = replace(self._parts[number], kind="aside", sure=0.6)
            known |= told
            at = end

    def _put(self, kind: Kind, at: int, sure: float = 0.9, start: int = 0, end: int = -1) -> int:
        last = len(self._paras[at].text) if end < 0 else end
        self._parts.append(Part(kind, at, start, last, sure))
        self._begun = self._begun or kind in ("body", "item", "boilerplate")
        return at + 1

    def _one(self, at: int) -> int:
        para, trait = self._paras[at], self._traits[at]
        if trait.beside or self._mode == "aside" or self._page_edge(at):
            return self._put("aside", at, 0.9)
        if trait.around and (self._ended or self._mode != "body"):
            return self._put("aside", at, 0.8)
        if trait.end and self._begun:
            self._ended, self._mode = True, "after"
            return self._put("end", at, 1.0)
        if trait.end_residue and not self._comes_back(at):
            self._mode = "aside"
            return self._put("aside", at, 0.95)
        if self._ended and self._menu(at):
            self._mode = "aside"
            return self._put("aside", at, 0.8)
        if trait.contact_head and (zone := self._zone(at)):
            self._mode = "contact"
            for each in range(at, zone):
                self._put("contact", each, 0.9)
            return zone
        if trait.about and self._heads(at):
            self._mode = "boilerplate"
            return self._put("boilerplate_heading", at, 0.95)
        if cut := heading_inline(para.text, self._lexicon):
            self._mode = "boilerplate"
            self._put("boilerplate_heading", at, 0.9, 0, cut)
            return self._put("boilerplate", at, 0.9, cut)
        if trait.notes_head:
            self._mode = "notes"
            return self._put("notes_heading", at, 0.9)
        if trait.table:
            self._mode = "after" if self._mode == "boilerplate" else self._mode
            return self._put("table", at, 0.8)
        if self._said[para.text] > 1 and trait.short and not trait.prose and len(para.text) >= 12:
            return self._put("aside", at, 0.8)
        if trait.advisory:
            return self._put("advisory", at, 0.8)
        if trait.item:
            return self._item(at)
        if trait.residue and (trait.linked or not trait.prose):
            return self._put("aside", at, 0.85)
        if trait.note_line and (self._ended or self._mode != "body" or trait.words < 40):
            return self._put("note", at, 0.7)
        if self._mode == "body" and (end := unmarked(self._paras, self._traits, at)):
            self._put("body" if trait.prose or trait.words > 9 else "crosshead", at, 0.7)
            for each in range(at + 1, end):
                self._put("item", each, 0.7)
            return end
        if trait.prose:
            return self._prose(at)
        return self._short(at)

    def _page_edge(self, at: int) -> bool:
        """A number of a page, and the line beside it that each page has."""
        if self._traits[at].page:
            return True
        return any(
            0 <= each < len(self._paras)
            and self._traits[each].page
            and not self._paras[max(at, each)].gap
            and self._traits[at].words <= 10
            and not self._traits[at].ended
            for each in (at - 1, at + 1)
        )

    def _item(self, at: int) -> int:
        if self._attributes(at):
            return self._put("body", at, 0.8)
        if self._mode in ("notes", "contact"):
            return self._put("note" if not self._traits[at].reach else "contact", at, 0.8)
        return self._put("item", at, 0.9)

    def _attributes(self, at: int) -> bool:
        """Whether a dash before a name says who spoke the paragraph above, and leads no list."""
        if self._paras[at].mark not in ("-", "–", "—", "--") or self._traits[at].words > 14 or not at:
            return False
        above = self._paras[at - 1]
        return above.form != "item" and above.text.rstrip().endswith(('"', "”", "»", "“", "’"))

    def _prose(self, at: int) -> int:
        if self._mode == "body" and _POINT.search(self._paras[at].text):
            return self._points(at)
        if self._mode == "notes":
            return self._put("note", at, 0.8)
        if self._mode == "boilerplate":
            return self._put("boilerplate", at, 0.85)
        if self._mode in ("after", "contact"):
            if self._traits[at].standing:
                return self._put("boilerplate", at, 0.7)
            return self._put("note" if self._ended else "body", at, 0.6)
        return self._put("body", at, 0.9)

    def _points(self, at: int) -> int:
        """A paragraph whose points somebody's program ran together."""
        text = self._paras[at].text
        marks = [found.start() + (found[0][:1].isspace()) for found in _POINT.finditer(text)]
        if len(marks) < 2:
            return self._put("body", at, 0.9)
        if marks[0] > 0:
            self._put("body", at, 0.8, 0, marks[0])
        for begin, end in zip(marks, [*marks[1:], len(text)], strict=True):
            stop = end
            if end == len(text) and (more := _sentence_after(text, begin, end)):
                stop = more
            self._put("item", at, 0.8, begin, stop)
            if stop < end:
                self._put("body", at, 0.7, stop, end)
        return at + 1

    def _short(self, at: int) -> int:
        trait = self._traits[at]
        if self._mode == "notes":
            return self._put("note", at, 0.7)
        if trait.reach and self._mode == "contact":
            return self._put("contact", at, 0.7)
        if (
            trait.ended
            and trait.words >= 5
            and (self._mode == "boilerplate" or (self._ended and trait.standing))
        ):
            return self._put("boilerplate", at, 0.7)
        if trait.quoted or trait.dashed:
            return self._put("body", at, 0.7)
        follows = self._next(at)
        if self._mode == "body" and self._leads_to_words(at, follows):
            return self._put("body", at, 0.7)
        if follows is not None and self._traits[follows].link_only and not trait.link_only:
            return self._put("note", at, 0.6)
        if follows is not None and not trait.link_only:
            after = self._traits[follows]
            if (
                self._mode in ("body", "boilerplate", "after")
                and trait.heading_like
                and (after.prose or after.item or unmarked(self._paras, self._traits, follows))
            ):
                if self._mode == "after":
                    self._mode = "boilerplate" if after.standing else "notes"
                    return self._put("boilerplate_heading" if after.standing else "notes_heading", at, 0.6)
                if self._mode == "body" and after.standing and self._names_body(trait):
                    self._put("boilerplate_heading", at, 0.6)
                    return self._put("boilerplate", follows, 0.6)
                if self._mode == "boilerplate" and after.item:
                    self._mode = "body"
                return self._put("crosshead", at, 0.75)
        if self._mode == "body" and not self._ended and self._sentence(at):
            return self._put("body", at, 0.6)
        if trait.short and (zone := self._named_zone(at)):
            self._mode = "contact"
            for each in range(at, zone):
                self._put("contact", each, 0.7)
            return zone
        if self._mode == "body" and follows is not None and not trait.residue and self._text_left(at):
            return self._put("note" if trait.link_only else "body", at, 0.5)
        if trait.note_line or trait.link_only:
            return self._put("note", at, 0.5)
        return self._put("aside", at, 0.6)

    def _leads_to_words(self, at: int, follows: int | None) -> bool:
        """Whether a line says who speaks in the next paragraph."""
        leads = self._traits[at].text.rstrip().endswith((":", "："))
        return leads and follows is not None and self._paras[follows].text[:1] in '“"«„‘「'

    def _sentence(self, at: int) -> bool:
        """Whether a short line is a sentence of the text."""
        trait = self._traits[at]
        if trait.residue or trait.link_only or trait.note_line or trait.contact_head:
            return False
        return trait.ended and trait.words >= 4

    def _named_zone(self, at: int) -> int:
        """Where the contacts end that begin with a name and no heading; 0 where they do not."""
        if self._mode == "contact" or not is_name(self._paras[at].text, self._lexicon):
            return 0
        for each in self._traits[at + 1 : at + 4]:
            if each.prose or not each.short or each.residue or each.about or each.end:
                return 0
            if each.reach:
                return self._zone(at)
        return 0

    def _names_body(self, trait: Traits) -> bool:
        """Whether a line is the name of an organisation, with its abbreviation."""
        return bool(re.search(r"\([A-Z]{2,8}\)", trait.text)) and trait.words <= 10

    def _next(self, at: int) -> int | None:
        return at + 1 if at + 1 < len(self._paras) else None

    def _text_left(self, at: int) -> bool:
        """Whether the body goes on soon after a short line."""
        for each in self._traits[at + 1 : at + 4]:
            if each.end_residue or each.end:
                return False
            if each.prose or each.item or ((each.contact_head or each.about) and not self._ended):
                return True
        return False

    def _comes_back(self, at: int) -> bool:
        """Whether the release itself goes on after a line that usually ends it."""
        if self._ended:
            return any(
                each.about and self._heads(at + 1 + n)
                for n, each in enumerate(self._traits[at + 1 : at + 40])
            )
        ahead = self._traits[at + 1 :]
        if any(each.end and not each.beside for each in ahead[:400]):
            return True
        prose = sum(each.prose for each in ahead[:12])
        return prose >= 3

    def _menu(self, at: int) -> bool:
        """Whether a run of short lines begins that leads elsewhere."""
        run = self._traits[at : at + 6]
        return len(run) == 6 and all(
            each.words <= 6
            and not (each.prose or each.contact_head or each.about or each.notes_head or each.item)
            for each in run
        )

    def _heads(self, at: int) -> bool:
        """Whether text follows a heading."""
        ahead = self._traits[at + 1 : at + 3]
        return any(each.prose or (each.words >= 8 and not each.reach) for each in ahead[:1]) or (
            len(ahead) > 1 and ahead[1].prose and not ahead[0].residue
        )

    def _zone(self, at: int) -> int:
        """Where the contacts end that begin here; 0 where nobody can be reached."""
        trait = self._traits[at]
        if trait.prose and trait.words > 24 and (not self._ended and self._mode == "body"):
            return 0
        last = at + 1 if trait.reach else 0
        for here in range(at + 1, min(at + 16, len(self._paras))):
            each = self._traits[here]
            if each.end or each.about or each.notes_head or each.beside or each.end_residue:
                break
            if each.prose and not each.reach:
                break
            if each.prose and each.words > 30:
                break
            if (each.reach and here - max(last, at) <= 4) or (
                last == here
                and each.short
                and (LINE.match(each.text) or URL.search(each.text))
                and not each.prose
            ):
                last = here + 1
            elif here - max(last, at) > 4:
                break
        return last


def _sentence_after(text: str, begin: int, end: int) -> int:
    """Where the last point ends and the text goes on: after its first sentence; 0 where it has but one."""
    found = re.search(r"[.!?]\s+(?=[A-ZÀ-Þ\"“])", text[begin:end])
    return begin + found.end() if found else 0
