"""Sheet -> plain text, as it goes into the body of an e-mail."""

from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Rule, Sheet
from presskit.model.brand import Look
from presskit.text.runs import RichText, plain


def write(sheet: Sheet, _look: Look) -> bytes:
    """UTF-8, a paragraph a line, an empty line between paragraphs, "• " before a point of a list."""
    blocks = [text for shape in sheet.shapes if (text := _text(shape))]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace") if blocks else b""


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
    return plain(text).strip()
