"""A draft made into a kit, and what found no place in a block: it is set aside, and told."""

import re
from collections.abc import Sequence

from msgspec import Struct

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.i18n import N_, _
from presskit.intake.dateline import dateline, own_line
from presskit.intake.embargo import embargo_line
from presskit.intake.labels import reached
from presskit.intake.lexicon import Lexicon
from presskit.intake.parts import Draft, Kind, Part
from presskit.intake.reach import Reach
from presskit.intake.speakers import as_quote
from presskit.intake.speech import Statement, statements
from presskit.intake.study import study
from presskit.model.block import Block, new_id
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.model.release import Dateline, Release, ReleaseLine
from presskit.text.runs import RichText, cut, join, plain, strip, tidy

_TAGS = {"en": "en-US"}
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"^[•‣◦▪●]\s*")
_LEADING_FIGURE = re.compile(
    r"(?:[$€£¥]\s?)?\d[\d.,]*"
    r"(?:\s?(?:%|percent|per cent|million|billion|trillion)(?!\w)|(?:\s+(?:in|out of)\s+\d+)(?!\w))?"
)

WHY: dict[str, str] = {
    "release_line": N_("Now the release line of the kit"),
    "embargo": N_("Now the embargo of the kit, if its time could be read"),
    "dateline": N_("Now the dateline of the kit"),
    "date": N_("A date beside the dateline"),
    "label": N_("Says what kind of document it is"),
    "issuer": N_("Who sends it"),
    "contact": N_("Printed with the contacts"),
    "end": N_("The end mark; the house style sets its own"),
    "table": N_("Rows of a table"),
    "aside": N_("No part of the release"),
}


class Aside(Struct, frozen=True):
    """Words of the source that no block has. why: a key of WHY."""

    text: str
    why: str


class Composed(Struct, frozen=True):
    """A kit, and what of the source is not in its blocks, in order. places: for each part of the draft the
    block that has it, by its number, or -1."""

    kit: Kit
    aside: tuple[Aside, ...]
    places: tuple[int, ...] = ()


def compose(draft: Draft) -> Composed:
    """The kit that a draft becomes. Its inside notes have what was set aside."""
    return _Composer(draft).compose()


