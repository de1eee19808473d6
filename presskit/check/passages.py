"""The passages of a release that rules look at: each text of each block, and what in it somebody said."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Literal

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.blocks.subhead import Subhead
from presskit.model.block import Block
from presskit.model.search import paragraphs_of, quoted, texts
from presskit.text.runs import RichText, plain
from presskit.text.sentences import sentences

Scope = Literal[
    "headline", "subhead", "lede", "body", "crosshead", "quote", "name", "title", "role", "attribution",
    "bullet", "figure", "source", "caption", "alt", "credit", "boilerplate", "contact", "notes", "other",
]  # fmt: skip
"""What a passage is. lede: the first paragraph. bullet: a point of a list, or a figure's sentence. title,
role: what a quote has before and after a speaker's name. attribution: what else its paragraph says."""

PROSE: frozenset[Scope] = frozenset(
    ["lede", "body", "bullet", "boilerplate", "notes", "attribution", "caption"]
)
"""Running text of the organisation's own."""

TEXT: frozenset[Scope] = PROSE | {"headline", "subhead", "crosshead", "role", "title"}
"""All that reads as text."""

_SCOPES: dict[tuple[type[Block], str], Scope] = {
    (Headline, "text"): "headline",
    (Subhead, "text"): "subhead",
    (Crosshead, "text"): "crosshead",
    (Paragraph, "text"): "body",
    (Quote, "words"): "quote",
    (Quote, "speaker/name"): "name",
    (Quote, "speaker/title"): "title",
    (Quote, "speaker/description"): "role",
    (Quote, "named"): "attribution",
    (Quote, "verb"): "other",
    (Quote, "tail"): "attribution",
    (Statistics, "introduction"): "body",
    (Statistics, "items/figure"): "figure",
    (Statistics, "items/sentence"): "bullet",
    (Listing, "introduction"): "body",
    (Listing, "items"): "bullet",
    (Photo, "caption"): "caption",
    (Photo, "credit"): "credit",
    (Photo, "alt"): "alt",
    (Boilerplate, "heading"): "crosshead",
    (Boilerplate, "text"): "boilerplate",
    (Notes, "heading"): "crosshead",
    (Notes, "text"): "notes",
}
_ROW = re.compile(r"/\d+")
_ENDLESS = re.compile(r"[!-~À-ɏ‐-…]{300,}|\s{100,}")
"""Letters without a blank, or blanks without a letter, as no writing has them: rules would take long."""
_NOTHING = "\ufffc"  # neither a letter nor a blank


class Passage:
    """A paragraph of a field, as plain text. path, paragraph: as `presskit.model.search.Match` has them.

    letters: as they stand there. text: the same for rules to look at.
    """

    def __init__(self, block: Block, path: str, paragraph: int, scope: Scope, runs: RichText) -> None:
        self.block, self.path, self.paragraph, self.scope, self.runs = block, path, paragraph, scope, runs
        self.letters = plain(runs)
        self.text = _ENDLESS.sub(lambda found: _NOTHING * len(found[0]), self.letters)
        self._seen: dict[object, Any] = {}

    @cached_property
    def said(self) -> list[tuple[int, int]]:
        """Where somebody is quoted: all of what a quote's speaker said."""
        return [(0, len(self.text))] if self.scope == "quote" else quoted(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        return sentences(self.text)

    def once(self, look: Callable[..., Any], *by: object) -> Any:
        """What `look` sees in the passage, seen once: a passage never changes. by: what else it is given."""
        key = (look, by)
        try:
            return self._seen[key]
        except KeyError:
            found = self._seen[key] = look(self, *by)
            return found

    def is_said(self, start: int, end: int) -> bool:
        """Whether any of these letters are somebody's own words."""
        return any(first < end and start < last for first, last in self.said)

    def sentence(self, at: int) -> str:
        """The sentence around a letter."""
        return next((self.text[start:end] for start, end in self.sentences if start <= at < end), self.text)


def passages(block: Block) -> Iterator[Passage]:
    """The passages of a block that have letters, in the order of its fields."""
    for path, question, answer in texts(block):
        scope: Scope = "contact" if isinstance(block, Contacts) else "other"
        generic = _ROW.sub("", path)
        scope = _SCOPES.get((type(block), generic), scope)
        if isinstance(block, Statistics) and generic.startswith("sources/"):
            scope = "source"
        for number, runs in enumerate(paragraphs_of(question, answer)):
            if any(run.text.strip() for run in runs):
                yield Passage(block, path, number, scope, runs)
