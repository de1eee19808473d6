"""What stands at the head and foot of every page of a Word file."""

import math
import re
import unicodedata

from docx.oxml.ns import qn
from lxml.etree import SubElement

from presskit.export.docx_script import runs_leftward
from presskit.export.docx_styles import STYLES, column
from presskit.export.docx_text import Element, Hand, add, add_letters, writable
from presskit.flow import Bullets, Picture, Role, Sheet, shape_paragraphs
from presskit.model.brand import Look
from presskit.text.runs import plain
from presskit.text.typography import is_right_to_left

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LETTER = 0.5  # the width of an average small letter, in sizes of the type
_NUMBERS = re.compile(r"(\{page\}|\{pages\})")
_LEFT_TO_RIGHT = "\u200e"  # holds "Page 2 of 2" together within a line from right to left
_MORE = "More"  # the variable in which LibreOffice keeps the words for more pages


def page_count(sheet: Sheet, look: Look) -> int:
    """About how many pages there are: shown by programs that do not count pages themselves."""
    width, height = column(look), look.size[1] - look.margins[0] - look.margins[2]
    used = 0.0
    for shape in sheet.shapes:
        style = look.style(shape.role)
        if isinstance(shape, Picture):
            used += look.logo_height if shape.role == "logo" else height * 0.4
        for text in shape_paragraphs(shape):
            room = max(width - style.indent, 36) / (style.size * _LETTER)
            used += math.ceil(max(_cells(plain(text)), 1) / room) * style.leading
            used += style.after if isinstance(shape, Bullets) else 0
        used += style.before + style.after
    return max(1, math.ceil(used / max(height, 72)))


def _cells(text: str) -> float:
    """How wide the text is, in small letters; an ideograph is as wide as two."""
    if text.isascii():
        return len(text) + sum(map(str.isupper, text)) / 4
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide + sum(map(str.isupper, text)) / 4


def write_head(header: Element, hand: Hand, sheet: Sheet, pages: int) -> Element:
    """The running head: release line at one side, short title and page number at the other. Returns its
    paragraph."""
    look = hand.fonts.look
    paragraph = _paragraph(header, "running")
    running = writable(sheet.running).strip()
    number = _NUMBERS.sub("88", sheet.page)
    room = column(look) / (look.style("running").size * _LETTER) - _cells(f"{running}    · {number}")
    title = _shortened(writable(sheet.short_title).strip(), int(room))
    mirrored = is_right_to_left(sheet.language)
    hand.add_words(paragraph, running, "running", leftward=mirrored)
    add(add(paragraph, "w:r"), "w:tab")
    hand.add_words(paragraph, f"{title} · " if title else "", "running", leftward=mirrored)
    leftward = _is_leftward(_NUMBERS.sub("", sheet.page), sheet.language)
    for part in _NUMBERS.split(writable(sheet.page)):
        if part == "{page}":
            _add_field(_run(paragraph, leftward=leftward), " PAGE ", "2")
        elif part == "{pages}":
            _add_field(_run(paragraph, leftward=leftward), " NUMPAGES ", str(max(pages, 2)))
        else:
            hand.add_words(paragraph, part, "running", leftward=leftward)
    if mirrored and not leftward:
        hand.add_words(paragraph, _LEFT_TO_RIGHT, "running", leftward=False)
    return paragraph


def _is_leftward(words: str, language: str) -> bool:
    """Whether words that the page repeats run from right to left."""
    return is_right_to_left(language) and runs_leftward(words, language)


def write_foot(footer: Element, sheet: Sheet, page: int, pages: int) -> None:
    """The words for more pages, on every page that another one follows. `page`: one that it stands on.

    Word works it out from two fields within a third. LibreOffice cannot do that, but it shows what a
    variable holds where a page ends: `mark_ends` sets and empties one. What either cannot read is
    offered as the choice that it passes over.
    """
    paragraph = _paragraph(footer, "more")
    more = writable(sheet.more).strip()
    if not more:
        return
    word, others = _alternatives(_run(paragraph, leftward=_is_leftward(more, sheet.language)))
    _begin(word, " IF ")
    _add_field(word, " PAGE ", str(page))
    add_letters(word, " < ", "w:instrText")
    _add_field(word, " NUMPAGES ", str(pages))
    add_letters(word, f' "{_quotable(more)}" "" ', "w:instrText")
    _end(word, more if page < pages else "")
    _add_field(others, f" REF {_MORE} ", more if page < pages else "")


def mark_ends(body: Element, more: str) -> None:
    """Sets LibreOffice's variable in the first paragraph and empties it in the last: see `write_foot`."""
    words = _quotable(writable(more).strip())
    paragraphs = list(body.iter(qn("w:p")))
    if not words or not paragraphs:
        return
    for paragraph, value in ((paragraphs[0], words), (paragraphs[-1], "")):
        _, others = _alternatives(add(paragraph, "w:r"))
        _begin(others, f' SET {_MORE} "{value}" ')
        add(others, "w:fldChar", fldCharType="end")


def _alternatives(run: Element) -> tuple[Element, Element]:
    """What Word 2010 and later read, and what all others read (ISO/IEC 29500-3, 7.5)."""
    either = SubElement(run, _COMPATIBILITY + "AlternateContent")
    choice = SubElement(either, _COMPATIBILITY + "Choice")
    choice.set("Requires", "wpi")  # ink: declared by the template, in Word since 2010
    otherwise = SubElement(either, _COMPATIBILITY + "Fallback")
    return choice, otherwise


def _paragraph(parent: Element, role: Role) -> Element:
    paragraph = add(parent, "w:p")
    add(add(paragraph, "w:pPr"), "w:pStyle", val=STYLES[role].id)
    return paragraph


def _run(paragraph: Element, *, leftward: bool) -> Element:
    run = add(paragraph, "w:r")
    if leftward:
        add(add(run, "w:rPr"), "w:rtl")
    return run


def _add_field(parent: Element, instruction: str, result: str) -> None:
    """A field with what it showed when last worked out (ISO/IEC 29500-1, 17.16)."""
    _begin(parent, instruction)
    _end(parent, result)


def _begin(parent: Element, instruction: str) -> None:
    add(parent, "w:fldChar", fldCharType="begin")
    add_letters(parent, instruction, "w:instrText")


def _end(parent: Element, result: str) -> None:
    add(parent, "w:fldChar", fldCharType="separate")
    if result:
        add_letters(parent, result)
    add(parent, "w:fldChar", fldCharType="end")


def _quotable(words: str) -> str:
    """The words so that they can stand between the quotation marks of a field."""
    return words.replace("\\", "\\\\").replace('"', "”").replace("\n", " ")


def _shortened(title: str, room: int) -> str:
    """The title cut at a word so that the head stays one line; nothing where too little would be left."""
    if _cells(title) <= room:
        return title
    kept = title.removesuffix("…")
    while kept and _cells(kept) > room - 2:
        kept = kept[:-1] if " " not in kept else kept.rpartition(" ")[0]
    kept = kept.rstrip(" ,;:–—-")
    return f"{kept} …" if len(kept) >= 8 else ""
