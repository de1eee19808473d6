"""Sheet -> plain text, as it goes into the body of an e-mail."""

import re
from itertools import groupby

from presskit.export.address import address
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Rule, Sheet
from presskit.model.brand import Look
from presskit.text.runs import RichText

_MAIL = re.compile("mailto:", re.IGNORECASE)
_WEB = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def write(sheet: Sheet, _look: Look) -> bytes:
    """UTF-8, a paragraph a line, an empty line between paragraphs, "• " before a point of a list, addresses
    of links in brackets."""
    return as_text(sheet).encode("utf-8", "replace")


def as_text(sheet: Sheet) -> str:
    """The same as letters; nothing for a sheet without words."""
    blocks = [text for shape in sheet.shapes if (text := _text(shape))]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _text(shape: AnyShape) -> str:
    match shape:
        case Heading() | Para():
            return _line(shape.text)
        case Lines():
            return "\n".join(map(_line, shape.lines))
        case Bullets():
            marks = (f"{number}. " if shape.ordered else "• " for number in range(1, len(shape.items) + 1))
            return "\n".join(mark + _line(item) for mark, item in zip(marks, shape.items, strict=True))
        case Picture() | Rule():
            return ""


def _line(text: RichText) -> str:
    """The words on one line; after those that lead somewhere, where to, unless they say it themselves."""
    shown: list[str] = []
    for link, runs in groupby(text, key=lambda run: run.link.strip() if address(run.link) else ""):
        words = "".join(run.text for run in runs)
        end = len(words.rstrip())
        told = f" ({_told(link)})" if end and link and _said(link) not in words.casefold() else ""
        shown += (words[:end], told, words[end:])
    return "".join(shown).strip()


def _told(link: str) -> str:
    """An address as it is written down."""
    mail = _MAIL.match(link)
    return link[mail.end() :].partition("?")[0] if mail else link


def _said(link: str) -> str:
    """An address as people say it, in small letters."""
    return _WEB.sub("", _told(link), count=1).rstrip("/").casefold()
