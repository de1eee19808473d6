"""Sheet -> PDF: parts on pages, running heads, and where each block landed."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, assert_never

from presskit.export import font_advice, pdf_watermark
from presskit.export.errors import ExportProblem
from presskit.export.pdf_lines import base_line, one_line
from presskit.export.pdf_metadata import About, Attached
from presskit.export.pdf_pages import Placed, paginate
from presskit.export.pdf_paper import Paper
from presskit.export.pdf_parts import Part, PartMaker, PicturePart, RulePart, TextPart, indented
from presskit.export.pdf_stretches import Line
from presskit.export.pdf_tagger import Tagger
from presskit.flow import Sheet
from presskit.model.brand import WATERMARK, Look
from presskit.text.runs import rich

_HEAD_GAP = 14.0  # points between the column and the rule below the running head
_RULE_GAP = 4.0  # points between that rule and the running head
_FOOT_GAP = 22.0  # points between the column and "-more-"
_HEAD_SPACE = 18.0  # points at least between the two sides of the running head
_HAIRLINE = 0.5  # points


class Place(NamedTuple):
    """Where a block stands: `page` from 0, `top` and `bottom` in points from the page's top."""

    block: str
    page: int
    top: float
    bottom: float


class Drawn(NamedTuple):
    """A finished PDF. places: in reading order, one for each page that a block stands on. advice: why
    export would refuse it and what to do, or nothing."""

    data: bytes
    places: tuple[Place, ...]
    pages: int
    advice: font_advice.Advice | None = None


def write(sheet: Sheet, look: Look, attached: Sequence[Attached] = ()) -> bytes:
    """The PDF; raises ExportProblem when a character has no font or a picture cannot be read."""
    return draw(sheet, look, attached=attached).data


def draw(sheet: Sheet, look: Look, *, strict: bool = True, attached: Sequence[Attached] = ()) -> Drawn:
    """The PDF and where each block stands in it; equal input gives equal bytes.

    strict: raises ExportProblem where something could not be shown; otherwise a visible
    substitute is drawn, as a preview wants it.
    """
    look, advice = font_advice.settle(sheet, look)
    if advice and strict:
        raise ExportProblem(advice.sentence, advice.offers)
    top, _, bottom, _ = look.margins
    maker = PartMaker(sheet, look, strict=strict)
    pages = paginate(maker.rows(), max(look.size[1] - top - bottom, 1.0))
    said = About(sheet.title or sheet.running, sheet.issuer, sheet.language, sheet.subject, sheet.keywords)
    paper = Paper(look.size, said, attached)
    tagger = Tagger(paper.structure)
    places: dict[tuple[str, int], Place] = {}
    mark = ""
    if sheet.draft:
        word = one_line(sheet.draft, maker.ink("draft"), leftward=maker.leftward)
        mark = pdf_watermark.watermark(word, look.size)
    for number, page in enumerate(pages):
        paper.behind(mark, WATERMARK)
        if number or sheet.draft:
            _head(paper, maker, sheet, look, f"{number + 1}", f"{len(pages)}")
        for part, placed in _by_part(page):
            _part(paper, look, tagger, part, placed)
            _note(places, part.block, number, top, placed)
        if number + 1 < len(pages):
            _foot(paper, maker, sheet, look)
        paper.end_page()
    return Drawn(paper.finish(), tuple(places.values()), len(pages), advice)


def _by_part(page: list[Placed[Part]]) -> Iterable[tuple[Part, list[Placed[Part]]]]:
    """The rows of a page, those of one part together."""
    for _key, group in groupby(page, key=lambda placed: id(placed.row.part)):
        rows = list(group)
        yield rows[0].row.part, rows


