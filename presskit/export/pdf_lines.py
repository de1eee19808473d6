"""Rich text broken into lines: words measured, lines filled, headlines balanced."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import combining
from urllib.parse import quote

from msgspec import Struct

from presskit.export import fonts
from presskit.export.fonts import Cut, Typeface, Word, printable
from presskit.model.brand import Face, TextStyle
from presskit.text.runs import RichText, Run

_FUZZ = 0.001  # points
_MOST_BALANCED = 6  # lines; a longer headline is no headline
_MOST_KEPT = 1000  # paragraphs remembered: between two keystrokes all but one stay as they are
_SHORT_LAST = 0.08  # of the column: a last line of one word must be wider than that
_LONG_WORD = 0.35  # of the column: a compound so long is broken at its hyphens

# Spaces that a line may end at (UAX #14: SP, BA), an explicit line end, soft hyphen, zero-width space.
_TOKEN = re.compile(
    "(?P<space>[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)|(?P<end>\n)|(?P<soft>\xad)"
    "|(?P<zero>\u200b)|(?P<word>[^ \t\n\xad\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+)"
)
# A line may end after a dash between two words. Not after a hyphen: programs that copy from a PDF
# take a hyphen at a line's end for hyphenation and drop it.
_DASH = "(?<=[^\\s—–])([—–])(?=[^\\W\\d_])"
_HYPHEN = "(?<=[^\\W\\d_]-)(?=[^\\W\\d_])"
_IDEOGRAPH = "(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff])(?=[^\\W\\d_])"
_GOOD_ENDS = frozenset("/.?&=_#:;,@%+~)")  # where an address is best broken
# A space before these or after those does not end a line (UAX #14, LB13 and LB15).
_NEVER_FIRST, _NEVER_LAST = frozenset("»›!?;:%"), frozenset("«‹")


_ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)


def address(link: str) -> str:
    """The address as a PDF may hold it (RFC 3986), or nothing unless it is http, https or mailto."""
    link = link.strip()
    if not _ADDRESS.match(link):
        return ""
    return quote(link.encode("utf-8", "ignore"), safe="!#$%&'()*+,/:;=?@[]~-._")


class Ink(NamedTuple):
    """How a stretch of text looks: size in points, colour "#rrggbb", link an address or empty."""

    cut: Cut
    size: float
    colour: str
    link: str = ""
    language: str = ""


class Piece(NamedTuple):
    """A stretch of one ink; width in points."""

    ink: Ink
    text: str
    word: Word
    width: float


class Inks(Struct, frozen=True):
    """The inks of a role: its resolved style, the families at hand, the colour of links."""

    style: TextStyle
    families: tuple[Face, ...]
    link: str

    def ink(self, run: Run) -> Ink:
        """How a run looks; only an address that a PDF may hold makes it a link."""
        style, link = self.style, address(run.link) if run.link else ""
        bold, italic = style.bold or run.bold, style.italic or run.italic
        cut = fonts.cut(self.families, style.face, bold=bold, italic=italic)
        return Ink(cut, style.size, self.link if link else style.colour, link, run.language)


class Token(NamedTuple):
    """What no line may break, and the gap after it, which a line's end swallows."""

    pieces: tuple[Piece, ...]
    width: float
    gap: tuple[Piece, ...] = ()
    gap_width: float = 0
    ends_line: bool = False
    hyphen: Piece | None = None


class Stretch(NamedTuple):
    """Neighbours of one ink and one face on a line; see `fonts.Glyphs`. width: in points."""

    ink: Ink
    face: Typeface
    text: str
    parts: tuple[tuple[int, str], ...]
    means: frozenset[tuple[int, str]]
    exact: bool
    width: float


class Line(NamedTuple):
    """A line: `width` in points is that of what is seen, without the space that its end swallowed."""

    stretches: tuple[Stretch, ...]
    width: float


def piece(ink: Ink, text: str) -> Piece:
    """A stretch of text measured."""
    word = ink.cut.set(text)
    return Piece(ink, text, word, word.width * ink.size / 1000)


