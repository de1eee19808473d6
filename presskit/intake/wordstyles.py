"""What a Word document says of its styles, lists and links beside the text (ECMA-376 part 1, 17.7, 17.9)."""

import re
from typing import TYPE_CHECKING, NamedTuple

from presskit.intake.documents import lineage

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S{3,2000}$", re.I)


class Style(NamedTuple):
    """How a style sets its text. heading: its level from 1, or 0. listed: the list that it belongs to."""

    bold: bool = False
    italic: bool = False
    heading: int = 0
    listed: str = ""


def value(element: "_Element | None", name: str = "val") -> str:
    """An attribute of an element, or nothing."""
    return "" if element is None else (element.get(W + name) or "")


def on(element: "_Element | None") -> bool:
    """A toggle (17.17.4): there without a value it is on."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def sub(element: "_Element | None", name: str) -> "_Element | None":
    """A child of an element, if there are both."""
    return None if element is None else element.find(W + name)


def styles(tree: "_Element | None") -> dict[str, Style]:
    """What styles say, by their id, with what those say that they are based on; "" is the usual one."""
    own: dict[str, tuple[str, Style]] = {}
    usual = ""
    for each in () if tree is None else tree.iterchildren(f"{W}style"):
        text, para = sub(each, "rPr"), sub(each, "pPr")
        heading = re.fullmatch(r"heading (\d)|title", value(sub(each, "name")).lower())
        level = int(heading[1] or 1) if heading else 0
        listed = value(sub(sub(para, "numPr"), "numId"))
        name = each.get(f"{W}styleId") or ""
        own[name] = value(sub(each, "basedOn")), Style(on(sub(text, "b")), on(sub(text, "i")), level, listed)
        if each.get(f"{W}default") == "1" and each.get(f"{W}type") == "paragraph":
            usual = name
    found = {name: _whole(name, own) for name in own}
    if usual:
        found[""] = found[usual]
    return found


def _whole(name: str, own: dict[str, tuple[str, Style]]) -> Style:
    names = lineage(name, {each: base for each, (base, _style) in own.items()})
    style = own[next(names)][1]
    for each in names:
        above = own[each][1]
        style = Style(
            style.bold or above.bold,
            style.italic or above.italic,
            style.heading or above.heading,
            style.listed or above.listed,
        )
    return style


def numbers(tree: "_Element | None") -> dict[tuple[str, int], str]:
    """How the levels of lists are numbered: (list, level from 1) -> "bullet", "decimal" and so on."""
    if tree is None:
        return {}
    kinds: dict[str, dict[int, str]] = {}
    for each in tree.iterchildren(f"{W}abstractNum"):
        levels = {}
        for level in each.iterchildren(f"{W}lvl"):
            number = level.get(f"{W}ilvl") or "0"
            if number.isdigit():
                levels[int(number) + 1] = value(sub(level, "numFmt"))
        kinds[each.get(f"{W}abstractNumId") or ""] = levels
    return {
        (each.get(f"{W}numId") or "", depth): kind
        for each in tree.iterchildren(f"{W}num")
        for depth, kind in kinds.get(value(sub(each, "abstractNumId")), {}).items()
    }


def links(tree: "_Element | None") -> dict[str, str]:
    """Addresses by the id that the text names them with: of pages and mail, no others."""
    told = () if tree is None else tree.iterchildren()
    found = {each.get("Id") or "": each.get("Target") or "" for each in told}
    return {name: target for name, target in found.items() if _ADDRESS.match(target)}
