"""A release in another language: which block translates which, and whether its original changed since.

The first release of a kit is the original, all others translate it. So no chain and no circle is possible,
whatever a file says: a block that names none of the original's blocks, or itself, has an original that is
gone. Writing in a block alone never marks it: one that was not translated is, once its words are no longer
the original's; one whose original changed waits until somebody says that it is up to date.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.model import edits
from presskit.model.block import Block, Translated, fresh_copy
from presskit.model.fields import questions
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.languages import primary

State = Literal["current", "changed", "waiting", "gone", "own"]
"""current: in step with its original. changed: the original changed since. waiting: not translated yet.
gone: the original was taken out. own: it is only in this language."""


class Progress(Struct, frozen=True):
    """How far a translation has come. states: of each of its blocks, by id. missing: ids of the original's
    blocks that it lacks, in order. done, total: how many of the original's blocks that say something are
    translated and up to date, and how many there are. ordered: whether it stands in the original's order.
    linked: whether any block says what it translates."""

    states: dict[str, State] = {}
    missing: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    ordered: bool = True
    linked: bool = False

    def count(self, state: State) -> int:
        """How many blocks are in a state."""
        return sum(each == state for each in self.states.values())


NEEDS_WORK: frozenset[State] = frozenset({"changed", "waiting", "gone"})
"""The states in which somebody should look at a block."""


def state_of(block: Block, origin: Block | None, *, alike: bool = False) -> State:
    """How a block stands to its original. alike: both are in one language, so that equal words are right."""
    link = block.translated
    if link is None:
        return "own"
    if origin is None:
        return "gone"
    here = tuple(block.letters())
    begun = _says_words(block) and (alike or here != link.words)
    if not begun and not link.settled and _says_words(origin):
        return "waiting"
    return "current" if link.words == tuple(origin.letters()) else "changed"


class Watch:
    """Tells again and again how far a translation has come; of blocks that did not change it is remembered,
    so that a key costs no more in a long release."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[Block, Block | None, bool, State]] = {}
        self._full: dict[str, tuple[Block, bool]] = {}

    def look(self, kit: Kit, number: int) -> Progress:
        """How far the release of that number has come; nothing for the original itself."""
        if not 0 < number < len(kit.releases):
            return Progress()
        original, release = kit.releases[0], kit.releases[number]
        alike = primary(original.language) == primary(release.language)
        origins = {block.id: block for block in original.blocks}
        states: dict[str, State] = {}
        there: dict[str, bool] = {}
        for block in release.blocks:
            origin = origins.get(block.translated.of) if block.translated else None
            state = states[block.id] = self._state(block, origin, alike=alike)
            if origin is not None:
                there[origin.id] = there.get(origin.id, True) and state == "current"
        full = [block.id for block in original.blocks if self._says(block)]
        places = {block_id: place for place, block_id in enumerate(origins)}
        order = [places[of] for block in release.blocks if (of := _of(block)) in places]
        self._states = {key: found for key, found in self._states.items() if key in states}
        return Progress(
            states=states,
            missing=tuple(each for each in full if each not in there),
            done=sum(there.get(each, False) for each in full),
            total=len(full),
            ordered=order == sorted(order),
            linked=any(block.translated for block in release.blocks),
        )

    def _state(self, block: Block, origin: Block | None, *, alike: bool) -> State:
        known = self._states.get(block.id)
        if known is not None and known[0] is block and known[1] is origin and known[2] == alike:
            return known[3]
        state = state_of(block, origin, alike=alike)
        self._states[block.id] = (block, origin, alike, state)
        return state

    def _says(self, block: Block) -> bool:
        known = self._full.get(block.id)
        if known is None or known[0] is not block:
            known = self._full[block.id] = (block, not block.is_empty())
        return known[1]


def progress(kit: Kit, number: int) -> Progress:
    """How far the release of that number has come, seen once."""
    return Watch().look(kit, number)


