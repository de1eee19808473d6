"""A word large and light behind the pages of a Word file, as Word itself puts it there: a shape in the head
of the page that is text along a line (ECMA-376 part 4, 19.1.2.19 and 19.1.2.23)."""

from html import escape

from lxml import etree

from presskit.export.docx_fonts import Fonts
from presskit.export.docx_text import Element, add, writable
from presskit.text.counting import cells

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)
# What Word calls the kind of shape 136: plain text on a straight line.
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_LONGEST, _HIGHEST = 0.9, 0.26  # of the page's shorter side
_LETTER = 0.75  # the width of a capital letter, in heights


def add_watermark(paragraph: Element, words: str, number: int, fonts: Fonts, shade: str) -> None:
    """Puts words behind every page that a paragraph is the head of. number: which one of the file's heads it
    is, for two shapes need names of their own. shade: their colour, "#rrggbb"."""
    words = " ".join(writable(words).split())
    if not words:
        return
    shorter = min(fonts.look.size)
    wide = max(cells(words), 1) * _LETTER
    height = min(shorter * _HIGHEST, shorter * _LONGEST / wide)
    place = "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    place += "mso-position-vertical:center;mso-position-vertical-relative:page"
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{height * wide:.1f}pt;height:{height:.1f}pt;"
        f"rotation:315;z-index:-{251650000 + number};{place}"
    )
    named = fonts.style("draft")
    family = named["eastAsia"] if words > "\u2e80" else (named["cs"] if words > "\u0590" else named["ascii"])
    shape = (
        f'<w:pict {_SPACES}>{_KIND}<v:shape id="Watermark{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" style="{style}" o:allowincell="f" fillcolor="{shade}" stroked="f">'
        f'<v:textpath style="font-family:&quot;{escape(family)}&quot;;font-size:1pt;font-weight:bold" '
        f'string="{escape(words)}"/></v:shape></w:pict>'
    )
    add(paragraph, "w:r").append(etree.fromstring(shape))
