"""What a reader finds in an exported file."""

import io
from collections import Counter
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from presskit.export.layout import lay_out
from presskit.export.to_text import as_text
from presskit.flow import Sheet, shape_paragraphs
from presskit.model.kit import Kit


def docx_paragraphs(file: bytes | Path) -> list[str]:
    """The paragraphs of the body in order, each with the mark that its list gives it."""
    document = docx.Document(str(file) if isinstance(file, Path) else io.BytesIO(file))
    numbering = document.part.numbering_part.element
    seen: Counter[int] = Counter()
    found = []
    for paragraph in document.paragraphs:
        number = list_number(paragraph)
        mark = ""
        if number:
            seen[number] += 1
            (abstract,) = numbering.xpath(f'./w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
            (level,) = numbering.xpath(f'./w:abstractNum[@w:abstractNumId="{abstract}"]/w:lvl[@w:ilvl="0"]')
            pattern = level.find(qn("w:lvlText")).get(qn("w:val"))
            mark = pattern.replace("%1", str(seen[number])) + " "
        found.append(mark + paragraph.text)
    return found


def list_number(paragraph: Paragraph) -> int:
    """The numbering definition that a paragraph, or else its style, refers to; 0 when it is in no list."""
    for properties in (paragraph._p.pPr, paragraph.style.element.pPr):
        if properties is not None and properties.numPr is not None:
            return properties.numPr.numId.val
    return 0


def lines(text: str) -> list[str]:
    """The lines that are not empty."""
    return [line for line in text.splitlines() if line]


def plain_text(kit: Kit, number: int = 0) -> str:
    """What the plain text of a release says, without the addresses that it alone spells out."""
    return text_of(lay_out(kit, number))


def text_of(sheet: Sheet) -> str:
    """The plain text of a sheet without the addresses after the words of links."""
    found = as_text(sheet)
    for run in (run for shape in sheet.shapes for text in shape_paragraphs(shape) for run in text):
        link = run.link.strip()
        for told in (link, link[len("mailto:") :].partition("?")[0]) if link else ():
            found = found.replace(f" ({told})", "")
    return found
