"""Shapes made into parts: what stands on the page, measured, with the rows it is cut into."""

from itertools import zip_longest
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from presskit.export.errors import unusable
from presskit.export.pdf_ink import Ink, Inks
from presskit.export.pdf_lines import base_line, break_lines, one_line
from presskit.export.pdf_pages import Row, held
from presskit.export.pdf_pictures import Prepared, Unreadable, fitted, prepared
from presskit.export.pdf_stretches import Line
from presskit.export.picture_words import called
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Role, Rule, Sheet
from presskit.model.brand import Align, Look, TextStyle
from presskit.pictures.pixels import box
from presskit.text.runs import RichText, Run, plain, strip
from presskit.text.typography import is_right_to_left

_LONGEST_HEADING = 6  # lines; a longer one may be cut by a page's end
_LONGEST_TITLE = 250  # characters of a bookmark
_LABEL_GAP = 6.0  # points between a number and its point
_STAYS_BELOW = frozenset({"end_mark", "source", "caption"})  # never part from what stands above
_HAIRLINE = 0.5  # points
_UNREADABLE_HEIGHT = 48.0  # points


class TextPart(Struct, frozen=True, kw_only=True):
    """A paragraph, heading, point of a list or line of an address.

    group: the number of the shape that it comes from. x: the left edge of its column from the margin,
    base: from the top of a line to its base line, lead and foot: the room of a rule above and below,
    all in points. label: the bullet or number and its x; ordered: it is a number. level: of a heading,
    else 0.
    """

    role: Role
    block: str
    group: int
    lines: tuple[Line, ...]
    style: TextStyle
    base: float
    x: float
    width: float
    leftward: bool = False
    label: tuple[Line, float] | None = None
    ordered: bool = False
    address: bool = False
    level: int = 0
    title: str = ""
    lead: float = 0
    foot: float = 0

    def start(self, line: Line) -> float:
        """The x, from the margin, of a line's left end."""
        hang = line.hang if self.style.align == "start" and self.label is None else 0.0
        return self.x + indented(self.style.align, self.width - line.width, leftward=self.leftward) - hang


class PicturePart(Struct, frozen=True, kw_only=True):
    """A picture; `image` is nothing when its file cannot be read. alt: for those who cannot see it.
    x: its left edge from the margin."""

    role: Role
    block: str
    group: int
    x: float
    image: Prepared | None
    alt: str
    width: float
    height: float


class RulePart(Struct, frozen=True, kw_only=True):
    """A thin line across the column."""

    role: Role
    block: str
    group: int
    colour: str


Part = TextPart | PicturePart | RulePart


def indented(align: Align, spare: float, *, leftward: bool) -> float:
    """How far from its column's left edge stands what leaves so much of it free; in points."""
    match align:
        case "start":
            return spare if leftward else 0.0
        case "centre":
            return spare / 2
        case "end":
            return 0.0 if leftward else spare
        case _:
            assert_never(align)


