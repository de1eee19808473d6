"""Look -> the fonts of a Word file: for each script one that Windows and Word for Mac have, as the parts of
a file say it (ECMA-376 part 1: 17.8, fonts; 20.1.4.1, themes)."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from presskit.export.docx_script import EASTERN, script_of
from presskit.flow import Role
from presskit.model.brand import Look

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# With serifs, without.
_FONTS = {
    "Hans": ("SimSun", "Microsoft YaHei"),
    "Hant": ("PMingLiU", "Microsoft JhengHei"),
    "Jpan": ("Yu Mincho", "Yu Gothic"),
    "Hang": ("Batang", "Malgun Gothic"),
    "Arab": ("Times New Roman", "Arial"),
    "Hebr": ("Times New Roman", "Arial"),
    **dict.fromkeys(
        ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"),
        ("Nirmala UI", "Nirmala UI"),
    ),
    **dict.fromkeys(("Thai", "Laoo", "Khmr"), ("Leelawadee UI", "Leelawadee UI")),
    "Mymr": ("Myanmar Text", "Myanmar Text"),
    "Tibt": ("Microsoft Himalaya", "Microsoft Himalaya"),
}
# What else may be at hand where one of those is not.
_INSTEAD = {
    "SimSun": "Songti SC",
    "Microsoft YaHei": "PingFang SC",
    "PMingLiU": "Songti TC",
    "Microsoft JhengHei": "PingFang TC",
    "Yu Mincho": "MS Mincho",
    "Yu Gothic": "MS Gothic",
    "Batang": "AppleMyungjo",
    "Malgun Gothic": "Apple SD Gothic Neo",
    "Nirmala UI": "Mangal",
    "Leelawadee UI": "Tahoma",
}
_PLACES = {"heading": "major", "text": "minor"}
_COLOURS = {"ink": "text1", "muted": "text2", "accent": "accent1", "link": "hyperlink"}
# What Word has drawn shapes filled and outlined with; a release has none, but a theme must say it.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    f'<a:fmtScheme name="PressKit"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f'<a:ln w="6350">{_FILL}</a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


class Fonts(NamedTuple):
    """The fonts of a look in a release's language. home: its script where the text families lack it."""

    look: Look
    home: str

    @classmethod
    def of(cls, look: Look, language: str) -> "Fonts":
        """Those of a release in that language."""
        return cls(look, script_of(language))

    def is_sans(self, face: str) -> bool:
        """Whether a family is one without serifs."""
        return face in self.look.families and self.look.families[face].generic == "sans"

    def font(self, script: str, face: str) -> str:
        """The font for a script beside a family."""
        return _FONTS[script][self.is_sans(face)]

    @property
    def complex_script(self) -> str:
        """The script that styles name a font for where Word wants one for right-to-left and Indic text."""
        return self.home if self.home and self.home not in EASTERN else "Arab"

    def run(self, script: str, role: Role) -> dict[str, str]:
        """The attributes of w:rFonts for a run in a script: what differs from its paragraph's style."""
        if not script:
            return {}
        face = self.look.style(role).face
        if script in EASTERN:
            named = {} if script == self.home else {"eastAsia": self.font(script, face)}
            return {**named, "hint": "eastAsia"}
        font = self.font(script, face)
        return {} if font == self.font(self.complex_script, face) else {"cs": font}

    def style(self, role: Role) -> dict[str, str]:
        """The attributes of w:rFonts for the style of a role: by the theme where it has the family,
        and by name for programs that know no themes."""
        face = self.look.style(role).face
        east = self.font(self.home, face) if self.home in EASTERN else face
        named = {"ascii": face, "hAnsi": face, "eastAsia": east, "cs": self.font(self.complex_script, face)}
        if place := _PLACES.get(self.look.styles[role].face):
            named |= {"asciiTheme": f"{place}HAnsi", "hAnsiTheme": f"{place}HAnsi"}
            named |= {"eastAsiaTheme": f"{place}EastAsia", "cstheme": f"{place}Bidi"}
        return named


def colour(value: str) -> str:
    """A colour "#rrggbb" as Word has it, or its own choice where it is none."""
    return value[1:].upper() if _COLOUR.fullmatch(value) else "auto"


def colour_attributes(look: Look, name: str) -> dict[str, str]:
    """The attributes of w:color: of a look's colour by its name, or "#rrggbb"."""
    found = {"val": colour(look.colours.get(name, name))}
    if name in look.colours and name in _COLOURS and found["val"] != "auto":
        found["themeColor"] = _COLOURS[name]
    return found


def theme(look: Look, language: str) -> str:
    """word/theme/theme1.xml: the look's colours; its heading family as the major font, its text family
    as the minor one, and beside each what every other script is set in."""
    ink, muted = (look.colours.get(name, "") for name in ("ink", "muted"))
    accent = look.colours.get("accent", ink)
    link = look.colours.get("link", accent)
    scheme = {"dk1": ink, "lt1": "#ffffff", "dk2": muted, "lt2": "#f2f2f2"}
    others = [shade for name, shade in look.colours.items() if name not in _COLOURS]
    accents = (accent, *others, link, muted, ink, accent, link)[:6]
    scheme |= {f"accent{number}": shade for number, shade in enumerate(accents, 1)}
    scheme |= {"hlink": link, "folHlink": muted}
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{_shade(value)}"/></a:{name}>' for name, value in scheme.items()
    )
    fonts = Fonts.of(look, language)
    named = "".join(
        f"<a:{place}Font>{_theme_fonts(fonts, look.faces.get(face, ''))}</a:{place}Font>"
        for face, place in _PLACES.items()
    )
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="{escape(look.name)}"><a:themeElements>'
        f'<a:clrScheme name="{escape(look.name)}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{escape(look.name)}">{named}</a:fontScheme>{_FORMATS}'
        "</a:themeElements></a:theme>"
    )


def _shade(value: str) -> str:
    found = colour(value)
    return "000000" if found == "auto" else found


def _theme_fonts(fonts: Fonts, face: str) -> str:
    east = fonts.font(fonts.home, face) if fonts.home in EASTERN else ""
    cursive = fonts.font(fonts.complex_script, face) if fonts.home and not east else ""
    scripts = "".join(
        f'<a:font script="{script}" typeface="{both[fonts.is_sans(face)]}"/>'
        for script, both in _FONTS.items()
    )
    return (
        f'<a:latin typeface="{escape(face)}"/><a:ea typeface="{east}"/><a:cs typeface="{cursive}"/>{scripts}'
    )


def font_table(look: Look, language: str, roles: Iterable[Role]) -> str:
    """word/fontTable.xml: what to use where a family is not installed."""
    fonts = Fonts.of(look, language)
    used = dict.fromkeys(look.style(role).face for role in roles)
    entries = []
    for face in used:
        known = look.families.get(face)
        entries.append(_font(face, known.instead if known else "", sans=fonts.is_sans(face)))
    others = {fonts.font(fonts.home, face): fonts.is_sans(face) for face in used if fonts.home}
    entries += [_font(name, _INSTEAD[name], sans=sans) for name, sans in others.items() if name in _INSTEAD]
    return f'<w:fonts xmlns:w="{_WORD}">{"".join(entries)}</w:fonts>'


def _font(name: str, instead: str, *, sans: bool) -> str:
    other = f'<w:altName w:val="{escape(instead)}"/>' if instead else ""
    generic = "swiss" if sans else "roman"
    return (
        f'<w:font w:name="{escape(name)}">{other}'
        f'<w:family w:val="{generic}"/><w:pitch w:val="variable"/></w:font>'
    )
