"""Headlines whose lines come out about equally long, for writers that leave the breaking to others."""

from presskit.export.pdf_ink import Inks
from presskit.export.pdf_lines import break_lines
from presskit.flow import Role
from presskit.model.brand import Look
from presskit.text.runs import RichText, strip

_SLACK = 1.05  # as programs kern and round differently, and may have to set another typeface
_LEAST = 12.0  # points: a difference that nobody sees is not worth an indent


def spare(text: RichText, role: Role, look: Look, language: str, width: float) -> float:
    """By how many points the column of a headline is best narrowed, so that it is broken as the PDF breaks
    it: into no more lines than it takes, about equally long. Nothing for one line."""
    style = look.style(role)
    inks = Inks(style, tuple(look.families.values()), style.colour, language)
    lines = break_lines(strip(text), inks, width, balanced=True)
    if len(lines) < 2:
        return 0.0
    free = width - max(line.width for line in lines) * _SLACK
    return free if free >= _LEAST else 0.0
