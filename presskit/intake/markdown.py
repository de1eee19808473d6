"""Markdown (CommonMark 0.31 with tables), read as the page that it makes."""

import re

from presskit.intake import webpage
from presskit.intake.passages import Intake, Passage
from presskit.intake.wording import decoded
from presskit.text.runs import rich

_TITLE = re.compile(r"""title\s*:\s*["']?(\S.*?)["']?\s*$""", re.I)
_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*\n", re.S)


def read(data: bytes, called: str) -> Intake:
    """The passages of a Markdown text. Data before the text ("--- title: … ---") comes first, as matter."""
    from markdown_it import MarkdownIt

    words = decoded(data, called).replace("\r\n", "\n")
    matter: list[Passage] = []
    if found := _MATTER.match(words):
        for number, line in enumerate(found[1].split("\n"), 2):
            if line.strip():
                matter.append(_told(line.strip(), number))
        words = words[found.end() :]
    page = MarkdownIt("commonmark", {"maxNesting": 40, "breaks": True}).enable("table").render(words)
    intake = webpage.read(page.encode(), called)
    return Intake((*matter, *intake.passages), form="markdown", left_out=intake.left_out)


def _told(line: str, number: int) -> Passage:
    """A line of the data before the text. The title that it gives heads the text on the page."""
    if found := _TITLE.match(line):
        return Passage(rich(found[1]), form="heading", level=1, line=number, gap=1, whole=True)
    return Passage(rich(line), region="matter", line=number, whole=True)
