"""A quote: a speaker's own words, bound to the speaker and to their approval."""

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from presskit.flow import Para
from presskit.i18n import N_
from presskit.model.approval import Approval, Channel, seal
from presskit.model.block import Block, Setting
from presskit.model.fields import choice, line, number, paragraphs, rich_line
from presskit.text.quotation import Placement, compose
from presskit.text.runs import Paragraphs, RichText, plain

# After a name, these run on without a comma: "Megan Fountain of …", "Andres Ayala (D-Bridgeport)".
_RUNS_ON = frozenset(
    [
        "of",
        "for",
        "from",
        "at",
        "in",
        "on",
        "with",
        "who",
        "de",
        "del",
        "da",
        "do",
        "du",
        "des",
        "der",
        "von",
        "para",
        "por",
        "pour",
        "من",
    ]
)


class Speaker(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A speaker as they were when quoted. `reference` and `version` name the library item, if any."""

    name: str = ""
    title: str = ""
    description: str = ""
    reference: str = ""
    version: int = 0

    def identification(self) -> str:
        """Title, name and description as an attribution has them. A description that begins with
        a comma, a parenthesis or a preposition follows as it is, any other after a comma."""
        named = " ".join(part.strip() for part in (self.title, self.name) if part.strip())
        after = self.description.strip()
        if not after or not named:
            return named or after
        if after[0] in ",;:–—":
            return named + after
        runs_on = after[0] in "([" or after.split()[0].lower() in _RUNS_ON or after.startswith("d’")
        return f"{named} {after}" if runs_on else f"{named}, {after}"


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
    named: Annotated[str, line(N_("Named here as"), N_("Full name and role"))] = ""
    joint: str = ""
    tail: Annotated[RichText, rich_line(N_("After the quotation"))] = ()
    approval: Approval | None = None

    def attribution(self) -> str:
        """The attribution as the paragraph has it, without what joins it to the words."""
        who = self.named.strip() or self.speaker.identification()
        verb = self.verb.strip()
        if not who or not verb:
            return who
        if self.placement != "lead" and not self.verb_last:
            return f"{verb} {who}"
        after_name = self.speaker.identification().removeprefix(self.speaker.title.strip())
        apposition = ", " in after_name and not self.named.strip()
        return f"{who}, {verb}" if apposition else f"{who} {verb}"

    def sealed_words(self) -> list[str]:
        """What an approval covers: the exact words, paragraph by paragraph, and who says them how."""
        who = (self.speaker.identification(), self.named, self.verb, self.joint, plain(self.tail))
        return [*map(plain, self.words), "\x1f", *who]

    def is_approved(self) -> bool:
        """Whether the speaker cleared exactly these words."""
        return self.approval is not None and self.approval.covers(self.sealed_words())

    def approved(self, who: str, when: datetime.datetime, how: Channel) -> "Quote":
        """The quote with its approval on record."""
        return replace(self, approval=Approval(who=who, when=when, how=how, seal=seal(self.sealed_words())))

    def letters(self) -> list[str]:
        """The words, the attribution and what follows."""
        found = [*map(plain, self.words), self.attribution(), plain(self.tail)]
        return [each for each in found if each]

    def is_empty(self) -> bool:
        """Whether neither words nor speaker are there; the usual verb alone is nothing."""
        return not any(map(plain, self.words)) and not self.attribution().strip()

    def paragraphs(self, language: str) -> Paragraphs:
        """The quotation as its paragraphs stand on the page."""
        return compose(
            self.words,
            self.attribution(),
            self.placement,
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
