"""Rich text broken into lines: words measured, lines filled, headlines balanced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from presskit.export.fonts import printable
from presskit.export.pdf_ink import Ink, Inks, Piece, piece
from presskit.export.pdf_order import Order, order
from presskit.export.pdf_stretches import Line, set_line
from presskit.text.runs import RichText

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
_FIRST_EASTERN = "\u2e80"
# Ideographs and kana; not the small ones, which begin no line.
_PLAIN = (
    "\u3042\u3044\u3046\u3048\u304a-\u3062\u3064-\u3082\u3084\u3086\u3088-\u308d\u308f-\u3094"
    "\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2\u30e4\u30e6\u30e8-\u30ed\u30ef-\u30f4"
    "\u3400-\u4dbf\u4e00-\u9fff"
)
_BETWEEN_PLAIN = f"[{_PLAIN}](?=[{_PLAIN}])"  # compiled when first used, as it takes milliseconds
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_KOREAN = f"[{_HANGUL}][{_HANGUL}0-9A-Za-z%]|[0-9A-Za-z%][{_HANGUL}]"  # within a word
_GOOD_ENDS = frozenset("/.?&=_#:;,@%+~)")  # where an address is best broken
# A space before these or after those does not end a line (UAX #14, LB13 and LB15).
_NEVER_FIRST, _NEVER_LAST = frozenset("»›!?;:%"), frozenset("«‹")


class Token(NamedTuple):
    """What no line may break, and the gap after it, which a line's end swallows."""

    pieces: tuple[Piece, ...]
    width: float
    gap: tuple[Piece, ...] = ()
    gap_width: float = 0
    ends_line: bool = False
    hyphen: Piece | None = None


@lru_cache(maxsize=_MOST_KEPT)
def break_lines(text: RichText, inks: Inks, width: float, *, balanced: bool = False) -> tuple[Line, ...]:
    """The text in lines no wider than `width` points.

    Explicit line ends are kept, non-breaking spaces never end a line, a word wider than the column
    is cut. balanced: the lines of a headline come out about equally long.
    """
    lines: list[Line] = []
    letters = tuple((inks.ink(run), printable(run.text)) for run in text)
    placed = order("".join(each for _, each in letters), leftward=inks.leftward)
    for tokens in _paragraphs(_tokens(letters, width, placed)):
        ends = _fill(tokens, width)
        if balanced and 1 < len(ends) <= _MOST_BALANCED:
            ends = _balance(tokens, width, len(ends))
        elif len(ends) > 1:
            _lengthen_last(tokens, ends, width)
        lines += _lines(tokens, ends, placed)
    return tuple(lines)


def one_line(text: str, ink: Ink, *, leftward: bool = False) -> Line:
    """The text in one line however wide; a line end counts as a space. leftward: the document runs from
    right to left."""
    shown = " ".join(re.sub("[\xad\u200b]", "", part) for part in re.split("[\n\t]", printable(text)))
    placed = order(shown, leftward=leftward)
    return set_line(_pieces(ink, shown, 0, placed), (), placed)


def _pieces(ink: Ink, text: str, at: int, placed: Order | None) -> list[Piece]:
    """The text cut where its direction changes; `at` is where it begins in its paragraph."""
    if placed is None:
        return [piece(ink, text, at)]
    cut: list[Piece] = []
    for leftward, same in groupby(range(len(text)), key=lambda each: placed.leftward[at + each]):
        here = list(same)
        start = here[0]
        cut.append(piece(ink, text[start : here[-1] + 1], at + start, leftward=leftward))
    return cut


