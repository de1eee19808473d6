"""The choices of a brand, in words of the screen."""

from presskit.i18n import N_, _
from presskit.model.brand import Brand, Page, Room, Size, look, themes

PAGES: tuple[tuple[Page, str], ...] = (
    ("letter", N_("Letter (8.5 × 11 in)")),
    ("a4", N_("A4 (210 × 297 mm)")),
)
HEADLINES: tuple[tuple[Size, str], ...] = (
    ("small", N_("Smaller")),
    ("usual", N_("As the theme has it")),
    ("large", N_("Larger")),
)
LOGOS: tuple[tuple[Size, str], ...] = (
    ("small", N_("Small")),
    ("usual", N_("As the theme has it")),
    ("large", N_("Large")),
)
SIDES: tuple[tuple[Room, str], ...] = (
    ("narrow", N_("Narrow")),
    ("usual", N_("As the theme has it")),
    ("wide", N_("Wide")),
)
LINES: tuple[tuple[Room, str], ...] = (
    ("narrow", N_("Tight")),
    ("usual", N_("As the theme has it")),
    ("wide", N_("Loose")),
)
LOGO_SIDES: tuple[tuple[str, str], ...] = (
    ("", N_("As the theme has it")),
    ("start", N_("Where lines begin")),
    ("centre", N_("Centered")),
    ("end", N_("Where lines end")),
)


def told(brand: Brand) -> tuple[tuple[str, str], ...]:
    """What a brand chooses, in words of the screen, each after its label, which is still to be translated;
    empty where the theme decides."""
    names = {name: shown.name for name, shown in themes()}
    return (
        (N_("Theme"), _(names.get(brand.theme, look(brand).name))),
        (N_("Paper"), _(dict(PAGES)[brand.page])),
        (N_("Text"), brand.text_face),
        (N_("Headlines"), brand.heading_face),
        (N_("Accent color"), brand.accent),
        (N_("Color of headings"), brand.heading_colour),
        (N_("Size of the headline"), _other(brand.headline, HEADLINES)),
        (N_("Line spacing"), _other(brand.lines, LINES)),
        (N_("Margins"), _other(brand.sides, SIDES)),
        (N_("Logo"), _("a logo ({name})").format(name=brand.logo[:8]) if brand.logo else ""),
        (N_("Size of the logo"), _other(brand.logo_size, LOGOS)),
        (N_("Side of the logo"), _(dict(LOGO_SIDES)[brand.logo_side]) if brand.logo_side else ""),
        (N_("Issued by"), "; ".join(brand.issuers)),
        (N_("Address line"), brand.address),
    )


def _other(chosen: str, names: tuple[tuple[str, str], ...]) -> str:
    """What a choice is called, where it is none that the theme makes."""
    return "" if chosen == "usual" else _(dict(names)[chosen])
