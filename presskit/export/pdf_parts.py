"""Shapes made into parts: what stands on the page, measured, with the rows it is cut into."""

from itertools import zip_longest
from typing import assert_never

from msgspec import Struct

from presskit.export.errors import ExportProblem
from presskit.export.pdf_lines import Ink, Inks, Line, base_line, break_lines, one_line
from presskit.export.pdf_pages import Row, held
from presskit.export.pdf_pictures import Prepared, Unreadable, fitted, prepared
from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Role, Rule, Sheet
from presskit.i18n import _
from presskit.model.brand import Align, Look, TextStyle
from presskit.text.runs import RichText, Run, plain, strip

_TALLEST_PICTURE = 0.45  # of the page's height
_LONGEST_HEADING = 6  # lines; a longer one may be cut by a page's end
_LONGEST_TITLE = 250  # characters of a bookmark
_LABEL_GAP = 6.0  # points between a number and its point
_STAYS_BELOW = frozenset({"end_mark", "source", "caption"})  # never part from what stands above
_HAIRLINE = 0.5  # points
_UNREADABLE_HEIGHT = 48.0  # points


class TextPart(Struct, frozen=True, kw_only=True):
    """A paragraph, heading, point of a list or block of lines.

    x: the left edge of its column from the margin, base: from the top of a line to its base line,
    both in points. label: the bullet or number and its x. level: of a heading, else 0.
    """

    role: Role
    block: str
    lines: tuple[Line, ...]
    leading: float
    base: float
    x: float
    width: float
    align: Align
    label: tuple[Line, float] | None = None
    level: int = 0
    title: str = ""

    def start(self, line: Line) -> float:
        """The x, from the margin, at which a line begins."""
        spare = self.width - line.width
        match self.align:
            case "start":
                return self.x
            case "centre":
                return self.x + spare / 2
            case "end":
                return self.x + spare
            case _:
                assert_never(self.align)


class PicturePart(Struct, frozen=True, kw_only=True):
    """A picture; `image` is nothing when its file cannot be read. alt: for those who cannot see it."""

    role: Role
    block: str
    image: Prepared | None
    alt: str
    width: float
    height: float


class RulePart(Struct, frozen=True, kw_only=True):
    """A thin line across the column."""

    role: Role
    block: str
    colour: str


Part = TextPart | PicturePart | RulePart


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

    def rows(self) -> list[Row[Part]]:
        """The rows of all shapes in order; raises ExportProblem."""
        for shape, following in zip_longest(self._sheet.shapes, self._sheet.shapes[1:]):
            self._add(shape, following)
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
            found = self._inks[role] = Inks(style, families, look.colours.get("link", style.colour))
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
                part = RulePart(role=shape.role, block=shape.block, colour=colour)
                self._put(part, [_HAIRLINE], style, [True])
            case _:
                assert_never(shape)

    def _column(self, role: Role) -> float:
        return max(self._width - self.style(role).indent, self._width / 4)

    def _put(self, part: Part, heights: list[float], style: TextStyle, free: list[bool]) -> None:
        """Adds the rows of a part below what is there. Of two distances that meet, the larger one counts,
        as it does in Word."""
        before = max(self._space, style.before)
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
        part = TextPart(
            role=shape.role,
            block=shape.block,
            lines=lines,
            leading=style.leading,
            base=base_line(self.ink(shape.role), style.leading),
            x=style.indent,
            width=self._column(shape.role),
            align=style.align,
            level=max(heading.level, 1) if heading else 0,
            title=" ".join(plain(heading.text).split())[:_LONGEST_TITLE] if heading else "",
        )
        stays = self._held or shape.role in _STAYS_BELOW
        whole = heading is not None and len(lines) <= _LONGEST_HEADING
        free = held(len(lines), after_heading=stays, whole=whole)
        self._put(part, [style.leading] * len(lines), style, free)
        self._held = keep_next or heading is not None or style.keep_next

    def _block(self, shape: Lines) -> None:
        """Short lines, on one page unless they are too many for any."""
        style = self.style(shape.role)
        lines: list[Line] = []
        for text in shape.lines:
            lines += self.broken(shape.role, strip(text), self._column(shape.role)) or (Line((), 0.0),)
        while lines and not lines[-1].stretches:
            lines.pop()
        if not lines:
            return
        part = TextPart(
            role=shape.role,
            block=shape.block,
            lines=tuple(lines),
            leading=style.leading,
            base=base_line(self.ink(shape.role), style.leading),
            x=style.indent,
            width=self._column(shape.role),
            align=style.align,
        )
        whole = len(lines) * style.leading <= self._height
        free = held(len(lines), after_heading=self._held, whole=whole)
        self._put(part, [style.leading] * len(lines), style, free)
        self._held = style.keep_next

    def _list(self, shape: Bullets, *, followed_closely: bool) -> None:
        """Points that hang from their bullets or numbers; numbers end on one edge."""
        style, body = self.style(shape.role), self.style("body")
        ink = self.ink(shape.role)
        marks = [f"{number}." if shape.ordered else "•" for number in range(1, len(shape.items) + 1)]
        widest = max((one_line(mark, ink).width for mark in {*marks[-1:], *marks[8:9]}), default=0.0)
        indent = max(style.indent, widest + _LABEL_GAP)
        width = max(self._width - indent, self._width / 4)
        base = base_line(ink, style.leading)
        for mark, item in zip(marks, shape.items, strict=True):
            lines = self.broken(shape.role, strip(item), width)
            if not lines:
                continue
            x = indent - _LABEL_GAP - one_line(mark, ink).width
            part = TextPart(
                role=shape.role,
                block=shape.block,
                lines=lines,
                leading=style.leading,
                base=base,
                x=indent,
                width=width,
                align="start",
                label=(one_line(mark + " ", ink), x),
            )
            self._put(part, [style.leading] * len(lines), style, held(len(lines), after_heading=self._held))
        if not followed_closely:
            self._space = max(style.after, body.after)

    def _picture(self, shape: Picture) -> None:
        """A picture no wider than the column and no higher than its share of the page."""
        style = self.style(shape.role)
        share = self._look.size[1] * _TALLEST_PICTURE
        tallest = min(self._look.logo_height if shape.role == "logo" else share, self._height)
        data = self._sheet.pictures.get(shape.name, b"")
        image: Prepared | None = None
        try:
            width, height = fitted(data, self._width, tallest)
            image = prepared(data, width, height)
        except Unreadable as problem:
            if self._strict:
                named = shape.alt or shape.name[:12]
                sentence = _("The picture “{name}” cannot be read; choose its file again or take it out.")
                raise ExportProblem(sentence.format(name=named)) from problem
            width, height = self._width, min(_UNREADABLE_HEIGHT, tallest)
        part = PicturePart(
            role=shape.role, block=shape.block, image=image, alt=shape.alt, width=width, height=height
        )
        self._put(part, [height], style, [not self._held])
        self._held = shape.keep_next
