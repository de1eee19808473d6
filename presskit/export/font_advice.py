"""What to do where no font has a character: fonts of this computer, a package, or another character."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from presskit.export.font_faces import typeface
from presskit.export.font_scripts import EASTERN, chinese, home_of
from presskit.export.font_sources import has_eastern
from presskit.export.font_system import system_faces
from presskit.export.fonts import Missing, missing
from presskit.flow import Sheet
from presskit.i18n import _, ngettext
from presskit.model.brand import Face, Look

INSTALL = "python3 packaging/start.py fonts"
"""What adds the typefaces for Chinese, Japanese and Korean."""

_MOST_NAMED = 5  # characters without a font that a message lists
_EXCERPT = 60  # characters of the text that they stand in


class Advice(NamedTuple):
    """What no font has, as a sentence that says what to do, and the fonts of this computer that have it."""

    sentence: str
    offers: tuple[str, ...]


def settle(sheet: Sheet, look: Look) -> tuple[Look, Advice | None]:
    """The look with the fonts of this computer that the sheet needs, if the look allows them, and what
    is still without a font."""
    lacking = missing(sheet, look)
    if not lacking:
        return look, None
    others = offers(lacking)
    if look.system_fonts and others:
        look = replace(look, families=look.families | {face.name: face for face in others})
        lacking = missing(sheet, look)
        if not lacking:
            return look, None
        others = ()
    return look, Advice(_sentence(lacking, others), tuple(face.name for face in others))


def offers(lacking: Iterable[Missing]) -> tuple[Face, ...]:
    """The fonts of this computer that have what is missing, one for each script and language, in the
    order of the list."""
    chosen = set()
    for each in lacking:
        home = home_of(each.character) or "Zyyy"
        having = [
            face
            for face in system_faces()
            if home in face.scripts and typeface(face.regular).glyph(each.character)
        ]
        wanted = chinese(each.language)
        if having:
            chosen.add(min(having, key=lambda face: wanted not in face.languages).name)
    return tuple(face for face in system_faces() if face.name in chosen)


def _sentence(lacking: tuple[Missing, ...], others: tuple[Face, ...]) -> str:
    first = " ".join(lacking[0].text.split())
    excerpt = first if len(first) <= _EXCERPT else first[:_EXCERPT].rstrip() + " …"
    named = ", ".join(f"{each.character} (U+{ord(each.character):04X})" for each in lacking[:_MOST_NAMED])
    if len(lacking) > _MOST_NAMED:
        named += ", …"
    told = ngettext(
        "None of PressKit’s fonts has the character {named}, in “{text}”.",
        "None of PressKit’s fonts has the characters {named}, first in “{text}”.",
        len(lacking),
    ).format(named=named, text=excerpt)
    ways = []
    if others:
        fonts = ", ".join(face.name for face in others)
        ways.append(_("Allow {fonts}, which this computer has.").format(fonts=fonts))
    if not has_eastern() and any(home_of(each.character) in EASTERN for each in lacking):
        ways.append(_("Add the fonts for Chinese, Japanese and Korean: {command}").format(command=INSTALL))
    if not ways:
        ways.append(ngettext("Please replace it.", "Please replace them.", len(lacking)))
    return f"{told} {' '.join(ways)}"
