"""Statistics: figures that stand out, each bound to its source."""

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from presskit.flow import AnyShape, Bullets, Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import date, line, rich_line, rows, switch
from presskit.model.profile import PageWords
from presskit.text.runs import RichText, Run, join, rich
from presskit.text.typography import has_italics, marks


class Figure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A figure and the sentence that it begins: "44%" and "of respondents reported …".

    source: the place, from 1, of its source in the block's list; 0 for the only or first one.
    """

    figure: Annotated[str, line(N_("Figure"), N_("44%"))] = ""
    sentence: Annotated[RichText, rich_line(N_("Sentence"), N_("of respondents reported …"), "bullet")] = ()
    source: int = 0


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where figures come from (AP Stylebook 2024, "polls and surveys": who, when, how many, who paid)."""

    who: Annotated[str, line(N_("Author or organization"), N_("Who found it"), holds="name")] = ""
    title: Annotated[str, line(N_("Study"), N_("Its title"))] = ""
    when: Annotated[str, line(N_("Year"), N_("When it came out"), holds="figure")] = ""
    sample: Annotated[str, line(N_("Sample"), N_("2,004 adults in four counties"))] = ""
    sponsor: Annotated[str, line(N_("Paid for by"), N_("The sponsor"), holds="name")] = ""
    link: Annotated[str, line(N_("Link"), "https://", holds="figure")] = ""
    checked: Annotated[datetime.date | None, date(N_("Last checked"))] = None


class Statistics(Block, frozen=True, kw_only=True, tag="statistics"):
    """An introduction, the figures, and their sources."""

    label: ClassVar[str] = N_("Statistics")

    introduction: Annotated[
        RichText, rich_line(N_("Introduction"), N_("What the figures show (optional)"))
    ] = ()
    items: Annotated[tuple[Figure, ...], rows(N_("Figures"), Figure, N_("Add a figure"))] = ()
    sources: Annotated[tuple[Source, ...], rows(N_("Sources"), Source, N_("Add a source"))] = ()
    name_sources: Annotated[bool, switch(N_("Name the sources below the figures"))] = True

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The introduction, the figures as a list, and a line a source."""
        gap = marks(setting.language).space
        points = tuple(
            point
            for item in self.items
            if (
                point := join(
                    item.figure.strip(), gap if item.figure.strip() and item.sentence else "", item.sentence
                )
            )
        )
        if self.introduction:
            yield Para(role="body", block=self.id, text=self.introduction, keep_next=bool(points))
        if points:
            yield Bullets(role="bullet", block=self.id, items=points)
        if self.name_sources:
            words = setting.profile.page_words(setting.language)
            for source in self.sources:
                named = source_line(source, words, setting.language)
                if named:
                    yield Para(role="source", block=self.id, text=join(words.source, named))


def source_line(source: Source, words: PageWords, language: str) -> RichText:
    """The source as a reader sees it: "Dr. Ada Poe, Trust Survey, 2024; 2,004 adults; paid for by …". The
    study's title, or what stands for it, carries the link."""
    link, who, title, when = (each.strip() for each in (source.link, source.who, source.title, source.when))
    named: list[RichText] = []
    if who:
        named.append((Run(who, link="" if title else link),))
    if title:
        work = marks(language).work
        if work and not title.startswith(tuple('《〈『「«“”"')):
            title = work[0] + title + work[1]
        named.append((Run(title, italic=has_italics(language), link=link),))
    if when:
        named.append(rich(when))
    if link and not who and not title:
        named.insert(0, (Run(link, link=link),))
    line: RichText = ()
    for each in named:
        line = join(line, words.comma if line else "", each)
    sponsor = source.sponsor.strip()
    for detail in (source.sample.strip(), words.paid_by.format(name=sponsor) if sponsor else ""):
        line = join(line, words.semicolon if line and detail else "", detail)
    return line
