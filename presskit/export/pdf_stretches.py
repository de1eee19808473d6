"""The pieces of a line in their places, neighbours of one look joined."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from presskit.export.fonts import Glyphs, Typeface
from presskit.export.pdf_ink import Ink, Piece, piece
from presskit.export.pdf_order import Order

_HANGING = frozenset("“‘«„‹")  # marks that may stand before the edge of the column


class Stretch(NamedTuple):
    """Neighbours of one ink, one face and one direction on a line; see `fonts.Glyphs`. x: of its left end
    from that of the line, width: both in points. at: where it begins in its paragraph."""

    ink: Ink
    face: Typeface
    text: str
    parts: tuple[tuple[int, str], ...]
    means: frozenset[tuple[int, str]]
    exact: bool
    slanted: bool
    x: float
    width: float
    at: int
    leftward: bool


class Line(NamedTuple):
    """A line, its stretches from left to right. width: in points, of what is seen, without the space
    that its end swallowed. hang: that of an opening mark which may stand before the column."""

    stretches: tuple[Stretch, ...]
    width: float
    hang: float = 0.0


class _Bit(NamedTuple):
    """A part of a piece that one face sets."""

    look: tuple[Ink, bool, Typeface, bool, int]
    """Ink, leftward, face, slanted, and, alone in its kind, what is not read glyph by glyph."""

    text: str
    glyphs: Glyphs
    at: int


def set_line(shown: Sequence[Piece], tail: Sequence[Piece], order: Order | None) -> Line:
    """A line of pieces in reading order. tail: the space that its end swallows, which keeps its words apart
    for those who copy them."""
    width = sum(each.width for each in shown)
    if order is None:
        made = _joined([bit for each in (*shown, *tail) for bit in _bits(each)], 0.0)
        return Line(tuple(made), width, _hang(shown))
    runs = [run for each in shown for run in _runs(each, order)]
    runs.sort(key=lambda run: min(order.place[run.at : run.at + len(run.text)]))
    made = _joined([bit for run in runs for bit in _bits(run)], 0.0)
    if tail:
        back = sum(each.width for each in tail)
        start = -back if order.base[tail[0].at] else width
        made += _joined([bit for each in tail for bit in _bits(each._replace(leftward=False))], start)
    return Line(tuple(made), width)


def _hang(shown: Sequence[Piece]) -> float:
    if not shown or shown[0].text[:1] not in _HANGING:
        return 0.0
    first = shown[0]
    return first.ink.cut.set(first.text[0]).width * first.ink.size / 1000


def _runs(whole: Piece, order: Order) -> Iterator[Piece]:
    """The piece cut where its characters do not stand beside one another."""
    start = 0
    step = -1 if whole.leftward else 1
    places = order.place[whole.at : whole.at + len(whole.text)]
    for here in range(1, len(places) + 1):
        if here == len(places) or places[here] - places[here - 1] != step:
            part = whole.text[start:here]
            yield (
                whole
                if part == whole.text
                else piece(whole.ink, part, whole.at + start, leftward=whole.leftward)
            )
            start = here


def _bits(whole: Piece) -> Iterator[_Bit]:
    """The piece as its faces set it, from left to right on paper."""
    pieces = whole.word.pieces
    at = whole.at + sum(len(text) for _, text, _ in pieces) * whole.leftward
    for face, text, glyphs in pieces:
        at -= len(text) * whole.leftward
        alone = 0 if glyphs.exact or whole.leftward else at + 1
        yield _Bit((whole.ink, whole.leftward, face, glyphs.slanted, alone), text, glyphs, at)
        at += len(text) * (not whole.leftward)


def _alike(bits: Iterable[_Bit]) -> Iterator[list[_Bit]]:
    """Neighbours that look alike and are neighbours in their paragraph, too."""
    same: list[_Bit] = []
    for bit in bits:
        if same:
            first, second = (bit, same[-1]) if bit.look[1] else (same[-1], bit)
            if bit.look != same[-1].look or first.at + len(first.text) != second.at:
                yield same
                same = []
        same.append(bit)
    if same:
        yield same


def _joined(bits: Iterable[_Bit], x: float) -> list[Stretch]:
    """Neighbours from left to right joined where they look alike, the first one at x."""
    result: list[Stretch] = []
    for same in _alike(bits):
        ink, leftward, face, slanted, _alone = same[0].look
        parts: list[tuple[int, str]] = []
        raised = (part for bit in same for part in bit.glyphs.parts)
        for rise, level in groupby(raised, key=lambda part: part[0]):
            parts.append((rise, " ".join(operand for _, operand in level).replace("> <", "")))
        stretch = Stretch(
            ink=ink,
            face=face,
            text="".join(bit.text for bit in (reversed(same) if leftward else same)),
            parts=tuple(parts),
            means=frozenset().union(*(bit.glyphs.means for bit in same)),
            exact=all(bit.glyphs.exact for bit in same),
            slanted=slanted,
            x=x,
            width=sum(bit.glyphs.width for bit in same) * ink.size / 1000,
            at=min(bit.at for bit in same),
            leftward=leftward,
        )
        result.append(stretch)
        x += stretch.width
    return result
