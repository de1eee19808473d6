"""Lines joined to the paragraphs they were, before somebody's program broke them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from presskit.intake.passages import Form, Passage, Region
from presskit.text.runs import RichText, join

_ENDED = re.compile(r"""[.!?:…。！？؟۔"”»」』)\]]\s*$""")
_GOES_ON = re.compile(
    r"(?:[,;–—&/-]|(?<!\w)(?:of|and|the|to|for|in|on|at|by|with|a|an|or|de|la|le|el|y|et|und|der|die|das|e|o|и|в))\s*$",
    re.I,
)
_LISTED = re.compile(r"[;；]\s*(?:and|or|y|o|et|ou|und|oder|e|и|или)?\s*$")
_WIDEST, _NARROWEST = 112, 45  # letters of a line that a program broke
_SLACK = 9


class Para(Struct, frozen=True, omit_defaults=True, gc=False):
    """A paragraph: which passages it is of (first, and the one after its last), its words, and what its first
    passage said of itself."""

    first: int
    last: int
    runs: RichText
    text: str
    form: Form = "plain"
    level: int = 0
    mark: str = ""
    gap: int = 0
    region: Region = ""

    @property
    def printed(self) -> str:
        """Its words with the mark before them."""
        return f"{self.mark} {self.text}" if self.mark else self.text


def paragraphs(passages: Sequence[Passage]) -> list[Para]:
    """The paragraphs of a source, in order."""
    texts = [each.text for each in passages]
    width = _width([text for text, each in zip(texts, passages, strict=True) if not each.whole])
    found: list[Para] = []
    at = 0
    while at < len(passages):
        end = at + 1
        while end < len(passages) and _continues(passages, texts, end, width):
            end += 1
        first = passages[at]
        if end == at + 1:
            runs, text = first.runs, texts[at]
        else:
            parts: list[RichText | str] = []
            for number in range(at, end):
                if parts:
                    parts.append(" ")
                parts.append(passages[number].runs)
            runs, text = join(*parts), " ".join(texts[at:end])
        found.append(Para(at, end, runs, text, first.form, first.level, first.mark, first.gap, first.region))
        at = end
    return found


def _width(texts: list[str]) -> int:
    """The width at which lines were broken, or 0 where they were not."""
    lengths = sorted(map(len, texts))
    if len(lengths) < 4 or lengths[-1] > _WIDEST:
        long = [each for each in lengths if each > _WIDEST]
        if len(lengths) < 4 or len(long) * 12 > len(lengths):
            return 0
        lengths = [each for each in lengths if each <= _WIDEST]
    width = lengths[-1 - len(lengths) // 20]
    near = sum(width - 14 <= each <= width + 2 for each in lengths)
    return width if width >= _NARROWEST and near * 4 >= len(lengths) else 0


def _continues(passages: Sequence[Passage], texts: list[str], at: int, width: int) -> bool:
    """Whether a passage goes on with what the one before it began."""
    here, before = passages[at], passages[at - 1]
    if here.gap or here.whole or before.whole or here.form != "plain" or here.region != before.region:
        return False
    if before.form not in ("plain", "item"):
        return False
    text, last = texts[at], texts[at - 1]
    if _LISTED.search(last) and _in_list(texts, at):
        return False
    small = text[:1].islower() or text[:1] in ",.;)”’»"
    if small and not _ENDED.search(last) and len(last) > 40:
        return True
    if 20 < len(last) < 140 and _GOES_ON.search(last) and not last.endswith(("--", "—", "–")):
        return True
    if width:
        word = text.split(maxsplit=1)[0]
        full = len(last) + 1 + len(word) > width - (2 if _ENDED.search(last) else _SLACK)
        return full and (small or len(last) >= width * 0.6)
    return False


def _in_list(texts: list[str], at: int) -> bool:
    """Whether the lines before number `at` are points that end in semicolons, below one that leads there."""
    for before in range(at - 1, max(at - 40, -1), -1):
        if not _LISTED.search(texts[before]):
            return texts[before].rstrip().endswith((":", "："))
    return False