class _Composer:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lexicon = Lexicon(draft.language)
        self._language = _TAGS.get(draft.language, draft.language)
        self._blocks: list[Block] = []
        self._aside: list[Aside] = []
        self._line = ReleaseLine()
        self._dateline = Dateline()
        self._speakers: list[Speaker] = []
        self._heard: dict[int, list[Statement]] = {}
        for each in statements(draft):
            self._heard.setdefault(each.pieces[0].part, []).append(each)
        self._people: tuple[Contact, ...] | None = None

    def compose(self) -> Composed:
        """Part by part; runs of one kind at once."""
        parts = self._draft.parts
        places: list[int] = []
        at = 0
        while at < len(parts):
            kind = parts[at].kind
            end = at + 1
            if kind in ("item", "boilerplate", "note", "headline"):
                while end < len(parts) and parts[end].kind == kind:
                    end += 1
            there, at = at, self._run(kind, at, end)
            aside = kind in WHY and kind != "contact"
            places += [-1 if aside or not self._blocks else self._place_of(kind)] * (at - there)
        release = Release(
            language=self._language, line=self._line, dateline=self._dateline, blocks=tuple(self._blocks)
        )
        kit = Kit(releases=(release,), notes=told(self._aside))
        return Composed(kit, tuple(self._aside), tuple(places))

    def _place_of(self, kind: Kind) -> int:
        """Which block has what was just composed: the last, or that of all contacts."""
        if kind == "contact":
            contacts = [at for at, each in enumerate(self._blocks) if isinstance(each, Contacts)]
            return contacts[0] if contacts else -1
        return len(self._blocks) - 1

    def _runs(self, part: Part) -> RichText:
        """The words of a part: hard blanks that a web page or a program put between words are usual ones."""
        runs = strip(cut(self._draft.paras[part.para].runs, part.start, part.end))
        return tidy(
            type(run)(_blanks(run.text, self._draft.language), run.bold, run.italic, run.link, run.language)
            for run in runs
        )

    def _run(self, kind: Kind, at: int, end: int) -> int:
        parts = self._draft.parts[at:end]
        match kind:
            case "headline":
                text = join(*(each for part in parts for each in (self._runs(part), " ")))
                self._blocks.append(Headline(id=new_id(), text=strip(text)))
            case "subhead":
                self._blocks.append(Subhead(id=new_id(), text=self._runs(parts[0])))
            case "crosshead":
                if end < len(self._draft.parts) and self._draft.parts[end].kind == "item":
                    return self._items(end, at)
                self._blocks.append(Crosshead(id=new_id(), text=self._runs(parts[0])))
            case "body" | "advisory":
                return self._body(at)
            case "item":
                return self._items(at, -1)
            case "boilerplate_heading":
                return self._boilerplate(at + 1, plain(self._runs(parts[0])), end)
            case "boilerplate":
                return self._boilerplate(at, "", end)
            case "notes_heading":
                return self._notes(at + 1, plain(self._runs(parts[0])))
            case "note":
                return self._notes(at, "")
            case "contact":
                self._contacts(parts[0])
            case _:
                self._set_aside(parts[0])
        return end

    def _set_aside(self, part: Part) -> None:
        text = self._draft.printed(part)
        self._aside.append(Aside(text, part.kind))
        if part.kind == "release_line":
            self._line = ReleaseLine(kind="immediate")
        elif part.kind == "embargo":
            self._line = embargo_line(text, self._lexicon) or ReleaseLine(kind="embargo")
        elif part.kind == "dateline" and (found := own_line(text, self._lexicon)):
            self._place(found.place, found.date)
        elif part.kind == "date" and self._dateline.date is None:
            self._dateline = Dateline(
                city=self._dateline.city,
                region=self._dateline.region,
                country=self._dateline.country,
                date=self._lexicon.day(text),
            )

    def _place(self, place: str, date: str) -> None:
        city, _comma, rest = (each.strip() for each in place.partition(","))
        known = profile("ap")
        names = (*known.regions, *known.postal, *known.regions.values())
        states = {each.lower() for each in names}
        at_home = rest.lower() in states or rest.lower().replace(".", "") in states
        if city.isupper() and len(city) > 3:
            city = city.title()
        self._dateline = Dateline(
            city=city,
            region=rest if at_home else "",
            country="" if at_home else rest,
            date=self._lexicon.day(date) or self._dateline.date,
        )

    # --- the body

    def _body(self, at: int) -> int:
        part = self._draft.parts[at]
        runs = self._runs(part)
        text = plain(runs)
        lede = not any(isinstance(each, Paragraph) for each in self._blocks)
        if (
            lede
            and part.kind == "body"
            and (found := dateline(text, self._lexicon))
            and found.end < len(text)
        ):
            self._aside.append(Aside(text[: found.end].strip(), "dateline"))
            self._place(found.place, found.date)
            runs = strip(cut(runs, found.end))
        if made := self._quote(at):
            return made
        self._blocks.append(Paragraph(id=new_id(), text=runs))
        return at + 1

    def _quote(self, at: int) -> int:
        """Appends the quote that begins in a part; the part after it, or 0 where it is none."""
        heard = self._heard.get(at, [])
        if len(heard) != 1 or self._draft.parts[at].kind != "body":
            return 0
        statement = heard[0]
        last = statement.pieces[-1].part
        ends = [last, at] if last > at else [at]
        for end in ends:
            inside = self._draft.parts[at : end + 1]
            if any(part.kind != "body" for part in inside):
                continue
            runs = [self._runs(part) for part in inside]
            made = as_quote(runs, statement, self._language, self._speakers)
            if made is not None:
                self._blocks.append(made)
                if made.speaker.name and not made.named:
                    self._speakers.append(made.speaker)
                return end + 1
        return 0

    def _items(self, at: int, heading: int) -> int:
        parts = self._draft.parts
        end = at
        while end < len(parts) and parts[end].kind == "item":
            end += 1
        introduction = self._runs(parts[heading]) if heading >= 0 else ()
        points = [self._point(part) for part in parts[at:end]]
        if heading < 0:
            introduction = self._introduction()
        figures = [_figure(each) for each in points]
        if len(points) > 1 and sum(each is not None for each in figures) * 2 > len(points):
            rows = tuple(each or Figure(sentence=point) for each, point in zip(figures, points, strict=True))
            before = plain(introduction) or self._last_text()
            source = study(before, self._lexicon)
            self._blocks.append(
                Statistics(
                    id=new_id(),
                    introduction=introduction,
                    items=rows,
                    sources=(Source(who=source.who, title=source.title, when=source.when),) if source else (),
                    name_sources=False,
                )
            )
        else:
            numbered = all(self._draft.paras[part.para].mark[:1].isdigit() for part in parts[at:end])
            marker = "number" if numbered else "bullet"
            self._blocks.append(
                Listing(id=new_id(), introduction=introduction, items=tuple(points), marker=marker)
            )
        return end

    def _introduction(self) -> RichText:
        """The line just before a list, if it leads to it: it moves into the list."""
        if self._blocks and isinstance(last := self._blocks[-1], Paragraph):
            text = plain(last.text)
            if text.endswith((":", "：")) and len(text) < 300:
                self._blocks.pop()
                return last.text
        return ()

    def _last_text(self) -> str:
        last = self._blocks[-1] if self._blocks else None
        return plain(last.text) if isinstance(last, Paragraph) else ""

    def _point(self, part: Part) -> RichText:
        runs = self._runs(part)
        mark = _BULLET.match(plain(runs))
        return strip(cut(runs, mark.end())) if mark else runs

    # --- what follows it

    def _boilerplate(self, at: int, heading: str, end: int) -> int:
        parts = self._draft.parts
        stop = at
        while stop < len(parts) and parts[stop].kind == "boilerplate":
            stop += 1
        text = tuple(self._runs(part) for part in parts[at:stop])
        self._blocks.append(Boilerplate(id=new_id(), heading=heading, text=text))
        return max(stop, end)

    def _notes(self, at: int, heading: str) -> int:
        parts = self._draft.parts
        stop = at
        while stop < len(parts) and parts[stop].kind == "note":
            stop += 1
        text = tuple(self._runs(part) for part in parts[at:stop])
        if not text:
            self._blocks.append(Crosshead(id=new_id(), text=((*self._runs(parts[at - 1]),))))
            return stop
        if not heading and any(each.kind in ("body", "item") for each in parts[stop:]):
            self._blocks += [Paragraph(id=new_id(), text=each) for each in text]
        else:
            self._blocks.append(Notes(id=new_id(), heading=heading, text=text))
        return stop

    def _contacts(self, part: Part) -> None:
        """All contacts in one block, where the first of them stands; lines that say more are kept aside."""
        if self._people is None:
            self._people = tuple(_contact(each) for each in reached(self._draft))
            above = not any(isinstance(each, Paragraph | Headline) for each in self._blocks)
            if self._people:
                place = "top" if above else "here"
                self._blocks.append(Contacts(id=new_id(), people=self._people, place=place))
        told = " ".join(each for person in self._people for each in _answers(person))
        if not {*_WORD.findall(told.lower())}.issuperset(_WORD.findall(self._draft.text(part).lower())):
            self._aside.append(Aside(self._draft.printed(part), "contact"))