def original_of(kit: Kit, block: Block) -> Block | None:
    """The block that a block translates, as it is now."""
    return kit.releases[0].find(block.translated.of) if block.translated else None


# --- languages of a kit


def with_language(kit: Kit, language: str, *, words: bool) -> Kit:
    """The kit with the original once more at its end, to be translated into a language (BCP 47). words:
    whether the original's words stand there to be written over; names, figures and pictures always do.
    Dateline, embargo, brand and house style come over; approvals, partners' words and what was issued do
    not: each language has its own."""
    original = kit.releases[0]
    release = replace(
        original,
        language=language,
        status="drafting",
        correction="",
        partners=tuple(replace(each, approval=None, asked=None) for each in original.partners),
        blocks=tuple(_begun(block, words=words) for block in original.blocks),
    )
    return replace(kit, releases=(*kit.releases, release))


def without_language(kit: Kit, number: int) -> Kit:
    """The kit without its release of that number; without its original, the next one is it. Raises
    ValueError for the only one."""
    if len(kit.releases) == 1:
        raise ValueError("a kit has one language at least")
    if number == 0:
        kit, number = with_original(kit, 1), 1
    return replace(kit, releases=(*kit.releases[:number], *kit.releases[number + 1 :]))


def with_original(kit: Kit, number: int) -> Kit:
    """The kit with its release of that number as the original, which comes first; what translated the same
    block as one of it translates that one from here on. What was in step is taken to be so still."""
    if number == 0:
        return kit
    chosen = kit.releases[number]
    heirs: dict[str, Block] = {}
    for block in chosen.blocks:
        if block.translated is not None:
            heirs.setdefault(block.translated.of, block)
    rest = []
    for place, release in enumerate(kit.releases):
        if place != number:
            known = {} if place == 0 else progress(kit, place).states
            moved = [_handed_on(block, heirs, known.get(block.id)) for block in release.blocks]
            rest.append(release.with_blocks(moved))
    first = chosen.with_blocks(replace(block, translated=None) for block in chosen.blocks)
    return replace(kit, releases=(first, *rest))


def _handed_on(block: Block, heirs: dict[str, Block], state: State | None) -> Block:
    """A block under a new original. state: how it stood to the old one; None where it was that itself."""
    heir = heirs.get(block.id if state is None else _of(block))
    if heir is None:
        return replace(block, translated=None)
    words = tuple(heir.letters())
    if state is None:
        return replace(block, translated=Translated(of=heir.id, words=words, settled=True))
    assert block.translated is not None
    return replace(
        block,
        translated=replace(
            block.translated, of=heir.id, words=words if state == "current" else block.translated.words
        ),
    )


# --- blocks of a translation


def settled(release: Release, original: Release, block_ids: Iterable[str]) -> Release:
    """The release with these blocks marked as up to date with what their originals say now; those without
    one are from here on the translation's own."""
    wanted = set(block_ids)
    return release.with_blocks(
        _settled(block, original) if block.id in wanted and block.translated else block
        for block in release.blocks
    )


def _settled(block: Block, original: Release) -> Block:
    origin = original.find(_of(block))
    if origin is None:
        return replace(block, translated=None)
    words = tuple(origin.letters())
    return replace(
        block,
        translated=Translated(of=origin.id, words=words, settled=tuple(block.letters()) == words),
    )


def as_original(release: Release, original: Release, block_id: str) -> Release:
    """The release with a block as its original is now, not translated yet; the same where that is gone or
    of another kind. Raises KeyError when there is no such block."""
    block = release.blocks[release.index(block_id)]
    origin = original.find(_of(block))
    if origin is None or type(origin) is not type(block):
        return release
    return edits.change(release, replace(_begun(origin, words=True), id=block.id))


def with_missing(release: Release, original: Release, missing: Iterable[str]) -> Release:
    """The release with the original's blocks of these ids as well, each where it stands there, to be
    translated."""
    wanted = set(missing)
    for place, origin in enumerate(original.blocks):
        if origin.id in wanted:
            release = edits.insert(release, _place_for(release, original, place), _begun(origin, words=True))
    return release


