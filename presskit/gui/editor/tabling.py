"""What a table from a spreadsheet becomes: rows of a statistics block, or a block of its own."""

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.tabled import Tabled
from presskit.gui import filing
from presskit.gui.editor.clipping import PastedTable
from presskit.i18n import _, ngettext
from presskit.model.block import Block, new_id
from presskit.text.table import MOST_ROWS

_LEAST = 2  # figures that make a paragraph a statistics block


def with_table(block: Block, path: str, pasted: PastedTable) -> tuple[Statistics, str] | None:
    """A block with the figures of a table, and the path of the last of them: a statistics block gets them
    below the row of `path`, an empty paragraph becomes one. None where they have no place."""
    content = pasted.content
    if isinstance(block, Paragraph) and block.is_empty() and len(content.figures) >= _LEAST:
        block, path = Statistics(id=new_id()), "introduction"
    name, _slash, rest = path.partition("/")
    if not isinstance(block, Statistics) or not (name == "items" or not block.introduction):
        return None
    if name not in {"items", "introduction"}:
        return None
    number = rest.partition("/")[0]
    place = int(number) + 1 if name == "items" and number.isdigit() else len(block.items)
    sources, figures = _joined(block, content)
    before, after = block.items[:place], block.items[place:]
    while before and before[-1] == Figure():
        before = before[:-1]
    new = replace(block, items=(*before, *figures, *after), sources=sources)
    return new, f"items/{len(before) + len(figures) - 1}/sentence"


def _joined(block: Statistics, content: Tabled) -> tuple[tuple[Source, ...], tuple[Figure, ...]]:
    """The sources of a block with those of a table, each once, and the table's figures bound to them."""
    if not content.sources:
        return block.sources, content.figures
    sources = [each for each in block.sources if each != Source()]
    if len(sources) < len(block.sources) and any(each.source for each in block.items):
        sources = list(block.sources)  # figures are bound to places, which must stay
    places = [0]
    for each in content.sources:
        if each not in sources:
            sources.append(each)
        places.append(sources.index(each) + 1)
    return tuple(sources), tuple(replace(each, source=places[each.source]) for each in content.figures)


def tell_left(parent: QWidget, left: int) -> None:
    """Says that a table had more rows than are taken, once the key is done with; nothing where it had not."""
    if left:
        told = ngettext(
            "The first {most} rows of the table are here. {count} more was left out: a release with so many "
            "figures is better served by a file beside it.",
            "The first {most} rows of the table are here. {count} more were left out: a release with so many "
            "figures is better served by a file beside it.",
            left,
        )
        told = told.format(most=MOST_ROWS, count=left)
        QTimer.singleShot(0, parent, lambda: filing.tell(parent, _("Paste"), told))
