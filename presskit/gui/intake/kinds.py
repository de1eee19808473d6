"""What the parts of a text are called on screen, and the key that makes one of them."""

from typing import NamedTuple

from presskit.bringing import Kind
from presskit.i18n import N_


class Called(NamedTuple):
    """label: on screen. key: a letter. tone: the theme's colour of its edge."""

    label: str
    key: str
    tone: str


CALLED: dict[Kind, Called] = {
    "headline": Called(N_("Headline"), "H", "accent"),
    "subhead": Called(N_("Subhead"), "S", "accent"),
    "body": Called(N_("Paragraph or quote"), "P", "text"),
    "crosshead": Called(N_("Crosshead"), "R", "accent"),
    "item": Called(N_("Point or figure"), "F", "good_text"),
    "boilerplate_heading": Called(N_("Boilerplate heading"), "G", "warn_text"),
    "boilerplate": Called(N_("Boilerplate"), "B", "warn_text"),
    "contact": Called(N_("Contact"), "C", "good_text"),
    "notes_heading": Called(N_("Notes heading"), "M", "muted"),
    "note": Called(N_("Note to editors"), "N", "muted"),
    "release_line": Called(N_("Release line"), "L", "good_text"),
    "embargo": Called(N_("Embargo"), "E", "bad_text"),
    "dateline": Called(N_("Dateline"), "D", "good_text"),
    "date": Called(N_("Date"), "T", "good_text"),
    "issuer": Called(N_("Who sends it"), "I", "muted"),
    "label": Called(N_("Kind of document"), "K", "muted"),
    "advisory": Called(N_("What, when, where"), "W", "text"),
    "end": Called(N_("End mark"), "Z", "muted"),
    "table": Called(N_("Table row"), "O", "muted"),
    "aside": Called(N_("Set aside"), "X", "faint"),
}
"""In the order of the menu, the usual ones first."""

BY_KEY: dict[str, Kind] = {each.key: kind for kind, each in CALLED.items()}
UNSURE = 0.7  # below it a part is marked, so that somebody looks
