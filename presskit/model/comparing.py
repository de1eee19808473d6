"""What is different between two states of a release, block by block.

`compare(before, after)` gives a `BlockChange` for every block of both, in the order of `after`; what is
gone stands where it stood. `framed(before, after)` tells what differs around the blocks: dateline, embargo,
house style."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import N_, _
from presskit.model.block import Block
from presskit.model.brandwords import told
from presskit.model.locale_words import day, moment
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.model.telling import compared, telling

State = Literal["same", "changed", "new", "gone"]

Said = tuple[str, str, str]
"""What an answer is called, what it was and what it is."""


class BlockChange(Struct, frozen=True):
    """A block before and after: None where it is not there. moved: whether its place among the others
    changed. said: the answers that differ; of a block that changed without any, its approval or place in
    the library did."""

    state: State
    before: Block | None
    after: Block | None
    moved: bool = False
    said: tuple[Said, ...] = ()

    @property
    def block(self) -> Block:
        """The block as it is, or else as it was."""
        found = self.after or self.before
        assert found is not None
        return found


def compare(before: Release, after: Release) -> tuple[BlockChange, ...]:
    """Every block of two states of a release, with what differs. Blocks are the same by their id, or else by
    saying the same."""
    old, new = _by_id(before.blocks), _by_id(after.blocks)
    pairs = {key: key for key in new if key in old} | _alike(old, new)
    back = {was: now for now, was in pairs.items()}
    places = {key: place for place, key in enumerate(old)}
    still = _in_order([places[pairs[key]] for key in new if key in pairs])
    found: list[BlockChange] = []
    waiting = list(old)
    for key, block in new.items():
        was = pairs.get(key)
        if was is None:
            found.append(BlockChange("new", None, block, said=said_of(None, block)))
            continue
        moved = places[was] not in still
        if not moved:
            found += _gone(old, waiting, was, back)
        said = said_of(old[was], block)
        same = not said and replace(old[was], id=block.id) == block
        found.append(BlockChange("same" if same else "changed", old[was], block, moved, said))
    return (*found, *_gone(old, waiting, None, back))


def said_of(before: Block | None, after: Block | None) -> tuple[Said, ...]:
    """The answers of a block that differ: what each is called, what it was and what it is."""
    if before is not None and after is not None and before.kind == after.kind:
        return tuple(compared(before, after))
    was = [(told.label, told.text, "") for told in telling(before)] if before is not None else []
    now = [(told.label, "", told.text) for told in telling(after)] if after is not None else []
    return (*was, *now)


def framed(before: Release, after: Release) -> tuple[Said, ...]:
    """What differs around the blocks, in words of the screen."""
    old, new = dict(_frame(before)), dict(_frame(after))
    return tuple((_(label), old[label], new[label]) for label in old if old[label] != new[label])


def _frame(release: Release) -> tuple[tuple[str, str], ...]:
    line, place = release.line, release.dateline
    where = ", ".join(each for each in (place.city, place.region, place.country) if each)
    until = f"{moment(line.until)} {line.zone}".strip() if line.until else ""
    return (
        (N_("Language"), release.language),
        (
            N_("Dateline"),
            " ".join(each for each in (where, day(place.date) if place.date else "") if each),
        ),
        (N_("Release"), " ".join(each for each in (_(_LINES[line.kind]), until) if each)),
        (N_("Status"), _(_STATUS[release.status])),
        (N_("House style"), _(profile(release.profile).name)),
        (N_("Correction"), release.correction),
        (N_("Partners"), "; ".join(each.name for each in release.partners)),
        *told(release.brand),
    )


_LINES = {
    "immediate": N_("For immediate release"),
    "embargo": N_("Embargoed until"),
    "hold": N_("Hold for release"),
}
_STATUS = {
    "drafting": N_("Drafting"),
    "in review": N_("In review"),
    "cleared": N_("Cleared"),
    "issued": N_("Issued"),
}


def _by_id(blocks: Sequence[Block]) -> dict[str, Block]:
    return {block.id or f"#{place}": block for place, block in enumerate(blocks)}


def _alike(old: dict[str, Block], new: dict[str, Block]) -> dict[str, str]:
    """Blocks of `new` under another id than in `old` that say the same there."""
    spare: dict[tuple[str, ...], list[str]] = {}
    for key, block in old.items():
        if key not in new:
            spare.setdefault((block.kind, *block.letters()), []).append(key)
    found = {}
    for key, block in new.items():
        same = spare.get((block.kind, *block.letters())) if key not in old else None
        if same:
            found[key] = same.pop(0)
    return found


def _gone(
    old: dict[str, Block], waiting: list[str], until: str | None, back: dict[str, str]
) -> list[BlockChange]:
    """The blocks that are gone and stood before `until`, in order; they wait no longer."""
    found = []
    while waiting:
        key = waiting.pop(0)
        if key not in back:
            found.append(BlockChange("gone", old[key], None, said=said_of(old[key], None)))
        if key == until:
            break
    return found


def _in_order(places: list[int]) -> set[int]:
    """The most of these numbers that stand in rising order (patience sorting): all others were moved."""
    tops: list[int] = []
    piles: list[int] = []
    behind: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(tops, place)
        behind[place] = piles[at - 1] if at else None
        tops[at : at + 1] = [place]
        piles[at : at + 1] = [place]
    found: set[int] = set()
    last = piles[-1] if piles else None
    while last is not None:
        found.add(last)
        last = behind[last]
    return found
