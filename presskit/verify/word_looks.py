"""Which words of a Word file nobody can see (ECMA-376 part 1, 17.3.2 and 17.7): hidden, of the colour of
what they stand on, or too small."""

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.brand import contrast

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_FILLS = {f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{each}"
          for each in ("solidFill", "gradFill", "blipFill", "pattFill")}  # fmt: skip
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_OFF = {"0", "false", "off"}
_FAINT = 1.2  # contrast (WCAG 2.2) below which words are taken for unseen
_TINY = 5  # half points
_DEEPEST = 20  # styles that are based on each other in a circle
_HIGHLIGHTS = {"black": "#000000", "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000",
               "darkMagenta": "#800080", "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080",
               "lightGray": "#c0c0c0", "blue": "#0000ff", "cyan": "#00ffff", "green": "#00ff00",
               "magenta": "#ff00ff", "red": "#ff0000", "yellow": "#ffff00", "white": "#ffffff"}  # fmt: skip

Unseen = Literal["", "hidden", "faint"]
"""Why words are not seen."""


class _Look(Struct, frozen=True):
    """As far as it is said. colour, ground: "#rrggbb", or "auto". size: in half points."""

    hidden: bool | None = None
    colour: str = ""
    ground: str = ""
    size: int = 0

    def over(self, below: "_Look") -> "_Look":
        """What is said here, else what is said below."""
        return _Look(
            below.hidden if self.hidden is None else self.hidden,
            self.colour or below.colour,
            self.ground or below.ground,
            self.size or below.size,
        )


class Looks:
    """The styles of a file, by which its runs can be judged."""

    def __init__(self, styles: "_Element | None", page: str = "") -> None:
        """page: the colour of the page as the file has it, such as "FFFFFF"."""
        self._page = _colour(page) if page not in {"", "auto"} else "#ffffff"
        self._own: dict[str, tuple[_Look, str]] = {}
        self._whole: dict[str, _Look] = {"": _Look()}
        self._usual = ""
        for style in styles.iter(f"{W}style") if styles is not None else ():
            name = _said(style, "styleId")
            look = _look(style.find(f"{W}rPr")).over(_ground(style.find(f"{W}pPr")))
            self._own[name] = look, _value(style, "basedOn")
            if _said(style, "type") == "paragraph" and _said(style, "default") in {"1", "true", "on"}:
                self._usual = name

    def unseen(self, run: "_Element") -> Unseen:
        """Why the words of a run are not seen, if they are not."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        around = None if paragraph is None else paragraph.find(f"{W}pPr")
        own = run.find(f"{W}rPr")
        of_paragraph = self._styled(_value(around, "pStyle") or self._usual)
        of_run = self._styled(_value(own, "rStyle"))
        # A style within a style that hides too shows again (17.7.3, toggle properties).
        toggled = bool(of_run.hidden) != bool(of_paragraph.hidden)
        styled = replace(of_run.over(_ground(around)).over(of_paragraph), hidden=toggled)
        look = _look(own).over(styled)
        if look.hidden:
            return "hidden"
        if 0 < look.size < _TINY:
            return "faint"
        ground = look.ground or self._around(run)
        if look.colour in {"", "auto"} or ground in {"", "auto"}:  # Word chooses what can be read
            return ""
        return "faint" if contrast(look.colour, ground) < _FAINT else ""

    def _styled(self, name: str) -> _Look:
        """What a style says, and those that it is based on."""
        if name not in self._whole:
            look, at = _Look(), name
            for _step in range(_DEEPEST):
                if at not in self._own:
                    break
                own, at = self._own[at]
                look = look.over(own)
            self._whole[name] = look
        return self._whole[name]

    def _around(self, run: "_Element") -> str:
        """The colour of the cell, frame or page that a run stands on; nothing where that is not known."""
        for each in run.iterancestors(f"{W}tc", f"{W}txbxContent"):
            if each.tag == f"{W}tc":
                if ground := _ground(each.find(f"{W}tcPr")).ground:
                    return ground
                if (table := next(each.iterancestors(f"{W}tbl"), None)) is not None and _value(
                    table.find(f"{W}tblPr"), "tblStyle"
                ):
                    return ""  # its style may colour rows
            else:
                shape = next(each.iterancestors(_SHAPE), None)
                if shape is None or any(child.tag in _FILLS for child in shape.iter()):
                    return ""
        return self._page


def _look(properties: "_Element | None") -> _Look:
    """What run properties say."""
    if properties is None:
        return _Look()
    vanish = properties.find(f"{W}vanish")
    size = _value(properties, "sz")
    return _Look(
        None if vanish is None else _said(vanish, "val") not in _OFF,
        _colour(_value(properties, "color")),
        _HIGHLIGHTS.get(_value(properties, "highlight"), "") or _ground(properties).ground,
        int(size) if size.isdigit() else 0,
    )


def _ground(properties: "_Element | None") -> _Look:
    """The shading that properties of any kind say."""
    shading = None if properties is None else properties.find(f"{W}shd")
    if shading is None or _said(shading, "fill") == "auto":
        return _Look()
    return _Look(ground=_colour(_said(shading, "fill")))


def _colour(digits: str) -> str:
    """As "#rrggbb"; "auto" as it is, and nothing for what is no colour."""
    if digits == "auto":
        return digits
    return (
        f"#{digits}" if len(digits) == 6 and all(each in "0123456789abcdefABCDEF" for each in digits) else ""
    )


def _value(element: "_Element | None", name: str) -> str:
    child = None if element is None else element.find(W + name)
    return "" if child is None else _said(child, "val")


def _said(element: "_Element", name: str) -> str:
    return str(element.get(W + name) or "")
