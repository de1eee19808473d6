"""Brands: what an organisation chooses, and the styles that follow from it."""

import tomllib
from functools import cache
from math import ceil
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from presskit import assets
from presskit.flow import Role
from presskit.text.typography import has_italics

Page = Literal["letter", "a4"]
Align = Literal["start", "centre", "end"]
Size = Literal["small", "usual", "large"]
Room = Literal["narrow", "usual", "wide"]

# Width and height in points. ANSI/ASME Y14.1 "A" and ISO 216.
PAGE_SIZES: dict[Page, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}

WATERMARK = "#e7e9ec"
"""What a word behind a page is filled with: so light that text on it keeps its contrast, in black 15 to 1
(WCAG 2.2 asks for 4.5)."""

_HEADINGS: tuple[Role, ...] = ("headline", "crosshead", "boilerplate_heading", "notes_heading")
_TEXT: tuple[Role, ...] = ("body", "quote", "bullet", "boilerplate", "notes")
_HEADLINES: dict[Size, float] = {"small": 0.85, "usual": 1.0, "large": 1.25}
_LOGOS: dict[Size, float] = {"small": 0.7, "usual": 1.0, "large": 1.5}
_LINES: dict[Room, float] = {"narrow": 0.9, "usual": 1.0, "wide": 1.1}
_SIDES: dict[Room, float] = {"narrow": 0.8, "usual": 1.0, "wide": 1.35}  # of the theme's own margins
_CLOSE = 2.0  # points between what is one letterhead

# Where letter paper is the custom: Unicode CLDR, supplemental measurementData, paperSize US-Letter.
LETTER_TERRITORIES = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)


def page_for(territory: str) -> Page:
    """The paper customary in a territory (ISO 3166-1 code)."""
    return "letter" if territory.upper() in LETTER_TERRITORIES else "a4"