def in_order(release: Release, original: Release) -> Release:
    """The release in the order of its original; what is only in this language stays behind the block that
    it stands behind now."""
    places = {block.id: place for place, block in enumerate(original.blocks)}
    groups: list[tuple[int, list[Block]]] = [(-1, [])]
    for block in release.blocks:
        if (of := _of(block)) in places:
            groups.append((places[of], []))
        groups[-1][1].append(block)
    groups.sort(key=lambda group: group[0])
    return release.with_blocks(block for _place, blocks in groups for block in blocks)


def paired(release: Release, original: Release) -> Release:
    """The release with blocks that do not say what they translate bound to those of the original that stand
    in the same order and are of the same kind; they are taken to be up to date."""
    bound = {_of(block) for block in release.blocks}
    there = [block for block in original.blocks if block.id not in bound]
    here = [block for block in release.blocks if block.translated is None]
    matcher = SequenceMatcher(
        None, [block.kind for block in there], [block.kind for block in here], autojunk=False
    )
    pairs = {
        here[match.b + step].id: there[match.a + step]
        for match in matcher.get_matching_blocks()
        for step in range(match.size)
    }
    return release.with_blocks(
        replace(block, translated=Translated(of=origin.id, words=tuple(origin.letters())))
        if (origin := pairs.get(block.id)) is not None
        else block
        for block in release.blocks
    )


def _of(block: Block) -> str:
    return block.translated.of if block.translated else ""


def _place_for(release: Release, original: Release, place: int) -> int:
    """Where a block belongs whose original stands at a place: behind what translates those before it."""
    before = {block.id for block in original.blocks[:place]}
    found = [at for at, block in enumerate(release.blocks) if _of(block) in before]
    return found[-1] + 1 if found else 0


def _begun(block: Block, *, words: bool) -> Block:
    """A block to be translated. One of the library is no longer what the library has."""
    made = fresh_copy(block) if words else fresh_copy(_emptied(block))
    if _says_words(block):
        made = replace(made, reference="", version=0)
    approvals = {name: None for name in ("approval", "asked") if hasattr(made, name)}
    return replace(made, translated=Translated(of=block.id, words=tuple(block.letters())), **approvals)


def _says_words(block: Block) -> bool:
    """Whether there is something in a block to translate, besides names and figures."""
    return any(text.strip() for text in _words(block))


def _words(record: object) -> Iterator[str]:
    kind: type = type(record)
    asked = {question.name: question.ask for question in questions(kind)}
    for name in getattr(record, "__struct_fields__", ()):
        answer = getattr(record, name)
        ask = asked.get(name)
        if isinstance(answer, Struct) and questions(type(answer)):
            yield from _words(answer)
        elif ask is None:
            continue
        elif ask.form == "line" and ask.holds == "words":
            yield answer
        elif ask.form == "rich":
            yield from (run.text for run in answer)
        elif ask.form == "paragraphs":
            yield from (run.text for text in answer for run in text)
        elif ask.form == "rows":
            for row in answer:
                yield from _words(row)


def _emptied(record: Block) -> Block:
    """A block with its names, figures and pictures, and without its words."""
    found: Block = _bare(record)
    return found


def _bare(record: Any) -> Any:
    kind: type = type(record)
    asked = {question.name: question.ask for question in questions(kind)}
    bare: dict[str, object] = {}
    for name in getattr(record, "__struct_fields__", ()):
        answer = getattr(record, name)
        ask = asked.get(name)
        if isinstance(answer, Struct) and questions(type(answer)):
            bare[name] = _bare(answer)
        elif ask is None:
            continue
        elif ask.form == "line" and ask.holds == "words":
            bare[name] = ""
        elif ask.form in {"rich", "paragraphs"}:
            bare[name] = ()
        elif ask.form == "rows":
            bare[name] = tuple(_bare(row) for row in answer)
    return replace(record, **bare)
