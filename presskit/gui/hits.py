"""What a search found in the kit, and how its places and those of the caret follow each other."""

from bisect import bisect_left
from collections.abc import Mapping

from presskit.gui.editor.spots import places, spot
from presskit.gui.editor.writing import Caret
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.patterns import BadPattern, Sought
from presskit.model.release import Release
from presskit.model.search import Match, Scope, Search, texts, words_at

Place = tuple[int, int, int, int]
"""Block, field, paragraph and letter, by number: places compare in reading order."""
NOTES = -1  # in the place of a release's number: the kit's own notes


class Hits:
    """The matches in the release that is shown, all from the record: no card is needed for them.

    elsewhere: how many more there are in each other release, by its number, and in the kit's NOTES.
    problem: why there can be none, for the screen.
    """

    def __init__(self) -> None:
        self.search: Search | None = None
        self.matches: list[Match] = []
        self.by_field: dict[str, dict[str, list[Match]]] = {}
        self.elsewhere: dict[int, int] = {}
        self.problem = ""
        self._kit, self._number = Kit(), 0
        self._blocks: dict[str, Block] = {}
        self._order: dict[str, int] = {}  # where each block stands

    @property
    def release(self) -> Release:
        """The release that was searched last."""
        return self._kit.releases[self._number]

    def look(self, sought: Sought, scope: Scope, kit: Kit, number: int) -> None:
        """Looks for something else."""
        try:
            self.search, self.problem = Search(sought, scope), ""
        except BadPattern as problem:
            self.search, self.problem = None, problem.sentence
        self.collect(kit, number)

    def collect(self, kit: Kit, number: int) -> None:
        """Looks for the same in what the kit is now."""
        self.forget()
        self._kit, self._number = kit, number
        self._blocks = {block.id: block for block in self.release.blocks}
        self._order = {block_id: at for at, block_id in enumerate(self._blocks)}
        if self.search is None:
            return
        try:
            self.matches = self.search.matches(self.release, number)
            self.elsewhere = _elsewhere(self.search, kit, number)
        except BadPattern as problem:  # it is not tried again before it changes
            self.search, self.problem, self.matches = None, problem.sentence, []
        for match in self.matches:
            self.by_field.setdefault(match.block, {}).setdefault(match.field, []).append(match)

    def forget(self) -> None:
        """Nothing is found any more."""
        self.matches, self.by_field, self.elsewhere = [], {}, {}

    def in_kit(self) -> Mapping[int, list[Match]]:
        """The matches in every release of the kit."""
        if self.search is None:
            return {}
        return {number: self.search.matches(each, number) for number, each in enumerate(self._kit.releases)}

    def fits(self, block: Block) -> bool:
        """Whether a block is still as it was searched."""
        searched = self._blocks.get(block.id)
        return searched is block or searched == block

    # --- one after the other

    def near(self, place: Place, step: int) -> Match | None:
        """The first match at or after a place, or the last before it; round the ends of the release."""
        if not self.matches:
            return None
        at = bisect_left(self.matches, place, key=self.place)
        return self.matches[at % len(self.matches) if step > 0 else at - 1]

    def after(self, match: Match, step: int) -> Match:
        """The match so many steps from one of them, round the ends."""
        return self.matches[(self.matches.index(match) + step) % len(self.matches)]

    def place(self, match: Match) -> Place:
        """Where a match is."""
        return (*self._numbers(match.block, match.field), match.paragraph, match.start)

    def place_of(self, caret: Caret | None) -> Place:
        """Where a caret is; the beginning where there is none."""
        if caret is None:
            return (0, 0, 0, 0)
        first = min(caret.anchor, caret.position)
        return (*self._numbers(caret.block, caret.field), *spot(self._words(caret.block, caret.field), first))

    def caret_at(self, match: Match) -> Caret:
        """The caret over a match."""
        return Caret(match.block, match.field, *self.span(match, self._words(match.block, match.field)))

    def spans(self, block: str, field: str) -> list[tuple[Match, tuple[int, int]]]:
        """The matches in a field with where they stand in it, as Qt counts."""
        words = self._words(block, field)
        return [(match, self.span(match, words)) for match in self.by_field.get(block, {}).get(field, ())]

    def span(self, match: Match, words: list[str]) -> tuple[int, int]:
        """Where a match stands in a field with these paragraphs."""
        return places(words, match.paragraph, match.start, match.end)

    def _words(self, block_id: str, field: str) -> list[str]:
        block = self._blocks.get(block_id)
        return words_at(block, field) if block else []

    def _numbers(self, block_id: str, field: str) -> tuple[int, int]:
        at, block = self._order.get(block_id, 0), self._blocks.get(block_id)
        paths = [path for path, _question, _answer in texts(block)] if block and field else []
        return at, paths.index(field) if field in paths else 0


def _elsewhere(search: Search, kit: Kit, number: int) -> dict[int, int]:
    found = {
        other: len(search.matches(release, other))
        for other, release in enumerate(kit.releases)
        if other != number
    }
    found[NOTES] = search.count_in(kit.notes)
    return {where: count for where, count in found.items() if count}