class Brand(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an organisation chooses. Empty means: as the theme has it. `logo` names one of the
    kit's pictures; `accent` is "#rrggbb"; `text_face` and `heading_face` name a family; `issuers`
    are the organisations that issue the release together, as the letterhead names them.

    heading_colour: "#rrggbb", of the headline and all other headings. headline: how large it is set. lines:
    how far the lines of the text stand apart; sides: how wide the margins beside it are. logo_size,
    logo_side: how high the logo is and where it stands. address: a line below the letterhead, such as an
    address and a web site."""

    theme: str = "classic"
    page: Page = "letter"
    text_face: str = ""
    heading_face: str = ""
    accent: str = ""
    logo: str = ""
    issuers: tuple[str, ...] = ()
    heading_colour: str = ""
    headline: Size = "usual"
    lines: Room = "usual"
    sides: Room = "usual"
    logo_size: Size = "usual"
    logo_side: Literal["", "start", "centre", "end"] = ""
    address: str = ""


class TextStyle(Struct, frozen=True, kw_only=True):
    """How the text of a role looks. Sizes and distances in points; `colour` is "#rrggbb".

    rule: a line across the column above or below, `rule_weight` thick and `rule_gap` away.
    mark_colour: of the bullets or numbers of a list, empty for that of the text.
    """

    face: str = "text"
    size: float = 11
    leading: float = 15
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    before: float = 0
    after: float = 0
    indent: float = 0
    align: Align = "start"
    keep_next: bool = False
    rule: Literal["none", "above", "below"] = "none"
    rule_weight: float = 0.5
    rule_gap: float = 4
    rule_colour: str = "muted"
    mark_colour: str = ""


class Face(Struct, frozen=True, kw_only=True):
    """A family: the files (without .ttf) of its four cuts, and what Word may use in its place:
    a font that it comes with (`instead`), or any of that kind (`generic`). scripts: of a font of this
    computer that only stands in, the scripts that it is for (ISO 15924), and whose forms its characters
    have (`languages`); empty for a family that a brand can choose."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str
    instead: str
    generic: Literal["serif", "sans"] = "sans"
    scripts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Look(Struct, frozen=True, kw_only=True):
    """A theme with a brand's choices put in: all that writers know of appearance.

    name, description: the theme's, in English; the window shows them in the language of the screen.
    margins: top, right, bottom, left, in points. styles: one for every role. accented: the roles that
    take the accent colour once a brand has chosen one. system_fonts: whether fonts of this computer may
    stand in where ours lack a character.
    """

    name: str
    margins: tuple[float, float, float, float]
    colours: dict[str, str]
    faces: dict[str, str]
    families: dict[str, Face]
    styles: dict[Role, TextStyle]
    accented: tuple[Role, ...] = ()
    logo_height: float = 42
    page: Page = "letter"
    logo: str = ""
    description: str = ""
    system_fonts: bool = False

    def style(self, role: Role) -> TextStyle:
        """The style of a role with its colour and family resolved."""
        found = self.styles[role]
        return replace(
            found,
            colour=self.colours.get(found.colour, found.colour),
            rule_colour=self.colours.get(found.rule_colour, found.rule_colour),
            mark_colour=self.colours.get(
                found.mark_colour or found.colour, found.mark_colour or found.colour
            ),
            face=self.faces.get(found.face, found.face),
        )

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in points."""
        return PAGE_SIZES[self.page]


@cache
def _theme(name: str) -> Look:
    chosen = name if name in assets.names("brands", ".toml") else "classic"
    theme = tomllib.loads(assets.read(f"brands/{chosen}.toml").decode())
    theme["families"] = tomllib.loads(assets.read("fonts/families.toml").decode())
    return msgspec.convert(theme, Look)


def themes() -> tuple[tuple[str, Look], ...]:
    """The themes that a brand can choose: the name of each in a brand, and how it looks by itself."""
    names = sorted(assets.names("brands", ".toml"), key=lambda name: (name != "classic", name))
    return tuple((name, _theme(name)) for name in names)


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """How far two colours "#rrggbb" stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio"); small text wants
    4.5. Raises ValueError for what is no such colour."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def families() -> tuple[str, ...]:
    """The names of the type families that a brand can choose."""
    return tuple(_theme("classic").families)


def family(name: str) -> Face:
    """A type family that a brand can choose; raises KeyError for one that there is not."""
    return _theme("classic").families[name]


def look(brand: Brand, language: str = "en") -> Look:
    """The look that follows from a brand in a language; an unknown theme or family falls back to Classic's.
    Where the script has no italics, the styles have none."""
    theme = _theme(brand.theme)
    chosen = {"text": brand.text_face, "heading": brand.heading_face}
    faces = theme.faces | {face: name for face, name in chosen.items() if name in theme.families}
    colours, styles = theme.colours, theme.styles
    if brand.accent:
        colours = colours | {"accent": brand.accent, "link": brand.accent}
        styles = styles | {role: replace(styles[role], colour="accent") for role in theme.accented}
    if brand.heading_colour:
        colours = colours | {"heading": brand.heading_colour}
        styles = styles | {role: replace(styles[role], colour="heading") for role in _HEADINGS}
    if brand.headline != "usual":
        styles = styles | {"headline": _sized(styles["headline"], _HEADLINES[brand.headline])}
    if brand.lines != "usual":
        styles = styles | {role: _spaced(styles[role], _LINES[brand.lines]) for role in _TEXT}
    if brand.logo_side:
        styles = styles | {"logo": replace(styles["logo"], align=brand.logo_side)}
    if brand.address:  # it belongs to what stands above it
        styles = styles | {"issuer": replace(styles["issuer"], after=_CLOSE)}
    if not has_italics(language):
        styles = {role: replace(style, italic=False) for role, style in styles.items()}
    top, right, bottom, left = theme.margins
    side = _SIDES[brand.sides]
    return replace(
        theme,
        faces=faces,
        colours=colours,
        styles=styles,
        page=brand.page,
        logo=brand.logo,
        margins=(top, right * side, bottom, left * side),
        logo_height=theme.logo_height * _LOGOS[brand.logo_size],
    )


def _sized(style: TextStyle, scale: float) -> TextStyle:
    """A style so much larger, in the half points that Word counts in."""
    return replace(style, size=round(style.size * scale * 2) / 2, leading=ceil(style.leading * scale * 2) / 2)


def _spaced(style: TextStyle, scale: float) -> TextStyle:
    """A style whose lines stand so much further apart, in the twentieths of a point that Word counts in."""
    return replace(style, leading=round(style.leading * scale * 20) / 20)
