"""What the readers of Word and OpenDocument files have in common."""

from collections.abc import Iterator, Mapping, Sequence

from presskit.i18n import _, ngettext
from presskit.intake.passages import Passage
from presskit.text.runs import RichText, Run, tidy

_LONG_CELL = 200  # letters; a table with longer ones is there for its looks


def lineage(name: str, bases: Mapping[str, str]) -> Iterator[str]:
    """A style and those that it is based on, the nearest first, each once. bases: by the name of each."""
    seen: set[str] = set()
    while name in bases and name not in seen:
        seen.add(name)
        yield name
        name = bases[name]


def row_of(cells: Sequence[Sequence[Passage]]) -> RichText:
    """A row of a table as one text, its cells parted by tabs; nothing where it has one cell, or one with
    more than a short paragraph."""
    if len(cells) < 2 or any(len(each) != 1 or len(each[0].text) >= _LONG_CELL for each in cells):
        return ()
    runs: list[Run] = []
    for each in cells:
        runs += [Run("\t"), *each[0].runs] if runs else each[0].runs
    return tidy(runs)


def left_out(deleted: int, pictures: int, *, too_deep: bool) -> list[str]:
    """What of a document was not read, in sentences."""
    told = []
    if deleted:
        words = ngettext(
            "One tracked deletion or hidden word was left out.",
            "{count} tracked deletions or hidden words were left out.",
            deleted,
        )
        told.append(words.format(count=deleted))
    if pictures:
        words = ngettext("One picture was left out.", "{count} pictures were left out.", pictures)
        told.append(words.format(count=pictures))
    if too_deep:
        told.append(_("What stands in too many lists or boxes within each other was left out."))
    return told
