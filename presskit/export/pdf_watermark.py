"""A word large and light behind a page. It is drawn as outlines, not as text: whoever copies the page's words
gets none of it, and no reader aloud meets it."""

import math
import re

from presskit.export.pdf_stretches import Line

_LONGEST, _HIGHEST = 0.98, 0.26  # of the page's shorter side
_TURN = math.radians(45)
_SHOWN = re.compile(r"<([0-9a-f]+)>|(-?\d+)")


def watermark(line: Line, size: tuple[float, float]) -> str:
    """The operators that fill a line's letters across a page of that size, from its lower left to its upper
    right; nothing for an empty line."""
    path, (left, bottom, right, top) = _path(line)
    if not path:
        return ""
    shorter = min(size)
    scale = min(shorter * _LONGEST / (right - left), shorter * _HIGHEST / (top - bottom))
    cos, sin = math.cos(_TURN) * scale, math.sin(_TURN) * scale
    x, y = (left + right) / 2, (bottom + top) / 2
    shift = size[0] / 2 - cos * x + sin * y, size[1] / 2 - sin * x - cos * y
    return f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {shift[0]:.3f} {shift[1]:.3f} cm {path} f"


def _path(line: Line) -> tuple[str, tuple[float, float, float, float]]:
    """The outlines of a line, and the box that they fill: left, bottom, right, top; in points."""
    code: list[str] = []
    across: list[float] = []
    up: list[float] = []
    for stretch in line.stretches:
        scale, pen = stretch.ink.size / 1000, 0.0
        for rise, shown in stretch.parts:
            for glyphs, back in _SHOWN.findall(shown):
                pen -= float(back or 0)
                for start in range(0, len(glyphs), 4):
                    glyph = int(glyphs[start : start + 4], 16)
                    for operator, operands in stretch.face.outline(glyph):
                        xs = [stretch.x + (pen + each) * scale for each in operands[::2]]
                        ys = [(rise + each) * scale for each in operands[1::2]]
                        across += xs
                        up += ys
                        pairs = (f"{x:.3f} {y:.3f}" for x, y in zip(xs, ys, strict=True))
                        code.append(" ".join((*pairs, operator)))
                    pen += round(stretch.face.advance(glyph))
    if not across or max(across) <= min(across) or max(up) <= min(up):
        return "", (0.0, 0.0, 0.0, 0.0)
    return " ".join(code), (min(across), min(up), max(across), max(up))
