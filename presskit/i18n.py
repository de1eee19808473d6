"""Words on screen: `N_` marks them where they are declared, `_` translates them where they are shown."""

import gettext
from functools import cache

from presskit.assets import resource


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a marker
    """Marks `text` for translation and returns it as it is."""
    return text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    wanted = [language.replace("-", "_"), language.partition("-")[0]]
    for name in wanted:
        compiled = resource(f"i18n/{name}/LC_MESSAGES/presskit.mo")
        if compiled.is_file():
            with compiled.open("rb") as stream:
                return gettext.GNUTranslations(stream)
    return gettext.NullTranslations()


class _Screen:
    """Which language the screen speaks; set once by the program's entry points."""

    language = "en"


def speak(language: str) -> None:
    """Chooses the language (BCP 47) of the words on screen from here on."""
    _Screen.language = language


def spoken() -> str:
    """The language (BCP 47) of the words on screen."""
    return _Screen.language


def _(text: str) -> str:
    """`text` in the language of the screen."""
    return _catalogue(_Screen.language).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a counted phrase in the language of the screen."""
    return _catalogue(_Screen.language).ngettext(one, many, count)
