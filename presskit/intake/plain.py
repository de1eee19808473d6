"""Plain text, line by line."""

import re

from presskit.intake.passages import Passage
from presskit.text.runs import rich

# What ends a line: Unicode 15, UAX 14, classes BK, CR, LF and NL.
_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# "(11) 5555-0100" begins with no number of a list.
_MARK = re.compile(
    r"(?P<mark>[•‣◦▪▫●○■□▸►➢➤✓✔⁃∙·➔→※★☆◆◇]|[*+–—-](?=\s)|o(?=\t)"
    r"|(?:\(?\d{1,2}[.)](?!\s+\d{3,5}[ -]\d{3})|[a-z]\))(?=\s))\s+(?=\S)|(?P<dot>・)\s*(?=\S)"
)


def lines(words: str) -> tuple[Passage, ...]:
    """A passage for each line that has letters, in order. A bullet or number at its head is its mark."""
    found: list[Passage] = []
    gap = 0
    for number, line in enumerate(_ENDS.split(words), 1):
        letters = line.strip()
        if not letters:
            gap += 1
            continue
        found.append(passage(letters, gap=gap, line=number))
        gap = 0
    return tuple(found)


def passage(letters: str, *, gap: int, line: int) -> Passage:
    """A line without blanks at its ends; what looks like an item is one."""
    mark = _MARK.match(letters)
    if mark is None:
        return Passage(rich(letters), gap=gap, line=line)
    rest = letters[mark.end() :]
    return Passage(rich(rest), form="item", level=1, mark=mark["mark"] or mark["dot"], gap=gap, line=line)
