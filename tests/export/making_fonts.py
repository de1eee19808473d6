"""Fonts as a computer may have them, made for tests."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from presskit.model.brand import Face


def face_of(path: Path, name: str, *scripts: str, languages: tuple[str, ...] = ()) -> Face:
    """A font file as a face of this computer."""
    cut = f"{path}#0"
    return Face(
        name=name, regular=cut, bold=cut, italic=cut, bold_italic=cut, instead=name,
        scripts=scripts, languages=languages,
    )  # fmt: skip


def rune(folder: Path) -> Path:
    """A font with PostScript outlines: a box for U+16A0."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "space", "rune"])
    builder.setupCharacterMap({32: "space", 0x16A0: "rune"})
    pen = T2CharStringPen(600, None)
    pen.moveTo((100, 0))
    for corner in ((500, 0), (500, 700), (100, 700)):
        pen.lineTo(corner)
    pen.closePath()
    empty = T2CharStringPen(600, None).getCharString()
    shapes = {".notdef": empty, "space": empty, "rune": pen.getCharString()}
    builder.setupCFF("Rune", {"FullName": "Rune"}, shapes, {})
    builder.setupHorizontalMetrics(dict.fromkeys(shapes, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rune", "styleName": "Regular", "psName": "Rune"})
    builder.setupOS2()
    builder.setupPost()
    path = folder / "rune.otf"
    builder.save(path)
    return path
