"""Find and replace in a release: pure functions over the declared fields of every block."""

import re
import time
from collections.abc import Callable, Collection, Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.block import Block
from presskit.model.fields import Question, questions
from presskit.model.patterns import PATIENCE, Pattern, Sought
from presskit.model.release import Release
from presskit.text.runs import Paragraphs, RichText, Run, cut, plain, tidy

Scope = Literal["all", "quotes", "others"]
"""all: everything. quotes: what somebody said, in quotes and between quotation marks. others: the rest."""

# As languages set them; Hebrew has one mark at both ends. Straight ones begin where no letter stands before:
# צה"ל is one word. What is not closed runs on to the next paragraph.
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|”[^”]*”"
    r'|(?<!\w)"[^"]*(?:"|$)'
)


class Match(Struct, frozen=True):
    """A place in a release. field: path in its block ("text", "items/2/sentence", "speaker/name").
    start, end: in letters of the plain text of a paragraph (by number, 0 where there is only one)."""

    block: str
    field: str
    paragraph: int
    start: int
    end: int


class Search:
    """A search that stays open while the release changes: what did not change is not read again."""

    def __init__(self, sought: Sought, scope: Scope = "all") -> None:
        """Prepares a search; raises BadPattern when the pattern cannot be read."""
        self._pattern = Pattern(sought) if sought.text else None
        self._fills = sought.pattern
        self._scope = scope
        self._known: dict[int, dict[str, tuple[Block, tuple[Match, ...]]]] = {}

    def matches(self, release: Release, number: int = 0) -> list[Match]:
        """All places, in reading order; raises BadPattern when that takes too long. number: which of the
        kit's releases it is."""
        if self._pattern is None:
            return []
        until = time.monotonic() + PATIENCE
        before_all = self._known.get(number, {})
        known: dict[str, tuple[Block, tuple[Match, ...]]] = {}
        for block in release.blocks:
            before = before_all.get(block.id)
            if before is None or before[0] is not block:
                before = (block, tuple(self._in_block(block, until)))
            known[block.id] = before
        self._known[number] = known
        return [match for _block, found in known.values() for match in found]

    def replaced(self, release: Release, by: str, only: Collection[Match]) -> Release:
        """The release with these places of its `matches` replaced. In a pattern's replacement, \\1 is what
        its first group found. New words take the emphasis of the first letter they replace; raises
        BadPattern when the replacement cannot be read."""
        wanted, touched = set(only), {match.block for match in only}
        until = time.monotonic() + PATIENCE
        blocks = [
            self._replaced_in(block, by, wanted, until) if block.id in touched else block
            for block in release.blocks
        ]
        return release.with_blocks(blocks)

    def count_in(self, text: str) -> int:
        """How many places a text has that is no part of a release; raises BadPattern as `matches` does."""
        if self._pattern is None:
            return 0
        return sum(1 for _found in self._places(False, text, time.monotonic() + PATIENCE))

    def replaced_in(self, text: str, by: str) -> str:
        """That text with all its places replaced; raises BadPattern as `replaced` does."""
        assert self._pattern is not None
        parts: list[str] = []
        at = 0
        for found in self._places(False, text, time.monotonic() + PATIENCE):
            parts += [text[at : found.start()], self._pattern.expand(found, by) if self._fills else by]
            at = found.end()
        return "".join([*parts, text[at:]])

    def _in_block(self, block: Block, until: float) -> Iterator[Match]:
        for path, question, answer in texts(block):
            for number, text in enumerate(paragraphs_of(question, answer)):
                for found in self._places(_is_said(question), plain(text), until):
                    yield Match(block.id, path, number, found.start(), found.end())

    def _places(self, is_said: bool, text: str, until: float) -> Iterator[Any]:
        assert self._pattern is not None
        if self._scope == "all":
            yield from self._pattern.run(text, until)
            return
        said = [(0, len(text))] if is_said else quoted(text)
        for found in self._pattern.run(text, until):
            inside = any(start <= found.start() and found.end() <= end for start, end in said)
            outside = all(found.end() <= start or end <= found.start() for start, end in said)
            if inside if self._scope == "quotes" else outside:
                yield found

    def _replaced_in(self, block: Block, by: str, wanted: Collection[Match], until: float) -> Block:
        def change(path: str, question: Question, answer: Any) -> Any:
            after = tuple(
                self._rewritten(question, text, by, until, Match(block.id, path, number, 0, 0), wanted)
                for number, text in enumerate(paragraphs_of(question, answer))
            )
            match question.ask.form:
                case "line":
                    return " ".join(plain(after[0]).split("\n"))
                case "rich":
                    return after[0]
                case _:
                    return after

        rebuilt: Block = _rebuilt(block, "", change)
        return rebuilt

    def _rewritten(
        self, question: Question, text: RichText, by: str, until: float, where: Match, only: Collection[Match]
    ) -> RichText:
        assert self._pattern is not None
        runs: list[Run] = []
        at = 0
        for found in self._places(_is_said(question), plain(text), until):
            start, end = found.start(), found.end()
            if replace(where, start=start, end=end) not in only:
                continue
            new = self._pattern.expand(found, by) if self._fills else by
            first = cut(text, start, start + 1)[0]
            runs += [*cut(text, at, start), replace(first, text=new)]
            at = end
        return tidy([*runs, *cut(text, at)]) if at else text


