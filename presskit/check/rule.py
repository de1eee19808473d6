"""What a rule is, and what it may look at."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

from presskit.blocks.quote import Speaker
from presskit.check.finding import Act, Severity
from presskit.check.lexicon import Lexicon, lexicon
from presskit.check.passages import Passage
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.profile import Checks, Profile
from presskit.model.release import Release
from presskit.text.languages import primary


class Known(Struct, frozen=True):
    """What a library knows that checks ask for. people, organisations: full names as they are spelt; short:
    the short names of organisations. stale: a sentence on each block, by its id, that is not as the library
    has it now. changed: whether the release has changed since it was issued."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    stale: dict[str, str] = {}
    changed: bool = False


class Brought(Struct, frozen=True):
    """What a text that was brought in had of its own, before it was a kit. line, end: whether it had a
    release line and an end mark; said: what the line says. dateline: its own,
    as it stood there. residue: its lines of a web page. dated: whether it
    says of when it is."""

    line: bool = True
    said: str = ""
    end: bool = True
    dateline: str = ""
    residue: tuple[str, ...] = ()
    dated: bool = False


class Hit(NamedTuple):
    """Where a rule found something: letters of a passage, a block, or nothing for the release. what: fills
    the sentence of the rule. fix: letters to take their place, where that is safe; None for none."""

    passage: Passage | None = None
    start: int = 0
    end: int = 0
    what: dict[str, object] = {}  # noqa: RUF012 - never changed
    fix: str | None = None
    block: Block | None = None
    found: str = ""


class Ground:
    """What the texts of a block are judged by, besides themselves: words, house style and dates."""

    def __init__(self, language: str, house: Profile, dated: datetime.date | None) -> None:
        self.language, self.house, self.dated = language, house, dated
        self.words: Lexicon = lexicon(language)
        self.checks: Checks = house.checks
        self.english = primary(language) == "en"


class Read(Protocol):
    """A block as it was read: its passages, and how many words it has."""

    @property
    def passages(self) -> list[Passage]: ...

    @property
    def words(self) -> int: ...


class Case:
    """A release, and all that a rule may know of it. passages: all, in order; the first paragraph is the
    lede."""

    def __init__(
        self,
        kit: Kit,
        number: int,
        ground: Ground,
        read: Sequence[Read],
        now: datetime.datetime,
        known: Known,
        brought: Brought | None,
    ) -> None:
        self.kit, self.number, self.ground = kit, number, ground
        self.passages = [passage for each in read for passage in each.passages]
        self.word_count = sum(each.words for each in read)
        self.now, self.known, self.brought = now, known, brought
        self.release: Release = kit.releases[number]
        self.house, self.words, self.checks = ground.house, ground.words, ground.checks
        self.english = ground.english
        self._seen: dict[object, Any] = {}

    def once(self, look: Callable[["Case"], Any]) -> Any:
        """What `look` sees in the release, seen once."""
        if look not in self._seen:
            self._seen[look] = look(self)
        return self._seen[look]

    def of(self, *scopes: str) -> list[Passage]:
        """The passages of some scopes, in order."""
        found = [each for scope in scopes for each in self._by_scope.get(scope, ())]
        return [passage for _place, passage in (sorted(found, key=_place) if len(scopes) > 1 else found)]

    @cached_property
    def _by_scope(self) -> dict[str, list[tuple[int, Passage]]]:
        found: dict[str, list[tuple[int, Passage]]] = {}
        for place, passage in enumerate(self.passages):
            found.setdefault(passage.scope, []).append((place, passage))
        return found

    @cached_property
    def lede(self) -> Passage | None:
        """The first paragraph."""
        return next(iter(self.of("lede")), None)

    @cached_property
    def speakers(self) -> list[Speaker]:
        """Those who are quoted, in order."""
        return [each.speaker for each in self.release.blocks if each.kind == "quote" and each.speaker.name]  # type: ignore[attr-defined]


def _place(numbered: tuple[int, Passage]) -> int:
    return numbered[0]


class Rule(Struct, frozen=True, kw_only=True):
    """A rule, declared once.

    number: which of the trade's 30 checks it belongs to. says: the sentence shown, with room for what was
    found. name: what a list of rules calls it. why: a line for whoever asks. wrong,
    right: an example. source,
    year: who says so, and when. scopes: the passages that `texts` is shown. said: whether it looks at
    people's own words, too; then its sentence says to ask them, unless it asks
    nobody (the marks around their words are the writer's). languages: primary tags it speaks; all for
    none. fixes: what the button calls its fix.
    """

    id: str
    number: int
    severity: Severity
    name: str
    says: str
    why: str
    wrong: str
    right: str
    source: str
    year: int
    scopes: frozenset[str] = frozenset()
    said: bool = False
    asks: bool = True
    languages: tuple[str, ...] = ()
    act: Act = ""
    texts: Callable[[Passage, Ground], Iterable[Hit]] | None = None
    whole: Callable[[Case], Iterable[Hit]] | None = None

    def speaks(self, language: str) -> bool:
        """Whether it has anything to say in a language."""
        return not self.languages or primary(language) in self.languages