def _part(paper: Paper, look: Look, tagger: Tagger, part: Part, placed: list[Placed[Part]]) -> None:
    """Draws the rows of a part that stand on this page."""
    left, head = look.margins[3], look.size[1] - look.margins[0]
    upper = head - placed[0].top
    match part:
        case TextPart():
            first, last = placed[0].row.number == 0, placed[-1].row.number == len(part.lines) - 1
            if part.level and first:
                paper.bookmark(part.title, part.level, upper)
            if part.lead and first:
                paper.stroke(*_across(look), upper - part.style.rule_weight / 2, *_rule(part))
            lines: list[tuple[Line, float, float]] = []
            for row, top in placed:
                line, y = part.lines[row.number], head - top - part.base
                y -= part.lead if row.number == 0 else 0.0
                lines.append((line, left + part.start(line), y))
            if part.label is not None and first:
                label, x = part.label
                paper.text([(label, left + x, lines[0][2])], tagger.label(part))
            paper.text(lines, tagger.element(part))
            if part.foot and last:
                lower = head - placed[-1].top - placed[-1].row.height
                paper.stroke(*_across(look), lower + part.style.rule_weight / 2, *_rule(part))
        case PicturePart():
            start, lower = left + part.x, upper - part.height
            if part.image is None:
                paper.stroke(start, start + part.width, upper - part.height / 2, part.height, "#e6e6e6")
            else:
                box = (start, lower, start + part.width, upper)
                paper.picture(part.image, box, tagger.figure(part, box))
        case RulePart():
            paper.stroke(*_across(look), upper - _HAIRLINE / 2, _HAIRLINE, part.colour)
        case _:
            assert_never(part)


def _across(look: Look) -> tuple[float, float]:
    """Where the column begins and ends, from the page's left edge."""
    return look.margins[3], look.size[0] - look.margins[1]


def _rule(part: TextPart) -> tuple[float, str]:
    """The weight and the colour of a part's rule."""
    return part.style.rule_weight, part.style.rule_colour


def _note(
    places: dict[tuple[str, int], Place], block: str, page: int, margin: float, placed: list[Placed[Part]]
) -> None:
    """Notes where a block stands on a page, from its first row to its last."""
    if not block:
        return
    top = margin + placed[0].top
    bottom = margin + placed[-1].top + placed[-1].row.height
    before = places.get((block, page))
    if before is not None:
        top, bottom = min(top, before.top), max(bottom, before.bottom)
    places[block, page] = Place(block, page, top, bottom)


def _head(paper: Paper, maker: PartMaker, sheet: Sheet, look: Look, page: str, pages: str) -> None:
    """The running head: the release line at the left; title and page at the right; a rule below.

    The release line is never cut: it takes as many lines as it needs. The title is shortened.
    """
    width, height = look.size
    margin, right, _bottom, left = look.margins
    style = maker.style("running")
    ink = maker.ink("running")
    numbered = sheet.page.replace("{page}", page).replace("{pages}", pages)
    counted = one_line(numbered, ink, leftward=maker.leftward)
    room = width - left - right - _HEAD_SPACE
    lines = maker.broken("running", rich(sheet.running), max(room - counted.width, room / 2))
    wide = max((line.width for line in lines), default=0.0)
    words = sheet.short_title.split()
    for count in range(len(words), int(len(words) > 1), -1):
        title = sheet.short_title if count == len(words) else " ".join(words[:count]).rstrip(" ,;:–—…") + " …"
        entitled = one_line(f"{title} · {numbered}", ink, leftward=maker.leftward)
        if entitled.width <= room - wide:
            counted = entitled
            break
    rule = height - margin + _HEAD_GAP
    last = rule + _RULE_GAP + style.leading - base_line(ink, style.leading)
    placed = [
        (line, width - right - line.width if maker.leftward else left, last + style.leading * up)
        for up, line in enumerate(reversed(lines))
    ]
    other = left if maker.leftward else width - right - counted.width
    paper.furniture([*reversed(placed), (counted, other, last)], "Header")
    paper.stroke(left, width - right, rule, _HAIRLINE, "#b9bcc1")


def _foot(paper: Paper, maker: PartMaker, sheet: Sheet, look: Look) -> None:
    """What says that another page follows."""
    style = maker.style("more")
    ink = maker.ink("more")
    left, right = look.margins[3], look.margins[1]
    width = look.size[0] - left - right
    line = one_line(sheet.more, ink, leftward=maker.leftward)
    x = left + indented(style.align, width - line.width, leftward=maker.leftward)
    y = look.margins[2] - _FOOT_GAP - base_line(ink, style.leading)
    if sheet.more:
        paper.furniture([(line, x, y)], "Footer")
