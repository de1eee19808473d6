"""How a block of a translation stands to its original, for the eye and the ear: icon, tone and words."""

from typing import NamedTuple

from presskit.i18n import N_
from presskit.model.translation import State


class Shown(NamedTuple):
    """An icon, the theme's colour for it, and words."""

    icon: str
    colour: str
    words: str


STATES: dict[State, Shown] = {
    "current": Shown("check", "good_text", N_("Up to date")),
    "changed": Shown("warning", "warn_text", N_("The original changed since")),
    "waiting": Shown("globe", "warn_text", N_("Not translated yet")),
    "gone": Shown("trash", "bad_text", N_("The original was taken out")),
    "own": Shown("info", "muted", N_("Only in this language")),
}