def _contact(reach: Reach) -> Contact:
    phone, after_hours = (*reach.phones, "", "")[:2]
    return Contact(
        name=reach.name,
        role=reach.role,
        organisation=reach.organisation,
        phone=phone,
        after_hours=after_hours,
        email=(*reach.emails, "")[0],
    )


def _answers(person: Contact) -> tuple[str, ...]:
    return (person.name, person.role, person.organisation, person.phone, person.after_hours, person.email)


def _figure(point: RichText) -> Figure | None:
    found = _LEADING_FIGURE.match(plain(point))
    if found is None or found.end() == len(plain(point)) or not plain(point)[found.end() :][:1].isspace():
        return None
    return Figure(figure=found[0].strip(), sentence=strip(cut(point, found.end())))


def _blanks(text: str, language: str) -> str:
    """Hard blanks between words and doubled ones are one usual blank; French needs those before its marks."""
    if language != "fr":
        text = text.replace("\u00a0", " ")
    return re.sub(r"[ \t]{2,}|\t", " ", text)


def told(asides: Sequence[Aside]) -> str:
    """What was set aside as inside notes of a kit."""
    if not asides:
        return ""
    lines = [_("Set aside when the text was brought in:")]
    last = ""
    for each in asides:
        if each.why != last:
            lines += ["", _(WHY.get(each.why, WHY["aside"])) + ":"]
            last = each.why
        lines.append(each.text)
    return "\n".join(lines)
