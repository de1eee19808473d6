"""What an OpenDocument text says of its styles and lists beside the text (OASIS ODF 1.3 part 3, 16)."""

from typing import TYPE_CHECKING, NamedTuple

from presskit.intake.documents import lineage

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = f"{_NAMES}office:1.0}}", f"{_NAMES}text:1.0}}", f"{_NAMES}table:1.0}}"
DRAW, STYLE = f"{_NAMES}drawing:1.0}}", f"{_NAMES}style:1.0}}"
_FO = f"{_NAMES}xsl-fo-compatible:1.0}}"
_HEAVY = frozenset(["bold", "600", "700", "800", "900"])


class Style(NamedTuple):
    """How a style sets its text. heading: its level from 1, or 0. said: whether of weight, of slope."""

    bold: bool = False
    italic: bool = False
    heading: int = 0
    centred: bool = False
    hidden: bool = False
    said: tuple[bool, bool] = (False, False)

    def over(self, other: "Style") -> "Style":
        """This style on text that is set as `other` already."""
        bold = self.bold if self.said[0] else other.bold
        italic = self.italic if self.said[1] else other.italic
        return other._replace(bold=bold, italic=italic)


def styles(roots: "list[_Element]") -> dict[str, Style]:
    """What the styles of paragraphs and words say, by name, with what those say that they are based on."""
    own: dict[str, tuple[str, Style]] = {}
    for root in roots:
        for each in root.iter(f"{STYLE}style"):
            own[each.get(f"{STYLE}name") or ""] = each.get(f"{STYLE}parent-style-name") or "", _own(each)
    return {name: _whole(name, own) for name in own}


def _own(element: "_Element") -> Style:
    words, para = element.find(f"{STYLE}text-properties"), element.find(f"{STYLE}paragraph-properties")
    weight = slope = align = display = ""
    if words is not None:
        weight, slope = words.get(f"{_FO}font-weight") or "", words.get(f"{_FO}font-style") or ""
        display = words.get(f"{TEXT}display") or ""
    if para is not None:
        align = para.get(f"{_FO}text-align") or ""
    level = element.get(f"{STYLE}default-outline-level") or ""
    heading = int(level) if len(level) == 1 and level in "123456789" else 0
    if element.get(f"{STYLE}name") == "Title":
        heading = 1
    return Style(
        weight in _HEAVY, slope in ("italic", "oblique"), heading, align == "center", display == "none",
        (bool(weight), bool(slope)),
    )  # fmt: skip


def _whole(name: str, own: dict[str, tuple[str, Style]]) -> Style:
    names = lineage(name, {each: base for each, (base, _style) in own.items()})
    style = own[next(names)][1]
    for each in names:
        above = own[each][1]
        style = Style(
            style.bold if style.said[0] else above.bold,
            style.italic if style.said[1] else above.italic,
            style.heading or above.heading,
            style.centred or above.centred,
            style.hidden or above.hidden,
            (style.said[0] or above.said[0], style.said[1] or above.said[1]),
        )
    return style


def kinds(roots: "list[_Element]") -> dict[tuple[str, int], str]:
    """How the levels of lists are marked: (list style, level from 1) -> "number" or "bullet"."""
    found: dict[tuple[str, int], str] = {}
    for root in roots:
        for each in root.iter(f"{TEXT}list-style"):
            name = each.get(f"{STYLE}name") or ""
            for level in each.iterchildren(tag="*"):
                depth = level.get(f"{TEXT}level") or ""
                if depth.isdigit() and depth.isascii() and len(depth) < 3:
                    number = level.tag == f"{TEXT}list-level-style-number" and level.get(f"{STYLE}num-format")
                    found[name, int(depth)] = "number" if number else "bullet"
    return found