@lru_cache(maxsize=_MOST_KEPT)
def break_lines(text: RichText, inks: Inks, width: float, *, balanced: bool = False) -> tuple[Line, ...]:
    """The text in lines no wider than `width` points.

    Explicit line ends are kept, non-breaking spaces never end a line, a word wider than the column
    is cut. balanced: the lines of a headline come out about equally long.
    """
    lines: list[Line] = []
    for tokens in _paragraphs(_tokens(text, inks, width)):
        ends = _fill(tokens, width)
        if balanced and 1 < len(ends) <= _MOST_BALANCED:
            ends = _balance(tokens, width, len(ends))
        elif len(ends) > 1:
            _lengthen_last(tokens, ends, width)
        lines += _lines(tokens, ends)
    return tuple(lines)


def one_line(text: str, ink: Ink) -> Line:
    """The text in one line however wide; a line end counts as a space."""
    shown = piece(
        ink, " ".join(re.sub("[\xad\u200b]", "", part) for part in re.split("[\n\t]", printable(text)))
    )
    return Line(_stretches((shown,)), shown.width)


def _tokens(text: RichText, inks: Inks, width: float) -> list[Token]:
    """The runs cut at every place where a line may end."""
    tokens: list[Token] = []
    pieces: list[Piece] = []

    def close(gap: tuple[Piece, ...] = (), *, ends_line: bool = False, hyphen: Piece | None = None) -> None:
        wide = sum(each.width for each in pieces)
        token = Token(tuple(pieces), wide, gap, sum(each.width for each in gap), ends_line, hyphen)
        tokens.extend(_cut_to(token, width) if wide > width else (token,))
        pieces.clear()

    for run in text:
        ink = inks.ink(run)
        for found in _TOKEN.finditer(printable(run.text)):
            letters = found.group()
            match found.lastgroup:
                case "space":
                    gap = piece(ink, letters.replace("\t", " "))
                    if pieces:
                        close((gap,))
                    elif tokens and not tokens[-1].ends_line:
                        wide = tokens[-1].gap_width + gap.width
                        tokens[-1] = tokens[-1]._replace(gap=(*tokens[-1].gap, gap), gap_width=wide)
                case "end":
                    close(ends_line=True)
                case "soft":
                    if pieces:
                        close(hyphen=piece(ink, letters))
                case "zero":
                    if pieces:
                        close()
                case _:
                    if tokens and not pieces and _held(tokens[-1], letters):
                        last = tokens.pop()
                        pieces += (*last.pieces, *last.gap)
                    *heads, tail = _parts(letters, ink, width)
                    for head in heads:
                        pieces.append(piece(ink, head))
                        close()
                    pieces.append(piece(ink, tail))
    if pieces:
        close()
    return tokens


def _held(token: Token, word: str) -> bool:
    """Whether the word must stay on the line of the token before it in spite of the space between."""
    if not token.gap or not token.pieces:
        return False
    return word[0] in _NEVER_FIRST or token.pieces[-1].text in _NEVER_LAST


def _parts(word: str, ink: Ink, width: float) -> list[str]:
    """A word cut where a line may end inside it."""
    if word.isalpha() and word.isascii():
        return [word]
    parts = re.sub(_DASH, "\\1\0", word).split("\0") if "—" in word or "–" in word else [word]
    if "-" in word and ink.cut.set(word).width * ink.size / 1000 > width * _LONG_WORD:
        parts = [each for part in parts for each in re.split(_HYPHEN, part)]
    if max(word) >= "\u3040":
        parts = [each for part in parts for each in re.split(_IDEOGRAPH, part)]
    return parts


