"""What a Word file for colleagues has more than the one for reporters: a content control around each
block, so that edits find their way back, and remarks as comments (ECMA-376 part 1: 17.5.2, 17.13.4)."""

from collections.abc import Iterable
from itertools import count, groupby
from operator import itemgetter
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from presskit.export.docx_fonts import Fonts
from presskit.export.docx_script import begins_leftward
from presskit.export.docx_text import Element, Hand, add, writable
from presskit.flow import ReviewSheet
from presskit.text.runs import rich

AUTHOR = "PressKit"
"""Who writes the comments: never a name."""

_LONGEST_NAME = 64  # characters of a control's tag and title: [MS-OI29500] 2.1.466 and 2.1.479

Drawn = tuple[str, Element]
"""A paragraph of the body, after the id of the block that it comes from."""


def mark_up(document: Document, drawn: Iterable[Drawn], sheet: ReviewSheet, fonts: Fonts) -> None:
    """Puts each block's paragraphs into a content control that is tagged with its id, and remarks beside
    them. Remarks of the whole release, and of blocks that are not drawn, stand at the first paragraph."""
    groups = [(block, [each for _, each in group]) for block, group in groupby(drawn, key=itemgetter(0))]
    if not groups:
        return
    numbers = count(1)
    spans: dict[str, tuple[Element, Element]] = {"": (groups[0][1][0], groups[0][1][0])}
    for block, paragraphs in groups:
        if block:
            spans.setdefault(block, (paragraphs[0], paragraphs[-1]))
            _wrap(paragraphs, block, sheet.kinds.get(block, ""), next(numbers))
    for remark in sheet.remarks:
        if words := writable(remark.words).strip():
            first, last = spans.get(remark.block, spans[""])
            _comment(document, words, fonts, first, last)


def _wrap(paragraphs: list[Element], tag: str, title: str, number: int) -> None:
    """A content control around neighbours. It is not locked: its words may be changed, and so may it.

    It is one for a part of a document (ECMA-376 part 1, 17.5.2.12), as around a table of contents: of any
    other kind, LibreOffice takes one paragraph for plain text without links, and drops one with a comment.
    """
    control = paragraphs[0].makeelement(qn("w:sdt"), nsmap=None)
    paragraphs[0].addprevious(control)
    about = add(control, "w:sdtPr")
    if title := " ".join(writable(title).split())[:_LONGEST_NAME]:
        add(about, "w:alias", val=title)
    add(about, "w:tag", val=tag)
    add(about, "w:id", val=str(number))
    add(add(about, "w:docPartObj"), "w:docPartGallery", val="Custom")
    add(control, "w:sdtContent").extend(paragraphs)


def _comment(document: Document, words: str, fonts: Fonts, first: Element, last: Element) -> None:
    """A comment on what stands from one paragraph to another, without a name, initials and time."""
    comments, lines = document.comments, words.split("\n")
    comment = comments.add_comment(author=AUTHOR, initials=None)
    for _ in lines[1:]:
        comment.add_paragraph()
    part = cast(XmlPart, document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
    element: Element = part.element[-1]
    del element.attrib[qn("w:date")]
    hand = Hand(part, fonts, "")
    for paragraph, line in zip(element.iter(qn("w:p")), lines, strict=True):
        leftward = begins_leftward(line)
        add(paragraph[0], "w:bidi", val=str(int(leftward)))
        hand.write(paragraph, rich(line), "body", leftward=leftward)
    number = str(comment.comment_id)
    start = first.makeelement(qn("w:commentRangeStart"), {qn("w:id"): number})
    heads = [each for each in first if each.tag in {qn("w:pPr"), qn("w:commentRangeStart")}]
    heads[-1].addnext(start)
    add(last, "w:commentRangeEnd", id=number)
    run = add(last, "w:r")
    add(add(run, "w:rPr"), "w:rStyle", val="CommentReference")
    add(run, "w:commentReference", id=number)