class PartMaker:
    """Makes the rows of a sheet in a look. strict: a picture that cannot be read is a problem."""

    def __init__(self, sheet: Sheet, look: Look, *, strict: bool) -> None:
        self._sheet = sheet
        self._look = look
        self._strict = strict
        top, right, bottom, left = look.margins
        self._width = max(look.size[0] - left - right, 1.0)
        self._height = max(look.size[1] - top - bottom, 1.0)
        self._styles: dict[Role, TextStyle] = {}
        self._inks: dict[Role, Inks] = {}
        self._rows: list[Row[Part]] = []
        self._space = 0.0  # below the last part
        self._held = False  # whether the last part must not end a page
        self._group = 0
        self.leftward = is_right_to_left(sheet.language)

    def rows(self) -> list[Row[Part]]:
        """The rows of all shapes in order; raises ExportProblem."""
        zone = ""
        for shape, following in zip_longest(self._sheet.shapes, self._sheet.shapes[1:]):
            if (zone, shape.zone) == ("top", "body"):  # even where the headline is still to come
                self._space = max(self._space, self.style("headline").before)
            zone = shape.zone
            self._add(shape, following)
            self._group += 1
        return self._rows

    def style(self, role: Role) -> TextStyle:
        """The style of a role, resolved once."""
        if role not in self._styles:
            self._styles[role] = self._look.style(role)
        return self._styles[role]

    def inks(self, role: Role) -> Inks:
        """The inks of a role."""
        found = self._inks.get(role)
        if found is None:
            style, look = self.style(role), self._look
            families = tuple(look.families.values())
            link = look.colours.get("link", style.colour)
            found = self._inks[role] = Inks(style, families, link, self._sheet.language)
        return found

    def ink(self, role: Role) -> Ink:
        """How text of a role looks that has no emphasis of its own."""
        return self.inks(role).ink(Run(""))

    def broken(self, role: Role, text: RichText, width: float, *, balanced: bool = False) -> tuple[Line, ...]:
        """The text of a role in lines of at most `width` points."""
        return break_lines(text, self.inks(role), width, balanced=balanced)

    def _add(self, shape: AnyShape, following: AnyShape | None) -> None:
        match shape:
            case Heading():
                lines = self.broken(shape.role, strip(shape.text), self._column(shape.role), balanced=True)
                self._text(shape, lines, heading=shape)
                if shape.role == "headline" and following is not None and following.role != "subhead":
                    self._space = max(self._space, self.style("subhead").after)
            case Para():
                column, balanced = self._column(shape.role), shape.role == "subhead"
                lines = self.broken(shape.role, strip(shape.text), column, balanced=balanced)
                self._text(shape, lines, keep_next=shape.keep_next)
            case Lines():
                self._block(shape)
            case Bullets():
                self._list(shape, followed_closely=following is not None and following.role == "source")
            case Picture():
                self._picture(shape)
            case Rule():
                style = self.style(shape.role)
                colour = self._look.colours.get("muted", style.colour)
                part = RulePart(role=shape.role, block=shape.block, group=self._group, colour=colour)
                self._put(part, [_HAIRLINE], style, [True])
            case _:
                assert_never(shape)

    def _column(self, role: Role) -> float:
        return max(self._width - self.style(role).indent, self._width / 4)

    def _put(
        self, part: Part, heights: list[float], style: TextStyle, free: list[bool], *, close: bool = False
    ) -> None:
        """Adds the rows of a part below what is there, without a space if `close`. Of two distances that
        meet, the larger one counts, as it does in Word."""
        before = 0.0 if close else max(self._space, style.before)
        for number, (height, may) in enumerate(zip(heights, free, strict=True)):
            self._rows.append(Row(height, before if number == 0 else 0.0, may, part, number))
        self._space = style.after
        self._held = False

    def _text(
        self,
        shape: AnyShape,
        lines: tuple[Line, ...],
        *,
        heading: Heading | None = None,
        keep_next: bool = False,
    ) -> None:
        if not lines:
            return
        style = self.style(shape.role)
        title = " ".join(plain(heading.text).split())[:_LONGEST_TITLE] if heading else ""
        level = max(heading.level, 1) if heading else 0
        part = replace(self._part(shape, lines), level=level, title=title)
        stays = self._held or shape.role in _STAYS_BELOW
        whole = heading is not None and len(lines) <= _LONGEST_HEADING
        free = held(len(lines), after_heading=stays, whole=whole)
        self._put_lines(part, free)
        self._held = keep_next or heading is not None or style.keep_next

    def _part(self, shape: AnyShape, lines: tuple[Line, ...]) -> TextPart:
        """Lines as a part of their shape, in its style, across the column less the style's indent."""
        style = self.style(shape.role)
        ruled = style.rule_weight + style.rule_gap
        return TextPart(
            role=shape.role,
            block=shape.block,
            group=self._group,
            lines=lines,
            style=style,
            base=base_line(self.ink(shape.role), style.leading),
            x=0.0 if self.leftward else style.indent,
            width=self._column(shape.role),
            leftward=self.leftward,
            lead=ruled if style.rule == "above" else 0.0,
            foot=ruled if style.rule == "below" else 0.0,
        )

    def _put_lines(self, part: TextPart, free: list[bool], *, close: bool = False) -> None:
        """Adds a part's lines as rows, with the room that its rule takes."""
        heights = [part.style.leading] * len(part.lines)
        heights[0] += part.lead
        heights[-1] += part.foot
        self._put(part, heights, part.style, free, close=close)

    def _block(self, shape: Lines) -> None:
        """Short lines, each a part of its own, on one page unless they are too many for any."""
        style = self.style(shape.role)
        width = self._column(shape.role)
        texts = [lines for text in shape.lines if (lines := self.broken(shape.role, strip(text), width))]
        whole = sum(map(len, texts)) * style.leading <= self._height
        for number, lines in enumerate(texts):
            first, last = number == 0, number == len(texts) - 1
            part = self._part(shape, lines)
            part = replace(
                part, address=True, lead=part.lead if first else 0.0, foot=part.foot if last else 0.0
            )
            free = held(len(lines), after_heading=self._held if first else whole, whole=whole)
            self._put_lines(part, free, close=not first)
            self._held = False
        self._held = bool(texts) and style.keep_next

    def _list(self, shape: Bullets, *, followed_closely: bool) -> None:
        """Points that hang from their bullets or numbers; numbers end on one edge."""
        style, body = self.style(shape.role), self.style("body")
        ink = self.ink(shape.role)._replace(colour=style.mark_colour)
        marks = [f"{number}." if shape.ordered else "•" for number in range(1, len(shape.items) + 1)]
        widest = max((one_line(mark, ink).width for mark in {*marks[-1:], *marks[8:9]}), default=0.0)
        indent = max(style.indent, widest + _LABEL_GAP)
        width = max(self._width - indent, self._width / 4)
        for mark, item in zip(marks, shape.items, strict=True):
            lines = self.broken(shape.role, strip(item), width)
            if not lines:
                continue
            aside = indent - _LABEL_GAP  # from the edge to where the mark ends
            wide = one_line(mark, ink).width
            part = replace(
                self._part(shape, lines),
                x=self._width - indent - width if self.leftward else indent,
                width=width,
                label=(
                    one_line(mark + " ", ink, leftward=self.leftward),
                    self._width - aside if self.leftward else aside - wide,
                ),
                ordered=shape.ordered,
            )
            self._put_lines(part, held(len(lines), after_heading=self._held))
        if not followed_closely:
            self._space = max(style.after, body.after)

    def _picture(self, shape: Picture) -> None:
        """A picture no wider than the column and no higher than its share of the page."""
        style = self.style(shape.role)
        share = box(self._look.size, self._look.margins)[1]
        tallest = min(self._look.logo_height if shape.role == "logo" else share, self._height)
        data = self._sheet.pictures.get(shape.name, b"")
        image: Prepared | None = None
        try:
            width, height = fitted(data, self._width, tallest)
            image = prepared(data, width, height)
        except Unreadable as problem:
            if self._strict:
                raise unusable(called(shape), problem) from problem
            width, height = self._width, min(_UNREADABLE_HEIGHT, tallest)
        part = PicturePart(
            role=shape.role,
            block=shape.block,
            group=self._group,
            image=image,
            alt=shape.alt,
            x=indented(style.align, self._width - width, leftward=self.leftward),
            width=width,
            height=height,
        )
        self._put(part, [height], style, [not self._held])
        self._held = shape.keep_next