def _cut_to(token: Token, width: float) -> Iterable[Token]:
    """A token wider than the column in parts that fit, cut after a mark of an address if one is near."""
    line: list[Piece] = []
    used = 0.0
    for ink, text, _, _ in token.pieces:
        start, at, good, good_used = 0, 0, 0, 0.0
        room = used
        while at < len(text):
            step = ink.cut.set(text[at]).width * ink.size / 1000
            if room + step > width and (at > start or line) and not combining(text[at]):
                end = good if good > start and good_used > width / 2 else at
                if end > start:
                    line.append(piece(ink, text[start:end]))
                yield Token(tuple(line), sum(each.width for each in line))
                line, start, at, good, good_used, room = [], end, end, 0, 0.0, 0.0
                continue
            room += step
            at += 1
            if text[at - 1] in _GOOD_ENDS:
                good, good_used = at, room
        if start < len(text):
            line.append(piece(ink, text[start:]))
        used = sum(each.width for each in line)
    yield token._replace(pieces=tuple(line), width=used)


def _paragraphs(tokens: list[Token]) -> Iterable[list[Token]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.ends_line:
            yield tokens[start : at + 1]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:]


def _fill(tokens: Sequence[Token], width: float) -> list[int]:
    """Where each line ends (the number of the token after it) when every line takes what it can."""
    ends: list[int] = []
    used, start = 0.0, 0
    limit = width + _FUZZ
    for at, token in enumerate(tokens):
        wide = token.width + (token.hyphen.width if token.hyphen else 0)
        if used + wide > limit and at > start:
            ends.append(at)
            used, start = 0.0, at
        used += token.width + token.gap_width
    ends.append(len(tokens))
    return ends


def _balance(tokens: Sequence[Token], width: float, lines: int) -> list[int]:
    """The narrowest filling that takes no more lines."""
    narrow, wide = width / lines / 2, width
    for _ in range(10):
        middle = (narrow + wide) / 2
        if len(_fill(tokens, middle)) > lines or any(token.width > middle for token in tokens):
            narrow = middle
        else:
            wide = middle
    return _fill(tokens, wide)


def _lengthen_last(tokens: Sequence[Token], ends: list[int], width: float) -> None:
    """A short word alone on the last line gets the word before it for company."""
    start = ends[-3] if len(ends) > 2 else 0
    last, before = ends[-2], tokens[ends[-2] - 1]
    alone = ends[-1] - last == 1 and tokens[last].width < width * _SHORT_LAST
    if alone and last - start > 2 and before.gap and before.width < width / 3:
        ends[-2] -= 1


def _lines(tokens: Sequence[Token], ends: Sequence[int]) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for end in ends:
        shown: list[Piece] = []
        for token in tokens[start : end - 1]:
            shown += token.pieces
            shown += token.gap
        last = tokens[end - 1]
        shown += last.pieces
        if last.hyphen is not None and end < len(tokens):
            shown.append(last.hyphen)
        width = sum(each.width for each in shown)
        if end < len(tokens):  # a space at the line's end keeps its words apart for who copies them
            shown += last.gap
        lines.append(Line(_stretches(shown), width))
        start = end
    return lines


def _stretches(pieces: Iterable[Piece]) -> tuple[Stretch, ...]:
    """The pieces of a line with neighbours of one ink and face joined."""
    result: list[Stretch] = []
    for ink, same_ink in groupby(pieces, key=lambda each: each.ink):
        bits = (bit for each in same_ink for bit in each.word.pieces)
        for face, same_face in groupby(bits, key=lambda bit: bit[0]):
            words = list(same_face)
            parts: list[tuple[int, str]] = []
            for rise, same_rise in groupby(
                (part for _, _, glyphs in words for part in glyphs.parts), key=lambda part: part[0]
            ):
                parts.append((rise, " ".join(operand for _, operand in same_rise).replace("> <", "")))
            result.append(
                Stretch(
                    ink,
                    face,
                    "".join(text for _, text, _ in words),
                    tuple(parts),
                    frozenset().union(*(glyphs.means for _, _, glyphs in words)),
                    all(glyphs.exact for _, _, glyphs in words),
                    sum(glyphs.width for _, _, glyphs in words) * ink.size / 1000,
                )
            )
    return tuple(result)


def base_line(ink: Ink, leading: float) -> float:
    """How far below the top of a line of `leading` points its base line runs."""
    face: Typeface = ink.cut.face
    high, deep = face.ascent * ink.size / 1000, face.descent * ink.size / 1000
    return (leading - (high - deep)) / 2 + high
