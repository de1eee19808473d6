"""Markdown (CommonMark 0.31 with tables), read as the page that it makes."""

import re

from presskit.intake import webpage
from presskit.intake.passages import Intake, Passage
from presskit.intake.wording import decoded
from presskit.text.runs import rich

_FIRST = 12  # passages among which the text has its own headline
_TITLE = re.compile(r"""title\s*:\s*["']?(\S.*?)["']?\s*$""", re.I)
_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*\n", re.S)


def read(data: bytes, called: str) -> Intake:
    """The passages of a Markdown text. Data before the text ("--- title: … ---") comes first, as matter."""
    from markdown_it import MarkdownIt

    words = decoded(data, called).replace("\r\n", "\n")
    data_before: list[tuple[int, str]] = []
    if found := _MATTER.match(words):
        lines = enumerate(found[1].split("\n"), 2)
        data_before = [(number, line.strip()) for number, line in lines if line.strip()]
        words = words[found.end() :]
    page = MarkdownIt("commonmark", {"maxNesting": 40, "breaks": True}).enable("table").render(words)
    intake = webpage.read(page.encode(), called)
    heads = {_letters(each.text) for each in intake.passages[:_FIRST]}
    matter = [_told(line, number, heads) for number, line in data_before]
    return Intake((*matter, *intake.passages), form="markdown", left_out=intake.left_out)


def _told(line: str, number: int, heads: set[str]) -> Passage:
    """A line of the data before the text. The title that it gives heads the text, unless the text has it too.
    heads: the letters of the text's first passages."""
    found = _TITLE.match(line)
    if found and _letters(found[1]) not in heads:
        return Passage(rich(found[1]), form="heading", level=1, line=number, gap=1, whole=True)
    return Passage(rich(line), region="matter", line=number, whole=True)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
