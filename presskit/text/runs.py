"""Rich text: runs of characters with bold, italic, link and language, and nothing else."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace


class Run(Struct, frozen=True, omit_defaults=True, gc=False):
    """Characters that share their emphasis; `link` is an address, `language` a BCP 47 tag or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""

    def looks_like(self, other: "Run") -> bool:
        """Whether both differ in their characters alone."""
        return (self.bold, self.italic, self.link, self.language) == (
            other.bold,
            other.italic,
            other.link,
            other.language,
        )


RichText = tuple[Run, ...]
"""One paragraph."""

Paragraphs = tuple[RichText, ...]


def rich(text: str, *, bold: bool = False, italic: bool = False) -> RichText:
    """Plain characters as rich text; nothing for an empty string."""
    return (Run(text, bold=bold, italic=italic),) if text else ()


def plain(text: RichText) -> str:
    """The characters alone."""
    return "".join(run.text for run in text)


def plain_paragraphs(paragraphs: Paragraphs) -> str:
    """The characters of several paragraphs, one a line."""
    return "\n".join(plain(paragraph) for paragraph in paragraphs)


def tidy(runs: Iterable[Run]) -> RichText:
    """The same text with empty runs dropped and equal neighbours joined."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if result and result[-1].looks_like(run):
            result[-1] = replace(result[-1], text=result[-1].text + run.text)
        else:
            result.append(run)
    return tuple(result)


def cut(text: RichText, start: int, end: int | None = None) -> RichText:
    """The characters from `start` up to `end` (offsets in the plain text), emphasis kept."""
    result: list[Run] = []
    at = 0
    for run in text:
        first = max(start - at, 0)
        last = len(run.text) if end is None else min(end - at, len(run.text))
        if first < last:
            result.append(replace(run, text=run.text[first:last]))
        at += len(run.text)
    return tuple(result)


def join(*parts: RichText | str) -> RichText:
    """One rich text out of several; plain strings are taken without emphasis."""
    runs: list[Run] = []
    for part in parts:
        runs.extend(rich(part) if isinstance(part, str) else part)
    return tidy(runs)


def strip(text: RichText) -> RichText:
    """The text without white space at either end."""
    letters = plain(text)
    start = len(letters) - len(letters.lstrip())
    return cut(text, start, len(letters.rstrip()) if letters.strip() else start)


def change_letters(text: RichText, change: Callable[[str], str]) -> RichText:
    """Applies a change that keeps the number of characters, across the borders of runs.

    Raises ValueError when `change` returns a string of another length.
    """
    before = plain(text)
    after = change(before)
    if after == before:
        return text
    if len(after) != len(before):
        raise ValueError("the change must keep the number of characters")
    result: list[Run] = []
    at = 0
    for run in text:
        result.append(replace(run, text=after[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(result)