def exchanged(block: Block, field: str, paragraph: int, start: int, end: int, words: str) -> Block:
    """The block with other letters at a place of a text; they take the emphasis of the first that they
    replace, or of the one before."""

    def change(path: str, question: Question, answer: Any) -> Any:
        if path != field:
            return answer
        after = list(paragraphs_of(question, answer))
        text = after[paragraph]
        model = cut(text, start, start + 1) or cut(text, max(start - 1, 0), start) or (Run(""),)
        put = (replace(model[0], text=words),) if words else ()
        after[paragraph] = tidy([*cut(text, 0, start), *put, *cut(text, end)])
        match question.ask.form:
            case "line":
                return plain(after[0])
            case "rich":
                return after[0]
            case _:
                return tuple(after)

    rebuilt: Block = _rebuilt(block, "", change)
    return rebuilt


def texts(record: Any, path: str = "") -> Iterator[tuple[str, Question, Any]]:
    """Every field of a record with words in it: path, question and answer, in the order of its fields."""
    kind: type = type(record)
    asked = {each.name: each for each in questions(kind)}
    for name in record.__struct_fields__:
        answer, question = getattr(record, name), asked.get(name)
        if question is None:
            if isinstance(answer, Struct) and questions(type(answer)):
                yield from texts(answer, f"{path}{name}/")
        elif question.ask.form == "rows":
            for number, row in enumerate(answer):
                yield from texts(row, f"{path}{name}/{number}/")
        elif question.ask.form in {"line", "rich", "paragraphs"}:
            yield path + name, question, answer


def _is_said(question: Question) -> bool:
    return question.ask.role == "quote"


def words_at(block: Block, field: str) -> list[str]:
    """The plain text of each paragraph at a path in a block; none where there is no such text."""
    for path, question, answer in texts(block):
        if path == field:
            return [plain(each) for each in paragraphs_of(question, answer)]
    return []


def quoted(text: str) -> list[tuple[int, int]]:
    """Where in a paragraph somebody is quoted: from each opening mark to its closing one, marks included;
    a quotation that runs on to the next paragraph does not close."""
    return [found.span() for found in _QUOTED.finditer(text)]


def paragraphs_of(question: Question, answer: Any) -> Paragraphs:
    """The answer to a question for a text, as paragraphs: of a line and of a single paragraph, one."""
    match question.ask.form:
        case "line":
            return ((Run(answer),),)
        case "rich":
            return (answer,)
        case _:
            return tuple(answer)


def _rebuilt(record: Any, path: str, change: Callable[[str, Question, Any], Any]) -> Any:
    """The record with each of its texts changed; the same one when nothing differs."""
    kind: type = type(record)
    asked = {each.name: each for each in questions(kind)}
    new: dict[str, Any] = {}
    for name in record.__struct_fields__:
        answer, question = getattr(record, name), asked.get(name)
        after = answer
        if question is None:
            if isinstance(answer, Struct) and questions(type(answer)):
                after = _rebuilt(answer, f"{path}{name}/", change)
        elif question.ask.form == "rows":
            after = tuple(
                _rebuilt(row, f"{path}{name}/{number}/", change) for number, row in enumerate(answer)
            )
        elif question.ask.form in {"line", "rich", "paragraphs"}:
            after = change(path + name, question, answer)
        if after != answer:
            new[name] = after
    return replace(record, **new) if new else record
