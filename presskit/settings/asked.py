"""What the settings ask of the user, each declared once: the window grows from it."""

from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import fields

from presskit.i18n import LANGUAGES, N_
from presskit.settings import SLOWEST, Settings

Form = Literal["switch", "choice", "number", "folder"]


class Asked(Struct, frozen=True, kw_only=True):
    """A setting: the field of `Settings`, the page that it stands on, what it is called and what it does.
    choices: (value, words); words of a language by its own name are not translated (`own_words`). least,
    most, unit: of a number. command: the command that switches it, with all that follows from that."""

    name: str
    page: str
    label: str
    help: str
    form: Form = "switch"
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    command: str = ""


SCREEN, WRITING, NEW, FILES = N_("Screen"), N_("Writing"), N_("New releases"), N_("Files")
PAGES = (SCREEN, WRITING, NEW, FILES)

ASKED = (
    Asked(
        name="screen_language",
        page=SCREEN,
        label=N_("Language of the window"),
        help=N_("Menus, messages and dates. The language of a release is another matter: each has its own."),
        form="choice",
        choices=(("", N_("As the computer")), *LANGUAGES.items()),
    ),
    Asked(
        name="theme",
        page=SCREEN,
        label=N_("Colors"),
        help=N_("Light, dark, or whatever the desktop has at the time."),
        form="choice",
        choices=(("system", N_("As the desktop")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Asked(
        name="preview_apart",
        page=SCREEN,
        label=N_("Preview in a window of its own"),
        help=N_("For a second screen. The window remembers where it was."),
        command="preview_apart",
    ),
    Asked(
        name="spelling",
        page=WRITING,
        label=N_("Check spelling while writing"),
        help=N_("Marks words that no dictionary of the release's language has."),
        command="spelling",
    ),
    Asked(
        name="smart_marks",
        page=WRITING,
        label=N_("Curly quotation marks and dashes"),
        help=N_("Sets the marks and dashes of the language while you type."),
        command="smart_marks",
    ),
    Asked(
        name="new_language",
        page=NEW,
        label=N_("Language"),
        help=N_("What a new release is written in until you choose another."),
        form="choice",
        choices=(
            ("", N_("As the window")),
            ("en-US", "English (US)"),
            ("en-GB", "English (UK)"),
            ("es", "Español"),
            ("fr", "Français"),
            ("pt-BR", "Português"),
            ("ht", "Kreyòl ayisyen"),
        ),
    ),
    Asked(
        name="new_profile",
        page=NEW,
        label=N_("House style"),
        help=N_("How datelines, names, numbers and marks are written in a new release."),
        form="choice",
    ),
    Asked(
        name="new_page",
        page=NEW,
        label=N_("Paper"),
        help=N_("Letter in the Americas, A4 elsewhere, unless you say otherwise."),
        form="choice",
        choices=(
            ("", N_("As is customary here")),
            ("letter", N_("Letter (8.5 × 11 in)")),
            ("a4", N_("A4 (210 × 297 mm)")),
        ),
    ),
    Asked(
        name="recovery_seconds",
        page=FILES,
        label=N_("Keep unsaved work every"),
        help=N_("In case the program or the power fails. It costs next to nothing."),
        form="number",
        least=1,
        most=SLOWEST,
        unit=N_("seconds"),
    ),
    Asked(
        name="open_folder",
        page=FILES,
        label=N_("Folder for kits"),
        help=N_("Where the window looks first when it opens or saves a kit."),
        form="folder",
    ),
    Asked(
        name="export_folder",
        page=FILES,
        label=N_("Folder for exports"),
        help=N_("Where files for reporters go unless you say otherwise."),
        form="folder",
    ),
    Asked(
        name="system_fonts",
        page=FILES,
        label=N_("Fonts of this computer may stand in"),
        help=N_(
            "Where PressKit has no letters of a script. Files may then look different on another computer."
        ),
    ),
)


def default_of(name: str) -> Any:
    """What a setting is until somebody changes it; raises KeyError for one that there is not."""
    return {field.name: field.default for field in fields(Settings)}[name]
