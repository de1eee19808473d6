"""A quote: a speaker's own words, bound to the speaker and to their approval."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from presskit.flow import Para
from presskit.i18n import N_, _
from presskit.model.approval import Approval, Asked, Channel, Standing, seal
from presskit.model.block import Block, Setting
from presskit.model.fields import choice, line, number, paragraphs, rich_line
from presskit.model.locale_words import day
from presskit.text.attribution import Placement, attributed, identified
from presskit.text.quotation import bare, compose
from presskit.text.runs import Paragraphs, RichText, plain
from presskit.text.sentences import sentences

_CHANNELS: dict[Channel, str] = {
    "email": N_("by e-mail"),
    "phone": N_("by phone"),
    "in person": N_("in person"),
}


_CLAUSE = re.compile(r"[^,;،]*\w[^,;،]*[,;،](?=\s+\S)")


class Speaker(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A speaker as they were when quoted. `reference` and `version` name the library item, if any."""

    name: Annotated[str, line(N_("Speaker"), N_("Speaker’s full name"), holds="name")] = ""
    title: Annotated[str, line(N_("Title before the name"), N_("Title"))] = ""
    description: Annotated[
        str, line(N_("Role or group after the name"), N_("Role or group, as printed after the name"))
    ] = ""
    reference: str = ""
    version: int = 0

    def identification(self, language: str = "en") -> str:
        """Title, name and description as an attribution in a language has them."""
        return identified(self.title, self.name, self.description, language)


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """What a speaker said, and how the paragraph names them.

    words: without quotation marks, a paragraph each. verb: "said"; with none, the attribution is
    the identification alone. named: replaces the identification on later reference ("she").
    after, clause: where an attribution in the middle stands, in sentences and words after those.
    joint, tail: see `presskit.text.quotation.compose`.
    """

    label: ClassVar[str] = N_("Quote")

    words: Annotated[
        Paragraphs, paragraphs(N_("What they said"), N_("Their own words, without quotation marks"), "quote")
    ] = ()
    speaker: Speaker = Speaker()
    placement: Annotated[
        Placement,
        choice(
            N_("Attribution"),
            ("lead", N_("Leads in")),
            ("middle", N_("In the middle")),
            ("end", N_("At the end")),
        ),
    ] = "end"
    after: Annotated[int, number(N_("After sentence"))] = 1
    clause: int = 0
    verb: Annotated[str, line(N_("Verb"))] = "said"
    verb_last: bool = False
    named: Annotated[str, line(N_("Named here as"), N_("Full name and role"), holds="name")] = ""
    joint: str = ""
    tail: Annotated[RichText, rich_line(N_("After the quotation"))] = ()
    asked: Asked | None = None
    approval: Approval | None = None

    def attribution(self, language: str = "en") -> tuple[str, str]:
        """The attribution as the paragraph has it, without what joins it to the words: what stands before
        or after them, and what else follows them in a lead; see `presskit.text.attribution.attributed`."""
        who = self.named.strip() or self.speaker.identification(language)
        after_name = self.speaker.identification(language).removeprefix(self.speaker.title.strip())
        apposition = not self.named.strip() and any(comma in after_name for comma in (", ", "، "))
        verb = self.verb.strip()
        return attributed(who, verb, self.placement, language, last=self.verb_last, comma=apposition)

    def sealed_words(self) -> list[str]:
        """What an approval covers: the exact words, paragraph by paragraph, and who says them how."""
        who = (self.speaker.identification(), self.named, self.verb, self.joint, plain(self.tail))
        return [*map(plain, self.words), "\x1f", *who]

    def is_approved(self) -> bool:
        """Whether the speaker cleared exactly these words."""
        return self.approval is not None and self.approval.covers(self.sealed_words())

    def standing(self) -> Standing:
        """How far its approval has come. Words sent anew after they changed are waiting once more."""
        if self.is_approved():
            return "approved"
        if self.asked is not None and self.asked.covers(self.sealed_words()):
            return "sent"
        if self.approval is not None:
            return "changed since approval"
        return "changed since sent" if self.asked is not None else "draft"

    def sent(self, when: datetime.datetime) -> "Quote":
        """The quote as sent to its speaker for approval."""
        return replace(self, asked=Asked(when=when, seal=seal(self.sealed_words())))

    def approved(self, who: str, when: datetime.datetime, how: Channel) -> "Quote":
        """The quote with its approval on record."""
        return replace(self, approval=Approval(who=who, when=when, how=how, seal=seal(self.sealed_words())))

    def remarks(self) -> Iterator[str]:
        """Where its approval stands."""
        standing = self.standing()
        if standing == "sent" and self.asked:
            when = day(self.asked.when.date())
            yield _("Sent to the speaker {when}, not yet approved.").format(when=when)
        elif self.approval is None:
            yield _("Not yet approved.")
        elif standing != "approved":
            yield _("Changed since {who} approved it.").format(who=self.approval.who)
        else:
            when = day(self.approval.when.date())
            yield _("Approved by {who}, {how}, {when}.").format(
                who=self.approval.who, how=_(_CHANNELS[self.approval.how]), when=when
            )

    def letters(self) -> list[str]:
        """The words, the attribution and what follows."""
        found = [*map(plain, self.words), " ".join(self.attribution()).strip(), plain(self.tail)]
        return [each for each in found if each]

    def is_empty(self) -> bool:
        """Whether neither words nor speaker are there; the usual verb alone is nothing."""
        return not any(map(plain, self.words)) and not any(self.attribution())

    def paragraphs(self, language: str) -> Paragraphs:
        """The quotation as its paragraphs stand on the page."""
        attribution, verb = self.attribution(language)
        return compose(
            self.words,
            attribution,
            self.placement,
            verb=verb,
            language=language,
            after=self.after,
            clause=self.clause,
            joint=self.joint,
            tail=self.tail,
        )

    def flow(self, setting: Setting) -> Iterator[Para]:
        """One paragraph, or several of a running quotation; nothing while there are no words."""
        if not any(plain(words).strip() for words in self.words):
            return
        for paragraph in self.paragraphs(setting.language):
            yield Para(role="quote", block=self.id, text=paragraph)


def first_clause(words: Paragraphs) -> int:
    """How many words the first clause of a quotation has, as `Quote.clause` counts them; 0 where its first
    sentence has no comma or semicolon with words on both sides."""
    letters = plain(bare(words[0])) if words else ""
    spans = sentences(letters)
    found = _CLAUSE.match(letters[spans[0][0] : spans[0][1]]) if spans else None
    return len(found[0].split()) if found else 0


def approvals_lost(before: Iterable[Block], after: Iterable[Block]) -> list[Quote]:
    """The quotes that are approved before a change and no longer are after it, as they were."""
    now = {block.id: block for block in after}
    return [
        quote
        for quote in before
        if isinstance(quote, Quote)
        and quote.is_approved()
        and isinstance(changed := now.get(quote.id), Quote)
        and changed is not quote
        and not changed.is_approved()
    ]