def _tokens(text: Iterable[tuple[Ink, str]], width: float, placed: Order | None) -> list[Token]:
    """The stretches of printable text cut at every place where a line may end."""
    tokens: list[Token] = []
    pieces: list[Piece] = []

    def close(gap: Sequence[Piece] = (), *, ends_line: bool = False, hyphen: Piece | None = None) -> None:
        wide = sum(each.width for each in pieces)
        token = Token(tuple(pieces), wide, tuple(gap), sum(each.width for each in gap), ends_line, hyphen)
        tokens.extend(_cut_to(token, width) if wide > width else (token,))
        pieces.clear()

    start = 0
    for ink, run in text:
        for found in _TOKEN.finditer(run):
            letters, at = found.group(), start + found.start()
            match found.lastgroup:
                case "space":
                    gap = _pieces(ink, letters.replace("\t", " "), at, placed)
                    if pieces:
                        close(gap)
                    elif tokens and not tokens[-1].ends_line:
                        wide = tokens[-1].gap_width + sum(each.width for each in gap)
                        tokens[-1] = tokens[-1]._replace(gap=(*tokens[-1].gap, *gap), gap_width=wide)
                case "end":
                    close([piece(ink, " ", at)], ends_line=True)
                case "soft":
                    if pieces:
                        close(hyphen=piece(ink, letters, at))
                case "zero":
                    if pieces:
                        close()
                case _:
                    if tokens and not pieces and _held(tokens[-1], letters):
                        last = tokens.pop()
                        pieces += (*last.pieces, *last.gap)
                    *heads, tail = _parts(letters, ink, width)
                    for head in heads:
                        pieces += _pieces(ink, head, at, placed)
                        at += len(head)
                        close()
                    pieces += _pieces(ink, tail, at, placed)
        start += len(run)
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
    if max(word) >= _FIRST_EASTERN:
        parts = [each for part in parts for each in _eastern_parts(part)]
    return parts


def _eastern_parts(word: str) -> Iterator[str]:
    """A word with Chinese, Japanese or Korean letters cut where a line may end. Between two plain ideographs
    or kana one always may (UAX #14, LB31)."""
    start = 0
    for found in re.finditer(_BETWEEN_PLAIN, word):
        yield from _ruled_parts(word[start : found.end()])
        start = found.end()
    yield from _ruled_parts(word[start:])


@lru_cache(maxsize=_MOST_KEPT * 16)
def _ruled_parts(word: str) -> tuple[str, ...]:
    """A word cut where a line may end (UAX #14); Korean is not cut within a word, as its readers like it
    best where lines need not be full."""
    if len(word) == 1:
        return (word,)
    from uniseg.linebreak import line_break_boundaries

    parts: list[str] = []
    start = 0
    for end in line_break_boundaries(word):
        within = re.match(_KOREAN, word[end - 1 : end + 1])
        if end > start and not within:
            parts.append(word[start:end])
            start = end
    return tuple(parts) or (word,)


def _cut_to(token: Token, width: float) -> Iterable[Token]:
    """A token wider than the column in parts that fit, cut after a mark of an address if one is near."""
    line: list[Piece] = []
    used = 0.0
    for ink, text, _, _, place, leftward in token.pieces:
        start, at, good, good_used = 0, 0, 0, 0.0
        room = used
        while at < len(text):
            step = ink.cut.set(text[at], leftward=leftward).width * ink.size / 1000
            if room + step > width and (at > start or line) and category(text[at])[0] != "M":
                end = good if good > start and good_used > width / 2 else at
                if end > start:
                    line.append(piece(ink, text[start:end], place + start, leftward=leftward))
                yield Token(tuple(line), sum(each.width for each in line))
                line, start, at, good, good_used, room = [], end, end, 0, 0.0, 0.0
                continue
            room += step
            at += 1
            if text[at - 1] in _GOOD_ENDS:
                good, good_used = at, room
        if start < len(text):
            line.append(piece(ink, text[start:], place + start, leftward=leftward))
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
    """A short word alone on the last line gets company of the line before; so do a few ideographs."""
    start = ends[-3] if len(ends) > 2 else 0
    while tokens[ends[-2] - 1].width < width / 3 and ends[-2] - 1 - start > 1:
        last = sum(token.width + token.gap_width for token in tokens[ends[-2] : ends[-1]])
        alone = ends[-1] - ends[-2] == 1 or not tokens[ends[-2] - 1].gap
        if last >= width * _SHORT_LAST or not alone:
            break
        ends[-2] -= 1


def _lines(tokens: Sequence[Token], ends: Sequence[int], order: Order | None) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for end in ends:
        shown: list[Piece] = []
        for token in tokens[start : end - 1]:
            shown += token.pieces
            shown += token.gap
        last = tokens[end - 1]
        shown += last.pieces
        ended = end == len(tokens)
        if last.hyphen is not None and not ended:
            shown.append(last.hyphen)
        lines.append(set_line(shown, () if ended and not last.ends_line else last.gap, order))
        start = end
    return lines


def base_line(ink: Ink, leading: float) -> float:
    """How far below the top of a line of `leading` points its base line runs."""
    face = ink.cut.face
    high, deep = face.ascent * ink.size / 1000, face.descent * ink.size / 1000
    return (leading - (high - deep)) / 2 + high
